// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/advancedform.h"

#include "core/base/duration.h"
#include "core/model/destinationjson.h"
#include "ui/destinations/headerfield.h"
#include "ui/destinations/refusalline.h"
#include "ui/destinations/secretfield.h"
#include "ui/look/choicefield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSpinBox>

#include <algorithm>

namespace Gui {

namespace {

constexpr int MostConcurrency = 6;
constexpr int LeastLines = 6;
constexpr auto StatusProperty = "status";

enum RetryChoice {
    ProgramsSchedule,
    NeverAgain,
};

QString toText(const std::vector<Core::Milliseconds> &pauses)
{
    QStringList texts;
    for (const Core::Milliseconds pause : pauses)
        texts.append(Core::toString(pause));
    return texts.join(QLatin1StringView(", "));
}

int statusOf(const QCheckBox &box)
{
    return box.property(StatusProperty).toInt();
}

} // namespace

Core::Result<Core::Milliseconds> readDuration(const QString &text, const QString &field)
{
    if (const auto duration = Core::durationFromString(text))
        return *duration;
    return Core::invalid(
        field,
        text.isEmpty()
            ? AdvancedForm::tr("A duration is missing: write it as 5s, 250ms or 2h.")
            : AdvancedForm::tr("“%1” is not a duration: write it as 5s, 250ms or 2h.").arg(text));
}

AdvancedForm::AdvancedForm(QWidget *parent)
    : QScrollArea(parent)
    , m_description(new QLineEdit(this))
    , m_headers(new HeaderField(this))
    , m_concurrency(new QSpinBox(this))
    , m_rateLimit(new QLineEdit(this))
    , m_ordered(new QCheckBox(tr("One at a time, in the order of events"), this))
    , m_retry(new ChoiceField(
          tr("Retry"), {tr("By the program's schedule"), tr("Never"), tr("After these pauses")},
          QStringLiteral("5s, 30s, 5m"), this))
    , m_signature(new QComboBox(this))
    , m_secret(new SecretField(this))
    , m_timeout(new QLineEdit(this))
    , m_verifyTls(new QCheckBox(tr("Verify the certificate"), this))
{
    m_concurrency->setRange(1, MostConcurrency);
    m_rateLimit->setPlaceholderText(tr("none, or such as 50/s or 1000/m"));
    for (const Core::SignatureScheme scheme : Core::allSchemes())
        m_signature->addItem(toWords(scheme), QVariant::fromValue(scheme));
    layOut();
    connectFields();
    show(Core::Destination());
}

void AdvancedForm::layOut()
{
    auto *const page = new QWidget(this);
    auto *const form = new QFormLayout(page);
    m_form = form;
    form->setContentsMargins(0, 0, fontMetrics().averageCharWidth(), 0);
    form->addRow(tr("Des&cription"), m_description);
    addHeading(*form, tr("Sending"));
    form->addRow(tr("&Headers"), m_headers);
    form->addRow(tr("Max. c&oncurrent"), m_concurrency);
    form->addRow(tr("Rate &limit"), m_rateLimit);
    form->addRow(tr("Order"), m_ordered);
    addHeading(*form, tr("Retrying"));
    form->addRow(tr("&Retry"), m_retry);
    form->addRow(tr("Also retry on"), makeRetryOn());
    addHeading(*form, tr("Signing"));
    form->addRow(tr("Si&gnature"), m_signature);
    form->addRow(tr("&Secret"), m_secret);
    addHeading(*form, tr("Connection"));
    form->addRow(tr("&Timeout"), m_timeout);
    form->addRow(tr("TLS"), m_verifyTls);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(page->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    setMinimumHeight(fontMetrics().lineSpacing() * LeastLines);
}

void AdvancedForm::addHeading(QFormLayout &form, const QString &text)
{
    auto *const heading = new QLabel(text, this);
    heading->setTextFormat(Qt::PlainText);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    heading->setContentsMargins(0, fontMetrics().lineSpacing() / 3, 0, 0);
    form.addRow(heading);
}

QWidget *AdvancedForm::makeRetryOn()
{
    auto *const boxes = new QWidget(this);
    auto *const layout = new QVBoxLayout(boxes);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    const auto add = [&](int status, const QString &text) {
        auto *const box = new QCheckBox(text, boxes);
        box->setProperty(StatusProperty, status);
        box->setToolTip(tr("Other answers of 400 to 499 are final: the request is refused"));
        layout->addWidget(box);
        m_retryOn.append(box);
    };
    add(408, tr("408, the receiver gave up waiting for the request"));
    add(425, tr("425, it came too early for the receiver"));
    add(429, tr("429, the receiver got too many requests"));
    return boxes;
}

void AdvancedForm::connectFields()
{
    for (QLineEdit *const edit : {m_description, m_rateLimit, m_timeout})
        connect(edit, &QLineEdit::textChanged, this, &AdvancedForm::changed);
    for (QCheckBox *const box : m_retryOn)
        connect(box, &QCheckBox::toggled, this, &AdvancedForm::changed);
    connect(m_headers, &HeaderField::changed, this, &AdvancedForm::changed);
    connect(m_retry, &ChoiceField::changed, this, &AdvancedForm::changed);
    connect(m_concurrency, &QSpinBox::valueChanged, this, &AdvancedForm::changed);
    connect(m_signature, &QComboBox::currentIndexChanged, this, [this] {
        m_secret->setScheme(m_signature->currentData().value<Core::SignatureScheme>());
        emit changed();
    });
    connect(m_secret, &SecretField::changed, this, &AdvancedForm::changed);
    for (QWidget *const field : widget()->findChildren<QWidget *>()) {
        if (qobject_cast<QComboBox *>(field) == nullptr
            && qobject_cast<QSpinBox *>(field) == nullptr)
            continue;
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
}

/// Who scrolls past a field does not mean to change it.
bool AdvancedForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto *const field = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || field == nullptr || field->hasFocus())
        return QScrollArea::eventFilter(watched, event);
    event->ignore();
    return true;
}

/// As high as all of it, if there is room.
QSize AdvancedForm::sizeHint() const
{
    const QSize whole = widget()->sizeHint();
    return {std::max(whole.width(), minimumWidth()), whole.height()};
}

void AdvancedForm::show(const Core::Destination &destination)
{
    showRequest(destination);
    m_description->setText(destination.description);
    m_concurrency->setValue(destination.concurrency);
    m_rateLimit->setText(destination.rateLimit ? Core::toString(*destination.rateLimit)
                                               : QString());
    m_ordered->setChecked(destination.ordered);
    if (!destination.retry)
        m_retry->setChoice(ProgramsSchedule);
    else if (destination.retry->empty())
        m_retry->setChoice(NeverAgain);
    else
        m_retry->setText(toText(*destination.retry));
    for (QCheckBox *const box : m_retryOn)
        box->setChecked(destination.retryOn.contains(statusOf(*box)));
    m_signature->setCurrentIndex(m_signature->findData(QVariant::fromValue(destination.signature)));
    m_secret->clear();
    m_secret->setEmptyMeaning(destination.id.isNull() ? tr("Empty: a new one is made")
                                                      : tr("Empty: it stays as it is"));
}

void AdvancedForm::showRequest(const Core::Destination &destination)
{
    m_headers->setHeaders(destination.headers);
    m_timeout->setText(Core::toString(destination.timeout));
    m_verifyTls->setChecked(destination.verifyTls);
}

QByteArray AdvancedForm::secret() const
{
    return m_secret->secret();
}

QWidget *AdvancedForm::fieldOf(const QString &member) const
{
    const QHash<QString, QWidget *> fields{
        {QStringLiteral("description"), m_description},
        {QStringLiteral("headers"), m_headers},
        {QStringLiteral("concurrency"), m_concurrency},
        {QStringLiteral("rateLimit"), m_rateLimit},
        {QStringLiteral("ordered"), m_ordered},
        {QStringLiteral("retry"), m_retry},
        {QStringLiteral("retryOn"), m_retryOn.first()->parentWidget()},
        {QStringLiteral("signature"), m_signature},
        {QStringLiteral("secret"), m_secret},
        {QStringLiteral("timeout"), m_timeout},
        {QStringLiteral("verifyTls"), m_verifyTls},
    };
    return fields.value(member);
}

bool AdvancedForm::showRefusal(const QString &member, const QString &text)
{
    dropRefusal();
    QWidget *const field = fieldOf(member);
    if (field == nullptr)
        return false;
    int row = 0;
    m_form->getWidgetPosition(field, &row, nullptr);
    m_refusal = new RefusalLine(this);
    m_form->insertRow(row + 1, QString(), m_refusal);
    m_refusal->showRefusal(text);
    field->setFocus();
    m_form->activate();
    ensureWidgetVisible(m_refusal);
    return true;
}

void AdvancedForm::dropRefusal()
{
    if (m_refusal)
        m_form->removeRow(m_refusal);
}

Core::Result<> AdvancedForm::writeTo(Core::Destination &destination) const
{
    const auto headers = m_headers->headers();
    if (!headers)
        return headers.error();
    destination.headers = *headers;
    const auto timeout = readDuration(m_timeout->text().trimmed(), QStringLiteral("timeout"));
    if (!timeout)
        return timeout.error();
    destination.timeout = *timeout;
    destination.description = m_description->text();
    destination.concurrency = m_concurrency->value();
    destination.ordered = m_ordered->isChecked();
    destination.signature = m_signature->currentData().value<Core::SignatureScheme>();
    destination.verifyTls = m_verifyTls->isChecked();
    if (auto rateLimit = writeRateLimit(destination); !rateLimit)
        return rateLimit;
    return writeRetry(destination);
}

Core::Result<> AdvancedForm::writeRateLimit(Core::Destination &destination) const
{
    const QString text = m_rateLimit->text().trimmed();
    destination.rateLimit = Core::rateLimitFromString(text);
    if (text.isEmpty() || destination.rateLimit)
        return {};
    return Core::invalid(
        QStringLiteral("rateLimit"),
        tr("“%1” is not a rate limit: write it as 50/s or 1000/m, or leave it empty.").arg(text));
}

Core::Result<> AdvancedForm::writeRetry(Core::Destination &destination) const
{
    // In the order in which they were, unless somebody has touched them.
    for (const QCheckBox *const box : m_retryOn) {
        const int status = statusOf(*box);
        if (!box->isChecked())
            destination.retryOn.removeAll(status);
        else if (!destination.retryOn.contains(status))
            destination.retryOn.append(status);
    }
    destination.retry.reset();
    if (m_retry->choice() == ProgramsSchedule)
        return {};
    std::vector<Core::Milliseconds> pauses;
    if (m_retry->isSpeltOut()) {
        static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
        for (const QString &text : m_retry->text().split(separator)) {
            const auto pause = readDuration(text, QStringLiteral("retry"));
            if (!pause)
                return pause.error();
            pauses.push_back(*pause);
        }
    }
    destination.retry = pauses;
    return {};
}

} // namespace Gui

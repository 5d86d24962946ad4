// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/advancedform.h"

#include "core/base/duration.h"
#include "ui/look/choicefield.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace Gui {

namespace {

constexpr int MostConcurrency = 6;
constexpr int HeaderLines = 4;

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

} // namespace

Core::Result<Core::Milliseconds> readDuration(const QString &text, const QString &field)
{
    if (const auto duration = Core::durationFromString(text))
        return *duration;
    return Core::invalid(
        field,
        text.isEmpty()
            ? AdvancedForm::tr("A duration is missing: write it as 5s, 250ms or 2h.")
            : AdvancedForm::tr("“%1” is no duration: write it as 5s, 250ms or 2h.").arg(text));
}

AdvancedForm::AdvancedForm(QWidget *parent)
    : QWidget(parent)
    , m_description(new QLineEdit(this))
    , m_headers(new QPlainTextEdit(this))
    , m_timeout(new QLineEdit(this))
    , m_retry(new ChoiceField(
          tr("Retry"), {tr("By the program's schedule"), tr("Never"), tr("After these pauses")},
          QStringLiteral("5s, 30s, 5m"), this))
    , m_concurrency(new QSpinBox(this))
    , m_ordered(new QCheckBox(tr("One at a time, in the order of events"), this))
    , m_verifyTls(new QCheckBox(tr("Verify the certificate"), this))
{
    m_headers->setPlaceholderText(tr("Name: value, one a line"));
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(m_headers->fontMetrics().lineSpacing() * HeaderLines + 12);
    m_concurrency->setRange(1, MostConcurrency);
    auto *const form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Des&cription"), m_description);
    form->addRow(tr("&Headers"), m_headers);
    form->addRow(tr("&Timeout"), m_timeout);
    form->addRow(tr("&Retry"), m_retry);
    form->addRow(tr("At &once, at most"), m_concurrency);
    form->addRow(tr("Order"), m_ordered);
    form->addRow(tr("TLS"), m_verifyTls);

    for (QLineEdit *const edit : {m_description, m_timeout})
        connect(edit, &QLineEdit::textChanged, this, &AdvancedForm::changed);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &AdvancedForm::changed);
    connect(m_retry, &ChoiceField::changed, this, &AdvancedForm::changed);
    connect(m_concurrency, &QSpinBox::valueChanged, this, &AdvancedForm::changed);
    show(Core::Destination());
}

void AdvancedForm::show(const Core::Destination &destination)
{
    m_description->setText(destination.description);
    m_headers->setPlainText(QString::fromUtf8(Core::headersToLines(destination.headers)).trimmed());
    m_shownHeaders = m_headers->toPlainText();
    m_timeout->setText(Core::toString(destination.timeout));
    if (!destination.retry)
        m_retry->setChoice(ProgramsSchedule);
    else if (destination.retry->empty())
        m_retry->setChoice(NeverAgain);
    else
        m_retry->setText(toText(*destination.retry));
    m_concurrency->setValue(destination.concurrency);
    m_ordered->setChecked(destination.ordered);
    m_verifyTls->setChecked(destination.verifyTls);
}

Core::Result<> AdvancedForm::writeTo(Core::Destination &destination) const
{
    if (auto headers = writeHeaders(destination); !headers)
        return headers;
    const auto timeout = readDuration(m_timeout->text().trimmed(), QStringLiteral("timeout"));
    if (!timeout)
        return timeout.error();
    destination.timeout = *timeout;
    destination.description = m_description->text();
    destination.concurrency = m_concurrency->value();
    destination.ordered = m_ordered->isChecked();
    destination.verifyTls = m_verifyTls->isChecked();
    return writeRetry(destination);
}

Core::Result<> AdvancedForm::writeHeaders(Core::Destination &destination) const
{
    const QString text = m_headers->toPlainText();
    // Values that are not UTF-8 cannot be shown as they are, so untouched ones are never read back.
    if (text == m_shownHeaders)
        return {};
    destination.headers.clear();
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            return Core::invalid(QStringLiteral("headers"),
                                 tr("“%1” is no header: write it as Name: value.").arg(line));
        destination.headers.append(
            {line.left(colon).trimmed().toUtf8(), line.mid(colon + 1).trimmed().toUtf8()});
    }
    return {};
}

Core::Result<> AdvancedForm::writeRetry(Core::Destination &destination) const
{
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

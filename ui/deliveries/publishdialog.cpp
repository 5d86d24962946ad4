// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/publishdialog.h"

#include "core/model/event.h"
#include "ui/deliveries/audiencelist.h"
#include "ui/deliveries/bodyeditor.h"
#include "ui/deliveries/eventtemplates.h"
#include "ui/deliveries/resultlist.h"
#include "ui/destinations/headerfield.h"
#include "ui/destinations/refusalline.h"
#include "ui/facts.h"
#include "ui/look/confirmation.h"
#include "ui/look/dialogroom.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/refusals.h"
#include "ui/requests.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace Gui {

namespace {

constexpr int LongestDelay = 60'000;
constexpr int UsualDelay = 1000;
constexpr int PublishWidth = 86;
constexpr int LeastHeaders = 1; // where the screen has room for no more

QString titleOf(PublishDialog::Purpose purpose)
{
    switch (purpose) {
    case PublishDialog::Purpose::Publish:
        return PublishDialog::tr("Publish an event");
    case PublishDialog::Purpose::Test:
        return PublishDialog::tr("Send test");
    case PublishDialog::Purpose::EditAndResend:
        return PublishDialog::tr("Edit and resend");
    }
    Q_UNREACHABLE();
}

} // namespace

PublishDialog::PublishDialog(Purpose purpose, const QList<Core::Destination> &destinations,
                             Core::Ticket ticket, Facts &facts, Requests &requests, QWidget *parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_ticket(ticket)
    , m_requests(requests)
    , m_template(new QComboBox(this))
    , m_type(new QLineEdit(this))
    , m_contentType(new QComboBox(this))
    , m_audience(new AudienceList(destinations, this))
    , m_anew(new QCheckBox(tr("As a &new event, with an id of its own"), this))
    , m_headers(new HeaderField(this))
    , m_headerFault(new RefusalLine(this))
    , m_body(new BodyEditor(this))
    , m_count(new QSpinBox(this))
    , m_delay(new QSpinBox(this))
    , m_checkGlyph(new QLabel(this))
    , m_check(new QLabel(this))
    , m_results(new ResultList(this))
    , m_buttons(new QDialogButtonBox(this))
    , m_send(m_buttons->addButton(tr("Send"), QDialogButtonBox::ActionRole))
    , m_showInLog(m_buttons->addButton(tr("Show in &log"), QDialogButtonBox::ActionRole))
{
    setWindowTitle(titleOf(purpose));
    for (const Core::Destination &destination : destinations)
        m_names.insert(destination.id, destination.name);
    for (const EventTemplate &known : eventTemplates())
        m_template->addItem(known.title);
    m_type->setPlaceholderText(QStringLiteral("invoice.paid"));
    m_contentType->setEditable(true);
    m_contentType->lineEdit()->setAccessibleName(tr("Content type"));
    m_contentType->addItems(
        {QStringLiteral("application/json"), QStringLiteral("text/plain; charset=utf-8"),
         QStringLiteral("application/xml"), QStringLiteral("application/x-www-form-urlencoded")});
    m_pause.setSingleShot(true);
    layOut();
    connectFields(facts);
    takeTemplate(purpose == Purpose::Test ? 0 : m_template->count() - 1);
    showSending();
    beginHere();
}

void PublishDialog::layOut()
{
    const bool isEdited = m_purpose == Purpose::EditAndResend;
    auto *const form = new QFormLayout;
    form->addRow(tr("Tem&plate"), m_template);
    form->addRow(tr("&Type"), m_type);
    form->addRow(tr("&Destinations"), m_audience);
    form->addRow(tr("&Content type"), m_contentType);
    form->addRow(tr("&Headers"), m_headers);
    form->addRow(QString(), m_headerFault);
    form->addRow(tr("&Body"), m_body);
    form->addRow(QString(), m_anew);
    form->setRowVisible(isEdited ? static_cast<QWidget *>(m_template) : m_anew, false);
    if (!isEdited)
        form->setRowVisible(m_headers, false);
    m_headers->setLeastLines(LeastHeaders);
    addRepetition(*form);
    m_check->setTextFormat(Qt::PlainText);
    m_check->setWordWrap(true);
    m_check->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *const line = new QHBoxLayout;
    line->addWidget(m_checkGlyph);
    line->addWidget(m_check, 1);
    // Added last, or else Qt's order of the Tab key would not come to it.
    m_buttons->addButton(QDialogButtonBox::Close);
    m_results->hide();
    m_showInLog->hide();
    m_send->setDefault(true);
    m_send->setToolTip(tr("Send it (Ctrl+Return)"));
    for (QAbstractButton *const button : m_buttons->buttons())
        button->setIcon({});
    auto *const layout = new QVBoxLayout(this);
    layout->addLayout(form, 1);
    layout->addLayout(line);
    layout->addWidget(m_results);
    layout->addWidget(m_buttons);
    m_type->setMinimumWidth(fontMetrics().averageCharWidth() * PublishWidth);
    (isEdited ? static_cast<QWidget *>(m_body) : m_type)->setFocus();
}

void PublishDialog::addRepetition(QFormLayout &form)
{
    m_count->setRange(1, MostRepetitions);
    m_count->setSuffix(tr(" times"));
    m_count->setSpecialValueText(tr("once"));
    m_count->setAccessibleName(tr("How often"));
    m_delay->setRange(0, LongestDelay);
    m_delay->setSingleStep(100);
    m_delay->setValue(UsualDelay);
    m_delay->setPrefix(tr("every "));
    m_delay->setSuffix(tr(" ms"));
    m_delay->setAccessibleName(tr("Pause between two"));
    auto *const row = new QWidget(this);
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_count);
    layout->addWidget(m_delay);
    layout->addStretch(1);
    form.addRow(tr("&Repeat"), row);
    if (m_purpose != Purpose::Test)
        form.setRowVisible(row, false);
}

void PublishDialog::connectFields(Facts &facts)
{
    connect(m_template, &QComboBox::activated, this, &PublishDialog::takeTemplate);
    connect(m_type, &QLineEdit::textChanged, this, [this] {
        m_audience->setType(m_type->text().trimmed());
        check();
    });
    connect(m_contentType, &QComboBox::currentTextChanged, this, [this](const QString &text) {
        m_body->setContentType(text);
        check();
    });
    connect(m_audience, &AudienceList::changed, this, &PublishDialog::check);
    connect(m_headers, &HeaderField::changed, this, &PublishDialog::check);
    connect(m_body, &BodyEditor::changed, this, &PublishDialog::check);
    connect(m_anew, &QCheckBox::clicked, this, [this](bool isWanted) {
        m_isAnewWanted = isWanted;
        check();
    });
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        m_delay->setEnabled(count > 1);
        check();
    });
    m_delay->setEnabled(false);
    connect(m_send, &QPushButton::clicked, this, &PublishDialog::toggleSending);
    connect(m_showInLog, &QPushButton::clicked, this,
            [this] { emit attemptRequested(m_results->attempt()); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_pause, &QTimer::timeout, this, &PublishDialog::sendOne);
    connect(&facts, &Facts::published, this, &PublishDialog::takeAnswer);
    connect(&facts, &Facts::resendAdvanced, this, &PublishDialog::takeProgress);
    connect(&facts, &Facts::attemptsRecorded, m_results, &ResultList::take);
    connect(m_results, &ResultList::attemptKnown, m_showInLog, &QWidget::show);
    confirmByKey(*this, *m_send);
}

void PublishDialog::setKnownTypes(const QStringList &types)
{
    auto *const completer = new QCompleter(types, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_type->setCompleter(completer);
}

void PublishDialog::choose(const QList<Core::DestinationId> &destinations)
{
    m_audience->choose(destinations);
    beginHere();
}

void PublishDialog::setOriginal(const Core::AttemptRecord &record)
{
    m_original = record;
    QList<Core::DestinationId> destinations;
    // One that was removed meanwhile can get nothing more.
    if (m_names.contains(record.attempt.destination))
        destinations.append(record.attempt.destination);
    m_names.insert(record.attempt.destination, record.attempt.destinationName);
    m_type->setText(record.attempt.eventType);
    m_contentType->setCurrentText(QString::fromLatin1(record.requestContentType));
    m_headers->setHeaders(record.eventHeaders);
    m_headers->setOriginal(record.eventHeaders);
    m_body->setBody(record.requestBody);
    m_body->setOriginal(record.requestBody);
    choose(destinations);
}

void PublishDialog::takeTemplate(int place)
{
    m_template->setCurrentIndex(place);
    const EventTemplate chosen = eventTemplates().at(place);
    if (chosen.type.isEmpty())
        return check();
    m_type->setText(chosen.type);
    m_contentType->setCurrentText(chosen.contentType);
    m_body->setBody(chosen.body);
}

Core::Publication PublishDialog::publication() const
{
    Core::Publication publication;
    publication.ticket = m_ticket;
    publication.type = m_type->text().trimmed();
    publication.contentType = m_contentType->currentText().trimmed().toUtf8();
    publication.body = m_body->body();
    publication.isTest = m_purpose == Purpose::Test;
    if (const auto entered = headers())
        publication.headers = *entered;
    if (!m_audience->isEverybody())
        publication.destinations = m_audience->reached();
    return publication;
}

Core::Result<Core::HeaderList> PublishDialog::headers() const
{
    auto entered = m_headers->headers();
    if (!entered)
        return entered;
    if (const auto judged = Core::validateHeaders(*entered); !judged)
        return judged.error();
    return entered;
}

/// Whether it is what was sent, for whom it was sent.
bool PublishDialog::isUnchanged() const
{
    const Core::Publication now = publication();
    return m_original && headers() && now.headers == m_original->eventHeaders
        && now.type == m_original->attempt.eventType
        && now.contentType == m_original->requestContentType && now.body == m_original->requestBody
        && m_audience->reached() == QList{m_original->attempt.destination};
}

bool PublishDialog::isResend() const
{
    return isUnchanged() && !m_isAnewWanted;
}

/// Receivers know the old id by what they got under it, so that it can go out with nothing else.
void PublishDialog::showAnew()
{
    const bool isChoice = isUnchanged();
    m_anew->setEnabled(isChoice);
    m_anew->setChecked(!isResend());
    m_anew->setToolTip(isChoice ? tr("Else it goes under its old id, as receivers know it")
                                : tr("Under its old id it can only go as it was, to whom it went"));
}

QString PublishDialog::faultOf(const Core::Publication &publication, qsizetype reached) const
{
    if (publication.type.isEmpty())
        return tr("A type is needed, such as invoice.paid.");
    if (!Core::isEventType(publication.type))
        return tr("“%1” is not an event type: letters, digits, _ and - in parts joined by full "
                  "stops.")
            .arg(shortened(publication.type, LongestName));
    if (publication.contentType.isEmpty() || !Core::isFieldValue(publication.contentType))
        return tr("A content type is needed, such as application/json.");
    if (reached == 0 && !m_audience->isEverybody())
        return tr("No destination is ticked.");
    if (!headers())
        return tr("The headers cannot be sent so.");
    return {};
}

QString PublishDialog::whatWillHappen(const QList<Core::DestinationId> &reached) const
{
    if (reached.isEmpty())
        return tr("Nobody has subscribed to this type: the event is kept, and sent to nobody.");
    const auto count = reached.size();
    const QString name = shortened(printable(m_names.value(reached.first())), LongestName);
    if (!m_original)
        return count == 1 ? tr("Goes to 1 destination: %1.").arg(name)
                          : tr("Goes to %1 destinations.").arg(countText(count));
    if (isResend())
        return tr("Nothing is changed: the event goes to %1 again under its own id, %2, as a new "
                  "delivery.")
            .arg(name, printable(m_original->attempt.event.text));
    if (count == 1)
        return tr("Goes to %1 alone, as a new event with an id of its own. The original stays as "
                  "it is.")
            .arg(name);
    return tr("Goes to %1 destinations, as a new event with an id of its own. The original stays "
              "as it is.")
        .arg(countText(count));
}

/// What is missing is no fault as long as nobody has typed.
void PublishDialog::beginHere()
{
    m_begun = publication();
    check();
}

void PublishDialog::check()
{
    const QList<Core::DestinationId> reached = m_audience->reached();
    const Core::Publication now = publication();
    const QString fault = faultOf(now, reached.size());
    const bool isFaulty = !fault.isEmpty();
    const auto entered = headers();
    const bool isWarned = isFaulty && (now != m_begun || !entered);
    m_headerFault->showRefusal(entered ? QString() : spoken(entered.error()));
    m_send->setEnabled(!isFaulty || m_left > 0);
    showAnew();
    const int side = fontMetrics().height();
    m_checkGlyph->setPixmap(
        iconOf(isWarned ? Glyph::Warning : Glyph::SendTest, isWarned ? Tone::Warning : Tone::Muted)
            .pixmap(QSize(side, side), devicePixelRatio()));
    m_check->setText(printable(isFaulty ? fault : whatWillHappen(reached)));
    if (isVisible())
        makeRoom(*this);
}

void PublishDialog::toggleSending()
{
    if (m_left > 0)
        return endSending();
    m_left = m_purpose == Purpose::Test ? m_count->value() : 1;
    sendOne();
}

void PublishDialog::sendOne()
{
    --m_left;
    if (isResend()) {
        Core::ResendOrder order;
        order.ticket = m_ticket;
        order.deliveries = {m_original->attempt.delivery};
        order.isForced = true; // pressing the button is on purpose
        emit m_requests.resendRequested(order);
    } else {
        emit m_requests.publicationRequested(publication());
    }
    if (m_left > 0)
        m_pause.start(m_delay->value());
    showSending();
}

void PublishDialog::endSending()
{
    m_pause.stop();
    m_left = 0;
    showSending();
}

void PublishDialog::showSending()
{
    m_send->setText(m_left > 0 ? tr("Stop (%1 left)").arg(m_left) : tr("&Send"));
    check();
}

void PublishDialog::takeAnswer(const Core::PublicationAnswer &answer)
{
    if (answer.ticket != m_ticket)
        return;
    m_results->show();
    if (answer.error) {
        m_results->addRefusal(*answer.error);
        endSending();
    } else if (answer.deliveries.isEmpty()) {
        m_results->addUndelivered(answer.event);
    } else {
        m_results->add(answer.deliveries, m_names);
    }
}

void PublishDialog::takeProgress(const Core::ResendProgress &progress)
{
    if (progress.ticket != m_ticket)
        return;
    m_results->show();
    m_results->add(progress.deliveries, m_names);
    if (progress.error)
        m_results->addRefusal(*progress.error);
}

// A dialog that is closed sends nothing more.
void PublishDialog::done(int result)
{
    endSending();
    QDialog::done(result);
}

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/deliverydesk.h"

#include "ui/deliveries/resenddialog.h"
#include "ui/deliveries/wordsdialog.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/facts.h"
#include "ui/log/listkeys.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/noticebar.h"
#include "ui/requests.h"

#include <algorithm>

namespace Gui {

namespace {

constexpr qsizetype MostChosen = 10'000;
constexpr qsizetype MostTypes = 200;
constexpr int LongestReason = 500;

/// Greys \a action for \a reason, or enables it when there is none.
void allow(QAction &action, const QString &reason, const QString &explanation)
{
    action.setEnabled(reason.isEmpty());
    action.setToolTip(reason.isEmpty() ? explanation : reason);
    action.setStatusTip(action.toolTip());
}

QString deliveriesText(qint64 count)
{
    return count == 1 ? DeliveryDesk::tr("1 delivery")
                      : DeliveryDesk::tr("%1 deliveries").arg(countText(count));
}

} // namespace

DeliveryDesk::DeliveryDesk(const DeliveryDeskParts &parts, QWidget &window)
    : QObject(&window)
    , publish(new QAction(iconOf(Glyph::Sent), tr("Publish an e&vent…"), this))
    , test(new QAction(tr("Send test &from a template…"), this))
    , resend(new QAction(iconOf(Glyph::Undo), tr("&Resend"), this))
    , editAndResend(new QAction(iconOf(Glyph::Edit), tr("&Edit and resend…"), this))
    , cancel(new QAction(tr("&Cancel waiting"), this))
    , recover(new QAction(tr("Resend fa&iled since…"), this))
    , cancelWaiting(new QAction(tr("Cancel all &waiting…"), this))
    , pauseWithReason(new QAction(tr("Pause with a rea&son…"), this))
    , m_destinations(parts.destinations)
    , m_destinationDesk(parts.destinationDesk)
    , m_panel(parts.panel)
    , m_facts(parts.facts)
    , m_requests(parts.requests)
    , m_bar(parts.bar)
    , m_window(window)
{
    publish->setToolTip(tr("Write an event and publish it"));
    setNames();
    setShortcuts();
    connectActions();
    connectFacts();
    updateActions();
}

void DeliveryDesk::setNames() const
{
    publish->setObjectName(QStringLiteral("publish-event"));
    test->setObjectName(QStringLiteral("send-test-from-template"));
    resend->setObjectName(QStringLiteral("resend"));
    editAndResend->setObjectName(QStringLiteral("edit-and-resend"));
    cancel->setObjectName(QStringLiteral("cancel-delivery"));
    recover->setObjectName(QStringLiteral("resend-failed"));
    cancelWaiting->setObjectName(QStringLiteral("cancel-waiting"));
    pauseWithReason->setObjectName(QStringLiteral("pause-with-reason"));
}

void DeliveryDesk::setShortcuts()
{
    publish->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    test->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    resend->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    editAndResend->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_panel.keys().addAlias(*resend, QStringLiteral("resend-in-list"), tr("Resend (in the list)"),
                            QKeySequence(Qt::Key_R));
}

QList<QAction *> DeliveryDesk::forRows() const
{
    return {resend, editAndResend, cancel};
}

QList<QAction *> DeliveryDesk::forDestination() const
{
    return {test, recover, cancelWaiting, pauseWithReason};
}

void DeliveryDesk::connectActions()
{
    connect(publish, &QAction::triggered, this,
            [this] { openPublishDialog(PublishDialog::Purpose::Publish, m_window); });
    connect(test, &QAction::triggered, this, &DeliveryDesk::openTest);
    connect(resend, &QAction::triggered, this,
            [this] { askForResend(chosenAttempts(), m_window); });
    connect(editAndResend, &QAction::triggered, this, [this] {
        if (const QList<Core::AttemptId> chosen = chosenAttempts(); chosen.size() == 1)
            askForOriginal(chosen.first(), m_window);
    });
    connect(cancel, &QAction::triggered, this,
            [this] { emit m_requests.cancellationRequested(chosenAttempts()); });
    connect(recover, &QAction::triggered, this, &DeliveryDesk::openRecovery);
    connect(cancelWaiting, &QAction::triggered, this, &DeliveryDesk::offerCancellation);
    connect(pauseWithReason, &QAction::triggered, this, &DeliveryDesk::openPause);
    connect(&m_bar, &NoticeBar::actionTriggered, this, &DeliveryDesk::cancelOffered);
}

void DeliveryDesk::connectFacts()
{
    connect(&m_panel, &LogPanel::selectionChanged, this, &DeliveryDesk::updateRowActions);
    connect(&m_facts, &Facts::attemptLoaded, this, &DeliveryDesk::takeRecord);
    connect(&m_facts, &Facts::attemptsRecorded, this, &DeliveryDesk::noteTypes);
    connect(&m_facts, &Facts::resendPreviewed, this, &DeliveryDesk::takePreview);
    connect(&m_facts, &Facts::resendAdvanced, this, &DeliveryDesk::takeProgress);
    connect(&m_facts, &Facts::deliveriesCancelled, this, &DeliveryDesk::takeCancellation);
}

QList<Core::AttemptId> DeliveryDesk::chosenAttempts() const
{
    QList<Core::AttemptId> attempts;
    for (const Core::LogKey key : m_panel.selectedKeys()) {
        if (!key.isCapture())
            attempts.append(key.attempt());
    }
    return attempts;
}

void DeliveryDesk::updateActions()
{
    updateRowActions();
    updateDestinationActions();
}

void DeliveryDesk::updateRowActions()
{
    const QList<Core::AttemptId> chosen = chosenAttempts();
    const bool isKnown = chosen.size() == 1 && chosen.first() == m_known.id;
    const bool isHeartbeat = isKnown && m_known.kind == Core::EventKind::Heartbeat;
    QString reason;
    if (chosen.isEmpty())
        reason = tr("Choose an attempt in the list first");
    else if (chosen.size() > MostChosen)
        reason = tr("At most %1 rows at a time").arg(countText(MostChosen));
    else if (isHeartbeat)
        reason = tr("The next heartbeat comes by itself");
    allow(*resend, reason, tr("Send what the chosen attempts sent once more"));
    allow(*editAndResend,
          reason.isEmpty() && chosen.size() > 1 ? tr("Choose one attempt alone") : reason,
          tr("Send a changed copy to the same destination"));
    const bool hasEnded = isKnown
        && (m_known.outcome == Core::AttemptOutcome::Delivered
            || m_known.outcome == Core::AttemptOutcome::Failed);
    allow(*cancel, reason.isEmpty() && hasEnded ? tr("This delivery has ended") : reason,
          tr("Make no further attempt for the chosen deliveries"));
}

void DeliveryDesk::updateDestinationActions()
{
    const Core::DestinationStatus *const status = m_destinationDesk.chosen();
    const QString none = status == nullptr ? tr("Choose a destination first") : QString();
    const bool isEmpty = status != nullptr && status->waiting == 0;
    const bool isPaused
        = status != nullptr && status->destination.state == Core::DestinationState::Paused;
    allow(*test, m_destinations.count() == 0 ? tr("There is no destination yet") : QString(),
          tr("Send one or more test events"));
    allow(*recover, none, tr("Send again what has failed at the chosen destination"));
    allow(*cancelWaiting, isEmpty ? tr("Nothing waits for this destination") : none,
          tr("Cancel the deliveries that wait for the chosen destination"));
    allow(*pauseWithReason, isPaused ? tr("It is paused already") : none,
          tr("Pause the chosen destination and say why"));
}

PublishDialog *DeliveryDesk::openPublishDialog(PublishDialog::Purpose purpose, QWidget &window)
{
    auto *const dialog = new PublishDialog(purpose, m_destinations.destinations(), newTicket(),
                                           m_facts, m_requests, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setKnownTypes(m_types);
    connect(dialog, &PublishDialog::attemptRequested, this,
            [this](const Core::AttemptId &attempt) { m_panel.showRow(Core::LogKey::of(attempt)); });
    // Not modal: what is published can be watched in the list meanwhile.
    dialog->show();
    return dialog;
}

void DeliveryDesk::openTest()
{
    QList<Core::DestinationId> chosen;
    if (const Core::DestinationStatus *const status = m_destinationDesk.chosen())
        chosen.append(status->destination.id);
    // With none chosen it goes to nobody, until somebody says to whom.
    openPublishDialog(PublishDialog::Purpose::Test, m_window)->choose(chosen);
}

/// One failure goes at once; whatever a person should know before is shown in a dialog.
void DeliveryDesk::askForResend(const QList<Core::AttemptId> &attempts, QWidget &window)
{
    m_previewAsker = &window;
    m_asked = {};
    m_asked.ticket = newTicket();
    m_asked.attempts = attempts;
    emit m_requests.resendPreviewRequested(m_asked);
}

void DeliveryDesk::takePreview(const Core::ResendPreview &preview)
{
    if (preview.ticket != m_asked.ticket || m_asked.attempts.isEmpty())
        return;
    const bool isPlain = !preview.error && preview.failed == 1 && preview.delivered == 0
        && preview.unfinished == 0 && preview.heartbeats == 0 && preview.gone == 0;
    const Core::ResendOrder order = std::exchange(m_asked, {});
    if (isPlain) {
        m_quietTicket = order.ticket;
        m_quietAsker = m_previewAsker;
        emit m_requests.resendRequested(order);
    } else {
        openResendDialog(order, m_previewAsker ? *m_previewAsker : m_window)->showPreview(preview);
    }
}

void DeliveryDesk::takeProgress(const Core::ResendProgress &progress)
{
    if (progress.ticket != m_quietTicket || !progress.isDone)
        return;
    if (progress.error) {
        emit m_facts.refused(*progress.error);
    } else if (!progress.deliveries.isEmpty()) {
        const QString text
            = tr("Sent again as %1.").arg(Core::toString(progress.deliveries.first().id));
        tell(text);
        emit told(m_quietAsker, text);
    }
}

ResendDialog *DeliveryDesk::openResendDialog(const Core::ResendOrder &order, QWidget &window)
{
    auto *const dialog
        = new ResendDialog(order, m_destinations.destinations(), m_facts, m_requests, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

void DeliveryDesk::askForOriginal(const Core::AttemptId &attempt, QWidget &window)
{
    m_originalAsker = &window;
    m_original = attempt;
    emit m_requests.attemptRecordRequested(m_original);
}

void DeliveryDesk::takeRecord(const Core::AttemptRecord &record)
{
    // Windows of their own have theirs loaded as well.
    const bool isOther = record.attempt.id != m_known.id;
    if (!isOther || chosenAttempts() != QList{m_known.id})
        m_known = record.attempt;
    updateRowActions();
    if (record.attempt.id != m_original)
        return;
    m_original = {};
    openPublishDialog(PublishDialog::Purpose::EditAndResend,
                      m_originalAsker ? *m_originalAsker : m_window)
        ->setOriginal(record);
}

void DeliveryDesk::openRecovery()
{
    const Core::DestinationStatus *const status = m_destinationDesk.chosen();
    if (status == nullptr)
        return;
    Core::ResendOrder order;
    order.ticket = newTicket();
    order.destination = status->destination.id;
    openResendDialog(order, m_window);
}

/// Asks in the bar, with the count, and not in a box that is in the way.
void DeliveryDesk::offerCancellation()
{
    const Core::DestinationStatus *const status = m_destinationDesk.chosen();
    if (status == nullptr)
        return;
    m_offered = status->destination.id;
    m_bar.showNotice(tr("%1 for %2 would never be sent.")
                         .arg(deliveriesText(status->waiting),
                              shortened(printable(status->destination.name), LongestName)));
    m_bar.setAction(tr("Cancel %1").arg(deliveriesText(status->waiting)));
}

void DeliveryDesk::cancelOffered()
{
    if (m_offered.isNull())
        return;
    emit m_requests.waitingCancellationRequested(std::exchange(m_offered, {}));
    m_bar.hide();
}

void DeliveryDesk::takeCancellation(const Core::Cancellation &cancellation)
{
    if (cancellation.cancelled == 0 && cancellation.error) {
        emit m_facts.refused(*cancellation.error);
        return;
    }
    QString text = tr("Cancelled: %1.").arg(deliveriesText(cancellation.cancelled));
    if (cancellation.leftOut > 0)
        text += u' ' + tr("%1 no longer waited.").arg(deliveriesText(cancellation.leftOut));
    tell(text);
}

void DeliveryDesk::tell(const QString &text)
{
    m_offered = {};
    m_bar.setAction({});
    m_bar.showBriefly(text);
}

void DeliveryDesk::openPause()
{
    const Core::DestinationStatus *const status = m_destinationDesk.chosen();
    if (status == nullptr)
        return;
    const QString name = shortened(printable(status->destination.name), LongestName);
    auto *const dialog = new WordsDialog(
        tr("Pause"), tr("Why %1 is paused; it may be left empty.").arg(name), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setLongest(LongestReason);
    dialog->setConfirmation(tr("Pause"));
    connect(dialog, &WordsDialog::wordsEntered, this,
            [this, id = status->destination.id](const QString &reason) {
                emit m_requests.pauseRequested(id, reason);
            });
    dialog->open();
}

void DeliveryDesk::noteTypes(const QList<Core::Attempt> &attempts)
{
    for (const Core::Attempt &attempt : attempts) {
        const auto place = std::lower_bound(m_types.cbegin(), m_types.cend(), attempt.eventType);
        const bool isNew = place == m_types.cend() || *place != attempt.eventType;
        if (isNew && m_types.size() < MostTypes && attempt.kind == Core::EventKind::Published)
            m_types.insert(place - m_types.cbegin(), attempt.eventType);
    }
}

} // namespace Gui

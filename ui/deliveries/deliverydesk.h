// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/resending.h"
#include "ui/deliveries/publishdialog.h"

#include <QAction>
#include <QObject>
#include <QPointer>

namespace Gui {

class DestinationDesk;
class DestinationModel;
class LogPanel;
class NoticeBar;
class ResendDialog;

/// What the desk works with; it borrows all of it.
struct DeliveryDeskParts
{
    const DestinationModel &destinations;
    const DestinationDesk &destinationDesk;
    LogPanel &panel;
    Facts &facts;
    Requests &requests;
    NoticeBar &bar; ///< what has been done, and what is asked before it is
};

/// What a person can do with events and deliveries: publish, test, send again, cancel. What can
/// not be done now is greyed, and its tooltip tells why.
///
/// Borrows: its parts; dialogs open above \a window.
class DeliveryDesk final : public QObject
{
    Q_OBJECT

public:
    DeliveryDesk(const DeliveryDeskParts &parts, QWidget &window);

    QList<QAction *> forRows() const; ///< what can be done with the chosen rows, as in its menu
    QList<QAction *> forDestination() const; ///< with the chosen destination

    void updateActions(); ///< After a choice, or what was chosen, has changed.

    // What the actions do to the chosen rows; dialogs open above \a window.
    void askForResend(const QList<Core::AttemptId> &attempts, QWidget &window);
    void askForOriginal(const Core::AttemptId &attempt, QWidget &window);

    QAction *const publish;
    QAction *const test;
    QAction *const resend;
    QAction *const editAndResend;
    QAction *const cancel;
    QAction *const recover;
    QAction *const cancelWaiting;
    QAction *const pauseWithReason;

signals:
    /// What has been done for somebody who asked in \a window.
    void told(const QWidget *window, const QString &text);

private:
    void setNames() const;
    void setShortcuts();
    void connectActions();
    void connectFacts();
    void updateRowActions();
    void updateDestinationActions();

    QList<Core::AttemptId> chosenAttempts() const;
    PublishDialog *openPublishDialog(PublishDialog::Purpose purpose, QWidget &window);
    void openTest();
    void takePreview(const Core::ResendPreview &preview);
    void takeProgress(const Core::ResendProgress &progress);
    ResendDialog *openResendDialog(const Core::ResendOrder &order, QWidget &window);
    void takeRecord(const Core::AttemptRecord &record);
    void openRecovery();
    void offerCancellation();
    void cancelOffered();
    void takeCancellation(const Core::Cancellation &cancellation);
    void tell(const QString &text);
    void openPause();
    void noteTypes(const QList<Core::Attempt> &attempts);
    Core::Ticket newTicket() { return ++m_lastTicket; }

    const DestinationModel &m_destinations;
    const DestinationDesk &m_destinationDesk;
    LogPanel &m_panel;
    Facts &m_facts;
    Requests &m_requests;
    NoticeBar &m_bar;
    QWidget &m_window;
    Core::Ticket m_lastTicket = 0;
    // Beside each of what is awaited, who asked: another window than ours, perhaps.
    Core::ResendOrder m_asked; ///< whose preview is awaited
    QPointer<QWidget> m_previewAsker;
    Core::Ticket m_quietTicket = 0; ///< of what goes without a dialog
    QPointer<QWidget> m_quietAsker;
    Core::AttemptId m_original; ///< whose record is awaited, to be edited
    QPointer<QWidget> m_originalAsker;
    Core::Attempt m_known; ///< the one that was loaded last
    Core::DestinationId m_offered; ///< whose waiting deliveries the bar offers to cancel
    QStringList m_types; ///< that have been seen, sorted
};

} // namespace Gui

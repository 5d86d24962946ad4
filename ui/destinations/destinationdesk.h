// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destinationanswer.h"
#include "core/model/status.h"

#include <QAction>
#include <QHash>
#include <QObject>
#include <QPointer>

namespace Gui {

class DestinationDialog;
class DestinationModel;
class Facts;
class NoticeBar;
class Requests;
class SecretDesk;
class Sidebar;
class UndoAction;
class UndoBar;

/// What a person can do with destinations: the actions, which are shown in menus, tool bar and
/// context menus, and what each asks for.
///
/// Borrows: all that it is made with; dialogs open above \a window.
class DestinationDesk final : public QObject
{
    Q_OBJECT

public:
    DestinationDesk(const DestinationModel &model, Sidebar &sidebar, UndoBar &undoBar,
                    NoticeBar &done, const Facts &facts, Requests &requests, QWidget &window);

    /// What can be done with the chosen one, in the order of its menu.
    QList<QAction *> forChosen() const;

    /// The chosen destination, or the only one there is; null for none.
    const Core::DestinationStatus *chosen() const;
    void updateActions() const; ///< After the choice or the chosen one has changed.
    void openNew(const QString &url = {}); ///< \a url stands there already
    void openEdit(const Core::DestinationId &id); ///< as long as it is there
    void removeAgain(const Core::DestinationId &id); ///< likewise
    void forgetRemoved(); ///< It is not chosen again if its removal is undone.

    QAction *const add;
    QAction *const edit;
    QAction *const sendTest;
    QAction *const pause; ///< or resume
    QAction *const duplicate;
    QAction *const showOnly; ///< what concerns it
    QAction *const copyUrl;
    QAction *const copyCommand; ///< that registers it
    SecretDesk *const secrets;
    QAction *const remove;
    UndoAction *const undo; ///< of a removal, and of whatever else is offered to it

signals:
    void copied(const QString &told);
    void onlyRequested(const Core::DestinationId &id); ///< A person wants to see nothing else.
    void refused(const Core::Error &error); ///< What a dialog asked for that has gone.

private:
    void connectActions();
    void connectCopies();
    void copyRegistration(const Core::Destination &destination);
    void copy(const QString &text, const QString &told);
    void setShortcuts() const;
    void openFor(const Core::DestinationStatus *status); ///< Null opens none.
    void openDuplicate();
    DestinationDialog *openDialog();
    void addWhatIsEntered(DestinationDialog *dialog);
    Core::Ticket ticketFor(DestinationDialog *dialog);
    void takeAnswer(const Core::DestinationAnswer &answer);
    void chooseAdded(int first, int last);
    void removeUndoably(const Core::Destination &destination);
    void removeChosen();
    void togglePause();

    const DestinationModel &m_model;
    Sidebar &m_sidebar;
    UndoBar &m_undoBar;
    const Facts &m_facts;
    Requests &m_requests;
    QWidget &m_window;
    QString m_apiUrl;
    QString m_binUrl;
    QHash<Core::Ticket, QPointer<DestinationDialog>> m_asking; ///< They wait for an answer.
    Core::Ticket m_lastTicket = 0;
    Core::Destination m_awaited; ///< to be chosen as soon as it is there
    Core::DestinationId m_removed; ///< the last one that was chosen then; likewise
};

} // namespace Gui

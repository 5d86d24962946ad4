// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/forgetting.h"

#include <QAction>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace Gui {

class Facts;
class LogPanel;
class NoticeBar;
class Requests;
class UndoAction;

/// What the desk works with; it borrows all of it.
struct HistoryDeskParts
{
    LogPanel &panel;
    UndoAction &undo;
    NoticeBar &offer; ///< what is about to be deleted
    NoticeBar &done; ///< what has been
    Facts &facts;
    Requests &requests;
};

/// What a person can take from the history: chosen rows, or all of it. Nobody is asked; for ten
/// seconds a notice says what will go, and nothing has gone yet; it goes when they are over. What
/// is deleted meanwhile joins the offer and starts them anew, and all of the history stands for any
/// rows. Whoever quits or hides the window meanwhile has deleted nothing: what was not seen to
/// happen must not, and the rows are there to be deleted next time.
class HistoryDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds OfferedFor{10};

    HistoryDesk(const HistoryDeskParts &parts, QWidget &window);

    QAction *const deleteRows; ///< the chosen ones
    QAction *const clearHistory; ///< all that had ended by then

    void withdraw(); ///< What is offered stays.

private:
    void setUpActions() const;
    void updateActions() const;
    void offerRows();
    void offerAll();
    QList<Core::LogKey> joined(const QList<Core::LogKey> &rows) const;
    void offer(const QString &text);
    void takePreview(const Core::ForgetAnswer &preview);
    void takeEnd(const Core::ForgetAnswer &answer);
    void noteForgotten(const QList<Core::LogKey> &rows);
    void carryOut();

    HistoryDeskParts m_parts;
    Core::Ticket m_lastTicket = 0;
    // One of these while something is offered.
    Core::ForgetOrder m_rows;
    std::optional<Core::Time> m_before;
    QSet<Core::LogKey> m_deleted; ///< what was asked for last, until it has gone
    bool m_hasEnded = false; ///< only its last rows are still to be told
    QTimer m_timer{this};
};

} // namespace Gui

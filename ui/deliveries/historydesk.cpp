// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/historydesk.h"

#include "ui/facts.h"
#include "ui/log/logpanel.h"
#include "ui/look/format.h"
#include "ui/noticebar.h"
#include "ui/requests.h"
#include "ui/undoaction.h"

#include <utility>

namespace Gui {

namespace {

constexpr qsizetype MostDeleted = 10'000; ///< at a time

QString goingText(qint64 count)
{
    return count == 1
        ? HistoryDesk::tr("1 row will be deleted in a moment.")
        : HistoryDesk::tr("%1 rows will be deleted in a moment.").arg(countText(count));
}

QString goneText(qint64 count)
{
    return count == 1 ? HistoryDesk::tr("1 row was deleted.")
                      : HistoryDesk::tr("%1 rows were deleted.").arg(countText(count));
}

QString tooManyText()
{
    return HistoryDesk::tr("At most %1 rows at a time").arg(countText(MostDeleted));
}

/// Of what stays, and why.
QString stayingText(const Core::ForgetAnswer &answer)
{
    QString text;
    if (answer.pinned == 1)
        text += u' ' + HistoryDesk::tr("1 pinned one stays.");
    else if (answer.pinned > 1)
        text += u' ' + HistoryDesk::tr("%1 pinned ones stay.").arg(countText(answer.pinned));
    if (answer.unfinished == 1)
        text += u' ' + HistoryDesk::tr("1 stays, since its delivery has not ended.");
    else if (answer.unfinished > 1)
        text += u' '
            + HistoryDesk::tr("%1 stay, since their deliveries have not ended.")
                  .arg(countText(answer.unfinished));
    return text;
}

} // namespace

HistoryDesk::HistoryDesk(const HistoryDeskParts &parts, QWidget &window)
    : QObject(&window)
    , deleteRows(new QAction(tr("De&lete from history"), this))
    , clearHistory(new QAction(tr("Clear &history"), this))
    , m_parts(parts)
{
    m_parts.offer.setObjectName(QStringLiteral("deletion"));
    m_parts.offer.setAction(tr("Undo"));
    // A cross could mean either: at once, or not at all.
    m_parts.offer.setDismissible(false);
    m_timer.setObjectName(QStringLiteral("deletion"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(OfferedFor);
    connect(&m_timer, &QTimer::timeout, this, &HistoryDesk::carryOut);
    connect(&m_parts.offer, &NoticeBar::actionTriggered, this, &HistoryDesk::withdraw);
    connect(&m_parts.facts, &Facts::forgettingPreviewed, this, &HistoryDesk::takePreview);
    connect(&m_parts.facts, &Facts::historyForgotten, this, &HistoryDesk::takeEnd);
    connect(&m_parts.facts, &Facts::rowsForgotten, this, &HistoryDesk::noteForgotten);
    connect(&m_parts.panel, &LogPanel::selectionChanged, this, &HistoryDesk::updateActions);
    setUpActions();
    updateActions();
}

void HistoryDesk::setUpActions() const
{
    deleteRows->setObjectName(QStringLiteral("delete-rows"));
    clearHistory->setObjectName(QStringLiteral("clear-history"));
    clearHistory->setToolTip(tr("Delete all that has ended; pinned rows stay"));
    // As of a destination: the key is the list's alone.
    deleteRows->setShortcut(QKeySequence(Qt::Key_Delete));
    deleteRows->setShortcutContext(Qt::WidgetShortcut);
    deleteRows->setAutoRepeat(false); // The choice goes on; who holds the key means one.
    connect(deleteRows, &QAction::triggered, this, &HistoryDesk::offerRows);
    connect(clearHistory, &QAction::triggered, this, &HistoryDesk::offerAll);
}

void HistoryDesk::updateActions() const
{
    const qsizetype count = m_parts.panel.selectedKeys().size();
    const bool isTooMany = count > MostDeleted;
    deleteRows->setEnabled(count > 0 && !isTooMany);
    deleteRows->setToolTip(count == 0 ? tr("Choose a row first")
                               : isTooMany
                               ? tooManyText()
                               : tr("Delete the chosen rows, with all attempts of their "
                                    "deliveries; pinned ones stay"));
}

/// How many go is known to the store alone, since whole deliveries do.
void HistoryDesk::offerRows()
{
    const QList<Core::LogKey> rows = joined(m_parts.panel.selectedKeys());
    if (m_before || rows.isEmpty())
        return;
    if (rows.size() > MostDeleted)
        return m_parts.done.showBriefly(tooManyText());
    m_rows = {++m_lastTicket, rows, now()};
    offer(goingText(rows.size()));
    emit m_parts.requests.forgettingPreviewRequested(m_rows);
}

/// What is offered, and \a rows.
QList<Core::LogKey> HistoryDesk::joined(const QList<Core::LogKey> &rows) const
{
    QList<Core::LogKey> all = m_rows.rows;
    const QSet<Core::LogKey> offered(all.begin(), all.end());
    for (const Core::LogKey row : rows) {
        if (!offered.contains(row))
            all.append(row);
    }
    return all;
}

void HistoryDesk::offerAll()
{
    if (m_before)
        return;
    m_rows.rows.clear();
    m_before = now();
    offer(tr("The whole history will be deleted in a moment. Pinned rows stay, and so does what "
             "has not ended."));
}

void HistoryDesk::offer(const QString &text)
{
    m_parts.offer.showNotice(text);
    m_parts.undo.offer(*this, tr("&Undo deletion"), [this] { withdraw(); });
    m_timer.start();
}

void HistoryDesk::takePreview(const Core::ForgetAnswer &preview)
{
    if (preview.ticket != m_rows.ticket || m_rows.rows.isEmpty())
        return;
    if (preview.error || preview.rows == 0)
        withdraw();
    if (preview.error)
        emit m_parts.facts.refused(*preview.error);
    else if (preview.rows == 0)
        m_parts.done.showBriefly(tr("There is nothing to delete.") + stayingText(preview));
    else
        m_parts.offer.showNotice(goingText(preview.rows) + stayingText(preview));
}

void HistoryDesk::takeEnd(const Core::ForgetAnswer &answer)
{
    m_hasEnded = m_hasEnded || answer.ticket != 0;
    if (answer.error)
        emit m_parts.facts.refused(*answer.error);
    else
        m_parts.done.showBriefly(goneText(answer.rows) + stayingText(answer));
}

/// Whoever has deleted the row that is looked at goes on to the next one that is to stay; the list
/// is told later. The last rows come after the end.
void HistoryDesk::noteForgotten(const QList<Core::LogKey> &rows)
{
    const Core::LogKey chosen = m_parts.panel.chosen();
    if (m_deleted.contains(chosen) && rows.contains(chosen))
        m_parts.panel.stepAside(m_deleted + QSet<Core::LogKey>(rows.begin(), rows.end()));
    if (std::exchange(m_hasEnded, false))
        m_deleted.clear();
}

void HistoryDesk::withdraw()
{
    m_timer.stop();
    m_rows.rows.clear();
    m_before.reset();
    m_parts.offer.showNotice({});
    m_parts.undo.withdraw(*this);
}

void HistoryDesk::carryOut()
{
    const Core::ForgetOrder rows = m_rows;
    const std::optional<Core::Time> before = m_before;
    withdraw();
    if (!rows.rows.isEmpty()) {
        m_deleted = {rows.rows.begin(), rows.rows.end()};
        m_hasEnded = false;
        emit m_parts.requests.forgettingRequested(rows);
    } else if (before) {
        emit m_parts.requests.clearingRequested(*before);
    }
}

} // namespace Gui

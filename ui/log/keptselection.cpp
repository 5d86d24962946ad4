// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/keptselection.h"

#include "ui/log/logmodel.h"

#include <QItemSelectionModel>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace Gui {

using Core::LogFold;
using Core::LogKey;

namespace {

constexpr int MostOpened = 50; ///< Each is a pass over the lines of a view.
constexpr int MostKept = 10'000; ///< lines; each is looked for, and one key selects all again

bool areFoldedAlike(const Core::LogScope &one, const Core::LogScope &other)
{
    return one.foldsEvents == other.foldsEvents && one.foldsHeartbeats == other.foldsHeartbeats
        && one.order.isOfTime() == other.order.isOfTime();
}

} // namespace

KeptSelection::KeptSelection(LogModel &model)
    : m_model(model)
    , m_scope(model.scope())
{
}

QList<int> KeptSelection::lines() const
{
    QList<int> lines;
    for (const QItemSelectionRange &range : m_selection->selection()) {
        for (int line = range.top(); line <= range.bottom(); ++line)
            lines.append(line);
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

int KeptSelection::lineCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : m_selection->selection())
        count += range.height();
    return count;
}

/// An open line stands above its rows.
QList<LogKey> KeptSelection::rows() const
{
    QList<LogKey> rows;
    int end = 0;
    for (const int line : lines()) {
        if (line < end)
            continue;
        rows += m_model.rowsOf(line);
        const LineList::Line at = m_model.lineAt(line);
        end = at.isOpen ? line + 1 + at.rows : line + 1;
    }
    return rows;
}

void KeptSelection::keep()
{
    if (m_isKept)
        return;
    m_rows.clear();
    m_known.clear();
    m_folds.clear();
    m_children.clear();
    m_keptScope = m_scope;
    if (lineCount() > MostKept)
        return;
    for (const int line : lines())
        keepLine(line);
}

/// What a filter leaves of an event is not the event.
void KeptSelection::keepLine(int line)
{
    const LineList::Line at = m_model.lineAt(line);
    const LogFold fold = at.isHead ? m_model.foldAt(line) : LogFold();
    if (fold.isOfHeartbeats() || (fold.isOfEvent() && !m_scope.isNarrow()))
        m_folds.insert(fold.value);
    if (at.isChild)
        m_children.insert(at.key);
    m_rows += m_model.rowsOf(line);
}

void KeptSelection::restore()
{
    const QScopedValueRollback guard(m_isRestoring, true);
    m_scope = m_model.scope();
    m_isKept = true;
    m_isIncomplete = m_model.isSearching();
    open();
    select(wantedLines());
}

void KeptSelection::complete()
{
    if (m_isIncomplete && m_isKept && !m_model.isSearching())
        restore();
}

void KeptSelection::add(int line)
{
    m_known.clear();
    keepLine(line);
}

void KeptSelection::noteChange()
{
    if (!m_isRestoring)
        m_isKept = false;
}

bool KeptSelection::isClosed(int line) const
{
    const LineList::Line at = m_model.lineAt(line);
    return at.isHead && !at.isOpen;
}

/// Whether the line stands for no other rows than those that were selected, or for all that come.
bool KeptSelection::isWhole(int line)
{
    if (m_folds.contains(m_model.foldAt(line).value))
        return true;
    if (m_known.isEmpty())
        m_known = {m_rows.begin(), m_rows.end()};
    const QList<LogKey> behind = m_model.rowsOf(line);
    return std::all_of(behind.begin(), behind.end(),
                       [this](LogKey row) { return m_known.contains(row); });
}

/// The line of heartbeats is the same whatever stands behind it, unless one was picked out.
bool KeptSelection::isToOpen(LogKey row, int line)
{
    if (m_model.foldAt(line).isOfHeartbeats())
        return m_children.contains(row);
    return areFoldedAlike(m_scope, m_keptScope) && !isWhole(line);
}

void KeptSelection::open()
{
    int count = 0;
    const QList<LogKey> rows = m_rows; // What comes into sight may be added to them.
    for (const LogKey row : rows) {
        const int line = m_model.lineOf(row);
        if (line < 0 || !isClosed(line) || !isToOpen(row, line))
            continue;
        if (++count > MostOpened)
            return;
        m_model.toggle(line);
    }
}

QList<int> KeptSelection::wantedLines()
{
    QList<int> lines;
    for (const qint64 fold : std::as_const(m_folds)) {
        if (const int line = m_model.lineOf(LogFold{fold}); line >= 0)
            lines.append(line);
    }
    for (const LogKey row : std::as_const(m_rows)) {
        if (const int line = m_model.lineOf(row); line >= 0 && isWanted(row, line))
            lines.append(line);
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

/// Not what stands below a line that was selected, nor a line that stands for more.
bool KeptSelection::isWanted(LogKey row, int line)
{
    if (isClosed(line))
        return !isToOpen(row, line);
    return !m_model.lineAt(line).isChild || m_children.contains(row)
        || !m_folds.contains(m_model.foldAt(line).value);
}

void KeptSelection::select(const QList<int> &lines)
{
    QItemSelection selection;
    for (auto first = lines.begin(); first != lines.end();) {
        auto last = first;
        while (last + 1 != lines.end() && *(last + 1) == *last + 1)
            ++last;
        selection.select(m_model.index(*first, 0), m_model.index(*last, 0));
        first = last + 1;
    }
    m_selection->select(selection, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

} // namespace Gui

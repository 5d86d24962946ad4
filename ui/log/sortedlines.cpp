// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/sortedlines.h"

#include <algorithm>

namespace Gui {

using Core::LogKey;

namespace {

/// Takes lines away, and moves those behind up. A pass over all, however many runs there are.
void closeUp(QList<int> &lines, const QList<LineList::Removal> &removals)
{
    struct Gap
    {
        int begin;
        int end;
        int moved; ///< what stands behind it, so far
    };
    std::vector<Gap> gaps;
    int moved = 0;
    for (qsizetype i = removals.size() - 1; i >= 0; --i) {
        const LineList::Removal &removal = removals.at(i);
        moved += removal.count;
        gaps.push_back({removal.line, removal.line + removal.count, moved});
    }
    const auto gapBefore = [&gaps](int line) {
        return std::upper_bound(gaps.begin(), gaps.end(), line,
                                [](int one, const Gap &gap) { return one < gap.begin; });
    };
    auto kept = lines.begin();
    for (const int line : std::as_const(lines)) {
        const auto behind = gapBefore(line);
        if (behind == gaps.begin())
            *kept++ = line;
        else if (const Gap &gap = *std::prev(behind); line >= gap.end)
            *kept++ = line - gap.moved;
    }
    lines.erase(kept, lines.end());
}

/// Takes keys away, likewise.
void closeUpKeys(QList<LogKey> &keys, const QList<LineList::Removal> &removals)
{
    auto kept = keys.begin() + removals.last().line;
    for (auto removal = removals.crbegin(); removal != removals.crend(); ++removal) {
        const auto next = std::next(removal);
        const qsizetype end = next == removals.crend() ? keys.size() : next->line;
        kept = std::move(keys.begin() + removal->line + removal->count, keys.begin() + end, kept);
    }
    keys.erase(kept, keys.end());
}

} // namespace

SortedLines::SortedLines(const Core::SortedLog &log)
    : m_keys(log.keys)
    , m_byKey(log.byKey)
    , m_failures(log.failures)
{
}

int SortedLines::lineOf(LogKey key) const
{
    const auto found
        = std::lower_bound(m_byKey.begin(), m_byKey.end(), key,
                           [this](int line, LogKey wanted) { return m_keys.at(line) < wanted; });
    return found != m_byKey.end() && m_keys.at(*found) == key ? *found : -1;
}

qsizetype SortedLines::failuresIn(int first, int end) const
{
    const auto from = std::lower_bound(m_failures.begin(), m_failures.end(), first);
    return std::lower_bound(from, m_failures.end(), end) - from;
}

QList<LineList::Removal> SortedLines::drop(const QList<LogKey> &keys)
{
    std::vector<int> lines;
    for (const LogKey key : keys) {
        if (const int line = lineOf(key); line >= 0)
            lines.push_back(line);
    }
    return runsOf(std::move(lines));
}

void SortedLines::remove(const QList<Removal> &removals)
{
    if (removals.isEmpty())
        return;
    closeUpKeys(m_keys, removals);
    closeUp(m_byKey, removals);
    closeUp(m_failures, removals);
}

void SortedLines::mark(LogKey key, bool isFailure)
{
    const int line = lineOf(key);
    const auto found = std::lower_bound(m_failures.begin(), m_failures.end(), line);
    const bool isMarked = found != m_failures.end() && *found == line;
    if (isFailure && !isMarked)
        m_failures.insert(found, line);
    else if (!isFailure && isMarked)
        m_failures.erase(found);
}

} // namespace Gui

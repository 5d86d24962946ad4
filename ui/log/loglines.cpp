// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/loglines.h"

#include <algorithm>

namespace Gui {

using Core::LogEntry;
using Core::LogFold;
using Core::LogKey;

namespace {

// Two codes for each row: one of its own, one for a line of heartbeats that stands behind it.
qint64 codeOf(LogKey key)
{
    return 2 * key.value;
}

/// Behind the row that it is named by, which may come to stand there itself.
qint64 anchorOfHeartbeats(LogKey newest)
{
    return codeOf(newest) + 1;
}

LogKey keyOf(qint64 code)
{
    return {code / 2};
}

} // namespace

int LogLines::headOf(int line) const
{
    while (m_lines.at(line) < 0)
        --line;
    return line;
}

/// The first line whose anchor is not below \a anchor.
int LogLines::lowerBound(Code anchor) const
{
    int low = 0;
    int high = size();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        const int head = headOf(middle);
        if (m_lines.at(head) < anchor)
            low = middle + 1;
        else
            high = head;
    }
    return low;
}

int LogLines::lineOfAnchor(Code anchor) const
{
    const int line = lowerBound(anchor);
    return line < size() && m_lines.at(line) == anchor ? line : -1;
}

int LogLines::lineOf(const Place &place) const
{
    if (place.child == 0)
        return lowerBound(place.anchor);
    int line = lineOfAnchor(place.anchor) + 1;
    while (line < size() && m_lines.at(line) < 0 && -m_lines.at(line) < place.child)
        ++line;
    return line;
}

const LogLines::Fold *LogLines::foldAt(Code anchor) const
{
    const auto found = m_folds.find(anchor);
    return found == m_folds.end() ? nullptr : &found->second;
}

std::optional<LogLines::Code> LogLines::anchorOf(LogKey key) const
{
    if (const auto event = m_eventRows.constFind(key); event != m_eventRows.constEnd())
        return *event;
    for (const Code anchor : m_heartbeats) {
        const QList<LogKey> &rows = m_folds.at(anchor).rows;
        if (std::binary_search(rows.begin(), rows.end(), key))
            return anchor;
    }
    return std::nullopt;
}

LogLines::Line LogLines::at(int line) const
{
    const Code code = m_lines.at(line);
    if (code < 0)
        return {keyOf(-code), 1, false, false, true};
    const Fold *const fold = foldAt(code);
    if (fold == nullptr || fold->rows.isEmpty())
        return {keyOf(code), 1, false, false, false};
    const auto rows = static_cast<int>(fold->rows.size());
    return {fold->rows.last(), rows, rows > 1 || fold->isOpen, fold->isOpen, false};
}

int LogLines::lineOf(LogKey key) const
{
    const std::optional<Code> anchor = anchorOf(key);
    if (!anchor)
        return foldAt(codeOf(key)) == nullptr ? lineOfAnchor(codeOf(key)) : -1;
    const Fold &fold = m_folds.at(*anchor);
    return fold.isOpen ? lineOf(Place{*anchor, codeOf(key)}) : lineOfAnchor(*anchor);
}

int LogLines::lineOf(LogFold fold) const
{
    const Code anchor
        = fold.isOfEvent() ? codeOf(LogKey{fold.value}) : m_heartbeats.value(fold.value);
    return fold.isNull() ? -1 : lineOfAnchor(anchor);
}

LogFold LogLines::foldOf(LogKey key) const
{
    const std::optional<Code> anchor = anchorOf(key);
    return anchor ? m_folds.at(*anchor).id : LogFold{};
}

int LogLines::lineNear(LogKey key) const
{
    const int line = lineOf(key);
    return line >= 0 ? line : lowerBound(codeOf(key));
}

QList<LogKey> LogLines::rowsOf(int line) const
{
    const Code code = m_lines.at(line);
    const Fold *const fold = code < 0 ? nullptr : foldAt(code);
    return fold == nullptr ? QList<LogKey>{keyOf(std::abs(code))} : fold->rows;
}

qsizetype LogLines::failuresIn(int first, int end) const
{
    const auto from
        = std::lower_bound(m_failures.begin(), m_failures.end(), m_lines.at(headOf(first)));
    const auto to = end >= size()
        ? m_failures.end()
        : std::lower_bound(from, m_failures.end(), m_lines.at(headOf(end)));
    return to - from;
}

/// An event one of whose rows has failed stays marked.
void LogLines::mark(LogKey key, bool isFailure)
{
    const std::optional<Code> fold = anchorOf(key);
    const Code anchor = fold.value_or(codeOf(key));
    const auto found = std::lower_bound(m_failures.begin(), m_failures.end(), anchor);
    const bool isMarked = found != m_failures.end() && *found == anchor;
    if (isFailure && !isMarked)
        m_failures.insert(found, anchor);
    else if (!isFailure && isMarked && !fold)
        m_failures.erase(found);
}

QList<LogKey> LogLines::takeTouched()
{
    QList<LogKey> keys;
    for (const Code anchor : std::exchange(m_touched, {})) {
        if (const Fold *const fold = foldAt(anchor))
            keys.append(fold->rows.last());
    }
    return keys;
}

void LogLines::clear()
{
    *this = {};
}

QList<LogLines::Insertion> LogLines::take(const QList<LogEntry> &entries)
{
    std::vector<Place> places;
    QList<Code> failures;
    // The newest first, since a line of heartbeats stands where the newest of the first ones is.
    for (qsizetype i = entries.size() - 1; i >= 0; --i) {
        const LogEntry &entry = entries.at(i);
        if (contains(entry.key))
            continue;
        ++m_rows;
        if (entry.isFailure)
            failures.append(codeOf(entry.fold.isOfEvent() ? LogKey{entry.fold.value} : entry.key));
        if (const std::optional<Place> place = this->place(entry))
            places.push_back(*place);
    }
    addFailures(std::move(failures));
    std::sort(places.begin(), places.end());
    QList<Insertion> insertions;
    const bool isOnTop
        = !places.empty() && !m_lines.isEmpty() && places.back().anchor < m_lines.first();
    for (const Place &place : places) {
        const int line = isOnTop ? 0 : lineOf(place);
        if (insertions.isEmpty() || insertions.first().line != line)
            insertions.prepend({line, {}});
        insertions.first().codes.append(place.child == 0 ? place.anchor : -place.child);
    }
    return insertions;
}

/// The line that \a entry needs, if any.
std::optional<LogLines::Place> LogLines::place(const LogEntry &entry)
{
    if (entry.fold.isOfEvent())
        return placeInEvent(entry);
    if (entry.fold.isNull())
        return Place{codeOf(entry.key), 0};
    const Code anchor = m_heartbeats.value(entry.fold.value, anchorOfHeartbeats(entry.key));
    m_heartbeats.insert(entry.fold.value, anchor);
    return join(anchor, entry.fold, entry.key);
}

/// An event's line has the key of its first attempt, whether that is in the list or not. As long
/// as nothing else is behind it, it is a line like any other, and costs no more.
std::optional<LogLines::Place> LogLines::placeInEvent(const LogEntry &entry)
{
    const LogKey first{entry.fold.value};
    const Code anchor = codeOf(first);
    const bool isFold = foldAt(anchor) != nullptr;
    if (!isFold && entry.key == first)
        return Place{anchor, 0};
    if (!isFold && lineOfAnchor(anchor) >= 0) {
        m_folds[anchor] = {entry.fold, {first}, false};
        m_eventRows.insert(first, anchor);
    }
    m_eventRows.insert(entry.key, anchor);
    return join(anchor, entry.fold, entry.key);
}

std::optional<LogLines::Place> LogLines::join(Code anchor, LogFold fold, LogKey key)
{
    const auto [found, isNew] = m_folds.try_emplace(anchor, Fold{fold, {}, false});
    QList<LogKey> &rows = found->second.rows;
    rows.insert(std::lower_bound(rows.begin(), rows.end(), key), key);
    if (isNew)
        return Place{anchor, 0};
    m_touched.insert(anchor);
    if (found->second.isOpen)
        return Place{anchor, codeOf(key)};
    return std::nullopt;
}

void LogLines::addFailures(QList<Code> anchors)
{
    if (anchors.isEmpty())
        return;
    std::sort(anchors.begin(), anchors.end());
    QList<Code> all;
    all.reserve(m_failures.size() + anchors.size());
    std::merge(m_failures.begin(), m_failures.end(), anchors.begin(), anchors.end(),
               std::back_inserter(all));
    m_failures = std::move(all);
}

void LogLines::insert(const Insertion &insertion)
{
    const qsizetype count = insertion.codes.size();
    m_lines.insert(insertion.line, count, Code{0});
    std::copy(insertion.codes.begin(), insertion.codes.end(), m_lines.begin() + insertion.line);
}

QList<LogLines::Removal> LogLines::drop(const QList<LogKey> &keys)
{
    struct Going
    {
        LogKey key;
        std::optional<Code> anchor;
        int line;
    };
    std::vector<Going> going;
    for (const LogKey key : keys) {
        if (const int line = lineOf(key); line >= 0)
            going.push_back({key, anchorOf(key), line});
    }
    std::vector<int> lines;
    for (const auto &[key, anchor, line] : going) {
        --m_rows;
        mark(key, false);
        if (!anchor || m_lines.at(line) < 0)
            lines.push_back(line);
        if (!anchor)
            continue;
        leave(*anchor, key);
        if (foldAt(*anchor) == nullptr)
            lines.push_back(lineOfAnchor(*anchor));
    }
    return runsOf(std::move(lines));
}

void LogLines::leave(Code anchor, LogKey key)
{
    Fold &fold = m_folds.at(anchor);
    fold.rows.removeOne(key);
    m_eventRows.remove(key);
    m_touched.insert(anchor);
    if (!fold.rows.isEmpty())
        return;
    if (fold.id.isOfHeartbeats())
        m_heartbeats.remove(fold.id.value);
    m_folds.erase(anchor);
}

void LogLines::remove(const QList<Removal> &removals)
{
    for (const Removal &removal : removals)
        m_lines.remove(removal.line, removal.count);
}

QList<LogKey> LogLines::displaced() const
{
    QList<Code> anchors;
    for (const Code anchor : m_heartbeats) {
        const Fold &fold = m_folds.at(anchor);
        if (!fold.isOpen && anchor != anchorOfHeartbeats(fold.rows.last()))
            anchors.append(anchor);
    }
    std::sort(anchors.begin(), anchors.end());
    QList<LogKey> keys;
    for (const Code anchor : std::as_const(anchors))
        keys.append(m_folds.at(anchor).rows.last());
    return keys;
}

LogLines::Insertion LogLines::putInPlace(LogKey key)
{
    auto fold = m_folds.extract(anchorOf(key).value());
    const Code anchor = anchorOfHeartbeats(fold.mapped().rows.last());
    m_heartbeats.insert(fold.mapped().id.value, anchor);
    fold.key() = anchor;
    m_folds.insert(std::move(fold));
    return {lowerBound(anchor), {anchor}};
}

void LogLines::toggle(int head)
{
    Fold &fold = m_folds.at(m_lines.at(head));
    fold.isOpen = !fold.isOpen;
    if (!fold.isOpen)
        return m_lines.remove(head + 1, fold.rows.size());
    Insertion insertion{head + 1, {}};
    for (const LogKey key : std::as_const(fold.rows))
        insertion.codes.append(-codeOf(key));
    insert(insertion);
}

} // namespace Gui

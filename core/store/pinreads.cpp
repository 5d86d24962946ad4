// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pinreads.h"

#include "core/store/database.h"

#include <algorithm>
#include <limits>

namespace Core {

namespace {

template<typename Id>
LogKey keyIn(Rows &&rows)
{
    return rows.next() ? LogKey::of(rows.take<Id>()) : LogKey{};
}

// The index holds the pinned attempts alone. Captures have none, since every capture would pay for
// it; their rows are short.

LogKey newerThan(Database &database, LogKey row)
{
    const LogKey sent = keyIn<AttemptId>(
        database.select("SELECT id FROM attempts INDEXED BY attempts_pinned WHERE is_pinned = 1"
                        " AND 2 * id > ? ORDER BY id LIMIT 1",
                        row.value));
    const LogKey received = keyIn<CaptureId>(database.select(
        "SELECT id FROM captures WHERE is_pinned = 1 AND id >= ? ORDER BY id LIMIT 1",
        (row.value + 1) / 2));
    return sent.isNull() || received.isNull() ? std::max(sent, received) : std::min(sent, received);
}

LogKey olderThan(Database &database, LogKey row)
{
    const LogKey sent = keyIn<AttemptId>(
        database.select("SELECT id FROM attempts INDEXED BY attempts_pinned WHERE is_pinned = 1"
                        " AND 2 * id < ? ORDER BY id DESC LIMIT 1",
                        row.value));
    const LogKey received = keyIn<CaptureId>(database.select(
        "SELECT id FROM captures WHERE is_pinned = 1 AND id < ? ORDER BY id DESC LIMIT 1",
        row.value / 2));
    return std::max(sent, received);
}

} // namespace

LogKey pinBeyond(Database &database, const PinQuestion &question)
{
    constexpr LogKey Oldest{0};
    constexpr LogKey Newest{std::numeric_limits<qint64>::max()};
    const bool isNewer = question.side == LogSide::Newer;
    const auto beyond = [&database, isNewer](LogKey row) {
        return isNewer ? newerThan(database, row) : olderThan(database, row);
    };
    const LogKey end = isNewer ? Oldest : Newest;
    const LogKey found = question.from.isNull() ? LogKey{} : beyond(question.from);
    return found.isNull() ? beyond(end) : found;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history.h"

#include <algorithm>

namespace Core {

namespace {

constexpr int HistoryRows = 1000;
constexpr int RecentRows = 30;

} // namespace

Result<History> readHistory(Records &records)
{
    LogQuery newest;
    newest.limit = HistoryRows;
    const auto attempts = records.attempts(newest);
    if (!attempts)
        return attempts.error();
    const auto captures = records.captures({}, 0, HistoryRows);
    if (!captures)
        return captures.error();
    History history{*attempts, *captures};
    std::reverse(history.attempts.begin(), history.attempts.end());
    std::reverse(history.captures.begin(), history.captures.end());
    return history;
}

std::optional<Time> newestMoment(const History &history)
{
    std::optional<Time> newest;
    if (!history.attempts.isEmpty())
        newest = history.attempts.last().startedAt;
    if (!history.captures.isEmpty())
        newest = std::max(newest, std::optional(history.captures.last().receivedAt));
    return newest;
}

Result<QList<Attempt>> readRecent(Records &records, DestinationId destination)
{
    LogQuery query;
    query.destination = destination;
    query.limit = RecentRows;
    auto recent = records.attempts(query);
    if (recent)
        std::reverse(recent->begin(), recent->end());
    return recent;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history.h"

#include <algorithm>

namespace Core {

namespace {

constexpr int RecentRows = 30;

} // namespace

Result<std::optional<Time>> readNewestMoment(Records &records)
{
    LogQuery newest;
    newest.limit = 1;
    const auto attempts = records.attempts(newest);
    if (!attempts)
        return attempts.error();
    const auto captures = records.captures(newest);
    if (!captures)
        return captures.error();
    std::optional<Time> moment;
    if (!attempts->isEmpty())
        moment = attempts->first().startedAt;
    if (!captures->isEmpty())
        moment = std::max(moment, std::optional(captures->first().receivedAt));
    return moment;
}

Result<QList<Attempt>> readRecent(Records &records, DestinationId destination)
{
    LogQuery query;
    FilterTerm term;
    term.key = FilterKey::DestinationName;
    term.text = toString(destination);
    query.filter = filterOf(term);
    query.limit = RecentRows;
    auto recent = records.attempts(query);
    if (recent)
        std::reverse(recent->begin(), recent->end());
    return recent;
}

} // namespace Core

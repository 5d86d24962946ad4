// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history.h"

#include <algorithm>

namespace Core {

namespace {

constexpr int RecentRows = 30;
constexpr int LaterRows = 500; ///< of which most are only counted
constexpr qsizetype MostRecentRows = 1'000;
constexpr int FirstRows = 5; ///< as many failures as are needed to spare a receiver
constexpr int FailedRows = 60; ///< after so many, pauses are as long as they get
constexpr int MostRateRows = 10'000;
constexpr Milliseconds LongestFlight{62'000}; ///< from the start of an attempt to its end

LogQuery attemptsOf(DestinationId destination, int limit)
{
    FilterTerm term;
    term.key = FilterKey::DestinationName;
    term.text = toString(destination);
    LogQuery query;
    query.filter = filterOf(term);
    query.limit = limit;
    return query;
}

/// How many of the newest attempts count, when these are the first of them.
int unsettledRows(const QList<Attempt> &first, const Destination &destination, Time now)
{
    const bool isDown = first.size() == FirstRows
        && std::all_of(first.begin(), first.end(),
                       [](const auto &one) { return one.outcome == AttemptOutcome::Temporary; });
    const auto &rate = destination.rateLimit;
    const bool isCounted
        = rate && !first.isEmpty() && now - first.first().startedAt < LongestFlight + rate->period;
    return std::max(isDown ? FailedRows : FirstRows,
                    isCounted ? std::min(rate->count, MostRateRows) : 0);
}

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
    LogQuery query = attemptsOf(destination, RecentRows);
    QList<Attempt> recent;
    for (bool isEnough = false; !isEnough; query.limit = LaterRows) {
        const auto page = records.attempts(query);
        if (!page)
            return page.error();
        recent += *page;
        query.before = page->isEmpty() ? 0 : page->last().id.value;
        isEnough = page->size() < query.limit || recent.size() >= MostRecentRows
            || std::any_of(page->begin(), page->end(), [](const Attempt &attempt) {
                       return attempt.outcome == AttemptOutcome::Delivered;
                   });
    }
    std::reverse(recent.begin(), recent.end());
    return recent;
}

Result<QHash<DestinationId, QList<Attempt>>>
readUnsettled(Records &records, const QList<Destination> &destinations, Time now)
{
    QHash<DestinationId, QList<Attempt>> unsettled;
    for (const Destination &destination : destinations) {
        auto found = records.attempts(attemptsOf(destination.id, FirstRows));
        if (!found)
            return found.error();
        const int rows = unsettledRows(*found, destination, now);
        if (rows > FirstRows)
            found = records.attempts(attemptsOf(destination.id, rows));
        if (!found)
            return found.error();
        std::reverse(found->begin(), found->end());
        unsettled.insert(destination.id, *found);
    }
    return unsettled;
}

} // namespace Core

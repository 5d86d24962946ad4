// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history.h"

#include <algorithm>

namespace Core {

namespace {

constexpr int RecentRows = 30;
constexpr int LaterRows = 500; ///< of which most are only counted
constexpr qsizetype MostRecentRows = 1'000;

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

} // namespace Core

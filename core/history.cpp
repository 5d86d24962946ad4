// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history.h"

#include <algorithm>
#include <iterator>

namespace Core {

namespace {

constexpr int RecentRows = 30;
constexpr int LaterRows = 500; ///< of which most are only counted
constexpr qsizetype MostRecentRows = 1'000;
constexpr int NewestRows = 8; ///< which tell mostly that nothing counts
constexpr std::chrono::hours ProvingTime{1}; ///< as of a clock that leaps while it is watched
constexpr int FailuresThatCount = 60; ///< after so many, pauses are as long as they get

LogQuery newestOf(DestinationId destination, int limit)
{
    FilterTerm term;
    term.key = FilterKey::DestinationName;
    term.text = toString(destination);
    LogQuery query;
    query.filter = filterOf(term);
    query.limit = limit;
    return query;
}

/// There may be a hundred thousand of them.
Attempt withoutNames(Attempt attempt)
{
    attempt.destinationName.clear();
    attempt.eventType.clear();
    attempt.error.clear();
    return attempt;
}

/// Goes back through a destination's attempts until none that is older counts. The newest that
/// tells how the receiver is does in any case.
class LookBack final
{
public:
    LookBack(const Destination &destination, Time now)
        : m_destination(destination)
        , m_now(now)
    {
    }

    bool counts(const Attempt &attempt)
    {
        const bool isNews = !m_isKnown && attempt.url == m_destination.url
            && (attempt.outcome == AttemptOutcome::Delivered || isFailure(attempt));
        m_isKnown = m_isKnown || isNews;
        m_isStreak = m_isStreak && attempt.outcome != AttemptOutcome::Delivered
            && attempt.url == m_destination.url && m_failures < FailuresThatCount;
        m_failures += isFailure(attempt) ? 1 : 0;
        const auto &rate = m_destination.rateLimit;
        const bool isLimited = rate && m_posts < rate->count
            && m_now - attempt.startedAt < LongestAttempt + limitForHeartbeats(*rate).period;
        m_posts += attempt.failure == Failure::NotSent ? 0 : 1;
        return m_isStreak || isLimited || isNews;
    }

private:
    const Destination &m_destination;
    const Time m_now;
    bool m_isKnown = false;
    bool m_isStreak = true;
    int m_failures = 0;
    int m_posts = 0;
};

struct NumberedMoment
{
    qint64 number = 0; ///< of the row; 0 for none
    std::optional<Time> at;
};

LogQuery newestBelow(qint64 number)
{
    LogQuery query;
    query.before = number;
    query.limit = 1;
    return query;
}

/// Of the rows with a smaller number than \a before; 0 for all of them.
Result<NumberedMoment> newestAttempt(Records &records, qint64 before)
{
    const auto rows = records.attempts(newestBelow(before));
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? NumberedMoment{}
                           : NumberedMoment{rows->first().id.value, rows->first().startedAt};
}

Result<NumberedMoment> newestCapture(Records &records, qint64 before)
{
    const auto rows = records.captures(newestBelow(before));
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? NumberedMoment{}
                           : NumberedMoment{rows->first().id.value, rows->first().receivedAt};
}

/// Attempts and captures are numbered together.
Result<NumberedMoment> newestRow(Records &records, qint64 before)
{
    const auto attempt = newestAttempt(records, before);
    if (!attempt)
        return attempt.error();
    const auto capture = newestCapture(records, before);
    if (!capture)
        return capture.error();
    return attempt->number > capture->number ? *attempt : *capture;
}

/// The moment of a row that is no later than \a latest while the one written after it is. Rows lie
/// in the order of time but where the clock has leapt, so some twenty of a million are read.
Result<std::optional<Time>> lastUpTo(Time latest, Records &records)
{
    const auto newest = newestRow(records, 0);
    if (!newest)
        return newest.error();
    std::optional<Time> found;
    qint64 low = 1; // below it there is nothing, or what is found
    qint64 high = newest->number + 2; // below it there is something later
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        const auto row = newestRow(records, middle);
        if (!row)
            return row.error();
        if (row->at && *row->at > latest) {
            high = middle;
        } else {
            low = middle;
            found = row->at;
        }
    }
    return found;
}

} // namespace

Result<std::optional<Time>> readNewestMoment(Records &records)
{
    const auto attempt = newestAttempt(records, 0);
    if (!attempt)
        return attempt.error();
    const auto capture = newestCapture(records, 0);
    if (!capture)
        return capture.error();
    return std::max(attempt->at, capture->at);
}

Result<std::optional<Time>> readProvenMoment(Records &records)
{
    const auto newest = readNewestMoment(records);
    if (!newest || !*newest)
        return newest;
    const auto proven = lastUpTo(**newest - ProvingTime, records);
    return proven && !*proven ? newest : proven;
}

Result<QList<Attempt>> readRecent(Records &records, DestinationId destination)
{
    LogQuery query = newestOf(destination, RecentRows);
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

Result<QList<Attempt>> readUnsettled(Records &records, const Destination &destination, Time now)
{
    LogQuery query = newestOf(destination.id, NewestRows);
    LookBack lookBack(destination, now);
    QList<Attempt> unsettled;
    for (bool isOver = false; !isOver; query.limit = LaterRows) {
        const auto page = records.attempts(query);
        if (!page)
            return page.error();
        const auto end
            = std::find_if_not(page->begin(), page->end(), [&lookBack](const Attempt &attempt) {
                  return lookBack.counts(attempt);
              });
        std::transform(page->begin(), end, std::back_inserter(unsettled), withoutNames);
        isOver = end != page->end() || page->size() < query.limit;
        query.before = page->isEmpty() ? 0 : page->last().id.value;
    }
    std::reverse(unsettled.begin(), unsettled.end());
    return unsettled;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/lane.h"

#include "core/model/secrets.h"

#include <algorithm>

namespace Core {

namespace {

constexpr Milliseconds ShortestUnsentPause{1'000};
constexpr Milliseconds LongestUnsentPause{60'000};
constexpr Milliseconds ClaimLead{30}; ///< in which most claims are on record
constexpr Milliseconds LongestSpacing{20}; ///< so that a few need not wait for each other
constexpr int MostThatPass = 9; ///< before a heartbeat, while deliveries wait all the time

/// POSTs under \a limit are kept so far apart. At little less than its even pace there are no
/// bursts, after which each period begins with what is slow after a rest, and what came late is
/// caught up with.
Milliseconds spacingOf(const RateLimit &limit)
{
    return std::min(LongestSpacing, limit.period / limit.count * 9 / 10);
}

/// Who takes no heartbeats is there, and may well take all else.
bool isRefusedHeartbeat(const Attempt &ended)
{
    return ended.kind == EventKind::Heartbeat && ended.outcome == AttemptOutcome::Failed
        && ended.status != 0;
}

// How much of a queue may be of entries that were removed: so few, or that part.
constexpr std::size_t FewRemoved = 64;
constexpr std::size_t RemovedPart = 8;

} // namespace

auto LaneQueue::isBehind() const
{
    return [this](const LaneEntry &a, const LaneEntry &b) {
        // Ids grow in order of acceptance.
        if (m_isOrdered || a.dueAt == b.dueAt)
            return a.delivery > b.delivery;
        return a.dueAt > b.dueAt;
    };
}

void LaneQueue::setOrdered(bool isOrdered)
{
    if (isOrdered == m_isOrdered)
        return;
    m_isOrdered = isOrdered;
    std::make_heap(m_entries.begin(), m_entries.end(), isBehind());
    skipRemoved();
}

void LaneQueue::push(const LaneEntry &entry)
{
    m_entries.push_back(entry);
    std::push_heap(m_entries.begin(), m_entries.end(), isBehind());
}

LaneEntry LaneQueue::pop()
{
    const LaneEntry entry = front();
    dropFront();
    skipRemoved();
    return entry;
}

bool LaneQueue::contains(DeliveryId delivery) const
{
    return !m_removed.contains(delivery)
        && std::any_of(m_entries.begin(), m_entries.end(),
                       [delivery](const LaneEntry &entry) { return entry.delivery == delivery; });
}

bool LaneQueue::remove(DeliveryId delivery)
{
    if (m_entries.empty() || !m_removed.insert(delivery).second)
        return false;
    skipRemoved();
    if (m_removed.size() > FewRemoved && m_removed.size() > m_entries.size() / RemovedPart)
        sweep();
    return true;
}

void LaneQueue::clear()
{
    m_entries.clear();
    m_removed.clear();
}

void LaneQueue::dropFront()
{
    std::pop_heap(m_entries.begin(), m_entries.end(), isBehind());
    m_entries.pop_back();
}

void LaneQueue::skipRemoved()
{
    while (!m_removed.empty() && !m_entries.empty() && m_removed.erase(front().delivery) > 0)
        dropFront();
}

void LaneQueue::sweep()
{
    std::erase_if(m_entries,
                  [this](const LaneEntry &entry) { return m_removed.erase(entry.delivery) > 0; });
    m_removed = {};
    std::make_heap(m_entries.begin(), m_entries.end(), isBehind());
}

Lane::Lane(Registration registration)
    : m_registration(std::move(registration))
{
    m_queue.setOrdered(m_registration.destination.ordered);
    noteLimit();
}

/// What was sent counts for whoever takes the limit away and sets one again.
void Lane::noteLimit()
{
    if (const auto &limit = m_registration.destination.rateLimit)
        m_counted = static_cast<std::size_t>(limit->count);
}

void Lane::setDestination(const Destination &destination)
{
    const Destination &before = m_registration.destination;
    const bool isResumed
        = before.state == DestinationState::Paused && destination.state == DestinationState::Active;
    const bool hasMoved = destination.url != before.url;
    if (hasMoved)
        m_trust = Trust::Untried;
    if (isResumed || hasMoved)
        forgive();
    else if (destination.verifyTls != before.verifyTls)
        m_breaker.close(); // nothing is known of the new way there
    if (destination.heartbeat != before.heartbeat)
        forgetHeartbeat(); // the new pace makes the next one
    m_registration.destination = destination;
    m_registration.secrets = fittingSecrets(destination.signature, m_registration.secrets);
    m_queue.setOrdered(destination.ordered);
    noteLimit();
}

void Lane::forgive()
{
    m_breaker.close();
    m_heldUntil = {};
}

void Lane::add(const LaneEntry &entry)
{
    noteAnswered(entry.delivery);
    (entry.isTest ? m_tests : m_queue).push(entry);
}

bool Lane::remove(DeliveryId delivery)
{
    if (std::find(m_claimed.begin(), m_claimed.end(), delivery) != m_claimed.end())
        return false;
    return (m_tests.contains(delivery) ? m_tests : m_queue).remove(delivery);
}

void Lane::noteAnswered(DeliveryId claimed)
{
    std::erase(m_claimed, claimed);
}

void Lane::clear()
{
    m_queue.clear();
    m_tests.clear();
    forgetHeartbeat();
}

void Lane::forgetHeartbeat()
{
    m_wantsHeartbeat = false;
    m_passedHeartbeat = 0;
}

void Lane::holdUntil(Tick until)
{
    m_heldUntil = std::max(m_heldUntil, until);
}

std::optional<Tick> Lane::heldUntil(Tick now) const
{
    return m_heldUntil > now ? std::optional(m_heldUntil) : std::nullopt;
}

bool Lane::hasSlot() const
{
    const Destination &destination = m_registration.destination;
    return m_inFlight < (destination.ordered ? 1 : destination.concurrency);
}

bool Lane::mayStart() const
{
    return hasSlot() && m_registration.destination.state == DestinationState::Active
        && (!m_breaker.isOpen() || m_inFlight == 0);
}

/// \a start, or the first moment after it at which \a limit allows another POST.
Tick Lane::withinRate(Tick start, const RateLimit &limit) const
{
    // What two POSTs' ways to the receiver may differ by after their connections are made.
    const Milliseconds period = limit.period + limit.period / 200;
    const int counted = limit.count - m_unsent;
    if (counted <= 0)
        return start + period; // whoever tells that one of them has left asks again
    if (std::ssize(m_posts) < counted)
        return start;
    return std::max(start, m_posts[m_posts.size() - static_cast<std::size_t>(counted)] + period);
}

Tick Lane::departure(Tick now) const
{
    const std::optional<RateLimit> &limit = m_registration.destination.rateLimit;
    return limit ? withinRate(now, *limit) : now;
}

/// When to take what leaves at \a start, or as soon after it as the limit allows: a little ahead,
/// so that the time which a claim takes is none of the limit's.
Tick Lane::aheadOf(Tick start) const
{
    const std::optional<RateLimit> &limit = m_registration.destination.rateLimit;
    if (!limit)
        return start;
    const Tick spaced = std::max(start, m_lastTaken + spacingOf(*limit));
    return std::max(spaced, withinRate(spaced, *limit) - ClaimLead);
}

Tick Lane::earliestTest(Tick now) const
{
    return aheadOf(std::max(m_tests.front().dueAt, now));
}

Tick Lane::earliestDelivery(Tick now) const
{
    return aheadOf(std::max(m_queue.front().dueAt, unhindered(now)));
}

Tick Lane::earliestHeartbeat(Tick now) const
{
    const std::optional<RateLimit> &limit = m_registration.destination.rateLimit;
    const Tick start = unhindered(now);
    return aheadOf(limit && !hasLetPass() ? withinRate(start, limitForHeartbeats(*limit)) : start);
}

/// \a now, or when what holds the lane back ends, but for its rate limit.
Tick Lane::unhindered(Tick now) const
{
    return std::max({m_heldUntil, m_unsentPauseEnds, m_breaker.probeAt().value_or(now), now});
}

void Lane::noteTaken(Tick now)
{
    ++m_inFlight;
    ++m_unsent;
    m_lastTaken = now;
}

void Lane::noteNotSent()
{
    Q_ASSERT(m_unsent > 0);
    --m_unsent;
    m_passedHeartbeat = std::max(0, m_passedHeartbeat - 1);
}

void Lane::noteSent(Tick at)
{
    Q_ASSERT(m_unsent > 0);
    --m_unsent;
    m_unsentPause = Milliseconds{0};
    m_unsentPauseEnds = {};
    countPost(at);
}

void Lane::countPost(Tick at)
{
    if (m_counted == 0)
        return;
    m_posts.insert(std::upper_bound(m_posts.begin(), m_posts.end(), at), at);
    while (m_posts.size() > m_counted)
        m_posts.pop_front();
}

Milliseconds Lane::pauseUnsent(Tick now)
{
    // Those that fail together are one try.
    if (now >= m_unsentPauseEnds) {
        m_unsentPause = std::clamp(2 * m_unsentPause, ShortestUnsentPause, LongestUnsentPause);
        m_unsentPauseEnds = now + m_unsentPause;
    }
    return m_unsentPause;
}

void Lane::noteFailure(Tick now)
{
    if (m_streak.count == 0)
        m_streakBegan = now;
    ++m_streak.count;
    m_streak.lasted = now - m_streakBegan;
}

void Lane::noteEnd(const Attempt &ended, Tick now)
{
    if (ended.url != m_registration.destination.url)
        return;
    const bool isSuccess = ended.outcome == AttemptOutcome::Delivered;
    if (isSuccess)
        m_streak = {};
    else if (isFailure(ended) && !isRefusedHeartbeat(ended))
        noteFailure(now);
    noteForTrust(ended);
    noteForBreaker(ended, now);
}

void Lane::noteForTrust(const Attempt &ended)
{
    if (ended.outcome == AttemptOutcome::Delivered)
        m_trust = Trust::Proven;
    else if (isFailure(ended))
        m_trust = Trust::Doubtful;
}

/// What is the first of all may take a place that is kept for it, but not one after the other.
Trust Lane::trust() const
{
    return m_trust == Trust::Untried && m_inFlight > 0 ? Trust::Doubtful : m_trust;
}

/// A test is no probe: when it fails, nothing else waits any longer for it.
void Lane::noteForBreaker(const Attempt &ended, Tick now)
{
    const bool isSuccess = ended.outcome == AttemptOutcome::Delivered;
    if (isSuccess || ended.kind != EventKind::Test || !m_breaker.isOpen())
        m_breaker.noteEnd(ended, now);
}

void Lane::recall(const Attempt &past, const PastMoments &moments)
{
    if (past.failure == Failure::NotSent)
        return;
    countPost(moments.sent);
    if (past.url != m_registration.destination.url)
        return;
    // Who was let through while it was open was the probe.
    if (m_breaker.isOpen() && moments.began >= *m_breaker.probeAt())
        m_breaker.noteStart();
    noteForTrust(past);
    noteForBreaker(past, moments.ended);
}

void Lane::endRecall(Tick now)
{
    m_breaker.hasten(now);
}

bool Lane::mayTakeTest(Tick now) const
{
    return hasSlot() && !m_tests.isEmpty() && earliestTest(now) <= now;
}

const LaneEntry *Lane::nextDelivery(Tick now) const
{
    if (mayTakeTest(now))
        return &m_tests.front();
    if (!mayStart() || m_queue.isEmpty() || earliestDelivery(now) > now)
        return nullptr;
    return &m_queue.front();
}

std::optional<LaneEntry> Lane::takeDelivery(Tick now)
{
    const LaneEntry *const next = nextDelivery(now);
    if (!next)
        return std::nullopt;
    noteTaken(now);
    m_passedHeartbeat += m_wantsHeartbeat ? 1 : 0;
    m_claimed.push_back(next->delivery);
    if (next->isTest)
        return m_tests.pop();
    m_breaker.noteStart();
    return m_queue.pop();
}

/// What is due goes first: an open breaker's probe it is always, else nine times out of ten.
bool Lane::hasLetPass() const
{
    return m_passedHeartbeat >= MostThatPass && !m_breaker.isOpen();
}

bool Lane::mayTakeHeartbeat(Tick now) const
{
    return m_wantsHeartbeat && !m_heartbeatInFlight && mayStart() && earliestHeartbeat(now) <= now
        && (hasLetPass() || !nextDelivery(now));
}

bool Lane::takeHeartbeat(Tick now)
{
    if (!mayTakeHeartbeat(now))
        return false;
    forgetHeartbeat();
    m_heartbeatInFlight = true;
    noteTaken(now);
    m_breaker.noteStart();
    return true;
}

std::optional<Tick> Lane::nextStart(Tick now) const
{
    std::optional<Tick> next;
    const auto consider = [&next](Tick start) { next = next ? std::min(*next, start) : start; };
    if (hasSlot() && !m_tests.isEmpty())
        consider(earliestTest(now));
    if (mayStart() && !m_queue.isEmpty())
        consider(earliestDelivery(now));
    if (mayStart() && m_wantsHeartbeat && !m_heartbeatInFlight)
        consider(earliestHeartbeat(now));
    return next;
}

std::optional<Tick> Lane::nextHeartbeat(Tick asked) const
{
    return mayStart() ? std::optional(earliestHeartbeat(asked)) : std::nullopt;
}

void Lane::release()
{
    Q_ASSERT(m_inFlight > 0);
    --m_inFlight;
}

void Lane::releaseHeartbeat()
{
    m_heartbeatInFlight = false;
    release();
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/witness.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace Core;

namespace {

constexpr int FailuresThatOpen = 5;
constexpr Milliseconds ShortestProbePause{5'000};
constexpr Milliseconds LongestClaim{25}; ///< what is being claimed is not called back
constexpr Milliseconds LongestWay{100}; ///< from a claim to the receiver
constexpr int FailuresRecalled = 60; ///< of the last run, the newest
constexpr int QuietPeriods = 4; ///< before a heartbeat takes the only place of a rate limit
constexpr int FewestThatPass = 8; ///< one of nine may have been cancelled as it was claimed

} // namespace

void Witness::checkLane(const Attempt &attempt, const Destination &destination, Door &door)
{
    const QString what = toString(attempt.id);
    const Tick now = m_clock.tick();
    const auto allowed
        = static_cast<std::size_t>(destination.ordered ? 1 : destination.concurrency);
    require(door.flying.size() < allowed, "never more at once than allowed", what);
    if (attempt.kind == EventKind::Heartbeat)
        checkHeartbeat(attempt, destination, door);
    const auto due = door.dueAt.find(attempt.delivery);
    require(due == door.dueAt.end() || now >= due->second, "no attempt before its time", what);
    if (attempt.kind == EventKind::Test)
        return;
    require(now >= door.heldUntil || now - door.heldSince <= LongestClaim,
            "429 holds what comes next", what);
    require(!door.pausedSince || now - *door.pausedSince <= LongestClaim,
            "nothing is sent while paused", what);
    if (door.temporaryInARow < FailuresThatOpen || now - door.openedAt <= LongestClaim)
        return;
    const bool isOnly = std::all_of(door.flying.begin(), door.flying.end(), [this](AttemptId id) {
        return m_seen.at(id).kind == EventKind::Test;
    });
    require(isOnly, "one probe at a time", what);
    require(now - door.lastFailure >= ShortestProbePause, "a pause before every probe", what);
}

/// It takes what deliveries leave and keeps room in a rate limit for those that come; one start in
/// ten is its own.
void Witness::checkHeartbeat(const Attempt &heartbeat, const Destination &destination,
                             const Door &door)
{
    const QString what = toString(heartbeat.id);
    const Tick now = m_clock.tick();
    const bool isAlone = std::none_of(door.flying.begin(), door.flying.end(), [this](AttemptId id) {
        return m_seen.at(id).kind == EventKind::Heartbeat;
    });
    require(isAlone, "one heartbeat at a time", what);
    require(!door.quietSince || now - *door.quietSince <= LongestClaim,
            "no heartbeat where they are off", what);
    require(door.sentBesideHeartbeat >= FewestThatPass || keepsRoom(destination, door),
            "heartbeats leave room in a rate limit", what);
    if (!m_waiting.hasWaited(destination, LongestClaim))
        return;
    require(door.sentBesideHeartbeat >= FewestThatPass, "heartbeats leave the way to deliveries",
            what);
    require(door.temporaryInARow < FailuresThatOpen || now - door.openedAt <= LongestClaim,
            "a delivery that is due is the probe", what);
}

void Witness::noteHeartbeatsMade()
{
    m_heartbeatsMadeAt = m_clock.tick();
    for (auto &[id, door] : m_doors) {
        const bool hasOwnPauses = destinationOf(id).heartbeat.has_value();
        if (!hasOwnPauses && !std::exchange(door.mayWantHeartbeat, true))
            door.sentBesideHeartbeat = 0;
    }
}

/// One that was being claimed when others were made may be wanted again already.
void Witness::noteBesideHeartbeat(EventKind kind, Door &door) const
{
    if (kind != EventKind::Heartbeat) {
        ++door.sentBesideHeartbeat;
        return;
    }
    door.sentBesideHeartbeat = 0;
    door.mayWantHeartbeat = m_clock.tick() - m_heartbeatsMadeAt <= LongestClaim;
}

/// Whether at least half of the places of a rate limit stay free beside a heartbeat that starts
/// now; a single place is free for a while before.
bool Witness::keepsRoom(const Destination &destination, const Door &door) const
{
    const auto &limit = destination.rateLimit;
    if (!limit)
        return true;
    const Tick from = m_clock.tick() - limit->period * (limit->count == 1 ? QuietPeriods : 1);
    const auto left = std::ssize(door.arrivals)
        - (std::upper_bound(door.arrivals.begin(), door.arrivals.end(), from)
           - door.arrivals.begin());
    return left <= std::max(0, limit->count / 2 - 1);
}

void Witness::checkRate(const Destination &destination, Door &door, Tick arrival)
{
    auto &arrivals = door.arrivals;
    const auto place
        = arrivals.insert(std::upper_bound(arrivals.begin(), arrivals.end(), arrival), arrival);
    const auto &limit = destination.rateLimit;
    if (!limit)
        return;
    const auto from = std::max<std::ptrdiff_t>(0, place - arrivals.begin() - limit->count);
    for (auto first = arrivals.begin() + from;
         first <= place && arrivals.end() - first > limit->count; ++first) {
        require(*(first + limit->count) - *first > limit->period,
                "never more in any period than the rate limit", toString(destination.id));
    }
}

void Witness::checkOrder(const Attempt &attempt, const Destination &destination)
{
    if (!destination.ordered || attempt.kind != EventKind::Published)
        return;
    for (const auto &[id, row] : m_tables->rows.deliveries) {
        if (id >= attempt.delivery)
            return;
        const Delivery &earlier = row.delivery;
        const bool isSame = earlier.destination == destination.id && !isEnded(earlier.state);
        const EventKind kind = m_tables->rows.eventWithId(earlier.event)->event.kind;
        require(!isSame || kind != EventKind::Published, "order is kept", toString(attempt.id));
    }
}

void Witness::noteEndAt(Door &door, const FinishAttempt &finish, const Seen &seen)
{
    const bool isUnknown = finish.attempt.outcome == AttemptOutcome::Interrupted
        || finish.attempt.failure == Failure::NotSent;
    if (isSuccess(seen.fate) && !isUnknown) {
        door.temporaryInARow = 0;
        return;
    }
    const Fate &fate = seen.fate;
    if (fate.status == 429 && fate.retryAfter)
        hold(door, *fate.retryAfter);
    const bool isOpen = door.temporaryInARow >= FailuresThatOpen;
    if (isUnknown || (isOpen && seen.kind == EventKind::Test))
        return;
    door.lastFailure = m_clock.tick();
    if (isTemporary(fate, destinationOf(seen.destination).retryOn))
        ++door.temporaryInARow;
    else if (!isOpen)
        door.temporaryInARow = 0;
    if (!isOpen)
        door.openedAt = m_clock.tick();
}

/// A 429 that lands while another holds the lane makes that hold longer, no new one.
void Witness::hold(Door &door, Milliseconds pause)
{
    const Tick now = m_clock.tick();
    if (now >= door.heldUntil)
        door.heldSince = now;
    door.heldUntil = std::max(door.heldUntil, now + pause);
}

/// A person says that it works again.
void Witness::forgive(Door &door)
{
    door.temporaryInARow = 0;
    door.heldUntil = {};
}

void Witness::noteChange(const Destination &destination)
{
    Door &door = m_doors[destination.id];
    const bool isPaused = destination.state == DestinationState::Paused;
    const bool hasMoved = door.url != destination.url;
    if ((door.pausedSince && !isPaused) || hasMoved || door.verifiesTls != destination.verifyTls)
        door.temporaryInARow = 0;
    if (hasMoved)
        door.heldUntil = {};
    if (!isPaused)
        door.pausedSince.reset();
    else if (!door.pausedSince)
        door.pausedSince = m_clock.tick();
    door.url = destination.url;
    door.verifiesTls = destination.verifyTls;
    if (destination.heartbeat != Milliseconds{0})
        door.quietSince.reset();
    else if (!door.quietSince)
        door.quietSince = m_clock.tick();
}

void Witness::noteRemoval(DestinationId destination)
{
    for (const auto &[id, row] : m_tables->rows.deliveries) {
        if (row.delivery.destination == destination)
            m_everCancelled.insert(id);
    }
    m_doors[destination].arrivals.clear();
    m_waiting.clear(destination);
}

/// What is restored begins with a lane of its own, whatever has ended since the removal.
void Witness::noteRestoration(DestinationId destination)
{
    Door &door = m_doors[destination];
    door.temporaryInARow = 0;
    door.heldUntil = {};
    door.dueAt.clear(); // by the wall
}

/// A rate limit goes on, as far as the wall clock tells when; so does a breaker, but that its first
/// probe may go at once.
void Witness::noteStart()
{
    for (auto &[id, door] : m_doors) {
        std::erase_if(door.arrivals,
                      [this](Tick arrival) { return arrival <= m_wallSetForwardAt + LongestWay; });
        door.temporaryInARow = temporaryInARow(destinationOf(id));
    }
    m_waiting.fillAnew();
}

/// By what is on record of the last runs; who had opened a breaker leaves it open.
int Witness::temporaryInARow(const Destination &destination) const
{
    std::vector<const Attempt *> failures; // newest first
    const auto &rows = m_tables->rows.attempts;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const Attempt &attempt = row->second.attempt;
        if (attempt.destination != destination.id)
            continue;
        const bool isOther
            = attempt.outcome == AttemptOutcome::Delivered || attempt.url != destination.url;
        if (isOther || failures.size() == FailuresRecalled)
            break;
        if (isFailure(attempt))
            failures.push_back(&attempt);
    }
    int count = 0;
    for (auto failure = failures.rbegin(); failure != failures.rend(); ++failure) {
        const bool isOpen = count >= FailuresThatOpen;
        if ((*failure)->outcome == AttemptOutcome::Temporary)
            ++count;
        else if (!isOpen)
            count = 0;
    }
    return count;
}

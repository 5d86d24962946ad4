// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/breaker.h"
#include "core/dispatch/trust.h"
#include "core/model/destination.h"
#include "core/model/event.h"

#include <deque>
#include <unordered_set>
#include <vector>

namespace Core {

/// A delivery in a lane, in 24 bytes, since a million of them may wait.
struct LaneEntry
{
    Tick dueAt;
    DeliveryId delivery;
    bool isTest = false;
    quint32 bodyBytes = 0; ///< of its event; 0 also while it is not known

    bool operator==(const LaneEntry &) const = default;
};

static_assert(sizeof(LaneEntry) == 24);

/// When an attempt of the last run began, when it had left at the latest, and when it ended.
struct PastMoments
{
    Tick began;
    Tick sent;
    Tick ended;
};

/// Failures since the last success, as far as this run has seen them; a heartbeat that the receiver
/// refuses is none, since who answers is there.
struct FailureStreak
{
    int count = 0;
    Milliseconds lasted{0}; ///< from the end of the first to that of the newest

    bool operator==(const FailureStreak &) const = default;
};

/// A heap of entries, the next one at the front. What is removed stays in it for a while, and is
/// skipped: so many may be removed one by one, whatever their number.
class LaneQueue
{
public:
    void setOrdered(bool isOrdered); ///< By acceptance instead of by the moment they are due.
    void push(const LaneEntry &entry);
    LaneEntry pop();
    bool contains(DeliveryId delivery) const; ///< Looks at every entry.
    bool remove(DeliveryId delivery); ///< Of one that is in it; false when it was removed before.
    void clear();

    bool isEmpty() const { return m_entries.empty(); }
    const LaneEntry &front() const { return m_entries.front(); }
    qint64 size() const { return std::ssize(m_entries) - std::ssize(m_removed); }

private:
    auto isBehind() const;
    void dropFront();
    void skipRemoved();
    void sweep();

    std::vector<LaneEntry> m_entries; ///< the front is never one that was removed
    std::unordered_set<DeliveryId> m_removed; ///< those that are in it still; a small part
    bool m_isOrdered = false;
};

/// One destination's queue and the rules of who goes next: due first, in order where that is asked
/// for, never more at once than allowed, never more in any period than the rate limit and spread
/// over it, nothing while paused or held back, one at a time while the breaker is open. A heartbeat
/// takes what the deliveries that are due leave, as long as half of a rate limit's places stay free
/// for the next ones, or, where there is a single place, after four quiet periods; one start in ten
/// is its own. A person's test minds the slots and the rate limit alone. Knows no clock: each
/// question brings its moment.
///
/// A delivery that was cancelled while it was being claimed comes back refused by the store, and
/// is forgotten then.
class Lane
{
public:
    explicit Lane(Registration registration);

    const Destination &destination() const { return m_registration.destination; }
    const Secrets &secrets() const { return m_registration.secrets; }
    void setDestination(const Destination &destination);
    void forgive(); ///< A person says that it works again: what holds it back ends.
    void setSecrets(const Secrets &secrets) { m_registration.secrets = secrets; }

    void add(const LaneEntry &entry);
    /// Of one that waits, here or while its claim is on its way; false when it does not wait here.
    bool remove(DeliveryId delivery);
    void noteAnswered(DeliveryId claimed); ///< What was taken: its claim is no more on its way.
    void clear(); ///< Forgets all that waits; what is in flight stays counted.

    /// Asks for a heartbeat; it takes the place of one that has not been sent yet. While one is in
    /// flight there is none to come.
    void addHeartbeat() { m_wantsHeartbeat = !m_heartbeatInFlight; }

    /// What may start at \a now, taken out of the queue and counted as in flight.
    std::optional<LaneEntry> takeDelivery(Tick now);
    bool takeHeartbeat(Tick now);

    /// When what is taken at \a now may leave. By a rate limit that may be a little later, so that
    /// the claim is on record by then.
    Tick departure(Tick now) const;

    /// What takeHeartbeat() or, when it takes none, takeDelivery() would take.
    bool mayTakeHeartbeat(Tick now) const;
    const LaneEntry *nextDelivery(Tick now) const;

    /// The moment from which something may start, seen from \a now; none when only a change of the
    /// lane itself (a freed slot, a new delivery, resume) can help.
    std::optional<Tick> nextStart(Tick now) const;

    /// When a heartbeat may start that is asked for at \a asked; none where nextStart() has none.
    std::optional<Tick> nextHeartbeat(Tick asked) const;

    /// What was taken had left \a at that moment, which is the one that counts for the rate limit.
    /// Until this or the next is told, what was taken may leave at any moment.
    void noteSent(Tick at);

    /// What was taken is not sent.
    void noteNotSent();

    /// How long what could not be sent at \a now, by our own fault, waits: a second first, and
    /// twice as long up to a minute when that did not help.
    Milliseconds pauseUnsent(Tick now);

    /// What came of an attempt, for the breaker and for trust.
    void noteEnd(const Attempt &ended, Tick now);

    /// An attempt of the last run, for the rate limit, the breaker and trust; the older ones are
    /// told first.
    void recall(const Attempt &past, const PastMoments &moments);
    void endRecall(Tick now); ///< A receiver that was down is asked at once how it is.

    /// What was taken has ended.
    void release();
    void releaseHeartbeat();

    /// Starts nothing before \a until (429 with Retry-After); never shortens an earlier hold.
    void holdUntil(Tick until);

    qint64 waitingCount() const { return m_queue.size() + m_tests.size(); }
    int inFlightCount() const { return m_inFlight; }
    const FailureStreak &failureStreak() const { return m_streak; }
    Trust trust() const;
    std::optional<Tick> probeAt() const { return m_breaker.probeAt(); }
    std::optional<Tick> heldUntil(Tick now) const; ///< none when it is not held

private:
    bool hasSlot() const;
    bool mayTakeTest(Tick now) const;
    bool mayStart() const; ///< as far as anything but tests goes, and but for the moment
    bool hasLetPass() const;
    void forgetHeartbeat();
    Tick withinRate(Tick start, const RateLimit &limit) const;
    Tick aheadOf(Tick start) const;
    Tick earliestTest(Tick now) const; ///< of one that waits
    Tick earliestDelivery(Tick now) const; ///< of one that waits
    Tick earliestHeartbeat(Tick now) const;
    Tick unhindered(Tick now) const;
    void noteTaken(Tick now);
    void noteLimit();
    void countPost(Tick at);
    void noteFailure(Tick now);
    void noteForTrust(const Attempt &ended);
    void noteForBreaker(const Attempt &ended, Tick now);

    Registration m_registration;
    LaneQueue m_queue;
    LaneQueue m_tests; ///< always by the moment they are due; a few
    std::vector<DeliveryId> m_claimed; ///< taken, and not added again or answered yet
    Breaker m_breaker;
    std::deque<Tick> m_posts; ///< the newest, as many as the rate limit counts; ascending
    std::size_t m_counted = 0; ///< by the rate limit, or the last one that there was
    int m_unsent = 0; ///< taken, and not known to have left
    Tick m_lastTaken = Tick::min();
    Tick m_heldUntil;
    int m_inFlight = 0;
    FailureStreak m_streak;
    Tick m_streakBegan;
    Milliseconds m_unsentPause{0}; ///< how long what could not be sent waits; 0 when all was
    Tick m_unsentPauseEnds;
    Trust m_trust = Trust::Untried; ///< by attempts that have ended
    bool m_wantsHeartbeat = false;
    int m_passedHeartbeat = 0; ///< deliveries taken while one was wanted, but for those not sent
    bool m_heartbeatInFlight = false;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "core/model/event.h"

#include <deque>
#include <vector>

namespace Core {

/// A delivery in a lane, in 24 bytes, since a million of them may wait.
struct LaneEntry
{
    Tick dueAt;
    DeliveryId delivery;
    bool isTest = false;

    bool operator==(const LaneEntry &) const = default;
};

/// One destination's queue and the rules of who goes next: due first, in order where that is asked
/// for, never more at once than allowed, never more in a period than the rate limit, nothing while
/// paused or held back, tests always. Knows no clock: each question brings its moment.
///
/// A delivery that was cancelled meanwhile may stay in the lane; claiming it is refused by the
/// store and it is forgotten then.
class Lane
{
public:
    explicit Lane(Registration registration);

    const Destination &destination() const { return m_registration.destination; }
    const Secrets &secrets() const { return m_registration.secrets; }
    void setDestination(const Destination &destination);
    void setSecrets(const Secrets &secrets) { m_registration.secrets = secrets; }

    void add(const LaneEntry &entry);

    /// Asks for a heartbeat; it takes the place of one that has not been sent yet.
    void addHeartbeat() { m_wantsHeartbeat = true; }

    /// What may start at \a now, taken out of the queue and counted as in flight.
    std::optional<LaneEntry> takeDelivery(Tick now);
    bool takeHeartbeat(Tick now);

    /// The moment from which something may start, seen from \a now; none when only a change of the
    /// lane itself (a freed slot, a new delivery, resume) can help.
    std::optional<Tick> nextStart(Tick now) const;

    /// What was taken has ended.
    void release();
    void releaseHeartbeat();

    /// Starts nothing before \a until (429 with Retry-After).
    void holdUntil(Tick until) { m_heldUntil = until; }

    qint64 waitingCount() const { return static_cast<qint64>(m_entries.size() + m_tests.size()); }
    int inFlightCount() const { return m_inFlight; }

private:
    bool hasSlot() const;
    bool isOpen() const; ///< neither paused nor without a slot
    Tick earliestStart(Tick dueAt, Tick now) const;
    void noteStart(Tick now);
    bool isBehind(const LaneEntry &a, const LaneEntry &b) const;

    Registration m_registration;
    std::vector<LaneEntry> m_entries; ///< a heap by isBehind(), the next one at the front
    std::vector<LaneEntry> m_tests; ///< likewise
    std::deque<Tick> m_starts; ///< the newest starts, as many as the rate limit counts
    Tick m_heldUntil;
    int m_inFlight = 0;
    bool m_wantsHeartbeat = false;
    bool m_heartbeatInFlight = false;
};

} // namespace Core

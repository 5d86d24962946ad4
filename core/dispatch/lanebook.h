// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/lane.h"

#include <unordered_map>

namespace Core {

/// A lane, with what the dispatcher notes about its moments.
struct Channel
{
    Lane lane;
    Tick wakesAt = Tick::max(); ///< the earliest wake-up that is on its way
    Tick heartbeatAt = Tick::max(); ///< next own heartbeat; max when it follows the program's
    bool isRemoved = false; ///< kept until nothing of it is in flight any more
    bool isReturning = false; ///< not all is here yet that waits since its removal was undone

    DestinationId id() const { return lane.destination().id; }
};

/// The lanes of all destinations, and how much waits in them.
///
/// What is in flight must find its lane again, also if its destination is removed and the removal
/// undone meanwhile: a lane goes when the last of it has ended.
class LaneBook
{
public:
    /// The lane of \a registration, made if there is none; null when there is one already.
    Channel *open(const Registration &registration);
    void remove(DestinationId destination); ///< Forgets what waits there.

    Channel *find(DestinationId destination); ///< None when there is no such lane.
    const Channel *find(DestinationId destination) const;
    Channel &at(DestinationId destination); ///< Of one that has something in flight.
    const Channel &at(DestinationId destination) const;

    /// \a entry waits there from now on, unless the destination is removed.
    void add(Channel &channel, const LaneEntry &entry);
    LaneEntry takeDelivery(Channel &channel, Tick now); ///< Where one may start.
    bool drop(DestinationId destination, DeliveryId delivery); ///< False when it does not wait.

    /// What was in flight of \a destination has ended. True if that lane can go on.
    bool release(DestinationId destination, EventKind kind);

    qint64 waitingCount() const { return m_waiting; } ///< In all lanes.

    auto begin() { return m_channels.begin(); }
    auto end() { return m_channels.end(); }

private:
    std::unordered_map<DestinationId, Channel> m_channels;
    qint64 m_waiting = 0;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/manualclock.h"
#include "tests/support/memorytables.h"

#include <map>

/// Since when each delivery that waits could have gone, as far as its own time goes: what a lane
/// may have to say to that, it says to a heartbeat as well.
///
/// Borrows: clock.
class WaitingRoom
{
public:
    WaitingRoom(std::shared_ptr<MemoryTables> tables, const ManualClock &clock);

    void add(const Core::Delivery &delivery, Core::Tick from);
    void addByWall(const Core::Delivery &delivery); ///< from when it is due
    void remove(const Core::Attempt &claimed);
    void clear(Core::DestinationId destination);
    void fillAnew(); ///< With all that waits, as at a start.
    void noteTrouble(); ///< For a second nothing may go.

    /// Whether something of \a destination could have gone for longer than \a span.
    bool hasWaited(const Core::Destination &destination, Core::Milliseconds span);

private:
    bool isWaiting(Core::DeliveryId delivery) const;
    bool isTest(Core::DeliveryId delivery) const;

    std::shared_ptr<MemoryTables> m_tables;
    const ManualClock &m_clock;
    std::map<Core::DestinationId, std::map<Core::DeliveryId, Core::Tick>> m_from;
    Core::Tick m_troubledUntil;
};

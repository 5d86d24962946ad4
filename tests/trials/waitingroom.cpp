// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/waitingroom.h"

#include <algorithm>

using namespace Core;

namespace {

constexpr Milliseconds PauseOfTrouble{1'000};

} // namespace

WaitingRoom::WaitingRoom(std::shared_ptr<MemoryTables> tables, const ManualClock &clock)
    : m_tables(std::move(tables))
    , m_clock(clock)
{
}

void WaitingRoom::add(const Delivery &delivery, Tick from)
{
    m_from[delivery.destination].insert_or_assign(delivery.id, from);
}

void WaitingRoom::addByWall(const Delivery &delivery)
{
    add(delivery, std::max(tickOf(delivery.dueAt, m_clock), m_clock.tick()));
}

void WaitingRoom::remove(const Attempt &claimed)
{
    m_from[claimed.destination].erase(claimed.delivery);
}

void WaitingRoom::clear(DestinationId destination)
{
    m_from.erase(destination);
}

void WaitingRoom::fillAnew()
{
    m_from.clear();
    m_troubledUntil = {};
    for (const auto &[id, row] : m_tables->rows.deliveries) {
        if (row.delivery.state == DeliveryState::Waiting)
            addByWall(row.delivery);
    }
}

void WaitingRoom::noteTrouble()
{
    m_troubledUntil = m_clock.tick() + PauseOfTrouble;
}

bool WaitingRoom::hasWaited(const Destination &destination, Milliseconds span)
{
    auto &waiting = m_from[destination.id];
    std::erase_if(waiting, [this](const auto &entry) { return !isWaiting(entry.first); });
    const Tick latest = m_clock.tick() - span;
    if (m_troubledUntil > latest)
        return false;
    // In order, only the first may go.
    bool isBehind = false;
    for (const auto &[id, from] : waiting) {
        const bool isInLine = destination.ordered && !isTest(id);
        if (!(isInLine && isBehind) && from < latest)
            return true;
        isBehind = isBehind || isInLine;
    }
    return false;
}

bool WaitingRoom::isWaiting(DeliveryId delivery) const
{
    return m_tables->rows.deliveries.at(delivery).delivery.state == DeliveryState::Waiting;
}

bool WaitingRoom::isTest(DeliveryId delivery) const
{
    const EventId &event = m_tables->rows.deliveries.at(delivery).delivery.event;
    return m_tables->rows.eventWithId(event)->event.kind == EventKind::Test;
}

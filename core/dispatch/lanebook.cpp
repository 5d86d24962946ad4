// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/lanebook.h"

namespace Core {

Channel *LaneBook::open(const Registration &registration)
{
    const Destination &destination = registration.destination;
    const auto [entry, isNew] = m_channels.try_emplace(destination.id, Channel{Lane(registration)});
    Channel &channel = entry->second;
    if (!isNew && !channel.isRemoved)
        return nullptr;
    channel.isRemoved = false;
    channel.isReturning = false;
    channel.lane.setDestination(destination);
    return &channel;
}

void LaneBook::remove(DestinationId destination)
{
    Channel *const removed = find(destination);
    if (!removed)
        return;
    removed->isRemoved = true;
    m_waiting -= removed->lane.waitingCount();
    removed->lane.clear();
    if (removed->lane.inFlightCount() == 0)
        m_channels.erase(destination);
}

Channel *LaneBook::find(DestinationId destination)
{
    const auto found = m_channels.find(destination);
    return found == m_channels.end() ? nullptr : &found->second;
}

const Channel *LaneBook::find(DestinationId destination) const
{
    const auto found = m_channels.find(destination);
    return found == m_channels.end() ? nullptr : &found->second;
}

Channel &LaneBook::at(DestinationId destination)
{
    return m_channels.at(destination);
}

const Channel &LaneBook::at(DestinationId destination) const
{
    return m_channels.at(destination);
}

void LaneBook::add(Channel &channel, const LaneEntry &entry)
{
    if (channel.isRemoved)
        return;
    channel.lane.add(entry);
    ++m_waiting;
}

LaneEntry LaneBook::takeDelivery(Channel &channel, Tick now)
{
    --m_waiting;
    return channel.lane.takeDelivery(now).value();
}

bool LaneBook::drop(DestinationId destination, DeliveryId delivery)
{
    Channel *const channel = find(destination);
    if (!channel || channel->isRemoved || !channel->lane.remove(delivery))
        return false;
    --m_waiting;
    return true;
}

bool LaneBook::release(DestinationId destination, EventKind kind)
{
    Channel &channel = at(destination);
    if (kind == EventKind::Heartbeat)
        channel.lane.releaseHeartbeat();
    else
        channel.lane.release();
    const bool isOver = channel.isRemoved && channel.lane.inFlightCount() == 0;
    if (isOver)
        m_channels.erase(destination);
    return !isOver;
}

} // namespace Core

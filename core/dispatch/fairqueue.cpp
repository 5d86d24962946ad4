// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/fairqueue.h"

#include <algorithm>
#include <utility>

namespace Core {

void FairQueue::add(const QString &group, DestinationId destination, quint64 number)
{
    Group &entry = m_groups[group];
    const auto [place, isNew] = entry.lanes.try_emplace(destination);
    Lane &lane = place->second;
    if (isNew)
        lane.servedAt = ++m_turns;
    lane.waiting.push_back(number);
    entry.turns.insert(turnOf(destination, lane));
}

std::optional<quint64> FairQueue::next(const QString &group)
{
    const auto entry = m_groups.find(group);
    if (entry == m_groups.end() || entry->taken >= PlacesPerGroup || entry->turns.empty())
        return std::nullopt;
    const DestinationId destination = entry->turns.begin()->destination;
    entry->turns.erase(entry->turns.begin());
    Lane &lane = entry->lanes.at(destination);
    const quint64 number = lane.waiting.front();
    lane.waiting.pop_front();
    ++lane.inFlight;
    ++entry->taken;
    lane.servedAt = ++m_turns;
    if (!lane.waiting.empty())
        entry->turns.insert(turnOf(destination, lane));
    return number;
}

void FairQueue::release(const QString &group, DestinationId destination)
{
    const auto entry = m_groups.find(group);
    Q_ASSERT(entry != m_groups.end());
    Lane &lane = entry->lanes.at(destination);
    Q_ASSERT(lane.inFlight > 0);
    entry->turns.erase(turnOf(destination, lane));
    --lane.inFlight;
    --entry->taken;
    if (!lane.waiting.empty())
        entry->turns.insert(turnOf(destination, lane));
    tidy(group, destination);
}

QList<quint64> FairQueue::takeAllWaiting()
{
    QList<quint64> numbers;
    const QStringList groups = m_groups.keys();
    for (const QString &group : groups) {
        Group &entry = m_groups[group];
        for (const Turn &turn : std::exchange(entry.turns, {})) {
            Lane &lane = entry.lanes.at(turn.destination);
            std::copy(lane.waiting.begin(), lane.waiting.end(), std::back_inserter(numbers));
            lane.waiting.clear();
            tidy(group, turn.destination);
        }
    }
    return numbers;
}

FairQueue::Turn FairQueue::turnOf(DestinationId destination, const Lane &lane)
{
    return {lane.inFlight, lane.servedAt, destination};
}

/// Forgets a lane with nothing left, and a group with no lane left.
void FairQueue::tidy(const QString &group, DestinationId destination)
{
    Group &entry = m_groups[group];
    const Lane &lane = entry.lanes.at(destination);
    if (lane.inFlight == 0 && lane.waiting.empty())
        entry.lanes.erase(destination);
    if (entry.lanes.empty())
        m_groups.remove(group);
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/fairqueue.h"

#include <algorithm>

namespace Core {

void FairQueue::add(const QString &group, DestinationId destination, quint64 number)
{
    Group &entry = m_groups[group];
    Lane *lane = find(entry, destination);
    if (!lane)
        lane = &entry.lanes.emplace_back(Lane{destination, 0, {}});
    lane->waiting.push_back(number);
}

std::optional<quint64> FairQueue::next(const QString &group)
{
    const auto entry = m_groups.find(group);
    if (entry == m_groups.end() || entry->taken >= PlacesPerGroup)
        return std::nullopt;
    std::vector<Lane> &lanes = entry->lanes;
    auto best = lanes.end();
    for (auto lane = lanes.begin(); lane != lanes.end(); ++lane) {
        if (!lane->waiting.empty() && (best == lanes.end() || lane->inFlight < best->inFlight))
            best = lane;
    }
    if (best == lanes.end())
        return std::nullopt;
    const quint64 number = best->waiting.front();
    best->waiting.pop_front();
    ++best->inFlight;
    ++entry->taken;
    std::rotate(best, best + 1, lanes.end());
    return number;
}

void FairQueue::release(const QString &group, DestinationId destination)
{
    const auto entry = m_groups.find(group);
    Q_ASSERT(entry != m_groups.end());
    Lane *lane = find(*entry, destination);
    Q_ASSERT(lane && lane->inFlight > 0);
    --lane->inFlight;
    --entry->taken;
    tidy(group);
}

QList<quint64> FairQueue::takeAllWaiting()
{
    QList<quint64> numbers;
    const QStringList groups = m_groups.keys();
    for (const QString &group : groups) {
        for (Lane &lane : m_groups[group].lanes) {
            std::copy(lane.waiting.begin(), lane.waiting.end(), std::back_inserter(numbers));
            lane.waiting.clear();
        }
        tidy(group);
    }
    return numbers;
}

FairQueue::Lane *FairQueue::find(Group &group, DestinationId destination)
{
    const auto lane
        = std::find_if(group.lanes.begin(), group.lanes.end(), [destination](const Lane &other) {
              return other.destination == destination;
          });
    return lane == group.lanes.end() ? nullptr : &*lane;
}

void FairQueue::tidy(const QString &group)
{
    std::vector<Lane> &lanes = m_groups[group].lanes;
    std::erase_if(lanes,
                  [](const Lane &lane) { return lane.inFlight == 0 && lane.waiting.empty(); });
    if (lanes.empty())
        m_groups.remove(group);
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/lane.h"

#include <algorithm>

namespace Core {

Lane::Lane(Registration registration)
    : m_registration(std::move(registration))
{
}

void Lane::setDestination(const Destination &destination)
{
    const bool reorders = destination.ordered != m_registration.destination.ordered;
    m_registration.destination = destination;
    if (!destination.rateLimit)
        m_starts.clear();
    if (reorders)
        std::make_heap(m_entries.begin(), m_entries.end(),
                       [this](const LaneEntry &a, const LaneEntry &b) { return isBehind(a, b); });
}

bool Lane::isBehind(const LaneEntry &a, const LaneEntry &b) const
{
    // Ids grow in order of acceptance.
    if (m_registration.destination.ordered)
        return a.delivery > b.delivery;
    return a.dueAt != b.dueAt ? a.dueAt > b.dueAt : a.delivery > b.delivery;
}

void Lane::add(const LaneEntry &entry)
{
    auto &entries = entry.isTest ? m_tests : m_entries;
    entries.push_back(entry);
    std::push_heap(entries.begin(), entries.end(),
                   [this](const LaneEntry &a, const LaneEntry &b) { return isBehind(a, b); });
}

bool Lane::hasSlot() const
{
    const Destination &destination = m_registration.destination;
    return m_inFlight < (destination.ordered ? 1 : destination.concurrency);
}

bool Lane::isOpen() const
{
    return hasSlot() && m_registration.destination.state == DestinationState::Active;
}

Tick Lane::earliestStart(Tick dueAt, Tick now) const
{
    Tick start = std::max({dueAt, m_heldUntil, now});
    const auto &limit = m_registration.destination.rateLimit;
    if (limit && m_starts.size() >= static_cast<std::size_t>(limit->count))
        start = std::max(start,
                         m_starts[m_starts.size() - static_cast<std::size_t>(limit->count)]
                             + limit->period);
    return start;
}

void Lane::noteStart(Tick now)
{
    const auto &limit = m_registration.destination.rateLimit;
    if (!limit)
        return;
    m_starts.push_back(now);
    while (m_starts.size() > static_cast<std::size_t>(limit->count))
        m_starts.pop_front();
}

std::optional<LaneEntry> Lane::takeDelivery(Tick now)
{
    const bool takesTest = hasSlot() && !m_tests.empty() && m_tests.front().dueAt <= now;
    const bool takesEntry = !takesTest && isOpen() && !m_entries.empty()
        && earliestStart(m_entries.front().dueAt, now) <= now;
    if (!takesTest && !takesEntry)
        return std::nullopt;
    auto &entries = takesTest ? m_tests : m_entries;
    std::pop_heap(entries.begin(), entries.end(),
                  [this](const LaneEntry &a, const LaneEntry &b) { return isBehind(a, b); });
    const LaneEntry entry = entries.back();
    entries.pop_back();
    ++m_inFlight;
    if (takesEntry)
        noteStart(now);
    return entry;
}

bool Lane::takeHeartbeat(Tick now)
{
    if (!m_wantsHeartbeat || m_heartbeatInFlight || !isOpen() || earliestStart(now, now) > now)
        return false;
    m_wantsHeartbeat = false;
    m_heartbeatInFlight = true;
    ++m_inFlight;
    noteStart(now);
    return true;
}

std::optional<Tick> Lane::nextStart(Tick now) const
{
    std::optional<Tick> next;
    const auto consider = [&next](Tick start) { next = next ? std::min(*next, start) : start; };
    if (hasSlot() && !m_tests.empty())
        consider(std::max(m_tests.front().dueAt, now));
    if (isOpen() && !m_entries.empty())
        consider(earliestStart(m_entries.front().dueAt, now));
    if (isOpen() && m_wantsHeartbeat && !m_heartbeatInFlight)
        consider(earliestStart(now, now));
    return next;
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

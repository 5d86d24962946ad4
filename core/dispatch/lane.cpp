// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/lane.h"

#include <algorithm>

namespace Core {

auto LaneQueue::isBehind() const
{
    return [this](const LaneEntry &a, const LaneEntry &b) {
        // Ids grow in order of acceptance.
        if (m_isOrdered || a.dueAt == b.dueAt)
            return a.delivery > b.delivery;
        return a.dueAt > b.dueAt;
    };
}

void LaneQueue::setOrdered(bool isOrdered)
{
    if (isOrdered == m_isOrdered)
        return;
    m_isOrdered = isOrdered;
    std::make_heap(m_entries.begin(), m_entries.end(), isBehind());
}

void LaneQueue::push(const LaneEntry &entry)
{
    m_entries.push_back(entry);
    std::push_heap(m_entries.begin(), m_entries.end(), isBehind());
}

LaneEntry LaneQueue::pop()
{
    std::pop_heap(m_entries.begin(), m_entries.end(), isBehind());
    const LaneEntry entry = m_entries.back();
    m_entries.pop_back();
    return entry;
}

Lane::Lane(Registration registration)
    : m_registration(std::move(registration))
{
    m_queue.setOrdered(m_registration.destination.ordered);
}

void Lane::setDestination(const Destination &destination)
{
    m_registration.destination = destination;
    m_queue.setOrdered(destination.ordered);
    if (!destination.rateLimit)
        m_starts.clear();
}

void Lane::add(const LaneEntry &entry)
{
    (entry.isTest ? m_tests : m_queue).push(entry);
}

void Lane::clear()
{
    m_queue.clear();
    m_tests.clear();
    m_wantsHeartbeat = false;
}

void Lane::holdUntil(Tick until)
{
    m_heldUntil = std::max(m_heldUntil, until);
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
    const bool takesTest = hasSlot() && !m_tests.isEmpty() && m_tests.front().dueAt <= now;
    const bool takesOther = !takesTest && isOpen() && !m_queue.isEmpty()
        && earliestStart(m_queue.front().dueAt, now) <= now;
    if (!takesTest && !takesOther)
        return std::nullopt;
    ++m_inFlight;
    if (takesTest)
        return m_tests.pop();
    noteStart(now);
    return m_queue.pop();
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
    if (hasSlot() && !m_tests.isEmpty())
        consider(std::max(m_tests.front().dueAt, now));
    if (isOpen() && !m_queue.isEmpty())
        consider(earliestStart(m_queue.front().dueAt, now));
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

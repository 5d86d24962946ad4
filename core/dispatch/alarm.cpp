// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/alarm.h"

#include <algorithm>

namespace Core {

namespace {

// A timer stands still while the machine sleeps, the clock does not: so soon after it has woken,
// what is due is seen.
constexpr Milliseconds LongestTimer{30'000};

} // namespace

Alarm::Alarm(const Clock &clock)
    : m_clock(clock)
{
}

void Alarm::start(std::function<void()> ring)
{
    m_timer = std::make_unique<QTimer>();
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), std::move(ring));
    arm();
}

void Alarm::stop()
{
    m_timer.reset();
}

void Alarm::set(Tick at, DestinationId destination)
{
    m_calls.push({at, destination});
    arm();
}

std::optional<Alarm::Call> Alarm::takeDue(Tick now)
{
    if (m_calls.empty() || m_calls.top().at > now)
        return std::nullopt;
    const Call call = m_calls.top();
    m_calls.pop();
    return call;
}

std::optional<Tick> Alarm::next() const
{
    return m_calls.empty() ? std::nullopt : std::optional(m_calls.top().at);
}

void Alarm::arm()
{
    if (!m_timer || m_calls.empty())
        return;
    const Milliseconds pause = m_calls.top().at - m_clock.tick();
    const Milliseconds bounded = std::clamp(pause, Milliseconds{0}, LongestTimer);
    if (!m_timer->isActive() || m_timer->remainingTimeAsDuration() > bounded)
        m_timer->start(bounded);
}

} // namespace Core

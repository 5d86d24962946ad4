// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/deadlines.h"

#include <algorithm>
#include <utility>

namespace Core {

namespace {

constexpr Milliseconds Standstill{1'000}; ///< later than even a busy machine is
constexpr Milliseconds MomentMore{1'000};

} // namespace

Deadlines::Deadlines(const Clock &clock, Handler handler)
    : m_clock(clock)
    , m_handler(std::move(handler))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.callOnTimeout(&m_timer, [this] { expire(); });
}

void Deadlines::set(quint64 number, Tick due)
{
    remove(number);
    m_dues.insert(number, due);
    m_queue.insert({due, number});
    arm();
}

void Deadlines::remove(quint64 number)
{
    const auto found = m_dues.constFind(number);
    if (found == m_dues.constEnd())
        return;
    m_queue.erase({*found, number});
    m_spared.remove(number);
    m_dues.erase(found);
}

void Deadlines::arm()
{
    if (m_queue.empty())
        return;
    const Milliseconds left = std::max(Milliseconds{0}, m_queue.begin()->first - m_clock.tick());
    // Too early a time-out finds nothing to do; only too late a one would matter.
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > left)
        m_timer.start(left);
}

void Deadlines::expire()
{
    const Tick now = m_clock.tick();
    while (!m_queue.empty() && m_queue.begin()->first <= now) {
        const auto [due, number] = *m_queue.begin();
        if (now - due > Standstill && !m_spared.contains(number)) {
            set(number, now + MomentMore);
            m_spared.insert(number);
            continue;
        }
        remove(number);
        m_handler(number);
    }
    arm();
}

} // namespace Core

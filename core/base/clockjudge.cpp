// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clockjudge.h"

namespace Core {

namespace {

constexpr std::chrono::hours LargestStep{24};
constexpr std::chrono::hours Probation{1};
constexpr std::chrono::minutes Drift{1};

} // namespace

ClockJudge::ClockJudge(const std::optional<Time> &last)
    : m_last(last)
{
}

bool ClockJudge::believes(Time now, Tick tick)
{
    if (m_last && now - *m_last > LargestStep) {
        const bool hasLeaptAgain
            = m_leap && std::chrono::abs((now - m_leap->to) - (tick - m_leap->at)) > Drift;
        if (!m_leap || hasLeaptAgain)
            m_leap = {now, tick};
        if (tick - m_leap->at < Probation)
            return false;
    }
    m_last = now;
    m_leap.reset();
    return true;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/breaker.h"

#include <algorithm>
#include <utility>

namespace Core {

namespace {

constexpr int FailuresToOpen = 5;
constexpr Milliseconds FirstPause{5'000};
constexpr Milliseconds LongestBreak{300'000};

Milliseconds pauseAfterProbe(const Attempt &failed, Milliseconds last)
{
    const bool isRefusedHeartbeat = failed.kind == EventKind::Heartbeat
        && failed.outcome == AttemptOutcome::Failed && failed.status != 0;
    return isRefusedHeartbeat ? FirstPause : std::min(2 * last, LongestBreak);
}

} // namespace

void Breaker::noteStart()
{
    m_isProbing = isOpen();
}

void Breaker::noteEnd(const Attempt &ended, Tick now)
{
    if (ended.outcome == AttemptOutcome::Delivered)
        close();
    else if (isFailure(ended))
        noteFailure(ended, now);
    else
        m_isProbing = false;
}

void Breaker::close()
{
    *this = Breaker();
}

void Breaker::hasten(Tick now)
{
    if (isOpen())
        m_probeAt = std::min(*m_probeAt, now);
}

void Breaker::noteFailure(const Attempt &ended, Tick now)
{
    if (isOpen()) {
        // What had started before it opened is no probe, and only shows that it still is down.
        if (std::exchange(m_isProbing, false))
            m_pause = pauseAfterProbe(ended, m_pause);
        m_probeAt = now + m_pause;
        return;
    }
    // A receiver that refuses is there.
    const bool isTemporary = ended.outcome == AttemptOutcome::Temporary;
    m_temporaryInARow = isTemporary ? m_temporaryInARow + 1 : 0;
    if (m_temporaryInARow < FailuresToOpen)
        return;
    m_pause = FirstPause;
    m_probeAt = now + m_pause;
}

} // namespace Core

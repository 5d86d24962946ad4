// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

/// A clock that stands still until it is told to move; the wall may jump apart from the ticks.
class ManualClock final : public Core::Clock
{
public:
    Core::Time now() const override { return m_now; }
    Core::Tick tick() const override { return m_tick; }

    void advance(Core::Milliseconds step)
    {
        m_now += step;
        m_tick += step;
    }
    void jumpWall(Core::Milliseconds step) { m_now += step; }

private:
    Core::Time m_now{Core::Milliseconds{1'767'225'600'000}};
    Core::Tick m_tick{Core::Milliseconds{1'000'000}};
};

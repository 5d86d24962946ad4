// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>

/// The system's clock, which a trial may set forward while nothing is under way.
class MovableClock final : public Core::Clock
{
public:
    Core::Time now() const override { return m_system.now() + m_ahead.load(); }
    Core::Tick tick() const override { return m_system.tick() + m_ahead.load(); }
    void advance(Core::Milliseconds step) { m_ahead.store(m_ahead.load() + step); }

private:
    Core::SystemClock m_system;
    std::atomic<Core::Milliseconds> m_ahead{Core::Milliseconds{0}};
};

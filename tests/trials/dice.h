// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <random>

/// The one source of chance of a simulated world: the same seed, the same world.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }

    double share() { return std::generate_canonical<double, 53>(m_engine); } ///< in [0, 1)
    bool happens(double probability) { return share() < probability; }

    int between(int least, int most)
    {
        return least + static_cast<int>(share() * static_cast<double>(most - least + 1));
    }

    Core::Milliseconds between(Core::Milliseconds least, Core::Milliseconds most)
    {
        return least
            + Core::Milliseconds{
                static_cast<qint64>(share() * static_cast<double>((most - least).count() + 1))};
    }

private:
    std::mt19937_64 m_engine;
};

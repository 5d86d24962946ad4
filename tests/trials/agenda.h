// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <queue>

#include <functional>
#include <optional>
#include <vector>

/// What will happen in a simulated world, by its moment and then in the order it was planned.
class Agenda
{
public:
    using Action = std::function<void()>;

    void plan(Core::Tick at, Action action) { m_plans.push({at, ++m_last, std::move(action)}); }

    std::optional<Core::Tick> next() const
    {
        return m_plans.empty() ? std::nullopt : std::optional(m_plans.top().at);
    }

    Action takeNext()
    {
        Action action = m_plans.top().action;
        m_plans.pop();
        return action;
    }

private:
    struct Plan
    {
        Core::Tick at;
        quint64 number = 0;
        Action action;

        bool operator>(const Plan &other) const
        {
            return at != other.at ? at > other.at : number > other.number;
        }
    };

    quint64 m_last = 0;
    std::priority_queue<Plan, std::vector<Plan>, std::greater<>> m_plans;
};

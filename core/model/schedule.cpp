// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schedule.h"

#include <algorithm>

namespace Core {

namespace {

constexpr double Spread = 0.2;

} // namespace

const std::vector<Milliseconds> &defaultSchedule()
{
    using namespace std::chrono_literals;
    static const std::vector<Milliseconds> Pauses{5s, 30s, 5min, 30min, 2h, 5h, 10h, 10h};
    return Pauses;
}

const std::vector<Milliseconds> &scheduleOf(const Destination &destination)
{
    return destination.retry ? *destination.retry : defaultSchedule();
}

std::optional<Milliseconds> pauseAfter(int number, const std::vector<Milliseconds> &schedule,
                                       std::optional<Milliseconds> retryAfter, double chance)
{
    if (number < 1 || static_cast<std::size_t>(number) > schedule.size())
        return std::nullopt;
    const double factor = 1 - Spread + 2 * Spread * chance;
    const auto base = static_cast<double>(schedule[static_cast<std::size_t>(number) - 1].count());
    const Milliseconds pause{static_cast<qint64>(base * factor)};
    return std::max(pause, retryAfter.value_or(Milliseconds{0}));
}

Milliseconds longestPause(const std::vector<Milliseconds> &schedule)
{
    if (schedule.empty())
        return Milliseconds{0};
    const auto longest
        = static_cast<double>(std::max_element(schedule.begin(), schedule.end())->count());
    return Milliseconds{static_cast<qint64>(longest * (1 + Spread))};
}

std::vector<PlannedAttempt> plannedAttempts(const std::vector<Milliseconds> &schedule)
{
    constexpr double Shortest = 0;
    constexpr double Middle = 0.5;
    constexpr double Longest = 1;
    std::vector<PlannedAttempt> attempts{PlannedAttempt{}};
    const auto pause = [&](const PlannedAttempt &attempt, double chance) {
        return *pauseAfter(attempt.number, schedule, std::nullopt, chance);
    };
    while (attempts.size() <= schedule.size()) {
        const PlannedAttempt last = attempts.back();
        attempts.push_back({last.number + 1, last.earliest + pause(last, Shortest),
                            last.planned + pause(last, Middle),
                            last.latest + pause(last, Longest)});
    }
    return attempts;
}

} // namespace Core

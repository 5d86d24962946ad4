// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "core/model/header.h"

#include <optional>
#include <vector>

namespace Core {

/// The program's own schedule: 5 s, 30 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h; with the first
/// attempt nine in about 28 hours.
const std::vector<Milliseconds> &defaultSchedule();

/// The pauses between the attempts of a delivery to \a destination: its own, or the program's.
const std::vector<Milliseconds> &scheduleOf(const Destination &destination);

/// More is never waited because a receiver asks for it.
constexpr Milliseconds LongestRetryAfter = std::chrono::hours{24};

/// The pause that Retry-After asks for, in seconds or as a date, held between 0 and 24 hours; the
/// longest of several, none when there is no such field or it cannot be read.
/// Source: RFC 9110, sections 10.2.3 and 5.6.7.
std::optional<Milliseconds> retryAfter(const HeaderList &headers, Time now);

/// How long to wait after attempt \a number (1 for the first) has ended; none when it was the last
/// one. \a chance in [0, 1) spreads each pause by 20 per cent to both sides; what the receiver
/// asked for lengthens a pause and never shortens it.
std::optional<Milliseconds> pauseAfter(int number, const std::vector<Milliseconds> &schedule,
                                       std::optional<Milliseconds> retryAfter, double chance);

/// The longest pause of \a schedule, as far as chance may lengthen it.
Milliseconds longestPause(const std::vector<Milliseconds> &schedule);

/// When an attempt may start, as a span from the end of the first one.
struct PlannedAttempt
{
    int number = 1;
    Milliseconds earliest{0};
    Milliseconds planned{0};
    Milliseconds latest{0};

    bool operator==(const PlannedAttempt &) const = default;
};

/// The whole schedule, if the first attempt failed now, every other at once, and no receiver asked
/// for more. What holds back a whole lane is not in it.
std::vector<PlannedAttempt> plannedAttempts(const std::vector<Milliseconds> &schedule);

} // namespace Core

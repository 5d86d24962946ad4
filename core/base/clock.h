// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Core {

using Milliseconds = std::chrono::milliseconds;

/// A moment in UTC, to the millisecond; what is stored and shown.
using Time = std::chrono::sys_time<Milliseconds>;

/// A point of a clock that never jumps, and goes on while the machine sleeps; what waiting is
/// measured with. It is another clock than std::chrono's steady one, which gives only its type.
using Tick = std::chrono::time_point<std::chrono::steady_clock, Milliseconds>;

/// Where time comes from. Tests bring their own.
///
/// Thread: any; implementations are immutable or atomic.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock(Clock &&) = delete;
    Clock &operator=(const Clock &) = delete;
    Clock &operator=(Clock &&) = delete;
    virtual ~Clock() = default;

    virtual Time now() const = 0;
    virtual Tick tick() const = 0;
};

class SystemClock final : public Clock
{
public:
    Time now() const override;
    Tick tick() const override;
};

/// What the calling thread has spent of a core's time so far, which leaves out the time for which
/// others had its core.
std::chrono::nanoseconds threadTime();

/// When \a time is, as the clocks stand now; a jump of the wall clock later changes nothing.
Tick tickOf(Time time, const Clock &clock);

/// RFC 3339 in UTC with milliseconds: "2026-11-22T01:42:36.123Z".
QString toIso(Time time);

/// RFC 3339 in the local zone with its offset, to the second; what a greeting says.
QString toLocalIso(Time time);

/// Reads RFC 3339 with an offset or Z.
std::optional<Time> timeFromIso(QStringView text);

} // namespace Core

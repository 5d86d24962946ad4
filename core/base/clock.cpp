// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>

#include <ctime>

namespace Core {

namespace {

QDateTime toDateTime(Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

std::chrono::nanoseconds timeOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

} // namespace

Time SystemClock::now() const
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

Tick SystemClock::tick() const
{
    // The usual steady clock stands still while the machine sleeps.
    return Tick{std::chrono::floor<Milliseconds>(timeOf(CLOCK_BOOTTIME))};
}

std::chrono::nanoseconds threadTime()
{
    return timeOf(CLOCK_THREAD_CPUTIME_ID);
}

Tick tickOf(Time time, const Clock &clock)
{
    return clock.tick() + (time - clock.now());
}

QString toIso(Time time)
{
    return toDateTime(time).toString(Qt::ISODateWithMs);
}

QString toLocalIso(Time time)
{
    const QDateTime local = toDateTime(time).toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

std::optional<Time> timeFromIso(QStringView text)
{
    const QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return Time{Milliseconds{parsed.toMSecsSinceEpoch()}};
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/model/logkey.h"
#include "core/model/publication.h"

#include <QList>

#include <optional>

namespace Core {

/// Rows of the log that a person wants gone.
struct ForgetOrder
{
    Ticket ticket = 0;
    QList<LogKey> rows;
    Time endedBefore{}; ///< when a person wanted it; what has ended since then stays

    bool operator==(const ForgetOrder &) const = default;
};

/// What would become of an order if it were carried out now, or what has become of it.
struct ForgetAnswer
{
    Ticket ticket = 0; ///< 0 for a clearing
    qint64 rows = 0; ///< that go, with those of their deliveries that were not named
    qint64 pinned = 0; ///< of those named: they stay for a pin on them, or on their deliveries
    qint64 unfinished = 0; ///< they stay, since their deliveries had not ended
    std::optional<Error> error; ///< why it ended before its time

    bool operator==(const ForgetAnswer &) const = default;
};

/// How far ahead of the clock a right time may be: the end of an attempt is reckoned from its
/// start, and clocks are set.
inline constexpr std::chrono::minutes LongestAhead{1};

/// True when what bears the time \a at had ended before \a before, as clocks tell at \a now: a time
/// well ahead of that was stamped by a clock that had leapt, so it is of the past.
constexpr bool hadEnded(Time at, Time before, Time now)
{
    return at < before || at > now + LongestAhead;
}

} // namespace Core

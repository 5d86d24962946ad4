// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"
#include "core/model/destination.h"

namespace Core {

/// More is never waited because a receiver asks for it.
constexpr Milliseconds LongestRetryAfter = std::chrono::hours{24};

/// What an answer, or its absence, means for the delivery and its destination.
struct Verdict
{
    AttemptOutcome outcome
        = AttemptOutcome::Failed; ///< Delivered, Failed, Temporary or Interrupted
    bool isCharged = true; ///< counts against the schedule; false when it was our own fault
    bool pausesDestination = false; ///< the receiver is gone for good (410)
    std::optional<Milliseconds> retryAfter; ///< what the receiver asked for, up to 24 hours
    bool holdsLane = false; ///< retryAfter is for the destination's next deliveries (429)

    bool operator==(const Verdict &) const = default;
};

/// Source: README, "What a receiver sees"; RFC 9110, section 15.
Verdict judge(const Report &report, const QList<int> &retryOn, Time now);

/// The pause that Retry-After asks for, in seconds or as a date, held between 0 and 24 hours; the
/// longest of several, none when there is no such field or it cannot be read.
/// Source: RFC 9110, sections 10.2.3 and 5.6.7.
std::optional<Milliseconds> retryAfter(const HeaderList &headers, Time now);

} // namespace Core

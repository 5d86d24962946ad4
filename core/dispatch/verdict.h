// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"
#include "core/model/destination.h"
#include "core/model/schedule.h"

namespace Core {

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

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/lane.h"
#include "core/dispatch/poster.h"
#include "core/dispatch/verdict.h"
#include "core/model/destination.h"
#include "core/store/changes.h"

namespace Core {

/// An attempt while it is under way, and what it takes to end it.
struct OpenAttempt
{
    Attempt attempt;
    QString url;
    HeaderList requestHeaders;
    QByteArray body; ///< until it has landed: it counts by where it lies
    bool isOrdered = false; ///< its lane goes on only when the outcome is on record
    Trust trust = Trust::Doubtful; ///< as its place among the flights was taken
    Tick launchedAt;
    int chargedBefore = 0; ///< earlier attempts that the schedule counts
    bool isCounted = false; ///< its lane knows when it left, or that it did not
    bool hasLanded = false; ///< and waits for its outcome to be on record
    Tick dueAt; ///< once it has landed: when the next attempt may start
    bool isReleased = false; ///< once it has landed: its lane has gone on
};

/// The POST that an attempt makes: its headers in their order, signed at \a now.
Shipment makeShipment(const Attempt &attempt, const Event &event, const Destination &destination,
                      const Secrets &secrets, Time now);

/// How an attempt ends and what its delivery does next. \a chance in [0, 1) spreads the pause.
FinishAttempt conclude(const OpenAttempt &open, const Report &report, const Verdict &verdict,
                       const Destination &destination, Time now, double chance);

/// The longest that a delivery to \a destination may have to wait.
Milliseconds longestWait(const Destination &destination);

/// Why \a destination, which has just failed once more, is paused by that: nothing has gone well
/// there for five days. Empty when it is not. \a now comes from a clock that has not leapt in this
/// run.
QString reasonToGiveUp(const Destination &destination, const FailureStreak &streak, Time now);

/// When what \a report tells of had been sent, as far as that is known, between \a launchedAt and
/// \a landedAt.
Tick arrivalOf(const Report &report, Tick launchedAt, Tick landedAt);

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/destination.h"
#include "core/model/recoveryreport.h"
#include "core/model/takenport.h"

#include <QStringList>

namespace Core {

/// A destination as it stands now, for the window and GET /webhooks.
struct DestinationStatus
{
    Destination destination;
    std::optional<Attempt> lastAttempt; ///< the newest one that has ended
    QList<AttemptOutcome> recent; ///< outcomes of the newest attempts, oldest first, up to 30
    qint64 waiting = 0; ///< deliveries that wait, whether due or not
    int inFlight = 0;
    int failuresInARow = 0; ///< temporary and final ones since the last success
    std::optional<Time> probeAt; ///< while the breaker is open: when the next probe may go
    std::optional<Time> heldUntil; ///< while the receiver has asked for a pause (429): its end
    std::optional<Time> nextAt; ///< when something is to be sent next, as far as it can be told

    bool operator==(const DestinationStatus &) const = default;
};

/// The engine as it stands now, for the status bar, /healthz and /metrics.
struct EngineStatus
{
    QString apiUrl; ///< "http://localhost:8090"; empty while nothing listens
    QString binUrl; ///< "http://localhost:8091"
    qint64 waiting = 0;
    int inFlight = 0;
    double attemptsPerSecond = 0; ///< over the last five seconds
    qint64 attemptsEnded = 0; ///< since start
    qint64 attemptsDelivered = 0; ///< of those
    bool isDispatching = true;
    bool isRunning = true; ///< not while what is kept cannot be opened: nothing is sent or taken
    QString trouble; ///< why something does not work now, and what to do; empty when all does
    std::optional<TakenPort> takenPort; ///< where that is the trouble
    RecoveryReport recovery; ///< what this run found when it began

    bool operator==(const EngineStatus &) const = default;
};

} // namespace Core

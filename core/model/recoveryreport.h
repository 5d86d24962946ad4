// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QList>

namespace Core {

/// How many attempts a report names at most.
inline constexpr int MostInterruptedNamed = 20;

/// What was found and mended when the store was opened.
struct RecoveryReport
{
    int interruptedAttempts = 0; ///< open when the program ended last time
    int deliveriesAgain = 0; ///< deliveries that were in flight and wait again
    QList<AttemptId> named; ///< the oldest of those attempts
    Time firstBegan; ///< of those attempts, if there are any
    Time lastBegan;

    bool operator==(const RecoveryReport &) const = default;
};

} // namespace Core

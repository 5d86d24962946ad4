// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/logkey.h"

namespace Core {

/// What belongs to one row of the log: found by looking, and kept nowhere. What there is none of is
/// null or empty.
struct Kin
{
    LogKey row;
    /// Of an attempt: all attempts of its delivery, of what that sends again and of what sends it
    /// again, as they were made; the newest thousand.
    QList<Attempt> tries;
    LogKey counterpart; ///< what our own bin received of an attempt; the attempt that was received
    /// The row before it whose request compares with its own: of another event of the same type to
    /// the same destination; of the same bin.
    LogKey previousRequest;
    LogKey previousAnswer; ///< the attempt before it of the same type there that got an answer
    std::optional<Time> queuedSince; ///< when the delivery of an attempt was made
    std::optional<Time> nextAt; ///< when that delivery is due again; none when it is not, or paused
    DeliveryId resendOf; ///< what that delivery sends again
    LogKey sentAgain; ///< the first attempt of the newest delivery that sends that one again

    bool operator==(const Kin &) const = default;
};

} // namespace Core

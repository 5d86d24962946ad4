// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

namespace Core {

/// Waiting -> InFlight -> Delivered | Waiting (due later) | Failed | Cancelled.
enum class DeliveryState {
    Waiting,
    InFlight,
    Delivered,
    Failed,
    Cancelled,
};

/// One event for one destination.
struct Delivery
{
    DeliveryId id;
    EventId event;
    DestinationId destination;
    DeliveryState state = DeliveryState::Waiting;
    Time createdAt;
    Time dueAt; ///< when the next attempt may start; the last one's moment once it has ended
    int attemptCount = 0;
    DeliveryId resendOf; ///< the delivery that a person asked to send again, while it is kept
    bool isResend = false; ///< stays true when that one is gone
    QString reason; ///< why it failed or was cancelled

    bool operator==(const Delivery &) const = default;
};

/// A delivery that has come to another state without an attempt: it was cancelled, or waits again.
struct DeliveryChange
{
    DeliveryId delivery;
    DeliveryState state = DeliveryState::Waiting;

    bool operator==(const DeliveryChange &) const = default;
};

/// True when nothing will be sent for it any more.
inline bool isEnded(DeliveryState state)
{
    return state != DeliveryState::Waiting && state != DeliveryState::InFlight;
}

} // namespace Core

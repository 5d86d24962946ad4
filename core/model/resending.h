// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/publication.h"

namespace Core {

/// What a person wants sent again, and how fast: certain deliveries, or all that a recovery of a
/// destination finds.
struct ResendOrder
{
    Ticket ticket = 0;
    QList<DeliveryId> deliveries; ///< these,
    QList<AttemptId> attempts; ///< and those whose attempts these are,
    DestinationId destination; ///< or, unless null, what has failed there
    Time since; ///< at this moment or later
    bool isForced = false; ///< of \a deliveries: also those that were delivered
    int perSecond = 0; ///< 0 for as fast as they can be written

    bool operator==(const ResendOrder &) const = default;
};

/// What would become of an order if it were carried out now.
struct ResendPreview
{
    Ticket ticket = 0;
    qint64 failed = 0; ///< these go
    qint64 delivered = 0; ///< these only when forced
    qint64 unfinished = 0; ///< these are sent by themselves
    qint64 heartbeats = 0;
    qint64 gone = 0; ///< they, or their destinations, are no longer there
    QList<DestinationId> destinations; ///< of those that go
    QList<DestinationId> deliveredTo; ///< of those that go only when forced
    std::optional<Time> first; ///< when those were made
    std::optional<Time> last;
    std::optional<Error> error;

    bool operator==(const ResendPreview &) const = default;
};

/// How far an order has come.
struct ResendProgress
{
    Ticket ticket = 0;
    qint64 total = 0;
    qint64 resent = 0; ///< new, linked deliveries
    qint64 leftOut = 0; ///< the store would not send these again
    QList<Delivery> deliveries; ///< the new ones of this step
    std::optional<Error> error; ///< why the first was left out, or why it ended before its time
    bool isDone = false;

    bool operator==(const ResendProgress &) const = default;
};

/// What came of cancelling deliveries.
struct Cancellation
{
    qint64 cancelled = 0;
    qint64 leftOut = 0; ///< they did not wait any more
    std::optional<Error> error;

    bool operator==(const Cancellation &) const = default;
};

} // namespace Core

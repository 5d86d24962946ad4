// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/changes.h"

namespace Core {

// What every store judges alike, whatever it keeps its rows in.

inline constexpr QLatin1StringView RemovedReason{"the destination was removed"};
inline constexpr QLatin1StringView InterruptedReason{"Hookpost ended while it was in flight"};

Error noSuch(DestinationId id);
Error noSuch(DeliveryId id);
Error noSuch(AttemptId id);
Error noSuch(CaptureId id);
Error noSuch(const EventId &id);

Error nameAndUrlTaken(const Destination &destination);
Error notRemoved(DestinationId id);
Error notWaiting(const Delivery &delivery);
Error closedAlready(AttemptId id);
Error eventExists(const EventId &id);

/// What a store remembers of an event that was accepted before.
struct KnownEvent
{
    Event event; ///< without its body
    QByteArray digest;
};

/// Well when \a repeated is the same event again: its first answer is given again. An id is never
/// free again.
Result<> judgeSameId(const KnownEvent &known, const NewEvent &repeated);

/// True while a key that \a known came with still stands for it.
bool holdsKey(const Event &known, const NewEvent &repeated);

/// Well when \a repeated, which came with a key that \a known holds, is the same event again.
Result<> judgeSameKey(const KnownEvent &known, const NewEvent &repeated);

/// \a targets in ascending order, each once: an event goes to nobody twice.
QList<DestinationId> distinct(QList<DestinationId> targets);

/// \a known with the name, URL and settings of \a wanted; all else of it stays.
Destination changed(const Destination &known, Destination wanted);

/// \a record, the row of an open attempt, with all that is known at its end.
Attempt closed(Attempt record, const Attempt &known);

/// True when \a change would let a delivery wait for a destination that is gone: it is cancelled
/// instead, and waits again if the destination is restored.
bool isCancelledByRemoval(const FinishAttempt &change, bool isDestinationRemoved);

/// What becomes of \a delivery by the end of its attempt.
Delivery afterAttempt(Delivery delivery, const FinishAttempt &change, bool isDestinationRemoved);

/// What a delivery does now, in words for a person.
QString nextStep(const Delivery &delivery, const Destination &destination);

} // namespace Core

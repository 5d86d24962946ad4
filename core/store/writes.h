// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fanout.h"
#include "core/store/database.h"
#include "core/store/largebody.h"
#include "core/store/store.h"

namespace Core {

/// The number of the next row of the log: attempts and captures have one counter, so that both tell
/// in which order they were written. The sequences also know of the rows that are gone.
inline constexpr std::string_view NextLogNumber
    = "(SELECT ifnull(max(seq), 0) + 1 FROM sqlite_sequence"
      " WHERE name IN ('attempts', 'captures'))";

// Each checks one change and writes it within the transaction that is open. A refusal leaves no
// trace of its own, except that of AddEvents, which wants a savepoint around it when there is more
// than one event, and that of ImportDestinations, which always does.

Result<Outcome> apply(Database &database, const AddDestination &change);
Result<Outcome> apply(Database &database, const ChangeDestination &change);
Result<Outcome> apply(Database &database, const ImportDestinations &change);
Result<Outcome> apply(Database &database, const RotateSecret &change);
Result<Outcome> apply(Database &database, const SetDestinationState &change);
Result<Outcome> apply(Database &database, const RemoveDestination &change);
Result<Outcome> apply(Database &database, const RestoreDestination &change);
Result<Outcome> apply(Database &database, const ContinueRemovals &change);
Result<Outcome> apply(Database &database, const Fanout &registered, const AddEvents &change);
Result<Outcome> apply(Database &database, const ResendDelivery &change);
Result<Outcome> apply(Database &database, const RecoverDeliveries &change);
Result<Outcome> apply(Database &database, const CancelDelivery &change);
Result<Outcome> apply(Database &database, LargeBody &newest, const ClaimDelivery &change);
Result<Outcome> apply(Database &database, const ClaimHeartbeat &change);
Result<Outcome> apply(Database &database, const FinishAttempt &change);
Result<Outcome> apply(Database &database, const KeepResponse &change);
Result<Outcome> apply(Database &database, const AddCapture &change);
Result<Outcome> apply(Database &database, const ChangePin &change);
Result<Outcome> apply(Database &database, const PruneHistory &change);
Result<Outcome> apply(Database &database, const ForgetRows &change);

/// Forgets the oldest of what may be forgotten until the file has \a wanted bytes of free pages,
/// and no more than one step of pruning does. False when there was nothing.
bool forgetOldest(Database &database, qint64 wanted);

bool hasForgettable(Database &database); ///< Whether forgetOldest() would find anything.

/// How many bytes the free pages of the file hold.
qint64 freeBytes(Database &database);

/// How many bytes all its pages hold, free or not.
qint64 fileBytes(Database &database);

/// The destination \a id, unless it is gone.
Result<Registration> registered(Database &database, DestinationId id);

/// Writes how \a destination stands: whether it is paused, since when it fails, what marks it.
void writeStanding(Database &database, const Destination &destination);

/// Cancels up to \a most of what waits for \a destination, which was removed at that moment.
QList<DeliveryId> cancelSome(Database &database, DestinationId destination, Time removedAt,
                             int most);

/// Deliveries that were cancelled by a removal and wait again.
struct RestoredDeliveries
{
    QList<Delivery> deliveries;
    QList<EventKind> kinds; ///< of their events, one each
    bool isWhole = true; ///< no other of the destination is to come
};

/// Lets up to \a most of those wait again that the removal of \a destination has cancelled.
RestoredDeliveries restoreSome(Database &database, DestinationId destination, int most);

/// What waits for \a destination, oldest first.
QList<WaitingDelivery> waitingFor(Database &database, DestinationId destination);

/// Lets all wait again that the undoing of removals has not come to.
void finishRestorations(Database &database);

/// Writes \a event for good; 0 when there is one with its id already.
qint64 insertEvent(Database &database, const NewEvent &event, const QString &idempotencyKey);

/// Writes \a delivery, which gets its id, of the event with the number \a event.
void insertDelivery(Database &database, Delivery &delivery, qint64 event, EventKind kind);

/// Lets the deliveries of the last run wait again and closes its attempts.
RecoveryReport recover(Database &database, Time now);

/// How far \a now lies before the newest event or attempt, which no clock in order would say; 0
/// when it does not.
Milliseconds clockLag(Database &database, Time now);

} // namespace Core

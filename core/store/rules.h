// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fanout.h"
#include "core/store/changes.h"

#include <functional>

namespace Core {

// What every store judges alike, whatever it keeps its rows in.

/// How long an event's id and key stand for it.
inline constexpr std::chrono::hours IdempotencyWindow{24};

/// How many rows of the lists one step of pruning forgets at most, so that it is over in an
/// instant.
inline constexpr int PruneStep = 200;

inline constexpr QLatin1StringView RemovedReason{"the destination was removed"};
inline constexpr QLatin1StringView CancelledReason{"a person cancelled it"};
inline constexpr QLatin1StringView InterruptedReason{"Hookpost ended while it was in flight"};

/// True for what brings more to keep, and so is refused while there is little room; what ends or
/// changes something that is there always goes.
bool isNewWork(const Change &change);

Error noSuch(DestinationId id);
Error noSuch(DeliveryId id);
Error noSuch(AttemptId id);
Error noSuch(CaptureId id);
Error noSuch(LogKey row);
Error noSuch(const EventId &id);

Error nameAndUrlTaken(const Destination &destination);
Error notRemoved(DestinationId id);
Error notWaiting(const Delivery &delivery);
Error closedAlready(AttemptId id);
Error noBodyAwaited(AttemptId id);
Error eventExists(const EventId &id);
Error bodyForgotten(const EventId &id);

/// What a store remembers of an event that was accepted before.
struct KnownEvent
{
    Event event; ///< without its body
    QByteArray digest;
};

/// Well when \a repeated is the same event again: its first answer is given again. An id is not
/// free before its event is forgotten.
Result<> judgeSameId(const KnownEvent &known, const NewEvent &repeated);

/// True while a key that was accepted at \a known still stands for its events at \a repeated.
bool holdsKey(Time known, Time repeated);

/// True when a publisher could send \a event again: it came with an id or a key of the publisher's.
bool isRepeatable(const NewEvent &event, const QString &idempotencyKey);

/// True while an event that was accepted then must still be known. Without a clock to be believed
/// it must.
bool mayBeRepeated(Time acceptedAt, const std::optional<Time> &now);

/// True when what has been history since \a at is older than \a change lets it be, or wants it.
bool isTooOld(Time at, const PruneHistory &change);

using LookUpEvent = std::function<std::optional<KnownEvent>(const EventId &)>;

/// The events that \a repeated, which came with a key, stands for: \a holders are those that came
/// with the key before, in the order they were accepted, and \a lookUp finds one by its id.
/// Conflict when it is not the same publication.
Result<QList<KnownEvent>> judgeSameKey(const QList<KnownEvent> &holders, const AddEvents &repeated,
                                       const LookUpEvent &lookUp);

/// Well when a person may send \a delivery, of an event of \a kind, again.
Result<> judgeResend(const Delivery &delivery, EventKind kind, bool isForced);

/// True for what a recovery sends again: it has failed, and \a isNewest of its event for its
/// destination, so that nobody has sent it again since.
bool isRecoverable(const Delivery &delivery, EventKind kind, bool isNewest);

/// The linked delivery that sends \a original again.
Delivery resent(const Delivery &original, Time at);

/// \a delivery, which waits, as a person cancels it.
Delivery cancelled(Delivery delivery, Time at);

/// What \a change makes of \a known.
Result<Registration> rotated(const Registration &known, const RotateSecret &change);

/// Who of those in \a registered gets \a wanted, in ascending order: nobody gets it twice.
QList<DestinationId> targetsOf(const NewEvent &wanted, const Fanout &registered);

/// What \a change makes of \a known. Another URL, or another way to check certificates, makes
/// obsolete what is told of the old one.
Result<Registration> changed(const Registration &known, const ChangeDestination &change);

/// What \a change makes of \a known, the pin of its row.
Result<Pin> changed(const Pin &known, const ChangePin &change);

/// \a record, the row of an open attempt, with all that is known at its end.
Attempt closed(Attempt record, const Attempt &known);

/// True when \a record was closed before the body of its response had come, as far as it is known:
/// \a isResponseCut says so, and when it had come does not.
bool awaitsBody(const Attempt &record, bool isResponseCut);

/// \a record, which awaits a body, with that of \a change.
Attempt withBody(Attempt record, const KeepResponse &change);

/// True when \a change would let a delivery wait for a destination that is gone: it is cancelled
/// instead, and waits again if the destination is restored.
bool isCancelledByRemoval(const FinishAttempt &change, bool isDestinationRemoved);

/// What becomes of \a delivery by the end of its attempt.
Delivery afterAttempt(Delivery delivery, const FinishAttempt &change, bool isDestinationRemoved);

/// What becomes of \a destination by the end of an attempt at \a url.
Destination afterAttempt(Destination destination, const QString &url, const FinishAttempt &change);

/// \a destination as a person pauses or resumes it.
Destination withState(Destination destination, const SetDestinationState &change);

/// What a delivery does now. One that a removal has not come to yet does as those it has.
NextStep nextStep(const Delivery &delivery, EventKind kind, const Destination &destination,
                  bool isDestinationRemoved);

/// When the next attempt of \a delivery may start; none when none will by itself.
std::optional<Time> nextAttemptAt(const Delivery &delivery, EventKind kind,
                                  const Destination &destination, bool isDestinationRemoved);

/// Writes each change of \a change by \a write, up to the first that is refused.
template<typename Write>
Result<Outcome> applyEach(const ImportDestinations &change, const Write &write)
{
    DestinationsImported outcome;
    for (const AddDestination &one : change.added) {
        const Result<Outcome> added = write(one);
        if (!added)
            return added.error();
        outcome.added.append(std::get<DestinationAdded>(*added));
    }
    for (const ChangeDestination &one : change.changed) {
        const Result<Outcome> changed = write(one);
        if (!changed)
            return changed.error();
        outcome.changed.append(std::get<DestinationChanged>(*changed));
    }
    return Outcome(outcome);
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rules.h"

#include <algorithm>

namespace Core {

namespace {

constexpr std::chrono::hours IdempotencyWindow{24};

Error conflict(const QString &sentence, const QString &field = {})
{
    return {ErrorCode::Conflict, sentence, field, {}};
}

} // namespace

Error noSuch(DestinationId id)
{
    return notFound(QStringLiteral("There is no destination %1.").arg(toString(id)));
}

Error noSuch(DeliveryId id)
{
    return notFound(QStringLiteral("There is no delivery %1.").arg(toString(id)));
}

Error noSuch(AttemptId id)
{
    return notFound(QStringLiteral("There is no attempt %1.").arg(toString(id)));
}

Error noSuch(CaptureId id)
{
    return notFound(QStringLiteral("There is no capture %1.").arg(toString(id)));
}

Error noSuch(const EventId &id)
{
    return notFound(QStringLiteral("There is no event %1.").arg(id.text));
}

Error nameAndUrlTaken(const Destination &destination)
{
    return conflict(
        QStringLiteral("Another destination named %1 has that URL already.").arg(destination.name),
        QStringLiteral("destination"));
}

Error notRemoved(DestinationId id)
{
    return conflict(QStringLiteral("The destination %1 has not been removed.").arg(toString(id)));
}

Error notWaiting(const Delivery &delivery)
{
    return conflict(
        QStringLiteral("The delivery %1 does not wait any more.").arg(toString(delivery.id)));
}

Error closedAlready(AttemptId id)
{
    return conflict(QStringLiteral("The attempt %1 has ended already.").arg(toString(id)));
}

Error eventExists(const EventId &id)
{
    return conflict(QStringLiteral("There is an event %1 already.").arg(id.text),
                    QStringLiteral("id"));
}

Result<> judgeSameId(const KnownEvent &known, const NewEvent &repeated)
{
    if (known.digest == repeated.digest && holdsKey(known.event, repeated))
        return {};
    return eventExists(known.event.id);
}

bool holdsKey(const Event &known, const NewEvent &repeated)
{
    return repeated.event.acceptedAt - known.acceptedAt <= IdempotencyWindow;
}

Result<> judgeSameKey(const KnownEvent &known, const NewEvent &repeated)
{
    if (known.digest == repeated.digest)
        return {};
    return conflict(QStringLiteral("This key was used for another event within 24 hours."),
                    QStringLiteral("Idempotency-Key"));
}

QList<DestinationId> distinct(QList<DestinationId> targets)
{
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    return targets;
}

Destination changed(const Destination &known, Destination wanted)
{
    wanted.state = known.state;
    wanted.pauseReason = known.pauseReason;
    wanted.origin = known.origin;
    wanted.createdAt = known.createdAt;
    return wanted;
}

Attempt closed(Attempt record, const Attempt &known)
{
    record.startedAt = known.startedAt;
    record.outcome = known.outcome;
    record.status = known.status;
    record.failure = known.failure;
    record.phase = known.phase;
    record.error = known.error;
    record.timings = known.timings;
    record.responseBytes = known.responseBytes;
    return record;
}

bool isCancelledByRemoval(const FinishAttempt &change, bool isDestinationRemoved)
{
    return isDestinationRemoved && change.next == DeliveryState::Waiting;
}

Delivery afterAttempt(Delivery delivery, const FinishAttempt &change, bool isDestinationRemoved)
{
    delivery.state = change.next;
    delivery.dueAt = change.dueAt;
    delivery.reason = change.reason;
    // Nothing was sent, so the next attempt bears the same number.
    if (change.attempt.failure == Failure::NotSent)
        --delivery.attemptCount;
    if (isCancelledByRemoval(change, isDestinationRemoved)) {
        delivery.state = DeliveryState::Cancelled;
        delivery.dueAt = change.attempt.startedAt
            + std::chrono::duration_cast<Milliseconds>(change.attempt.timings.total);
        delivery.reason = RemovedReason;
    }
    return delivery;
}

QString nextStep(const Delivery &delivery, const Destination &destination)
{
    switch (delivery.state) {
    case DeliveryState::Waiting:
        return destination.state == DestinationState::Paused
            ? QStringLiteral("It waits until the destination is resumed.")
            : QStringLiteral("The next attempt is due at %1.").arg(toIso(delivery.dueAt));
    case DeliveryState::InFlight:
        return QStringLiteral("It is in flight.");
    case DeliveryState::Delivered:
        return QStringLiteral("It is delivered.");
    case DeliveryState::Failed:
        return delivery.attemptCount > 1
            ? QStringLiteral("It is not tried again: %1.").arg(delivery.reason)
            : QStringLiteral("It is not tried again.");
    case DeliveryState::Cancelled:
        return QStringLiteral("It was cancelled: %1.").arg(delivery.reason);
    }
    Q_UNREACHABLE();
}

} // namespace Core

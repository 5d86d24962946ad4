// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rules.h"

#include "core/model/destinationjson.h"
#include "core/model/forgetting.h"
#include "core/model/secrets.h"

#include <QSet>

#include <algorithm>

namespace Core {

namespace {

Error conflict(const QString &sentence, const QString &field = {}, const QString &hint = {})
{
    return {ErrorCode::Conflict, sentence, field, hint};
}

Error unfitSecret(SignatureScheme scheme)
{
    return conflict(
        QStringLiteral("The destination's secret cannot sign by %1.").arg(toString(scheme)),
        QStringLiteral("signature"));
}

/// Whatever it holds, it comes too late to be a repetition.
Error stillOnRecord(const Event &event)
{
    return conflict(
        QStringLiteral("An event %1 was accepted at %2, more than 24 hours ago, and is still on "
                       "record.")
            .arg(event.id.text, toIso(event.acceptedAt)),
        QStringLiteral("id"),
        QStringLiteral("Publish it under another id, or under none. This one is free again when "
                       "the history has forgotten its event."));
}

} // namespace

bool isNewWork(const Change &change)
{
    return std::holds_alternative<AddEvents>(change)
        || std::holds_alternative<AddDestination>(change)
        || std::holds_alternative<ImportDestinations>(change)
        || std::holds_alternative<ResendDelivery>(change)
        || std::holds_alternative<RecoverDeliveries>(change)
        || std::holds_alternative<ClaimHeartbeat>(change)
        || std::holds_alternative<AddCapture>(change);
}

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

Error noSuch(LogKey row)
{
    return row.isCapture() ? noSuch(row.capture()) : noSuch(row.attempt());
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

Error noBodyAwaited(AttemptId id)
{
    return conflict(
        QStringLiteral("The attempt %1 does not wait for a response's body.").arg(toString(id)));
}

Error eventExists(const EventId &id)
{
    return conflict(QStringLiteral("There is an event %1 already.").arg(id.text),
                    QStringLiteral("id"),
                    QStringLiteral("Only the very same type, data and destinations may be "
                                   "published again; give what differs another id."));
}

Error bodyForgotten(const EventId &id)
{
    return notFound(QStringLiteral("The body of the event %1 is not kept any more.").arg(id.text));
}

Result<> judgeSameId(const KnownEvent &known, const NewEvent &repeated)
{
    if (!holdsKey(known.event.acceptedAt, repeated.event.acceptedAt))
        return stillOnRecord(known.event);
    if (known.digest == repeated.digest)
        return {};
    return eventExists(known.event.id);
}

bool holdsKey(Time known, Time repeated)
{
    return repeated - known <= IdempotencyWindow;
}

bool isRepeatable(const NewEvent &event, const QString &idempotencyKey)
{
    return event.hasOwnId || !idempotencyKey.isEmpty();
}

bool mayBeRepeated(Time acceptedAt, const std::optional<Time> &now)
{
    return !now || *now - acceptedAt <= IdempotencyWindow;
}

bool isTooOld(Time at, const PruneHistory &change)
{
    if (change.endedBefore)
        return change.askedAt ? hadEnded(at, *change.endedBefore, *change.askedAt)
                              : at < *change.endedBefore;
    return change.now && change.limits.age && *change.now - at > *change.limits.age;
}

Result<QList<KnownEvent>> judgeSameKey(const QList<KnownEvent> &holders, const AddEvents &repeated,
                                       const LookUpEvent &lookUp)
{
    const Error another
        = conflict(QStringLiteral("This key was used for another event within 24 hours."),
                   QStringLiteral("Idempotency-Key"));
    QSet<QString> named;
    for (const NewEvent &wanted : repeated.events) {
        if (wanted.hasOwnId)
            named.insert(wanted.event.id.text);
    }
    const auto isNamed
        = [&named](const KnownEvent &known) { return named.contains(known.event.id.text); };
    // Those with an id of their own are found by it; the others stand in their order.
    auto holder = holders.begin();
    const auto nextUnnamed = [&holders, &holder, &isNamed] {
        holder = std::find_if_not(holder, holders.end(), isNamed);
        return holder == holders.end() ? std::optional<KnownEvent>() : std::optional(*holder++);
    };
    QList<KnownEvent> answers;
    for (const NewEvent &wanted : repeated.events) {
        const auto known = wanted.hasOwnId ? lookUp(wanted.event.id) : nextUnnamed();
        if (!known || known->digest != wanted.digest)
            return another;
        answers.append(*known);
    }
    if (nextUnnamed())
        return another;
    return answers;
}

Result<> judgeResend(const Delivery &delivery, EventKind kind, bool isForced)
{
    const QString id = toString(delivery.id);
    if (kind == EventKind::Heartbeat)
        return conflict(QStringLiteral("The delivery %1 is a heartbeat's: the next one comes by "
                                       "itself.")
                            .arg(id));
    if (!isEnded(delivery.state))
        return Error{ErrorCode::Conflict,
                     QStringLiteral("The delivery %1 has not ended: it is sent by itself.").arg(id),
                     {},
                     QStringLiteral("Cancel it first, or wait for its end.")};
    if (delivery.state == DeliveryState::Delivered && !isForced)
        return Error{ErrorCode::Conflict, QStringLiteral("The delivery %1 was a success.").arg(id),
                     QStringLiteral("force"),
                     QStringLiteral("Send {\"force\": true} to send its event once more.")};
    return {};
}

bool isRecoverable(const Delivery &delivery, EventKind kind, bool isNewest)
{
    return isNewest && delivery.state == DeliveryState::Failed && kind == EventKind::Published;
}

Delivery resent(const Delivery &original, Time at)
{
    Delivery delivery;
    delivery.event = original.event;
    delivery.destination = original.destination;
    delivery.createdAt = at;
    delivery.dueAt = at;
    delivery.resendOf = original.id;
    delivery.isResend = true;
    return delivery;
}

Delivery cancelled(Delivery delivery, Time at)
{
    delivery.state = DeliveryState::Cancelled;
    delivery.dueAt = at;
    delivery.reason = CancelledReason;
    return delivery;
}

Result<Registration> rotated(const Registration &known, const RotateSecret &change)
{
    Destination destination = known.destination;
    destination.signature = change.signature.value_or(destination.signature);
    if (!validateSecret(destination.signature, change.secret))
        return unfitSecret(destination.signature);
    if (change.secret == known.secrets.current)
        return conflict(QStringLiteral("The destination has that secret already."),
                        QStringLiteral("secret"));
    if (change.overlap.count() == 0)
        return Registration{destination, {change.secret, {}, {}}};
    const Secrets both{change.secret, known.secrets.current, change.at + change.overlap};
    return Registration{destination, fittingSecrets(destination.signature, both)};
}

QList<DestinationId> targetsOf(const NewEvent &wanted, const Fanout &registered)
{
    const Audience &audience = wanted.audience;
    QList<DestinationId> targets;
    if (audience.isSubscribers)
        targets = registered.matching(wanted.event.type);
    for (const DestinationId id : audience.ids) {
        if (registered.contains(id))
            targets.append(id);
    }
    for (const QString &name : audience.names)
        targets.append(registered.named(name));
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    return targets;
}

Result<Registration> changed(const Registration &known, const ChangeDestination &change)
{
    Destination wanted = known.destination;
    if (const auto read = destinationFromJson(change.members, wanted); !read)
        return read.error();
    const QByteArray secret = change.secret.value_or(known.secrets.current);
    const bool hasNewSecret = secret != known.secrets.current;
    // Whoever asked has looked at secret and signature as they were then.
    if ((hasNewSecret || wanted.signature != known.destination.signature)
        && !validateSecret(wanted.signature, secret))
        return unfitSecret(wanted.signature);
    const bool hasMoved = wanted.url != known.destination.url;
    if (hasMoved)
        wanted.failingSince.reset();
    if (hasMoved || wanted.verifyTls != known.destination.verifyTls)
        wanted.mark.clear();
    if (hasNewSecret)
        return Registration{wanted, {secret, {}, {}}};
    return Registration{wanted, fittingSecrets(wanted.signature, known.secrets)};
}

Result<Pin> changed(const Pin &known, const ChangePin &change)
{
    const QString field = QStringLiteral("note");
    const QString note = change.note.value_or(known.note);
    if (note.toUcs4().size() > LongestNote)
        return invalid(field, QStringLiteral("The note is longer than 2000 characters."));
    if (!note.isValidUtf16())
        return invalid(field, QStringLiteral("The note holds half a character."));
    return Pin{known.row, change.isPinned.value_or(known.isPinned), note};
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

bool awaitsBody(const Attempt &record, bool isResponseCut)
{
    return record.outcome != AttemptOutcome::InFlight && record.status != 0 && isResponseCut
        && !record.timings.receive;
}

Attempt withBody(Attempt record, const KeepResponse &change)
{
    record.timings.receive = change.receive;
    record.responseBytes = change.body.size();
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

Destination afterAttempt(Destination destination, const QString &url, const FinishAttempt &change)
{
    // What an address has shown says nothing about the next one.
    if (destination.url != url)
        return destination;
    const Attempt &ended = change.attempt;
    if (ended.outcome == AttemptOutcome::Delivered) {
        destination.failingSince.reset();
        destination.mark.clear();
    } else if (isFailure(ended) && !destination.failingSince) {
        destination.failingSince = ended.startedAt;
    }
    if (ended.failure == Failure::TlsFailed || ended.failure == Failure::AddressRefused)
        destination.mark = toWords(ended);
    if (!change.pauseReason.isEmpty() && destination.state == DestinationState::Active) {
        destination.state = DestinationState::Paused;
        destination.pauseReason = change.pauseReason;
    }
    return destination;
}

Destination withState(Destination destination, const SetDestinationState &change)
{
    if (change.state == DestinationState::Paused && change.state == destination.state
        && change.reason.isEmpty())
        return destination;
    destination.state = change.state;
    destination.pauseReason = change.reason;
    if (change.state == DestinationState::Active)
        destination.failingSince.reset();
    return destination;
}

/// A test passes a pause.
static bool isKept(EventKind kind, const Destination &destination)
{
    return destination.state == DestinationState::Paused && kind != EventKind::Test;
}

std::optional<Time> nextAttemptAt(const Delivery &delivery, EventKind kind,
                                  const Destination &destination, bool isDestinationRemoved)
{
    const bool isToCome = delivery.state == DeliveryState::Waiting && !isDestinationRemoved
        && !isKept(kind, destination);
    return isToCome ? std::optional(delivery.dueAt) : std::nullopt;
}

NextStep nextStep(const Delivery &delivery, EventKind kind, const Destination &destination,
                  bool isDestinationRemoved)
{
    if (delivery.state == DeliveryState::Waiting && isDestinationRemoved)
        return NextStep::Removed;
    switch (delivery.state) {
    case DeliveryState::Waiting:
        return isKept(kind, destination) ? NextStep::Kept : NextStep::Due;
    case DeliveryState::InFlight:
        return NextStep::InFlight;
    case DeliveryState::Delivered:
        return NextStep::Delivered;
    case DeliveryState::Failed:
        return NextStep::GivenUp;
    case DeliveryState::Cancelled:
        return delivery.reason == RemovedReason ? NextStep::Removed : NextStep::Cancelled;
    }
    Q_UNREACHABLE();
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorystore.h"

#include "core/model/secrets.h"
#include "tests/support/memoryhistory.h"

#include <QMutexLocker>

#include <algorithm>
#include <limits>

using namespace Core;

namespace {

using Rows = MemoryTables::Rows;

Error storeNotOpen()
{
    return {ErrorCode::Storage, QStringLiteral("The store is not open."), {}, {}};
}

Event withEmptyBody(Event event)
{
    event.body.clear();
    return event;
}

MemoryTables::DestinationRow *registered(Rows &rows, DestinationId id)
{
    const auto found = rows.destinations.find(id);
    return found != rows.destinations.end() && !found->second.removedAt ? &found->second : nullptr;
}

MemoryTables::DestinationRow *holderOf(Rows &rows, const Destination &wanted)
{
    for (auto &[id, row] : rows.destinations) {
        const Destination &destination = row.registration.destination;
        if (!row.removedAt && destination.name == wanted.name && destination.url == wanted.url)
            return &row;
    }
    return nullptr;
}

Fanout registeredIn(const Rows &rows)
{
    Fanout fanout;
    for (const auto &[id, row] : rows.destinations) {
        if (!row.removedAt)
            fanout.put(row.registration.destination);
    }
    return fanout;
}

void cancelByRemoval(MemoryTables::DeliveryRow &row, Time at)
{
    row.dueIfRestored = row.delivery.dueAt;
    row.delivery.state = DeliveryState::Cancelled;
    row.delivery.dueAt = at;
    row.delivery.reason = RemovedReason;
}

/// Takes what it cancels from \a left.
QList<DeliveryId> cancelSome(Rows &rows, DestinationId id, Time removedAt, int &left)
{
    QList<DeliveryId> some;
    for (auto &[number, row] : rows.deliveries) {
        if (left == 0)
            break;
        if (row.delivery.destination == id && row.delivery.state == DeliveryState::Waiting) {
            cancelByRemoval(row, removedAt);
            some.append(number);
            --left;
        }
    }
    return some;
}

QList<DeliveryId> removeDestination(Rows &rows, DestinationId id, Time at, int &left)
{
    rows.destinations.at(id).removedAt = at;
    return cancelSome(rows, id, at, left);
}

bool isRestorable(const MemoryTables::DeliveryRow &row, DestinationId destination)
{
    return row.delivery.destination == destination && row.dueIfRestored;
}

/// Takes what it restores from \a left. True when no other of the destination is to come.
bool restoreSome(Rows &rows, DestinationId id, int &left, QList<Delivery> &deliveries,
                 QList<EventKind> &kinds)
{
    for (auto &[number, row] : rows.deliveries) {
        if (left == 0)
            break;
        if (!isRestorable(row, id))
            continue;
        row.delivery.state = DeliveryState::Waiting;
        row.delivery.reason.clear();
        row.delivery.dueAt = *std::exchange(row.dueIfRestored, std::nullopt);
        deliveries.append(row.delivery);
        kinds.append(rows.eventWithId(row.delivery.event)->event.kind);
        --left;
    }
    return std::none_of(rows.deliveries.begin(), rows.deliveries.end(),
                        [id](const auto &row) { return isRestorable(row.second, id); });
}

QList<WaitingDelivery> waitingFor(const Rows &rows, DestinationId id)
{
    QList<WaitingDelivery> waiting;
    for (const auto &[number, row] : rows.deliveries) {
        const Delivery &delivery = row.delivery;
        if (delivery.destination == id && delivery.state == DeliveryState::Waiting)
            waiting.append(
                {number, id, delivery.dueAt, rows.eventWithId(delivery.event)->event.kind});
    }
    return waiting;
}

Result<Outcome> apply(Rows &rows, const AddDestination &change)
{
    DestinationAdded outcome{change.registration, true, {}};
    Destination &destination = outcome.registration.destination;
    destination.createdAt = change.at;
    if (const auto *holder = holderOf(rows, destination)) {
        outcome.registration = holder->registration;
        outcome.isNew = false;
    } else {
        destination.id = {++rows.lastNumber};
        rows.destinations[destination.id] = {outcome.registration, std::nullopt};
    }
    int left = RemovalStep;
    for (auto &[id, row] : rows.destinations) {
        const bool isNamesake = row.registration.destination.name == destination.name;
        if (change.replacesNamesakes && isNamesake && id != destination.id && !row.removedAt) {
            removeDestination(rows, id, change.at, left);
            outcome.replaced.append(id);
        }
    }
    return Outcome(outcome);
}

Result<Outcome> apply(Rows &rows, const ChangeDestination &change)
{
    auto *row = registered(rows, change.destination);
    if (!row)
        return noSuch(change.destination);
    const auto after = changed(row->registration, change);
    if (!after)
        return after.error();
    auto *holder = holderOf(rows, after->destination);
    if (holder && holder != row)
        return nameAndUrlTaken(after->destination);
    DestinationChanged outcome{after->destination};
    if (after->secrets != row->registration.secrets)
        outcome.secrets = after->secrets;
    row->registration = *after;
    return Outcome(outcome);
}

Result<Outcome> apply(Rows &rows, const ImportDestinations &change)
{
    const Rows before = rows;
    auto outcome = applyEach(change, [&rows](const auto &one) { return apply(rows, one); });
    if (!outcome)
        rows = before;
    return outcome;
}

Result<Outcome> apply(Rows &rows, const RotateSecret &change)
{
    auto *row = registered(rows, change.destination);
    if (!row)
        return noSuch(change.destination);
    const auto after = rotated(row->registration, change);
    if (!after)
        return after.error();
    row->registration = *after;
    return Outcome(SecretRotated{row->registration});
}

Result<Outcome> apply(Rows &rows, const SetDestinationState &change)
{
    auto *row = registered(rows, change.destination);
    if (!row)
        return noSuch(change.destination);
    Destination &destination = row->registration.destination;
    destination = withState(destination, change);
    return Outcome(DestinationChanged{destination, change.state == DestinationState::Active});
}

Result<Outcome> apply(Rows &rows, const RemoveDestination &change)
{
    if (!registered(rows, change.destination))
        return noSuch(change.destination);
    int left = change.most;
    return Outcome(DestinationRemoved{
        change.destination, removeDestination(rows, change.destination, change.at, left)});
}

Result<Outcome> apply(Rows &rows, const RestoreDestination &change)
{
    const auto found = rows.destinations.find(change.destination);
    if (found == rows.destinations.end())
        return noSuch(change.destination);
    if (!found->second.removedAt)
        return notRemoved(change.destination);
    DestinationRestored outcome{found->second.registration, {}, {}, {}};
    if (holderOf(rows, outcome.registration.destination))
        return nameAndUrlTaken(outcome.registration.destination);
    found->second.removedAt.reset();
    outcome.kept = waitingFor(rows, change.destination);
    int left = change.most;
    outcome.isWhole
        = restoreSome(rows, change.destination, left, outcome.deliveries, outcome.kinds);
    return Outcome(outcome);
}

Result<Outcome> apply(Rows &rows, const ContinueRemovals &change)
{
    RemovalsContinued outcome;
    int left = change.most;
    for (const auto &[id, row] : rows.destinations) {
        const int before = left;
        if (!row.removedAt && restoreSome(rows, id, left, outcome.deliveries, outcome.kinds)
            && left < before)
            outcome.returned.append(id);
    }
    for (const auto &[id, row] : rows.destinations) {
        if (row.removedAt)
            outcome.cancelled += cancelSome(rows, id, *row.removedAt, left);
    }
    outcome.isDone = left > 0;
    return Outcome(outcome);
}

AcceptedEvent firstAnswer(const Rows &rows, const Event &event)
{
    QList<Delivery> deliveries = rows.deliveriesOf(event.id);
    deliveries.removeIf(
        [&event](const Delivery &delivery) { return delivery.createdAt != event.acceptedAt; });
    return {withEmptyBody(event), deliveries, true};
}

Event insertEvent(Rows &rows, const NewEvent &wanted, const QString &key)
{
    Event event = wanted.event;
    event.bodyBytes = event.body.size();
    const QStringList keys = key.isEmpty() ? QStringList() : QStringList{key};
    rows.events[event.id.text]
        = {event, ++rows.lastNumber, keys, wanted.digest, isRepeatable(wanted, key), false};
    return event;
}

QList<KnownEvent> holdersOf(const Rows &rows, const QString &key, Time now)
{
    std::map<qint64, KnownEvent> holders;
    for (const auto &[id, row] : rows.events) {
        if (row.keys.contains(key) && holdsKey(row.event.acceptedAt, now))
            holders[row.number] = {row.event, row.digest};
    }
    QList<KnownEvent> inOrder;
    for (const auto &[number, known] : holders)
        inOrder.append(known);
    return inOrder;
}

Result<Outcome> firstAnswers(const Rows &rows, const QList<KnownEvent> &holders,
                             const AddEvents &change)
{
    const auto known
        = judgeSameKey(holders, change, [&rows](const EventId &id) -> std::optional<KnownEvent> {
              const auto *row = rows.eventWithId(id);
              return row ? std::optional(KnownEvent{row->event, row->digest}) : std::nullopt;
          });
    if (!known)
        return known.error();
    EventsAdded outcome;
    for (const KnownEvent &event : *known)
        outcome.events.append(firstAnswer(rows, event.event));
    return Outcome(outcome);
}

Result<AcceptedEvent> accept(Rows &rows, const NewEvent &wanted, const QString &key)
{
    const auto holder = rows.events.find(wanted.event.id.text);
    if (holder != rows.events.end()) {
        auto &row = holder->second;
        if (const auto judged = judgeSameId({row.event, row.digest}, wanted); !judged)
            return judged.error();
        if (!key.isEmpty())
            row.keys.append(key);
        return firstAnswer(rows, row.event);
    }
    if (wanted.audience.refusal)
        return *wanted.audience.refusal;
    AcceptedEvent accepted{withEmptyBody(insertEvent(rows, wanted, key)), {}, false};
    for (const DestinationId target : targetsOf(wanted, registeredIn(rows))) {
        Delivery delivery;
        delivery.id = {++rows.lastNumber};
        delivery.event = wanted.event.id;
        delivery.destination = target;
        delivery.createdAt = wanted.event.acceptedAt;
        delivery.dueAt = wanted.event.acceptedAt;
        rows.deliveries[delivery.id] = {delivery, std::nullopt};
        accepted.deliveries.append(delivery);
    }
    return accepted;
}

Result<Outcome> apply(Rows &rows, const AddEvents &change)
{
    if (!change.idempotencyKey.isEmpty()) {
        const auto holders
            = holdersOf(rows, change.idempotencyKey, change.events.first().event.acceptedAt);
        if (!holders.isEmpty())
            return firstAnswers(rows, holders, change);
    }
    // One event alone is judged before it leaves a trace.
    const Rows before = change.events.size() > 1 ? rows : Rows();
    EventsAdded outcome;
    for (const NewEvent &wanted : change.events) {
        const auto accepted = accept(rows, wanted, change.idempotencyKey);
        if (!accepted) {
            if (change.events.size() > 1)
                rows = before;
            return accepted.error();
        }
        outcome.events.append(*accepted);
    }
    return Outcome(outcome);
}

Delivery insertResent(Rows &rows, const Delivery &original, Time at)
{
    Delivery delivery = resent(original, at);
    delivery.id = {++rows.lastNumber};
    rows.deliveries[delivery.id] = {delivery, std::nullopt};
    return delivery;
}

Result<Outcome> apply(Rows &rows, const ResendDelivery &change)
{
    const auto found = rows.deliveries.find(change.delivery);
    if (found == rows.deliveries.end())
        return noSuch(change.delivery);
    const Delivery &original = found->second.delivery;
    if (!registered(rows, original.destination))
        return noSuch(original.destination);
    const EventKind kind = rows.eventWithId(original.event)->event.kind;
    if (const auto judged = judgeResend(original, kind, change.isForced); !judged)
        return judged.error();
    return Outcome(DeliveriesResent{{insertResent(rows, original, change.at)}, kind});
}

Result<Outcome> apply(Rows &rows, const RecoverDeliveries &change)
{
    if (!registered(rows, change.destination))
        return noSuch(change.destination);
    DeliveriesResent outcome;
    for (const DeliveryId id : change.deliveries) {
        const auto found = rows.deliveries.find(id);
        if (found != rows.deliveries.end()
            && found->second.delivery.destination == change.destination && rows.isRecoverable(id))
            outcome.deliveries.append(insertResent(rows, found->second.delivery, change.at));
    }
    return Outcome(outcome);
}

Result<Outcome> apply(Rows &rows, const CancelDelivery &change)
{
    const auto found = rows.deliveries.find(change.delivery);
    if (found == rows.deliveries.end())
        return noSuch(change.delivery);
    Delivery &delivery = found->second.delivery;
    if (delivery.state != DeliveryState::Waiting)
        return notWaiting(delivery);
    delivery = cancelled(delivery, change.at);
    return Outcome(DeliveryCancelled{delivery});
}

DeliveryClaimed openAttempt(Rows &rows, Delivery &delivery, const Event &event, Time at)
{
    const Destination &destination
        = rows.destinations.at(delivery.destination).registration.destination;
    Attempt attempt;
    attempt.id = {++rows.lastLogNumber};
    attempt.delivery = delivery.id;
    attempt.destination = delivery.destination;
    attempt.event = event.id;
    attempt.destinationName = destination.name;
    attempt.url = destination.url;
    attempt.eventType = event.type;
    attempt.kind = event.kind;
    attempt.number = ++delivery.attemptCount;
    attempt.isResend = delivery.isResend;
    attempt.deliveryState = DeliveryState::InFlight;
    attempt.startedAt = at;
    attempt.requestBytes = event.bodyBytes;
    delivery.state = DeliveryState::InFlight;
    rows.attempts[attempt.id] = {attempt, {}};
    return {attempt, event, 0};
}

Result<Outcome> apply(Rows &rows, const ClaimDelivery &change)
{
    const auto found = rows.deliveries.find(change.delivery);
    if (found == rows.deliveries.end())
        return noSuch(change.delivery);
    Delivery &delivery = found->second.delivery;
    if (delivery.state != DeliveryState::Waiting || !registered(rows, delivery.destination))
        return notWaiting(delivery);
    const Event &event = rows.eventWithId(delivery.event)->event;
    if (event.bodyBytes > change.largestBody)
        return Outcome(BodyTooLarge{change.delivery, event.bodyBytes});
    const auto charged = std::count_if(
        rows.attempts.begin(), rows.attempts.end(), [&change](const auto &row) {
            return row.second.attempt.delivery == change.delivery && isCharged(row.second.attempt);
        });
    DeliveryClaimed claimed = openAttempt(rows, delivery, event, change.at);
    claimed.chargedBefore = static_cast<int>(charged);
    return Outcome(claimed);
}

Result<Outcome> apply(Rows &rows, const ClaimHeartbeat &change)
{
    if (!registered(rows, change.destination))
        return noSuch(change.destination);
    if (rows.eventWithId(change.event.id))
        return eventExists(change.event.id);
    NewEvent heartbeat;
    heartbeat.event = change.event;
    const Event event = insertEvent(rows, heartbeat, {});
    Delivery delivery;
    delivery.id = {++rows.lastNumber};
    delivery.event = event.id;
    delivery.destination = change.destination;
    delivery.createdAt = event.acceptedAt;
    delivery.dueAt = event.acceptedAt;
    auto &row = rows.deliveries[delivery.id] = {delivery, std::nullopt};
    return Outcome(openAttempt(rows, row.delivery, event, event.acceptedAt));
}

Result<Outcome> apply(Rows &rows, const FinishAttempt &change)
{
    const auto found = rows.attempts.find(change.attempt.id);
    if (found == rows.attempts.end())
        return noSuch(change.attempt.id);
    auto &[attempt, transcript] = found->second;
    if (attempt.outcome != AttemptOutcome::InFlight)
        return closedAlready(attempt.id);
    auto &deliveryRow = rows.deliveries.at(attempt.delivery);
    auto &destinationRow = rows.destinations.at(attempt.destination);
    const bool isRemoved = destinationRow.removedAt.has_value();
    attempt = closed(attempt, change.attempt);
    transcript = change.transcript;
    deliveryRow.delivery = afterAttempt(deliveryRow.delivery, change, isRemoved);
    if (isCancelledByRemoval(change, isRemoved))
        deliveryRow.dueIfRestored = change.dueAt;
    attempt.deliveryState = deliveryRow.delivery.state;
    AttemptFinished outcome{attempt, deliveryRow.delivery, std::nullopt};
    Destination &destination = destinationRow.registration.destination;
    const Destination after = afterAttempt(destination, attempt.url, change);
    if (!isRemoved && after != destination) {
        destination = after;
        outcome.changedDestination = after;
    }
    return Outcome(outcome);
}

Result<Outcome> apply(Rows &rows, const KeepResponse &change)
{
    const auto found = rows.attempts.find(change.attempt);
    if (found == rows.attempts.end())
        return noSuch(change.attempt);
    auto &[attempt, transcript] = found->second;
    if (!awaitsBody(attempt, transcript.isResponseCut))
        return noBodyAwaited(change.attempt);
    attempt = withBody(attempt, change);
    attempt.deliveryState = rows.deliveries.at(attempt.delivery).delivery.state;
    transcript.responseBody = change.body;
    transcript.isResponseCut = change.isCut;
    return Outcome(ResponseKept{attempt});
}

Result<Outcome> apply(Rows &rows, const AddCapture &change)
{
    CaptureRecord record = change.record;
    record.capture.id = {++rows.lastLogNumber};
    record.capture.bodyBytes = record.body.size();
    rows.captures[record.capture.id] = record;
    return Outcome(CaptureAdded{record.capture});
}

template<typename Row>
Result<Outcome> changePin(Row &row, const ChangePin &change)
{
    const auto pin = changed(Pin{change.row, row.isPinned, row.note}, change);
    if (!pin)
        return pin.error();
    row.isPinned = pin->isPinned;
    row.note = pin->note;
    return Outcome(PinChanged{*pin});
}

Result<Outcome> apply(Rows &rows, const ChangePin &change)
{
    const auto attempt = rows.attempts.find(change.row.attempt());
    if (attempt != rows.attempts.end())
        return changePin(attempt->second.attempt, change);
    const auto capture = rows.captures.find(change.row.capture());
    if (capture != rows.captures.end())
        return changePin(capture->second.capture, change);
    return noSuch(change.row);
}

Result<Outcome> apply(Rows &rows, const PruneHistory &change)
{
    return Outcome(pruneRows(rows, change));
}

Result<Outcome> apply(Rows &rows, const ForgetRows &change)
{
    return Outcome(forgetRows(rows, change));
}

void recoverDelivery(Rows &rows, MemoryTables::DeliveryRow &row, Time now, RecoveryReport &report)
{
    if (rows.eventWithId(row.delivery.event)->event.kind == EventKind::Heartbeat) {
        row.delivery.state = DeliveryState::Failed;
        row.delivery.dueAt = now;
        row.delivery.reason = InterruptedReason;
    } else if (!registered(rows, row.delivery.destination)) {
        cancelByRemoval(row, now);
    } else {
        row.delivery.state = DeliveryState::Waiting;
        ++report.deliveriesAgain;
    }
}

void finishRestorations(Rows &rows)
{
    int left = std::numeric_limits<int>::max();
    QList<Delivery> deliveries;
    QList<EventKind> kinds;
    for (const auto &[id, row] : rows.destinations) {
        if (!row.removedAt)
            restoreSome(rows, id, left, deliveries, kinds);
    }
}

void noteInterrupted(RecoveryReport &report, const Attempt &attempt)
{
    const Time began = attempt.startedAt;
    const bool isFirst = report.interruptedAttempts++ == 0;
    report.firstBegan = isFirst ? began : std::min(report.firstBegan, began);
    report.lastBegan = isFirst ? began : std::max(report.lastBegan, began);
    if (report.named.size() < MostInterruptedNamed)
        report.named.append(attempt.id);
}

Milliseconds clockLag(const Rows &rows, Time now)
{
    Time newest = Time::max();
    const auto last = std::max_element(
        rows.events.begin(), rows.events.end(),
        [](const auto &a, const auto &b) { return a.second.number < b.second.number; });
    if (last != rows.events.end())
        newest = std::min(newest, last->second.event.acceptedAt);
    if (!rows.attempts.empty())
        newest = std::min(newest, rows.attempts.rbegin()->second.attempt.startedAt);
    return newest == Time::max() ? Milliseconds{0} : std::max(Milliseconds{0}, newest - now);
}

} // namespace

MemoryStore::MemoryStore(std::shared_ptr<MemoryTables> tables)
    : m_tables(std::move(tables))
{
}

Result<RecoveryReport> MemoryStore::open(Time now)
{
    const QMutexLocker lock(&m_tables->mutex);
    m_tables->isOpen = true;
    m_clockLag = clockLag(m_tables->rows, now);
    finishRestorations(m_tables->rows);
    RecoveryReport report;
    for (auto &[id, row] : m_tables->rows.attempts) {
        if (row.attempt.outcome != AttemptOutcome::InFlight)
            continue;
        row.attempt.outcome = AttemptOutcome::Interrupted;
        row.attempt.error = BrokenOffError;
        noteInterrupted(report, row.attempt);
        recoverDelivery(m_tables->rows, m_tables->rows.deliveries.at(row.attempt.delivery), now,
                        report);
    }
    return report;
}

void MemoryStore::close()
{
    const QMutexLocker lock(&m_tables->mutex);
    m_tables->isOpen = false;
}

Result<QList<Result<Outcome>>> MemoryStore::write(const QList<Change> &changes)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_tables->isOpen)
        return storeNotOpen();
    QList<Result<Outcome>> outcomes;
    for (const Change &change : changes) {
        outcomes.append(
            std::visit([this](const auto &one) { return apply(m_tables->rows, one); }, change));
    }
    return outcomes;
}

Result<> MemoryStore::probe()
{
    const QMutexLocker lock(&m_tables->mutex);
    return m_tables->isOpen ? Result<>() : storeNotOpen();
}

Result<> MemoryStore::checkRoom()
{
    return probe();
}

Result<QList<Registration>> MemoryStore::registrations()
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_tables->isOpen)
        return storeNotOpen();
    QList<Registration> registrations;
    for (const auto &[id, row] : m_tables->rows.destinations) {
        if (!row.removedAt)
            registrations.append(row.registration);
    }
    return registrations;
}

Result<QList<WaitingDelivery>> MemoryStore::waiting()
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_tables->isOpen)
        return storeNotOpen();
    QList<WaitingDelivery> waiting;
    for (const auto &[id, row] : m_tables->rows.deliveries) {
        const Delivery &delivery = row.delivery;
        if (delivery.state == DeliveryState::Waiting
            && registered(m_tables->rows, delivery.destination)) {
            waiting.append({id, delivery.destination, delivery.dueAt - m_clockLag,
                            m_tables->rows.eventWithId(delivery.event)->event.kind});
        }
    }
    return waiting;
}

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/factrows.h"
#include "core/store/writes.h"

namespace Core {

namespace {

KnownEvent readKnownEvent(Rows &rows)
{
    KnownEvent known;
    rows >> known.digest;
    known.event = readEvent(rows);
    return known;
}

std::optional<KnownEvent> eventWithId(Database &database, const EventId &id)
{
    static const std::string sql
        = joined({"SELECT e.digest, ", EventColumns, " FROM events e WHERE e.uid = ?"});
    Rows rows = database.select(sql, id);
    return rows.next() ? std::optional(readKnownEvent(rows)) : std::nullopt;
}

/// The events for which \a key stands at \a now, as they were accepted.
QList<KnownEvent> holdersOf(Database &database, const QString &key, Time now)
{
    static const std::string sql
        = joined({"SELECT e.digest, ", EventColumns,
                  " FROM events e WHERE e.id IN (SELECT id FROM events WHERE idempotency_key = ?"
                  " UNION ALL SELECT event FROM further_keys WHERE key = ?) ORDER BY e.id"});
    Rows rows = database.select(sql, key, key);
    QList<KnownEvent> holders = readAll(rows, readKnownEvent);
    holders.removeIf(
        [now](const KnownEvent &known) { return !holdsKey(known.event.acceptedAt, now); });
    return holders;
}

/// What was answered when the event came first, with its deliveries as they stand now; resends,
/// which were made later, are not part of it.
AcceptedEvent firstAnswer(Database &database, const KnownEvent &known)
{
    static constexpr std::string_view Condition
        = " WHERE d.event = (SELECT id FROM events WHERE uid = ?) AND d.created_at = ?"
          " ORDER BY d.id";
    static const std::string sql
        = joined({"SELECT ", DeliveryColumns, " FROM ", DeliverySource, Condition});
    Rows rows = database.select(sql, known.event.id, known.event.acceptedAt);
    return {known.event, readAll(rows, readDelivery), true};
}

QList<Delivery> insertDeliveries(Database &database, const QList<DestinationId> &targets,
                                 qint64 eventRow, const NewEvent &wanted)
{
    QList<Delivery> deliveries;
    deliveries.reserve(targets.size());
    for (const DestinationId target : targets) {
        Delivery delivery;
        delivery.event = wanted.event.id;
        delivery.destination = target;
        delivery.createdAt = wanted.event.acceptedAt;
        delivery.dueAt = wanted.event.acceptedAt;
        insertDelivery(database, delivery, eventRow, wanted.event.kind);
        deliveries.append(delivery);
    }
    return deliveries;
}

Result<AcceptedEvent> accept(Database &database, const Fanout &registered, const NewEvent &wanted,
                             const QString &key)
{
    const bool isRefused = wanted.audience.refusal.has_value();
    const qint64 row = isRefused ? 0 : insertEvent(database, wanted, key);
    if (row == 0) {
        const auto holder = eventWithId(database, wanted.event.id);
        if (!holder)
            return wanted.audience.refusal.value_or(eventExists(wanted.event.id));
        if (auto judged = judgeSameId(*holder, wanted); !judged)
            return judged.error();
        if (!key.isEmpty())
            database.change("INSERT OR IGNORE INTO further_keys (key, event)"
                            " SELECT ?, id FROM events WHERE uid = ?",
                            key, wanted.event.id);
        return firstAnswer(database, *holder);
    }
    AcceptedEvent accepted{wanted.event,
                           insertDeliveries(database, targetsOf(wanted, registered), row, wanted),
                           false};
    if (accepted.deliveries.isEmpty()) {
        database.change(
            "INSERT INTO bare_events (event, accepted_at, is_stripped) VALUES (?, ?, 0)", row,
            wanted.event.acceptedAt);
    }
    accepted.event.bodyBytes = accepted.event.body.size();
    accepted.event.body.clear();
    return accepted;
}

Result<Outcome> firstAnswers(Database &database, const QList<KnownEvent> &holders,
                             const AddEvents &change)
{
    const auto known = judgeSameKey(
        holders, change, [&database](const EventId &id) { return eventWithId(database, id); });
    if (!known)
        return known.error();
    EventsAdded outcome;
    outcome.events.reserve(known->size());
    for (const KnownEvent &event : *known)
        outcome.events.append(firstAnswer(database, event));
    return Outcome(std::move(outcome));
}

} // namespace

qint64 insertEvent(Database &database, const NewEvent &event, const QString &idempotencyKey)
{
    const auto key
        = idempotencyKey.isEmpty() ? std::optional<QString>() : std::optional(idempotencyKey);
    return database.insert(
        "INSERT INTO events (uid, type, content_type, body_bytes, accepted_at, kind,"
        " idempotency_key, digest, body, headers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (uid) DO NOTHING",
        event.event.id, event.event.type, event.event.contentType, event.event.body.size(),
        event.event.acceptedAt, event.event.kind, key,
        isRepeatable(event, idempotencyKey) ? event.digest : QByteArray(), event.event.body,
        headersToLines(event.event.headers));
}

void insertDelivery(Database &database, Delivery &delivery, qint64 event, EventKind kind)
{
    delivery.id = {database.insert(
        "INSERT INTO deliveries (event, destination, kind, state, created_at, due_at,"
        " attempt_count, resend_of, is_resend, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        event, delivery.destination, kind, delivery.state, delivery.createdAt, delivery.dueAt,
        delivery.attemptCount,
        delivery.resendOf.isNull() ? std::optional<DeliveryId>() : std::optional(delivery.resendOf),
        delivery.isResend)};
}

Result<Outcome> apply(Database &database, const Fanout &registered, const AddEvents &change)
{
    if (!change.idempotencyKey.isEmpty()) {
        const auto holders
            = holdersOf(database, change.idempotencyKey, change.events.first().event.acceptedAt);
        if (!holders.isEmpty())
            return firstAnswers(database, holders, change);
    }
    EventsAdded outcome;
    outcome.events.reserve(change.events.size());
    for (const NewEvent &wanted : change.events) {
        auto accepted = accept(database, registered, wanted, change.idempotencyKey);
        if (!accepted)
            return accepted.error();
        outcome.events.append(*std::move(accepted));
    }
    return Outcome(std::move(outcome));
}

} // namespace Core

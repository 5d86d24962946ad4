// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/factrows.h"
#include "core/store/writes.h"

namespace Core {

namespace {

struct EventRow
{
    qint64 number = 0;
    KnownEvent known;
};

std::optional<EventRow> readEventRow(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    EventRow row;
    rows >> row.number >> row.known.digest;
    row.known.event = readEvent(rows);
    return row;
}

std::optional<EventRow> eventWithId(Database &database, const EventId &id)
{
    static const std::string sql
        = joined({"SELECT e.id, e.digest, ", EventColumns, " FROM events e WHERE e.uid = ?"});
    return readEventRow(database.select(sql, id));
}

std::optional<EventRow> newestWithKey(Database &database, const QString &key)
{
    static const std::string sql
        = joined({"SELECT e.id, e.digest, ", EventColumns,
                  " FROM events e WHERE e.idempotency_key = ? ORDER BY e.id DESC LIMIT 1"});
    return readEventRow(database.select(sql, key));
}

AcceptedEvent firstAnswer(Database &database, const EventRow &row)
{
    static const std::string sql = joined(
        {"SELECT ", DeliveryColumns, " FROM ", DeliverySource, " WHERE d.event = ? ORDER BY d.id"});
    Rows rows = database.select(sql, row.number);
    return {row.known.event, readAll(rows, readDelivery), true};
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
        delivery.id = {database.insert(
            "INSERT INTO deliveries (event, destination, kind, state, created_at, due_at,"
            " attempt_count, reason) VALUES (?, ?, ?, ?, ?, ?, 0, '')",
            eventRow, target, wanted.event.kind, delivery.state, delivery.createdAt,
            delivery.dueAt)};
        deliveries.append(delivery);
    }
    return deliveries;
}

Result<AcceptedEvent> accept(Database &database, const Fanout &registered, const NewEvent &wanted)
{
    if (!wanted.idempotencyKey.isEmpty()) {
        const auto holder = newestWithKey(database, wanted.idempotencyKey);
        if (holder && holdsKey(holder->known.event, wanted)) {
            if (auto judged = judgeSameKey(holder->known, wanted); !judged)
                return judged.error();
            return firstAnswer(database, *holder);
        }
    }
    const qint64 row = insertEvent(database, wanted);
    if (row == 0) {
        const auto holder = eventWithId(database, wanted.event.id);
        if (!holder)
            return eventExists(wanted.event.id);
        if (auto judged = judgeSameId(holder->known, wanted); !judged)
            return judged.error();
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

} // namespace

qint64 insertEvent(Database &database, const NewEvent &event)
{
    const auto key = event.idempotencyKey.isEmpty() ? std::optional<QString>()
                                                    : std::optional(event.idempotencyKey);
    return database.insert(
        "INSERT INTO events (uid, type, content_type, body_bytes, accepted_at, kind,"
        " idempotency_key, digest, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (uid) DO NOTHING",
        event.event.id, event.event.type, event.event.contentType, event.event.body.size(),
        event.event.acceptedAt, event.event.kind, key,
        isRepeatable(event) ? event.digest : QByteArray(), event.event.body);
}

Result<Outcome> apply(Database &database, const Fanout &registered, const AddEvents &change)
{
    EventsAdded outcome;
    outcome.events.reserve(change.events.size());
    for (const NewEvent &wanted : change.events) {
        auto accepted = accept(database, registered, wanted);
        if (!accepted)
            return accepted.error();
        outcome.events.append(*std::move(accepted));
    }
    return Outcome(std::move(outcome));
}

} // namespace Core

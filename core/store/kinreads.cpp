// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kinreads.h"

#include "core/store/factrows.h"

#include <algorithm>

namespace Core {

namespace {

// A capture is written between the beginning and the end of the attempt that it belongs to.
constexpr Milliseconds CaptureSlack{2'000};

template<typename Id>
LogKey firstKey(Rows &&rows)
{
    return rows.next() ? LogKey::of(rows.take<Id>()) : LogKey{};
}

QList<Attempt> triesOf(Database &database, DeliveryId delivery)
{
    static const std::string sql = joined(
        {"WITH RECURSIVE origins(id, origin) AS ("
         "SELECT id, resend_of FROM deliveries WHERE id = ?"
         " UNION SELECT o.id, o.resend_of FROM deliveries o JOIN origins ON o.id = origins.origin),"
         " family(id) AS (SELECT id FROM origins"
         " UNION SELECT r.id FROM deliveries r JOIN family ON r.resend_of = family.id)"
         " SELECT ",
         AttemptColumns, " FROM family CROSS JOIN ", AttemptSource,
         " WHERE a.delivery = family.id ORDER BY a.id DESC LIMIT 1000"});
    Rows rows = database.select(sql, delivery);
    QList<Attempt> tries = readAll(rows, readAttempt);
    std::reverse(tries.begin(), tries.end());
    return tries;
}

// Of a destination that is sent much the newest ten thousand are enough to look through.
LogKey previousRequest(Database &database, const Attempt &attempt)
{
    return firstKey<AttemptId>(database.select(
        "SELECT a.id FROM (SELECT id, delivery FROM attempts WHERE destination = ? AND id < ?"
        " ORDER BY id DESC LIMIT 10000) a CROSS JOIN deliveries d ON d.id = a.delivery"
        " CROSS JOIN events e ON e.id = d.event WHERE e.type = ? AND e.uid <> ?"
        " ORDER BY a.id DESC LIMIT 1",
        attempt.destination, attempt.id, attempt.eventType, attempt.event));
}

LogKey previousAnswer(Database &database, const Attempt &attempt)
{
    return firstKey<AttemptId>(database.select(
        "SELECT a.id FROM (SELECT id, delivery, status FROM attempts"
        " WHERE destination = ? AND id < ? ORDER BY id DESC LIMIT 10000) a"
        " CROSS JOIN deliveries d ON d.id = a.delivery CROSS JOIN events e ON e.id = d.event"
        " WHERE a.status > 0 AND e.type = ? ORDER BY a.id DESC LIMIT 1",
        attempt.destination, attempt.id, attempt.eventType));
}

// By the moment, for which there is an index: one by deliveries would make every capture dearer.
LogKey captureOf(Database &database, const Attempt &attempt)
{
    const auto took = std::chrono::ceil<Milliseconds>(attempt.timings.total);
    return firstKey<CaptureId>(
        database.select("SELECT id FROM captures WHERE received_at BETWEEN ? AND ? AND delivery = ?"
                        " AND attempt_number = ? ORDER BY id DESC LIMIT 1",
                        attempt.startedAt - CaptureSlack, attempt.startedAt + took + CaptureSlack,
                        attempt.delivery, attempt.number));
}

LogKey sentAgain(Database &database, DeliveryId delivery)
{
    return firstKey<AttemptId>(
        database.select("SELECT a.id FROM deliveries d CROSS JOIN attempts a ON a.delivery = d.id"
                        " WHERE d.resend_of = ? ORDER BY d.id DESC, a.id LIMIT 1",
                        delivery));
}

void addDelivery(Database &database, const Attempt &attempt, Kin &kin)
{
    Rows rows = database.select("SELECT d.created_at, d.resend_of, d.due_at, d.state,"
                                " n.state = ? AND n.removed_at IS NULL"
                                " FROM deliveries d JOIN destinations n ON n.id = d.destination"
                                " WHERE d.id = ?",
                                DestinationState::Active, attempt.delivery);
    if (!rows.next())
        return;
    rows >> kin.queuedSince >> kin.resendOf;
    const auto dueAt = rows.take<Time>();
    const auto state = rows.take<DeliveryState>();
    if (state == DeliveryState::Waiting && rows.take<bool>())
        kin.nextAt = dueAt;
}

} // namespace

Kin kinOf(Database &database, const Attempt &attempt)
{
    Kin kin{LogKey::of(attempt.id),
            triesOf(database, attempt.delivery),
            captureOf(database, attempt),
            previousRequest(database, attempt),
            previousAnswer(database, attempt),
            {},
            {},
            {},
            sentAgain(database, attempt.delivery)};
    addDelivery(database, attempt, kin);
    return kin;
}

Kin kinOf(Database &database, const Capture &capture)
{
    Kin kin;
    kin.row = LogKey::of(capture.id);
    if (!capture.delivery.isNull())
        kin.counterpart = firstKey<AttemptId>(database.select(
            "SELECT id FROM attempts WHERE delivery = ? AND number = ? ORDER BY id DESC LIMIT 1",
            capture.delivery, capture.attemptNumber));
    kin.previousRequest = firstKey<CaptureId>(
        database.select("SELECT id FROM captures WHERE bin = ? AND id < ? ORDER BY id DESC LIMIT 1",
                        capture.bin, capture.id));
    return kin;
}

} // namespace Core

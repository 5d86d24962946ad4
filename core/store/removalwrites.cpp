// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/factrows.h"
#include "core/store/rules.h"
#include "core/store/writes.h"

#include <algorithm>
#include <utility>

namespace Core {

namespace {

/// A destination that was removed, and when.
using Leaving = std::pair<DestinationId, Time>;

bool hasRestorable(Database &database, DestinationId destination)
{
    Rows rows = database.select("SELECT 1 FROM deliveries INDEXED BY deliveries_restorable"
                                " WHERE destination = ? AND due_if_restored IS NOT NULL LIMIT 1",
                                destination);
    return rows.next();
}

/// Some destinations that are back while not all of what was cancelled waits again.
QList<DestinationId> comingBack(Database &database, int most)
{
    Rows rows = database.select(
        "SELECT id FROM destinations WHERE removed_at IS NULL AND EXISTS"
        " (SELECT 1 FROM deliveries INDEXED BY deliveries_restorable"
        " WHERE destination = destinations.id AND due_if_restored IS NOT NULL) LIMIT ?",
        most);
    return readAll(rows, [](Rows &row) { return row.take<DestinationId>(); });
}

/// Some destinations that are removed while something waits for them still.
QList<Leaving> leaving(Database &database, int most)
{
    Rows rows = database.select("SELECT id, removed_at FROM destinations"
                                " WHERE removed_at IS NOT NULL AND EXISTS"
                                " (SELECT 1 FROM deliveries INDEXED BY deliveries_waiting"
                                " WHERE destination = destinations.id AND state = 0) LIMIT ?",
                                most);
    return readAll(rows, [](Rows &row) {
        Leaving found;
        row >> found.first >> found.second;
        return found;
    });
}

} // namespace

QList<DeliveryId> cancelSome(Database &database, DestinationId destination, Time removedAt,
                             int most)
{
    QList<DeliveryId> some;
    {
        Rows rows = database.select("SELECT id FROM deliveries INDEXED BY deliveries_waiting"
                                    " WHERE destination = ? AND state = 0 LIMIT ?",
                                    destination, most);
        some = readAll(rows, [](Rows &row) { return row.take<DeliveryId>(); });
    }
    for (const DeliveryId id : some) {
        database.change("UPDATE deliveries SET state = ?, due_if_restored = due_at, due_at = ?,"
                        " reason = ? WHERE id = ?",
                        DeliveryState::Cancelled, removedAt, QString(RemovedReason), id);
    }
    return some;
}

RestoredDeliveries restoreSome(Database &database, DestinationId destination, int most)
{
    static const std::string sql
        = joined({"SELECT ", DeliveryColumns, ", d.due_if_restored, d.kind FROM ", DeliverySource,
                  " WHERE d.id IN (SELECT id FROM deliveries INDEXED BY deliveries_restorable",
                  " WHERE destination = ? AND due_if_restored IS NOT NULL ORDER BY id LIMIT ?)",
                  " ORDER BY d.id"});
    RestoredDeliveries some;
    {
        Rows rows = database.select(sql, destination, most);
        while (rows.next()) {
            Delivery delivery = readDelivery(rows);
            delivery.state = DeliveryState::Waiting;
            delivery.reason.clear();
            rows >> delivery.dueAt;
            some.deliveries.append(delivery);
            some.kinds.append(rows.take<EventKind>());
        }
    }
    for (const Delivery &delivery : some.deliveries) {
        database.change("UPDATE deliveries SET state = ?, due_at = due_if_restored, reason = '',"
                        " due_if_restored = NULL WHERE id = ?",
                        delivery.state, delivery.id);
    }
    some.isWhole = some.deliveries.size() < most || !hasRestorable(database, destination);
    return some;
}

/// In the index is all that a lane must know, so that many are read in an instant.
QList<WaitingDelivery> waitingFor(Database &database, DestinationId destination)
{
    Rows rows = database.select("SELECT id, destination, due_at, kind FROM deliveries"
                                " INDEXED BY deliveries_waiting"
                                " WHERE destination = ? AND state = 0",
                                destination);
    QList<WaitingDelivery> waiting = readAll(rows, [](Rows &row) {
        WaitingDelivery delivery;
        row >> delivery.delivery >> delivery.destination >> delivery.dueAt >> delivery.kind;
        return delivery;
    });
    std::sort(waiting.begin(), waiting.end(),
              [](const WaitingDelivery &left, const WaitingDelivery &right) {
                  return left.delivery < right.delivery;
              });
    return waiting;
}

Result<Outcome> apply(Database &database, const ContinueRemovals &change)
{
    RemovalsContinued outcome;
    int left = change.most;
    for (const DestinationId destination : comingBack(database, left)) {
        if (left == 0)
            break;
        const RestoredDeliveries some = restoreSome(database, destination, left);
        left -= static_cast<int>(some.deliveries.size());
        outcome.deliveries += some.deliveries;
        outcome.kinds += some.kinds;
        if (some.isWhole)
            outcome.returned.append(destination);
    }
    for (const auto &[destination, removedAt] : leaving(database, left)) {
        if (left == 0)
            break;
        const auto some = cancelSome(database, destination, removedAt, left);
        left -= static_cast<int>(some.size());
        outcome.cancelled += some;
    }
    outcome.isDone = left > 0;
    return Outcome(std::move(outcome));
}

/// A lane that keeps an order must have all of it before it begins, so that this is done at once.
void finishRestorations(Database &database)
{
    database.change("UPDATE deliveries SET state = ?, due_at = due_if_restored, reason = '',"
                    " due_if_restored = NULL WHERE id IN (SELECT d.id FROM destinations n"
                    " CROSS JOIN deliveries d INDEXED BY deliveries_restorable"
                    " ON d.destination = n.id AND d.due_if_restored IS NOT NULL"
                    " WHERE n.removed_at IS NULL)",
                    DeliveryState::Waiting);
}

} // namespace Core

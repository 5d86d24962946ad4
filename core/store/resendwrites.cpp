// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/factrows.h"
#include "core/store/writes.h"

namespace Core {

namespace {

/// A delivery on record, as far as a person's order about it needs to know.
struct Found
{
    Delivery delivery;
    qint64 event = 0; ///< the number of its row
    EventKind kind = EventKind::Published;
    bool isNewest = true; ///< its destination got nothing of the event after it
};

Result<Found> find(Database &database, DeliveryId id)
{
    static constexpr std::string_view IsNewest
        = "NOT EXISTS (SELECT 1 FROM deliveries later WHERE later.event = d.event"
          " AND later.destination = d.destination AND later.id > d.id)";
    static const std::string sql = joined({"SELECT ", DeliveryColumns, ", d.event, d.kind, ",
                                           IsNewest, " FROM ", DeliverySource, " WHERE d.id = ?"});
    Rows rows = database.select(sql, id);
    if (!rows.next())
        return noSuch(id);
    Found found;
    found.delivery = readDelivery(rows);
    rows >> found.event >> found.kind >> found.isNewest;
    return found;
}

Delivery insertResent(Database &database, const Found &original, Time at)
{
    Delivery delivery = resent(original.delivery, at);
    insertDelivery(database, delivery, original.event, original.kind);
    return delivery;
}

} // namespace

Result<Outcome> apply(Database &database, const ResendDelivery &change)
{
    const auto found = find(database, change.delivery);
    if (!found)
        return found.error();
    if (const auto known = registered(database, found->delivery.destination); !known)
        return known.error();
    if (const auto judged = judgeResend(found->delivery, found->kind, change.isForced); !judged)
        return judged.error();
    return Outcome(DeliveriesResent{{insertResent(database, *found, change.at)}, found->kind});
}

Result<Outcome> apply(Database &database, const RecoverDeliveries &change)
{
    if (const auto known = registered(database, change.destination); !known)
        return known.error();
    DeliveriesResent outcome;
    for (const DeliveryId id : change.deliveries) {
        const auto found = find(database, id);
        if (found && found->delivery.destination == change.destination
            && isRecoverable(found->delivery, found->kind, found->isNewest))
            outcome.deliveries.append(insertResent(database, *found, change.at));
    }
    return Outcome(std::move(outcome));
}

Result<Outcome> apply(Database &database, const CancelDelivery &change)
{
    const auto found = find(database, change.delivery);
    if (!found)
        return found.error();
    if (found->delivery.state != DeliveryState::Waiting)
        return notWaiting(found->delivery);
    const Delivery delivery = cancelled(found->delivery, change.at);
    database.change("UPDATE deliveries SET state = ?, due_at = ?, reason = ? WHERE id = ?",
                    delivery.state, delivery.dueAt, delivery.reason, delivery.id);
    return Outcome(DeliveryCancelled{delivery});
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/secrets.h"
#include "core/store/factrows.h"
#include "core/store/rules.h"
#include "core/store/writes.h"

namespace Core {

namespace {

/// The destination that has this name and URL now; null for none.
DestinationId holderOf(Database &database, const Destination &wanted)
{
    Rows rows = database.select("SELECT id FROM destinations WHERE name = ? AND url = ?"
                                " AND removed_at IS NULL",
                                wanted.name, wanted.url);
    return rows.next() ? rows.take<DestinationId>() : DestinationId{};
}

DestinationId insertDestination(Database &database, const Registration &registration)
{
    const Destination &destination = registration.destination;
    const Secrets &secrets = registration.secrets;
    return {database.insert(
        "INSERT INTO destinations (name, folded_name, url, settings, secret, previous_secret,"
        " previous_until, state, pause_reason, origin, created_at, failing_since, mark)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        destination.name, destination.name.toCaseFolded(), destination.url,
        settingsText(destination), secrets.current, secrets.previous, secrets.previousUntil,
        destination.state, destination.pauseReason, destination.origin, destination.createdAt,
        destination.failingSince, destination.mark)};
}

QList<DeliveryId> removeDestination(Database &database, DestinationId id, Time at, int most)
{
    database.change("UPDATE destinations SET removed_at = ? WHERE id = ?", at, id);
    return cancelSome(database, id, at, most);
}

QList<DestinationId> removeNamesakes(Database &database, const Destination &kept, Time at)
{
    QList<DestinationId> others;
    {
        Rows rows = database.select(
            "SELECT id FROM destinations WHERE name = ? AND id <> ? AND removed_at IS NULL",
            kept.name, kept.id);
        others = readAll(rows, [](Rows &row) { return row.take<DestinationId>(); });
    }
    auto left = qsizetype{RemovalStep};
    for (const DestinationId id : others)
        left -= removeDestination(database, id, at, static_cast<int>(left)).size();
    return others;
}

void writeSecrets(Database &database, DestinationId id, const Secrets &secrets)
{
    database.change("UPDATE destinations SET secret = ?, previous_secret = ?, previous_until = ?"
                    " WHERE id = ?",
                    secrets.current, secrets.previous, secrets.previousUntil, id);
}

} // namespace

Result<Registration> registered(Database &database, DestinationId id)
{
    static const std::string sql
        = joined({"SELECT ", RegistrationColumns,
                  " FROM destinations n WHERE n.id = ? AND n.removed_at IS NULL"});
    Rows rows = database.select(sql, id);
    if (!rows.next())
        return noSuch(id);
    return readRegistration(rows);
}

void writeStanding(Database &database, const Destination &destination)
{
    database.change("UPDATE destinations SET state = ?, pause_reason = ?, failing_since = ?,"
                    " mark = ? WHERE id = ?",
                    destination.state, destination.pauseReason, destination.failingSince,
                    destination.mark, destination.id);
}

Result<Outcome> apply(Database &database, const AddDestination &change)
{
    DestinationAdded outcome{change.registration, true, {}};
    Destination &destination = outcome.registration.destination;
    destination.createdAt = change.at;
    destination.id = holderOf(database, destination);
    if (!destination.id.isNull()) {
        auto known = registered(database, destination.id);
        if (!known)
            return known.error();
        outcome.registration = *std::move(known);
        outcome.isNew = false;
    } else {
        destination.id = insertDestination(database, outcome.registration);
    }
    if (change.replacesNamesakes)
        outcome.replaced = removeNamesakes(database, destination, change.at);
    return Outcome(std::move(outcome));
}

Result<Outcome> apply(Database &database, const ImportDestinations &change)
{
    return applyEach(change, [&database](const auto &one) { return apply(database, one); });
}

Result<Outcome> apply(Database &database, const ChangeDestination &change)
{
    const auto known = registered(database, change.destination);
    if (!known)
        return known.error();
    const auto after = changed(*known, change);
    if (!after)
        return after.error();
    const auto &[destination, secrets] = *after;
    const DestinationId holder = holderOf(database, destination);
    if (!holder.isNull() && holder != destination.id)
        return nameAndUrlTaken(destination);
    database.change("UPDATE destinations SET name = ?, folded_name = ?, url = ?, settings = ?,"
                    " failing_since = ?, mark = ? WHERE id = ?",
                    destination.name, destination.name.toCaseFolded(), destination.url,
                    settingsText(destination), destination.failingSince, destination.mark,
                    destination.id);
    if (secrets == known->secrets)
        return Outcome(DestinationChanged{destination});
    writeSecrets(database, destination.id, secrets);
    return Outcome(DestinationChanged{destination, false, secrets});
}

Result<Outcome> apply(Database &database, const RotateSecret &change)
{
    const auto known = registered(database, change.destination);
    if (!known)
        return known.error();
    auto after = rotated(*known, change);
    if (!after)
        return after.error();
    writeSecrets(database, change.destination, after->secrets);
    if (after->destination != known->destination)
        database.change("UPDATE destinations SET settings = ? WHERE id = ?",
                        settingsText(after->destination), change.destination);
    return Outcome(SecretRotated{*std::move(after)});
}

Result<Outcome> apply(Database &database, const SetDestinationState &change)
{
    const auto known = registered(database, change.destination);
    if (!known)
        return known.error();
    const Destination destination = withState(known->destination, change);
    writeStanding(database, destination);
    return Outcome(DestinationChanged{destination, change.state == DestinationState::Active});
}

Result<Outcome> apply(Database &database, const RemoveDestination &change)
{
    if (const auto known = registered(database, change.destination); !known)
        return known.error();
    return Outcome(DestinationRemoved{
        change.destination,
        removeDestination(database, change.destination, change.at, change.most)});
}

Result<Outcome> apply(Database &database, const RestoreDestination &change)
{
    static const std::string sql = joined(
        {"SELECT n.removed_at, ", RegistrationColumns, " FROM destinations n WHERE n.id = ?"});
    std::optional<Time> removedAt;
    Result<Registration> registration = noSuch(change.destination);
    {
        Rows rows = database.select(sql, change.destination);
        if (rows.next()) {
            rows >> removedAt;
            registration = readRegistration(rows);
        }
    }
    if (!registration)
        return registration.error();
    if (!removedAt)
        return notRemoved(change.destination);
    if (!holderOf(database, registration->destination).isNull())
        return nameAndUrlTaken(registration->destination);
    database.change("UPDATE destinations SET removed_at = NULL WHERE id = ?", change.destination);
    auto kept = waitingFor(database, change.destination);
    auto [deliveries, kinds, isWhole] = restoreSome(database, change.destination, change.most);
    return Outcome(DestinationRestored{*std::move(registration), std::move(deliveries),
                                       std::move(kinds), std::move(kept), isWhole});
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlitestore.h"

#include "core/base/log.h"
#include "core/store/connections.h"
#include "core/store/database.h"
#include "core/store/datadirectory.h"
#include "core/store/factrows.h"
#include "core/store/schema.h"
#include "core/store/writes.h"

#include <algorithm>

namespace Core {

namespace {

Result<std::unique_ptr<Database>> connectTo(const QString &path)
{
    auto database = std::make_unique<Database>();
    if (auto connected = connectWriter(*database, path); !connected)
        return connected.error();
    return database;
}

Result<> checkPages(Database &database)
{
    const QString found = pragmaValue(database, QStringLiteral("quick_check(1)"));
    if (database.hasFailed())
        return database.takeFailure();
    if (found == QLatin1StringView("ok"))
        return {};
    qCWarning(lcStore).nospace() << "damaged reason=" << found;
    return storageError(QStringLiteral("its file is damaged and was left as it is"));
}

Result<> useWriteAheadLog(Database &database)
{
    const QString mode = pragmaValue(database, QStringLiteral("journal_mode = WAL"));
    if (database.hasFailed())
        return database.takeFailure();
    if (mode == QLatin1StringView("wal"))
        return {};
    return storageError(QStringLiteral("its file system has no shared memory"));
}

Error notOpen()
{
    return storageError(QStringLiteral("it is not open"));
}

// Only these can have written something before they are refused.
bool needsSavepoint(const Change &change)
{
    const auto *events = std::get_if<AddEvents>(&change);
    return events && events->events.size() > 1;
}

Result<Outcome> applyWhole(Database &database, const Change &change)
{
    const auto applied = [&database](const auto &one) { return apply(database, one); };
    if (!needsSavepoint(change))
        return std::visit(applied, change);
    database.change("SAVEPOINT one");
    auto outcome = std::visit(applied, change);
    if (!outcome)
        database.change("ROLLBACK TO one");
    database.change("RELEASE one");
    return outcome;
}

} // namespace

SqliteStore::SqliteStore(const QString &directory)
    : m_directory(directory)
    , m_path(databasePath(directory))
{
}

SqliteStore::~SqliteStore()
{
    close();
}

Result<RecoveryReport> SqliteStore::open(Time now)
{
    close();
    if (auto made = makePrivateDirectory(m_directory); !made)
        return made.error();
    const auto file = prepareDatabaseFile(m_path);
    if (!file)
        return file.error();
    auto database = connectTo(m_path);
    if (!database)
        return database.error();
    m_database = *std::move(database);
    m_identity = file->identity;
    auto report = prepare(file->hasOpenLog, now);
    if (report)
        m_database->setBringsLogHome(true);
    else
        m_database.reset();
    return report;
}

Result<RecoveryReport> SqliteStore::prepare(bool isDoubtful, Time now)
{
    if (auto checked = checkSchema(*m_database); !checked)
        return checked.error();
    if (isDoubtful) {
        if (auto checked = checkPages(*m_database); !checked)
            return checked.error();
    }
    // In this order, so that a file with a log always bears our number in its first page.
    if (auto migrated = migrate(*m_database); !migrated)
        return migrated.error();
    if (auto done = useWriteAheadLog(*m_database); !done)
        return done.error();
    m_database->change("BEGIN IMMEDIATE");
    const RecoveryReport report = recover(*m_database, now);
    m_database->change("COMMIT");
    if (m_database->hasFailed())
        return m_database->takeFailure();
    qCInfo(lcStore).nospace() << "opened interrupted=" << report.interruptedAttempts
                              << " again=" << report.deliveriesAgain;
    return report;
}

void SqliteStore::close()
{
    m_database.reset();
    m_isSuspect = false;
}

Result<> SqliteStore::makeReady()
{
    if (!m_database)
        return notOpen();
    if (identityOf(m_path) != m_identity)
        return storageError(QStringLiteral("its file was moved or removed"));
    if (!m_isSuspect)
        return {};
    // The old connection goes last: as long as one is open, the log's index stays, and with it the
    // certainty that what was rolled back is not read as committed.
    auto fresh = connectTo(m_path);
    if (!fresh)
        return fresh.error();
    m_database = *std::move(fresh);
    m_database->setBringsLogHome(true);
    m_isSuspect = false;
    return {};
}

QList<Result<Outcome>> SqliteStore::applyAll(const QList<Change> &changes)
{
    QList<Result<Outcome>> outcomes;
    outcomes.reserve(changes.size());
    for (const Change &change : changes) {
        outcomes.append(applyWhole(*m_database, change));
        if (m_database->hasFailed())
            break;
    }
    return outcomes;
}

Result<QList<Result<Outcome>>> SqliteStore::write(const QList<Change> &changes)
{
    if (auto ready = makeReady(); !ready)
        return ready.error();
    m_database->change("BEGIN IMMEDIATE");
    auto outcomes = applyAll(changes);
    m_database->change("COMMIT");
    if (!m_database->hasFailed())
        return outcomes;
    const Error error = m_database->takeFailure();
    m_isSuspect = true;
    m_database->change("ROLLBACK");
    return error;
}

Result<QList<Registration>> SqliteStore::registrations()
{
    if (auto ready = makeReady(); !ready)
        return ready.error();
    static const std::string sql
        = joined({"SELECT ", RegistrationColumns,
                  " FROM destinations n WHERE n.removed_at IS NULL ORDER BY n.id"});
    QList<Registration> registrations;
    Rows rows = m_database->select(sql);
    while (rows.next()) {
        auto registration = readRegistration(rows);
        if (!registration)
            return registration.error();
        registrations.append(*std::move(registration));
    }
    return m_database->settle(std::move(registrations));
}

Result<QList<WaitingDelivery>> SqliteStore::waiting()
{
    if (auto ready = makeReady(); !ready)
        return ready.error();
    // All of it is in the index, which is far smaller than the table; sorting is cheap.
    Rows rows = m_database->select("SELECT id, destination, due_at, kind FROM deliveries"
                                   " INDEXED BY deliveries_waiting WHERE state = 0");
    QList<WaitingDelivery> waiting = readAll(rows, [](Rows &row) {
        WaitingDelivery delivery;
        row >> delivery.delivery >> delivery.destination >> delivery.dueAt >> delivery.kind;
        return delivery;
    });
    std::sort(waiting.begin(), waiting.end(),
              [](const WaitingDelivery &left, const WaitingDelivery &right) {
                  return left.delivery < right.delivery;
              });
    return m_database->settle(std::move(waiting));
}

} // namespace Core

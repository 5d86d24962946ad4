// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlitestore.h"

#include "core/base/log.h"
#include "core/store/connections.h"
#include "core/store/database.h"
#include "core/store/datadirectory.h"
#include "core/store/diskroom.h"
#include "core/store/factrows.h"
#include "core/store/schema.h"
#include "core/store/storageerror.h"
#include "core/store/writes.h"

#include <algorithm>

namespace Core {

namespace {

/// As many rows as the largest batch brings.
constexpr int MostStepsForRoom = 10;

Result<std::unique_ptr<Database>> connectTo(const QString &path)
{
    auto database = std::make_unique<Database>();
    if (auto connected = connectWriter(*database, path); !connected)
        return connected.error();
    return database;
}

/// A whole look takes a cold disk some second at the most up to this size.
constexpr qint64 LargestCheckedBytes = qint64{64} * 1024 * 1024;
/// And some hundredths up to this one, which every start can bear.
constexpr qint64 AlwaysCheckedBytes = qint64{16} * 1024 * 1024;

Result<> checkPages(Database &database)
{
    const QString found = pragmaValue(database, QStringLiteral("quick_check(1)"));
    if (database.hasFailed())
        return database.takeFailure();
    if (found == QLatin1StringView("ok"))
        return {};
    qCWarning(lcStore).nospace() << "damaged reason=" << found;
    return damagedError(QStringLiteral("%1 is damaged").arg(database.path()));
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

// Only these can have written something before they are refused.
bool needsSavepoint(const Change &change)
{
    const auto *events = std::get_if<AddEvents>(&change);
    return (events && events->events.size() > 1)
        || std::holds_alternative<ImportDestinations>(change);
}

/// Writes one change of whatever kind.
struct Apply
{
    Database &database;
    const Fanout &registered;
    LargeBody &newestBody;

    Result<Outcome> operator()(const AddEvents &change) const
    {
        return apply(database, registered, change);
    }
    Result<Outcome> operator()(const ClaimDelivery &change) const
    {
        return apply(database, newestBody, change);
    }
    template<typename Other>
    Result<Outcome> operator()(const Other &change) const
    {
        return apply(database, change);
    }
};

Result<Outcome> applyWhole(const Apply &applied, const Change &change)
{
    Database &database = applied.database;
    if (!needsSavepoint(change))
        return std::visit(applied, change);
    database.change("SAVEPOINT one");
    auto outcome = std::visit(applied, change);
    if (!outcome)
        database.change("ROLLBACK TO one");
    database.change("RELEASE one");
    return outcome;
}

QString attemptsNamed(const RecoveryReport &report)
{
    if (report.named.isEmpty())
        return {};
    QStringList names;
    for (const AttemptId id : report.named)
        names.append(toString(id));
    QString text = QStringLiteral(" attempts=\"") + names.join(QStringLiteral(", "));
    if (const qsizetype rest = report.interruptedAttempts - names.size(); rest > 0)
        text += QStringLiteral(" and %1 more").arg(rest);
    return text + u'"';
}

void follow(const DestinationAdded &outcome, Fanout &registered)
{
    for (const DestinationId replaced : outcome.replaced)
        registered.remove(replaced);
    registered.put(outcome.registration.destination);
}

/// Keeps \a registered true to what has been written.
void follow(const Outcome &outcome, Fanout &registered)
{
    if (const auto *added = std::get_if<DestinationAdded>(&outcome)) {
        follow(*added, registered);
    } else if (const auto *imported = std::get_if<DestinationsImported>(&outcome)) {
        for (const DestinationAdded &one : imported->added)
            follow(one, registered);
        for (const DestinationChanged &one : imported->changed)
            registered.put(one.destination);
    } else if (const auto *changed = std::get_if<DestinationChanged>(&outcome)) {
        registered.put(changed->destination);
    } else if (const auto *removed = std::get_if<DestinationRemoved>(&outcome)) {
        registered.remove(removed->destination);
    } else if (const auto *restored = std::get_if<DestinationRestored>(&outcome)) {
        registered.put(restored->registration.destination);
    }
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

/// What is asked of a store that could not be opened is refused for that reason.
Result<RecoveryReport> SqliteStore::open(Time now)
{
    close();
    auto report = begin(now);
    if (!report)
        m_whyClosed = report.error();
    return report;
}

Result<RecoveryReport> SqliteStore::begin(Time now)
{
    if (auto made = makePrivateDirectory(m_directory); !made)
        return made.error();
    const auto file = prepareDatabaseFile(m_path);
    if (!file)
        return file.error();
    auto database = connectTo(m_path);
    if (!database)
        return database.error();
    m_database = *std::move(database);
    m_file = file->stamp;
    auto report = prepare(file->hasOpenLog, now);
    if (!report) {
        m_database.reset();
        return report;
    }
    m_database->setBringsLogHome(true);
    noteOwnWrites();
    return report;
}

Result<RecoveryReport> SqliteStore::prepare(bool isDoubtful, Time now)
{
    if (auto checked = checkSchema(*m_database); !checked)
        return checked.error();
    if (m_file.bytes <= (isDoubtful ? LargestCheckedBytes : AlwaysCheckedBytes)) {
        if (auto checked = checkPages(*m_database); !checked)
            return checked.error();
    }
    // In this order, so that a file with a log always bears our number in its first page.
    if (auto migrated = migrate(*m_database, m_path); !migrated)
        return migrated.error();
    if (auto done = useWriteAheadLog(*m_database); !done)
        return done.error();
    m_database->change("BEGIN IMMEDIATE");
    const RecoveryReport report = recover(*m_database, now);
    m_database->change("COMMIT");
    m_clockLag = clockLag(*m_database, now);
    if (m_database->hasFailed())
        return m_database->takeFailure();
    qCInfo(lcStore).noquote().nospace()
        << "opened interrupted=" << report.interruptedAttempts
        << " again=" << report.deliveriesAgain << attemptsNamed(report);
    return report;
}

void SqliteStore::close()
{
    m_database.reset();
    m_whyClosed.reset();
    m_registered.reset();
    m_newestBody = {};
    m_isSuspect = false;
    m_log = {};
}

/// We alone write here. Whatever else has changed the files, to write on would spoil or lose more.
Result<> SqliteStore::checkFiles()
{
    const FileStamp file = stampOf(m_path);
    if (file.identity != m_file.identity)
        return storageError(QStringLiteral("its file was moved or removed"),
                            QStringLiteral("Put it back, or start Hookpost again."));
    if (file != m_file)
        return storageError(QStringLiteral("another program has changed its file"),
                            QStringLiteral("Start Hookpost again."));
    if (m_log != FileIdentity() && stampOf(logPath(m_path)).identity != m_log)
        return storageError(QStringLiteral("its write-ahead log was moved or removed"),
                            QStringLiteral("Put it back, or end Hookpost in order and start it "
                                           "again."));
    return {};
}

void SqliteStore::noteOwnWrites()
{
    const FileStamp file = stampOf(m_path);
    if (file.identity == m_file.identity)
        m_file = file;
    if (m_log == FileIdentity())
        m_log = stampOf(logPath(m_path)).identity;
}

Result<> SqliteStore::makeReady()
{
    if (!m_database)
        return m_whyClosed.value_or(storageError(QStringLiteral("it is not open")));
    if (m_database->isDamaged())
        return damagedError(QStringLiteral("%1 is damaged").arg(m_path));
    auto checked = checkFiles();
    m_database->setBringsLogHome(checked.has_value() || stampOf(m_path) == m_file);
    if (!checked)
        return checked;
    if (!m_isSuspect)
        return {};
    // The old connection goes last: as long as one is open, the log's index stays, and with it the
    // certainty that what was rolled back is not read as committed.
    auto fresh = connectTo(m_path);
    if (!fresh)
        return fresh.error();
    m_database = *std::move(fresh);
    m_database->setBringsLogHome(true);
    m_log = {};
    noteOwnWrites();
    m_isSuspect = false;
    return {};
}

/// Reads who is registered when that is not known, as after a transaction that was rolled back.
Result<> SqliteStore::knowRegistered()
{
    if (m_registered)
        return {};
    const auto known = registrations();
    if (!known)
        return known.error();
    m_registered.emplace();
    for (const Registration &registration : *known)
        m_registered->put(registration.destination);
    return {};
}

/// How many bytes of the file must be free pages. An error where it would take most of the history,
/// as when others have filled the disk beside a small database.
Result<qint64> SqliteStore::wantedRoom()
{
    auto wanted = wantedFreeBytes(m_directory);
    if (wanted && *wanted > fileBytes(*m_database) / 2)
        return diskFull();
    return wanted;
}

/// Whether there is room for new work: on the disk, or else in pages of the file that are free. The
/// oldest history is forgotten for it, within the transaction that is open.
Result<> SqliteStore::makeRoom()
{
    const auto wanted = wantedRoom();
    if (!wanted)
        return wanted.error();
    for (int step = 0; *wanted > 0 && freeBytes(*m_database) < *wanted; ++step) {
        if (step == MostStepsForRoom || !forgetOldest(*m_database, *wanted))
            return diskFull();
    }
    return {};
}

QList<Result<Outcome>> SqliteStore::applyAll(const QList<Change> &changes)
{
    const bool hasNewWork = std::any_of(changes.begin(), changes.end(), isNewWork);
    const auto room = hasNewWork ? makeRoom() : Result<>();
    const Apply applied{*m_database, *m_registered, m_newestBody};
    QList<Result<Outcome>> outcomes;
    outcomes.reserve(changes.size());
    for (const Change &change : changes) {
        const bool isRefused = !room && isNewWork(change);
        outcomes.append(isRefused ? room.error() : applyWhole(applied, change));
        if (outcomes.last())
            follow(*outcomes.last(), *m_registered);
        if (m_database->hasFailed())
            break;
    }
    return outcomes;
}

Result<QList<Result<Outcome>>> SqliteStore::write(const QList<Change> &changes)
{
    if (auto ready = makeReady(); !ready)
        return ready.error();
    if (auto known = knowRegistered(); !known)
        return known.error();
    m_database->change("BEGIN IMMEDIATE");
    auto outcomes = applyAll(changes);
    m_database->change("COMMIT");
    noteOwnWrites();
    if (!m_database->hasFailed())
        return outcomes;
    return setAside();
}

Result<> SqliteStore::probe()
{
    if (auto ready = makeReady(); !ready)
        return ready;
    m_database->change("BEGIN IMMEDIATE");
    const auto room = makeRoom();
    // The number is the one that is there, yet its page is written anew and waits for the disk.
    if (room)
        m_database->run(QStringLiteral("PRAGMA application_id = %1").arg(ApplicationId));
    m_database->change("COMMIT");
    noteOwnWrites();
    if (m_database->hasFailed())
        return setAside();
    return room;
}

Result<> SqliteStore::checkRoom()
{
    if (auto ready = makeReady(); !ready)
        return ready;
    const auto wanted = wantedRoom();
    if (!wanted)
        return wanted.error();
    const bool isShort = *wanted > 0 && freeBytes(*m_database) < *wanted;
    return isShort && !hasForgettable(*m_database) ? diskFull() : Result<>();
}

/// Ends the transaction that has failed and sees that its connection writes no more.
Error SqliteStore::setAside()
{
    Error error = m_database->takeFailure();
    m_isSuspect = true;
    m_registered.reset();
    m_newestBody = {}; // of a row that may not be there; another gets its number
    m_database->rollBack();
    return error;
}

Result<QList<Registration>> SqliteStore::registrations()
{
    if (auto ready = makeReady(); !ready)
        return ready.error();
    return readRegistrations(*m_database);
}

Result<QList<WaitingDelivery>> SqliteStore::waiting()
{
    if (auto ready = makeReady(); !ready)
        return ready.error();
    // All of it is in the index, which is far smaller than the table; sorting is cheap.
    Rows rows = m_database->select("SELECT id, destination, due_at, kind FROM deliveries"
                                   " INDEXED BY deliveries_waiting WHERE state = 0"
                                   " AND destination NOT IN (SELECT id FROM destinations"
                                   " WHERE removed_at IS NOT NULL)");
    QList<WaitingDelivery> waiting = readAll(rows, [this](Rows &row) {
        WaitingDelivery delivery;
        row >> delivery.delivery >> delivery.destination >> delivery.dueAt >> delivery.kind;
        delivery.dueAt -= m_clockLag;
        return delivery;
    });
    std::sort(waiting.begin(), waiting.end(),
              [](const WaitingDelivery &left, const WaitingDelivery &right) {
                  return left.delivery < right.delivery;
              });
    return m_database->settle(std::move(waiting));
}

} // namespace Core

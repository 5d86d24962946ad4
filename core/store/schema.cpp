// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/base/log.h"
#include "core/store/connections.h"
#include "core/store/keptcopy.h"
#include "core/store/storageerror.h"

#include <array>
#include <span>

namespace Core {

namespace {

// Numbers are AUTOINCREMENT so that none is ever given twice, even after its row is gone. Those of
// attempts and captures come from one counter (writes.h).
// What is fat stands last in its row or in a table of its own, so that lists do not read it.
// The partial indexes name states by their numbers: 0 is Waiting, and 0 is InFlight of an attempt.
static_assert(static_cast<int>(DeliveryState::Waiting) == 0);
static_assert(static_cast<int>(DeliveryState::InFlight) == 1);
static_assert(static_cast<int>(AttemptOutcome::InFlight) == 0);

constexpr std::array Version1{
    R"(CREATE TABLE destinations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        folded_name TEXT NOT NULL,
        url TEXT NOT NULL,
        settings TEXT NOT NULL,
        secret BLOB NOT NULL,
        previous_secret BLOB NOT NULL,
        previous_until INTEGER NOT NULL,
        state INTEGER NOT NULL,
        pause_reason TEXT NOT NULL,
        origin INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        removed_at INTEGER
    ) STRICT)",
    R"(CREATE UNIQUE INDEX destinations_registered ON destinations (name, url)
        WHERE removed_at IS NULL)",
    "CREATE INDEX destinations_by_folded_name ON destinations (folded_name)",

    R"(CREATE TABLE events (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        content_type BLOB NOT NULL,
        body_bytes INTEGER NOT NULL,
        accepted_at INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        idempotency_key TEXT,
        digest BLOB NOT NULL,
        body BLOB NOT NULL
    ) STRICT)",
    "CREATE INDEX events_by_key ON events (idempotency_key) WHERE idempotency_key IS NOT NULL",

    R"(CREATE TABLE deliveries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
        destination INTEGER NOT NULL REFERENCES destinations,
        kind INTEGER NOT NULL,
        state INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        attempt_count INTEGER NOT NULL,
        resend_of INTEGER REFERENCES deliveries ON DELETE SET NULL,
        reason TEXT NOT NULL,
        due_if_restored INTEGER
    ) STRICT)",
    "CREATE INDEX deliveries_by_event ON deliveries (event)",
    "CREATE INDEX deliveries_by_destination ON deliveries (destination)",
    "CREATE INDEX deliveries_by_origin ON deliveries (resend_of) WHERE resend_of IS NOT NULL",
    "CREATE INDEX deliveries_waiting ON deliveries (destination, due_at, kind) WHERE state = 0",
    R"(CREATE INDEX deliveries_restorable ON deliveries (destination)
        WHERE due_if_restored IS NOT NULL)",

    R"(CREATE TABLE attempts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        delivery INTEGER NOT NULL REFERENCES deliveries ON DELETE CASCADE,
        destination INTEGER NOT NULL REFERENCES destinations,
        number INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        outcome INTEGER NOT NULL,
        status INTEGER NOT NULL,
        failure INTEGER NOT NULL,
        phase INTEGER NOT NULL,
        error TEXT NOT NULL,
        look_up INTEGER,
        connect INTEGER,
        tls INTEGER,
        send INTEGER,
        wait INTEGER,
        receive INTEGER,
        total INTEGER NOT NULL,
        request_bytes INTEGER NOT NULL,
        response_bytes INTEGER NOT NULL,
        url TEXT NOT NULL
    ) STRICT)",
    "CREATE INDEX attempts_by_delivery ON attempts (delivery)",
    "CREATE INDEX attempts_by_destination ON attempts (destination)",
    "CREATE INDEX attempts_open ON attempts (delivery) WHERE outcome = 0",

    R"(CREATE TABLE transcripts (
        attempt INTEGER PRIMARY KEY REFERENCES attempts ON DELETE CASCADE,
        is_response_cut INTEGER NOT NULL,
        remote_address TEXT NOT NULL,
        request_headers BLOB NOT NULL,
        response_headers BLOB NOT NULL,
        response_body BLOB NOT NULL
    ) STRICT)",

    R"(CREATE TABLE captures (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        bin TEXT NOT NULL,
        received_at INTEGER NOT NULL,
        method BLOB NOT NULL,
        target BLOB NOT NULL,
        status INTEGER NOT NULL,
        body_bytes INTEGER NOT NULL,
        remote_address TEXT NOT NULL,
        delivery INTEGER,
        attempt_number INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX captures_by_bin ON captures (bin)",

    R"(CREATE TABLE capture_contents (
        capture INTEGER PRIMARY KEY REFERENCES captures ON DELETE CASCADE,
        headers BLOB NOT NULL,
        body BLOB NOT NULL
    ) STRICT)",
};

// What pruning needs: what has ended by its age, heartbeats that went well, events that have no
// delivery (any more), and how many attempts there are, which would take long to count.
// 2 is Heartbeat, 2 Delivered, and what is above 1 has ended.
static_assert(static_cast<int>(EventKind::Heartbeat) == 2);
static_assert(static_cast<int>(DeliveryState::Delivered) == 2);

constexpr std::array BoundedHistory{
    "CREATE INDEX deliveries_ended ON deliveries (due_at) WHERE state > 1",
    R"(CREATE INDEX deliveries_greeted ON deliveries (destination)
        WHERE kind = 2 AND state = 2)",
    "CREATE INDEX captures_by_age ON captures (received_at)",

    R"(CREATE TABLE bare_events (
        event INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE,
        accepted_at INTEGER NOT NULL,
        is_stripped INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX bare_events_by_age ON bare_events (is_stripped, accepted_at)",
    R"(INSERT INTO bare_events SELECT id, accepted_at, 0 FROM events
        WHERE NOT EXISTS (SELECT 1 FROM deliveries WHERE event = events.id))",

    "CREATE TABLE history (attempts INTEGER NOT NULL) STRICT",
    "INSERT INTO history SELECT count(*) FROM attempts",
    R"(CREATE TRIGGER attempts_added AFTER INSERT ON attempts
        BEGIN UPDATE history SET attempts = attempts + 1; END)",
    R"(CREATE TRIGGER attempts_removed AFTER DELETE ON attempts
        BEGIN UPDATE history SET attempts = attempts - 1; END)",
};

constexpr std::array DestinationStanding{
    "ALTER TABLE destinations ADD COLUMN failing_since INTEGER",
    "ALTER TABLE destinations ADD COLUMN mark TEXT NOT NULL DEFAULT ''",
};

// What a recovery looks for. 0 is Published, and 3 Failed.
static_assert(static_cast<int>(EventKind::Published) == 0);
static_assert(static_cast<int>(DeliveryState::Failed) == 3);

constexpr std::array Recovery{
    "CREATE INDEX deliveries_failed ON deliveries (destination) WHERE state = 3 AND kind = 0",
};

// Of the attempts that are pinned, by the delivery that must stay with them.
constexpr std::array Pins{
    "ALTER TABLE attempts ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE attempts ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX attempts_pinned ON attempts (delivery) WHERE is_pinned = 1",
    "ALTER TABLE captures ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE captures ADD COLUMN note TEXT NOT NULL DEFAULT ''",
};

// Under which further keys an event was published again.
constexpr std::array FurtherKeys{
    R"(CREATE TABLE further_keys (
        key TEXT NOT NULL,
        event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
        PRIMARY KEY (key, event)
    ) STRICT, WITHOUT ROWID)",
    "CREATE INDEX further_keys_by_event ON further_keys (event)",
};

// A delivery stays one that a person asked for when what it sends again is gone.
constexpr std::array Resends{
    "ALTER TABLE deliveries ADD COLUMN is_resend INTEGER NOT NULL DEFAULT 0",
    "UPDATE deliveries SET is_resend = 1 WHERE resend_of IS NOT NULL",
};

// As lines; behind the body, over which nobody reads to what is empty, as with most events.
constexpr std::array EventHeaders{
    "ALTER TABLE events ADD COLUMN headers BLOB NOT NULL DEFAULT x''",
};

using Migration = std::span<const char *const>;

/// Each brings the schema from its index to the next number. A released one is never changed.
constexpr std::array Migrations{
    Migration(Version1), Migration(BoundedHistory), Migration(DestinationStanding),
    Migration(Recovery), Migration(Pins),           Migration(FurtherKeys),
    Migration(Resends),  Migration(EventHeaders)};

int versionOf(Database &database)
{
    return pragmaValue(database, QStringLiteral("user_version")).toInt();
}

Result<> migrateTo(Database &database, int version)
{
    database.run(QStringLiteral("BEGIN IMMEDIATE"));
    for (const char *statement : Migrations.at(static_cast<std::size_t>(version) - 1))
        database.run(QString::fromLatin1(statement));
    database.run(QStringLiteral("PRAGMA application_id = %1").arg(ApplicationId));
    database.run(QStringLiteral("PRAGMA user_version = %1").arg(version));
    database.run(QStringLiteral("COMMIT"));
    if (auto done = database.settle(); !done) {
        database.rollBack();
        return done;
    }
    qCInfo(lcStore).nospace() << "migrated schema=" << version;
    return {};
}

} // namespace

int schemaVersion()
{
    return static_cast<int>(Migrations.size());
}

Result<> checkSchema(Database &database)
{
    const int version = versionOf(database);
    if (database.hasFailed())
        return database.takeFailure();
    if (version < 0)
        return damagedError(QStringLiteral("%1 is damaged").arg(database.path()));
    if (version <= schemaVersion())
        return {};
    return Error{ErrorCode::Storage,
                 QStringLiteral("The database was written by a newer Hookpost (schema %1, this one "
                                "knows %2).")
                     .arg(version)
                     .arg(schemaVersion()),
                 {},
                 QStringLiteral("Start the newer version, or choose another data directory.")};
}

Result<> migrate(Database &database, const QString &path)
{
    const int before = versionOf(database);
    if (before > 0 && before < schemaVersion()) {
        if (auto kept = keepCopy(database, keptCopyPath(path, before)); !kept)
            return kept;
    }
    for (int version = before + 1; version <= schemaVersion(); ++version) {
        if (auto done = migrateTo(database, version); !done)
            return done;
    }
    return database.settle();
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fanout.h"
#include "core/store/databasefile.h"
#include "core/store/largebody.h"
#include "core/store/store.h"

#include <memory>

namespace Core {

class Database;

/// The store in a SQLite file, hookpost.db in the data directory: write-ahead log, one fsync for
/// each write() before it returns. This is the one connection that ever writes or checkpoints.
///
/// Owns: its connection, from open() to close().
/// Errors: after a write() that failed, the next one begins with a new connection, since nothing
/// can be said about what a failed fsync has left behind. Should the process end before a write()
/// succeeds again, a batch whose fsync failed may yet be found to be there. A file that was moved,
/// removed or changed by others is neither written nor closed over: its log stays beside it. What
/// is found to be damaged is not written again.
class SqliteStore final : public Store
{
public:
    explicit SqliteStore(const QString &directory);
    ~SqliteStore() override;

    Result<RecoveryReport> open(Time now) override;
    void close() override;
    Result<QList<Result<Outcome>>> write(const QList<Change> &changes) override;
    Result<> probe() override;
    Result<> checkRoom() override;
    Result<QList<Registration>> registrations() override;
    Result<QList<WaitingDelivery>> waiting() override;

private:
    Result<RecoveryReport> begin(Time now);
    Result<RecoveryReport> prepare(bool isDoubtful, Time now);
    Result<> makeReady();
    Result<> checkFiles();
    void noteOwnWrites();
    Result<qint64> wantedRoom();
    Result<> makeRoom();
    Error setAside();
    Result<> knowRegistered();
    QList<Result<Outcome>> applyAll(const QList<Change> &changes);

    const QString m_directory;
    const QString m_path;
    FileStamp m_file; ///< of the database, as we have left it
    FileIdentity m_log; ///< of its write-ahead log; null until there is one
    std::unique_ptr<Database> m_database; ///< null unless open
    std::optional<Error> m_whyClosed; ///< what the last open() has met
    std::optional<Fanout> m_registered; ///< as the open transaction has it; none until it is read
    LargeBody m_newestBody;
    Milliseconds m_clockLag{0}; ///< how far the clock was behind the newest row at the start
    bool m_isSuspect = false; ///< the last write failed: the connection is not to be used again
};

} // namespace Core

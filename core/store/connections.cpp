// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connections.h"

#include "core/store/databasefile.h"
#include "core/store/diskroom.h"
#include "core/store/termmatcher.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace Core {

namespace {

// Larger than the default: a checkpoint costs an fsync of the whole file, so it should be rare
// under load; the log stays near 16 MiB all the same, and on a small disk in its share of that.
constexpr qint64 CheckpointPages = 4000;
constexpr qint64 PageBytes = 4096;
constexpr int LogLimitBytes = 64 * 1024 * 1024;
constexpr int CacheKibibytes = 32 * 1024;

/// True when nothing can be made beside the file, as a reader of its log must, and it has no log:
/// on a disk that is read-only, nobody changes it.
bool isLocked(const QString &path)
{
    const QByteArray directory = QFile::encodeName(QFileInfo(path).path());
    return ::faccessat(AT_FDCWD, directory.constData(), W_OK, AT_EACCESS) != 0
        && QFileInfo(logPath(path)).size() == 0;
}

Result<> set(Database &database, const QStringList &settings)
{
    for (const QString &setting : settings)
        database.run(QStringLiteral("PRAGMA ") + setting);
    return database.settle();
}

} // namespace

Result<> connectWriter(Database &database, const QString &path)
{
    if (auto opened = database.open(path, Database::Access::ReadWrite); !opened)
        return opened;
    database.setBringsLogHome(false);
    const qint64 logPages = logBytes(QFileInfo(path).path()) / PageBytes;
    return set(database,
               {
                   QStringLiteral("synchronous = FULL"),
                   QStringLiteral("foreign_keys = ON"),
                   QStringLiteral("secure_delete = FAST"),
                   QStringLiteral("temp_store = MEMORY"),
                   QStringLiteral("wal_autocheckpoint = %1")
                       .arg(std::clamp(logPages, qint64{1}, CheckpointPages)),
                   QStringLiteral("journal_size_limit = %1").arg(LogLimitBytes),
                   QStringLiteral("cache_size = -%1").arg(CacheKibibytes),
               });
}

Result<> connectReader(Database &database, const QString &path)
{
    const auto access = isLocked(path) ? Database::Access::Immutable : Database::Access::ReadOnly;
    if (auto opened = database.open(path, access); !opened)
        return opened;
    if (auto added = addTermFunction(database); !added)
        return added;
    return set(database,
               {
                   QStringLiteral("query_only = 1"),
                   QStringLiteral("wal_autocheckpoint = 0"),
                   QStringLiteral("temp_store = MEMORY"),
               });
}

QString pragmaValue(Database &database, const QString &pragma)
{
    Rows rows = database.selectOnce(QStringLiteral("PRAGMA ") + pragma);
    return rows.next() ? rows.take<QString>() : QString();
}

} // namespace Core

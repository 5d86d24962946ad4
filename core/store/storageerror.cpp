// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storageerror.h"

#include <QtGlobal>

#include <cerrno>
#include <sqlite3.h>

namespace Core {

namespace {

/// SQLite's codes bear details in their upper bytes.
int primaryOf(int code)
{
    constexpr int PrimaryMask = 0xff;
    return code & PrimaryMask;
}

bool isFull(int code, int systemCode)
{
    if (primaryOf(code) == SQLITE_FULL)
        return true;
    return primaryOf(code) == SQLITE_IOERR
        && (systemCode == ENOSPC || systemCode == EFBIG || systemCode == EDQUOT);
}

Error fullError()
{
    return {ErrorCode::StorageFull,
            QStringLiteral("There is no room left on the disk; nothing more can be stored."),
            {},
            QStringLiteral("Free some space; storing goes on by itself.")};
}

QString diskReason(int systemCode, const QString &reason)
{
    return systemCode == 0
        ? reason
        : QStringLiteral("the disk failed (%1)").arg(qt_error_string(systemCode));
}

} // namespace

Error storageError(const QString &reason, const QString &hint)
{
    return {ErrorCode::Storage,
            QStringLiteral("The database cannot be used: %1.").arg(reason),
            {},
            hint};
}

Error damagedError(const QString &reason)
{
    return storageError(
        reason,
        QStringLiteral(
            "It was left as it is. In its directory, \"mv hookpost.db* $(mktemp -d damaged-XXXX)\" "
            "lays it aside; then start Hookpost again. \"sqlite3 damaged-*/hookpost.db .dump\" "
            "writes out what can be read."));
}

Error bereftError(const QString &reason)
{
    // SQLite throws a log away whose database is empty.
    return storageError(
        reason,
        QStringLiteral(
            "Put back a copy of the database. Without one, \"mv hookpost.db* "
            "$(mktemp -d damaged-XXXX)\" in that directory lays the log aside; then start "
            "Hookpost again."));
}

bool isDamage(int code)
{
    return primaryOf(code) == SQLITE_CORRUPT || primaryOf(code) == SQLITE_NOTADB;
}

bool isWithdrawal(int code)
{
    return primaryOf(code) == SQLITE_INTERRUPT;
}

Error errorOf(int code, int systemCode, const QString &reason)
{
    if (isFull(code, systemCode))
        return fullError();
    if (isWithdrawal(code))
        return {ErrorCode::Storage, QStringLiteral("The search was broken off."), {}, {}};
    switch (primaryOf(code)) {
    case SQLITE_BUSY:
        return storageError(QStringLiteral("another program has locked it"),
                            QStringLiteral("End that program; storing goes on by itself."));
    case SQLITE_READONLY:
        return storageError(QStringLiteral("its file or directory cannot be written"),
                            QStringLiteral("Make it writable; storing goes on by itself."));
    case SQLITE_CANTOPEN:
        return storageError(QStringLiteral("its files cannot be opened"),
                            QStringLiteral("Look at the directory's permissions and its disk."));
    case SQLITE_IOERR:
        return storageError(diskReason(systemCode, reason),
                            QStringLiteral("Look at the disk; storing goes on by itself."));
    default:
        return storageError(reason);
    }
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <sys/types.h>

namespace Core {

/// Which file a path leads to.
struct FileIdentity
{
    dev_t device = 0;
    ino_t inode = 0;

    bool operator==(const FileIdentity &) const = default;
};

/// A file as it stands: whoever writes it changes this.
struct FileStamp
{
    FileIdentity identity; ///< null when there is no file
    qint64 bytes = 0;
    qint64 modifiedAt = 0; ///< nanoseconds since 1970

    bool operator==(const FileStamp &) const = default;
};

/// The database file as it is found before it is opened.
struct DatabaseFile
{
    FileStamp stamp;
    bool hasOpenLog = false; ///< a write-ahead log lies beside it: the last run did not end well
};

/// Where the database of a data directory is.
QString databasePath(const QString &directory);

/// Where the write-ahead log of the database at \a path is.
QString logPath(const QString &path);

/// Makes the file with mode 0600, whatever the umask, or sees that what is there is ours. Reads
/// the file by itself, so no connection of this process may be open: closing any descriptor of the
/// file takes SQLite's locks away.
/// Errors: Storage for a symbolic link, anything but a file, or another program's database, none
/// of which is touched.
Result<DatabaseFile> prepareDatabaseFile(const QString &path);

/// What \a path leads to now.
FileStamp stampOf(const QString &path);

} // namespace Core

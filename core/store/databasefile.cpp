// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databasefile.h"

#include "core/store/database.h"
#include "core/store/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Core {

namespace {

constexpr mode_t OwnerFile = 0600;

// Where the file format of SQLite has its magic text and the application's number.
constexpr QByteArrayView Magic{"SQLite format 3\0", 16};
constexpr qsizetype ApplicationIdOffset = 68;
constexpr qsizetype HeaderSize = 100;

Error fileError(const QString &path, const QString &reason)
{
    return storageError(QStringLiteral("%1 %2").arg(path, reason));
}

bool isMade(const QByteArray &name)
{
    const int file
        = ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, OwnerFile);
    if (file < 0)
        return false;
    const bool isPrivate = ::fchmod(file, OwnerFile) == 0;
    ::close(file);
    return isPrivate;
}

Result<> checkHeader(const QString &path, bool hasLog)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(path, QStringLiteral("cannot be read"));
    const QByteArray header = file.read(HeaderSize);
    if (header.isEmpty()) {
        // SQLite would throw the log away, and with it all that is left.
        return hasLog ? fileError(path, QStringLiteral("is damaged: it has been emptied"))
                      : Result<>();
    }
    if (header.size() < HeaderSize || !header.startsWith(Magic))
        return fileError(path, QStringLiteral("is damaged or not a database"));
    if (qFromBigEndian<qint32>(header.constData() + ApplicationIdOffset) != ApplicationId)
        return fileError(path, QStringLiteral("belongs to another program"));
    return {};
}

} // namespace

QString databasePath(const QString &directory)
{
    return directory + QStringLiteral("/hookpost.db");
}

Result<DatabaseFile> prepareDatabaseFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat facts = {};
    if (::lstat(name.constData(), &facts) != 0) {
        if (errno != ENOENT || !isMade(name) || ::lstat(name.constData(), &facts) != 0)
            return fileError(path,
                             QStringLiteral("cannot be made (%1)").arg(qt_error_string(errno)));
    }
    if (!S_ISREG(facts.st_mode))
        return fileError(path, QStringLiteral("is not a plain file"));
    if (facts.st_uid != ::geteuid())
        return fileError(path, QStringLiteral("belongs to somebody else"));
    const bool hasLog = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (auto checked = checkHeader(path, hasLog); !checked)
        return checked.error();
    return DatabaseFile{{facts.st_dev, facts.st_ino}, hasLog};
}

FileIdentity identityOf(const QString &path)
{
    struct stat facts = {};
    if (::lstat(QFile::encodeName(path).constData(), &facts) != 0 || facts.st_size == 0)
        return {};
    return {facts.st_dev, facts.st_ino};
}

} // namespace Core

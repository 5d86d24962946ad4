// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databasefile.h"

#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/storageerror.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Core {

namespace {

constexpr mode_t OwnersFile = 0600;

// Where the file format of SQLite has its magic text and the application's number.
constexpr QByteArrayView Magic{"SQLite format 3\0", 16};
constexpr qsizetype ApplicationIdOffset = 68;
constexpr qsizetype HeaderSize = 100;

// Where its rollback journal has a magic number and the pages that the file had before.
constexpr QByteArrayView JournalMagic{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};
constexpr qsizetype PagesBeforeOffset = 16;
constexpr qsizetype JournalHeadSize = PagesBeforeOffset + sizeof(quint32);

/// Of what stands in the place of a database of ours.
Error strangerError(const QString &reason)
{
    return storageError(reason,
                        QStringLiteral("Move it elsewhere, or choose another data directory."));
}

FileStamp stampFrom(const struct stat &facts)
{
    constexpr qint64 SecondNs = 1'000'000'000;
    return {{facts.st_dev, facts.st_ino},
            facts.st_size,
            facts.st_mtim.tv_sec * SecondNs + facts.st_mtim.tv_nsec};
}

bool isMade(const QByteArray &name)
{
    const int file
        = ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, OwnersFile);
    if (file < 0)
        return false;
    const bool isPrivate = ::fchmod(file, OwnersFile) == 0;
    ::close(file);
    return isPrivate;
}

/// True when the power went while the file was being made, so that its pages may be there without
/// the first one: the journal beside it says that it was empty before.
bool isHalfMade(const QString &path)
{
    QFile journal(path + QStringLiteral("-journal"));
    if (!journal.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = journal.read(JournalHeadSize);
    return head.size() == JournalHeadSize && head.startsWith(JournalMagic)
        && qFromBigEndian<quint32>(head.constData() + PagesBeforeOffset) == 0;
}

// Before SQLite makes files beside it that would be as read-only as the database itself.
Result<> checkWritable(const QString &path)
{
    for (const QString &place : {path, QFileInfo(path).path()}) {
        const QByteArray name = QFile::encodeName(place);
        if (::faccessat(AT_FDCWD, name.constData(), R_OK | W_OK, AT_EACCESS) != 0)
            return storageError(
                QStringLiteral("%1 cannot be written (%2)").arg(place, qt_error_string(errno)),
                QStringLiteral("Make it writable."));
    }
    return {};
}

Result<> checkHeader(const QString &path, bool hasLog)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return storageError(QStringLiteral("%1 cannot be read").arg(path));
    const QByteArray header = file.read(HeaderSize);
    if (header.isEmpty()) {
        // SQLite would throw the log away, and with it all that is left.
        return hasLog ? bereftError(QStringLiteral("%1 is damaged: it has been emptied").arg(path))
                      : Result<>();
    }
    if (header.size() < HeaderSize || !header.startsWith(Magic)) {
        // SQLite takes back by itself what it has written of a file that was empty.
        return isHalfMade(path)
            ? Result<>()
            : damagedError(QStringLiteral("%1 is damaged or not a database").arg(path));
    }
    if (qFromBigEndian<qint32>(header.constData() + ApplicationIdOffset) != ApplicationId)
        return strangerError(QStringLiteral("%1 belongs to another program").arg(path));
    return {};
}

} // namespace

QString databasePath(const QString &directory)
{
    return directory + QStringLiteral("/hookpost.db");
}

QString logPath(const QString &path)
{
    return path + QStringLiteral("-wal");
}

Result<DatabaseFile> prepareDatabaseFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const bool hasLog = QFileInfo(logPath(path)).size() > 0;
    struct stat facts = {};
    if (::lstat(name.constData(), &facts) != 0) {
        if (errno == ENOENT && hasLog)
            return bereftError(
                QStringLiteral("%1 is gone, though its write-ahead log is there").arg(path));
        if (errno != ENOENT || !isMade(name) || ::lstat(name.constData(), &facts) != 0)
            return storageError(
                QStringLiteral("%1 cannot be made (%2)").arg(path, qt_error_string(errno)));
    }
    if (!S_ISREG(facts.st_mode))
        return strangerError(QStringLiteral("%1 is not a plain file").arg(path));
    if (facts.st_uid != ::geteuid())
        return strangerError(QStringLiteral("%1 belongs to somebody else").arg(path));
    if (auto checked = checkWritable(path); !checked)
        return checked.error();
    if (auto checked = checkHeader(path, hasLog); !checked)
        return checked.error();
    return DatabaseFile{stampFrom(facts), hasLog};
}

FileStamp stampOf(const QString &path)
{
    struct stat facts = {};
    if (::lstat(QFile::encodeName(path).constData(), &facts) != 0)
        return {};
    return stampFrom(facts);
}

} // namespace Core

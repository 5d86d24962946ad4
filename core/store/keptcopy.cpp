// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keptcopy.h"

#include "core/store/datadirectory.h"
#include "core/store/storageerror.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace Core {

namespace {

Error copyError(const QString &path)
{
    return storageError(
        QStringLiteral("its copy %1 cannot be written (%2)").arg(path, qt_error_string(errno)),
        QStringLiteral("Its schema is only changed once there is a copy: make the "
                       "place writable, and free some space."));
}

bool isOnDisk(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && ::fsync(file.handle()) == 0;
}

} // namespace

QString keptCopyPath(const QString &path, int version)
{
    return path + QStringLiteral(".schema%1").arg(version);
}

Result<> keepCopy(Database &database, const QString &copyPath)
{
    const QString unfinished = copyPath + QStringLiteral(".part");
    QFile::remove(unfinished);
    QFile file(unfinished);
    // SQLite takes an empty file that is there, and its mode with it.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return copyError(unfinished);
    file.close();
    QString quoted = unfinished;
    quoted.replace(u'\'', QStringLiteral("''"));
    database.run(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
    if (database.hasFailed()) {
        QFile::remove(unfinished);
        return database.takeFailure();
    }
    // QFile::rename() would not replace what is there.
    if (!isOnDisk(unfinished)
        || std::rename(QFile::encodeName(unfinished).constData(),
                       QFile::encodeName(copyPath).constData())
            != 0
        || !syncDirectory(QFileInfo(copyPath).path())) {
        const Error error = copyError(copyPath);
        QFile::remove(unfinished);
        return error;
    }
    return {};
}

} // namespace Core

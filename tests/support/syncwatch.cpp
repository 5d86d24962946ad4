// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/syncwatch.h"

#include <QDir>
#include <QFile>
#include <QMutexLocker>
#include <QSet>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

struct Seen
{
    QMutex mutex;
    bool isWatched = false;
    QSet<QString> names;
};

Seen &seen()
{
    static Seen all;
    return all;
}

void see(int file)
{
    struct stat facts = {};
    const QMutexLocker lock(&seen().mutex);
    if (!seen().isWatched || ::fstat(file, &facts) != 0 || !S_ISDIR(facts.st_mode))
        return;
    const QDir directory(QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(file)));
    for (const QString &name : directory.entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        seen().names.insert(directory.filePath(name));
}

} // namespace

// In the place of libc's, for all that is linked with it.
// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): reserved names are libc's
extern "C" int fsync(int file)
{
    see(file);
    return static_cast<int>(::syscall(SYS_fsync, file));
}

SyncWatch::SyncWatch()
{
    const QMutexLocker lock(&seen().mutex);
    seen().names.clear();
    seen().isWatched = true;
}

SyncWatch::~SyncWatch()
{
    const QMutexLocker lock(&seen().mutex);
    seen().isWatched = false;
}

bool SyncWatch::hasSeen(const QString &path) const
{
    const QMutexLocker lock(&seen().mutex);
    return seen().names.contains(QFileInfo(path).absoluteFilePath());
}

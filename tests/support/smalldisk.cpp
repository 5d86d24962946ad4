// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStringList>

#include <algorithm>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace {

constexpr int MostFiles = 10'000; // that anybody bounds a disk to

bool succeeds(const QString &command, const QStringList &arguments)
{
    QProcess process;
    process.start(command, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

} // namespace

SmallDisk::SmallDisk(qint64 bytes, Kind kind, int fileCount)
    : m_isMounted(kind == Kind::Tmpfs ? mountTmpfs(bytes, fileCount) : mountExt4(bytes, fileCount))
{
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted)
        ::umount2(QFile::encodeName(m_place.path()).constData(), MNT_DETACH);
}

bool SmallDisk::mountTmpfs(qint64 bytes, int fileCount) const
{
    QByteArray options = "mode=0700,size=" + QByteArray::number(bytes);
    if (fileCount > 0)
        options += ",nr_inodes=" + QByteArray::number(fileCount);
    return ::mount("tmpfs", QFile::encodeName(m_place.path()).constData(), "tmpfs", 0,
                   options.constData())
        == 0;
}

bool SmallDisk::mountExt4(qint64 bytes, int fileCount) const
{
    const QString image = m_image.filePath(QStringLiteral("image"));
    QStringList making{QStringLiteral("-q"), QStringLiteral("-m"), QStringLiteral("0")};
    if (fileCount > 0)
        making += {QStringLiteral("-N"), QString::number(fileCount)};
    QFile file(image);
    return file.open(QIODevice::WriteOnly) && file.resize(bytes)
        && succeeds(QStringLiteral("mkfs.ext4"), making + QStringList{image})
        && succeeds(QStringLiteral("mount"),
                    {QStringLiteral("-o"), QStringLiteral("loop"), image, m_place.path()});
}

bool SmallDisk::fillUpTo(qint64 bytes) const
{
    const int file = ::open(QFile::encodeName(path(QStringLiteral("filler"))).constData(),
                            O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    bool isFilled = false;
    // Who is tried may take some of what is free between the look and the grasp, and ext4 counts as
    // free what it gives away in pieces only, and after a commit.
    int pieces = 1;
    for (int tries = 0; file >= 0 && !isFilled && tries < 200; ++tries) {
        const qint64 wanted = std::max(freeBytes() - bytes, qint64{0});
        const off_t size = ::lseek(file, 0, SEEK_END);
        isFilled = wanted == 0;
        if (isFilled || ::posix_fallocate(file, size, std::max(wanted / pieces, qint64{1})) == 0)
            continue;
        pieces = std::min(2 * pieces, 1024);
        ::syncfs(file);
    }
    ::close(file);
    return isFilled;
}

bool SmallDisk::useUpFiles() const
{
    int made = 0;
    for (bool isMade = true; isMade && made < MostFiles; made += isMade ? 1 : 0) {
        QFile file(path(QStringLiteral("filler%1").arg(made)));
        isMade = file.open(QIODevice::WriteOnly);
    }
    return made < MostFiles;
}

bool SmallDisk::free() const
{
    const QDir place(m_place.path());
    const QStringList fillers
        = place.entryList({QStringLiteral("filler*")}, QDir::Files | QDir::Hidden);
    return std::all_of(fillers.begin(), fillers.end(),
                       [this](const QString &filler) { return QFile::remove(path(filler)); });
}

bool SmallDisk::setReadOnly(bool isReadOnly) const
{
    const auto readOnly = static_cast<unsigned long>(MS_RDONLY);
    return ::mount("tmpfs", QFile::encodeName(m_place.path()).constData(), "tmpfs",
                   MS_REMOUNT | (isReadOnly ? readOnly : 0UL), nullptr)
        == 0;
}

qint64 SmallDisk::freeBytes() const
{
    struct statvfs disk = {};
    ::statvfs(QFile::encodeName(m_place.path()).constData(), &disk);
    return static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
}

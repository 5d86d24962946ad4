// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/diskroom.h"

#include <QFile>

#include <algorithm>
#include <optional>
#include <sys/statvfs.h>

namespace Core {

namespace {

constexpr qint64 LargestReserve = qint64{64} * 1024 * 1024;
constexpr qint64 ReservedShare = 10;
constexpr qint64 LogShare = 4;

struct DiskRoom
{
    qint64 total = 0;
    qint64 left = 0;
};

/// None where it is not told, as some file systems do.
std::optional<DiskRoom> roomOf(const QString &directory)
{
    struct statvfs disk = {};
    if (::statvfs(QFile::encodeName(directory).constData(), &disk) != 0 || disk.f_blocks == 0)
        return std::nullopt;
    const auto unit = static_cast<qint64>(disk.f_frsize);
    return DiskRoom{static_cast<qint64>(disk.f_blocks) * unit,
                    static_cast<qint64>(disk.f_bavail) * unit};
}

} // namespace

qint64 reservedBytes(qint64 totalBytes)
{
    return std::min(LargestReserve, totalBytes / ReservedShare);
}

qint64 logBytes(const QString &directory)
{
    const auto room = roomOf(directory);
    return (room ? reservedBytes(room->total) : LargestReserve) / LogShare;
}

Result<qint64> wantedFreeBytes(const QString &directory)
{
    const auto room = roomOf(directory);
    if (!room)
        return 0;
    const qint64 reserved = reservedBytes(room->total);
    if (room->left < reserved / LogShare)
        return diskFull();
    return std::max(reserved - room->left, qint64{0});
}

Error diskFull()
{
    return {ErrorCode::StorageFull,
            QStringLiteral("The disk is almost full; what room is left is kept for the "
                           "deliveries under way."),
            {},
            QStringLiteral("Free some space; new work is taken again by itself.")};
}

} // namespace Core

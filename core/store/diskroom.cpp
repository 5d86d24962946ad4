// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/diskroom.h"

#include <QFile>

#include <algorithm>
#include <sys/statvfs.h>

namespace Core {

namespace {

constexpr qint64 LargestReserve = qint64{64} * 1024 * 1024;
constexpr qint64 ReservedShare = 10;

} // namespace

qint64 reservedBytes(qint64 totalBytes)
{
    return std::min(LargestReserve, totalBytes / ReservedShare);
}

Result<> checkRoom(const QString &directory)
{
    struct statvfs disk = {};
    if (::statvfs(QFile::encodeName(directory).constData(), &disk) != 0)
        return {};
    const auto unit = static_cast<qint64>(disk.f_frsize);
    const qint64 total = static_cast<qint64>(disk.f_blocks) * unit;
    const qint64 left = static_cast<qint64>(disk.f_bavail) * unit;
    // Some file systems tell nothing of their size.
    if (total == 0 || left >= reservedBytes(total))
        return {};
    return Error{ErrorCode::StorageFull,
                 QStringLiteral("The disk is almost full; what room is left is kept for the "
                                "deliveries under way."),
                 {},
                 QStringLiteral("Free some space; new work is taken again by itself.")};
}

} // namespace Core

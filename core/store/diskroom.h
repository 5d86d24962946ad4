// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace Core {

/// How many bytes of a disk of \a totalBytes are kept for what is under way, so that results can
/// still be written when there is no room for new work: 64 MiB, or a tenth of a small disk.
qint64 reservedBytes(qint64 totalBytes);

/// Whether the disk of \a directory has room for new work beside what is reserved.
/// Errors: StorageFull when it has not; a disk that does not tell is taken to have room.
Result<> checkRoom(const QString &directory);

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace Core {

/// How many bytes of a disk of \a totalBytes are kept for what is under way, so that results can
/// still be written when there is no room for new work: 64 MiB, or a tenth of a small disk.
qint64 reservedBytes(qint64 totalBytes);

/// How large the write-ahead log may grow on the disk of \a directory before it is brought home: a
/// quarter of what is reserved, out of which it comes when nothing else is left.
qint64 logBytes(const QString &directory);

/// How many bytes of free pages a database in \a directory must hold to have room for new work:
/// none while its disk has left what is reserved. Errors: StorageFull when hardly the log has room;
/// a disk that does not tell is taken to have it.
Result<qint64> wantedFreeBytes(const QString &directory);

Error diskFull();

} // namespace Core

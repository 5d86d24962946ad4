// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Makes this process's own disk fail or stand still: what waits for the disk (fsync, fdatasync)
/// and what writes at a place (pwrite) goes through here in every test that uses this.
///
/// Thread: any. One at a time; all is well again when it is gone.
class DiskFaults final
{
    Q_DISABLE_COPY_MOVE(DiskFaults)

public:
    DiskFaults();
    ~DiskFaults();

    static void failSyncs(int count, int error); ///< the next \a count; a negative count for all
    static void failWrites(int count, int error); ///< likewise
    static void holdSyncs(); ///< From now on they stand still until releaseSyncs().
    static void releaseSyncs();
    static bool isHolding(); ///< whether one stands still now
    static int syncCount(); ///< since the beginning
};

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/trials/disk.h"

#include <memory>

namespace Core {

/// While it lives, SQLite works through it: files are read and written as ever, never synced, and
/// what is asked of the disk can be recorded step by step for the main file, its journal and its
/// write-ahead log. The shared memory beside them is no part of what a power cut leaves.
///
/// Thread: one, on which all connections are opened and used. One at a time.
class RecordingVfs final
{
    Q_DISABLE_COPY_MOVE(RecordingVfs)

public:
    enum class Syncs {
        Recorded,
        Seldom, ///< as with PRAGMA synchronous = NORMAL, whatever the connection asks for
        Ignored, ///< as with PRAGMA synchronous = OFF, or a disk that lies
    };

    explicit RecordingVfs(Syncs syncs);
    ~RecordingVfs();

    /// Records, from nothing, what is done by connections that are opened from now on in a
    /// directory that holds \a files.
    void startRecording(const DiskImage &files = {});
    void stopRecording(); ///< for connections that are opened from now on

    const QList<DiskStep> &steps() const;

private:
    class Shim;

    std::unique_ptr<Shim> m_shim;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Sees which names this process brings to the disk, while it lives: its fsync() calls come by
/// here. There is one at a time.
class SyncWatch final
{
    Q_DISABLE_COPY_MOVE(SyncWatch)

public:
    SyncWatch();
    ~SyncWatch();

    /// True when the directory of \a path was synced while there was something of that name in it.
    bool hasSeen(const QString &path) const;
};

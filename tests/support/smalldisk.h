// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

/// A file system of its own, which can be filled and freed. Making one takes root, and a loop
/// device for ext4.
class SmallDisk final
{
    Q_DISABLE_COPY_MOVE(SmallDisk)

public:
    enum class Kind {
        Tmpfs, ///< in memory; has no room or has it when something is written
        Ext4, ///< in an image; looks for a place on the disk only when files are synchronised
    };

    /// \a fileCount is how many files there may be, 0 for no bound of its own.
    explicit SmallDisk(qint64 bytes, Kind kind = Kind::Tmpfs, int fileCount = 0);
    ~SmallDisk();

    bool isMounted() const { return m_isMounted; }
    QString path(const QString &name) const { return m_place.filePath(name); }

    /// Leaves no more than \a bytes free. False when it cannot.
    bool fillUpTo(qint64 bytes) const;
    bool useUpFiles() const; ///< Makes empty files until no other can be made.
    bool free() const; ///< Takes back what these two have put there.
    qint64 freeBytes() const;

    /// Lets nobody write there any more, or everybody again. False while a file is open for it.
    bool setReadOnly(bool isReadOnly) const;

private:
    bool mountTmpfs(qint64 bytes, int fileCount) const;
    bool mountExt4(qint64 bytes, int fileCount) const;

    QTemporaryDir m_image; ///< of ext4; goes when nothing is mounted
    QTemporaryDir m_place;
    bool m_isMounted = false;
};

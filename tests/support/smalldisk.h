// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

/// A file system of its own in memory, which can be filled and freed. Making one takes root.
class SmallDisk final
{
    Q_DISABLE_COPY_MOVE(SmallDisk)

public:
    explicit SmallDisk(qint64 bytes, int fileCount = 0); ///< 0 for no bound of its own
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
    QTemporaryDir m_place;
    bool m_isMounted = false;
};

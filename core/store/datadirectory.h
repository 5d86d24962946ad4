// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace Core {

/// Makes \a path with all that is missing above it, for its owner alone (mode 0700, whatever the
/// umask), on disk when this returns. A directory that is there keeps its mode.
/// Errors: Storage when it cannot be made, belongs to somebody else or can be written by anybody.
Result<> makePrivateDirectory(const QString &path);

/// Brings to the disk what was made or renamed in the directory \a path. False when it cannot.
bool syncDirectory(const QString &path);

/// The directory with everything that one Hookpost keeps, and the lock that makes it the only one
/// there. The lock is the kernel's: it goes with the process, however that ends.
///
/// Owns: the lock, from acquire() to release().
class DataDirectory final
{
    Q_DISABLE_COPY_MOVE(DataDirectory)

public:
    explicit DataDirectory(QString path);
    ~DataDirectory();

    /// hookpost below XDG_DATA_HOME, or below ~/.local/share.
    static QString defaultPath();

    const QString &path() const;

    /// Errors: Conflict when another process has the directory; the sentence says which, the hint
    /// where it answers.
    Result<> acquire();
    void noteAddress(const QString &url) const; ///< Told to whoever wants what is ours.
    void release(); ///< Forgives being called twice.

private:
    QString m_path;
    int m_lock = -1;
    int m_directory = -1; ///< locked as well, where that can be done
};

} // namespace Core

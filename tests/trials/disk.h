// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRandomGenerator>

#include <map>
#include <memory>

namespace Core {

/// One thing that a program asked of a disk.
struct DiskStep
{
    enum class Kind {
        Create,
        Write,
        Truncate,
        Sync, ///< what was written to the file is durable from now on
        Remove,
        SyncDirectory, ///< what was created and removed is durable from now on
    };

    Kind kind = Kind::Write;
    QString name; ///< of the file, without its directory
    qint64 offset = 0; ///< of a write; the size that is left, of a truncation
    QByteArray bytes; ///< of a write
};

/// The files of a directory, by their names.
using DiskImage = std::map<QString, QByteArray>;

/// One directory on a disk that keeps in memory what nobody has asked it to sync. Of that, a power
/// cut leaves whatever it likes: nothing, all, a beginning, some writes, or single sectors of
/// writes. Files appear and vanish in the order in which they were asked to.
class Disk final
{
public:
    /// With \a files on it, durable.
    explicit Disk(const DiskImage &files = {});

    void apply(const DiskStep &step);

    /// The files as one of the power cuts that may happen now leaves them.
    DiskImage cut(QRandomGenerator &random) const;

private:
    struct File
    {
        QByteArray durable;
        QList<DiskStep> pending; ///< writes and truncations
    };
    using Entries = QMap<QString, std::shared_ptr<File>>;

    void enter(const QString &name, const std::shared_ptr<File> &file);
    static void enter(Entries &entries, const QString &name, const std::shared_ptr<File> &file);
    static QByteArray survivor(const File &file, QRandomGenerator &random);

    Entries m_present;
    Entries m_durable;
    QList<std::pair<QString, std::shared_ptr<File>>> m_pending; ///< entries; null for a removal
};

} // namespace Core

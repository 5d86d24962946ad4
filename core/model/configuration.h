// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/publication.h"

#include <QStringList>

namespace Core {

/// A person wants the destinations written to a file, or read from one.
struct ConfigurationOrder
{
    Ticket ticket = 0;
    QString path;
    bool includesSecrets = false; ///< of a file that is written; and credentials among own headers

    bool operator==(const ConfigurationOrder &) const = default;
};

/// What came of an order: so many destinations are in the file, or are here now.
struct ConfigurationAnswer
{
    Ticket ticket = 0;
    qint64 written = 0;
    qint64 added = 0;
    qint64 changed = 0;
    std::optional<Error> error; ///< and nothing was done

    bool operator==(const ConfigurationAnswer &) const = default;
};

enum class ImportVerdict {
    Added,
    Changed,
    Unchanged,
    Refused,
};

/// What would become of one destination of a file.
struct ImportEntry
{
    ImportVerdict verdict = ImportVerdict::Added;
    QString name;
    QString url;
    QStringList changes; ///< the members that would be others
    std::optional<Error> error; ///< why it is refused; it names the file's member
    bool keepsSecret = false; ///< the file has another secret than the one that stays

    bool operator==(const ImportEntry &) const = default;
};

/// What would become of a file if it were taken in now.
struct ImportPreview
{
    Ticket ticket = 0;
    QList<ImportEntry> entries; ///< as they stand in the file
    std::optional<Error> error; ///< why it cannot be read at all

    bool operator==(const ImportPreview &) const = default;
};

} // namespace Core

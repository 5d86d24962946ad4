// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logkey.h"
#include "core/model/publication.h"

namespace Core {

enum class ExportFormat {
    Har, ///< HTTP Archive 1.2
    JsonLines, ///< one object a line, as the HTTP interface shows it
    Csv, ///< a line for each row, without bodies; no cell is taken for a formula
};

/// What a person wants written to a file.
struct ExportOrder
{
    Ticket ticket = 0;
    QString path;
    ExportFormat format = ExportFormat::Har;
    bool isRedacted = true;
    std::optional<QList<LogKey>> rows; ///< all that there are when none are named

    bool operator==(const ExportOrder &) const = default;
};

/// How far an export has come.
struct ExportProgress
{
    Ticket ticket = 0;
    qint64 total = 0;
    qint64 written = 0;
    qint64 gone = 0; ///< rows that were no longer there
    std::optional<Error> error;
    bool isDone = false;
    bool isStopped = false; ///< before its end, and nothing is left of it

    bool operator==(const ExportProgress &) const = default;
};

/// A name whose values are masked, and how often it was met.
struct MaskedName
{
    QString name; ///< of a header field; of a part of a query behind a question mark
    int count = 0;

    bool operator==(const MaskedName &) const = default;
};

/// What a redaction would hide: seen in the newest rows of an order alone.
struct ExportPreview
{
    Ticket ticket = 0;
    qint64 rows = 0; ///< so many were looked at
    QList<MaskedName> masked; ///< the most frequent first
    std::optional<Error> error;

    bool operator==(const ExportPreview &) const = default;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportformats.h"
#include "core/store/records.h"

#include <QSaveFile>

namespace Core {

/// Both messages of a row.
/// Errors: NotFound when it is gone.
Result<ExportRow> readRow(Records &records, LogKey key);

/// A file that an export is written to, part by part. Whatever was there is replaced when all is
/// written, and not before; nobody but its owner may read it.
///
/// Thread: one at a time.
class ExportFile final
{
    Q_DISABLE_COPY_MOVE(ExportFile)

public:
    explicit ExportFile(const ExportOrder &order);
    ~ExportFile(); ///< What is not finished leaves no trace.

    Result<> open();

    /// Writes \a rows as they are on record now, and notes them in \a progress.
    Result<> write(Records &records, const QList<LogKey> &rows, ExportProgress &progress);

    Result<> finish();

private:
    Result<> put(const QByteArray &bytes);
    Error failure() const;

    ExportFormat m_format;
    bool m_isRedacted;
    bool m_isEmpty = true; ///< no row yet
    QSaveFile m_file;
};

} // namespace Core

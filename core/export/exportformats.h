// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/exportorder.h"

namespace Core {

/// A row of the log with both messages; one of the two.
struct ExportRow
{
    std::optional<AttemptRecord> attempt;
    std::optional<CaptureRecord> capture;
};

/// \a row without what may be secret.
ExportRow redacted(ExportRow row);

/// The names of what redacted() masks, as often as it does.
QStringList maskedIn(const ExportRow &row);

/// What stands at the head of a file, between two rows, and at its foot.
struct ExportFrame
{
    QByteArray head;
    QByteArray separator;
    QByteArray foot;
};

ExportFrame frameOf(ExportFormat format);

/// One row as it stands in a file of that format.
QByteArray exported(const ExportRow &row, ExportFormat format);

/// One cell: quoted where it must be, and never read as a formula by a spreadsheet.
///
/// Source: RFC 4180; OWASP, "CSV Injection".
QByteArray csvCell(const QString &text);

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace Gui {

/// What a chart shows, as a table.
struct ChartNumbers
{
    QStringList columns;
    QList<QStringList> rows;
};

/// The table as a file for other programs: UTF-8, a heading, and lines that end in CRLF. Text that
/// a spreadsheet would take for a formula gets an apostrophe ahead.
///
/// Source: RFC 4180, section 2.
QByteArray csvOf(const ChartNumbers &numbers);

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/loglines.h"
#include "ui/log/logrow.h"

namespace Gui {

/// The columns of the log. A person may hide any; those from MethodColumn on are hidden at first.
enum LogColumn {
    TimeColumn,
    DirectionColumn,
    StatusColumn,
    PlaceColumn,
    EventColumn,
    TryColumn,
    DurationColumn,
    SizeColumn,
    MethodColumn,
    TargetColumn,
    RequestSizeColumn,
    EventIdColumn,
    AttemptIdColumn,
    ReasonColumn,
    NoteColumn,
    ColumnCount,
};

/// How the time of a row is told.
enum class TimeStyle {
    Local,
    Relative, ///< how long ago
    Utc,
    SincePrevious, ///< since the row above
};

/// What a cell may say beyond its row.
struct CellContext
{
    LogLines::Line line;
    TimeStyle timeStyle = TimeStyle::Local;
    Core::Time now;
    std::optional<Core::Time> previous; ///< when the row above began
};

QString columnTitle(int column);
QString fieldTitle(const Core::LogField &field);
bool isOptional(int column); ///< hidden until a person asks for it
Qt::Alignment alignmentOf(int column);
QString cellText(int column, const LogRow &row, const CellContext &context);

} // namespace Gui

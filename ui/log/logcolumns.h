// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/linelist.h"
#include "ui/log/logrow.h"

#include <optional>

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
    LineList::Line line;
    TimeStyle timeStyle = TimeStyle::Local;
    Core::Time now;
    std::optional<Core::Time> previous; ///< when the row above began
};

/// What a list is sorted by whose rows are sorted by \a column; none for a field's.
std::optional<Core::LogSorting> sortingBy(int column);
int columnOf(Core::LogSorting sorting);

QString columnTitle(int column);
QString fieldTitle(const Core::LogField &field);
QString sortingHint(int column); ///< what a click on its title does
/// A column's title for those who do not see the arrow.
QString sortedTitle(const QString &title, int column, const Core::LogOrder &order);
bool isOptional(int column); ///< hidden until a person asks for it
Qt::Alignment alignmentOf(int column);
QString cellText(int column, const LogRow &row, const CellContext &context);

} // namespace Gui

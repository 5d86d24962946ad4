// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logcolumns.h"

#include "ui/look/format.h"

#include <QCoreApplication>

namespace Gui {

namespace {

constexpr int LongestTitle = 40;

struct ColumnText
{
    Q_DECLARE_TR_FUNCTIONS(LogColumns)
};

static_assert(static_cast<int>(Core::LogSorting::ByTime) == TimeColumn);
static_assert(static_cast<int>(Core::LogSorting::ByNote) == NoteColumn);

Core::Microseconds since(Core::Time earlier, Core::Time later)
{
    return later > earlier ? later - earlier : Core::Milliseconds{0};
}

QString timeText(const LogRow &row, const CellContext &context)
{
    switch (context.timeStyle) {
    case TimeStyle::Local:
        return clockText(row.begunAt);
    case TimeStyle::Relative:
        return agoText(row.begunAt, context.now);
    case TimeStyle::Utc:
        return utcClockText(row.begunAt);
    case TimeStyle::SincePrevious:
        return context.previous ? u'+' + durationText(since(*context.previous, row.begunAt))
                                : QString();
    }
    Q_UNREACHABLE();
}

// What is in flight has no duration yet, but runs.
QString durationCell(const LogRow &row, const CellContext &context)
{
    if (row.outcome != Core::AttemptOutcome::InFlight)
        return row.duration;
    return durationText(since(row.at, context.now));
}

QString tryText(const LogRow &row, const CellContext &context)
{
    return context.line.isHead ? u'\u00d7' + countText(context.line.rows) : row.tries;
}

} // namespace

std::optional<Core::LogSorting> sortingBy(int column)
{
    if (column < 0 || column >= ColumnCount)
        return std::nullopt;
    return static_cast<Core::LogSorting>(column);
}

int columnOf(Core::LogSorting sorting)
{
    return static_cast<int>(sorting);
}

QString columnTitle(int column)
{
    switch (column) {
    case TimeColumn:
        return ColumnText::tr("Time");
    case DirectionColumn:
        return ColumnText::tr("Dir");
    case StatusColumn:
        return ColumnText::tr("Status");
    case PlaceColumn:
        return ColumnText::tr("Destination / bin");
    case EventColumn:
        return ColumnText::tr("Event type");
    case TryColumn:
        return ColumnText::tr("Try");
    case DurationColumn:
        return ColumnText::tr("Duration");
    case SizeColumn:
        return ColumnText::tr("Size");
    case MethodColumn:
        return ColumnText::tr("Method");
    case TargetColumn:
        return ColumnText::tr("URL or path");
    case RequestSizeColumn:
        return ColumnText::tr("Request size");
    case EventIdColumn:
        return ColumnText::tr("Event id");
    case AttemptIdColumn:
        return ColumnText::tr("Attempt id");
    case ReasonColumn:
        return ColumnText::tr("Reason");
    case NoteColumn:
        return ColumnText::tr("Note");
    default:
        return {};
    }
}

QString fieldTitle(const Core::LogField &field)
{
    if (field.source == Core::LogField::Source::RemoteAddress)
        return ColumnText::tr("Remote address");
    return shortened(printable(field.name), LongestTitle);
}

QString sortingHint(int column)
{
    if (!sortingBy(column))
        return ColumnText::tr("Rows cannot be sorted by this column");
    return column == TimeColumn
        ? ColumnText::tr("Click to have the newest rows first, or to go back to the order of time")
        : ColumnText::tr("Click to sort all rows by this column, again to turn the order, and "
                         "a third time to go back to the order of time");
}

QString sortedTitle(const QString &title, int column, const Core::LogOrder &order)
{
    if (order.isOfTime() || sortingBy(column) != order.by)
        return title;
    return (order.isDescending ? ColumnText::tr("%1, sorted in descending order")
                               : ColumnText::tr("%1, sorted in ascending order"))
        .arg(title);
}

bool isOptional(int column)
{
    return column >= MethodColumn;
}

Qt::Alignment alignmentOf(int column)
{
    const bool isNumber = column == TryColumn || column == DurationColumn || column == SizeColumn
        || column == RequestSizeColumn;
    return Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft);
}

QString cellText(int column, const LogRow &row, const CellContext &context)
{
    switch (column) {
    case TimeColumn:
        return timeText(row, context);
    case DirectionColumn:
        return row.direction == Direction::Sent ? ColumnText::tr("sent")
                                                : ColumnText::tr("received");
    case StatusColumn:
        return statusText(row);
    case PlaceColumn:
        return row.place;
    case EventColumn:
        return row.event;
    case TryColumn:
        return tryText(row, context);
    case DurationColumn:
        return durationCell(row, context);
    case SizeColumn:
        return row.size;
    case MethodColumn:
        return row.method;
    case TargetColumn:
        return row.target;
    case RequestSizeColumn:
        return row.requestSize;
    case EventIdColumn:
        return row.eventId;
    case AttemptIdColumn:
        return row.key.isCapture() ? toString(row.key.capture()) : toString(row.key.attempt());
    case ReasonColumn:
        return row.reason;
    case NoteColumn:
        return row.note;
    default:
        return {};
    }
}

} // namespace Gui

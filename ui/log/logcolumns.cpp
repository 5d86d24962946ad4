// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logcolumns.h"

#include "ui/look/format.h"

#include <QCoreApplication>

namespace Gui {

namespace {

constexpr int LongestTitle = 40;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LogColumns)
};

Core::Microseconds since(Core::Time earlier, Core::Time later)
{
    return later > earlier ? later - earlier : Core::Milliseconds{0};
}

QString timeText(const LogRow &row, const CellContext &context)
{
    switch (context.timeStyle) {
    case TimeStyle::Local:
        return clockText(row.at);
    case TimeStyle::Relative:
        return agoText(row.at, context.now);
    case TimeStyle::Utc:
        return utcClockText(row.at);
    case TimeStyle::SincePrevious:
        return context.previous ? u'+' + durationText(since(*context.previous, row.at)) : QString();
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

QString columnTitle(int column)
{
    switch (column) {
    case TimeColumn:
        return Text::tr("Time");
    case DirectionColumn:
        return Text::tr("Dir");
    case StatusColumn:
        return Text::tr("Status");
    case PlaceColumn:
        return Text::tr("Destination / bin");
    case EventColumn:
        return Text::tr("Event type");
    case TryColumn:
        return Text::tr("Try");
    case DurationColumn:
        return Text::tr("Duration");
    case SizeColumn:
        return Text::tr("Size");
    case MethodColumn:
        return Text::tr("Method");
    case TargetColumn:
        return Text::tr("URL or path");
    case RequestSizeColumn:
        return Text::tr("Request size");
    case EventIdColumn:
        return Text::tr("Event id");
    case AttemptIdColumn:
        return Text::tr("Attempt id");
    case ReasonColumn:
        return Text::tr("Reason");
    case NoteColumn:
        return Text::tr("Note");
    default:
        return {};
    }
}

QString fieldTitle(const Core::LogField &field)
{
    if (field.source == Core::LogField::Source::RemoteAddress)
        return Text::tr("Remote address");
    return shortened(printable(field.name), LongestTitle);
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
        return row.direction == Direction::Sent ? Text::tr("sent") : Text::tr("received");
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

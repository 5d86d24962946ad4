// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logquery.h"

namespace Gui {

namespace {

bool matches(StatusFilter filter, Core::AttemptOutcome outcome)
{
    switch (filter) {
    case StatusFilter::All:
        return true;
    case StatusFilter::Delivered:
        return outcome == Core::AttemptOutcome::Delivered;
    case StatusFilter::Failed:
        return outcome != Core::AttemptOutcome::Delivered
            && outcome != Core::AttemptOutcome::InFlight;
    case StatusFilter::InFlight:
        return outcome == Core::AttemptOutcome::InFlight;
    }
    Q_UNREACHABLE();
}

bool holds(const LogRow &row, const QString &text)
{
    return row.place.contains(text, Qt::CaseInsensitive)
        || row.event.contains(text, Qt::CaseInsensitive)
        || statusText(row).contains(text, Qt::CaseInsensitive);
}

} // namespace

bool matches(const LogQuery &query, const LogRow &row)
{
    return (query.showsHeartbeats || !row.isHeartbeat)
        && (query.destination.isNull() || query.destination == row.destination)
        && matches(query.status, row.outcome) && (query.text.isEmpty() || holds(row, query.text));
}

} // namespace Gui

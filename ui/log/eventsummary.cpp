// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/eventsummary.h"

#include "ui/look/format.h"

#include <QCoreApplication>

namespace Gui {

namespace {

struct SummaryText
{
    Q_DECLARE_TR_FUNCTIONS(EventSummary)
};

/// What a person should know first.
Core::AttemptOutcome worstOf(const EventSummary &summary)
{
    if (summary.failed > 0)
        return Core::AttemptOutcome::Failed;
    if (summary.failing > 0)
        return Core::AttemptOutcome::Temporary;
    return summary.inFlight > 0 ? Core::AttemptOutcome::InFlight : Core::AttemptOutcome::Delivered;
}

int &counterOf(EventSummary &summary, Core::AttemptOutcome outcome)
{
    switch (outcome) {
    case Core::AttemptOutcome::InFlight:
        return summary.inFlight;
    case Core::AttemptOutcome::Delivered:
        return summary.delivered;
    case Core::AttemptOutcome::Failed:
        return summary.failed;
    case Core::AttemptOutcome::Temporary:
    case Core::AttemptOutcome::Interrupted:
        return summary.failing;
    }
    Q_UNREACHABLE();
}

} // namespace

EventSummary summaryOf(const QList<const Core::Attempt *> &attempts)
{
    QHash<Core::DestinationId, Core::AttemptOutcome> newest;
    for (const Core::Attempt *const attempt : attempts)
        newest.insert(attempt->destination, attempt->outcome);
    EventSummary summary;
    for (const Core::AttemptOutcome outcome : std::as_const(newest))
        ++counterOf(summary, outcome);
    return summary;
}

QString summaryText(const EventSummary &summary)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(countText(count)));
    };
    // Where there is little room, the end is cut off.
    add(summary.failed, SummaryText::tr("%1 failed"));
    add(summary.failing, SummaryText::tr("%1 failing"));
    add(summary.inFlight, SummaryText::tr("%1 in flight"));
    add(summary.delivered, SummaryText::tr("%1 delivered"));
    return parts.join(QLatin1StringView(", "));
}

LogRow summedUp(const LogRow &newest, const LogRow &sent, Core::Time begunAt,
                const EventSummary &summary)
{
    const bool isOfSeveral = summary.destinations() > 1;
    LogRow row = isOfSeveral ? sent : newest;
    row.at = newest.at;
    row.begunAt = begunAt;
    if (!isOfSeveral)
        return row;
    row.isSummary = true;
    row.outcome = worstOf(summary);
    row.place = SummaryText::tr("%1 destinations").arg(countText(summary.destinations()));
    row.status = summaryText(summary);
    row.words = row.status;
    row.total = Core::Microseconds{0};
    for (QString *const text : {&row.code, &row.tries, &row.duration, &row.size, &row.reason})
        text->clear();
    return row;
}

} // namespace Gui

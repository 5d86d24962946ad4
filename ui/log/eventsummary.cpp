// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/eventsummary.h"

#include "ui/look/format.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <functional>
#include <optional>

namespace Gui {

namespace {

struct SummaryText
{
    Q_DECLARE_TR_FUNCTIONS(EventSummary)
};

constexpr qsizetype MostNamed = 3;

/// What a person should know first.
Core::AttemptOutcome worstOf(const EventSummary &summary)
{
    if (!summary.failed.isEmpty())
        return Core::AttemptOutcome::Failed;
    if (!summary.failing.isEmpty())
        return Core::AttemptOutcome::Temporary;
    return summary.inFlight.isEmpty() ? Core::AttemptOutcome::Delivered
                                      : Core::AttemptOutcome::InFlight;
}

QStringList &placesOf(EventSummary &summary, Core::AttemptOutcome outcome)
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

QString destinationsText(const EventSummary &summary)
{
    return SummaryText::tr("%1 destinations").arg(countText(summary.destinations()));
}

/// Where there is little room, the end is cut off. \a told says how many there are of each.
QString joined(const EventSummary &summary,
               const std::function<QString(const QString &text, const QStringList &places)> &told)
{
    QStringList parts;
    const auto add = [&parts, &told](const QStringList &places, const QString &text) {
        if (!places.isEmpty())
            parts.append(told(text.arg(countText(places.size())), places));
    };
    add(summary.failed, SummaryText::tr("%1 failed"));
    add(summary.failing, SummaryText::tr("%1 failing"));
    add(summary.inFlight, SummaryText::tr("%1 in flight"));
    add(summary.delivered, SummaryText::tr("%1 delivered"));
    return parts.join(QLatin1StringView(", "));
}

QString named(const QStringList &places)
{
    QStringList names;
    for (const QString &place : places)
        names.append(shortened(printable(place), LongestName));
    names.sort(Qt::CaseInsensitive);
    const auto others = static_cast<int>(names.size() - MostNamed);
    const QString text
        = names.first(std::min(names.size(), MostNamed)).join(QLatin1StringView(", "));
    return others > 0 ? SummaryText::tr("%1 and %n other(s)", nullptr, others).arg(text) : text;
}

} // namespace

EventSummary summaryOf(const QList<const Core::Attempt *> &attempts)
{
    EventSummary summary;
    QSet<Core::DestinationId> known;
    std::optional<Core::AttemptOutcome> worst;
    for (qsizetype i = attempts.size() - 1; i >= 0; --i) {
        const Core::Attempt &newest = *attempts.at(i);
        if (known.contains(newest.destination))
            continue;
        known.insert(newest.destination);
        placesOf(summary, newest.outcome).append(newest.destinationName);
        if (worst == worstOf(summary))
            continue;
        worst = worstOf(summary);
        summary.worst = Core::LogKey::of(newest.id);
    }
    return summary;
}

QString summaryText(const EventSummary &summary)
{
    return joined(summary, [](const QString &text, const QStringList &) { return text; });
}

QString summarySentence(const EventSummary &summary)
{
    const auto told = [&summary](const QString &text, const QStringList &places) {
        const bool isTrouble = &places == &summary.failed || &places == &summary.failing;
        return isTrouble
            ? SummaryText::tr("%1 (%2)", "how many, and which").arg(text, named(places))
            : text;
    };
    return SummaryText::tr("%1: %2.", "so many destinations: what became of them")
        .arg(destinationsText(summary), joined(summary, told));
}

int widestUsualSum(const QFontMetrics &metrics)
{
    const QStringList one(1, QString());
    const QStringList many(10, QString());
    const QList<EventSummary> usual{{one, one, one, {}, {}},
                                    {many, many, {}, {}, {}},
                                    {many, {}, many, {}, {}},
                                    {many, {}, {}, many, {}}};
    int widest = 0;
    for (const EventSummary &summary : usual)
        widest = std::max(widest, metrics.horizontalAdvance(summaryText(summary)));
    return widest;
}

LogRow summedUp(const LogRow &worst, Core::Time begunAt, Core::Time newestAt,
                const EventSummary &summary)
{
    LogRow row = worst;
    row.at = newestAt;
    row.begunAt = begunAt;
    if (summary.destinations() == 1)
        return row;
    row.isSummary = true;
    row.outcome = worstOf(summary);
    row.place = destinationsText(summary);
    row.status = summaryText(summary);
    row.words = row.status;
    row.total = Core::Microseconds{0};
    for (QString *const text : {&row.code, &row.tries, &row.duration, &row.size, &row.reason})
        text->clear();
    return row;
}

} // namespace Gui

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
enum class Concern {
    None,
    InFlight,
    Cancelled,
    Failing,
    Failed,
};

Concern worstOf(const EventSummary &summary)
{
    if (!summary.failed.isEmpty())
        return Concern::Failed;
    if (!summary.failing.isEmpty())
        return Concern::Failing;
    if (!summary.cancelled.isEmpty())
        return Concern::Cancelled;
    return summary.inFlight.isEmpty() ? Concern::None : Concern::InFlight;
}

Core::AttemptOutcome shownAs(Concern concern)
{
    switch (concern) {
    case Concern::None:
        return Core::AttemptOutcome::Delivered;
    case Concern::InFlight:
        return Core::AttemptOutcome::InFlight;
    case Concern::Cancelled:
    case Concern::Failing:
        return Core::AttemptOutcome::Temporary;
    case Concern::Failed:
        return Core::AttemptOutcome::Failed;
    }
    Q_UNREACHABLE();
}

/// The attempt itself did not go well; its delivery may have ended since, or by it.
QStringList &placesOf(EventSummary &summary, Core::DeliveryState state)
{
    switch (state) {
    case Core::DeliveryState::Waiting:
    case Core::DeliveryState::InFlight:
        return summary.failing;
    case Core::DeliveryState::Delivered:
        return summary.delivered;
    case Core::DeliveryState::Failed:
        return summary.failed;
    case Core::DeliveryState::Cancelled:
        return summary.cancelled;
    }
    Q_UNREACHABLE();
}

QStringList &placesOf(EventSummary &summary, const Core::Attempt &newest)
{
    switch (newest.outcome) {
    case Core::AttemptOutcome::InFlight:
        return summary.inFlight;
    case Core::AttemptOutcome::Delivered:
        return summary.delivered;
    case Core::AttemptOutcome::Failed:
        return summary.failed;
    case Core::AttemptOutcome::Temporary:
    case Core::AttemptOutcome::Interrupted:
        return placesOf(summary, newest.deliveryState);
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
    add(summary.cancelled, SummaryText::tr("%1 cancelled"));
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
    std::optional<Concern> worst;
    for (qsizetype i = attempts.size() - 1; i >= 0; --i) {
        const Core::Attempt &newest = *attempts.at(i);
        if (known.contains(newest.destination))
            continue;
        known.insert(newest.destination);
        placesOf(summary, newest).append(newest.destinationName);
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
    // Of one destination it is the row itself, which does not know that it was the last one.
    if (summary.destinations() > 1 || worstOf(summary) == Concern::Failed)
        row.outcome = shownAs(worstOf(summary));
    if (summary.destinations() == 1)
        return row;
    row.isSummary = true;
    row.place = destinationsText(summary);
    row.status = summaryText(summary);
    row.words = row.status;
    row.total = Core::Microseconds{0};
    for (QString *const text : {&row.code, &row.tries, &row.duration, &row.size, &row.reason})
        text->clear();
    return row;
}

} // namespace Gui

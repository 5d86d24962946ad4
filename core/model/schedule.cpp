// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schedule.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Core {

namespace {

constexpr double Spread = 0.2;

Milliseconds bounded(Milliseconds pause)
{
    return std::clamp(pause, Milliseconds{0}, LongestRetryAfter);
}

std::optional<Milliseconds> pauseFromSeconds(const QByteArray &text)
{
    if (text.isEmpty()
        || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    bool fits = false;
    const qint64 seconds = text.toLongLong(&fits);
    if (!fits || seconds > LongestRetryAfter.count() / 1000)
        return LongestRetryAfter;
    return Milliseconds{seconds * 1000};
}

/// The three forms of an HTTP date: the one that is preferred, that of RFC 850, that of asctime.
const std::array<QRegularExpression, 3> &dateForms()
{
    static const QString time
        = QStringLiteral("(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)");
    static const std::array Forms{
        QRegularExpression(
            QStringLiteral("\\A[A-Z][a-z]{2}, (?<day>\\d\\d) (?<month>[A-Z][a-z]{2}) "
                           "(?<year>\\d{4}) %1 GMT\\z")
                .arg(time)),
        QRegularExpression(QStringLiteral("\\A[A-Z][a-z]+, (?<day>\\d\\d)-(?<month>[A-Z][a-z]{2})-"
                                          "(?<year>\\d\\d) %1 GMT\\z")
                               .arg(time)),
        QRegularExpression(QStringLiteral("\\A[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) "
                                          "(?<day>[ \\d]\\d) %1 (?<year>\\d{4})\\z")
                               .arg(time)),
    };
    return Forms;
}

int monthOf(const QString &name)
{
    static const QStringList Names{
        QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar"), QStringLiteral("Apr"),
        QStringLiteral("May"), QStringLiteral("Jun"), QStringLiteral("Jul"), QStringLiteral("Aug"),
        QStringLiteral("Sep"), QStringLiteral("Oct"), QStringLiteral("Nov"), QStringLiteral("Dec")};
    return static_cast<int>(Names.indexOf(name)) + 1;
}

/// A year of two digits that seems to lie more than 50 years ahead is the last one that ended so.
int fullYear(int year, Time now)
{
    constexpr int Century = 100;
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(now));
    const int thisYear = static_cast<int>(today.year());
    const int guess = thisYear - thisYear % Century + year;
    return guess > thisYear + Century / 2 ? guess - Century : guess;
}

std::optional<Time> momentOf(const QRegularExpressionMatch &date, Time now)
{
    const auto number = [&date](const char *name) {
        return date.captured(QLatin1StringView(name)).trimmed().toInt();
    };
    const bool isShort = date.captured(QStringLiteral("year")).size() == 2;
    const int year = isShort ? fullYear(number("year"), now) : number("year");
    const std::chrono::year_month_day day(
        std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(monthOf(date.captured(QStringLiteral("month"))))},
        std::chrono::day{static_cast<unsigned>(number("day"))});
    // A minute may have a leap second.
    if (!day.ok() || number("hour") > 23 || number("minute") > 59 || number("second") > 60)
        return std::nullopt;
    return std::chrono::sys_days(day) + std::chrono::hours{number("hour")}
    + std::chrono::minutes{number("minute")} + std::chrono::seconds{number("second")};
}

std::optional<Milliseconds> pauseFromDate(const QByteArray &text, Time now)
{
    for (const QRegularExpression &form : dateForms()) {
        const QRegularExpressionMatch date = form.match(QString::fromLatin1(text));
        const auto moment = date.hasMatch() ? momentOf(date, now) : std::nullopt;
        if (moment)
            return bounded(*moment - now);
    }
    return std::nullopt;
}

std::optional<Milliseconds> pauseFrom(const QByteArray &text, Time now)
{
    const auto seconds = pauseFromSeconds(text);
    return seconds ? seconds : pauseFromDate(text, now);
}

} // namespace

const std::vector<Milliseconds> &defaultSchedule()
{
    using namespace std::chrono_literals;
    static const std::vector<Milliseconds> Pauses{5s, 30s, 5min, 30min, 2h, 5h, 10h, 10h};
    return Pauses;
}

const std::vector<Milliseconds> &scheduleOf(const Destination &destination)
{
    return destination.retry ? *destination.retry : defaultSchedule();
}

std::optional<Milliseconds> pauseAfter(int number, const std::vector<Milliseconds> &schedule,
                                       std::optional<Milliseconds> retryAfter, double chance)
{
    if (number < 1 || static_cast<std::size_t>(number) > schedule.size())
        return std::nullopt;
    const double factor = 1 - Spread + 2 * Spread * chance;
    const auto base = static_cast<double>(schedule[static_cast<std::size_t>(number) - 1].count());
    const Milliseconds pause{static_cast<qint64>(base * factor)};
    return std::max(pause, retryAfter.value_or(Milliseconds{0}));
}

std::optional<Milliseconds> retryAfter(const HeaderList &headers, Time now)
{
    // Two fields arrive as one with a comma between them, which two forms of a date hold as well.
    const QByteArrayList parts = headerValue(headers, "Retry-After").split(',');
    std::optional<Milliseconds> longest;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        auto pause = pauseFrom(parts.at(i).trimmed(), now);
        if (!pause && i + 1 < parts.size())
            pause = pauseFrom(parts.at(i).trimmed() + ',' + parts.at(i + 1), now);
        longest = std::max(longest, pause);
    }
    return longest;
}

Milliseconds longestPause(const std::vector<Milliseconds> &schedule)
{
    if (schedule.empty())
        return Milliseconds{0};
    const auto longest
        = static_cast<double>(std::max_element(schedule.begin(), schedule.end())->count());
    return Milliseconds{static_cast<qint64>(longest * (1 + Spread))};
}

std::vector<PlannedAttempt> plannedAttempts(const std::vector<Milliseconds> &schedule)
{
    constexpr double Shortest = 0;
    constexpr double Middle = 0.5;
    constexpr double Longest = 1;
    std::vector<PlannedAttempt> attempts{PlannedAttempt{}};
    const auto pause = [&](const PlannedAttempt &attempt, double chance) {
        return *pauseAfter(attempt.number, schedule, std::nullopt, chance);
    };
    while (attempts.size() <= schedule.size()) {
        const PlannedAttempt last = attempts.back();
        attempts.push_back({last.number + 1, last.earliest + pause(last, Shortest),
                            last.planned + pause(last, Middle),
                            last.latest + pause(last, Longest)});
    }
    return attempts;
}

} // namespace Core

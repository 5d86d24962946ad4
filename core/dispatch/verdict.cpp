// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/verdict.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Core {

namespace {

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

Verdict judgeFailure(Failure failure)
{
    switch (failure) {
    case Failure::AddressRefused:
    case Failure::TlsFailed:
        return {AttemptOutcome::Failed, true, false, std::nullopt, false};
    case Failure::NotSent:
        return {AttemptOutcome::Temporary, false, false, std::nullopt, false};
    case Failure::None:
    case Failure::NameNotFound:
    case Failure::LookUpFailed:
    case Failure::ConnectionRefused:
    case Failure::Unreachable:
    case Failure::ConnectionReset:
    case Failure::ClosedWithoutAnswer:
    case Failure::TimedOut:
    case Failure::NotHttp:
        return {AttemptOutcome::Temporary, true, false, std::nullopt, false};
    }
    Q_UNREACHABLE();
}

} // namespace

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

Verdict judge(const Report &report, const QList<int> &retryOn, Time now)
{
    const int status = report.status;
    if (report.isBrokenOff)
        return {AttemptOutcome::Interrupted, false, false, std::nullopt, false};
    if (status < 200)
        return judgeFailure(report.failure);
    if (status <= 299)
        return {AttemptOutcome::Delivered, true, false, std::nullopt, false};
    if (status >= 500)
        return {AttemptOutcome::Temporary, true, false, retryAfter(report.responseHeaders, now),
                false};
    Verdict verdict{AttemptOutcome::Failed, true, status == 410, std::nullopt, false};
    if (retryOn.contains(status))
        verdict.outcome = AttemptOutcome::Temporary;
    if (status == 429)
        verdict.retryAfter = retryAfter(report.responseHeaders, now);
    verdict.holdsLane = verdict.retryAfter.has_value();
    return verdict;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/verdict.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

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

std::optional<Milliseconds> pauseFromDate(const QByteArray &text, Time now)
{
    // The preferred form of an HTTP date; names of days and months are always English.
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::utc());
    return bounded(Milliseconds{date.toMSecsSinceEpoch()} - now.time_since_epoch());
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
    const QByteArray text = headerValue(headers, "Retry-After").trimmed();
    const auto seconds = pauseFromSeconds(text);
    return seconds ? seconds : pauseFromDate(text, now);
}

Verdict judge(const Report &report, const QList<int> &retryOn, Time now)
{
    const int status = report.status;
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

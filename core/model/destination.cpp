// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/destination.h"

#include "core/base/duration.h"
#include "core/model/destinationurl.h"
#include "core/model/event.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace Core {

namespace {

constexpr int LongestName = 200;
constexpr int LongestDescription = 2000;
constexpr int MostPatterns = 100;
constexpr int MostHeaders = 64;
constexpr int LongestHeaderBytes = 8192;
constexpr int MostRetries = 50;
constexpr int HighestConcurrency = 6;
constexpr int QuietPeriods = 4;
constexpr Milliseconds ShortestTimeout{1'000};
constexpr Milliseconds ShortestHeartbeat{1'000};
constexpr Milliseconds LongestPause{7LL * 24 * 3600 * 1000};
constexpr int HighestRate = 100'000;

QString field(const char *name)
{
    return QString::fromLatin1(name);
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

Result<> validateName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return invalid(field("name"), QStringLiteral("The name is missing."),
                       QStringLiteral("Give 1 to 200 characters, such as \"joe\"."));
    if (name.toUcs4().size() > LongestName)
        return invalid(field("name"), QStringLiteral("The name is longer than 200 characters."));
    if (!name.isValidUtf16())
        return invalid(field("name"), QStringLiteral("The name holds half a character."));
    if (std::any_of(name.begin(), name.end(), isControl))
        return invalid(field("name"), QStringLiteral("The name holds a control character."));
    return {};
}

Result<> validateEvents(const QStringList &patterns)
{
    if (patterns.size() > MostPatterns)
        return invalid(field("events"),
                       QStringLiteral("There are more than 100 patterns of events."));
    for (const QString &pattern : patterns) {
        if (!isEventPattern(pattern))
            return invalid(field("events"),
                           QStringLiteral("\"%1\" is not a pattern of event types.").arg(pattern),
                           QStringLiteral("Write \"*\", \"invoice.*\" or \"invoice.paid\"."));
    }
    return {};
}

bool isReservedHeader(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 14> Names{
        "host",
        "content-length",
        "content-type",
        "transfer-encoding",
        "connection",
        "keep-alive",
        "expect",
        "upgrade",
        "te",
        "trailer",
        "user-agent",
        "accept-encoding",
        "stripe-signature",
        "x-hub-signature-256",
    };
    static constexpr std::array<QByteArrayView, 3> Prefixes{"proxy-", "webhook-", "hookpost-"};
    const QByteArray lower = name.toLower();
    return std::find(Names.begin(), Names.end(), lower) != Names.end()
        || std::any_of(Prefixes.begin(), Prefixes.end(),
                       [&lower](QByteArrayView prefix) { return lower.startsWith(prefix); });
}

Result<> validateTimes(const Destination &destination)
{
    if (destination.timeout < ShortestTimeout || destination.timeout > Destination::LongestTimeout)
        return invalid(field("timeout"),
                       QStringLiteral("The timeout lies outside 1s to 60s: %1.")
                           .arg(toString(destination.timeout)));
    if (destination.heartbeat && destination.heartbeat->count() != 0
        && (*destination.heartbeat < ShortestHeartbeat || *destination.heartbeat > LongestPause))
        return invalid(field("heartbeat"),
                       QStringLiteral("The heartbeat lies outside 1s to 7d: %1.")
                           .arg(toString(*destination.heartbeat)),
                       QStringLiteral("Write a pause such as \"5s\", or \"off\"."));
    if (!destination.retry)
        return {};
    if (destination.retry->size() > MostRetries)
        return invalid(field("retry"), QStringLiteral("There are more than 50 retry pauses."));
    for (const Milliseconds pause : *destination.retry) {
        if (pause > LongestPause)
            return invalid(
                field("retry"),
                QStringLiteral("A retry pause is longer than 7d: %1.").arg(toString(pause)));
    }
    return {};
}

Result<> validateLane(const Destination &destination)
{
    for (const int status : destination.retryOn) {
        if (status != 408 && status != 425 && status != 429)
            return invalid(
                field("retryOn"),
                QStringLiteral("%1 cannot be tried again on request.").arg(status),
                QStringLiteral("Name statuses among 408, 425 and 429; 5xx always is tried "
                               "again."));
    }
    if (destination.concurrency < 1 || destination.concurrency > HighestConcurrency)
        return invalid(field("concurrency"),
                       QStringLiteral("The concurrency lies outside 1 to 6: %1.")
                           .arg(destination.concurrency));
    if (destination.rateLimit
        && (destination.rateLimit->count < 1 || destination.rateLimit->count > HighestRate))
        return invalid(field("rateLimit"),
                       QStringLiteral("The rate limit lies outside 1 to 100000: %1.")
                           .arg(destination.rateLimit->count));
    return {};
}

} // namespace

RateLimit limitForHeartbeats(const RateLimit &limit)
{
    if (limit.count == 1)
        return {1, limit.period * QuietPeriods};
    return {limit.count / 2, limit.period};
}

Result<> validateHeaders(const HeaderList &headers)
{
    if (headers.size() > MostHeaders)
        return invalid(field("headers"), QStringLiteral("There are more than 64 headers."));
    QSet<QByteArray> names;
    for (const Header &header : headers) {
        const QString name = QString::fromLatin1(header.name);
        if (!isToken(header.name))
            return invalid(field("headers"),
                           QStringLiteral("\"%1\" is not the name of a header.").arg(name),
                           QStringLiteral("Use letters, digits and hyphens, such as X-Team."));
        if (names.contains(header.name.toLower()))
            return invalid(field("headers"),
                           QStringLiteral("The header %1 is there twice.").arg(name),
                           QStringLiteral("Capitals make no other name; write its values as one, "
                                          "separated by commas."));
        names.insert(header.name.toLower());
        if (isReservedHeader(header.name))
            return invalid(
                field("headers"),
                QStringLiteral("The header %1 is set by Hookpost or by HTTP itself.").arg(name),
                QStringLiteral("Leave it out, or choose another name."));
        if (!isFieldValue(header.value))
            return invalid(field("headers"),
                           QStringLiteral("The value of the header %1 holds a line end or another "
                                          "control character.")
                               .arg(name));
        // Settings are kept and shown as JSON, which holds text alone.
        if (QString::fromUtf8(header.value).toUtf8() != header.value)
            return invalid(field("headers"),
                           QStringLiteral("The value of the header %1 is not UTF-8.").arg(name));
        if (header.name.size() + header.value.size() > LongestHeaderBytes)
            return invalid(field("headers"),
                           QStringLiteral("The header %1 is longer than 8 KiB.").arg(name));
    }
    return {};
}

Result<> validate(const Destination &destination)
{
    if (const auto name = validateName(destination.name); !name)
        return name;
    if (const auto url = destinationUrl(destination.url); !url)
        return url.error();
    if (destination.description.size() > LongestDescription)
        return invalid(field("description"),
                       QStringLiteral("The description is longer than 2,000 characters."));
    if (const auto events = validateEvents(destination.events); !events)
        return events;
    if (const auto headers = validateHeaders(destination.headers); !headers)
        return headers;
    if (const auto times = validateTimes(destination); !times)
        return times;
    return validateLane(destination);
}

} // namespace Core

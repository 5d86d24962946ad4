// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/destinationjson.h"

#include "core/base/duration.h"

#include <QJsonArray>

#include <array>
#include <cmath>
#include <functional>

namespace Core {

namespace {

struct SchemeName
{
    SignatureScheme scheme;
    QLatin1StringView name;
};

constexpr std::array SchemeNames{
    SchemeName{SignatureScheme::Standard, QLatin1StringView("standard")},
    SchemeName{SignatureScheme::StandardEd25519, QLatin1StringView("standard-ed25519")},
    SchemeName{SignatureScheme::GitHub, QLatin1StringView("github")},
    SchemeName{SignatureScheme::Stripe, QLatin1StringView("stripe")},
    SchemeName{SignatureScheme::None, QLatin1StringView("none")},
};

constexpr QLatin1StringView Off{"off"};
constexpr QLatin1StringView NameMember{"name"};
constexpr QLatin1StringView UrlMember{"destination"};

/// What may stand in a member's place, for the hint of an error.
Error wrongForm(const QString &name, const QString &expected)
{
    return invalid(name, QStringLiteral("%1 is not %2.").arg(name, expected));
}

std::optional<int> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(std::nan(""));
    if (std::isnan(number) || std::floor(number) != number || std::abs(number) > 1e9)
        return std::nullopt;
    return static_cast<int>(number);
}

Result<> readPlainText(const QString &name, const QJsonValue &value, QString &text)
{
    if (!value.isString())
        return wrongForm(name, QStringLiteral("a string"));
    text = value.toString();
    return {};
}

Result<> readBool(const QString &name, const QJsonValue &value, bool &flag)
{
    if (!value.isBool())
        return wrongForm(name, QStringLiteral("true or false"));
    flag = value.toBool();
    return {};
}

Result<> readDuration(const QString &name, const QJsonValue &value, Milliseconds &duration)
{
    const auto read = durationFromString(value.toString());
    if (!read)
        return wrongForm(name, QStringLiteral("a duration such as \"250ms\", \"5s\" or \"2h\""));
    duration = *read;
    return {};
}

Result<> readEvents(const QString &name, const QJsonValue &value, QStringList &events)
{
    QStringList patterns;
    const QJsonArray list = value.toArray();
    for (const QJsonValue pattern : list) {
        if (!pattern.isString())
            return wrongForm(name, QStringLiteral("a list of patterns such as [\"invoice.*\"]"));
        patterns.append(pattern.toString());
    }
    if (!value.isArray() || patterns.isEmpty())
        return wrongForm(name, QStringLiteral("a list of patterns such as [\"invoice.*\"]"));
    events = patterns;
    return {};
}

/// Blanks around a value are none of it, and versions of Qt differ in whether they send them.
/// Source: RFC 9110, 5.5.
QByteArray withoutBlanks(QStringView value)
{
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t'; };
    while (!value.isEmpty() && isBlank(value.front()))
        value = value.sliced(1);
    while (!value.isEmpty() && isBlank(value.back()))
        value.chop(1);
    return value.toUtf8();
}

Result<> readHeaders(const QString &name, const QJsonValue &value, HeaderList &headers)
{
    HeaderList read;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isString())
            return wrongForm(name,
                             QStringLiteral("an object of strings such as {\"X-Team\": "
                                            "\"blue\"}"));
        read.append({it.key().toUtf8(), withoutBlanks(it->toString())});
    }
    if (!value.isObject())
        return wrongForm(name,
                         QStringLiteral("an object of strings such as {\"X-Team\": \"blue\"}"));
    headers = read;
    return {};
}

Result<> readHeartbeat(const QString &name, const QJsonValue &value,
                       std::optional<Milliseconds> &heartbeat)
{
    if (value.toString() == Off) {
        heartbeat = Milliseconds{0};
        return {};
    }
    Milliseconds read{};
    if (const auto duration = readDuration(name, value, read); !duration || read.count() == 0)
        return wrongForm(name, QStringLiteral("a duration such as \"5s\", or \"off\""));
    heartbeat = read;
    return {};
}

Result<> readRetry(const QString &name, const QJsonValue &value,
                   std::optional<std::vector<Milliseconds>> &retry)
{
    std::vector<Milliseconds> pauses;
    const QJsonArray list = value.toArray();
    for (const QJsonValue pause : list) {
        Milliseconds read{};
        if (const auto duration = readDuration(name, pause, read); !duration)
            return wrongForm(name, QStringLiteral("a list of pauses such as [\"5s\", \"5m\"]"));
        pauses.push_back(read);
    }
    if (!value.isArray())
        return wrongForm(name, QStringLiteral("a list of pauses such as [\"5s\", \"5m\"]"));
    retry = pauses;
    return {};
}

Result<> readRetryOn(const QString &name, const QJsonValue &value, QList<int> &retryOn)
{
    QList<int> statuses;
    const QJsonArray list = value.toArray();
    for (const QJsonValue status : list) {
        const auto number = wholeNumber(status);
        if (!number)
            return wrongForm(name, QStringLiteral("a list among 408, 425 and 429"));
        statuses.append(*number);
    }
    if (!value.isArray())
        return wrongForm(name, QStringLiteral("a list among 408, 425 and 429"));
    retryOn = statuses;
    return {};
}

Result<> readRateLimit(const QString &name, const QJsonValue &value,
                       std::optional<RateLimit> &rateLimit)
{
    const auto read = rateLimitFromString(value.toString());
    if (!read)
        return wrongForm(name, QStringLiteral("a rate such as \"50/s\" or \"1000/m\""));
    rateLimit = read;
    return {};
}

Result<> readConcurrency(const QString &name, const QJsonValue &value, int &concurrency)
{
    const auto read = wholeNumber(value);
    if (!read)
        return wrongForm(name, QStringLiteral("a whole number from 1 to 6"));
    concurrency = *read;
    return {};
}

Result<> readScheme(const QString &name, const QJsonValue &value, SignatureScheme &scheme)
{
    const auto read = schemeFromString(value.toString());
    if (!read)
        return wrongForm(name,
                         QStringLiteral("standard, standard-ed25519, github, stripe or none"));
    scheme = *read;
    return {};
}

/// How one setting is read and how it goes back to its default.
struct Setting
{
    QLatin1StringView name;
    std::function<Result<>(const QString &, const QJsonValue &, Destination &)> read;
    std::function<void(Destination &, const Destination &)> reset;
};

template<auto Field, auto Reader>
Setting setting(QLatin1StringView name)
{
    return {name,
            [](const QString &member, const QJsonValue &value, Destination &destination) {
                return Reader(member, value, destination.*Field);
            },
            [](Destination &destination, const Destination &defaults) {
                destination.*Field = defaults.*Field;
            }};
}

const std::array<Setting, 12> &settings()
{
    static const std::array<Setting, 12> Table{
        setting<&Destination::description, readPlainText>(QLatin1StringView("description")),
        setting<&Destination::events, readEvents>(QLatin1StringView("events")),
        setting<&Destination::headers, readHeaders>(QLatin1StringView("headers")),
        setting<&Destination::signature, readScheme>(QLatin1StringView("signature")),
        setting<&Destination::heartbeat, readHeartbeat>(QLatin1StringView("heartbeat")),
        setting<&Destination::timeout, readDuration>(QLatin1StringView("timeout")),
        setting<&Destination::retry, readRetry>(QLatin1StringView("retry")),
        setting<&Destination::retryOn, readRetryOn>(QLatin1StringView("retryOn")),
        setting<&Destination::rateLimit, readRateLimit>(QLatin1StringView("rateLimit")),
        setting<&Destination::concurrency, readConcurrency>(QLatin1StringView("concurrency")),
        setting<&Destination::ordered, readBool>(QLatin1StringView("ordered")),
        setting<&Destination::verifyTls, readBool>(QLatin1StringView("verifyTls")),
    };
    return Table;
}

QJsonValue heartbeatToJson(const std::optional<Milliseconds> &heartbeat)
{
    if (!heartbeat)
        return QJsonValue::Null;
    return heartbeat->count() == 0 ? QJsonValue(Off) : QJsonValue(toString(*heartbeat));
}

QJsonValue retryToJson(const std::optional<std::vector<Milliseconds>> &retry)
{
    if (!retry)
        return QJsonValue::Null;
    QJsonArray pauses;
    for (const Milliseconds pause : *retry)
        pauses.append(toString(pause));
    return pauses;
}

} // namespace

QJsonObject headersToJson(const HeaderList &headers)
{
    QJsonObject object;
    for (const Header &header : headers)
        object.insert(QString::fromUtf8(header.name), QString::fromUtf8(header.value));
    return object;
}

QString toString(SignatureScheme scheme)
{
    for (const SchemeName &known : SchemeNames) {
        if (known.scheme == scheme)
            return known.name;
    }
    Q_UNREACHABLE();
}

std::optional<SignatureScheme> schemeFromString(QStringView text)
{
    for (const SchemeName &known : SchemeNames) {
        if (known.name == text)
            return known.scheme;
    }
    return std::nullopt;
}

QList<SignatureScheme> allSchemes()
{
    QList<SignatureScheme> schemes;
    for (const SchemeName &known : SchemeNames)
        schemes.append(known.scheme);
    return schemes;
}

QString toString(const RateLimit &limit)
{
    return QString::number(limit.count)
        + (limit.period == Milliseconds{1000} ? QLatin1StringView("/s") : QLatin1StringView("/m"));
}

std::optional<RateLimit> rateLimitFromString(QStringView text)
{
    const bool isPerSecond = text.endsWith(u"/s");
    if (!isPerSecond && !text.endsWith(u"/m"))
        return std::nullopt;
    bool isNumber = false;
    const int count = text.chopped(2).toInt(&isNumber);
    if (!isNumber || QString::number(count) != text.chopped(2))
        return std::nullopt;
    return RateLimit{count, Milliseconds{isPerSecond ? 1000 : 60'000}};
}

QJsonObject settingsToJson(const Destination &destination)
{
    QJsonArray retryOn;
    for (const int status : destination.retryOn)
        retryOn.append(status);
    return {
        {QStringLiteral("description"), destination.description},
        {QStringLiteral("events"), QJsonArray::fromStringList(destination.events)},
        {QStringLiteral("headers"), headersToJson(destination.headers)},
        {QStringLiteral("signature"), toString(destination.signature)},
        {QStringLiteral("heartbeat"), heartbeatToJson(destination.heartbeat)},
        {QStringLiteral("timeout"), toString(destination.timeout)},
        {QStringLiteral("retry"), retryToJson(destination.retry)},
        {QStringLiteral("retryOn"), retryOn},
        {QStringLiteral("rateLimit"),
         destination.rateLimit ? QJsonValue(toString(*destination.rateLimit))
                               : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("concurrency"), destination.concurrency},
        {QStringLiteral("ordered"), destination.ordered},
        {QStringLiteral("verifyTls"), destination.verifyTls},
    };
}

Result<> settingsFromJson(const QJsonObject &members, Destination &destination)
{
    static const Destination Defaults;
    for (auto member = members.begin(); member != members.end(); ++member) {
        const auto *const known = std::find_if(
            settings().begin(), settings().end(),
            [&member](const Setting &candidate) { return candidate.name == member.key(); });
        if (known == settings().end())
            return invalid(
                member.key(),
                QStringLiteral("\"%1\" is not a setting of a destination.").arg(member.key()),
                member.key() == u"state"
                    ? QStringLiteral("POST to /pause or /resume below the destination.")
                    : QStringLiteral("Check its spelling, or leave it out."));
        if (member->isNull())
            known->reset(destination, Defaults);
        else if (const auto read = known->read(member.key(), *member, destination); !read)
            return read;
    }
    return {};
}

Result<> destinationFromJson(QJsonObject members, Destination &destination)
{
    for (const auto &[name, text] :
         {std::pair(NameMember, &destination.name), std::pair(UrlMember, &destination.url)}) {
        const QJsonValue value = members.take(name);
        if (value.isUndefined())
            continue;
        if (auto read = readPlainText(name, value, *text); !read)
            return read;
    }
    return settingsFromJson(members, destination);
}

QJsonObject changedMembers(const Destination &before, const Destination &after)
{
    QJsonObject members = settingsToJson(after);
    const QJsonObject known = settingsToJson(before);
    for (auto it = known.begin(); it != known.end(); ++it) {
        if (members.value(it.key()) == it.value())
            members.remove(it.key());
    }
    if (after.name != before.name)
        members.insert(NameMember, after.name);
    if (after.url != before.url)
        members.insert(UrlMember, after.url);
    return members;
}

} // namespace Core

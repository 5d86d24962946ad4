// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/optiontext.h"

#include "core/base/duration.h"

#include <algorithm>
#include <array>

namespace Core {

namespace {

constexpr Milliseconds ShortestPeriod{1'000};
constexpr qint64 LargestMaxBody = 32LL * 1024 * 1024;
constexpr qint64 MostDays = 36'500;
constexpr qint64 MostAttempts = 1'000'000'000;
constexpr qint64 LeastBytes = 16LL * 1024 * 1024;
constexpr qint64 MostBytes = 1LL << 50;
constexpr int MostInFlight = 1'000'000;

/// A whole number from 1 to \a largest, or off, which is no bound.
Result<std::optional<qint64>> readBound(const QString &name, const QString &text, qint64 largest)
{
    if (text == u"off")
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < 1 || number > largest)
        return invalid(name, QStringLiteral("--%1 is not a bound: %2").arg(name, text),
                       QStringLiteral("a number from 1 to %1, or off").arg(largest));
    return std::optional(number);
}

} // namespace

Result<quint16> readPort(const QString &name, const QString &text)
{
    bool isNumber = false;
    const quint16 port = text.toUShort(&isNumber);
    if (!isNumber)
        return invalid(name, QStringLiteral("--%1 is not a port: %2").arg(name, text),
                       QStringLiteral("a number from 0 to 65535"));
    return port;
}

Result<Milliseconds> readHeartbeat(const QString &name, const QString &text)
{
    if (text == u"off")
        return Milliseconds{0};
    const auto pause = durationFromString(text);
    if (!pause || *pause < ShortestPeriod)
        return invalid(name, QStringLiteral("--heartbeat is not a pause: %1").arg(text),
                       QStringLiteral("1s or more, such as 5s or 2m, or off"));
    return *pause;
}

Result<qint64> readBytes(const QString &name, const QString &text)
{
    bool isNumber = false;
    const qint64 bytes = text.toLongLong(&isNumber);
    if (!isNumber || bytes < 1 || bytes > LargestMaxBody)
        return invalid(name, QStringLiteral("--max-body is not a size: %1").arg(text),
                       QStringLiteral("a number of bytes from 1 to 33554432"));
    return bytes;
}

Result<std::optional<Milliseconds>> readAge(const QString &name, const QString &text)
{
    const auto days = readBound(name, text, MostDays);
    if (!days)
        return days.error();
    if (!*days)
        return std::optional<Milliseconds>();
    return std::optional<Milliseconds>(std::chrono::hours{24 * **days});
}

Result<std::optional<qint64>> readCount(const QString &name, const QString &text)
{
    return readBound(name, text, MostAttempts);
}

Result<std::optional<qint64>> readSize(const QString &name, const QString &text)
{
    static constexpr std::array<std::pair<QLatin1StringView, int>, 3> Units{
        std::pair{QLatin1StringView("KiB"), 10}, std::pair{QLatin1StringView("MiB"), 20},
        std::pair{QLatin1StringView("GiB"), 30}};
    const auto *const unit = std::find_if(
        Units.begin(), Units.end(), [&text](const auto &one) { return text.endsWith(one.first); });
    const bool hasUnit = unit != Units.end();
    const int shift = hasUnit ? unit->second : 0;
    const auto number
        = readBound(name, hasUnit ? text.chopped(unit->first.size()) : text, MostBytes >> shift);
    if (number && *number && (**number << shift) >= LeastBytes)
        return std::optional(**number << shift);
    if (number && !*number && !hasUnit)
        return std::optional<qint64>();
    return invalid(name, QStringLiteral("--%1 is not a size: %2").arg(name, text),
                   QStringLiteral("16MiB or more, such as 512MiB or 2GiB, or off"));
}

Result<int> readInFlight(const QString &name, const QString &text)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    if (!isNumber || count < 1 || count > MostInFlight)
        return invalid(name, QStringLiteral("--%1 is not a count: %2").arg(name, text),
                       QStringLiteral("a number from 1 to 1000000"));
    return count;
}

Result<QList<Subnet>> readSubnets(const QString &name, const QStringList &texts)
{
    QList<Subnet> subnets;
    for (const QString &text : texts) {
        const auto subnet = subnetFromString(text.trimmed());
        if (!subnet)
            return invalid(name,
                           QStringLiteral("--%1 is not a range of addresses: %2").arg(name, text),
                           QStringLiteral("its first address and its length, such as 10.0.0.0/8 or "
                                          "fd00::/8, or a single address"));
        subnets.append(*subnet);
    }
    return subnets;
}

} // namespace Core

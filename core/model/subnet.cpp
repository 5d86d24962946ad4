// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/subnet.h"

#include <algorithm>

namespace Core {

namespace {

constexpr int LongestIPv4 = 32;
constexpr int LongestIPv6 = 128;
constexpr qsizetype MostPrefixDigits = 3;

std::optional<QHostAddress> plainAddress(const QString &text)
{
    const QHostAddress address(text);
    if (address.isNull() || !address.scopeId().isEmpty())
        return std::nullopt;
    const bool isIPv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    const bool isMisspelt = isIPv4
        ? address.toString() != text
        : address.isInSubnet(QHostAddress(QStringLiteral("::ffff:0:0")), LongestIPv6 - LongestIPv4);
    return isMisspelt ? std::nullopt : std::optional(address);
}

std::optional<int> plainNumber(const QString &text, int largest)
{
    const bool isPlain = !text.isEmpty() && text.size() <= MostPrefixDigits
        && std::all_of(text.begin(), text.end(),
                       [](QChar character) { return character >= u'0' && character <= u'9'; });
    if (!isPlain || text.toInt() > largest)
        return std::nullopt;
    return text.toInt();
}

} // namespace

std::optional<Subnet> subnetFromString(const QString &text)
{
    const auto base = plainAddress(text.section(u'/', 0, 0));
    if (!base)
        return std::nullopt;
    const int longest
        = base->protocol() == QAbstractSocket::IPv4Protocol ? LongestIPv4 : LongestIPv6;
    const auto length = text.contains(u'/') ? plainNumber(text.section(u'/', 1), longest)
                                            : std::optional(longest);
    if (!length)
        return std::nullopt;
    const auto [first, prefixLength]
        = QHostAddress::parseSubnet(QStringLiteral("%1/%2").arg(base->toString()).arg(*length));
    if (first != *base)
        return std::nullopt;
    return Subnet{first, prefixLength};
}

} // namespace Core

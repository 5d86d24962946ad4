// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/addresspolicy.h"

#include "core/model/destinationurl.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace Core {

namespace {

enum class Reach {
    Global,
    Loopback,
    Local, ///< private networks, open to the desktop profile
    Never,
};

/// 128 bits as two halves; an IPv4 address stands in the high 32.
struct Bits
{
    quint64 high = 0;
    quint64 low = 0;

    bool operator==(const Bits &) const = default;
};

struct Range
{
    Bits base;
    int prefixLength;
    Reach reach;
    QLatin1StringView kind;
};

constexpr QLatin1StringView Unspecified{"an unspecified address"};
constexpr QLatin1StringView LinkLocal{"a link-local address"};
constexpr QLatin1StringView Metadata{"a cloud metadata address"};
constexpr QLatin1StringView Reserved{"a reserved address"};
constexpr QLatin1StringView Multicast{"a multicast address"};
constexpr QLatin1StringView Broadcast{"the broadcast address"};
constexpr QLatin1StringView Private{"a private address"};
constexpr QLatin1StringView Shared{"an address of a provider's shared network"};
constexpr QLatin1StringView Loopback{"a loopback address"};

constexpr Bits v4(quint64 a, quint64 b, quint64 c, quint64 d)
{
    return {(a << 56U) | (b << 48U) | (c << 40U) | (d << 32U), 0};
}

// The first range that holds an address decides; what none holds is global.
constexpr std::array V4Ranges{
    Range{v4(169, 254, 169, 254), 32, Reach::Never, Metadata},
    Range{v4(169, 254, 170, 2), 32, Reach::Never, Metadata},
    Range{v4(168, 63, 129, 16), 32, Reach::Never, Metadata},
    Range{v4(100, 100, 100, 200), 32, Reach::Never, Metadata},
    Range{v4(0, 0, 0, 0), 8, Reach::Never, Unspecified},
    Range{v4(10, 0, 0, 0), 8, Reach::Local, Private},
    Range{v4(100, 64, 0, 0), 10, Reach::Local, Shared},
    Range{v4(127, 0, 0, 0), 8, Reach::Loopback, Loopback},
    Range{v4(169, 254, 0, 0), 16, Reach::Never, LinkLocal},
    Range{v4(172, 16, 0, 0), 12, Reach::Local, Private},
    Range{v4(192, 0, 0, 0), 24, Reach::Never, Reserved},
    Range{v4(192, 0, 2, 0), 24, Reach::Never, Reserved},
    Range{v4(192, 88, 99, 0), 24, Reach::Never, Reserved},
    Range{v4(192, 168, 0, 0), 16, Reach::Local, Private},
    Range{v4(198, 18, 0, 0), 15, Reach::Never, Reserved},
    Range{v4(198, 51, 100, 0), 24, Reach::Never, Reserved},
    Range{v4(203, 0, 113, 0), 24, Reach::Never, Reserved},
    Range{v4(224, 0, 0, 0), 4, Reach::Never, Multicast},
    Range{v4(255, 255, 255, 255), 32, Reach::Never, Broadcast},
    Range{v4(240, 0, 0, 0), 4, Reach::Never, Reserved},
};

// As above, but what none holds is reserved: only 2000::/3 has been given out.
constexpr std::array V6Ranges{
    Range{{0xfd00'0042'0000'0000, 0x0042}, 128, Reach::Never, Metadata},
    Range{{0xfd00'00c1'0000'0000, 0xa9fe'a9fe}, 128, Reach::Never, Metadata},
    Range{{0xfd00'0ec2'0000'0000, 0x0023}, 128, Reach::Never, Metadata},
    Range{{0xfd00'0ec2'0000'0000, 0x0254}, 128, Reach::Never, Metadata},
    Range{{0xfd20'00ce'0000'0000, 0x0254}, 128, Reach::Never, Metadata},
    Range{{0, 0}, 128, Reach::Never, Unspecified},
    Range{{0, 1}, 128, Reach::Loopback, Loopback},
    Range{{0xfc00'0000'0000'0000, 0}, 7, Reach::Local, Private},
    Range{{0xfe80'0000'0000'0000, 0}, 10, Reach::Never, LinkLocal},
    Range{{0xff00'0000'0000'0000, 0}, 8, Reach::Never, Multicast},
    Range{{0x2001'0000'0000'0000, 0}, 23, Reach::Never, Reserved},
    Range{{0x2001'0db8'0000'0000, 0}, 32, Reach::Never, Reserved},
    Range{{0x2002'0000'0000'0000, 0}, 16, Reach::Never, Reserved},
    Range{{0x3fff'0000'0000'0000, 0}, 20, Reach::Never, Reserved},
    Range{{0x2000'0000'0000'0000, 0}, 3, Reach::Global, {}},
    Range{{0, 0}, 0, Reach::Never, Reserved},
};

// The last 32 bits of an IPv6 address under one of these are the IPv4 address that is reached. So
// are some in compatible and 6to4 addresses; both are withdrawn, and reserved.
constexpr std::array Embeddings{
    Bits{0, 0x0000'ffff'0000'0000}, // mapped
    Bits{0x0064'ff9b'0000'0000, 0}, // NAT64
};

bool holds(Bits base, int prefixLength, Bits bits)
{
    const auto mask = [](int length) {
        return length <= 0 ? 0 : ~quint64{0} << static_cast<unsigned>(64 - std::min(length, 64));
    };
    const quint64 highMask = mask(prefixLength);
    const quint64 lowMask = mask(prefixLength - 64);
    return (bits.high & highMask) == base.high && (bits.low & lowMask) == base.low;
}

Bits bitsOf(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return {quint64{address.toIPv4Address()} << 32U, 0};
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return {qFromBigEndian<quint64>(bytes.c), qFromBigEndian<quint64>(bytes.c + 8)};
}

/// The address that is really reached: without its zone, and IPv4 where one lies inside.
QHostAddress effective(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address;
    QHostAddress plain = address;
    plain.setScopeId({});
    const Bits bits = bitsOf(plain);
    const bool isEmbedded
        = std::any_of(Embeddings.begin(), Embeddings.end(),
                      [bits](const Bits &prefix) { return holds(prefix, 96, bits); });
    return isEmbedded ? QHostAddress(static_cast<quint32>(bits.low)) : plain;
}

template<std::size_t Count>
const Range *firstThatHolds(const std::array<Range, Count> &ranges, Bits bits)
{
    const auto found = std::find_if(ranges.begin(), ranges.end(), [bits](const Range &range) {
        return holds(range.base, range.prefixLength, bits);
    });
    return found == ranges.end() ? nullptr : &*found;
}

const Range &rangeOf(const QHostAddress &address)
{
    static constexpr Range Anywhere{{0, 0}, 0, Reach::Global, {}};
    const Bits bits = bitsOf(address);
    const Range *range = address.protocol() == QAbstractSocket::IPv4Protocol
        ? firstThatHolds(V4Ranges, bits)
        : firstThatHolds(V6Ranges, bits);
    return range ? *range : Anywhere;
}

bool isUnder(const QHostAddress &address, const QList<Subnet> &subnets)
{
    return std::any_of(subnets.begin(), subnets.end(),
                       [&address](const Subnet &subnet) { return subnet.holds(address); });
}

bool isOwn(const Endpoint &own, const QHostAddress &address, quint16 port, Reach reach)
{
    if (own.port != port)
        return false;
    const QHostAddress listening = effective(own.address);
    const bool answersOnLoopback = rangeOf(listening).reach == Reach::Loopback
        || rangeOf(listening).kind == Unspecified || own.address == QHostAddress::Any;
    return listening == address || (reach == Reach::Loopback && answersOnLoopback);
}

QString named(const QHostAddress &given, const QHostAddress &reached)
{
    if (given.protocol() == reached.protocol())
        return given.toString();
    return QStringLiteral("%1 (which leads to %2)").arg(given.toString(), reached.toString());
}

} // namespace

Result<> AddressPolicy::judge(const QHostAddress &address, quint16 port) const
{
    const QString field = QStringLiteral("destination");
    if (address.isNull())
        return invalid(field, QStringLiteral("There is no address to send to."));
    const QHostAddress reached = effective(address);
    const Range &range = rangeOf(reached);
    const QString name = named(address, reached);
    if (range.reach == Reach::Never) {
        return invalid(field,
                       QStringLiteral("%1 is %2; Hookpost never sends to such an address.")
                           .arg(name, range.kind),
                       QStringLiteral("Give the address or the name of the receiver itself."));
    }
    for (const Endpoint &endpoint : own) {
        if (isOwn(endpoint, reached, port, range.reach)) {
            return invalid(
                field,
                QStringLiteral("%1, port %2 is Hookpost's own API; it would call itself.")
                    .arg(name, QString::number(port)),
                QStringLiteral("Give the address or the port of the receiver."));
        }
    }
    if (range.reach == Reach::Global || profile == Profile::Desktop || isUnder(reached, allowed))
        return {};
    return invalid(field,
                   QStringLiteral("%1 is %2, which a server does not send to unless it is told to.")
                       .arg(name, range.kind),
                   QStringLiteral("Start Hookpost with --allow-destination %1 to allow it.")
                       .arg(reached.toString()));
}

Result<> AddressPolicy::judge(const QString &url) const
{
    const auto parsed = destinationUrl(url);
    if (!parsed)
        return parsed.error();
    Result<> verdict;
    for (const QHostAddress &address : addressesWithoutLookUp(parsed->host())) {
        const Result<> judged = judge(address, portOf(*parsed));
        if (judged)
            return judged; // one that is open is enough, as it is for a POST
        if (verdict)
            verdict = judged;
    }
    return verdict;
}

} // namespace Core

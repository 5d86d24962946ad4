// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/addressmaker.h"

#include <QtEndian>

#include <algorithm>

namespace Core {

namespace {

constexpr int FarthestNeighbour = 70'000;

struct Range
{
    QHostAddress first;
    int prefixLength;
};

/// Every range that Hookpost, one of its peers, IANA or a judge treats differently. It says where
/// to look, not what is right.
const QList<Range> &ranges()
{
    static const QList<Range> all = [] {
        QList<Range> read;
        for (const char *text : {"0.0.0.0/8",
                                 "10.0.0.0/8",
                                 "100.64.0.0/10",
                                 "100.100.100.200/32",
                                 "127.0.0.0/8",
                                 "168.63.129.16/32",
                                 "169.254.0.0/16",
                                 "169.254.169.254/32",
                                 "169.254.170.2/32",
                                 "172.16.0.0/12",
                                 "192.0.0.0/24",
                                 "192.0.0.0/29",
                                 "192.0.0.9/32",
                                 "192.0.0.10/32",
                                 "192.0.0.170/31",
                                 "192.0.2.0/24",
                                 "192.31.196.0/24",
                                 "192.52.193.0/24",
                                 "192.88.99.0/24",
                                 "192.168.0.0/16",
                                 "192.175.48.0/24",
                                 "198.18.0.0/15",
                                 "198.51.100.0/24",
                                 "203.0.113.0/24",
                                 "224.0.0.0/4",
                                 "240.0.0.0/4",
                                 "255.255.255.255/32",
                                 "::/128",
                                 "::1/128",
                                 "::/96",
                                 "::ffff:0:0/96",
                                 "::ffff:0:0:0/96",
                                 "64:ff9b::/96",
                                 "64:ff9b:1::/48",
                                 "100::/64",
                                 "2000::/3",
                                 "2001::/23",
                                 "2001::/32",
                                 "2001:1::1/128",
                                 "2001:2::/48",
                                 "2001:3::/32",
                                 "2001:4:112::/48",
                                 "2001:10::/28",
                                 "2001:20::/28",
                                 "2001:30::/28",
                                 "2001:db8::/32",
                                 "2002::/16",
                                 "2620:4f:8000::/48",
                                 "3fff::/20",
                                 "5f00::/16",
                                 "fc00::/7",
                                 "fd00:ec2::254/128",
                                 "fe80::/10",
                                 "fec0::/10",
                                 "ff00::/8"}) {
            const auto [first, prefixLength] = QHostAddress::parseSubnet(QLatin1StringView(text));
            Q_ASSERT(!first.isNull());
            read.append({first, prefixLength});
        }
        return read;
    }();
    return all;
}

bool isIPv4(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv4Protocol;
}

/// \a address with bits from \a filler behind its first \a prefixLength.
QHostAddress filled(const QHostAddress &address, int prefixLength, const Q_IPV6ADDR &filler)
{
    const bool isShort = isIPv4(address);
    Q_IPV6ADDR bytes{};
    if (isShort)
        qToBigEndian(address.toIPv4Address(), bytes.c);
    else
        bytes = address.toIPv6Address();
    for (int bit = prefixLength; bit < (isShort ? 32 : 128); ++bit) {
        const int mask = 0x80 >> (bit % 8);
        quint8 &byte = bytes[bit / 8];
        byte = static_cast<quint8>((byte & ~mask) | (filler[bit / 8] & mask));
    }
    return isShort ? QHostAddress(qFromBigEndian<quint32>(bytes.c)) : QHostAddress(bytes);
}

QHostAddress lastOf(const Range &range)
{
    Q_IPV6ADDR ones{};
    std::fill(std::begin(ones.c), std::end(ones.c), quint8{0xff});
    return filled(range.first, range.prefixLength, ones);
}

QHostAddress withIPv4At(Q_IPV6ADDR bytes, int offset, quint32 address)
{
    qToBigEndian(address, bytes.c + offset);
    return QHostAddress(bytes);
}

} // namespace

QHostAddress neighbour(const QHostAddress &address, int steps)
{
    if (isIPv4(address))
        return QHostAddress(address.toIPv4Address() + static_cast<quint32>(steps));
    Q_IPV6ADDR bytes = address.toIPv6Address();
    auto high = qFromBigEndian<quint64>(bytes.c);
    const auto low = qFromBigEndian<quint64>(bytes.c + 8);
    const quint64 sum = low + static_cast<quint64>(steps);
    if (steps >= 0 && sum < low)
        ++high;
    if (steps < 0 && sum > low)
        --high;
    qToBigEndian(high, bytes.c);
    qToBigEndian(sum, bytes.c + 8);
    return QHostAddress(bytes);
}

QList<QHostAddress> embeddingsOf(const QHostAddress &address)
{
    const quint32 inner = address.toIPv4Address();
    return {withIPv4At(QHostAddress(QStringLiteral("::ffff:0:0")).toIPv6Address(), 12, inner),
            withIPv4At(QHostAddress(QStringLiteral("64:ff9b::")).toIPv6Address(), 12, inner),
            withIPv4At(Q_IPV6ADDR{}, 12, inner),
            withIPv4At(QHostAddress(QStringLiteral("2002::")).toIPv6Address(), 2, inner)};
}

QList<QHostAddress> AddressMaker::boundaries()
{
    QList<QHostAddress> found;
    for (const Range &range : ranges()) {
        const QHostAddress last = lastOf(range);
        for (const QHostAddress &address :
             {neighbour(range.first, -1), range.first, last, neighbour(last, 1)}) {
            found.append(address);
            if (isIPv4(address))
                found += embeddingsOf(address);
        }
    }
    return found;
}

QHostAddress AddressMaker::next()
{
    switch (m_random.bounded(6)) {
    case 0:
        return anyIPv4();
    case 1:
        return anyIPv6();
    case 2:
        return embedded(anyIPv4());
    case 3:
        return filled(QHostAddress(QStringLiteral("2000::")), 3, anyIPv6().toIPv6Address());
    default: {
        const QHostAddress address = near();
        return isIPv4(address) && m_random.bounded(2) == 0 ? embedded(address) : address;
    }
    }
}

QHostAddress AddressMaker::anyIPv6()
{
    Q_IPV6ADDR bytes{};
    qToBigEndian(m_random.generate64(), bytes.c);
    qToBigEndian(m_random.generate64(), bytes.c + 8);
    return QHostAddress(bytes);
}

/// Within a special range, or not far from one of its ends.
QHostAddress AddressMaker::near()
{
    const Range &range = ranges().at(m_random.bounded(static_cast<int>(ranges().size())));
    const int steps = m_random.bounded(-FarthestNeighbour, FarthestNeighbour + 1);
    switch (m_random.bounded(4)) {
    case 0:
        return neighbour(range.first, steps);
    case 1:
        return neighbour(lastOf(range), steps);
    default:
        return filled(range.first, range.prefixLength, anyIPv6().toIPv6Address());
    }
}

QHostAddress AddressMaker::embedded(const QHostAddress &address)
{
    return embeddingsOf(address).at(m_random.bounded(4));
}

} // namespace Core

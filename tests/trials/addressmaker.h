// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QRandomGenerator>

namespace Core {

/// The address \a steps after \a address, or before it; past the last comes the first.
QHostAddress neighbour(const QHostAddress &address, int steps);

/// The IPv6 addresses that hold \a address: mapped and NAT64, which lead to it, compatible and
/// 6to4, which are withdrawn.
QList<QHostAddress> embeddingsOf(const QHostAddress &address);

/// Makes addresses, mostly special ones and what lies around those; the same for the same seed.
class AddressMaker final
{
public:
    explicit AddressMaker(quint32 seed)
        : m_random(seed)
    {
    }

    /// Before the first, the first, the last and after the last of every range that somebody treats
    /// differently; those of IPv4 inside IPv6 as well.
    static QList<QHostAddress> boundaries();

    QHostAddress next();

private:
    QHostAddress anyIPv4() { return QHostAddress(m_random.generate()); }
    QHostAddress anyIPv6();
    QHostAddress near();
    QHostAddress embedded(const QHostAddress &address);

    QRandomGenerator m_random;
};

} // namespace Core

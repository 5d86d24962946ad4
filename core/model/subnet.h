// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <optional>

namespace Core {

/// A range of addresses, as "10.0.0.0/8" writes it.
struct Subnet
{
    QHostAddress base; ///< its first address
    int prefixLength = 0;

    bool holds(const QHostAddress &address) const { return address.isInSubnet(base, prefixLength); }

    bool operator==(const Subnet &) const = default;
};

/// Reads "10.0.0.0/8", "fd00::/8" or a single address. What could be taken for another range than
/// its writer meant is none: "10", "127.1", "010.0.0.0/8", or "10.1.2.3/8", whose last bits are
/// not zero; and IPv4 addresses are not written as IPv6.
std::optional<Subnet> subnetFromString(const QString &text);

} // namespace Core

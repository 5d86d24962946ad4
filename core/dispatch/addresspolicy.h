// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/subnet.h"

#include <QHostAddress>
#include <QList>

namespace Core {

/// Who may register destinations: this machine's own people, or others over the network.
enum class Profile {
    Desktop, ///< loopback and private networks are open
    Server, ///< only what is globally reachable is open
};

struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;

    bool operator==(const Endpoint &) const = default;
};

inline std::size_t qHash(const Endpoint &endpoint, std::size_t seed = 0)
{
    return qHashMulti(seed, endpoint.address, endpoint.port);
}

/// Where POSTs may go. An IPv4 address inside an IPv6 one (mapped, NAT64) is judged as that IPv4
/// address.
///
/// Source: the IANA registries of special-purpose addresses (RFC 6890) and the metadata addresses
/// that cloud providers document.
struct AddressPolicy
{
    Profile profile = Profile::Desktop;
    /// Opens loopback and private addresses to the server profile, and nothing that is always
    /// refused.
    QList<Subnet> allowed;
    /// Where Hookpost's own API listens. Loopback or "any" stands for every loopback address;
    /// who listens on "any" lists the addresses of the machine's interfaces here as well.
    QList<Endpoint> own;

    /// Has a value when a POST may go to \a address; else the sentence says why not.
    Result<> judge(const QHostAddress &address, quint16 port) const;

    /// The same for a URL as far as it can be told without a look-up: a name is judged by what it
    /// resolves to at every attempt.
    Result<> judge(const QString &url) const;

    bool operator==(const AddressPolicy &) const = default;
};

} // namespace Core

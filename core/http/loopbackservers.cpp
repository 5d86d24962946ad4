// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/loopbackservers.h"

#include <QNetworkInterface>

#include <algorithm>

namespace Core::Http {

namespace {

bool hasLoopbackIPv6()
{
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    return addresses.contains(QHostAddress(QHostAddress::LocalHostIPv6));
}

} // namespace

LoopbackServers::LoopbackServers(const Clock &clock, ServerSettings settings)
    : m_clock(clock)
    , m_settings(std::move(settings))
{
}

LoopbackServers::~LoopbackServers() = default;

Result<> LoopbackServers::start(quint16 port,
                                const std::function<Result<>(GuardedServer &)> &prepare)
{
    Result<> started = listenOn(QHostAddress(QHostAddress::LocalHost), port, prepare);
    if (started && hasLoopbackIPv6())
        started = listenOn(QHostAddress(QHostAddress::LocalHostIPv6), m_port, prepare);
    if (!started) {
        m_servers.clear();
        m_port = 0;
    }
    return started;
}

Result<> LoopbackServers::listenOn(const QHostAddress &address, quint16 port,
                                   const std::function<Result<>(GuardedServer &)> &prepare)
{
    auto server = std::make_unique<GuardedServer>(m_clock, m_settings, m_count);
    if (const auto listening = server->listenOn(address, port); !listening)
        return listening;
    m_port = server->serverPort();
    if (const auto prepared = prepare(*server); !prepared)
        return prepared;
    m_servers.push_back(std::move(server));
    return {};
}

void LoopbackServers::stop()
{
    for (const auto &server : m_servers)
        server->stop();
    m_port = 0;
}

} // namespace Core::Http

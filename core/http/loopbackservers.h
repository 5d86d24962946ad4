// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/guardedserver.h"

#include <functional>
#include <vector>

namespace Core::Http {

/// One service on both loopback addresses, 127.0.0.1 and, where the machine has IPv6, ::1, since
/// "localhost" means either. The limit of connections is one for both.
///
/// Thread: that of its maker.
/// Owns: its servers. Borrows: the clock.
class LoopbackServers
{
public:
    LoopbackServers(const Clock &clock, ServerSettings settings);
    LoopbackServers(const LoopbackServers &) = delete;
    LoopbackServers(LoopbackServers &&) = delete;
    LoopbackServers &operator=(const LoopbackServers &) = delete;
    LoopbackServers &operator=(LoopbackServers &&) = delete;
    ~LoopbackServers();

    /// Listens; port 0 takes a free one. \a prepare is called for each server that listens.
    Result<> start(quint16 port, const std::function<Result<>(GuardedServer &)> &prepare);

    /// Takes nothing more and lets the answers that are due go out. Forgives a second call.
    void stop();

    quint16 port() const { return m_port; } ///< 0 while nothing listens

private:
    Result<> listenOn(const QHostAddress &address, quint16 port,
                      const std::function<Result<>(GuardedServer &)> &prepare);

    const Clock &m_clock;
    ServerSettings m_settings;
    std::shared_ptr<ConnectionCount> m_count = std::make_shared<ConnectionCount>();
    std::vector<std::unique_ptr<GuardedServer>> m_servers;
    quint16 m_port = 0;
};

} // namespace Core::Http

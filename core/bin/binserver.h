// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/loopbackservers.h"
#include "core/model/apicall.h"
#include "core/store/ledger.h"

#include <functional>

namespace Core {

/// The receiver of our own to test against: takes any request below /v1/webhooks/{bin}, keeps it
/// byte for byte, and answers 200 or what ?status= says.
///
/// Thread: the engine's.
/// Borrows: ledger and clock, which must outlive it.
/// Errors: a request that cannot be kept is answered with 503 or 507, never with 200.
class BinServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BinServer)

public:
    using UrlOf = std::function<QString()>;

    /// \a interfaceUrl tells where the HTTP interface listens; empty while it does not.
    BinServer(Ledger &ledger, const Clock &clock, UrlOf interfaceUrl, QObject *parent = nullptr);
    ~BinServer() override;

    /// Listens on the loopback addresses; port 0 takes a free one.
    Result<> start(quint16 port);
    void stop();

    quint16 port() const { return m_servers.port(); } ///< 0 while nothing listens

signals:
    /// A call that no bin is meant by: somebody may have taken the one port for the other.
    void callRefused(const Core::ApiCall &call);

private:
    void receive(const std::shared_ptr<Http::Exchange> &exchange);

    Ledger &m_ledger;
    const Clock &m_clock;
    UrlOf m_interfaceUrl;
    Http::LoopbackServers m_servers;
};

} // namespace Core

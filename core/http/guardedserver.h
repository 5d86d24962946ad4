// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/http/connection.h"
#include "core/http/exchange.h"

#include <QList>
#include <QTcpServer>
#include <QTimer>

#include <memory>

namespace Core::Http {

/// How many connections are open at servers that share a limit.
///
/// Thread: theirs, which is one.
struct ConnectionCount
{
    qsizetype open = 0;
};

/// An HTTP/1.1 server that lets only complete, strictly valid requests through and bounds
/// everything: sizes, counts and time.
///
/// Thread: that of the object; listenOn() and stop() run there, and all signals come from there.
/// Owns: its connections. Shares: \a count with servers that have one limit of connections
/// together. Borrows: \a clock, which must outlive it.
class GuardedServer final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuardedServer)

public:
    GuardedServer(const Clock &clock, ServerSettings settings,
                  std::shared_ptr<ConnectionCount> count = std::make_shared<ConnectionCount>());
    ~GuardedServer() override;

    /// Listens on \a address and \a port; 0 takes a free one, which serverPort() tells.
    ///
    /// Errors: says in one sentence why the address cannot be had; the field is "port" where
    /// somebody else has it.
    Result<> listenOn(const QHostAddress &address, quint16 port);

    /// Accepts no more and closes each connection, after the answer that is due if there is one.
    /// Streams are their handlers' to end.
    void stop();

    void sweep(); ///< Acts on deadlines that have passed; a timer calls it, tests may.

    qsizetype connectionCount() const { return m_connections.size(); }

    /// Hands \a socket to whoever takes connections from a plain QTcpServer.
    void offer(QTcpSocket *socket) { addPendingConnection(socket); }

signals:
    void requestReceived(const std::shared_ptr<Core::Http::Exchange> &exchange);
    void answered(const Core::Http::Request &request, const Core::Http::Reply &reply);
    void refused(const Core::Http::Refusal &refusal, const QHostAddress &remote);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void resume();
    void forget(Connection *connection);
    Error listenError(const QHostAddress &address, quint16 port) const;

    const Clock &m_clock;
    ServerSettings m_settings;
    std::shared_ptr<ConnectionCount> m_count;
    QList<Connection *> m_connections;
    QTimer m_sweepTimer;
    QTimer m_resumeTimer;
};

} // namespace Core::Http

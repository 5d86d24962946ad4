// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/guardedserver.h"

#include <chrono>
#include <unistd.h>
#include <utility>

using namespace std::chrono_literals;

namespace Core::Http {

namespace {

constexpr int ListenBacklog = 512;
constexpr qsizetype MaxTurnedAway = 64; ///< beyond the limit, so that they can read their 503
constexpr auto SweepInterval = 250ms;
constexpr auto AcceptPause = 200ms;

} // namespace

GuardedServer::GuardedServer(const Clock &clock, ServerSettings settings,
                             std::shared_ptr<ConnectionCount> count)
    : m_clock(clock)
    , m_settings(std::move(settings))
    , m_count(std::move(count))
{
    setListenBacklogSize(ListenBacklog);
    m_sweepTimer.setInterval(SweepInterval);
    m_resumeTimer.setInterval(AcceptPause);
    m_resumeTimer.setSingleShot(true);
    connect(&m_sweepTimer, &QTimer::timeout, this, &GuardedServer::sweep);
    connect(&m_resumeTimer, &QTimer::timeout, this, &GuardedServer::resume);
    connect(this, &QTcpServer::acceptError, this, [this] { m_resumeTimer.start(); });
}

GuardedServer::~GuardedServer()
{
    m_count->open -= m_connections.size();
    // Each tells its exchange that it is gone, and must find us whole.
    qDeleteAll(std::exchange(m_connections, {}));
}

Result<> GuardedServer::listenOn(const QHostAddress &address, quint16 port)
{
    if (!listen(address, port))
        return listenError(address, port);
    return {};
}

void GuardedServer::stop()
{
    close();
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->stop();
}

void GuardedServer::incomingConnection(qintptr descriptor)
{
    const bool isFull = m_count->open >= m_settings.limits.maxConnections;
    if (m_count->open >= m_settings.limits.maxConnections + MaxTurnedAway) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    auto *connection = new Connection(descriptor, m_settings, m_clock, this);
    m_connections.append(connection);
    ++m_count->open;
    connect(connection, &Connection::requestReceived, this, &GuardedServer::requestReceived);
    connect(connection, &Connection::answered, this, &GuardedServer::answered);
    connect(connection, &Connection::closed, this, [this, connection] { forget(connection); });
    connect(connection, &Connection::refused, this, [this, connection](const Refusal &refusal) {
        emit refused(refusal, connection->peerAddress());
    });
    if (!m_sweepTimer.isActive())
        m_sweepTimer.start();
    if (isFull)
        connection->refuse({503, QStringLiteral("Too many connections are open.")});
    else
        connection->start();
}

void GuardedServer::sweep()
{
    const Tick now = m_clock.tick();
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->sweep(now);
}

/// A failed accept, for want of descriptors above all, has stopped accepting for good.
void GuardedServer::resume()
{
    if (isListening())
        resumeAccepting();
}

void GuardedServer::forget(Connection *connection)
{
    m_connections.removeOne(connection);
    --m_count->open;
    connection->deleteLater();
    if (m_connections.isEmpty())
        m_sweepTimer.stop();
}

Error GuardedServer::listenError(const QHostAddress &address, quint16 port) const
{
    const QString place
        = QStringLiteral("Port %1 on %2").arg(QString::number(port), address.toString());
    switch (serverError()) {
    case QAbstractSocket::AddressInUseError:
        return {ErrorCode::Network,
                place + QStringLiteral(" is already in use."),
                QStringLiteral("port"),
                {}};
    case QAbstractSocket::SocketAccessError:
        return {ErrorCode::Network, place + QStringLiteral(" needs more rights."), {}, {}};
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {ErrorCode::Network,
                address.toString() + QStringLiteral(" is no address of this machine."),
                {},
                {}};
    default:
        return {
            ErrorCode::Network, place + QStringLiteral(" cannot be had: ") + errorString(), {}, {}};
    }
}

} // namespace Core::Http

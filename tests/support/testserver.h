// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/guardedserver.h"
#include "tests/support/manualclock.h"

#include <QCoreApplication>

namespace Core::Http {

inline const QByteArray Get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

inline QByteArray get(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

inline QByteArray postText(const QByteArray &body)
{
    return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline Reply textReply(const QByteArray &body)
{
    return {200, "text/plain", body, {}, false};
}

/// What has been sent on this machine lies ready; a few turns of the event loop take it up.
inline void letEverythingBeRead()
{
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
}

/// A server on a free port. Requests are kept until a test answers them, or echoed at once.
class TestServer
{
public:
    explicit TestServer(const Limits &limits = {})
        : m_server(m_clock, {limits, {{"X-Default", "yes"}}})
    {
        QObject::connect(&m_server, &GuardedServer::requestReceived, &m_server,
                         [this](const std::shared_ptr<Exchange> &exchange) { take(exchange); });
        m_isListening = m_server.listenOn(QHostAddress::LocalHost, 0).has_value();
    }

    GuardedServer &server() { return m_server; }
    quint16 port() const { return m_isListening ? m_server.serverPort() : quint16(0); }
    ManualClock &clock() { return m_clock; }
    void keepRequests() { m_isKeeping = true; }
    QList<std::shared_ptr<Exchange>> kept;

private:
    void take(const std::shared_ptr<Exchange> &exchange)
    {
        if (m_isKeeping)
            kept.append(exchange);
        else
            exchange->reply(textReply(exchange->request().target + ' ' + exchange->request().body));
    }

    ManualClock m_clock;
    GuardedServer m_server;
    bool m_isKeeping = false;
    bool m_isListening = false;
};

} // namespace Core::Http

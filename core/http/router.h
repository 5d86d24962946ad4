// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/exchange.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QHttpServer)
QT_FORWARD_DECLARE_CLASS(QHttpServerResponse)

namespace Core::Http {

class GuardedServer;

/// Finds the handler of each request with a QHttpServer, which sees neither the network nor a byte
/// of the client's: of each valid request it is shown the method and the canonical path, and what
/// it would answer is dropped. So its limits, its parser and the life of its connections do not
/// matter, in any version of Qt.
///
/// Thread: that of the servers.
/// Owns: the QHttpServer. Borrows: the servers it is bound to, which may go before or after it.
class Router final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Router)

public:
    /// Answers now or later; \a argument is the decoded segment that stood for "<arg>".
    using Handler
        = std::function<void(const std::shared_ptr<Exchange> &exchange, const QString &argument)>;
    /// What becomes of the part of a target behind the question mark.
    enum class Query {
        Refused, ///< no parameter is known: 400 names the first, and the handler is not called
        Taken, ///< the handler reads it
    };
    /// The refusal of a request that may not pass, after which the connection closes.
    using Gate = std::function<std::optional<Reply>(const Request &request)>;

    explicit Router(QObject *parent = nullptr);
    ~Router() override;

    /// Takes the requests of \a server, which must listen already; call it for each server.
    ///
    /// Errors: ErrorCode::Network when the server does not listen.
    Result<> bindTo(GuardedServer *server);

    /// Sends \a method requests for \a pattern to \a handler. A pattern is a path of which one
    /// whole segment may be "<arg>"; of two that fit, the one added first is taken. A handler of
    /// GET answers HEAD as well.
    void route(const QString &pattern, const QByteArray &method, Handler handler,
               Query query = Query::Refused);

    /// Asked before every request, whatever its path and method.
    void setGate(Gate gate);

private:
    struct Route
    {
        QStringList segments; ///< in canonical form
        QList<QByteArray> methods;
    };

    void dispatch(GuardedServer *server, const std::shared_ptr<Exchange> &exchange);
    void offerTo(GuardedServer *server, const Request &request);
    QHttpServerResponse call(const Handler &handler, const QString &argument);
    void answerUnrouted(Exchange &exchange) const;
    QList<QByteArray> methodsFor(const QByteArray &rawPath) const;

    std::unique_ptr<QHttpServer> m_httpServer;
    QList<Route> m_routes;
    Gate m_gate;
    std::shared_ptr<Exchange> m_current; ///< the one that QHttpServer is being shown
};

} // namespace Core::Http

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/router.h"

#include "core/base/log.h"
#include "core/http/guardedserver.h"
#include "core/http/percent.h"
#include "core/http/problem.h"
#include "core/http/requestfacade.h"

#include <QHttpServer>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace Core::Http {

namespace {

constexpr QLatin1StringView Argument{"<arg>"};

struct MethodName
{
    const char *name;
    QHttpServerRequest::Method method;
};

constexpr std::array MethodNames{
    MethodName{"GET", QHttpServerRequest::Method::Get},
    MethodName{"HEAD", QHttpServerRequest::Method::Head},
    MethodName{"POST", QHttpServerRequest::Method::Post},
    MethodName{"PUT", QHttpServerRequest::Method::Put},
    MethodName{"PATCH", QHttpServerRequest::Method::Patch},
    MethodName{"DELETE", QHttpServerRequest::Method::Delete},
};

QHttpServerRequest::Methods methodFlags(const QList<QByteArray> &methods)
{
    QHttpServerRequest::Methods flags;
    for (const MethodName &known : MethodNames)
        flags.setFlag(known.method, methods.contains(known.name));
    return flags;
}

/// One spelling for each segment, in which only letters, digits, "-", "_", "~" and percent escapes
/// occur: an escaped slash stays inside its segment, and nothing is special in an expression.
QByteArray canonicalSegment(const QByteArray &decoded)
{
    return decoded.toPercentEncoding({}, ".");
}

QStringList canonicalSegments(const QByteArray &rawPath)
{
    QStringList segments;
    for (const QByteArray &segment : rawPath.split('/')) {
        const QByteArray decoded = percentDecoded(segment).value_or(QByteArray());
        segments.append(QString::fromLatin1(canonicalSegment(decoded)));
    }
    return segments;
}

QStringList patternSegments(const QString &pattern)
{
    QStringList segments;
    for (const QString &segment : pattern.split(u'/')) {
        segments.append(segment == Argument
                            ? segment
                            : QString::fromLatin1(canonicalSegment(segment.toUtf8())));
    }
    return segments;
}

bool matches(const QStringList &pattern, const QStringList &path)
{
    return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                      [](const QString &expected, const QString &segment) {
                          return expected == Argument ? !segment.isEmpty() : expected == segment;
                      });
}

Reply unknownParameterReply(const Request &request)
{
    const QList<QByteArray> pieces = request.query.split('&');
    const auto filled = std::find_if(pieces.begin(), pieces.end(),
                                     [](const QByteArray &piece) { return !piece.isEmpty(); });
    const QByteArray first = (filled == pieces.end() ? QByteArray() : *filled).split('=').first();
    const bool isReading = request.method == "GET" || request.method == "HEAD";
    const QString name = QString::fromUtf8(percentDecoded(first).value_or(first));
    return problemReply(
        400, QStringLiteral("The parameter \"%1\" is not known here.").arg(name), name,
        isReading ? QStringLiteral("This call takes none.")
                  : QStringLiteral("This call takes none; what it takes stands in the body."));
}

/// Calls \a handler for what has no parameters.
Router::Handler withoutQuery(Router::Handler handler)
{
    return [handler = std::move(handler)](const std::shared_ptr<Exchange> &exchange,
                                          const QString &argument) {
        if (!exchange->request().query.isEmpty())
            return exchange->reply(unknownParameterReply(exchange->request()));
        handler(exchange, argument);
    };
}

} // namespace

Router::Router(QObject *parent)
    : QObject(parent)
    , m_httpServer(std::make_unique<QHttpServer>())
{
}

Router::~Router() = default;

Result<> Router::bindTo(GuardedServer *server)
{
    if (!server->isListening())
        return Error{ErrorCode::Network, QStringLiteral("The server does not listen."), {}, {}};
    QObject *owner = server->parent();
    m_httpServer->bind(server);
    server->setParent(owner); // bind() has taken it over, but it stays its owner's
    connect(server, &GuardedServer::requestReceived, this,
            [this, server](const auto &exchange) { dispatch(server, exchange); });
    return {};
}

void Router::route(const QString &pattern, const QByteArray &method, Handler handler, Query query)
{
    if (query == Query::Refused)
        handler = withoutQuery(std::move(handler));
    Route route{patternSegments(pattern), {method}};
    if (method == "GET")
        route.methods.append("HEAD");
    const QString path = route.segments.join(u'/');
    const QHttpServerRequest::Methods flags = methodFlags(route.methods);
    if (route.segments.contains(Argument)) {
        m_httpServer->route(
            path, flags, [this, handler = std::move(handler)](const QString &argument) {
                const QByteArray decoded = QByteArray::fromPercentEncoding(argument.toLatin1());
                return call(handler, QString::fromUtf8(decoded));
            });
    } else {
        m_httpServer->route(path, flags,
                            [this, handler = std::move(handler)] { return call(handler, {}); });
    }
    m_routes.append(std::move(route));
}

void Router::setGate(Gate gate)
{
    m_gate = std::move(gate);
}

void Router::dispatch(GuardedServer *server, const std::shared_ptr<Exchange> &exchange)
{
    const Request &request = exchange->request();
    if (std::optional<Reply> refusal = m_gate ? m_gate(request) : std::nullopt) {
        refusal->closes = true;
        exchange->reply(*refusal);
        return;
    }
    m_current = exchange;
    if (request.method != "OPTIONS")
        offerTo(server, request);
    if (std::exchange(m_current, nullptr))
        answerUnrouted(*exchange);
}

/// A percent sign is escaped once more, since QHttpServer matches the decoded path.
void Router::offerTo(GuardedServer *server, const Request &request)
{
    const QString path
        = canonicalSegments(request.rawPath).join(u'/').replace(u'%', QLatin1StringView("%25"));
    auto *facade = new RequestFacade(request.method + ' ' + path.toLatin1()
                                     + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    server->offer(facade);
    emit facade->readyRead();
    facade->finish();
}

/// Nothing may be thrown through QHttpServer; what it is given to answer goes nowhere.
QHttpServerResponse Router::call(const Handler &handler, const QString &argument)
{
    if (const auto exchange = std::exchange(m_current, nullptr)) {
        try {
            handler(exchange, argument);
        } catch (const std::exception &exception) {
            qCCritical(lcIntake, "handler failed path=%s what=%s",
                       exchange->request().rawPath.constData(), exception.what());
            exchange->reply(problemReply(500, QStringLiteral("The request could not be handled.")));
        } catch (...) {
            exchange->reply(problemReply(500, QStringLiteral("The request could not be handled.")));
        }
    }
    return {QHttpServerResponse::StatusCode::NoContent};
}

void Router::answerUnrouted(Exchange &exchange) const
{
    const QList<QByteArray> methods = methodsFor(exchange.request().rawPath);
    if (methods.isEmpty()) {
        exchange.reply(problemReply(404, QStringLiteral("There is nothing at this path.")));
        return;
    }
    Reply reply;
    if (exchange.request().method == "OPTIONS")
        reply.status = 204;
    else
        reply = problemReply(405, QStringLiteral("This path does not know this method."));
    reply.headers.append({"Allow", methods.join(", ")});
    exchange.reply(reply);
}

QList<QByteArray> Router::methodsFor(const QByteArray &rawPath) const
{
    QList<QByteArray> methods;
    const QStringList path = canonicalSegments(rawPath);
    const bool isAny = rawPath == "*";
    for (const Route &route : m_routes) {
        if (isAny || matches(route.segments, path))
            methods.append(route.methods);
    }
    if (!methods.isEmpty())
        methods.append("OPTIONS");
    std::sort(methods.begin(), methods.end());
    methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
    return methods;
}

} // namespace Core::Http

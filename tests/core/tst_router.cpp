// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/guardedserver.h"
#include "core/http/problem.h"
#include "core/http/router.h"
#include "tests/support/manualclock.h"
#include "tests/support/rawclient.h"

#include <QTest>

#include <algorithm>
#include <stdexcept>

using namespace Core;
using namespace Core::Http;
using End = RawClient::End;

namespace {

QByteArray request(const QByteArray &method, const QByteArray &target,
                   const QByteArray &headers = {}, const QByteArray &body = {})
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

Reply textReply(const QByteArray &body)
{
    return {200, "text/plain", body, {}, false};
}

/// Says which handler was called and with what.
Router::Handler telling(const QByteArray &name)
{
    return [name](const std::shared_ptr<Exchange> &exchange, const QString &argument) {
        exchange->reply(textReply(name + ':' + argument.toUtf8() + ':' + exchange->request().body));
    };
}

/// A router with some routes and a server in front of it.
struct House
{
    House()
    {
        addRoutes();
        isOpen = server->listenOn(QHostAddress::LocalHost, 0) && router->bindTo(server.get());
    }

    void addRoutes()
    {
        router->route(QStringLiteral("/"), "GET", telling("root"));
        router->route(QStringLiteral("/webhooks"), "GET", telling("list"), Router::Query::Taken);
        router->route(QStringLiteral("/webhooks"), "POST", telling("add"));
        router->route(QStringLiteral("/webhooks/<arg>"), "GET", telling("one"));
        router->route(QStringLiteral("/webhooks/<arg>"), "PATCH", telling("change"));
        router->route(QStringLiteral("/webhooks/<arg>"), "DELETE", telling("remove"));
        router->route(QStringLiteral("/webhooks/<arg>/pause"), "POST", telling("pause"));
        router->route(QStringLiteral("/openapi.json"), "GET", telling("openapi"));
        router->route(QStringLiteral("/a+b(c)"), "PUT", telling("odd"));
        router->route(QStringLiteral("/throw/<arg>"), "POST",
                      [](const std::shared_ptr<Exchange> &, const QString &argument) {
                          if (argument == QStringLiteral("number"))
                              throw 42;
                          throw std::runtime_error("not for clients");
                      });
        router->route(
            QStringLiteral("/later"), "POST",
            [this](const std::shared_ptr<Exchange> &exchange, const QString &) {
                kept.append(exchange);
            },
            Router::Query::Taken);
    }

    std::unique_ptr<RawClient> ask(const QByteArray &bytes) const
    {
        auto client = std::make_unique<RawClient>(isOpen ? server->serverPort() : quint16(0));
        client->send(bytes);
        return client;
    }

    ManualClock clock;
    std::unique_ptr<GuardedServer> server
        = std::make_unique<GuardedServer>(clock, ServerSettings{});
    std::unique_ptr<Router> router = std::make_unique<Router>();
    QList<std::shared_ptr<Exchange>> kept; ///< by the handler of /later
    bool isOpen = false;
};

} // namespace

class TestRouter final : public QObject
{
    Q_OBJECT

private slots:
    void requestsFindTheirHandlers_data();
    void requestsFindTheirHandlers();
    void wrongMethodsAreToldTheRightOnes_data();
    void wrongMethodsAreToldTheRightOnes();
    void optionsAreAnswered_data();
    void optionsAreAnswered();
    void headIsAnsweredLikeGetWithoutTheBody();
    void handlersSeeTheWholeRequest();
    void unknownParametersAreRefusedByName_data();
    void unknownParametersAreRefusedByName();
    void anUpgradeIsHandledOnce();
    void theGateComesFirst_data();
    void theGateComesFirst();
    void thrownExceptionsBecome500();
    void answersMayComeLaterAndInAnyOrder();
    void aThousandRequestsPassOneConnection();
    void oneRouterServesTwoServers();
    void aServerMustListenToBeBound();
    void serversMayGoBeforeTheRouter();
    void aRequestAfterTheRouterIsGoneIsAnswered();
};

void TestRouter::requestsFindTheirHandlers_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto found = [](const char *name, const char *method, const char *target,
                          const char *body) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << 200 << QByteArray(body);
    };
    const auto missing = [](const char *name, const char *target) {
        QTest::newRow(name) << QByteArray("GET") << QByteArray(target) << 404 << QByteArray();
    };
    found("the root", "GET", "/", "root::");
    found("a literal path", "GET", "/webhooks", "list::");
    found("a query is not part of the path", "GET", "/webhooks?name=joe", "list::");
    found("the method chooses", "POST", "/webhooks", "add::");
    found("an argument", "GET", "/webhooks/dst_1", "one:dst_1:");
    found("PATCH is routed", "PATCH", "/webhooks/dst_1", "change:dst_1:");
    found("DELETE is routed", "DELETE", "/webhooks/dst_1", "remove:dst_1:");
    found("an argument in the middle", "POST", "/webhooks/dst_1/pause", "pause:dst_1:");
    found("an escaped slash stays in its segment", "GET", "/webhooks/a%2Fb%2fpause",
          "one:a/b/pause:");
    found("an argument is decoded once", "GET", "/webhooks/50%2525", "one:50%25:");
    found("letters beyond ASCII", "GET", "/webhooks/%C3%A9", "one:\xC3\xA9:");
    found("letters that are special elsewhere", "GET", "/webhooks/%0A.*%3F%23", "one:\n.*?#:");
    found("a segment of dots is an argument like others", "GET", "/webhooks/..", "one:..:");
    found("escaped letters of a literal path", "GET", "/web%68ooks", "list::");
    found("a dot", "GET", "/openapi.json", "openapi::");
    found("characters that are special in expressions", "PUT", "/a+b(c)", "odd::");
    missing("a dot stands for itself only", "/openapiXjson");
    missing("an unknown path", "/nothing");
    missing("a path that goes on", "/webhooks/dst_1/more");
    missing("a slash at the end", "/webhooks/");
    missing("a slash too many", "//webhooks");
    missing("other letters", "/Webhooks");
    missing("an escaped slash does not separate", "/webhooks%2Fdst_1");
    missing("a longer word", "/webhooksmore");
}

void TestRouter::requestsFindTheirHandlers()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    House house;
    const auto client = house.ask(request(method, target));
    QTRY_COMPARE(client->statuses(), QList<int>{status});
    const RawReply reply = client->replies().first();
    if (status == 200)
        QCOMPARE(reply.body, body);
    else
        QCOMPARE(reply.header("Content-Type"), QByteArray("application/problem+json"));
    QCOMPARE(client->end(), End::Open);
}

void TestRouter::wrongMethodsAreToldTheRightOnes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("allow");
    const auto row
        = [](const char *name, const char *method, const char *target, const char *allow) {
              QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(allow);
          };
    row("a known method", "PUT", "/webhooks", "GET, HEAD, OPTIONS, POST");
    row("a method with an argument", "POST", "/webhooks/dst_1",
        "DELETE, GET, HEAD, OPTIONS, PATCH");
    row("HEAD where there is no GET", "HEAD", "/later", "OPTIONS, POST");
    row("an unknown method", "BREW", "/webhooks/dst_1/pause", "OPTIONS, POST");
    row("TRACE", "TRACE", "/", "GET, HEAD, OPTIONS");
    row("a method in small letters", "get", "/", "GET, HEAD, OPTIONS");
}

void TestRouter::wrongMethodsAreToldTheRightOnes()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, allow);
    House house;
    const auto client = house.ask(request(method, target));
    QTRY_VERIFY(client->received().contains("\r\n\r\n"));
    QVERIFY(client->received().startsWith("HTTP/1.1 405 Method Not Allowed\r\n"));
    QVERIFY(client->received().contains("\r\nAllow: " + allow + "\r\n"));
}

void TestRouter::optionsAreAnswered_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("one path") << QByteArray("/webhooks/dst_1") << 204
                              << QByteArray("DELETE, GET, HEAD, OPTIONS, PATCH");
    QTest::newRow("the whole server")
        << QByteArray("*") << 204 << QByteArray("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    QTest::newRow("an unknown path") << QByteArray("/nothing") << 404 << QByteArray();
}

void TestRouter::optionsAreAnswered()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    House house;
    const auto client = house.ask(request("OPTIONS", target));
    QTRY_COMPARE(client->statuses(), QList<int>{status});
    QTEST(client->replies().first().header("Allow"), "allow");
}

void TestRouter::headIsAnsweredLikeGetWithoutTheBody()
{
    House house;
    const auto client = house.ask(request("HEAD", "/webhooks") + request("GET", "/"));
    QTRY_VERIFY(client->received().endsWith("\r\n\r\nroot::"));
    QVERIFY(client->received().contains("Content-Length: 6\r\n\r\nHTTP/1.1 200 OK\r\n"));
}

void TestRouter::handlersSeeTheWholeRequest()
{
    House house;
    const auto client = house.ask("POST /later?x=1 HTTP/1.1\r\nHost: localhost\r\nX-One: 1\r\n"
                                  "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    QTRY_COMPARE(house.kept.size(), 1);
    const Request &seen = house.kept.first()->request();
    QCOMPARE(seen.target, QByteArray("/later?x=1"));
    QCOMPARE(seen.body, QByteArray("abc"));
    QCOMPARE(headerValue(seen.headers, "x-one"), QByteArray("1"));
}

void TestRouter::unknownParametersAreRefusedByName_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("field");

    QTest::newRow("one") << QByteArray("GET") << QByteArray("/webhooks/1?limit=3")
                         << QByteArray(R"("field":"limit")");
    QTest::newRow("what a body should say")
        << QByteArray("POST") << QByteArray("/webhooks/1/pause?reason=x&y=z")
        << QByteArray(R"("field":"reason")");
    QTest::newRow("escaped") << QByteArray("GET") << QByteArray("/openapi.json?a%20%22b")
                             << QByteArray(R"("field":"a \"b")");
    QTest::newRow("no escape") << QByteArray("GET") << QByteArray("/openapi.json?%zz=1")
                               << QByteArray(R"("field":"%zz")");
    QTest::newRow("behind nothing")
        << QByteArray("GET") << QByteArray("/openapi.json?&a=1") << QByteArray(R"("field":"a")");
    QTest::newRow("no name") << QByteArray("DELETE") << QByteArray("/webhooks/1?=1")
                             << QByteArray(R"(\"\" is not known here)");
}

void TestRouter::unknownParametersAreRefusedByName()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, field);

    House house;
    const auto client = house.ask(request(method, target) + request("GET", "/?"));
    QTRY_COMPARE(client->replies().size(), 2);
    QCOMPARE(client->replies().first().status, 400);
    QVERIFY2(client->replies().first().body.contains(field),
             client->replies().first().body.constData());
    QCOMPARE(client->replies().last().body, QByteArray("root::"));
}

void TestRouter::anUpgradeIsHandledOnce()
{
    House house;
    const auto client = house.ask(request("POST", "/later",
                                          "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                                          "Sec-WebSocket-Version: 13\r\n"
                                          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
    QTRY_COMPARE(house.kept.size(), 1);
    house.kept.first()->reply(textReply("no"));
    client->send(request("GET", "/"));
    QTRY_COMPARE(client->statuses(), (QList<int>{200, 200}));
    QCOMPARE(house.kept.size(), 1);
}

void TestRouter::theGateComesFirst_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("a known path") << QByteArray("POST") << QByteArray("/later");
    QTest::newRow("an unknown path") << QByteArray("GET") << QByteArray("/nothing");
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << QByteArray("*");
}

void TestRouter::theGateComesFirst()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    House house;
    house.router->setGate([](const Request &asked) -> std::optional<Reply> {
        if (headerValue(asked.headers, "Origin").isNull())
            return std::nullopt;
        return problemReply(403, QStringLiteral("No."));
    });
    const auto client = house.ask(request("GET", "/") + request(method, target, "Origin: null\r\n")
                                  + request("GET", "/"));
    QTRY_COMPARE(client->end(), End::Finished);
    QCOMPARE(client->statuses(), (QList<int>{200, 403}));
    QCOMPARE(house.kept.size(), 0);
}

void TestRouter::thrownExceptionsBecome500()
{
    House house;
    QTest::ignoreMessage(QtCriticalMsg, "handler failed path=/throw/text what=not for clients");
    const auto client = house.ask(request("POST", "/throw/text") + request("POST", "/throw/number")
                                  + request("GET", "/"));
    QTRY_COMPARE(client->statuses(), (QList<int>{500, 500, 200}));
    QVERIFY(!client->received().contains("not for clients"));
}

void TestRouter::answersMayComeLaterAndInAnyOrder()
{
    House house;
    std::vector<std::unique_ptr<RawClient>> clients;
    clients.reserve(10);
    for (int i = 0; i < 10; ++i)
        clients.push_back(house.ask(request("POST", "/later", {}, QByteArray::number(i))));
    QTRY_COMPARE(house.kept.size(), 10);
    clients.at(4).reset();
    std::reverse(house.kept.begin(), house.kept.end());
    for (const auto &exchange : std::as_const(house.kept))
        exchange->reply(textReply(exchange->request().body));
    for (int i = 0; i < 10; ++i) {
        if (const auto &client = clients.at(static_cast<size_t>(i))) {
            QTRY_COMPARE(client->replies().size(), 1);
            QCOMPARE(client->replies().first().body, QByteArray::number(i));
        }
    }
}

void TestRouter::aThousandRequestsPassOneConnection()
{
    House house;
    RawClient client(house.server->serverPort());
    for (int i = 0; i < 1000; ++i)
        client.send(request("POST", "/webhooks", {}, QByteArray::number(i)));
    QTRY_COMPARE(client.replies().size(), 1000);
    QCOMPARE(client.replies().last().body, QByteArray("add::999"));
}

void TestRouter::oneRouterServesTwoServers()
{
    House house;
    GuardedServer second(house.clock, {});
    QVERIFY(second.listenOn(QHostAddress::LocalHost, 0));
    QVERIFY(house.router->bindTo(&second));
    RawClient client(second.serverPort());
    client.send(request("GET", "/"));
    const auto other = house.ask(request("GET", "/webhooks"));
    QTRY_COMPARE(client.statuses(), QList<int>{200});
    QTRY_COMPARE(other->statuses(), QList<int>{200});
}

void TestRouter::aServerMustListenToBeBound()
{
    House house;
    GuardedServer silent(house.clock, {});
    const Result<> result = house.router->bindTo(&silent);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Network);
}

void TestRouter::serversMayGoBeforeTheRouter()
{
    House house;
    const auto client = house.ask(request("POST", "/later"));
    QTRY_COMPARE(house.kept.size(), 1);
    QCOMPARE(house.server->parent(), nullptr);
    house.server.reset();
    house.kept.first()->reply(textReply("too late"));
    QTRY_COMPARE(client->end(), End::Finished);
}

void TestRouter::aRequestAfterTheRouterIsGoneIsAnswered()
{
    House house;
    house.router.reset();
    const auto client = house.ask(request("GET", "/"));
    QTRY_COMPARE(client->statuses(), QList<int>{500});
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"
#include "tests/support/testserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Core::Http;
using End = RawClient::End;

class TestGuardedServer final : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsAnswered();
    void wrongRequestsAreRefusedAndTheConnectionCloses_data();
    void wrongRequestsAreRefusedAndTheConnectionCloses();
    void nothingBehindARefusalIsReadAsARequest();
    void pipelinedRequestsAreAnsweredInOrder();
    void aThousandRequestsPassOneConnection();
    void aHundredConnectionsAreServedAtOnce();
    void connectionsEndWithTheAnswerOrNot_data();
    void connectionsEndWithTheAnswerOrNot();
    void headHasTheLengthButNoBody();
    void theBodyIsAskedForWhenItIsExpected();
    void stoppingLetsTheAnswerFinish();
    void stoppingEndsIdleConnections();
    void aTakenPortIsNamed();
};

void TestGuardedServer::aRequestIsAnswered()
{
    TestServer server;
    RawClient client(server.port());
    client.send(get("/a?b"));
    QTRY_COMPARE(client.replies().size(), 1);
    const QByteArray expected = "HTTP/1.1 200 OK\r\n"
                                "Date: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
                                "Content-Type: text/plain\r\n"
                                "X-Default: yes\r\n"
                                "Content-Length: 5\r\n\r\n"
                                "/a?b ";
    QCOMPARE(client.received(), expected);
    QCOMPARE(client.end(), End::Open);
}

void TestGuardedServer::wrongRequestsAreRefusedAndTheConnectionCloses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("101 header fields") << get("/", QByteArray("A: b\r\n").repeated(101)) << 431;
    QTest::newRow("9 KiB of a request line") << "GET /" + QByteArray(9 * KiB, 'a') << 414;
    QTest::newRow("33 KiB of a header field") << get("/", "A: " + QByteArray(33 * KiB, 'b')) << 431;
    QTest::newRow("an unknown coding") << get("/", "Transfer-Encoding: gzip\r\n") << 501;
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
}

void TestGuardedServer::wrongRequestsAreRefusedAndTheConnectionCloses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    TestServer server;
    QSignalSpy refused(&server.server(), &GuardedServer::refused);
    QSignalSpy received(&server.server(), &GuardedServer::requestReceived);
    RawClient client(server.port());
    client.send(bytes);
    QTRY_COMPARE(client.statuses(), QList<int>{status});
    QTRY_COMPARE(client.end(), End::Finished);
    const RawReply reply = client.replies().first();
    QCOMPARE(reply.header("Content-Type"), QByteArray("application/problem+json"));
    QCOMPARE(reply.header("Connection"), QByteArray("close"));
    QCOMPARE(reply.header("X-Default"), QByteArray("yes"));
    const QJsonObject problem = QJsonDocument::fromJson(reply.body).object();
    QCOMPARE(problem.value(QStringLiteral("status")).toInt(), status);
    QCOMPARE(problem.value(QStringLiteral("type")).toString(), QStringLiteral("about:blank"));
    QVERIFY(!problem.value(QStringLiteral("title")).toString().isEmpty());
    QVERIFY(!problem.value(QStringLiteral("detail")).toString().isEmpty());
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Refusal>().status, status);
    QCOMPARE(received.size(), 0);
}

void TestGuardedServer::nothingBehindARefusalIsReadAsARequest()
{
    TestServer server;
    QSignalSpy received(&server.server(), &GuardedServer::requestReceived);
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + Get);
    QTRY_COMPARE(client.end(), End::Finished);
    client.send(Get);
    client.finishSending();
    QTRY_COMPARE(server.server().connectionCount(), 0);
    QCOMPARE(client.statuses(), QList<int>{400});
    QCOMPARE(received.size(), 0);
}

void TestGuardedServer::pipelinedRequestsAreAnsweredInOrder()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(postText("one") + postText("two") + get("/three"));
    QTRY_COMPARE(server.kept.size(), 1);
    QCOMPARE(server.kept.at(0)->request().body, QByteArray("one"));
    server.kept.at(0)->reply(textReply("1"));
    QTRY_COMPARE(server.kept.size(), 2);
    QCOMPARE(server.kept.at(1)->request().body, QByteArray("two"));
    server.kept.at(1)->reply(textReply("2"));
    QTRY_COMPARE(server.kept.size(), 3);
    server.kept.at(2)->reply(textReply("3"));
    QTRY_COMPARE(client.replies().size(), 3);
    QCOMPARE(client.replies().at(0).body, QByteArray("1"));
    QCOMPARE(client.replies().at(1).body, QByteArray("2"));
    QCOMPARE(client.replies().at(2).body, QByteArray("3"));
}

void TestGuardedServer::aThousandRequestsPassOneConnection()
{
    TestServer server;
    RawClient client(server.port());
    for (int i = 0; i < 1000; ++i)
        client.send(postText(QByteArray::number(i)));
    QTRY_COMPARE(client.replies().size(), 1000);
    QCOMPARE(client.replies().last().body, QByteArray("/ 999"));
}

void TestGuardedServer::aHundredConnectionsAreServedAtOnce()
{
    TestServer server;
    server.keepRequests();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->send(postText(QByteArray::number(i)));
    }
    QTRY_COMPARE(server.kept.size(), 100);
    // The last one first: connections do not wait for each other.
    while (!server.kept.isEmpty()) {
        const auto exchange = server.kept.takeLast();
        exchange->reply(textReply(exchange->request().body));
    }
    for (int i = 0; i < 100; ++i) {
        QTRY_COMPARE(clients.at(static_cast<size_t>(i))->replies().size(), 1);
        QCOMPARE(clients.at(static_cast<size_t>(i))->replies().first().body, QByteArray::number(i));
    }
}

void TestGuardedServer::connectionsEndWithTheAnswerOrNot_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("replyCloses");
    QTest::addColumn<QByteArray>("connection");
    QTest::newRow("1.1 stays open") << Get << false << QByteArray();
    QTest::newRow("1.1 closes on request")
        << get("/", "Connection: close\r\n") << false << QByteArray("close");
    QTest::newRow("1.1 closes when the reply wants it") << Get << true << QByteArray("close");
    QTest::newRow("1.0 closes") << QByteArray("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n") << false
                                << QByteArray("close");
    QTest::newRow("1.0 stays open on request")
        << QByteArray("GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
        << false << QByteArray("keep-alive");
}

void TestGuardedServer::connectionsEndWithTheAnswerOrNot()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, replyCloses);
    QFETCH(QByteArray, connection);
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(request);
    QTRY_COMPARE(server.kept.size(), 1);
    server.kept.first()->reply({200, "text/plain", "ok", {}, replyCloses});
    QTRY_COMPARE(client.replies().size(), 1);
    QCOMPARE(client.replies().first().header("Connection"), connection);
    if (connection == "close") {
        QTRY_COMPARE(client.end(), End::Finished);
        client.close();
        QTRY_COMPARE(server.server().connectionCount(), 0);
    } else {
        client.send(Get);
        QTRY_COMPARE(server.kept.size(), 2);
    }
}

void TestGuardedServer::headHasTheLengthButNoBody()
{
    TestServer server;
    RawClient client(server.port());
    client.send("HEAD /12345 HTTP/1.1\r\nHost: localhost\r\n\r\n" + Get);
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n/ "));
    QCOMPARE(client.received().count("HTTP/1.1 200 OK\r\n"), 2);
    QVERIFY(client.received().contains("Content-Length: 7\r\n\r\nHTTP/1.1 200 OK\r\n"));
}

void TestGuardedServer::theBodyIsAskedForWhenItIsExpected()
{
    TestServer server;
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                "Content-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("h");
    client.send("i");
    QTRY_COMPARE(client.statuses(), (QList<int>{100, 200}));
    QCOMPARE(client.replies().last().body, QByteArray("/ hi"));
}

void TestGuardedServer::stoppingLetsTheAnswerFinish()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get + Get);
    QTRY_COMPARE(server.kept.size(), 1);
    server.server().stop();
    QCOMPARE(RawClient(server.port()).end(), End::Reset);
    server.kept.first()->reply(textReply("done"));
    QTRY_COMPARE(client.end(), End::Finished);
    QCOMPARE(client.replies().size(), 1);
    QCOMPARE(client.replies().first().header("Connection"), QByteArray("close"));
    QCOMPARE(server.kept.size(), 1);
    client.close();
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

void TestGuardedServer::stoppingEndsIdleConnections()
{
    TestServer server;
    RawClient idle(server.port());
    RawClient half(server.port());
    half.send("GET / HTTP/1.1\r\n");
    QTRY_COMPARE(server.server().connectionCount(), 2);
    letEverythingBeRead();
    server.server().stop();
    QTRY_COMPARE(idle.end(), End::Finished);
    QTRY_COMPARE(half.end(), End::Finished);
    QCOMPARE(idle.received(), QByteArray());
    QCOMPARE(half.statuses(), QList<int>{503});
}

void TestGuardedServer::aTakenPortIsNamed()
{
    TestServer server;
    const ManualClock clock;
    GuardedServer other(clock, {});
    const Result<> result = other.listenOn(QHostAddress::LocalHost, server.port());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Network);
    QCOMPARE(result.error().sentence,
             QStringLiteral("Port %1 on 127.0.0.1 is already in use.").arg(server.port()));
    QVERIFY(other.listenOn(QHostAddress::LocalHost, 0));
}

QTEST_GUILESS_MAIN(TestGuardedServer)
#include "tst_guardedserver.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/guardedserver.h"
#include "core/http/problem.h"
#include "tests/support/manualclock.h"
#include "tests/support/rawclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <optional>
#include <sys/resource.h>

using namespace Core;
using namespace Core::Http;
using namespace std::chrono_literals;
using End = RawClient::End;

namespace {

const QByteArray Get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

QByteArray get(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &body)
{
    return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

Reply textReply(const QByteArray &body)
{
    return {200, "text/plain", body, {}, false};
}

/// What has been sent on this machine lies ready; a few turns of the event loop take it up.
void letEverythingBeRead()
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

} // namespace

class TestGuardedServer final : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsAnswered();
    void theRemoteEndIsKnown();
    void wrongRequestsAreRefusedAndTheConnectionCloses_data();
    void wrongRequestsAreRefusedAndTheConnectionCloses();
    void nothingBehindARefusalIsReadAsARequest();
    void aTooLargeBodyIsRefusedBeforeItComes();
    void aTooLargeBodyDoesNotHideItsRefusal();
    void pipelinedRequestsAreAnsweredInOrder();
    void pipeliningIsReadAheadOnlyALittle();
    void aPipelineIsTakenUpNoFasterThanItIsAnswered();
    void aThousandRequestsPassOneConnection();
    void aHundredConnectionsAreServedAtOnce();
    void connectionsEndWithTheAnswerOrNot_data();
    void connectionsEndWithTheAnswerOrNot();
    void headHasTheLengthButNoBody();
    void anAnswerWithoutContentHasNoLength();
    void badHeadersOfAReplyAreLeftOut();
    void theBodyIsAskedForWhenItIsExpected();
    void halfClosingClientsGetTheirAnswers();
    void anAnswerForOneWhoLeftIsHarmless_data();
    void anAnswerForOneWhoLeftIsHarmless();
    void onlyTheFirstAnswerCounts();
    void aDroppedExchangeAnswers500();
    void anAbortedExchangeResets();
    void theHandlerLearnsThatThePeerLeft();
    void aStreamIsWrittenInChunks();
    void aStreamForHttp10EndsWithTheConnection();
    void aStreamForHeadHasNoBody();
    void aDroppedStreamIsNotTakenForAWholeOne();
    void aStreamReaderThatIsTooSlowIsCutOff();
    void deadlinesEndAConnection_data();
    void deadlinesEndAConnection();
    void aSlowButSteadyRequestIsServed();
    void aPeerThatReadsNothingIsCutOff();
    void aPeerThatDoesNotCloseIsClosed();
    void tooManyConnectionsAreTurnedAway();
    void acceptingGoesOnAfterDescriptorsRanOut();
    void stoppingLetsTheAnswerFinish();
    void stoppingEndsIdleConnections();
    void aTakenPortIsNamed();
    void exchangesMayOutliveTheServer();
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

void TestGuardedServer::theRemoteEndIsKnown()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    QCOMPARE(server.kept.first()->request().remote, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(server.kept.first()->request().remotePort > 0);
}

void TestGuardedServer::wrongRequestsAreRefusedAndTheConnectionCloses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
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

void TestGuardedServer::aTooLargeBodyIsRefusedBeforeItComes()
{
    TestServer server;
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10485760\r\n\r\n");
    QTRY_COMPARE(client.statuses(), QList<int>{413});
}

void TestGuardedServer::aTooLargeBodyDoesNotHideItsRefusal()
{
    Limits limits;
    limits.maxLingerBytes = MiB;
    TestServer server(limits);
    RawClient client(server.port());
    client.send(post(QByteArray(10 * MiB, 'a')));
    QTRY_COMPARE(client.statuses(), QList<int>{413});
    QTRY_COMPARE(server.server().connectionCount(), 0);
    QVERIFY2(client.unsentBytes() > 0, "the server has read the whole body");
}

void TestGuardedServer::pipelinedRequestsAreAnsweredInOrder()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(post("one") + post("two") + get("/three"));
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

void TestGuardedServer::pipeliningIsReadAheadOnlyALittle()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port(), 4096);
    client.send(Get + post(QByteArray(MiB, 'a')).repeated(16));
    QTRY_COMPARE(server.kept.size(), 1);
    // Enough turns of the event loop to read all, if all were read.
    for (int i = 0; i < 1000; ++i)
        QCoreApplication::processEvents();
    QVERIFY(client.unsentBytes() > 0);
    server.kept.first()->reply(textReply("1"));
    QTRY_COMPARE(server.kept.size(), 2);
    QTRY_COMPARE(server.kept.at(1)->request().body.size(), MiB);
}

void TestGuardedServer::aPipelineIsTakenUpNoFasterThanItIsAnswered()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get.repeated(64 * MiB / Get.size()));
    for (int i = 0; i < 400; ++i) {
        QTRY_COMPARE(server.kept.size(), 1);
        server.kept.takeFirst()->reply(textReply("ok"));
        client.replies();
    }
    // The buffers of the system hold some; ours would hold more than all if they grew each time.
    QVERIFY(client.unsentBytes() > 32 * MiB);
}

void TestGuardedServer::aThousandRequestsPassOneConnection()
{
    TestServer server;
    RawClient client(server.port());
    for (int i = 0; i < 1000; ++i)
        client.send(post(QByteArray::number(i)));
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
        clients.back()->send(post(QByteArray::number(i)));
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

void TestGuardedServer::anAnswerWithoutContentHasNoLength()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    server.kept.first()->reply({204, {}, "not to be sent", {}, false});
    QTRY_COMPARE(client.statuses(), QList<int>{204});
    QVERIFY(!client.received().contains("Content-Length"));
    QVERIFY(client.received().endsWith("\r\n\r\n"));
}

void TestGuardedServer::badHeadersOfAReplyAreLeftOut()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    const HeaderList headers{{"X-Good", "1"}, {"x-default", "own"},     {"X-Bad", "1\r\nX-Evil: 1"},
                             {"X Evil", "1"}, {"Content-Length", "99"}, {"connection", "upgrade"}};
    server.kept.first()->reply({200, "text/plain", "ok", headers, false});
    QTRY_COMPARE(client.replies().size(), 1);
    const RawReply reply = client.replies().first();
    QCOMPARE(reply.header("X-Good"), QByteArray("1"));
    QCOMPARE(reply.header("X-Default"), QByteArray("own"));
    QCOMPARE(reply.headers.size(), 5);
    QCOMPARE(reply.body, QByteArray("ok"));
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

void TestGuardedServer::halfClosingClientsGetTheirAnswers()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(post("one") + post("two"));
    client.finishSending();
    QTRY_COMPARE(server.kept.size(), 1);
    bool hasLeft = false;
    server.kept.first()->whenPeerLeaves([&hasLeft] { hasLeft = true; });
    QTRY_VERIFY(hasLeft);
    QVERIFY(!server.kept.first()->isGone());
    server.kept.first()->reply(textReply("1"));
    QTRY_COMPARE(server.kept.size(), 2);
    server.kept.last()->reply(textReply("2"));
    QTRY_COMPARE(client.statuses(), (QList<int>{200, 200}));
    QTRY_COMPARE(client.end(), End::Finished);
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

void TestGuardedServer::anAnswerForOneWhoLeftIsHarmless_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestGuardedServer::anAnswerForOneWhoLeftIsHarmless()
{
    QFETCH(bool, isReset);
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    const auto exchange = server.kept.takeFirst();
    bool hasLeft = false;
    exchange->whenPeerLeaves([&hasLeft] { hasLeft = true; });
    if (isReset)
        client.reset();
    else
        client.close();
    QTRY_VERIFY(hasLeft);
    QCOMPARE(exchange->isGone(), isReset);
    exchange->reply(textReply(QByteArray(MiB, 'a')));
    exchange->reply(textReply("again"));
    QTRY_COMPARE(server.server().connectionCount(), 0);
    QVERIFY(exchange->isGone());
}

void TestGuardedServer::onlyTheFirstAnswerCounts()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    const auto exchange = server.kept.first();
    QVERIFY(!exchange->isAnswered());
    exchange->reply(textReply("first"));
    QVERIFY(exchange->isAnswered());
    exchange->reply(textReply("second"));
    exchange->begin(textReply({}));
    exchange->write("third");
    exchange->end();
    exchange->abort();
    client.send(get("/", "Connection: close\r\n"));
    QTRY_COMPARE(server.kept.size(), 2);
    server.kept.last()->reply(textReply("next"));
    QTRY_COMPARE(client.end(), End::Finished);
    QCOMPARE(client.replies().size(), 2);
    QCOMPARE(client.replies().first().body, QByteArray("first"));
    QCOMPARE(client.replies().last().body, QByteArray("next"));
}

void TestGuardedServer::aDroppedExchangeAnswers500()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    server.kept.clear();
    QTRY_COMPARE(client.statuses(), QList<int>{500});
}

void TestGuardedServer::anAbortedExchangeResets()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    server.kept.first()->abort();
    QTRY_COMPARE(client.end(), End::Reset);
    QCOMPARE(client.received(), QByteArray());
    QVERIFY(server.kept.first()->isGone());
    QCOMPARE(server.server().connectionCount(), 0);
}

void TestGuardedServer::theHandlerLearnsThatThePeerLeft()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    client.close();
    int calls = 0;
    server.kept.first()->whenPeerLeaves([&calls] { ++calls; });
    QTRY_COMPARE(calls, 1);
    server.kept.first()->whenPeerLeaves([&calls] { ++calls; });
    QCOMPARE(calls, 2);
    server.kept.first()->abort();
    QCOMPARE(server.server().connectionCount(), 0);
    QCOMPARE(calls, 2);
}

void TestGuardedServer::aStreamIsWrittenInChunks()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get + Get);
    QTRY_COMPARE(server.kept.size(), 1);
    const auto exchange = server.kept.first();
    exchange->begin({200, "text/event-stream", "ignored", {}, false});
    exchange->write("hello");
    exchange->write("");
    QTRY_VERIFY(client.received().endsWith("\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"));
    exchange->write(QByteArray(16, 'a'));
    exchange->end();
    QTRY_VERIFY(client.received().endsWith("10\r\naaaaaaaaaaaaaaaa\r\n0\r\n\r\n"));
    QTRY_COMPARE(server.kept.size(), 2);
}

void TestGuardedServer::aStreamForHttp10EndsWithTheConnection()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send("GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    QTRY_COMPARE(server.kept.size(), 1);
    server.kept.first()->begin(textReply({}));
    server.kept.first()->write("hello");
    server.kept.first()->end();
    QTRY_COMPARE(client.end(), End::Finished);
    QVERIFY(client.received().endsWith("\r\nConnection: close\r\n\r\nhello"));
    QVERIFY(!client.received().contains("Transfer-Encoding"));
}

void TestGuardedServer::aStreamForHeadHasNoBody()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n" + Get);
    QTRY_COMPARE(server.kept.size(), 1);
    server.kept.first()->begin(textReply({}));
    server.kept.first()->write("hello");
    server.kept.first()->end();
    QTRY_COMPARE(server.kept.size(), 2);
    QTRY_VERIFY(client.received().endsWith("\r\nTransfer-Encoding: chunked\r\n\r\n"));
}

void TestGuardedServer::aDroppedStreamIsNotTakenForAWholeOne()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port());
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    server.kept.first()->begin(textReply({}));
    server.kept.clear();
    QTRY_COMPARE(client.end(), End::Reset);
}

void TestGuardedServer::aStreamReaderThatIsTooSlowIsCutOff()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port(), 4096);
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    server.kept.first()->begin(textReply({}));
    // More than all buffers of the system and ours together.
    for (int i = 0; i < 64 && !server.kept.first()->isGone(); ++i)
        server.kept.first()->write(QByteArray(MiB, 'a'));
    QVERIFY(server.kept.first()->isGone());
    QCOMPARE(server.server().connectionCount(), 0);
}

void TestGuardedServer::deadlinesEndAConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QList<int>>("statuses");
    QTest::newRow("silence") << QByteArray() << 15 << QList<int>{};
    QTest::newRow("silence after an answer") << Get << 15 << QList<int>{200};
    QTest::newRow("half a request line") << QByteArray("GET") << 5 << QList<int>{408};
    QTest::newRow("half a header section")
        << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n") << 5 << QList<int>{408};
    QTest::newRow("half a body") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\n"
                                               "Content-Length: 2\r\n\r\na")
                                 << 30 << QList<int>{408};
    QTest::newRow("half a chunk") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\n"
                                                "Transfer-Encoding: chunked\r\n\r\n2\r\na")
                                  << 30 << QList<int>{408};
    QTest::newRow("half of a second request") << Get + "GET" << 5 << (QList<int>{200, 408});
}

void TestGuardedServer::deadlinesEndAConnection()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, seconds);
    QFETCH(QList<int>, statuses);
    TestServer server;
    RawClient client(server.port());
    client.send(bytes);
    QTRY_COMPARE(server.server().connectionCount(), 1);
    if (statuses.contains(200))
        QTRY_COMPARE(client.replies().size(), 1);
    letEverythingBeRead();
    server.clock().advance(std::chrono::seconds(seconds));
    server.server().sweep();
    QCoreApplication::processEvents();
    QCOMPARE(client.end(), End::Open);
    server.clock().advance(1ms);
    QTRY_COMPARE(client.end(), End::Finished);
    QCOMPARE(client.statuses(), statuses);
}

void TestGuardedServer::aSlowButSteadyRequestIsServed()
{
    TestServer server;
    RawClient client(server.port());
    QTRY_COMPARE(server.server().connectionCount(), 1);
    const QByteArray request = post("hello");
    for (qsizetype i = 0; i < request.size(); ++i) {
        client.send(request.mid(i, 1));
        QCoreApplication::processEvents();
        server.clock().advance(40ms);
        server.server().sweep();
    }
    QTRY_COMPARE(client.statuses(), QList<int>{200});
}

void TestGuardedServer::aPeerThatReadsNothingIsCutOff()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port(), 4096);
    client.send(Get);
    QTRY_COMPARE(server.kept.size(), 1);
    server.kept.first()->reply(textReply(QByteArray(64 * MiB, 'a')));
    server.clock().advance(30s);
    server.server().sweep();
    QCOMPARE(server.server().connectionCount(), 1);
    server.clock().advance(1ms);
    QTRY_COMPARE(server.server().connectionCount(), 0);
    QTRY_COMPARE(client.end(), End::Reset);
}

void TestGuardedServer::aPeerThatDoesNotCloseIsClosed()
{
    TestServer server;
    RawClient client(server.port());
    client.send(get("/", "Connection: close\r\n"));
    QTRY_COMPARE(client.end(), End::Finished);
    QCOMPARE(server.server().connectionCount(), 1);
    server.clock().advance(2001ms);
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

void TestGuardedServer::tooManyConnectionsAreTurnedAway()
{
    Limits limits;
    limits.maxConnections = 2;
    TestServer server(limits);
    RawClient first(server.port());
    RawClient second(server.port());
    QTRY_COMPARE(server.server().connectionCount(), 2);
    std::optional<RawClient> third(server.port());
    third->send(Get);
    QTRY_COMPARE(third->statuses(), QList<int>{503});
    QTRY_COMPARE(third->end(), End::Finished);
    third.reset();
    first.close();
    QTRY_COMPARE(server.server().connectionCount(), 1);
    RawClient fourth(server.port());
    fourth.send(Get);
    second.send(Get);
    QTRY_COMPARE(fourth.statuses(), QList<int>{200});
    QTRY_COMPARE(second.statuses(), QList<int>{200});
}

void TestGuardedServer::acceptingGoesOnAfterDescriptorsRanOut()
{
    TestServer server;
    QSignalSpy failed(&server.server(), &QTcpServer::acceptError);
    RawClient client(server.port());
    client.send(Get);
    // The lowest free descriptor is the one that accepting would take.
    const int lowest = dup(0);
    ::close(lowest);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit tight{static_cast<rlim_t>(lowest), before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &tight), 0);
    QTRY_VERIFY(!failed.isEmpty());
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    QTRY_COMPARE(client.statuses(), QList<int>{200});
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

void TestGuardedServer::exchangesMayOutliveTheServer()
{
    auto server = std::make_unique<TestServer>();
    server->keepRequests();
    RawClient client(server->port());
    client.send(Get);
    QTRY_COMPARE(server->kept.size(), 1);
    const auto exchange = server->kept.takeFirst();
    bool hasLeft = false;
    exchange->whenPeerLeaves([&hasLeft] { hasLeft = true; });
    server.reset();
    QVERIFY(hasLeft);
    QVERIFY(exchange->isGone());
    exchange->reply(textReply("too late"));
}

QTEST_GUILESS_MAIN(TestGuardedServer)
#include "tst_guardedserver.moc"

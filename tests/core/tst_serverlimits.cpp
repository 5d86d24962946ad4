// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/loopbackservers.h"
#include "tests/support/rawclient.h"
#include "tests/support/testserver.h"

#include <QTcpSocket>
#include <QTest>

#include <chrono>
#include <optional>
#include <sys/resource.h>

using namespace Core;
using namespace Core::Http;
using namespace std::chrono_literals;
using End = RawClient::End;

/// What a server bears of bytes, time, connections and descriptors.
class TestServerLimits final : public QObject
{
    Q_OBJECT

private slots:
    void aTooLargeBodyIsRefusedBeforeItComes();
    void aTooLargeBodyDoesNotHideItsRefusal();
    void pipeliningIsReadAheadOnlyALittle();
    void aPipelineIsTakenUpNoFasterThanItIsAnswered();
    void deadlinesEndAConnection_data();
    void deadlinesEndAConnection();
    void aSlowButSteadyRequestIsServed();
    void aPeerThatReadsNothingIsCutOff();
    void aPeerThatDoesNotCloseIsClosed();
    void tooManyConnectionsAreTurnedAway();
    void bothAddressesHaveOneLimitOfConnections();
    void acceptingGoesOnAfterDescriptorsRanOut();
};

void TestServerLimits::aTooLargeBodyIsRefusedBeforeItComes()
{
    TestServer server;
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10485760\r\n\r\n");
    QTRY_COMPARE(client.statuses(), QList<int>{413});
}

void TestServerLimits::aTooLargeBodyDoesNotHideItsRefusal()
{
    Limits limits;
    limits.maxLingerBytes = MiB;
    TestServer server(limits);
    RawClient client(server.port());
    client.send(postText(QByteArray(10 * MiB, 'a')));
    QTRY_COMPARE(client.statuses(), QList<int>{413});
    QTRY_COMPARE(server.server().connectionCount(), 0);
    QVERIFY2(client.unsentBytes() > 0, "the server has read the whole body");
}

void TestServerLimits::pipeliningIsReadAheadOnlyALittle()
{
    TestServer server;
    server.keepRequests();
    RawClient client(server.port(), 4096);
    client.send(Get + postText(QByteArray(MiB, 'a')).repeated(16));
    QTRY_COMPARE(server.kept.size(), 1);
    // Enough turns of the event loop to read all, if all were read.
    for (int i = 0; i < 1000; ++i)
        QCoreApplication::processEvents();
    QVERIFY(client.unsentBytes() > 0);
    server.kept.first()->reply(textReply("1"));
    QTRY_COMPARE(server.kept.size(), 2);
    QTRY_COMPARE(server.kept.at(1)->request().body.size(), MiB);
}

void TestServerLimits::aPipelineIsTakenUpNoFasterThanItIsAnswered()
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

void TestServerLimits::deadlinesEndAConnection_data()
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

void TestServerLimits::deadlinesEndAConnection()
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

void TestServerLimits::aSlowButSteadyRequestIsServed()
{
    TestServer server;
    RawClient client(server.port());
    QTRY_COMPARE(server.server().connectionCount(), 1);
    const QByteArray request = postText("hello");
    for (qsizetype i = 0; i < request.size(); ++i) {
        client.send(request.mid(i, 1));
        QCoreApplication::processEvents();
        server.clock().advance(40ms);
        server.server().sweep();
    }
    QTRY_COMPARE(client.statuses(), QList<int>{200});
}

void TestServerLimits::aPeerThatReadsNothingIsCutOff()
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

void TestServerLimits::aPeerThatDoesNotCloseIsClosed()
{
    TestServer server;
    RawClient client(server.port());
    client.send(get("/", "Connection: close\r\n"));
    QTRY_COMPARE(client.end(), End::Finished);
    QCOMPARE(server.server().connectionCount(), 1);
    server.clock().advance(2001ms);
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

void TestServerLimits::tooManyConnectionsAreTurnedAway()
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

void TestServerLimits::bothAddressesHaveOneLimitOfConnections()
{
    const ManualClock clock;
    Limits limits;
    limits.maxConnections = 1;
    QList<const GuardedServer *> both;
    LoopbackServers servers(clock, {limits, {}});
    const auto prepare = [&both](const GuardedServer &server) -> Result<> {
        both.append(&server);
        connect(&server, &GuardedServer::requestReceived, &server,
                [](const std::shared_ptr<Exchange> &exchange) { exchange->reply(textReply("x")); });
        return {};
    };
    QVERIFY(servers.start(0, prepare));
    if (both.size() < 2)
        QSKIP("this machine has no IPv6");
    const auto beginningOfAnswer = [&servers] {
        QTcpSocket caller;
        caller.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), servers.port());
        caller.write(Get);
        const bool isAnswered
            = QTest::qWaitFor([&caller] { return caller.bytesAvailable() >= 12; });
        return isAnswered ? caller.read(12) : QByteArray();
    };
    RawClient client(servers.port());
    client.send(Get);
    QTRY_COMPARE(client.statuses(), QList<int>{200});
    QCOMPARE(beginningOfAnswer(), QByteArray("HTTP/1.1 503"));
    client.close();
    QTRY_COMPARE(both.first()->connectionCount() + both.last()->connectionCount(), 0);
    QCOMPARE(beginningOfAnswer(), QByteArray("HTTP/1.1 200"));
}

void TestServerLimits::acceptingGoesOnAfterDescriptorsRanOut()
{
    TestServer server;
    // No QSignalSpy: the sanitizer looks at it for the first time when there is no descriptor
    // left, which it needs for that.
    bool hasFailed = false;
    connect(&server.server(), &QTcpServer::acceptError, this, [&hasFailed] { hasFailed = true; });
    RawClient client(server.port());
    client.send(Get);
    // The lowest free descriptor is the one that accepting would take.
    const int lowest = dup(0);
    ::close(lowest);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit tight{static_cast<rlim_t>(lowest), before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &tight), 0);
    QTRY_VERIFY(hasFailed);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    QTRY_COMPARE(client.statuses(), QList<int>{200});
}

QTEST_GUILESS_MAIN(TestServerLimits)
#include "tst_serverlimits.moc"

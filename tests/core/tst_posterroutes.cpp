// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/networkposter.h"
#include "tests/support/posterfixture.h"
#include "tests/support/testreceiver.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <sys/resource.h>
#include <unistd.h>

using namespace Core;
using namespace std::chrono_literals;

namespace {

const QString Name = QStringLiteral("receiver.example");

QByteArray receivedHeader(const TestReceiver &receiver, QByteArrayView name)
{
    return headerValue(receiver.requests().constLast().headers, name);
}

/// Listens, but the system drops what would connect, since nobody empties its full backlog.
class BlackHole final
{
public:
    BlackHole(const QHostAddress &address, quint16 port)
    {
        m_server.setListenBacklogSize(0);
        m_server.listen(address, port);
        m_server.pauseAccepting();
        for (QTcpSocket &client : m_clients)
            client.connectToHost(address, port);
    }

    void open() { m_server.resumeAccepting(); } ///< Takes all connections from now on.
    bool isOpen() const { return m_server.hasPendingConnections(); }

    bool isFull() const
    {
        return m_server.isListening()
            && m_clients.front().state() == QAbstractSocket::ConnectedState;
    }

private:
    QTcpServer m_server;
    std::array<QTcpSocket, 4> m_clients;
};

} // namespace

/// Which address a POST goes to, and over which connection.
class TestPosterRoutes final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestReceiver> m_receiver;
    std::unique_ptr<PosterFixture> m_fixture;

    void postAndWait(const Shipment &shipment);
    QString urlOfName(const QString &path = QStringLiteral("/")) const;

private slots:
    void init();
    void cleanup();

    void reportsWhyANameHasNoAddress_data();
    void reportsWhyANameHasNoAddress();
    void reportsUrlsThatMayNotBeUsed();
    void blamesItselfWhenNoDescriptorIsFree();
    void pinsTheAddressAndSendsTheName();
    void judgesEveryAddress();
    void judgesAtEveryAttempt();
    void triesTheNextAddress();
    void leavesAnAddressThatDoesNotConnect();
    void connectsAnewAfterAConnectionThatHung();
    void returnsToASlowAddressWhenOthersFail();
    void waitsForAHandshakeThatHasBegun();
    void triesNoOtherAddressOnceSent();
    void waitsForWhomItHasSentTo();
    void speaksIPv6();
    void usesAConnectionAgain();
    void replacesAConnectionThatWasClosed();
    void sendsNoCookieLater();
    void ignoresEveryProxy();
};

void TestPosterRoutes::init()
{
    m_receiver = std::make_unique<TestReceiver>();
    QVERIFY(m_receiver->start());
    m_fixture = std::make_unique<PosterFixture>();
}

void TestPosterRoutes::cleanup()
{
    m_fixture.reset();
    m_receiver.reset();
}

void TestPosterRoutes::postAndWait(const Shipment &shipment)
{
    const int before = m_fixture->reportCount();
    m_fixture->post(shipment);
    QTRY_COMPARE(m_fixture->reportCount(), before + 1);
    QVERIFY(m_fixture->last().attempt == shipment.attempt);
}

QString TestPosterRoutes::urlOfName(const QString &path) const
{
    return QStringLiteral("http://%1:%2%3").arg(Name).arg(m_receiver->serverPort()).arg(path);
}

void TestPosterRoutes::reportsWhyANameHasNoAddress_data()
{
    QTest::addColumn<QHostInfo::HostInfoError>("error");
    QTest::addColumn<Failure>("failure");
    QTest::newRow("an unknown name") << QHostInfo::HostNotFound << Failure::NameNotFound;
    QTest::newRow("a resolver in trouble") << QHostInfo::UnknownError << Failure::LookUpFailed;
}

void TestPosterRoutes::reportsWhyANameHasNoAddress()
{
    QFETCH(QHostInfo::HostInfoError, error);
    QFETCH(Failure, failure);
    m_fixture->lookUp().fail(Name, error);
    postAndWait(m_fixture->shipment(urlOfName()));
    QCOMPARE(m_fixture->last().failure, failure);
    QCOMPARE(m_fixture->last().phase, Phase::LookUp);
    QVERIFY(m_fixture->last().timings.lookUp);
}

void TestPosterRoutes::reportsUrlsThatMayNotBeUsed()
{
    for (const char *url : {"ftp://example.com/", "http://user@example.com/",
                            "http://169.254.169.254/latest", "http://0.0.0.0/", "http://[::]/"}) {
        postAndWait(m_fixture->shipment(QString::fromLatin1(url)));
        QCOMPARE(m_fixture->last().failure, Failure::AddressRefused);
        QVERIFY(!m_fixture->last().detail.isEmpty());
    }
}

void TestPosterRoutes::blamesItselfWhenNoDescriptorIsFree()
{
    // Everything but the connection itself is open by now.
    postAndWait(m_fixture->shipment(m_receiver->url()));
    Shipment shipment = m_fixture->shipment(m_receiver->url());
    shipment.destination = DestinationId{2};

    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit low = before;
    low.rlim_cur = 256;
    setrlimit(RLIMIT_NOFILE, &low);
    QList<int> descriptors;
    for (int descriptor = 0; descriptor >= 0; descriptor = dup(STDIN_FILENO))
        descriptors.append(descriptor);
    postAndWait(shipment);
    for (const int descriptor : descriptors.mid(1))
        ::close(descriptor);
    setrlimit(RLIMIT_NOFILE, &before);

    QCOMPARE(m_fixture->last().failure, Failure::NotSent);
    QCOMPARE(m_receiver->requests().size(), 1);
}

void TestPosterRoutes::pinsTheAddressAndSendsTheName()
{
    m_fixture->lookUp().set(Name, {QStringLiteral("127.0.0.1")});
    postAndWait(m_fixture->shipment(urlOfName(QStringLiteral("/hook"))));
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(receivedHeader(*m_receiver, "Host"),
             Name.toLatin1() + ':' + QByteArray::number(m_receiver->serverPort()));
    QVERIFY(m_fixture->last().timings.lookUp);
}

void TestPosterRoutes::judgesEveryAddress()
{
    m_fixture->lookUp().set(Name,
                            {QStringLiteral("169.254.169.254"), QStringLiteral("0.0.0.0"),
                             QStringLiteral("127.0.0.1")});
    postAndWait(m_fixture->shipment(urlOfName()));
    QCOMPARE(m_fixture->last().status, 200);

    AddressPolicy policy;
    policy.own = {{QHostAddress(QHostAddress::LocalHost), m_receiver->serverPort()}};
    m_fixture->poster().setPolicy(policy);
    postAndWait(m_fixture->shipment(urlOfName()));
    QCOMPARE(m_fixture->last().failure, Failure::AddressRefused);
    QVERIFY(m_fixture->last().detail.contains(QStringLiteral("169.254.169.254")));
    QCOMPARE(m_receiver->requests().size(), 1);
}

void TestPosterRoutes::judgesAtEveryAttempt()
{
    postAndWait(m_fixture->shipment(m_receiver->url()));
    AddressPolicy policy;
    policy.profile = Profile::Server;
    m_fixture->poster().setPolicy(policy);
    // The open connection to an address that is no longer allowed must not be used either.
    postAndWait(m_fixture->shipment(m_receiver->url()));
    QCOMPARE(m_fixture->last().failure, Failure::AddressRefused);
    QCOMPARE(m_receiver->requests().size(), 1);
}

void TestPosterRoutes::triesTheNextAddress()
{
    m_fixture->lookUp().set(Name, {QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")});
    postAndWait(m_fixture->shipment(urlOfName()));
    QCOMPARE(m_fixture->last().status, 200);
    QVERIFY(m_fixture->last().remoteAddress.startsWith(u"127.0.0.1:"));
    QCOMPARE(m_receiver->requests().size(), 1);
}

void TestPosterRoutes::leavesAnAddressThatDoesNotConnect()
{
    const BlackHole hole(QHostAddress(QStringLiteral("127.0.0.2")), m_receiver->serverPort());
    QTRY_VERIFY(hole.isFull());
    m_fixture->lookUp().set(Name, {QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")});
    Shipment shipment = m_fixture->shipment(urlOfName());
    shipment.timeout = 1s;
    const Tick before = SystemClock().tick();
    postAndWait(shipment);
    const Report report = m_fixture->last();
    QCOMPARE(report.status, 200);
    QVERIFY(report.remoteAddress.startsWith(u"127.0.0.1:"));
    QCOMPARE(m_receiver->requests().size(), 1);
    // The time that was lost on the other address came before it was sent.
    QVERIFY(report.sentAt >= before + 400ms);
}

/// The system would repeat the old one's first packet after a second at the earliest.
void TestPosterRoutes::connectsAnewAfterAConnectionThatHung()
{
    BlackHole hole(QHostAddress(QStringLiteral("127.0.0.2")), m_receiver->serverPort());
    QTRY_VERIFY(hole.isFull());
    m_fixture->lookUp().set(Name, {QStringLiteral("127.0.0.2")});
    Shipment shipment = m_fixture->shipment(urlOfName());
    shipment.timeout = 300ms;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::TimedOut);
    QCOMPARE(m_fixture->last().phase, Phase::Connect);
    hole.open();
    QTRY_VERIFY(hole.isOpen());
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::TimedOut);
    QVERIFY2(m_fixture->last().phase == Phase::Wait, "it was sent, and nobody answers there");
}

void TestPosterRoutes::returnsToASlowAddressWhenOthersFail()
{
    const BlackHole hole(QHostAddress(QStringLiteral("127.0.0.2")), m_receiver->serverPort());
    QTRY_VERIFY(hole.isFull());
    m_fixture->lookUp().set(Name, {QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.3")});
    Shipment shipment = m_fixture->shipment(urlOfName());
    shipment.timeout = 800ms;
    postAndWait(shipment);
    const Report report = m_fixture->last();
    QCOMPARE(report.failure, Failure::TimedOut);
    QCOMPARE(report.phase, Phase::Connect);
    QVERIFY(report.remoteAddress.startsWith(u"127.0.0.2:"));
    QVERIFY2(report.timings.total > 600ms, "what was left of the time is given to it, too");
}

/// Whoever listens at the next address has nothing to do with it.
void TestPosterRoutes::waitsForAHandshakeThatHasBegun()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress(QStringLiteral("127.0.0.2")), m_receiver->serverPort()));
    m_fixture->lookUp().set(Name, {QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")});
    Shipment shipment = m_fixture->shipment(
        urlOfName().replace(QStringLiteral("http:"), QStringLiteral("https:")));
    shipment.timeout = 600ms;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::TimedOut);
    QCOMPARE(m_fixture->last().phase, Phase::Tls);
    QVERIFY(m_fixture->last().remoteAddress.startsWith(u"127.0.0.2:"));
    QCOMPARE(m_receiver->acceptedCount(), 0);
}

void TestPosterRoutes::triesNoOtherAddressOnceSent()
{
    TestReceiver second;
    QVERIFY(second.start(QHostAddress(QStringLiteral("127.0.0.2")), m_receiver->serverPort()));
    m_receiver->setAnswer(Answer::close());
    m_fixture->lookUp().set(Name, {QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.2")});
    postAndWait(m_fixture->shipment(urlOfName()));
    QCOMPARE(m_fixture->last().failure, Failure::ClosedWithoutAnswer);
    QCOMPARE(second.acceptedCount(), 0);
}

void TestPosterRoutes::waitsForWhomItHasSentTo()
{
    TestReceiver second;
    QVERIFY(second.start(QHostAddress(QStringLiteral("127.0.0.2")), m_receiver->serverPort()));
    m_receiver->setAnswer(Answer::status(201).after(500ms));
    m_fixture->lookUp().set(Name, {QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.2")});
    Shipment shipment = m_fixture->shipment(urlOfName());
    shipment.timeout = 900ms;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().status, 201);
    QCOMPARE(second.acceptedCount(), 0);
}

void TestPosterRoutes::speaksIPv6()
{
    TestReceiver receiver;
    if (!receiver.start(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("this machine has no IPv6 loopback");
    postAndWait(m_fixture->shipment(receiver.url()));
    const QString endpoint = QStringLiteral("[::1]:%1").arg(receiver.serverPort());
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_fixture->last().remoteAddress, endpoint);
    QCOMPARE(receivedHeader(receiver, "Host"), endpoint.toLatin1());

    // "localhost" means both loopback addresses, and only this one listens.
    postAndWait(
        m_fixture->shipment(QStringLiteral("http://localhost:%1/").arg(receiver.serverPort())));
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_fixture->last().remoteAddress, endpoint);
}

void TestPosterRoutes::usesAConnectionAgain()
{
    for (int i = 0; i < 5; ++i)
        postAndWait(m_fixture->shipment(m_receiver->url()));
    QCOMPARE(m_receiver->requests().size(), 5);
    QCOMPARE(m_receiver->acceptedCount(), 1);
    QVERIFY(!m_fixture->last().timings.connect);
    QVERIFY(m_fixture->last().sentAt);
    QVERIFY(*m_fixture->last().sentAt <= SystemClock().tick() + 1ms);
}

void TestPosterRoutes::replacesAConnectionThatWasClosed()
{
    postAndWait(m_fixture->shipment(m_receiver->url()));
    m_receiver->closeConnections();
    QTRY_COMPARE(m_receiver->openCount(), 0);
    postAndWait(m_fixture->shipment(m_receiver->url()));
    // On a busy machine the POST may cross the close on the wire; that is told, and the next one
    // finds the connection closed.
    if (m_fixture->last().status == 0) {
        QCOMPARE(m_fixture->last().failure, Failure::ClosedWithoutAnswer);
        postAndWait(m_fixture->shipment(m_receiver->url()));
    }
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_receiver->requests().size(), 2);

    // Closed in answer to the POST itself: it may have been seen, so it is not made again.
    m_receiver->enqueueAnswer(Answer::close());
    postAndWait(m_fixture->shipment(m_receiver->url()));
    QCOMPARE(m_fixture->last().failure, Failure::ClosedWithoutAnswer);
    QCOMPARE(m_receiver->requests().size(), 3);
}

void TestPosterRoutes::sendsNoCookieLater()
{
    m_receiver->enqueueAnswer(Answer::status(200, {}, {{"Set-Cookie", "a=1; Path=/"}}));
    postAndWait(m_fixture->shipment(m_receiver->url()));
    postAndWait(m_fixture->shipment(m_receiver->url()));
    QVERIFY(receivedHeader(*m_receiver, "Cookie").isNull());
}

void TestPosterRoutes::ignoresEveryProxy()
{
    TestReceiver proxy;
    QVERIFY(proxy.start());
    m_fixture.reset();
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    qputenv("http_proxy", proxy.url().toLatin1());
    m_fixture = std::make_unique<PosterFixture>();
    postAndWait(m_fixture->shipment(m_receiver->url()));
    qunsetenv("http_proxy");
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(proxy.acceptedCount(), 0);
    // The system may except loopback from its proxies; other addresses must not meet them either.
    QVERIFY(!QNetworkProxyFactory::usesSystemConfiguration());
    QCOMPARE(QNetworkProxy::applicationProxy().type(), QNetworkProxy::NoProxy);
}

QTEST_GUILESS_MAIN(TestPosterRoutes)
#include "tst_posterroutes.moc"

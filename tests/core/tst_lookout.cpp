// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/lookout.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>

using namespace Core;
using namespace std::chrono_literals;
using Moment = std::chrono::steady_clock::time_point;

/// Finding this process's connections, and what is seen of them.
class TestLookout final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_client;
    std::unique_ptr<QTcpSocket> m_peer;

    Endpoint remote() const { return {m_server->serverAddress(), m_server->serverPort()}; }
    std::unique_ptr<QTcpSocket> connectAnother();
    bool isUsedUp(Lookout &lookout) const;
    static std::unique_ptr<Lookout> makeLookoutForTwo();
    static bool becomesIdle(const QTcpSocket &socket);

private slots:
    void init();
    void findsAConnectionOnce();
    void findsNoConnectionElsewhere();
    void findsEachAmongManyElsewhere();
    void findsAgainWhatItLetGoOf();
    void searchesOnceForAllThatWereSentBefore();
    void findsWhatOpensAfterASearch();
    void findsTheOneThatSentAsMuch();
    void findsTheOneThatSentThen();
    void countsWhatHasCome();
    void countsAnewWhenMoreIsSent();
    void countsNoAnswersToEarlierRequests();
    void tellsHowAConnectionEnded_data();
    void tellsHowAConnectionEnded();
    void seesThatQtHasClosed();
    void tellsAnEndOnce();
    void anEndIsTakenOnceBeforeQtKnowsOfIt();
    void tellsEndsApartByWhatWasSent();
    void tellsOfNoEndThatMayBeAnothers();
    void tellsOfNoEndBeforeTheFlight();
    void tellsOfNoEndThatMayBeOfOneOverlooked();
    void anUnusedConnectionIsNotMeant();
    void aLongBodyMayBeCutAnywhere();
    void anEndIsNoAnswer();
    void ofTwoNoneTakesTheOthersWitness();
    void letsGoOfWhatQtHasClosed();
    void letsGoOfWhatIsIdleWhenThereAreMany();
    void knowsWhatAnEarlierRequestWasAnswered();
    void tellsOfNoAnswerThatMayBeAnothers();
    void endsAConnection();
    void findsNothingWhileItsTimeIsUsedUp();
    void sharesTheDescriptors();
    void leavesAFilesLocksAlone();
};

std::unique_ptr<QTcpSocket> TestLookout::connectAnother()
{
    auto client = std::make_unique<QTcpSocket>();
    client->connectToHost(m_server->serverAddress(), m_server->serverPort());
    if (!client->waitForConnected())
        return nullptr;
    return client;
}

/// Searches for a while, and says whether a connection that is there is found no more.
bool TestLookout::isUsedUp(Lookout &lookout) const
{
    for (int i = 0; i < 1'000; ++i) {
        if (!lookout.find(remote(), {}))
            return true;
    }
    return false;
}

/// An eighth of a quarter of 64 descriptors are two.
std::unique_ptr<Lookout> TestLookout::makeLookoutForTwo()
{
    rlimit before{};
    if (getrlimit(RLIMIT_NOFILE, &before) != 0)
        qFatal("The limit cannot be read.");
    rlimit low = before;
    low.rlim_cur = 64;
    if (setrlimit(RLIMIT_NOFILE, &low) != 0)
        qFatal("The limit cannot be lowered.");
    auto lookout = std::make_unique<Lookout>(8);
    if (setrlimit(RLIMIT_NOFILE, &before) != 0)
        qFatal("The limit cannot be raised again.");
    return lookout;
}

/// Waits until nothing was sent for more than the second after which a connection is idle.
bool TestLookout::becomesIdle(const QTcpSocket &socket)
{
    const Witness witness(static_cast<int>(socket.socketDescriptor()));
    return QTest::qWaitFor([&witness] { return witness.facts().sinceSent > 1'050ms; });
}

void TestLookout::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_client = connectAnother();
    QVERIFY(m_client);
    QTRY_VERIFY(m_server->hasPendingConnections());
    m_peer.reset(m_server->nextPendingConnection());
    m_peer->setParent(nullptr);
}

void TestLookout::findsAConnectionOnce()
{
    Lookout lookout;
    const auto now = std::chrono::steady_clock::now();
    QVERIFY(lookout.isConnected(remote(), now - std::chrono::seconds{10}));
    QVERIFY2(!lookout.isConnected(remote(), now + std::chrono::seconds{10}), "it has been silent");
    std::shared_ptr<Witness> witness = lookout.find(remote(), {});
    QVERIFY(witness);
    QCOMPARE(witness->facts().state, ConnectionFacts::State::Open);
    QVERIFY(!lookout.isConnected(remote(), now - std::chrono::seconds{10}));
    QVERIFY(!lookout.find(remote(), {}));
    witness.reset();
    QVERIFY(lookout.find(remote(), {}));
}

void TestLookout::findsNoConnectionElsewhere()
{
    Lookout lookout;
    const auto otherPort = static_cast<quint16>(m_server->serverPort() + 1);
    QVERIFY(!lookout.find({m_server->serverAddress(), otherPort}, {}));
    QVERIFY(!lookout.find({QHostAddress(QHostAddress::LocalHostIPv6), m_server->serverPort()}, {}));
}

void TestLookout::findsEachAmongManyElsewhere()
{
    // Some share the address, some the port, none both.
    std::vector<std::unique_ptr<QTcpServer>> servers;
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (quint32 i = 1; i <= 20; ++i) {
        const QHostAddress address(QHostAddress(QHostAddress::LocalHost).toIPv4Address() + i / 2);
        servers.push_back(std::make_unique<QTcpServer>());
        QVERIFY(servers.back()->listen(address, i % 2 == 0 ? remote().port : 0));
        clients.push_back(std::make_unique<QTcpSocket>());
        clients.back()->connectToHost(address, servers.back()->serverPort());
        QVERIFY(clients.back()->waitForConnected());
    }
    Lookout lookout;
    std::vector<std::shared_ptr<Witness>> witnesses;
    for (const auto &server : servers) {
        const Endpoint endpoint{server->serverAddress(), server->serverPort()};
        witnesses.push_back(lookout.find(endpoint, {}));
        QVERIFY(witnesses.back());
        QVERIFY(!lookout.find(endpoint, {}));
    }
    QVERIFY(lookout.find(remote(), {}));
}

void TestLookout::findsAgainWhatItLetGoOf()
{
    Lookout lookout;
    std::shared_ptr<Witness> witness = lookout.find(remote(), {});
    QVERIFY(witness);
    // It was another flight's, which looks for it in its turn.
    lookout.letGo(remote(), witness);
    witness.reset();
    QVERIFY(lookout.find(remote(), {{}, {}, 0, true}));
}

void TestLookout::searchesOnceForAllThatWereSentBefore()
{
    Lookout lookout;
    const Trace before{std::chrono::steady_clock::now(), {}, 0, true};
    const std::shared_ptr<Witness> witness = lookout.find(remote(), before);
    QVERIFY(witness);
    const auto another = connectAnother();
    QVERIFY(another);
    QVERIFY2(!lookout.find(remote(), before), "it was not open when that was sent");
    QVERIFY(lookout.find(remote(), {std::chrono::steady_clock::now(), {}, 0, true}));
}

/// As for an empty body, of which nobody knows when it was sent.
void TestLookout::findsWhatOpensAfterASearch()
{
    m_client.reset();
    Lookout lookout;
    const Trace trace{std::chrono::steady_clock::now(), {}, 0, false};
    lookout.watch(remote());
    m_client = connectAnother();
    QVERIFY(lookout.find(remote(), trace));
}

void TestLookout::findsTheOneThatSentAsMuch()
{
    const std::unique_ptr<QTcpSocket> other = connectAnother();
    other->write("hi");
    m_client->write("hello");
    QTRY_COMPARE(m_peer->bytesAvailable(), 5);
    QTRY_COMPARE(other->bytesToWrite(), 0);
    Lookout lookout;
    for (const quint64 count : {quint64{5}, quint64{2}}) {
        const Trace trace{Moment::clock::now(), 1, count - 1};
        QCOMPARE(lookout.find(remote(), trace)->facts().sentBytes, count);
    }
}

void TestLookout::findsTheOneThatSentThen()
{
    m_client->write("hello");
    QTRY_COMPARE(m_peer->bytesAvailable(), 5);
    const Moment early = Moment::clock::now();
    Lookout lookout;
    QTRY_VERIFY(lookout.find(remote(), {})->facts().sinceSent > 100ms);
    const std::unique_ptr<QTcpSocket> late = connectAnother();
    QCOMPARE(lookout.find(remote(), {early, {}, 0})->facts().sentBytes, quint64{5});
    QCOMPARE(lookout.find(remote(), {Moment::clock::now(), {}, 0})->facts().sentBytes, quint64{0});
}

void TestLookout::countsWhatHasCome()
{
    // What came before the newest request answers another one.
    const auto send = [this](const char *part) {
        m_client->write(part);
        return m_client->waitForBytesWritten();
    };
    QVERIFY(send("head") && send("body"));
    m_peer->write("before");
    QTRY_COMPARE(m_client->bytesAvailable(), 6);
    QVERIFY(send("head"));
    Lookout lookout;
    const std::shared_ptr<Witness> witness = lookout.find(remote(), {});
    QCOMPARE(witness->answerBytes(), quint64{0});
    m_peer->write("after");
    QTRY_COMPARE(witness->answerBytes(), quint64{5});
    m_peer->disconnectFromHost();
    QTRY_COMPARE(witness->facts().state, ConnectionFacts::State::ClosedByPeer);
    QCOMPARE(witness->answerBytes(), quint64{5});
}

void TestLookout::countsAnewWhenMoreIsSent()
{
    Lookout lookout;
    const std::shared_ptr<Witness> witness = lookout.find(remote(), {});
    m_client->write("request");
    QTRY_COMPARE(m_peer->bytesAvailable(), 7);
    m_peer->write("answer");
    QTRY_COMPARE(witness->answerBytes(), quint64{6});
    m_client->write("request");
    QTRY_COMPARE(m_peer->bytesAvailable(), 14);
    QTRY_COMPARE(witness->answerBytes(), quint64{0});
}

/// They are no headers of this one's answer, of which the first bytes have come already.
void TestLookout::countsNoAnswersToEarlierRequests()
{
    m_client->write("request");
    QTRY_COMPARE(m_peer->bytesAvailable(), 7);
    m_peer->write(QByteArray(100'000, 'x'));
    QTRY_COMPARE(m_client->bytesAvailable(), 100'000);
    // The system tells the order of events by its own coarse steps.
    const Witness witnessed(static_cast<int>(m_client->socketDescriptor()));
    QTRY_VERIFY(witnessed.facts().sinceReceived > 20ms);
    m_client->write("request");
    QTRY_COMPARE(m_peer->bytesAvailable(), 14);
    QTRY_VERIFY(witnessed.facts().sinceSent > 20ms);
    m_peer->write("HTTP");
    QTRY_COMPARE(m_client->bytesAvailable(), 100'004);
    Lookout lookout;
    const std::shared_ptr<Witness> witness = lookout.find(remote(), {{}, 3, 4});
    QVERIFY(witness->answerBytes() > 0);
    QVERIFY(witness->answerBytes() <= 4);
    QVERIFY(witness->readAnswerBytes() <= 4);
}

void TestLookout::tellsHowAConnectionEnded_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::addColumn<ConnectionFacts::State>("state");
    QTest::newRow("closed by the peer") << false << ConnectionFacts::State::ClosedByPeer;
    QTest::newRow("reset by the peer") << true << ConnectionFacts::State::Dead;
}

void TestLookout::tellsHowAConnectionEnded()
{
    QFETCH(bool, isReset);
    QFETCH(ConnectionFacts::State, state);
    Lookout lookout;
    const std::shared_ptr<Witness> witness = lookout.find(remote(), {});
    const linger none{isReset ? 1 : 0, 0};
    setsockopt(static_cast<int>(m_peer->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none,
               sizeof none);
    m_peer->abort();
    // To Qt both are the same.
    QTRY_COMPARE(m_client->error(), QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(witness->facts().state, state);
}

void TestLookout::seesThatQtHasClosed()
{
    Lookout lookout;
    std::shared_ptr<Witness> witness = lookout.find(remote(), {});
    QVERIFY(!witness->isLast());
    m_client->abort();
    QVERIFY(witness->isLast());
    QCOMPARE(witness->facts().state, ConnectionFacts::State::Open);
    // The connection ends with its witness.
    witness.reset();
    lookout.sweep();
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
}

void TestLookout::tellsAnEndOnce()
{
    Lookout lookout;
    const Trace trace{Moment::clock::now() - 1s, 1, 0};
    lookout.watch(remote());
    QVERIFY2(!lookout.takeEnd(remote(), trace), "it is open");
    m_peer->write("SSH");
    QTRY_COMPARE(m_client->bytesAvailable(), 3);
    m_client->abort();
    const ConnectionEnd end{ConnectionFacts::State::Open, true, false};
    QCOMPARE(lookout.takeEnd(remote(), trace), std::optional(end));
    QVERIFY(!lookout.takeEnd(remote(), trace));
}

void TestLookout::anEndIsTakenOnceBeforeQtKnowsOfIt()
{
    Lookout lookout;
    std::shared_ptr<Witness> witness = lookout.find(remote(), {});
    QVERIFY(witness);
    m_peer->disconnectFromHost();
    while (witness->facts().state == ConnectionFacts::State::Open)
        std::this_thread::yield();
    witness.reset();
    lookout.sweep();
    lookout.watch(remote()); // The descriptor is still open.
    m_client->abort();
    const Trace trace{Moment::clock::now() - 1s, {}, 0};
    QVERIFY(lookout.takeEnd(remote(), trace));
    QVERIFY(!lookout.takeEnd(remote(), trace));
}

void TestLookout::tellsEndsApartByWhatWasSent()
{
    const std::unique_ptr<QTcpSocket> other = connectAnother();
    QTRY_VERIFY(m_server->hasPendingConnections());
    QTcpSocket *const otherPeer = m_server->nextPendingConnection();
    other->write("hi");
    m_client->write("hello");
    QTRY_COMPARE(m_peer->bytesAvailable(), 5);
    QTRY_COMPARE(otherPeer->bytesAvailable(), 2);
    Lookout lookout;
    lookout.watch(remote());
    otherPeer->disconnectFromHost();
    QTRY_COMPARE(other->state(), QAbstractSocket::UnconnectedState);
    m_client->abort();
    const auto stateAt = [&](quint64 sentBytes) {
        const Trace trace{Moment::clock::now() - 1s, 1, sentBytes - 1};
        return lookout.takeEnd(remote(), trace).value_or(ConnectionEnd()).state;
    };
    QCOMPARE(stateAt(2), ConnectionFacts::State::ClosedByPeer);
    QCOMPARE(stateAt(5), ConnectionFacts::State::Open);
}

void TestLookout::tellsOfNoEndThatMayBeAnothers()
{
    const std::unique_ptr<QTcpSocket> other = connectAnother();
    Lookout lookout;
    lookout.watch(remote());
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    const Trace trace{Moment::clock::now() - 1s, 10, 0};
    other->abort();
    QVERIFY2(!lookout.takeEnd(remote(), trace), "one of two, which ended differently");
}

void TestLookout::tellsOfNoEndBeforeTheFlight()
{
    Lookout lookout;
    lookout.watch(remote());
    m_client->abort();
    QVERIFY(!lookout.takeEnd(remote(), {Moment::clock::now() + 1s, {}, 0}));
}

void TestLookout::tellsOfNoEndThatMayBeOfOneOverlooked()
{
    Lookout lookout;
    // Until there is no time for one of them.
    for (int i = 0; i < 20'000; ++i)
        lookout.watch(remote());
    m_client->abort();
    QVERIFY2(!lookout.takeEnd(remote(), {Moment::clock::now() - 10min, {}, 0}),
             "there may be another connection");
}

void TestLookout::anUnusedConnectionIsNotMeant()
{
    const std::unique_ptr<QTcpSocket> unused = connectAnother();
    Lookout lookout;
    lookout.watch(remote());
    m_client->write("hello");
    QTRY_COMPARE(m_peer->bytesAvailable(), 5);
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    unused->abort();
    const ConnectionEnd end{ConnectionFacts::State::ClosedByPeer, false, false};
    QCOMPARE(lookout.takeEnd(remote(), {Moment::clock::now() - 1s, 1, 4}), std::optional(end));
}

void TestLookout::aLongBodyMayBeCutAnywhere()
{
    // Of two requests with the same length one was cut, the other one read whole.
    const std::unique_ptr<QTcpSocket> other = connectAnother();
    QTRY_VERIFY(m_server->hasPendingConnections());
    QTcpSocket *const otherPeer = m_server->nextPendingConnection();
    m_client->write(QByteArray(100'000, 'x'));
    other->write(QByteArray(70'000, 'x'));
    QTRY_COMPARE(m_peer->bytesAvailable(), 100'000);
    QTRY_COMPARE(otherPeer->bytesAvailable(), 70'000);
    Lookout lookout;
    lookout.watch(remote());
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    other->abort();
    const Moment since = Moment::clock::now() - 1s;
    QVERIFY(!lookout.takeEnd(remote(), {since, 100, 99'900}));
}

void TestLookout::anEndIsNoAnswer()
{
    // The system counts the peer's end as a byte that has come, and a reset after it hides that.
    Lookout lookout;
    lookout.watch(remote());
    const Trace trace{Moment::clock::now() - 1s, 1, 4};
    const linger none{0, 0};
    setsockopt(static_cast<int>(m_peer->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none,
               sizeof none);
    m_peer.reset();
    m_client->write("hello");
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    const auto end = lookout.takeEnd(remote(), trace);
    QVERIFY(end.has_value());
    QVERIFY(!end->hasAnswered);
}

void TestLookout::ofTwoNoneTakesTheOthersWitness()
{
    // Names that lead to one address may belong to different workers.
    Lookout one;
    Lookout other;
    for (int round = 0; round < 3; ++round) {
        // The number of the descriptor that is closed is used again.
        const std::unique_ptr<QTcpSocket> client = connectAnother();
        QTRY_VERIFY(m_server->hasPendingConnections());
        const std::unique_ptr<QTcpSocket> peer(m_server->nextPendingConnection());
        one.watch(remote());
        other.watch(remote());
        client->abort();
        const std::unique_ptr<QTcpSocket> next = connectAnother();
        for (Lookout *const lookout : {&one, &other}) {
            lookout->sweep();
            lookout->watch(remote());
        }
        QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
        QTRY_VERIFY(m_server->hasPendingConnections());
        m_server->nextPendingConnection()->deleteLater();
    }
}

void TestLookout::letsGoOfWhatQtHasClosed()
{
    Lookout lookout;
    const Trace trace{Moment::clock::now() - 1s, {}, 0};
    lookout.watch(remote());
    m_client->abort();
    lookout.sweep();
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QVERIFY2(lookout.takeEnd(remote(), trace), "its end is remembered");
}

void TestLookout::letsGoOfWhatIsIdleWhenThereAreMany()
{
    const std::unique_ptr<Lookout> lookout = makeLookoutForTwo();
    const Trace trace{Moment::clock::now() - 1s, {}, 0};
    lookout->watch(remote());
    QVERIFY(becomesIdle(*m_client));
    lookout->sweep();
    m_client->abort();
    QVERIFY2(lookout->takeEnd(remote(), trace), "one is not many");
    const std::unique_ptr<QTcpSocket> idle = connectAnother();
    const std::unique_ptr<QTcpSocket> held = connectAnother();
    lookout->watch(remote());
    QVERIFY(becomesIdle(*held));
    const std::shared_ptr<Witness> witness = lookout->find(remote(), trace);
    lookout->sweep();
    idle->abort();
    held->abort();
    QVERIFY2(!lookout->takeEnd(remote(), trace), "it may be that of the one that was let go");
}

void TestLookout::knowsWhatAnEarlierRequestWasAnswered()
{
    Lookout lookout;
    lookout.watch(remote());
    m_client->write("first");
    QTRY_COMPARE(m_peer->bytesAvailable(), 5);
    m_peer->write("answer");
    QTRY_COMPARE(m_client->bytesAvailable(), 6);
    const Trace trace{Moment::clock::now() - 1s, 1, 5};
    m_client->write("second");
    QTRY_COMPARE(m_peer->bytesAvailable(), 11);
    std::shared_ptr<Witness> witness = lookout.find(remote(), trace);
    QCOMPARE(witness->answerBytes(), quint64{0});
    witness.reset();
    m_client->abort();
    const ConnectionEnd end{ConnectionFacts::State::Open, false, false};
    QCOMPARE(lookout.takeEnd(remote(), trace), std::optional(end));
}

void TestLookout::tellsOfNoAnswerThatMayBeAnothers()
{
    const std::unique_ptr<QTcpSocket> other = connectAnother();
    const Trace trace{Moment::clock::now(), 1, 4};
    m_client->write("hello");
    other->write("hello");
    QTRY_COMPARE(m_peer->bytesAvailable(), 5);
    QTRY_VERIFY(m_server->hasPendingConnections());
    const std::unique_ptr<QTcpSocket> otherPeer(m_server->nextPendingConnection());
    otherPeer->setParent(nullptr);
    QTRY_COMPARE(otherPeer->bytesAvailable(), 5);
    Lookout lookout;
    const std::shared_ptr<Witness> one = lookout.find(remote(), trace);
    const std::shared_ptr<Witness> two = lookout.find(remote(), trace);
    QVERIFY(one && two);
    const auto isTold = [&](std::optional<bool> hasBegun) {
        return lookout.hasBegun(remote(), trace, *one) == hasBegun
            && lookout.hasBegun(remote(), trace, *two) == hasBegun;
    };
    QVERIFY(isTold(false));
    otherPeer->write("HTTP");
    QTRY_COMPARE(other->bytesAvailable(), 4);
    QVERIFY(isTold(std::nullopt));
    m_peer->write("HTTP");
    QTRY_COMPARE(m_client->bytesAvailable(), 4);
    QVERIFY(isTold(true));
    lookout.letGo(remote(), one);
    QCOMPARE(lookout.hasBegun(remote(), trace, *two), std::optional(true));
    lookout.noteAnswer(remote(), trace);
    lookout.noteAnswer(remote(), trace);
    QCOMPARE(lookout.hasBegun(remote(), trace, *two), std::optional(false));
}

void TestLookout::endsAConnection()
{
    Lookout lookout;
    const std::shared_ptr<Witness> witness = lookout.find(remote(), {});
    // More than a socket of Qt reads at once stays with the system.
    m_client->setReadBufferSize(1);
    m_peer->write(QByteArray(100'000, 'x'));
    QTRY_COMPARE(witness->answerBytes(), quint64{100'000});
    QCOMPARE(witness->readAnswerBytes(), static_cast<quint64>(m_client->bytesAvailable()));
    witness->end();
    QVERIFY(witness->hasEnded());
    m_client->setReadBufferSize(0);
    QTRY_COMPARE(m_client->error(), QAbstractSocket::RemoteHostClosedError);
    QVERIFY(m_client->bytesAvailable() < 100'000);
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
}

void TestLookout::findsNothingWhileItsTimeIsUsedUp()
{
    Lookout lookout;
    QTRY_VERIFY_WITH_TIMEOUT(isUsedUp(lookout), 20'000);
    // When time has passed, a share of it may be spent.
    QTRY_VERIFY(lookout.find(remote(), {}));
}

void TestLookout::sharesTheDescriptors()
{
    const std::unique_ptr<Lookout> one = makeLookoutForTwo();
    const auto second = connectAnother();
    const auto third = connectAnother();
    auto first = one->find(remote(), {});
    QVERIFY(first && third);
    const auto last = one->find(remote(), {});
    QVERIFY2(last, "an eighth of a quarter of 64 are two");
    QVERIFY(!one->find(remote(), {}));
    first.reset();
    QVERIFY(one->find(remote(), {}));
}

void TestLookout::leavesAFilesLocksAlone()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    QCOMPARE(::fcntl(file.handle(), F_SETLK, &lock), 0);
    {
        const Witness mistaken(file.handle());
        QVERIFY(!mistaken.remote());
    }
    QFile another(file.fileName());
    QVERIFY(another.open(QIODevice::ReadWrite));
    QCOMPARE(::fcntl(another.handle(), F_OFD_GETLK, &lock), 0);
    QCOMPARE(lock.l_type, short{F_WRLCK});
}

QTEST_GUILESS_MAIN(TestLookout)
#include "tst_lookout.moc"

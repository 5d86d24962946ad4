// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/networkposter.h"
#include "tests/support/posterfixture.h"
#include "tests/support/testreceiver.h"

#include <QSet>
#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

namespace {

Microseconds totalOf(const Report &report)
{
    return report.timings.total;
}

} // namespace

/// How long a POST may take, how much is read, and who may hold up whom.
class TestPosterLimits final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestReceiver> m_receiver;
    std::unique_ptr<PosterFixture> m_fixture;

    Shipment shipmentTo(qint64 destination, const QString &path);
    void postAndWait(const Shipment &shipment);

private slots:
    void init();
    void cleanup();

    void holdsTheDeadline_data();
    void holdsTheDeadline();
    void holdsTheDeadlineWhileLookingUp();
    void holdsTheDeadlineWhileConnecting();
    void holdsTheDeadlineWhileSending();
    void endsEndlessHeaders_data();
    void endsEndlessHeaders();
    void endsAsSoonAsTheHeadersAreComplete();

    void cutsALongBody_data();
    void cutsALongBody();
    void cutsASlowBody();
    void tellsAVerdictBeforeASlowBody_data();
    void tellsAVerdictBeforeASlowBody();
    void waitsALittleForTheBody();
    void marksABodyThatBreaksOff_data();
    void marksABodyThatBreaksOff();
    void keepsFewHeadersOfMany_data();
    void keepsFewHeadersOfMany();

    void letsNoDestinationHoldUpAnother();
    void letsOneDestinationFlySixAtATime();
    void postsToManyDestinationsAtOnce();
    void survivesAFloodOfRefusals();
    void reportsInBatches();

    void abortsWhatFlies();
    void abortsABodyThatIsComing();
    void stopsWhileFlying();
    void startsAgain();
    void postsNothingWhileStopped();
};

void TestPosterLimits::init()
{
    m_receiver = std::make_unique<TestReceiver>();
    QVERIFY(m_receiver->start());
    m_fixture = std::make_unique<PosterFixture>(1, 300ms);
}

void TestPosterLimits::cleanup()
{
    m_fixture.reset();
    m_receiver.reset();
}

Shipment TestPosterLimits::shipmentTo(qint64 destination, const QString &path)
{
    Shipment shipment = m_fixture->shipment(m_receiver->url(path));
    shipment.destination = DestinationId{destination};
    return shipment;
}

void TestPosterLimits::postAndWait(const Shipment &shipment)
{
    const int before = m_fixture->reportCount();
    m_fixture->post(shipment);
    QTRY_COMPARE(m_fixture->reportCount(), before + 1);
}

void TestPosterLimits::holdsTheDeadline_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Phase>("phase");
    QTest::newRow("no answer") << Answer::hang() << Phase::Wait;
    QTest::newRow("a slow status line") << Answer::status(200).dripping(100ms) << Phase::Headers;
    QTest::newRow("slow headers")
        << Answer::status(200, {}, {{"X-Long", QByteArray(500, 'x')}}).dripping(5ms)
        << Phase::Headers;
    QTest::newRow("a late answer") << Answer::status(200).after(2s) << Phase::Wait;
    QTest::newRow("empty lines for ever") << Answer::raw("\r\n\r\n\r\n") << Phase::Headers;
    QTest::newRow("bytes without a line end") << Answer::raw("\x16\x03\x01") << Phase::Headers;
}

void TestPosterLimits::holdsTheDeadline()
{
    QFETCH(Answer, answer);
    QFETCH(Phase, phase);
    m_receiver->setAnswer(answer);
    Shipment shipment = shipmentTo(1, QStringLiteral("/"));
    shipment.timeout = 400ms;
    postAndWait(shipment);
    const Report report = m_fixture->last();
    QCOMPARE(report.failure, Failure::TimedOut);
    QCOMPARE(report.phase, phase);
    QCOMPARE(report.status, 0);
    QVERIFY(totalOf(report) >= 399ms);
    QVERIFY(totalOf(report) < 900ms);
    // The slot is free again at once.
    QTRY_COMPARE(m_receiver->openCount(), 0);
}

void TestPosterLimits::holdsTheDeadlineWhileLookingUp()
{
    Shipment shipment = m_fixture->shipment(QStringLiteral("http://slow.example/"));
    shipment.timeout = 200ms;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::TimedOut);
    QCOMPARE(m_fixture->last().phase, Phase::LookUp);
    QVERIFY(totalOf(m_fixture->last()) < 700ms);
    QVERIFY(m_fixture->last().remoteAddress.isEmpty());
}

void TestPosterLimits::holdsTheDeadlineWhileConnecting()
{
    // A full backlog that nobody empties: the system drops what else would connect.
    QTcpServer full;
    full.setListenBacklogSize(0);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    std::array<QTcpSocket, 4> clients;
    for (QTcpSocket &client : clients)
        client.connectToHost(full.serverAddress(), full.serverPort());
    QTRY_COMPARE(clients.front().state(), QAbstractSocket::ConnectedState);

    Shipment shipment
        = m_fixture->shipment(QStringLiteral("http://127.0.0.1:%1/").arg(full.serverPort()));
    shipment.timeout = 300ms;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::TimedOut);
    QCOMPARE(m_fixture->last().phase, Phase::Connect);
    QVERIFY(totalOf(m_fixture->last()) < 800ms);
}

void TestPosterLimits::holdsTheDeadlineWhileSending()
{
    QTcpServer deaf;
    QVERIFY(deaf.listen(QHostAddress::LocalHost));
    deaf.pauseAccepting();
    Shipment shipment
        = m_fixture->shipment(QStringLiteral("http://127.0.0.1:%1/").arg(deaf.serverPort()));
    shipment.body = QByteArray(30'000'000, 'x');
    shipment.timeout = 400ms;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::TimedOut);
    QCOMPARE(m_fixture->last().phase, Phase::Send);
}

void TestPosterLimits::endsEndlessHeaders_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("repeated");
    QTest::addColumn<QByteArray>("body");
    const QByteArray status = "HTTP/1.1 200 OK\r\n";
    const QByteArray lines = "X-More: " + QByteArray(1000, 'a') + "\r\n";
    QTest::newRow("more and more fields") << status << lines << QByteArray("hello");
    QTest::newRow("one field without end")
        << status + "X-Long: " << QByteArray(1000, 'a') << QByteArray("hello");
    QTest::newRow("interim answers without end")
        << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << QByteArray("hello");
    QTest::newRow("in answer to an empty body") << status << lines << QByteArray();
}

void TestPosterLimits::endsEndlessHeaders()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, repeated);
    QFETCH(QByteArray, body);
    Answer endless = Answer::raw(first);
    endless.repeated = repeated;
    m_receiver->enqueueAnswer(endless);
    Shipment shipment = shipmentTo(1, QStringLiteral("/"));
    shipment.body = body;
    shipment.timeout = 30s;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::NotHttp);
    QCOMPARE(m_fixture->last().phase, Phase::Headers);
    QCOMPARE(m_fixture->last().detail, QStringLiteral("its headers are longer than 256 KiB"));
    QTRY_COMPARE(m_receiver->openCount(), 0);
    // The same destination's next POST has a connection of its own.
    postAndWait(shipmentTo(1, QStringLiteral("/")));
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_receiver->requests().size(), 2);
}

void TestPosterLimits::endsAsSoonAsTheHeadersAreComplete()
{
    m_receiver->setAnswer(Answer::endlessBody());
    Shipment shipment = shipmentTo(1, QStringLiteral("/"));
    shipment.timeout = 5s;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().status, 200);
    QVERIFY(totalOf(m_fixture->last()) < 2s);
}

void TestPosterLimits::cutsALongBody_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<qsizetype>("kept");
    QTest::addColumn<bool>("isCut");
    constexpr qsizetype Max = PosterWorker::MaxBodyBytes;
    QTest::newRow("one byte less than is kept")
        << Answer::status(200, QByteArray(Max - 1, 'b')) << Max - 1 << false;
    QTest::newRow("as much as is kept")
        << Answer::status(200, QByteArray(Max, 'b')) << Max << false;
    QTest::newRow("one byte more than is kept")
        << Answer::status(200, QByteArray(Max + 1, 'b')) << Max << true;
    QTest::newRow("ten megabytes")
        << Answer::status(503, QByteArray(10'000'000, 'b')) << Max << true;
    QTest::newRow("an endless body") << Answer::endlessBody() << Max << true;
    Answer chunks = Answer::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    chunks.repeated = "1000\r\n" + QByteArray(4096, 'b') + "\r\n";
    QTest::newRow("endless chunks") << chunks << Max << true;
    Answer extension = Answer::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;");
    extension.repeated = QByteArray(1000, 'e');
    QTest::newRow("a chunk's extension without end") << extension << qsizetype{0} << true;
    QTest::newRow("a length of 2^63") << Answer::raw(
        "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775808\r\n\r\n" + QByteArray(100'000, 'b'))
                                      << Max << true;
}

void TestPosterLimits::cutsALongBody()
{
    QFETCH(Answer, answer);
    QFETCH(qsizetype, kept);
    QFETCH(bool, isCut);
    m_receiver->setAnswer(answer);
    postAndWait(shipmentTo(1, QStringLiteral("/")));
    const Report report = m_fixture->last();
    QVERIFY(report.status == 200 || report.status == 503);
    QCOMPARE(report.failure, Failure::None);
    QCOMPARE(report.responseBody.size(), kept);
    QCOMPARE(report.responseBody, QByteArray(kept, 'b'));
    QCOMPARE(report.isResponseCut, isCut);
    QCOMPARE(report.responseBytes, kept);
    if (isCut)
        QTRY_COMPARE(m_receiver->openCount(), 0);
}

void TestPosterLimits::cutsASlowBody()
{
    m_receiver->setAnswer(Answer::status(200, QByteArray(1'000, 'b')).dripping(1ms));
    Shipment shipment = shipmentTo(1, QStringLiteral("/"));
    shipment.timeout = 10s;
    postAndWait(shipment);
    const Report report = m_fixture->last();
    QCOMPARE(report.status, 200);
    QCOMPARE(report.failure, Failure::None);
    QVERIFY(report.isResponseCut);
    QVERIFY(report.responseBytes < 1'000);
    QVERIFY(report.timings.receive >= 299ms && report.timings.receive < 900ms);
}

void TestPosterLimits::tellsAVerdictBeforeASlowBody_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("that comes to its end")
        << QByteArray("HTTP/1.1 200 OK\r\nServer: slow\r\n\r\n") << 200 << false;
    QTest::newRow("that breaks off")
        << QByteArray("HTTP/1.1 200 OK\r\nServer: slow\r\nContent-Length: 9\r\n\r\n") << 200
        << true;
    QTest::newRow("of a failure") << QByteArray("HTTP/1.1 503 Busy\r\nServer: slow\r\n\r\n") << 503
                                  << false;
}

/// The body ends only when the test closes its connection.
void TestPosterLimits::tellsAVerdictBeforeASlowBody()
{
    QFETCH(const QByteArray, head);
    QFETCH(const int, status);
    QFETCH(const bool, isCut);
    m_fixture = std::make_unique<PosterFixture>(1, 60s);
    m_receiver->enqueueAnswer(Answer::raw(head + "body"));
    const AttemptId attempt = m_fixture->post(shipmentTo(1, QStringLiteral("/")));
    QTRY_COMPARE(m_fixture->verdicts().size(), 1);
    QCOMPARE(m_fixture->reportCount(), 0);
    const Report verdict = m_fixture->verdicts().constFirst();
    QVERIFY(verdict.attempt == attempt);
    QCOMPARE(verdict.status, status);
    QCOMPARE(headerValue(verdict.responseHeaders, "Server"), "slow");
    QVERIFY(verdict.isResponseCut);
    QVERIFY(verdict.responseBody.isEmpty() && verdict.responseBytes == 0);
    QVERIFY(!verdict.timings.receive && verdict.timings.wait && verdict.sentAt);

    m_receiver->closeConnections();
    QTRY_COMPARE(m_fixture->reportCount(), 1);
    const Report report = m_fixture->last();
    QCOMPARE(report.responseBody, "body");
    QCOMPARE(report.isResponseCut, isCut);
    QVERIFY(report.timings.receive > 0us);
    postAndWait(shipmentTo(1, QStringLiteral("/")));
    QCOMPARE(m_fixture->reportCount(), 2);
}

void TestPosterLimits::waitsALittleForTheBody()
{
    m_fixture = std::make_unique<PosterFixture>(1, 120s, AddressPolicy(), 60s);
    m_receiver->setAnswer(Answer::status(200, QByteArray(100, 'b')).dripping(1ms));
    postAndWait(shipmentTo(1, QStringLiteral("/")));
    QCOMPARE(m_fixture->last().responseBody, QByteArray(100, 'b'));
    QVERIFY(!m_fixture->last().isResponseCut);
    QVERIFY(m_fixture->verdicts().isEmpty());
}

void TestPosterLimits::marksABodyThatBreaksOff_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("isCut");
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("less than the length")
        << Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbody").thenClose() << true;
    QTest::newRow("less than the length, then a reset")
        << Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbody").thenReset() << true;
    QTest::newRow("no last chunk") << Answer::raw(chunked + "4\r\nbody\r\n").thenClose() << true;
    QTest::newRow("no length, ended by the close")
        << Answer::raw("HTTP/1.1 200 OK\r\n\r\nbody").thenClose() << false;
    QTest::newRow("all chunks") << Answer::raw(chunked + "4\r\nbody\r\n0\r\n\r\n") << false;
}

void TestPosterLimits::marksABodyThatBreaksOff()
{
    QFETCH(Answer, answer);
    QFETCH(bool, isCut);
    m_receiver->setAnswer(answer);
    postAndWait(shipmentTo(1, QStringLiteral("/")));
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_fixture->last().failure, Failure::None);
    QCOMPARE(m_fixture->last().responseBody, "body");
    QCOMPARE(m_fixture->last().isResponseCut, isCut);
}

void TestPosterLimits::keepsFewHeadersOfMany_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("size");
    QTest::newRow("64 long ones") << 64 << 1'000;
    QTest::newRow("1,000 short ones, of which Qt keeps none") << 1'000 << 10;
    QTest::newRow("one of as much as is read") << 1 << 261'000;
}

void TestPosterLimits::keepsFewHeadersOfMany()
{
    QFETCH(int, count);
    QFETCH(int, size);
    HeaderList many;
    for (int i = 0; i < count; ++i)
        many.append({"X-" + QByteArray::number(i), QByteArray(size, 'v')});
    // What the system has received of a body already is no header.
    m_receiver->setAnswer(Answer::status(200, QByteArray(10'000'000, 'b'), many));
    postAndWait(shipmentTo(1, QStringLiteral("/")));
    QCOMPARE(m_fixture->last().status, 200);
    QVERIFY(headersToLines(m_fixture->last().responseHeaders).size() <= 33'000);
}

void TestPosterLimits::letsNoDestinationHoldUpAnother()
{
    m_receiver->setAnswer("/hang", Answer::hang());
    for (int i = 0; i < 20; ++i)
        m_fixture->post(shipmentTo(1, QStringLiteral("/hang")));
    QTRY_COMPARE(m_receiver->requests().size(), 6);
    // The same host and port, and the same worker.
    postAndWait(shipmentTo(2, QStringLiteral("/fine")));
    QCOMPARE(m_fixture->last().status, 200);
    QVERIFY(totalOf(m_fixture->last()) < 2s);
}

void TestPosterLimits::letsOneDestinationFlySixAtATime()
{
    for (int i = 0; i < 3; ++i)
        m_receiver->enqueueAnswer(Answer::status(200).after(50ms));
    for (int i = 0; i < 9; ++i)
        m_fixture->post(shipmentTo(1, QStringLiteral("/")));
    QTRY_COMPARE(m_fixture->reportCount(), 9);
    QVERIFY(m_receiver->acceptedCount() <= 6);
    QCOMPARE(m_receiver->requests().size(), 9);
}

void TestPosterLimits::postsToManyDestinationsAtOnce()
{
    m_fixture = std::make_unique<PosterFixture>(2);
    QSet<qint64> posted;
    for (int i = 0; i < 100; ++i) {
        Shipment shipment = shipmentTo(1 + i % 20, QStringLiteral("/%1").arg(i));
        shipment.body = QByteArray::number(i);
        posted.insert(m_fixture->post(shipment).value);
    }
    QTRY_COMPARE(m_fixture->reportCount(), 100);
    QSet<qint64> reported;
    for (const Report &report : m_fixture->reports()) {
        QCOMPARE(report.status, 200);
        reported.insert(report.attempt.value);
    }
    QCOMPARE(reported, posted);
    QCOMPARE(m_receiver->requests().size(), 100);
    for (const ReceivedRequest &request : m_receiver->requests())
        QCOMPARE(request.target, '/' + request.body);
}

void TestPosterLimits::survivesAFloodOfRefusals()
{
    // Each of them fails at once, which must not nest.
    for (int i = 0; i < 20'000; ++i)
        m_fixture->post(QStringLiteral("http://169.254.169.254/"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->reportCount(), 20'000, 60'000);
}

void TestPosterLimits::reportsInBatches()
{
    for (int i = 0; i < 1'000; ++i)
        m_fixture->post(QStringLiteral("http://169.254.169.254/"));
    QCOMPARE(m_fixture->reportCount(), 0);
    QTRY_COMPARE(m_fixture->reportCount(), 1'000);
    QVERIFY(m_fixture->batchCount() < 10);
}

void TestPosterLimits::abortsWhatFlies()
{
    m_receiver->setAnswer(Answer::hang());
    const AttemptId sent = m_fixture->post(shipmentTo(1, QStringLiteral("/")));
    const AttemptId lookingUp = m_fixture->post(QStringLiteral("http://slow.example/"));
    QTRY_COMPARE(m_receiver->requests().size(), 1);
    QTRY_COMPARE(m_fixture->lookUp().asked().size(), 1);
    m_fixture->poster().abortAll();
    QTRY_COMPARE(m_fixture->reportCount(), 2);
    for (const Report &report : m_fixture->reports()) {
        QCOMPARE(report.failure, report.attempt == sent ? Failure::None : Failure::NotSent);
        QCOMPARE(report.isBrokenOff, report.attempt == sent);
        QVERIFY(report.attempt == sent || report.attempt == lookingUp);
    }
    m_receiver->setAnswer(Answer::status(200));
    postAndWait(shipmentTo(1, QStringLiteral("/")));
    QCOMPARE(m_fixture->last().status, 200);
}

void TestPosterLimits::abortsABodyThatIsComing()
{
    m_fixture = std::make_unique<PosterFixture>(1, 60s);
    m_receiver->setAnswer(Answer::raw("HTTP/1.1 200 OK\r\n\r\nbo"));
    m_fixture->post(shipmentTo(1, QStringLiteral("/")));
    m_fixture->post(shipmentTo(2, QStringLiteral("/")));
    QTRY_COMPARE(m_fixture->verdicts().size(), 2);
    m_fixture->poster().abortAll();
    QTRY_COMPARE(m_fixture->reportCount(), 2);
    m_fixture->post(shipmentTo(1, QStringLiteral("/")));
    QTRY_COMPARE(m_fixture->verdicts().size(), 3);
    m_fixture->poster().stop();
    QCOMPARE(m_fixture->reportCount(), 3);
    for (const Report &report : m_fixture->reports()) {
        QCOMPARE(report.status, 200);
        QCOMPARE(report.responseBody, "bo");
        QVERIFY(report.isResponseCut && !report.isBrokenOff);
    }
}

void TestPosterLimits::stopsWhileFlying()
{
    m_receiver->setAnswer("/hang", Answer::hang());
    for (int i = 0; i < 10; ++i)
        m_fixture->post(shipmentTo(1 + i % 2, QStringLiteral("/hang")));
    QTRY_COMPARE(m_receiver->requests().size(), 10);
    for (int i = 0; i < 10; ++i)
        m_fixture->post(shipmentTo(1, QStringLiteral("/hang")));
    m_fixture->poster().stop();
    QCOMPARE(m_fixture->reportCount(), 20);
    int notSent = 0;
    for (const Report &report : m_fixture->reports())
        notSent += report.failure == Failure::NotSent ? 1 : 0;
    QVERIFY(notSent >= 9);
    QVERIFY(notSent <= 10);
    m_fixture->poster().stop();
    QCOMPARE(m_fixture->reportCount(), 20);
}

void TestPosterLimits::startsAgain()
{
    m_fixture->poster().start();
    m_fixture->poster().stop();
    m_fixture->poster().start();
    postAndWait(shipmentTo(1, QStringLiteral("/")));
    QCOMPARE(m_fixture->last().status, 200);
}

void TestPosterLimits::postsNothingWhileStopped()
{
    m_fixture->poster().stop();
    m_fixture->post(shipmentTo(1, QStringLiteral("/")));
    QCOMPARE(m_fixture->reportCount(), 0);
    QTRY_COMPARE(m_fixture->reportCount(), 1);
    QCOMPARE(m_fixture->last().failure, Failure::NotSent);
}

QTEST_GUILESS_MAIN(TestPosterLimits)
#include "tst_posterlimits.moc"

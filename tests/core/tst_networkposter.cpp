// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/networkposter.h"
#include "core/model/secrets.h"
#include "tests/support/posterfixture.h"
#include "tests/support/testreceiver.h"

#include <QLibraryInfo>
#include <QTest>
#include <QVersionNumber>

#include <algorithm>

using namespace Core;
using namespace std::chrono_literals;

namespace {

QByteArray receivedHeader(const TestReceiver &receiver, QByteArrayView name)
{
    return headerValue(receiver.requests().constLast().headers, name);
}

} // namespace

/// What goes over the wire, and the name that each outcome is given.
class TestNetworkPoster final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestReceiver> m_receiver;
    std::unique_ptr<PosterFixture> m_fixture;

    void postAndWait(const Shipment &shipment);

private slots:
    void init();
    void cleanup();

    void putsTheShipmentOnTheWire();
    void fillsInNoHeadersOfABrowser();
    void reportsTheHeadersThatLeft_data();
    void reportsTheHeadersThatLeft();
    void reportsNoHeadersWhenNoneCouldLeave();
    void signsWhatHasWaitedAnew();
    void joinsHeadersOfOneName();
    void sendsAnEmptyBody();
    void refusesHeadersThatBreakTheFraming_data();
    void refusesHeadersThatBreakTheFraming();

    void reportsEachStatus_data();
    void reportsEachStatus();
    void keepsTheAnswer();
    void keepsAPackedAnswerPacked();
    void skipsOrNamesInterimAnswers();
    void neverTakesALateAnswerForTheNext();

    void namesEachFailure_data();
    void namesEachFailure();
    void saysWhereAConnectionWasClosed();
    void reportsARefusedConnection();
};

void TestNetworkPoster::init()
{
    m_receiver = std::make_unique<TestReceiver>();
    QVERIFY(m_receiver->start());
    m_fixture = std::make_unique<PosterFixture>();
}

void TestNetworkPoster::cleanup()
{
    m_fixture.reset();
    m_receiver.reset();
}

void TestNetworkPoster::postAndWait(const Shipment &shipment)
{
    const int before = m_fixture->reportCount();
    m_fixture->post(shipment);
    QTRY_COMPARE(m_fixture->reportCount(), before + 1);
    QVERIFY(m_fixture->last().attempt == shipment.attempt);
}

void TestNetworkPoster::putsTheShipmentOnTheWire()
{
    Shipment shipment = m_fixture->shipment(m_receiver->url(QStringLiteral("/a%20b/%C3%BC?x=%2F")));
    shipment.body = QByteArray(100'000, 'x') + QByteArray("\0\r\n\xff", 4);
    postAndWait(shipment);
    QCOMPARE(m_receiver->requests().size(), 1);
    const ReceivedRequest &request = m_receiver->requests().constFirst();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/a%20b/%C3%BC?x=%2F");
    QCOMPARE(request.body, shipment.body);
    QCOMPARE(receivedHeader(*m_receiver, "Host"),
             "127.0.0.1:" + QByteArray::number(m_receiver->serverPort()));
    QCOMPARE(receivedHeader(*m_receiver, "Content-Length"), "100004");
    for (const Header &header : shipment.headers)
        QCOMPARE(receivedHeader(*m_receiver, header.name), header.value);

    const Report report = m_fixture->last();
    QCOMPARE(report.status, 200);
    QCOMPARE(report.failure, Failure::None);
    QCOMPARE(report.remoteAddress, QStringLiteral("127.0.0.1:%1").arg(m_receiver->serverPort()));
    QVERIFY(report.timings.connect && report.timings.wait && report.timings.receive);
    QVERIFY(!report.timings.lookUp && !report.timings.tls);
    QVERIFY(report.timings.total >= *report.timings.wait);
}

void TestNetworkPoster::fillsInNoHeadersOfABrowser()
{
    Shipment shipment = m_fixture->shipment(m_receiver->url());
    shipment.headers.clear();
    postAndWait(shipment);
    QByteArrayList lines;
    for (const Header &header : m_receiver->requests().constFirst().headers)
        lines.append(header.name.toLower() + ": " + header.value);
    std::sort(lines.begin(), lines.end());
    const QByteArrayList expected{
        "accept-encoding: identity",
        "accept-language: *",
        "connection: Keep-Alive",
        "content-length: 5",
        "content-type: application/octet-stream",
        "host: 127.0.0.1:" + QByteArray::number(m_receiver->serverPort()),
        "user-agent: Hookpost",
    };
    QCOMPARE(lines, expected);
}

void TestNetworkPoster::reportsTheHeadersThatLeft_data()
{
    QTest::addColumn<HeaderList>("own");
    QTest::addColumn<QByteArray>("body");
    const HeaderList usual{{"webhook-id", "evt_1"}, {"Content-Type", "text/plain"}};
    QTest::newRow("the usual ones") << usual << QByteArray("hello");
    QTest::newRow("none of our own") << HeaderList() << QByteArray("hello");
    QTest::newRow("with an empty body") << usual << QByteArray();
    QTest::newRow("joined and empty ones")
        << usual + HeaderList{{"X-Own", "one"}, {"X-None", ""}, {"x-own", "two"}}
        << QByteArray("hello");
    QTest::newRow("a language of their own")
        << HeaderList{{"Accept-Language", "de"}} << QByteArray("hello");
    QTest::newRow("a language left empty")
        << HeaderList{{"Accept-Language", ""}} << QByteArray("hello");
}

void TestNetworkPoster::reportsTheHeadersThatLeft()
{
    QFETCH(HeaderList, own);
    QFETCH(QByteArray, body);
    Shipment shipment = m_fixture->shipment(m_receiver->url());
    shipment.headers = own;
    shipment.body = body;
    postAndWait(shipment);
    QCOMPARE(headersToLines(m_fixture->last().requestHeaders),
             headersToLines(m_receiver->requests().constFirst().headers));
}

void TestNetworkPoster::reportsNoHeadersWhenNoneCouldLeave()
{
    postAndWait(m_fixture->shipment(QStringLiteral("http://169.254.169.254/")));
    QCOMPARE(m_fixture->last().failure, Failure::AddressRefused);
    QVERIFY(m_fixture->last().requestHeaders.isEmpty());
}

void TestNetworkPoster::signsWhatHasWaitedAnew()
{
    const Secrets secrets{newSecret(SignatureScheme::Standard), {}, {}};
    const EventId event{QStringLiteral("evt_1")};
    const Time begun = SystemClock().now();
    Shipment shipment = m_fixture->shipment(m_receiver->url(QStringLiteral("/hook")));
    shipment.seal
        = Seal{SignatureScheme::Standard, secrets, event, begun - std::chrono::minutes{6}};
    shipment.headers = signatureHeaders(SignatureScheme::Standard, secrets, event,
                                        shipment.seal->signedAt, shipment.body);
    postAndWait(shipment);
    const qint64 timestamp = receivedHeader(*m_receiver, "webhook-timestamp").toLongLong();
    const Time signedAt{std::chrono::seconds{timestamp}};
    QVERIFY(signedAt >= begun - std::chrono::seconds{1});
    for (const Header &header :
         signatureHeaders(SignatureScheme::Standard, secrets, event, signedAt, shipment.body)) {
        QCOMPARE(receivedHeader(*m_receiver, header.name), header.value);
        QCOMPARE(headerValue(m_fixture->last().requestHeaders, header.name), header.value);
    }
}

void TestNetworkPoster::joinsHeadersOfOneName()
{
    Shipment shipment = m_fixture->shipment(m_receiver->url());
    shipment.headers += {{"X-Own", "one"}, {"x-own", "two"}};
    postAndWait(shipment);
    QCOMPARE(receivedHeader(*m_receiver, "X-Own"), "one, two");
}

void TestNetworkPoster::sendsAnEmptyBody()
{
    Shipment shipment = m_fixture->shipment(m_receiver->url());
    shipment.body.clear();
    postAndWait(shipment);
    QCOMPARE(m_receiver->requests().size(), 1);
    QCOMPARE(receivedHeader(*m_receiver, "Content-Length"), "0");
    QCOMPARE(m_fixture->last().status, 200);

    m_receiver->setAnswer(Answer::close());
    shipment.attempt = AttemptId{99};
    postAndWait(shipment);
    QCOMPARE(m_receiver->requests().size(), 2);
    QCOMPARE(m_fixture->last().failure, Failure::ClosedWithoutAnswer);
}

void TestNetworkPoster::refusesHeadersThatBreakTheFraming_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const QByteArray fine = "fine";
    QTest::newRow("CR and LF in a value") << QByteArray("X-Own") << QByteArray("a\r\nX-Bad: b");
    QTest::newRow("LF in a value") << QByteArray("X-Own") << QByteArray("a\nX-Bad: b");
    QTest::newRow("CR in a value") << QByteArray("X-Own") << QByteArray("a\rX-Bad: b");
    QTest::newRow("NUL in a value") << QByteArray("X-Own") << QByteArray("a\0b", 3);
    QTest::newRow("LF in a name") << QByteArray("X-Own: a\nX-Bad") << fine;
    QTest::newRow("a colon in a name") << QByteArray("X-Own:") << fine;
    QTest::newRow("a blank in a name") << QByteArray("X Own") << fine;
    QTest::newRow("an empty name") << QByteArray() << fine;
    QTest::newRow("Host") << QByteArray("hOST") << fine;
    QTest::newRow("Content-Length") << QByteArray("Content-Length") << QByteArray("0");
    QTest::newRow("Transfer-Encoding") << QByteArray("Transfer-Encoding") << QByteArray("chunked");
    QTest::newRow("Connection") << QByteArray("Connection") << QByteArray("close");
    QTest::newRow("Expect") << QByteArray("Expect") << QByteArray("100-continue");
}

void TestNetworkPoster::refusesHeadersThatBreakTheFraming()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    Shipment shipment = m_fixture->shipment(m_receiver->url());
    shipment.headers += {name, value};
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::NotSent);
    QVERIFY(!m_fixture->last().detail.isEmpty());
    QCOMPARE(m_receiver->requests().size(), 0);
}

void TestNetworkPoster::reportsEachStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 202, 203, 204, 205, 206, 226, 299, 300, 301, 302, 303,
                             304, 305, 307, 308, 400, 401, 403, 404, 407, 408, 410, 413, 422,
                             425, 429, 451, 499, 500, 501, 502, 503, 504, 507, 599, 600, 999})
        QTest::addRow("%d is told as it is", status) << status;
}

void TestNetworkPoster::reportsEachStatus()
{
    QFETCH(int, status);
    // What would make a browser send again: another place, a question for a password.
    m_receiver->setAnswer(Answer::status(status, {},
                                         {{"Location", "/other"},
                                          {"WWW-Authenticate", "Basic realm=x"},
                                          {"Proxy-Authenticate", "Basic realm=x"},
                                          {"Retry-After", "0"}}));
    postAndWait(m_fixture->shipment(m_receiver->url()));
    QCOMPARE(m_fixture->last().status, status);
    QCOMPARE(m_fixture->last().failure, Failure::None);
    QCOMPARE(m_fixture->last().phase, Phase::None);
    QCOMPARE(m_fixture->last().isResponseCut, false);
    QCOMPARE(headerValue(m_fixture->last().responseHeaders, "Location"), "/other");
    QCOMPARE(m_receiver->requests().size(), 1);
}

void TestNetworkPoster::keepsTheAnswer()
{
    m_receiver->setAnswer(
        Answer::status(500, "some words", {{"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}}));
    postAndWait(m_fixture->shipment(m_receiver->url()));
    const Report report = m_fixture->last();
    QCOMPARE(report.responseBody, "some words");
    QCOMPARE(report.responseBytes, 10);
    QCOMPARE(report.isResponseCut, false);
    const auto isSecondCookie = [](const Header &header) {
        return header.name.compare("Set-Cookie", Qt::CaseInsensitive) == 0 && header.value == "b=2";
    };
    QCOMPARE(
        std::count_if(report.responseHeaders.begin(), report.responseHeaders.end(), isSecondCookie),
        1);
    QCOMPARE(report.responseHeaders.size(), 3);
}

void TestNetworkPoster::keepsAPackedAnswerPacked()
{
    const QByteArray packed
        = QByteArray::fromHex("1f8b0800000000000003cb48cdc9c9070086a6103605000000");
    m_receiver->setAnswer(Answer::status(200, packed, {{"Content-Encoding", "gzip"}}));
    Shipment shipment = m_fixture->shipment(m_receiver->url());
    shipment.headers.clear();
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().responseBody, packed);
}

void TestNetworkPoster::skipsOrNamesInterimAnswers()
{
    m_receiver->enqueueAnswer(Answer::status(204).withInterim(100));
    postAndWait(m_fixture->shipment(m_receiver->url()));
    QCOMPARE(m_fixture->last().status, 204);

    m_receiver->enqueueAnswer(Answer::status(204).withInterim(103));
    postAndWait(m_fixture->shipment(m_receiver->url()));
    // Older versions of Qt take any interim answer but 100 for the final one.
    const bool isSkipped = QLibraryInfo::version() >= QVersionNumber(6, 8);
    QCOMPARE(m_fixture->last().status, isSkipped ? 204 : 0);
    QCOMPARE(m_fixture->last().failure, isSkipped ? Failure::None : Failure::NotHttp);
}

void TestNetworkPoster::neverTakesALateAnswerForTheNext()
{
    m_receiver->enqueueAnswer(Answer::raw("HTTP/1.1 101 Switching Protocols\r\n\r\n"
                                          "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                                  .dripping(1ms));
    m_receiver->enqueueAnswer(Answer::status(503));
    postAndWait(m_fixture->shipment(m_receiver->url()));
    QCOMPARE(m_fixture->last().failure, Failure::NotHttp);
    QCOMPARE(m_fixture->last().detail, QStringLiteral("it began with an interim answer: 101"));
    postAndWait(m_fixture->shipment(m_receiver->url()));
    QCOMPARE(m_fixture->last().status, 503);
}

void TestNetworkPoster::namesEachFailure_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<Phase>("phase");
    const auto closed = [](const char *name, const Answer &answer, Phase phase) {
        QTest::newRow(name) << answer << Failure::ClosedWithoutAnswer << phase;
    };
    const auto notHttp = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << Answer::raw(bytes) << Failure::NotHttp << Phase::Headers;
    };
    const Answer ok = Answer::status(200, "ok");
    closed("a close without an answer", Answer::close(), Phase::Wait);
    QTest::newRow("a reset without an answer")
        << Answer::reset() << Failure::ConnectionReset << Phase::Wait;
    for (const int byteCount : {1, 8, 12, 16, 17, 25, 36, 37})
        QTest::addRow("an answer that ends after %d bytes", byteCount)
            << ok.cutAt(byteCount) << Failure::ClosedWithoutAnswer << Phase::Headers;
    QTest::newRow("an answer that is reset within its headers")
        << Answer::raw("HTTP/1.1 200 OK\r\nX-Long: ").dripping(2ms).thenReset()
        << Failure::ConnectionReset << Phase::Headers;
    closed("only an interim answer, then the end",
           Answer::raw("HTTP/1.1 100 Continue\r\n\r\n").thenClose(), Phase::Headers);
    notHttp("an answer without headers", "<html>hello</html>");
    notHttp("a banner of another protocol", "SSH-2.0-OpenSSH_9.2\r\n");
    notHttp("the preface of HTTP/2", QByteArray("\0\0\x12\4\0\0\0\0\0\0\3\0\0\0\x80", 15));
    notHttp("a status that is no number", "HTTP/1.1 2xx OK\r\n\r\n");
    notHttp("status 0", "HTTP/1.1 000 None\r\n\r\n");
    notHttp("status 20", "HTTP/1.1 20 Short\r\n\r\n");
    notHttp("status 99", "HTTP/1.1 099 Low\r\n\r\n");
    notHttp("a negative status", "HTTP/1.1 -200 OK\r\n\r\n");
    notHttp("a switch to another protocol", "HTTP/1.1 101 Switching Protocols\r\n\r\n");
    QTest::newRow("no answer at all") << Answer::hang() << Failure::TimedOut << Phase::Wait;
}

void TestNetworkPoster::namesEachFailure()
{
    QFETCH(Answer, answer);
    QFETCH(Failure, failure);
    QFETCH(Phase, phase);
    m_receiver->setAnswer(answer);
    Shipment shipment = m_fixture->shipment(m_receiver->url());
    shipment.timeout = 500ms;
    postAndWait(shipment);
    const Report report = m_fixture->last();
    QCOMPARE(report.failure, failure);
    QCOMPARE(report.phase, phase);
    QCOMPARE(report.status, 0);
    // A POST that Qt sent again would have come before one that is made now.
    m_receiver->setAnswer(Answer::status(200));
    postAndWait(m_fixture->shipment(m_receiver->url()));
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_receiver->requests().size(), 2);
}

void TestNetworkPoster::saysWhereAConnectionWasClosed()
{
    const auto wordsAfter = [this](const Answer &answer) {
        m_receiver->enqueueAnswer(answer);
        postAndWait(m_fixture->shipment(m_receiver->url()));
        return toWords(m_fixture->last().failure, m_fixture->last().phase);
    };
    QCOMPARE(wordsAfter(Answer::close()), QStringLiteral("connection closed without an answer"));
    QCOMPARE(wordsAfter(Answer::status(200).cutAt(20)),
             QStringLiteral("connection closed before the answer was complete"));
    QCOMPARE(toWords(Failure::ClosedWithoutAnswer, Phase::None),
             QStringLiteral("connection ended, and how was not seen"));
}

void TestNetworkPoster::reportsARefusedConnection()
{
    const QString url = m_receiver->url();
    m_receiver->close();
    postAndWait(m_fixture->shipment(url));
    QCOMPARE(m_fixture->last().failure, Failure::ConnectionRefused);
    QCOMPARE(m_fixture->last().phase, Phase::Connect);
    QVERIFY(!m_fixture->last().sentAt);
}

QTEST_GUILESS_MAIN(TestNetworkPoster)
#include "tst_networkposter.moc"

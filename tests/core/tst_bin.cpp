// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders.h"
#include "tests/support/rawclient.h"
#include "tests/support/runningengine.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <optional>

using namespace Core;

namespace {

constexpr qsizetype LargestBody = 10 * 1024 * 1024;
constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy

} // namespace

/// The receiver of our own, as it stands in a running engine.
class TestBin final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void whatComesIsKeptByteForByte();
    void everyMethodIsTaken_data();
    void everyMethodIsTaken();
    void theAnswerIsTheOneThatIsAskedFor_data();
    void theAnswerIsTheOneThatIsAskedFor();
    void namesAreJudged_data();
    void namesAreJudged();
    void whoMeansTheInterfaceIsToldWhereItIs();
    void aRequestNeedsOneHost();
    void whatLiesBelowABinBelongsToIt();
    void theLargestBodyIsKept();
    void aLargerBodyIsRefused();
    void whatHookpostSentIsLinked();

private:
    quint16 port() const { return static_cast<quint16>(QUrl(m_engine->status.binUrl).port()); }
    int statusOf(const QByteArray &request);
    std::optional<CaptureRecord> newestRecord();

    QTemporaryDir m_directory;
    std::optional<RunningEngine> m_engine;
};

void TestBin::init()
{
    m_engine.emplace(settingsFor(m_directory));
    QVERIFY(port() > 0);
}

void TestBin::cleanup()
{
    m_engine.reset();
}

/// The answer to \a request, 0 for none.
int TestBin::statusOf(const QByteArray &request)
{
    RawClient client(port());
    client.send(request);
    const bool isAnswered
        = QTest::qWaitFor([&client] { return !client.replies().isEmpty(); }, Patience);
    return isAnswered ? client.replies().first().status : 0;
}

/// What the window would show of the last request.
std::optional<CaptureRecord> TestBin::newestRecord()
{
    const bool isTold = QTest::qWaitFor([this] { return !m_engine->captures.isEmpty(); }, Patience);
    if (!isTold)
        return std::nullopt;
    Orders &orders = (*m_engine)->orders();
    QSignalSpy loaded(&orders, &Orders::captureLoaded);
    orders.loadCapture(m_engine->captures.last().id);
    if (!loaded.wait(Patience))
        return std::nullopt;
    return loaded.first().first().value<CaptureRecord>();
}

void TestBin::whatComesIsKeptByteForByte()
{
    QByteArray body;
    for (int value = 0; value < 256; ++value)
        body += static_cast<char>(value);
    const QByteArray request = "POST /v1/webhooks/demo?a=%20b&a=c HTTP/1.1\r\n"
                               "Host: localhost\r\n"
                               "X-Twice: one\r\n"
                               "x-odd_CASE:   spaced  \r\n"
                               "X-Twice: two\r\n"
                               "Content-Type: application/x-thing\r\n"
                               "Content-Length: 256\r\n\r\n";
    QCOMPARE(statusOf(request + body), 200);
    const auto record = newestRecord();
    QVERIFY(record);
    QCOMPARE(record->capture.bin, QStringLiteral("demo"));
    QCOMPARE(record->capture.method, QByteArray("POST"));
    QCOMPARE(record->capture.target, QByteArray("/v1/webhooks/demo?a=%20b&a=c"));
    QCOMPARE(record->capture.status, 200);
    QCOMPARE(record->capture.bodyBytes, 256);
    QCOMPARE(record->capture.remoteAddress, QStringLiteral("127.0.0.1"));
    QVERIFY(record->capture.delivery.isNull());
    const HeaderList expected{{"Host", "localhost"},
                              {"X-Twice", "one"},
                              {"x-odd_CASE", "spaced"},
                              {"X-Twice", "two"},
                              {"Content-Type", "application/x-thing"},
                              {"Content-Length", "256"}};
    QCOMPARE(record->headers, expected);
    QCOMPARE(record->body, body);
}

void TestBin::everyMethodIsTaken_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"})
        QTest::newRow(method) << QByteArray(method);
}

void TestBin::everyMethodIsTaken()
{
    QFETCH(QByteArray, method);
    RawClient client(port());
    client.send(method + " /v1/webhooks/demo HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(client.received().startsWith("HTTP/1.1 200 "), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->captures.size(), 1, Patience);
    QCOMPARE(m_engine->captures.first().method, method);
}

void TestBin::theAnswerIsTheOneThatIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("nothing is asked for") << QByteArray("") << 200 << true;
    QTest::newRow("the lowest") << QByteArray("?status=200") << 200 << true;
    QTest::newRow("no content") << QByteArray("?status=204") << 204 << true;
    QTest::newRow("gone") << QByteArray("?x=1&status=410") << 410 << true;
    QTest::newRow("the highest") << QByteArray("?status=599") << 599 << true;
    QTest::newRow("too low") << QByteArray("?status=199") << 400 << false;
    QTest::newRow("too high") << QByteArray("?status=600") << 400 << false;
    QTest::newRow("a word") << QByteArray("?status=abc") << 400 << false;
    QTest::newRow("nothing") << QByteArray("?status=") << 400 << false;
    QTest::newRow("a fraction") << QByteArray("?status=200.5") << 400 << false;
    QTest::newRow("more than a number holds") << QByteArray("?status=99999999999") << 400 << false;
}

void TestBin::theAnswerIsTheOneThatIsAskedFor()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(bool, isKept);
    QCOMPARE(statusOf("GET /v1/webhooks/demo" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
             status);
    // Captures are told in their order, so that what was told before this one has been told.
    QCOMPARE(statusOf("GET /v1/webhooks/last HTTP/1.1\r\nHost: localhost\r\n\r\n"), 200);
    QTRY_VERIFY_WITH_TIMEOUT(
        !m_engine->captures.isEmpty() && m_engine->captures.last().bin == u"last", Patience);
    QCOMPARE(m_engine->captures.size(), isKept ? 2 : 1);
    if (isKept)
        QCOMPARE(m_engine->captures.first().status, status);
}

void TestBin::namesAreJudged_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    const QByteArray bins("/v1/webhooks/");
    QTest::newRow("letters, digits, _ and -") << bins + "aZ_09-" << 200;
    QTest::newRow("64 letters") << bins + QByteArray(64, 'a') << 200;
    QTest::newRow("65 letters") << bins + QByteArray(65, 'a') << 400;
    QTest::newRow("no name") << bins << 400;
    QTest::newRow("a blank") << bins + "a%20b" << 400;
    QTest::newRow("markup") << bins + "%3Cb%3E" << 400;
    QTest::newRow("a letter beyond ASCII") << bins + "%C3%A4" << 400;
    QTest::newRow("a dot") << bins + "a.b" << 400;
    QTest::newRow("no bin at all") << QByteArray("/") << 404;
    QTest::newRow("the interface's path") << QByteArray("/webhooks") << 404;
}

void TestBin::namesAreJudged()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QCOMPARE(statusOf("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"), status);
}

/// Whoever has taken one port for the other learns where the interface is.
void TestBin::whoMeansTheInterfaceIsToldWhereItIs()
{
    QSignalSpy answered(m_engine->get(), &Engine::callsAnswered);
    RawClient client(port());
    client.send("POST /webhooks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
    QTRY_COMPARE_WITH_TIMEOUT(client.statuses(), QList<int>{404}, Patience);
    const QByteArray url = m_engine->status.apiUrl.toLatin1();
    QVERIFY(url.startsWith("http://localhost:"));
    QVERIFY2(client.received().contains("the HTTP interface at " + url),
             client.received().constData());
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, Patience);
    const auto calls = answered.first().first().value<QList<ApiCall>>();
    QCOMPARE(calls.first().sentence, QStringLiteral("This is the port of the built-in receiver."));
    QVERIFY(calls.first().hint.contains(m_engine->status.apiUrl));
}

void TestBin::aRequestNeedsOneHost()
{
    for (const QByteArray hosts : {"", "Host: a\r\nHost: a\r\n"}) {
        RawClient client(port());
        client.send("GET /v1/webhooks/demo HTTP/1.1\r\n" + hosts + "\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(client.statuses(), QList<int>{400}, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(client.end(), RawClient::End::Finished, Patience);
    }
}

void TestBin::whatLiesBelowABinBelongsToIt()
{
    QCOMPARE(statusOf("GET /v1/webhooks/demo/a/b HTTP/1.1\r\nHost: localhost\r\n\r\n"), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->captures.size(), 1, Patience);
    QCOMPARE(m_engine->captures.first().bin, QStringLiteral("demo"));
    QCOMPARE(m_engine->captures.first().target, QByteArray("/v1/webhooks/demo/a/b"));
}

void TestBin::theLargestBodyIsKept()
{
    const QByteArray body = QByteArray("0123456789abcdef").repeated(LargestBody / 16);
    QCOMPARE(
        httpCall("PUT", m_engine->status.binUrl + QStringLiteral("/v1/webhooks/demo"), body).status,
        200);
    const auto record = newestRecord();
    QVERIFY(record);
    QCOMPARE(record->capture.bodyBytes, LargestBody);
    QVERIFY(record->body == body);
}

void TestBin::aLargerBodyIsRefused()
{
    const QByteArray length = QByteArray::number(LargestBody + 1);
    QCOMPARE(statusOf("PUT /v1/webhooks/demo HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                      + length + "\r\n\r\n"),
             413);
}

void TestBin::whatHookpostSentIsLinked()
{
    m_engine->add(m_engine->status.binUrl + QStringLiteral("/v1/webhooks/demo"));
    const HttpAnswer published = m_engine->call("POST", QStringLiteral("/events"),
                                                R"({"type": "invoice.paid", "data": 1})");
    QCOMPARE(published.status, 202);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->captures.size(), 1, Patience);
    QVERIFY(!m_engine->captures.first().delivery.isNull());
    QCOMPARE(m_engine->captures.first().attemptNumber, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!m_engine->attempts.isEmpty(), Patience);
    QVERIFY(m_engine->attempts.first().delivery == m_engine->captures.first().delivery);
}

QTEST_GUILESS_MAIN(TestBin)
#include "tst_bin.moc"

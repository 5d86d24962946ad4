// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requestframer.h"
#include "tests/support/framerrequests.h"

#include <QTest>

using namespace Core;
using namespace Core::Http;
using State = RequestFramer::State;

class TestRequestFramer final : public QObject
{
    Q_OBJECT

private slots:
    void validRequestsAreRead_data();
    void validRequestsAreRead();
    void validRequestsAreReadByteByByte_data() { validRequestsAreRead_data(); }
    void validRequestsAreReadByteByByte();
    void cutRequestsNeedMore_data() { validRequestsAreRead_data(); }
    void cutRequestsNeedMore();
    void targetsAreTakenApart_data();
    void targetsAreTakenApart();
    void headersKeepNamesValuesAndOrder();
    void connectionsAreKeptAliveOrNot_data();
    void connectionsAreKeptAliveOrNot();
    void pipelinedRequestsAreHandedOutInOrder();
    void theBodyIsAskedForOnce();
};

void TestRequestFramer::validRequestsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &method,
                        const QByteArray &body) { QTest::newRow(name) << bytes << method << body; };
    row("a plain GET", get(), "GET", "");
    row("an unknown method that is a token", "BREW /pot HTTP/1.1\r\n" + Host + "\r\n", "BREW", "");
    row("OPTIONS for the whole server", "OPTIONS * HTTP/1.1\r\n" + Host + "\r\n", "OPTIONS", "");
    row("HTTP/1.0 without a Host", "GET / HTTP/1.0\r\n\r\n", "GET", "");
    row("HTTP/1.0 with a Host", "GET / HTTP/1.0\r\n" + Host + "\r\n", "GET", "");
    row("no Host, which others judge", "GET / HTTP/1.1\r\n\r\n", "GET", "");
    row("two Hosts, which others judge", "GET / HTTP/1.1\r\n" + Host + Host + "\r\n", "GET", "");
    row("an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "GET", "");
    row("a body by length", post("Content-Length: 5\r\n\r\nhello"), "POST", "hello");
    row("a body of no bytes", post("Content-Length: 0\r\n\r\n"), "POST", "");
    row("a length of ten digits", post("Content-Length: 0000000005\r\n\r\nhello"), "POST", "hello");
    row("a body of exactly the limit", post("Content-Length: 16\r\n\r\n0123456789abcdef"), "POST",
        "0123456789abcdef");
    row("a body that looks like a request", post("Content-Length: 16\r\n\r\nGET / HTTP/1.1\r\n"),
        "POST", "GET / HTTP/1.1\r\n");
    row("a body that holds NUL and line ends",
        post("Content-Length: 4\r\n\r\n" + QByteArray("\0\n\r\n", 4)), "POST",
        QByteArray("\0\n\r\n", 4));
    row("a GET with a body", get("Content-Length: 2\r\n") + "hi", "GET", "hi");
    row("one chunk", chunked("5\r\nhello\r\n0\r\n\r\n"), "POST", "hello");
    row("two chunks up to the limit", chunked("a\r\n0123456789\r\n6\r\nabcdef\r\n0\r\n\r\n"),
        "POST", "0123456789abcdef");
    row("a size in upper case", chunked("A\r\n0123456789\r\n0\r\n\r\n"), "POST", "0123456789");
    row("no chunk but the last", chunked("0\r\n\r\n"), "POST", "");
    row("chunks with leading zeros", chunked("0005\r\nhello\r\n000\r\n\r\n"), "POST", "hello");
    row("a chunk with an extension", chunked("5;a=b\r\nhello\r\n0;x\r\n\r\n"), "POST", "hello");
    row("chunks with a trailer", chunked("2\r\nhi\r\n0\r\nDigest: x\r\n\r\n"), "POST", "hi");
    row("a chunk that holds line ends", chunked("4\r\n\r\n\r\n\r\n0\r\n\r\n"), "POST", "\r\n\r\n");
    row("a coding in other letters", post("Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n"), "POST",
        "");
}

void TestRequestFramer::validRequestsAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    RequestFramer framer(smallLimits());
    QCOMPARE(framer.feed(bytes), State::Complete);
    const Request request = framer.takeRequest();
    QCOMPARE(request.method, method);
    QCOMPARE(request.body, body);
    QVERIFY(framer.isIdle());
}

void TestRequestFramer::validRequestsAreReadByteByByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    RequestFramer framer(smallLimits());
    for (qsizetype i = 0; i < bytes.size(); ++i)
        framer.feed(QByteArrayView(bytes).sliced(i, 1));
    QCOMPARE(framer.state(), State::Complete);
    QCOMPARE(framer.takeRequest().body, body);
}

void TestRequestFramer::cutRequestsNeedMore()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        RequestFramer framer(smallLimits());
        QCOMPARE(framer.feed(QByteArrayView(bytes).first(size)), State::NeedMore);
        QCOMPARE(framer.feed(QByteArrayView(bytes).sliced(size)), State::Complete);
    }
}

void TestRequestFramer::targetsAreTakenApart_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("rawPath");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("path");
    QTest::newRow("only a path") << QByteArray("/webhooks") << QByteArray("/webhooks")
                                 << QByteArray() << QStringLiteral("/webhooks");
    QTest::newRow("a path and a query") << QByteArray("/a?b=%20&c=?") << QByteArray("/a")
                                        << QByteArray("b=%20&c=?") << QStringLiteral("/a");
    QTest::newRow("an escaped slash and question mark")
        << QByteArray("/a%2Fb%3fc") << QByteArray("/a%2Fb%3fc") << QByteArray()
        << QStringLiteral("/a/b?c");
    QTest::newRow("an escape that looks like an escape is decoded once")
        << QByteArray("/%2541") << QByteArray("/%2541") << QByteArray() << QStringLiteral("/%41");
    QTest::newRow("letters beyond ASCII") << QByteArray("/%C3%A9") << QByteArray("/%C3%A9")
                                          << QByteArray() << QStringLiteral("/\u00E9");
    QTest::newRow("dots and double slashes stay")
        << QByteArray("//a/../b") << QByteArray("//a/../b") << QByteArray()
        << QStringLiteral("//a/../b");
}

void TestRequestFramer::targetsAreTakenApart()
{
    QFETCH(QByteArray, target);
    RequestFramer framer(smallLimits());
    QCOMPARE(framer.feed("GET " + target + " HTTP/1.1\r\n" + Host + "\r\n"), State::Complete);
    const Request request = framer.takeRequest();
    QCOMPARE(request.target, target);
    QTEST(request.rawPath, "rawPath");
    QTEST(request.query, "query");
    QTEST(request.path, "path");
}

void TestRequestFramer::headersKeepNamesValuesAndOrder()
{
    RequestFramer framer(smallLimits());
    framer.feed(get("X-Two:  b \t\r\nx-one:\r\nX-TWO: c, \xC3\xA9\r\n"));
    const HeaderList expected{
        {"Host", "localhost:8090"}, {"X-Two", "b"}, {"x-one", ""}, {"X-TWO", "c, \xC3\xA9"}};
    QCOMPARE(framer.takeRequest().headers, expected);
}

void TestRequestFramer::connectionsAreKeptAliveOrNot_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("keepsAlive");
    QTest::newRow("1.1 is kept") << QByteArray("HTTP/1.1") << QByteArray() << true;
    QTest::newRow("1.1 with close is not")
        << QByteArray("HTTP/1.1") << QByteArray("Connection: Close\r\n") << false;
    QTest::newRow("close may stand in a list")
        << QByteArray("HTTP/1.1") << QByteArray("Connection: te , close\r\n") << false;
    QTest::newRow("close may stand in a second field")
        << QByteArray("HTTP/1.1") << QByteArray("Connection: te\r\nConnection: close\r\n") << false;
    QTest::newRow("closed is not close")
        << QByteArray("HTTP/1.1") << QByteArray("Connection: closed\r\n") << true;
    QTest::newRow("1.0 is not kept") << QByteArray("HTTP/1.0") << QByteArray() << false;
    QTest::newRow("1.0 with keep-alive is")
        << QByteArray("HTTP/1.0") << QByteArray("Connection: keep-alive\r\n") << true;
}

void TestRequestFramer::connectionsAreKeptAliveOrNot()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, headers);
    RequestFramer framer(smallLimits());
    framer.feed("GET / " + version + "\r\n" + Host + headers + "\r\n");
    const Request request = framer.takeRequest();
    QTEST(request.keepsAlive, "keepsAlive");
    QCOMPARE(request.isHttp11, version == "HTTP/1.1");
}

void TestRequestFramer::pipelinedRequestsAreHandedOutInOrder()
{
    RequestFramer framer(smallLimits());
    framer.feed(post("Content-Length: 1\r\n\r\na") + chunked("1\r\nb\r\n0\r\n\r\n") + get()
                + "GET");
    QCOMPARE(framer.takeRequest().body, QByteArray("a"));
    QCOMPARE(framer.state(), State::Complete);
    QCOMPARE(framer.takeRequest().body, QByteArray("b"));
    QCOMPARE(framer.state(), State::Complete);
    QCOMPARE(framer.takeRequest().method, QByteArray("GET"));
    QCOMPARE(framer.state(), State::NeedMore);
    QVERIFY(!framer.isIdle());
    QCOMPARE(framer.feed(" /last HTTP/1.1\r\n" + Host + "\r\n"), State::Complete);
    QCOMPARE(framer.takeRequest().target, QByteArray("/last"));
}

void TestRequestFramer::theBodyIsAskedForOnce()
{
    RequestFramer framer(smallLimits());
    framer.feed(post("Expect: 100-Continue\r\nContent-Length: 2\r\n"));
    QVERIFY(!framer.isHeadComplete());
    QVERIFY(!framer.isAwaitingContinue());
    framer.feed("\r\n");
    QVERIFY(framer.isHeadComplete());
    QVERIFY(framer.isAwaitingContinue());
    framer.feed("h");
    QVERIFY(!framer.isAwaitingContinue());
    QCOMPARE(framer.feed("i"), State::Complete);
}

QTEST_GUILESS_MAIN(TestRequestFramer)
#include "tst_requestframer.moc"

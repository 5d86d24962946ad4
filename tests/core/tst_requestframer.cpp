// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/percent.h"
#include "core/http/requestframer.h"

#include <QTest>

using namespace Core;
using namespace Core::Http;
using State = RequestFramer::State;

namespace {

const QByteArray Host = "Host: localhost:8090\r\n";

/// Small limits, so that the rows of the tables stay readable.
Limits smallLimits()
{
    Limits limits;
    limits.maxRequestLineBytes = 64;
    limits.maxHeaderFields = 8;
    limits.maxHeaderBytes = 256;
    limits.maxChunkLineBytes = 16;
    limits.maxBodyBytes = 16;
    return limits;
}

QByteArray get(const QByteArray &headers = {})
{
    return "GET / HTTP/1.1\r\n" + Host + headers + "\r\n";
}

QByteArray post(const QByteArray &headersAndBody)
{
    return "POST /events HTTP/1.1\r\n" + Host + headersAndBody;
}

QByteArray chunked(const QByteArray &chunks)
{
    return post("Transfer-Encoding: chunked\r\n\r\n" + chunks);
}

} // namespace

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
    void wrongRequestsAreRefused_data();
    void wrongRequestsAreRefused();
    void wrongRequestsAreRefusedByteByByte_data() { wrongRequestsAreRefused_data(); }
    void wrongRequestsAreRefusedByteByByte();
    void everyByteOfANameIsJudged();
    void everyByteOfAValueIsJudged();
    void everyByteOfATargetIsJudged();
    void targetsAreTakenApart_data();
    void targetsAreTakenApart();
    void headersKeepNamesValuesAndOrder();
    void connectionsAreKeptAliveOrNot_data();
    void connectionsAreKeptAliveOrNot();
    void pipelinedRequestsAreHandedOutInOrder();
    void nothingIsReadAfterARefusal();
    void aTooLargeBodyIsRefusedBeforeItComes();
    void theBodyIsAskedForOnce();
    void percentEscapesAreDecodedOnce_data();
    void percentEscapesAreDecodedOnce();
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
    row("HTTP/1.0 with a Host", "GET / HTTP/1.0\r\n" + Host + "\r\n", "GET", "");
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

void TestRequestFramer::wrongRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("an empty line before the request", "\r\n" + get(), 400);
    row("no method", " / HTTP/1.1\r\n", 400);
    row("no target", "GET HTTP/1.1\r\n", 400);
    row("an empty target", "GET  HTTP/1.1\r\n", 400);
    row("two blanks before the version", "GET /  HTTP/1.1\r\n", 400);
    row("a blank after the version", "GET / HTTP/1.1 \r\n", 400);
    row("a blank within the target", "GET /a b HTTP/1.1\r\n", 400);
    row("a tab for a blank", "GET\t/ HTTP/1.1\r\n", 400);
    row("a method that is no token", "G(T / HTTP/1.1\r\n", 400);
    row("no version at all", "GET /\r\n", 400);
    row("a version in small letters", "GET / http/1.1\r\n", 400);
    row("a version of three digits", "GET / HTTP/1.10\r\n", 400);
    row("HTTP/0.9", "GET / HTTP/0.9\r\n", 505);
    row("HTTP/1.2", "GET / HTTP/1.2\r\n", 505);
    row("HTTP/2.0", "GET / HTTP/2.0\r\n", 505);
    row("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("an absolute target", "GET http://localhost/ HTTP/1.1\r\n", 400);
    row("an authority for a target", "CONNECT localhost:80 HTTP/1.1\r\n", 400);
    row("a star for another method than OPTIONS", "GET * HTTP/1.1\r\n", 400);
    row("a fragment", "GET /#x HTTP/1.1\r\n", 400);
    row("a target that is not ASCII", "GET /\xC3\xA9 HTTP/1.1\r\n", 400);
    row("a malformed escape", "GET /%zz HTTP/1.1\r\n", 400);
    row("a cut escape", "GET /%2 HTTP/1.1\r\n", 400);
    row("an escaped NUL", "GET /%00 HTTP/1.1\r\n", 400);
    row("a request line one byte too long", "GET /" + QByteArray(51, 'a') + " HTTP/1.1\r\n", 414);
    row("a request line without an end", "GET /" + QByteArray(100, 'a'), 414);
    row("a TLS client", QByteArray("\x16\x03\x01\x02\x00\x01", 6), 400);
    row("a request line that ends with LF", "GET / HTTP/1.1\nHost: x\n\n", 400);
    row("a field that ends with LF", "GET / HTTP/1.1\r\nHost: x\n\r\n", 400);
    row("an empty line that ends with LF", "GET / HTTP/1.1\r\n" + Host + "\n", 400);
    row("a CR within the request line", "GET /\r HTTP/1.1\r\n", 400);
    row("a CR within a value", "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400);
    row("two CRs before an LF", "GET / HTTP/1.1\r\r\n", 400);
    row("a NUL within a value", get("A: " + QByteArray(1, '\0') + "\r\n"), 400);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400);
    row("two Hosts", get(Host), 400);
    row("two Hosts in other letters", get("HOST: other\r\n"), 400);
    row("a name without a colon", get("Name\r\n"), 400);
    row("an empty name", get(": x\r\n"), 400);
    row("a blank before the colon", get("Content-Length : 0\r\n"), 400);
    row("a tab before the colon", get("Content-Length\t: 0\r\n"), 400);
    row("a blank before the first name", "GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400);
    row("a folded value", get("A: b\r\n c\r\n"), 400);
    row("a value folded with a tab", get("A: b\r\n\tc\r\n"), 400);
    row("a line of blanks for the empty line", "GET / HTTP/1.1\r\n" + Host + " \r\n\r\n", 400);
    row("one field too many", get(QByteArray("A: b\r\n").repeated(8)), 431);
    row("fields of too many bytes", get("A: " + QByteArray(250, 'b') + "\r\n"), 431);
    row("a field without an end", "GET / HTTP/1.1\r\nA: " + QByteArray(300, 'b'), 431);
    row("two equal lengths", post("Content-Length: 1\r\nContent-Length: 1\r\n\r\na"), 400);
    row("two different lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), 400);
    row("a list of lengths", post("Content-Length: 1, 1\r\n\r\na"), 400);
    row("an empty length", post("Content-Length:\r\n\r\n"), 400);
    row("a signed length", post("Content-Length: +1\r\n\r\na"), 400);
    row("a negative length", post("Content-Length: -1\r\n\r\n"), 400);
    row("a hexadecimal length", post("Content-Length: 0x1\r\n\r\na"), 400);
    row("a length of eleven digits", post("Content-Length: 00000000001\r\n\r\na"), 400);
    row("a length of 64 bits", post("Content-Length: 18446744073709551615\r\n\r\n"), 400);
    row("a length over the limit", post("Content-Length: 17\r\n\r\n"), 413);
    row("a length and a coding",
        post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
    row("a coding and a length",
        post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"), 400);
    row("two codings in two fields",
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
    row("two codings in one field", post("Transfer-Encoding: gzip, chunked\r\n\r\n"), 501);
    row("chunked twice in one field", post("Transfer-Encoding: chunked, chunked\r\n\r\n"), 501);
    row("an unknown coding", post("Transfer-Encoding: xchunked\r\n\r\n"), 501);
    row("a coding that looks like none", post("Transfer-Encoding: identity\r\n\r\n"), 501);
    row("an empty coding", post("Transfer-Encoding:\r\n\r\n"), 501);
    row("a coding hidden behind a vertical tab",
        post("Transfer-Encoding: \x0B"
             "chunked\r\n\r\n"),
        400);
    row("a coding in HTTP/1.0", "POST / HTTP/1.0\r\n" + Host + "Transfer-Encoding: chunked\r\n\r\n",
        400);
    row("an unknown expectation", post("Expect: payment\r\nContent-Length: 1\r\n\r\n"), 417);
    row("a chunk without a size", chunked("\r\n"), 400);
    row("a chunk size that is not hexadecimal", chunked("g\r\n"), 400);
    row("a chunk size with a prefix", chunked("0x5\r\nhello\r\n"), 400);
    row("a chunk size with a sign", chunked("+5\r\nhello\r\n"), 400);
    row("a chunk size with a blank before", chunked(" 5\r\nhello\r\n"), 400);
    row("a chunk size with a blank behind", chunked("5 \r\nhello\r\n"), 400);
    row("a chunk size of nine digits", chunked("000000005\r\nhello\r\n"), 400);
    row("a chunk size of 64 bits", chunked("ffffffffffffffff\r\n"), 400);
    row("a chunk over the limit", chunked("11\r\n"), 413);
    row("chunks over the limit together", chunked("10\r\n0123456789abcdef\r\n1\r\n"), 413);
    row("an endless extension", chunked("5;" + QByteArray(20, 'a')), 400);
    row("a size line that ends with LF", chunked("5\nhello\r\n0\r\n\r\n"), 400);
    row("a chunk longer than its size", chunked("4\r\nhello\r\n0\r\n\r\n"), 400);
    row("a chunk that ends with LF", chunked("5\r\nhello\n0\r\n\r\n"), 400);
    row("a chunk that ends with CR", chunked("5\r\nhello\rx"), 400);
    row("a trailer that is no field", chunked("0\r\nGET / HTTP/1.1\r\n\r\n"), 400);
    row("too many trailers", chunked("0\r\n" + QByteArray("A: b\r\n").repeated(9)), 431);
    row("trailers of too many bytes", chunked("0\r\nA: " + QByteArray(300, 'b')), 431);
}

void TestRequestFramer::wrongRequestsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestFramer framer(smallLimits());
    QCOMPARE(framer.feed(bytes), State::Refused);
    QCOMPARE(framer.refusal().status, status);
    QVERIFY(!framer.refusal().sentence.isEmpty());
}

void TestRequestFramer::wrongRequestsAreRefusedByteByByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestFramer framer(smallLimits());
    for (qsizetype i = 0; i < bytes.size(); ++i)
        QVERIFY(framer.feed(QByteArrayView(bytes).sliced(i, 1)) != State::Complete);
    QCOMPARE(framer.state(), State::Refused);
    QCOMPARE(framer.refusal().status, status);
}

void TestRequestFramer::everyByteOfANameIsJudged()
{
    const QByteArray allowed = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (int value = 0; value < 256; ++value) {
        const char c = static_cast<char>(value);
        RequestFramer framer(smallLimits());
        const State state = framer.feed(get(QByteArray("A") + c + "B: x\r\n"));
        // A colon ends the name early, which is fine.
        const bool isFine = allowed.contains(c) || c == ':';
        QVERIFY2(state == (isFine ? State::Complete : State::Refused),
                 qPrintable(QString::number(value)));
    }
}

void TestRequestFramer::everyByteOfAValueIsJudged()
{
    for (int value = 0; value < 256; ++value) {
        const char c = static_cast<char>(value);
        RequestFramer framer(smallLimits());
        const State state = framer.feed(get(QByteArray("A: x") + c + "y\r\n"));
        const bool isFine = c == '\t' || (value >= 0x20 && value != 0x7F);
        QVERIFY2(state == (isFine ? State::Complete : State::Refused),
                 qPrintable(QString::number(value)));
    }
}

void TestRequestFramer::everyByteOfATargetIsJudged()
{
    for (int value = 0; value < 256; ++value) {
        const char c = static_cast<char>(value);
        RequestFramer framer(smallLimits());
        const State state
            = framer.feed(QByteArray("GET /a") + c + "41 HTTP/1.1\r\n" + Host + "\r\n");
        const bool isFine = value > 0x20 && value < 0x7F && c != '#';
        QVERIFY2(state == (isFine ? State::Complete : State::Refused),
                 qPrintable(QString::number(value)));
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

void TestRequestFramer::nothingIsReadAfterARefusal()
{
    RequestFramer framer(smallLimits());
    framer.feed(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
    QCOMPARE(framer.feed(get()), State::Refused);
    QCOMPARE(framer.feed(get()), State::Refused);
}

void TestRequestFramer::aTooLargeBodyIsRefusedBeforeItComes()
{
    RequestFramer framer(Limits{});
    const QByteArray head = "POST / HTTP/1.1\r\n" + Host + "Expect: 100-continue\r\n";
    QCOMPARE(framer.feed(head + "Content-Length: 1048577\r\n\r\n"), State::Refused);
    QCOMPARE(framer.refusal().status, 413);
    QVERIFY(!framer.isAwaitingContinue());
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

void TestRequestFramer::percentEscapesAreDecodedOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("nothing to decode") << QByteArray("a+b") << QByteArray("a+b");
    QTest::newRow("both cases of letters") << QByteArray("%2f%2F") << QByteArray("//");
    QTest::newRow("at the very end") << QByteArray("a%41") << QByteArray("aA");
    QTest::newRow("an escaped percent sign") << QByteArray("%2541") << QByteArray("%41");
    QTest::newRow("one digit is malformed") << QByteArray("%4") << QByteArray();
    QTest::newRow("a lone percent sign is malformed") << QByteArray("a%") << QByteArray();
    QTest::newRow("other letters are malformed") << QByteArray("%4g") << QByteArray();
    QTest::newRow("a NUL is malformed") << QByteArray("%00") << QByteArray();
}

void TestRequestFramer::percentEscapesAreDecodedOnce()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, decoded);
    QCOMPARE(percentDecoded(text).has_value(), !decoded.isEmpty());
    QCOMPARE(percentDecoded(text).value_or(QByteArray()), decoded);
}

QTEST_GUILESS_MAIN(TestRequestFramer)
#include "tst_requestframer.moc"

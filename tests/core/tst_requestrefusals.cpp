// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requestframer.h"
#include "tests/support/framerrequests.h"

#include <QTest>

#include <functional>

using namespace Core;
using namespace Core::Http;
using State = RequestFramer::State;

namespace {

void row(const char *name, const QByteArray &bytes, int status)
{
    QTest::newRow(name) << bytes << status;
}

void addWrongRequestLines()
{
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
}

/// Each is wrong in one line of the header alone.
void addWrongFields()
{
    row("a NUL within a value", get("A: " + QByteArray(1, '\0') + "\r\n"), 400);
    row("a name without a colon", get("Name\r\n"), 400);
    row("an empty name", get(": x\r\n"), 400);
    row("a blank before the colon", get("Content-Length : 0\r\n"), 400);
    row("a tab before the colon", get("Content-Length\t: 0\r\n"), 400);
    row("a folded value", get("A: b\r\n c\r\n"), 400);
    row("a value folded with a tab", get("A: b\r\n\tc\r\n"), 400);
    row("a line of blanks for the empty line", "GET / HTTP/1.1\r\n" + Host + " \r\n\r\n", 400);
    row("an empty length", post("Content-Length:\r\n\r\n"), 400);
    row("a signed length", post("Content-Length: +1\r\n\r\na"), 400);
    row("a hexadecimal length", post("Content-Length: 0x1\r\n\r\na"), 400);
    row("a list of lengths", post("Content-Length: 1, 1\r\n\r\na"), 400);
    row("a coding hidden behind a vertical tab",
        post("Transfer-Encoding: \x0B"
             "chunked\r\n\r\n"),
        400);
}

/// What a reader makes of \a bytes that passes over each line of a header it cannot read.
QByteArray withoutWrongFields(const QByteArray &bytes)
{
    const qsizetype lineEnd = bytes.indexOf("\r\n");
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    QByteArray kept = bytes.left(lineEnd);
    for (const QByteArray &line : bytes.mid(lineEnd + 2, headEnd - lineEnd - 2).split('\n')) {
        const QByteArray field = line.endsWith('\r') ? line.chopped(1) : line;
        RequestFramer framer(smallLimits());
        const QByteArray host = field.startsWith("Host") ? QByteArray() : Host;
        if (framer.feed("POST / HTTP/1.1\r\n" + host + field + "\r\n\r\n") != State::Refused)
            kept += "\r\n" + field;
    }
    return kept + bytes.mid(headEnd);
}

void addWrongHeaders()
{
    row("a request line that ends with LF", "GET / HTTP/1.1\nHost: x\n\n", 400);
    row("a field that ends with LF", "GET / HTTP/1.1\r\nHost: x\n\r\n", 400);
    row("an empty line that ends with LF", "GET / HTTP/1.1\r\n" + Host + "\n", 400);
    row("a CR within the request line", "GET /\r HTTP/1.1\r\n", 400);
    row("a CR within a value", "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400);
    row("two CRs before an LF", "GET / HTTP/1.1\r\r\n", 400);
    row("a blank before the first name", "GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400);
    row("one field too many", get(QByteArray("A: b\r\n").repeated(8)), 431);
    row("fields of too many bytes", get("A: " + QByteArray(250, 'b') + "\r\n"), 431);
    row("a field without an end", "GET / HTTP/1.1\r\nA: " + QByteArray(300, 'b'), 431);
}

void addWrongLengthsAndCodings()
{
    row("two equal lengths", post("Content-Length: 1\r\nContent-Length: 1\r\n\r\na"), 400);
    row("two different lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), 400);
    row("a negative length", post("Content-Length: -1\r\n\r\n"), 400);
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
    row("a coding in HTTP/1.0", "POST / HTTP/1.0\r\n" + Host + "Transfer-Encoding: chunked\r\n\r\n",
        400);
    row("an unknown expectation", post("Expect: payment\r\nContent-Length: 1\r\n\r\n"), 417);
}

void addWrongChunks()
{
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

/// The bytes with which a request is not read or refused as \a isFine says.
QByteArray misjudgedBytes(const std::function<QByteArray(char)> &requestWith,
                          const std::function<bool(int)> &isFine)
{
    QByteArray misjudged;
    for (int value = 0; value < 256; ++value) {
        const char c = static_cast<char>(value);
        RequestFramer framer(smallLimits());
        if (framer.feed(requestWith(c)) != (isFine(value) ? State::Complete : State::Refused))
            misjudged.append(c);
    }
    return misjudged;
}

} // namespace

/// What is not strict HTTP/1.1, or too large, and what it is refused with.
class TestRequestRefusals final : public QObject
{
    Q_OBJECT

private slots:
    void wrongRequestsAreRefused_data();
    void wrongRequestsAreRefused();
    void wrongRequestsAreRefusedByteByByte_data() { wrongRequestsAreRefused_data(); }
    void wrongRequestsAreRefusedByteByByte();
    void aReaderThatPassesOverWrongFieldsWouldBeFound_data();
    void aReaderThatPassesOverWrongFieldsWouldBeFound();
    void everyByteOfANameIsJudged();
    void everyByteOfAValueIsJudged();
    void everyByteOfATargetIsJudged();
    void nothingIsReadAfterARefusal();
    void aTooLargeBodyIsRefusedBeforeItComes();
};

void TestRequestRefusals::wrongRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    addWrongRequestLines();
    addWrongFields();
    addWrongHeaders();
    addWrongLengthsAndCodings();
    addWrongChunks();
}

void TestRequestRefusals::wrongRequestsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestFramer framer(smallLimits());
    QCOMPARE(framer.feed(bytes), State::Refused);
    QCOMPARE(framer.refusal().status, status);
    QVERIFY(!framer.refusal().sentence.isEmpty());
}

void TestRequestRefusals::wrongRequestsAreRefusedByteByByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestFramer framer(smallLimits());
    for (qsizetype i = 0; i < bytes.size(); ++i)
        QVERIFY(framer.feed(QByteArrayView(bytes).sliced(i, 1)) != State::Complete);
    QCOMPARE(framer.state(), State::Refused);
    QCOMPARE(framer.refusal().status, status);
}

void TestRequestRefusals::aReaderThatPassesOverWrongFieldsWouldBeFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    addWrongFields();
}

/// The control of these rows: whoever does not refuse them takes a request from each.
void TestRequestRefusals::aReaderThatPassesOverWrongFieldsWouldBeFound()
{
    QFETCH(QByteArray, bytes);
    RequestFramer framer(smallLimits());
    QCOMPARE(framer.feed(withoutWrongFields(bytes)), State::Complete);
}

void TestRequestRefusals::everyByteOfANameIsJudged()
{
    const QByteArray allowed = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const auto request = [](char c) { return get(QByteArray("A") + c + "B: x\r\n"); };
    // A colon ends the name early, which is fine.
    const auto isFine = [&allowed](int value) {
        return value == ':' || allowed.contains(static_cast<char>(value));
    };
    QCOMPARE(misjudgedBytes(request, isFine), QByteArray());
}

void TestRequestRefusals::everyByteOfAValueIsJudged()
{
    const auto request = [](char c) { return get(QByteArray("A: x") + c + "y\r\n"); };
    const auto isFine = [](int value) { return value == '\t' || (value >= 0x20 && value != 0x7F); };
    QCOMPARE(misjudgedBytes(request, isFine), QByteArray());
}

void TestRequestRefusals::everyByteOfATargetIsJudged()
{
    const auto request
        = [](char c) { return QByteArray("GET /a") + c + "41 HTTP/1.1\r\n" + Host + "\r\n"; };
    const auto isFine = [](int value) { return value > 0x20 && value < 0x7F && value != '#'; };
    QCOMPARE(misjudgedBytes(request, isFine), QByteArray());
}

void TestRequestRefusals::nothingIsReadAfterARefusal()
{
    RequestFramer framer(smallLimits());
    framer.feed(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
    QCOMPARE(framer.feed(get()), State::Refused);
    QCOMPARE(framer.feed(get()), State::Refused);
}

void TestRequestRefusals::aTooLargeBodyIsRefusedBeforeItComes()
{
    RequestFramer framer(Limits{});
    const QByteArray head = "POST / HTTP/1.1\r\n" + Host + "Expect: 100-continue\r\n";
    QCOMPARE(framer.feed(head + "Content-Length: 1048577\r\n\r\n"), State::Refused);
    QCOMPARE(framer.refusal().status, 413);
    QVERIFY(framer.refusal().sentence.contains(QStringLiteral("1048576 bytes")));
    QVERIFY(!framer.isAwaitingContinue());
}

QTEST_GUILESS_MAIN(TestRequestRefusals)
#include "tst_requestrefusals.moc"

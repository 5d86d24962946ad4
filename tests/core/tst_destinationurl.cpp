// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/destinationurl.h"

#include <QTest>

using namespace Core;

class TestDestinationUrl final : public QObject
{
    Q_OBJECT

private slots:
    void acceptsUrls_data();
    void acceptsUrls();
    void refusesUrls_data();
    void refusesUrls();
    void knowsWhatNeedsNoLookUp_data();
    void knowsWhatNeedsNoLookUp();
};

void TestDestinationUrl::acceptsUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *name, const char *text, const char *url) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(url);
    };
    row("plain http", "http://example.com/hook", "http://example.com/hook");
    row("https with a port", "https://example.com:8443/", "https://example.com:8443/");
    row("no path", "http://example.com", "http://example.com");
    row("a query is kept as it is", "http://h/a%20b?x=%2F&y", "http://h/a%20b?x=%2F&y");
    row("dot segments", "http://h/a/../b/./c", "http://h/b/c");
    row("dot segments in disguise", "http://h/a/%2e%2E/b", "http://h/b");
    row("the last port", "http://h:65535/", "http://h:65535/");
    row("the first port that is open", "http://h:2/", "http://h:2/");
    row("a port that is left empty", "http://h:/", "http://h/");
    row("capitals in scheme and host", "HTTP://EXAMPLE.com/A", "http://example.com/A");
    row("an international name", "http://bücher.example/", "http://xn--bcher-kva.example/");
    row("a name with a full stop at its end", "http://localhost./", "http://localhost./");
    row("an underscore in a name", "http://a_b.example/", "http://a_b.example/");
    row("a name that begins with digits", "http://1.example/", "http://1.example/");
    row("an address", "http://127.0.0.1/", "http://127.0.0.1/");
    row("an address in IPv6", "http://[::1]:8090/", "http://[::1]:8090/");
    row("a mapped address", "http://[::ffff:127.0.0.1]/", "http://[::ffff:127.0.0.1]/");
    row("a mapped address in hexadecimal", "http://[::ffff:7f00:1]/", "http://[::ffff:127.0.0.1]/");
    row("a short address", "http://127.1/", "http://127.0.0.1/");
    row("a hexadecimal address", "http://0x7f.1/", "http://127.0.0.1/");
    row("a hexadecimal number", "http://0x7f000001/", "http://127.0.0.1/");
    row("a decimal number", "http://2130706433/", "http://127.0.0.1/");
    row("an octal number", "http://017700000001/", "http://127.0.0.1/");
    row("an octal part", "http://0177.0.0.1/", "http://127.0.0.1/");
    row("zero", "http://0/", "http://0.0.0.0/");
    row("an address with a full stop at its end", "http://127.0.0.1./", "http://127.0.0.1/");
    row("a short address with a full stop", "http://127.1./", "http://127.0.0.1/");
    row("full-width digits", "http://１２７.0.0.1/", "http://127.0.0.1/");
    row("circled digits", "http://①②⑦.0.0.1/", "http://127.0.0.1/");
    row("ideographic full stops", "http://127。0。0。1/", "http://127.0.0.1/");
}

void TestDestinationUrl::acceptsUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const Result<QUrl> checked = destinationUrl(text);
    QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().sentence));
    QCOMPARE(checked->toString(QUrl::FullyEncoded), url);
}

void TestDestinationUrl::refusesUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &text, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    constexpr auto Hidden = "a blank, a backslash or an invisible character";
    constexpr auto Begin = "must begin with http:// or https://";
    row("nothing", "", "missing");
    row("2,049 bytes", "http://h/" + QByteArray(2040, 'a'), "longer than 2,048 bytes");
    row("2,049 bytes in fewer characters", "http://h/" + QByteArray("ü").repeated(1020),
        "longer than 2,048 bytes");
    row("a file", "file:///etc/passwd", Begin);
    row("ftp", "ftp://example.com/", Begin);
    row("no scheme", "example.com/hook", Begin);
    row("a scheme-relative URL", "//example.com/", Begin);
    row("a scheme without strokes", "http:example.com", Begin);
    row("a unix socket", "unix+http://x/", Begin);
    row("a preconnection", "preconnect-http://x/", Begin);
    row("no host", "http:///hook", "has no host");
    row("only a port", "http://:80/", "has no host");
    row("a user", "http://user@example.com/", "user name or password");
    row("a user and a password", "http://u:p@example.com/", "user name or password");
    row("an empty user", "http://@example.com/", "user name or password");
    row("an empty user and password", "http://:@example.com/", "user name or password");
    row("a fragment", "http://example.com/#top", "fragment");
    row("an empty fragment", "http://example.com/#", "fragment");
    row("a backslash", "http://example.com\\@evil.example/", Hidden);
    row("a blank before", " http://example.com/", Hidden);
    row("a blank inside", "http://example.com/a b", Hidden);
    row("a tab", "http://exam\tple.com/", Hidden);
    row("a line end", "http://example.com/\r\nX: y", Hidden);
    row("a NUL", QByteArray("http://example.com/\0", 20), Hidden);
    row("a delete character", "http://example.com/\x7f", Hidden);
    row("a zero-width blank", "http://exam\u200bple.com/", Hidden);
    row("a change of direction", "http://example.com/" + QString(QChar(0x202e)).toUtf8() + "gpj",
        Hidden);
    row("a wide blank", "http://example.com/\u3000", Hidden);
    row("port 0", "http://h:0/", "from 1 to 65535");
    row("the port of mail", "http://localhost:25/", "Port 25 belongs to another protocol");
    row("the port of a desktop", "http://localhost:6000/", "another protocol");
    row("the last one of these", "https://example.com:10080/", "another protocol");
    row("port 65536", "http://h:65536/", "from 1 to 65535");
    row("a port of many digits", "https://h:99999999999?x", "from 1 to 65535");
    row("no port at all", "http://h:x/", "valid URL");
    row("a negative port", "http://h:-1/", "valid URL");
    row("a port that is no number", "http://h:http/", "valid URL");
    row("a percent sign in the host", "http://127%2e0.0.1/", "valid URL");
    row("a zone", "http://[fe80::1%25eth0]/", "network interface");
    row("an address that is too long", "http://1.2.3.4.5/", "neither an address nor a name");
    row("an address out of range", "http://256.1.1.1/", "neither an address nor a name");
    row("a binary part", "http://0b1111111.0.0.1/", "neither an address nor a name");
    row("a binary part and a full stop", "http://127.0b1./", "neither an address nor a name");
    row("a binary part in full-width digits", "http://０ｂ１.0.0.1/", "neither an address nor");
    row("a part with a sign", "http://+127.0.0.1/", "neither an address nor a name");
    row("a selector within an address", "http://127\ufe0f.0.0.1/", "neither an address nor a name");
    row("a hexadecimal last part", "http://a.0x7f/", "neither an address nor a name");
    row("an open bracket", "http://[::1/", "valid URL");
    row("two full stops", "http://a..b/", "valid URL");
    row("a pipe in the path", "http://h/a|b", "valid URL");
}

void TestDestinationUrl::refusesUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const Result<QUrl> checked = destinationUrl(text);
    QVERIFY2(!checked.has_value(), checked ? qPrintable(checked->toString()) : "");
    QVERIFY2(checked.error().sentence.contains(words), qPrintable(checked.error().sentence));
    QCOMPARE(checked.error().field, QStringLiteral("destination"));
}

void TestDestinationUrl::knowsWhatNeedsNoLookUp_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("addresses");
    const auto row = [](const char *host, const char *addresses) {
        QTest::newRow(host) << QString::fromLatin1(host) << QString::fromLatin1(addresses);
    };
    row("10.0.0.1", "10.0.0.1");
    row("::1", "::1");
    row("localhost", "127.0.0.1 ::1");
    row("LOCALHOST.", "127.0.0.1 ::1");
    row("api.localhost", "127.0.0.1 ::1");
    row("notlocalhost", "");
    row("localhost.example", "");
    row("example.com", "");
}

void TestDestinationUrl::knowsWhatNeedsNoLookUp()
{
    QFETCH(QString, host);
    QFETCH(QString, addresses);
    QStringList found;
    for (const QHostAddress &address : addressesWithoutLookUp(host))
        found.append(address.toString());
    QCOMPARE(found.join(u' '), addresses);
}

QTEST_GUILESS_MAIN(TestDestinationUrl)
#include "tst_destinationurl.moc"

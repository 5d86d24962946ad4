// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/curlreader.h"

#include <QTest>

using namespace Core;
using namespace Gui;

class TestCurlReader final : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreThoseOfAShell_data();
    void wordsAreThoseOfAShell();
    void anOpenQuoteIsNoCommand();
    void urlsAreFound_data();
    void urlsAreFound();
    void headersAreTaken();
    void headersOfOursAreLeftOut();
    void otherOptionsAndUrlsAreTold();
    void settingsAreTaken();
    void whatIsLeftOutIsTold_data();
    void whatIsLeftOutIsTold();
    void otherTextIsNoCommand_data();
    void otherTextIsNoCommand();
};

void TestCurlReader::wordsAreThoseOfAShell_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char16_t *text, const QStringList &words) {
        QTest::newRow(name) << QString::fromUtf16(text) << words;
    };
    const auto word = [](const char16_t *text) { return QString::fromUtf16(text); };
    row("blanks part words", u" a  b\tc\n", {word(u"a"), word(u"b"), word(u"c")});
    row("single quotes keep all", u"'a \\ \"b'", {word(u"a \\ \"b")});
    row("double quotes take escapes", u"\"a \\\" \\n $ \\$\"", {word(u"a \" \\n $ $")});
    row("quotes join what touches", u"a'b'\"c\"d", {word(u"abcd")});
    row("a quoted nothing is a word", u"a '' b", {word(u"a"), QString(), word(u"b")});
    row("a backslash takes the next", u"a\\ b", {word(u"a b")});
    row("a line goes on", u"a \\\n b", {word(u"a"), word(u"b")});
    row("a line of another system goes on", u"a \\\r\n b", {word(u"a"), word(u"b")});
    row("dollar quotes know escapes", u"$'a\\n\\'b'", {word(u"a\n'b")});
    row("a backslash at the end is nothing", u"a \\", {word(u"a")});
}

void TestCurlReader::wordsAreThoseOfAShell()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(shellWords(text).value_or(QStringList()), words);
}

void TestCurlReader::anOpenQuoteIsNoCommand()
{
    QVERIFY(!shellWords(u"a 'b"));
    QVERIFY(!shellWords(u"a \"b"));
    QVERIFY(!shellWords(u"a $'b"));
}

void TestCurlReader::urlsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("bare") << QStringLiteral("curl https://a.example/x");
    QTest::newRow("named") << QStringLiteral("curl --url https://a.example/x");
    QTest::newRow("named with a sign") << QStringLiteral("curl --url=https://a.example/x");
    QTest::newRow("after values") << QStringLiteral(
        "curl -X POST -d '{\"a\": 1}' --retry 3 https://a.example/x");
    QTest::newRow("after joined values") << QStringLiteral("curl -XPOST -s https://a.example/x");
    QTest::newRow("before options") << QStringLiteral("curl https://a.example/x -s -d @file");
    QTest::newRow("behind a prompt") << QStringLiteral("$ curl https://a.example/x");
    QTest::newRow("behind blanks and line ends")
        << QStringLiteral(" \r\n\n \tcurl https://a.example/x\n");
    QTest::newRow("of another system") << QStringLiteral("Curl.exe -s https://a.example/x");
    QTest::newRow("by its whole path") << QStringLiteral("/usr/bin/curl https://a.example/x");
    QTest::newRow("over lines of other shells")
        << QStringLiteral("curl.exe -s ^\r\n -L `\n https://a.example/x");
    QTest::newRow("after letters in one word")
        << QStringLiteral("curl -sSXPUT -fLo /dev/null https://a.example/x");
    QTest::newRow("before another program")
        << QStringLiteral("curl https://a.example/x | jq -H 'X-Not: ours'");
    QTest::newRow("the first of two")
        << QStringLiteral("curl https://a.example/x https://b.example/");
}

void TestCurlReader::urlsAreFound()
{
    QFETCH(QString, text);
    const auto command = readCurl(text);
    QVERIFY(command);
    QCOMPARE(command->destination.url, QStringLiteral("https://a.example/x"));
    QVERIFY(command->destination.headers.isEmpty());
}

void TestCurlReader::headersAreTaken()
{
    const auto command = readCurl(
        QStringLiteral("curl -H 'X-Team: payments' --header=X-Empty: -A tester -u joe:s3cret "
                       "-e http://b.example --oauth2-bearer abc -H nonsense http://a.example"));
    QVERIFY(command);
    const HeaderList expected{{"X-Team", "payments"},
                              {"X-Empty", ""},
                              {"Authorization", "Basic am9lOnMzY3JldA=="},
                              {"Referer", "http://b.example"},
                              {"Authorization", "Bearer abc"}};
    HeaderList headers = command->destination.headers;
    headers.removeIf([](const Header &header) { return header.name == "User-Agent"; });
    QCOMPARE(headers, expected);
}

void TestCurlReader::headersOfOursAreLeftOut()
{
    const auto command = readCurl(QStringLiteral("curl -H 'Host: b.example' -H 'content-length: 3' "
                                                 "-H 'webhook-id: evt_1' -H nonsense "
                                                 "http://a.example"));
    QVERIFY(command);
    QVERIFY(command->destination.headers.isEmpty());
    QCOMPARE(command->headers,
             (QStringList{QStringLiteral("Host"), QStringLiteral("content-length"),
                          QStringLiteral("webhook-id"), QStringLiteral("nonsense")}));
}

void TestCurlReader::otherOptionsAndUrlsAreTold()
{
    const auto command = readCurl(
        QStringLiteral("curl --compressed -sSL --retry 3 -m 600 -o out.txt --no-such --retry=2 "
                       "https://a.example/x https://b.example/ --url https://c.example/ 2>&1"));
    QVERIFY(command);
    QCOMPARE(command->destination.url, QStringLiteral("https://a.example/x"));
    QCOMPARE(command->options.join(u' '), QStringLiteral("--compressed -L --retry -m --no-such"));
    QCOMPARE(command->urls.join(u' '), QStringLiteral("https://b.example/ https://c.example/"));
    const auto quiet
        = readCurl(QStringLiteral("curl -sSvif# -o out --fail -w '%{http_code}' http://a.example "
                                  "--no-progress-meter >out 2>/dev/null"));
    QVERIFY(quiet);
    QVERIFY2(quiet->options.isEmpty() && quiet->urls.isEmpty(), "they change nothing that is sent");
}

void TestCurlReader::settingsAreTaken()
{
    for (const char *const text :
         {"curl -k -m 2.5 https://a.example", "curl -skm2.5 https://a.example"}) {
        const auto command = readCurl(QString::fromLatin1(text));
        QVERIFY(command);
        QVERIFY(!command->destination.verifyTls);
        QCOMPARE(command->destination.timeout, Milliseconds{2500});
    }
    const auto beyond = readCurl(QStringLiteral("curl -m 600 https://a.example"));
    QCOMPARE(beyond->destination.timeout, Destination::DefaultTimeout);
}

void TestCurlReader::whatIsLeftOutIsTold_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("hasBody");
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("hasOther");
    const auto row = [](const char *options, bool hasBody, const char *method, bool hasOther) {
        QTest::newRow(options) << QString::fromLatin1(options) << hasBody
                               << QString::fromLatin1(method) << hasOther;
    };
    row("-sSL", false, "", false);
    row("-X POST", false, "", false);
    row("--request=PUT", false, "PUT", false);
    row("-XDELETE", false, "DELETE", false);
    row("-G -d a=b", true, "GET", false);
    row("-I", false, "HEAD", false);
    row("-T file", true, "PUT", false);
    for (const char *const body :
         {"-d {}", "-d@file", "--data {}", "--data-raw {}", "--data-binary={}", "--data-ascii {}",
          "--data-urlencode a=b", "--json {}", "-F a=b", "--form a=b", "-sd {}"})
        row(body, true, "", false);
    for (const char *const other : {"-b a=b", "--cookie a=b", "-E cert.pem", "--cacert=ca.pem",
                                    "-x proxy:3128", "--proxy-user joe"})
        row(other, false, "", true);
}

void TestCurlReader::whatIsLeftOutIsTold()
{
    QFETCH(QString, options);
    const auto command = readCurl(QStringLiteral("curl %1 https://a.example/x").arg(options));
    QVERIFY(command);
    QCOMPARE(command->destination.url, QStringLiteral("https://a.example/x"));
    QTEST(command->hasBody, "hasBody");
    QTEST(command->method, "method");
    QTEST(command->hasCookies || command->hasCertificate || command->hasProxy, "hasOther");
}

void TestCurlReader::otherTextIsNoCommand_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a URL") << QStringLiteral("https://a.example");
    QTest::newRow("another program") << QStringLiteral("wget https://a.example");
    QTest::newRow("a prompt alone") << QStringLiteral("$ ");
    QTest::newRow("a name that begins alike") << QStringLiteral("curlew https://a.example");
    QTest::newRow("no URL") << QStringLiteral("curl -s");
    QTest::newRow("a value that is missing") << QStringLiteral("curl --url");
    QTest::newRow("an open quote") << QStringLiteral("curl 'https://a.example");
}

void TestCurlReader::otherTextIsNoCommand()
{
    QFETCH(QString, text);
    QVERIFY(!readCurl(text));
}

QTEST_GUILESS_MAIN(TestCurlReader)
#include "tst_curlreader.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportformats.h"
#include "tests/ui/makers.h"
#include "ui/detail/copyas.h"
#include "ui/detail/markdowntext.h"
#include "ui/detail/shellquoting.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTextDocument>

#include <optional>

using namespace Core;
using Gui::asCurl;
using Gui::asHttpie;
using Gui::asJson;
using Gui::asMarkdown;
using Gui::asRaw;
using Gui::CopiedRequest;
using Gui::requestOf;
using Gui::SecretFields;

namespace {

/// What a stand-in for curl was called with.
struct Call
{
    QByteArrayList arguments;
    QByteArray input;
};

/// Reads what recordingcurl wrote.
class CallReader final
{
public:
    explicit CallReader(QByteArray record)
        : m_rest(std::move(record))
    {
    }

    std::optional<Call> next()
    {
        if (m_rest.isEmpty())
            return std::nullopt;
        Call call;
        for (int left = takeText().toInt(); left > 0; --left)
            call.arguments.append(takeText());
        const qsizetype size = takeText().toLongLong();
        call.input = m_rest.left(size);
        m_rest.remove(0, size);
        return call;
    }

private:
    QByteArray takeText()
    {
        const qsizetype end = std::max<qsizetype>(m_rest.indexOf('\0'), 0);
        const QByteArray text = m_rest.left(end);
        m_rest.remove(0, end + 1);
        return text;
    }

    QByteArray m_rest;
};

/// The request that curl would have made of these arguments.
CopiedRequest requestFrom(const Call &call)
{
    CopiedRequest request;
    for (qsizetype i = 0; i + 1 < call.arguments.size(); ++i) {
        const QByteArray &option = call.arguments.at(i);
        if (option == "--globoff")
            continue;
        const QByteArray &value = call.arguments.at(++i);
        if (option == "--request")
            request.method = value;
        else if (option == "--url")
            request.url = value;
        else if (option == "--header" && value.endsWith(';') && !value.contains(": "))
            request.headers.append({value.chopped(1), {}});
        else if (option == "--header" && value != "Content-Type:")
            request.headers.append(
                {value.left(value.indexOf(": ")), value.sliced(value.indexOf(": ") + 2)});
        else if (option == "--data-raw")
            request.body = value;
        else if (option == "--data-binary" && value == "@-")
            request.body = call.input;
    }
    return request;
}

/// Requests that are hard to quote; the same seed makes the same ones.
class RequestMaker final
{
public:
    explicit RequestMaker(quint32 seed)
        : m_random(seed)
    {
    }

    CopiedRequest next()
    {
        CopiedRequest request;
        request.method = m_random.bounded(3) == 0 ? "PUT" : "POST";
        request.url = "http://127.0.0.1/" + text(m_random.bounded(30));
        for (int left = m_random.bounded(5); left > 0; --left)
            request.headers.append({"X-" + QByteArray::number(left), text(m_random.bounded(40))});
        request.body = body();
        return request;
    }

private:
    /// What a command line may hold, the worst of it more often than the rest.
    QByteArray text(int length)
    {
        QByteArray made;
        static const QByteArray worst("'\"\\$`!\n\r\t %@-;|&*?[]{}()<>#~=\x01\x81\x88\xff\xc3\xa9");
        while (made.size() < length) {
            const bool isAny = m_random.bounded(3) == 0;
            const auto any = static_cast<char>(m_random.bounded(1, 256));
            made += isAny ? any : worst.at(m_random.bounded(static_cast<int>(worst.size())));
        }
        return made;
    }

    QByteArray body()
    {
        switch (m_random.bounded(5)) {
        case 0:
            return {};
        case 1:
            return R"({"name":"it's \"quoted\"", "path":"C:\\new\\table", "cost":"$5 %d %s"})";
        case 2:
            return '@' + text(20).replace('\0', "");
        case 3:
            return QString(QStringLiteral("h\u00e9llo\n\n")).repeated(m_random.bounded(9)).toUtf8();
        default:
            break;
        }
        QByteArray bytes;
        for (int left = m_random.bounded(600); left > 0; --left)
            bytes += static_cast<char>(m_random.bounded(256));
        return bytes;
    }

    QRandomGenerator m_random;
};

} // namespace

class TestCopyAs final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aShellGetsTheSameBytes();
    void everyByteValueArrives();
    void commandsAreReadable();
    void largeBodiesTakeTheRightWay();
    void whatIsPastedHoldsNoControlCharacters();
    void secretsAreMaskedUnlessAskedFor();
    void whatIsExportedMaskedIsCopiedMasked();
    void framingIsLeftToTheTool();
    void capturesAreMadeAgain();
    void httpieGetsTheSameRequest();
    void rawIsTheMessage();
    void jsonIsTheLineOfAnExport();
    void markdownShowsTextAsText();
    void onlyMarkupIsEscaped();
    void markdownIsReadBackAsItWas();

private:
    static QList<Call> run(const QStringList &commands);
    static AttemptRecord record();
};

void TestCopyAs::init()
{
    Testing::failOnWarnings();
}

QList<Call> TestCopyAs::run(const QStringList &commands)
{
    const QTemporaryDir folder;
    const QString script = folder.filePath(QStringLiteral("script"));
    const QString record = folder.filePath(QStringLiteral("record"));
    QFile file(script);
    if (!file.open(QIODevice::WriteOnly) || file.write(commands.join(u'\n').toUtf8() + '\n') < 0)
        return {};
    file.close();
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
                       QStringLiteral(RECORDING_CURL_FOLDER) + u':'
                           + environment.value(QStringLiteral("PATH")));
    environment.insert(QStringLiteral("HOOKPOST_RECORD"), record);
    shell.setProcessEnvironment(environment);
    shell.setStandardInputFile(QProcess::nullDevice());
    shell.start(QStringLiteral("/bin/sh"), {script});
    if (!shell.waitForFinished(60'000) || !shell.readAllStandardError().isEmpty())
        return {};
    QFile written(record);
    if (!written.open(QIODevice::ReadOnly))
        return {};
    CallReader reader(written.readAll());
    QList<Call> calls;
    while (const auto call = reader.next())
        calls.append(*call);
    return calls;
}

AttemptRecord TestCopyAs::record()
{
    AttemptRecord record;
    record.attempt = Testing::attempt(1, AttemptOutcome::Temporary, 503);
    record.transcript.url = record.attempt.url;
    record.transcript.requestHeaders = {{"Host", "shop.example"},
                                        {"webhook-id", "evt_1"},
                                        {"webhook-signature", "v1,c2VjcmV0"},
                                        {"Content-Type", "application/json"},
                                        {"Content-Length", "7"}};
    record.transcript.responseHeaders = {{"Set-Cookie", "session=abc"}, {"Server", "nginx"}};
    record.transcript.responseBody = "down ``` for now";
    record.requestBody = R"({"a":1})";
    return record;
}

void TestCopyAs::aShellGetsTheSameBytes()
{
    constexpr int Requests = 1000;
    RequestMaker maker(20'261'122);
    QList<CopiedRequest> requests;
    QStringList commands;
    for (int i = 0; i < Requests; ++i) {
        requests.append(maker.next());
        commands.append(asCurl(requests.last(), SecretFields::Included));
    }
    const QList<Call> calls = run(commands);
    QCOMPARE(calls.size(), Requests);
    for (int i = 0; i < Requests; ++i)
        QVERIFY2(requestFrom(calls.at(i)) == requests.at(i), qPrintable(commands.at(i)));
}

void TestCopyAs::everyByteValueArrives()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    CopiedRequest request{"POST", "http://127.0.0.1/" + all.sliced(1), {}, all + all};
    request.headers.append({"X-All", all.sliced(1) + "\n\n"});
    const QList<Call> calls = run({asCurl(request, SecretFields::Included)});
    QCOMPARE(calls.size(), 1);
    QVERIFY(requestFrom(calls.first()) == request);
}

void TestCopyAs::commandsAreReadable()
{
    QCOMPARE(asCurl(requestOf(record()), SecretFields::Included),
             QStringLiteral("curl --request POST \\\n"
                            "     --url https://shop.example/hooks/orders \\\n"
                            "     --header 'webhook-id: evt_1' \\\n"
                            "     --header 'webhook-signature: v1,c2VjcmV0' \\\n"
                            "     --header 'Content-Type: application/json' \\\n"
                            "     --data-raw '{\"a\":1}'"));
    QCOMPARE(Gui::shellWord("it's"), QStringLiteral("'it'\\''s'"));
    QCOMPARE(Gui::shellWord(QByteArrayView("a\x01%\n\n")),
             QStringLiteral("\"$(printf 'a\\001%%')\"'\n\n'"));
    QCOMPARE(Gui::shellWord({}), QStringLiteral("''"));
}

void TestCopyAs::largeBodiesTakeTheRightWay()
{
    CopiedRequest request{"POST", "http://127.0.0.1/", {}, QByteArray(300'000, 'x') + "'%\\"};
    const QList<Call> calls = run({asCurl(request, SecretFields::Included)});
    QCOMPARE(calls.size(), 1);
    QVERIFY(requestFrom(calls.first()) == request);
    request.body.fill('x', Gui::LargestPastedBody + 1);
    QVERIFY(asCurl(request, SecretFields::Included)
                .endsWith(QStringLiteral("--data-binary @body.bin")));
    QVERIFY(asHttpie(request, SecretFields::Included).endsWith(QStringLiteral("< body.bin")));
}

void TestCopyAs::whatIsPastedHoldsNoControlCharacters()
{
    RequestMaker maker(7);
    for (int i = 0; i < 200; ++i) {
        const QString command = asCurl(maker.next(), SecretFields::Included);
        QVERIFY(Gui::isPastable(command.toUtf8()));
    }
    for (const QString &text : Testing::naughtyStrings()) {
        const CopiedRequest request{"POST", "http://127.0.0.1/", {}, text.toUtf8()};
        QVERIFY(Gui::isPastable(asCurl(request, SecretFields::Included).toUtf8()));
        QVERIFY(Gui::isPastable(asHttpie(request, SecretFields::Included).toUtf8()));
    }
}

void TestCopyAs::secretsAreMaskedUnlessAskedFor()
{
    const AttemptRecord sent = record();
    const CopiedRequest request = requestOf(sent);
    const auto texts = [&](SecretFields secrets) {
        return QStringList{asCurl(request, secrets), asHttpie(request, secrets),
                           asRaw(request, secrets), asMarkdown(sent, secrets)};
    };
    for (const QString &text : texts(SecretFields::Masked)) {
        QVERIFY2(!text.contains(QStringLiteral("c2VjcmV0")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("session=abc")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("***")), qPrintable(text));
    }
    for (const QString &text : texts(SecretFields::Included))
        QVERIFY2(text.contains(QStringLiteral("c2VjcmV0")), qPrintable(text));
}

void TestCopyAs::whatIsExportedMaskedIsCopiedMasked()
{
    AttemptRecord sent = record();
    sent.attempt.url = QStringLiteral("https://shop.example/in?token=abc");
    sent.transcript.url = sent.attempt.url;
    sent.transcript.requestHeaders.append(Header{"X-Own", "abc"});
    CaptureRecord received;
    received.capture = Testing::capture(1);
    received.capture.target = "/in?token=abc";
    received.headers = {{"X-Auth", "abc"}, {"X-Other", "1"}};
    const auto texts = [&](SecretFields secrets) {
        QStringList all{asMarkdown(sent, secrets), asMarkdown(received, secrets)};
        for (const CopiedRequest &request : {requestOf(sent), requestOf(received)})
            all += {asCurl(request, secrets), asHttpie(request, secrets), asRaw(request, secrets)};
        return all;
    };
    for (const QString &text : texts(SecretFields::Masked)) {
        QVERIFY2(!text.contains(QStringLiteral("abc")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("?token=***"))
                     || text.contains(QStringLiteral("?token\\=\\*\\*\\*")),
                 qPrintable(text));
    }
    for (const QString &text : texts(SecretFields::Included))
        QVERIFY2(text.count(QStringLiteral("abc")) >= 2, qPrintable(text));
    QVERIFY(
        asRaw(requestOf(received), SecretFields::Masked).contains(QStringLiteral("X-Other: 1")));
}

void TestCopyAs::framingIsLeftToTheTool()
{
    CopiedRequest request{"POST", "https://shop.example:8443/x?y", {}, "a"};
    request.headers = {{"Host", "shop.example:8443"},
                       {"content-length", "1"},
                       {"Transfer-Encoding", "chunked"},
                       {"Connection", "close"},
                       {"Host", "other.example"}};
    const QString command = asCurl(request, SecretFields::Included);
    QCOMPARE(command.count(QStringLiteral("--header")), 2);
    QVERIFY(command.contains(QStringLiteral("'Host: other.example'")));
    // curl would call the body a form.
    QVERIFY(command.contains(QStringLiteral("--header Content-Type:")));
    request.url = "http://[::1]/";
    QVERIFY(asCurl(request, SecretFields::Included).contains(QStringLiteral("--globoff")));
}

void TestCopyAs::capturesAreMadeAgain()
{
    CaptureRecord record;
    record.capture = Testing::capture(1);
    record.capture.method = "DELETE";
    record.headers = {{"Host", "localhost:8091"}, {"X-A", "1"}};
    QVERIFY(
        requestOf(record)
        == (CopiedRequest{"DELETE", "http://localhost:8091/v1/webhooks/demo", record.headers, {}}));
    QVERIFY(asMarkdown(record, SecretFields::Masked)
                .contains(QStringLiteral("DELETE /v1/webhooks/demo HTTP/1.1\nHost: localhost")));
}

void TestCopyAs::httpieGetsTheSameRequest()
{
    QCOMPARE(asHttpie(requestOf(record()), SecretFields::Included),
             QStringLiteral("http POST https://shop.example/hooks/orders \\\n"
                            "     webhook-id:evt_1 \\\n"
                            "     webhook-signature:v1,c2VjcmV0 \\\n"
                            "     Content-Type:application/json \\\n"
                            "     --raw '{\"a\":1}'"));
    CopiedRequest binary{"POST", "http://127.0.0.1/", {}, QByteArray("\0\xff", 2)};
    QVERIFY(asHttpie(binary, SecretFields::Included)
                .startsWith(QStringLiteral("printf '\\000\\377' | http POST ")));
}

void TestCopyAs::rawIsTheMessage()
{
    QCOMPARE(asRaw(requestOf(record()), SecretFields::Included),
             QStringLiteral("POST /hooks/orders HTTP/1.1\nHost: shop.example\nwebhook-id: evt_1\n"
                            "webhook-signature: v1,c2VjcmV0\nContent-Type: application/json\n"
                            "Content-Length: 7\n\n{\"a\":1}"));
    const CopiedRequest binary{"POST", "http://127.0.0.1?x", {}, QByteArray("\0\xff", 2)};
    const QString text = asRaw(binary, SecretFields::Included);
    QVERIFY2(text.startsWith(QStringLiteral("POST /?x HTTP/1.1\n")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("not text")), qPrintable(text));
}

void TestCopyAs::jsonIsTheLineOfAnExport()
{
    CaptureRecord received;
    received.capture = Testing::capture(1);
    received.headers = {{"X-Auth", "abc"}};
    received.body = QByteArray("\0\xff", 2);
    AttemptRecord sent = record();
    sent.transcript.url = QStringLiteral("https://shop.example/?token=abc");
    const auto lineOf = [](const ExportRow &row) {
        return QString::fromUtf8(exported(row, ExportFormat::JsonLines));
    };
    QCOMPARE(asJson(sent, SecretFields::Included), lineOf({sent, {}}));
    QCOMPARE(asJson(received, SecretFields::Included), lineOf({{}, received}));
    QCOMPARE(asJson(sent, SecretFields::Masked), lineOf(redacted(ExportRow{sent, {}})));
    QCOMPARE(asJson(received, SecretFields::Masked), lineOf(redacted(ExportRow{{}, received})));
    QVERIFY(!asJson(sent, SecretFields::Masked).contains(QStringLiteral("c2VjcmV0")));
    QVERIFY(!asJson(received, SecretFields::Masked).contains(QStringLiteral("abc")));
    QVERIFY(!asJson(sent, SecretFields::Included).contains(u'\n'));
}

void TestCopyAs::markdownShowsTextAsText()
{
    const QString report = asMarkdown(record(), SecretFields::Masked);
    // The fence is longer than any within.
    QVERIFY(report.contains(QStringLiteral("````http\nHTTP/1.1 503 Service Unavailable\n")));
    QVERIFY(report.endsWith(QStringLiteral("down ``` for now\n````\n")));
    for (const QString &text : Testing::naughtyStrings()) {
        AttemptRecord naughty = record();
        naughty.attempt.destinationName = text;
        naughty.attempt.url = text;
        naughty.transcript.url = text;
        const QString shown = asMarkdown(naughty, SecretFields::Masked);
        QVERIFY(!shown.section(QStringLiteral("\n**"), 0, 0)
                     .contains(QRegularExpression(QStringLiteral("(?<!\\\\)(<[a-z/!]|[`*])"))));
        QVERIFY(!shown.contains(QChar(0x202e)) && !shown.contains(u'\a'));
    }
    AttemptRecord large = record();
    large.requestBody = QString(5000, u'é').toUtf8();
    QVERIFY(asMarkdown(large, SecretFields::Masked).contains(QStringLiteral("é\n[...]")));
}

void TestCopyAs::onlyMarkupIsEscaped()
{
    for (const char *const plain :
         {"http://127.0.0.1:18302/ok", "2026-11-30 12:04:05.678", "orders: 503 Service Unavailable",
          "webhook_id = a_b__c", "1,5 ms (3/9) > 2 * 3 < 4 & 5; 100% | a+b",
          "http://[::1]:8080/ #3 - x", "it's \"quoted\" {a} C:\\dir ^2",
          "https://a.example/x?b=c&d=e#f"})
        QCOMPARE(Gui::markdownText(QString::fromLatin1(plain)), QString::fromLatin1(plain));
    QCOMPARE(Gui::markdownText(QStringLiteral("*a* http://a/_b_ <b> [c](d) &lt;")),
             QStringLiteral("\\*a\\* http\\://a/\\_b\\_ \\<b> [c\\](d) \\&lt;"));
}

/// Whatever it is, wherever it stands.
void TestCopyAs::markdownIsReadBackAsItWas()
{
    const auto shown = [](const QString &markdown) {
        QTextDocument document;
        document.setMarkdown(markdown, QTextDocument::MarkdownDialectGitHub);
        return document.toPlainText().trimmed();
    };
    QRandomGenerator random(17);
    const QString letters = QStringLiteral("``**__~~[]()<>##&;!\\|-+.:/=1aZé\"' lt3 http:// www.a");
    for (int i = 0; i < 2000; ++i) {
        QString text;
        for (int left = random.bounded(1, 24); left > 0; --left)
            text += letters.at(random.bounded(letters.size()));
        text = text.simplified();
        const QString markdown = Gui::markdownText(text);
        for (const QString &before : {QString(), QStringLiteral("### "), QStringLiteral("- ")})
            QVERIFY2(shown(before + markdown) == text, qPrintable(before + markdown));
    }
}

QTEST_MAIN(TestCopyAs)
#include "tst_copyas.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/gate.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Core;

namespace {

constexpr quint16 Port = 8090;

Http::Request makeRequest(const QByteArray &method, const QByteArray &path,
                          const HeaderList &headers, const QByteArray &body = {})
{
    Http::Request request;
    request.method = method;
    request.target = path;
    request.rawPath = path;
    request.path = QString::fromLatin1(path);
    request.headers = headers;
    request.body = body;
    return request;
}

int judged(const Http::Request &request)
{
    const auto refusal = Gate(loopbackHosts(), Port).judge(request);
    return refusal ? refusal->status : 0;
}

/// What a gate would say that does not look at these fields, since they are as it likes them. It is
/// the control of a table: a row that is not let pass here does not try that rule.
int judgedWithout(const QByteArrayList &fields, Http::Request request)
{
    for (const QByteArray &field : fields)
        request.headers.removeIf([&field](const Header &header) {
            return header.name.compare(field, Qt::CaseInsensitive) == 0;
        });
    if (fields.contains("Host"))
        request.headers.append(Header{"Host", "localhost:8090"});
    if (fields.contains("Content-Type"))
        request.headers.append(Header{"Content-Type", "application/json"});
    return judged(request);
}

} // namespace

class TestGate final : public QObject
{
    Q_OBJECT

private slots:
    void hosts_data();
    void hosts();
    void hostStandsThereOnce();
    void pages_data();
    void pages();
    void bodies_data();
    void bodies();
    void encodedBodiesAreRefused();
    void twoTypesAreNone();
    void refusalsCloseAndSayWhatToDo();
};

void TestGate::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("localhost") << QByteArray("localhost:8090") << 0;
    QTest::newRow("in capitals") << QByteArray("LOCALHOST:8090") << 0;
    QTest::newRow("IPv4") << QByteArray("127.0.0.1:8090") << 0;
    QTest::newRow("IPv6") << QByteArray("[::1]:8090") << 0;
    QTest::newRow("no port") << QByteArray("localhost") << 421;
    QTest::newRow("another port") << QByteArray("localhost:8091") << 421;
    QTest::newRow("a name of somebody's") << QByteArray("evil.example:8090") << 421;
    QTest::newRow("a longer name") << QByteArray("localhost.evil.example:8090") << 421;
    QTest::newRow("a trailing dot") << QByteArray("localhost.:8090") << 421;
    QTest::newRow("another loopback address") << QByteArray("127.0.0.2:8090") << 421;
    QTest::newRow("unspecified") << QByteArray("0.0.0.0:8090") << 421;
    QTest::newRow("decimal") << QByteArray("2130706433:8090") << 421;
    QTest::newRow("empty") << QByteArray("") << 421;
}

void TestGate::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    QCOMPARE(judged(makeRequest("GET", "/webhooks", {{"Host", host}})), status);
    QCOMPARE(judged(makeRequest("GET", "/no/such/path", {{"host", host}})), status);
    QCOMPARE(judgedWithout({"Host"}, makeRequest("GET", "/webhooks", {{"Host", host}})), 0);
}

void TestGate::hostStandsThereOnce()
{
    const Header good{"Host", "localhost:8090"};
    const Header same{"host", "localhost:8090"};
    QCOMPARE(judged(makeRequest("GET", "/webhooks", {})), 421);
    QCOMPARE(judged(makeRequest("GET", "/webhooks", {good, same})), 421);
    QCOMPARE(judged(makeRequest("GET", "/webhooks", {good, {"Host", "evil.example"}})), 421);
    QCOMPARE(judged(makeRequest("GET", "/webhooks", {good})), 0);
}

void TestGate::pages_data()
{
    QTest::addColumn<Core::HeaderList>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("no browser") << HeaderList{} << 0;
    QTest::newRow("an origin") << HeaderList{{"Origin", "http://evil.example"}} << 403;
    QTest::newRow("our own origin") << HeaderList{{"Origin", "http://localhost:8090"}} << 403;
    QTest::newRow("the null origin") << HeaderList{{"origin", "null"}} << 403;
    QTest::newRow("an empty origin") << HeaderList{{"Origin", ""}} << 403;
    QTest::newRow("typed into the address bar") << HeaderList{{"Sec-Fetch-Site", "none"}} << 0;
    QTest::newRow("an image on a page") << HeaderList{{"Sec-Fetch-Site", "cross-site"}} << 403;
    QTest::newRow("an image that also says none")
        << HeaderList{{"Sec-Fetch-Site", "none"}, {"sec-fetch-site", "cross-site"}} << 403;
    QTest::newRow("a rebound page") << HeaderList{{"Sec-Fetch-Site", "same-origin"}} << 403;
}

void TestGate::pages()
{
    QFETCH(HeaderList, headers);
    QFETCH(int, status);
    headers.prepend({"Host", "localhost:8090"});
    for (const QByteArray method : {"GET", "POST", "DELETE", "OPTIONS"}) {
        const Http::Request request = makeRequest(method, "/webhooks", headers);
        QCOMPARE(judged(request), status);
        QCOMPARE(judgedWithout({"Origin", "Sec-Fetch-Site"}, request), 0);
    }
}

void TestGate::bodies_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    const QByteArray any("/events/invoice.paid");
    QTest::newRow("JSON") << QByteArray("/webhooks") << QByteArray("application/json") << 0;
    QTest::newRow("JSON with a charset")
        << QByteArray("/events") << QByteArray("Application/JSON; charset=utf-8") << 0;
    QTest::newRow("events, one a line")
        << QByteArray("/events") << QByteArray("Application/X-NDJSON; charset=utf-8") << 0;
    QTest::newRow("lines where one thing is wanted")
        << QByteArray("/webhooks") << QByteArray("application/x-ndjson") << 415;
    QTest::newRow("a form") << QByteArray("/webhooks")
                            << QByteArray("application/x-www-form-urlencoded") << 415;
    QTest::newRow("text") << QByteArray("/events") << QByteArray("text/plain") << 415;
    QTest::newRow("JSON in disguise")
        << QByteArray("/events") << QByteArray("text/plain; application/json") << 415;
    QTest::newRow("no type") << QByteArray("/webhooks") << QByteArray() << 415;
    QTest::newRow("any event: XML") << any << QByteArray("application/xml") << 0;
    QTest::newRow("any event: bytes") << any << QByteArray("application/octet-stream") << 0;
    QTest::newRow("any event: text") << any << QByteArray("Text/Plain;charset=utf-8") << 415;
    QTest::newRow("any event: a form")
        << any << QByteArray("multipart/form-data; boundary=x") << 415;
    QTest::newRow("any event: no type") << any << QByteArray() << 415;
    QTest::newRow("not any event")
        << QByteArray("/events/") << QByteArray("application/xml") << 415;
}

void TestGate::bodies()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    QFETCH(int, status);
    HeaderList headers{{"Host", "localhost:8090"}};
    if (!type.isEmpty())
        headers.append({"Content-Type", type});
    const Http::Request request = makeRequest("POST", path, headers, "x");
    QCOMPARE(judged(request), status);
    QCOMPARE(judgedWithout({"Content-Type"}, request), 0);
}

void TestGate::encodedBodiesAreRefused()
{
    const auto judgedAs = [](const QByteArray &encoding) {
        return judged(makeRequest("POST", "/events/a",
                                  {{"Host", "localhost:8090"},
                                   {"Content-Type", "application/json"},
                                   {"Content-Encoding", encoding}},
                                  "x"));
    };
    QCOMPARE(judgedAs("gzip"), 415);
    QCOMPARE(judgedAs("Identity"), 0);
    QCOMPARE(judgedAs(""), 0);
}

void TestGate::twoTypesAreNone()
{
    const HeaderList headers{{"Host", "localhost:8090"},
                             {"Content-Type", "application/json"},
                             {"content-type", "text/plain"}};
    QCOMPARE(judged(makeRequest("POST", "/events/a", headers, "x")), 415);
    QCOMPARE(judged(makeRequest("POST", "/webhooks", headers, "x")), 415);
}

void TestGate::refusalsCloseAndSayWhatToDo()
{
    const Http::Request form = makeRequest(
        "POST", "/webhooks",
        {{"Host", "localhost:8090"}, {"Content-Type", "application/x-www-form-urlencoded"}}, "x");
    const auto refusal = Gate(loopbackHosts(), Port).judge(form);
    QVERIFY(refusal.has_value());
    QVERIFY(refusal->closes);
    const QJsonObject problem = QJsonDocument::fromJson(refusal->body).object();
    QVERIFY(problem.value(QStringLiteral("hint"))
                .toString()
                .contains(QStringLiteral("--header 'content-type: application/json'")));
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpcall.h"
#include "tests/support/program.h"
#include "tests/support/testreceiver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy
const QString NoHeartbeat = QStringLiteral("--heartbeat=off");

/// The registration of \a url under \a name; \a more is further JSON members, led by a comma.
QByteArray registration(const QString &name, const QString &url, const QByteArray &more = {})
{
    return "{\"name\": \"" + name.toUtf8() + "\", \"destination\": \"" + url.toUtf8() + '"' + more
        + '}';
}

QString registerDestination(const Program &program, const QString &url, const QByteArray &more = {})
{
    const HttpAnswer answer = httpCall("POST", program.apiUrl(QStringLiteral("/webhooks")),
                                       registration(QStringLiteral("joe"), url, more));
    return answer.status == 201 ? answer.json().value(QStringLiteral("id")).toString() : QString();
}

QJsonObject publish(const Program &program, const QByteArray &data)
{
    const HttpAnswer answer = httpCall("POST", program.apiUrl(QStringLiteral("/events")),
                                       "{\"type\":\"invoice.paid\",\"data\":" + data + '}');
    return answer.status == 202 ? answer.json() : QJsonObject();
}

QString firstDelivery(const QJsonObject &published)
{
    return published.value(QStringLiteral("deliveries"))
        .toArray()
        .at(0)[QStringLiteral("id")]
        .toString();
}

QJsonObject show(const Program &program, const QString &path)
{
    return httpCall("GET", program.apiUrl(path)).json();
}

QString deliveryState(const Program &program, const QString &id)
{
    return show(program, QStringLiteral("/deliveries/") + id)
        .value(QStringLiteral("state"))
        .toString();
}

int countLines(const Program &program, const QString &line)
{
    return static_cast<int>(program.lines().count(line));
}

} // namespace

class TestProgram final : public QObject
{
    Q_OBJECT

private slots:
    void greetsWhoRegisters();
    void triesServerErrorsAgainUntilDelivered();
    void doesNotTryRefusalsAgain();
    void oneSilentCloseIsOneAttempt();
    void keepsEveryAcceptedEventThroughAKill();
    void deliversTheVeryBytes_data();
    void deliversTheVeryBytes();
    void aHangingDestinationDelaysNobody();
    void refusesBadInput_data();
    void refusesBadInput();
    void refusesBrokenHttp_data();
    void refusesBrokenHttp();
    void theBuiltInReceiverClosesTheCircle();
    void pausedDestinationsKeepWhatWaits();
    void removedDestinationsGetNothingMore();
    void endsCleanlyOnASignal();
    void tellsByItsExitCodeWhyItCannotStart();
    void runsHeadlessWhereThereIsNoDisplay();
};

void TestProgram::greetsWhoRegisters()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY2(program.start({QStringLiteral("--heartbeat=1s")}), qPrintable(program.errorOutput()));
    QVERIFY(!registerDestination(program, receiver.url(QStringLiteral("/hook"))).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(receiver.requests().size() >= 3, Patience);
    const ReceivedRequest &greeting = receiver.requests().first();
    QCOMPARE(greeting.method, QByteArray("POST"));
    QCOMPARE(greeting.target, QByteArray("/hook"));
    QCOMPARE(headerValue(greeting.headers, "Content-Type"),
             QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(headerValue(greeting.headers, "Hookpost-Event"), QByteArray("hookpost.heartbeat"));
    static const QRegularExpression Body(
        QStringLiteral("\\AHello joe, current time is "
                       "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)\\z"));
    QVERIFY2(Body.match(QString::fromUtf8(greeting.body)).hasMatch(), greeting.body.constData());
    const QString line = QStringLiteral("Webhook to '%1' dispatched, response code: 200")
                             .arg(receiver.url(QStringLiteral("/hook")));
    QTRY_VERIFY_WITH_TIMEOUT(countLines(program, line) >= 3, Patience);
}

void TestProgram::triesServerErrorsAgainUntilDelivered()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    for (int i = 0; i < 3; ++i)
        receiver.enqueueAnswer(Answer::status(500));
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    registerDestination(program, receiver.url(), ", \"retry\": [\"1s\",\"1s\",\"1s\"]");
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, delivery), QStringLiteral("delivered"),
                              Patience);
    QCOMPARE(receiver.requests().size(), 4);
    QSet<QByteArray> ids;
    QList<QByteArray> numbers;
    for (const ReceivedRequest &request : receiver.requests()) {
        ids.insert(headerValue(request.headers, "webhook-id"));
        numbers.append(headerValue(request.headers, "Hookpost-Attempt"));
    }
    QCOMPARE(ids.size(), 1);
    QCOMPARE(numbers, (QList<QByteArray>{"1", "2", "3", "4"}));
    const QJsonArray attempts = show(program, QStringLiteral("/deliveries/") + delivery)
                                    .value(QStringLiteral("attempts"))
                                    .toArray();
    QCOMPARE(attempts.size(), 4);
    QCOMPARE(attempts.at(0)[QStringLiteral("status")].toInt(), 500);
    QCOMPARE(attempts.at(3)[QStringLiteral("status")].toInt(), 200);
}

void TestProgram::doesNotTryRefusalsAgain()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(404));
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    registerDestination(program, receiver.url(), ", \"retry\": [\"1s\"]");
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, delivery), QStringLiteral("failed"), Patience);
    // A second event proves that the first one has had its time.
    const QString second = firstDelivery(publish(program, "2"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, second), QStringLiteral("failed"), Patience);
    QCOMPARE(receiver.requests().size(), 2);
}

void TestProgram::oneSilentCloseIsOneAttempt()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::close());
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    registerDestination(program, receiver.url(), ", \"retry\": [\"1s\",\"1s\"]");
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, delivery), QStringLiteral("failed"), Patience);
    const QJsonArray attempts = show(program, QStringLiteral("/deliveries/") + delivery)
                                    .value(QStringLiteral("attempts"))
                                    .toArray();
    QCOMPARE(attempts.size(), 3);
    QCOMPARE(receiver.requests().size(), 3);
    QCOMPARE(attempts.at(0)[QStringLiteral("error")].toString(),
             QStringLiteral("connection closed without an answer"));
}

void TestProgram::keepsEveryAcceptedEventThroughAKill()
{
    constexpr int Count = 1000;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    const QString destination = registerDestination(program, receiver.url());
    QSet<QByteArray> accepted;
    for (int i = 0; i < Count; ++i) {
        if (i == Count / 2)
            QMetaObject::invokeMethod(&program, &Program::kill, Qt::QueuedConnection);
        const QJsonObject published = publish(program, QByteArray::number(i));
        if (!published.isEmpty())
            accepted.insert(published.value(QStringLiteral("id")).toString().toLatin1());
        if (!program.isRunning())
            QVERIFY(program.start({NoHeartbeat}));
    }
    QVERIFY(accepted.size() >= Count - 1);
    const auto missing = [&] {
        QSet<QByteArray> left = accepted;
        for (const ReceivedRequest &request : receiver.requests())
            left.remove(headerValue(request.headers, "webhook-id"));
        return left.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(missing(), 0, Patience);
    QCOMPARE(show(program, QStringLiteral("/webhooks/") + destination)
                 .value(QStringLiteral("name"))
                 .toString(),
             QStringLiteral("joe"));
}

void TestProgram::deliversTheVeryBytes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("big integers") << QByteArray("12345678901234567890123456789.10E+400");
    QTest::newRow("blanks and key order") << QByteArray("{ \"b\" :1,\t\"a\":  2 }");
    QTest::newRow("duplicate keys") << QByteArray("{\"a\":1,\"a\":2}");
    QTest::newRow("bytes that are not UTF-8") << QByteArray("\"\xff\xfe\xc0\"");
    QTest::newRow("escapes") << QByteArray("\"\\u00e9\\/\\ud83d\\ude00\"");
}

void TestProgram::deliversTheVeryBytes()
{
    QFETCH(QByteArray, data);
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    registerDestination(program, receiver.url());
    const QString id = publish(program, data).value(QStringLiteral("id")).toString();
    QVERIFY(!id.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 1, Patience);
    const QByteArray body = receiver.requests().first().body;
    QVERIFY2(body.endsWith(",\"data\":" + data + '}'), body.constData());
    QVERIFY(body.startsWith("{\"type\":\"invoice.paid\",\"timestamp\":\""));
    QCOMPARE(httpCall("GET", program.apiUrl(QStringLiteral("/events/%1/body").arg(id))).body, body);

    const QByteArray raw = QByteArray("\0\r\n\xff", 4) + data;
    const HttpAnswer answer = httpCall("POST", program.apiUrl(QStringLiteral("/events/raw.bytes")),
                                       raw, {{"Content-Type", "application/x-thing; a=b"}});
    QCOMPARE(answer.status, 202);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 2, Patience);
    QCOMPARE(receiver.requests().last().body, raw);
    QCOMPARE(headerValue(receiver.requests().last().headers, "Content-Type"),
             QByteArray("application/x-thing; a=b"));
}

void TestProgram::aHangingDestinationDelaysNobody()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer("/hang", Answer::hang());
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    registerDestination(program, receiver.url(QStringLiteral("/hang")), ", \"timeout\": \"60s\"");
    registerDestination(program, receiver.url(QStringLiteral("/fine")));
    constexpr int Count = 20;
    for (int i = 0; i < Count; ++i)
        QVERIFY(!publish(program, QByteArray::number(i)).isEmpty());
    const auto fine = [&receiver] {
        const auto &requests = receiver.requests();
        return std::count_if(requests.begin(), requests.end(), [](const ReceivedRequest &request) {
            return request.target == "/fine";
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(fine(), Count, Patience);
    // Six hang, which is what one destination may have in flight.
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), Count + 6, Patience);
}

void TestProgram::refusesBadInput_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    const QByteArray good
        = registration(QStringLiteral("joe"), QStringLiteral("http://localhost:9"));
    const QString none;
    const auto field = [](const char *name) { return QString::fromLatin1(name); };
    QTest::newRow("no JSON") << QByteArray("name=joe") << HeaderList{} << 400 << none;
    QTest::newRow("a list") << QByteArray("[]") << HeaderList{} << 400 << none;
    QTest::newRow("an empty object") << QByteArray("{}") << HeaderList{} << 422 << field("name");
    QTest::newRow("no name") << QByteArray("{\"destination\":\"http://localhost:9\"}")
                             << HeaderList{} << 422 << field("name");
    QTest::newRow("a name that is a number")
        << QByteArray("{\"name\":1}") << HeaderList{} << 422 << field("name");
    QTest::newRow("no destination")
        << QByteArray("{\"name\":\"joe\"}") << HeaderList{} << 422 << field("destination");
    QTest::newRow("ftp") << registration(QStringLiteral("joe"), QStringLiteral("ftp://localhost/"))
                         << HeaderList{} << 422 << field("destination");
    QTest::newRow("an unknown member")
        << good.chopped(1) + ",\"nmae\":1}" << HeaderList{} << 422 << field("nmae");
    QTest::newRow("a member twice")
        << good.chopped(1) + ",\"name\":\"ann\"}" << HeaderList{} << 400 << none;
    QTest::newRow("a bad setting")
        << good.chopped(1) + ",\"timeout\":\"1d\"}" << HeaderList{} << 422 << field("timeout");
    QTest::newRow("a form as curl sends it")
        << good << HeaderList{{"Content-Type", "application/x-www-form-urlencoded"}} << 415
        << field("Content-Type");
    QTest::newRow("a web page") << good << HeaderList{{"Origin", "http://evil.example"}} << 403
                                << field("Origin");
    QTest::newRow("a page without an origin")
        << good << HeaderList{{"Origin", "null"}} << 403 << field("Origin");
    QTest::newRow("a rebound name")
        << good << HeaderList{{"Host", "evil.example:8090"}} << 421 << field("Host");
}

void TestProgram::refusesBadInput()
{
    QFETCH(QByteArray, body);
    QFETCH(HeaderList, headers);
    QFETCH(int, status);
    QFETCH(QString, field);
    static Program program;
    if (!program.isRunning())
        QVERIFY(program.start({NoHeartbeat}));
    const QString url = program.apiUrl(QStringLiteral("/webhooks"));
    const HttpAnswer answer = httpCall("POST", url, body, headers);
    QCOMPARE(answer.status, status);
    QCOMPARE(headerValue(answer.headers, "Content-Type"), QByteArray("application/problem+json"));
    QCOMPARE(answer.json().value(QStringLiteral("field")).toString(), field);
    QVERIFY(!answer.json().value(QStringLiteral("detail")).toString().isEmpty());
    QVERIFY(headerValue(answer.headers, "Access-Control-Allow-Origin").isNull());
    const HttpAnswer list = httpCall("GET", url);
    QCOMPARE(list.status, 200);
    QCOMPARE(list.json().value(QStringLiteral("data")).toArray().size(), 0);
}

void TestProgram::refusesBrokenHttp_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("statusLine");
    const QByteArray host = "Host: localhost:@PORT@\r\n";
    QTest::newRow("no Host") << QByteArray("GET /webhooks HTTP/1.1\r\n\r\n")
                             << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("101 headers") << "GET /webhooks HTTP/1.1\r\n" + host
            + QByteArray("X: y\r\n").repeated(100)
            + "\r\n" << QByteArray("HTTP/1.1 431 ");
    QTest::newRow("half a request")
        << "POST /webhooks HTTP/1.1\r\n" + host + "Content-Le" << QByteArray("HTTP/1.1 408 ");
    QTest::newRow("a body of 10 MiB") << "POST /webhooks HTTP/1.1\r\n" + host
            + "Content-Type: application/json\r\nContent-Length: 10485760\r\n\r\n"
            + QByteArray(10485760, 'x')
                                      << QByteArray("HTTP/1.1 413 ");
    QTest::newRow("a request smuggled in a body of two lengths") << "POST /webhooks HTTP/1.1\r\n"
            + host
            + "Content-Length: 0\r\nContent-Length: 60\r\n\r\n"
              "DELETE /webhooks/dst_1 HTTP/1.1\r\n\r\n" << QByteArray("HTTP/1.1 400 ");
}

void TestProgram::refusesBrokenHttp()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, statusLine);
    static Program program;
    if (!program.isRunning())
        QVERIFY(program.start({NoHeartbeat}));
    const QByteArray port = program.apiUrl().section(u':', -1).toLatin1();
    const QByteArray answer = rawCall(program.apiUrl(), request.replace("@PORT@", port));
    QVERIFY2(answer.startsWith(statusLine), answer.constData());
    QCOMPARE(answer.count("HTTP/1.1 "), 1);
    QCOMPARE(httpCall("GET", program.apiUrl(QStringLiteral("/healthz"))).status, 200);
}

void TestProgram::theBuiltInReceiverClosesTheCircle()
{
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    const QString page
        = QString::fromUtf8(httpCall("GET", program.apiUrl(QStringLiteral("/"))).body);
    static const QRegularExpression BinUrl(
        QStringLiteral("http://localhost:\\d+/v1/webhooks/demo"));
    const QString bin = BinUrl.match(page).captured();
    QVERIFY2(!bin.isEmpty(), qPrintable(page));
    registerDestination(program, bin);
    registerDestination(program, bin + QStringLiteral("?status=503"), ", \"retry\": []");
    const QJsonArray deliveries
        = publish(program, "1").value(QStringLiteral("deliveries")).toArray();
    QCOMPARE(deliveries.size(), 2);
    const auto state = [&](int index) {
        return deliveryState(program, deliveries.at(index)[QStringLiteral("id")].toString());
    };
    QTRY_COMPARE_WITH_TIMEOUT(state(0), QStringLiteral("delivered"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(state(1), QStringLiteral("failed"), Patience);
}

void TestProgram::pausedDestinationsKeepWhatWaits()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    const QString path
        = QStringLiteral("/webhooks/") + registerDestination(program, receiver.url());
    QCOMPARE(httpCall("POST", program.apiUrl(path + QStringLiteral("/pause")),
                      "{\"reason\": \"maintenance\"}")
                 .json()
                 .value(QStringLiteral("pauseReason"))
                 .toString(),
             QStringLiteral("maintenance"));
    publish(program, "1");
    QCOMPARE(show(program, path).value(QStringLiteral("waiting")).toInt(), 1);
    QCOMPARE(program.terminate(), 0);
    QVERIFY(program.start({NoHeartbeat}));
    QCOMPARE(show(program, path).value(QStringLiteral("state")).toString(),
             QStringLiteral("paused"));
    QCOMPARE(show(program, path).value(QStringLiteral("waiting")).toInt(), 1);
    QCOMPARE(receiver.requests().size(), 0);
    httpCall("POST", program.apiUrl(path + QStringLiteral("/resume")));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 1, Patience);
}

void TestProgram::removedDestinationsGetNothingMore()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    const QString path
        = QStringLiteral("/webhooks/") + registerDestination(program, receiver.url());
    QCOMPARE(httpCall("DELETE", program.apiUrl(path)).status, 204);
    QCOMPARE(httpCall("GET", program.apiUrl(path)).status, 404);
    const QJsonObject published = publish(program, "1");
    QCOMPARE(published.value(QStringLiteral("deliveries")).toArray().size(), 0);
}

void TestProgram::endsCleanlyOnASignal()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(200).after(Milliseconds{700}));
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    registerDestination(program, receiver.url());
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 1, Patience);
    QCOMPARE(program.terminate(), 0);
    // What was in flight was let finish, and is on record.
    QVERIFY(program.start({NoHeartbeat}));
    QCOMPARE(deliveryState(program, delivery), QStringLiteral("delivered"));
    QCOMPARE(receiver.requests().size(), 1);
}

void TestProgram::tellsByItsExitCodeWhyItCannotStart()
{
    Program owner;
    QVERIFY(owner.start({NoHeartbeat}));
    Program other;
    const QString headless = QStringLiteral("--headless");
    const QStringList freePorts{QStringLiteral("--port=0"), QStringLiteral("--bin-port=0")};
    QCOMPARE(other.run({QStringLiteral("--no-such-option")}), 2);
    QCOMPARE(other.run({headless, QStringLiteral("--heartbeat=often")}), 2);
    QVERIFY(other.errorOutput().contains(QStringLiteral("--heartbeat")));

    const QStringList busyDirectory{headless, QStringLiteral("--data-dir"), owner.dataDirectory()};
    QCOMPARE(other.run(busyDirectory + freePorts), 4);

    QTcpServer squatter;
    QVERIFY(squatter.listen(QHostAddress::LocalHost));
    const QString port = QString::number(squatter.serverPort());
    const QStringList ownDirectory{headless, QStringLiteral("--data-dir"), other.dataDirectory()};
    QCOMPARE(
        other.run(ownDirectory
                  + QStringList{QStringLiteral("--bin-port=0"), QStringLiteral("--port=") + port}),
        3);
    QVERIFY2(other.errorOutput().contains(port), qPrintable(other.errorOutput()));

    QFile database(other.dataDirectory() + QStringLiteral("/hookpost.db"));
    QVERIFY(database.open(QIODevice::WriteOnly));
    database.write(QByteArray(8192, '!'));
    database.close();
    QCOMPARE(other.run(ownDirectory + freePorts), 5);
    QVERIFY(database.open(QIODevice::ReadOnly));
    QCOMPARE(database.readAll(), QByteArray(8192, '!'));
}

void TestProgram::runsHeadlessWhereThereIsNoDisplay()
{
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    qunsetenv("QT_QPA_PLATFORM");
    Program program;
    const QStringList arguments{QStringLiteral("--port=x")};
    QCOMPARE(program.run(arguments), 2);
#ifdef HOOKPOST_GUI
    QVERIFY2(program.errorOutput().contains(QStringLiteral("running headless")),
             qPrintable(program.errorOutput()));
#endif
    qputenv("QT_QPA_PLATFORM", platform);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicalls.h"
#include "tests/support/testreceiver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy

/// A launcher for a program that waits a minute for each name that it looks up.
QStringList hangingLookUps()
{
    // It has to stand before the sanitizers, who would rather be first.
    const QString sanitizers = qEnvironmentVariable("ASAN_OPTIONS");
    return {QStringLiteral("env"), QStringLiteral("LD_PRELOAD=" HANGING_LOOK_UP),
            QStringLiteral("ASAN_OPTIONS=%1:verify_asan_link_order=0").arg(sanitizers)};
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
    void keepsEveryAcceptedEventThroughAKill();
    void refusesBadInput_data();
    void refusesBadInput();
    void refusesBrokenHttp_data();
    void refusesBrokenHttp();
    void theBuiltInReceiverClosesTheCircle();
    void tellsByItsExitCodeWhyItCannotStart();
    void endsInTimeWhileANameIsLookedUp();
    void runsHeadlessWhereThereIsNoDisplay();
#ifdef HOOKPOST_GUI
    void saysWhereItListensWithItsWindowToo();
    void aSecondWindowGivesWayToTheFirst();
    void aSecondWindowFindsTheFirstBehindAnyPath();
    void keptOptionsThatAreWrongAreToldInABox();
    void aSecondWindowWaitsForOneThatIsEnding();
#endif
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

void TestProgram::refusesBadInput_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    const QByteArray good
        = registration(QStringLiteral("joe"), QStringLiteral("http://localhost:2"));
    const QString none;
    const auto field = [](const char *name) { return QString::fromLatin1(name); };
    QTest::newRow("no JSON") << QByteArray("name=joe") << HeaderList{} << 400 << none;
    QTest::newRow("a list") << QByteArray("[]") << HeaderList{} << 400 << none;
    QTest::newRow("an empty object") << QByteArray("{}") << HeaderList{} << 422 << field("name");
    QTest::newRow("no name") << QByteArray(R"({"destination":"http://localhost:2"})")
                             << HeaderList{} << 422 << field("name");
    QTest::newRow("a name that is a number")
        << QByteArray(R"({"name":1})") << HeaderList{} << 422 << field("name");
    QTest::newRow("no destination")
        << QByteArray(R"({"name":"joe"})") << HeaderList{} << 422 << field("destination");
    QTest::newRow("ftp") << registration(QStringLiteral("joe"), QStringLiteral("ftp://localhost/"))
                         << HeaderList{} << 422 << field("destination");
    QTest::newRow("an unknown member")
        << good.chopped(1) + R"(,"nmae":1})" << HeaderList{} << 422 << field("nmae");
    QTest::newRow("a member twice")
        << good.chopped(1) + R"(,"name":"ann"})" << HeaderList{} << 422 << field("name");
    QTest::newRow("a bad setting")
        << good.chopped(1) + R"(,"timeout":"1d"})" << HeaderList{} << 422 << field("timeout");
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
                             << QByteArray("HTTP/1.1 421 ");
    QTest::newRow("no Host in HTTP/1.0")
        << QByteArray("GET /webhooks HTTP/1.0\r\n\r\n") << QByteArray("HTTP/1.1 421 ");
    QTest::newRow("two Hosts") << "GET /webhooks HTTP/1.1\r\n" + host + host + "\r\n"
                               << QByteArray("HTTP/1.1 421 ");
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
    const QByteArray problem = answer.mid(answer.indexOf("\r\n\r\n"));
    QVERIFY2(!QJsonDocument::fromJson(problem.trimmed())[u"detail"].toString().isEmpty(),
             answer.constData());
    QCOMPARE(show(program, QStringLiteral("/webhooks")).value(QStringLiteral("data")).toArray(),
             QJsonArray());
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
    registerDestination(program, bin + QStringLiteral("?status=503"), R"(, "retry": [])");
    const QJsonArray deliveries
        = publish(program, "1").value(QStringLiteral("deliveries")).toArray();
    QCOMPARE(deliveries.size(), 2);
    const auto state = [&](int index) {
        return deliveryState(program, deliveries.at(index)[QStringLiteral("id")].toString());
    };
    QTRY_COMPARE_WITH_TIMEOUT(state(0), QStringLiteral("delivered"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(state(1), QStringLiteral("failed"), Patience);
}

void TestProgram::tellsByItsExitCodeWhyItCannotStart()
{
    Program owner;
    QVERIFY(owner.start({NoHeartbeat}));
    Program other;
    const QString headless = QStringLiteral("--headless");
    const QStringList freePorts{QStringLiteral("--port=0"), QStringLiteral("--bin-port=0")};
    QCOMPARE(other.run({QStringLiteral("--no-such-option")}), 2);
    QCOMPARE(other.run({headless, QStringLiteral("--max-in-flight=0")}), 2);
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
    for (const QString &told : {port, QString::number(QCoreApplication::applicationPid())})
        QVERIFY2(other.errorOutput().contains(told), qPrintable(other.errorOutput()));

    QFile database(other.dataDirectory() + QStringLiteral("/hookpost.db"));
    QVERIFY(database.open(QIODevice::WriteOnly));
    database.write(QByteArray(8192, '!'));
    database.close();
    QCOMPARE(other.run(ownDirectory + freePorts), 5);
    QVERIFY(database.open(QIODevice::ReadOnly));
    QCOMPARE(database.readAll(), QByteArray(8192, '!'));
}

void TestProgram::endsInTimeWhileANameIsLookedUp()
{
    Program program;
    program.setLauncher(hangingLookUps());
    QVERIFY2(program.start({NoHeartbeat}), qPrintable(program.errorOutput()));
    registerDestination(program, QStringLiteral("http://receiver.example/"));
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, delivery), QStringLiteral("inFlight"),
                              Patience);
    QCOMPARE(program.terminate(), 0); // in less time than such a look-up takes
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

#ifdef HOOKPOST_GUI
void TestProgram::saysWhereItListensWithItsWindowToo()
{
    Program program;
    QVERIFY2(program.startWithWindow({NoHeartbeat}), qPrintable(program.errorOutput()));
    QCOMPARE(httpCall("GET", program.apiUrl(QStringLiteral("/healthz"))).status, 200);
    QCOMPARE(program.terminate(), 0);
}

void TestProgram::aSecondWindowGivesWayToTheFirst()
{
    Program first;
    QVERIFY2(first.startWithWindow({NoHeartbeat}), qPrintable(first.errorOutput()));
    Program second;
    const QStringList directory{QStringLiteral("--data-dir"), first.dataDirectory()};
    QCOMPARE(second.run(directory), 0);
    QCOMPARE(second.lines(), QStringList());
    QVERIFY2(!second.errorOutput().contains(QStringLiteral("Not taken")),
             qPrintable(second.errorOutput()));
    QCOMPARE(second.run(directory + QStringList{QStringLiteral("--port=0"), NoHeartbeat}), 0);
    QVERIFY2(second.errorOutput().contains(QStringLiteral("Not taken: --port, --heartbeat.")),
             qPrintable(second.errorOutput()));
    QVERIFY(first.isRunning());
    QCOMPARE(httpCall("GET", first.apiUrl(QStringLiteral("/healthz"))).status, 200);
    QCOMPARE(first.terminate(), 0);
}

/// The name of a socket has no room for all that a path may be.
void TestProgram::aSecondWindowFindsTheFirstBehindAnyPath()
{
    const QTemporaryDir folder;
    const QString name = QString(120, u'd');
    const QString absolute = folder.filePath(name);
    const QString relative = QDir::current().relativeFilePath(absolute);
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(absolute, link));
    Program first;
    QVERIFY2(first.startWithWindow({NoHeartbeat, QStringLiteral("--data-dir"), relative}),
             qPrintable(first.errorOutput()));
    QVERIFY2(!first.errorOutput().contains(QStringLiteral("cannot call")),
             qPrintable(first.errorOutput()));
    for (const QString &path : {absolute, relative, link}) {
        Program second;
        QCOMPARE(second.run({QStringLiteral("--data-dir"), path}), 0);
    }
    QCOMPARE(first.terminate(), 0);
}

/// What is typed wrong is told where it was typed; what is kept wrong is told in a box as well.
void TestProgram::keptOptionsThatAreWrongAreToldInABox()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("options.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("heartbeat=often\n") > 0);
    file.close();
    QProcess program;
    program.start(QStringLiteral(HOOKPOST_PROGRAM), {QStringLiteral("--config"), file.fileName()});
    QByteArray words;
    QTRY_VERIFY_WITH_TIMEOUT((words += program.readAllStandardError()).contains("--heartbeat"),
                             Patience);
    QCOMPARE(program.state(), QProcess::Running);
    program.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, Patience);
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 2);
}

/// It has closed its window, and waits for what is in flight.
void TestProgram::aSecondWindowWaitsForOneThatIsEnding()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::hang());
    Program first;
    QVERIFY2(first.startWithWindow({NoHeartbeat}), qPrintable(first.errorOutput()));
    registerDestination(first, receiver.url());
    publish(first, "1");
    QTRY_COMPARE(receiver.requests().size(), 1);
    QCOMPARE(::kill(static_cast<pid_t>(first.processId()), SIGTERM), 0);
    Program second;
    QVERIFY2(
        second.startWithWindow({NoHeartbeat, QStringLiteral("--data-dir"), first.dataDirectory()}),
        qPrintable(second.errorOutput()));
    QTRY_VERIFY(!first.isRunning());
    const QJsonArray destinations
        = httpCall("GET", second.apiUrl(QStringLiteral("/webhooks"))).json()[u"data"].toArray();
    QCOMPARE(destinations.size(), 1);
    QCOMPARE(second.terminate(), 0);
}
#endif

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"

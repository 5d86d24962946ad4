// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicalls.h"
#include "tests/support/testreceiver.h"

#include <QTest>
#include <QUrl>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy

const QString Server = QStringLiteral("--server");
const QString AllowLoopback = QStringLiteral("--allow-destination=127.0.0.0/8");

HttpAnswer registerUrl(const Program &program, const QString &url)
{
    return httpCall("POST", program.apiUrl(QStringLiteral("/webhooks")),
                    registration(QStringLiteral("joe"), url));
}

} // namespace

/// The server profile, as the command line switches it on.
class TestServer final : public QObject
{
    Q_OBJECT

    static void compareRefusal(const HttpAnswer &answer, const QString &words);

private slots:
    void refusesThisMachine();
    void sendsToWhatIsAllowed();
    void neverSendsToItsOwnInterface_data();
    void neverSendsToItsOwnInterface();
    void judgesWhatWasRegisteredBefore();
    void saysWhichOptionIsWrong();
};

void TestServer::compareRefusal(const HttpAnswer &answer, const QString &words)
{
    QCOMPARE(answer.status, 422);
    const QJsonObject problem = answer.json();
    QCOMPARE(problem[u"field"].toString(), QStringLiteral("destination"));
    QVERIFY2(problem[u"detail"].toString().contains(words),
             qPrintable(problem[u"detail"].toString()));
    QVERIFY(!problem[u"hint"].toString().isEmpty());
}

void TestServer::refusesThisMachine()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY2(program.start({NoHeartbeat, Server}), qPrintable(program.errorOutput()));
    const HttpAnswer answer = registerUrl(program, receiver.url());
    compareRefusal(answer, QStringLiteral("127.0.0.1 is a loopback address"));
    QVERIFY(answer.json()[u"hint"].toString().contains(
        QStringLiteral("--allow-destination 127.0.0.1")));
    compareRefusal(registerUrl(program, QStringLiteral("http://localhost:2/")),
                   QStringLiteral("a loopback address"));
    compareRefusal(registerUrl(program, QStringLiteral("http://10.0.0.1/")),
                   QStringLiteral("10.0.0.1 is a private address"));

    // An open one may be taken, but not be changed to a closed one.
    const HttpAnswer open = registerUrl(program, QStringLiteral("https://receiver.example/"));
    QCOMPARE(open.status, 201);
    const QString path = QStringLiteral("/webhooks/") + open.json()[u"id"].toString();
    compareRefusal(httpCall("PATCH", program.apiUrl(path),
                            R"({"destination": ")" + receiver.url().toUtf8() + R"("})"),
                   QStringLiteral("a loopback address"));
    QCOMPARE(show(program, path)[u"destination"].toString(),
             QStringLiteral("https://receiver.example/"));
    QCOMPARE(receiver.acceptedCount(), 0);
}

void TestServer::sendsToWhatIsAllowed()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY2(program.start({NoHeartbeat, Server, AllowLoopback}),
             qPrintable(program.errorOutput()));
    QVERIFY(!registerDestination(program, receiver.url()).isEmpty());
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, delivery), QStringLiteral("delivered"),
                              Patience);
    QCOMPARE(receiver.requests().size(), 1);
    compareRefusal(registerUrl(program, QStringLiteral("http://10.0.0.1/")),
                   QStringLiteral("a private address"));
}

void TestServer::neverSendsToItsOwnInterface_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("host");
    const QStringList open{Server, AllowLoopback, QStringLiteral("--allow-destination=::/0")};
    for (const char *host : {"127.0.0.1", "localhost", "api.localhost.", "127.9.8.7", "2130706433",
                             "[::1]", "[::ffff:127.0.0.1]"}) {
        QTest::addRow("a server that may send to loopback, as %s", host)
            << open << QString::fromLatin1(host);
        QTest::addRow("a desktop, as %s", host) << QStringList{} << QString::fromLatin1(host);
    }
}

void TestServer::neverSendsToItsOwnInterface()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, host);
    static QHash<QStringList, std::shared_ptr<Program>> programs;
    std::shared_ptr<Program> &program = programs[arguments];
    if (!program) {
        program = std::make_shared<Program>();
        QVERIFY(program->start(QStringList{NoHeartbeat} + arguments));
    }
    const int port = QUrl(program->apiUrl()).port();
    compareRefusal(
        registerUrl(*program, QStringLiteral("http://%1:%2/webhooks").arg(host).arg(port)),
        QStringLiteral("Hookpost's own API"));
}

void TestServer::judgesWhatWasRegisteredBefore()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    const QString destination = registerDestination(program, receiver.url());
    QVERIFY(!destination.isEmpty());
    QCOMPARE(program.terminate(), 0);
    QVERIFY(program.start({NoHeartbeat, Server}));
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, delivery), QStringLiteral("failed"), Patience);
    const QJsonArray attempts = attemptsOf(program, delivery);
    QCOMPARE(attempts.size(), 1);
    QVERIFY2(attempts.first()[u"error"].toString().contains(QStringLiteral("a loopback address")),
             qPrintable(attempts.first()[u"error"].toString()));
    QVERIFY(show(program, QStringLiteral("/webhooks/") + destination)[u"mark"].isString());
    QCOMPARE(receiver.acceptedCount(), 0);
}

void TestServer::saysWhichOptionIsWrong()
{
    Program program;
    QCOMPARE(program.run({QStringLiteral("--headless"), Server,
                          QStringLiteral("--allow-destination=10.1.2.3/8")}),
             2);
    QVERIFY2(program.errorOutput().contains(
                 QStringLiteral("--allow-destination is not a range of addresses: 10.1.2.3/8")),
             qPrintable(program.errorOutput()));
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"

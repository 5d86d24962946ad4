// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/support/apicalls.h"
#include "tests/support/testreceiver.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy

/// The first command for a shell in what GET / prints, with all its lines.
QString firstCommandIn(const QString &page)
{
    const qsizetype begin = page.indexOf(QStringLiteral("  curl "));
    const qsizetype end = page.indexOf(QStringLiteral("\n\n"), begin);
    return begin < 0 ? QString() : page.mid(begin, end - begin);
}

/// When each attempt so far began, the first one first.
QList<Time> attemptTimes(const Program &program)
{
    QList<Time> times;
    const QJsonArray attempts
        = show(program, QStringLiteral("/attempts")).value(QStringLiteral("data")).toArray();
    for (const QJsonValue &attempt : attempts)
        times.prepend(timeFromIso(attempt[u"startedAt"].toString()).value_or(Time()));
    return times;
}

/// The lines of standard output that are JSON with this message.
QList<QJsonObject> linesWith(const Program &program, const QString &message)
{
    QList<QJsonObject> found;
    for (const QString &line : program.lines()) {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        if (object[u"message"].toString() == message)
            found.append(object);
    }
    return found;
}

} // namespace

/// What a person at a terminal sees of the real program, and does to it.
class TestOutput final : public QObject
{
    Q_OBJECT

private slots:
    void theCommandThatIsShownRegistersAndGreetingsFollow();
    void failuresAreTold();
    void linesAreJsonWhereThatIsAskedFor();
    void goesOnWhereNobodyReads();
    void goesOnWhenWhoReadHasGone();
    void endsWhenItIsInterrupted();
    void servesWithoutADisplay();
};

void TestOutput::theCommandThatIsShownRegistersAndGreetingsFollow()
{
    Program program;
    QVERIFY2(program.start(), qPrintable(program.errorOutput()));
    const QString command = firstCommandIn(
        QString::fromUtf8(httpCall("GET", program.apiUrl(QStringLiteral("/"))).body));
    QVERIFY(!command.isEmpty());
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("NO_PROXY"), QStringLiteral("*"));
    shell.setProcessEnvironment(environment);
    const Time asked = SystemClock().now();
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
    QTRY_COMPARE_WITH_TIMEOUT(shell.state(), QProcess::NotRunning, Patience);
    const QByteArray answer = shell.readAllStandardOutput();
    QVERIFY2(QJsonDocument::fromJson(answer)[u"id"].isString(), answer.constData());
    // Nothing is sent but greetings.
    QTRY_VERIFY_WITH_TIMEOUT(attemptTimes(program).size() >= 3, 2 * Patience);
    const QList<Time> times = attemptTimes(program);
    for (qsizetype i = 0; i < times.size(); ++i) {
        const Time earliest = asked + i * Milliseconds{4'990};
        QVERIFY2(times.at(i) >= earliest, "greetings come every five seconds, never more often");
    }
}

void TestOutput::failuresAreTold()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::close());
    Program program;
    QVERIFY2(program.start({NoHeartbeat}), qPrintable(program.errorOutput()));
    registerDestination(program, receiver.url(QStringLiteral("/hook?key=secret")),
                        R"(, "retry": [])");
    publish(program, "1");
    const QString line
        = QStringLiteral("Webhook to '%1' dispatched, failed: connection closed without an answer")
              .arg(receiver.url(QStringLiteral("/hook")));
    QTRY_VERIFY2_WITH_TIMEOUT(program.lines().contains(line),
                              qPrintable(program.lines().join(u'\n')), Patience);
}

void TestOutput::linesAreJsonWhereThatIsAskedFor()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY2(program.start({NoHeartbeat, QStringLiteral("--log-format=json")}),
             qPrintable(program.errorOutput()));
    QCOMPARE(linesWith(program, QStringLiteral("ready")).size(), 1);
    registerDestination(program, receiver.url(QStringLiteral("/hook?key=secret")),
                        R"(, "retry": [])");
    const auto attempts = [&program] { return linesWith(program, QStringLiteral("attempt")); };
    const QJsonObject event = publish(program, "1");
    QTRY_COMPARE_WITH_TIMEOUT(attempts().size(), 1, Patience);
    receiver.setAnswer(Answer::close());
    publish(program, "2");
    QTRY_COMPARE_WITH_TIMEOUT(attempts().size(), 2, Patience);
    QCOMPARE(program.lines().size(), 3);
    const QJsonObject first = attempts().first();
    QCOMPARE(first[u"event"].toString(), event[u"id"].toString());
    QCOMPARE(first[u"type"].toString(), QStringLiteral("invoice.paid"));
    QCOMPARE(first[u"name"].toString(), QStringLiteral("joe"));
    QCOMPARE(first[u"destination"].toString(), receiver.url(QStringLiteral("/hook")));
    QCOMPARE(first[u"number"].toInt(), 1);
    QCOMPARE(first[u"status"].toInt(), 200);
    QVERIFY(first[u"error"].isNull());
    QVERIFY(timeFromIso(first[u"startedAt"].toString()).has_value());
    const QJsonObject second = attempts().last();
    QVERIFY(second[u"status"].isNull());
    QCOMPARE(second[u"error"].toString(), QStringLiteral("connection closed without an answer"));
}

void TestOutput::goesOnWhereNobodyReads()
{
    // Its standard output is read for the first line, and then left alone.
    const QString script
        = QStringLiteral("exec \"$0\" \"$@\" > "
                         ">(head -n 1; while kill -0 $$ 2>/dev/null; do sleep 0.1; done)");
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    program.setLauncher({QStringLiteral("bash"), QStringLiteral("-c"), script});
    QVERIFY2(program.start({NoHeartbeat}), qPrintable(program.errorOutput()));
    // Each line of output bears it, and sixty of them are more than a pipe holds.
    const QString longPath = u'/' + QString(1'500, u'a');
    registerDestination(program, receiver.url(longPath));
    for (int i = 1; i <= 60; ++i)
        publish(program, QByteArray::number(i));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 60, Patience);
    QCOMPARE(httpCall("GET", program.apiUrl(QStringLiteral("/healthz"))).status, 200);
    QCOMPARE(program.terminate(), 0);
}

void TestOutput::goesOnWhenWhoReadHasGone()
{
    // Nothing goes out through a socket of Qt's, which would have the process ignore the signal.
    const QString closed = []() -> QString {
        TestReceiver receiver;
        return receiver.start() ? receiver.url() : QString();
    }();
    Program program;
    // We ignore the signal, and the program would begin with that.
    program.setLauncher({QStringLiteral("env"), QStringLiteral("--default-signal=PIPE"),
                         QStringLiteral("bash"), QStringLiteral("-c"),
                         QStringLiteral("exec \"$0\" \"$@\" > >(head -n 1)")});
    QVERIFY2(program.start({NoHeartbeat}), qPrintable(program.errorOutput()));
    registerDestination(program, closed, R"(, "retry": [])");
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, delivery), QStringLiteral("failed"), Patience);
    QCOMPARE(program.terminate(), 0);
}

void TestOutput::endsWhenItIsInterrupted()
{
    Program program;
    QVERIFY2(program.start({NoHeartbeat}), qPrintable(program.errorOutput()));
    QCOMPARE(program.interrupt(), 0);
    QVERIFY(program.start({NoHeartbeat}));
}

void TestOutput::servesWithoutADisplay()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        qunsetenv(name);
    Program program;
    const bool isReady = program.startWithWindow({NoHeartbeat});
    qputenv("QT_QPA_PLATFORM", platform);
    QVERIFY2(isReady, qPrintable(program.errorOutput()));
    QCOMPARE(httpCall("GET", program.apiUrl(QStringLiteral("/healthz"))).status, 200);
    QCOMPARE(program.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpcall.h"
#include "tests/support/program.h"
#include "tests/support/testreceiver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy

QString registerJoe(const Program &program, const QString &url)
{
    const HttpAnswer answer
        = httpCall("POST", program.apiUrl(QStringLiteral("/webhooks")),
                   R"({"name": "joe", "destination": ")" + url.toUtf8() + "\"}");
    return answer.json().value(QStringLiteral("id")).toString();
}

HttpAnswer publish(const Program &program, const QByteArray &data)
{
    return httpCall("POST", program.apiUrl(QStringLiteral("/events")),
                    R"({"type": "a.b", "data": ")" + data + "\"}");
}

HttpAnswer health(const Program &program)
{
    return httpCall("GET", program.apiUrl(QStringLiteral("/healthz")));
}

/// The oldest one.
QJsonObject firstAttempt(const Program &program)
{
    return httpCall("GET", program.apiUrl(QStringLiteral("/attempts/att_1"))).json();
}

int eventStatus(const Program &program, const QString &id)
{
    return httpCall("GET", program.apiUrl(QStringLiteral("/events/") + id)).status;
}

/// The delivery and the attempt's number of each POST that came, and of each row that the log has.
using PostKeys = QSet<QByteArray>;

PostKeys receivedPosts(const TestReceiver &receiver)
{
    PostKeys keys;
    for (const ReceivedRequest &request : receiver.requests())
        keys.insert(headerValue(request.headers, "Hookpost-Delivery") + ' '
                    + headerValue(request.headers, "Hookpost-Attempt"));
    return keys;
}

PostKeys loggedPosts(const Program &program)
{
    PostKeys keys;
    const QJsonObject page = httpCall("GET", program.apiUrl(QStringLiteral("/attempts"))).json();
    for (const QJsonValue row : page.value(QStringLiteral("data")).toArray())
        keys.insert(row[QStringLiteral("delivery")].toString().toLatin1() + ' '
                    + QByteArray::number(row[QStringLiteral("number")].toInt()));
    return keys;
}

/// While it lives, a program that runs finds its disk read-only. The system makes a disk so under
/// files that are open only when the disk has failed; whoever asks for it is told that it is busy.
/// So strace says in the system's place what it would say to who writes.
class ReadOnlySpell final
{
    Q_DISABLE_COPY_MOVE(ReadOnlySpell)

public:
    explicit ReadOnlySpell(qint64 processId)
    {
        const QString calls = QStringLiteral("pwrite64,ftruncate,unlink");
        m_strace.setReadChannel(QProcess::StandardError);
        m_strace.start(QStringLiteral("strace"),
                       {QStringLiteral("-f"), QStringLiteral("-o"), QStringLiteral("/dev/null"),
                        QStringLiteral("-e"), QStringLiteral("trace=") + calls,
                        QStringLiteral("-e"), QStringLiteral("inject=%1:error=EROFS").arg(calls),
                        QStringLiteral("-p"), QString::number(processId)});
        QByteArray words;
        while (!words.contains("attached") && m_strace.waitForReadyRead(Patience))
            words += m_strace.readAll();
        m_hasBegun = words.contains("attached with");
    }

    ~ReadOnlySpell()
    {
        m_strace.terminate();
        m_strace.waitForFinished();
    }

    bool hasBegun() const { return m_hasBegun; } ///< false where strace may trace nobody

private:
    QProcess m_strace;
    bool m_hasBegun = false;
};

} // namespace

/// What the program does when there is trouble with its files, as people would see it.
class TestStorage final : public QObject
{
    Q_OBJECT

private slots:
    void aCopyMadeWhileItRunsIsWhole();
    void aRemovedDatabaseIsToldAndServiceReturns();
    void aDiskThatBecomesReadOnlyIsToldAndServiceReturns();
    void whatTheLastRunLeftIsTold();
    void boundsOfHistoryAreRead_data();
    void boundsOfHistoryAreRead();
};

/// The way of the README, by another program that knows SQLite.
void TestStorage::aCopyMadeWhileItRunsIsWhole()
{
    const QString copying
        = QStringLiteral("import sqlite3, sys\n"
                         "source = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)\n"
                         "target = sqlite3.connect(sys.argv[2])\n"
                         "source.backup(target, pages=100)\n"
                         "print(target.execute('PRAGMA integrity_check').fetchone()[0])\n");
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    registerJoe(program, receiver.url());
    QStringList accepted;
    const auto publishSome = [&] {
        for (int i = 0; i < 50; ++i)
            accepted.append(publish(program, QByteArray(2'000, 'x')).json()[u"id"].toString());
    };
    publishSome();
    const QStringList acceptedBefore = accepted;
    Program restored;
    QVERIFY(QDir().mkpath(restored.dataDirectory()));
    QFile::setPermissions(restored.dataDirectory(),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString name = QStringLiteral("/hookpost.db");
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"), copying, program.dataDirectory() + name,
                  restored.dataDirectory() + name});
    while (python.state() != QProcess::NotRunning)
        publishSome();
    QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("ok"));
    QVERIFY2(accepted.size() > acceptedBefore.size(), "it was copied while it was written to");
    program.kill();
    QVERIFY2(restored.start({NoHeartbeat}), qPrintable(restored.errorOutput()));
    for (const QString &id : acceptedBefore)
        QCOMPARE(eventStatus(restored, id), 200);
}

void TestStorage::aRemovedDatabaseIsToldAndServiceReturns()
{
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    const QString path = program.dataDirectory() + QStringLiteral("/hookpost.db");
    QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
    const HttpAnswer answer = publish(program, "1");
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.json()
                .value(QStringLiteral("detail"))
                .toString()
                .contains(QStringLiteral("moved or removed")));
    QVERIFY(!answer.json().value(QStringLiteral("hint")).toString().isEmpty());
    QCOMPARE(health(program).status, 503);
    QVERIFY(!QFile::exists(path));
    QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
    QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 200, Patience);
    QCOMPARE(publish(program, "1").status, 202);
}

void TestStorage::aDiskThatBecomesReadOnlyIsToldAndServiceReturns()
{
    constexpr int Count = 6;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(200).after(Milliseconds{200}));
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    const HttpAnswer registered = httpCall("POST", program.apiUrl(QStringLiteral("/webhooks")),
                                           R"({"name": "joe", "concurrency": 1, "destination": ")"
                                               + receiver.url().toUtf8() + "\"}");
    QCOMPARE(registered.status, 201);
    for (int i = 0; i < Count; ++i)
        QCOMPARE(publish(program, "1").status, 202);
    QTRY_VERIFY_WITH_TIMEOUT(!receiver.requests().isEmpty(), Patience);
    {
        const ReadOnlySpell spell(program.processId());
        if (!spell.hasBegun())
            QSKIP("strace may not trace programs here");
        for (int i = 0; i < 3; ++i) {
            const HttpAnswer answer = httpCall("POST", program.apiUrl(QStringLiteral("/events")),
                                               R"({"id": "refused", "type": "a.b", "data": "1"})");
            QCOMPARE(answer.status, 503);
            QVERIFY2(answer.json()[u"detail"].toString().contains(u"Read-only file system"),
                     answer.body.constData());
            QVERIFY(!answer.json()[u"hint"].toString().isEmpty());
            QCOMPARE(health(program).status, 503);
            QVERIFY(!health(program).json()[u"reason"].toString().isEmpty());
        }
        QVERIFY2(receiver.requests().size() < Count, "it goes on when there are rows again");
        QCOMPARE(receivedPosts(receiver) - loggedPosts(program), PostKeys());
    }
    QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 200, Patience);
    QCOMPARE(eventStatus(program, QStringLiteral("refused")), 404);
    QCOMPARE(publish(program, "1").status, 202);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), Count + 1, Patience);
    QCOMPARE(receivedPosts(receiver), loggedPosts(program));
    QCOMPARE(receivedPosts(receiver).size(), Count + 1);
}

void TestStorage::whatTheLastRunLeftIsTold()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::hang());
    Program program;
    QVERIFY(program.start({NoHeartbeat}));
    const auto told = [&program] {
        const QJsonObject object = health(program).json();
        return std::pair(object.value(QStringLiteral("interruptedAttempts")).toInt(-1),
                         object.value(QStringLiteral("deliveriesAgain")).toInt(-1));
    };
    QCOMPARE(told(), std::pair(0, 0));
    registerJoe(program, receiver.url());
    publish(program, "1");
    publish(program, "2");
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 2, Patience);
    QVERIFY(firstAttempt(program).value(QStringLiteral("durationMs")).isNull());
    program.kill();
    receiver.setAnswer(Answer::status(200));
    QVERIFY(program.start({NoHeartbeat}));
    QCOMPARE(told(), std::pair(2, 2));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 4, Patience);
    const QJsonObject cut = firstAttempt(program);
    QCOMPARE(cut.value(QStringLiteral("outcome")).toString(), QStringLiteral("interrupted"));
    QCOMPARE(cut.value(QStringLiteral("error")).toString(),
             QStringLiteral("Hookpost ended before an answer came"));
    QVERIFY(cut.value(QStringLiteral("durationMs")).isNull());
}

void TestStorage::boundsOfHistoryAreRead_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char *option, bool isTaken) {
        QTest::newRow(option) << QString::fromLatin1(option) << isTaken;
    };
    row("--keep-days=7", true);
    row("--keep-days=off", true);
    row("--keep-days=0", false);
    row("--keep-days=soon", false);
    row("--keep-attempts=1", true);
    row("--keep-attempts=off", true);
    row("--keep-attempts=-1", false);
    row("--keep-size=512MiB", true);
    row("--keep-size=2GiB", true);
    row("--keep-size=16777216", true);
    row("--keep-size=off", true);
    row("--keep-size=16777215", false);
    row("--keep-size=99999999999GiB", false);
    row("--keep-size=offMiB", false);
    row("--keep-size=2GB", false);
}

void TestStorage::boundsOfHistoryAreRead()
{
    QFETCH(QString, option);
    QFETCH(bool, isTaken);
    Program program;
    QCOMPARE(program.run({QStringLiteral("--headless"), QStringLiteral("--help"), option,
                          QStringLiteral("--log-format=text")}),
             isTaken ? 0 : 2);
    if (!isTaken)
        QVERIFY2(program.errorOutput().contains(option.section(u'=', 0, 0)),
                 qPrintable(program.errorOutput()));
}

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"

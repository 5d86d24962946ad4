// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpcall.h"
#include "tests/support/program.h"
#include "tests/support/smalldisk.h"
#include "tests/support/testreceiver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy
constexpr qint64 KiB = 1024;
constexpr const char *NoDisk = "this takes root, and a loop device for ext4";

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

/// With an id of its own, by which it is known also when it is refused.
HttpAnswer publishAs(const Program &program, const QByteArray &id, const QByteArray &data)
{
    return httpCall("POST", program.apiUrl(QStringLiteral("/events")),
                    R"({"type": "a.b", "id": ")" + id + R"(", "data": ")" + data + "\"}");
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

void addKindsOfDisk()
{
    QTest::addColumn<SmallDisk::Kind>("kind");
    QTest::newRow("tmpfs") << SmallDisk::Kind::Tmpfs;
    QTest::newRow("ext4") << SmallDisk::Kind::Ext4;
}

QStringList dataDirectory(const SmallDisk &disk)
{
    return {NoHeartbeat, QStringLiteral("--data-dir"), disk.path(QStringLiteral("data"))};
}

} // namespace

/// What the program does when there is trouble with its disk or its files, as people would see it.
class TestStorage final : public QObject
{
    Q_OBJECT

private slots:
    void aDiskIsFilledAndFreedAgainAndAgain_data();
    void aDiskIsFilledAndFreedAgainAndAgain();
    void aResultOutlastsAFullDisk_data();
    void aResultOutlastsAFullDisk();
    void aDiskWithoutRoomForNewWorkIsTold_data();
    void aDiskWithoutRoomForNewWorkIsTold();
    void aDiskWithoutRoomForFilesIsTold_data();
    void aDiskWithoutRoomForFilesIsTold();
    void aCopyMadeWhileItRunsIsWhole();
    void aRemovedDatabaseIsToldAndServiceReturns();
    void aDiskThatBecomesReadOnlyIsToldAndServiceReturns();
    void whatTheLastRunLeftIsTold();
    void ofManyStartsOneOwnsTheDirectory();
    void boundsOfHistoryAreRead_data();
    void boundsOfHistoryAreRead();
};

void TestStorage::aDiskIsFilledAndFreedAgainAndAgain_data()
{
    addKindsOfDisk();
}

void TestStorage::aDiskIsFilledAndFreedAgainAndAgain()
{
    constexpr int Cycles = 20;
    QFETCH(const SmallDisk::Kind, kind);
    const SmallDisk disk(8 * KiB * KiB, kind);
    if (!disk.isMounted())
        QSKIP(NoDisk);
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start(dataDirectory(disk)));
    const qint64 processId = program.processId();
    QVERIFY(!registerJoe(program, receiver.url()).isEmpty());
    QSet<QByteArray> accepted;
    QSet<QByteArray> refused;
    const auto send = [&](const QByteArray &id, const QByteArray &data) {
        const HttpAnswer answer = publishAs(program, id, data);
        (answer.status == 202 ? accepted : refused).insert(id);
        return answer;
    };
    for (int cycle = 0; cycle < Cycles; ++cycle) {
        // Every other time it is full to the last page, else but for what the log needs.
        QVERIFY(disk.fillUpTo(cycle % 2 == 0 ? 0 : 150 * KiB));
        // It is told before anybody is refused, too.
        if (cycle < 2)
            QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 503, Patience);
        const QByteArray number = QByteArray::number(cycle) + '-';
        HttpAnswer answer = send("large" + number + '0', QByteArray(40'000, 'x'));
        for (int i = 1; i < 100 && answer.status == 202; ++i)
            answer = send("large" + number + QByteArray::number(i), QByteArray(40'000, 'x'));
        QCOMPARE(answer.status, 507);
        QVERIFY(!answer.json().value(QStringLiteral("detail")).toString().isEmpty());
        QVERIFY(!answer.json().value(QStringLiteral("hint")).toString().isEmpty());
        QCOMPARE(health(program).status, 503);
        QVERIFY(!health(program).json().value(QStringLiteral("reason")).toString().isEmpty());
        QVERIFY(disk.free());
        QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 200, Patience);
        QCOMPARE(send("small" + number, "small").status, 202);
    }
    const auto delivered = [&receiver] {
        QSet<QByteArray> ids;
        for (const ReceivedRequest &request : receiver.requests())
            ids.insert(headerValue(request.headers, "webhook-id"));
        return ids;
    };
    QTRY_COMPARE_WITH_TIMEOUT(delivered(), accepted, Patience);
    QCOMPARE(program.processId(), processId);
    QVERIFY2(!program.errorOutput().contains(QStringLiteral("rollback")),
             qPrintable(program.errorOutput()));
    const auto compareEvents = [&] {
        for (const QByteArray &id : accepted)
            QCOMPARE(eventStatus(program, QString::fromLatin1(id)), 200);
        for (const QByteArray &id : refused)
            QCOMPARE(eventStatus(program, QString::fromLatin1(id)), 404);
    };
    compareEvents();
    program.kill();
    QVERIFY(program.start(dataDirectory(disk)));
    compareEvents();
    QCOMPARE(delivered(), accepted);
}

void TestStorage::aResultOutlastsAFullDisk_data()
{
    using Kind = SmallDisk::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("ends");
    QTest::newRow("it is written as soon as there is room") << Kind::Tmpfs << false;
    QTest::newRow("it is written when the program ends before") << Kind::Tmpfs << true;
    QTest::newRow("on ext4 it is written as soon as there is room") << Kind::Ext4 << false;
    QTest::newRow("on ext4 it is written when the program ends before") << Kind::Ext4 << true;
}

void TestStorage::aResultOutlastsAFullDisk()
{
    QFETCH(const SmallDisk::Kind, kind);
    QFETCH(const bool, ends);
    const SmallDisk disk(8 * KiB * KiB, kind);
    if (!disk.isMounted())
        QSKIP(NoDisk);
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(200, QByteArray(30'000, 'r')).after(Milliseconds{500}));
    Program program;
    QVERIFY(program.start(dataDirectory(disk)));
    registerJoe(program, receiver.url());
    const HttpAnswer published = publish(program, "1");
    const QString delivery = published.json()
                                 .value(QStringLiteral("deliveries"))
                                 .toArray()
                                 .at(0)[QStringLiteral("id")]
                                 .toString();
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 1, Patience);
    QVERIFY(disk.fillUpTo(0));
    QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 503, Patience);
    const auto show = [&] {
        return httpCall("GET", program.apiUrl(QStringLiteral("/deliveries/") + delivery)).json();
    };
    QCOMPARE(show().value(QStringLiteral("state")).toString(), QStringLiteral("inFlight"));
    QVERIFY(disk.free());
    if (ends) {
        QCOMPARE(program.terminate(), 0);
        QVERIFY(program.start(dataDirectory(disk)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(show().value(QStringLiteral("state")).toString(),
                              QStringLiteral("delivered"), Patience);
    QCOMPARE(receiver.requests().size(), 1);
    QCOMPARE(show().value(QStringLiteral("attempts")).toArray().size(), 1);
}

void TestStorage::aDiskWithoutRoomForNewWorkIsTold_data()
{
    addKindsOfDisk();
}

/// All that is on record still waits, so nothing can be forgotten for what is new.
void TestStorage::aDiskWithoutRoomForNewWorkIsTold()
{
    QFETCH(const SmallDisk::Kind, kind);
    const SmallDisk disk(8 * KiB * KiB, kind);
    if (!disk.isMounted())
        QSKIP(NoDisk);
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start(dataDirectory(disk)));
    const QString joe = registerJoe(program, receiver.url());
    QCOMPARE(httpCall("POST", program.apiUrl(QStringLiteral("/webhooks/%1/pause").arg(joe))).status,
             200);
    for (int i = 0; i < 30; ++i)
        QCOMPARE(publish(program, QByteArray(40'000, 'x')).status, 202);
    QVERIFY(disk.fillUpTo(600 * KiB));
    program.kill();
    QVERIFY(program.start(dataDirectory(disk)));
    QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 503, Patience);
    QCOMPARE(publish(program, "new").status, 507);
    QVERIFY(disk.free());
    QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 200, Patience);
    QCOMPARE(publish(program, "new").status, 202);
}

void TestStorage::aDiskWithoutRoomForFilesIsTold_data()
{
    addKindsOfDisk();
}

void TestStorage::aDiskWithoutRoomForFilesIsTold()
{
    QFETCH(const SmallDisk::Kind, kind);
    const SmallDisk disk(8 * KiB * KiB, kind, 64);
    if (!disk.isMounted())
        QSKIP(NoDisk);
    Program program;
    QVERIFY(program.start(dataDirectory(disk)));
    // Whoever runs has all the files that are needed.
    QVERIFY(disk.useUpFiles());
    const HttpAnswer answer = publish(program, "1");
    QCOMPARE(answer.status, 202);
    QCOMPARE(health(program).status, 200);
    QCOMPARE(program.terminate(), 0);
    QVERIFY(disk.useUpFiles());
    QVERIFY(!program.start(dataDirectory(disk)));
    QVERIFY(!program.hasCrashed());
    QVERIFY2(!program.errorOutput().isEmpty(), "the reason is told");
    QVERIFY(disk.free());
    QVERIFY(program.start(dataDirectory(disk)));
    QCOMPARE(eventStatus(program, answer.json()[u"id"].toString()), 200);
}

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

void TestStorage::ofManyStartsOneOwnsTheDirectory()
{
    constexpr int Count = 20;
    const QTemporaryDir directory;
    const QString data = directory.filePath(QStringLiteral("data"));
    std::vector<std::unique_ptr<QProcess>> starts;
    for (int i = 0; i < Count; ++i) {
        starts.push_back(std::make_unique<QProcess>());
        starts.back()->start(QStringLiteral(HOOKPOST_PROGRAM),
                             {QStringLiteral("--headless"), QStringLiteral("--port=0"),
                              QStringLiteral("--bin-port=0"), QStringLiteral("--data-dir"), data});
    }
    const auto runningCount = [&starts] {
        return std::count_if(starts.begin(), starts.end(), [](const auto &start) {
            return start->state() != QProcess::NotRunning;
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(runningCount(), 1, Patience);
    for (const auto &start : starts) {
        if (start->state() == QProcess::NotRunning) {
            QCOMPARE(start->exitCode(), 4);
            QVERIFY(start->readAllStandardError().contains("Another Hookpost"));
            continue;
        }
        QTRY_VERIFY_WITH_TIMEOUT(start->canReadLine(), Patience);
        start->terminate();
        QVERIFY(start->waitForFinished());
        QCOMPARE(start->exitCode(), 0);
    }
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

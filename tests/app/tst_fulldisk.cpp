// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqliterecords.h"
#include "tests/support/apicalls.h"
#include "tests/support/smalldisk.h"
#include "tests/support/testreceiver.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy
constexpr qint64 KiB = 1024;
constexpr const char *NoDisk = "this takes root, and a loop device for ext4";

using Ids = QSet<QByteArray>;

HttpAnswer publishText(const Program &program, const QByteArray &data)
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

int eventStatus(const Program &program, const QString &id)
{
    return httpCall("GET", program.apiUrl(QStringLiteral("/events/") + id)).status;
}

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

/// Where the program says that a receiver of its own is.
QString binUrl(const Program &program)
{
    static const QRegularExpression Url(QStringLiteral("http://localhost:\\d+/v1/webhooks/demo"));
    return Url.match(QString::fromUtf8(httpCall("GET", program.apiUrl(QStringLiteral("/"))).body))
        .captured();
}

/// What the captures in \a directory were called by who sent them.
Ids capturedIds(const QString &directory)
{
    Ids ids;
    SqliteRecords records(directory);
    LogQuery query;
    query.limit = 1000;
    if (!records.open())
        return ids;
    const auto captures = records.captures(query);
    for (const Capture &capture : captures ? *captures : QList<Capture>())
        ids.insert(capture.target.mid(capture.target.lastIndexOf('/') + 1));
    return ids;
}

int cycleCount()
{
    constexpr int ShortRun = 20;
    const int wanted = qEnvironmentVariableIntValue("HOOKPOST_CYCLES");
    return wanted > 0 ? wanted : ShortRun;
}

} // namespace

/// What the program does when its disk is full, and when it has room again. A disk is filled and
/// freed 20 times, or as often as HOOKPOST_CYCLES says.
class TestFullDisk final : public QObject
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
    void whatABinCannotKeepIsRefused_data();
    void whatABinCannotKeepIsRefused();
};

void TestFullDisk::aDiskIsFilledAndFreedAgainAndAgain_data()
{
    addKindsOfDisk();
}

void TestFullDisk::aDiskIsFilledAndFreedAgainAndAgain()
{
    const int cycles = cycleCount();
    QFETCH(const SmallDisk::Kind, kind);
    const SmallDisk disk(8 * KiB * KiB, kind);
    if (!disk.isMounted())
        QSKIP(NoDisk);
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start(dataDirectory(disk)));
    const qint64 processId = program.processId();
    QVERIFY(!registerDestination(program, receiver.url()).isEmpty());
    QSet<QByteArray> accepted;
    QSet<QByteArray> refused;
    const auto send = [&](const QByteArray &id, const QByteArray &data) {
        const HttpAnswer answer = publishAs(program, id, data);
        (answer.status == 202 ? accepted : refused).insert(id);
        return answer;
    };
    for (int cycle = 0; cycle < cycles; ++cycle) {
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

void TestFullDisk::aResultOutlastsAFullDisk_data()
{
    using Kind = SmallDisk::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("ends");
    QTest::newRow("it is written as soon as there is room") << Kind::Tmpfs << false;
    QTest::newRow("it is written when the program ends before") << Kind::Tmpfs << true;
    QTest::newRow("on ext4 it is written as soon as there is room") << Kind::Ext4 << false;
    QTest::newRow("on ext4 it is written when the program ends before") << Kind::Ext4 << true;
}

void TestFullDisk::aResultOutlastsAFullDisk()
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
    registerDestination(program, receiver.url());
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 1, Patience);
    QVERIFY(disk.fillUpTo(0));
    QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 503, Patience);
    QCOMPARE(deliveryState(program, delivery), QStringLiteral("inFlight"));
    QVERIFY(disk.free());
    if (ends) {
        QCOMPARE(program.terminate(), 0);
        QVERIFY(program.start(dataDirectory(disk)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, delivery), QStringLiteral("delivered"),
                              Patience);
    QCOMPARE(receiver.requests().size(), 1);
    QCOMPARE(attemptsOf(program, delivery).size(), 1);
}

void TestFullDisk::aDiskWithoutRoomForNewWorkIsTold_data()
{
    addKindsOfDisk();
}

/// All that is on record still waits, so nothing can be forgotten for what is new.
void TestFullDisk::aDiskWithoutRoomForNewWorkIsTold()
{
    QFETCH(const SmallDisk::Kind, kind);
    const SmallDisk disk(8 * KiB * KiB, kind);
    if (!disk.isMounted())
        QSKIP(NoDisk);
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Program program;
    QVERIFY(program.start(dataDirectory(disk)));
    const QString joe = registerDestination(program, receiver.url());
    QCOMPARE(httpCall("POST", program.apiUrl(QStringLiteral("/webhooks/%1/pause").arg(joe))).status,
             200);
    for (int i = 0; i < 30; ++i)
        QCOMPARE(publishText(program, QByteArray(40'000, 'x')).status, 202);
    QVERIFY(disk.fillUpTo(600 * KiB));
    program.kill();
    QVERIFY(program.start(dataDirectory(disk)));
    QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 503, Patience);
    QCOMPARE(publishText(program, "new").status, 507);
    QVERIFY(disk.free());
    QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 200, Patience);
    QCOMPARE(publishText(program, "new").status, 202);
}

void TestFullDisk::aDiskWithoutRoomForFilesIsTold_data()
{
    addKindsOfDisk();
}

void TestFullDisk::aDiskWithoutRoomForFilesIsTold()
{
    QFETCH(const SmallDisk::Kind, kind);
    const SmallDisk disk(8 * KiB * KiB, kind, 64);
    if (!disk.isMounted())
        QSKIP(NoDisk);
    Program program;
    QVERIFY(program.start(dataDirectory(disk)));
    // Whoever runs has all the files that are needed.
    QVERIFY(disk.useUpFiles());
    const HttpAnswer answer = publishText(program, "1");
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

void TestFullDisk::whatABinCannotKeepIsRefused_data()
{
    addKindsOfDisk();
}

/// Whoever sent it hears so, and what was answered well is there afterwards.
void TestFullDisk::whatABinCannotKeepIsRefused()
{
    QFETCH(const SmallDisk::Kind, kind);
    const SmallDisk disk(8 * KiB * KiB, kind);
    if (!disk.isMounted())
        QSKIP(NoDisk);
    Program program;
    QVERIFY(program.start(dataDirectory(disk)));
    const QString bin = binUrl(program);
    QVERIFY(!bin.isEmpty());
    Ids kept;
    Ids refused;
    const auto send = [&](const QByteArray &id, const QByteArray &body) {
        const HttpAnswer answer = httpCall("POST", bin + u'/' + QString::fromLatin1(id), body);
        (answer.status == 200 ? kept : refused).insert(id);
        return answer;
    };
    for (int cycle = 0; cycle < 4; ++cycle) {
        const QByteArray number = QByteArray::number(cycle) + '-';
        QCOMPARE(send("before" + number, "small").status, 200);
        QVERIFY(disk.fillUpTo(cycle % 2 == 0 ? 0 : 150 * KiB));
        HttpAnswer answer = send("large" + number + '0', QByteArray(40'000, 'x'));
        for (int i = 1; i < 100 && answer.status == 200; ++i)
            answer = send("large" + number + QByteArray::number(i), QByteArray(40'000, 'x'));
        QCOMPARE(answer.status, 507);
        QVERIFY(!answer.json()[u"detail"].toString().isEmpty());
        QVERIFY(!answer.json()[u"hint"].toString().isEmpty());
        QCOMPARE(health(program).status, 503);
        QVERIFY(disk.free());
        QTRY_COMPARE_WITH_TIMEOUT(health(program).status, 200, Patience);
        QCOMPARE(send("after" + number, "small").status, 200);
    }
    QVERIFY(refused.size() >= 4);
    program.kill();
    QVERIFY(program.start(dataDirectory(disk)));
    QCOMPARE(program.terminate(), 0);
    QCOMPARE(capturedIds(disk.path(QStringLiteral("data"))), kept);
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"

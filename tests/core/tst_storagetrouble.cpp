// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"
#include "core/store/databasefile.h"
#include "core/store/diskroom.h"
#include "core/store/ledger.h"
#include "core/store/sqliterecords.h"
#include "core/store/sqlitestore.h"
#include "tests/support/diskfaults.h"
#include "tests/support/httpcall.h"
#include "tests/support/smalldisk.h"
#include "tests/support/storefile.h"
#include "tests/support/storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>

#include <array>
#include <cerrno>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Core;

namespace {

constexpr qint64 MiB = qint64{1024} * 1024;

/// Writes into the file that is there, as cp does; it stays the same file.
bool overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        && file.write(content) == content.size();
}

AddEvents oneEvent(const QString &id, const QByteArray &body = QByteArrayLiteral("{}"))
{
    return {{makeEvent(id, {{1}}, body)}};
}

/// Another program's connection to the same file.
class Stranger final
{
    Q_DISABLE_COPY_MOVE(Stranger)

public:
    explicit Stranger(const QString &path)
    {
        ::sqlite3_open(QFile::encodeName(path).constData(), &m_handle);
    }
    ~Stranger() { ::sqlite3_close(m_handle); }

    bool run(const char *sql)
    {
        return ::sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    }

private:
    sqlite3 *m_handle = nullptr;
};

/// Takes root's power over files away from this process while it lives.
class WithoutPower final
{
    Q_DISABLE_COPY_MOVE(WithoutPower)

public:
    WithoutPower() { m_isDone = ::geteuid() != 0 || ::seteuid(Nobody) == 0; }
    ~WithoutPower()
    {
        if (::getuid() == 0)
            m_isDone = ::seteuid(0) == 0;
    }

    static constexpr uid_t Nobody = 65534;

private:
    bool m_isDone = false;
};

} // namespace

/// What can happen to the files and the disk below a store, made to happen.
class TestStorageTrouble final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aSyncThatFailsIsNotAcknowledged_data();
    void aSyncThatFailsIsNotAcknowledged();
    void aFileThatIsNotAsWeLeftItIsNotWritten_data();
    void aFileThatIsNotAsWeLeftItIsNotWritten();
    void aFileThatComesBackIsWrittenAgain();
    void aLogWithoutItsFileIsNotThrownAway();
    void aLockedFileIsToldAndNotWaitedForWithoutEnd();
    void aLogBehindALongReaderIsBroughtHome();
    void whatCannotBeWrittenIsToldAtTheStart_data();
    void whatCannotBeWrittenIsToldAtTheStart();
    void damageThatIsMetIsNotWrittenAgain();
    void aPartOfTheDiskIsReserved_data();
    void aPartOfTheDiskIsReserved();
    void aDiskThatIsAlmostFullTakesNoNewWork();
    void historyMakesRoomForNewWork();
    void historyIsNotSpentInVain();
    void aSlowDiskMakesLargerBatches();
    void aSlowDiskDoesNotKeepTheInterfaceFromAnswering();

private:
    QString path() const { return databasePath(m_directory); }
    void begin(SqliteStore &store) const;

    std::unique_ptr<QTemporaryDir> m_base;
    QString m_directory;
};

void TestStorageTrouble::init()
{
    m_base = std::make_unique<QTemporaryDir>();
    m_directory = m_base->filePath(QStringLiteral("data"));
}

/// Opens \a store with one destination and one event, all of it in the file itself and not just
/// in its log.
void TestStorageTrouble::begin(SqliteStore &store) const
{
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write({AddDestination{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/")), false,
        at(0)}}));
    QVERIFY(store.write({oneEvent(QStringLiteral("first"))}));
    store.close();
    QVERIFY(store.open(at(0)));
}

void TestStorageTrouble::aSyncThatFailsIsNotAcknowledged_data()
{
    QTest::addColumn<int>("times");
    QTest::addColumn<int>("systemCode");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("once") << 1 << EIO << ErrorCode::Storage;
    QTest::newRow("five times") << 5 << EIO << ErrorCode::Storage;
    QTest::newRow("since there is no room after all") << 1 << ENOSPC << ErrorCode::StorageFull;
    QTest::newRow("over quota") << 1 << EDQUOT << ErrorCode::StorageFull;
}

void TestStorageTrouble::aSyncThatFailsIsNotAcknowledged()
{
    QFETCH(int, times);
    QFETCH(int, systemCode);
    QFETCH(ErrorCode, code);
    const DiskFaults faults;
    SqliteStore store(m_directory);
    begin(store);
    QVERIFY(store.write({oneEvent(QStringLiteral("before"))}));
    DiskFaults::failSyncs(times, systemCode);
    for (int i = 0; i < times; ++i) {
        const auto written = store.write({oneEvent(QStringLiteral("lost%1").arg(i))});
        QVERIFY(!written);
        QVERIFY(written.error().code == code);
        QVERIFY(!written.error().hint.isEmpty());
    }
    QVERIFY(store.probe());
    QVERIFY(store.write({oneEvent(QStringLiteral("after"))}));
    SqliteRecords records(m_directory);
    QVERIFY(records.open());
    QVERIFY(records.event(EventId{QStringLiteral("before")}));
    QVERIFY(records.event(EventId{QStringLiteral("after")}));
    QVERIFY(records.event(EventId{QStringLiteral("lost0")}).error().code == ErrorCode::NotFound);
    records.close();
    store.close();
    QVERIFY(store.open(at(1)));
    QCOMPARE(store.waiting()->size(), 3);
}

void TestStorageTrouble::aFileThatIsNotAsWeLeftItIsNotWritten_data()
{
    using Mischief = std::function<bool(const QString &)>;
    QTest::addColumn<Mischief>("happens");
    QTest::addColumn<QString>("sentence");
    const QString moved = QStringLiteral("moved or removed");
    QTest::newRow("it is removed")
        << Mischief([](const QString &path) { return QFile::remove(path); }) << moved;
    QTest::newRow("it is renamed") << Mischief([](const QString &path) {
        return QFile::rename(path, path + QStringLiteral(".old"));
    }) << moved;
    QTest::newRow("another takes its place") << Mischief([](const QString &path) {
        return QFile::rename(path, path + QStringLiteral(".old"))
            && overwrite(path, QByteArray(4096, 'z'));
    }) << moved;
    QTest::newRow("it is emptied")
        << Mischief([](const QString &path) { return overwrite(path, {}); })
        << QStringLiteral("changed its file");
    QTest::newRow("it is written over")
        << Mischief([](const QString &path) { return overwrite(path, QByteArray(40'960, 'z')); })
        << QStringLiteral("changed its file");
    QTest::newRow("its log is removed")
        << Mischief([](const QString &path) { return QFile::remove(logPath(path)); })
        << QStringLiteral("log was moved");
    QTest::newRow("all of it is removed") << Mischief([](const QString &path) {
        return QFile::remove(path) && QFile::remove(logPath(path))
            && QFile::remove(path + QStringLiteral("-shm"));
    }) << moved;
}

void TestStorageTrouble::aFileThatIsNotAsWeLeftItIsNotWritten()
{
    QFETCH(const std::function<bool(const QString &)>, happens);
    QFETCH(QString, sentence);
    SqliteStore store(m_directory);
    begin(store);
    QVERIFY(store.write({oneEvent(QStringLiteral("second"))}));
    QVERIFY(happens(path()));
    const bool isThere = QFile::exists(path());
    const QByteArray before = contentOf(path());
    const auto written = store.write({oneEvent(QStringLiteral("third"))});
    QVERIFY(!written);
    QVERIFY(written.error().code == ErrorCode::Storage);
    QVERIFY2(written.error().sentence.contains(sentence), qPrintable(written.error().sentence));
    QVERIFY(!written.error().hint.isEmpty());
    QVERIFY(store.probe().error() == written.error());
    QCOMPARE(QFile::exists(path()), isThere);
    QCOMPARE(contentOf(path()), before);
    const bool isOurs = QFile::exists(path()) && sentence == QStringLiteral("log was moved");
    store.close();
    if (!isOurs)
        QCOMPARE(contentOf(path()), before);
}

void TestStorageTrouble::aFileThatComesBackIsWrittenAgain()
{
    SqliteStore store(m_directory);
    begin(store);
    const QString away = path() + QStringLiteral(".away");
    QVERIFY(QFile::rename(path(), away));
    QVERIFY(!store.probe());
    QVERIFY(QFile::rename(away, path()));
    QVERIFY(store.probe());
    QVERIFY(store.write({oneEvent(QStringLiteral("second"))}));
    // What lies beside the place of the log comes home when all ends in order.
    QVERIFY(QFile::remove(logPath(path())));
    QVERIFY(!store.probe());
    store.close();
    QVERIFY(store.open(at(1)));
    QCOMPARE(store.waiting()->size(), 2);
}

void TestStorageTrouble::aLogWithoutItsFileIsNotThrownAway()
{
    SqliteStore store(m_directory);
    begin(store);
    QVERIFY(store.write({oneEvent(QStringLiteral("second"))}));
    QVERIFY(QFile::remove(path()));
    store.close();
    const QByteArray log = contentOf(logPath(path()));
    QVERIFY(!log.isEmpty());
    const auto refused = store.open(at(1));
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(QStringLiteral("is gone")),
             qPrintable(refused.error().sentence));
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(contentOf(logPath(path())), log);
}

void TestStorageTrouble::aLockedFileIsToldAndNotWaitedForWithoutEnd()
{
    SqliteStore store(m_directory);
    begin(store);
    Stranger stranger(path());
    QVERIFY(stranger.run("BEGIN IMMEDIATE"));
    const auto written = store.write({oneEvent(QStringLiteral("second"))});
    QVERIFY(!written);
    QVERIFY(written.error().code == ErrorCode::Storage);
    QVERIFY2(written.error().sentence.contains(QStringLiteral("locked")),
             qPrintable(written.error().sentence));
    QVERIFY(stranger.run("ROLLBACK"));
    QVERIFY(store.probe());
    QVERIFY(store.write({oneEvent(QStringLiteral("second"))}));
    QCOMPARE(store.waiting()->size(), 2);
}

/// Such as a backup that takes its time: what is accepted meanwhile stays in the log.
void TestStorageTrouble::aLogBehindALongReaderIsBroughtHome()
{
    constexpr qint64 LogLimit = 64 * MiB;
    SqliteStore store(m_directory);
    begin(store);
    const QString log = path() + QStringLiteral("-wal");
    const auto logSize = [&log] { return QFileInfo(log).size(); };
    Stranger reader(path());
    QVERIFY(reader.run("BEGIN; SELECT count(*) FROM events"));
    const QByteArray body(MiB, 'x');
    int accepted = 0;
    for (; logSize() <= LogLimit && accepted < 200; ++accepted)
        QVERIFY(store.write({oneEvent(QString::number(accepted), body)})->first());
    QVERIFY(logSize() > LogLimit);
    QVERIFY(reader.run("COMMIT"));
    for (int i = 0; logSize() > LogLimit && i < 10; ++i)
        QVERIFY(store.write({oneEvent(QStringLiteral("after %1").arg(i))})->first());
    QVERIFY(logSize() <= LogLimit);
    SqliteRecords records(m_directory);
    QVERIFY(records.open());
    QVERIFY(records.eventWithBody(EventId{QString::number(accepted - 1)}));
}

void TestStorageTrouble::whatCannotBeWrittenIsToldAtTheStart_data()
{
    QTest::addColumn<bool>("isDirectory");
    QTest::newRow("the file") << false;
    QTest::newRow("the directory") << true;
}

void TestStorageTrouble::whatCannotBeWrittenIsToldAtTheStart()
{
    QFETCH(bool, isDirectory);
    SqliteStore store(m_directory);
    begin(store);
    store.close();
    const QByteArray file = QFile::encodeName(path());
    const QByteArray directory = QFile::encodeName(m_directory);
    if (::geteuid() == 0) {
        QCOMPARE(::chmod(QFile::encodeName(m_base->path()).constData(), 0755), 0);
        QCOMPARE(::chown(file.constData(), WithoutPower::Nobody, WithoutPower::Nobody), 0);
        QCOMPARE(::chown(directory.constData(), WithoutPower::Nobody, WithoutPower::Nobody), 0);
    }
    QCOMPARE(isDirectory ? ::chmod(directory.constData(), 0500) : ::chmod(file.constData(), 0400),
             0);
    const QByteArray before = contentOf(path());
    {
        const WithoutPower nobody;
        const auto refused = store.open(at(1));
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Storage);
        QVERIFY2(!refused.error().hint.isEmpty(), qPrintable(refused.error().sentence));
        QCOMPARE(::chmod(directory.constData(), 0700), 0);
        QCOMPARE(::chmod(file.constData(), 0600), 0);
        QCOMPARE(contentOf(path()), before);
        QVERIFY2(store.open(at(1)), "it can be used as soon as it can be written");
        store.close();
    }
}

void TestStorageTrouble::damageThatIsMetIsNotWrittenAgain()
{
    SqliteStore store(m_directory);
    begin(store);
    AddEvents many;
    for (int i = 0; i < 3000; ++i)
        many.events.append(makeEvent(QStringLiteral("e%1").arg(i), {{1}}, QByteArray(300, 'x')));
    AddCapture large;
    large.record.body = QByteArray(17'000'000, 'x'); // so that a start looks at no page more
    QVERIFY(store.write({many, large}));
    store.close();
    QByteArray content = contentOf(path());
    constexpr qsizetype Kept = 25 * 4096;
    QVERIFY(content.size() > 2 * Kept);
    content.replace(Kept, content.size() - Kept, QByteArray(content.size() - Kept, '\x5a'));
    QVERIFY(overwrite(path(), content));

    const auto opened = store.open(at(1));
    Error error;
    for (int i = 0; opened && error.sentence.isEmpty() && i < 3000; ++i) {
        const auto written = store.write({ClaimDelivery{{i + 1}, at(2)}});
        if (!written)
            error = written.error();
    }
    if (!opened)
        error = opened.error();
    QVERIFY2(error.sentence.contains(QStringLiteral("damaged")), qPrintable(error.sentence));
    QVERIFY(error.hint.contains(QStringLiteral(".dump")));
    const QByteArray log = contentOf(logPath(path()));
    for (int i = 0; i < 3; ++i)
        QVERIFY(!store.write({oneEvent(QStringLiteral("more%1").arg(i))}));
    QVERIFY(!store.probe());
    store.close();
    QCOMPARE(contentOf(path()), content);
    QCOMPARE(contentOf(logPath(path())), log);
}

void TestStorageTrouble::aPartOfTheDiskIsReserved_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("reserved");
    QTest::newRow("a large disk") << 4'000'000 * MiB << 64 * MiB;
    QTest::newRow("just large enough") << 640 * MiB << 64 * MiB;
    QTest::newRow("a small one") << 80 * MiB << 8 * MiB;
    QTest::newRow("nothing") << qint64{0} << qint64{0};
}

void TestStorageTrouble::aPartOfTheDiskIsReserved()
{
    QFETCH(qint64, total);
    QFETCH(qint64, reserved);
    QCOMPARE(reservedBytes(total), reserved);
}

void TestStorageTrouble::aDiskThatIsAlmostFullTakesNoNewWork()
{
    const SmallDisk disk(40 * MiB);
    if (!disk.isMounted())
        QSKIP("this takes root");
    SqliteStore store(disk.path(QStringLiteral("data")));
    begin(store);
    QVERIFY(disk.fillUpTo(3 * MiB));
    const Change capture = AddCapture{};
    const Change registration
        = AddDestination{makeRegistration(QStringLiteral("ann"), QString()), false, at(1)};
    Event greeting = makeEvent(QStringLiteral("hb"), {}).event;
    greeting.kind = EventKind::Heartbeat;
    const auto written = store.write({oneEvent(QStringLiteral("second")), capture, registration,
                                      ClaimHeartbeat{{1}, greeting}, ClaimDelivery{{1}, at(1)}});
    QVERIFY2(written, "the disk is not full yet");
    for (int i = 0; i < 4; ++i) {
        QVERIFY(!written->at(i));
        QVERIFY(written->at(i).error().code == ErrorCode::StorageFull);
        QVERIFY(!written->at(i).error().hint.isEmpty());
    }
    QVERIFY2(written->at(4), "what waits is still sent");
    const auto claimed = std::get<DeliveryClaimed>(*written->at(4));
    const auto finished
        = store.write({makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200),
                                  DeliveryState::Delivered, at(2))});
    QVERIFY2(finished && finished->first(), "and its result written");
    QVERIFY(store.probe().error().code == ErrorCode::StorageFull);
    QVERIFY(disk.free());
    QVERIFY(store.probe());
    const auto accepted = store.write({oneEvent(QStringLiteral("second"))});
    QVERIFY(accepted && accepted->first());
}

/// The disk is filled by what has been delivered, and by nothing else.
void TestStorageTrouble::historyMakesRoomForNewWork()
{
    const SmallDisk disk(16 * MiB);
    if (!disk.isMounted())
        QSKIP("this takes root");
    SqliteStore store(disk.path(QStringLiteral("data")));
    begin(store);
    const QByteArray body(40'000, 'x');
    const auto publish = [&](int number) {
        AddEvents change = oneEvent(QString::number(number), body);
        change.events.first().hasOwnId = number % 3 == 0;
        change.events.first().digest = "small";
        return store.write({change});
    };
    const auto deliver = [&store](DeliveryId delivery) {
        const auto claimed = store.write({ClaimDelivery{delivery, at(1)}});
        return store.write(
            {makeFinish(std::get<DeliveryClaimed>(*claimed->first()).attempt,
                        makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered, at(2))});
    };
    constexpr int Count = 800; // twice what the disk can hold
    for (int number = 1; number <= Count; ++number) {
        const auto accepted = publish(number);
        QVERIFY2(accepted && accepted->first(), qPrintable(QString::number(number)));
        QVERIFY(deliver(DeliveryId{number + 1}));
    }
    SqliteRecords records(disk.path(QStringLiteral("data")));
    QVERIFY(records.open());
    QVERIFY(records.eventWithBody(EventId{QString::number(Count)}));
    QVERIFY(!records.eventWithBody(EventId{QStringLiteral("1")}));
    QVERIFY2(records.eventWithBody(EventId{QStringLiteral("first")}), "it still waits");

    int number = Count;
    for (auto accepted = publish(++number); accepted && accepted->first();)
        accepted = publish(++number);
    QVERIFY2(store.probe().error().code == ErrorCode::StorageFull, "what waits stays");
    const QList<WaitingDelivery> waiting = *store.waiting();
    QCOMPARE(waiting.size(), number - Count);
    for (const WaitingDelivery &one : waiting)
        QVERIFY(deliver(one.delivery));
    QVERIFY(store.probe());
    QVERIFY(publish(number)->first());
}

/// Others have filled the disk; all that is on record would not make up for it.
void TestStorageTrouble::historyIsNotSpentInVain()
{
    const SmallDisk disk(40 * MiB);
    if (!disk.isMounted())
        QSKIP("this takes root");
    SqliteStore store(disk.path(QStringLiteral("data")));
    begin(store);
    const auto claimed = store.write({ClaimDelivery{{1}, at(1)}});
    QVERIFY(store.write(
        {makeFinish(std::get<DeliveryClaimed>(*claimed->first()).attempt,
                    makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered, at(2))}));
    QVERIFY(disk.fillUpTo(2 * MiB));
    const auto refused = store.write({oneEvent(QStringLiteral("second"))});
    QVERIFY(refused && !refused->first());
    QVERIFY(refused->first().error().code == ErrorCode::StorageFull);
    QVERIFY(store.probe().error().code == ErrorCode::StorageFull);
    SqliteRecords records(disk.path(QStringLiteral("data")));
    QVERIFY(records.open());
    QVERIFY2(records.eventWithBody(EventId{QStringLiteral("first")}), "it is history, and kept");
    QVERIFY(disk.free());
    QVERIFY(store.probe());
    QVERIFY(store.write({oneEvent(QStringLiteral("third"))})->first());
}

void TestStorageTrouble::aSlowDiskMakesLargerBatches()
{
    const DiskFaults faults;
    Ledger ledger(std::make_unique<SqliteStore>(m_directory));
    QSignalSpy opened(&ledger, &Ledger::opened);
    QSignalSpy recorded(&ledger, &Ledger::recorded);
    ledger.start(at(0));
    QVERIFY(opened.wait());
    ledger.submit(AddEvents{{makeEvent(QStringLiteral("warm"), {})}}, nullptr, {});
    QTRY_COMPARE(recorded.size(), 1);
    DiskFaults::holdSyncs();
    ledger.submit(AddEvents{{makeEvent(QStringLiteral("first"), {})}}, nullptr, {});
    QTRY_VERIFY(DiskFaults::isHolding());
    for (int i = 0; i < 500; ++i) {
        ledger.submit(AddEvents{{makeEvent(QString::number(i), {})}}, nullptr, {});
        QCoreApplication::processEvents();
    }
    QCOMPARE(ledger.pendingCount(), 501);
    const int before = DiskFaults::syncCount();
    DiskFaults::releaseSyncs();
    QTRY_COMPARE(ledger.pendingCount(), 0);
    QCOMPARE(recorded.size(), 3);
    QVERIFY2(DiskFaults::syncCount() - before <= 2, "one wait for the disk serves them all");
}

void TestStorageTrouble::aSlowDiskDoesNotKeepTheInterfaceFromAnswering()
{
    const DiskFaults faults;
    EngineSettings settings;
    settings.dataDirectory = m_directory;
    settings.apiPort = 0;
    settings.binPort = 0;
    settings.heartbeat = Milliseconds{0};
    Engine engine(settings);
    QSignalSpy started(&engine, &Engine::started);
    engine.start();
    QVERIFY(started.wait());
    const QString url = started.first().first().value<EngineStatus>().apiUrl;
    DiskFaults::holdSyncs();
    QTimer::singleShot(0, this, [&url] {
        QTRY_VERIFY(DiskFaults::isHolding());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(httpCall("GET", url + QStringLiteral("/healthz")).status, 200);
        DiskFaults::releaseSyncs();
    });
    const HttpAnswer accepted
        = httpCall("POST", url + QStringLiteral("/events"), R"({"type": "a.b", "data": 1})");
    QCOMPARE(accepted.status, 202);
    QVERIFY2(!DiskFaults::isHolding(), "it was accepted when it was on disk");
    QSignalSpy stopped(&engine, &Engine::stopped);
    engine.stop();
    QVERIFY(stopped.wait());
}

QTEST_GUILESS_MAIN(TestStorageTrouble)
#include "tst_storagetrouble.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/databasefile.h"
#include "core/store/sqliterecords.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefile.h"
#include "tests/support/storefixture.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtEndian>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Core;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 07777U : 0;
}

/// No file may grow past a size while this lives, as on a disk that is full.
class FullDisk
{
    Q_DISABLE_COPY_MOVE(FullDisk)

public:
    explicit FullDisk(qint64 largestFile)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{static_cast<rlim_t>(largestFile), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

/// What only a store in a file can do, and what can be done to it.
class TestSqliteStore final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void filesAreForTheirOwnerAlone_data();
    void filesAreForTheirOwnerAlone();
    void placesAreRefused();
    void aFileThatIsNotOursIsRefusedAndLeftAlone_data();
    void aFileThatIsNotOursIsRefusedAndLeftAlone();
    void anotherProgramsDatabaseIsLeftAlone();
    void aFileThatWasBeingMadeIsMadeAnew_data();
    void aFileThatWasBeingMadeIsMadeAnew();
    void whatIsForgottenLeavesNothingBehind();
    void aDamagedPageIsFoundAfterAKill();
    void aDamagedPageIsFoundAtAnyStart();
    void aLargeFileIsNotReadAsAWholeAfterAKill();
    void aDamagedPageIsNotTheEndOfAList();
    void nothingIsLostByAKill();
    void whatAKillInterruptedIsNamed_data();
    void whatAKillInterruptedIsNamed();
    void aFullDiskIsToldAndServiceReturns();
    void aMovedFileIsNotWritten();
    void claimsOfALargeBodyShareIt();
    void aStepForgetsFewLargeBodies();
    void fewChosenLargeBodiesAreForgottenAtOnce();

private:
    QString path() const { return databasePath(m_directory); }
    QString copyAsKilled() const;

    std::unique_ptr<QTemporaryDir> m_base;
    QString m_directory;
};

void TestSqliteStore::init()
{
    m_base = std::make_unique<QTemporaryDir>();
    m_directory = m_base->filePath(QStringLiteral("data"));
}

/// What a kill would leave at this moment, in a directory of its own.
QString TestSqliteStore::copyAsKilled() const
{
    const QString copy = m_base->filePath(QStringLiteral("copy"));
    const QString wal = QStringLiteral("-wal");
    const bool isCopied = QDir().mkpath(copy) && QFile::copy(path(), databasePath(copy))
        && QFile::copy(path() + wal, databasePath(copy) + wal);
    return isCopied ? copy : QString();
}

void TestSqliteStore::filesAreForTheirOwnerAlone_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("when the umask takes nothing") << 0;
    QTest::newRow("when the umask takes all of others") << 077;
}

void TestSqliteStore::filesAreForTheirOwnerAlone()
{
    QFETCH(int, mask);
    const mode_t before = ::umask(static_cast<mode_t>(mask));
    SqliteStore store(m_directory);
    fillStore(store, 1);
    ::umask(before);
    QCOMPARE(modeOf(m_directory), 0700U);
    QCOMPARE(modeOf(path()), 0600U);
    QCOMPARE(modeOf(path() + QStringLiteral("-wal")), 0600U);
    QCOMPARE(modeOf(path() + QStringLiteral("-shm")), 0600U);
}

void TestSqliteStore::placesAreRefused()
{
    QVERIFY(QDir().mkpath(m_directory));
    QCOMPARE(::chmod(QFile::encodeName(m_directory).constData(), 0777), 0);
    QCOMPARE(SqliteStore(m_directory).open(at(0)).error().code, ErrorCode::Storage);
    QCOMPARE(::chmod(QFile::encodeName(m_directory).constData(), 0700), 0);

    const QString elsewhere = m_base->filePath(QStringLiteral("elsewhere"));
    QVERIFY(QFile::link(elsewhere, path()));
    QCOMPARE(SqliteStore(m_directory).open(at(0)).error().code, ErrorCode::Storage);
    QVERIFY2(!QFile::exists(elsewhere), "a link to nothing makes nothing");
    QVERIFY(SqliteStore(elsewhere).open(at(0)));
    QVERIFY(QFile::remove(path()));
    QVERIFY(QFile::link(databasePath(elsewhere), path()));
    QVERIFY2(!SqliteStore(m_directory).open(at(0)), "nor is a link to a good file followed");
    QVERIFY(QFile::remove(path()));

    QVERIFY(QDir().mkpath(path()));
    QCOMPARE(SqliteStore(m_directory).open(at(0)).error().code, ErrorCode::Storage);
    QVERIFY(QDir().rmdir(path()));

    QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    QCOMPARE(SqliteStore(m_directory).open(at(0)).error().code, ErrorCode::Storage);
}

void TestSqliteStore::aFileThatIsNotOursIsRefusedAndLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a text") << QByteArray("these are my notes").repeated(100);
    QTest::newRow("a header that is cut off") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("zeros") << QByteArray(8192, '\0');
}

void TestSqliteStore::aFileThatIsNotOursIsRefusedAndLeftAlone()
{
    QFETCH(QByteArray, content);
    QVERIFY(QDir().mkpath(m_directory));
    QVERIFY(writeFile(path(), content));
    QCOMPARE(SqliteStore(m_directory).open(at(0)).error().code, ErrorCode::Storage);
    QCOMPARE(contentOf(path()), content);
    QCOMPARE(QDir(m_directory).entryList(QDir::Files), QStringList{QStringLiteral("hookpost.db")});
}

void TestSqliteStore::anotherProgramsDatabaseIsLeftAlone()
{
    QVERIFY(QDir().mkpath(m_directory));
    Database foreign;
    QVERIFY(foreign.open(path(), Database::Access::ReadWrite));
    foreign.run(QStringLiteral("CREATE TABLE recipes (name TEXT)"));
    foreign.close();
    const QByteArray before = contentOf(path());
    const auto refused = SqliteStore(m_directory).open(at(0));
    QCOMPARE(refused.error().code, ErrorCode::Storage);
    QVERIFY(refused.error().sentence.contains(QStringLiteral("another program")));
    QVERIFY(!refused.error().hint.isEmpty());
    QCOMPARE(contentOf(path()), before);
}

void TestSqliteStore::aFileThatWasBeingMadeIsMadeAnew_data()
{
    QTest::addColumn<quint32>("pagesBefore");
    QTest::addColumn<bool>("isMadeAnew");
    QTest::newRow("a file that its journal calls new holds nothing") << quint32{0} << true;
    QTest::newRow("a file that held pages before is not thrown away") << quint32{3} << false;
}

// A power cut may leave later pages of the very first transaction, and not the first page.
void TestSqliteStore::aFileThatWasBeingMadeIsMadeAnew()
{
    QFETCH(quint32, pagesBefore);
    QFETCH(bool, isMadeAnew);
    const QByteArray halfMade = QByteArray(4096, '\0') + QByteArray(4096, '\x0d');
    QByteArray journal = QByteArray::fromHex("d9d505f920a163d7") + QByteArray(512 - 8, '\0');
    const auto put = [&journal](qsizetype offset, quint32 number) {
        qToBigEndian(number, journal.data() + offset);
    };
    put(16, pagesBefore);
    put(20, 512); // a sector
    put(24, 4096); // a page
    QVERIFY(QDir().mkpath(m_directory));
    QVERIFY(writeFile(path(), halfMade));
    QVERIFY(writeFile(path() + QStringLiteral("-journal"), journal));
    SqliteStore store(m_directory);
    QCOMPARE(store.open(at(0)).has_value(), isMadeAnew);
    QCOMPARE(contentOf(path()) == halfMade, !isMadeAnew);
    if (isMadeAnew)
        fillStore(store, 1);
}

void TestSqliteStore::whatIsForgottenLeavesNothingBehind()
{
    SqliteStore store(m_directory);
    fillStore(store, 400);
    for (int id = 1; id <= 300; ++id) {
        const auto claimed = store.write({ClaimDelivery{{id}, at(0)}});
        QVERIFY(store.write({makeFinish(std::get<DeliveryClaimed>(*claimed->first()).attempt,
                                        makeEnd(AttemptOutcome::Delivered, 200),
                                        DeliveryState::Delivered, at(id))}));
    }
    HistoryLimits limits;
    limits.attempts = 120;
    QVERIFY(store.write({PruneHistory{limits, at(400), {}}, PruneHistory{limits, at(400), {}}}));
    Database database;
    QVERIFY(database.open(path(), Database::Access::ReadOnly));
    QCOMPARE(numberOf(database, "SELECT attempts FROM history"), 120);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM attempts"), 120);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM transcripts"), 120);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM deliveries"), 220);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    QCOMPARE(numberOf(database,
                      "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
             0);
}

void TestSqliteStore::aDamagedPageIsFoundAfterAKill()
{
    SqliteStore store(m_directory);
    fillStore(store, 2000);
    store.close();
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write({ClaimDelivery{{1}, at(0)}}));
    const QString copy = copyAsKilled();
    QVERIFY(!copy.isEmpty());
    const QString copied = databasePath(copy);
    QByteArray content = contentOf(copied);
    QVERIFY(content.size() > 400'000);
    content.replace(200'000, 40'000, QByteArray(40'000, '\x5a'));
    QVERIFY(writeFile(copied, content));
    const QByteArray log = contentOf(copied + QStringLiteral("-wal"));
    QVERIFY(!log.isEmpty());

    const auto refused = SqliteStore(copy).open(at(0));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Storage);
    QCOMPARE(contentOf(copied), content);
    QCOMPARE(contentOf(copied + QStringLiteral("-wal")), log);
}

void TestSqliteStore::aDamagedPageIsFoundAtAnyStart()
{
    SqliteStore store(m_directory);
    fillStore(store, 2000);
    store.close();
    QByteArray content = contentOf(path());
    QVERIFY(content.size() > 400'000);
    content.replace(200'000, 40'000, QByteArray(40'000, '\x5a'));
    QVERIFY(writeFile(path(), content));
    const auto refused = store.open(at(0));
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(path() + QStringLiteral(" is damaged")),
             qPrintable(refused.error().sentence));
    QVERIFY(refused.error().hint.contains(QStringLiteral(".dump")));
    QCOMPARE(contentOf(path()), content);
}

void TestSqliteStore::aLargeFileIsNotReadAsAWholeAfterAKill()
{
    SqliteStore store(m_directory);
    fillStore(store, 3);
    AddCapture large;
    large.record.body = QByteArray(35'000'000, 'x');
    QVERIFY(store.write({large, large}));
    store.close();
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write({ClaimDelivery{{1}, at(0)}}));
    const QString copy = copyAsKilled();
    QVERIFY(!copy.isEmpty());
    // The root of a table that nothing of the start needs.
    Database database;
    QVERIFY(database.open(path(), Database::Access::ReadOnly));
    const qint64 page
        = numberOf(database, "SELECT rootpage FROM sqlite_schema WHERE name = 'captures'");
    database.close();
    QFile file(databasePath(copy));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096));
    QCOMPARE(file.write(QByteArray(4096, '!')), 4096);
    file.close();
    SqliteStore after(copy);
    const auto report = after.open(at(1));
    QVERIFY2(report, qPrintable(report ? QString() : report.error().sentence));
    QCOMPARE(report->interruptedAttempts, 1);
    QVERIFY2(!after.write({AddCapture{}}), "it is told when it is met");
}

/// In a file that is too large to be looked at as a whole.
void TestSqliteStore::aDamagedPageIsNotTheEndOfAList()
{
    constexpr qsizetype PageBytes = 4096;
    SqliteStore store(m_directory);
    fillStore(store, 1000);
    store.close();
    const QByteArray whole = contentOf(path());
    QVERIFY(store.open(at(0)));
    AddCapture large;
    large.record.body = QByteArray(17'000'000, 'x');
    QVERIFY(store.write({large}));
    store.close();
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    const auto put = [&file](qsizetype place, const QByteArray &page) {
        return file.seek(place) && file.write(page) == page.size();
    };
    int lists = 0;
    int refusals = 0;
    for (qsizetype place = PageBytes; place < whole.size(); place += 5 * PageBytes) {
        QVERIFY(file.seek(place));
        const QByteArray before = file.read(PageBytes);
        QVERIFY(put(place, QByteArray(PageBytes, '\x5a')));
        SqliteRecords records(m_directory);
        if (store.open(at(0)) && records.open()) {
            LogQuery query;
            query.limit = 1000;
            const auto waiting = store.waiting();
            const auto deliveries = records.deliveries(query);
            QVERIFY2(!waiting || waiting->size() == 1000, "a list is whole or refused");
            QVERIFY2(!deliveries || deliveries->size() == 1000, "a list is whole or refused");
            refusals += int{!waiting} + int{!deliveries};
            ++lists;
        }
        records.close();
        store.close();
        QVERIFY(put(place, before));
    }
    QVERIFY(lists > 10);
    QVERIFY(refusals > 0);
}

void TestSqliteStore::nothingIsLostByAKill()
{
    SqliteStore store(m_directory);
    fillStore(store, 10);
    QVERIFY(store.write({ClaimDelivery{{3}, at(1)}}));
    const auto waiting = store.waiting();
    QCOMPARE(waiting->size(), 9);
    const QString copy = copyAsKilled();

    SqliteStore killed(copy);
    const auto report = killed.open(at(2));
    QVERIFY2(report, qPrintable(report ? QString() : report.error().sentence));
    QCOMPARE(report->interruptedAttempts, 1);
    QCOMPARE(report->deliveriesAgain, 1);
    QCOMPARE(killed.waiting()->size(), 10);
    QVERIFY(killed.registrations()->first() == store.registrations()->first());
    killed.close();
    QVERIFY2(!QFile::exists(databasePath(copy) + QStringLiteral("-wal")), "a good end leaves none");
    QVERIFY((*killed.open(at(3)) == RecoveryReport{}));
}

void TestSqliteStore::whatAKillInterruptedIsNamed_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("line");
    QTest::newRow("none") << 0 << QStringLiteral("^opened interrupted=0 again=0$");
    QTest::newRow("two") << 2
                         << QStringLiteral("^opened interrupted=2 again=2"
                                           " attempts=\"att_1, att_2\"$");
    QTest::newRow("more than a line holds")
        << 23
        << QStringLiteral("^opened interrupted=23 again=23"
                          " attempts=\"att_1, .*, att_20 and 3 more\"$");
}

void TestSqliteStore::whatAKillInterruptedIsNamed()
{
    QFETCH(int, count);
    QFETCH(QString, line);
    {
        SqliteStore store(m_directory);
        fillStore(store, 30);
        for (qint64 i = 1; i <= count; ++i)
            QVERIFY(store.write({ClaimDelivery{{i}, at(i)}}));
    }
    QTest::ignoreMessage(QtInfoMsg, QRegularExpression(line));
    SqliteStore after(m_directory);
    const auto report = after.open(at(100));
    QVERIFY(report);
    QCOMPARE(report->named.size(), std::min(count, MostInterruptedNamed));
}

void TestSqliteStore::aFullDiskIsToldAndServiceReturns()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("rollback")));
    SqliteStore store(m_directory);
    fillStore(store, 1);
    SqliteRecords records(m_directory);
    QVERIFY(records.open());
    const EventId big{QStringLiteral("big")};
    const AddEvents change{
        {makeEvent(big.text, {{1}}, QByteArray(qsizetype{4} * 1024 * 1024, 'b'))}};
    for (int round = 0; round < 3; ++round) {
        {
            const FullDisk full(qint64{1024} * 1024);
            const auto written = store.write({RemoveDestination{{1}, at(1)}, change});
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::StorageFull);
            QVERIFY(!written.error().hint.isEmpty());
        }
        QVERIFY2(store.probe(), "service has returned by itself");
        QCOMPARE(records.event(big).error().code, ErrorCode::NotFound);
        const AddEvents small{{makeEvent(QStringLiteral("after%1").arg(round), {{1}})}};
        const auto written = store.write({small});
        QVERIFY2(written && written->first(), "service has returned by itself");
        QCOMPARE(store.waiting()->size(), 2 + round);
    }
    const auto written = store.write({change});
    QVERIFY(written && written->first());
    records.close();
    store.close();
    QVERIFY(store.open(at(1)));
    QCOMPARE(store.waiting()->size(), 5);
}

void TestSqliteStore::aMovedFileIsNotWritten()
{
    SqliteStore store(m_directory);
    fillStore(store, 1);
    const QString moved = m_base->filePath(QStringLiteral("moved"));
    const AddEvents change{{makeEvent(QStringLiteral("more"), {{1}})}};
    QVERIFY(QFile::rename(path(), moved));
    QCOMPARE(store.write({change}).error().code, ErrorCode::Storage);
    QVERIFY(writeFile(path(), QByteArray(4096, 'z')));
    QCOMPARE(store.write({change}).error().code, ErrorCode::Storage);
    QCOMPARE(contentOf(path()), QByteArray(4096, 'z'));
    QVERIFY(QFile::remove(path()));
    QVERIFY(QFile::rename(moved, path()));
    QVERIFY(store.write({change}));
}

void TestSqliteStore::claimsOfALargeBodyShareIt()
{
    SqliteStore store(m_directory);
    QVERIFY(store.open(at(0)));
    QList<DestinationId> targets;
    for (int i = 0; i < 3; ++i) {
        const auto added = store.write({AddDestination{
            makeRegistration(QStringLiteral("joe%1").arg(i), QStringLiteral("http://localhost/")),
            false, at(0)}});
        targets.append(std::get<DestinationAdded>(*added->first()).registration.destination.id);
    }
    const QByteArray large(100'000, 'x');
    const QByteArray other(100'000, 'y');
    QVERIFY(store.write({AddEvents{{makeEvent(QStringLiteral("e1"), targets, large)}},
                         AddEvents{{makeEvent(QStringLiteral("e2"), targets, other)}}}));
    QList<QByteArray> bodies;
    for (const QList<qint64> &batch : {QList<qint64>{1, 2}, QList<qint64>{4, 3, 5}}) {
        QList<Change> claims;
        for (const qint64 id : batch)
            claims.append(ClaimDelivery{{id}, at(1)});
        const auto written = store.write(claims);
        for (const Result<Outcome> &outcome : *written)
            bodies.append(std::get<DeliveryClaimed>(*outcome).event.body);
    }
    QCOMPARE(bodies, (QList<QByteArray>{large, large, other, large, other}));
    QVERIFY2(bodies.at(0).constData() == bodies.at(1).constData(), "one copy for both");
}

void TestSqliteStore::aStepForgetsFewLargeBodies()
{
    SqliteStore store(m_directory);
    QVERIFY(store.open(at(0)));
    CaptureRecord capture;
    capture.body = QByteArray(5 * 1024 * 1024, 'x');
    for (int i = 0; i < 5; ++i)
        QVERIFY(store.write({AddCapture{capture}}));
    HistoryLimits limits;
    limits.age = Milliseconds{1};
    QList<int> forgotten;
    HistoryPruned step;
    do {
        const auto written = store.write({PruneHistory{limits, at(1'000'000'000), step.after}});
        QVERIFY(written);
        step = std::get<HistoryPruned>(*written->first());
        forgotten.append(step.captures);
    } while (!step.isDone && forgotten.size() < 10);
    QCOMPARE(forgotten, (QList<int>{2, 2, 1}));
}

void TestSqliteStore::fewChosenLargeBodiesAreForgottenAtOnce()
{
    SqliteStore store(m_directory);
    QVERIFY(store.open(at(0)));
    CaptureRecord capture;
    capture.body = QByteArray(5 * 1024 * 1024, 'x');
    QList<LogKey> rows;
    for (int i = 0; i < 3; ++i) {
        const auto written = store.write({AddCapture{capture}});
        QVERIFY(written);
        rows.append(LogKey::of(std::get<CaptureAdded>(*written->first()).capture.id));
    }
    for (const int expected : {2, 1}) {
        const auto written = store.write({ForgetRows{rows}});
        QVERIFY(written);
        const auto step = std::get<HistoryPruned>(*written->first());
        QCOMPARE(step.captures, expected);
        QCOMPARE(step.judged, expected);
        rows.remove(0, step.judged);
    }
    QVERIFY(rows.isEmpty());
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlitestore.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connections.h"
#include "core/store/databasefile.h"
#include "core/store/logsql.h"
#include "core/store/schema.h"
#include "core/store/sqliterecords.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefixture.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <array>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Core;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 07777U : 0;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
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
    void aNewerSchemaIsRefused();
    void aDamagedPageIsFoundAfterAKill();
    void aDamagedPageIsNotTheEndOfAList();
    void damageNeverCrashes_data();
    void damageNeverCrashes();
    void nothingIsLostByAKill();
    void theWriterIsSetUp_data();
    void theWriterIsSetUp();
    void aFullDiskIsToldAndServiceReturns();
    void aMovedFileIsNotWritten();
    void recordsCannotWrite();
    void listsUseTheirIndexes_data();
    void listsUseTheirIndexes();

private:
    QString path() const { return databasePath(m_directory); }
    void fill(SqliteStore &store, int events);
    QString copyAsKilled() const;

    std::unique_ptr<QTemporaryDir> m_base;
    QString m_directory;
};

void TestSqliteStore::init()
{
    m_base = std::make_unique<QTemporaryDir>();
    m_directory = m_base->filePath(QStringLiteral("data"));
}

/// One destination, joe, with so many events that wait for him.
void TestSqliteStore::fill(SqliteStore &store, int events)
{
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write({AddDestination{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/")), false,
        at(0)}}));
    AddEvents change;
    for (int i = 0; i < events; ++i)
        change.events.append(makeEvent(QStringLiteral("e%1").arg(i), {{1}}, QByteArray(300, 'x')));
    const auto written = store.write({change});
    QVERIFY(written && written->first());
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
    fill(store, 1);
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
    QCOMPARE(contentOf(path()), before);
}

void TestSqliteStore::aNewerSchemaIsRefused()
{
    SqliteStore store(m_directory);
    fill(store, 1);
    store.close();
    Database database;
    QVERIFY(database.open(path(), Database::Access::ReadWrite));
    database.run(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion() + 1));
    QVERIFY(database.settle());
    database.close();
    const QByteArray before = contentOf(path());
    const auto refused = store.open(at(0));
    QCOMPARE(refused.error().code, ErrorCode::Storage);
    QVERIFY(refused.error().sentence.contains(QStringLiteral("newer Hookpost")));
    QVERIFY(!refused.error().hint.isEmpty());
    QCOMPARE(contentOf(path()), before);
    QVERIFY2(!store.write({}), "nothing is open after that");
}

void TestSqliteStore::aDamagedPageIsFoundAfterAKill()
{
    SqliteStore store(m_directory);
    fill(store, 2000);
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

void TestSqliteStore::aDamagedPageIsNotTheEndOfAList()
{
    constexpr qsizetype PageBytes = 4096;
    SqliteStore store(m_directory);
    fill(store, 1000);
    store.close();
    const QByteArray whole = contentOf(path());
    int lists = 0;
    int refusals = 0;
    for (qsizetype page = PageBytes; page < whole.size(); page += 5 * PageBytes) {
        QByteArray content = whole;
        content.replace(page, PageBytes, QByteArray(PageBytes, '\x5a'));
        QVERIFY(writeFile(path(), content));
        SqliteRecords records(m_directory);
        if (!store.open(at(0)) || !records.open())
            continue;
        LogQuery query;
        query.limit = 1000;
        const auto waiting = store.waiting();
        const auto deliveries = records.deliveries(query);
        QVERIFY2(!waiting || waiting->size() == 1000, "a list is whole or refused");
        QVERIFY2(!deliveries || deliveries->size() == 1000, "a list is whole or refused");
        refusals += int{!waiting} + int{!deliveries};
        ++lists;
        records.close();
        store.close();
    }
    QVERIFY(lists > 10);
    QVERIFY(refusals > 0);
}

void TestSqliteStore::damageNeverCrashes_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 20; ++seed) {
        QTest::addRow("in the file, case %d", seed) << QString() << seed;
        QTest::addRow("in the log, case %d", seed) << QStringLiteral("-wal") << seed;
    }
}

void TestSqliteStore::damageNeverCrashes()
{
    QFETCH(QString, suffix);
    QFETCH(int, seed);
    SqliteStore store(m_directory);
    fill(store, 60);
    store.close();
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write({ClaimDelivery{{1}, at(0)}}));
    const QString copy = copyAsKilled();
    store.close();
    const QString victim = databasePath(copy) + suffix;
    QByteArray content = contentOf(victim);
    QRandomGenerator random(static_cast<quint32>(seed));
    for (int i = 0; i < 20; ++i)
        content[random.bounded(content.size())] = static_cast<char>(random.bounded(256));
    if (seed % 4 == 0)
        content.truncate(random.bounded(content.size()));
    QVERIFY(writeFile(victim, content));

    // Whatever it says, it says it; and what it opens can be read or is told to be damaged.
    SqliteStore damaged(copy);
    if (const auto opened = damaged.open(at(1)); !opened) {
        QCOMPARE(opened.error().code, ErrorCode::Storage);
        QCOMPARE(contentOf(victim), content);
        return;
    }
    SqliteRecords records(copy);
    QVERIFY(records.open());
    const auto waiting = damaged.waiting();
    const auto deliveries = records.deliveries({});
    QVERIFY(deliveries || deliveries.error().code == ErrorCode::Storage);
    QVERIFY(waiting || waiting.error().code == ErrorCode::Storage);
}

void TestSqliteStore::nothingIsLostByAKill()
{
    SqliteStore store(m_directory);
    fill(store, 10);
    QVERIFY(store.write({ClaimDelivery{{3}, at(1)}}));
    const auto waiting = store.waiting();
    QCOMPARE(waiting->size(), 9);
    const QString copy = copyAsKilled();

    SqliteStore killed(copy);
    const auto report = killed.open(at(2));
    QVERIFY2(report, qPrintable(report ? QString() : report.error().sentence));
    QVERIFY((*report == RecoveryReport{1, 1}));
    QCOMPARE(killed.waiting()->size(), 10);
    QVERIFY(killed.registrations()->first() == store.registrations()->first());
    killed.close();
    QVERIFY2(!QFile::exists(databasePath(copy) + QStringLiteral("-wal")), "a good end leaves none");
    QVERIFY((*killed.open(at(3)) == RecoveryReport{}));
}

void TestSqliteStore::theWriterIsSetUp_data()
{
    QTest::addColumn<QString>("pragma");
    QTest::addColumn<QString>("value");
    QTest::newRow("every commit waits for the disk")
        << QStringLiteral("synchronous") << QStringLiteral("2");
    QTest::newRow("with a write-ahead log")
        << QStringLiteral("journal_mode") << QStringLiteral("wal");
    QTest::newRow("no row refers to nothing")
        << QStringLiteral("foreign_keys") << QStringLiteral("1");
    QTest::newRow("what is deleted is overwritten where that costs nothing")
        << QStringLiteral("secure_delete") << QStringLiteral("2");
    QTest::newRow("the file says whose it is")
        << QStringLiteral("application_id") << QString::number(ApplicationId);
}

void TestSqliteStore::theWriterIsSetUp()
{
    QFETCH(QString, pragma);
    QFETCH(QString, value);
    SqliteStore store(m_directory);
    fill(store, 1);
    Database writer;
    QVERIFY(connectWriter(writer, path()));
    QCOMPARE(pragmaValue(writer, pragma), value);
}

void TestSqliteStore::aFullDiskIsToldAndServiceReturns()
{
    SqliteStore store(m_directory);
    fill(store, 1);
    SqliteRecords records(m_directory);
    QVERIFY(records.open());
    const EventId big{QStringLiteral("big")};
    const AddEvents change{
        {makeEvent(big.text, {{1}}, QByteArray(qsizetype{4} * 1024 * 1024, 'b'))}};
    for (int round = 0; round < 3; ++round) {
        {
            const FullDisk full(qint64{1024} * 1024);
            const auto written = store.write({change});
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::StorageFull);
            QVERIFY(!written.error().hint.isEmpty());
        }
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
    fill(store, 1);
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

void TestSqliteStore::recordsCannotWrite()
{
    SqliteStore store(m_directory);
    fill(store, 1);
    Database reader;
    QVERIFY(connectReader(reader, path()));
    QCOMPARE(pragmaValue(reader, QStringLiteral("wal_autocheckpoint")), QStringLiteral("0"));
    reader.run(QStringLiteral("DELETE FROM deliveries"));
    QVERIFY(reader.hasFailed());
    QCOMPARE(store.waiting()->size(), 1);
}

void TestSqliteStore::listsUseTheirIndexes_data()
{
    QTest::addColumn<LogSql>("sql");
    QTest::addColumn<QString>("firstStep");
    LogQuery byDestination;
    byDestination.destination = DestinationId{1};
    byDestination.before = 1000;
    LogQuery byDelivery;
    byDelivery.delivery = DeliveryId{1};
    QTest::newRow("all attempts") << attemptsSql({}) << QStringLiteral("SCAN a");
    QTest::newRow("attempts by destination")
        << attemptsSql(byDestination)
        << QStringLiteral(
               "SEARCH a USING INDEX attempts_by_destination (destination=? AND rowid<?)");
    QTest::newRow("attempts by delivery")
        << attemptsSql(byDelivery)
        << QStringLiteral("SEARCH a USING INDEX attempts_by_delivery (delivery=?)");
    QTest::newRow("deliveries by destination")
        << deliveriesSql(byDestination)
        << QStringLiteral(
               "SEARCH d USING INDEX deliveries_by_destination (destination=? AND rowid<?)");
    QTest::newRow("captures by bin")
        << capturesSql(QStringLiteral("demo"), 9, 10)
        << QStringLiteral("SEARCH c USING INDEX captures_by_bin (bin=? AND rowid<?)");
}

void TestSqliteStore::listsUseTheirIndexes()
{
    QFETCH(LogSql, sql);
    QFETCH(QString, firstStep);
    SqliteStore store(m_directory);
    fill(store, 1);
    Database reader;
    QVERIFY(connectReader(reader, path()));
    Rows rows = reader.selectOnce(QStringLiteral("EXPLAIN QUERY PLAN ") + sql.text, sql.values);
    QStringList steps;
    while (rows.next()) {
        std::array<qint64, 3> numbers{};
        rows >> numbers[0] >> numbers[1] >> numbers[2];
        steps.append(rows.take<QString>());
    }
    QCOMPARE(steps.value(0), firstStep);
    QVERIFY2(steps.filter(QStringLiteral("TEMP B-TREE")).isEmpty(), "nothing is sorted");
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlitestore.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/databasefile.h"
#include "core/store/keptcopy.h"
#include "core/store/schema.h"
#include "core/store/sqlitestore.h"
#include "tests/support/deadlywrites.h"
#include "tests/support/storefile.h"
#include "tests/support/storefixture.h"
#include "tests/support/syncwatch.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Core;

/// What becomes of a database that another Hookpost has made.
class TestMigrations final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aSchemaThatWeDoNotKnowIsRefused_data();
    void aSchemaThatWeDoNotKnowIsRefused();
    void anOlderSchemaIsBroughtUp();
    void olderEventsHaveNoHeaders();
    void anOlderSchemaIsKept();
    void theNameOfACopyIsOnDisk();
    void withoutACopyTheSchemaStays();
    void aMigrationThatIsKilledIsBegunAgain();

private:
    QList<Registration> makeOldSchema();
    int openAndDieAtWrite(int number) const;
    QString path() const { return databasePath(m_directory); }

    std::unique_ptr<QTemporaryDir> m_base;
    QString m_directory;
};

void TestMigrations::init()
{
    m_base = std::make_unique<QTemporaryDir>();
    m_directory = m_base->filePath(QStringLiteral("data"));
}

void TestMigrations::aSchemaThatWeDoNotKnowIsRefused_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a newer one") << schemaVersion() + 1 << QStringLiteral("newer Hookpost");
    QTest::newRow("one that nobody has made") << -637'534'205 << QStringLiteral("damaged");
}

void TestMigrations::aSchemaThatWeDoNotKnowIsRefused()
{
    QFETCH(int, version);
    QFETCH(QString, sentence);
    SqliteStore store(m_directory);
    fillStore(store, 1);
    store.close();
    Database database;
    QVERIFY(database.open(path(), Database::Access::ReadWrite));
    database.run(QStringLiteral("PRAGMA user_version = %1").arg(version));
    QVERIFY(database.settle());
    database.close();
    const QByteArray before = contentOf(path());
    const auto refused = store.open(at(0));
    QCOMPARE(refused.error().code, ErrorCode::Storage);
    QVERIFY(refused.error().sentence.contains(sentence));
    QVERIFY(!refused.error().hint.isEmpty());
    QCOMPARE(contentOf(path()), before);
    QVERIFY2(!store.write({}), "nothing is open after that");
}

/// Makes a database of the first schema, with three destinations, an event without deliveries and
/// an open attempt, one of them sent again; what is in it has been read before.
QList<Registration> TestMigrations::makeOldSchema()
{
    SqliteStore store(m_directory);
    fillStore(store, 3);
    const bool isFilled = store
                              .write({AddEvents{{makeEvent(QStringLiteral("bare"), {})}},
                                      ClaimDelivery{{1}, at(0)}})
                              .has_value();
    const auto before = store.registrations();
    store.close();
    Database database;
    const bool isOpen = database.open(path(), Database::Access::ReadWrite).has_value();
    const bool isOld = takeBackSchema(database);
    database.run(QStringLiteral("UPDATE deliveries SET resend_of = 1 WHERE id = 2"));
    database.run(
        QStringLiteral("INSERT INTO captures VALUES (7, '', 0, x'', x'', 200, 0, '', NULL, 0)"));
    if (!isFilled || !isOpen || !isOld || !database.settle() || !before)
        QTest::qFail("the old schema cannot be made", __FILE__, __LINE__);
    return before ? *before : QList<Registration>();
}

void TestMigrations::anOlderSchemaIsBroughtUp()
{
    const QList<Registration> before = makeOldSchema();
    SqliteStore store(m_directory);
    QVERIFY(store.open(at(1)));
    const auto after = store.registrations();
    QVERIFY(after);
    QVERIFY(*after == before);
    const auto claimed = store.write({ClaimDelivery{{2}, at(0)}});
    QVERIFY(claimed && claimed->first());
    const Attempt attempt = std::get<DeliveryClaimed>(*claimed->first()).attempt;
    QVERIFY(attempt.isResend);
    // Both had a counter of their own then.
    QCOMPARE(attempt.id.value, 8);
    Database database;
    QVERIFY(database.open(path(), Database::Access::ReadOnly));
    QCOMPARE(numberOf(database, "SELECT attempts FROM history"), 2);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM bare_events WHERE is_stripped = 0"), 1);
}

void TestMigrations::olderEventsHaveNoHeaders()
{
    constexpr int Before = 7;
    SqliteStore store(m_directory);
    fillStore(store, 1);
    store.close();
    Database database;
    QVERIFY(database.open(path(), Database::Access::ReadWrite));
    database.run(QStringLiteral("ALTER TABLE events DROP COLUMN headers"));
    database.run(QStringLiteral("PRAGMA user_version = %1").arg(Before));
    QVERIFY(database.settle());
    database.close();

    QVERIFY(store.open(at(1)));
    NewEvent newer = makeEvent(QStringLiteral("newer"), {{1}});
    newer.event.headers = {{"X-Team", "blue"}};
    const auto written
        = store.write({ClaimDelivery{{1}, at(1)}, AddEvents{{newer}}, ClaimDelivery{{2}, at(1)}});
    QVERIFY(written && written->at(0) && written->at(2));
    const Event older = std::get<DeliveryClaimed>(*written->at(0)).event;
    QCOMPARE(older.body, QByteArray(300, 'x'));
    QVERIFY(older.headers.isEmpty());
    QVERIFY(std::get<DeliveryClaimed>(*written->at(2)).event.headers == newer.event.headers);
}

void TestMigrations::anOlderSchemaIsKept()
{
    makeOldSchema();
    const QString copy = keptCopyPath(path(), 1);
    QVERIFY(!QFile::exists(copy));
    SqliteStore store(m_directory);
    QVERIFY(store.open(at(1)));
    store.close();
    QVERIFY(!QFile::exists(copy + QStringLiteral(".part")));
    const auto forOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile::permissions(copy), forOwner);
    Database database;
    QVERIFY(database.open(copy, Database::Access::ReadOnly));
    QCOMPARE(numberOf(database, "PRAGMA user_version"), 1);
    QCOMPARE(numberOf(database, "PRAGMA application_id"), ApplicationId);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM deliveries"), 3);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM attempts WHERE outcome = 0"), 1);
    database.close();
    // Today's schema needs no copy.
    QVERIFY(QFile::remove(copy));
    QVERIFY(store.open(at(2)));
    QVERIFY(!QFile::exists(copy));
}

void TestMigrations::theNameOfACopyIsOnDisk()
{
    {
        SqliteStore store(m_directory);
        fillStore(store, 1);
    }
    Database database;
    QVERIFY(database.open(path(), Database::Access::ReadOnly));
    const SyncWatch watch;
    QVERIFY(keepCopy(database, keptCopyPath(path(), 1)));
    QVERIFY(watch.hasSeen(keptCopyPath(path(), 1)));
}

void TestMigrations::withoutACopyTheSchemaStays()
{
    makeOldSchema();
    const QString copy = keptCopyPath(path(), 1);
    QVERIFY(QDir().mkpath(copy + QStringLiteral("/in-the-way")));
    SqliteStore store(m_directory);
    const auto refused = store.open(at(1));
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(copy), qPrintable(refused.error().sentence));
    QVERIFY(!refused.error().hint.isEmpty());
    Database database;
    QVERIFY(database.open(path(), Database::Access::ReadOnly));
    QCOMPARE(numberOf(database, "PRAGMA user_version"), 1);
    database.close();
    QVERIFY(QDir(copy).removeRecursively());
    QVERIFY(store.open(at(1)));
}

/// Opens the store in a process of its own that dies at one of its writes; returns how it ended,
/// as waitpid() tells it.
int TestMigrations::openAndDieAtWrite(int number) const
{
    const pid_t child = ::fork();
    if (child == 0) {
        dieAtWrite(number);
        SqliteStore store(m_directory);
        ::_exit(store.open(at(1)) ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    int ending = 0;
    ::waitpid(child, &ending, 0);
    return ending;
}

void TestMigrations::aMigrationThatIsKilledIsBegunAgain()
{
    const QList<Registration> before = makeOldSchema();
    const QByteArray old = contentOf(path());
    int kills = 0;
    for (int ending = SIGKILL; WIFSIGNALED(ending);) {
        for (const QString &name : QDir(m_directory).entryList(QDir::Files))
            QVERIFY(QFile::remove(m_directory + u'/' + name));
        QVERIFY(writeFile(path(), old));
        ending = openAndDieAtWrite(kills + 1);
        if (WIFSIGNALED(ending))
            ++kills;
        else
            QCOMPARE(WEXITSTATUS(ending), EXIT_SUCCESS);
        SqliteStore store(m_directory);
        const auto opened = store.open(at(2));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        QVERIFY(*store.registrations() == before);
        Database database;
        QVERIFY(database.open(path(), Database::Access::ReadOnly));
        QCOMPARE(numberOf(database, "PRAGMA user_version"), schemaVersion());
        QCOMPARE(numberOf(database, "SELECT count(*) FROM deliveries"), 3);
        QCOMPARE(numberOf(database, "SELECT attempts FROM history"), 1);
    }
    QVERIFY2(kills > 10, "a migration writes more than that");
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connections.h"
#include "core/store/databasefile.h"
#include "core/store/logsql.h"
#include "core/store/schema.h"
#include "tests/support/storefixture.h"

#include <array>

using namespace Core;

/// How the connections to a database are set up, and what its planner makes of our lists.
class TestConnections final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theWriterIsSetUp_data();
    void theWriterIsSetUp();
    void recordsCannotWrite();
    void listsUseTheirIndexes_data();
    void listsUseTheirIndexes();

private:
    QString path() const { return databasePath(m_fixture->directory()); }

    std::unique_ptr<StoreFixture> m_fixture;
};

void TestConnections::init()
{
    m_fixture = std::make_unique<StoreFixture>(StoreFixture::Make::Sqlite);
    m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {m_fixture->addDestination().id}));
}

void TestConnections::cleanup()
{
    m_fixture.reset();
}

void TestConnections::theWriterIsSetUp_data()
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

void TestConnections::theWriterIsSetUp()
{
    QFETCH(QString, pragma);
    QFETCH(QString, value);
    Database writer;
    QVERIFY(connectWriter(writer, path()));
    QCOMPARE(pragmaValue(writer, pragma), value);
}

void TestConnections::recordsCannotWrite()
{
    Database reader;
    QVERIFY(connectReader(reader, path()));
    QCOMPARE(pragmaValue(reader, QStringLiteral("wal_autocheckpoint")), QStringLiteral("0"));
    reader.run(QStringLiteral("DELETE FROM deliveries"));
    QVERIFY(reader.hasFailed());
    QCOMPARE(m_fixture->found(m_fixture->store().waiting()).size(), 1);
}

void TestConnections::listsUseTheirIndexes_data()
{
    QTest::addColumn<LogSql>("sql");
    QTest::addColumn<QString>("firstStep");
    const auto by = [](const char *filter) {
        LogQuery query;
        query.filter = parseFilter(QString::fromLatin1(filter)).filter;
        query.before = 1000;
        return query;
    };
    QTest::newRow("all attempts") << attemptsSql({}) << QStringLiteral("SCAN a");
    QTest::newRow("attempts by destination")
        << attemptsSql(by("dest:dst_1 status:5xx"))
        << QStringLiteral(
               "SEARCH a USING INDEX attempts_by_destination (destination=? AND rowid<?)");
    QTest::newRow("attempts by delivery")
        << attemptsSql(by("delivery:dlv_1"))
        << QStringLiteral("SEARCH a USING INDEX attempts_by_delivery (delivery=? AND rowid<?)");
    QTest::newRow("deliveries by destination")
        << deliveriesSql(by("dest:dst_1 -is:heartbeat"))
        << QStringLiteral(
               "SEARCH d USING INDEX deliveries_by_destination (destination=? AND rowid<?)");
    QTest::newRow("captures by bin")
        << capturesSql(by("bin:demo"))
        << QStringLiteral("SEARCH c USING INDEX captures_by_bin (bin=? AND rowid<?)");
}

void TestConnections::listsUseTheirIndexes()
{
    QFETCH(LogSql, sql);
    QFETCH(QString, firstStep);
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

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"

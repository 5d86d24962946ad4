// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/logquery.h"

#include <QTest>

using namespace Core;

namespace {

Result<LogQuery> filter(const QByteArray &text, LogKind kind = LogKind::Attempts)
{
    return readLogQuery("q=" + text.toPercentEncoding(), kind);
}

} // namespace

class TestLogQuery final : public QObject
{
    Q_OBJECT

private slots:
    void nothingNarrowsNothing();
    void termsNarrow();
    void statesAreThoseOfTheList();
    void statuses_data();
    void statuses();
    void pagesAreBounded();
    void faultsNameTheParameter_data();
    void faultsNameTheParameter();
};

void TestLogQuery::nothingNarrowsNothing()
{
    const auto query = readLogQuery({}, LogKind::Attempts);
    QVERIFY(query.has_value());
    QCOMPARE(query->limit, 100);
    QCOMPARE(query->before, 0);
    QVERIFY(!query->destination);
    QVERIFY(query->text.isEmpty());
}

void TestLogQuery::termsNarrow()
{
    const auto query
        = filter("dest:dst_7 event:invoice.* is:failed -is:heartbeat \"two  words\" x");
    QVERIFY2(query.has_value(), query ? "" : qPrintable(query.error().sentence));
    QVERIFY(query->destination == DestinationId{7});
    QCOMPARE(query->eventType, QStringLiteral("invoice.*"));
    QVERIFY(query->outcomes
            == (QList<AttemptOutcome>{AttemptOutcome::Failed, AttemptOutcome::Temporary}));
    QVERIFY(query->states.isEmpty());
    QVERIFY(query->leavesOutHeartbeats);
    QCOMPARE(query->text, QStringLiteral("two  words x"));
    QCOMPARE(filter("dest:\"joe smith\"")->destinationName, QStringLiteral("joe smith"));
    QVERIFY(filter("delivery:dlv_9")->delivery == DeliveryId{9});
}

void TestLogQuery::statesAreThoseOfTheList()
{
    const auto failed = filter("is:failed", LogKind::Deliveries);
    QVERIFY(failed->states == QList<DeliveryState>{DeliveryState::Failed});
    QVERIFY(failed->outcomes.isEmpty());
    QVERIFY(filter("is:cancelled", LogKind::Deliveries).has_value());
    QVERIFY(!filter("is:cancelled", LogKind::Attempts));
    QVERIFY(filter("is:temporary", LogKind::Attempts).has_value());
    QVERIFY(!filter("is:temporary", LogKind::Deliveries));
}

void TestLogQuery::statuses_data()
{
    QTest::addColumn<QByteArray>("term");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("one") << QByteArray("status:503") << 503 << 503;
    QTest::newRow("a class") << QByteArray("status:5xx") << 500 << 599;
    QTest::newRow("from") << QByteArray("status:>=400") << 400 << 999;
    QTest::newRow("above") << QByteArray("status:>400") << 401 << 999;
    QTest::newRow("up to") << QByteArray("status:<=299") << 1 << 299;
    QTest::newRow("below") << QByteArray("status:<300") << 1 << 299;
}

void TestLogQuery::statuses()
{
    QFETCH(QByteArray, term);
    QFETCH(int, from);
    QFETCH(int, to);
    const auto query = filter(term);
    QVERIFY(query.has_value());
    QCOMPARE(query->statusFrom, from);
    QCOMPARE(query->statusTo, to);
}

void TestLogQuery::pagesAreBounded()
{
    const auto query = readPaging("limit=1000&after=42");
    QVERIFY(query.has_value());
    QCOMPARE(query->limit, 1000);
    QCOMPARE(query->before, 42);
}

void TestLogQuery::faultsNameTheParameter_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    const auto field = [](const char *name) { return QString::fromLatin1(name); };
    QTest::newRow("a limit of 0") << QByteArray("limit=0") << field("limit");
    QTest::newRow("a limit too high") << QByteArray("limit=1001") << field("limit");
    QTest::newRow("a limit that is a word") << QByteArray("limit=all") << field("limit");
    QTest::newRow("a cursor that is a word") << QByteArray("after=x") << field("after");
    QTest::newRow("an unknown parameter") << QByteArray("page=2") << field("page");
    QTest::newRow("an unknown key") << QByteArray("q=colour:red") << field("q");
    QTest::newRow("an unknown state") << QByteArray("q=is:sad") << field("q");
    QTest::newRow("a status that is a word") << QByteArray("q=status:bad") << field("q");
    QTest::newRow("a status of 1000") << QByteArray("q=status:1000") << field("q");
    QTest::newRow("a key without a value") << QByteArray("q=dest:") << field("q");
    QTest::newRow("two filters") << QByteArray("q=dest:a&q=dest:b") << field("q");
    QTest::newRow("two limits") << QByteArray("limit=1&limit=5") << field("limit");
    QTest::newRow("a key twice") << QByteArray("q=status:200%20status:503") << field("q");
    QTest::newRow("an event's id for a delivery") << QByteArray("q=delivery:evt_1") << field("q");
}

void TestLogQuery::faultsNameTheParameter()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, field);
    const auto read = readLogQuery(query, LogKind::Attempts);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().field, field);
}

QTEST_GUILESS_MAIN(TestLogQuery)
#include "tst_logquery.moc"

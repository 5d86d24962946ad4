// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/logquery.h"

#include <QTest>

using namespace Core;

namespace {

constexpr Time Now{Milliseconds{1'714'000'000'000}};

Result<LogQuery> filter(const QByteArray &text)
{
    return readLogQuery("q=" + text.toPercentEncoding(), Now);
}

} // namespace

class TestLogQuery final : public QObject
{
    Q_OBJECT

private slots:
    void nothingNarrowsNothing();
    void filtersAreRead_data();
    void filtersAreRead();
    void pagesAreBounded();
    void destinationsAreAskedForByName();
    void faultsNameTheParameter_data();
    void faultsNameTheParameter();
    void faultsOfFiltersNameTheirPlace();
};

void TestLogQuery::nothingNarrowsNothing()
{
    const auto query = readLogQuery({}, Now);
    QVERIFY(query.has_value());
    QCOMPARE(query->limit, 100);
    QCOMPARE(query->before, 0);
    QVERIFY(query->filter.isEmpty());
    QVERIFY(query->now == Now);
}

void TestLogQuery::filtersAreRead_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *parameters, const char *text) {
        QTest::newRow(name) << QByteArray(parameters) << QString::fromUtf8(text);
    };
    row("percent-encoded", "q=status:%3E%3D400%20-is:heartbeat", "status:>=400 -is:heartbeat");
    row("with plus signs for blanks", "q=a+%22b+c%22", "a \"b c\"");
    row("beside other parameters", "limit=5&q=is:failed&after=9", "is:failed");
    row("beyond ASCII", "q=dest:Zo%C3%AB", "dest:Zoë");
    row("empty", "q=", "");
    row("with what each key took before",
        "q=dest:dst_7+event:invoice.*+status:5xx+delivery:dlv_42+is:temporary+-is:heartbeat+x",
        "dest:dst_7 event:invoice.* status:5xx delivery:dlv_42 is:temporary -is:heartbeat x");
    row("with a key twice", "q=status:200+status:503", "status:200 status:503");
}

void TestLogQuery::filtersAreRead()
{
    QFETCH(QByteArray, parameters);
    QFETCH(QString, text);
    const auto query = readLogQuery(parameters, Now);
    QVERIFY2(query.has_value(), query ? "" : qPrintable(query.error().sentence));
    QCOMPARE(toText(query->filter), text);
}

void TestLogQuery::pagesAreBounded()
{
    const auto query = readLogQuery("limit=1000&after=42", Now);
    QVERIFY(query.has_value());
    QCOMPARE(query->limit, 1000);
    QCOMPARE(query->before, 42);
}

void TestLogQuery::destinationsAreAskedForByName()
{
    const auto query = readDestinationQuery("limit=2&name=J+%26+%C3%A4&after=42");
    QVERIFY(query.has_value());
    QCOMPARE(query->limit, 2);
    QCOMPARE(query->after, 42);
    QCOMPARE(query->name, QStringLiteral("J & ä"));
    QVERIFY(readDestinationQuery({})->name.isEmpty());

    const Error twice = readDestinationQuery("name=a&name=b").error();
    QCOMPARE(twice.field, QStringLiteral("name"));
    QCOMPARE(twice.sentence, QStringLiteral("The parameter \"name\" is there twice."));
    QCOMPARE(readDestinationQuery("limit=1&limit=2").error().field, QStringLiteral("limit"));
    const Error unknown = readDestinationQuery("q=x").error();
    QCOMPARE(unknown.field, QStringLiteral("q"));
    QCOMPARE(unknown.hint, QStringLiteral("Known: name, limit, after."));
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
    QTest::newRow("a filter that is incomplete") << QByteArray("q=dest:") << field("q");
    QTest::newRow("two filters") << QByteArray("q=dest:a&q=dest:b") << field("q");
    QTest::newRow("two limits") << QByteArray("limit=1&limit=5") << field("limit");
}

void TestLogQuery::faultsNameTheParameter()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, field);
    const auto read = readLogQuery(query, Now);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().field, field);
}

void TestLogQuery::faultsOfFiltersNameTheirPlace()
{
    const Error error = filter("is:failed colour:red").error();
    QCOMPARE(error.sentence,
             QStringLiteral("The filter cannot be read at character 11: There is no key "
                            "\"colour\"."));
    QVERIFY(error.hint.contains(QStringLiteral("status")));
    QVERIFY(filter("status:5x").error().hint.contains(QStringLiteral("status:5xx")));
}

QTEST_GUILESS_MAIN(TestLogQuery)
#include "tst_logquery.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/arrivals.h"

#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

namespace {

QList<Moment> momentsAt(const QList<int> &milliseconds)
{
    QList<Moment> moments;
    for (const int at : milliseconds)
        moments.append(Moment(std::chrono::milliseconds{at}));
    return moments;
}

} // namespace

/// What the trial of load judges by.
class TestArrivals final : public QObject
{
    Q_OBJECT

private slots:
    void mostWithin_data();
    void mostWithin();
    void pace();
    void quantiles();
    void overtaken_data();
    void overtaken();
};

void TestArrivals::mostWithin_data()
{
    QTest::addColumn<QList<int>>("at");
    QTest::addColumn<qsizetype>("most");
    QTest::addRow("nothing") << QList<int>{} << qsizetype{0};
    QTest::addRow("a window that lies across whole seconds")
        << QList<int>{0, 900, 950, 1100, 1200, 2500} << qsizetype{4};
    QTest::addRow("what comes a whole window later counts no more")
        << QList<int>{0, 1, 1000, 1001} << qsizetype{2};
    QTest::addRow("what comes a moment earlier does") << QList<int>{0, 1, 999} << qsizetype{3};
    QTest::addRow("all at once") << QList<int>{5, 5, 5} << qsizetype{3};
}

void TestArrivals::mostWithin()
{
    QFETCH(const QList<int>, at);
    QFETCH(const qsizetype, most);
    QCOMPARE(Core::mostWithin(momentsAt(at), 1s), most);
}

void TestArrivals::pace()
{
    QCOMPARE(pacePerSecond(momentsAt({0, 0, 1000, 1000, 2000, 2000}), 2), 2.0);
    QCOMPARE(pacePerSecond(momentsAt({0, 500, 1000}), 1), 2.0);
    QCOMPARE(pacePerSecond(momentsAt({0, 1}), 2), 0.0);
    QCOMPARE(pacePerSecond({}, 1), 0.0);
}

void TestArrivals::quantiles()
{
    QList<Nanoseconds> spans;
    for (int i = 200; i >= 1; --i)
        spans.append(Nanoseconds{i});
    QCOMPARE(quantile(spans, 0.5), Nanoseconds{100});
    QCOMPARE(quantile(spans, 0.99), Nanoseconds{198});
    QCOMPARE(quantile(spans, 1), Nanoseconds{200});
    QCOMPARE(quantile({}, 0.5), Nanoseconds{0});
}

void TestArrivals::overtaken_data()
{
    QTest::addColumn<QList<int>>("at"); // sent, answered, sent, answered
    QTest::addColumn<qsizetype>("count");
    QTest::addRow("in order") << QList<int>{0, 1, 2, 3, 4, 5} << qsizetype{0};
    QTest::addRow("an early one at the end") << QList<int>{2, 3, 4, 5, 0, 1} << qsizetype{1};
    QTest::addRow("calls that overlap may come either way")
        << QList<int>{1, 2, 0, 3, 4, 5} << qsizetype{0};
    QTest::addRow("two behind a late one") << QList<int>{4, 5, 0, 1, 2, 3} << qsizetype{2};
}

void TestArrivals::overtaken()
{
    QFETCH(const QList<int>, at);
    QFETCH(const qsizetype, count);
    const QList<Moment> moments = momentsAt(at);
    QList<Span> calls;
    for (qsizetype i = 0; i + 1 < moments.size(); i += 2)
        calls.append({moments[i], moments[i + 1]});
    QCOMPARE(countOvertaken(calls), count);
}

QTEST_GUILESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"

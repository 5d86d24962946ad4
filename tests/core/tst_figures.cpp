// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figures.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Core;

namespace {

constexpr Time Now{Milliseconds{1'795'000'001'500}};
constexpr TimeFrame Frame{Milliseconds{2'000}, 150};

AttemptSample answered(int status, qint64 microseconds)
{
    AttemptSample sample;
    sample.startedAt = Now;
    sample.outcome = status < 300 ? AttemptOutcome::Delivered : AttemptOutcome::Failed;
    sample.status = status;
    sample.total = Microseconds{microseconds};
    return sample;
}

} // namespace

/// The rules by which attempts are counted.
class TestFigures final : public QObject
{
    Q_OBJECT

private slots:
    void outcomesAreCountedByClass_data();
    void outcomesAreCountedByClass();
    void aMomentHasItsStep();
    void theSpanMovesOn();
    void whatIsOlderThanTheSpanIsForgotten();
    void aClockThatIsPutBackBeginsAnew();
    void percentilesAreThoseOfTheList_data();
    void percentilesAreThoseOfTheList();
    void noAnswerHasNoLatency();
    void countsAddUp();
};

void TestFigures::outcomesAreCountedByClass_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<Tally>("tally");
    QTest::newRow("in flight") << AttemptOutcome::InFlight << Tally{};
    QTest::newRow("delivered") << AttemptOutcome::Delivered << Tally{1, 0, 0};
    QTest::newRow("temporary") << AttemptOutcome::Temporary << Tally{0, 1, 0};
    QTest::newRow("interrupted") << AttemptOutcome::Interrupted << Tally{0, 1, 0};
    QTest::newRow("failed") << AttemptOutcome::Failed << Tally{0, 0, 1};
}

void TestFigures::outcomesAreCountedByClass()
{
    QFETCH(AttemptOutcome, outcome);
    QFETCH(Tally, tally);
    Tally counted;
    counted.count(outcome);
    QVERIFY(counted == tally);
}

void TestFigures::aMomentHasItsStep()
{
    const Activity activity(Frame, Now);
    QCOMPARE(activity.stepOf(Now), 149);
    QCOMPARE(activity.stepOf(Now - Frame.step), 148);
    QCOMPARE(activity.stepOf(activity.begin()), 0);
    QCOMPARE(activity.stepOf(activity.begin() - Milliseconds{1}), -1);
    QCOMPARE(activity.stepOf(activity.end()), -1);
    QVERIFY(activity.begin().time_since_epoch() % Frame.step == Milliseconds{0});
    QVERIFY(activity.end() - activity.begin() == Frame.length());
}

void TestFigures::theSpanMovesOn()
{
    Activity activity(Frame, Now);
    activity.find(Now)->count(AttemptOutcome::Delivered);
    QVERIFY(!activity.advance(Now + Milliseconds{100}));
    QVERIFY(activity.advance(Now + 3 * Frame.step));
    QCOMPARE(activity.at(146).delivered, 1);
    QCOMPARE(activity.sum().total(), 1);
    QCOMPARE(activity.sum(147, 149).total(), 0);
    QVERIFY(activity.stepOf(Now) == 146);
}

void TestFigures::whatIsOlderThanTheSpanIsForgotten()
{
    Activity activity(Frame, Now);
    activity.find(Now)->count(AttemptOutcome::Delivered);
    QVERIFY(activity.advance(Now + 149 * Frame.step));
    QCOMPARE(activity.at(0).delivered, 1);
    QVERIFY(activity.advance(Now + 150 * Frame.step));
    QCOMPARE(activity.sum().total(), 0);
}

void TestFigures::aClockThatIsPutBackBeginsAnew()
{
    Activity activity(Frame, Now);
    activity.find(Now)->count(AttemptOutcome::Delivered);
    const Time before = Now - std::chrono::hours{1};
    QVERIFY(activity.advance(before));
    QCOMPARE(activity.sum().total(), 0);
    QCOMPARE(activity.stepOf(before), 149);
}

void TestFigures::percentilesAreThoseOfTheList_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("step"); ///< in microseconds
    QTest::newRow("one answer") << 1 << 84'000;
    QTest::newRow("two answers") << 2 << 900;
    QTest::newRow("a hundred answers within two milliseconds") << 100 << 20;
    QTest::newRow("a hundred answers of up to ten seconds") << 100 << 100'003;
    QTest::newRow("a thousand answers of up to half an hour") << 1000 << 1'800'017;
}

void TestFigures::percentilesAreThoseOfTheList()
{
    QFETCH(int, count);
    QFETCH(int, step);
    QList<qint64> all;
    Latencies latencies;
    for (int i = 1; i <= count; ++i) {
        all.append(qint64{i} * step);
        latencies.count(Microseconds{all.last()});
    }
    QCOMPARE(latencies.total(), count);
    for (const double percent : {50.0, 95.0, 99.0}) {
        const auto rank = static_cast<qsizetype>(std::ceil(count * percent / 100.0));
        const auto exact = static_cast<double>(all.at(rank - 1));
        const auto told = static_cast<double>(latencies.percentile(percent).count());
        QVERIFY2(std::abs(told - exact) <= exact / 1000.0,
                 qPrintable(QStringLiteral("%1 instead of %2").arg(told).arg(exact)));
    }
}

void TestFigures::noAnswerHasNoLatency()
{
    AttemptCounts counts;
    AttemptSample refused = answered(404, 5000);
    refused.status = 0;
    refused.failure = Failure::ConnectionRefused;
    counts.count(refused);
    QCOMPARE(counts.latencies.total(), 0);
    QVERIFY(counts.latencies.percentile(50) == Microseconds{0});
    QCOMPARE(counts.tally.failed, 1);
    QCOMPARE(toWords(counts.answers.begin()->first), QStringLiteral("connection refused"));
}

void TestFigures::countsAddUp()
{
    AttemptCounts one;
    one.count(answered(200, 1000));
    one.count(answered(404, 2000));
    AttemptCounts other;
    other.count(answered(200, 3000));
    other += one;
    QVERIFY(other.tally == (Tally{2, 0, 1}));
    QCOMPARE(other.latencies.total(), 3);
    QCOMPARE(other.answers.size(), std::size_t{2});
    QCOMPARE((other.answers[{AttemptOutcome::Delivered, 200, Failure::None, Phase::None}]), 2);
}

QTEST_APPLESS_MAIN(TestFigures)
#include "tst_figures.moc"

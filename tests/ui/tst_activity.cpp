// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/charts/activity.h"
#include "ui/charts/activitystrip.h"
#include "ui/facts.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Gui;

namespace {

constexpr Time Now{Milliseconds{1'795'000'001'500}};

Attempt endedAt(qint64 number, Time moment, AttemptOutcome outcome)
{
    Attempt attempt = Testing::attempt(number, outcome, 200);
    attempt.startedAt = moment;
    return attempt;
}

Time today()
{
    return Time{Milliseconds{QDateTime::currentMSecsSinceEpoch()}};
}

} // namespace

class TestActivity final : public QObject
{
    Q_OBJECT

private slots:
    void outcomesAreCountedByClass_data();
    void outcomesAreCountedByClass();
    void anAttemptIsCountedOnceAndWhereItBegan();
    void whatLiesOutsideIsNotCounted();
    void theSpanMovesOn();
    void aClockThatIsPutBackBeginsAnew();
    void draggingChoosesASpan();
    void aClickChoosesNone();
    void theStripIsDescribedInWords();
};

void TestActivity::outcomesAreCountedByClass_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<Tally>("tally");
    QTest::newRow("in flight") << AttemptOutcome::InFlight << Tally{};
    QTest::newRow("delivered") << AttemptOutcome::Delivered << Tally{1, 0, 0};
    QTest::newRow("temporary") << AttemptOutcome::Temporary << Tally{0, 1, 0};
    QTest::newRow("interrupted") << AttemptOutcome::Interrupted << Tally{0, 1, 0};
    QTest::newRow("failed") << AttemptOutcome::Failed << Tally{0, 0, 1};
}

void TestActivity::outcomesAreCountedByClass()
{
    QFETCH(AttemptOutcome, outcome);
    QFETCH(Tally, tally);
    Activity activity(Now);
    activity.add({endedAt(1, Now, outcome)});
    QVERIFY(activity.at(Activity::Steps - 1) == tally);
}

void TestActivity::anAttemptIsCountedOnceAndWhereItBegan()
{
    Activity activity(Now);
    const Attempt earlier = endedAt(1, Now - Activity::Step, AttemptOutcome::Delivered);
    activity.add({earlier, endedAt(2, Now, AttemptOutcome::Failed)});
    activity.add({earlier});
    QVERIFY(activity.at(Activity::Steps - 2) == (Tally{1, 0, 0}));
    QVERIFY(activity.at(Activity::Steps - 1) == (Tally{0, 0, 1}));
    QVERIFY(activity.sum(0, Activity::Steps) == (Tally{1, 0, 1}));
    QCOMPARE(activity.highest(), 1);
}

void TestActivity::whatLiesOutsideIsNotCounted()
{
    Activity activity(Now);
    activity.add({endedAt(1, Now - Activity::Steps * Activity::Step, AttemptOutcome::Delivered),
                  endedAt(2, Now + Activity::Step, AttemptOutcome::Delivered)});
    QCOMPARE(activity.sum(0, Activity::Steps).total(), 0);
}

void TestActivity::theSpanMovesOn()
{
    Activity activity(Now);
    activity.add({endedAt(1, Now, AttemptOutcome::Delivered)});
    QVERIFY(!activity.advance(Now + Milliseconds{100}));
    QVERIFY(activity.advance(Now + 3 * Activity::Step));
    QCOMPARE(activity.at(Activity::Steps - 4).total(), 1);
    QVERIFY(activity.advance(Now + (Activity::Steps + 3) * Activity::Step));
    QCOMPARE(activity.sum(0, Activity::Steps).total(), 0);
}

void TestActivity::aClockThatIsPutBackBeginsAnew()
{
    Activity activity(Now);
    activity.add({endedAt(1, Now, AttemptOutcome::Delivered)});
    QVERIFY(activity.advance(Now - std::chrono::hours{1}));
    QCOMPARE(activity.sum(0, Activity::Steps).total(), 0);
    QVERIFY(activity.stepOf(Now - std::chrono::hours{1}) == Activity::Steps - 1);
}

void TestActivity::draggingChoosesASpan()
{
    const Facts facts;
    ActivityStrip strip(facts);
    strip.resize(Activity::Steps * 4, 28);
    strip.show();
    const QSignalSpy chosen(&strip, &ActivityStrip::spanChosen);
    const Time before = today();
    QTest::mousePress(&strip, Qt::LeftButton, {}, QPoint(202, 10));
    QTest::mouseMove(&strip, QPoint(122, 10));
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, QPoint(122, 10));
    QCOMPARE(chosen.size(), 1);
    const auto from = chosen.at(0).at(0).value<Time>();
    const auto to = chosen.at(0).at(1).value<Time>();
    QCOMPARE((to - from) / Activity::Step, 21);
    QVERIFY(to < before);
    const QSignalSpy cleared(&strip, &ActivityStrip::spanCleared);
    QTest::keyClick(&strip, Qt::Key_Escape);
    QCOMPARE(cleared.size(), 1);
}

void TestActivity::aClickChoosesNone()
{
    const Facts facts;
    ActivityStrip strip(facts);
    strip.resize(Activity::Steps * 4, 28);
    strip.show();
    const QSignalSpy chosen(&strip, &ActivityStrip::spanChosen);
    const QSignalSpy cleared(&strip, &ActivityStrip::spanCleared);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(200, 10));
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(cleared.size(), 1);
}

void TestActivity::theStripIsDescribedInWords()
{
    Facts facts;
    const ActivityStrip strip(facts);
    QVERIFY(strip.accessibleDescription().contains(QStringLiteral("0 delivered")));
    emit facts.attemptsRecorded({endedAt(1, today(), AttemptOutcome::Delivered),
                                 endedAt(2, today(), AttemptOutcome::Failed)});
    QVERIFY2(strip.accessibleDescription().endsWith(
                 QStringLiteral("1 delivered, 0 to be tried again, 1 failed")),
             qPrintable(strip.accessibleDescription()));
}

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"

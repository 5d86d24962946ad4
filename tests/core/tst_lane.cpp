// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lanetesting.h"

#include <QTest>

using namespace Core;
using namespace LaneTesting;
using namespace std::chrono_literals;

namespace {

/// Opens the breaker at the beginning of time.
void failFiveTimes(Lane &lane)
{
    for (qint64 id = 1; id <= 5; ++id) {
        lane.add(entry(id));
        QVERIFY(lane.takeDelivery(at(0)));
        end(lane, AttemptOutcome::Temporary, at(0));
    }
}

/// Takes all that a limit lets start after \a now, however far it spreads that.
QList<qint64> takeSpread(Lane &lane, Tick now)
{
    QList<qint64> taken;
    for (const Tick end = now + 100ms; now < end; now += 20ms)
        taken += takeAll(lane, now);
    return taken;
}

} // namespace

class TestLane final : public QObject
{
    Q_OBJECT

private slots:
    void dueDeliveriesGoFirstDueFirst();
    void neverMoreInFlightThanAllowed();
    void orderedGoesOneByOneAndWaitsForTheFirst();
    void orderCanBeSwitchedOnWhileOthersWait();
    void pausedStartsNothingButTests();
    void aHeldLaneStartsNothingUntilThen();
    void whoeverResumesEndsAHold();
    void whoeverResumesWhatIsActiveEndsAllThatHolds();
    void theRateLimitHoldsInEveryWindow();
    void whatALimitHoldsBackIsClaimedAheadOfItsTurn();
    void whatALimitAllowsIsSpread_data();
    void whatALimitAllowsIsSpread();
    void whatIsOnItsWayToTheRecordCountsForTheRate();
    void theRateCountsWhatHasLeft();
    void theRateCountsWhatALimitBeforeCounted();
    void whatCannotBeSentWaitsLongerAndLonger();
    void whatTheLastRunDidCounts();
    void whatWentWellLastIsTrusted();
    void aStreakLastsAsLongAsItIsSeen();
    void testsMindTheRateAlone();
    void anOpenBreakerLetsOneGoAtATime();
    void aTestThatSucceedsClosesTheBreaker();
    void anOrderedLaneProbesWithItsFirst();
    void whatAPersonChangesClosesTheBreaker_data();
    void whatAPersonChangesClosesTheBreaker();
    void anOldUrlsEndSaysNothing();
    void whatCannotBeSentHoldsTheLane();
    void whatIsCancelledLeavesTheLane();
    void manyLeaveTheLaneOneByOne();
    void whatIsBeingClaimedDoesNotWaitThere();
    void nextStartTellsWhenToWakeUp();
};

void TestLane::dueDeliveriesGoFirstDueFirst()
{
    Lane lane({makeDestination(), {}});
    lane.add(entry(1, 30));
    lane.add(entry(2, 10));
    lane.add(entry(3, 10));
    lane.add(entry(4, 99));
    QCOMPARE(lane.waitingCount(), 4);
    QCOMPARE(takeAll(lane, at(50)), (QList<qint64>{2, 3, 1}));
    QCOMPARE(lane.waitingCount(), 1);
    QCOMPARE(lane.inFlightCount(), 3);
}

void TestLane::neverMoreInFlightThanAllowed()
{
    Destination destination = makeDestination();
    destination.concurrency = 2;
    Lane lane({destination, {}});
    for (qint64 id = 1; id <= 5; ++id)
        lane.add(entry(id));
    QCOMPARE(takeAll(lane, at(0)), (QList<qint64>{1, 2}));
    QVERIFY(!lane.nextStart(at(0)));
    lane.release();
    QCOMPARE(takeAll(lane, at(0)), (QList<qint64>{3}));
}

void TestLane::orderedGoesOneByOneAndWaitsForTheFirst()
{
    Destination destination = makeDestination();
    destination.ordered = true;
    Lane lane({destination, {}});
    lane.add(entry(2));
    lane.add(entry(1, 500)); // failed once: its retry is due later, and 2 must not overtake it
    QCOMPARE(takeAll(lane, at(0)), QList<qint64>{});
    QVERIFY(lane.nextStart(at(0)) == at(500));
    QCOMPARE(takeAll(lane, at(500)), (QList<qint64>{1}));
    lane.release();
    QCOMPARE(takeAll(lane, at(500)), (QList<qint64>{2}));
}

void TestLane::orderCanBeSwitchedOnWhileOthersWait()
{
    Lane lane({makeDestination(), {}});
    lane.add(entry(1, 300));
    lane.add(entry(2, 100));
    Destination ordered = makeDestination();
    ordered.ordered = true;
    lane.setDestination(ordered);
    QCOMPARE(takeAll(lane, at(400)), (QList<qint64>{1}));
}

void TestLane::pausedStartsNothingButTests()
{
    Destination destination = makeDestination();
    destination.state = DestinationState::Paused;
    Lane lane({destination, {}});
    lane.add(entry(1));
    lane.addHeartbeat();
    QVERIFY(!lane.takeHeartbeat(at(0)));
    QCOMPARE(takeAll(lane, at(0)), QList<qint64>{});
    lane.add({at(0), DeliveryId{2}, true});
    QCOMPARE(takeAll(lane, at(0)), (QList<qint64>{2}));
    lane.setDestination(makeDestination());
    QCOMPARE(takeAll(lane, at(0)), (QList<qint64>{1}));
}

void TestLane::aHeldLaneStartsNothingUntilThen()
{
    Lane lane({makeDestination(), {}});
    lane.add(entry(1));
    lane.holdUntil(at(700));
    QCOMPARE(takeAll(lane, at(699)), QList<qint64>{});
    QVERIFY(lane.nextStart(at(0)) == at(700));
    lane.holdUntil(at(100)); // a shorter hold does not end a longer one
    QCOMPARE(takeAll(lane, at(699)), QList<qint64>{});
    QVERIFY(lane.heldUntil(at(699)) == at(700));
    QVERIFY(!lane.heldUntil(at(700)));
    QCOMPARE(takeAll(lane, at(700)), (QList<qint64>{1}));
}

void TestLane::whoeverResumesEndsAHold()
{
    Lane lane({makeDestination(), {}});
    lane.holdUntil(at(700));
    lane.add(entry(1));
    Destination destination = makeDestination();
    destination.state = DestinationState::Paused;
    lane.setDestination(destination);
    QVERIFY(lane.heldUntil(at(0)));
    lane.setDestination(makeDestination());
    QVERIFY(!lane.heldUntil(at(0)));
    QCOMPARE(takeAll(lane, at(0)), (QList<qint64>{1}));
}

void TestLane::whoeverResumesWhatIsActiveEndsAllThatHolds()
{
    Lane lane({makeDestination(), {}});
    failFiveTimes(lane);
    lane.holdUntil(at(90'000));
    lane.add(entry(11));
    lane.forgive();
    QVERIFY(!lane.probeAt());
    QCOMPARE(takeAll(lane, at(0)), (QList<qint64>{11}));
}

void TestLane::theRateLimitHoldsInEveryWindow()
{
    Destination destination = makeDestination();
    destination.rateLimit = RateLimit{5, Milliseconds{1000}};
    Lane lane({destination, {}});
    constexpr int Count = 60;
    for (qint64 id = 1; id <= Count; ++id)
        lane.add(entry(id));
    QList<qint64> sent;
    for (qint64 now = 0; sent.size() < Count && now < 60'000; now += 7) {
        while (lane.nextDelivery(at(now))) {
            const Tick departure = lane.departure(at(now));
            QVERIFY(departure <= at(now + 30));
            QVERIFY(lane.takeDelivery(at(now)));
            sent.append((departure - at(0)).count());
            lane.noteSent(departure);
            lane.release();
        }
    }
    QCOMPARE(sent.size(), Count);
    for (qsizetype i = 5; i < sent.size(); ++i)
        QVERIFY(sent[i] - sent[i - 5] > 1000);
    QVERIFY(sent.last() <= 12 * 1010);
}

void TestLane::whatALimitHoldsBackIsClaimedAheadOfItsTurn()
{
    Destination destination = makeDestination();
    destination.rateLimit = RateLimit{1, Milliseconds{1000}};
    Lane lane({destination, {}});
    lane.add(entry(1));
    lane.add(entry(2, 980));
    lane.add(entry(3, 5'000));
    QVERIFY(lane.departure(at(0)) == at(0));
    QCOMPARE(takeAll(lane, at(0)), QList<qint64>{1});
    lane.noteSent(at(0));
    QVERIFY2(lane.nextStart(at(900)) == at(980), "not before it is due");
    QVERIFY(lane.departure(at(980)) == at(1'005));
    QCOMPARE(takeAll(lane, at(980)), QList<qint64>{2});
    lane.noteSent(at(1'005));
    QVERIFY2(lane.nextStart(at(1'100)) == at(5'000), "the limit does not hold it back");
    QVERIFY(lane.departure(at(5'000)) == at(5'000));
}

void TestLane::whatALimitAllowsIsSpread_data()
{
    QTest::addColumn<RateLimit>("limit");
    QTest::addColumn<qint64>("spacing");
    QTest::newRow("a little less than its even pace") << RateLimit{50, 1s} << qint64{18};
    QTest::newRow("no more than a moment") << RateLimit{100, 1h} << qint64{20};
    QTest::newRow("nothing that a clock can tell") << RateLimit{2'000, 1s} << qint64{0};
}

void TestLane::whatALimitAllowsIsSpread()
{
    QFETCH(const RateLimit, limit);
    QFETCH(const qint64, spacing);
    Destination destination = makeDestination();
    destination.rateLimit = limit;
    Lane lane({destination, {}});
    for (qint64 id = 1; id <= 3; ++id)
        lane.add(entry(id));
    QVERIFY(lane.takeDelivery(at(100)));
    QVERIFY(lane.nextStart(at(100)) == at(100 + spacing));
    if (spacing > 0)
        QVERIFY(!lane.takeDelivery(at(100 + spacing - 1)));
    QVERIFY(lane.takeDelivery(at(100 + spacing)));
    QVERIFY2(lane.nextStart(at(9'000)) == at(9'000), "what is late has waited enough");
}

void TestLane::whatIsOnItsWayToTheRecordCountsForTheRate()
{
    Destination destination = makeDestination();
    destination.rateLimit = RateLimit{2, Milliseconds{1000}};
    Lane lane({destination, {}});
    for (qint64 id = 1; id <= 4; ++id)
        lane.add(entry(id));
    QCOMPARE(takeSpread(lane, at(0)), (QList<qint64>{1, 2})); // the store is slow with both claims
    QVERIFY(lane.nextStart(at(500)) > at(500));
    lane.noteSent(at(800));
    lane.noteNotSent();
    lane.release();
    QCOMPARE(takeAll(lane, at(801)), (QList<qint64>{3}));
    lane.noteSent(at(805));
    QCOMPARE(takeAll(lane, at(1774)), QList<qint64>{});
    QVERIFY(lane.nextStart(at(1774)) == at(1775));
    QVERIFY(lane.departure(at(1800)) == at(1805));
}

void TestLane::theRateCountsWhatHasLeft()
{
    Destination destination = makeDestination();
    destination.rateLimit = RateLimit{2, Milliseconds{1000}};
    Lane lane({destination, {}});
    for (qint64 id = 1; id <= 3; ++id)
        lane.add(entry(id));
    QCOMPARE(takeSpread(lane, at(0)), (QList<qint64>{1, 2}));
    // Both wait for a name's look-up, and may leave together at any moment.
    QCOMPARE(takeAll(lane, at(9'000)), QList<qint64>{});
    lane.noteSent(at(9'300));
    QCOMPARE(takeAll(lane, at(9'400)), QList<qint64>{});
    lane.noteSent(at(9'040)); // it left first, and that is told later
    QVERIFY(lane.nextStart(at(9'500)) == at(10'015));
    QVERIFY(lane.departure(at(10'015)) == at(10'045));
    QCOMPARE(takeAll(lane, at(10'015)), QList<qint64>{3});
}

void TestLane::theRateCountsWhatALimitBeforeCounted()
{
    Destination destination = makeDestination();
    destination.rateLimit = RateLimit{2, Milliseconds{1000}};
    Lane lane({destination, {}});
    for (qint64 id = 1; id <= 4; ++id)
        lane.add(entry(id));
    QCOMPARE(takeSpread(lane, at(0)), (QList<qint64>{1, 2}));
    lane.noteSent(at(100));
    lane.noteSent(at(100));
    destination.rateLimit.reset();
    lane.setDestination(destination);
    destination.rateLimit = RateLimit{2, Milliseconds{1000}};
    lane.setDestination(destination);
    QCOMPARE(takeAll(lane, at(200)), QList<qint64>{});
    QVERIFY(lane.nextStart(at(200)) == at(1075));
    QVERIFY(lane.departure(at(200)) == at(1105));
    destination.rateLimit.reset();
    lane.setDestination(destination);
    QCOMPARE(takeAll(lane, at(200)), (QList<qint64>{3, 4}));
}

void TestLane::whatCannotBeSentWaitsLongerAndLonger()
{
    Lane lane({makeDestination(), {}});
    for (qint64 id = 1; id <= 2; ++id)
        lane.add(entry(id));
    QCOMPARE(takeAll(lane, at(0)).size(), 2);
    qint64 now = 0;
    for (const qint64 pause : {1, 2, 4, 8, 16, 32, 60, 60}) {
        QCOMPARE(lane.pauseUnsent(at(now)), Milliseconds{1'000 * pause});
        QCOMPARE(lane.pauseUnsent(at(now + 9)), Milliseconds{1'000 * pause}); // it is one try
        now += 1'000 * pause;
    }
    lane.noteNotSent();
    QCOMPARE(lane.pauseUnsent(at(now)), Milliseconds{60'000});
    lane.noteSent(at(now));
    QCOMPARE(lane.pauseUnsent(at(now)), Milliseconds{1'000});
}

void TestLane::whatTheLastRunDidCounts()
{
    Destination destination = makeDestination();
    destination.rateLimit = RateLimit{2, Milliseconds{10'000}};
    Lane limited({destination, {}});
    limited.recall(ended(AttemptOutcome::Delivered), {at(0), at(100), at(200)});
    limited.recall(ended(AttemptOutcome::Interrupted), {at(300), at(500), at(500)});
    Attempt unsent = ended(AttemptOutcome::Temporary);
    unsent.failure = Failure::NotSent;
    limited.recall(unsent, {at(600), at(600), at(600)});
    limited.add(entry(1, 500));
    QVERIFY(limited.departure(at(500)) == at(10'150)); // a little more than the period

    Lane down({makeDestination(), {}});
    for (int i = 1; i <= 5; ++i)
        down.recall(ended(AttemptOutcome::Temporary), {at(i * 10), at(i * 10), at(i * 10 + 5)});
    QVERIFY(down.probeAt() == at(5'055));
    down.recall(ended(AttemptOutcome::Temporary), {at(5'055), at(5'055), at(5'060)});
    QVERIFY2(down.probeAt() == at(15'060), "a probe that failed, so twice the pause");
    QCOMPARE(down.failureStreak().count, 0); // of which this run has seen none
    down.endRecall(at(6'000));
    QVERIFY2(down.probeAt() == at(6'000), "who starts the program wants to know now");
    down.add(entry(1, 0));
    down.add(entry(2, 0));
    QCOMPARE(takeAll(down, at(6'000)), QList<qint64>{1});
    down.noteEnd(ended(AttemptOutcome::Temporary), at(6'100));
    QVERIFY2(down.probeAt() == at(26'100), "and waits longer each time, as before");
}

void TestLane::whatWentWellLastIsTrusted()
{
    Lane lane({makeDestination(), {}});
    QCOMPARE(lane.trust(), Trust::Untried);
    lane.add(entry(1, 0));
    lane.add(entry(2, 0));
    QVERIFY(lane.takeDelivery(at(0)));
    QCOMPARE(lane.trust(), Trust::Doubtful); // until its first has ended
    end(lane, AttemptOutcome::Delivered, at(10));
    QCOMPARE(lane.trust(), Trust::Proven);
    QVERIFY(lane.takeDelivery(at(20)));
    QCOMPARE(lane.trust(), Trust::Proven);
    end(lane, AttemptOutcome::Interrupted, at(30));
    QCOMPARE(lane.trust(), Trust::Proven); // that was no fault of its receiver
    lane.noteEnd(ended(AttemptOutcome::Temporary), at(40));
    QCOMPARE(lane.trust(), Trust::Doubtful);
    Destination moved = makeDestination();
    moved.url = QStringLiteral("http://elsewhere.example/");
    lane.setDestination(moved);
    QCOMPARE(lane.trust(), Trust::Untried);

    Lane recalled({makeDestination(), {}});
    recalled.recall(ended(AttemptOutcome::Temporary), {at(0), at(0), at(5)});
    QCOMPARE(recalled.trust(), Trust::Doubtful);
    recalled.recall(ended(AttemptOutcome::Delivered), {at(10), at(10), at(15)});
    QCOMPARE(recalled.trust(), Trust::Proven);
}

void TestLane::aStreakLastsAsLongAsItIsSeen()
{
    Lane lane({makeDestination(), {}});
    for (const qint64 moment : {100, 300, 900})
        lane.noteEnd(ended(AttemptOutcome::Failed), at(moment));
    QVERIFY(lane.failureStreak() == (FailureStreak{3, Milliseconds{800}}));
    lane.noteEnd(heartbeatThatIsRefused(), at(920));
    QVERIFY2(lane.failureStreak() == (FailureStreak{3, Milliseconds{800}}), "who answers is there");
    Attempt heartbeat = ended(AttemptOutcome::Failed);
    heartbeat.kind = EventKind::Heartbeat;
    heartbeat.failure = Failure::TlsFailed;
    lane.noteEnd(heartbeat, at(930));
    QVERIFY(lane.failureStreak() == (FailureStreak{4, Milliseconds{830}}));
    lane.noteEnd(ended(AttemptOutcome::Delivered), at(950));
    QVERIFY(lane.failureStreak() == FailureStreak{});
}

void TestLane::testsMindTheRateAlone()
{
    Destination destination = makeDestination();
    destination.state = DestinationState::Paused;
    destination.rateLimit = RateLimit{1, Milliseconds{1000}};
    Lane lane({destination, {}});
    lane.holdUntil(at(9'000));
    lane.add({at(0), DeliveryId{1}, true});
    lane.add({at(0), DeliveryId{2}, true});
    QCOMPARE(takeAll(lane, at(0)), QList<qint64>{1});
    lane.noteSent(at(0));
    QVERIFY(lane.departure(at(0)) == at(1'005));
    QVERIFY(lane.nextStart(at(0)) == at(975));
    QCOMPARE(takeAll(lane, at(975)), QList<qint64>{2});
}

void TestLane::anOpenBreakerLetsOneGoAtATime()
{
    Lane lane({makeDestination(), {}});
    failFiveTimes(lane);
    for (qint64 id = 11; id <= 13; ++id)
        lane.add(entry(id));
    lane.add(entry(14, 900'000));
    QVERIFY(lane.probeAt() == at(5'000));
    QCOMPARE(takeAll(lane, at(4'999)), QList<qint64>{});
    QVERIFY(lane.nextStart(at(0)) == at(5'000));
    QCOMPARE(takeAll(lane, at(5'000)), QList<qint64>{11});
    QVERIFY(!lane.nextStart(at(60'000)));
    end(lane, AttemptOutcome::Temporary, at(6'000));
    QVERIFY(lane.probeAt() == at(16'000));
    QCOMPARE(takeAll(lane, at(16'000)), QList<qint64>{12});
    end(lane, AttemptOutcome::Delivered, at(17'000));
    QVERIFY(!lane.probeAt());
    QCOMPARE(takeAll(lane, at(17'000)), QList<qint64>{13}); // what is not due is not sent either
}

void TestLane::aTestThatSucceedsClosesTheBreaker()
{
    Lane lane({makeDestination(), {}});
    failFiveTimes(lane);
    lane.add({at(0), DeliveryId{9}, true});
    lane.add({at(0), DeliveryId{10}, true});
    lane.add(entry(11));
    QCOMPARE(takeAll(lane, at(0)), (QList<qint64>{9, 10}));
    Attempt test = ended(AttemptOutcome::Temporary);
    test.kind = EventKind::Test;
    lane.noteEnd(test, at(100));
    QVERIFY2(lane.probeAt() == at(5'000), "a test that fails makes nobody wait longer");
    test.outcome = AttemptOutcome::Delivered;
    lane.noteEnd(test, at(200));
    QVERIFY(!lane.probeAt());
    QCOMPARE(takeAll(lane, at(200)), QList<qint64>{11});
}

void TestLane::anOrderedLaneProbesWithItsFirst()
{
    Destination destination = makeDestination();
    destination.ordered = true;
    Lane lane({destination, {}});
    failFiveTimes(lane);
    lane.add(entry(12));
    lane.add(entry(11, 20'000));
    QCOMPARE(takeAll(lane, at(19'999)), QList<qint64>{});
    QCOMPARE(takeAll(lane, at(20'000)), QList<qint64>{11});
}

void TestLane::whatAPersonChangesClosesTheBreaker_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("verifiesTls");
    QTest::addColumn<bool>("isPausedBetween");
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("resuming") << QString() << true << true << true;
    QTest::newRow("another URL") << QStringLiteral("http://localhost/b") << true << false << true;
    QTest::newRow("no check of certificates") << QString() << false << false << true;
    QTest::newRow("but not what has to do with neither") << QString() << true << false << false;
}

void TestLane::whatAPersonChangesClosesTheBreaker()
{
    QFETCH(const QString, url);
    QFETCH(const bool, verifiesTls);
    QFETCH(const bool, isPausedBetween);
    QFETCH(const bool, isClosed);
    Lane lane({makeDestination(), {}});
    failFiveTimes(lane);
    Destination changed = makeDestination();
    changed.description = QStringLiteral("another");
    changed.url = url;
    changed.verifyTls = verifiesTls;
    if (isPausedBetween) {
        changed.state = DestinationState::Paused;
        lane.setDestination(changed);
        QVERIFY(lane.probeAt());
        changed.state = DestinationState::Active;
    }
    lane.setDestination(changed);
    QCOMPARE(!lane.probeAt(), isClosed);
}

void TestLane::anOldUrlsEndSaysNothing()
{
    Lane lane({makeDestination(), {}});
    Attempt old = ended(AttemptOutcome::Temporary);
    old.url = QStringLiteral("http://localhost/old");
    for (int i = 0; i < 6; ++i)
        lane.noteEnd(old, at(0));
    QVERIFY(!lane.probeAt());
    QCOMPARE(lane.failureStreak().count, 0);
}

void TestLane::whatCannotBeSentHoldsTheLane()
{
    Lane lane({makeDestination(), {}});
    lane.add({at(0), {1}});
    lane.add({at(0), {2}});
    QVERIFY(lane.takeDelivery(at(0)));
    lane.noteNotSent();
    const Milliseconds pause = lane.pauseUnsent(at(0));
    lane.release();
    QVERIFY(!lane.takeDelivery(at(0)));
    QVERIFY(lane.nextStart(at(0)) == at(pause.count()));
    QVERIFY(lane.takeDelivery(at(pause.count())));
}

void TestLane::nextStartTellsWhenToWakeUp()
{
    Lane lane({makeDestination(), {}});
    QVERIFY(!lane.nextStart(at(0)));
    lane.add(entry(1, 250));
    QVERIFY(lane.nextStart(at(0)) == at(250));
    QVERIFY(lane.nextStart(at(900)) == at(900));
}

void TestLane::whatIsCancelledLeavesTheLane()
{
    for (const bool isOrdered : {false, true}) {
        Destination destination = makeDestination();
        destination.ordered = isOrdered;
        Lane lane({destination, {}});
        for (qint64 id = 1; id <= 7; ++id)
            lane.add(entry(id, 100 - 10 * id));
        lane.add({at(0), DeliveryId{8}, true});
        QVERIFY(lane.remove(DeliveryId{8}));
        QVERIFY(lane.remove(DeliveryId{1}));
        QVERIFY(lane.remove(DeliveryId{4}));
        QVERIFY(!lane.remove(DeliveryId{4}));
        QCOMPARE(lane.waitingCount(), 5);
        QList<qint64> left;
        while (const auto next = lane.takeDelivery(at(100))) {
            left.append(next->delivery.value);
            end(lane, AttemptOutcome::Delivered, at(100));
            lane.noteNotSent();
        }
        QCOMPARE(left, isOrdered ? (QList<qint64>{2, 3, 5, 6, 7}) : (QList<qint64>{7, 6, 5, 3, 2}));
    }
}

/// If each looked at all that waits, this would not end within the time that a test has.
void TestLane::manyLeaveTheLaneOneByOne()
{
    constexpr qint64 Count = 300'000;
    Lane lane({makeDestination(), {}});
    for (qint64 id = 1; id <= Count; ++id)
        lane.add(entry(id, (id * 7919) % Count));
    for (qint64 id = Count; id > 0; --id) {
        if (id % 100'000 != 1)
            QVERIFY(lane.remove(DeliveryId{id}));
    }
    QCOMPARE(lane.waitingCount(), 3);
    QCOMPARE(takeAll(lane, at(Count)), (QList<qint64>{1, 200'001, 100'001}));
    QVERIFY(!lane.nextStart(at(Count)));
}

void TestLane::whatIsBeingClaimedDoesNotWaitThere()
{
    Lane lane({makeDestination(), {}});
    lane.add(entry(1));
    lane.add(entry(2));
    QVERIFY(lane.takeDelivery(at(0))->delivery == DeliveryId{1});
    QVERIFY(!lane.remove(DeliveryId{1}));
    QCOMPARE(lane.waitingCount(), 1);
    lane.add(entry(1)); // it could not be claimed
    QVERIFY(lane.remove(DeliveryId{1}));
    QCOMPARE(takeAll(lane, at(0)), QList<qint64>{2});
}

QTEST_GUILESS_MAIN(TestLane)
#include "tst_lane.moc"

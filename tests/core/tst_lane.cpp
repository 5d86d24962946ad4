// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/lane.h"

#include <QTest>

using namespace Core;

namespace {

constexpr Tick Start{Milliseconds{1'000'000}};

Tick at(qint64 milliseconds)
{
    return Start + Milliseconds{milliseconds};
}

Destination makeDestination()
{
    Destination destination;
    destination.id = DestinationId{1};
    return destination;
}

LaneEntry entry(qint64 id, qint64 dueMilliseconds = 0)
{
    return {at(dueMilliseconds), DeliveryId{id}, false};
}

QList<qint64> takeAll(Lane &lane, Tick now)
{
    QList<qint64> taken;
    while (const auto next = lane.takeDelivery(now))
        taken.append(next->delivery.value);
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
    void theRateLimitHoldsInEveryWindow();
    void heartbeatsNeverPileUp();
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
    QCOMPARE(takeAll(lane, at(700)), (QList<qint64>{1}));
}

void TestLane::theRateLimitHoldsInEveryWindow()
{
    Destination destination = makeDestination();
    destination.rateLimit = RateLimit{5, Milliseconds{1000}};
    Lane lane({destination, {}});
    constexpr int Count = 60;
    for (qint64 id = 1; id <= Count; ++id)
        lane.add(entry(id));
    QList<qint64> starts;
    for (qint64 now = 0; starts.size() < Count && now < 60'000; now += 7) {
        while (lane.takeDelivery(at(now))) {
            starts.append(now);
            lane.release();
        }
    }
    QCOMPARE(starts.size(), Count);
    for (qsizetype i = 5; i < starts.size(); ++i)
        QVERIFY(starts[i] - starts[i - 5] >= 1000);
    QVERIFY(starts.last() <= 12 * 1007);
}

void TestLane::heartbeatsNeverPileUp()
{
    Lane lane({makeDestination(), {}});
    lane.addHeartbeat();
    lane.addHeartbeat();
    QVERIFY(lane.takeHeartbeat(at(0)));
    QVERIFY(!lane.takeHeartbeat(at(0)));
    lane.addHeartbeat();
    QVERIFY(!lane.takeHeartbeat(at(0))); // the first one is still in flight
    lane.releaseHeartbeat();
    QVERIFY(lane.takeHeartbeat(at(0)));
}

void TestLane::nextStartTellsWhenToWakeUp()
{
    Lane lane({makeDestination(), {}});
    QVERIFY(!lane.nextStart(at(0)));
    lane.add(entry(1, 250));
    QVERIFY(lane.nextStart(at(0)) == at(250));
    QVERIFY(lane.nextStart(at(900)) == at(900));
}

QTEST_GUILESS_MAIN(TestLane)
#include "tst_lane.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/dispatcher.h"
#include "tests/support/engineshare.h"
#include "tests/support/fakeposter.h"
#include "tests/support/manualclock.h"
#include "tests/support/steppedwriter.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Core;

namespace {

constexpr qint64 Kilobyte = 1024;

/// Many lanes that share a bounded room, on a store without a thread.
class Crowd final
{
public:
    using Make = StoreFixture::Make;

    explicit Crowd(int places, qint64 bytes = qint64{1} << 30, Make make = Make::Memory)
        : m_fixture(make)
        , m_writer(m_fixture.store(), [this](const Outcome &outcome) { take(outcome); })
        , m_dispatcher(m_writer, m_poster, m_clock, optionsOf(places, bytes))
    {
        QObject::connect(&m_dispatcher, &Dispatcher::attemptEnded, &m_dispatcher,
                         [this](const FinishAttempt &finish) { write(finish); });
        QObject::connect(&m_dispatcher, &Dispatcher::responseEnded, &m_dispatcher,
                         [this](const KeepResponse &response) { write(response); });
        m_dispatcher.start(Milliseconds{0});
    }

    DestinationId add()
    {
        Registration registration = makeRegistration(
            QStringLiteral("d"), QStringLiteral("http://localhost/%1").arg(m_lanes.size()));
        registration.destination.signature = SignatureScheme::None;
        write(AddDestination{registration, false, m_clock.now()});
        settle();
        return m_lanes.last();
    }

    QList<DestinationId> add(int count)
    {
        QList<DestinationId> lanes;
        for (int i = 0; i < count; ++i)
            lanes.append(add());
        return lanes;
    }

    QString urlOf(DestinationId lane) const
    {
        return QStringLiteral("http://localhost/%1").arg(m_lanes.indexOf(lane));
    }

    /// As after a start: no size is told of what waits.
    void forgetSizes() { m_knowsSizes = false; }

    /// One event of so many bytes for all of them.
    void publishLarge(const QList<DestinationId> &targets, qsizetype bytes)
    {
        NewEvent event
            = makeEvent(QStringLiteral("e%1").arg(++m_events), targets, QByteArray(bytes, 'x'));
        event.event.acceptedAt = m_clock.now();
        write(AddEvents{{event}});
        settle();
    }

    void publish(DestinationId target, int count = 1)
    {
        for (int i = 0; i < count; ++i) {
            NewEvent event = makeEvent(QStringLiteral("e%1").arg(++m_events), {target});
            event.event.acceptedAt = m_clock.now();
            write(AddEvents{{event}});
        }
        settle();
    }

    /// What a person does, or a timer.
    void act(const std::function<void(Dispatcher &)> &step)
    {
        step(m_dispatcher);
        settle();
    }

    void answer(const Shipment &shipment, int status)
    {
        m_poster.answer(shipment, status);
        settle();
    }

    void answerEarly(const Shipment &shipment)
    {
        m_poster.answerEarly(shipment, 200);
        settle();
    }

    void endBody(const Shipment &shipment)
    {
        m_poster.endBody(shipment, "body");
        settle();
    }

    QList<DestinationId> posted() const
    {
        QList<DestinationId> destinations;
        for (const Shipment &shipment : m_poster.shipments())
            destinations.append(shipment.destination);
        return destinations;
    }

    const QList<Shipment> &shipments() const { return m_poster.shipments(); }
    Dispatcher &dispatcher() { return m_dispatcher; }
    qsizetype mostClaimedAtOnce() const { return m_mostClaimed; }

private:
    static DispatcherOptions optionsOf(int places, qint64 bytes)
    {
        DispatcherOptions options;
        options.maxInFlight = places;
        options.maxBytesInFlight = bytes;
        return options;
    }

    void write(const Change &change) { m_writer.submit(change, &m_dispatcher, {}); }

    void settle()
    {
        while (m_writer.hasWork()) {
            const auto written = m_writer.write();
            const auto claims
                = std::count_if(written->begin(), written->end(), [](const Result<Outcome> &one) {
                      return one && std::holds_alternative<DeliveryClaimed>(*one);
                  });
            m_mostClaimed = std::max(m_mostClaimed, claims);
            m_writer.tell(written);
        }
    }

    void take(const Outcome &outcome)
    {
        if (const auto *added = std::get_if<DestinationAdded>(&outcome))
            m_lanes.append(added->registration.destination.id);
        const auto *events = std::get_if<EventsAdded>(&outcome);
        if (!events || m_knowsSizes)
            return passOn(outcome, m_dispatcher);
        EventsAdded sizeless = *events;
        for (AcceptedEvent &event : sizeless.events)
            event.event.bodyBytes = 0;
        passOn(sizeless, m_dispatcher);
    }

    ManualClock m_clock;
    FakePoster m_poster;
    StoreFixture m_fixture;
    SteppedWriter m_writer;
    Dispatcher m_dispatcher;
    QList<DestinationId> m_lanes;
    int m_events = 0;
    bool m_knowsSizes = true;
    qsizetype m_mostClaimed = 0;
};

} // namespace

/// All lanes together.
class TestDispatcherRoom final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsClaimedBeforeThereIsRoom();
    void aPlaceIsKeptWhileABodyIsComing();
    void aLaneWithNothingInFlightComesFirst();
    void lanesThatWaitAreServedInTurn();
    void manyThatHangLeaveAGoodOneItsPlace();
    void manyThatHangLeaveANewOneItsPlace();
    void whatTheLastRunProvedKeepsItsPlace();
    void aLaneThatIsGoneLeavesTheLine();
    void bodiesTogetherAreBounded();
    void whatWasSentCountsWhileABodyIsComing();
    void eachCopyOfABodyCountsOnce();
    void largeOnesThatHangLeaveAGoodOneRoom();
    void aSizeThatIsNotKnownIsHeard();
    void manySmallOnesGoAtOnce();
    void aBodyLargerThanTheRoomGoesAlone();
};

void TestDispatcherRoom::nothingIsClaimedBeforeThereIsRoom()
{
    Crowd crowd(2);
    const DestinationId joe = crowd.add();
    crowd.publish(joe, 5);
    QCOMPARE(crowd.shipments().size(), 2);
    QCOMPARE(crowd.dispatcher().inFlightCount(), 2);
    QCOMPARE(crowd.dispatcher().waitingCount(), 3);
    crowd.answer(crowd.shipments().at(0), 200);
    QCOMPARE(crowd.shipments().size(), 3);
    QCOMPARE(crowd.dispatcher().inFlightCount(), 2);
}

void TestDispatcherRoom::aPlaceIsKeptWhileABodyIsComing()
{
    Crowd crowd(1);
    const QList<DestinationId> lanes = crowd.add(2);
    crowd.publish(lanes.at(0));
    crowd.publish(lanes.at(1));
    crowd.answerEarly(crowd.shipments().at(0));
    QCOMPARE(crowd.dispatcher().inFlightCount(lanes.at(0)), 0);
    QVERIFY(crowd.posted() == lanes.first(1));
    crowd.endBody(crowd.shipments().at(0));
    QVERIFY(crowd.posted() == lanes);
    QCOMPARE(crowd.dispatcher().inFlightCount(), 1);
}

void TestDispatcherRoom::aLaneWithNothingInFlightComesFirst()
{
    Crowd crowd(3);
    const DestinationId greedy = crowd.add();
    const DestinationId modest = crowd.add();
    crowd.publish(greedy, 6);
    crowd.publish(modest);
    QCOMPARE(crowd.shipments().size(), 3);
    crowd.answer(crowd.shipments().at(0), 200);
    QVERIFY(crowd.posted().last() == modest);
}

void TestDispatcherRoom::lanesThatWaitAreServedInTurn()
{
    Crowd crowd(1);
    const QList<DestinationId> lanes{crowd.add(), crowd.add(), crowd.add()};
    for (const DestinationId lane : lanes)
        crowd.publish(lane, 2);
    for (int i = 0; i < 5; ++i)
        crowd.answer(crowd.shipments().last(), 200);
    QVERIFY(crowd.posted() == lanes + lanes);
}

void TestDispatcherRoom::manyThatHangLeaveAGoodOneItsPlace()
{
    constexpr int Places = 800;
    Crowd crowd(Places);
    const DestinationId good = crowd.add();
    crowd.publish(good);
    crowd.answer(crowd.shipments().last(), 200);
    for (int i = 0; i < Places; ++i)
        crowd.publish(crowd.add(), 2);
    QCOMPARE(crowd.dispatcher().inFlightCount(), Places - Places / 8);
    crowd.publish(good);
    QVERIFY(crowd.posted().last() == good);
    const DestinationId fresh = crowd.add();
    crowd.publish(fresh);
    QVERIFY(crowd.posted().last() == good);
    crowd.answer(crowd.shipments().at(1), 503);
    // Those that had none in flight before it are served before it, each in turn.
    QVERIFY(crowd.posted().last() != good && crowd.posted().last() != fresh);
}

void TestDispatcherRoom::manyThatHangLeaveANewOneItsPlace()
{
    constexpr int Places = 80;
    Crowd crowd(Places);
    for (int i = 0; i < 12; ++i)
        crowd.publish(crowd.add(), 6);
    // Ten took all that the doubtful may, and two what is the first of theirs.
    QCOMPARE(crowd.dispatcher().inFlightCount(), 60 + 2);
    const DestinationId fresh = crowd.add();
    crowd.publish(fresh, 6);
    QCOMPARE(crowd.dispatcher().inFlightCount(fresh), 1);
    crowd.answer(crowd.shipments().last(), 200);
    QCOMPARE(crowd.dispatcher().inFlightCount(fresh), 5); // and has shown that it is good
}

void TestDispatcherRoom::whatTheLastRunProvedKeepsItsPlace()
{
    constexpr int Places = 80;
    Crowd crowd(Places);
    const DestinationId good = crowd.add();
    const DestinationId bad = crowd.add();
    const auto recalled = [&crowd](DestinationId lane, AttemptOutcome outcome) {
        Attempt past;
        past.url = crowd.urlOf(lane);
        past.outcome = outcome;
        crowd.act([&](Dispatcher &dispatcher) { dispatcher.recall(lane, {past}); });
    };
    recalled(good, AttemptOutcome::Delivered);
    recalled(bad, AttemptOutcome::Temporary);
    for (int i = 0; i < Places; ++i)
        crowd.publish(crowd.add(), 2);
    QCOMPARE(crowd.dispatcher().inFlightCount(), Places - Places / 8);
    crowd.publish(bad);
    QCOMPARE(crowd.dispatcher().inFlightCount(bad), 0);
    crowd.publish(good);
    QCOMPARE(crowd.dispatcher().inFlightCount(good), 1);
}

void TestDispatcherRoom::aLaneThatIsGoneLeavesTheLine()
{
    Crowd crowd(1);
    const DestinationId first = crowd.add();
    const DestinationId gone = crowd.add();
    const DestinationId last = crowd.add();
    for (const DestinationId lane : {first, gone, last})
        crowd.publish(lane);
    crowd.dispatcher().removeLane(gone);
    crowd.answer(crowd.shipments().last(), 200);
    QVERIFY(crowd.posted() == (QList<DestinationId>{first, last}));
}

void TestDispatcherRoom::bodiesTogetherAreBounded()
{
    Crowd crowd(100, 80);
    const QList<DestinationId> lanes = crowd.add(4);
    for (const DestinationId lane : lanes.first(3))
        crowd.publishLarge({lane}, 30);
    crowd.publishLarge({lanes.at(3)}, 1);
    // An eighth is kept, and nobody passes who has waited longer.
    QVERIFY(crowd.posted() == lanes.first(2));
    crowd.answer(crowd.shipments().at(0), 503);
    QVERIFY(crowd.posted() == lanes);
}

void TestDispatcherRoom::whatWasSentCountsWhileABodyIsComing()
{
    Crowd crowd(100, 80);
    const QList<DestinationId> lanes = crowd.add(3);
    for (const DestinationId lane : lanes)
        crowd.publishLarge({lane}, 30);
    crowd.answerEarly(crowd.shipments().at(0));
    QVERIFY(crowd.posted() == lanes.first(2));
    crowd.endBody(crowd.shipments().at(0));
    QVERIFY(crowd.posted() == lanes);
}

/// The store shares the body that was claimed last, and that alone.
void TestDispatcherRoom::eachCopyOfABodyCountsOnce()
{
    constexpr qsizetype Large = 20 * Kilobyte;
    Crowd crowd(100, 80 * Kilobyte, StoreFixture::Make::Sqlite);
    const QList<DestinationId> lanes = crowd.add(6);
    crowd.publishLarge(lanes, Large);
    QCOMPARE(crowd.shipments().size(), 6);
    for (int i = 0; i < 6; ++i)
        crowd.answer(crowd.shipments().at(i), 503);

    const QList<DestinationId> both = crowd.add(2);
    crowd.act([](Dispatcher &dispatcher) { dispatcher.setDispatching(false); });
    crowd.publishLarge(both, Large);
    crowd.publishLarge(both, Large);
    crowd.act([](Dispatcher &dispatcher) { dispatcher.setDispatching(true); });
    QCOMPARE(crowd.shipments().size(), 6 + 3);
}

void TestDispatcherRoom::largeOnesThatHangLeaveAGoodOneRoom()
{
    Crowd crowd(100, 256 * Kilobyte);
    const DestinationId good = crowd.add();
    crowd.publish(good);
    crowd.answer(crowd.shipments().last(), 200);
    const QList<DestinationId> slow = crowd.add(6);
    for (const DestinationId lane : slow)
        crowd.publishLarge({lane}, 50 * Kilobyte);
    QCOMPARE(crowd.dispatcher().inFlightCount(), 4);
    crowd.publishLarge({good}, 20 * Kilobyte);
    QCOMPARE(crowd.dispatcher().inFlightCount(good), 1);
    crowd.act([](Dispatcher &dispatcher) { dispatcher.makeHeartbeats(); });
    QCOMPARE(crowd.dispatcher().inFlightCount(good), 2);
}

void TestDispatcherRoom::aSizeThatIsNotKnownIsHeard()
{
    Crowd crowd(100, 256 * Kilobyte);
    crowd.forgetSizes();
    const QList<DestinationId> lanes = crowd.add(5);
    crowd.act([](Dispatcher &dispatcher) { dispatcher.setDispatching(false); });
    for (const DestinationId lane : lanes)
        crowd.publishLarge({lane}, 100 * Kilobyte);
    crowd.act([](Dispatcher &dispatcher) { dispatcher.setDispatching(true); });
    QCOMPARE(crowd.shipments().size(), 2);
    QCOMPARE(crowd.dispatcher().waitingCount(), 3);
    for (int i = 0; i < 5; ++i)
        crowd.answer(crowd.shipments().at(i), 200);
    QCOMPARE(crowd.shipments().size(), 5);
    QVERIFY(crowd.mostClaimedAtOnce() <= 2);
}

void TestDispatcherRoom::manySmallOnesGoAtOnce()
{
    Crowd crowd(100, 80);
    const QList<DestinationId> lanes = crowd.add(20);
    crowd.publishLarge(lanes, 1);
    QCOMPARE(crowd.shipments().size(), 20);
    QCOMPARE(crowd.mostClaimedAtOnce(), 20);
}

void TestDispatcherRoom::aBodyLargerThanTheRoomGoesAlone()
{
    Crowd crowd(100, 40);
    const QList<DestinationId> lanes = crowd.add(3);
    crowd.publishLarge({lanes.at(0)}, 8);
    crowd.publishLarge({lanes.at(1)}, 50);
    crowd.publishLarge({lanes.at(2)}, 8);
    QVERIFY(crowd.posted() == lanes.first(1));
    crowd.answer(crowd.shipments().last(), 503);
    QVERIFY(crowd.posted() == lanes.first(2));
    crowd.answer(crowd.shipments().last(), 503);
    QVERIFY(crowd.posted() == lanes);
}

QTEST_GUILESS_MAIN(TestDispatcherRoom)
#include "tst_dispatcherroom.moc"

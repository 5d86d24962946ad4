// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/dispatcher.h"
#include "tests/support/engineshare.h"
#include "tests/support/fakeposter.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorystore.h"
#include "tests/support/steppedwriter.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Core;

namespace {

/// Many lanes that share a bounded room, on a store without a thread.
class Crowd final
{
public:
    explicit Crowd(int places, qint64 bodyBytes = qint64{1} << 30)
        : m_store(std::make_shared<MemoryTables>())
        , m_writer(m_store, [this](const Outcome &outcome) { take(outcome); })
        , m_dispatcher(m_writer, m_poster, m_clock, optionsOf(places, bodyBytes))
    {
        QVERIFY(m_store.open(m_clock.now()));
        QObject::connect(&m_dispatcher, &Dispatcher::attemptEnded, &m_dispatcher,
                         [this](const FinishAttempt &finish) { write(finish); });
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

    void answer(const Shipment &shipment, int status)
    {
        m_poster.answer(shipment, status);
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
    static DispatcherOptions optionsOf(int places, qint64 bodyBytes)
    {
        DispatcherOptions options;
        options.maxInFlight = places;
        options.maxBodyBytes = bodyBytes;
        options.largestBodyBytes = 10;
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
        passOn(outcome, m_dispatcher);
    }

    ManualClock m_clock;
    FakePoster m_poster;
    MemoryStore m_store;
    SteppedWriter m_writer;
    Dispatcher m_dispatcher;
    QList<DestinationId> m_lanes;
    int m_events = 0;
    qsizetype m_mostClaimed = 0;
};

} // namespace

/// All lanes together.
class TestDispatcherRoom final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsClaimedBeforeThereIsRoom();
    void aLaneWithNothingInFlightComesFirst();
    void lanesThatWaitAreServedInTurn();
    void manyThatHangLeaveAGoodOneItsPlace();
    void aLaneThatIsGoneLeavesTheLine();
    void bodiesTogetherAreBounded();
    void whatIsNotKnownYetCountsAsLarge();
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
    Crowd crowd(100, 25);
    const QList<DestinationId> lanes{crowd.add(), crowd.add(), crowd.add(), crowd.add()};
    crowd.publishLarge(lanes.first(2), 10);
    QCOMPARE(crowd.shipments().size(), 2); // both hold the same bytes
    crowd.publishLarge({lanes.at(2)}, 10);
    crowd.publishLarge({lanes.at(3)}, 1);
    QCOMPARE(crowd.shipments().size(), 3);
    QCOMPARE(crowd.dispatcher().waitingCount(), 1);
    crowd.answer(crowd.shipments().at(0), 200);
    QCOMPARE(crowd.shipments().size(), 3);
    crowd.answer(crowd.shipments().at(1), 200);
    QCOMPARE(crowd.shipments().size(), 4);
    QVERIFY(crowd.posted().last() == lanes.at(3));
}

void TestDispatcherRoom::whatIsNotKnownYetCountsAsLarge()
{
    Crowd crowd(100, 25);
    QList<DestinationId> lanes;
    for (int i = 0; i < 20; ++i)
        lanes.append(crowd.add());
    crowd.publishLarge(lanes, 1);
    QCOMPARE(crowd.shipments().size(), 20);
    QCOMPARE(crowd.mostClaimedAtOnce(), 2);
}

void TestDispatcherRoom::aBodyLargerThanTheRoomGoesAlone()
{
    Crowd crowd(100, 5);
    const DestinationId joe = crowd.add();
    const DestinationId ann = crowd.add();
    crowd.publishLarge({joe}, 8);
    crowd.publishLarge({ann}, 8);
    QVERIFY(crowd.posted() == QList<DestinationId>{joe});
    crowd.answer(crowd.shipments().last(), 200);
    QVERIFY(crowd.posted() == (QList<DestinationId>{joe, ann}));
}

QTEST_GUILESS_MAIN(TestDispatcherRoom)
#include "tst_dispatcherroom.moc"

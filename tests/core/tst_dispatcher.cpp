// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/dispatcher.h"
#include "core/journal.h"
#include "tests/support/failingstore.h"
#include "tests/support/fakeposter.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorystore.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Core;

namespace {

/// Dispatcher and journal between a real ledger and a poster that the test plays.
class House final : public QObject
{
public:
    House()
        : m_control(std::make_shared<StoreControl>())
        , m_ledger(std::make_unique<FailingStore>(
              std::make_unique<MemoryStore>(std::make_shared<MemoryTables>()), m_control))
        , m_journal(m_ledger)
        , m_dispatcher(m_ledger, m_poster, m_clock)
    {
        connect(&m_ledger, &Ledger::recorded, this, &House::take);
        connect(&m_dispatcher, &Dispatcher::attemptEnded, &m_journal, &Journal::record);
        QSignalSpy opened(&m_ledger, &Ledger::opened);
        m_ledger.start(m_clock.now());
        QVERIFY(opened.wait());
        m_dispatcher.start(Milliseconds{0});
    }
    ~House() override
    {
        m_dispatcher.stop();
        m_ledger.stop();
    }

    DestinationId add(const QString &url, const std::function<void(Destination &)> &change = {})
    {
        Registration registration = makeRegistration(QStringLiteral("joe"), url);
        registration.secrets.current = "whsec_" + QByteArray(32, 'k').toBase64();
        if (change)
            change(registration.destination);
        submit(AddDestination{registration, false, m_clock.now()});
        return m_destinations.last();
    }

    void publish(const QString &id, const QList<DestinationId> &targets,
                 EventKind kind = EventKind::Published)
    {
        NewEvent event = makeEvent(id, targets);
        event.event.kind = kind;
        event.event.acceptedAt = m_clock.now();
        submit(AddEvents{{event}});
    }

    void submit(const Change &change)
    {
        bool isAnswered = false;
        m_ledger.submit(change, this, [&](const Result<Outcome> &outcome) {
            QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().sentence));
            isAnswered = true;
        });
        QTRY_VERIFY(isAnswered);
    }

    /// Lets \a step pass and starts what is due by then.
    void advance(Milliseconds step)
    {
        m_clock.advance(step);
        m_dispatcher.dispatchDue();
    }

    ManualClock &clock() { return m_clock; }
    FakePoster &poster() { return m_poster; }
    Dispatcher &dispatcher() { return m_dispatcher; }
    Journal &journal() { return m_journal; }
    StoreControl &control() { return *m_control; }
    const QList<AttemptFinished> &finished() const { return m_finished; }

private:
    void take(const QList<Outcome> &outcomes)
    {
        for (const Outcome &outcome : outcomes) {
            if (const auto *added = std::get_if<DestinationAdded>(&outcome)) {
                m_destinations.append(added->registration.destination.id);
                m_dispatcher.addLane(added->registration);
            } else if (const auto *changed = std::get_if<DestinationChanged>(&outcome)) {
                m_dispatcher.changeLane(changed->destination);
            } else if (const auto *removed = std::get_if<DestinationRemoved>(&outcome)) {
                m_dispatcher.removeLane(removed->destination);
            } else if (const auto *restored = std::get_if<DestinationRestored>(&outcome)) {
                m_dispatcher.addLane(restored->registration);
                enqueue({{}, restored->deliveries, false});
            } else if (const auto *events = std::get_if<EventsAdded>(&outcome)) {
                for (const AcceptedEvent &event : events->events)
                    enqueue(event);
            } else if (const auto *ended = std::get_if<AttemptFinished>(&outcome)) {
                m_finished.append(*ended);
                m_dispatcher.settle(*ended);
            }
        }
    }

    void enqueue(const AcceptedEvent &event)
    {
        QList<WaitingDelivery> waiting;
        for (const Delivery &delivery : event.deliveries)
            waiting.append({delivery.id, delivery.destination, delivery.dueAt, event.event.kind});
        m_dispatcher.enqueue(waiting);
    }

    ManualClock m_clock;
    FakePoster m_poster;
    std::shared_ptr<StoreControl> m_control;
    Ledger m_ledger;
    Journal m_journal;
    Dispatcher m_dispatcher;
    QList<DestinationId> m_destinations;
    QList<AttemptFinished> m_finished;
};

const QString Url = QStringLiteral("http://localhost/hook");

} // namespace

class TestDispatcher final : public QObject
{
    Q_OBJECT

private slots:
    void anEventIsPostedAtOnceWithItsHeaders();
    void aServerErrorIsTriedAgainWhenDue();
    void theLastAttemptOfTheScheduleFails();
    void aRefusalEndsTheDelivery();
    void goneLeavesAReasonForThePause();
    void tooManyRequestsHoldsWhatComesNext();
    void orderIsKeptThroughARetry();
    void heartbeatsNeverPileUpAndAreNeverRetried();
    void aDestinationsOwnHeartbeatHasItsOwnPace();
    void whatWasNotSentGoesAgainUnderTheSameNumber();
    void aWallClockThatJumpsDelaysNothing();
    void aStoreInTroubleLosesNothing();
    void switchedOffNothingStarts();
    void stoppingLetsWhatFliesLand();
    void whatWeBreakOffIsInterruptedAndGoesAgain();
    void anUndoneRemovalFindsItsFlights();
    void aRemovedDestinationsAttemptIsStillClosed();
};

void TestDispatcher::anEventIsPostedAtOnceWithItsHeaders()
{
    House house;
    const DestinationId joe = house.add(Url, [](Destination &destination) {
        destination.headers = {{"X-Team", "blue"}};
    });
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    const Shipment &shipment = house.poster().shipments().first();
    QCOMPARE(shipment.url, Url);
    QCOMPARE(shipment.body, QByteArray("{}"));
    QCOMPARE(headerValue(shipment.headers, "webhook-id"), QByteArray("evt_1"));
    QCOMPARE(headerValue(shipment.headers, "webhook-timestamp"), QByteArray("1767225600"));
    QVERIFY(headerValue(shipment.headers, "webhook-signature").startsWith("v1,"));
    QCOMPARE(headerValue(shipment.headers, "Hookpost-Attempt"), QByteArray("1"));
    QVERIFY(headerValue(shipment.headers, "Hookpost-Delivery").startsWith("dlv_"));
    QCOMPARE(headerValue(shipment.headers, "Accept-Encoding"), QByteArray("identity"));
    QVERIFY(headerValue(shipment.headers, "User-Agent").startsWith("Hookpost/"));
    QCOMPARE(shipment.headers.last().name, QByteArray("X-Team"));
    house.poster().answer(shipment, 204);
    QTRY_COMPARE(house.finished().size(), 1);
    QVERIFY(house.finished().first().delivery.state == DeliveryState::Delivered);
    QCOMPARE(house.dispatcher().inFlightCount(), 0);
}

void TestDispatcher::aServerErrorIsTriedAgainWhenDue()
{
    House house;
    const DestinationId joe = house.add(Url);
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.poster().answer(house.poster().shipments().last(), 500);
    QTRY_COMPARE(house.finished().size(), 1);
    QCOMPARE(house.dispatcher().waitingCount(joe), 1);
    house.advance(Milliseconds{3'999}); // 5 s less 20 per cent and a little
    QCOMPARE(house.dispatcher().waitingCount(joe), 1);
    house.advance(Milliseconds{2'001});
    QTRY_COMPARE(house.poster().shipments().size(), 2);
    const Shipment &again = house.poster().shipments().last();
    QCOMPARE(headerValue(again.headers, "webhook-id"), QByteArray("evt_1"));
    QCOMPARE(headerValue(again.headers, "Hookpost-Attempt"), QByteArray("2"));
    QCOMPARE(headerValue(again.headers, "webhook-timestamp"), QByteArray("1767225606"));
}

void TestDispatcher::theLastAttemptOfTheScheduleFails()
{
    House house;
    const DestinationId joe = house.add(Url, [](Destination &destination) {
        destination.retry = std::vector<Milliseconds>{Milliseconds{1000}};
    });
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.poster().fail(house.poster().shipments().last(), Failure::ConnectionRefused);
    QTRY_COMPARE(house.finished().size(), 1);
    house.advance(Milliseconds{1200});
    QTRY_COMPARE(house.poster().shipments().size(), 2);
    house.poster().answer(house.poster().shipments().last(), 503);
    QTRY_COMPARE(house.finished().size(), 2);
    const Delivery &delivery = house.finished().last().delivery;
    QVERIFY(delivery.state == DeliveryState::Failed);
    QCOMPARE(delivery.reason, QStringLiteral("gave up after 2 attempts: 503 Service Unavailable"));
}

void TestDispatcher::aRefusalEndsTheDelivery()
{
    House house;
    const DestinationId joe = house.add(Url);
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.poster().answer(house.poster().shipments().last(), 404);
    QTRY_COMPARE(house.finished().size(), 1);
    QVERIFY(house.finished().last().delivery.state == DeliveryState::Failed);
    QCOMPARE(house.finished().last().delivery.reason, QStringLiteral("404 Not Found"));
    QCOMPARE(house.dispatcher().waitingCount(joe), 0);
}

void TestDispatcher::goneLeavesAReasonForThePause()
{
    House house;
    const DestinationId joe = house.add(Url);
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.poster().answer(house.poster().shipments().last(), 410);
    QTRY_COMPARE(house.finished().size(), 1);
    const auto &paused = house.finished().last().pausedDestination;
    QVERIFY(paused.has_value());
    QVERIFY(paused->state == DestinationState::Paused);
    QVERIFY(paused->pauseReason.contains(QStringLiteral("410")));
}

void TestDispatcher::tooManyRequestsHoldsWhatComesNext()
{
    House house;
    const DestinationId joe = house.add(Url);
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.poster().answer(house.poster().shipments().last(), 429, {{"Retry-After", "60"}});
    QTRY_COMPARE(house.finished().size(), 1);
    QVERIFY(house.finished().last().delivery.state == DeliveryState::Failed);
    house.publish(QStringLiteral("evt_2"), {joe});
    house.advance(Milliseconds{59'000});
    QCOMPARE(house.dispatcher().waitingCount(joe), 1);
    house.advance(Milliseconds{1'000});
    QTRY_COMPARE(house.poster().shipments().size(), 2);
}

void TestDispatcher::orderIsKeptThroughARetry()
{
    House house;
    const DestinationId joe
        = house.add(Url, [](Destination &destination) { destination.ordered = true; });
    house.publish(QStringLiteral("evt_1"), {joe});
    house.publish(QStringLiteral("evt_2"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.poster().answer(house.poster().shipments().last(), 500);
    QTRY_COMPARE(house.finished().size(), 1);
    QCOMPARE(house.poster().shipments().size(), 1);
    QCOMPARE(house.dispatcher().waitingCount(joe), 2);
    house.advance(Milliseconds{6'000});
    QTRY_COMPARE(house.poster().shipments().size(), 2);
    QCOMPARE(headerValue(house.poster().shipments().last().headers, "webhook-id"),
             QByteArray("evt_1"));
    house.poster().answer(house.poster().shipments().last(), 200);
    QTRY_COMPARE(house.poster().shipments().size(), 3);
    QCOMPARE(headerValue(house.poster().shipments().last().headers, "webhook-id"),
             QByteArray("evt_2"));
}

void TestDispatcher::heartbeatsNeverPileUpAndAreNeverRetried()
{
    House house;
    const DestinationId joe = house.add(Url);
    for (int i = 0; i < 3; ++i)
        house.dispatcher().makeHeartbeats();
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    const Shipment first = house.poster().shipments().first();
    static const QRegularExpression Body(QStringLiteral(
        "\\AHello joe, current time is [0-9-]{10}T[0-9:]{8}(Z|[+-]\\d\\d:\\d\\d)\\z"));
    QVERIFY2(Body.match(QString::fromUtf8(first.body)).hasMatch(), first.body.constData());
    house.poster().answer(first, 500);
    // The ticks that came meanwhile are one heartbeat, and the failed one is none of them.
    QTRY_COMPARE(house.poster().shipments().size(), 2);
    QTRY_COMPARE(house.finished().size(), 1);
    QVERIFY(house.finished().first().delivery.state == DeliveryState::Failed);
    house.poster().answer(house.poster().shipments().last(), 200);
    QTRY_COMPARE(house.finished().size(), 2);
    house.advance(Milliseconds{3'600'000});
    QCOMPARE(house.dispatcher().waitingCount(joe), 0);
    QCOMPARE(house.poster().shipments().size(), 2);
}

void TestDispatcher::aDestinationsOwnHeartbeatHasItsOwnPace()
{
    House house;
    house.add(Url, [](Destination &destination) { destination.heartbeat = Milliseconds{60'000}; });
    house.add(QStringLiteral("http://localhost/quiet"),
              [](Destination &destination) { destination.heartbeat = Milliseconds{0}; });
    house.dispatcher().makeHeartbeats(); // the program's pace is not theirs
    house.advance(Milliseconds{59'999});
    QCOMPARE(house.dispatcher().inFlightCount(), 0);
    house.advance(Milliseconds{1});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    QCOMPARE(house.poster().shipments().first().url, Url);
    house.poster().answer(house.poster().shipments().first(), 200);
    QTRY_COMPARE(house.finished().size(), 1);
    house.advance(Milliseconds{60'000});
    QTRY_COMPARE(house.poster().shipments().size(), 2);
}

void TestDispatcher::whatWasNotSentGoesAgainUnderTheSameNumber()
{
    House house;
    const DestinationId joe = house.add(
        Url, [](Destination &destination) { destination.retry = std::vector<Milliseconds>{}; });
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.poster().fail(house.poster().shipments().last(), Failure::NotSent);
    QTRY_COMPARE(house.finished().size(), 1);
    house.advance(Milliseconds{1'000});
    QTRY_COMPARE(house.poster().shipments().size(), 2);
    QCOMPARE(headerValue(house.poster().shipments().last().headers, "Hookpost-Attempt"),
             QByteArray("1"));
}

void TestDispatcher::aWallClockThatJumpsDelaysNothing()
{
    House house;
    const DestinationId joe = house.add(Url);
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.poster().answer(house.poster().shipments().last(), 500);
    QTRY_COMPARE(house.finished().size(), 1);
    house.clock().jumpWall(-std::chrono::hours{24});
    house.advance(Milliseconds{6'000});
    QTRY_COMPARE(house.poster().shipments().size(), 2);
}

void TestDispatcher::aStoreInTroubleLosesNothing()
{
    House house;
    const DestinationId joe = house.add(Url);
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.publish(QStringLiteral("evt_2"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 2);
    house.control().failWith(Error{ErrorCode::StorageFull, QStringLiteral("disk full"), {}, {}});
    house.poster().answer(house.poster().shipments().first(), 200);
    house.dispatcher().makeHeartbeats(); // cannot be claimed now, and simply is not
    QTRY_VERIFY(house.control().batchSizes().size() > 5);
    QCOMPARE(house.finished().size(), 0);
    QCOMPARE(house.journal().unwrittenCount(), 1);
    house.control().failWith(std::nullopt);
    QTRY_COMPARE(house.finished().size(), 1);
    QCOMPARE(house.journal().unwrittenCount(), 0);
    QVERIFY(house.finished().first().delivery.state == DeliveryState::Delivered);
    QCOMPARE(house.poster().shipments().size(), 2);
}

void TestDispatcher::switchedOffNothingStarts()
{
    House house;
    const DestinationId joe = house.add(Url);
    house.dispatcher().setDispatching(false);
    house.publish(QStringLiteral("evt_1"), {joe});
    house.dispatcher().makeHeartbeats();
    house.advance(Milliseconds{60'000});
    QCOMPARE(house.dispatcher().inFlightCount(), 0);
    QCOMPARE(house.dispatcher().waitingCount(joe), 1);
    house.dispatcher().setDispatching(true);
    QTRY_COMPARE(house.poster().shipments().size(), 2);
}

void TestDispatcher::stoppingLetsWhatFliesLand()
{
    House house;
    const DestinationId joe
        = house.add(Url, [](Destination &destination) { destination.concurrency = 1; });
    house.publish(QStringLiteral("evt_1"), {joe});
    house.publish(QStringLiteral("evt_2"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    const QSignalSpy drained(&house.dispatcher(), &Dispatcher::drained);
    house.dispatcher().stop();
    QCOMPARE(drained.size(), 0);
    house.poster().answer(house.poster().shipments().first(), 200);
    QCOMPARE(drained.size(), 1);
    QTRY_COMPARE(house.finished().size(), 1);
    QCOMPARE(house.poster().shipments().size(), 1);
}

void TestDispatcher::whatWeBreakOffIsInterruptedAndGoesAgain()
{
    House house;
    const DestinationId joe = house.add(
        Url, [](Destination &destination) { destination.retry = std::vector<Milliseconds>{}; });
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.dispatcher().stop();
    house.dispatcher().breakOff();
    house.poster().fail(house.poster().shipments().first(), Failure::ClosedWithoutAnswer);
    QTRY_COMPARE(house.finished().size(), 1);
    QVERIFY(house.finished().first().attempt.outcome == AttemptOutcome::Interrupted);
    QVERIFY(house.finished().first().delivery.state == DeliveryState::Waiting);
}

void TestDispatcher::anUndoneRemovalFindsItsFlights()
{
    House house;
    const DestinationId joe
        = house.add(Url, [](Destination &destination) { destination.concurrency = 1; });
    house.publish(QStringLiteral("evt_1"), {joe});
    house.publish(QStringLiteral("evt_2"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.submit(RemoveDestination{joe, house.clock().now()});
    house.submit(RestoreDestination{joe});
    QCOMPARE(house.dispatcher().inFlightCount(joe), 1);
    QCOMPARE(house.dispatcher().waitingCount(joe), 1);
    QCOMPARE(house.poster().shipments().size(), 1);
    house.poster().answer(house.poster().shipments().first(), 200);
    QTRY_COMPARE(house.poster().shipments().size(), 2);
    QCOMPARE(house.dispatcher().inFlightCount(joe), 1);
}

void TestDispatcher::aRemovedDestinationsAttemptIsStillClosed()
{
    House house;
    const DestinationId joe = house.add(Url);
    house.publish(QStringLiteral("evt_1"), {joe});
    QTRY_COMPARE(house.poster().shipments().size(), 1);
    house.submit(RemoveDestination{joe, house.clock().now()});
    house.poster().answer(house.poster().shipments().first(), 500);
    QTRY_COMPARE(house.finished().size(), 1);
    QVERIFY(house.finished().first().delivery.state == DeliveryState::Cancelled);
}

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"

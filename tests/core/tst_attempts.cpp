// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefixture.h"

using namespace Core;

Q_DECLARE_METATYPE(StoreFixture::Make)

/// What every store keeps of attempts: one suite, run over each make.
class TestAttempts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void aClaimCarriesAllThatAPostNeeds();
    void claimsAreRefused();
    void aHeartbeatIsClaimedInOneStep();
    void anAttemptIsClosedWithAllThatIsKnown();
    void anAttemptIsClosedOnce();
    void aFinishMayPauseItsDestination();
    void whatWasInFlightWaitsAgain();

private:
    Delivery addDelivery(const QString &eventId);

    std::unique_ptr<StoreFixture> m_fixture;
};

void TestAttempts::initTestCase_data()
{
    QTest::addColumn<StoreFixture::Make>("make");
    QTest::newRow("SQLite") << StoreFixture::Make::Sqlite;
    QTest::newRow("memory") << StoreFixture::Make::Memory;
}

void TestAttempts::init()
{
    QFETCH_GLOBAL(StoreFixture::Make, make);
    m_fixture = std::make_unique<StoreFixture>(make);
}

void TestAttempts::cleanup()
{
    m_fixture.reset();
}

Delivery TestAttempts::addDelivery(const QString &eventId)
{
    const Destination destination = m_fixture->addDestination();
    return m_fixture->addEvent(makeEvent(eventId, {destination.id})).deliveries.value(0);
}

void TestAttempts::aClaimCarriesAllThatAPostNeeds()
{
    Destination destination = m_fixture->addDestination();
    const NewEvent wanted = makeEvent(QStringLiteral("e1"), {destination.id}, "the body");
    const Delivery delivery = m_fixture->addEvent(wanted).deliveries.value(0);
    destination.url = QStringLiteral("http://localhost/moved");
    m_fixture->done<DestinationChanged>(ChangeDestination{destination});

    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(5)});
    Event event = wanted.event;
    event.bodyBytes = 8;
    QVERIFY(claimed.event == event);
    Attempt expected;
    expected.id = claimed.attempt.id;
    expected.delivery = delivery.id;
    expected.destination = destination.id;
    expected.event = event.id;
    expected.destinationName = destination.name;
    expected.url = destination.url;
    expected.eventType = event.type;
    expected.startedAt = at(5);
    expected.requestBytes = 8;
    QVERIFY(!expected.id.isNull());
    QVERIFY(claimed.attempt == expected);

    const auto record = m_fixture->found(m_fixture->records().delivery(delivery.id));
    QCOMPARE(record.delivery.state, DeliveryState::InFlight);
    QCOMPARE(record.delivery.attemptCount, 1);
    QVERIFY(record.attempts == QList<Attempt>{expected});
    QVERIFY(m_fixture->found(m_fixture->store().waiting()).isEmpty());
}

void TestAttempts::claimsAreRefused()
{
    const Delivery delivery = addDelivery(QStringLiteral("e1"));
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(1)});
    QCOMPARE(m_fixture->refused(ClaimDelivery{delivery.id, at(1)}).code, ErrorCode::Conflict);
    QCOMPARE(m_fixture->refused(ClaimDelivery{{4711}, at(1)}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->found(m_fixture->records().delivery(delivery.id)).attempts.size(), 1);
}

void TestAttempts::aHeartbeatIsClaimedInOneStep()
{
    const Destination destination = m_fixture->addDestination();
    Event event = makeEvent(QStringLiteral("h1"), {}, "Hello joe").event;
    event.kind = EventKind::Heartbeat;
    event.type = HeartbeatType;
    event.acceptedAt = at(3);
    const ClaimHeartbeat change{destination.id, event};
    const auto claimed = m_fixture->done<DeliveryClaimed>(change);
    QCOMPARE(claimed.event.body, event.body);
    QCOMPARE(claimed.attempt.number, 1);
    QCOMPARE(claimed.attempt.kind, EventKind::Heartbeat);
    QCOMPARE(claimed.attempt.requestBytes, 9);
    QCOMPARE(claimed.attempt.url, destination.url);
    QVERIFY(claimed.attempt.startedAt == at(3));
    QVERIFY(m_fixture->found(m_fixture->store().waiting()).isEmpty());
    const auto record = m_fixture->found(m_fixture->records().delivery(claimed.attempt.delivery));
    QCOMPARE(record.delivery.state, DeliveryState::InFlight);
    QCOMPARE(record.delivery.attemptCount, 1);
    QVERIFY(record.attempts == QList<Attempt>{claimed.attempt});

    QCOMPARE(m_fixture->refused(change).code, ErrorCode::Conflict);
    m_fixture->done<DestinationRemoved>(RemoveDestination{destination.id, at(4)});
    event.id = EventId{QStringLiteral("h2")};
    QCOMPARE(m_fixture->refused(ClaimHeartbeat{destination.id, event}).code, ErrorCode::NotFound);
    QVERIFY(!m_fixture->records().event(event.id));
}

void TestAttempts::anAttemptIsClosedWithAllThatIsKnown()
{
    const Delivery delivery = addDelivery(QStringLiteral("e1"));
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(5)});
    Attempt end = makeEnd(AttemptOutcome::Temporary, 503);
    end.failure = Failure::TimedOut;
    end.phase = Phase::Body;
    end.error = QStringLiteral("timed out — 'quoted'");
    end.timings = {Microseconds{1}, std::nullopt,     Microseconds{0}, Microseconds{4},
                   std::nullopt,    Microseconds{60}, Microseconds{65}};
    end.responseBytes = 70'000;
    FinishAttempt change = makeFinish(claimed.attempt, end, DeliveryState::Waiting, at(5000));
    change.transcript.requestHeaders = {{"webhook-id", "e1"}, {"X-Twice", "a"}, {"X-Twice", ""}};
    change.transcript.responseHeaders = {{"Server", "\xff: \x80"}};
    change.transcript.responseBody = "busy";
    change.transcript.isResponseCut = true;
    change.transcript.remoteAddress = QStringLiteral("127.0.0.1:8091");
    change.reason = QStringLiteral("503 Service Unavailable");

    const auto finished = m_fixture->done<AttemptFinished>(change);
    Attempt expected = claimed.attempt;
    expected.startedAt = end.startedAt;
    expected.outcome = end.outcome;
    expected.status = 503;
    expected.failure = end.failure;
    expected.phase = end.phase;
    expected.error = end.error;
    expected.timings = end.timings;
    expected.responseBytes = 70'000;
    QVERIFY(finished.attempt == expected);
    QVERIFY(!finished.pausedDestination);
    Delivery next = delivery;
    next.dueAt = at(5000);
    next.attemptCount = 1;
    next.reason = change.reason;
    QVERIFY(finished.delivery == next);

    m_fixture->reopen(at(9));
    const auto record = m_fixture->found(m_fixture->records().attempt(claimed.attempt.id));
    QVERIFY(record.attempt == expected);
    QVERIFY(record.transcript == change.transcript);
    QCOMPARE(record.requestBody, QByteArrayLiteral("{}"));
    QCOMPARE(record.requestContentType, QByteArrayLiteral("application/json"));
    const QList<WaitingDelivery> waiting{
        {delivery.id, delivery.destination, at(5000), EventKind::Published}};
    QVERIFY(m_fixture->found(m_fixture->store().waiting()) == waiting);
    const auto again = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(5000)});
    QCOMPARE(again.attempt.number, 2);
}

void TestAttempts::anAttemptIsClosedOnce()
{
    const Delivery delivery = addDelivery(QStringLiteral("e1"));
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(5)});
    const FinishAttempt first = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200),
                                           DeliveryState::Delivered, at(9));
    m_fixture->done<AttemptFinished>(first);
    const FinishAttempt second = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Failed, 400),
                                            DeliveryState::Failed, at(10));
    QCOMPARE(m_fixture->refused(second).code, ErrorCode::Conflict);
    FinishAttempt unknown = first;
    unknown.attempt.id = {4711};
    QCOMPARE(m_fixture->refused(unknown).code, ErrorCode::NotFound);
    const auto record = m_fixture->found(m_fixture->records().delivery(delivery.id));
    QCOMPARE(record.delivery.state, DeliveryState::Delivered);
    QVERIFY(record.delivery.dueAt == at(9));
    QCOMPARE(record.attempts.first().status, 200);
}

void TestAttempts::aFinishMayPauseItsDestination()
{
    const Destination destination = m_fixture->addDestination();
    const auto finishGone = [this, &destination](const QString &eventId, const QString &reason) {
        const AcceptedEvent event = m_fixture->addEvent(makeEvent(eventId, {destination.id}));
        const auto claimed
            = m_fixture->done<DeliveryClaimed>(ClaimDelivery{event.deliveries.value(0).id, at(1)});
        FinishAttempt change = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Failed, 410),
                                          DeliveryState::Failed, at(9));
        change.pauseReason = reason;
        return m_fixture->done<AttemptFinished>(change);
    };
    const auto first = finishGone(QStringLiteral("e1"), QStringLiteral("410 Gone"));
    QVERIFY(first.pausedDestination.has_value());
    QCOMPARE(first.pausedDestination->state, DestinationState::Paused);
    QCOMPARE(first.pausedDestination->pauseReason, QStringLiteral("410 Gone"));
    const auto second = finishGone(QStringLiteral("e2"), QStringLiteral("again"));
    QVERIFY2(!second.pausedDestination, "it is paused already");
    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    QVERIFY(registrations.first().destination == *first.pausedDestination);
}

void TestAttempts::whatWasInFlightWaitsAgain()
{
    const Destination joe = m_fixture->addDestination();
    const Destination gone = m_fixture->addDestination(QStringLiteral("gone"));
    const auto event = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id, gone.id}));
    const Delivery mine = event.deliveries.value(0);
    const Delivery orphan = event.deliveries.value(1);
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{mine.id, at(1)});
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{orphan.id, at(1)});
    Event heartbeat = makeEvent(QStringLiteral("h1"), {}).event;
    heartbeat.kind = EventKind::Heartbeat;
    const auto beat = m_fixture->done<DeliveryClaimed>(ClaimHeartbeat{joe.id, heartbeat});
    m_fixture->done<DestinationRemoved>(RemoveDestination{gone.id, at(2)});

    const RecoveryReport expected{3, 1};
    QVERIFY(m_fixture->reopen(at(100)) == expected);
    const QList<WaitingDelivery> waiting{{mine.id, joe.id, mine.dueAt, EventKind::Published}};
    QVERIFY(m_fixture->found(m_fixture->store().waiting()) == waiting);
    const auto attempts = m_fixture->found(m_fixture->records().attempts({}));
    QCOMPARE(attempts.size(), 3);
    for (const Attempt &attempt : attempts)
        QCOMPARE(attempt.outcome, AttemptOutcome::Interrupted);
    const auto failed = m_fixture->found(m_fixture->records().delivery(beat.attempt.delivery));
    QCOMPARE(failed.delivery.state, DeliveryState::Failed);
    QVERIFY(failed.delivery.dueAt == at(100));
    const auto cancelled = m_fixture->found(m_fixture->records().delivery(orphan.id));
    QCOMPARE(cancelled.delivery.state, DeliveryState::Cancelled);
    const auto restored = m_fixture->done<DestinationRestored>(RestoreDestination{gone.id});
    QCOMPARE(restored.deliveries.size(), 1);

    QVERIFY(m_fixture->reopen(at(200)) == RecoveryReport{});
    const auto again = m_fixture->done<DeliveryClaimed>(ClaimDelivery{mine.id, at(201)});
    QCOMPARE(again.attempt.number, 2);
}

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"

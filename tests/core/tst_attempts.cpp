// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storesuite.h"

using namespace Core;

/// What every store keeps of attempts.
class TestAttempts final : public StoreSuite
{
    Q_OBJECT

private slots:
    void aClaimCarriesAllThatAPostNeeds();
    void anIdThatComesAgainBringsItsOwnBody();
    void claimsAreRefused();
    void aBodyThereIsNoRoomForIsTold();
    void aHeartbeatIsClaimedInOneStep();
    void anAttemptIsClosedWithAllThatIsKnown();
    void anAttemptIsClosedOnce();
    void aBodyThatComesLateIsAddedOnce();
    void aBodyIsRefusedWhereNoneIsAwaited_data();
    void aBodyIsRefusedWhereNoneIsAwaited();
    void aBodyThatIsLateForItsAttemptIsRefused();
    void anAttemptThatWasNotSentIsNotCounted();
    void interruptionsAreNotChargedToTheSchedule();
    void aFinishMayPauseItsDestination();
    void aDestinationKnowsSinceWhenItFails();
    void aDestinationIsMarkedByWhatNeedsMending_data();
    void aDestinationIsMarkedByWhatNeedsMending();
    void anotherUrlStartsAfresh();
    void whatWasInFlightWaitsAgain();
    void theAttemptsOfACrashAreFoundByTheirSpan();

private:
    Delivery addDelivery(const QString &eventId);
    Destination destinationAfter(const QString &eventId, const Attempt &end);
};

Delivery TestAttempts::addDelivery(const QString &eventId)
{
    const Destination destination = m_fixture->addDestination();
    return m_fixture->addEvent(makeEvent(eventId, {destination.id})).deliveries.value(0);
}

/// The one destination, after an attempt at it that ended so, as the next run finds it.
Destination TestAttempts::destinationAfter(const QString &eventId, const Attempt &end)
{
    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    const Destination before = registrations.value(0).destination;
    const AttemptFinished finished
        = m_fixture->attemptOnce(eventId, before.id, end, DeliveryState::Failed);
    m_fixture->reopen(at(5));
    const auto after = m_fixture->found(m_fixture->store().registrations()).value(0).destination;
    if (finished.changedDestination.value_or(before) != after)
        QTest::qFail("what is told is not what is on record", __FILE__, __LINE__);
    return after;
}

void TestAttempts::aClaimCarriesAllThatAPostNeeds()
{
    Destination destination = m_fixture->addDestination();
    const NewEvent wanted = makeEvent(QStringLiteral("e1"), {destination.id}, "the body");
    const Delivery delivery = m_fixture->addEvent(wanted).deliveries.value(0);
    destination.url = QStringLiteral("http://localhost/moved");
    m_fixture->done<DestinationChanged>(
        ChangeDestination{destination.id, {{QStringLiteral("destination"), destination.url}}});

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
    expected.deliveryState = DeliveryState::InFlight;
    QVERIFY(!expected.id.isNull());
    QVERIFY(claimed.attempt == expected);

    const auto record = m_fixture->found(m_fixture->records().delivery(delivery.id));
    QCOMPARE(record.delivery.state, DeliveryState::InFlight);
    QCOMPARE(record.delivery.attemptCount, 1);
    QVERIFY(record.attempts == QList<Attempt>{expected});
    QVERIFY(m_fixture->found(m_fixture->store().waiting()).isEmpty());
}

/// Its event is forgotten by then; so large a body is read but once for all its claims.
void TestAttempts::anIdThatComesAgainBringsItsOwnBody()
{
    const Destination joe = m_fixture->addDestination();
    const auto claimed = [this, &joe](const QByteArray &body) {
        const auto event = m_fixture->addEvent(makeEvent(QStringLiteral("again"), {joe.id}, body));
        return m_fixture->done<DeliveryClaimed>(ClaimDelivery{event.deliveries.value(0).id, at(1)});
    };
    const auto first = claimed(QByteArray(100'000, 'x'));
    m_fixture->done<AttemptFinished>(makeFinish(
        first.attempt, makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered, at(2)));
    HistoryLimits limits;
    limits.age = Milliseconds{0};
    m_fixture->done<HistoryPruned>(PruneHistory{limits, at(100'000'000), {}});
    const QByteArray other(100'000, 'y');
    QVERIFY(claimed(other).event.body == other);
}

void TestAttempts::claimsAreRefused()
{
    const Delivery delivery = addDelivery(QStringLiteral("e1"));
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(1)});
    QCOMPARE(m_fixture->refused(ClaimDelivery{delivery.id, at(1)}).code, ErrorCode::Conflict);
    QCOMPARE(m_fixture->refused(ClaimDelivery{{4711}, at(1)}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->found(m_fixture->records().delivery(delivery.id)).attempts.size(), 1);
}

void TestAttempts::aBodyThereIsNoRoomForIsTold()
{
    const Destination joe = m_fixture->addDestination();
    const auto event
        = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id}, QByteArray(20'000, 'x')));
    const DeliveryId delivery = event.deliveries.value(0).id;
    const auto large = m_fixture->done<BodyTooLarge>(ClaimDelivery{delivery, at(1), 19'999});
    QVERIFY(large.delivery == delivery);
    QCOMPARE(large.bodyBytes, 20'000);
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery, at(1), 20'000});
    QCOMPARE(claimed.attempt.number, 1);
    QCOMPARE(claimed.event.body.size(), 20'000);
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
    expected.deliveryState = DeliveryState::Waiting;
    QVERIFY(finished.attempt == expected);
    QVERIFY(finished.changedDestination && finished.changedDestination->failingSince == at(2));
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

void TestAttempts::aBodyThatComesLateIsAddedOnce()
{
    const Delivery delivery = addDelivery(QStringLiteral("e1"));
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(5)});
    Attempt end = makeEnd(AttemptOutcome::Delivered, 200);
    end.timings.wait = Microseconds{2000};
    FinishAttempt finish = makeFinish(claimed.attempt, end, DeliveryState::Delivered, at(9));
    finish.transcript.responseHeaders = {{"Server", "slow"}};
    finish.transcript.isResponseCut = true;
    finish.transcript.remoteAddress = QStringLiteral("127.0.0.1:8091");
    const Attempt closed = m_fixture->done<AttemptFinished>(finish).attempt;
    m_fixture->reopen(at(20));
    auto record = m_fixture->found(m_fixture->records().attempt(closed.id));
    QVERIFY(record.attempt == closed);
    QVERIFY(record.transcript == finish.transcript);

    const KeepResponse change{closed.id, "at last", false, Microseconds{700'000}};
    Attempt expected = closed;
    expected.timings.receive = Microseconds{700'000};
    expected.responseBytes = 7;
    QVERIFY(m_fixture->done<ResponseKept>(change).attempt == expected);
    const KeepResponse second{closed.id, "something else", true, Microseconds{1}};
    QCOMPARE(m_fixture->refused(second).code, ErrorCode::Conflict);

    m_fixture->reopen(at(30));
    record = m_fixture->found(m_fixture->records().attempt(closed.id));
    QVERIFY(record.attempt == expected);
    finish.transcript.responseBody = "at last";
    finish.transcript.isResponseCut = false;
    QVERIFY(record.transcript == finish.transcript);
    const auto after = m_fixture->found(m_fixture->records().delivery(delivery.id)).delivery;
    QCOMPARE(after.state, DeliveryState::Delivered);
    QVERIFY(after.dueAt == at(9));
}

void TestAttempts::aBodyIsRefusedWhereNoneIsAwaited_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isCut");
    QTest::addColumn<bool>("hasBeenReceived");
    QTest::newRow("all of it has come") << 200 << false << true;
    QTest::newRow("all that is kept has come") << 200 << true << true;
    QTest::newRow("nothing more was to come") << 200 << false << false;
    QTest::newRow("there was no answer") << 0 << true << false;
}

void TestAttempts::aBodyIsRefusedWhereNoneIsAwaited()
{
    QFETCH(const int, status);
    QFETCH(const bool, isCut);
    QFETCH(const bool, hasBeenReceived);
    const Delivery delivery = addDelivery(QStringLiteral("e1"));
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(5)});
    const KeepResponse late{claimed.attempt.id, "late", false, Microseconds{5}};
    QCOMPARE(m_fixture->refused(late).code, ErrorCode::Conflict);
    Attempt end = makeEnd(AttemptOutcome::Failed, status);
    if (hasBeenReceived)
        end.timings.receive = Microseconds{0};
    FinishAttempt finish = makeFinish(claimed.attempt, end, DeliveryState::Failed, at(9));
    finish.transcript.responseBody = "first";
    finish.transcript.isResponseCut = isCut;
    const Attempt closed = m_fixture->done<AttemptFinished>(finish).attempt;
    QCOMPARE(m_fixture->refused(late).code, ErrorCode::Conflict);
    const auto record = m_fixture->found(m_fixture->records().attempt(closed.id));
    QVERIFY(record.attempt == closed);
    QVERIFY(record.transcript == finish.transcript);
}

void TestAttempts::aBodyThatIsLateForItsAttemptIsRefused()
{
    const Delivery delivery = addDelivery(QStringLiteral("e1"));
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(5)});
    FinishAttempt finish = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200),
                                      DeliveryState::Delivered, at(9));
    finish.transcript.isResponseCut = true;
    m_fixture->done<AttemptFinished>(finish);
    HistoryLimits limits;
    limits.age = Milliseconds{0};
    m_fixture->done<HistoryPruned>(PruneHistory{limits, at(100'000'000), {}});
    const KeepResponse late{claimed.attempt.id, "late", false, Microseconds{5}};
    QCOMPARE(m_fixture->refused(late).code, ErrorCode::NotFound);
    const KeepResponse unknown{{4711}, "late", false, Microseconds{5}};
    QCOMPARE(m_fixture->refused(unknown).code, ErrorCode::NotFound);
}

void TestAttempts::anAttemptThatWasNotSentIsNotCounted()
{
    const Destination destination = m_fixture->addDestination();
    const auto event = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {destination.id}));
    const DeliveryId delivery = event.deliveries.first().id;
    const auto first = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery, at(1)});
    FinishAttempt finish = makeFinish(first.attempt, makeEnd(AttemptOutcome::Temporary, 0),
                                      DeliveryState::Waiting, at(2));
    finish.attempt.failure = Failure::NotSent;
    const auto finished = m_fixture->done<AttemptFinished>(finish);
    QCOMPARE(finished.delivery.attemptCount, 0);
    const auto again = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery, at(3)});
    QCOMPARE(again.attempt.number, 1);
    QCOMPARE(again.chargedBefore, 0);
    QVERIFY(again.attempt.id != first.attempt.id);
}

void TestAttempts::interruptionsAreNotChargedToTheSchedule()
{
    const Destination joe = m_fixture->addDestination();
    const DeliveryId id
        = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id})).deliveries.first().id;
    const auto claim = [this, id] {
        return m_fixture->done<DeliveryClaimed>(ClaimDelivery{id, at(1)});
    };
    const auto endAs = [this](const DeliveryClaimed &claimed, AttemptOutcome outcome) {
        m_fixture->done<AttemptFinished>(
            makeFinish(claimed.attempt, makeEnd(outcome, 0), DeliveryState::Waiting, at(2)));
    };
    endAs(claim(), AttemptOutcome::Temporary);
    endAs(claim(), AttemptOutcome::Interrupted); // by a shutdown
    claim();
    m_fixture->reopen(at(3)); // after a crash
    const DeliveryClaimed fourth = claim();
    QCOMPARE(fourth.attempt.number, 4);
    QCOMPARE(fourth.chargedBefore, 1);
    endAs(fourth, AttemptOutcome::Temporary);
    QCOMPARE(claim().chargedBefore, 2);
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
    QVERIFY(first.changedDestination.has_value());
    QCOMPARE(first.changedDestination->state, DestinationState::Paused);
    QCOMPARE(first.changedDestination->pauseReason, QStringLiteral("410 Gone"));
    const auto second = finishGone(QStringLiteral("e2"), QStringLiteral("again"));
    QVERIFY2(!second.changedDestination, "it is paused already");
    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    QVERIFY(registrations.first().destination == *first.changedDestination);
}

void TestAttempts::aDestinationKnowsSinceWhenItFails()
{
    const Destination fresh = m_fixture->addDestination();
    QVERIFY(!fresh.failingSince);
    Attempt notSent = makeEnd(AttemptOutcome::Temporary, 0);
    notSent.failure = Failure::NotSent;
    QVERIFY(destinationAfter(QStringLiteral("e1"), notSent) == fresh);
    QVERIFY(destinationAfter(QStringLiteral("e2"), makeEnd(AttemptOutcome::Interrupted, 0))
            == fresh);
    Attempt failure = makeEnd(AttemptOutcome::Temporary, 503);
    failure.startedAt = at(70);
    QVERIFY(destinationAfter(QStringLiteral("e3"), failure).failingSince == at(70));
    failure = makeEnd(AttemptOutcome::Failed, 404);
    failure.startedAt = at(90);
    QVERIFY(destinationAfter(QStringLiteral("e4"), failure).failingSince == at(70));
    QVERIFY(destinationAfter(QStringLiteral("e5"), makeEnd(AttemptOutcome::Delivered, 200))
            == fresh);

    destinationAfter(QStringLiteral("e6"), failure);
    const auto paused = m_fixture->done<DestinationChanged>(
        SetDestinationState{fresh.id, DestinationState::Paused, {}});
    QVERIFY(paused.destination.failingSince == at(90));
    const auto resumed = m_fixture->done<DestinationChanged>(
        SetDestinationState{fresh.id, DestinationState::Active, {}});
    QVERIFY(resumed.destination == fresh);
    QVERIFY(m_fixture->found(m_fixture->store().registrations()).first().destination == fresh);
}

void TestAttempts::aDestinationIsMarkedByWhatNeedsMending_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<bool>("isMarked");
    QTest::newRow("a certificate or a handshake") << Failure::TlsFailed << true;
    QTest::newRow("an address that is not allowed") << Failure::AddressRefused << true;
    QTest::newRow("a receiver that is down comes back by itself")
        << Failure::ConnectionRefused << false;
}

void TestAttempts::aDestinationIsMarkedByWhatNeedsMending()
{
    QFETCH(const Failure, failure);
    QFETCH(const bool, isMarked);
    m_fixture->addDestination();
    Attempt end = makeEnd(AttemptOutcome::Failed, 0);
    end.failure = failure;
    end.error = QStringLiteral("it says why");
    QCOMPARE(destinationAfter(QStringLiteral("e1"), end).mark, isMarked ? end.error : QString());
    const Destination marked
        = destinationAfter(QStringLiteral("e2"), makeEnd(AttemptOutcome::Failed, 0));
    QCOMPARE(marked.mark, isMarked ? end.error : QString());
    const auto markAfter = [&](const QString &member, const QJsonValue &value) {
        const ChangeDestination change{marked.id, {{member, value}}};
        return m_fixture->done<DestinationChanged>(change).destination.mark;
    };
    QCOMPARE(markAfter(QStringLiteral("description"), QStringLiteral("not about the way there")),
             marked.mark);
    QVERIFY(markAfter(QStringLiteral("verifyTls"), false).isEmpty());
    destinationAfter(QStringLiteral("e3"), end);
    QVERIFY(destinationAfter(QStringLiteral("e4"), makeEnd(AttemptOutcome::Delivered, 200))
                .mark.isEmpty());
}

void TestAttempts::anotherUrlStartsAfresh()
{
    Destination destination = m_fixture->addDestination();
    Attempt end = makeEnd(AttemptOutcome::Failed, 0);
    end.failure = Failure::TlsFailed;
    destination = destinationAfter(QStringLiteral("e1"), end);
    QVERIFY(destination.failingSince && !destination.mark.isEmpty());
    const AcceptedEvent event
        = m_fixture->addEvent(makeEvent(QStringLiteral("e2"), {destination.id}));
    const auto flying
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{event.deliveries.value(0).id, at(1)});
    const ChangeDestination move{
        destination.id,
        {{QStringLiteral("destination"), destination.url + QStringLiteral("/new")}}};
    const auto moved = m_fixture->done<DestinationChanged>(move);
    QVERIFY(!moved.destination.failingSince && moved.destination.mark.isEmpty());
    FinishAttempt late = makeFinish(flying.attempt, end, DeliveryState::Failed, at(2));
    late.pauseReason = QStringLiteral("410 Gone");
    QVERIFY2(!m_fixture->done<AttemptFinished>(late).changedDestination,
             "the old address says nothing about the new one");
    QVERIFY(m_fixture->found(m_fixture->store().registrations()).first().destination
            == moved.destination);
    const auto record = m_fixture->found(m_fixture->records().attempt(flying.attempt.id));
    QCOMPARE(record.attempt.url, destination.url);
    QCOMPARE(record.transcript.url, destination.url);
    for (const Attempt &attempt : m_fixture->found(m_fixture->records().attempts({})))
        QCOMPARE(attempt.url, destination.url);
}

void TestAttempts::whatWasInFlightWaitsAgain()
{
    const Destination joe = m_fixture->addDestination();
    const Destination gone = m_fixture->addDestination(QStringLiteral("gone"));
    const auto event = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id, gone.id}));
    const Delivery mine = event.deliveries.value(0);
    const Delivery orphan = event.deliveries.value(1);
    const auto first = m_fixture->done<DeliveryClaimed>(ClaimDelivery{mine.id, at(1)});
    const auto second = m_fixture->done<DeliveryClaimed>(ClaimDelivery{orphan.id, at(2)});
    Event heartbeat = makeEvent(QStringLiteral("h1"), {}).event;
    heartbeat.kind = EventKind::Heartbeat;
    const auto beat = m_fixture->done<DeliveryClaimed>(ClaimHeartbeat{joe.id, heartbeat});
    m_fixture->done<DestinationRemoved>(RemoveDestination{gone.id, at(2)});

    const RecoveryReport expected{
        3, 1, {first.attempt.id, second.attempt.id, beat.attempt.id}, at(0), at(2)};
    QVERIFY(m_fixture->reopen(at(100)) == expected);
    const QList<WaitingDelivery> waiting{{mine.id, joe.id, mine.dueAt, EventKind::Published}};
    QVERIFY(m_fixture->found(m_fixture->store().waiting()) == waiting);
    const auto attempts = m_fixture->found(m_fixture->records().attempts({}));
    QCOMPARE(attempts.size(), 3);
    for (const Attempt &attempt : attempts) {
        QCOMPARE(attempt.outcome, AttemptOutcome::Interrupted);
        QCOMPARE(attempt.error, BrokenOffError);
        QVERIFY2(!durationOf(attempt), "nobody saw its end");
    }
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

void TestAttempts::theAttemptsOfACrashAreFoundByTheirSpan()
{
    const Destination joe = m_fixture->addDestination();
    const auto crashAfter = [this, &joe](const QString &name, const QList<qint64> &starts) {
        for (const qint64 start : starts) {
            const auto event
                = m_fixture->addEvent(makeEvent(name + QString::number(start), {joe.id}));
            m_fixture->done<DeliveryClaimed>(ClaimDelivery{event.deliveries.first().id, at(start)});
        }
        return m_fixture->reopen(at(starts.last() + 100));
    };
    crashAfter(QStringLiteral("first"), {10, 20});
    const RecoveryReport report = crashAfter(QStringLiteral("second"), {200, 300, 250});
    crashAfter(QStringLiteral("third"), {500});

    LogQuery query;
    query.filter
        = parseFilter(QStringLiteral("is:interrupted since:%1 -since:%2")
                          .arg(toIso(report.firstBegan), toIso(report.lastBegan + Milliseconds{1})))
              .filter;
    QList<AttemptId> found;
    for (const Attempt &attempt : m_fixture->found(m_fixture->records().attempts(query)))
        found.prepend(attempt.id);
    QCOMPARE(found.size(), 3);
    QVERIFY(found == report.named);
}

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"

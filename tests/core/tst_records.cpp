// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefixture.h"

using namespace Core;

Q_DECLARE_METATYPE(StoreFixture::Make)

/// What every store keeps of attempts, and what the records tell of it: one suite over each make.
Q_DECLARE_METATYPE(std::function<void(LogQuery &)>)

class TestRecords final : public QObject
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

    void nextStepsAreTold_data();
    void nextStepsAreTold();
    void whatIsNotThereIsNotFound();
    void logsAreReadByPages();
    void capturesAreReadByBinAndPage();
    void logsAreNarrowed_data();
    void logsAreNarrowed();
    void closedRecordsTellAnError();

private:
    void fillLog();
    Delivery addDelivery(const QString &eventId);

    std::unique_ptr<StoreFixture> m_fixture;
};

void TestRecords::initTestCase_data()
{
    QTest::addColumn<StoreFixture::Make>("make");
    QTest::newRow("SQLite") << StoreFixture::Make::Sqlite;
    QTest::newRow("memory") << StoreFixture::Make::Memory;
}

void TestRecords::init()
{
    QFETCH_GLOBAL(StoreFixture::Make, make);
    m_fixture = std::make_unique<StoreFixture>(make);
}

void TestRecords::cleanup()
{
    m_fixture.reset();
}

Delivery TestRecords::addDelivery(const QString &eventId)
{
    const Destination destination = m_fixture->addDestination();
    return m_fixture->addEvent(makeEvent(eventId, {destination.id})).deliveries.value(0);
}

void TestRecords::aClaimCarriesAllThatAPostNeeds()
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

void TestRecords::claimsAreRefused()
{
    const Delivery delivery = addDelivery(QStringLiteral("e1"));
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(1)});
    QCOMPARE(m_fixture->refused(ClaimDelivery{delivery.id, at(1)}).code, ErrorCode::Conflict);
    QCOMPARE(m_fixture->refused(ClaimDelivery{{4711}, at(1)}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->found(m_fixture->records().delivery(delivery.id)).attempts.size(), 1);
}

void TestRecords::aHeartbeatIsClaimedInOneStep()
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

void TestRecords::anAttemptIsClosedWithAllThatIsKnown()
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

void TestRecords::anAttemptIsClosedOnce()
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

void TestRecords::aFinishMayPauseItsDestination()
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

void TestRecords::whatWasInFlightWaitsAgain()
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

void TestRecords::nextStepsAreTold_data()
{
    QTest::addColumn<DeliveryState>("next");
    QTest::addColumn<QString>("words");
    QTest::newRow("a delivered one") << DeliveryState::Delivered << QStringLiteral("delivered");
    QTest::newRow("a failed one") << DeliveryState::Failed << QStringLiteral("failed: why");
    QTest::newRow("a waiting one")
        << DeliveryState::Waiting
        << QStringLiteral("waits for its next attempt, due at 2024-04-24T23:06:41.000Z");
    QTest::newRow("a cancelled one")
        << DeliveryState::Cancelled << QStringLiteral("cancelled: why");
}

void TestRecords::nextStepsAreTold()
{
    QFETCH(DeliveryState, next);
    QFETCH(QString, words);
    const Delivery delivery = addDelivery(QStringLiteral("e1"));
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(1)});
    const auto flying = m_fixture->found(m_fixture->records().attempt(claimed.attempt.id));
    QCOMPARE(flying.nextStep, QStringLiteral("in flight"));
    QCOMPARE(flying.transcript.url, claimed.attempt.url);
    FinishAttempt change
        = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Failed, 400), next, at(1000));
    if (isEnded(next) && next != DeliveryState::Delivered)
        change.reason = QStringLiteral("why");
    m_fixture->done<AttemptFinished>(change);
    QCOMPARE(m_fixture->found(m_fixture->records().attempt(claimed.attempt.id)).nextStep, words);
}

void TestRecords::whatIsNotThereIsNotFound()
{
    Records &records = m_fixture->records();
    QCOMPARE(records.attempt({4711}).error().code, ErrorCode::NotFound);
    QCOMPARE(records.delivery({4711}).error().code, ErrorCode::NotFound);
    QCOMPARE(records.capture({4711}).error().code, ErrorCode::NotFound);
    const EventId unknown{QStringLiteral("nobody' OR 1=1 --")};
    QCOMPARE(records.event(unknown).error().code, ErrorCode::NotFound);
    QCOMPARE(records.eventWithBody(unknown).error().code, ErrorCode::NotFound);
    QVERIFY(m_fixture->found(records.attempts({})).isEmpty());
    QVERIFY(m_fixture->found(records.deliveries({})).isEmpty());
}

void TestRecords::logsAreReadByPages()
{
    const Destination destination = m_fixture->addDestination();
    QList<AttemptId> all;
    for (int i = 0; i < 25; ++i) {
        const auto finished = m_fixture->attemptOnce(QStringLiteral("e%1").arg(i), destination.id,
                                                     makeEnd(AttemptOutcome::Delivered, 200),
                                                     DeliveryState::Delivered);
        all.prepend(finished.attempt.id);
    }
    LogQuery query;
    query.destination = destination.id;
    query.limit = 10;
    QList<AttemptId> seen;
    QList<qsizetype> sizes;
    while (sizes.isEmpty() || sizes.last() > 0) {
        const auto page = m_fixture->found(m_fixture->records().attempts(query));
        for (const Attempt &attempt : page)
            seen.append(attempt.id);
        sizes.append(page.size());
        query.before = page.isEmpty() ? 0 : page.last().id.value;
    }
    QCOMPARE(sizes, (QList<qsizetype>{10, 10, 5, 0}));
    QVERIFY(seen == all);
    query = {};
    query.limit = 0;
    QCOMPARE(m_fixture->found(m_fixture->records().attempts(query)).size(), 1);
    query.limit = 5000;
    QCOMPARE(m_fixture->found(m_fixture->records().deliveries(query)).size(), 25);
}

void TestRecords::capturesAreReadByBinAndPage()
{
    QList<Capture> added;
    for (int i = 0; i < 6; ++i) {
        CaptureRecord record;
        record.capture.bin = i % 2 == 0 ? QStringLiteral("even") : QStringLiteral("odd");
        record.capture.receivedAt = at(i);
        record.capture.method = "POST";
        record.capture.target = "/v1/webhooks/even?x=%20";
        record.capture.status = 503;
        record.capture.remoteAddress = QStringLiteral("::1");
        record.capture.delivery = {i == 0 ? 0 : 7};
        record.capture.attemptNumber = i;
        record.headers = {{"Host", "localhost"}, {"host", "again"}};
        record.body = QByteArray(i, 'x');
        added.append(m_fixture->done<CaptureAdded>(AddCapture{record}).capture);
        record.capture = added.last();
        QVERIFY(m_fixture->found(m_fixture->records().capture(added.last().id)) == record);
    }
    Records &records = m_fixture->records();
    const QString even = QStringLiteral("even");
    const QList<Capture> first{added.at(4), added.at(2)};
    QVERIFY(m_fixture->found(records.captures(even, 0, 2)) == first);
    const QList<Capture> rest{added.at(0)};
    QVERIFY(m_fixture->found(records.captures(even, first.last().id.value, 2)) == rest);
    QCOMPARE(m_fixture->found(records.captures({}, 0, 100)).size(), 6);
    QVERIFY(m_fixture->found(records.captures(QStringLiteral("none"), 0, 9)).isEmpty());
}

void TestRecords::closedRecordsTellAnError()
{
    Records &records = m_fixture->records();
    records.close();
    records.close();
    QCOMPARE(records.attempts({}).error().code, ErrorCode::Storage);
    QCOMPARE(records.deliveries({}).error().code, ErrorCode::Storage);
    QCOMPARE(records.captures({}, 0, 1).error().code, ErrorCode::Storage);
    QCOMPARE(records.attempt({1}).error().code, ErrorCode::Storage);
    QCOMPARE(records.eventWithBody(EventId{QStringLiteral("e")}).error().code, ErrorCode::Storage);
}

/// Events e0 to e4: to joe 200, to Zoë_ 404, to joe without an answer, to joe 503 and waiting,
/// and a heartbeat to joe.
void TestRecords::fillLog()
{
    const Destination joe = m_fixture->addDestination();
    const Destination zoe = m_fixture->addDestination(QStringLiteral("ZOË_"));
    m_fixture->attemptOnce(QStringLiteral("e0"), joe.id, makeEnd(AttemptOutcome::Delivered, 200),
                           DeliveryState::Delivered);
    m_fixture->attemptOnce(QStringLiteral("e1"), zoe.id, makeEnd(AttemptOutcome::Failed, 404),
                           DeliveryState::Failed);
    Attempt silent = makeEnd(AttemptOutcome::Temporary, 0);
    silent.failure = Failure::ConnectionRefused;
    silent.error = QStringLiteral("connection refused");
    m_fixture->attemptOnce(QStringLiteral("e2"), joe.id, silent, DeliveryState::Waiting);
    NewEvent order = makeEvent(QStringLiteral("e3"), {joe.id});
    order.event.type = QStringLiteral("order.made");
    const AcceptedEvent accepted = m_fixture->addEvent(order);
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{accepted.deliveries.value(0).id, at(1)});
    m_fixture->done<AttemptFinished>(makeFinish(claimed.attempt,
                                                makeEnd(AttemptOutcome::Temporary, 503),
                                                DeliveryState::Waiting, at(1000)));
    Event heartbeat = makeEvent(QStringLiteral("e4"), {}).event;
    heartbeat.kind = EventKind::Heartbeat;
    heartbeat.type = HeartbeatType;
    m_fixture->done<DeliveryClaimed>(ClaimHeartbeat{joe.id, heartbeat});
}

void TestRecords::logsAreNarrowed_data()
{
    QTest::addColumn<std::function<void(LogQuery &)>>("narrow");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::function<void(LogQuery &)> &narrow,
                        const char *expected) {
        QTest::newRow(name) << narrow << QString::fromLatin1(expected);
    };
    const auto text = [](const char *part) {
        return [part](LogQuery &query) { query.text = QString::fromUtf8(part); };
    };
    row(
        "not at all", [](LogQuery &) {}, "e4 e3 e2 e1 e0");
    row(
        "to a destination", [](LogQuery &q) { q.destination = DestinationId{1}; }, "e4 e3 e2 e0");
    row(
        "to another destination", [](LogQuery &q) { q.destination = DestinationId{999}; }, "");
    row(
        "to a name without case", [](LogQuery &q) { q.destinationName = QStringLiteral("zoë_"); },
        "e1");
    row(
        "to a part of a name, which is none",
        [](LogQuery &q) { q.destinationName = QStringLiteral("zo"); }, "");
    row(
        "to a type", [](LogQuery &q) { q.eventType = QStringLiteral("order.made"); }, "e3");
    row(
        "to a pattern", [](LogQuery &q) { q.eventType = QStringLiteral("invoice.*"); }, "e2 e1 e0");
    row(
        "to a pattern of all", [](LogQuery &q) { q.eventType = QStringLiteral("*"); },
        "e4 e3 e2 e1 e0");
    row(
        "to a pattern in the wrong case",
        [](LogQuery &q) { q.eventType = QStringLiteral("Invoice.*"); }, "");
    row(
        "to a class of statuses",
        [](LogQuery &q) {
            q.statusFrom = 400;
            q.statusTo = 599;
        },
        "e3 e1");
    row(
        "to outcomes", [](LogQuery &q) { q.outcomes = {AttemptOutcome::Temporary}; }, "e3 e2");
    row(
        "to two outcomes",
        [](LogQuery &q) {
            q.outcomes = {AttemptOutcome::Failed, AttemptOutcome::InFlight};
        },
        "e4 e1");
    row(
        "to states", [](LogQuery &q) { q.states = {DeliveryState::Waiting}; }, "e3 e2");
    row(
        "to no heartbeats", [](LogQuery &q) { q.leavesOutHeartbeats = true; }, "e3 e2 e1 e0");
    row("to text in an event id", text("E2"), "e2");
    row("to text in a type", text("ORDER"), "e3");
    row("to text in a name, without case beyond ASCII", text("oë"), "e1");
    row("to a percent sign, which is nothing special", text("%"), "");
    row("to an underscore, which is nothing special", text("_"), "e1");
    row("to a backslash, which is nothing special", text("\\"), "");
    row(
        "to conditions that all hold",
        [](LogQuery &q) {
            q.eventType = QStringLiteral("invoice.*");
            q.text = QStringLiteral("joe");
            q.states = {DeliveryState::Delivered, DeliveryState::Failed};
        },
        "e0");
}

void TestRecords::logsAreNarrowed()
{
    QFETCH(std::function<void(LogQuery &)>, narrow);
    QFETCH(QString, expected);
    fillLog();
    LogQuery query;
    narrow(query);
    const QStringList events = expected.split(u' ', Qt::SkipEmptyParts);
    QStringList ofAttempts;
    for (const Attempt &attempt : m_fixture->found(m_fixture->records().attempts(query)))
        ofAttempts.append(attempt.event.text);
    QCOMPARE(ofAttempts, events);
    QStringList ofDeliveries;
    for (const Delivery &delivery : m_fixture->found(m_fixture->records().deliveries(query)))
        ofDeliveries.append(delivery.event.text);
    QCOMPARE(ofDeliveries, events);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storesuite.h"

using namespace Core;

Q_DECLARE_METATYPE(std::function<void(LogQuery &)>)

/// What the records tell of what a store has kept.
class TestRecords final : public StoreSuite
{
    Q_OBJECT

private slots:
    void nextStepsAreTold_data();
    void nextStepsAreTold();
    void whatIsNotThereIsNotFound();
    void logsAreReadByPages();
    void capturesAreReadByBinAndPage();
    void attemptsAndCapturesHaveOneCounter();
    void logsAreNarrowed_data();
    void logsAreNarrowed();
    void registrationsAreReadAsTheStoreHasThem();
    void closedRecordsTellAnError();

private:
    void fillLog();
};

void TestRecords::nextStepsAreTold_data()
{
    QTest::addColumn<DeliveryState>("next");
    QTest::addColumn<QString>("words");
    QTest::newRow("a delivered one")
        << DeliveryState::Delivered << QStringLiteral("It is delivered.");
    QTest::newRow("a failed one") << DeliveryState::Failed
                                  << QStringLiteral("It is not tried again.");
    QTest::newRow("a waiting one")
        << DeliveryState::Waiting
        << QStringLiteral("The next attempt is due at 2024-04-24T23:06:41.000Z.");
    QTest::newRow("a cancelled one")
        << DeliveryState::Cancelled << QStringLiteral("It was cancelled: why.");
}

void TestRecords::nextStepsAreTold()
{
    QFETCH(DeliveryState, next);
    QFETCH(QString, words);
    const Destination destination = m_fixture->addDestination();
    const AcceptedEvent event
        = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {destination.id}));
    const Delivery delivery = event.deliveries.value(0);
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(1)});
    const auto flying = m_fixture->found(m_fixture->records().attempt(claimed.attempt.id));
    QCOMPARE(flying.nextStep, QStringLiteral("It is in flight."));
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

void TestRecords::attemptsAndCapturesHaveOneCounter()
{
    const Destination joe = m_fixture->addDestination();
    const auto capture
        = [this] { return m_fixture->done<CaptureAdded>(AddCapture{}).capture.id.value; };
    const auto attempt = [this, &joe](const QString &event) {
        return m_fixture
            ->attemptOnce(event, joe.id, makeEnd(AttemptOutcome::Delivered, 200),
                          DeliveryState::Delivered)
            .attempt.id.value;
    };
    QList<qint64> numbers{capture(), attempt(QStringLiteral("e1")), attempt(QStringLiteral("e2")),
                          capture()};
    HistoryLimits none;
    none.age = Milliseconds{0};
    m_fixture->done<HistoryPruned>(PruneHistory{none, at(9'000'000), {}});
    QVERIFY(m_fixture->found(m_fixture->records().attempts({})).isEmpty());
    m_fixture->reopen(at(9'000'000));
    numbers += {attempt(QStringLiteral("e3")), capture()};
    QVERIFY(numbers == QList<qint64>({1, 2, 3, 4, 5, 6}));
}

void TestRecords::registrationsAreReadAsTheStoreHasThem()
{
    m_fixture->addDestination();
    const Destination gone = m_fixture->addDestination(QStringLiteral("gone"));
    m_fixture->addDestination(QStringLiteral("ann"));
    m_fixture->done<DestinationRemoved>(RemoveDestination{gone.id, at(1)});
    const auto registrations = m_fixture->found(m_fixture->records().registrations());
    QCOMPARE(registrations.size(), 2);
    QVERIFY(registrations == m_fixture->found(m_fixture->store().registrations()));
}

void TestRecords::closedRecordsTellAnError()
{
    Records &records = m_fixture->records();
    records.close();
    records.close();
    QCOMPARE(records.registrations().error().code, ErrorCode::Storage);
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
    const Destination zoe = m_fixture->addDestination(QStringLiteral("Zoë_"));
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
        "to a name without case", [](LogQuery &q) { q.destinationName = QStringLiteral("ZOË_"); },
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
    row("to text in a name, without case beyond ASCII", text("OË"), "e1");
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

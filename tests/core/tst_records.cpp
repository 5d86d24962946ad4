// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history.h"
#include "core/model/directory.h"
#include "core/store/rules.h"
#include "tests/support/storesuite.h"

using namespace Core;

/// What the records tell of what a store has kept.
class TestRecords final : public StoreSuite
{
    Q_OBJECT

private slots:
    void nextStepsAreTold_data();
    void nextStepsAreTold();
    void whatWaitsForAResumptionIsTold();
    void whatIsNotThereIsNotFound();
    void theRecentReachBackToTheLastSuccess();
    void failuresCountBackToSomethingElse();
    void postsCountAsLongAsALimitLooksBack();
    void aClockIsProvenByAnHour();
    void logsAreReadByPages();
    void capturesAreReadByBinAndPage();
    void attemptsAndCapturesHaveOneCounter();
    void registrationsAreReadAsTheStoreHasThem();
    void closedRecordsTellAnError();
};

void TestRecords::nextStepsAreTold_data()
{
    QTest::addColumn<DeliveryState>("next");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<NextStep>("step");
    QTest::newRow("a delivered one")
        << DeliveryState::Delivered << QString() << NextStep::Delivered;
    QTest::newRow("a failed one") << DeliveryState::Failed << QStringLiteral("why")
                                  << NextStep::GivenUp;
    QTest::newRow("a waiting one") << DeliveryState::Waiting << QString() << NextStep::Due;
    QTest::newRow("a cancelled one")
        << DeliveryState::Cancelled << QString(CancelledReason) << NextStep::Cancelled;
    QTest::newRow("one whose destination was removed")
        << DeliveryState::Cancelled << QString(RemovedReason) << NextStep::Removed;
}

void TestRecords::nextStepsAreTold()
{
    QFETCH(DeliveryState, next);
    QFETCH(QString, reason);
    QFETCH(NextStep, step);
    const Destination destination = m_fixture->addDestination();
    const AcceptedEvent event
        = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {destination.id}));
    const Delivery delivery = event.deliveries.value(0);
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(1)});
    const auto flying = m_fixture->found(m_fixture->records().attempt(claimed.attempt.id));
    QVERIFY(flying.nextStep == NextStep::InFlight);
    QCOMPARE(flying.transcript.url, claimed.attempt.url);
    FinishAttempt change
        = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Failed, 400), next, at(1000));
    change.reason = reason;
    m_fixture->done<AttemptFinished>(change);
    const auto ended = m_fixture->found(m_fixture->records().attempt(claimed.attempt.id));
    QVERIFY(ended.nextStep == step);
    QCOMPARE(ended.dueAt.has_value(), step == NextStep::Due);
}

/// A test passes the pause of its destination, and what is told must not say otherwise.
void TestRecords::whatWaitsForAResumptionIsTold()
{
    const Destination destination = m_fixture->addDestination();
    const auto stepOf = [this, &destination](const QString &id, EventKind kind) {
        NewEvent event = makeEvent(id, {destination.id});
        event.event.kind = kind;
        const Delivery delivery = m_fixture->addEvent(event).deliveries.value(0);
        const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery.id, at(1)});
        m_fixture->done<AttemptFinished>(makeFinish(claimed.attempt,
                                                    makeEnd(AttemptOutcome::Interrupted, 0),
                                                    DeliveryState::Waiting, at(1000)));
        return claimed.attempt.id;
    };
    const AttemptId published = stepOf(QStringLiteral("e1"), EventKind::Published);
    const AttemptId test = stepOf(QStringLiteral("e2"), EventKind::Test);
    m_fixture->done<DestinationChanged>(
        SetDestinationState{destination.id, DestinationState::Paused, {}});
    const auto kept = m_fixture->found(m_fixture->records().attempt(published));
    QVERIFY(kept.nextStep == NextStep::Kept);
    QVERIFY(!kept.dueAt);
    const auto going = m_fixture->found(m_fixture->records().attempt(test));
    QVERIFY(going.nextStep == NextStep::Due);
    QVERIFY(going.dueAt);
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

void TestRecords::theRecentReachBackToTheLastSuccess()
{
    const Destination joe = m_fixture->addDestination();
    const auto attempt = [&](int number, AttemptOutcome outcome, int status) {
        m_fixture->attemptOnce(QStringLiteral("e%1").arg(number), joe.id, makeEnd(outcome, status),
                               outcome == AttemptOutcome::Delivered ? DeliveryState::Delivered
                                                                    : DeliveryState::Failed);
    };
    const auto recent = [&] { return m_fixture->found(readRecent(m_fixture->records(), joe.id)); };
    QVERIFY(recent().isEmpty());
    attempt(0, AttemptOutcome::Delivered, 200);
    for (int i = 1; i <= 40; ++i)
        attempt(i, AttemptOutcome::Failed, 400);
    QCOMPARE(recent().size(), 41);
    QCOMPARE(recent().first().status, 200);
    Directory directory;
    Registration registration{joe, {}};
    directory.put(registration);
    directory.notePast(joe.id, recent());
    QCOMPARE(directory.find(joe.id)->failuresInARow, 40);
    QCOMPARE(directory.find(joe.id)->recent.size(), 30);
    attempt(41, AttemptOutcome::Delivered, 200);
    QCOMPARE(recent().size(), 30);
}

void TestRecords::failuresCountBackToSomethingElse()
{
    const Destination joe = m_fixture->addDestination();
    int number = 0;
    const auto attempt = [&](AttemptOutcome outcome, int status) {
        m_fixture->attemptOnce(QStringLiteral("e%1").arg(++number), joe.id,
                               makeEnd(outcome, status), DeliveryState::Failed);
    };
    const auto count = [&](const Destination &destination) {
        return m_fixture->found(readUnsettled(m_fixture->records(), destination, at(10))).size();
    };
    QCOMPARE(count(joe), 0);
    attempt(AttemptOutcome::Delivered, 200);
    attempt(AttemptOutcome::Delivered, 200);
    QCOMPARE(count(joe), 1); // the newest tells how its receiver is
    attempt(AttemptOutcome::Interrupted, 0);
    QCOMPARE(count(joe), 2);
    for (int i = 0; i < 12; ++i)
        attempt(AttemptOutcome::Temporary, 503);
    // Neither a crash in a probe nor a refusal closes a breaker.
    attempt(AttemptOutcome::Interrupted, 0);
    attempt(AttemptOutcome::Failed, 400);
    QCOMPARE(count(joe), 15);
    const auto past = m_fixture->found(readUnsettled(m_fixture->records(), joe, at(10)));
    QCOMPARE(past.at(1).status, 503);
    QCOMPARE(past.last().status, 400);
    Destination moved = joe;
    moved.url = QStringLiteral("http://elsewhere.example/");
    QCOMPARE(count(moved), 0);
    for (int i = 0; i < 80; ++i)
        attempt(AttemptOutcome::Temporary, 503);
    QCOMPARE(count(joe), 60);
}

void TestRecords::postsCountAsLongAsALimitLooksBack()
{
    Destination joe = m_fixture->addDestination();
    joe.rateLimit = RateLimit{20, Milliseconds{1'000}};
    const auto attempt = [&](int number, Failure failure) {
        Attempt end = makeEnd(failure == Failure::None ? AttemptOutcome::Delivered
                                                       : AttemptOutcome::Temporary,
                              failure == Failure::None ? 200 : 0);
        end.failure = failure;
        m_fixture->attemptOnce(QStringLiteral("e%1").arg(number), joe.id, end,
                               DeliveryState::Delivered);
    };
    const auto countOf = [&](const Destination &destination, Time now) {
        return m_fixture->found(readUnsettled(m_fixture->records(), destination, now)).size();
    };
    const auto count = [&](Time now) { return countOf(joe, now); };
    for (int i = 0; i < 30; ++i)
        attempt(i, Failure::None);
    QCOMPARE(count(at(10)), 20);
    for (int i = 30; i < 35; ++i)
        attempt(i, Failure::NotSent);
    QCOMPARE(count(at(10)), 25); // what was not sent takes nobody's place
    QCOMPARE(count(at(0) + LongestAttempt + std::chrono::seconds{2}), 6);
    Destination moved = joe;
    moved.url = QStringLiteral("http://elsewhere.example/");
    moved.rateLimit = RateLimit{1, std::chrono::minutes{1}};
    QCOMPARE(countOf(moved, at(0) + LongestAttempt + std::chrono::seconds{235}), 6);
    QCOMPARE(countOf(moved, at(0) + LongestAttempt + std::chrono::seconds{245}), 0);
}

void TestRecords::aClockIsProvenByAnHour()
{
    using namespace std::chrono_literals;
    const Destination joe = m_fixture->addDestination();
    const Time begin = at(0);
    const Time leapt = begin + 24h * 3'652;
    int number = 0;
    const auto attempt = [&](Time time) {
        Attempt end = makeEnd(AttemptOutcome::Delivered, 200);
        end.startedAt = time;
        m_fixture->attemptOnce(QStringLiteral("e%1").arg(++number), joe.id, end,
                               DeliveryState::Delivered);
    };
    const auto capture = [&](Time time) {
        AddCapture change;
        change.record.capture.receivedAt = time;
        m_fixture->done<CaptureAdded>(change);
    };
    const auto proven = [&] { return m_fixture->found(readProvenMoment(m_fixture->records())); };
    QVERIFY(!proven());
    attempt(begin);
    QVERIFY(proven() == begin);
    attempt(begin + 30min);
    QVERIFY(proven() == begin + 30min); // nothing is an hour older
    attempt(begin + 2h);
    QVERIFY(proven() == begin + 30min);
    for (int minute = 0; minute < 10; ++minute)
        attempt(leapt + minute * 1min);
    QVERIFY(proven() == begin + 2h);
    capture(leapt + 10min);
    QVERIFY(proven() == begin + 2h);
    attempt(leapt + 61min);
    QVERIFY(proven() == leapt + 1min);
    capture(begin + 3h); // put right again
    attempt(begin + 3h);
    QVERIFY(proven() == begin + 2h);
    capture(leapt + 3h); // as at each start of a machine, until it hears the time
    attempt(begin + 4h);
    capture(leapt + 5h);
    QVERIFY(proven() == begin + 4h);
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
    query.filter = parseFilter(QStringLiteral("dest:") + toString(destination.id)).filter;
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
    const auto ofBin = [](const char *bin, qint64 before) {
        return LogQuery{
            parseFilter(QStringLiteral("bin:") + QLatin1StringView(bin)).filter, {}, before, 2};
    };
    const QList<Capture> first{added.at(4), added.at(2)};
    QVERIFY(m_fixture->found(records.captures(ofBin("even", 0))) == first);
    const QList<Capture> rest{added.at(0)};
    QVERIFY(m_fixture->found(records.captures(ofBin("even", first.last().id.value))) == rest);
    QCOMPARE(m_fixture->found(records.captures({})).size(), 6);
    QVERIFY(m_fixture->found(records.captures(ofBin("none", 0))).isEmpty());
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
    QCOMPARE(records.captures({}).error().code, ErrorCode::Storage);
    QCOMPARE(records.attempt({1}).error().code, ErrorCode::Storage);
    QCOMPARE(records.eventWithBody(EventId{QStringLiteral("e")}).error().code, ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefixture.h"

using namespace Core;

Q_DECLARE_METATYPE(StoreFixture::Make)

/// What every store does with changes: one suite, run over each make.
class TestStore final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void aDestinationIsAddedOnce();
    void allSettingsOfADestinationSurvive();
    void aNameMayHaveSeveralUrls();
    void namesakesAreReplacedInOneStep();
    void aDestinationIsChanged();
    void aDestinationIsPausedAndResumed();
    void changesOfDestinationsAreRefused();
    void anAttemptThatWasNotSentIsNotCounted();
    void removalCancelsWhatWaits();
    void anUndoneRemovalBringsBackJustWhatItCancelled();
    void restorationsAreRefused();
    void numbersAreNeverGivenTwice();

    void anEventGoesToItsTargets();
    void bodiesAreKeptByteForByte_data();
    void bodiesAreKeptByteForByte();
    void repeatedEventsGetTheirFirstAnswer_data();
    void repeatedEventsGetTheirFirstAnswer();
    void eventsAreAcceptedAllOrNone();

    void refusalsDoNotDisturbTheirBatch();
    void aClosedStoreWritesNothing();

private:
    std::unique_ptr<StoreFixture> m_fixture;
};

void TestStore::initTestCase_data()
{
    QTest::addColumn<StoreFixture::Make>("make");
    QTest::newRow("SQLite") << StoreFixture::Make::Sqlite;
    QTest::newRow("memory") << StoreFixture::Make::Memory;
}

void TestStore::init()
{
    QFETCH_GLOBAL(StoreFixture::Make, make);
    m_fixture = std::make_unique<StoreFixture>(make);
}

void TestStore::cleanup()
{
    m_fixture.reset();
}

void TestStore::aDestinationIsAddedOnce()
{
    const AddDestination change{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/a")), false,
        at(7)};
    const auto first = m_fixture->done<DestinationAdded>(change);
    QVERIFY(first.isNew);
    QVERIFY(!first.registration.destination.id.isNull());
    QVERIFY(first.registration.destination.createdAt == at(7));
    QVERIFY(first.replaced.isEmpty());

    AddDestination again = change;
    again.registration.secrets.current = QByteArrayLiteral("whsec_BBBB");
    again.at = at(8);
    const auto second = m_fixture->done<DestinationAdded>(again);
    QVERIFY(!second.isNew);
    QVERIFY(second.registration == first.registration);
    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    QCOMPARE(registrations.size(), 1);
    QVERIFY(registrations.first() == first.registration);
}

void TestStore::allSettingsOfADestinationSurvive()
{
    Registration wanted
        = makeRegistration(QStringLiteral("Zoë"), QStringLiteral("https://example.com/ü?a=b"));
    Destination &destination = wanted.destination;
    destination.description = QStringLiteral("a 'quoted' \"text\" — 100 %");
    destination.events = {QStringLiteral("invoice.*"), QStringLiteral("order.made")};
    destination.headers = {{QByteArrayLiteral("X-A"), QByteArrayLiteral("1")},
                           {QByteArrayLiteral("x-a"), QByteArrayLiteral("2: 3")}};
    destination.signature = SignatureScheme::GitHub;
    destination.heartbeat = Milliseconds{0};
    destination.timeout = Milliseconds{2500};
    destination.retry = std::vector<Milliseconds>{Milliseconds{5000}, Milliseconds{30'000}};
    destination.retryOn = {408, 429};
    destination.rateLimit = RateLimit{50, Milliseconds{60'000}};
    destination.concurrency = 1;
    destination.ordered = true;
    destination.verifyTls = false;
    destination.state = DestinationState::Paused;
    destination.pauseReason = QStringLiteral("holiday");
    destination.origin = Origin::Import;
    wanted.secrets = {QByteArrayLiteral("whsec_new"), QByteArrayLiteral("whsec_old"), at(99)};

    auto added = m_fixture->done<DestinationAdded>(AddDestination{wanted, false, at(0)});
    m_fixture->reopen(at(1));
    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    QCOMPARE(registrations.size(), 1);
    QVERIFY(registrations.first() == added.registration);
    wanted.destination.id = added.registration.destination.id;
    wanted.destination.createdAt = at(0);
    QVERIFY(registrations.first() == wanted);
}

void TestStore::aNameMayHaveSeveralUrls()
{
    const Destination first = m_fixture->addDestination();
    const Destination second
        = m_fixture->addDestination(first.name, QStringLiteral("http://localhost/other"));
    QVERIFY(first.id < second.id);
    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    QCOMPARE(registrations.size(), 2);
    QVERIFY(registrations.first().destination == first);
    QVERIFY(registrations.last().destination == second);
}

void TestStore::namesakesAreReplacedInOneStep()
{
    const Destination old = m_fixture->addDestination();
    const Destination other
        = m_fixture->addDestination(QStringLiteral("ann"), QStringLiteral("http://localhost/ann"));
    const auto event = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {old.id, other.id}));

    const auto added = m_fixture->done<DestinationAdded>(AddDestination{
        makeRegistration(old.name, QStringLiteral("http://localhost/new")), true, at(5)});
    QVERIFY(added.isNew);
    QVERIFY(added.replaced == QList<DestinationId>{old.id});
    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    QCOMPARE(registrations.size(), 2);
    QVERIFY(registrations.first().destination == other);
    QVERIFY(registrations.last() == added.registration);
    const auto waiting = m_fixture->found(m_fixture->store().waiting());
    QCOMPARE(waiting.size(), 1);
    QVERIFY(waiting.first().delivery == event.deliveries.last().id);
}

void TestStore::aDestinationIsChanged()
{
    Destination destination = m_fixture->addDestination();
    destination.name = QStringLiteral("jill");
    destination.url = QStringLiteral("http://localhost/jill");
    destination.description = QStringLiteral("moved");
    const auto changed = m_fixture->done<DestinationChanged>(ChangeDestination{destination});
    QVERIFY(changed.destination == destination);

    Destination forged = destination;
    forged.origin = Origin::Import;
    forged.createdAt = at(77);
    forged.state = DestinationState::Paused;
    const auto kept = m_fixture->done<DestinationChanged>(ChangeDestination{forged});
    QVERIFY2(kept.destination == destination, "origin, moment of creation and state stay");

    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    QCOMPARE(registrations.size(), 1);
    QVERIFY(registrations.first().destination == destination);
    QCOMPARE(registrations.first().secrets.current, QByteArrayLiteral("whsec_AAAA"));
}

void TestStore::aDestinationIsPausedAndResumed()
{
    const Destination destination = m_fixture->addDestination();
    const auto paused = m_fixture->done<DestinationChanged>(SetDestinationState{
        destination.id, DestinationState::Paused, QStringLiteral("maintenance")});
    QVERIFY(paused.destination.state == DestinationState::Paused);
    QCOMPARE(paused.destination.pauseReason, QStringLiteral("maintenance"));
    QVERIFY(m_fixture->found(m_fixture->store().registrations()).first().destination
            == paused.destination);
    const auto resumed = m_fixture->done<DestinationChanged>(
        SetDestinationState{destination.id, DestinationState::Active, {}});
    QVERIFY(resumed.destination == destination);
    QCOMPARE(m_fixture->refused(SetDestinationState{{4711}, {}, {}}).code, ErrorCode::NotFound);
}

void TestStore::anAttemptThatWasNotSentIsNotCounted()
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
    QVERIFY(again.attempt.id != first.attempt.id);
}

void TestStore::changesOfDestinationsAreRefused()
{
    const Destination first = m_fixture->addDestination();
    const Destination second
        = m_fixture->addDestination(first.name, QStringLiteral("http://localhost/other"));
    Destination twin = second;
    twin.url = first.url;
    QCOMPARE(m_fixture->refused(ChangeDestination{twin}).code, ErrorCode::Conflict);
    m_fixture->done<DestinationRemoved>(RemoveDestination{second.id, at(1)});
    QCOMPARE(m_fixture->refused(ChangeDestination{second}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->refused(RemoveDestination{second.id, at(2)}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->refused(RemoveDestination{{4711}, at(2)}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->refused(RemoveDestination{{}, at(2)}).code, ErrorCode::NotFound);
}

void TestStore::removalCancelsWhatWaits()
{
    const Destination destination = m_fixture->addDestination();
    const auto first = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {destination.id}));
    m_fixture->addEvent(makeEvent(QStringLiteral("e2"), {destination.id}));
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{first.deliveries.first().id, at(1)});

    const auto removed
        = m_fixture->done<DestinationRemoved>(RemoveDestination{destination.id, at(9)});
    QVERIFY(removed.destination == destination.id);
    QCOMPARE(removed.cancelledDeliveries, 1);
    QVERIFY(m_fixture->found(m_fixture->store().registrations()).isEmpty());
    QVERIFY(m_fixture->found(m_fixture->store().waiting()).isEmpty());

    const auto record = m_fixture->found(m_fixture->records().event(EventId{QStringLiteral("e2")}));
    QCOMPARE(record.deliveries.size(), 1);
    const Delivery &cancelled = record.deliveries.first();
    QCOMPARE(cancelled.state, DeliveryState::Cancelled);
    QCOMPARE(cancelled.reason, QStringLiteral("the destination was removed"));
    QVERIFY(cancelled.dueAt == at(9));
    QCOMPARE(m_fixture->refused(ClaimDelivery{cancelled.id, at(10)}).code, ErrorCode::Conflict);
}

void TestStore::anUndoneRemovalBringsBackJustWhatItCancelled()
{
    const Destination destination = m_fixture->addDestination();
    const auto waiting = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {destination.id}));
    const auto flying = m_fixture->addEvent(makeEvent(QStringLiteral("e2"), {destination.id}));
    const auto delivered
        = m_fixture->attemptOnce(QStringLiteral("e3"), destination.id,
                                 makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered);
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{flying.deliveries.first().id, at(1)});
    m_fixture->done<DestinationRemoved>(RemoveDestination{destination.id, at(9)});
    const auto ended = m_fixture->done<AttemptFinished>(
        makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Temporary, 503), DeliveryState::Waiting,
                   at(5000)));
    QCOMPARE(ended.delivery.state, DeliveryState::Cancelled);
    QVERIFY2(ended.delivery.dueAt == at(5), "it ended with its attempt");
    m_fixture->reopen(at(20));

    const auto restored = m_fixture->done<DestinationRestored>(RestoreDestination{destination.id});
    QVERIFY(restored.registration.destination == destination);
    QCOMPARE(restored.deliveries.size(), 2);
    QVERIFY(restored.deliveries.first() == waiting.deliveries.first());
    QVERIFY(restored.deliveries.last().id == flying.deliveries.first().id);
    QVERIFY(restored.deliveries.last().dueAt == at(5000));
    QCOMPARE(restored.deliveries.last().attemptCount, 1);
    QVERIFY(restored.deliveries.last().reason.isEmpty());
    const QList<WaitingDelivery> expected{
        {waiting.deliveries.first().id, destination.id, at(0), EventKind::Published},
        {flying.deliveries.first().id, destination.id, at(5000), EventKind::Published}};
    QVERIFY(m_fixture->found(m_fixture->store().waiting()) == expected);
    const auto record = m_fixture->found(m_fixture->records().delivery(delivered.delivery.id));
    QCOMPARE(record.delivery.state, DeliveryState::Delivered);
}

void TestStore::restorationsAreRefused()
{
    const Destination destination = m_fixture->addDestination();
    QCOMPARE(m_fixture->refused(RestoreDestination{destination.id}).code, ErrorCode::Conflict);
    QCOMPARE(m_fixture->refused(RestoreDestination{{4711}}).code, ErrorCode::NotFound);
    m_fixture->done<DestinationRemoved>(RemoveDestination{destination.id, at(1)});
    m_fixture->addDestination();
    QCOMPARE(m_fixture->refused(RestoreDestination{destination.id}).code, ErrorCode::Conflict);
}

void TestStore::numbersAreNeverGivenTwice()
{
    const Destination first = m_fixture->addDestination();
    m_fixture->done<DestinationRemoved>(RemoveDestination{first.id, at(1)});
    m_fixture->reopen(at(2));
    const Destination second = m_fixture->addDestination();
    QVERIFY(first.id < second.id);
}

void TestStore::anEventGoesToItsTargets()
{
    const Destination joe = m_fixture->addDestination();
    const Destination ann = m_fixture->addDestination(QStringLiteral("ann"));
    const Destination gone = m_fixture->addDestination(QStringLiteral("gone"));
    m_fixture->done<DestinationRemoved>(RemoveDestination{gone.id, at(1)});
    const NewEvent wanted = makeEvent(QStringLiteral("e1"), {ann.id, gone.id, joe.id, ann.id});
    const AcceptedEvent accepted = m_fixture->addEvent(wanted);
    QVERIFY(!accepted.isKnown);
    Event fact = wanted.event;
    fact.body.clear();
    fact.bodyBytes = 2;
    QVERIFY(accepted.event == fact);
    QCOMPARE(accepted.deliveries.size(), 2);
    QVERIFY(accepted.deliveries.first().destination == joe.id);
    QVERIFY(accepted.deliveries.last().destination == ann.id);
    const auto record = m_fixture->found(m_fixture->records().event(wanted.event.id));
    QVERIFY(record.event == fact);
    QVERIFY(record.deliveries == accepted.deliveries);
}

void TestStore::bodiesAreKeptByteForByte_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing at all, and never given") << QByteArray();
    QTest::newRow("nothing at all, but given") << QByteArray("");
    QTest::newRow("a NUL in the middle") << QByteArray("a\0b", 3);
    QTest::newRow("bytes that are not UTF-8") << QByteArray("\xff\xfe\x80\xc3\x28");
    QTest::newRow("line ends of every kind") << QByteArray("a\r\nb\nc\r");
    QTest::newRow("1 MiB of all bytes") << [] {
        QByteArray body(qsizetype{1024} * 1024, Qt::Uninitialized);
        for (qsizetype i = 0; i < body.size(); ++i)
            body[i] = static_cast<char>((i * 31 + i / 256) % 256);
        return body;
    }();
}

void TestStore::bodiesAreKeptByteForByte()
{
    QFETCH(QByteArray, body);
    const Destination destination = m_fixture->addDestination();
    NewEvent wanted = makeEvent(QStringLiteral("e1"), {destination.id}, body);
    wanted.event.contentType = body.left(1000);
    const AcceptedEvent accepted = m_fixture->addEvent(wanted);
    m_fixture->reopen(at(1));
    const auto event = m_fixture->found(m_fixture->records().eventWithBody(wanted.event.id));
    QCOMPARE(event.body, body);
    QCOMPARE(event.bodyBytes, body.size());
    QCOMPARE(event.contentType, wanted.event.contentType);

    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{accepted.deliveries.first().id, at(1)});
    QCOMPARE(claimed.event.body, body);
    QCOMPARE(claimed.attempt.requestBytes, body.size());
    FinishAttempt finish = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200),
                                      DeliveryState::Delivered, at(9));
    finish.transcript.responseBody = body;
    m_fixture->done<AttemptFinished>(finish);
    const auto record = m_fixture->found(m_fixture->records().attempt(claimed.attempt.id));
    QCOMPARE(record.requestBody, body);
    QCOMPARE(record.transcript.responseBody, body);

    CaptureRecord capture;
    capture.capture.bin = QStringLiteral("demo");
    capture.capture.target = body.left(1000);
    capture.body = body;
    const auto added = m_fixture->done<CaptureAdded>(AddCapture{capture});
    const auto captured = m_fixture->found(m_fixture->records().capture(added.capture.id));
    QCOMPARE(captured.body, body);
    QCOMPARE(captured.capture.target, capture.capture.target);
    QCOMPARE(captured.capture.bodyBytes, body.size());
}

void TestStore::repeatedEventsGetTheirFirstAnswer_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("later");
    QTest::addColumn<QString>("expected"); // known, new, or the field of a conflict
    const qint64 day = 24LL * 60 * 60 * 1000;
    const QString sameId = QStringLiteral("e1");
    const QString otherId = QStringLiteral("e2");
    const QString sameKey = QStringLiteral("k1");
    const QByteArray same("{}");
    const QByteArray other("[]");
    const QString known = QStringLiteral("known");
    QTest::newRow("the same id and bytes") << sameId << QString() << same << qint64{1} << known;
    QTest::newRow("the same id and bytes a day later")
        << sameId << QString() << same << day << known;
    QTest::newRow("the same id for other bytes")
        << sameId << QString() << other << qint64{1} << QStringLiteral("id");
    QTest::newRow("the same id and bytes after the day")
        << sameId << QString() << same << day + 1 << QStringLiteral("id");
    QTest::newRow("the same key and bytes") << otherId << sameKey << same << qint64{1} << known;
    QTest::newRow("the same key for other bytes")
        << otherId << sameKey << other << qint64{1} << QStringLiteral("Idempotency-Key");
    QTest::newRow("the same key for other bytes after the day")
        << otherId << sameKey << other << day + 1 << QStringLiteral("new");
    QTest::newRow("another key") << otherId << QStringLiteral("k2") << same << qint64{1}
                                 << QStringLiteral("new");
    QTest::newRow("another key, but the same id for other bytes")
        << sameId << QStringLiteral("k2") << other << qint64{1} << QStringLiteral("id");
    QTest::newRow("no key at all")
        << otherId << QString() << same << qint64{1} << QStringLiteral("new");
    QTest::newRow("the clock went back") << otherId << sameKey << same << -day << known;
}

void TestStore::repeatedEventsGetTheirFirstAnswer()
{
    QFETCH(QString, id);
    QFETCH(QString, key);
    QFETCH(QByteArray, body);
    QFETCH(qint64, later);
    QFETCH(QString, expected);
    const Destination destination = m_fixture->addDestination();
    NewEvent first = makeEvent(QStringLiteral("e1"), {destination.id});
    first.idempotencyKey = QStringLiteral("k1");
    const AcceptedEvent accepted = m_fixture->addEvent(first);

    NewEvent repeated = makeEvent(id, {}, body);
    repeated.idempotencyKey = key;
    repeated.event.acceptedAt = at(later);
    const auto outcome = m_fixture->write(AddEvents{{repeated}});
    if (outcome) {
        const AcceptedEvent &answer = std::get<EventsAdded>(*outcome).events.first();
        QCOMPARE(answer.isKnown ? QStringLiteral("known") : QStringLiteral("new"), expected);
        QCOMPARE(answer.event == accepted.event, answer.isKnown);
        QCOMPARE(answer.deliveries == accepted.deliveries, answer.isKnown);
    } else {
        QCOMPARE(outcome.error().code, ErrorCode::Conflict);
        QCOMPARE(outcome.error().field, expected);
    }
}

void TestStore::eventsAreAcceptedAllOrNone()
{
    const Destination destination = m_fixture->addDestination();
    m_fixture->addEvent(makeEvent(QStringLiteral("taken"), {destination.id}));
    const NewEvent fine = makeEvent(QStringLiteral("fine"), {destination.id});
    const NewEvent other = makeEvent(QStringLiteral("taken"), {destination.id}, "other");
    QCOMPARE(m_fixture->refused(AddEvents{{fine, other}}).code, ErrorCode::Conflict);
    QCOMPARE(m_fixture->records().event(fine.event.id).error().code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->found(m_fixture->store().waiting()).size(), 1);

    NewEvent clash = fine;
    clash.digest = QByteArrayLiteral("of something else");
    QCOMPARE(m_fixture->refused(AddEvents{{fine, clash}}).field, QStringLiteral("id"));
    QCOMPARE(m_fixture->records().event(fine.event.id).error().code, ErrorCode::NotFound);

    const auto added = m_fixture->done<EventsAdded>(AddEvents{{fine, fine}});
    QCOMPARE(added.events.size(), 2);
    QVERIFY(!added.events.first().isKnown);
    QVERIFY(added.events.last().isKnown);
    QVERIFY(added.events.last().deliveries == added.events.first().deliveries);
}

void TestStore::refusalsDoNotDisturbTheirBatch()
{
    const Destination destination = m_fixture->addDestination();
    const NewEvent one = makeEvent(QStringLiteral("e1"), {destination.id});
    const NewEvent two = makeEvent(QStringLiteral("e2"), {destination.id});
    const NewEvent clash = makeEvent(QStringLiteral("e1"), {destination.id}, "other");
    const auto written = m_fixture->store().write(
        {AddEvents{{one}}, AddEvents{{two, clash}}, ClaimDelivery{{4711}, at(1)},
         RemoveDestination{{4711}, at(1)}, AddEvents{{two}}});
    QVERIFY(written.has_value());
    QCOMPARE(written->size(), 5);
    const QList<bool> expected{true, false, false, false, true};
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(written->at(i).has_value(), expected.at(i));
    QCOMPARE(m_fixture->found(m_fixture->store().waiting()).size(), 2);
}

void TestStore::aClosedStoreWritesNothing()
{
    m_fixture->store().close();
    m_fixture->store().close();
    const auto written = m_fixture->store().write({RemoveDestination{{1}, at(1)}});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Storage);
    QCOMPARE(m_fixture->store().waiting().error().code, ErrorCode::Storage);
    QCOMPARE(m_fixture->store().registrations().error().code, ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storesuite.h"

#include <QJsonArray>

using namespace Core;

/// What every store does with events, and with changes of any kind.
class TestStore final : public StoreSuite
{
    Q_OBJECT

private slots:
    void anEventGoesToItsTargets();
    void whoGetsAnEventIsFoundWhenItIsWritten_data();
    void whoGetsAnEventIsFoundWhenItIsWritten();
    void whoIsNamedMayHaveGoneSince();
    void bodiesAreKeptByteForByte_data();
    void bodiesAreKeptByteForByte();
    void headersOfAnEventGoWithEachOfItsPosts_data();
    void headersOfAnEventGoWithEachOfItsPosts();
    void anEventHasNoHeadersUnlessGiven();
    void repeatedEventsGetTheirFirstAnswer_data();
    void repeatedEventsGetTheirFirstAnswer();
    void anIdStaysTakenAfterItsDay();
    void aKeyStandsForAllItsEvents();
    void aKeyStandsForWhatWasKnown();
    void anEventAnswersToEveryKey();
    void aClockThatIsBehindDelaysNothing();
    void aMomentAheadIsNoLag();
    void eventsAreAcceptedAllOrNone();
    void refusalsDoNotDisturbTheirBatch();
    void aClosedStoreWritesNothing();
};

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

void TestStore::whoGetsAnEventIsFoundWhenItIsWritten_data()
{
    QTest::addColumn<Audience>("audience");
    QTest::newRow("by its type") << Audience{{}, {}, true, 1};
    QTest::newRow("by name") << Audience{{}, {QStringLiteral("joe")}, false, 1};
    QTest::newRow("by all there is")
        << Audience{{{1}, {2}}, {QStringLiteral("joe"), QStringLiteral("joe")}, true, 1};
}

void TestStore::whoGetsAnEventIsFoundWhenItIsWritten()
{
    QFETCH(Audience, audience);
    const DestinationId old = m_fixture->addDestination().id;
    const Registration successor
        = makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/new"));
    const auto event = [&audience](const QString &id) {
        NewEvent wanted = makeEvent(id, {});
        wanted.audience = audience;
        return AddEvents{{wanted}};
    };
    const auto targets = [](const Result<Outcome> &outcome) {
        QList<DestinationId> ids;
        for (const Delivery &delivery : std::get<EventsAdded>(*outcome).events.first().deliveries)
            ids.append(delivery.destination);
        return ids;
    };
    const QJsonObject elsewhere{{QStringLiteral("events"), QJsonArray{QStringLiteral("user.*")}},
                                {QStringLiteral("name"), QStringLiteral("ann")}};
    const auto written = m_fixture->store().write({event(QStringLiteral("e1")),
                                                   AddDestination{successor, true, at(1)},
                                                   event(QStringLiteral("e2"))});
    QVERIFY(written.has_value());
    const DestinationId heir
        = std::get<DestinationAdded>(*written->at(1)).registration.destination.id;
    QVERIFY(targets(written->at(0)) == QList<DestinationId>{old});
    QVERIFY(targets(written->at(2)) == QList<DestinationId>{heir});

    const auto again = m_fixture->store().write(
        {RemoveDestination{heir, at(2)}, event(QStringLiteral("e3")), RestoreDestination{heir},
         event(QStringLiteral("e4")), ChangeDestination{heir, elsewhere},
         event(QStringLiteral("e5"))});
    QVERIFY(again.has_value());
    QVERIFY(targets(again->at(1)).isEmpty());
    QVERIFY(targets(again->at(3)) == QList<DestinationId>{heir});
    QCOMPARE(targets(again->at(5)).isEmpty(), !audience.ids.contains(heir));
}

void TestStore::whoIsNamedMayHaveGoneSince()
{
    const DestinationId joe = m_fixture->addDestination().id;
    const QString key = QStringLiteral("key");
    NewEvent byId = makeEvent(QStringLiteral("e1"), {joe});
    byId.hasOwnId = true;
    const NewEvent byKey = makeEvent(QStringLiteral("e2"), {joe});
    m_fixture->addEvent(byId);
    m_fixture->addEvent(byKey, key);

    const auto repeated = [](NewEvent event) {
        event.audience = {};
        event.audience.refusal = invalid(QStringLiteral("destinations"), QStringLiteral("Gone."));
        return event;
    };
    QVERIFY(m_fixture->addEvent(repeated(byId)).isKnown);
    QVERIFY(m_fixture->addEvent(repeated(byKey), key).isKnown);
    NewEvent other = repeated(byId);
    other.digest = "another";
    QCOMPARE(m_fixture->refused(AddEvents{{other}, {}}).field, QStringLiteral("id"));
    const NewEvent fresh = repeated(makeEvent(QStringLiteral("e3"), {}));
    QCOMPARE(m_fixture->refused(AddEvents{{fresh}, {}}).field, QStringLiteral("destinations"));
    QVERIFY(!m_fixture->records().event(fresh.event.id).has_value());
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

void TestStore::headersOfAnEventGoWithEachOfItsPosts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("with a small body") << QByteArrayLiteral("{}");
    QTest::newRow("with a body that claims share") << QByteArray(100'000, 'x');
}

void TestStore::headersOfAnEventGoWithEachOfItsPosts()
{
    QFETCH(QByteArray, body);
    const Destination destination = m_fixture->addDestination();
    NewEvent wanted = makeEvent(QStringLiteral("e1"), {destination.id}, body);
    wanted.event.headers = {{"X-Team", "blue: \xc3\xa4"}, {"x-empty", ""}};
    const HeaderList headers = wanted.event.headers;
    const AcceptedEvent accepted = m_fixture->addEvent(wanted);
    QVERIFY(accepted.event.headers == headers);
    const DeliveryId delivery = accepted.deliveries.first().id;
    const auto claimedAfterRestart = [this](DeliveryId id) {
        m_fixture->reopen(at(2));
        return m_fixture->done<DeliveryClaimed>(ClaimDelivery{id, at(3)});
    };
    const auto first = claimedAfterRestart(delivery);
    QVERIFY(first.event.headers == headers);
    QVERIFY2(first.event.body == body, "reading them does not cut it");
    m_fixture->done<AttemptFinished>(makeFinish(
        first.attempt, makeEnd(AttemptOutcome::Temporary, 503), DeliveryState::Waiting, at(4)));
    const auto retry = claimedAfterRestart(delivery);
    QCOMPARE(retry.attempt.number, 2);
    QVERIFY(retry.event.headers == headers);
    m_fixture->done<AttemptFinished>(makeFinish(
        retry.attempt, makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered, at(4)));
    const auto again = m_fixture->done<DeliveriesResent>(ResendDelivery{delivery, true, at(5)});
    const auto resent = claimedAfterRestart(again.deliveries.first().id);
    QVERIFY(resent.event.headers == headers);

    Records &records = m_fixture->records();
    QVERIFY(m_fixture->found(records.event(wanted.event.id)).event.headers == headers);
    QVERIFY(m_fixture->found(records.eventWithBody(wanted.event.id)).headers == headers);
    const AttemptRecord record = m_fixture->found(records.attempt(resent.attempt.id));
    QVERIFY(record.eventHeaders == headers);
    QVERIFY(record.requestBody == body);
}

void TestStore::anEventHasNoHeadersUnlessGiven()
{
    Destination destination = m_fixture->addDestination();
    const AcceptedEvent accepted
        = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {destination.id}));
    m_fixture->reopen(at(1));
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{accepted.deliveries.first().id, at(1)});
    QVERIFY(claimed.event.headers.isEmpty());
    const auto record = m_fixture->found(m_fixture->records().attempt(claimed.attempt.id));
    QVERIFY(record.eventHeaders.isEmpty());
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
    const AcceptedEvent accepted = m_fixture->addEvent(
        makeEvent(QStringLiteral("e1"), {destination.id}), QStringLiteral("k1"));

    NewEvent repeated = makeEvent(id, {}, body);
    repeated.hasOwnId = id == accepted.event.id.text;
    repeated.event.acceptedAt = at(later);
    const auto outcome = m_fixture->write(AddEvents{{repeated}, key});
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

void TestStore::anIdStaysTakenAfterItsDay()
{
    const Destination destination = m_fixture->addDestination();
    const NewEvent event = makeEvent(QStringLiteral("e1"), {destination.id});
    m_fixture->addEvent(event);
    const qint64 day = 24LL * 60 * 60 * 1000;
    const auto refusalOf = [this, event](const QByteArray &body, qint64 later) {
        NewEvent repeated = makeEvent(event.event.id.text, {}, body);
        repeated.event.acceptedAt = at(later);
        return m_fixture->refused(AddEvents{{repeated}, {}});
    };
    for (const QByteArray body : {"{}", "[]"}) {
        const Error late = refusalOf(body, day + 1);
        QCOMPARE(late.code, ErrorCode::Conflict);
        QCOMPARE(late.field, QStringLiteral("id"));
        QCOMPARE(late.sentence,
                 QStringLiteral("An event e1 was accepted at %1, more than 24 hours ago, and is "
                                "still on record.")
                     .arg(toIso(event.event.acceptedAt)));
        QCOMPARE(late.hint,
                 QStringLiteral("Publish it under another id, or under none. This one is free "
                                "again when the history has forgotten its event."));
    }
    QCOMPARE(refusalOf("[]", day).sentence, QStringLiteral("There is an event e1 already."));
}

void TestStore::aKeyStandsForAllItsEvents()
{
    const Destination destination = m_fixture->addDestination();
    const auto make = [&destination](const QString &id, const QByteArray &body, bool hasOwnId) {
        NewEvent event = makeEvent(id, {destination.id}, body);
        event.hasOwnId = hasOwnId;
        return event;
    };
    // One that was known before the key came, one with an id of its own, two that had none.
    const NewEvent known = make(QStringLiteral("known"), "0", true);
    m_fixture->addEvent(known);
    const NewEvent named = make(QStringLiteral("named"), "1", true);
    const QString key = QStringLiteral("k1");
    const auto first
        = m_fixture->done<EventsAdded>(AddEvents{{make(QStringLiteral("z"), "2", false), known,
                                                  named, make(QStringLiteral("a"), "3", false)},
                                                 key});
    QCOMPARE(first.events.size(), 4);

    const NewEvent two = make(QStringLiteral("x"), "2", false);
    const NewEvent three = make(QStringLiteral("y"), "3", false);
    const auto again = m_fixture->done<EventsAdded>(AddEvents{{two, known, named, three}, key});
    QCOMPARE(again.events.size(), 4);
    for (qsizetype i = 0; i < 4; ++i) {
        QVERIFY(again.events.at(i).isKnown);
        QCOMPARE(again.events.at(i).event.id.text, first.events.at(i).event.id.text);
        QVERIFY(again.events.at(i).deliveries == first.events.at(i).deliveries);
    }
    const QList<QList<NewEvent>> others{
        {two, known, named},
        {two, known, named, three, three},
        {three, known, named, two},
        {two},
        {two, known, make(QStringLiteral("new"), "1", true), three}};
    for (const QList<NewEvent> &other : others)
        QCOMPARE(m_fixture->refused(AddEvents{other, key}).field,
                 QStringLiteral("Idempotency-Key"));
    QCOMPARE(m_fixture->found(m_fixture->store().waiting()).size(), 4);
}

void TestStore::aKeyStandsForWhatWasKnown()
{
    const Destination destination = m_fixture->addDestination();
    const NewEvent known = makeEvent(QStringLiteral("known"), {destination.id});
    m_fixture->addEvent(known);
    const QString key = QStringLiteral("k1");
    QVERIFY(m_fixture->addEvent(known, key).isKnown);
    const NewEvent other = makeEvent(QStringLiteral("other"), {destination.id}, "other");
    QCOMPARE(m_fixture->refused(AddEvents{{other}, key}).field, QStringLiteral("Idempotency-Key"));
    QVERIFY(m_fixture->addEvent(known, key).isKnown);
}

void TestStore::anEventAnswersToEveryKey()
{
    const Destination destination = m_fixture->addDestination();
    const NewEvent known = makeEvent(QStringLiteral("known"), {destination.id});
    const NewEvent other = makeEvent(QStringLiteral("other"), {destination.id}, "other");
    const QStringList keys{QStringLiteral("k1"), QStringLiteral("k2"), QStringLiteral("k3")};
    QVERIFY(!m_fixture->addEvent(known, keys.first()).isKnown);
    for (int round = 0; round < 2; ++round) {
        for (const QString &key : keys)
            QVERIFY(m_fixture->addEvent(known, key).isKnown);
    }
    for (const QString &key : keys)
        QCOMPARE(m_fixture->refused(AddEvents{{other}, key}).field,
                 QStringLiteral("Idempotency-Key"));
    QCOMPARE(m_fixture->found(m_fixture->store().waiting()).size(), 1);
}

void TestStore::aClockThatIsBehindDelaysNothing()
{
    const qint64 today = 1'000'000;
    const Destination joe = m_fixture->addDestination();
    NewEvent event = makeEvent(QStringLiteral("e1"), {joe.id});
    event.event.acceptedAt = at(today);
    const DeliveryId delivery = m_fixture->addEvent(event).deliveries.first().id;
    const auto dueAt
        = [this] { return m_fixture->found(m_fixture->store().waiting()).first().dueAt; };
    QVERIFY(dueAt() == at(today));
    m_fixture->reopen(at(0));
    QVERIFY(dueAt() == at(0));
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery, at(today + 1)});
    Attempt end = makeEnd(AttemptOutcome::Temporary, 503);
    end.startedAt = at(today + 1);
    m_fixture->done<AttemptFinished>(
        makeFinish(claimed.attempt, end, DeliveryState::Waiting, at(today + 5'001)));
    m_fixture->reopen(at(100));
    QVERIFY(dueAt() == at(5'101));
    m_fixture->reopen(at(today + 2));
    QVERIFY(dueAt() == at(today + 5'001));
}

/// One event was accepted while the clock was ahead; an attempt after it shows that it is right.
void TestStore::aMomentAheadIsNoLag()
{
    const qint64 nextYear = 1'000'000'000;
    const Destination joe = m_fixture->addDestination();
    NewEvent event = makeEvent(QStringLiteral("e1"), {joe.id});
    event.event.acceptedAt = at(nextYear);
    const DeliveryId delivery = m_fixture->addEvent(event).deliveries.first().id;
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery, at(1)});
    Attempt end = makeEnd(AttemptOutcome::Temporary, 503);
    end.startedAt = at(1);
    m_fixture->done<AttemptFinished>(
        makeFinish(claimed.attempt, end, DeliveryState::Waiting, at(5'001)));
    m_fixture->reopen(at(100));
    QVERIFY(m_fixture->found(m_fixture->store().waiting()).first().dueAt == at(5'001));
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

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storesuite.h"

#include <QJsonArray>

using namespace Core;

/// What every store does with destinations and their secrets.
class TestRegistrations final : public StoreSuite
{
    Q_OBJECT

private slots:
    void aDestinationIsAddedOnce();
    void allSettingsOfADestinationSurvive();
    void aNameMayHaveSeveralUrls();
    void namesakesAreReplacedInOneStep();
    void aDestinationIsChanged();
    void changesOfDifferentMembersDoNotUndoEachOther();
    void aDestinationIsPausedAndResumed();
    void changesOfDestinationsAreRefused();
    void anImportIsWrittenAsAWhole();
    void anImportIsAllOrNothing();
    void removalCancelsWhatWaits();
    void anUndoneRemovalBringsBackJustWhatItCancelled();
    void restorationsAreRefused();
    void numbersAreNeverGivenTwice();
};

void TestRegistrations::aDestinationIsAddedOnce()
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

void TestRegistrations::allSettingsOfADestinationSurvive()
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

void TestRegistrations::aNameMayHaveSeveralUrls()
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

void TestRegistrations::namesakesAreReplacedInOneStep()
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

void TestRegistrations::aDestinationIsChanged()
{
    Destination destination = m_fixture->addDestination();
    const DestinationId id = destination.id;
    m_fixture->done<DestinationChanged>(
        SetDestinationState{id, DestinationState::Paused, QStringLiteral("holiday")});
    destination.name = QStringLiteral("jill");
    destination.url = QStringLiteral("http://localhost/jill");
    destination.description = QStringLiteral("moved");
    destination.state = DestinationState::Paused;
    destination.pauseReason = QStringLiteral("holiday");
    const QJsonObject members{{QStringLiteral("name"), destination.name},
                              {QStringLiteral("destination"), destination.url},
                              {QStringLiteral("description"), destination.description}};
    const auto changed = m_fixture->done<DestinationChanged>(ChangeDestination{id, members});
    QVERIFY2(changed.destination == destination, "all that was not named stays");

    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    QCOMPARE(registrations.size(), 1);
    QVERIFY(registrations.first().destination == destination);
    QCOMPARE(registrations.first().secrets.current,
             QByteArrayLiteral("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
}

void TestRegistrations::changesOfDifferentMembersDoNotUndoEachOther()
{
    const DestinationId id = m_fixture->addDestination().id;
    const auto written = m_fixture->store().write(
        {ChangeDestination{id, {{QStringLiteral("description"), QStringLiteral("moved")}}},
         ChangeDestination{id, {{QStringLiteral("timeout"), QStringLiteral("3s")}}},
         ChangeDestination{id, {{QStringLiteral("concurrency"), 2}}},
         ChangeDestination{id, {{QStringLiteral("concurrency"), QJsonValue::Null}}}});
    QVERIFY(written.has_value());
    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    const Destination &destination = registrations.first().destination;
    QCOMPARE(destination.description, QStringLiteral("moved"));
    QCOMPARE(destination.timeout, Milliseconds{3000});
    QCOMPARE(destination.concurrency, 6);
    QVERIFY(std::get<DestinationChanged>(*written->last()).destination == destination);
}

void TestRegistrations::aDestinationIsPausedAndResumed()
{
    const Destination destination = m_fixture->addDestination();
    const auto paused = m_fixture->done<DestinationChanged>(SetDestinationState{
        destination.id, DestinationState::Paused, QStringLiteral("maintenance")});
    QVERIFY(paused.destination.state == DestinationState::Paused);
    QCOMPARE(paused.destination.pauseReason, QStringLiteral("maintenance"));
    QVERIFY(m_fixture->found(m_fixture->store().registrations()).first().destination
            == paused.destination);
    QVERIFY(!paused.isResumed);
    const auto pausedAgain = m_fixture->done<DestinationChanged>(
        SetDestinationState{destination.id, DestinationState::Paused, {}});
    QVERIFY(pausedAgain.destination == paused.destination);
    const auto resumed = m_fixture->done<DestinationChanged>(
        SetDestinationState{destination.id, DestinationState::Active, {}});
    QVERIFY(resumed.destination == destination);
    QVERIFY(resumed.isResumed);
    QCOMPARE(m_fixture->refused(SetDestinationState{{4711}, {}, {}}).code, ErrorCode::NotFound);
}

void TestRegistrations::changesOfDestinationsAreRefused()
{
    const Destination first = m_fixture->addDestination();
    const Destination second
        = m_fixture->addDestination(first.name, QStringLiteral("http://localhost/other"));
    const ChangeDestination twin{second.id, {{QStringLiteral("destination"), first.url}}};
    QCOMPARE(m_fixture->refused(twin).code, ErrorCode::Conflict);
    const ChangeDestination unfit{
        second.id, {{QStringLiteral("signature"), QStringLiteral("standard-ed25519")}}};
    QCOMPARE(m_fixture->refused(unfit).field, QStringLiteral("signature"));
    m_fixture->done<DestinationRemoved>(RemoveDestination{second.id, at(1)});
    QCOMPARE(m_fixture->refused(ChangeDestination{second.id, {}}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->refused(RemoveDestination{second.id, at(2)}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->refused(RemoveDestination{{4711}, at(2)}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->refused(RemoveDestination{{}, at(2)}).code, ErrorCode::NotFound);
}

void TestRegistrations::anImportIsWrittenAsAWhole()
{
    const Destination joe = m_fixture->addDestination();
    ImportDestinations change;
    change.added = {{makeRegistration(QStringLiteral("ann"), joe.url), false, at(1)},
                    {makeRegistration(joe.name, joe.url), false, at(1)}};
    change.changed = {{joe.id, {{QStringLiteral("events"), QJsonArray{QStringLiteral("a.*")}}}}};
    NewEvent event = makeEvent(QStringLiteral("e1"), {});
    event.audience = {{}, {}, true, 1};
    const auto written = m_fixture->store().write({change, AddEvents{{event}}});
    QVERIFY(written.has_value());
    const auto imported = std::get<DestinationsImported>(*written->at(0));
    QVERIFY(imported.added.at(0).isNew && !imported.added.at(1).isNew);
    QCOMPARE(imported.changed.at(0).destination.events, QStringList{QStringLiteral("a.*")});
    // Who gets an event is known in the same transaction.
    const auto accepted = std::get<EventsAdded>(*written->at(1)).events.first();
    QCOMPARE(accepted.deliveries.size(), 1);
    QVERIFY(accepted.deliveries.first().destination
            == imported.added.at(0).registration.destination.id);
    const auto registrations = m_fixture->found(m_fixture->store().registrations());
    QCOMPARE(registrations.size(), 2);
    QVERIFY(registrations.first().destination == imported.changed.at(0).destination);
}

void TestRegistrations::anImportIsAllOrNothing()
{
    const Destination joe = m_fixture->addDestination();
    const auto before = m_fixture->found(m_fixture->store().registrations());
    ImportDestinations change;
    change.added = {{makeRegistration(QStringLiteral("ann"), joe.url), false, at(1)}};
    change.changed = {{joe.id, {{QStringLiteral("timeout"), QStringLiteral("3s")}}},
                      {{4711}, {{QStringLiteral("timeout"), QStringLiteral("3s")}}}};
    QCOMPARE(m_fixture->refused(change).code, ErrorCode::NotFound);
    QVERIFY(m_fixture->found(m_fixture->store().registrations()) == before);
}

void TestRegistrations::removalCancelsWhatWaits()
{
    const Destination destination = m_fixture->addDestination();
    const auto first = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {destination.id}));
    m_fixture->addEvent(makeEvent(QStringLiteral("e2"), {destination.id}));
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{first.deliveries.first().id, at(1)});

    const auto removed
        = m_fixture->done<DestinationRemoved>(RemoveDestination{destination.id, at(9)});
    QVERIFY(removed.destination == destination.id);
    QCOMPARE(removed.cancelled.size(), 1);
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

void TestRegistrations::anUndoneRemovalBringsBackJustWhatItCancelled()
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

void TestRegistrations::restorationsAreRefused()
{
    const Destination destination = m_fixture->addDestination();
    QCOMPARE(m_fixture->refused(RestoreDestination{destination.id}).code, ErrorCode::Conflict);
    QCOMPARE(m_fixture->refused(RestoreDestination{{4711}}).code, ErrorCode::NotFound);
    m_fixture->done<DestinationRemoved>(RemoveDestination{destination.id, at(1)});
    m_fixture->addDestination();
    QCOMPARE(m_fixture->refused(RestoreDestination{destination.id}).code, ErrorCode::Conflict);
}

void TestRegistrations::numbersAreNeverGivenTwice()
{
    const Destination first = m_fixture->addDestination();
    m_fixture->done<DestinationRemoved>(RemoveDestination{first.id, at(1)});
    m_fixture->reopen(at(2));
    const Destination second = m_fixture->addDestination();
    QVERIFY(first.id < second.id);
}

QTEST_GUILESS_MAIN(TestRegistrations)
#include "tst_registrations.moc"

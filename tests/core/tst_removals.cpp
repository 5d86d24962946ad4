// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storesuite.h"

#include <algorithm>

using namespace Core;

/// What every store does when a destination goes, or comes back, for which much waits.
class TestRemovals final : public StoreSuite
{
    Q_OBJECT

private slots:
    void aRemovalCancelsNoMoreAtOnceThanAStep();
    void aReplacedOneIsCancelledStepByStep();
    void aRestartFindsARemovalHalfDone();
    void aRemovalIsUndoneAtAnyMoment();
    void anUndoingComesBackStepByStep();
    void aRestartFinishesAnUndoing();
    void whatIsToComeBackIsNotForgotten();

private:
    QList<DeliveryId> publish(DestinationId target, int count);
    int countOf(const QList<DeliveryId> &deliveries, DeliveryState state);
    QList<DeliveryId> waiting();

    int m_eventCount = 0;
};

/// So many events for \a target; the numbers of their deliveries.
QList<DeliveryId> TestRemovals::publish(DestinationId target, int count)
{
    AddEvents change;
    for (int i = 0; i < count; ++i)
        change.events.append(makeEvent(QStringLiteral("event%1").arg(++m_eventCount), {target}));
    QList<DeliveryId> deliveries;
    for (const AcceptedEvent &accepted : m_fixture->done<EventsAdded>(change).events)
        deliveries.append(accepted.deliveries.first().id);
    return deliveries;
}

int TestRemovals::countOf(const QList<DeliveryId> &deliveries, DeliveryState state)
{
    return static_cast<int>(
        std::count_if(deliveries.begin(), deliveries.end(), [this, state](DeliveryId id) {
            return m_fixture->found(m_fixture->records().delivery(id)).delivery.state == state;
        }));
}

QList<DeliveryId> TestRemovals::waiting()
{
    QList<DeliveryId> deliveries;
    for (const WaitingDelivery &delivery : m_fixture->found(m_fixture->store().waiting()))
        deliveries.append(delivery.delivery);
    return deliveries;
}

void TestRemovals::aRemovalCancelsNoMoreAtOnceThanAStep()
{
    const Destination joe = m_fixture->addDestination();
    const auto deliveries = publish(joe.id, RemovalStep + 50);
    const auto removed = m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(9)});
    QCOMPARE(removed.cancelled.size(), RemovalStep);
    QCOMPARE(countOf(deliveries, DeliveryState::Cancelled), RemovalStep);
    QVERIFY2(waiting().isEmpty(), "nothing waits to be sent");
    for (const DeliveryId delivery : deliveries)
        QCOMPARE(m_fixture->refused(ClaimDelivery{delivery, at(10)}).code, ErrorCode::Conflict);

    const auto step = m_fixture->done<RemovalsContinued>(ContinueRemovals{});
    QCOMPARE(step.cancelled.size(), 50);
    QVERIFY(step.isDone);
    for (const DeliveryId id : deliveries) {
        const Delivery delivery = m_fixture->found(m_fixture->records().delivery(id)).delivery;
        QCOMPARE(delivery.state, DeliveryState::Cancelled);
        QCOMPARE(delivery.reason, QStringLiteral("the destination was removed"));
        QVERIFY2(delivery.dueAt == at(9), "when its destination went");
    }
    QVERIFY(m_fixture->done<RemovalsContinued>(ContinueRemovals{}).cancelled.isEmpty());
}

void TestRemovals::aReplacedOneIsCancelledStepByStep()
{
    const QString name = QStringLiteral("joe");
    const QString url = QStringLiteral("http://localhost/");
    QList<DeliveryId> deliveries;
    for (int i = 0; i < 3; ++i)
        deliveries += publish(m_fixture->addDestination(name, url + QString::number(i)).id, 100);
    const auto added = m_fixture->done<DestinationAdded>(
        AddDestination{makeRegistration(name, url + u'x'), true, at(9)});
    QCOMPARE(added.replaced.size(), 3);
    QCOMPARE(countOf(deliveries, DeliveryState::Cancelled), RemovalStep);
    QVERIFY(waiting().isEmpty());
    QVERIFY(m_fixture->done<RemovalsContinued>(ContinueRemovals{}).isDone);
    QCOMPARE(countOf(deliveries, DeliveryState::Cancelled), 300);
}

void TestRemovals::aRestartFindsARemovalHalfDone()
{
    const Destination joe = m_fixture->addDestination();
    const auto deliveries = publish(joe.id, 5);
    m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(9), 2});
    m_fixture->reopen(at(20));
    QVERIFY(waiting().isEmpty());
    QCOMPARE(countOf(deliveries, DeliveryState::Waiting), 3);
    QVERIFY(!m_fixture->done<RemovalsContinued>(ContinueRemovals{2}).isDone);
    m_fixture->reopen(at(30));
    QVERIFY(m_fixture->done<RemovalsContinued>(ContinueRemovals{2}).isDone);
    QCOMPARE(countOf(deliveries, DeliveryState::Cancelled), 5);
}

void TestRemovals::aRemovalIsUndoneAtAnyMoment()
{
    const Destination joe = m_fixture->addDestination();
    const auto deliveries = publish(joe.id, 6);
    m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(9), 2});
    m_fixture->done<RemovalsContinued>(ContinueRemovals{1});
    m_fixture->done<DeliveryCancelled>(CancelDelivery{deliveries.last(), at(10)});
    const auto restored = m_fixture->done<DestinationRestored>(RestoreDestination{joe.id});
    QVERIFY(restored.isWhole);
    QCOMPARE(restored.deliveries.size(), 3);
    QCOMPARE(restored.kept.size(), 2);
    QVERIFY(waiting() == deliveries.first(5));
    const auto step = m_fixture->done<RemovalsContinued>(ContinueRemovals{});
    QVERIFY(step.isDone && step.cancelled.isEmpty() && step.deliveries.isEmpty());
    QCOMPARE(countOf(deliveries, DeliveryState::Waiting), 5);
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{deliveries.first(), at(11)});
}

void TestRemovals::anUndoingComesBackStepByStep()
{
    const Destination joe = m_fixture->addDestination();
    const auto deliveries = publish(joe.id, RemovalStep + 20);
    m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(9)});
    m_fixture->done<RemovalsContinued>(ContinueRemovals{});
    const auto restored = m_fixture->done<DestinationRestored>(RestoreDestination{joe.id});
    QVERIFY(!restored.isWhole);
    QCOMPARE(restored.deliveries.size(), RemovalStep);
    QVERIFY(restored.kept.isEmpty());
    QVERIFY(waiting() == deliveries.first(RemovalStep));

    const auto step = m_fixture->done<RemovalsContinued>(ContinueRemovals{20});
    QCOMPARE(step.deliveries.size(), 20);
    QCOMPARE(step.kinds.size(), 20);
    QVERIFY(step.returned == QList<DestinationId>{joe.id});
    QVERIFY(waiting() == deliveries);
    QVERIFY(m_fixture->done<RemovalsContinued>(ContinueRemovals{}).isDone);
}

void TestRemovals::aRestartFinishesAnUndoing()
{
    const Destination joe = m_fixture->addDestination();
    const auto deliveries = publish(joe.id, 5);
    m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(9)});
    QVERIFY(!m_fixture->done<DestinationRestored>(RestoreDestination{joe.id, 2}).isWhole);
    m_fixture->reopen(at(20));
    QVERIFY(waiting() == deliveries);
    QVERIFY(m_fixture->done<RemovalsContinued>(ContinueRemovals{}).deliveries.isEmpty());
}

void TestRemovals::whatIsToComeBackIsNotForgotten()
{
    const Destination joe = m_fixture->addDestination();
    const auto tried
        = m_fixture->attemptOnce(QStringLiteral("e1"), joe.id,
                                 makeEnd(AttemptOutcome::Temporary, 503), DeliveryState::Waiting);
    publish(joe.id, 2);
    m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(9)});
    m_fixture->done<DestinationRestored>(RestoreDestination{joe.id, 0});
    const auto chosen = m_fixture->done<HistoryPruned>(ForgetRows{{LogKey::of(tried.attempt.id)}});
    QCOMPARE(chosen.deliveries, 0);
    QCOMPARE(chosen.unfinished, 1);
    const auto cleared
        = m_fixture->done<HistoryPruned>(PruneHistory{{}, std::nullopt, {}, at(100'000)});
    QCOMPARE(cleared.deliveries, 0);
    QCOMPARE(m_fixture->done<RemovalsContinued>(ContinueRemovals{}).deliveries.size(), 3);
}

QTEST_GUILESS_MAIN(TestRemovals)
#include "tst_removals.moc"

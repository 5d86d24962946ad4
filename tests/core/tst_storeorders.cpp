// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/secrets.h"
#include "tests/support/storesuite.h"

using namespace Core;

namespace {

QList<DeliveryId> idsOf(const QList<Delivery> &deliveries)
{
    QList<DeliveryId> ids;
    for (const Delivery &delivery : deliveries)
        ids.append(delivery.id);
    return ids;
}

} // namespace

/// What every store makes of a person's orders: resend, recover, cancel, rotate.
class TestStoreOrders final : public StoreSuite
{
    Q_OBJECT

private slots:
    void aResendIsANewLinkedDelivery();
    void rowsOfTheLogTellResends();
    void rowsOfTheLogTellWhatBecameOfTheirDeliveries();
    void aResendStaysOneWithoutItsOriginal();
    void resendsAreRefused_data();
    void resendsAreRefused();
    void aSuccessIsSentAgainByForce();
    void aRepetitionAnswersWithoutResends();
    void aRecoverySendsWhatFailedSince();
    void aRecoverySendsNothingTwice();
    void aRecoveryStaysWithItsDestination();
    void whatIsCancelledWaitsNoMore();
    void cancellingIsRefused();
    void aRotationKeepsTheOldSecretForAWhile();
    void rotationsAreRefused();
    void aRotationMayChangeTheSignature();
    void aChangeMayBringASecret();
    void aRestoredDeliveryIsOfItsKind();
    void anotherSchemeForgetsAnOldSecretOfNoUse();

private:
    Delivery ended(const QString &event, DestinationId target, DeliveryState state,
                   qint64 endedAt = 1);
    QList<DeliveryId> recoverable(DestinationId destination, qint64 since);
    Secrets secrets();
};

/// The delivery of a new event after one attempt that ended so.
Delivery TestStoreOrders::ended(const QString &event, DestinationId target, DeliveryState state,
                                qint64 endedAt)
{
    const AcceptedEvent accepted = m_fixture->addEvent(makeEvent(event, {target}));
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{accepted.deliveries.value(0).id, at(1)});
    const Attempt end = state == DeliveryState::Delivered ? makeEnd(AttemptOutcome::Delivered, 200)
                                                          : makeEnd(AttemptOutcome::Failed, 404);
    return m_fixture->done<AttemptFinished>(makeFinish(claimed.attempt, end, state, at(endedAt)))
        .delivery;
}

QList<DeliveryId> TestStoreOrders::recoverable(DestinationId destination, qint64 since)
{
    return m_fixture->found(m_fixture->records().recoverable(destination, at(since)));
}

/// Those of the one destination, as the next run finds them.
Secrets TestStoreOrders::secrets()
{
    m_fixture->reopen(at(9));
    return m_fixture->found(m_fixture->store().registrations()).value(0).secrets;
}

void TestStoreOrders::aResendIsANewLinkedDelivery()
{
    const Destination joe = m_fixture->addDestination();
    const Delivery failed = ended(QStringLiteral("e1"), joe.id, DeliveryState::Failed);
    const auto resent = m_fixture->done<DeliveriesResent>(ResendDelivery{failed.id, false, at(7)});
    QCOMPARE(resent.deliveries.size(), 1);
    QCOMPARE(resent.kind, EventKind::Published);
    Delivery expected;
    expected.id = resent.deliveries.first().id;
    expected.event = failed.event;
    expected.destination = joe.id;
    expected.createdAt = at(7);
    expected.dueAt = at(7);
    expected.resendOf = failed.id;
    expected.isResend = true;
    QVERIFY(expected.id > failed.id);
    QVERIFY(resent.deliveries.first() == expected);

    m_fixture->reopen(at(8));
    QVERIFY(m_fixture->found(m_fixture->records().delivery(failed.id)).delivery == failed);
    QVERIFY(m_fixture->found(m_fixture->records().delivery(expected.id)).delivery == expected);
    const auto waiting = m_fixture->found(m_fixture->store().waiting());
    QVERIFY(waiting
            == (QList<WaitingDelivery>{{expected.id, joe.id, at(7), EventKind::Published}}));
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{expected.id, at(8)});
    QCOMPARE(claimed.attempt.number, 1);
    QCOMPARE(claimed.event.id.text, QStringLiteral("e1"));
    QCOMPARE(claimed.event.body, QByteArray("{}"));
}

void TestStoreOrders::rowsOfTheLogTellResends()
{
    const Destination joe = m_fixture->addDestination();
    const Delivery failed = ended(QStringLiteral("e1"), joe.id, DeliveryState::Failed);
    const auto resent = m_fixture->done<DeliveriesResent>(ResendDelivery{failed.id, false, at(7)});
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{resent.deliveries.first().id, at(8)});
    QVERIFY(claimed.attempt.isResend);
    CaptureRecord received;
    received.capture.delivery = claimed.attempt.delivery;
    received.capture.attemptNumber = 1;
    const auto captured = m_fixture->done<CaptureAdded>(AddCapture{received});
    const LogKey sentAgain = LogKey::of(claimed.attempt.id);
    const auto rows = m_fixture->found(m_fixture->records().logRows(
        {{LogKey{sentAgain.value - 2}, sentAgain, LogKey::of(captured.capture.id)}, {}}));
    QCOMPARE(rows.attempts.size(), 2);
    QVERIFY(!rows.attempts.first().isResend);
    QVERIFY(rows.attempts.last().isResend);
    QVERIFY(rows.captures.first().isResend);
}

/// Whatever has brought it there: an attempt, a person, or the destination's removal.
void TestStoreOrders::rowsOfTheLogTellWhatBecameOfTheirDeliveries()
{
    const Destination joe = m_fixture->addDestination();
    const auto event = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id}));
    const DeliveryId id = event.deliveries.value(0).id;
    LogKey row;
    const auto state = [this, &row] {
        const auto rows = m_fixture->found(m_fixture->records().logRows({{row}, {}}));
        return rows.attempts.value(0).deliveryState;
    };
    const auto end = makeEnd(AttemptOutcome::Temporary, 503);
    const auto first = m_fixture->done<DeliveryClaimed>(ClaimDelivery{id, at(1)}).attempt;
    QCOMPARE(first.deliveryState, DeliveryState::InFlight);
    row = LogKey::of(first.id);
    QCOMPARE(state(), DeliveryState::InFlight);
    const auto waits
        = m_fixture->done<AttemptFinished>(makeFinish(first, end, DeliveryState::Waiting, at(2)));
    QCOMPARE(waits.attempt.deliveryState, DeliveryState::Waiting);
    QCOMPARE(state(), DeliveryState::Waiting);
    m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(3)});
    QCOMPARE(state(), DeliveryState::Cancelled);
    m_fixture->done<DestinationRestored>(RestoreDestination{joe.id});
    QCOMPARE(state(), DeliveryState::Waiting);
    const auto second = m_fixture->done<DeliveryClaimed>(ClaimDelivery{id, at(4)}).attempt;
    QCOMPARE(state(), DeliveryState::InFlight);
    const auto lost
        = m_fixture->done<AttemptFinished>(makeFinish(second, end, DeliveryState::Failed, at(5)));
    QCOMPARE(lost.attempt.deliveryState, DeliveryState::Failed);
    m_fixture->reopen(at(6));
    QCOMPARE(state(), DeliveryState::Failed);

    const auto other = m_fixture->addEvent(makeEvent(QStringLiteral("e2"), {joe.id}));
    const DeliveryId cancelled = other.deliveries.value(0).id;
    const auto third = m_fixture->done<DeliveryClaimed>(ClaimDelivery{cancelled, at(7)}).attempt;
    row = LogKey::of(third.id);
    m_fixture->done<AttemptFinished>(makeFinish(third, end, DeliveryState::Waiting, at(8)));
    m_fixture->done<DeliveryCancelled>(CancelDelivery{cancelled, at(9)});
    QCOMPARE(state(), DeliveryState::Cancelled);
}

void TestStoreOrders::aResendStaysOneWithoutItsOriginal()
{
    const Destination joe = m_fixture->addDestination();
    const Delivery failed = ended(QStringLiteral("e1"), joe.id, DeliveryState::Failed);
    const auto resent = m_fixture->done<DeliveriesResent>(ResendDelivery{failed.id, false, at(7)});
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{resent.deliveries.first().id, at(8)});
    const LogKey original{LogKey::of(claimed.attempt.id).value - 2};
    QCOMPARE(m_fixture->done<HistoryPruned>(ForgetRows{{original}}).deliveries, 1);

    const auto kept = m_fixture->found(m_fixture->records().delivery(claimed.attempt.delivery));
    QVERIFY(kept.delivery.resendOf.isNull());
    QVERIFY(kept.delivery.isResend);
    LogQuery query;
    query.filter = parseFilter(QStringLiteral("is:replay")).filter;
    const auto found = m_fixture->found(m_fixture->records().attempts(query));
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().isResend);
}

void TestStoreOrders::resendsAreRefused_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("of none") << QStringLiteral("none") << ErrorCode::NotFound << QString();
    QTest::newRow("while it waits") << QStringLiteral("waits") << ErrorCode::Conflict << QString();
    QTest::newRow("in flight") << QStringLiteral("flies") << ErrorCode::Conflict << QString();
    QTest::newRow("of a success") << QStringLiteral("delivered") << ErrorCode::Conflict
                                  << QStringLiteral("force");
    QTest::newRow("of a heartbeat")
        << QStringLiteral("heartbeat") << ErrorCode::Conflict << QString();
    QTest::newRow("to who is gone") << QStringLiteral("gone") << ErrorCode::NotFound << QString();
}

void TestStoreOrders::resendsAreRefused()
{
    QFETCH(QString, which);
    const Destination joe = m_fixture->addDestination();
    DeliveryId id{4711};
    if (which == u"waits" || which == u"flies")
        id = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id})).deliveries.value(0).id;
    if (which == u"flies")
        m_fixture->done<DeliveryClaimed>(ClaimDelivery{id, at(1)});
    if (which == u"delivered")
        id = ended(QStringLiteral("e1"), joe.id, DeliveryState::Delivered).id;
    if (which == u"heartbeat") {
        Event event = makeEvent(QStringLiteral("hb"), {}).event;
        event.kind = EventKind::Heartbeat;
        const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimHeartbeat{joe.id, event});
        id = claimed.attempt.delivery;
        m_fixture->done<AttemptFinished>(makeFinish(
            claimed.attempt, makeEnd(AttemptOutcome::Failed, 404), DeliveryState::Failed, at(2)));
    }
    if (which == u"gone") {
        id = ended(QStringLiteral("e1"), joe.id, DeliveryState::Failed).id;
        m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(2)});
    }
    const qsizetype before = m_fixture->found(m_fixture->store().waiting()).size();
    const Error error = m_fixture->refused(ResendDelivery{id, false, at(3)});
    QFETCH(ErrorCode, code);
    QCOMPARE(error.code, code);
    QFETCH(QString, field);
    QCOMPARE(error.field, field);
    QCOMPARE(m_fixture->found(m_fixture->store().waiting()).size(), before);
}

void TestStoreOrders::aSuccessIsSentAgainByForce()
{
    const Destination joe = m_fixture->addDestination();
    const Delivery done = ended(QStringLiteral("e1"), joe.id, DeliveryState::Delivered);
    const auto resent = m_fixture->done<DeliveriesResent>(ResendDelivery{done.id, true, at(3)});
    QVERIFY(resent.deliveries.value(0).resendOf == done.id);
    m_fixture->done<DeliveryCancelled>(CancelDelivery{resent.deliveries.value(0).id, at(4)});
    // What was cancelled has ended, and a resend may be resent.
    const auto again = m_fixture->done<DeliveriesResent>(
        ResendDelivery{resent.deliveries.value(0).id, false, at(5)});
    QVERIFY(again.deliveries.value(0).resendOf == resent.deliveries.value(0).id);
}

void TestStoreOrders::aRepetitionAnswersWithoutResends()
{
    const Destination joe = m_fixture->addDestination();
    const Delivery failed = ended(QStringLiteral("e1"), joe.id, DeliveryState::Failed);
    m_fixture->done<DeliveriesResent>(ResendDelivery{failed.id, false, at(3)});
    const AcceptedEvent again = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id}));
    QVERIFY(again.isKnown);
    QVERIFY(again.deliveries == QList<Delivery>{failed});
    QCOMPARE(m_fixture->found(m_fixture->records().event(failed.event)).deliveries.size(), 2);
}

void TestStoreOrders::aRecoverySendsWhatFailedSince()
{
    const Destination joe = m_fixture->addDestination();
    const Delivery early = ended(QStringLiteral("e1"), joe.id, DeliveryState::Failed, 10);
    const Delivery late = ended(QStringLiteral("e2"), joe.id, DeliveryState::Failed, 20);
    const Delivery fine = ended(QStringLiteral("e3"), joe.id, DeliveryState::Delivered, 20);
    const Delivery later = ended(QStringLiteral("e4"), joe.id, DeliveryState::Failed, 30);
    m_fixture->addEvent(makeEvent(QStringLiteral("e5"), {joe.id}));
    NewEvent test = makeEvent(QStringLiteral("e6"), {joe.id});
    test.event.kind = EventKind::Test;
    const Delivery tested = m_fixture->addEvent(test).deliveries.value(0);
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{tested.id, at(1)});
    m_fixture->done<AttemptFinished>(makeFinish(
        claimed.attempt, makeEnd(AttemptOutcome::Failed, 404), DeliveryState::Failed, at(30)));

    QVERIFY(recoverable(joe.id, 20) == (QList<DeliveryId>{late.id, later.id}));
    QVERIFY(recoverable(joe.id, 0) == (QList<DeliveryId>{early.id, late.id, later.id}));
    QVERIFY(recoverable(joe.id, 31) == QList<DeliveryId>());
    const auto resent = m_fixture->done<DeliveriesResent>(
        RecoverDeliveries{joe.id, recoverable(joe.id, 20), at(40)});
    QCOMPARE(resent.deliveries.size(), 2);
    QVERIFY(resent.deliveries.first().resendOf == late.id);
    QVERIFY(resent.deliveries.last().resendOf == later.id);
    QVERIFY(resent.deliveries.first().id < resent.deliveries.last().id);
    QVERIFY(m_fixture->found(m_fixture->records().delivery(fine.id)).delivery == fine);
}

void TestStoreOrders::aRecoverySendsNothingTwice()
{
    const Destination joe = m_fixture->addDestination();
    const Delivery failed = ended(QStringLiteral("e1"), joe.id, DeliveryState::Failed, 10);
    const QList<DeliveryId> found = recoverable(joe.id, 0);
    const auto first = m_fixture->done<DeliveriesResent>(RecoverDeliveries{joe.id, found, at(20)});
    QCOMPARE(first.deliveries.size(), 1);
    // Another recovery that looked at the same moment finds nothing left to do.
    QCOMPARE(m_fixture->done<DeliveriesResent>(RecoverDeliveries{joe.id, found, at(20)})
                 .deliveries.size(),
             0);
    QVERIFY(recoverable(joe.id, 0) == QList<DeliveryId>());
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{first.deliveries.first().id, at(21)});
    m_fixture->done<AttemptFinished>(makeFinish(
        claimed.attempt, makeEnd(AttemptOutcome::Failed, 404), DeliveryState::Failed, at(22)));
    QVERIFY(recoverable(joe.id, 0) == idsOf(first.deliveries));
    QVERIFY(first.deliveries.first().resendOf == failed.id);
}

void TestStoreOrders::aRecoveryStaysWithItsDestination()
{
    const Destination joe = m_fixture->addDestination();
    const Destination ann = m_fixture->addDestination(QStringLiteral("ann"));
    const Delivery failed = ended(QStringLiteral("e1"), ann.id, DeliveryState::Failed, 10);
    QVERIFY(recoverable(joe.id, 0) == QList<DeliveryId>());
    const QList<DeliveryId> strange{failed.id, DeliveryId{4711}};
    QCOMPARE(m_fixture->done<DeliveriesResent>(RecoverDeliveries{joe.id, strange, at(20)})
                 .deliveries.size(),
             0);
    m_fixture->done<DestinationRemoved>(RemoveDestination{ann.id, at(21)});
    QCOMPARE(m_fixture->refused(RecoverDeliveries{ann.id, strange, at(22)}).code,
             ErrorCode::NotFound);
}

void TestStoreOrders::whatIsCancelledWaitsNoMore()
{
    const Destination joe = m_fixture->addDestination();
    const Delivery waiting
        = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id})).deliveries.value(0);
    const auto cancelled = m_fixture->done<DeliveryCancelled>(CancelDelivery{waiting.id, at(5)});
    QCOMPARE(cancelled.delivery.state, DeliveryState::Cancelled);
    QVERIFY(cancelled.delivery.dueAt == at(5));
    QVERIFY(!cancelled.delivery.reason.isEmpty());
    m_fixture->reopen(at(6));
    QVERIFY(m_fixture->found(m_fixture->records().delivery(waiting.id)).delivery
            == cancelled.delivery);
    QCOMPARE(m_fixture->found(m_fixture->store().waiting()).size(), 0);
    QCOMPARE(m_fixture->refused(ClaimDelivery{waiting.id, at(7)}).code, ErrorCode::Conflict);
    // Undoing a removal brings back what the removal has cancelled, not what a person did.
    m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(8)});
    QCOMPARE(m_fixture->done<DestinationRestored>(RestoreDestination{joe.id}).deliveries.size(), 0);
}

void TestStoreOrders::cancellingIsRefused()
{
    const Destination joe = m_fixture->addDestination();
    QCOMPARE(m_fixture->refused(CancelDelivery{{4711}, at(1)}).code, ErrorCode::NotFound);
    const Delivery flying
        = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id})).deliveries.value(0);
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{flying.id, at(1)});
    QCOMPARE(m_fixture->refused(CancelDelivery{flying.id, at(2)}).code, ErrorCode::Conflict);
    const Delivery failed = ended(QStringLiteral("e2"), joe.id, DeliveryState::Failed);
    QCOMPARE(m_fixture->refused(CancelDelivery{failed.id, at(2)}).code, ErrorCode::Conflict);
    QVERIFY(m_fixture->found(m_fixture->records().delivery(failed.id)).delivery == failed);
}

void TestStoreOrders::aRotationKeepsTheOldSecretForAWhile()
{
    const Destination joe = m_fixture->addDestination();
    const QByteArray old = secrets().current;
    const QByteArray second = newSecret(SignatureScheme::Standard);
    const auto rotated
        = m_fixture->done<SecretRotated>(RotateSecret{joe.id, second, at(10), Milliseconds{50}});
    QVERIFY(rotated.registration.destination == joe);
    QVERIFY(rotated.registration.secrets == (Secrets{second, old, at(60)}));
    QVERIFY(secrets() == rotated.registration.secrets);

    const QByteArray third = newSecret(SignatureScheme::Standard);
    m_fixture->done<SecretRotated>(RotateSecret{joe.id, third, at(20), Milliseconds{100}});
    QVERIFY(secrets() == (Secrets{third, second, at(120)}));
    const QByteArray fourth = newSecret(SignatureScheme::Standard);
    m_fixture->done<SecretRotated>(RotateSecret{joe.id, fourth, at(30), Milliseconds{0}});
    QVERIFY(secrets() == (Secrets{fourth, {}, {}}));
}

void TestStoreOrders::rotationsAreRefused()
{
    const Destination joe = m_fixture->addDestination();
    const QByteArray current = secrets().current;
    const auto refuse = [this](DestinationId id, const QByteArray &secret) {
        return m_fixture->refused(RotateSecret{id, secret, at(1), Milliseconds{1}}).code;
    };
    QCOMPARE(refuse({4711}, newSecret(SignatureScheme::Standard)), ErrorCode::NotFound);
    QCOMPARE(refuse(joe.id, current), ErrorCode::Conflict);
    QCOMPARE(refuse(joe.id, newSecret(SignatureScheme::StandardEd25519)), ErrorCode::Conflict);
    QCOMPARE(secrets().current, current);
}

void TestStoreOrders::aRotationMayChangeTheSignature()
{
    const Destination joe = m_fixture->addDestination();
    const QByteArray pair = newSecret(SignatureScheme::StandardEd25519);
    RotateSecret toPair{joe.id, pair, at(1), Milliseconds{50}, SignatureScheme::StandardEd25519};
    const auto rotated = m_fixture->done<SecretRotated>(toPair);
    QVERIFY(rotated.registration.destination.signature == SignatureScheme::StandardEd25519);
    QVERIFY2(rotated.registration.secrets == (Secrets{pair, {}, {}}), "the old one cannot sign so");
    QVERIFY(m_fixture->found(m_fixture->store().registrations()).first() == rotated.registration);

    RotateSecret toText{joe.id, "abc", at(2), Milliseconds{50}, SignatureScheme::Stripe};
    m_fixture->done<SecretRotated>(toText);
    QVERIFY2(secrets() == (Secrets{"abc", pair, at(52)}), "any text can sign so");
    toText = {joe.id, "def", at(3), Milliseconds{50}, SignatureScheme::Standard};
    QCOMPARE(m_fixture->refused(toText).code, ErrorCode::Conflict);
}

void TestStoreOrders::aChangeMayBringASecret()
{
    const Destination joe = m_fixture->addDestination();
    const QByteArray first = secrets().current;
    const QByteArray fit = newSecret(SignatureScheme::Standard);
    m_fixture->done<SecretRotated>(RotateSecret{joe.id, fit, at(1), Milliseconds{50}});
    QVERIFY2(!m_fixture->done<DestinationChanged>(ChangeDestination{joe.id, {}, fit}).secrets,
             "it is the one that it has");
    QVERIFY(secrets() == (Secrets{fit, first, at(51)}));
    const QByteArray other = newSecret(SignatureScheme::Standard);
    const auto changed = m_fixture->done<DestinationChanged>(ChangeDestination{joe.id, {}, other});
    QVERIFY(changed.secrets == (Secrets{other, {}, {}}));
    QVERIFY2(secrets() == *changed.secrets, "no other signs along");
    QCOMPARE(m_fixture->refused(ChangeDestination{joe.id, {}, "abc"}).code, ErrorCode::Conflict);
    m_fixture->done<DestinationChanged>(ChangeDestination{
        joe.id, {{QStringLiteral("signature"), QStringLiteral("github")}}, "abc"});
    QVERIFY(secrets() == (Secrets{"abc", {}, {}}));
}

void TestStoreOrders::aRestoredDeliveryIsOfItsKind()
{
    const Destination joe = m_fixture->addDestination();
    m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id}));
    NewEvent test = makeEvent(QStringLiteral("e2"), {joe.id});
    test.event.kind = EventKind::Test;
    m_fixture->addEvent(test);
    m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(1)});
    QVERIFY(m_fixture->done<DestinationRestored>(RestoreDestination{joe.id}).kinds
            == (QList<EventKind>{EventKind::Published, EventKind::Test}));
}

void TestStoreOrders::anotherSchemeForgetsAnOldSecretOfNoUse()
{
    const Destination joe = m_fixture->addDestination();
    const auto setSignature = [this, &joe](const char *name) {
        m_fixture->done<DestinationChanged>(
            ChangeDestination{joe.id, {{QStringLiteral("signature"), QString::fromLatin1(name)}}});
    };
    setSignature("stripe");
    m_fixture->done<SecretRotated>(RotateSecret{joe.id, "abc", at(1), Milliseconds{50}});
    const QByteArray fit = newSecret(SignatureScheme::Standard);
    m_fixture->done<SecretRotated>(RotateSecret{joe.id, fit, at(2), Milliseconds{50}});
    QVERIFY(secrets() == (Secrets{fit, "abc", at(52)}));
    setSignature("standard");
    QVERIFY(secrets() == (Secrets{fit, {}, {}}));
    // GitHub's field has room for one signature.
    setSignature("github");
    m_fixture->done<SecretRotated>(RotateSecret{joe.id, "def", at(3), Milliseconds{50}});
    QVERIFY(secrets() == (Secrets{"def", {}, {}}));
}

QTEST_GUILESS_MAIN(TestStoreOrders)
#include "tst_storeorders.moc"

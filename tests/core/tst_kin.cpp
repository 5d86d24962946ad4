// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storesuite.h"

using namespace Core;

/// What the records find that belongs to a row.
class TestKin final : public StoreSuite
{
    Q_OBJECT

private slots:
    void aFirstAttemptStandsAlone();
    void resendsAreTriesToo();
    void theEventBeforeIsOneOfTheSameType();
    void theAnswerBeforeIsOneThatCame();
    void aCaptureAndItsAttemptFindEachOther();
    void aCaptureKnowsTheOneBeforeItInItsBin();
    void itsDeliverysMomentsAreTold();
    void rowsThatAreGoneHaveNoKin();

private:
    Attempt send(const QString &event, DestinationId target, int status = 200);
    Kin kinOf(LogKey row) { return m_fixture->found(m_fixture->records().kin(row)); }
    Capture receive(const Attempt &sent, const QString &bin = QStringLiteral("demo"));
};

Attempt TestKin::send(const QString &event, DestinationId target, int status)
{
    const bool isGood = status == 200;
    Attempt end = makeEnd(isGood ? AttemptOutcome::Delivered : AttemptOutcome::Failed, status);
    end.failure = status == 0 ? Failure::ConnectionRefused : Failure::None;
    return m_fixture
        ->attemptOnce(event, target, end, isGood ? DeliveryState::Delivered : DeliveryState::Failed)
        .attempt;
}

Capture TestKin::receive(const Attempt &sent, const QString &bin)
{
    CaptureRecord record;
    record.capture.bin = bin;
    record.capture.receivedAt = at(3);
    record.capture.delivery = sent.delivery;
    record.capture.attemptNumber = sent.number;
    return m_fixture->done<CaptureAdded>(AddCapture{record}).capture;
}

void TestKin::aFirstAttemptStandsAlone()
{
    const Attempt only = send(QStringLiteral("e1"), m_fixture->addDestination().id);
    const Kin kin = kinOf(LogKey::of(only.id));
    QVERIFY(kin.row == LogKey::of(only.id));
    QCOMPARE(kin.tries.size(), 1);
    QVERIFY(kin.tries.first() == only);
    QVERIFY(kin.counterpart.isNull() && kin.previousRequest.isNull());
    QVERIFY(kin.previousAnswer.isNull());
}

void TestKin::resendsAreTriesToo()
{
    const Destination joe = m_fixture->addDestination();
    const Attempt first = send(QStringLiteral("e1"), joe.id, 404);
    send(QStringLiteral("other"), joe.id);
    const auto resend = [this](DeliveryId delivery) {
        const auto resent
            = m_fixture->done<DeliveriesResent>(ResendDelivery{delivery, true, at(2000)});
        const auto claimed = m_fixture->done<DeliveryClaimed>(
            ClaimDelivery{resent.deliveries.value(0).id, at(2001)});
        return m_fixture
            ->done<AttemptFinished>(makeFinish(claimed.attempt,
                                               makeEnd(AttemptOutcome::Failed, 500),
                                               DeliveryState::Failed, at(2002)))
            .attempt;
    };
    const Attempt second = resend(first.delivery);
    const Attempt third = resend(second.delivery);
    const Attempt fourth = resend(first.delivery);
    const QList<Attempt> all{first, second, third, fourth};
    for (const Attempt &attempt : all)
        QVERIFY(kinOf(LogKey::of(attempt.id)).tries == all);
    QVERIFY(kinOf(LogKey::of(first.id)).resendOf.isNull());
    QVERIFY(kinOf(LogKey::of(first.id)).sentAgain == LogKey::of(fourth.id));
    QVERIFY(kinOf(LogKey::of(third.id)).resendOf == second.delivery);
    QVERIFY(kinOf(LogKey::of(third.id)).sentAgain.isNull());
    QVERIFY(kinOf(LogKey::of(fourth.id)).resendOf == first.delivery);
}

void TestKin::theEventBeforeIsOneOfTheSameType()
{
    const Destination joe = m_fixture->addDestination();
    const Destination zoe = m_fixture->addDestination(QStringLiteral("zoe"));
    const Attempt before = send(QStringLiteral("e1"), joe.id);
    send(QStringLiteral("e2"), zoe.id);
    Event heartbeat = makeEvent(QStringLiteral("e3"), {}).event;
    heartbeat.kind = EventKind::Heartbeat;
    heartbeat.type = HeartbeatType;
    m_fixture->done<DeliveryClaimed>(ClaimHeartbeat{joe.id, heartbeat});
    const Attempt after = send(QStringLiteral("e4"), joe.id);
    QVERIFY(kinOf(LogKey::of(after.id)).previousRequest == LogKey::of(before.id));
    QVERIFY(kinOf(LogKey::of(after.id)).previousAnswer == LogKey::of(before.id));
}

void TestKin::theAnswerBeforeIsOneThatCame()
{
    const Destination joe = m_fixture->addDestination();
    const Attempt answered = send(QStringLiteral("e1"), joe.id, 404);
    const Attempt silent = send(QStringLiteral("e2"), joe.id, 0);
    const Attempt after = send(QStringLiteral("e3"), joe.id);
    QVERIFY(kinOf(LogKey::of(after.id)).previousAnswer == LogKey::of(answered.id));
    QVERIFY(kinOf(LogKey::of(after.id)).previousRequest == LogKey::of(silent.id));
}

void TestKin::aCaptureAndItsAttemptFindEachOther()
{
    const Destination joe = m_fixture->addDestination();
    const Attempt sent = send(QStringLiteral("e1"), joe.id);
    const Attempt other = send(QStringLiteral("e2"), joe.id);
    const Capture received = receive(sent);
    QVERIFY(kinOf(LogKey::of(sent.id)).counterpart == LogKey::of(received.id));
    QVERIFY(kinOf(LogKey::of(received.id)).counterpart == LogKey::of(sent.id));
    QVERIFY(kinOf(LogKey::of(other.id)).counterpart.isNull());
    const Capture foreign = receive({});
    QVERIFY(kinOf(LogKey::of(foreign.id)).counterpart.isNull());
}

void TestKin::aCaptureKnowsTheOneBeforeItInItsBin()
{
    const Capture first = receive({});
    receive({}, QStringLiteral("other"));
    const Capture second = receive({});
    QVERIFY(kinOf(LogKey::of(second.id)).previousRequest == LogKey::of(first.id));
    QVERIFY(kinOf(LogKey::of(first.id)).previousRequest.isNull());
}

void TestKin::itsDeliverysMomentsAreTold()
{
    const Destination joe = m_fixture->addDestination();
    const Attempt tried
        = m_fixture
              ->attemptOnce(QStringLiteral("e1"), joe.id, makeEnd(AttemptOutcome::Temporary, 503),
                            DeliveryState::Waiting)
              .attempt;
    Kin kin = kinOf(LogKey::of(tried.id));
    QVERIFY(kin.queuedSince
            == m_fixture->found(m_fixture->records().delivery(tried.delivery)).delivery.createdAt);
    QVERIFY(kin.nextAt == at(1000));
    m_fixture->done<DestinationChanged>(SetDestinationState{joe.id, DestinationState::Paused, {}});
    QVERIFY(!kinOf(LogKey::of(tried.id)).nextAt);
}

void TestKin::rowsThatAreGoneHaveNoKin()
{
    Records &records = m_fixture->records();
    QCOMPARE(records.kin(LogKey::of(AttemptId{4711})).error().code, ErrorCode::NotFound);
    QCOMPARE(records.kin(LogKey::of(CaptureId{4711})).error().code, ErrorCode::NotFound);
    records.close();
    QCOMPARE(records.kin(LogKey::of(AttemptId{4711})).error().code, ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestKin)
#include "tst_kin.moc"

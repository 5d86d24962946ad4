// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/secrets.h"
#include "tests/support/dispatchfixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Core;

namespace {

const QString Url = QStringLiteral("http://localhost/hook");

void tryOnce(Destination &destination)
{
    destination.retry = std::vector<Milliseconds>{};
}

void keepOrder(Destination &destination)
{
    destination.ordered = true;
}

void postOneAtATime(Destination &destination)
{
    destination.concurrency = 1;
}

} // namespace

class TestDispatcher final : public QObject
{
    Q_OBJECT

private slots:
    void anEventIsPostedAtOnceWithItsHeaders();
    void aServerErrorIsTriedAgainWhenDue();
    void theLastAttemptOfTheScheduleFails();
    void aRefusalEndsTheDelivery();
    void goneLeavesAReasonForThePause();
    void tooManyRequestsHoldsWhatComesNext();
    void orderIsKeptThroughARetry();
    void orderHoldsFromTheMomentItIsAskedFor();
    void heartbeatsNeverPileUpAndAreNeverRetried();
    void aDestinationsOwnHeartbeatHasItsOwnPace();
    void whatWasNotSentGoesAgainUnderTheSameNumber();
    void aWallClockThatJumpsDelaysNothing();
    void whatWasLeftByAClockInTheFutureWaitsADayAtMost();
    void whatCannotBeSentIsTriedLessAndLess();
    void aStoreInTroubleLosesNothing();
    void switchedOffNothingStarts();
    void aVerdictLetsItsLaneGoOnBeforeTheBody();
    void aBodyIsKeptWhenItHasCome();
    void stoppingLetsWhatFliesLand();
    void stoppingWaitsForABodyThatIsComing();
    void whatWeBreakOffIsInterruptedAndGoesAgain();
    void whatHadNotLeftAtTheEndIsNotSent();
    void anUndoneRemovalFindsItsFlights();
    void anOrderedLaneBeginsWhenAllIsBack();
    void whatARemovalHasNotComeToWaitsAgain();
    void aRemovedDestinationsAttemptIsStillClosed();
    void whatIsCancelledIsNotPosted();
    void aRotationSignsFromTheNextPostOn();
    void whatChangesAlongWithAClaimHolds_data();
    void whatChangesAlongWithAClaimHolds();
};

void TestDispatcher::anEventIsPostedAtOnceWithItsHeaders()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url, [](Destination &destination) {
        destination.headers = {{"X-Team", "blue"}};
    });
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    const Shipment &shipment = fixture.shipments().first();
    QCOMPARE(shipment.url, Url);
    QCOMPARE(shipment.body, QByteArray("{}"));
    QCOMPARE(headerValue(shipment.headers, "webhook-id"), QByteArray("evt_1"));
    QCOMPARE(headerValue(shipment.headers, "webhook-timestamp"), QByteArray("1767225600"));
    QVERIFY(headerValue(shipment.headers, "webhook-signature").startsWith("v1,"));
    QCOMPARE(headerValue(shipment.headers, "Hookpost-Attempt"), QByteArray("1"));
    QVERIFY(headerValue(shipment.headers, "Hookpost-Delivery").startsWith("dlv_"));
    QCOMPARE(headerValue(shipment.headers, "Accept-Encoding"), QByteArray("identity"));
    QVERIFY(headerValue(shipment.headers, "User-Agent").startsWith("Hookpost/"));
    QCOMPARE(shipment.headers.last().name, QByteArray("X-Team"));
    QVERIFY(fixture.answerNewest(204));
    QVERIFY(fixture.finished().first().delivery.state == DeliveryState::Delivered);
    QCOMPARE(fixture.dispatcher().inFlightCount(), 0);
}

void TestDispatcher::aServerErrorIsTriedAgainWhenDue()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    QVERIFY(fixture.answerNewest(500));
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    fixture.advance(Milliseconds{3'999}); // 5 s less 20 per cent and a little
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    fixture.advance(Milliseconds{2'001});
    QTRY_COMPARE(fixture.shipments().size(), 2);
    const Shipment &again = fixture.shipments().last();
    QCOMPARE(headerValue(again.headers, "webhook-id"), QByteArray("evt_1"));
    QCOMPARE(headerValue(again.headers, "Hookpost-Attempt"), QByteArray("2"));
    QCOMPARE(headerValue(again.headers, "webhook-timestamp"), QByteArray("1767225606"));
}

void TestDispatcher::theLastAttemptOfTheScheduleFails()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url, [](Destination &destination) {
        destination.retry = std::vector<Milliseconds>{Milliseconds{1000}};
    });
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    fixture.poster().fail(fixture.shipments().last(), Failure::ConnectionRefused);
    QTRY_COMPARE(fixture.finished().size(), 1);
    fixture.advance(Milliseconds{1200});
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QVERIFY(fixture.answerNewest(503));
    const Delivery &delivery = fixture.finished().last().delivery;
    QVERIFY(delivery.state == DeliveryState::Failed);
    QCOMPARE(delivery.reason, QStringLiteral("gave up after 2 attempts: 503 Service Unavailable"));
}

void TestDispatcher::aRefusalEndsTheDelivery()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    QVERIFY(fixture.answerNewest(404));
    QVERIFY(fixture.finished().last().delivery.state == DeliveryState::Failed);
    QCOMPARE(fixture.finished().last().delivery.reason, QStringLiteral("404 Not Found"));
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 0);
}

void TestDispatcher::goneLeavesAReasonForThePause()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    QVERIFY(fixture.answerNewest(410));
    const auto &paused = fixture.finished().last().changedDestination;
    QVERIFY(paused.has_value());
    QVERIFY(paused->state == DestinationState::Paused);
    QVERIFY(paused->pauseReason.contains(QStringLiteral("410")));
}

void TestDispatcher::tooManyRequestsHoldsWhatComesNext()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    QVERIFY(fixture.answerNewest(429, {{"Retry-After", "60"}}));
    QVERIFY(fixture.finished().last().delivery.state == DeliveryState::Failed);
    fixture.publish(QStringLiteral("evt_2"), {joe});
    fixture.advance(Milliseconds{59'000});
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    fixture.advance(Milliseconds{1'000});
    QTRY_COMPARE(fixture.shipments().size(), 2);
}

void TestDispatcher::orderIsKeptThroughARetry()
{
    DispatchFixture fixture;
    const DestinationId joe
        = fixture.add(Url, [](Destination &destination) { destination.ordered = true; });
    fixture.publish(QStringLiteral("evt_1"), {joe});
    fixture.publish(QStringLiteral("evt_2"), {joe});
    QTRY_COMPARE(fixture.shipments().size(), 1);
    QVERIFY(fixture.answerNewest(500));
    QCOMPARE(fixture.shipments().size(), 1);
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 2);
    fixture.advance(Milliseconds{6'000});
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QCOMPARE(headerValue(fixture.shipments().last().headers, "webhook-id"), QByteArray("evt_1"));
    fixture.poster().answer(fixture.shipments().last(), 200);
    QTRY_COMPARE(fixture.shipments().size(), 3);
    QCOMPARE(headerValue(fixture.shipments().last().headers, "webhook-id"), QByteArray("evt_2"));
}

void TestDispatcher::orderHoldsFromTheMomentItIsAskedFor()
{
    DispatchFixture fixture;
    const DestinationId joe
        = fixture.add(Url, [](Destination &destination) { destination.concurrency = 1; });
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    fixture.publish(QStringLiteral("evt_2"), {joe});
    fixture.submit(ChangeDestination{joe, {{QStringLiteral("ordered"), true}}});
    QVERIFY(fixture.answerNewest(500));
    fixture.advance(Milliseconds{6'000});
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QCOMPARE(headerValue(fixture.shipments().last().headers, "webhook-id"), QByteArray("evt_1"));
}

void TestDispatcher::heartbeatsNeverPileUpAndAreNeverRetried()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    for (int i = 0; i < 3; ++i)
        fixture.dispatcher().makeHeartbeats();
    QTRY_COMPARE(fixture.shipments().size(), 1);
    const Shipment first = fixture.shipments().first();
    static const QRegularExpression Body(QStringLiteral(
        "\\AHello joe, current time is [0-9-]{10}T[0-9:]{8}(Z|[+-]\\d\\d:\\d\\d)\\z"));
    QVERIFY2(Body.match(QString::fromUtf8(first.body)).hasMatch(), first.body.constData());
    QVERIFY(fixture.answerNewest(500));
    QVERIFY(fixture.finished().first().delivery.state == DeliveryState::Failed);
    QVERIFY2(fixture.shipments().size() == 1, "the ticks that came meanwhile are past");
    fixture.dispatcher().makeHeartbeats();
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QVERIFY(fixture.answerNewest(200));
    fixture.advance(Milliseconds{3'600'000});
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 0);
    QCOMPARE(fixture.shipments().size(), 2);
}

void TestDispatcher::aDestinationsOwnHeartbeatHasItsOwnPace()
{
    DispatchFixture fixture;
    fixture.add(Url,
                [](Destination &destination) { destination.heartbeat = Milliseconds{60'000}; });
    fixture.add(QStringLiteral("http://localhost/quiet"),
                [](Destination &destination) { destination.heartbeat = Milliseconds{0}; });
    fixture.dispatcher().makeHeartbeats(); // the program's pace is not theirs
    fixture.advance(Milliseconds{59'999});
    QCOMPARE(fixture.dispatcher().inFlightCount(), 0);
    fixture.advance(Milliseconds{1});
    QTRY_COMPARE(fixture.shipments().size(), 1);
    QCOMPARE(fixture.shipments().first().url, Url);
    QVERIFY(fixture.answerNewest(200));
    fixture.advance(Milliseconds{60'000});
    QTRY_COMPARE(fixture.shipments().size(), 2);
}

void TestDispatcher::whatWasNotSentGoesAgainUnderTheSameNumber()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url, tryOnce);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    fixture.poster().fail(fixture.shipments().last(), Failure::NotSent);
    QTRY_COMPARE(fixture.finished().size(), 1);
    fixture.advance(Milliseconds{1'000});
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QCOMPARE(headerValue(fixture.shipments().last().headers, "Hookpost-Attempt"), QByteArray("1"));
}

void TestDispatcher::aWallClockThatJumpsDelaysNothing()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    QVERIFY(fixture.answerNewest(500));
    fixture.clock().jumpWall(-std::chrono::hours{24});
    fixture.advance(Milliseconds{6'000});
    QTRY_COMPARE(fixture.shipments().size(), 2);
}

void TestDispatcher::whatWasLeftByAClockInTheFutureWaitsADayAtMost()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    fixture.dispatcher().setDispatching(false);
    const DeliveryId delivery = fixture.publish(QStringLiteral("evt_1"), {joe});
    // As it is loaded after a start: due by a clock that was ten years ahead.
    Delivery loaded;
    loaded.id = delivery;
    loaded.destination = joe;
    fixture.dispatcher().forget(loaded);
    const Time farAhead = fixture.clock().now() + std::chrono::years{10};
    fixture.dispatcher().enqueue({{delivery, joe, farAhead, EventKind::Published}});
    fixture.dispatcher().setDispatching(true);
    fixture.advance(std::chrono::hours{24} - Milliseconds{1});
    QCOMPARE(fixture.dispatcher().inFlightCount(), 0);
    fixture.advance(Milliseconds{1});
    QTRY_COMPARE(fixture.shipments().size(), 1);
}

void TestDispatcher::whatCannotBeSentIsTriedLessAndLess()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url, tryOnce);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    qsizetype tries = 1;
    for (const int seconds : {1, 2, 4}) {
        fixture.poster().fail(fixture.shipments().last(), Failure::NotSent);
        QTRY_COMPARE(fixture.finished().size(), tries);
        fixture.advance(Milliseconds{1'000 * seconds - 1});
        QCOMPARE(fixture.dispatcher().inFlightCount(), 0);
        fixture.advance(Milliseconds{1});
        ++tries;
        QTRY_COMPARE(fixture.shipments().size(), tries);
    }
}

void TestDispatcher::aStoreInTroubleLosesNothing()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    QVERIFY(fixture.post(QStringLiteral("evt_2"), joe));
    fixture.control().failWith(Error{ErrorCode::StorageFull, QStringLiteral("disk full"), {}, {}});
    fixture.poster().answer(fixture.shipments().first(), 200);
    fixture.dispatcher().makeHeartbeats(); // cannot be claimed now, and simply is not
    QTRY_VERIFY(fixture.control().batchSizes().size() > 5);
    QCOMPARE(fixture.finished().size(), 0);
    QCOMPARE(fixture.journal().unwrittenCount(), 1);
    fixture.control().failWith(std::nullopt);
    QTRY_COMPARE(fixture.finished().size(), 1);
    QCOMPARE(fixture.journal().unwrittenCount(), 0);
    QVERIFY(fixture.finished().first().delivery.state == DeliveryState::Delivered);
    QCOMPARE(fixture.shipments().size(), 2);
}

void TestDispatcher::switchedOffNothingStarts()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    fixture.dispatcher().setDispatching(false);
    fixture.publish(QStringLiteral("evt_1"), {joe});
    fixture.dispatcher().makeHeartbeats();
    fixture.advance(Milliseconds{60'000});
    QCOMPARE(fixture.dispatcher().inFlightCount(), 0);
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    fixture.dispatcher().setDispatching(true);
    QTRY_COMPARE(fixture.shipments().size(), 2);
}

void TestDispatcher::aVerdictLetsItsLaneGoOnBeforeTheBody()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url, keepOrder);
    fixture.publish(QStringLiteral("evt_1"), {joe});
    fixture.publish(QStringLiteral("evt_2"), {joe});
    QTRY_COMPARE(fixture.shipments().size(), 1);
    fixture.poster().answerEarly(fixture.shipments().first(), 200);
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QCOMPARE(fixture.finished().size(), 1);
    QVERIFY(fixture.finished().first().delivery.state == DeliveryState::Delivered);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 1);
    QCOMPARE(fixture.dispatcher().inFlightCount(), 2);
    fixture.poster().endBody(fixture.shipments().first(), "body");
    QCOMPARE(fixture.dispatcher().inFlightCount(), 1);
    QCOMPARE(fixture.shipments().size(), 2);
}

void TestDispatcher::aBodyIsKeptWhenItHasCome()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    const Shipment shipment = fixture.shipments().first();
    fixture.poster().answerEarly(shipment, 200);
    fixture.poster().endBody(shipment, "body");
    QTRY_COMPARE(fixture.kept().size(), 1);
    QCOMPARE(fixture.finished().size(), 1);
    const Attempt before = fixture.finished().first().attempt;
    QVERIFY(before.responseBytes == 0 && !before.timings.receive);
    const Attempt after = fixture.kept().first();
    QVERIFY(after.id == shipment.attempt);
    QVERIFY(after.responseBytes == 4 && after.timings.receive == Microseconds{1});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("awaits none")));
    fixture.poster().endBody(shipment, "again");
    QCOMPARE(fixture.dispatcher().inFlightCount(), 0);
    QCOMPARE(fixture.journal().unwrittenCount(), 0);
}

void TestDispatcher::stoppingWaitsForABodyThatIsComing()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    const QSignalSpy drained(&fixture.dispatcher(), &Dispatcher::drained);
    fixture.poster().answerEarly(fixture.shipments().first(), 200);
    QTRY_COMPARE(fixture.finished().size(), 1);
    fixture.dispatcher().stop();
    QCOMPARE(drained.size(), 0);
    fixture.poster().endBody(fixture.shipments().first(), "body");
    QCOMPARE(drained.size(), 1);
    QTRY_COMPARE(fixture.kept().size(), 1);
}

void TestDispatcher::stoppingLetsWhatFliesLand()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url, postOneAtATime);
    fixture.publish(QStringLiteral("evt_1"), {joe});
    fixture.publish(QStringLiteral("evt_2"), {joe});
    QTRY_COMPARE(fixture.shipments().size(), 1);
    const QSignalSpy drained(&fixture.dispatcher(), &Dispatcher::drained);
    fixture.dispatcher().stop();
    QCOMPARE(drained.size(), 0);
    fixture.poster().answer(fixture.shipments().first(), 200);
    QCOMPARE(drained.size(), 1);
    QTRY_COMPARE(fixture.finished().size(), 1);
    QCOMPARE(fixture.shipments().size(), 1);
}

void TestDispatcher::whatWeBreakOffIsInterruptedAndGoesAgain()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url, tryOnce);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    fixture.dispatcher().stop();
    fixture.dispatcher().breakOff();
    Report brokenOff;
    brokenOff.attempt = fixture.shipments().first().attempt;
    brokenOff.isBrokenOff = true;
    fixture.poster().report(brokenOff);
    QTRY_COMPARE(fixture.finished().size(), 1);
    const AttemptFinished &finished = fixture.finished().first();
    QVERIFY(finished.attempt.outcome == AttemptOutcome::Interrupted);
    QCOMPARE(finished.attempt.failure, Failure::None);
    QCOMPARE(finished.attempt.error, QStringLiteral("Hookpost ended before an answer came"));
    QVERIFY(finished.delivery.state == DeliveryState::Waiting);
}

void TestDispatcher::whatHadNotLeftAtTheEndIsNotSent()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url, tryOnce);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    fixture.dispatcher().stop();
    fixture.dispatcher().breakOff();
    fixture.poster().fail(fixture.shipments().first(), Failure::NotSent);
    QTRY_COMPARE(fixture.finished().size(), 1);
    const AttemptFinished &finished = fixture.finished().first();
    QVERIFY(finished.attempt.outcome == AttemptOutcome::Temporary);
    QVERIFY(!isCharged(finished.attempt));
    QVERIFY(finished.delivery.state == DeliveryState::Waiting);
}

void TestDispatcher::anUndoneRemovalFindsItsFlights()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url, postOneAtATime);
    fixture.publish(QStringLiteral("evt_1"), {joe});
    fixture.publish(QStringLiteral("evt_2"), {joe});
    QTRY_COMPARE(fixture.shipments().size(), 1);
    fixture.submit(RemoveDestination{joe, fixture.clock().now()});
    fixture.submit(RestoreDestination{joe});
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 1);
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    QCOMPARE(fixture.shipments().size(), 1);
    fixture.poster().answer(fixture.shipments().first(), 200);
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 1);
}

void TestDispatcher::anOrderedLaneBeginsWhenAllIsBack()
{
    DispatchFixture fixture;
    const DestinationId joe
        = fixture.add(Url, [](Destination &destination) { destination.ordered = true; });
    fixture.dispatcher().setDispatching(false);
    for (const char *id : {"evt_1", "evt_2", "evt_3"})
        fixture.publish(QString::fromLatin1(id), {joe});
    fixture.submit(RemoveDestination{joe, fixture.clock().now()});
    fixture.submit(RestoreDestination{joe, 1});
    fixture.publish(QStringLiteral("evt_4"), {joe});
    fixture.dispatcher().setDispatching(true);
    fixture.submit(ContinueRemovals{1});
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 3);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 0);
    fixture.submit(ContinueRemovals{1});
    QStringList sent;
    for (qsizetype count = 1; count <= 4; ++count) {
        QTRY_COMPARE(fixture.shipments().size(), count);
        QVERIFY(fixture.answerNewest(200));
        sent.append(fixture.finished().last().attempt.event.text);
    }
    QCOMPARE(sent,
             (QStringList{QStringLiteral("evt_1"), QStringLiteral("evt_2"), QStringLiteral("evt_3"),
                          QStringLiteral("evt_4")}));
}

void TestDispatcher::whatARemovalHasNotComeToWaitsAgain()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    fixture.dispatcher().setDispatching(false);
    fixture.publish(QStringLiteral("evt_1"), {joe});
    fixture.publish(QStringLiteral("evt_2"), {joe});
    fixture.submit(RemoveDestination{joe, fixture.clock().now(), 1});
    fixture.dispatcher().setDispatching(true);
    QCOMPARE(fixture.dispatcher().waitingCount(), 0);
    QVERIFY(fixture.shipments().isEmpty());
    fixture.submit(RestoreDestination{joe});
    QTRY_COMPARE(fixture.shipments().size(), 2);
}

void TestDispatcher::aRemovedDestinationsAttemptIsStillClosed()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    fixture.submit(RemoveDestination{joe, fixture.clock().now()});
    fixture.poster().answer(fixture.shipments().first(), 500);
    QTRY_COMPARE(fixture.finished().size(), 1);
    QVERIFY(fixture.finished().first().delivery.state == DeliveryState::Cancelled);
}

void TestDispatcher::whatIsCancelledIsNotPosted()
{
    DispatchFixture fixture;
    const DestinationId joe
        = fixture.add(Url, [](Destination &destination) { destination.ordered = true; });
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    const DeliveryId second = fixture.publish(QStringLiteral("evt_2"), {joe});
    fixture.publish(QStringLiteral("evt_3"), {joe});
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 2);
    fixture.submit(CancelDelivery{second, fixture.clock().now()});
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    QCOMPARE(fixture.dispatcher().waitingCount(), 1);
    QVERIFY(fixture.answerNewest(200));
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QCOMPARE(headerValue(fixture.shipments().last().headers, "webhook-id"), QByteArray("evt_3"));
    QVERIFY(fixture.answerNewest(200));
    QCOMPARE(fixture.dispatcher().waitingCount(), 0);
}

void TestDispatcher::aRotationSignsFromTheNextPostOn()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    fixture.submit(RotateSecret{joe, newSecret(SignatureScheme::Standard), fixture.clock().now(),
                                std::chrono::hours(1)});
    const auto signatureCount = [&fixture] {
        return headerValue(fixture.shipments().last().headers, "webhook-signature")
            .split(' ')
            .size();
    };
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    QCOMPARE(signatureCount(), 2);
    QVERIFY(fixture.answerNewest(200));
    fixture.advance(std::chrono::hours(1) + Milliseconds{1});
    QVERIFY(fixture.post(QStringLiteral("evt_2"), joe));
    QCOMPARE(signatureCount(), 1);
}

void TestDispatcher::whatChangesAlongWithAClaimHolds_data()
{
    QTest::addColumn<bool>("isPause");
    QTest::newRow("a pause") << true;
    QTest::newRow("another address") << false;
}

void TestDispatcher::whatChangesAlongWithAClaimHolds()
{
    QFETCH(const bool, isPause);
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    const QString moved = Url + QStringLiteral("/moved");
    fixture.dispatcher().setDispatching(false);
    const DeliveryId delivery = fixture.publish(QStringLiteral("evt_1"), {joe});
    // The claim is handed in now, and shares its transaction with what follows.
    fixture.dispatcher().setDispatching(true);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 1);
    if (isPause)
        fixture.submit(SetDestinationState{joe, DestinationState::Paused, {}});
    else
        fixture.submit(ChangeDestination{joe, {{QStringLiteral("destination"), moved}}});
    QTRY_COMPARE(fixture.finished().size(), 1);
    QCOMPARE(fixture.shipments().size(), 0);
    QCOMPARE(fixture.finished().first().attempt.error,
             isPause ? QStringLiteral("not sent: the destination was paused")
                     : QStringLiteral("not sent: the destination got another URL"));
    QCOMPARE(fixture.finished().first().attempt.failure, Failure::NotSent);
    QVERIFY(fixture.finished().first().delivery.id == delivery);
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    if (isPause)
        fixture.submit(SetDestinationState{joe, DestinationState::Active, {}});
    fixture.advance(std::chrono::seconds(2));
    QTRY_COMPARE(fixture.shipments().size(), 1);
    QCOMPARE(fixture.shipments().first().url, isPause ? Url : moved);
    QCOMPARE(headerValue(fixture.shipments().first().headers, "Hookpost-Attempt"), QByteArray("1"));
}

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dispatchfixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Core;

namespace {

const QString Url = QStringLiteral("http://localhost/hook");

const Error DiskFull{ErrorCode::StorageFull, QStringLiteral("disk full"), {}, {}};

} // namespace

/// A dispatcher whose store, receivers or clock are in trouble.
class TestDispatcherTrouble final : public QObject
{
    Q_OBJECT

private slots:
    void aRefusedClaimIsNotTriedAgainBeforeASecondHasPassed();
    void aHeartbeatThatHasNoRoomPausesNothing();
    void aRefusedHeartbeatPausesTheLanesToo();
    void aWallClockSetBeforeTheRecordShortensNothing();
    void aReceiverThatIsDownIsProbed();
    void theNextMomentIsTold();
    void fiveDaysOfFailuresPauseTheDestination_data();
    void fiveDaysOfFailuresPauseTheDestination();
    void aClockThatLeapsPausesNothing();
    void aHoldIsToldAndEndedByResuming();
    void anOldUrls429HoldsNothing();
    void anEndThatIsRefusedLetsTheNextOneGo();
};

void TestDispatcherTrouble::aRefusedClaimIsNotTriedAgainBeforeASecondHasPassed()
{
    constexpr int Count = 20;
    DispatchFixture fixture;
    QList<DestinationId> lanes;
    for (int i = 0; i < Count; ++i)
        lanes.append(fixture.add(QStringLiteral("%1/%2").arg(Url).arg(i)));
    fixture.dispatcher().setDispatching(false);
    fixture.publish(QStringLiteral("evt_1"), lanes);
    fixture.control().failWith(DiskFull);
    const qsizetype before = fixture.control().batchSizes().size();
    const auto claimed = [&] {
        const QList<qsizetype> sizes = fixture.control().batchSizes().mid(before);
        return std::accumulate(sizes.begin(), sizes.end(), qsizetype{0});
    };
    fixture.dispatcher().setDispatching(true);
    QTRY_COMPARE(fixture.dispatcher().inFlightCount(), 0);
    QCOMPARE(claimed(), Count);
    QCOMPARE(fixture.dispatcher().waitingCount(), Count);
    for (int i = 0; i < 9; ++i)
        fixture.advance(Milliseconds{100});
    fixture.advance(Milliseconds{99});
    QCOMPARE(fixture.dispatcher().inFlightCount(), 0);
    fixture.advance(Milliseconds{1});
    QTRY_COMPARE(fixture.dispatcher().inFlightCount(), 0);
    QCOMPARE(claimed(), 2 * Count);
    fixture.control().failWith(std::nullopt);
    fixture.advance(Milliseconds{1000});
    QTRY_COMPARE(fixture.shipments().size(), Count);
    QCOMPARE(claimed(), 3 * Count);
    QCOMPARE(fixture.dispatcher().waitingCount(), 0);
}

void TestDispatcherTrouble::aHeartbeatThatHasNoRoomPausesNothing()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    fixture.control().failWith(
        Error{ErrorCode::StorageFull, QStringLiteral("The disk is full."), {}, {}});
    fixture.dispatcher().makeHeartbeats();
    QTRY_COMPARE(fixture.dispatcher().inFlightCount(joe), 0);
    fixture.control().failWith(std::nullopt);
    QVERIFY2(fixture.post(QStringLiteral("evt_1"), joe), "the reserve is for claims");
}

void TestDispatcherTrouble::aRefusedHeartbeatPausesTheLanesToo()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    fixture.control().failWith(
        Error{ErrorCode::Storage, QStringLiteral("The disk has failed."), {}, {}});
    fixture.dispatcher().makeHeartbeats();
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 1);
    QTRY_COMPARE(fixture.dispatcher().inFlightCount(joe), 0);
    fixture.control().failWith(std::nullopt);
    fixture.publish(QStringLiteral("evt_1"), {joe});
    fixture.advance(Milliseconds{999});
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 0);
    fixture.advance(Milliseconds{1});
    QTRY_COMPARE(fixture.shipments().size(), 1);
}

void TestDispatcherTrouble::aWallClockSetBeforeTheRecordShortensNothing()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    fixture.poster().answer(fixture.shipments().last(), 500);
    fixture.clock().jumpWall(std::chrono::hours{1});
    QTRY_COMPARE(fixture.finished().size(), 1);
    fixture.advance(Milliseconds{3'999});
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    fixture.advance(Milliseconds{2'001});
    QTRY_COMPARE(fixture.shipments().size(), 2);
}

void TestDispatcherTrouble::aReceiverThatIsDownIsProbed()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(
        Url, [](Destination &destination) { destination.retry = std::vector<Milliseconds>{}; });
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(!fixture.dispatcher().probeAt(joe));
        QVERIFY(fixture.post(QStringLiteral("evt_%1").arg(i), joe));
        QVERIFY(fixture.answerNewest(503));
    }
    QVERIFY(fixture.dispatcher().probeAt(joe) == fixture.clock().now() + Milliseconds{5'000});
    fixture.publish(QStringLiteral("evt_6"), {joe});
    fixture.publish(QStringLiteral("evt_7"), {joe});
    fixture.advance(Milliseconds{4'999});
    QCOMPARE(fixture.dispatcher().inFlightCount(), 0);
    fixture.advance(Milliseconds{1});
    QTRY_COMPARE(fixture.shipments().size(), 6);
    fixture.advance(Milliseconds{60'000});
    QCOMPARE(fixture.dispatcher().inFlightCount(), 1);
    QVERIFY(fixture.answerNewest(200));
    QVERIFY(!fixture.dispatcher().probeAt(joe));
    QTRY_COMPARE(fixture.shipments().size(), 7);
}

void TestDispatcherTrouble::theNextMomentIsTold()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(!fixture.dispatcher().nextAt(joe));
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    QVERIFY(fixture.answerNewest(503));
    const auto next = fixture.dispatcher().nextAt(joe);
    QVERIFY(next.has_value());
    QVERIFY(*next >= fixture.clock().now() + Milliseconds{4'000});
    QVERIFY(*next <= fixture.clock().now() + Milliseconds{6'000});
    const DestinationId greeted
        = fixture.add(QStringLiteral("http://localhost/other"), [](Destination &destination) {
              destination.heartbeat = Milliseconds{3'000};
          });
    QVERIFY(fixture.dispatcher().nextAt(greeted) == fixture.clock().now() + Milliseconds{3'000});
    fixture.dispatcher().setDispatching(false);
    QVERIFY(!fixture.dispatcher().nextAt(greeted));
}

void TestDispatcherTrouble::fiveDaysOfFailuresPauseTheDestination_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("isPaused");
    QTest::newRow("after five days") << 120 << 5 << true;
    QTest::newRow("not an hour before") << 119 << 5 << false;
    QTest::newRow("not by a few that lie far apart") << 120 << 4 << false;
}

void TestDispatcherTrouble::fiveDaysOfFailuresPauseTheDestination()
{
    QFETCH(const int, hours);
    QFETCH(const int, failures);
    QFETCH(const bool, isPaused);
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    for (int i = 1; i <= failures; ++i) {
        if (i == failures)
            fixture.advance(std::chrono::hours{hours});
        QVERIFY(fixture.post(QStringLiteral("evt_%1").arg(i), joe));
        QVERIFY(fixture.answerNewest(404));
    }
    const auto &changed = fixture.finished().last().changedDestination;
    QCOMPARE(changed.has_value(), isPaused);
    if (!isPaused)
        return;
    QVERIFY(changed->state == DestinationState::Paused);
    QCOMPARE(changed->pauseReason,
             QStringLiteral("nothing but failures since 2026-01-01T00:00:00.000Z"));
    fixture.publish(QStringLiteral("evt_later"), {joe});
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    fixture.submit(SetDestinationState{joe, DestinationState::Active, {}});
    QTRY_COMPARE(fixture.shipments().size(), failures + 1);
}

void TestDispatcherTrouble::aClockThatLeapsPausesNothing()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    for (int i = 1; i <= 7; ++i) {
        QVERIFY(fixture.post(QStringLiteral("evt_%1").arg(i), joe));
        QVERIFY(fixture.answerNewest(404));
        const auto &changed = fixture.finished().last().changedDestination;
        QVERIFY(!changed || changed->state == DestinationState::Active);
        fixture.advance(std::chrono::hours{1});
        if (i == 3)
            fixture.clock().jumpWall(std::chrono::days{30});
    }
}

void TestDispatcherTrouble::aHoldIsToldAndEndedByResuming()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(!fixture.dispatcher().heldUntil(joe));
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    QVERIFY(fixture.answerNewest(429, {{"Retry-After", "3600"}}));
    QVERIFY(fixture.dispatcher().heldUntil(joe) == fixture.clock().now() + std::chrono::hours{1});
    fixture.publish(QStringLiteral("evt_2"), {joe});
    fixture.advance(Milliseconds{60'000});
    QCOMPARE(fixture.dispatcher().waitingCount(joe), 1);
    // It is not paused, and yet somebody says that it works again.
    fixture.submit(SetDestinationState{joe, DestinationState::Active, {}});
    QVERIFY(!fixture.dispatcher().heldUntil(joe));
    QTRY_COMPARE(fixture.shipments().size(), 2);
}

void TestDispatcherTrouble::anOldUrls429HoldsNothing()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(Url);
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    fixture.submit(
        ChangeDestination{joe, {{QStringLiteral("destination"), Url + QStringLiteral("/new")}}});
    QVERIFY(fixture.answerNewest(429, {{"Retry-After", "3600"}}));
    QVERIFY(fixture.post(QStringLiteral("evt_2"), joe));
}

void TestDispatcherTrouble::anEndThatIsRefusedLetsTheNextOneGo()
{
    DispatchFixture fixture;
    const DestinationId joe
        = fixture.add(Url, [](Destination &destination) { destination.ordered = true; });
    QVERIFY(fixture.post(QStringLiteral("evt_1"), joe));
    fixture.publish(QStringLiteral("evt_2"), {joe});
    QCOMPARE(fixture.shipments().size(), 1);
    fixture.control().failWith(
        Error{ErrorCode::NotFound, QStringLiteral("There is no such row."), {}, {}});
    connect(&fixture.journal(), &Journal::refused, this,
            [&fixture] { fixture.control().failWith(std::nullopt); });
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("could not be closed")));
    fixture.poster().answer(fixture.shipments().last(), 200);
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QCOMPARE(headerValue(fixture.shipments().last().headers, "webhook-id"), QByteArray("evt_2"));
    QVERIFY(fixture.answerNewest(200));
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 0);
}

QTEST_GUILESS_MAIN(TestDispatcherTrouble)
#include "tst_dispatchertrouble.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dispatchfixture.h"
#include "tests/support/posterfixture.h"
#include "tests/support/testreceiver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds Spacing{20}; ///< of two POSTs
constexpr Milliseconds Lead{30}; ///< of a claim before its turn
constexpr Milliseconds Period{1'005}; ///< and a little more
const QString Name = QStringLiteral("slow.example");

void twoASecond(Destination &destination)
{
    destination.rateLimit = RateLimit{2, Milliseconds{1'000}};
}

QHostInfo loopback()
{
    QHostInfo info;
    info.setAddresses({QHostAddress(QHostAddress::LocalHost)});
    return info;
}

} // namespace

/// What a rate limit promises to the receiver, whatever a POST has to wait for on its way there.
class TestRateLimit final : public QObject
{
    Q_OBJECT

private slots:
    void whatWaitsForItsWayCounts();
    void whatIsClaimedLateLeavesAtOnce();
    void whatIsClaimedAheadStaysWhereNothingGoesAnyMore();
    void whatIsClaimedAheadMindsAPause();
    void whatIsClaimedAheadSurvivesARemoval();
    void whatIsClaimedAheadStaysWhereTheLaneStandsStill_data();
    void whatIsClaimedAheadStaysWhereTheLaneStandsStill();
    void aDepartureIsToldAtOnce();
    void holdsBehindASlowLookUp();

private:
    static DestinationId begin(DispatchFixture &fixture, int count);
    static void departAll(DispatchFixture &fixture);
    static void claimAhead(DispatchFixture &fixture);
};

/// Publishes \a count events and lets as many leave as may at once.
DestinationId TestRateLimit::begin(DispatchFixture &fixture, int count)
{
    const DestinationId joe = fixture.add(QStringLiteral("http://localhost/hook"), twoASecond);
    for (int i = 1; i <= count; ++i)
        fixture.publish(QStringLiteral("evt_%1").arg(i), {joe});
    fixture.advance(Spacing);
    return joe;
}

/// Lets those leave that are on their way, and asks for claims on others ahead of their turn.
void TestRateLimit::departAll(DispatchFixture &fixture)
{
    for (const Shipment &shipment : QList<Shipment>(fixture.shipments()))
        fixture.poster().depart({shipment.attempt, fixture.clock().tick()});
    fixture.advance(Period - Lead);
    fixture.advance(Spacing);
}

/// The same, and waits for those claims.
void TestRateLimit::claimAhead(DispatchFixture &fixture)
{
    departAll(fixture);
    QTRY_COMPARE(fixture.dispatcher().nextWakeUp(), fixture.clock().tick() + (Lead - Spacing));
}

void TestRateLimit::whatWaitsForItsWayCounts()
{
    DispatchFixture fixture;
    const DestinationId joe = begin(fixture, 4);
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QVERIFY(fixture.shipments().first().tellsDeparture);
    fixture.advance(5s);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 2);
    claimAhead(fixture);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 4);
    fixture.advance(Lead - Spacing - 1ms);
    QCOMPARE(fixture.shipments().size(), 2);
    fixture.advance(1ms);
    QCOMPARE(fixture.shipments().size(), 4);
}

void TestRateLimit::whatIsClaimedLateLeavesAtOnce()
{
    DispatchFixture fixture;
    const DestinationId joe = begin(fixture, 3);
    QTRY_COMPARE(fixture.shipments().size(), 2);
    fixture.control().hold();
    departAll(fixture);
    fixture.advance(1s);
    QCOMPARE(fixture.shipments().size(), 2);
    fixture.control().release();
    QTRY_COMPARE(fixture.shipments().size(), 3);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 3);
}

void TestRateLimit::whatIsClaimedAheadStaysWhereNothingGoesAnyMore()
{
    DispatchFixture fixture;
    begin(fixture, 4);
    QTRY_COMPARE(fixture.shipments().size(), 2);
    claimAhead(fixture);
    QCOMPARE(fixture.dispatcher().inFlightCount(), 4);
    QSignalSpy drained(&fixture.dispatcher(), &Dispatcher::drained);
    fixture.dispatcher().stop();
    QTRY_COMPARE(fixture.finished().size(), 2);
    for (const AttemptFinished &finished : fixture.finished()) {
        QCOMPARE(finished.attempt.failure, Failure::NotSent);
        QCOMPARE(finished.attempt.error, QStringLiteral("not sent: ") + stoppingReason());
        QCOMPARE(finished.delivery.state, DeliveryState::Waiting);
    }
    QCOMPARE(fixture.shipments().size(), 2);
    QCOMPARE(drained.size(), 0);
    for (const Shipment &shipment : QList<Shipment>(fixture.shipments()))
        fixture.poster().answer(shipment, 200);
    QTRY_COMPARE(fixture.finished().size(), 4);
    QCOMPARE(drained.size(), 1);
}

void TestRateLimit::whatIsClaimedAheadMindsAPause()
{
    DispatchFixture fixture;
    const DestinationId joe = begin(fixture, 3);
    QTRY_COMPARE(fixture.shipments().size(), 2);
    claimAhead(fixture);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 3);
    fixture.submit(SetDestinationState{joe, DestinationState::Paused, {}});
    fixture.advance(1s);
    QTRY_COMPARE(fixture.finished().size(), 1);
    QCOMPARE(fixture.finished().first().attempt.failure, Failure::NotSent);
    QCOMPARE(fixture.shipments().size(), 2);
}

void TestRateLimit::whatIsClaimedAheadSurvivesARemoval()
{
    DispatchFixture fixture;
    const DestinationId joe = begin(fixture, 3);
    QTRY_COMPARE(fixture.shipments().size(), 2);
    claimAhead(fixture);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 3);
    fixture.dispatcher().removeLane(joe);
    fixture.advance(1s);
    QTRY_COMPARE(fixture.finished().size(), 1);
    QCOMPARE(fixture.finished().first().attempt.failure, Failure::NotSent);
    QCOMPARE(fixture.shipments().size(), 2);
}

void TestRateLimit::whatIsClaimedAheadStaysWhereTheLaneStandsStill_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::newRow("it asks for a pause")
        << 429 << QStringLiteral("not sent: the receiver asked for a pause");
    QTest::newRow("its breaker opens")
        << 503 << QStringLiteral("not sent: the receiver had failed several times in a row");
}

void TestRateLimit::whatIsClaimedAheadStaysWhereTheLaneStandsStill()
{
    QFETCH(const int, status);
    QFETCH(const QString, error);
    DispatchFixture fixture;
    const auto fiveASecond = [](Destination &destination) {
        destination.rateLimit = RateLimit{5, 1s};
    };
    const DestinationId joe = fixture.add(QStringLiteral("http://localhost/hook"), fiveASecond);
    for (int i = 1; i <= 6; ++i)
        fixture.publish(QStringLiteral("evt_%1").arg(i), {joe});
    for (int i = 1; i <= 5; ++i) {
        QTRY_COMPARE(fixture.shipments().size(), i);
        fixture.advance(Spacing);
    }
    for (const Shipment &shipment : QList<Shipment>(fixture.shipments()))
        fixture.poster().depart({shipment.attempt, fixture.clock().tick()});
    fixture.advance(Period - Lead);
    QTRY_COMPARE(fixture.dispatcher().nextWakeUp(), fixture.clock().tick() + Lead);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 6);
    for (const Shipment &shipment : QList<Shipment>(fixture.shipments()))
        fixture.poster().answer(shipment, status, {{"Retry-After", "9"}});
    QTRY_COMPARE(fixture.finished().size(), 5);
    fixture.advance(Lead);
    QTRY_COMPARE(fixture.finished().size(), 6);
    QCOMPARE(fixture.finished().last().attempt.error, error);
    QCOMPARE(fixture.finished().last().attempt.failure, Failure::NotSent);
    QCOMPARE(fixture.finished().last().delivery.state, DeliveryState::Waiting);
    QCOMPARE(fixture.shipments().size(), 5);
}

void TestRateLimit::aDepartureIsToldAtOnce()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::hang());
    PosterFixture poster;
    Shipment shipment = poster.shipment(receiver.url(QStringLiteral("/")));
    poster.post(shipment);
    shipment.attempt = AttemptId{4711};
    shipment.tellsDeparture = true;
    poster.post(shipment);
    QTRY_COMPARE(receiver.requests().size(), 2);
    QTRY_COMPARE(poster.departures().size(), 1);
    QVERIFY(poster.departures().first().attempt == AttemptId{4711});
    QCOMPARE(poster.reportCount(), 0);
}

void TestRateLimit::holdsBehindASlowLookUp()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    PosterFixture poster;
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(
        QStringLiteral("http://%1:%2/").arg(Name).arg(receiver.serverPort()), twoASecond);
    qsizetype posted = 0;
    qsizetype departed = 0;
    qsizetype reported = 0;
    // The poster's clock is not the dispatcher's, which stands still.
    const auto relay = [&] {
        while (posted < fixture.shipments().size())
            poster.post(fixture.shipments().at(posted++));
        while (departed < poster.departures().size())
            fixture.poster().depart(
                {poster.departures().at(departed++).attempt, fixture.clock().tick()});
        while (reported < poster.reportCount())
            fixture.poster().report(poster.reports().at(reported++));
        return static_cast<int>(fixture.finished().size());
    };
    for (int i = 1; i <= 6; ++i)
        fixture.publish(QStringLiteral("evt_%1").arg(i), {joe});
    QTRY_COMPARE((relay(), poster.lookUp().asked().size()), 1);
    for (int second = 1; second <= 3; ++second)
        fixture.advance(Period);
    QTRY_COMPARE((relay(), fixture.dispatcher().inFlightCount(joe)), 2);
    QVERIFY(poster.lookUp().answer(loopback()));
    QTRY_COMPARE(relay(), 2);
    QCOMPARE(receiver.requests().size(), 2);
    fixture.advance(Period);
    fixture.advance(Spacing);
    QTRY_COMPARE(relay(), 4);
    QCOMPARE(receiver.requests().size(), 4);
}

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"

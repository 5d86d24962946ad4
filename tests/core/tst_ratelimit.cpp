// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dispatchfixture.h"
#include "tests/support/posterfixture.h"
#include "tests/support/testreceiver.h"

#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

namespace {

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
    void aDepartureIsToldAtOnce();
    void holdsBehindASlowLookUp();
};

void TestRateLimit::whatWaitsForItsWayCounts()
{
    DispatchFixture fixture;
    const DestinationId joe = fixture.add(QStringLiteral("http://localhost/hook"), twoASecond);
    for (int i = 1; i <= 4; ++i)
        fixture.publish(QStringLiteral("evt_%1").arg(i), {joe});
    QTRY_COMPARE(fixture.shipments().size(), 2);
    QVERIFY(fixture.shipments().first().tellsDeparture);
    fixture.advance(5s);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 2);
    for (const Shipment &shipment : QList<Shipment>(fixture.shipments()))
        fixture.poster().depart({shipment.attempt, fixture.clock().tick()});
    fixture.advance(1'009ms);
    QCOMPARE(fixture.dispatcher().inFlightCount(joe), 2);
    fixture.advance(1ms);
    QTRY_COMPARE(fixture.shipments().size(), 4);
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
        fixture.advance(1'010ms);
    QTRY_COMPARE((relay(), fixture.dispatcher().inFlightCount(joe)), 2);
    QVERIFY(poster.lookUp().answer(loopback()));
    QTRY_COMPARE(relay(), 2);
    QCOMPARE(receiver.requests().size(), 2);
    fixture.advance(1'010ms);
    QTRY_COMPARE(relay(), 4);
    QCOMPARE(receiver.requests().size(), 4);
}

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"

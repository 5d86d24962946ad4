// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/flightroom.h"

#include <QTest>

using namespace Core;

namespace {

constexpr bool Idle = true;
constexpr bool Busy = false;
constexpr bool Trusted = true;
constexpr bool Untrusted = false;

void fill(FlightRoom &room, bool isTrusted)
{
    while (room.hasPlace(isTrusted))
        room.take(isTrusted);
}

bool fitsAlways(DestinationId /*destination*/, bool /*isTrusted*/)
{
    return true;
}

QList<qint64> takeAllTurns(FlightRoom &room, const FlightRoom::Fits &fits = fitsAlways)
{
    QList<qint64> turns;
    while (const auto next = room.next(fits))
        turns.append(next->value);
    return turns;
}

} // namespace

class TestFlightRoom final : public QObject
{
    Q_OBJECT

private slots:
    void hasItsPlacesAndNoMore();
    void keepsAPartForTheTrusted();
    void aSmallRoomKeepsNothing();
    void servesInTurnAndTheIdleFirst();
    void letsNobodyGoWithoutAPlace();
    void whoBecomesIdleMovesUp();
    void nobodyStandsInLineTwice();
    void whoDoesNotFitIsWaitedForByItsLike();
};

void TestFlightRoom::hasItsPlacesAndNoMore()
{
    FlightRoom room(100);
    fill(room, Trusted);
    QCOMPARE(room.taken(), 100);
    room.giveBack(Trusted);
    QVERIFY(room.hasPlace(Trusted));
    room.take(Untrusted);
    QVERIFY(!room.hasPlace(Trusted));
}

void TestFlightRoom::keepsAPartForTheTrusted()
{
    FlightRoom room(80);
    fill(room, Untrusted);
    QCOMPARE(room.taken(), 70);
    fill(room, Trusted);
    QCOMPARE(room.taken(), 80);
    room.giveBack(Untrusted);
    QVERIFY2(room.hasPlace(Untrusted), "the part is kept by counting, not by a rank");
}

void TestFlightRoom::aSmallRoomKeepsNothing()
{
    FlightRoom room(1);
    QVERIFY(room.hasPlace(Untrusted));
    room.take(Untrusted);
    QVERIFY(!room.hasPlace(Trusted));
}

void TestFlightRoom::servesInTurnAndTheIdleFirst()
{
    FlightRoom room(8);
    room.lineUp({1}, Busy, Trusted);
    room.lineUp({2}, Idle, Untrusted);
    room.lineUp({3}, Idle, Trusted);
    room.lineUp({4}, Busy, Untrusted);
    room.lineUp({5}, Idle, Untrusted);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{2, 3, 5, 1, 4}));
}

void TestFlightRoom::letsNobodyGoWithoutAPlace()
{
    FlightRoom room(8);
    fill(room, Untrusted);
    room.lineUp({1}, Idle, Untrusted);
    room.lineUp({2}, Busy, Trusted);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{2}));
    fill(room, Trusted);
    room.lineUp({3}, Idle, Trusted);
    QCOMPARE(takeAllTurns(room), QList<qint64>{});
    room.giveBack(Untrusted);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{1, 3}));
}

void TestFlightRoom::whoBecomesIdleMovesUp()
{
    FlightRoom room(8);
    room.lineUp({1}, Busy, Trusted);
    room.lineUp({2}, Busy, Trusted);
    room.lineUp({2}, Idle, Untrusted);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{2, 1}));
}

void TestFlightRoom::nobodyStandsInLineTwice()
{
    FlightRoom room(8);
    room.lineUp({1}, Idle, Trusted);
    room.lineUp({2}, Idle, Trusted);
    room.lineUp({1}, Idle, Untrusted);
    room.lineUp({1}, Busy, Trusted);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{1, 2}));
    room.lineUp({1}, Busy, Trusted);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{1}));
}

void TestFlightRoom::whoDoesNotFitIsWaitedForByItsLike()
{
    FlightRoom room(100);
    room.lineUp({1}, Idle, Untrusted);
    room.lineUp({2}, Idle, Untrusted);
    room.lineUp({3}, Busy, Untrusted);
    room.lineUp({4}, Busy, Trusted);
    const auto fits = [](DestinationId destination, bool) { return destination.value != 2; };
    QCOMPARE(takeAllTurns(room, fits), (QList<qint64>{1, 4}));
    QVERIFY(room.hasLine(Untrusted));
    QVERIFY(!room.hasLine(Trusted));
    QCOMPARE(takeAllTurns(room), (QList<qint64>{2, 3}));
}

QTEST_GUILESS_MAIN(TestFlightRoom)
#include "tst_flightroom.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/flightroom.h"

#include <QTest>

using namespace Core;

namespace {

constexpr bool Idle = true;
constexpr bool Busy = false;
constexpr Trust Proven = Trust::Proven;
constexpr Trust Untried = Trust::Untried;
constexpr Trust Doubtful = Trust::Doubtful;

void fill(FlightRoom &room, Trust trust)
{
    while (room.hasPlace(trust))
        room.take(trust);
}

bool fitsAlways(DestinationId /*destination*/, Trust /*trust*/)
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
    void keepsPartsForTheProvenAndTheUntried();
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
    fill(room, Proven);
    QCOMPARE(room.taken(), 100);
    room.giveBack(Proven);
    QVERIFY(room.hasPlace(Proven));
    room.take(Doubtful);
    QVERIFY(!room.hasPlace(Proven));
}

void TestFlightRoom::keepsPartsForTheProvenAndTheUntried()
{
    FlightRoom room(80);
    fill(room, Doubtful);
    QCOMPARE(room.taken(), 60);
    fill(room, Untried);
    QCOMPARE(room.taken(), 70);
    fill(room, Proven);
    QCOMPARE(room.taken(), 80);
    room.giveBack(Untried);
    QVERIFY2(room.hasPlace(Untried), "the part is kept by counting, not by a rank");
    QVERIFY(!room.hasPlace(Doubtful));
}

void TestFlightRoom::aSmallRoomKeepsNothing()
{
    FlightRoom room(1);
    QVERIFY(room.hasPlace(Doubtful));
    room.take(Doubtful);
    QVERIFY(!room.hasPlace(Proven));
}

void TestFlightRoom::servesInTurnAndTheIdleFirst()
{
    FlightRoom room(8);
    room.lineUp({1}, Busy, Proven);
    room.lineUp({2}, Idle, Doubtful);
    room.lineUp({3}, Idle, Proven);
    room.lineUp({4}, Busy, Doubtful);
    room.lineUp({5}, Idle, Untried);
    room.lineUp({6}, Idle, Doubtful);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{2, 3, 5, 6, 1, 4}));
}

void TestFlightRoom::letsNobodyGoWithoutAPlace()
{
    FlightRoom room(8);
    fill(room, Doubtful);
    room.lineUp({1}, Idle, Doubtful);
    room.lineUp({2}, Busy, Proven);
    room.lineUp({4}, Idle, Untried);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{4, 2}));
    fill(room, Proven);
    room.lineUp({3}, Idle, Proven);
    QCOMPARE(takeAllTurns(room), QList<qint64>{});
    room.giveBack(Doubtful);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{1, 3}));
}

void TestFlightRoom::whoBecomesIdleMovesUp()
{
    FlightRoom room(8);
    room.lineUp({1}, Busy, Proven);
    room.lineUp({2}, Busy, Proven);
    room.lineUp({2}, Idle, Doubtful);
    room.lineUp({3}, Idle, Doubtful);
    room.lineUp({4}, Idle, Doubtful);
    fill(room, Doubtful);
    room.lineUp({4}, Idle, Proven);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{4, 1}));
}

void TestFlightRoom::nobodyStandsInLineTwice()
{
    FlightRoom room(8);
    room.lineUp({1}, Idle, Proven);
    room.lineUp({2}, Idle, Proven);
    room.lineUp({1}, Idle, Doubtful);
    room.lineUp({1}, Busy, Proven);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{1, 2}));
    room.lineUp({1}, Busy, Proven);
    QCOMPARE(takeAllTurns(room), (QList<qint64>{1}));
}

void TestFlightRoom::whoDoesNotFitIsWaitedForByItsLike()
{
    FlightRoom room(100);
    room.lineUp({1}, Idle, Doubtful);
    room.lineUp({2}, Idle, Doubtful);
    room.lineUp({3}, Busy, Doubtful);
    room.lineUp({4}, Busy, Proven);
    const auto fits = [](DestinationId destination, Trust) { return destination.value != 2; };
    QCOMPARE(takeAllTurns(room, fits), (QList<qint64>{1, 4}));
    QVERIFY(room.hasLine(Doubtful));
    QVERIFY(!room.hasLine(Proven));
    QCOMPARE(takeAllTurns(room), (QList<qint64>{2, 3}));
}

QTEST_GUILESS_MAIN(TestFlightRoom)
#include "tst_flightroom.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/fairqueue.h"

#include <QTest>

using namespace Core;

namespace {

const QString Group = QStringLiteral("host:443");
constexpr DestinationId First{1};
constexpr DestinationId Second{2};
constexpr DestinationId Third{3};

QList<quint64> takeAll(FairQueue &queue, const QString &group)
{
    QList<quint64> numbers;
    while (const std::optional<quint64> number = queue.next(group))
        numbers.append(*number);
    return numbers;
}

} // namespace

class TestFairQueue final : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrderOfOneDestination();
    void hasSixPlacesPerGroup();
    void keepsGroupsApart();
    void servesDestinationsInTurn();
    void prefersWhoHasFewestInFlight();
    void takesWhatWaitsAndKeepsWhatFlies();
    void isEmptyWhenAllIsDone();
};

void TestFairQueue::keepsTheOrderOfOneDestination()
{
    FairQueue queue;
    for (const quint64 number : {3U, 1U, 2U})
        queue.add(Group, First, number);
    QCOMPARE(takeAll(queue, Group), (QList<quint64>{3, 1, 2}));
}

void TestFairQueue::hasSixPlacesPerGroup()
{
    FairQueue queue;
    for (quint64 number = 1; number <= 8; ++number)
        queue.add(Group, First, number);
    QCOMPARE(takeAll(queue, Group).size(), 6);
    queue.release(Group, First);
    QCOMPARE(takeAll(queue, Group), QList<quint64>{7});
}

void TestFairQueue::keepsGroupsApart()
{
    FairQueue queue;
    const QString other = QStringLiteral("other:443");
    for (quint64 number = 1; number <= 6; ++number)
        queue.add(Group, First, number);
    takeAll(queue, Group);
    queue.add(other, First, 7);
    QCOMPARE(takeAll(queue, other), QList<quint64>{7});
}

void TestFairQueue::servesDestinationsInTurn()
{
    FairQueue queue;
    for (const quint64 number : {11U, 12U, 13U})
        queue.add(Group, First, number);
    for (const quint64 number : {21U, 22U})
        queue.add(Group, Second, number);
    queue.add(Group, Third, 31);
    QCOMPARE(takeAll(queue, Group), (QList<quint64>{11, 21, 31, 12, 22, 13}));
}

void TestFairQueue::prefersWhoHasFewestInFlight()
{
    FairQueue queue;
    for (quint64 number = 11; number <= 20; ++number)
        queue.add(Group, First, number);
    QCOMPARE(takeAll(queue, Group).size(), 6);
    // The first destination hangs on all places and waits for more; whoever comes goes before it.
    queue.add(Group, Second, 21);
    queue.add(Group, Third, 31);
    for (const quint64 expected : {21U, 31U, 17U}) {
        queue.release(Group, First);
        QVERIFY(queue.next(Group) == expected);
    }
}

void TestFairQueue::takesWhatWaitsAndKeepsWhatFlies()
{
    FairQueue queue;
    for (quint64 number = 1; number <= 8; ++number)
        queue.add(Group, First, number);
    takeAll(queue, Group);
    QCOMPARE(queue.takeAllWaiting(), (QList<quint64>{7, 8}));
    queue.add(Group, First, 9);
    QVERIFY(!queue.next(Group));
    queue.release(Group, First);
    QVERIFY(queue.next(Group) == quint64{9});
}

void TestFairQueue::isEmptyWhenAllIsDone()
{
    FairQueue queue;
    queue.add(Group, First, 1);
    takeAll(queue, Group);
    queue.release(Group, First);
    QVERIFY(!queue.next(Group));
    QCOMPARE(queue.takeAllWaiting(), QList<quint64>());
}

QTEST_GUILESS_MAIN(TestFairQueue)
#include "tst_fairqueue.moc"

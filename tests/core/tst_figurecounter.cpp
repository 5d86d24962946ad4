// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figurecounter.h"
#include "core/store/archive.h"
#include "tests/support/manualclock.h"
#include "tests/support/memoryrecords.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;

namespace {

constexpr DestinationId Joe{1};
constexpr DestinationId Zoe{2};
constexpr TimeFrame Minutes{Milliseconds{60'000}, 60};

} // namespace

class TestFigureCounter final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void whatIsOnRecordIsCounted();
    void whatIsTooOldIsNotCounted();
    void whatEndsLaterIsCountedOnce();
    void aLargeLogIsReadInParts();
    void theFiguresOfADestination();
    void aStreakGoesBackAndForth();
    void interruptionsEndNoStreak();
    void timeMovesTheFiguresOn();
    void theFleetTellsWhatHasChanged();
    void whatWasDeletedIsNotCounted();
    void nothingIsCountedUntilSomebodyAsks();
    void nothingIsToldOnceClosed();

private:
    Attempt add(qint64 number, AttemptOutcome outcome, DestinationId destination = Joe,
                Milliseconds age = {});
    Attempt end(qint64 number, AttemptOutcome outcome);
    Activity activity() const { return m_activities->last().first().value<Activity>(); }
    Figures figures() const { return m_figures->last().first().value<Figures>(); }
    bool isCounted() const { return !m_figures->isEmpty() && figures().isComplete; }
    void count(const FigureQuestion &question);

    std::shared_ptr<MemoryTables> m_tables;
    std::unique_ptr<Archive> m_archive;
    ManualClock m_clock;
    std::unique_ptr<FigureCounter> m_counter;
    std::unique_ptr<QSignalSpy> m_activities;
    std::unique_ptr<QSignalSpy> m_figures;
};

void TestFigureCounter::init()
{
    m_tables = std::make_shared<MemoryTables>();
    m_archive = std::make_unique<Archive>(std::make_unique<MemoryRecords>(m_tables));
    m_archive->start();
    m_counter = std::make_unique<FigureCounter>(m_clock);
    m_counter->open(*m_archive);
    m_activities = std::make_unique<QSignalSpy>(m_counter.get(), &FigureCounter::activityCounted);
    m_figures = std::make_unique<QSignalSpy>(m_counter.get(), &FigureCounter::destinationCounted);
}

void TestFigureCounter::cleanup()
{
    m_archive->stop();
    m_counter.reset();
    m_archive.reset();
}

Attempt TestFigureCounter::add(qint64 number, AttemptOutcome outcome, DestinationId destination,
                               Milliseconds age)
{
    Attempt attempt;
    attempt.id = AttemptId{number};
    attempt.destination = destination;
    attempt.startedAt = m_clock.now() - age;
    attempt.outcome = outcome;
    attempt.status = outcome == AttemptOutcome::Delivered ? 200
        : outcome == AttemptOutcome::Failed               ? 404
                                                          : 0;
    if (outcome == AttemptOutcome::Temporary)
        attempt.failure = Failure::ConnectionRefused;
    attempt.timings.total = Microseconds{number * 1000};
    const QMutexLocker lock(&m_tables->mutex);
    m_tables->rows.attempts[attempt.id].attempt = attempt;
    return attempt;
}

/// What is told of an attempt that has ended.
Attempt TestFigureCounter::end(qint64 number, AttemptOutcome outcome)
{
    const Attempt attempt = add(number, outcome);
    m_counter->take({attempt});
    return attempt;
}

void TestFigureCounter::count(const FigureQuestion &question)
{
    m_counter->countDestination(question);
    QTRY_VERIFY(isCounted());
}

void TestFigureCounter::whatIsOnRecordIsCounted()
{
    add(1, AttemptOutcome::Delivered);
    add(2, AttemptOutcome::Failed, Zoe, Milliseconds{4'000});
    add(3, AttemptOutcome::InFlight);
    m_counter->countActivity({});
    QTRY_COMPARE(m_activities->size(), 1);
    QVERIFY(activity().at(149) == (Tally{1, 0, 0}));
    QVERIFY(activity().at(147) == (Tally{0, 0, 1}));
    QCOMPARE(activity().sum().total(), 2);
}

void TestFigureCounter::whatIsTooOldIsNotCounted()
{
    add(1, AttemptOutcome::Delivered, Joe, std::chrono::minutes{6});
    add(2, AttemptOutcome::Delivered, Joe, std::chrono::minutes{4});
    m_counter->countActivity({});
    QTRY_COMPARE(m_activities->size(), 1);
    QCOMPARE(activity().sum().total(), 1);
}

void TestFigureCounter::whatEndsLaterIsCountedOnce()
{
    const Attempt before = add(1, AttemptOutcome::Delivered);
    add(2, AttemptOutcome::InFlight);
    m_counter->countActivity({});
    // Told while the log is still being read, and again of what is on record already.
    m_counter->take({before});
    QTRY_COMPARE(m_activities->size(), 1);
    QCOMPARE(activity().sum().total(), 1);
    m_counter->take({before});
    end(2, AttemptOutcome::Failed);
    end(3, AttemptOutcome::Temporary);
    m_counter->take({add(4, AttemptOutcome::InFlight)});
    m_counter->flush();
    QVERIFY(activity().sum() == (Tally{1, 1, 1}));
}

void TestFigureCounter::aLargeLogIsReadInParts()
{
    constexpr int Count = 20'000;
    for (int i = 1; i <= Count; ++i)
        add(i, AttemptOutcome::Delivered);
    count({Joe, Minutes});
    QCOMPARE(figures().activity.sum().delivered, Count);
    QCOMPARE(figures().streak.count, Count);
}

void TestFigureCounter::theFiguresOfADestination()
{
    for (int i = 1; i <= 100; ++i)
        add(i, AttemptOutcome::Delivered);
    for (int i = 101; i <= 103; ++i)
        add(i, AttemptOutcome::Temporary);
    add(104, AttemptOutcome::Failed);
    add(105, AttemptOutcome::Failed, Zoe);
    count({Joe, Minutes});
    const Figures counted = figures();
    QVERIFY(counted.destination == Joe);
    QVERIFY(counted.activity.sum() == (Tally{100, 3, 1}));
    QCOMPARE(counted.answered, 101);
    const auto isNear = [](Microseconds told, Milliseconds exact) {
        return std::chrono::abs(told - exact) <= Microseconds{exact.count()};
    };
    QVERIFY(isNear(counted.p50, Milliseconds{51}));
    QVERIFY(isNear(counted.p95, Milliseconds{96}));
    QVERIFY(isNear(counted.p99, Milliseconds{100}));
    QCOMPARE(counted.answers.size(), 3);
    QCOMPARE(toWords(counted.answers.at(0).answer), QStringLiteral("200 OK"));
    QCOMPARE(toWords(counted.answers.at(1).answer), QStringLiteral("connection refused"));
    QCOMPARE(counted.answers.at(1).count, 3);
    QCOMPARE(counted.answers.at(2).answer.status, 404);
    QVERIFY(counted.streak == (Streak{4, false}));
}

void TestFigureCounter::aStreakGoesBackAndForth()
{
    add(1, AttemptOutcome::Delivered);
    add(2, AttemptOutcome::Failed);
    add(3, AttemptOutcome::Delivered);
    add(4, AttemptOutcome::Delivered);
    count({Joe, Minutes});
    QVERIFY(figures().streak == (Streak{2, true}));
    end(5, AttemptOutcome::Delivered);
    m_counter->flush();
    QVERIFY(figures().streak == (Streak{3, true}));
    end(6, AttemptOutcome::Temporary);
    m_counter->flush();
    QVERIFY(figures().streak == (Streak{1, false}));
}

void TestFigureCounter::interruptionsEndNoStreak()
{
    add(1, AttemptOutcome::Delivered);
    add(2, AttemptOutcome::Interrupted);
    add(3, AttemptOutcome::Delivered);
    count({Joe, Minutes});
    QVERIFY(figures().streak == (Streak{2, true}));
    QCOMPARE(figures().activity.sum().temporary, 1);
}

void TestFigureCounter::timeMovesTheFiguresOn()
{
    add(1, AttemptOutcome::Delivered);
    count({Joe, Minutes});
    QCOMPARE(figures().activity.sum().total(), 1);
    m_clock.advance(Minutes.length());
    end(2, AttemptOutcome::Failed);
    m_counter->flush();
    QVERIFY(figures().activity.sum() == (Tally{0, 0, 1}));
    QCOMPARE(figures().answers.size(), 1);
}

void TestFigureCounter::theFleetTellsWhatHasChanged()
{
    QSignalSpy told(m_counter.get(), &FigureCounter::fleetCounted);
    add(1, AttemptOutcome::Delivered, Joe);
    add(2, AttemptOutcome::Failed, Zoe);
    m_counter->countFleet(Minutes);
    QTRY_VERIFY(!told.isEmpty() && told.last().first().value<FleetFigures>().isComplete);
    int counted = 0;
    for (const QList<QVariant> &arguments : told) {
        for (const auto &one : arguments.first().value<FleetFigures>().destinations) {
            const Tally expected = one.destination == Joe ? Tally{1, 0, 0} : Tally{0, 0, 1};
            QVERIFY(one.activity.sum() == expected);
            ++counted;
        }
    }
    QCOMPARE(counted, 2);
    end(3, AttemptOutcome::Delivered);
    m_counter->flush();
    const auto last = told.last().first().value<FleetFigures>();
    QCOMPARE(last.destinations.size(), 1);
    QVERIFY(last.destinations.first().activity.sum() == (Tally{2, 0, 0}));
    m_counter->countFleet({Milliseconds{1}, 0});
    const qsizetype before = told.size();
    end(4, AttemptOutcome::Delivered);
    m_counter->flush();
    QCOMPARE(told.size(), before);
}

void TestFigureCounter::whatWasDeletedIsNotCounted()
{
    add(1, AttemptOutcome::Delivered, Joe);
    add(2, AttemptOutcome::Failed, Zoe);
    add(3, AttemptOutcome::Failed, Joe);
    QSignalSpy fleets(m_counter.get(), &FigureCounter::fleetCounted);
    m_counter->countActivity(Minutes);
    m_counter->countFleet(Minutes);
    count({Joe, Minutes});
    QTRY_VERIFY(!fleets.isEmpty() && fleets.last().first().value<FleetFigures>().isComplete);
    QTRY_COMPARE(activity().sum().total(), 3);
    {
        const QMutexLocker lock(&m_tables->mutex);
        m_tables->rows.attempts.erase(AttemptId{2});
        m_tables->rows.attempts.erase(AttemptId{3});
    }
    fleets.clear();
    m_counter->countAgain();
    QTRY_COMPARE(activity().sum().total(), 1);
    QTRY_VERIFY(isCounted() && figures().activity.sum().total() == 1);
    QVERIFY(figures().streak.isGood);
    QTRY_VERIFY(!fleets.isEmpty() && fleets.last().first().value<FleetFigures>().isComplete);
    std::map<DestinationId, int> totals;
    for (const QList<QVariant> &told : std::as_const(fleets)) {
        for (const auto &one : told.first().value<FleetFigures>().destinations)
            totals[one.destination] = one.activity.sum().total();
    }
    QCOMPARE(totals, (std::map<DestinationId, int>{{Joe, 1}, {Zoe, 0}}));
}

void TestFigureCounter::nothingIsCountedUntilSomebodyAsks()
{
    end(1, AttemptOutcome::Delivered);
    m_counter->flush();
    QVERIFY(m_activities->isEmpty());
    QVERIFY(m_figures->isEmpty());
}

void TestFigureCounter::nothingIsToldOnceClosed()
{
    add(1, AttemptOutcome::Delivered);
    count({Joe, Minutes});
    m_counter->countActivity({});
    m_counter->close();
    m_figures->clear();
    end(2, AttemptOutcome::Delivered);
    m_counter->countDestination({Joe, Minutes});
    m_counter->flush();
    QCoreApplication::sendPostedEvents();
    QVERIFY(m_activities->isEmpty());
    QVERIFY(m_figures->isEmpty());
}

QTEST_GUILESS_MAIN(TestFigureCounter)
#include "tst_figurecounter.moc"

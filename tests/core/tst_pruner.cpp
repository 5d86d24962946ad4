// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pruner.h"
#include "tests/support/failingstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorystore.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

using namespace Core;

namespace {

constexpr std::chrono::hours Day{24};
constexpr std::chrono::hours TenYears{24 * 3650};

} // namespace

class TestPruner final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theUsualBoundsAreThoseThatAreTold();
    void aRunForgetsStepByStep();
    void otherWorkIsWrittenBetweenSteps();
    void whatHasComeOverTheLimitsGoesInTheNextRun();
    void aClockThatLeapsForgetsNothing();
    void aClockThatIsFarFromTheRecordIsNotBelievedAtTheStart();
    void troubleEndsARunAndNotTheNext();
    void nothingIsForgottenAfterTheEnd();
    void allThatHadEndedIsCleared();
    void aClearingFollowsTheRunThatIsOnItsWay();
    void aSecondClearingFollowsTheFirst();
    void aClearingNeedsNoClockToBeBelieved();
    void troubleDelaysAClearing();
    void aClearingThatIsCutOffIsToldAsSuch();
    void aClearingReachesWhatALeaptClockStamped();

private:
    void deliver(int count, Time endedAt);
    qsizetype kept();

    ManualClock m_clock;
    std::shared_ptr<MemoryTables> m_tables;
    std::shared_ptr<StoreControl> m_control;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Pruner> m_pruner;
    QList<HistoryPruned> m_steps;
};

void TestPruner::init()
{
    m_steps.clear();
    m_tables = std::make_shared<MemoryTables>();
    m_control = std::make_shared<StoreControl>();
    m_ledger = std::make_unique<Ledger>(
        std::make_unique<FailingStore>(std::make_unique<MemoryStore>(m_tables), m_control));
    m_pruner = std::make_unique<Pruner>(*m_ledger, m_clock, HistoryLimits{});
    connect(m_ledger.get(), &Ledger::recorded, this, [this](const QList<Outcome> &outcomes) {
        for (const Outcome &outcome : outcomes) {
            if (const auto *step = std::get_if<HistoryPruned>(&outcome))
                m_steps.append(*step);
        }
    });
    QSignalSpy opened(m_ledger.get(), &Ledger::opened);
    m_ledger->start(m_clock.now());
    QVERIFY(opened.wait());
}

void TestPruner::cleanup()
{
    m_pruner.reset();
    m_ledger->stop();
}

/// So many deliveries that have ended at that moment, put on record by themselves.
void TestPruner::deliver(int count, Time endedAt)
{
    const QMutexLocker lock(&m_tables->mutex);
    auto &rows = m_tables->rows;
    for (int i = 0; i < count; ++i) {
        const DeliveryId id{++rows.lastNumber};
        const QString event = toString(id);
        rows.events[event] = {makeEvent(event, {}).event, id.value, {}, {}, false, false};
        Delivery delivery;
        delivery.id = id;
        delivery.event = EventId{event};
        delivery.state = DeliveryState::Delivered;
        delivery.dueAt = endedAt;
        rows.deliveries[id] = {delivery, std::nullopt};
    }
}

qsizetype TestPruner::kept()
{
    const QMutexLocker lock(&m_tables->mutex);
    return std::ssize(m_tables->rows.deliveries);
}

void TestPruner::theUsualBoundsAreThoseThatAreTold()
{
    const HistoryLimits told{std::chrono::hours{168}, 1'000'000, qint64{2'147'483'648}, 1'000};
    QVERIFY(HistoryLimits{} == told);
}

void TestPruner::aRunForgetsStepByStep()
{
    deliver(450, m_clock.now() - 8 * Day);
    deliver(50, m_clock.now() - 6 * Day);
    m_pruner->start(m_clock.now());
    QTRY_COMPARE(kept(), 50);
    QTRY_VERIFY(!m_steps.isEmpty() && m_steps.last().isDone);
    QCOMPARE(m_steps.size(), 3);
}

void TestPruner::otherWorkIsWrittenBetweenSteps()
{
    deliver(2000, m_clock.now() - 8 * Day);
    m_pruner->start(m_clock.now());
    QTRY_VERIFY(!m_steps.isEmpty());
    qsizetype keptThen = 0;
    m_ledger->submit(AddEvents{{makeEvent(QStringLiteral("e1"), {})}}, this,
                     [&](const Result<Outcome> &outcome) {
                         QVERIFY(outcome);
                         keptThen = kept();
                     });
    QTRY_VERIFY(keptThen > 0);
    QVERIFY2(keptThen >= 1000, "it did not wait for the end of the run");
    QTRY_COMPARE(kept(), 0);
}

void TestPruner::whatHasComeOverTheLimitsGoesInTheNextRun()
{
    deliver(5, m_clock.now());
    m_pruner->start(m_clock.now());
    QTRY_COMPARE(m_steps.size(), 1);
    for (int day = 0; day < 8; ++day) {
        m_clock.advance(Day);
        m_pruner->prune();
        QTRY_COMPARE(m_steps.size(), 2 + day);
        QCOMPARE(kept(), day < 7 ? 5 : 0);
    }
}

void TestPruner::aClockThatLeapsForgetsNothing()
{
    deliver(5, m_clock.now());
    m_pruner->start(m_clock.now());
    QTRY_COMPARE(m_steps.size(), 1);
    m_clock.jumpWall(TenYears);
    deliver(1, m_clock.now());
    for (int minute = 0; minute < 60; ++minute) {
        m_pruner->prune();
        QTRY_COMPARE(m_steps.size(), 2 + minute);
        m_clock.advance(std::chrono::minutes{1});
    }
    QCOMPARE(kept(), 6);
    m_clock.jumpWall(-TenYears);
    m_pruner->prune();
    QTRY_COMPARE(m_steps.size(), 62);
    QCOMPARE(kept(), 6);
}

void TestPruner::aClockThatIsFarFromTheRecordIsNotBelievedAtTheStart()
{
    deliver(5, m_clock.now() - TenYears);
    m_pruner->start(m_clock.now() - TenYears);
    QTRY_COMPARE(m_steps.size(), 1);
    QCOMPARE(kept(), 5);
    m_clock.advance(std::chrono::hours{1});
    m_pruner->prune();
    QTRY_COMPARE(kept(), 0);
}

void TestPruner::troubleEndsARunAndNotTheNext()
{
    deliver(450, m_clock.now() - 8 * Day);
    m_control->failWith(Error{ErrorCode::StorageFull, QStringLiteral("full"), {}, {}});
    m_pruner->start(m_clock.now());
    QTRY_COMPARE(m_control->batchSizes().size(), 1);
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    m_control->failWith(std::nullopt);
    m_pruner->prune();
    QTRY_COMPARE(kept(), 0);
}

void TestPruner::nothingIsForgottenAfterTheEnd()
{
    deliver(2000, m_clock.now() - 8 * Day);
    m_pruner->start(m_clock.now());
    QTRY_VERIFY(!m_steps.isEmpty());
    m_pruner->stop();
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    const qsizetype left = kept();
    QVERIFY(left > 0);
    m_pruner->prune();
    QCOMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(kept(), left);
}

void TestPruner::allThatHadEndedIsCleared()
{
    deliver(450, m_clock.now() - Day);
    const Time click = m_clock.now();
    deliver(3, click);
    m_pruner->start(click);
    QTRY_COMPARE(m_steps.size(), 1);
    QCOMPARE(kept(), 453);
    m_clock.advance(std::chrono::seconds{10});
    const QSignalSpy cleared(m_pruner.get(), &Pruner::cleared);
    m_pruner->clear(click);
    QTRY_COMPARE(cleared.size(), 1);
    QCOMPARE(kept(), 3);
    QCOMPARE(m_steps.size(), 4);
}

void TestPruner::aClearingFollowsTheRunThatIsOnItsWay()
{
    deliver(450, m_clock.now() - 8 * Day);
    deliver(5, m_clock.now() - Day);
    const QSignalSpy cleared(m_pruner.get(), &Pruner::cleared);
    m_pruner->start(m_clock.now());
    m_pruner->clear(m_clock.now());
    QTRY_COMPARE(cleared.size(), 1);
    QCOMPARE(kept(), 0);
    QCOMPARE(m_steps.size(), 4);
    QCOMPARE(m_steps.at(2).deliveries, 50);
    QCOMPARE(m_steps.at(3).deliveries, 5);
}

void TestPruner::aSecondClearingFollowsTheFirst()
{
    deliver(450, m_clock.now() - 2 * Day);
    deliver(5, m_clock.now() - Day / 2);
    const QSignalSpy cleared(m_pruner.get(), &Pruner::cleared);
    m_pruner->start(m_clock.now());
    m_pruner->clear(m_clock.now() - Day);
    QTRY_VERIFY(m_steps.size() > 1);
    m_pruner->clear(m_clock.now());
    QTRY_COMPARE(kept(), 0);
    QTRY_COMPARE(cleared.size(), 1);
}

void TestPruner::aClearingNeedsNoClockToBeBelieved()
{
    deliver(5, m_clock.now() - Day);
    m_pruner->start(m_clock.now() - TenYears);
    QTRY_COMPARE(m_steps.size(), 1);
    m_pruner->clear(m_clock.now());
    QTRY_COMPARE(kept(), 0);
}

void TestPruner::troubleDelaysAClearing()
{
    deliver(450, m_clock.now() - Day);
    m_pruner->start(m_clock.now());
    QTRY_COMPARE(m_steps.size(), 1);
    m_control->failWith(Error{ErrorCode::StorageFull, QStringLiteral("full"), {}, {}});
    const QSignalSpy cleared(m_pruner.get(), &Pruner::cleared);
    m_pruner->clear(m_clock.now());
    QTRY_COMPARE(m_control->batchSizes().size(), 2);
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    m_control->failWith(std::nullopt);
    QCOMPARE(kept(), 450);
    m_pruner->prune();
    QTRY_COMPARE(kept(), 0);
    QTRY_COMPARE(cleared.size(), 1);
}

void TestPruner::aClearingThatIsCutOffIsToldAsSuch()
{
    deliver(2000, m_clock.now() - Day);
    m_pruner->start(m_clock.now());
    QTRY_COMPARE(m_steps.size(), 1);
    const QSignalSpy cleared(m_pruner.get(), &Pruner::cleared);
    const QSignalSpy ended(m_pruner.get(), &Pruner::clearingEnded);
    m_pruner->clear(m_clock.now());
    QTRY_VERIFY(m_steps.size() > 1);
    m_pruner->stop();
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QCoreApplication::processEvents();
    QVERIFY(cleared.isEmpty());
    QCOMPARE(ended.size(), 1);
    const qsizetype left = kept();
    QVERIFY(left > 0);
    m_pruner->clear(m_clock.now());
    QCOMPARE(ended.size(), 2);
    QCOMPARE(kept(), left);
    QVERIFY(cleared.isEmpty());
}

/// By the time of each step, not by that of the wish.
void TestPruner::aClearingReachesWhatALeaptClockStamped()
{
    const Time click = m_clock.now();
    deliver(3, click + TenYears);
    m_clock.advance(std::chrono::seconds{10});
    deliver(2, m_clock.now());
    m_pruner->start(click);
    QTRY_COMPARE(m_steps.size(), 1);
    const QSignalSpy cleared(m_pruner.get(), &Pruner::cleared);
    m_pruner->clear(click);
    QTRY_COMPARE(cleared.size(), 1);
    QCOMPARE(kept(), 2);
}

QTEST_GUILESS_MAIN(TestPruner)
#include "tst_pruner.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger.h"
#include "core/sweeper.h"
#include "tests/support/failingstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorystore.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Core;

class TestSweeper final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aRemovalIsCarriedOutStepByStep();
    void whatIsReplacedIsCancelledToo();
    void anEventIsAcceptedBetweenSteps();
    void whatTheLastRunLeftIsDoneAtTheStart();
    void anUndoingBringsAllBack();
    void troubleDelaysAStep();
    void nothingIsDoneAfterTheEnd();

private:
    Destination add(const QString &url);
    void publish(DestinationId target, int count);
    Result<Outcome> write(const Change &change);
    qsizetype countOf(DeliveryState state);

    ManualClock m_clock;
    std::shared_ptr<MemoryTables> m_tables;
    std::shared_ptr<StoreControl> m_control;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Sweeper> m_sweeper;
    QList<RemovalsContinued> m_steps;
    int m_eventCount = 0;
};

void TestSweeper::init()
{
    m_steps.clear();
    m_tables = std::make_shared<MemoryTables>();
    m_control = std::make_shared<StoreControl>();
    m_ledger = std::make_unique<Ledger>(
        std::make_unique<FailingStore>(std::make_unique<MemoryStore>(m_tables), m_control));
    m_sweeper = std::make_unique<Sweeper>(*m_ledger);
    connect(m_ledger.get(), &Ledger::recorded, m_sweeper.get(), &Sweeper::take);
    connect(m_ledger.get(), &Ledger::recorded, this, [this](const QList<Outcome> &outcomes) {
        for (const Outcome &outcome : outcomes) {
            if (const auto *step = std::get_if<RemovalsContinued>(&outcome))
                m_steps.append(*step);
        }
    });
    QSignalSpy opened(m_ledger.get(), &Ledger::opened);
    m_ledger->start(m_clock.now());
    QVERIFY(opened.wait());
}

void TestSweeper::cleanup()
{
    m_sweeper.reset();
    m_ledger->stop();
}

Result<Outcome> TestSweeper::write(const Change &change)
{
    std::optional<Result<Outcome>> answer;
    m_ledger->submit(change, this, [&answer](const Result<Outcome> &outcome) { answer = outcome; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return notFound(QStringLiteral("No answer came."));
    return *answer;
}

Destination TestSweeper::add(const QString &url)
{
    const auto added
        = write(AddDestination{makeRegistration(QStringLiteral("joe"), url), false, at(0)});
    return std::get<DestinationAdded>(*added).registration.destination;
}

void TestSweeper::publish(DestinationId target, int count)
{
    AddEvents change;
    for (int i = 0; i < count; ++i)
        change.events.append(makeEvent(QStringLiteral("e%1").arg(++m_eventCount), {target}));
    QVERIFY(write(change));
}

qsizetype TestSweeper::countOf(DeliveryState state)
{
    const QMutexLocker lock(&m_tables->mutex);
    const auto &rows = m_tables->rows.deliveries;
    return std::count_if(rows.begin(), rows.end(),
                         [state](const auto &row) { return row.second.delivery.state == state; });
}

void TestSweeper::aRemovalIsCarriedOutStepByStep()
{
    m_sweeper->start();
    const Destination joe = add(QStringLiteral("http://localhost/a"));
    publish(joe.id, 5 * RemovalStep);
    QVERIFY(write(RemoveDestination{joe.id, at(1)}));
    QTRY_COMPARE(countOf(DeliveryState::Cancelled), 5 * RemovalStep);
    QTRY_VERIFY(!m_steps.isEmpty() && m_steps.last().isDone);
    for (const RemovalsContinued &step : m_steps)
        QVERIFY(step.cancelled.size() <= RemovalStep);
}

void TestSweeper::whatIsReplacedIsCancelledToo()
{
    m_sweeper->start();
    const Destination joe = add(QStringLiteral("http://localhost/a"));
    publish(joe.id, 2 * RemovalStep);
    QVERIFY(write(AddDestination{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/b")), true,
        at(1)}));
    QTRY_COMPARE(countOf(DeliveryState::Cancelled), 2 * RemovalStep);
}

void TestSweeper::anEventIsAcceptedBetweenSteps()
{
    m_sweeper->start();
    const Destination joe = add(QStringLiteral("http://localhost/a"));
    const Destination ann = add(QStringLiteral("http://localhost/b"));
    publish(joe.id, 20 * RemovalStep);
    QVERIFY(write(RemoveDestination{joe.id, at(1)}));
    publish(ann.id, 1);
    QVERIFY2(countOf(DeliveryState::Cancelled) <= 10 * RemovalStep,
             "it did not wait for the end of the removal");
    QTRY_COMPARE(countOf(DeliveryState::Cancelled), 20 * RemovalStep);
    QCOMPARE(countOf(DeliveryState::Waiting), 1);
}

void TestSweeper::whatTheLastRunLeftIsDoneAtTheStart()
{
    const Destination joe = add(QStringLiteral("http://localhost/a"));
    publish(joe.id, RemovalStep + 5);
    QVERIFY(write(RemoveDestination{joe.id, at(1)}));
    QCOMPARE(countOf(DeliveryState::Waiting), 5);
    m_sweeper->start();
    QTRY_COMPARE(countOf(DeliveryState::Waiting), 0);
}

void TestSweeper::anUndoingBringsAllBack()
{
    const Destination joe = add(QStringLiteral("http://localhost/a"));
    publish(joe.id, 3 * RemovalStep);
    QVERIFY(write(RemoveDestination{joe.id, at(1), 3 * RemovalStep}));
    m_sweeper->start();
    QVERIFY(write(RestoreDestination{joe.id}));
    QTRY_COMPARE(countOf(DeliveryState::Waiting), 3 * RemovalStep);
    QTRY_VERIFY(!m_steps.isEmpty() && m_steps.last().isDone);
    const auto returned
        = std::count_if(m_steps.begin(), m_steps.end(), [&joe](const RemovalsContinued &step) {
              return step.returned == QList<DestinationId>{joe.id};
          });
    QCOMPARE(returned, 1);
}

void TestSweeper::troubleDelaysAStep()
{
    const Destination joe = add(QStringLiteral("http://localhost/a"));
    publish(joe.id, RemovalStep + 5);
    QVERIFY(write(RemoveDestination{joe.id, at(1)}));
    m_control->failWith(Error{ErrorCode::Storage, QStringLiteral("the disk has gone"), {}, {}});
    const qsizetype before = m_control->batchSizes().size();
    m_sweeper->start();
    QTRY_COMPARE(m_control->batchSizes().size(), before + 1);
    m_control->failWith(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(countOf(DeliveryState::Waiting), 0, 20'000);
}

void TestSweeper::nothingIsDoneAfterTheEnd()
{
    const Destination joe = add(QStringLiteral("http://localhost/a"));
    publish(joe.id, 2 * RemovalStep);
    m_sweeper->start();
    QTRY_COMPARE(m_steps.size(), 1);
    m_sweeper->stop();
    QVERIFY(write(RemoveDestination{joe.id, at(1)}));
    QCOMPARE(countOf(DeliveryState::Waiting), RemovalStep);
    QCOMPARE(m_steps.size(), 1);
}

QTEST_GUILESS_MAIN(TestSweeper)
#include "tst_sweeper.moc"

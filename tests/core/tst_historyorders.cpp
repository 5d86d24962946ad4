// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/historyorders.h"
#include "core/pruner.h"
#include "tests/support/manualclock.h"
#include "tests/support/memoryhouse.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

using namespace Core;

namespace {

ForgetAnswer lastOf(const QSignalSpy &spy)
{
    return spy.isEmpty() ? ForgetAnswer{} : spy.last().first().value<ForgetAnswer>();
}

} // namespace

/// What people in the window want gone from the history.
class TestHistoryOrders final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aPreviewCountsAndChangesNothing();
    void chosenRowsAreForgotten();
    void manyRowsGoInSteps();
    void whatWasPinnedMeanwhileStays();
    void whatHasEndedMeanwhileStays();
    void aClearingThatIsCutOffIsRefused();
    void theHistoryIsCleared();
    void nothingIsForgottenAfterTheEnd();

private:
    LogKey ended(DeliveryState state = DeliveryState::Delivered);
    LogKey captured();
    QList<LogKey> pinnedAndUnfinished();
    qsizetype kept();
    /// When Del was pressed: all that has ended is older.
    Time pressed() const { return m_house->clock().now(); }

    std::unique_ptr<MemoryHouse> m_house;
    std::unique_ptr<Pruner> m_pruner;
    std::unique_ptr<HistoryOrders> m_orders;
    Destination m_joe;
};

void TestHistoryOrders::init()
{
    m_house = std::make_unique<MemoryHouse>();
    m_pruner = std::make_unique<Pruner>(m_house->ledger(), m_house->clock(), HistoryLimits{});
    m_pruner->start(std::nullopt);
    m_orders = std::make_unique<HistoryOrders>(m_house->clock());
    m_orders->open(m_house->ledger(), m_house->archive(), *m_pruner);
    m_joe = m_house->add(QStringLiteral("joe"), QStringLiteral("http://localhost/joe"));
}

void TestHistoryOrders::cleanup()
{
    m_orders.reset();
    m_pruner.reset();
    m_house.reset();
}

/// One attempt whose delivery has come to that.
LogKey TestHistoryOrders::ended(DeliveryState state)
{
    return LogKey::of(m_house->attempt(m_joe.id, state).id);
}

LogKey TestHistoryOrders::captured()
{
    AddCapture change;
    change.record.capture.receivedAt = m_house->clock().now() - std::chrono::hours{1};
    return LogKey::of(m_house->done<CaptureAdded>(change).capture.id);
}

/// Two of the first kind, and one of the other.
QList<LogKey> TestHistoryOrders::pinnedAndUnfinished()
{
    const QList<LogKey> rows{ended(), captured(), ended(DeliveryState::Waiting)};
    for (const LogKey row : rows.first(2))
        m_house->done<PinChanged>(ChangePin{row, true, std::nullopt});
    return rows;
}

qsizetype TestHistoryOrders::kept()
{
    const auto span = m_house->read<LogSpan>([](Records &records) { return records.logSpan(); });
    return span ? span->count : -1;
}

void TestHistoryOrders::aPreviewCountsAndChangesNothing()
{
    const DeliveryId twice = m_house->deliver(m_joe.id).id;
    LogKey first;
    for (const auto next : {DeliveryState::Waiting, DeliveryState::Failed}) {
        const auto claimed
            = m_house->done<DeliveryClaimed>(ClaimDelivery{twice, m_house->clock().now()});
        m_house->done<AttemptFinished>(makeFinish(
            claimed.attempt, makeEnd(AttemptOutcome::Failed, 500), next, m_house->clock().now()));
        if (first.isNull())
            first = LogKey::of(claimed.attempt.id);
    }
    const QList<LogKey> rows = pinnedAndUnfinished()
        << first << captured() << LogKey::of(AttemptId{4711});
    const qsizetype before = kept();
    QSignalSpy previewed(m_orders.get(), &HistoryOrders::previewed);
    m_orders->preview({7, rows, pressed() + Milliseconds{1}});
    QTRY_COMPARE(previewed.size(), 1);
    QVERIFY(lastOf(previewed) == (ForgetAnswer{7, 3, 2, 1, std::nullopt}));
    QCOMPARE(kept(), before);
}

void TestHistoryOrders::chosenRowsAreForgotten()
{
    const QList<LogKey> rows = pinnedAndUnfinished() << ended() << captured();
    const LogKey other = captured();
    QSignalSpy forgotten(m_orders.get(), &HistoryOrders::forgotten);
    m_orders->forget({8, rows, pressed()});
    QTRY_COMPARE(forgotten.size(), 1);
    QVERIFY(lastOf(forgotten) == (ForgetAnswer{8, 2, 2, 1, std::nullopt}));
    QCOMPARE(kept(), 4);
    QVERIFY(m_house->read<CaptureRecord>(
        [other](Records &records) { return records.capture(other.capture()); }));
}

void TestHistoryOrders::manyRowsGoInSteps()
{
    QList<LogKey> rows;
    for (int i = 0; i < 450; ++i)
        rows.append(captured());
    QList<qsizetype> steps;
    connect(&m_house->ledger(), &Ledger::recorded, m_orders.get(),
            [&steps](const QList<Outcome> &outcomes) {
                for (const Outcome &outcome : outcomes) {
                    if (const auto *step = std::get_if<HistoryPruned>(&outcome))
                        steps.append(step->rows.size());
                }
            });
    QSignalSpy forgotten(m_orders.get(), &HistoryOrders::forgotten);
    m_orders->forget({9, rows, pressed()});
    QTRY_COMPARE(forgotten.size(), 1);
    QCOMPARE(lastOf(forgotten).rows, 450);
    steps.removeAll(0); // of the pruner
    QCOMPARE(steps, (QList<qsizetype>{200, 200, 50}));
    QCOMPARE(kept(), 0);
}

void TestHistoryOrders::whatWasPinnedMeanwhileStays()
{
    const LogKey row = ended();
    QSignalSpy previewed(m_orders.get(), &HistoryOrders::previewed);
    m_orders->preview({1, {row}, pressed()});
    QTRY_COMPARE(previewed.size(), 1);
    QCOMPARE(lastOf(previewed).rows, 1);
    m_house->done<PinChanged>(ChangePin{row, true, std::nullopt});
    QSignalSpy forgotten(m_orders.get(), &HistoryOrders::forgotten);
    m_orders->forget({1, {row}, pressed()});
    QTRY_COMPARE(forgotten.size(), 1);
    QVERIFY(lastOf(forgotten) == (ForgetAnswer{1, 0, 1, 0, std::nullopt}));
    QCOMPARE(kept(), 1);
}

/// The preview says so as well, should it come late.
void TestHistoryOrders::whatHasEndedMeanwhileStays()
{
    const LogKey before = ended();
    const DeliveryId delivery = m_house->deliver(m_joe.id).id;
    const auto claimed = m_house->done<DeliveryClaimed>(ClaimDelivery{delivery, at(1)});
    m_house->done<AttemptFinished>(makeFinish(claimed.attempt,
                                              makeEnd(AttemptOutcome::Delivered, 200),
                                              DeliveryState::Delivered, pressed()));
    const ForgetOrder order{3, {before, LogKey::of(claimed.attempt.id)}, pressed()};
    QSignalSpy previewed(m_orders.get(), &HistoryOrders::previewed);
    m_orders->preview(order);
    QTRY_COMPARE(previewed.size(), 1);
    QVERIFY(lastOf(previewed) == (ForgetAnswer{3, 1, 0, 1, std::nullopt}));
    QSignalSpy forgotten(m_orders.get(), &HistoryOrders::forgotten);
    m_orders->forget(order);
    QTRY_COMPARE(forgotten.size(), 1);
    QVERIFY(lastOf(forgotten) == (ForgetAnswer{3, 1, 0, 1, std::nullopt}));
    QCOMPARE(kept(), 1);
}

void TestHistoryOrders::aClearingThatIsCutOffIsRefused()
{
    ended();
    QSignalSpy forgotten(m_orders.get(), &HistoryOrders::forgotten);
    m_orders->clear(pressed());
    m_pruner->stop();
    QCOMPARE(forgotten.size(), 1);
    QVERIFY(lastOf(forgotten).error);
    m_orders->clear(pressed());
    QCOMPARE(forgotten.size(), 2);
    QVERIFY(lastOf(forgotten).error);
}

void TestHistoryOrders::theHistoryIsCleared()
{
    pinnedAndUnfinished();
    ended();
    captured();
    QSignalSpy forgotten(m_orders.get(), &HistoryOrders::forgotten);
    m_orders->clear(m_house->clock().now() + std::chrono::hours{1});
    QTRY_COMPARE(forgotten.size(), 1);
    QVERIFY(lastOf(forgotten) == (ForgetAnswer{0, 2, 0, 0, std::nullopt}));
    QCOMPARE(kept(), 3);
}

void TestHistoryOrders::nothingIsForgottenAfterTheEnd()
{
    const LogKey row = captured();
    m_orders->close();
    QSignalSpy previewed(m_orders.get(), &HistoryOrders::previewed);
    QSignalSpy forgotten(m_orders.get(), &HistoryOrders::forgotten);
    m_orders->preview({1, {row}, pressed()});
    m_orders->forget({2, {row}, pressed()});
    m_orders->clear(m_house->clock().now());
    QCOMPARE(previewed.size(), 1);
    QCOMPARE(forgotten.size(), 2);
    QVERIFY(lastOf(previewed).error && lastOf(forgotten).error);
    QCOMPARE(kept(), 1);
}

QTEST_GUILESS_MAIN(TestHistoryOrders)
#include "tst_historyorders.moc"

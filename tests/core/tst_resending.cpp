// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resending.h"
#include "tests/support/manualclock.h"
#include "tests/support/steppedwriter.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

using namespace Core;

/// How an order to send again is carried out, step by step.
class TestResending final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void oneStepTakesFiveHundred();
    void aRefusedDeliveryIsLeftOut();
    void aRecoveryGoesAsOneChange();
    void aStoreThatFailsEndsIt();
    void aStoppedOneHandsNothingMoreIn();
    void nothingToSendIsDoneAtOnce();
    void aPaceHoldsBackTheNextStep();

private:
    QList<DeliveryId> failed(int count);
    ResendOrder orderOf(const QList<DeliveryId> &deliveries) const;
    void write() { m_writer->tell(m_writer->write()); }
    ResendProgress last(const QSignalSpy &spy) const
    {
        return spy.last().first().value<ResendProgress>();
    }

    ManualClock m_clock;
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<SteppedWriter> m_writer;
    Destination m_joe;
};

void TestResending::init()
{
    m_fixture = std::make_unique<StoreFixture>(StoreFixture::Make::Memory);
    m_writer = std::make_unique<SteppedWriter>(m_fixture->store(), [](const Outcome &) {});
    m_joe = m_fixture->addDestination();
}

QList<DeliveryId> TestResending::failed(int count)
{
    static int number = 0;
    QList<DeliveryId> ids;
    for (int i = 0; i < count; ++i) {
        const auto finished
            = m_fixture->attemptOnce(QStringLiteral("e%1").arg(++number), m_joe.id,
                                     makeEnd(AttemptOutcome::Failed, 404), DeliveryState::Failed);
        ids.append(finished.delivery.id);
    }
    return ids;
}

ResendOrder TestResending::orderOf(const QList<DeliveryId> &deliveries) const
{
    ResendOrder order;
    order.ticket = 7;
    order.deliveries = deliveries;
    return order;
}

void TestResending::oneStepTakesFiveHundred()
{
    Resending resending(*m_writer, m_clock, orderOf(failed(501)));
    const QSignalSpy advanced(&resending, &Resending::advanced);
    resending.start();
    QCOMPARE(advanced.size(), 0);
    write();
    QCOMPARE(advanced.size(), 1);
    QCOMPARE(last(advanced).ticket, 7);
    QCOMPARE(last(advanced).total, 501);
    QCOMPARE(last(advanced).resent, 500);
    QCOMPARE(last(advanced).deliveries.size(), 500);
    QVERIFY(!last(advanced).isDone);
    write();
    QCOMPARE(advanced.size(), 2);
    QCOMPARE(last(advanced).resent, 501);
    QCOMPARE(last(advanced).deliveries.size(), 1);
    QVERIFY(last(advanced).isDone && !last(advanced).error);
    QVERIFY(!m_writer->hasWork());
}

void TestResending::aRefusedDeliveryIsLeftOut()
{
    const DeliveryId success
        = m_fixture
              ->attemptOnce(QStringLiteral("good"), m_joe.id,
                            makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered)
              .delivery.id;
    const QList<DeliveryId> both{success, failed(1).first()};
    Resending careful(*m_writer, m_clock, orderOf(both));
    const QSignalSpy advanced(&careful, &Resending::advanced);
    careful.start();
    write();
    QCOMPARE(last(advanced).resent, 1);
    QCOMPARE(last(advanced).leftOut, 1);
    QCOMPARE(last(advanced).deliveries.first().resendOf.value, both.last().value);
    QVERIFY(last(advanced).error && last(advanced).error->code == ErrorCode::Conflict);
    ResendOrder order = orderOf(both);
    order.isForced = true;
    Resending forced(*m_writer, m_clock, order);
    const QSignalSpy forcedOn(&forced, &Resending::advanced);
    forced.start();
    write();
    QCOMPARE(last(forcedOn).resent, 2);
    QVERIFY(!last(forcedOn).error);
}

void TestResending::aRecoveryGoesAsOneChange()
{
    const QList<DeliveryId> deliveries = failed(3);
    // One of them is on its way again by the time it comes to it.
    m_fixture->done<DeliveriesResent>(ResendDelivery{deliveries.at(1), false, at(5)});
    ResendOrder order = orderOf(deliveries);
    order.destination = m_joe.id;
    Resending resending(*m_writer, m_clock, order);
    const QSignalSpy advanced(&resending, &Resending::advanced);
    resending.start();
    write();
    QCOMPARE(advanced.size(), 1);
    QCOMPARE(last(advanced).resent, 2);
    QCOMPARE(last(advanced).leftOut, 1);
    QVERIFY(last(advanced).isDone && !last(advanced).error);
}

void TestResending::aStoreThatFailsEndsIt()
{
    Resending resending(*m_writer, m_clock, orderOf(failed(600)));
    const QSignalSpy advanced(&resending, &Resending::advanced);
    resending.start();
    (void)m_writer->write();
    m_writer->tell(Error{ErrorCode::StorageFull, QStringLiteral("The disk is full."), {}, {}});
    QCOMPARE(advanced.size(), 1);
    QVERIFY(last(advanced).isDone);
    QCOMPARE(last(advanced).error->sentence, QStringLiteral("The disk is full."));
    QVERIFY(!m_writer->hasWork());
}

void TestResending::aStoppedOneHandsNothingMoreIn()
{
    Resending resending(*m_writer, m_clock, orderOf(failed(600)));
    const QSignalSpy advanced(&resending, &Resending::advanced);
    resending.start();
    resending.stop();
    QCOMPARE(advanced.size(), 0);
    write();
    QCOMPARE(advanced.size(), 1);
    QVERIFY(last(advanced).isDone);
    QCOMPARE(last(advanced).resent, 500);
    QVERIFY(!m_writer->hasWork());
}

void TestResending::nothingToSendIsDoneAtOnce()
{
    Resending resending(*m_writer, m_clock, orderOf({}));
    const QSignalSpy advanced(&resending, &Resending::advanced);
    resending.start();
    QCOMPARE(advanced.size(), 1);
    QVERIFY(last(advanced).isDone);
}

void TestResending::aPaceHoldsBackTheNextStep()
{
    ResendOrder order = orderOf(failed(30));
    order.perSecond = 40;
    Resending resending(*m_writer, m_clock, order);
    const QSignalSpy advanced(&resending, &Resending::advanced);
    resending.start();
    write();
    QCOMPARE(last(advanced).resent, 10);
    QVERIFY(!m_writer->hasWork()); // a quarter of a second has to go by
    QTRY_VERIFY(m_writer->hasWork());
    write();
    QCOMPARE(last(advanced).resent, 20);
    QVERIFY(!m_writer->hasWork());
    resending.stop();
    QVERIFY(last(advanced).isDone);
    QCOMPARE(last(advanced).resent, 20);
}

QTEST_GUILESS_MAIN(TestResending)
#include "tst_resending.moc"

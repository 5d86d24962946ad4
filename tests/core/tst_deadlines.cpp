// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/deadlines.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

class TestDeadlines final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_told.clear(); }

    void tellsWhatIsDue();
    void tellsOfNothingRemoved();
    void aLaterOneTakesItsPlace();
    void givesAMomentMoreAfterAStandstill();
    void whatComesInThatMomentIsInTime();

private:
    void passTime(Milliseconds time);

    ManualClock m_clock;
    QList<quint64> m_told;
    Deadlines m_deadlines{m_clock, [this](quint64 number) { m_told.append(number); }};
};

/// By our clock at once, and by the system's, so that whatever is due is told.
void TestDeadlines::passTime(Milliseconds time)
{
    m_clock.advance(time);
    QTest::qWait(static_cast<int>(time.count()) + 20);
}

void TestDeadlines::tellsWhatIsDue()
{
    m_deadlines.set(1, m_clock.tick() + 10ms);
    m_deadlines.set(2, m_clock.tick() + 20ms);
    m_deadlines.set(3, m_clock.tick() + 1h);
    passTime(30ms);
    QTRY_COMPARE(m_told, (QList<quint64>{1, 2}));
}

void TestDeadlines::tellsOfNothingRemoved()
{
    m_deadlines.set(1, m_clock.tick() + 10ms);
    m_deadlines.set(2, m_clock.tick() + 10ms);
    m_deadlines.remove(1);
    passTime(20ms);
    QTRY_COMPARE(m_told, QList<quint64>{2});
}

void TestDeadlines::aLaterOneTakesItsPlace()
{
    m_deadlines.set(1, m_clock.tick() + 10ms);
    m_deadlines.set(1, m_clock.tick() + 1h);
    passTime(20ms);
    QCOMPARE(m_told, QList<quint64>());
}

void TestDeadlines::givesAMomentMoreAfterAStandstill()
{
    m_deadlines.set(1, m_clock.tick() + 10ms);
    m_clock.advance(1min);
    QTest::qWait(50);
    QCOMPARE(m_told, QList<quint64>());
    m_clock.advance(1min);
    QTRY_COMPARE(m_told, QList<quint64>{1});
}

void TestDeadlines::whatComesInThatMomentIsInTime()
{
    m_deadlines.set(1, m_clock.tick() + 10ms);
    m_clock.advance(1min);
    QTest::qWait(50);
    m_deadlines.remove(1);
    m_deadlines.set(2, m_clock.tick() + 1'100ms);
    passTime(1'200ms);
    QTRY_COMPARE(m_told, QList<quint64>{2});
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"

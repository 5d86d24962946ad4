// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/deadlines.h"
#include "tests/support/manualclock.h"

#include <QTest>

#include <memory>

using namespace Core;
using namespace std::chrono_literals;

class TestDeadlines final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void tellsByItself();
    void tellsWhatIsDue();
    void tellsOfNothingRemoved();
    void aLaterOneTakesItsPlace();
    void givesAMomentMoreAfterAStandstill();
    void aLittleLateIsNoStandstill();
    void whatComesInThatMomentIsInTime();
    void everyStandstillIsJudgedAnew();

private:
    void passTime(Milliseconds time);

    ManualClock m_clock;
    QList<quint64> m_told;
    std::unique_ptr<Deadlines> m_deadlines;
};

void TestDeadlines::init()
{
    m_told.clear();
    m_deadlines
        = std::make_unique<Deadlines>(m_clock, [this](quint64 number) { m_told.append(number); });
}

void TestDeadlines::passTime(Milliseconds time)
{
    m_clock.advance(time);
    m_deadlines->expire();
}

void TestDeadlines::tellsByItself()
{
    m_deadlines->set(1, m_clock.tick() + 10ms);
    m_clock.advance(10ms);
    QTRY_COMPARE(m_told, QList<quint64>{1});
}

void TestDeadlines::tellsWhatIsDue()
{
    m_deadlines->set(2, m_clock.tick() + 20s);
    m_deadlines->set(1, m_clock.tick() + 19s);
    m_deadlines->set(3, m_clock.tick() + 21s);
    passTime(20s);
    QCOMPARE(m_told, (QList<quint64>{1, 2}));
    passTime(1s);
    QCOMPARE(m_told, (QList<quint64>{1, 2, 3}));
}

void TestDeadlines::tellsOfNothingRemoved()
{
    m_deadlines->set(1, m_clock.tick() + 10s);
    m_deadlines->set(2, m_clock.tick() + 10s);
    m_deadlines->remove(1);
    passTime(10s);
    QCOMPARE(m_told, QList<quint64>{2});
}

void TestDeadlines::aLaterOneTakesItsPlace()
{
    m_deadlines->set(1, m_clock.tick() + 10s);
    m_deadlines->set(1, m_clock.tick() + 1h);
    passTime(10s);
    QCOMPARE(m_told, QList<quint64>());
}

void TestDeadlines::givesAMomentMoreAfterAStandstill()
{
    m_deadlines->set(1, m_clock.tick() + 10s);
    m_deadlines->set(2, m_clock.tick() + 1min);
    passTime(1min);
    QCOMPARE(m_told, QList<quint64>{2});
    passTime(999ms);
    QCOMPARE(m_told, QList<quint64>{2});
    passTime(1ms);
    QCOMPARE(m_told, (QList<quint64>{2, 1}));
}

void TestDeadlines::aLittleLateIsNoStandstill()
{
    m_deadlines->set(1, m_clock.tick() + 10s);
    passTime(11s);
    QCOMPARE(m_told, QList<quint64>{1});
}

void TestDeadlines::whatComesInThatMomentIsInTime()
{
    m_deadlines->set(1, m_clock.tick() + 10s);
    passTime(1min);
    m_deadlines->remove(1);
    passTime(1min);
    QCOMPARE(m_told, QList<quint64>());
}

/// But the moment that one has got is never made longer.
void TestDeadlines::everyStandstillIsJudgedAnew()
{
    m_deadlines->set(1, m_clock.tick() + 10s);
    passTime(1min);
    passTime(1min);
    QCOMPARE(m_told, QList<quint64>{1});
    m_deadlines->set(1, m_clock.tick() + 10s);
    passTime(1min);
    QCOMPARE(m_told, QList<quint64>{1});
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/detail/detaildesk.h"
#include "ui/detail/traildesk.h"
#include "ui/facts.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/requests.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::TrailDesk;
using Testing::attempt;

namespace {

Attempt beat(qint64 number)
{
    Attempt heartbeat = attempt(number, AttemptOutcome::Delivered, 200);
    heartbeat.kind = EventKind::Heartbeat;
    return heartbeat;
}

} // namespace

/// The ways from the row that is looked at.
class TestTrailDesk final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void theWayBackLeadsThroughWhatWasLookedAt();
    void whoeverLooksElsewhereGoesOnFromThere();
    void theTrailIsBounded();
    void heartbeatsThatComeAreOneStep();
    void heartbeatsLeaveWhatTheLogDoesNotList();
    void triesLeadToTheirNeighbours();

private:
    int row() const { return child<Gui::LogView>()->currentIndex().row(); }
    void look(int row) const;
    void showRows(int count) const;
};

void TestTrailDesk::look(int row) const
{
    auto *const view = child<Gui::LogView>();
    view->setCurrentIndex(view->model()->index(row, 0));
}

void TestTrailDesk::showRows(int count) const
{
    QList<Attempt> attempts;
    for (int i = 1; i <= count; ++i)
        attempts.append(attempt(i, AttemptOutcome::Temporary, 503));
    emit m_window->facts().attemptsRecorded(attempts);
}

void TestTrailDesk::theWayBackLeadsThroughWhatWasLookedAt()
{
    showRows(4);
    const auto *const desk = child<TrailDesk>();
    QVERIFY(!desk->back->isEnabled() && !desk->forward->isEnabled());
    QVERIFY(!desk->back->statusTip().isEmpty());
    for (const int line : {0, 3, 1})
        look(line);
    desk->back->trigger();
    QCOMPARE(row(), 3);
    desk->back->trigger();
    QCOMPARE(row(), 0);
    QVERIFY(!desk->back->isEnabled());
    desk->forward->trigger();
    desk->forward->trigger();
    QCOMPARE(row(), 1);
    QVERIFY(!desk->forward->isEnabled());
}

void TestTrailDesk::whoeverLooksElsewhereGoesOnFromThere()
{
    showRows(4);
    const auto *const desk = child<TrailDesk>();
    for (const int line : {0, 1, 2})
        look(line);
    desk->back->trigger();
    look(3);
    QVERIFY(!desk->forward->isEnabled());
    desk->back->trigger();
    QCOMPARE(row(), 1);
    desk->back->trigger();
    QCOMPARE(row(), 0);
}

void TestTrailDesk::theTrailIsBounded()
{
    constexpr int Count = static_cast<int>(TrailDesk::LongestTrail) + 10;
    showRows(Count);
    for (int line = 0; line < Count; ++line)
        look(line);
    const auto *const desk = child<TrailDesk>();
    int steps = 0;
    for (; desk->back->isEnabled(); ++steps)
        desk->back->trigger();
    QCOMPARE(steps, static_cast<int>(TrailDesk::LongestTrail) - 1);
    QCOMPARE(row(), 10);
}

void TestTrailDesk::heartbeatsThatComeAreOneStep()
{
    showRows(2);
    emit m_window->facts().attemptsRecorded({beat(3), beat(4)});
    for (const int line : {0, 2})
        look(line);
    for (qint64 number = 5; number < 9; ++number)
        emit m_window->facts().attemptsRecorded({beat(number)});
    const auto *const panel = child<Gui::LogPanel>();
    QCOMPARE(panel->chosen(), LogKey::of(AttemptId{8}));
    child<TrailDesk>()->back->trigger();
    QCOMPARE(panel->chosen(), LogKey::of(AttemptId{1}));
}

void TestTrailDesk::heartbeatsLeaveWhatTheLogDoesNotList()
{
    emit m_window->facts().attemptsRecorded({beat(1), beat(2)});
    look(0);
    const QSignalSpy asked(&m_window->requests(), &Gui::Requests::attemptRecordRequested);
    child<Gui::DetailDesk>()->goTo(LogKey::of(AttemptId{99}));
    emit m_window->facts().attemptsRecorded({beat(3)});
    QCOMPARE(asked.last().at(0).value<AttemptId>().value, 99);
    emit m_window->facts().attemptsRecorded({attempt(4)});
    look(1);
    QCOMPARE(asked.last().at(0).value<AttemptId>().value, 4);
    look(0);
    QCOMPARE(asked.last().at(0).value<AttemptId>().value, 3);
    emit m_window->facts().rowsForgotten({LogKey::of(AttemptId{4})});
    const auto *const desk = child<TrailDesk>();
    desk->back->trigger();
    emit m_window->facts().attemptsRecorded({beat(5)});
    QCOMPARE(asked.last().at(0).value<AttemptId>().value, 4);
    desk->forward->trigger();
    desk->back->trigger();
    QVERIFY2(asked.last().at(0).value<AttemptId>().value == 4, "no heartbeat has taken its place");
    look(0);
    emit m_window->facts().attemptsRecorded({beat(6)});
    QCOMPARE(asked.last().at(0).value<AttemptId>().value, 6);
}

void TestTrailDesk::triesLeadToTheirNeighbours()
{
    showRows(4);
    const auto *const desk = child<TrailDesk>();
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    kin.tries = {attempt(1), attempt(2), attempt(4)};
    look(1);
    QVERIFY2(!desk->nextTry->isEnabled(), "not known yet");
    emit m_window->facts().kinFound(kin);
    Kin other;
    other.row = LogKey::of(AttemptId{4});
    emit m_window->facts().kinFound(other); // for a window of its own
    desk->nextTry->trigger();
    QCOMPARE(row(), 3);
    QVERIFY2(!desk->previousTry->isEnabled(), "of another row");
    look(1);
    desk->previousTry->trigger();
    QCOMPARE(row(), 0);
}

QTEST_MAIN(TestTrailDesk)
#include "tst_traildesk.moc"

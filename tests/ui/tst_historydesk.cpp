// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/deliveries/historydesk.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/presencedesk.h"
#include "ui/desk/traydesk.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/facts.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/format.h"
#include "ui/noticebar.h"
#include "ui/requests.h"
#include "ui/undoaction.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <array>

using namespace Core;
using Gui::DestinationDesk;
using Gui::HistoryDesk;
using Gui::LogPanel;
using Gui::LogView;
using Gui::NoticeBar;
using Gui::PreferencesDesk;
using Gui::Requests;
using Testing::attempt;
using Testing::last;

/// What a person deletes from the history, and takes back.
class TestHistoryDesk final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void chosenRowsAreDeletedWhenTheNoticeGoes();
    void theNoticeHasNoCross();
    void aDeletionIsTakenBack_data();
    void aDeletionIsTakenBack();
    void whatWasDoneLastIsTakenBackFirst();
    void theNextDeletionJoinsTheLast();
    void noMoreJoinThanGoAtATime();
    void aClearingStandsForAnyRows();
    void aClearingIsOfferedOnce();
    void whoQuitsHasDeletedNothing_data();
    void whoQuitsHasDeletedNothing();
    void whoHidesTheWindowHasDeletedNothing();
    void aFoldedLineMeansAllBehindIt();
    void whatStaysIsTold();
    void whereNothingMayGoThatIsTold();
    void theHistoryIsCleared();
    void theNextRowIsChosen();
    void nothingThatIsToGoIsChosenMeanwhile();
    void whatStaysIsForgottenAsDeleted();
    void whereNothingLeavesNothingElseIsChosen();
    void refusalsAreTold();
    void theKeyIsTheListsAlone();

private:
    void showRows(int count);
    void select(const QList<int> &lines);
    void pressDelete();
    QString offered() const { return m_window->findChild<NoticeBar *>(Name)->notice(); }
    void runOut() const { m_window->findChild<QTimer *>(Name)->start(0); }
    QList<LogKey> selected() const { return child<LogPanel>()->selectedKeys(); }

    const QString Name = QStringLiteral("deletion");
};

namespace {

QList<LogKey> attemptKeys(std::initializer_list<qint64> numbers)
{
    QList<LogKey> keys;
    for (const qint64 number : numbers)
        keys.append(LogKey::of(AttemptId{number}));
    return keys;
}

} // namespace

void TestHistoryDesk::showRows(int count)
{
    showThree();
    QList<Attempt> attempts;
    for (int i = 1; i <= count; ++i)
        attempts.append(attempt(i, AttemptOutcome::Failed, 404));
    emit m_window->facts().attemptsRecorded(attempts);
    QCoreApplication::processEvents();
    QCOMPARE(child<LogView>()->model()->rowCount(), count);
}

void TestHistoryDesk::select(const QList<int> &lines)
{
    auto *const view = child<LogView>();
    view->setFocus();
    view->setCurrentIndex(view->model()->index(lines.first(), 0));
    for (const int line : lines)
        view->selectionModel()->select(view->model()->index(line, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void TestHistoryDesk::pressDelete()
{
    QTest::keyClick(child<LogView>(), Qt::Key_Delete);
}

void TestHistoryDesk::chosenRowsAreDeletedWhenTheNoticeGoes()
{
    QVERIFY(!child<HistoryDesk>()->deleteRows->isEnabled());
    QVERIFY(!child<HistoryDesk>()->deleteRows->toolTip().isEmpty());
    const QSignalSpy previews(&m_window->requests(), &Requests::forgettingPreviewRequested);
    const QSignalSpy requests(&m_window->requests(), &Requests::forgettingRequested);
    showRows(4);
    select({1, 2});
    const Time before = Gui::now();
    pressDelete();
    const Time after = Gui::now();
    QCOMPARE(offered(), QStringLiteral("2 rows will be deleted in a moment."));
    const auto order = last<ForgetOrder>(previews);
    QVERIFY(order.rows == attemptKeys({2, 3}));
    QVERIFY(before <= order.endedBefore && order.endedBefore <= after);
    emit m_window->facts().forgettingPreviewed({order.ticket, 3, 0, 0, std::nullopt});
    QCOMPARE(offered(), QStringLiteral("3 rows will be deleted in a moment."));
    QVERIFY(requests.isEmpty());
    runOut();
    QTRY_COMPARE(requests.size(), 1);
    QVERIFY(last<ForgetOrder>(requests) == order);
    QCOMPARE(offered(), QString());
    QVERIFY(!child<DestinationDesk>()->undo->isEnabled());
    emit m_window->facts().historyForgotten({order.ticket, 3, 0, 0, std::nullopt});
    QVERIFY(barThatSays(QStringLiteral("3 rows were deleted.")) != nullptr);
}

/// Who presses one may mean "at once" as well as "don't".
void TestHistoryDesk::theNoticeHasNoCross()
{
    showRows(1);
    select({0});
    pressDelete();
    const auto *const notice = m_window->findChild<NoticeBar *>(Name);
    QVERIFY(notice->isVisible());
    for (const QToolButton *const button : notice->findChildren<QToolButton *>())
        QVERIFY(!button->isVisible());
    QVERIFY(notice->findChild<QPushButton *>()->isVisible());
}

void TestHistoryDesk::aDeletionIsTakenBack_data()
{
    QTest::addColumn<bool>("isByKeys");
    QTest::addColumn<bool>("isOfAll");
    QTest::newRow("rows, in the notice") << false << false;
    QTest::newRow("rows, by the keys") << true << false;
    QTest::newRow("all, in the notice") << false << true;
    QTest::newRow("all, by the keys") << true << true;
}

void TestHistoryDesk::aDeletionIsTakenBack()
{
    QFETCH(const bool, isByKeys);
    QFETCH(const bool, isOfAll);
    showRows(3);
    select({1});
    const QSignalSpy rows(&m_window->requests(), &Requests::forgettingRequested);
    const QSignalSpy all(&m_window->requests(), &Requests::clearingRequested);
    const HistoryDesk &desk = *child<HistoryDesk>();
    (isOfAll ? desk.clearHistory : desk.deleteRows)->trigger();
    QVERIFY(!offered().isEmpty());
    QCOMPARE(child<DestinationDesk>()->undo->text(), QStringLiteral("&Undo deletion"));
    if (isByKeys)
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    else
        QTest::mouseClick(m_window->findChild<NoticeBar *>(Name)->findChild<QPushButton *>(),
                          Qt::LeftButton);
    QCOMPARE(offered(), QString());
    QVERIFY(!m_window->findChild<QTimer *>(Name)->isActive());
    runOut();
    QCoreApplication::processEvents();
    QVERIFY(rows.isEmpty() && all.isEmpty());
    QVERIFY(!child<DestinationDesk>()->undo->isEnabled());
    QVERIFY(selected() == attemptKeys({2}));
}

void TestHistoryDesk::whatWasDoneLastIsTakenBackFirst()
{
    showRows(3);
    choose(1);
    const QSignalSpy restorations(&m_window->requests(), &Requests::restorationRequested);
    const QSignalSpy deletions(&m_window->requests(), &Requests::forgettingRequested);
    child<DestinationDesk>()->remove->trigger();
    select({0});
    pressDelete();
    QAction *const undo = child<DestinationDesk>()->undo;
    undo->trigger();
    QCOMPARE(offered(), QString());
    QVERIFY(restorations.isEmpty());
    QCOMPARE(undo->text(), QStringLiteral("&Undo removal"));
    undo->trigger();
    QCOMPARE(restorations.size(), 1);
    QVERIFY(!undo->isEnabled());
    QVERIFY(deletions.isEmpty());
}

void TestHistoryDesk::theNextDeletionJoinsTheLast()
{
    showRows(4);
    QVERIFY(!child<HistoryDesk>()->deleteRows->autoRepeat());
    const QSignalSpy previews(&m_window->requests(), &Requests::forgettingPreviewRequested);
    const QSignalSpy deletions(&m_window->requests(), &Requests::forgettingRequested);
    select({0});
    pressDelete();
    const auto first = last<ForgetOrder>(previews);
    pressDelete();
    QVERIFY(last<ForgetOrder>(previews).rows == attemptKeys({1}));
    select({2});
    pressDelete();
    const auto both = last<ForgetOrder>(previews);
    QCOMPARE(previews.size(), 3);
    QVERIFY(both.rows == attemptKeys({1, 3}));
    QVERIFY(both.endedBefore >= first.endedBefore);
    QCOMPARE(offered(), QStringLiteral("2 rows will be deleted in a moment."));
    emit m_window->facts().forgettingPreviewed({first.ticket, 7, 0, 0, std::nullopt});
    QVERIFY2(offered().startsWith(u'2'), "that was the one row's");
    QVERIFY(deletions.isEmpty());
    QVERIFY(m_window->findChild<QTimer *>(Name)->isActive());
    runOut();
    QTRY_COMPARE(deletions.size(), 1);
    QVERIFY(last<ForgetOrder>(deletions) == both);
    // What comes after that is another one.
    select({3});
    pressDelete();
    QVERIFY(last<ForgetOrder>(previews).rows == attemptKeys({4}));
    child<DestinationDesk>()->undo->trigger();
    select({1});
    pressDelete();
    QVERIFY(last<ForgetOrder>(previews).rows == attemptKeys({2}));
}

void TestHistoryDesk::noMoreJoinThanGoAtATime()
{
    showRows(10'001);
    const QSignalSpy previews(&m_window->requests(), &Requests::forgettingPreviewRequested);
    select({0});
    pressDelete();
    child<LogView>()->selectAll();
    QVERIFY(!child<HistoryDesk>()->deleteRows->isEnabled());
    child<LogView>()->selectionModel()->select(child<LogView>()->model()->index(0, 0),
                                               QItemSelectionModel::Deselect
                                                   | QItemSelectionModel::Rows);
    pressDelete();
    QCOMPARE(previews.size(), 1);
    QVERIFY(offered().startsWith(QStringLiteral("1 row ")));
    QVERIFY(barThatSays(QStringLiteral("At most 10")) != nullptr);
}

void TestHistoryDesk::aClearingStandsForAnyRows()
{
    showRows(2);
    const QSignalSpy deletions(&m_window->requests(), &Requests::forgettingRequested);
    const QSignalSpy clearings(&m_window->requests(), &Requests::clearingRequested);
    select({0});
    pressDelete();
    child<HistoryDesk>()->clearHistory->trigger();
    QVERIFY(offered().startsWith(QStringLiteral("The whole history")));
    QVERIFY(deletions.isEmpty() && clearings.isEmpty());
    runOut();
    QTRY_COMPARE(clearings.size(), 1);
    QVERIFY(deletions.isEmpty());
}

void TestHistoryDesk::aClearingIsOfferedOnce()
{
    showRows(2);
    const QSignalSpy previews(&m_window->requests(), &Requests::forgettingPreviewRequested);
    const QSignalSpy clearings(&m_window->requests(), &Requests::clearingRequested);
    child<HistoryDesk>()->clearHistory->trigger();
    const Time click = Gui::now();
    QTRY_VERIFY(Gui::now() > click);
    child<HistoryDesk>()->clearHistory->trigger();
    select({0});
    pressDelete();
    QVERIFY(offered().startsWith(QStringLiteral("The whole history")));
    QVERIFY(previews.isEmpty() && clearings.isEmpty());
    runOut();
    QTRY_COMPARE(clearings.size(), 1);
    QVERIFY(last<Time>(clearings) <= click);
    child<HistoryDesk>()->clearHistory->trigger();
    QVERIFY(!offered().isEmpty());
}

void TestHistoryDesk::whoQuitsHasDeletedNothing_data()
{
    QTest::addColumn<bool>("isByName");
    QTest::addColumn<bool>("isToTheTray");
    QTest::addColumn<bool>("isOfAll");
    QTest::newRow("closing") << false << false << false;
    QTest::newRow("closing, all") << false << false << true;
    QTest::newRow("hiding") << false << true << false;
    QTest::newRow("quitting") << true << false << false;
    QTest::newRow("quitting, all") << true << true << true;
}

/// The window may be there for a while after that.
void TestHistoryDesk::whoQuitsHasDeletedNothing()
{
    QFETCH(const bool, isByName);
    QFETCH(const bool, isToTheTray);
    QFETCH(const bool, isOfAll);
    Gui::Preferences preferences = child<PreferencesDesk>()->preferences();
    preferences.closesToTray = preferences.goesOnWithoutTray = isToTheTray;
    child<PreferencesDesk>()->setPreferences(preferences);
    showRows(2);
    const QSignalSpy deletions(&m_window->requests(), &Requests::forgettingRequested);
    const QSignalSpy clearings(&m_window->requests(), &Requests::clearingRequested);
    const QSignalSpy ends(&m_window->requests(), &Requests::quitRequested);
    select({0});
    const HistoryDesk &desk = *child<HistoryDesk>();
    (isOfAll ? desk.clearHistory : desk.deleteRows)->trigger();
    QVERIFY(!offered().isEmpty());
    if (isByName)
        m_window->quit();
    else
        m_window->close();
    QCOMPARE(ends.size(), isByName || !isToTheTray ? 1 : 0);
    QVERIFY(m_window->isHidden());
    runOut();
    QTRY_VERIFY(!m_window->findChild<QTimer *>(Name)->isActive());
    QVERIFY(deletions.isEmpty() && clearings.isEmpty());
    open(); // The old window goes.
    QVERIFY(deletions.isEmpty() && clearings.isEmpty());
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 2);
}

/// By the tray, or where there is none.
void TestHistoryDesk::whoHidesTheWindowHasDeletedNothing()
{
    showRows(2);
    const QSignalSpy deletions(&m_window->requests(), &Requests::forgettingRequested);
    const QSignalSpy clearings(&m_window->requests(), &Requests::clearingRequested);
    auto *const presence = child<Gui::PresenceDesk>();
    const HistoryDesk &desk = *child<HistoryDesk>();
    for (const bool isByTray : {true, false}) {
        m_window->showWindow();
        select({0});
        (isByTray ? desk.deleteRows : desk.clearHistory)->trigger();
        QVERIFY(!offered().isEmpty());
        if (isByTray)
            presence->tray().toggle->trigger();
        else
            presence->goOnInBackground();
        QVERIFY(m_window->isHidden());
        QVERIFY(!m_window->findChild<QTimer *>(Name)->isActive());
        QVERIFY(offered().isEmpty());
    }
    QVERIFY(deletions.isEmpty() && clearings.isEmpty());
}

void TestHistoryDesk::aFoldedLineMeansAllBehindIt()
{
    showThree();
    QList<Attempt> heartbeats;
    for (const qint64 number : {1, 2, 3}) {
        heartbeats.append(attempt(number, AttemptOutcome::Delivered, 200));
        heartbeats.last().kind = EventKind::Heartbeat;
    }
    emit m_window->facts().attemptsRecorded(heartbeats);
    QCoreApplication::processEvents();
    QCOMPARE(child<LogView>()->model()->rowCount(), 1);
    const QSignalSpy previews(&m_window->requests(), &Requests::forgettingPreviewRequested);
    select({0});
    pressDelete();
    QVERIFY(last<ForgetOrder>(previews).rows == attemptKeys({1, 2, 3}));
}

void TestHistoryDesk::whatStaysIsTold()
{
    showRows(3);
    select({0, 1, 2});
    const QSignalSpy previews(&m_window->requests(), &Requests::forgettingPreviewRequested);
    pressDelete();
    const Ticket ticket = last<ForgetOrder>(previews).ticket;
    emit m_window->facts().forgettingPreviewed({ticket, 12, 2, 1, std::nullopt});
    QCOMPARE(offered(),
             QStringLiteral("12 rows will be deleted in a moment. 2 pinned ones stay. 1 stays, "
                            "since its delivery has not ended."));
    emit m_window->facts().forgettingPreviewed({ticket - 1, 1, 0, 0, std::nullopt});
    QVERIFY(offered().startsWith(QStringLiteral("12 rows")));
    emit m_window->facts().forgettingPreviewed({ticket, 1, 1, 3, std::nullopt});
    QCOMPARE(offered(),
             QStringLiteral("1 row will be deleted in a moment. 1 pinned one stays. 3 stay, since "
                            "their deliveries have not ended."));
}

void TestHistoryDesk::whereNothingMayGoThatIsTold()
{
    showRows(2);
    select({0, 1});
    const QSignalSpy previews(&m_window->requests(), &Requests::forgettingPreviewRequested);
    const QSignalSpy deletions(&m_window->requests(), &Requests::forgettingRequested);
    pressDelete();
    emit m_window->facts().forgettingPreviewed(
        {last<ForgetOrder>(previews).ticket, 0, 2, 0, std::nullopt});
    QCOMPARE(offered(), QString());
    QVERIFY(barThatSays(QStringLiteral("There is nothing to delete. 2 pinned ones stay."))
            != nullptr);
    QVERIFY(!child<DestinationDesk>()->undo->isEnabled());
    QVERIFY(deletions.isEmpty());
}

void TestHistoryDesk::theHistoryIsCleared()
{
    showRows(2);
    const QSignalSpy clearings(&m_window->requests(), &Requests::clearingRequested);
    const Time before = Gui::now();
    child<HistoryDesk>()->clearHistory->trigger();
    const Time after = Gui::now();
    QVERIFY(offered().startsWith(QStringLiteral("The whole history will be deleted")));
    QCoreApplication::processEvents();
    QVERIFY(clearings.isEmpty());
    runOut();
    QTRY_COMPARE(clearings.size(), 1);
    const auto asked = last<Time>(clearings);
    QVERIFY2(before <= asked && asked <= after, "what ends while the notice stands stays");
    QCOMPARE(offered(), QString());
    emit m_window->facts().historyForgotten({0, 1, 0, 0, std::nullopt});
    QVERIFY(barThatSays(QStringLiteral("1 row was deleted.")) != nullptr);
}

void TestHistoryDesk::theNextRowIsChosen()
{
    showRows(5);
    const QSignalSpy records(&m_window->requests(), &Requests::attemptRecordRequested);
    // Lines that are chosen, what goes with them, and where that leads.
    const std::array<std::tuple<QList<int>, QList<LogKey>, qint64>, 2> cases{
        {{{1}, attemptKeys({2, 3}), 4}, {{2}, attemptKeys({5}), 4}}};
    for (const auto &[lines, gone, expected] : cases) {
        select(lines);
        pressDelete();
        runOut();
        QTRY_COMPARE(offered(), QString());
        emit m_window->facts().rowsForgotten(gone);
        QVERIFY(selected() == attemptKeys({expected}));
        QCOMPARE(last<AttemptId>(records).value, expected);
    }
    QCOMPARE(child<LogView>()->model()->rowCount(), 2);
    QCOMPARE(child<Gui::LogModel>()->totalCount(), 2);
    // What goes by the limits leads nowhere.
    emit m_window->facts().rowsForgotten(attemptKeys({4}));
    QVERIFY(selected().isEmpty());
}

/// However many steps it takes until all of it has gone.
void TestHistoryDesk::nothingThatIsToGoIsChosenMeanwhile()
{
    showRows(6);
    select({0, 1, 2, 3});
    const QSignalSpy records(&m_window->requests(), &Requests::attemptRecordRequested);
    pressDelete();
    runOut();
    QTRY_COMPARE(offered(), QString());
    for (const auto &step : {attemptKeys({1, 2}), attemptKeys({3, 4})}) {
        emit m_window->facts().rowsForgotten(step);
        QVERIFY(selected() == attemptKeys({5}));
    }
    QCOMPARE(records.size(), 1);
}

void TestHistoryDesk::whatStaysIsForgottenAsDeleted()
{
    showRows(3);
    const QSignalSpy requests(&m_window->requests(), &Requests::forgettingRequested);
    select({0, 1});
    pressDelete();
    runOut();
    QTRY_COMPARE(requests.size(), 1);
    // The end is told ahead of the last rows.
    emit m_window->facts().historyForgotten(
        {last<ForgetOrder>(requests).ticket, 1, 1, 0, std::nullopt});
    emit m_window->facts().rowsForgotten(attemptKeys({1}));
    QVERIFY(selected() == attemptKeys({3}));
    // By the limits, later.
    select({0});
    emit m_window->facts().rowsForgotten(attemptKeys({2}));
    QVERIFY(selected().isEmpty());
}

void TestHistoryDesk::whereNothingLeavesNothingElseIsChosen()
{
    showRows(4);
    for (const bool isPaused : {false, true}) {
        child<LogPanel>()->setPaused(isPaused);
        select({0});
        const QList<LogKey> chosen = selected();
        pressDelete();
        runOut();
        QTRY_COMPARE(offered(), QString());
        // While nothing goes at all, or that is not shown.
        emit m_window->facts().rowsForgotten(isPaused ? chosen : attemptKeys({4}));
        QVERIFY(selected() == chosen);
    }
}

void TestHistoryDesk::refusalsAreTold()
{
    showRows(1);
    select({0});
    const QSignalSpy previews(&m_window->requests(), &Requests::forgettingPreviewRequested);
    const QSignalSpy refused(&m_window->facts(), &Gui::Facts::refused);
    pressDelete();
    emit m_window->facts().forgettingPreviewed(
        {last<ForgetOrder>(previews).ticket, 0, 0, 0, notRunning()});
    QCOMPARE(refused.size(), 1);
    QCOMPARE(offered(), QString());
    emit m_window->facts().historyForgotten({1, 0, 0, 0, notRunning()});
    QCOMPARE(refused.size(), 2);
}

void TestHistoryDesk::theKeyIsTheListsAlone()
{
    showRows(2);
    select({0});
    const QSignalSpy previews(&m_window->requests(), &Requests::forgettingPreviewRequested);
    const QSignalSpy removals(&m_window->requests(), &Requests::removalRequested);
    pressDelete();
    QCOMPARE(previews.size(), 1);
    QVERIFY(removals.isEmpty());
    child<LogPanel>()->focusFilter();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Delete);
    QCOMPARE(previews.size(), 1);
}

QTEST_MAIN(TestHistoryDesk)
#include "tst_historydesk.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logviewsuite.h"
#include "tests/ui/makers.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logdesk.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::LogDesk;
using Gui::LogModel;
using Testing::attempt;

/// How a person sorts the list, and what it does then.
class TestLogSorting final : public Testing::LogViewSuite
{
    Q_OBJECT

    void fillWithDurations();
    void click(int column) const;
    QAction *sorting(const LogDesk &desk, int column) const
    {
        return desk.sortMenu().actions().at(column);
    }
    void waitForOrder() const { QTRY_VERIFY(!m_model->isSearching()); }

private slots:
    void clicksOnATitleTurnTheOrder();
    void aClickOnTimeGoesBack();
    void aColumnOfAFieldStaysUnsorted();
    void whatComesFirstIsShown();
    void anotherColumnWaitsForTheOrder();
    void theMenuSortsToo();
    void theOrderIsHeard();
    void thePillSortsAgain();
    void thePillNamesTheOrder();
    void aSortedListDoesNotFollow();
    void followingGoesBackToTime();
    void aFilterKeepsWhatIsRead();
    void theChosenRowStaysChosen();
    void goingBackKeepsWhatIsRead();
    void theKeyboardStartsAtTheTop();
    void rowsAreCopiedInTheOrderOfTheList();
    void aRowThatCameLaterIsBroughtOut();
    void aRowThatCameDuringASortIsBroughtOut();
    void foldsWaitForTheOrderOfTime();
    void theOrderIsKept();
};

/// The later, the faster.
void TestLogSorting::fillWithDurations()
{
    QList<Attempt> attempts;
    for (qint64 number = 1; number <= 500; ++number) {
        attempts.append(attempt(number, AttemptOutcome::Delivered, 200));
        attempts.last().timings.total = Milliseconds{1000 - number};
    }
    tell(attempts);
}

void TestLogSorting::click(int column) const
{
    const QHeaderView *const header = view()->horizontalHeader();
    const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                    header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    waitForOrder();
}

void TestLogSorting::clicksOnATitleTurnTheOrder()
{
    fillWithDurations();
    const QHeaderView *const header = view()->horizontalHeader();
    const auto isTold = [header](Qt::SortOrder order) {
        return header->isSortIndicatorShown()
            && header->sortIndicatorSection() == LogModel::DurationColumn
            && header->sortIndicatorOrder() == order;
    };
    QVERIFY(!header->isSortIndicatorShown());
    const auto painted = [this] { return view()->horizontalHeader()->grab().toImage(); };
    const QImage bare = painted();
    click(LogModel::DurationColumn);
    QCOMPARE(lineOf(500), 0);
    QVERIFY(isTold(Qt::AscendingOrder));
    const QImage ascending = painted();
    click(LogModel::DurationColumn);
    QCOMPARE(lineOf(500), 499);
    QVERIFY(isTold(Qt::DescendingOrder));
    QVERIFY(painted() != ascending && painted() != bare);
    click(LogModel::DurationColumn);
    QVERIFY(!m_model->isSorted() && !header->isSortIndicatorShown());
    QCOMPARE(lineOf(1), 0);
    QVERIFY(view()->selectionModel()->selection().isEmpty());
}

void TestLogSorting::aClickOnTimeGoesBack()
{
    fillWithDurations();
    click(LogModel::StatusColumn);
    QVERIFY(m_model->isSorted());
    click(LogModel::TimeColumn);
    QVERIFY(!m_model->isSorted());
    click(LogModel::TimeColumn);
    QCOMPARE(lineOf(500), 0);
    click(LogModel::TimeColumn);
    QCOMPARE(lineOf(1), 0);
    QVERIFY(!m_model->isSorted());
}

void TestLogSorting::aColumnOfAFieldStaysUnsorted()
{
    m_panel->setFields({{LogField::Source::RequestHeader, QStringLiteral("X")}});
    view()->setColumnHidden(LogModel::PlaceColumn, true);
    click(LogModel::SizeColumn);
    settle();
    const QSignalSpy clicked(view()->horizontalHeader(), &QHeaderView::sectionClicked);
    click(LogModel::ColumnCount);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.first().first().toInt(), int{LogModel::ColumnCount});
    QVERIFY(m_model->scope().order == (LogOrder{LogSorting::BySize, false}));
    QCOMPARE(view()->horizontalHeader()->sortIndicatorSection(), int{LogModel::SizeColumn});
}

void TestLogSorting::whatComesFirstIsShown()
{
    fillWithDurations();
    QVERIFY(view()->isFollowing());
    view()->sort({LogSorting::ByDuration, true});
    waitForOrder();
    settle();
    QCOMPARE(bar()->value(), 0);
    QCOMPARE(topKey(), LogKey::of(AttemptId{1}));
    QVERIFY(!view()->isFollowing());
}

void TestLogSorting::anotherColumnWaitsForTheOrder()
{
    fillWithDurations();
    bar()->setValue(200 * view()->rowHeight(0));
    view()->sort({LogSorting::ByDuration, true});
    m_panel->setFields({{LogField::Source::RequestHeader, QStringLiteral("X")}});
    QVERIFY(m_model->isSearching());
    QCOMPARE(bar()->value(), 200 * view()->rowHeight(0));
    waitForOrder();
    QCOMPARE(bar()->value(), 0);
}

void TestLogSorting::theMenuSortsToo()
{
    const LogDesk desk(*m_panel);
    fillWithDurations();
    QVERIFY(sorting(desk, LogModel::TimeColumn)->isChecked());
    sorting(desk, LogModel::DurationColumn)->trigger();
    waitForOrder();
    QCOMPARE(lineOf(500), 0);
    desk.descending->trigger();
    waitForOrder();
    QCOMPARE(lineOf(1), 0);
    QVERIFY(m_model->isSorted());
    click(LogModel::StatusColumn);
    QVERIFY(sorting(desk, LogModel::StatusColumn)->isChecked());
    QVERIFY(!desk.descending->isChecked());
    desk.descending->trigger();
    sorting(desk, LogModel::TimeColumn)->trigger();
    waitForOrder();
    QVERIFY(!m_model->isSorted());
    QVERIFY(!desk.descending->isChecked());
}

void TestLogSorting::theOrderIsHeard()
{
    QAccessibleInterface *const list = QAccessible::queryAccessibleInterface(view());
    QVERIFY(list->text(QAccessible::Description).isEmpty());
    click(LogModel::DurationColumn);
    const QString told = QStringLiteral("Duration, sorted in ascending order");
    QCOMPARE(list->text(QAccessible::Description), told);
    QStringList titles;
    for (int i = 0; i < m_model->columnCount() + 1; ++i)
        titles.append(list->child(i)->text(QAccessible::Name));
    QVERIFY(titles.contains(told));
    QVERIFY(titles.contains(QStringLiteral("Size")));
    click(LogModel::TimeColumn);
    QVERIFY(list->text(QAccessible::Description).isEmpty());
}

void TestLogSorting::thePillSortsAgain()
{
    fillWithDurations();
    click(LogModel::DurationColumn);
    Attempt fast = attempt(501, AttemptOutcome::Delivered, 200);
    fast.timings.total = Milliseconds{1};
    tell({fast, attempt(502)});
    QVERIFY(pill()->isVisible());
    QVERIFY(pill()->text().endsWith(QStringLiteral(" · 2 new")));
    QVERIFY(pill()->toolTip().contains(QStringLiteral("again")));
    bar()->setValue(bar()->maximum());
    QVERIFY(pill()->isVisible());
    QTest::mouseClick(pill(), Qt::LeftButton);
    waitForOrder();
    QVERIFY(!pill()->text().contains(QStringLiteral("new")));
    QCOMPARE(lineOf(501), 0);
    QCOMPARE(bar()->value(), 0);
}

/// The column may be hidden, or out of sight.
void TestLogSorting::thePillNamesTheOrder()
{
    fillWithDurations();
    QVERIFY(!pill()->isVisible());
    view()->setColumnHidden(LogModel::DurationColumn, true);
    view()->sort({LogSorting::ByDuration, true});
    waitForOrder();
    QVERIFY(pill()->isVisible());
    QCOMPARE(pill()->text(), QStringLiteral("Duration, sorted in descending order"));
    view()->sort({LogSorting::ByNote, false});
    waitForOrder();
    QCOMPARE(pill()->text(), QStringLiteral("Note, sorted in ascending order"));
    view()->sort({LogSorting::ByTime, true});
    waitForOrder();
    QCOMPARE(pill()->text(), QStringLiteral("Time, sorted in descending order"));
    view()->sort({});
    waitForOrder();
    QVERIFY(!pill()->isVisible());
}

void TestLogSorting::aSortedListDoesNotFollow()
{
    fillWithDurations();
    click(LogModel::DurationColumn);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_End);
    QCOMPARE(view()->currentIndex().row(), 499);
    QCOMPARE(bar()->value(), bar()->maximum());
    QVERIFY(!view()->isFollowing() && m_model->isSorted());
    view()->setCurrentIndex(m_model->index(3, 0));
    QTest::keyClick(view(), Qt::Key_End);
    QCOMPARE(view()->currentIndex().row(), 499);
    QCOMPARE(bar()->value(), bar()->maximum());
    bar()->setValue(0);
    QTest::keyClick(view(), Qt::Key_End);
    QCOMPARE(bar()->value(), bar()->maximum());
    bar()->setValue(0);
    bar()->setValue(bar()->maximum());
    QVERIFY(!view()->isFollowing());
    add(20);
    settle();
    QCOMPARE(m_model->rowCount(), 500);
}

void TestLogSorting::followingGoesBackToTime()
{
    const LogDesk desk(*m_panel);
    fillWithDurations();
    click(LogModel::DurationColumn);
    QVERIFY(!desk.follow->isChecked());
    add(3);
    desk.follow->trigger();
    waitForOrder();
    settle();
    QVERIFY(!m_model->isSorted() && view()->isFollowing());
    QCOMPARE(m_model->rowCount(), 503);
    QCOMPARE(bar()->value(), bar()->maximum());
    QVERIFY(!pill()->isVisible());
}

void TestLogSorting::aFilterKeepsWhatIsRead()
{
    fillWithDurations();
    tell({attempt(300, AttemptOutcome::Failed, 404)});
    click(LogModel::DurationColumn);
    bar()->setValue(200 * view()->rowHeight(0));
    view()->setCurrentIndex(m_model->index(205, 0));
    const LogKey chosen = m_model->lineAt(205).key;
    m_panel->filter()->setFilterText(QStringLiteral("-status:404"));
    waitForOrder();
    settle();
    QCOMPARE(m_model->rowCount(), 499);
    QCOMPARE(m_model->lineAt(view()->currentIndex().row()).key, chosen);
    QVERIFY(view()->viewport()->rect().intersects(view()->visualRect(view()->currentIndex())));
}

void TestLogSorting::theChosenRowStaysChosen()
{
    fillWithDurations();
    view()->setCurrentIndex(m_model->index(5, 0));
    const QSignalSpy chosen(m_panel.get(), &Gui::LogPanel::attemptChosen);
    click(LogModel::DurationColumn);
    QCOMPARE(view()->currentIndex().row(), lineOf(6));
    QVERIFY(m_panel->selectedKeys() == QList<LogKey>{LogKey::of(AttemptId{6})});
    QCOMPARE(chosen.size(), 0);
    QVERIFY(m_panel->choose(LogKey::of(AttemptId{400})));
    QCOMPARE(view()->currentIndex().row(), lineOf(400));
}

void TestLogSorting::goingBackKeepsWhatIsRead()
{
    m_log->partRows = 100;
    fillWithDurations();
    click(LogModel::DurationColumn);
    view()->setCurrentIndex(m_model->index(lineOf(250), 0));
    const QRect before = view()->visualRect(view()->currentIndex());
    click(LogModel::TimeColumn);
    settle();
    QCOMPARE(view()->currentIndex().row(), 249);
    QCOMPARE(view()->visualRect(view()->currentIndex()), before);
}

void TestLogSorting::theKeyboardStartsAtTheTop()
{
    fillWithDurations();
    click(LogModel::DurationColumn);
    m_panel->step(1);
    QCOMPARE(view()->currentIndex().row(), 0);
    view()->clearSelection();
    view()->setCurrentIndex({});
    m_panel->activateWindow();
    m_panel->filter()->setFocus();
    view()->setFocus(Qt::TabFocusReason);
    QCOMPARE(view()->currentIndex().row(), 0);
}

void TestLogSorting::rowsAreCopiedInTheOrderOfTheList()
{
    fillWithDurations();
    click(LogModel::DurationColumn);
    for (const int line : {2, 0}) {
        view()->selectionModel()->select(m_model->index(line, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    const QList<LogKey> wanted{m_model->lineAt(0).key, m_model->lineAt(2).key};
    QVERIFY(m_panel->selectedKeys() == wanted);
    view()->findChild<QAction *>(QStringLiteral("copy-row"))->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.first().contains(QStringLiteral("500")));
    QVERIFY(lines.last().contains(QStringLiteral("502")));
}

void TestLogSorting::aRowThatCameLaterIsBroughtOut()
{
    fillWithDurations();
    click(LogModel::DurationColumn);
    bar()->setValue(bar()->maximum());
    add(1);
    QCOMPARE(lineOf(501), -1);
    m_panel->showRow(LogKey::of(AttemptId{501}));
    waitForOrder();
    QCOMPARE(lineOf(501), 0); // 84 ms
    QCOMPARE(view()->currentIndex().row(), 0);
    QVERIFY(view()->viewport()->rect().contains(view()->visualRect(m_model->index(0, 1))));
}

void TestLogSorting::aRowThatCameDuringASortIsBroughtOut()
{
    fillWithDurations();
    view()->sort({LogSorting::BySize, false});
    waitForOrder();
    view()->sort({LogSorting::ByDuration, false});
    add(1);
    QVERIFY(m_model->isSearching());
    m_panel->showRow(LogKey::of(AttemptId{501}));
    waitForOrder();
    QCOMPARE(lineOf(501), 0); // 84 ms
    QCOMPARE(view()->currentIndex().row(), 0);
}

void TestLogSorting::foldsWaitForTheOrderOfTime()
{
    const LogDesk desk(*m_panel);
    QVERIFY(desk.heartbeats->isEnabled() && desk.group->isEnabled());
    click(LogModel::StatusColumn);
    QVERIFY(!desk.heartbeats->isEnabled() && !desk.group->isEnabled());
    QCOMPARE(desk.group->toolTip(), QStringLiteral("A sorted list shows each row by itself"));
    click(LogModel::TimeColumn);
    QVERIFY(desk.heartbeats->isEnabled() && desk.group->isEnabled());
    QCOMPARE(desk.group->toolTip(), QStringLiteral("Group by event"));
}

void TestLogSorting::theOrderIsKept()
{
    const QTemporaryDir folder;
    const auto settings = Testing::settingsIn(folder);
    fillWithDurations();
    {
        const LogDesk desk(*m_panel);
        click(LogModel::DurationColumn);
        click(LogModel::DurationColumn);
        desk.saveTo(*settings);
    }
    view()->setFollowing(true);
    waitForOrder();
    LogDesk desk(*m_panel);
    desk.restoreFrom(*settings);
    waitForOrder();
    QCOMPARE(lineOf(1), 0);
    QVERIFY(m_model->isSorted() && !desk.follow->isChecked());
    QVERIFY(sorting(desk, LogModel::DurationColumn)->isChecked());
    QVERIFY(desk.descending->isChecked());
    QCOMPARE(view()->horizontalHeader()->sortIndicatorSection(), int{LogModel::DurationColumn});
    QCOMPARE(view()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
}

QTEST_MAIN(TestLogSorting)
#include "tst_logsorting.moc"

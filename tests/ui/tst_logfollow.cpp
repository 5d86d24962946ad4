// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logviewsuite.h"
#include "tests/ui/makers.h"
#include "ui/filter/filterfield.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Core;
using Gui::LogPanel;
using Gui::LogView;
using Testing::attempt;

/// How the list follows the newest row, and counts what is new where it does not.
class TestLogFollow final : public Testing::LogViewSuite
{
    Q_OBJECT

private slots:
    void itFollowsTheNewestRow();
    void scrollingUpEndsFollowing();
    void choosingARowEndsFollowing();
    void clickingTheCurrentRowEndsFollowing();
    void choosingTheLastRowDoesNotFollow();
    void newRowsDoNotMoveWhatIsRead();
    void lostRowsDoNotMoveWhatIsRead();
    void olderRowsDoNotMoveWhatIsRead();
    void clearingTheFilterKeepsWhatIsRead();
    void endFollowsAgain();
    void thePillFollowsAgain();
    void thePillHidesNoRow();
    void aListFilledAnewHasNothingNew();
    void whatIsInSightIsNotNew();
    void scrollingToTheEndFollowsAgain();
    void switchingOffMovesNothing();
    void clearingTheFilterDoesNotEndFollowing();
    void heartbeatsGoWhereTheirNewestRowBelongs();
    void heartbeatsThatAreReadStay();
    void fourThousandAttemptsASecond();
};

void TestLogFollow::itFollowsTheNewestRow()
{
    for (int i = 0; i < 10; ++i) {
        add(160);
        settle();
        QCOMPARE(bar()->value(), bar()->maximum());
        QVERIFY(view()->isFollowing());
        const int last = m_model->rowCount() - 1;
        QVERIFY(view()->viewport()->rect().intersects(view()->visualRect(m_model->index(last, 0))));
    }
}

void TestLogFollow::scrollingUpEndsFollowing()
{
    const QSignalSpy changed(view(), &LogView::followingChanged);
    bar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    QVERIFY(!view()->isFollowing());
    QCOMPARE(changed.size(), 1);
}

void TestLogFollow::choosingARowEndsFollowing()
{
    const QSignalSpy changed(view(), &LogView::followingChanged);
    const int position = bar()->value();
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->viewport()->rect().center());
    QVERIFY(view()->currentIndex().isValid() && !view()->isFollowing());
    QCOMPARE(changed.size(), 1);
    const QRect before = view()->visualRect(view()->currentIndex());
    add(20);
    settle();
    QCOMPARE(view()->visualRect(view()->currentIndex()), before);
    QCOMPARE(bar()->value(), position);
    for (const auto &choose :
         {std::function<void()>([this] { QTest::keyClick(view(), Qt::Key_Up); }),
          std::function<void()>([this] { m_panel->step(-1); }),
          std::function<void()>([this] { m_panel->choose(m_model->lineAt(519).key); })}) {
        view()->setFollowing(true);
        choose();
        QVERIFY(!view()->isFollowing());
    }
    view()->setFollowing(true);
    view()->chooseQuietly(510);
    QVERIFY(view()->isFollowing());
}

void TestLogFollow::clickingTheCurrentRowEndsFollowing()
{
    view()->chooseQuietly(498);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
                      view()->visualRect(m_model->index(498, 1)).center());
    QVERIFY(!view()->isFollowing());
}

void TestLogFollow::choosingTheLastRowDoesNotFollow()
{
    bar()->setValue(bar()->maximum() - 5);
    QVERIFY(!view()->isFollowing());
    view()->setCurrentIndex(m_model->index(499, 0));
    QCOMPARE(bar()->value(), bar()->maximum());
    QVERIFY(!view()->isFollowing());
    QTest::keyClick(view(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(view()->isFollowing());
}

void TestLogFollow::newRowsDoNotMoveWhatIsRead()
{
    bar()->setValue(bar()->maximum() / 2);
    const int position = bar()->value();
    const LogKey top = topKey();
    for (int i = 0; i < 5; ++i) {
        add(50);
        settle();
    }
    QCOMPARE(bar()->value(), position);
    QCOMPARE(topKey(), top);
    QVERIFY(pill()->isVisible());
    QCOMPARE(pill()->text(), QStringLiteral("250 new"));
}

void TestLogFollow::lostRowsDoNotMoveWhatIsRead()
{
    fillFromRecord(2000);
    bar()->setValue(bar()->maximum() - 3 * bar()->pageStep());
    settle();
    const LogKey top = topKey();
    QList<LogKey> gone;
    for (qint64 number = 601; number <= 697; ++number)
        gone.append(LogKey::of(AttemptId{number}));
    m_model->takeRows({{gone, {}}, {}});
    settle();
    QCOMPARE(m_model->rowCount(), 1903);
    QCOMPARE(topKey(), top);
}

void TestLogFollow::olderRowsDoNotMoveWhatIsRead()
{
    m_log->partRows = 200;
    QList<Attempt> attempts;
    for (qint64 number = 1; number <= 3000; ++number)
        attempts.append(attempt(number, AttemptOutcome::Delivered, 200));
    m_log->record(attempts);
    view()->setFollowing(false);
    bar()->setValue(0);
    m_model->search();
    int parts = 0;
    LogKey top;
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, [&] {
        if (++parts > 1)
            return;
        bar()->setValue(10 * view()->rowHeight(0));
        top = m_model->lineAt(10).key;
    });
    QTRY_VERIFY(!m_model->isSearching());
    settle();
    QVERIFY(parts > 5);
    QCOMPARE(topKey(), top);
}

void TestLogFollow::clearingTheFilterKeepsWhatIsRead()
{
    fillFromRecord(3000);
    tell({attempt(1000, AttemptOutcome::Failed, 404), attempt(1200, AttemptOutcome::Failed, 404)});
    m_panel->filter()->setFilterText(QStringLiteral("status:404"));
    QTRY_COMPARE(m_model->rowCount(), 2);
    view()->setFollowing(false);
    view()->setCurrentIndex(m_model->index(0, 0));
    m_log->partRows = 500;
    m_panel->clearFilter();
    QTRY_VERIFY(!m_model->isSearching());
    settle();
    QCOMPARE(m_model->rowCount(), 3000);
    QCOMPARE(topKey(), LogKey::of(AttemptId{1000}));
    QCOMPARE(view()->currentIndex().row(), 999);
}

void TestLogFollow::endFollowsAgain()
{
    bar()->setValue(0);
    QVERIFY(!view()->isFollowing());
    QTest::keyClick(view(), Qt::Key_End);
    QVERIFY(view()->isFollowing());
    QCOMPARE(bar()->value(), bar()->maximum());
}

void TestLogFollow::thePillFollowsAgain()
{
    bar()->setValue(0);
    add(3);
    QVERIFY(pill()->isVisible());
    QTest::mouseClick(pill(), Qt::LeftButton);
    QVERIFY(view()->isFollowing());
    QVERIFY(!pill()->isVisible());
    QCOMPARE(bar()->value(), bar()->maximum());
}

/// Not even that one which was at the very foot when it was chosen.
void TestLogFollow::thePillHidesNoRow()
{
    const QModelIndex last = m_model->index(499, 1);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(last).center());
    add(20);
    settle();
    QVERIFY(pill()->isVisible());
    const auto placeOf = [this](const QWidget *widget) {
        return QRect(widget->mapTo(m_panel.get(), QPoint()), widget->size());
    };
    const QWidget *const rows = view()->viewport();
    QTRY_VERIFY(!placeOf(pill()).intersects(placeOf(rows)));
    QVERIFY(m_panel->rect().contains(placeOf(pill())));
    QCOMPARE(view()->currentIndex().row(), 499);
    QVERIFY(view()->visualRect(view()->currentIndex()).bottom() < rows->height());
    QVERIFY(!view()->isFollowing());
}

void TestLogFollow::aListFilledAnewHasNothingNew()
{
    bar()->setValue(0);
    add(3);
    QVERIFY(pill()->isVisible());
    m_panel->filter()->setFilterText(QStringLiteral("orders"));
    QTRY_VERIFY(!m_model->isSearching());
    settle();
    QVERIFY(!view()->isFollowing());
    QVERIFY(!pill()->isVisible());
}

void TestLogFollow::whatIsInSightIsNotNew()
{
    for (qint64 number = 4; number <= 500; ++number)
        m_log->forget(LogKey::of(AttemptId{number}));
    fillFromRecord(3);
    QCOMPARE(m_model->rowCount(), 3);
    view()->setFollowing(false);
    add(2);
    settle();
    QVERIFY(!pill()->isVisible());
    add(40);
    settle();
    QVERIFY(pill()->isVisible());
    const QString before = pill()->text();
    bar()->setValue(2 * view()->rowHeight(0));
    QVERIFY(pill()->isVisible());
    QVERIFY(pill()->text() != before);
}

void TestLogFollow::scrollingToTheEndFollowsAgain()
{
    bar()->setValue(0);
    bar()->setValue(bar()->maximum());
    QVERIFY(view()->isFollowing());
}

void TestLogFollow::switchingOffMovesNothing()
{
    const int position = bar()->value();
    view()->setFollowing(false);
    QCOMPARE(bar()->value(), position);
    const LogKey top = topKey();
    add(20);
    settle();
    QCOMPARE(bar()->value(), position);
    QCOMPARE(topKey(), top);
    QVERIFY(!view()->isFollowing());
}

void TestLogFollow::clearingTheFilterDoesNotEndFollowing()
{
    view()->setCurrentIndex(m_model->index(5, 0));
    view()->setFollowing(true);
    m_panel->filter()->setFilterText(QStringLiteral("xyzzy"));
    QTRY_COMPARE(m_model->rowCount(), 0);
    m_panel->clearFilter();
    QTRY_COMPARE(m_model->rowCount(), 500);
    settle();
    QCOMPARE(view()->currentIndex().row(), 5);
    QVERIFY(view()->isFollowing());
    QCOMPARE(bar()->value(), bar()->maximum());
}

void TestLogFollow::heartbeatsGoWhereTheirNewestRowBelongs()
{
    m_panel->setHeartbeatsFolded(true);
    QTRY_VERIFY(!m_model->isSearching());
    tell({beat(501), attempt(502, AttemptOutcome::Delivered, 200)});
    view()->chooseQuietly(500);
    view()->selectionModel()->select(m_model->index(499, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    tell({beat(503)});
    QTRY_COMPARE(lineOf(503), 501);
    QCOMPARE(lineOf(501), 501);
    QCOMPARE(lineOf(502), 500);
    QCOMPARE(view()->currentIndex().row(), 501);
    QVERIFY(view()->selectionModel()->isRowSelected(501));
    QVERIFY(view()->selectionModel()->isRowSelected(499));
    QCOMPARE(chosen.size(), 1); // the newest one; that the line was moved tells nothing new
    QVERIFY(view()->isFollowing());
    m_model->toggle(501);
    tell({attempt(504), beat(505)});
    settle();
    QCOMPARE(m_model->lineAt(501).key, LogKey::of(AttemptId{505}));
    QVERIFY(m_model->lineAt(501).isOpen);
    m_model->toggle(501);
    QTRY_COMPARE(lineOf(505), 502);
}

void TestLogFollow::heartbeatsThatAreReadStay()
{
    m_panel->setHeartbeatsFolded(true);
    QTRY_VERIFY(!m_model->isSearching());
    QList<Attempt> attempts{beat(501)};
    for (qint64 number = 502; number <= 600; ++number)
        attempts.append(attempt(number, AttemptOutcome::Delivered, 200));
    tell(attempts);
    settle();
    bar()->setValue(495 * view()->rowHeight(0));
    Attempt other = beat(602);
    other.destination = DestinationId{77};
    tell({beat(601), other, attempt(603)});
    other.id = AttemptId{604};
    tell({other});
    QTRY_COMPARE(lineOf(604), 601);
    QCOMPARE(lineOf(601), 500);
    bar()->setValue(540 * view()->rowHeight(0));
    const LogKey top = topKey();
    tell({beat(605)});
    QTRY_COMPARE(lineOf(605), 601);
    settle();
    QCOMPARE(topKey(), top);
    QCOMPARE(pill()->text(), QStringLiteral("2 new"));
    tell({attempt(606)});
    view()->setFollowing(true);
    tell({beat(607)});
    QTRY_COMPARE(lineOf(607), 602);
}

void TestLogFollow::fourThousandAttemptsASecond()
{
    constexpr int Batches = 250;
    QElapsedTimer timer;
    timer.start();
    qint64 longest = 0;
    for (int i = 0; i < Batches; ++i) {
        QElapsedTimer one;
        one.start();
        add(160);
        view()->viewport()->repaint();
        settle();
        longest = std::max(longest, one.elapsed());
    }
    qInfo("10 s of 4,000 attempts a second took the list %lld ms, the longest batch %lld ms",
          timer.elapsed(), longest);
    QCOMPARE(bar()->value(), bar()->maximum());
}

QTEST_MAIN(TestLogFollow)
#include "tst_logfollow.moc"

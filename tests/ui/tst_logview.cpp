// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/standinlog.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

#include <functional>
#include <memory>

using namespace Core;
using Gui::LogModel;
using Gui::LogPanel;
using Gui::LogView;
using Testing::attempt;

namespace {

Attempt beat(qint64 number)
{
    Attempt heartbeat = attempt(number, AttemptOutcome::Delivered, 200);
    heartbeat.kind = EventKind::Heartbeat;
    return heartbeat;
}

} // namespace

class TestLogView final : public QObject
{
    Q_OBJECT

    void add(int count);
    void tell(const QList<Attempt> &attempts);
    void fillFromRecord(qint64 count);
    void settle();
    int lineOf(qint64 number) const { return m_model->lineOf(LogKey::of(AttemptId{number})); }
    QScrollBar *bar() const { return view()->verticalScrollBar(); }
    LogView *view() const { return m_panel->view(); }
    LogKey topKey() const { return m_model->lineAt(view()->indexAt(QPoint(2, 2)).row()).key; }

    std::unique_ptr<Testing::StandInLog> m_log;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<LogPanel> m_panel;
    qint64 m_next = 1;

private slots:
    void init();
    void cleanup();
    void itFollowsTheNewestRow();
    void scrollingUpEndsFollowing();
    void choosingARowEndsFollowing();
    void clickingTheCurrentRowEndsFollowing();
    void choosingTheLastRowDoesNotFollow();
    void theKeyboardFindsTheNewestRowChosen();
    void aClickChoosesNothingElse();
    void newRowsDoNotMoveWhatIsRead();
    void lostRowsDoNotMoveWhatIsRead();
    void olderRowsDoNotMoveWhatIsRead();
    void clearingTheFilterKeepsWhatIsRead();
    void endFollowsAgain();
    void thePillFollowsAgain();
    void aListFilledAnewHasNothingNew();
    void whatIsInSightIsNotNew();
    void scrollingToTheEndFollowsAgain();
    void switchingOffMovesNothing();
    void clearingTheFilterDoesNotEndFollowing();
    void aLostChosenRowChoosesNoOther();
    void aChosenAttemptIsToldAgainWhenItSettles();
    void theChoiceSurvivesTheFilter();
    void aChoiceBehindALineStays();
    void heartbeatsGoWhereTheirNewestRowBelongs();
    void heartbeatsThatAreReadStay();
    void anEventsLineShowsTheChosenRow();
    void aRowBehindALineIsBroughtOut();
    void aPinIsSeenAndRead();
    void nothingMatchingIsSaid();
    void selectedRowsAreToldAndCopied();
    void aStatusIsCopiedInFull();
    void theSelectionSurvivesAListFilledAnew();
    void arrowsAndClicksOpenFolds();
    void openingAFoldLeavesItInSight();
    void lettersDoNotSearch();
    void manyColumnsLeaveTheEventLegible();
    void aPauseIsSaid();
    void whatIsInFlightRuns();
    void slashAndEscapeReachTheFilter();
    void fourThousandAttemptsASecond();
};

void TestLogView::init()
{
    Testing::failOnWarnings();
    m_next = 1;
    m_log = std::make_unique<Testing::StandInLog>();
    m_model = std::make_unique<LogModel>();
    m_log->serve(*m_model);
    m_panel = std::make_unique<LogPanel>(*m_model);
    m_panel->resize(900, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    add(500);
    settle();
}

void TestLogView::cleanup()
{
    m_panel.reset();
    m_model.reset();
    m_log.reset();
}

void TestLogView::tell(const QList<Attempt> &attempts)
{
    m_log->record(attempts);
    m_model->addAttempts(attempts);
    m_model->flush();
}

/// A list whose rows have been found, not told.
void TestLogView::fillFromRecord(qint64 count)
{
    QList<Attempt> attempts;
    for (qint64 number = 1; number <= count; ++number)
        attempts.append(attempt(number, AttemptOutcome::Delivered, 200));
    m_log->record(attempts);
    m_next = count + 1;
    m_model->search();
    QTRY_VERIFY(!m_model->isSearching());
    settle();
}

void TestLogView::add(int count)
{
    QList<Attempt> batch;
    for (int i = 0; i < count; ++i)
        batch.append(attempt(m_next++, AttemptOutcome::Delivered, 200));
    tell(batch);
}

void TestLogView::settle()
{
    QCoreApplication::processEvents();
}

void TestLogView::itFollowsTheNewestRow()
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

void TestLogView::scrollingUpEndsFollowing()
{
    const QSignalSpy changed(view(), &LogView::followingChanged);
    bar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    QVERIFY(!view()->isFollowing());
    QCOMPARE(changed.size(), 1);
}

void TestLogView::choosingARowEndsFollowing()
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

void TestLogView::clickingTheCurrentRowEndsFollowing()
{
    view()->chooseQuietly(498);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
                      view()->visualRect(m_model->index(498, 1)).center());
    QVERIFY(!view()->isFollowing());
}

void TestLogView::choosingTheLastRowDoesNotFollow()
{
    bar()->setValue(bar()->maximum() - 5);
    QVERIFY(!view()->isFollowing());
    view()->setCurrentIndex(m_model->index(499, 0));
    QCOMPARE(bar()->value(), bar()->maximum());
    QVERIFY(!view()->isFollowing());
    QTest::keyClick(view(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(view()->isFollowing());
}

void TestLogView::theKeyboardFindsTheNewestRowChosen()
{
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    m_panel->activateWindow();
    m_panel->filter()->setFocus();
    view()->setFocus(Qt::TabFocusReason);
    QVERIFY(view()->hasFocus());
    QCOMPARE(view()->currentIndex().row(), 499);
    QCOMPARE(m_panel->selectedKeys(), QList<LogKey>{LogKey::of(AttemptId{500})});
    QCOMPARE(chosen.size(), 1);
    QVERIFY(view()->isFollowing());
    m_panel->filter()->setFocus();
    view()->clearSelection();
    view()->setCurrentIndex({});
    bar()->setValue(100 * view()->rowHeight(0));
    view()->setFocus();
    QVERIFY(!view()->currentIndex().isValid());
    QTest::keyClick(view(), Qt::Key_Down);
    QVERIFY(view()->viewport()->rect().contains(view()->visualRect(view()->currentIndex())));
    QVERIFY(view()->currentIndex().row() > 100);
    QCOMPARE(m_panel->selectedKeys().size(), 1);
}

void TestLogView::aClickChoosesNothingElse()
{
    m_panel->activateWindow();
    m_panel->filter()->setFocus();
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    view()->setFocus(Qt::MouseFocusReason);
    QVERIFY(!view()->currentIndex().isValid());
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
                      view()->visualRect(m_model->index(497, 1)).center());
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen.at(0).at(0).value<AttemptId>() == AttemptId{498});
}

void TestLogView::newRowsDoNotMoveWhatIsRead()
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
    auto *const pill = view()->findChild<QPushButton *>();
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->text(), QStringLiteral("250 new"));
}

void TestLogView::lostRowsDoNotMoveWhatIsRead()
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

void TestLogView::olderRowsDoNotMoveWhatIsRead()
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

void TestLogView::clearingTheFilterKeepsWhatIsRead()
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

void TestLogView::endFollowsAgain()
{
    bar()->setValue(0);
    QVERIFY(!view()->isFollowing());
    QTest::keyClick(view(), Qt::Key_End);
    QVERIFY(view()->isFollowing());
    QCOMPARE(bar()->value(), bar()->maximum());
}

void TestLogView::thePillFollowsAgain()
{
    bar()->setValue(0);
    add(3);
    auto *const pill = view()->findChild<QPushButton *>();
    QVERIFY(pill->isVisible());
    QTest::mouseClick(pill, Qt::LeftButton);
    QVERIFY(view()->isFollowing());
    QVERIFY(!pill->isVisible());
    QCOMPARE(bar()->value(), bar()->maximum());
}

void TestLogView::aListFilledAnewHasNothingNew()
{
    bar()->setValue(0);
    add(3);
    const auto *const pill = view()->findChild<QPushButton *>();
    QVERIFY(pill->isVisible());
    m_panel->filter()->setFilterText(QStringLiteral("orders"));
    QTRY_VERIFY(!m_model->isSearching());
    settle();
    QVERIFY(!view()->isFollowing());
    QVERIFY(!pill->isVisible());
}

void TestLogView::whatIsInSightIsNotNew()
{
    for (qint64 number = 4; number <= 500; ++number)
        m_log->forget(LogKey::of(AttemptId{number}));
    fillFromRecord(3);
    QCOMPARE(m_model->rowCount(), 3);
    view()->setFollowing(false);
    add(2);
    settle();
    const auto *const pill = view()->findChild<QPushButton *>();
    QVERIFY(!pill->isVisible());
    add(40);
    settle();
    QVERIFY(pill->isVisible());
    const QString before = pill->text();
    bar()->setValue(2 * view()->rowHeight(0));
    QVERIFY(pill->isVisible());
    QVERIFY(pill->text() != before);
}

void TestLogView::scrollingToTheEndFollowsAgain()
{
    bar()->setValue(0);
    bar()->setValue(bar()->maximum());
    QVERIFY(view()->isFollowing());
}

void TestLogView::switchingOffMovesNothing()
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

void TestLogView::clearingTheFilterDoesNotEndFollowing()
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

void TestLogView::aLostChosenRowChoosesNoOther()
{
    fillFromRecord(2000);
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    view()->chooseQuietly(605);
    QCOMPARE(chosen.size(), 1);
    QList<LogKey> gone;
    for (qint64 number = 601; number <= 610; ++number)
        gone.append(LogKey::of(AttemptId{number}));
    m_model->takeRows({{gone, {}}, {}});
    settle();
    QCOMPARE(lineOf(606), -1);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!view()->currentIndex().isValid());
}

void TestLogView::aChosenAttemptIsToldAgainWhenItSettles()
{
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    tell({attempt(9000)});
    view()->setCurrentIndex(m_model->index(lineOf(9000), 0));
    QCOMPARE(chosen.size(), 1);
    tell({attempt(9000, AttemptOutcome::Failed, 404)});
    QCOMPARE(chosen.size(), 2);
    tell({attempt(9000, AttemptOutcome::Failed, 404)});
    QCOMPARE(chosen.size(), 2);
}

void TestLogView::theChoiceSurvivesTheFilter()
{
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    const QSignalSpy hidden(m_panel.get(), &LogPanel::chosenHidden);
    view()->setCurrentIndex(m_model->index(5, 0));
    m_panel->filter()->setFilterText(QStringLiteral("orders"));
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(view()->currentIndex().row(), 5);
    m_panel->filter()->setFilterText(QStringLiteral("xyzzy"));
    QTRY_COMPARE(m_model->rowCount(), 0);
    QCOMPARE(hidden.size(), 1);
    QCOMPARE(chosen.size(), 1);
    m_panel->clearFilter();
    QTRY_COMPARE(m_model->rowCount(), 500);
    QCOMPARE(view()->currentIndex().row(), 5);
    QCOMPARE(hidden.size(), 1);
    QCOMPARE(chosen.size(), 2); // It is shown again.
}

void TestLogView::aChoiceBehindALineStays()
{
    m_panel->setHeartbeatsFolded(true);
    QTRY_VERIFY(!m_model->isSearching());
    tell({beat(501), beat(502)});
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    view()->setCurrentIndex(m_model->index(500, 0));
    QCOMPARE(chosen.size(), 1);
    tell({beat(503)});
    m_model->search();
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(view()->currentIndex().row(), 500);
    QCOMPARE(m_model->lineAt(500).key, LogKey::of(AttemptId{503}));
    QCOMPARE(chosen.size(), 1);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
                      view()->visualRect(m_model->index(500, 1)).center());
    QCOMPARE(chosen.size(), 2);
    QVERIFY(chosen.last().at(0).value<AttemptId>() == AttemptId{503});
}

void TestLogView::heartbeatsGoWhereTheirNewestRowBelongs()
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
    QCOMPARE(chosen.size(), 0);
    QVERIFY(view()->isFollowing());
    m_model->toggle(501);
    tell({attempt(504), beat(505)});
    settle();
    QCOMPARE(m_model->lineAt(501).key, LogKey::of(AttemptId{505}));
    QVERIFY(m_model->lineAt(501).isOpen);
    m_model->toggle(501);
    QTRY_COMPARE(lineOf(505), 502);
}

void TestLogView::heartbeatsThatAreReadStay()
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
    QCOMPARE(view()->findChild<QPushButton *>()->text(), QStringLiteral("2 new"));
    tell({attempt(606)});
    view()->setFollowing(true);
    tell({beat(607)});
    QTRY_COMPARE(lineOf(607), 602);
}

void TestLogView::anEventsLineShowsTheChosenRow()
{
    const Attempt first = attempt(501, AttemptOutcome::Temporary, 503);
    tell({first});
    view()->setCurrentIndex(m_model->index(500, 0));
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    m_panel->setEventsFolded(true);
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(chosen.size(), 0);
    Attempt second = attempt(502, AttemptOutcome::Temporary, 503);
    second.event = first.event;
    tell({second});
    QTRY_COMPARE(chosen.size(), 1);
    QVERIFY(chosen.last().at(0).value<AttemptId>() == second.id);
    m_panel->setEventsFolded(false);
    QTRY_COMPARE(m_model->rowCount(), 502);
    m_panel->showRow(LogKey::of(first.id));
    QCOMPARE(chosen.size(), 2);
    m_panel->setEventsFolded(true);
    QTRY_COMPARE(chosen.size(), 3);
    QVERIFY(chosen.last().at(0).value<AttemptId>() == second.id);
    QCOMPARE(view()->currentIndex().row(), 500);
}

void TestLogView::aRowBehindALineIsBroughtOut()
{
    m_panel->setHeartbeatsFolded(true);
    QTRY_VERIFY(!m_model->isSearching());
    QList<Attempt> heartbeats;
    for (const qint64 number : {501, 502, 503}) {
        heartbeats.append(attempt(number, AttemptOutcome::Delivered, 200));
        heartbeats.last().kind = EventKind::Heartbeat;
    }
    tell(heartbeats);
    m_panel->showRow(LogKey::of(AttemptId{502}));
    QVERIFY(m_panel->selectedKeys() == QList<LogKey>{LogKey::of(AttemptId{502})});
    m_panel->showRow(LogKey::of(AttemptId{501}));
    QVERIFY(m_panel->selectedKeys() == QList<LogKey>{LogKey::of(AttemptId{501})});
    view()->toggle(lineOf(501));
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    QVERIFY(m_panel->choose(LogKey::of(AttemptId{502})));
    QVERIFY(m_panel->selectedKeys() == QList<LogKey>{LogKey::of(AttemptId{502})});
    QVERIFY(chosen.last().at(0).value<AttemptId>() == AttemptId{502});
}

void TestLogView::aPinIsSeenAndRead()
{
    tell({attempt(501, AttemptOutcome::Delivered, 200)});
    const QModelIndex status = m_model->index(lineOf(501), LogModel::StatusColumn);
    view()->scrollTo(status);
    const auto painted = [this, &status] {
        return view()->viewport()->grab(view()->visualRect(status)).toImage();
    };
    const auto sentence
        = [&status] { return status.data(Qt::AccessibleDescriptionRole).toString(); };
    QTRY_VERIFY(!sentence().isEmpty());
    const QImage bare = painted();
    QVERIFY(!sentence().contains(QStringLiteral("pinned")));
    m_model->changePins({{LogKey::of(AttemptId{501}), true, QStringLiteral("look here")}});
    m_model->flush();
    QVERIFY(sentence().endsWith(QStringLiteral("pinned, note: look here")));
    QVERIFY(painted() != bare);
    m_model->changePins({{LogKey::of(AttemptId{501}), false, QStringLiteral("look here")}});
    m_model->flush();
    QVERIFY(painted() == bare);
}

void TestLogView::nothingMatchingIsSaid()
{
    m_panel->filter()->setFilterText(QStringLiteral("xyzzy"));
    const auto *const page = m_panel->findChild<QStackedWidget *>();
    QTRY_VERIFY(!view()->isVisible());
    QStringList said;
    for (const QLabel *const label : page->findChildren<QLabel *>())
        said.append(label->text());
    QVERIFY(said.contains(QStringLiteral("0 of 500 rows match.")));
    QTest::mouseClick(page->currentWidget()->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(m_panel->filter()->text(), QString());
    QTRY_VERIFY(view()->isVisible());
}

void TestLogView::selectedRowsAreToldAndCopied()
{
    const QSignalSpy selected(m_panel.get(), &LogPanel::selectionChanged);
    view()->setFocus();
    view()->setCurrentIndex(m_model->index(1, 0));
    QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_panel->selectedKeys(),
             (QList<LogKey>{LogKey::of(AttemptId{2}), LogKey::of(AttemptId{3})}));
    QCOMPARE(selected.size(), 2);
    view()->copyRows();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.first().contains(QStringLiteral("\tsent\t200 OK\torders\tinvoice.paid\t1\t")));
    view()->setCurrentIndex(m_model->index(1, LogModel::StatusColumn));
    view()->copyCell();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("200 OK"));
}

/// The column has a short word for it; who copies it wants to hand it on.
void TestLogView::aStatusIsCopiedInFull()
{
    tell({Testing::attempt(900, AttemptOutcome::Temporary, 503)});
    const int line = m_model->lineOf(LogKey::of(AttemptId{900}));
    view()->setCurrentIndex(m_model->index(line, LogModel::StatusColumn));
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("503 Unavailable"));
    view()->copyCell();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("503 Service Unavailable"));
}

void TestLogView::theSelectionSurvivesAListFilledAnew()
{
    view()->setCurrentIndex(m_model->index(7, 0));
    QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
    const QList<LogKey> keys = m_panel->selectedKeys();
    QCOMPARE(keys.size(), 2);
    m_model->search();
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(m_panel->selectedKeys(), keys);
}

void TestLogView::arrowsAndClicksOpenFolds()
{
    Attempt first = attempt(501, AttemptOutcome::Temporary, 503);
    Attempt second = attempt(502, AttemptOutcome::Delivered, 200);
    second.event = first.event;
    tell({first, second});
    m_panel->setEventsFolded(true);
    QTRY_COMPARE(m_model->rowCount(), 501);
    view()->setCurrentIndex(m_model->index(500, 0));
    QTest::keyClick(view(), Qt::Key_Right);
    QCOMPARE(m_model->rowCount(), 503);
    QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(view()->currentIndex().row(), 500);
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(m_model->rowCount(), 501);
    view()->scrollToBottom();
    settle();
    const QRect cell = view()->visualRect(m_model->index(500, 0));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
                      QPoint(cell.left() + 8, cell.center().y()));
    QCOMPARE(m_model->rowCount(), 503);
}

void TestLogView::openingAFoldLeavesItInSight()
{
    QList<Attempt> attempts;
    for (qint64 number = 501; number <= 560; ++number)
        attempts.append(attempt(number, AttemptOutcome::Temporary, 503));
    for (Attempt &one : attempts)
        one.event = attempts.first().event;
    tell(attempts);
    m_panel->setEventsFolded(true);
    QTRY_COMPARE(m_model->rowCount(), 501);
    settle();
    QVERIFY(view()->isFollowing());
    const QRect cell = view()->visualRect(m_model->index(500, 0));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
                      QPoint(cell.left() + 8, cell.center().y()));
    settle();
    QCOMPARE(m_model->rowCount(), 561);
    QVERIFY(!view()->isFollowing());
    QVERIFY(!view()->findChild<QPushButton *>()->isVisible());
    QCOMPARE(view()->visualRect(m_model->index(500, 0)), cell);
}

/// Qt would look through all rows, a million of them.
void TestLogView::lettersDoNotSearch()
{
    view()->setCurrentIndex(m_model->index(0, 0));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_0);
    QCOMPARE(view()->currentIndex().row(), 0);
}

void TestLogView::manyColumnsLeaveTheEventLegible()
{
    const int wide = view()->columnWidth(LogModel::EventColumn);
    view()->setColumnHidden(LogModel::TargetColumn, false);
    view()->setColumnHidden(LogModel::EventIdColumn, false);
    settle();
    QVERIFY(view()->columnWidth(LogModel::EventColumn)
            >= view()->fontMetrics().horizontalAdvance(QStringLiteral("invoice.paid")));
    QVERIFY(view()->horizontalScrollBar()->maximum() > 0);
    view()->setColumnHidden(LogModel::TargetColumn, true);
    view()->setColumnHidden(LogModel::EventIdColumn, true);
    settle();
    QCOMPARE(view()->columnWidth(LogModel::EventColumn), wide);
    QCOMPARE(view()->horizontalScrollBar()->maximum(), 0);
}

void TestLogView::aPauseIsSaid()
{
    const auto isSaid = [this](const QString &text) {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    m_panel->setPaused(true);
    add(3);
    QCOMPARE(m_model->rowCount(), 500);
    QVERIFY(isSaid(QStringLiteral("3 new")));
    m_panel->setPaused(false);
    QCOMPARE(m_model->rowCount(), 503);
    QVERIFY(!isSaid(QStringLiteral("paused")));
}

void TestLogView::whatIsInFlightRuns()
{
    tell({attempt(501)});
    const QModelIndex cell = m_model->index(500, LogModel::DurationColumn);
    const QString before = cell.data().toString();
    QVERIFY(!before.isEmpty());
    QTRY_VERIFY(cell.data().toString() != before);
}

void TestLogView::slashAndEscapeReachTheFilter()
{
    auto *const filter = m_panel->filter();
    m_panel->activateWindow();
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Slash);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("xyzzy"));
    QTRY_COMPARE(m_model->rowCount(), 0);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_COMPARE(m_model->rowCount(), 500);
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(view()->hasFocus());
}

void TestLogView::fourThousandAttemptsASecond()
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

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"

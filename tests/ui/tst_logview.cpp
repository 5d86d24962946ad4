// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

#include <memory>

using namespace Core;
using Gui::LogModel;
using Gui::LogPanel;
using Gui::LogView;
using Testing::attempt;

class TestLogView final : public QObject
{
    Q_OBJECT

    void add(int count);
    void settle();
    QScrollBar *bar() const { return view()->verticalScrollBar(); }
    LogView *view() const { return m_panel->view(); }
    QString firstTime() const { return view()->indexAt(QPoint(2, 2)).data().toString(); }

    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<LogPanel> m_panel;
    qint64 m_next = 1;

private slots:
    void init();
    void cleanup();
    void itFollowsTheNewestRow();
    void scrollingUpEndsFollowing();
    void newRowsDoNotMoveWhatIsRead();
    void lostRowsDoNotMoveWhatIsRead();
    void endFollowsAgain();
    void thePillFollowsAgain();
    void scrollingToTheEndFollowsAgain();
    void switchingOffMovesNothing();
    void aLostChosenRowChoosesNoOther();
    void aChosenAttemptIsToldAgainWhenItSettles();
    void theChoiceSurvivesTheFilter();
    void nothingMatchingIsSaid();
    void theChosenRowIsCopied();
    void slashAndEscapeReachTheFilter();
    void fourThousandAttemptsASecond();
};

void TestLogView::init()
{
    Testing::failOnWarnings();
    m_next = 1;
    m_model = std::make_unique<LogModel>(1000);
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
}

void TestLogView::add(int count)
{
    QList<Attempt> batch;
    for (int i = 0; i < count; ++i)
        batch.append(attempt(m_next++, AttemptOutcome::Delivered, 200));
    m_model->addAttempts(batch);
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

void TestLogView::newRowsDoNotMoveWhatIsRead()
{
    bar()->setValue(bar()->maximum() / 2);
    const int position = bar()->value();
    const QString time = firstTime();
    for (int i = 0; i < 5; ++i) {
        add(50);
        settle();
    }
    QCOMPARE(bar()->value(), position);
    QCOMPARE(firstTime(), time);
    auto *const pill = view()->findChild<QPushButton *>();
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->text(), QStringLiteral("250 new"));
}

void TestLogView::lostRowsDoNotMoveWhatIsRead()
{
    bar()->setValue(bar()->maximum() - 3 * bar()->pageStep());
    const QString time = firstTime();
    for (int i = 0; i < 8; ++i) {
        add(97);
        settle();
        QCOMPARE(firstTime(), time);
    }
    QCOMPARE(m_model->rowOf(AttemptId{1}), -1);
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
    const QString time = firstTime();
    add(20);
    settle();
    QCOMPARE(bar()->value(), position);
    QCOMPARE(firstTime(), time);
    QVERIFY(!view()->isFollowing());
}

void TestLogView::aLostChosenRowChoosesNoOther()
{
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    view()->setCurrentIndex(m_model->index(5, 0));
    QCOMPARE(chosen.size(), 1);
    add(600);
    settle();
    QCOMPARE(m_model->rowOf(AttemptId{6}), -1);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!view()->currentIndex().isValid());
}

void TestLogView::aChosenAttemptIsToldAgainWhenItSettles()
{
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    m_model->addAttempts({attempt(9000)});
    view()->setCurrentIndex(m_model->index(m_model->rowOf(AttemptId{9000}), 0));
    QCOMPARE(chosen.size(), 1);
    m_model->addAttempts({attempt(9000, AttemptOutcome::Failed, 404)});
    QCOMPARE(chosen.size(), 2);
    m_model->addAttempts({attempt(9000, AttemptOutcome::Failed, 404)});
    QCOMPARE(chosen.size(), 2);
}

void TestLogView::theChoiceSurvivesTheFilter()
{
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    view()->setCurrentIndex(m_model->index(5, 0));
    m_panel->findChild<QLineEdit *>()->setText(QStringLiteral("orders"));
    QCOMPARE(view()->currentIndex().row(), 5);
    m_panel->findChild<QLineEdit *>()->setText(QStringLiteral("xyzzy"));
    m_panel->findChild<QLineEdit *>()->clear();
    QCOMPARE(view()->currentIndex().row(), 5);
    QCOMPARE(chosen.size(), 1);
}

void TestLogView::nothingMatchingIsSaid()
{
    const QSignalSpy everything(m_panel.get(), &LogPanel::everythingRequested);
    m_panel->findChild<QLineEdit *>()->setText(QStringLiteral("xyzzy"));
    const auto *const page = m_panel->findChild<QStackedWidget *>()->currentWidget();
    QCOMPARE(m_panel->findChild<QLabel *>()->text(), QStringLiteral("0 of 500 rows match."));
    QTest::mouseClick(page->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(everything.size(), 1);
    m_panel->clearFilter();
    QVERIFY(view()->isVisible());
}

void TestLogView::theChosenRowIsCopied()
{
    view()->setCurrentIndex(m_model->index(0, 0));
    view()->setFocus();
    for (QAction *const action : view()->actions())
        action->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(
        QStringLiteral("\tsent\t200 OK\torders\tinvoice.paid\t1\t")));
}

void TestLogView::slashAndEscapeReachTheFilter()
{
    auto *const filter = m_panel->findChild<QLineEdit *>();
    m_panel->activateWindow();
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Slash);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("xyzzy"));
    QCOMPARE(m_model->rowCount(), 0);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(m_model->rowCount(), 500);
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

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logviewsuite.h"
#include "tests/ui/makers.h"
#include "ui/filter/filterfield.h"
#include "ui/look/format.h"
#include "ui/look/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace Core;
using Gui::LogModel;
using Gui::LogPanel;
using Testing::attempt;

class TestLogView final : public Testing::LogViewSuite
{
    Q_OBJECT

private slots:
    void theKeyboardFindsTheNewestRowChosen();
    void whatTheKeyboardGoesToIsChosen();
    void aClickChoosesNothingElse();
    void aLostChosenRowChoosesNoOther();
    void aChosenAttemptIsToldAgainWhenItSettles();
    void theChoiceSurvivesTheFilter();
    void detailsFollowTheLineOfHeartbeats();
    void whoeverOpensTheirLineStaysWithOneHeartbeat();
    void anEventsLineShowsTheChosenRow();
    void whatAnEventsLineSumsUpIsTold();
    void anEventsLineTellsOfItsWorstAttempt();
    void anEventsLineIsNoWayIntoItsFold();
    void aRowBehindALineIsBroughtOut();
    void aPinIsSeenAndRead();
    void moreFailuresAreAWiderMark();
    void nothingMatchingIsSaid();
    void wordsThatMatchNothingMayBeInBodies();
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
};

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

void TestLogView::whatTheKeyboardGoesToIsChosen()
{
    for (const Qt::KeyboardModifier modifier : {Qt::NoModifier, Qt::ControlModifier}) {
        view()->setCurrentIndex(m_model->index(495, 2));
        QTest::keyClick(view(), Qt::Key_Home, modifier);
        QCOMPARE(view()->currentIndex().row(), 0);
        QCOMPARE(view()->selectedKeys(), QList<LogKey>{m_model->lineAt(0).key});
    }
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

/// The details follow the line while it is chosen, as those of an event's line do: a line that
/// counted on beside an older heartbeat's details would speak of two attempts at once.
void TestLogView::detailsFollowTheLineOfHeartbeats()
{
    m_panel->setHeartbeatsFolded(true);
    QTRY_VERIFY(!m_model->isSearching());
    tell({beat(501), beat(502)});
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    const auto last = [&chosen] { return chosen.last().at(0).value<AttemptId>().value; };
    view()->setCurrentIndex(m_model->index(500, 0));
    QCOMPARE(last(), 502);
    tell({beat(503)});
    QCOMPARE(m_model->lineAt(500).key, LogKey::of(AttemptId{503}));
    QCOMPARE(last(), 503);
    tell({attempt(504), beat(505)});
    view()->setFollowing(true);
    QTRY_COMPARE(view()->currentIndex().row(), 501); // It is put where it belongs.
    QCOMPARE(last(), 505);
    m_model->search();
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(m_panel->chosen(), m_model->lineAt(view()->currentIndex().row()).key);
    const qsizetype before = chosen.size();
    Attempt failed = beat(506);
    failed.outcome = AttemptOutcome::InFlight;
    tell({failed});
    QCOMPARE(last(), 506);
    failed.outcome = AttemptOutcome::Failed; // which stands alone
    tell({failed});
    QCOMPARE(last(), 505);
    QCOMPARE(chosen.size(), before + 2);
}

void TestLogView::whoeverOpensTheirLineStaysWithOneHeartbeat()
{
    m_panel->setHeartbeatsFolded(true);
    QTRY_VERIFY(!m_model->isSearching());
    tell({beat(501), beat(502)});
    view()->toggle(500);
    view()->setCurrentIndex(m_model->index(502, 0));
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    tell({beat(503)});
    QCOMPARE(m_model->rowCount(), 504);
    QVERIFY(chosen.isEmpty() && m_panel->chosen() == LogKey::of(AttemptId{502}));
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

void TestLogView::whatAnEventsLineSumsUpIsTold()
{
    const QSignalSpy told(m_panel.get(), &LogPanel::summaryTold);
    const auto summary
        = [&told] { return told.isEmpty() ? QString() : told.last().at(1).toString(); };
    QList<Attempt> sent{attempt(501, AttemptOutcome::Failed, 404),
                        attempt(502, AttemptOutcome::Delivered, 200)};
    sent.last().event = sent.first().event;
    sent.last().destination = DestinationId{2};
    sent.last().destinationName = QStringLiteral("mail");
    m_panel->setEventsFolded(true);
    tell(sent);
    QTRY_COMPARE(m_model->rowCount(), 501);
    view()->setCurrentIndex(m_model->index(500, 0));
    const QString both = QStringLiteral("2 destinations: 1 failed (orders), 1 delivered.");
    QTRY_COMPARE(summary(), both);
    QVERIFY(told.last().at(0).value<LogKey>() == LogKey::of(AttemptId{501}));
    view()->toggle(500);
    QCOMPARE(summary(), both);
    view()->setCurrentIndex(m_model->index(501, 0));
    QVERIFY2(summary().isEmpty(), "the row by itself, though the line tells of it");
    view()->setCurrentIndex(m_model->index(500, 0));
    QCOMPARE(summary(), both);
    sent.first().outcome = AttemptOutcome::Delivered;
    tell({sent.first()});
    QTRY_COMPARE(summary(), QStringLiteral("2 destinations: 2 delivered."));
    m_panel->setEventsFolded(false);
    QTRY_COMPARE(m_model->rowCount(), 502);
    QTRY_VERIFY(summary().isEmpty());
}

/// One of the destinations is our own bin, whose rows come last.
void TestLogView::anEventsLineTellsOfItsWorstAttempt()
{
    QList<Attempt> sent{attempt(501, AttemptOutcome::InFlight),
                        attempt(502, AttemptOutcome::Delivered, 200)};
    sent.last().event = sent.first().event;
    sent.last().destination = DestinationId{2};
    sent.last().delivery = DeliveryId{9002};
    Capture received = Testing::capture(503);
    received.delivery = sent.last().delivery;
    received.attemptNumber = 1;
    m_panel->setEventsFolded(true);
    m_log->record(QList<Capture>{received});
    m_model->addCaptures({received});
    tell(sent);
    QTRY_COMPARE(m_model->rowCount(), 501);
    const QSignalSpy captures(m_panel.get(), &LogPanel::captureChosen);
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    const auto last = [&chosen] { return chosen.last().at(0).value<AttemptId>().value; };
    view()->setCurrentIndex(m_model->index(500, 0));
    QCOMPARE(m_model->lineAt(500).key, LogKey::of(received.id));
    QTRY_VERIFY(!chosen.isEmpty());
    QTRY_COMPARE(last(), 501);
    sent.first().outcome = AttemptOutcome::Delivered;
    tell({sent.first()});
    QTRY_COMPARE(last(), 502);
    sent.first().outcome = AttemptOutcome::Failed;
    sent.first().id = AttemptId{504};
    tell({sent.first()});
    QTRY_COMPARE(last(), 504);
    QCOMPARE(m_panel->chosen(), LogKey::of(AttemptId{504}));
    QVERIFY(captures.isEmpty());
    QCOMPARE(m_panel->selectedKeys().size(), 4);
}

/// Whoever comes back to what it told of comes back to the line.
void TestLogView::anEventsLineIsNoWayIntoItsFold()
{
    QList<Attempt> sent{attempt(501, AttemptOutcome::Failed, 404),
                        attempt(502, AttemptOutcome::Delivered, 200)};
    sent.last().event = sent.first().event;
    sent.last().destination = DestinationId{2};
    m_panel->setEventsFolded(true);
    tell(sent);
    QTRY_COMPARE(m_model->rowCount(), 501);
    QTRY_COMPARE(m_model->toldAt(500), LogKey::of(AttemptId{501}));
    QVERIFY(m_panel->choose(LogKey::of(AttemptId{501})));
    QCOMPARE(m_model->rowCount(), 501);
    QCOMPARE(view()->currentIndex().row(), 500);
    QVERIFY(m_panel->choose(LogKey::of(AttemptId{502})));
    QCOMPARE(m_model->rowCount(), 503);
    QCOMPARE(view()->currentIndex().row(), 502);
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

void TestLogView::moreFailuresAreAWiderMark()
{
    const QColor ink = Gui::Theme(view()->palette()).ink(Gui::Tone::Bad);
    const auto widest = [this, &ink](int top, int end) {
        const QImage image = bar()->grab().toImage();
        int most = 0;
        for (int y = top; y < end; ++y) {
            int width = 0;
            for (int x = 0; x < image.width(); ++x)
                width += image.pixelColor(x, y) == ink ? 1 : 0;
            most = std::max(most, width);
        }
        return most;
    };
    QCOMPARE(widest(0, bar()->height()), 0);
    tell({attempt(10, AttemptOutcome::Failed, 404)});
    const int one = widest(0, bar()->height() / 2);
    QVERIFY(one > 0);
    QList<Attempt> failed;
    for (qint64 number = 450; number <= 500; ++number)
        failed.append(attempt(number, AttemptOutcome::Failed, 404));
    tell(failed);
    QCOMPARE(widest(0, bar()->height() / 2), one);
    QVERIFY(widest(bar()->height() / 2, bar()->height()) > one);
}

void TestLogView::nothingMatchingIsSaid()
{
    m_panel->filter()->setFilterText(QStringLiteral("xyzzy"));
    const auto *const page = m_panel->findChild<QStackedWidget *>();
    QTRY_VERIFY(!view()->isVisible());
    QStringList said;
    for (const QLabel *const label : page->findChildren<QLabel *>())
        said.append(label->text());
    QVERIFY(said.contains(QStringLiteral("0 of 500 rows match.\n"
                                         "Words alone are not looked for in the bodies of "
                                         "messages.")));
    QTest::mouseClick(page->currentWidget()->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(m_panel->filter()->text(), QString());
    QTRY_VERIFY(view()->isVisible());
}

void TestLogView::wordsThatMatchNothingMayBeInBodies()
{
    const auto offer = [this]() -> QPushButton * {
        for (QPushButton *const button : m_panel->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Look in the bodies"))
                return button;
        }
        return nullptr;
    };
    m_panel->filter()->setFilterText(QStringLiteral("xyzzy"));
    QTRY_VERIFY(!view()->isVisible());
    QTRY_VERIFY(!m_model->isSearching());
    QVERIFY(offer() != nullptr);
    offer()->click();
    QCOMPARE(m_panel->filter()->text(), QStringLiteral("body:xyzzy"));
    QTRY_VERIFY(!m_model->isSearching());
    QVERIFY2(offer() == nullptr, "they were looked through");
    m_panel->filter()->setFilterText(QStringLiteral("dest:xyzzy"));
    QTRY_VERIFY(!m_model->isSearching());
    QVERIFY2(offer() == nullptr, "that is no word");
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
    view()->findChild<QAction *>(QStringLiteral("copy-row"))->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    const QStringList cells = lines.first().split(u'\t'); // in the order of the columns
    QVERIFY(lines.first().contains(QStringLiteral("\tsent\t200 OK\torders\tinvoice.paid\t")));
    QCOMPARE(cells.value(6), QStringLiteral("1"));
    view()->setCurrentIndex(m_model->index(1, LogModel::StatusColumn));
    view()->findChild<QAction *>(QStringLiteral("copy-cell"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("200 OK"));
}

/// The column has a short word for it; who copies it wants to hand it on.
void TestLogView::aStatusIsCopiedInFull()
{
    tell({Testing::attempt(900, AttemptOutcome::Temporary, 503)});
    const int line = m_model->lineOf(LogKey::of(AttemptId{900}));
    view()->setCurrentIndex(m_model->index(line, LogModel::StatusColumn));
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("503 Unavailable"));
    view()->findChild<QAction *>(QStringLiteral("copy-cell"))->trigger();
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
    QVERIFY(!pill()->isVisible());
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
    Attempt running = attempt(501);
    running.startedAt = Gui::now();
    tell({running});
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

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/charts/chartdesk.h"
#include "ui/deliveries/publishdialog.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/presencedesk.h"
#include "ui/desk/shortcutbook.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/rowwindow.h"
#include "ui/detail/rowwindowdesk.h"
#include "ui/facts.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logdesk.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/noticebar.h"
#include "ui/requests.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWindow>

#include <algorithm>

using namespace Core;
using Gui::LogView;
using Gui::Requests;
using Gui::RowWindow;
using Testing::attempt;
using Testing::capture;

/// Rows of the log in windows of their own.
class TestRowWindow final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void enterOpensTheChosenRow();
    void enterInTheMenuBarOpensTheMenu();
    void aDoubleClickOpensIt();
    void enterFoldsAtAHead();
    void itSettlesWhateverTheListShows();
    void itLooksAgainWhenABodyComesLater();
    void severalAreOpenAtOnce();
    void keysAndButtonsWorkInIt();
    void eachIsToldWhatItAskedFor();
    void refusalsAreToldWhereTheyAreSeen();
    void keysAreThoseThatAPersonGave();
    void whatWasReceivedIsNotSentAgain();
    void linksLeadOnWithinIt();
    void aFilterFromItIsSeenInTheLog();
    void whatIsForgottenIsTold();
    void whatIsForgottenIsToldAtOnce();
    void keysCloseIt();
    void whatIsWrittenKeepsItOpen();
    void itComesAndGoesWithTheMainWindow();
    void itsSizeIsRemembered();
    void thatOfTheScreenIsNot();
    void itsTitleNamesWhatItShows();
    void itIsNamedForThoseWhoDoNotSeeIt();
    void itPromisesNoTryWhileDispatchingIsOff();

private:
    void showRows(int count) const;
    void look(int row) const;
    RowWindow *openAt(int row) const;
    void load(const Attempt &attempt) const;
    static bool hasNotice(const RowWindow &window, const QString &text);
};

void TestRowWindow::showRows(int count) const
{
    QList<Attempt> attempts;
    for (int i = 1; i <= count; ++i)
        attempts.append(attempt(i));
    emit m_window->facts().attemptsRecorded(attempts);
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), count);
}

void TestRowWindow::look(int row) const
{
    auto *const view = child<LogView>();
    view->setCurrentIndex(view->model()->index(row, 0));
}

RowWindow *TestRowWindow::openAt(int row) const
{
    look(row);
    child<Gui::RowWindowDesk>()->open->trigger();
    return windows().last();
}

void TestRowWindow::load(const Attempt &attempt) const
{
    AttemptRecord record;
    record.attempt = attempt;
    record.requestBody = "{\"n\":1}";
    emit m_window->facts().attemptLoaded(record);
}

bool TestRowWindow::hasNotice(const RowWindow &window, const QString &text)
{
    const auto bars = window.findChildren<Gui::NoticeBar *>();
    return std::any_of(bars.begin(), bars.end(),
                       [&text](const Gui::NoticeBar *bar) { return bar->notice() == text; });
}

void TestRowWindow::enterOpensTheChosenRow()
{
    showRows(3);
    child<LogView>()->setFocus();
    QVERIFY(!child<Gui::RowWindowDesk>()->open->isEnabled());
    look(1);
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    QTest::keyClick(child<LogView>(), Qt::Key_Return);
    QCOMPARE(windows().size(), 1);
    QVERIFY(windows().first()->row() == LogKey::of(AttemptId{2}));
    QVERIFY(windows().first()->isVisible() && windows().first()->isWindow());
    QCOMPARE(asked.last().at(0).value<AttemptId>().value, 2);
    load(attempt(2, AttemptOutcome::Failed, 404));
    QCOMPARE(windows().first()->windowTitle(),
             QStringLiteral("orders, invoice.paid, 404 Not Found — Hookpost"));
    QVERIFY(windows().first()->pane().record().has_value());
    m_window->activateWindow();
    QTest::keyClick(child<LogView>(), Qt::Key_Enter);
    QCOMPARE(windows().size(), 1);
}

void TestRowWindow::enterInTheMenuBarOpensTheMenu()
{
    showRows(1);
    look(0);
    QMenuBar *const bar = m_window->menuBar();
    bar->setFocus(Qt::MenuBarFocusReason);
    bar->setActiveAction(bar->actions().first());
    QTest::keyClick(bar, Qt::Key_Return);
    QCOMPARE(windows().size(), 0);
    QVERIFY(bar->actions().first()->menu()->isVisible());
    bar->actions().first()->menu()->close();
}

void TestRowWindow::aDoubleClickOpensIt()
{
    showRows(3);
    auto *const view = child<LogView>();
    const QModelIndex index = view->model()->index(1, Gui::StatusColumn);
    const QPoint place = view->visualRect(index).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(windows().size(), 1);
    QVERIFY(windows().first()->row() == LogKey::of(AttemptId{2}));
}

void TestRowWindow::enterFoldsAtAHead()
{
    Attempt second = attempt(2);
    second.event = attempt(1).event;
    emit m_window->facts().attemptsRecorded({attempt(1), second});
    child<Gui::LogDesk>()->group->trigger();
    auto *const view = child<LogView>();
    QTRY_COMPARE(view->model()->rowCount(), 1);
    look(0);
    view->setFocus();
    QVERIFY(!child<Gui::RowWindowDesk>()->open->isEnabled());
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(view->model()->rowCount(), 3);
    QTest::keyClick(view, Qt::Key_Enter);
    QCOMPARE(view->model()->rowCount(), 1);
    QCOMPARE(windows().size(), 0);
    view->toggle(0);
    look(2);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(windows().size(), 1);
}

void TestRowWindow::itSettlesWhateverTheListShows()
{
    showRows(3);
    const RowWindow *const window = openAt(1);
    load(attempt(2));
    QVERIFY(window->windowTitle().contains(QStringLiteral("in flight")));
    look(0);
    child<Gui::FilterField>()->setFilterText(QStringLiteral("xyzzy"));
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 0);
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    const Attempt ended = attempt(2, AttemptOutcome::Delivered, 200);
    emit m_window->facts().attemptsRecorded({ended});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).value<AttemptId>().value, 2);
    load(ended);
    QVERIFY(window->windowTitle().contains(QStringLiteral("200 OK")));
    QVERIFY(std::get<AttemptRecord>(*window->pane().record()).attempt == ended);
}

void TestRowWindow::itLooksAgainWhenABodyComesLater()
{
    showRows(1);
    openAt(0);
    const Attempt ended = attempt(1, AttemptOutcome::Delivered, 200);
    load(ended);
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    emit m_window->facts().responsesKept({attempt(2, AttemptOutcome::Delivered, 200)});
    QCOMPARE(asked.size(), 0);
    emit m_window->facts().responsesKept({ended});
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.first().first().value<AttemptId>() == ended.id);
}

void TestRowWindow::severalAreOpenAtOnce()
{
    showRows(3);
    openAt(0);
    openAt(2);
    QCOMPARE(windows().size(), 2);
    load(attempt(1, AttemptOutcome::Failed, 404));
    load(attempt(3, AttemptOutcome::Delivered, 200));
    QVERIFY(windows().first()->windowTitle().contains(QStringLiteral("404")));
    QVERIFY(windows().last()->windowTitle().contains(QStringLiteral("200")));
    openAt(0);
    QCOMPARE(windows().size(), 2);
}

void TestRowWindow::keysAndButtonsWorkInIt()
{
    showRows(2);
    RowWindow *const window = openAt(0);
    load(attempt(1, AttemptOutcome::Failed, 404));
    look(1);
    QSignalSpy previews(&m_window->requests(), &Requests::resendPreviewRequested);
    window->resend->trigger();
    QVERIFY(previews.first().at(0).value<ResendOrder>().attempts == QList{AttemptId{1}});
    ResendPreview preview;
    preview.ticket = previews.first().at(0).value<ResendOrder>().ticket;
    preview.failed = 1;
    emit m_window->facts().resendPreviewed(preview);
    ResendProgress progress;
    progress.ticket = preview.ticket;
    progress.isDone = true;
    progress.deliveries.append(Delivery());
    progress.deliveries.last().id = DeliveryId{7};
    emit m_window->facts().resendAdvanced(progress);
    QVERIFY(hasNotice(*window, QStringLiteral("Sent again as dlv_7.")));
    window->editAndResend->trigger();
    load(attempt(1, AttemptOutcome::Failed, 404));
    QVERIFY(window->findChild<Gui::PublishDialog *>() != nullptr);
    const QSignalSpy pins(&m_window->requests(), &Requests::pinRequested);
    window->pin->trigger();
    QVERIFY(pins.first().at(0).value<QList<LogKey>>() == QList{LogKey::of(AttemptId{1})});
    QVERIFY(pins.first().at(1).toBool());
    emit m_window->facts().pinsChanged({{LogKey::of(AttemptId{1}), true, {}}});
    QCOMPARE(window->pin->text(), QStringLiteral("Un&pin"));
    QVERIFY2(child<LogView>()->currentIndex().row() == 1, "the list is not touched");
    auto *const copy = window->findChild<QAction *>(QStringLiteral("copy-curl"));
    QApplication::clipboard()->clear();
    copy->trigger();
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("curl")));
}

void TestRowWindow::eachIsToldWhatItAskedFor()
{
    showRows(2);
    RowWindow *const first = openAt(0);
    RowWindow *const second = openAt(1);
    load(attempt(1, AttemptOutcome::Failed, 404));
    load(attempt(2, AttemptOutcome::Failed, 404));
    const QSignalSpy previews(&m_window->requests(), &Requests::resendPreviewRequested);
    first->resend->trigger();
    ResendPreview preview;
    preview.ticket = previews.first().at(0).value<ResendOrder>().ticket;
    preview.failed = 1;
    second->editAndResend->trigger();
    emit m_window->facts().resendPreviewed(preview);
    second->resend->trigger();
    ResendProgress progress;
    progress.ticket = preview.ticket;
    progress.isDone = true;
    progress.deliveries.append(Delivery());
    progress.deliveries.last().id = DeliveryId{7};
    emit m_window->facts().resendAdvanced(progress);
    QVERIFY(hasNotice(*first, QStringLiteral("Sent again as dlv_7.")));
    QVERIFY(!hasNotice(*second, QStringLiteral("Sent again as dlv_7.")));
    load(attempt(2, AttemptOutcome::Failed, 404));
    QVERIFY(second->findChild<Gui::PublishDialog *>() != nullptr);
}

void TestRowWindow::refusalsAreToldWhereTheyAreSeen()
{
    showRows(2);
    const RowWindow *const first = openAt(0);
    RowWindow *const second = openAt(1);
    second->activateWindow();
    QTRY_VERIFY(second->isActiveWindow());
    emit m_window->facts().refused(notFound(QStringLiteral("It is gone.")));
    QVERIFY(hasNotice(*second, QStringLiteral("It is gone.")));
    QVERIFY(!hasNotice(*first, QStringLiteral("It is gone.")));
}

void TestRowWindow::keysAreThoseThatAPersonGave()
{
    Gui::ShortcutBook &book = child<Gui::PreferencesDesk>()->shortcuts();
    auto *const like = m_window->findChild<QAction *>(QStringLiteral("copy-curl"));
    const QKeySequence first(Qt::ALT | Qt::Key_F8);
    const QKeySequence second(Qt::ALT | Qt::Key_F9);
    showRows(1);
    book.assign(*like, first);
    const auto *const copy = openAt(0)->findChild<QAction *>(QStringLiteral("copy-curl"));
    QCOMPARE(copy->shortcut(), first);
    book.assign(*like, second);
    QCOMPARE(copy->shortcut(), second);
}

void TestRowWindow::whatWasReceivedIsNotSentAgain()
{
    emit m_window->facts().capturesRecorded({capture(5)});
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 1);
    const RowWindow *const window = openAt(0);
    emit m_window->facts().captureLoaded({capture(5), {}, {}});
    QVERIFY(window->windowTitle().startsWith(QStringLiteral("bin demo, POST /v1/webhooks/demo")));
    QVERIFY(!window->resend->isEnabled() && !window->editAndResend->isEnabled());
    QVERIFY(!window->resend->toolTip().isEmpty());
    QVERIFY(window->pin->isEnabled());
}

void TestRowWindow::linksLeadOnWithinIt()
{
    showRows(3);
    const RowWindow *const window = openAt(0);
    load(attempt(1, AttemptOutcome::Temporary, 503));
    look(2);
    emit window->pane().rowRequested(LogKey::of(AttemptId{2}));
    load(attempt(2, AttemptOutcome::Delivered, 200));
    QVERIFY(window->row() == LogKey::of(AttemptId{2}));
    QVERIFY(window->windowTitle().contains(QStringLiteral("200")));
    QCOMPARE(child<LogView>()->currentIndex().row(), 2);
}

void TestRowWindow::aFilterFromItIsSeenInTheLog()
{
    showRows(2);
    RowWindow *const window = openAt(0);
    const Gui::FieldChoice json{true, false, {QStringLiteral("id")}, QStringLiteral("7")};
    child<Gui::ChartDesk>()->showDashboard->trigger();
    window->activateWindow();
    QTRY_VERIFY(window->isActiveWindow());
    emit window->pane().filterRequested(json, Gui::FilterUse::Only);
    QVERIFY(child<Gui::LogPanel>()->isVisible());
    QTRY_VERIFY(m_window->isActiveWindow());
    child<Gui::ChartDesk>()->showDashboard->trigger();
    window->activateWindow();
    QTRY_VERIFY(window->isActiveWindow());
    emit window->pane().columnRequested(json);
    QVERIFY(child<Gui::LogPanel>()->isVisible());
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TestRowWindow::whatIsForgottenIsTold()
{
    showRows(2);
    RowWindow *const window = openAt(0);
    load(attempt(1, AttemptOutcome::Failed, 404));
    const auto *const bar = window->findChild<Gui::NoticeBar *>(QStringLiteral("row-trouble"));
    const QSignalSpy asked(&m_window->requests(), &Requests::kinRequested);
    window->check();
    QVERIFY(asked.last().at(0).value<LogKey>() == LogKey::of(AttemptId{1}));
    emit m_window->facts().rowMissing(LogKey::of(AttemptId{2}));
    QCOMPARE(bar->notice(), QString());
    emit m_window->facts().rowMissing(LogKey::of(AttemptId{1}));
    QCOMPARE(bar->notice(),
             QStringLiteral("The history has let go of this row; what is shown of it goes with "
                            "this window."));
    QVERIFY2(window->pane().record().has_value(), "what was read can be read on");
    for (const QAction *const action :
         {window->resend, window->editAndResend, window->pin, window->note}) {
        QVERIFY(!action->isEnabled());
        QCOMPARE(action->toolTip(), QStringLiteral("The history has let go of this row"));
    }
}

void TestRowWindow::whatIsForgottenIsToldAtOnce()
{
    showRows(2);
    RowWindow *const window = openAt(0);
    load(attempt(1, AttemptOutcome::Failed, 404));
    emit m_window->facts().rowsForgotten({LogKey::of(AttemptId{2})});
    QVERIFY(window->resend->isEnabled());
    emit m_window->facts().rowsForgotten({LogKey::of(AttemptId{1})});
    QVERIFY(!window->resend->isEnabled() && window->pane().record().has_value());
}

void TestRowWindow::keysCloseIt()
{
    showRows(2);
    QPointer<RowWindow> window = openAt(0);
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(window.isNull());
    QVERIFY(m_window->isVisible());
    // The other key went up in no window.
    QTest::keyClick(m_window.get(), Qt::Key_Shift);
    window = openAt(1);
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(window.isNull());
    QVERIFY(m_window->isVisible());
}

void TestRowWindow::whatIsWrittenKeepsItOpen()
{
    showRows(2);
    const QPointer<RowWindow> window = openAt(0);
    load(attempt(1, AttemptOutcome::Failed, 404));
    window->editAndResend->trigger();
    load(attempt(1, AttemptOutcome::Failed, 404));
    const QPointer<Gui::PublishDialog> dialog = window->findChild<Gui::PublishDialog *>();
    QVERIFY(dialog->isVisible());
    window->activateWindow();
    QTest::keyClick(window, Qt::Key_Escape);
    QVERIFY(window->isVisible() && dialog->isVisible());
    QTRY_VERIFY(dialog->isActiveWindow());
    dialog->reject();
    window->close();
    QTRY_VERIFY(window.isNull() && dialog.isNull());
    openAt(1)->editAndResend->trigger();
    load(attempt(2, AttemptOutcome::Failed, 404));
    child<Gui::RowWindowDesk>()->closeAll();
    QVERIFY(windows().isEmpty());
}

void TestRowWindow::itComesAndGoesWithTheMainWindow()
{
    showRows(2);
    const QPointer<RowWindow> window = openAt(0);
    child<Gui::PresenceDesk>()->hideWindow();
    QVERIFY(!window->isVisible());
    child<Gui::PresenceDesk>()->showWindow();
    QVERIFY(window->isVisible());
    m_window.reset();
    QVERIFY(window.isNull());
}

void TestRowWindow::itsSizeIsRemembered()
{
    showRows(2);
    RowWindow *const window = openAt(0);
    window->resize(640, 410);
    window->close();
    QTRY_COMPARE(windows().size(), 0);
    QCOMPARE(openAt(1)->size(), QSize(640, 410));
    m_window->close();
    open();
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 2);
    QCOMPARE(openAt(0)->size(), QSize(640, 410));
}

void TestRowWindow::thatOfTheScreenIsNot()
{
    showRows(2);
    RowWindow *const window = openAt(0);
    window->resize(640, 410);
    window->showMaximized();
    QTRY_VERIFY(window->width() > 640);
    window->close();
    QTRY_COMPARE(windows().size(), 0);
    QCOMPARE(openAt(1)->size(), QSize(640, 410));
}

void TestRowWindow::itsTitleNamesWhatItShows()
{
    showRows(1);
    const RowWindow *const window = openAt(0);
    Attempt odd = attempt(1, AttemptOutcome::Failed, 404);
    odd.eventType = QStringLiteral("a[*]b");
    load(odd);
    QTRY_COMPARE(window->windowHandle()->title(),
                 QStringLiteral("orders, a[*]b, 404 Not Found — Hookpost"));
}

void TestRowWindow::itIsNamedForThoseWhoDoNotSeeIt()
{
    showRows(1);
    const RowWindow *const window = openAt(0);
    load(attempt(1, AttemptOutcome::Failed, 404));
    for (const QToolButton *const button : window->findChildren<QToolButton *>()) {
        if (button->isVisibleTo(window))
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
    }
    QVERIFY(window->pane().isAncestorOf(window->focusWidget()));
}

/// Also one that is opened then.
void TestRowWindow::itPromisesNoTryWhileDispatchingIsOff()
{
    EngineStatus status;
    status.isDispatching = false;
    emit m_window->facts().statusChanged(status);
    showRows(1);
    const RowWindow *const window = openAt(0);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    record.nextStep = NextStep::Due;
    record.dueAt = record.attempt.startedAt;
    emit m_window->facts().attemptLoaded(record);
    const auto labels = window->findChildren<QLabel *>();
    const auto isTold = [&labels](const QString &text) {
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text().contains(text); });
    };
    QVERIFY(isTold(QStringLiteral("Dispatching is off")));
    emit m_window->facts().statusChanged({});
    QVERIFY(isTold(QStringLiteral("is due at")));
}

QTEST_MAIN(TestRowWindow)
#include "tst_rowwindow.moc"

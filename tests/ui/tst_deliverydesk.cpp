// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/deliveries/deliverydesk.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/deliveries/resenddialog.h"
#include "ui/deliveries/wordsdialog.h"
#include "ui/detail/detailpane.h"
#include "ui/facts.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/format.h"
#include "ui/noticebar.h"
#include "ui/requests.h"

#include <QApplication>
#include <QCompleter>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Core;
using Gui::DeliveryDesk;
using Gui::KeepDesk;
using Gui::LogView;
using Gui::NoticeBar;
using Gui::PublishDialog;
using Gui::Requests;
using Gui::ResendDialog;
using Testing::attempt;
using Testing::last;
using Testing::recordOf;

/// What can be done with events and deliveries from the window, and what each action asks for.
class TestDeliveryDesk final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void everyActionIsInAMenu();
    void whatCannotBeDoneTellsWhy();
    void aFailureIsSentAgainByOneKey();
    void aSuccessOpensTheDialog();
    void theRefusalOfAResendIsShown();
    void anEditedCopyBeginsWithItsOriginal();
    void whatWaitsIsCancelled();
    void allThatWaitsIsAskedAboutWithItsCount();
    void aCancellationIsTold();
    void whatWasDoneIsToldForAWhile();
    void pausingMayHaveAReason();
    void aRecoveryIsOfTheChosenDestination();
    void aTestIsForTheChosenDestination();
    void aTestForNobodyIsNotSent();
    void typesThatWereSeenAreProposed();
    void aResultLeadsToItsRow();
    void whatCanBeDoneStandsBesideTheDetails();

private:
    DeliveryDesk *desk() const { return child<DeliveryDesk>(); }
};

void TestDeliveryDesk::everyActionIsInAMenu()
{
    QList<QAction *> shown;
    for (const QAction *const menu : m_window->menuBar()->actions())
        shown += menu->menu()->actions();
    for (QAction *const action : desk()->findChildren<QAction *>()) {
        if (action->isVisible())
            QVERIFY2(shown.contains(action), qPrintable(action->text()));
    }
    for (QAction *const action : desk()->forRows())
        QVERIFY(child<LogView>()->actions().contains(action));
}

void TestDeliveryDesk::whatCannotBeDoneTellsWhy()
{
    for (const QAction *const action : desk()->forRows() + desk()->forDestination()) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->text()));
    }
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    QVERIFY(desk()->resend->isEnabled() && desk()->editAndResend->isEnabled());
    QVERIFY(!desk()->cancel->isEnabled());
    QCOMPARE(desk()->cancel->toolTip(), QStringLiteral("This delivery has ended"));
    Attempt heartbeat = attempt(2, AttemptOutcome::Delivered, 200);
    heartbeat.kind = EventKind::Heartbeat;
    showAttempt(heartbeat);
    child<Gui::LogPanel>()->step(1);
    emit m_window->facts().attemptLoaded(recordOf(heartbeat));
    QVERIFY(!desk()->resend->isEnabled());
    QVERIFY(desk()->resend->toolTip().contains(QStringLiteral("heartbeat")));
    emit m_window->facts().attemptLoaded(recordOf(attempt(1, AttemptOutcome::Failed, 404)));
    QVERIFY2(!desk()->resend->isEnabled(), "what another window shows tells nothing of it");
}

void TestDeliveryDesk::aFailureIsSentAgainByOneKey()
{
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    const QSignalSpy asked(&m_window->requests(), &Requests::resendPreviewRequested);
    const QSignalSpy resent(&m_window->requests(), &Requests::resendRequested);
    child<LogView>()->setFocus();
    QTest::keyClick(child<LogView>(), Qt::Key_R);
    QCOMPARE(asked.size(), 1);
    const auto order = last<ResendOrder>(asked);
    QVERIFY(order.attempts == QList<AttemptId>{AttemptId{1}});
    ResendPreview preview;
    preview.ticket = order.ticket;
    preview.failed = 1;
    emit m_window->facts().resendPreviewed(preview);
    QCOMPARE(resent.size(), 1);
    QVERIFY(!last<ResendOrder>(resent).isForced);
    QVERIFY(child<ResendDialog>() == nullptr);
    Delivery linked;
    linked.id = DeliveryId{12};
    emit m_window->facts().resendAdvanced({order.ticket, 1, 1, 0, {linked}, std::nullopt, true});
    QVERIFY(barThatSays(QStringLiteral("Sent again as dlv_12.")) != nullptr);
}

void TestDeliveryDesk::aSuccessOpensTheDialog()
{
    showAttempt(attempt(1, AttemptOutcome::Delivered, 200));
    const QSignalSpy asked(&m_window->requests(), &Requests::resendPreviewRequested);
    const QSignalSpy resent(&m_window->requests(), &Requests::resendRequested);
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    ResendPreview preview;
    preview.ticket = last<ResendOrder>(asked).ticket;
    preview.delivered = 1;
    emit m_window->facts().resendPreviewed(preview);
    QCOMPARE(resent.size(), 0);
    QVERIFY(child<ResendDialog>() != nullptr && child<ResendDialog>()->isVisible());
    // The same answer again opens nothing more.
    emit m_window->facts().resendPreviewed(preview);
    QCOMPARE(m_window->findChildren<ResendDialog *>().size(), 1);
}

void TestDeliveryDesk::theRefusalOfAResendIsShown()
{
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    const QSignalSpy asked(&m_window->requests(), &Requests::resendPreviewRequested);
    desk()->resend->trigger();
    ResendPreview preview;
    preview.ticket = last<ResendOrder>(asked).ticket;
    preview.failed = 1;
    emit m_window->facts().resendPreviewed(preview);
    ResendProgress refusal;
    refusal.ticket = preview.ticket;
    refusal.error = notFound(QStringLiteral("The destination is gone."));
    refusal.isDone = true;
    emit m_window->facts().resendAdvanced(refusal);
    QVERIFY(barThatSays(QStringLiteral("The destination is gone.")) != nullptr);
}

void TestDeliveryDesk::anEditedCopyBeginsWithItsOriginal()
{
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    QVERIFY(child<PublishDialog>() == nullptr);
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(last<AttemptId>(asked) == AttemptId{1});
    emit m_window->facts().attemptLoaded(recordOf(attempt(1, AttemptOutcome::Failed, 404)));
    QVERIFY(child<PublishDialog>() != nullptr);
    QCOMPARE(child<PublishDialog>()->publication().body, QByteArray("{}"));
    emit m_window->facts().attemptLoaded(recordOf(attempt(1, AttemptOutcome::Failed, 404)));
    QCOMPARE(m_window->findChildren<PublishDialog *>().size(), 1);
}

void TestDeliveryDesk::whatWaitsIsCancelled()
{
    showAttempt(attempt(1, AttemptOutcome::Temporary, 503));
    const QSignalSpy asked(&m_window->requests(), &Requests::cancellationRequested);
    QVERIFY(desk()->cancel->isEnabled());
    desk()->cancel->trigger();
    QVERIFY(last<QList<AttemptId>>(asked) == QList<AttemptId>{AttemptId{1}});
}

void TestDeliveryDesk::allThatWaitsIsAskedAboutWithItsCount()
{
    showThree();
    DestinationStatus busy = Testing::destination(2, QStringLiteral("billing"));
    choose(2);
    QVERIFY(!desk()->cancelWaiting->isEnabled());
    QVERIFY(desk()->cancelWaiting->toolTip().contains(QStringLiteral("Nothing waits")));
    busy.waiting = 1204;
    emit m_window->facts().destinationsChanged({busy});
    const QSignalSpy asked(&m_window->requests(), &Requests::waitingCancellationRequested);
    desk()->cancelWaiting->trigger();
    QCOMPARE(asked.size(), 0);
    NoticeBar *const question
        = barThatSays(Gui::countText(1204) + QStringLiteral(" deliveries for billing"));
    QVERIFY(question != nullptr);
    auto *const button = question->findChild<QPushButton *>();
    QCOMPARE(button->text(), QStringLiteral("Cancel %1 deliveries").arg(Gui::countText(1204)));
    button->click();
    QVERIFY(last<DestinationId>(asked) == DestinationId{2});
    QVERIFY(question->isHidden());
    button->click();
    QCOMPARE(asked.size(), 1);
}

void TestDeliveryDesk::aCancellationIsTold()
{
    emit m_window->facts().deliveriesCancelled({3, 1, std::nullopt});
    QVERIFY(barThatSays(QStringLiteral("Cancelled: 3 deliveries. 1 delivery no longer waited."))
            != nullptr);
    emit m_window->facts().deliveriesCancelled({0, 1, notFound(QStringLiteral("It is gone."))});
    QVERIFY(barThatSays(QStringLiteral("It is gone.")) != nullptr);
}

void TestDeliveryDesk::whatWasDoneIsToldForAWhile()
{
    showThree();
    DestinationStatus busy = Testing::destination(2, QStringLiteral("billing"));
    busy.waiting = 3;
    emit m_window->facts().destinationsChanged({busy});
    choose(2);
    emit m_window->facts().deliveriesCancelled({3, 0, std::nullopt});
    NoticeBar *const told = barThatSays(QStringLiteral("Cancelled"));
    QVERIFY(told != nullptr);
    auto *const reading = told->findChild<QTimer *>();
    desk()->cancelWaiting->trigger(); // A question stays.
    QVERIFY(!reading->isActive());
    reading->setInterval(1);
    emit m_window->facts().deliveriesCancelled({3, 0, std::nullopt});
    QVERIFY(barThatSays(QStringLiteral("Cancelled")) == told);
    QTRY_VERIFY(told->isHidden());
}

void TestDeliveryDesk::pausingMayHaveAReason()
{
    showThree();
    choose(1);
    const QSignalSpy asked(&m_window->requests(), &Requests::pauseRequested);
    desk()->pauseWithReason->trigger();
    auto *const dialog = child<Gui::WordsDialog>();
    QVERIFY(dialog != nullptr);
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), QStringLiteral("moving house"));
    QTRY_VERIFY(QApplication::activeWindow() == dialog);
    QTest::keyClick(dialog->findChild<QPlainTextEdit *>(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.first().at(0).value<DestinationId>() == DestinationId{1});
    QCOMPARE(asked.first().at(1).toString(), QStringLiteral("moving house"));
    DestinationStatus paused = Testing::destination(1, QStringLiteral("orders"));
    paused.destination.state = DestinationState::Paused;
    emit m_window->facts().destinationsChanged({paused});
    QVERIFY(!desk()->pauseWithReason->isEnabled());
}

void TestDeliveryDesk::aRecoveryIsOfTheChosenDestination()
{
    showThree();
    choose(3);
    const QSignalSpy asked(&m_window->requests(), &Requests::resendPreviewRequested);
    desk()->recover->trigger();
    QVERIFY(child<ResendDialog>() != nullptr);
    QVERIFY(last<ResendOrder>(asked).destination == DestinationId{3});
}

void TestDeliveryDesk::aTestIsForTheChosenDestination()
{
    showThree();
    choose(2);
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(child<PublishDialog>() != nullptr);
    const Publication publication = child<PublishDialog>()->publication();
    QVERIFY(publication.isTest);
    QVERIFY(publication.destinations == QList<DestinationId>{DestinationId{2}});
}

void TestDeliveryDesk::aTestForNobodyIsNotSent()
{
    showThree();
    desk()->test->trigger();
    auto *const dialog = child<PublishDialog>();
    const auto mayBeSent = [dialog] {
        for (const QPushButton *const button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Send"))
                return button->isEnabled();
        }
        return true;
    };
    auto *const list = dialog->findChild<QListWidget *>();
    QVERIFY(list->item(0)->checkState() == Qt::Unchecked);
    QVERIFY(!mayBeSent());
    list->item(2)->setCheckState(Qt::Checked);
    QVERIFY(mayBeSent());
    QVERIFY(dialog->publication().destinations == QList<DestinationId>{DestinationId{3}});
}

void TestDeliveryDesk::typesThatWereSeenAreProposed()
{
    Attempt other = attempt(2, AttemptOutcome::Delivered, 200);
    other.eventType = QStringLiteral("a.first");
    emit m_window->facts().attemptsRecorded(
        {attempt(1, AttemptOutcome::Delivered, 200), other, attempt(3)});
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    const QCompleter *const completer
        = child<PublishDialog>()->findChild<QLineEdit *>()->completer();
    QCOMPARE(completer->completionCount(), 2);
}

void TestDeliveryDesk::aResultLeadsToItsRow()
{
    showThree();
    emit m_window->facts().attemptsRecorded(
        {attempt(1, AttemptOutcome::Delivered, 200), attempt(2, AttemptOutcome::Delivered, 200)});
    QCoreApplication::processEvents();
    child<Gui::LogPanel>()->findChild<QLineEdit *>()->setText(QStringLiteral("matches nothing"));
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 0);
    desk()->publish->trigger();
    emit child<PublishDialog>()->attemptRequested(AttemptId{1});
    QTRY_VERIFY(child<Gui::LogPanel>()->selectedKeys() == QList<LogKey>{LogKey::of(AttemptId{1})});
}

void TestDeliveryDesk::whatCanBeDoneStandsBesideTheDetails()
{
    QList<QAction *> beside;
    for (const QToolButton *const button :
         child<Gui::DetailPane>()->findChildren<QToolButton *>()) {
        if (button->defaultAction() != nullptr)
            beside.append(button->defaultAction());
    }
    const auto *const keep = child<KeepDesk>();
    for (QAction *const action : {desk()->resend, desk()->editAndResend, keep->pin, keep->note})
        QVERIFY2(beside.contains(action), qPrintable(action->text()));
}

QTEST_MAIN(TestDeliveryDesk)
#include "tst_deliverydesk.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/deliveries/deliverydesk.h"
#include "ui/deliveries/exportdialog.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/deliveries/resenddialog.h"
#include "ui/deliveries/wordsdialog.h"
#include "ui/detail/detailpane.h"
#include "ui/facts.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/fieldtable.h"
#include "ui/look/format.h"
#include "ui/noticebar.h"
#include "ui/requests.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace Core;
using Gui::DeliveryDesk;
using Gui::ExportDialog;
using Gui::KeepDesk;
using Gui::LogView;
using Gui::NoticeBar;
using Gui::PublishDialog;
using Gui::Requests;
using Gui::ResendDialog;
using Testing::attempt;
using Testing::last;
using Testing::textOf;

namespace {

AttemptRecord recordOf(const Attempt &attempt)
{
    AttemptRecord record;
    record.attempt = attempt;
    record.requestBody = "{}";
    record.requestContentType = "application/json";
    return record;
}

} // namespace

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
    void rowsArePinnedAndLetGo();
    void pinnedRowsAreGoneTo();
    void withoutPinsThatIsTold();
    void theDetailPaneShowsTheNote();
    void whatCanBeDoneStandsBesideTheDetails();
    void aNoteIsWritten();
    void aNoteIsForTheRowInSight();
    void rowsAreExported();
    void oneRowIsExportedWhenThatIsWanted();
    void whatIsMaskedIsPreviewed();
    void anExportIsStopped();
    void anExportThatFailsIsTold();

private:
    DeliveryDesk *desk() const { return child<DeliveryDesk>(); }
    NoticeBar *bar(const QString &beginning) const;
    void showAttempt(const Attempt &attempt) const;
};

/// The bar that says so.
NoticeBar *TestDeliveryDesk::bar(const QString &beginning) const
{
    for (NoticeBar *const bar : m_window->findChildren<NoticeBar *>()) {
        if (bar->notice().startsWith(beginning))
            return bar;
    }
    return nullptr;
}

/// One row in the list, chosen, with its record come.
void TestDeliveryDesk::showAttempt(const Attempt &attempt) const
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt});
    QCoreApplication::processEvents();
    child<Gui::LogPanel>()->step(0);
    emit m_window->facts().attemptLoaded(recordOf(attempt));
}

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
    QVERIFY(bar(QStringLiteral("Sent again as dlv_12.")) != nullptr);
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
    QVERIFY(bar(QStringLiteral("The destination is gone.")) != nullptr);
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
        = bar(Gui::countText(1204) + QStringLiteral(" deliveries for billing"));
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
    QVERIFY(bar(QStringLiteral("Cancelled: 3 deliveries. 1 delivery no longer waited."))
            != nullptr);
    emit m_window->facts().deliveriesCancelled({0, 1, notFound(QStringLiteral("It is gone."))});
    QVERIFY(bar(QStringLiteral("It is gone.")) != nullptr);
}

void TestDeliveryDesk::whatWasDoneIsToldForAWhile()
{
    showThree();
    DestinationStatus busy = Testing::destination(2, QStringLiteral("billing"));
    busy.waiting = 3;
    emit m_window->facts().destinationsChanged({busy});
    choose(2);
    emit m_window->facts().deliveriesCancelled({3, 0, std::nullopt});
    NoticeBar *const told = bar(QStringLiteral("Cancelled"));
    QVERIFY(told != nullptr);
    auto *const reading = told->findChild<QTimer *>();
    desk()->cancelWaiting->trigger(); // A question stays.
    QVERIFY(!reading->isActive());
    reading->setInterval(1);
    emit m_window->facts().deliveriesCancelled({3, 0, std::nullopt});
    QVERIFY(bar(QStringLiteral("Cancelled")) == told);
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

void TestDeliveryDesk::rowsArePinnedAndLetGo()
{
    auto *const keep = child<KeepDesk>();
    QVERIFY(!keep->pin->isEnabled() && !keep->pin->toolTip().isEmpty());
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    const QSignalSpy asked(&m_window->requests(), &Requests::pinRequested);
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    const QList<LogKey> row{LogKey::of(AttemptId{1})};
    QVERIFY(last<QList<LogKey>>(asked) == row);
    QVERIFY(asked.last().at(1).toBool());
    emit m_window->facts().pinsChanged({{LogKey::of(AttemptId{1}), true, {}}});
    QCOMPARE(keep->pin->text(), QStringLiteral("Un&pin"));
    keep->pin->trigger();
    QVERIFY(last<QList<LogKey>>(asked) == row && !asked.last().at(1).toBool());
    emit m_window->facts().pinsChanged({{LogKey::of(AttemptId{1}), false, {}}});
    QCOMPARE(keep->pin->text(), QStringLiteral("&Pin"));
}

void TestDeliveryDesk::pinnedRowsAreGoneTo()
{
    showThree();
    emit m_window->facts().attemptsRecorded(
        {attempt(1, AttemptOutcome::Failed, 404), attempt(2, AttemptOutcome::Delivered, 200)});
    QCoreApplication::processEvents();
    const QSignalSpy asked(&m_window->requests(), &Requests::pinSearchRequested);
    const auto goTo = [this, &asked](Qt::Key key, qint64 found) {
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier | Qt::ShiftModifier);
        const auto question = last<PinQuestion>(asked);
        emit m_window->facts().pinFound({question, LogKey::of(AttemptId{found})});
        return question;
    };
    QVERIFY((goTo(Qt::Key_B, 2) == PinQuestion{{}, LogSide::Older}));
    const auto chosen = [this] { return child<Gui::LogPanel>()->selectedKeys(); };
    QVERIFY(chosen() == QList<LogKey>{LogKey::of(AttemptId{2})});
    QVERIFY((goTo(Qt::Key_N, 1) == PinQuestion{LogKey::of(AttemptId{2}), LogSide::Newer}));
    QVERIFY(chosen() == QList<LogKey>{LogKey::of(AttemptId{1})});
}

void TestDeliveryDesk::withoutPinsThatIsTold()
{
    emit m_window->facts().pinFound({});
    QVERIFY(bar(QStringLiteral("No row is pinned yet.")) != nullptr);
}

void TestDeliveryDesk::theDetailPaneShowsTheNote()
{
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    const auto notes = [this] {
        QStringList values;
        for (const auto *const table : m_window->findChildren<Gui::FieldTable *>()) {
            for (const Gui::Field &field : table->fields()) {
                if (field.name == QStringLiteral("Note"))
                    values.append(field.value);
            }
        }
        return values;
    };
    QCOMPARE(notes(), QStringList());
    emit m_window->facts().pinsChanged(
        {{LogKey::of(AttemptId{1}), false, QStringLiteral("look here")}});
    QCOMPARE(notes(), QStringList{QStringLiteral("look here")});
    emit m_window->facts().pinsChanged({{LogKey::of(AttemptId{2}), true, {}}});
    QCOMPARE(notes(), QStringList{QStringLiteral("look here")});
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

void TestDeliveryDesk::aNoteIsWritten()
{
    auto *const keep = child<KeepDesk>();
    QVERIFY(!keep->note->isEnabled() && !keep->note->toolTip().isEmpty());
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    emit m_window->facts().pinsChanged({{LogKey::of(AttemptId{1}), false, QStringLiteral("old")}});
    keep->note->trigger();
    auto *const words = child<Gui::WordsDialog>()->findChild<QPlainTextEdit *>();
    QCOMPARE(words->toPlainText(), QStringLiteral("old"));
    const QSignalSpy asked(&m_window->requests(), &Requests::noteRequested);
    words->setPlainText(QStringLiteral("look here"));
    QTRY_VERIFY(QApplication::activeWindow() == words->window());
    QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(last<LogKey>(asked) == LogKey::of(AttemptId{1}));
    QCOMPARE(asked.last().at(1).toString(), QStringLiteral("look here"));
}

void TestDeliveryDesk::aNoteIsForTheRowInSight()
{
    const auto *const keep = child<KeepDesk>();
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    emit m_window->facts().attemptLoaded(recordOf(attempt(2, AttemptOutcome::Failed, 404)));
    QVERIFY2(keep->note->isEnabled(), "what another window shows is not beside the list");
    emit child<Gui::DetailPane>()->rowRequested(LogKey::of(AttemptId{2}));
    emit m_window->facts().attemptLoaded(recordOf(attempt(2, AttemptOutcome::Failed, 404)));
    QVERIFY2(!keep->note->isEnabled(), "the chosen row is another one");
}

void TestDeliveryDesk::rowsAreExported()
{
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    emit m_window->facts().attemptsRecorded({attempt(2)});
    QCoreApplication::processEvents();
    const QSignalSpy asked(&m_window->requests(), &Requests::exportRequested);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    auto *const dialog = child<ExportDialog>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->order().isRedacted);
    QCOMPARE(dialog->order().rows->size(), 2); // those that are shown
    QVERIFY(dialog->order().path.endsWith(QStringLiteral(".har")));
    dialog->findChild<QComboBox *>()->setCurrentIndex(2);
    QVERIFY(dialog->order().path.endsWith(QStringLiteral(".csv")));
    dialog->findChild<QLineEdit *>()->clear();
    QTRY_VERIFY(QApplication::activeWindow() == dialog);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.size(), 0);
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("rows.csv"));
    dialog->findChildren<QRadioButton *>().last()->click();
    dialog->findChild<QCheckBox *>()->click();
    QTRY_VERIFY(QApplication::activeWindow() == dialog);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    const auto order = last<ExportOrder>(asked);
    QVERIFY(!order.rows && !order.isRedacted && order.format == ExportFormat::Csv);
    QCOMPARE(order.path, QStringLiteral("rows.csv"));
}

void TestDeliveryDesk::oneRowIsExportedWhenThatIsWanted()
{
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    emit m_window->facts().attemptsRecorded({attempt(2)});
    QCoreApplication::processEvents();
    const QSignalSpy asked(&m_window->requests(), &Requests::exportPreviewRequested);
    child<KeepDesk>()->exportRows->trigger();
    QCOMPARE(last<ExportOrder>(asked).rows->size(), 2);
    auto *const one = child<ExportDialog>()->findChildren<QRadioButton *>().first();
    QCOMPARE(one->text(), QStringLiteral("The &chosen row"));
    one->click();
    const QList<LogKey> row{LogKey::of(AttemptId{1})};
    QVERIFY(child<ExportDialog>()->order().rows == row);
    QCOMPARE(asked.size(), 2);
    QVERIFY(last<ExportOrder>(asked).rows == row);
}

void TestDeliveryDesk::whatIsMaskedIsPreviewed()
{
    child<KeepDesk>()->exportRows->trigger();
    auto *const dialog = child<ExportDialog>();
    const auto isSaid = [dialog](const QString &text) {
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    };
    ExportPreview preview;
    preview.ticket = dialog->order().ticket + 1;
    preview.rows = 20;
    emit m_window->facts().exportPreviewed(preview);
    QVERIFY(!isSaid(QStringLiteral("In the newest 20 rows there is nothing to mask.")));
    --preview.ticket;
    emit m_window->facts().exportPreviewed(preview);
    QVERIFY(isSaid(QStringLiteral("In the newest 20 rows there is nothing to mask.")));
    preview.masked = {{QStringLiteral("X-Own"), 20}, {QStringLiteral("?token"), 3}};
    emit m_window->facts().exportPreviewed(preview);
    const QString names = QStringLiteral("In the newest 20 rows: X-Own (20×), ?token (3×).");
    QVERIFY(isSaid(names));
    dialog->findChild<QCheckBox *>()->click();
    QVERIFY(!isSaid(names));
    dialog->findChild<QCheckBox *>()->click();
    preview.masked = {{QStringLiteral("?"), 3}};
    emit m_window->facts().exportPreviewed(preview);
    QVERIFY(isSaid(QStringLiteral("In the newest 20 rows: query (3×).")));
}

void TestDeliveryDesk::anExportIsStopped()
{
    child<KeepDesk>()->exportRows->trigger();
    auto *const dialog = child<ExportDialog>();
    const QSignalSpy stopped(&m_window->requests(), &Requests::exportStopRequested);
    QTRY_VERIFY(QApplication::activeWindow() == dialog);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    ExportProgress progress;
    progress.ticket = dialog->order().ticket;
    progress.total = 10;
    progress.written = 4;
    emit m_window->facts().exportAdvanced(progress);
    QCOMPARE(dialog->findChild<QProgressBar *>()->value(), 4);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(last<Ticket>(stopped), progress.ticket);
}

void TestDeliveryDesk::anExportThatFailsIsTold()
{
    child<KeepDesk>()->exportRows->trigger();
    auto *const dialog = child<ExportDialog>();
    QTRY_VERIFY(QApplication::activeWindow() == dialog);
    const int height = dialog->height();
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    ExportProgress progress;
    progress.ticket = dialog->order().ticket;
    progress.error = Error{ErrorCode::Storage, QStringLiteral("The disk is full."), {}, {}};
    progress.isDone = true;
    emit m_window->facts().exportAdvanced(progress);
    QVERIFY(textOf(*dialog).contains(QStringLiteral("The disk is full.")));
    QCOMPARE(dialog->height(), height);
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("other.har"));
    QVERIFY(!textOf(*dialog).contains(QStringLiteral("The disk is full.")));
    QVERIFY(!dialog->findChild<QProgressBar *>()->isVisible());
    QCOMPARE(dialog->height(), height);
}

QTEST_MAIN(TestDeliveryDesk)
#include "tst_deliverydesk.moc"

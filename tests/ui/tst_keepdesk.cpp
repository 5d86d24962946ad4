// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/deliveries/exportdialog.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/deliveries/wordsdialog.h"
#include "ui/detail/detailpane.h"
#include "ui/facts.h"
#include "ui/log/logpanel.h"
#include "ui/look/fieldtable.h"
#include "ui/requests.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Core;
using Gui::ExportDialog;
using Gui::KeepDesk;
using Gui::Requests;
using Testing::attempt;
using Testing::last;
using Testing::recordOf;
using Testing::textOf;

/// What of the log is kept: pins and notes of rows, and files that they are exported to.
class TestKeepDesk final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void rowsArePinnedAndLetGo();
    void thePictureTellsWhetherItIsPinned();
    void pinnedRowsAreGoneTo();
    void withoutPinsThatIsTold();
    void theDetailPaneShowsTheNote();
    void aNoteIsWritten();
    void aNoteIsForTheRowInSight();
    void rowsAreExported();
    void oneRowIsExportedWhenThatIsWanted();
    void whatIsMaskedIsPreviewed();
    void anExportIsStopped();
    void anExportThatFailsIsTold();
};

void TestKeepDesk::rowsArePinnedAndLetGo()
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

/// In a narrow pane it stands alone.
void TestKeepDesk::thePictureTellsWhetherItIsPinned()
{
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    const auto picture = [this] { return child<KeepDesk>()->pin->icon().pixmap(32).toImage(); };
    const QImage before = picture();
    emit m_window->facts().pinsChanged({{LogKey::of(AttemptId{1}), true, {}}});
    QVERIFY(picture() != before);
    emit m_window->facts().pinsChanged({{LogKey::of(AttemptId{1}), false, {}}});
    QCOMPARE(picture(), before);
}

void TestKeepDesk::pinnedRowsAreGoneTo()
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

void TestKeepDesk::withoutPinsThatIsTold()
{
    emit m_window->facts().pinFound({});
    QVERIFY(barThatSays(QStringLiteral("No row is pinned yet.")) != nullptr);
}

void TestKeepDesk::theDetailPaneShowsTheNote()
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

void TestKeepDesk::aNoteIsWritten()
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

void TestKeepDesk::aNoteIsForTheRowInSight()
{
    const auto *const keep = child<KeepDesk>();
    showAttempt(attempt(1, AttemptOutcome::Failed, 404));
    emit m_window->facts().attemptLoaded(recordOf(attempt(2, AttemptOutcome::Failed, 404)));
    QVERIFY2(keep->note->isEnabled(), "what another window shows is not beside the list");
    emit child<Gui::DetailPane>()->rowRequested(LogKey::of(AttemptId{2}));
    emit m_window->facts().attemptLoaded(recordOf(attempt(2, AttemptOutcome::Failed, 404)));
    QVERIFY2(!keep->note->isEnabled(), "the chosen row is another one");
}

void TestKeepDesk::rowsAreExported()
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

void TestKeepDesk::oneRowIsExportedWhenThatIsWanted()
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

void TestKeepDesk::whatIsMaskedIsPreviewed()
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

void TestKeepDesk::anExportIsStopped()
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

void TestKeepDesk::anExportThatFailsIsTold()
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

QTEST_MAIN(TestKeepDesk)
#include "tst_keepdesk.moc"

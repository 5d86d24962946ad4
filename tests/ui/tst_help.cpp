// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/desk/helpdialog.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/detail/rowwindow.h"
#include "ui/detail/rowwindowdesk.h"
#include "ui/facts.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logview.h"
#include "ui/look/fieldtable.h"
#include "ui/welcome/welcomepage.h"

#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Core;
using Gui::HelpDialog;
using Testing::attempt;

/// The help, from wherever it is asked for.
class TestHelp final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void theListOpensTheFirstSteps();
    void theFilterFieldOpensItsLanguage();
    void aRowsOwnWindowOpensIt();
    void aDialogOpensIt();
    void itIsOpenOnce();
    void itTellsTheKeysThatActionsHave();
    void itLeadsToTheFirstSteps();

private:
    void showRow() const;
    HelpDialog *help() const { return child<HelpDialog>(); }
};

void TestHelp::showRow() const
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200)});
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestHelp::theListOpensTheFirstSteps()
{
    showRow();
    child<Gui::LogView>()->setFocus();
    QTest::keyClick(child<Gui::LogView>(), Qt::Key_F1);
    QVERIFY(help() && help()->isVisible());
    QVERIFY(help()->page() == HelpDialog::StepsPage);
}

void TestHelp::theFilterFieldOpensItsLanguage()
{
    showRow();
    auto *const field = child<Gui::FilterField>();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_F1);
    QVERIFY(help() && help()->page() == HelpDialog::FilterPage);
    const auto tables = help()->findChildren<Gui::FieldTable *>();
    QVERIFY(std::any_of(tables.begin(), tables.end(), [](const Gui::FieldTable *table) {
        const auto &fields = table->fields();
        return std::any_of(fields.begin(), fields.end(), [](const Gui::Field &entry) {
            return entry.name == QStringLiteral("status:");
        });
    }));
}

void TestHelp::aRowsOwnWindowOpensIt()
{
    showRow();
    Gui::RowWindow *const window = child<Gui::RowWindowDesk>()->openRow(LogKey::of(AttemptId{1}));
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_F1);
    QVERIFY(help() && help()->isVisible());
    window->close();
    QVERIFY2(!window->isVisible(), "the help does not keep it open");
}

void TestHelp::aDialogOpensIt()
{
    showRow();
    child<Gui::DestinationDesk>()->add->trigger();
    auto *const dialog = child<Gui::DestinationDialog>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_F1);
    const auto *const shown = dialog->findChild<HelpDialog *>();
    QVERIFY(shown->isVisible());
    const auto buttons = shown->findChildren<QPushButton *>();
    QVERIFY2(std::count_if(buttons.begin(), buttons.end(),
                           [](const QPushButton *button) { return button->isVisible(); })
                 == 1,
             "the first steps are behind the dialog, so it can only be closed");
}

void TestHelp::itIsOpenOnce()
{
    showRow();
    QTest::keyClick(child<Gui::LogView>(), Qt::Key_F1);
    HelpDialog *const first = help();
    QVERIFY(QTest::qWaitForWindowActive(first));
    QTest::keyClick(first, Qt::Key_F1);
    QCOMPARE(m_window->findChildren<HelpDialog *>(), QList<HelpDialog *>{first});
    QTest::keyClick(first, Qt::Key_Escape);
    QTRY_VERIFY(help() == nullptr);
}

void TestHelp::itTellsTheKeysThatActionsHave()
{
    showRow();
    child<Gui::PreferencesDesk>()->findAction->setShortcut(QKeySequence(Qt::Key_F12));
    QTest::keyClick(child<Gui::LogView>(), Qt::Key_F1);
    help()->setPage(HelpDialog::KeysPage);
    const auto tables = help()->findChildren<Gui::FieldTable *>();
    const auto shown = std::find_if(tables.begin(), tables.end(), [](const Gui::FieldTable *table) {
        return table->isVisible();
    });
    QVERIFY(shown != tables.end());
    QVERIFY((*shown)->fields().contains(
        Gui::Field{QStringLiteral("Find an action"), QStringLiteral("F12")}));
}

void TestHelp::itLeadsToTheFirstSteps()
{
    showRow();
    QVERIFY(!child<Gui::WelcomePage>()->isVisible());
    QTest::keyClick(child<Gui::LogView>(), Qt::Key_F1);
    help()->findChild<QPushButton *>()->click();
    QVERIFY(child<Gui::WelcomePage>()->isVisible());
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"

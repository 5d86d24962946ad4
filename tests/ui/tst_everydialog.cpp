// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessreading.h"
#include "tests/ui/dialogtour.h"
#include "tests/ui/windowsuite.h"

#include <QTest>

/// Every dialog and every page that the actions of the window lead to: for those who do not see
/// them, or have no mouse.
class TestEveryDialog final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void everyControlHasANameAndIsReached();
};

void TestEveryDialog::everyControlHasANameAndIsReached()
{
    Testing::DialogTour tour(*m_window, QStringLiteral("orders"));
    QStringList faults;
    const auto note = [&faults](const QString &name, const char *what, const QStringList &found) {
        for (const QString &one : found)
            faults.append(name + QStringLiteral(": ") + QLatin1StringView(what) + one);
    };
    tour.go([&](QWidget &window, const QString &name) {
        note(name, "has no name: ", Testing::namelessIn(window));
        note(name, "reads markup: ", Testing::guessingLabelsIn(window));
        if (window.windowType() == Qt::Dialog)
            note(name, "missed by Tab: ", Testing::missedByTabIn(window));
    });
    note({}, "stays after Escape: ", tour.stayed());
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    for (const char *const dialog :
         {"Gui::ActionPalette", "Gui::ColumnDialog", "Gui::DestinationDialog", "Gui::ExportDialog",
          "Gui::FiltersDialog", "Gui::HelpDialog", "Gui::ImportDialog", "Gui::PreferencesDialog",
          "Gui::PublishDialog", "Gui::ResendDialog", "Gui::RotateDialog", "Gui::WordsDialog",
          "Gui::WriteDialog", "QInputDialog", "QMessageBox"})
        QVERIFY2(tour.seen().contains(QLatin1StringView(dialog)), dialog);
}

QTEST_MAIN(TestEveryDialog)
#include "tst_everydialog.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/configuration/configurationdesk.h"
#include "ui/configuration/importdialog.h"
#include "ui/configuration/writedialog.h"
#include "ui/facts.h"
#include "ui/look/pathfield.h"
#include "ui/requests.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using Gui::ConfigurationDesk;
using Gui::ImportDialog;
using Gui::Requests;
using Gui::WriteDialog;
using Testing::button;
using Testing::last;
using Testing::textOf;

namespace {

ImportEntry entryOf(const QString &name, ImportVerdict verdict)
{
    ImportEntry entry;
    entry.name = name;
    entry.url = QStringLiteral("http://localhost/");
    entry.verdict = verdict;
    return entry;
}

} // namespace

/// Destinations written to a file and taken in from one, as a person does it.
class TestConfigurationDesk final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void theFileIsNamedAndWritten();
    void secretsAreTickedOnPurpose();
    void aFileThatIsThereIsNotReplacedUnseen();
    void whatCannotBeWrittenIsTold();
    void aFolderIsSuggestedThatIsThere();
    void aFileIsChosenFirst();
    void whatWouldHappenIsShown();
    void oneThatIsRefusedStandsInTheWay();
    void aFileThatCannotBeReadIsTold();
    void whatCameOfItIsTold();
    void aRefusedImportIsTold();
    void nothingToDoIsSaid();
    void urlsHaveTheRoom();
    void whatStandsInAFileIsShownAsText();
    void columnsShareTheRoom();
    void largeTextLeavesTheButtonsRoom();

private:
    ConfigurationDesk *desk() const { return child<ConfigurationDesk>(); }
    ImportDialog *open() { return desk()->openImport(QStringLiteral("/there/is/a file.json")); }
    void tell(const QList<ImportEntry> &entries, Ticket ticket = 1) const
    {
        emit m_window->facts().importPreviewed({ticket, entries, std::nullopt});
    }
};

void TestConfigurationDesk::theFileIsNamedAndWritten()
{
    showThree();
    desk()->exportAll->trigger();
    auto *const dialog = child<WriteDialog>();
    QVERIFY(dialog != nullptr);
    QVERIFY(textOf(*dialog).contains(QStringLiteral("3 destinations")));
    QVERIFY(dialog->order().path.endsWith(QStringLiteral(".json")));
    const QSignalSpy asked(&m_window->requests(), &Requests::configurationWriteRequested);
    dialog->findChild<QLineEdit *>()->setText(QString());
    QVERIFY(!button(*dialog, QStringLiteral("Export"))->isEnabled());
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral(" mine.json "));
    QTRY_VERIFY(QApplication::activeWindow() == dialog);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    const auto order = last<ConfigurationOrder>(asked);
    QCOMPARE(order.path, QStringLiteral("mine.json"));
    QVERIFY(!order.includesSecrets);
    emit m_window->facts().configurationAnswered({order.ticket + 1, 9, 0, 0, std::nullopt});
    QVERIFY(!textOf(*dialog).contains(QStringLiteral("9 destinations written.")));
    emit m_window->facts().configurationAnswered({order.ticket, 3, 0, 0, std::nullopt});
    QVERIFY(textOf(*dialog).contains(QStringLiteral("3 destinations written.")));
}

void TestConfigurationDesk::secretsAreTickedOnPurpose()
{
    desk()->exportAll->trigger();
    auto *const dialog = child<WriteDialog>();
    QVERIFY(textOf(*dialog).contains(QStringLiteral("are left out")));
    dialog->findChild<QCheckBox *>()->click();
    QVERIFY(dialog->order().includesSecrets);
    QVERIFY(textOf(*dialog).contains(QStringLiteral("stand in the file")));
}

void TestConfigurationDesk::aFileThatIsThereIsNotReplacedUnseen()
{
    desk()->exportAll->trigger();
    auto *const dialog = child<WriteDialog>();
    const QString warning = QStringLiteral("The file that is there is replaced.");
    QVERIFY(!textOf(*dialog).contains(warning));
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("known.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    dialog->findChild<QLineEdit *>()->setText(file.fileName());
    QVERIFY(textOf(*dialog).contains(warning));
}

void TestConfigurationDesk::whatCannotBeWrittenIsTold()
{
    desk()->exportAll->trigger();
    auto *const dialog = child<WriteDialog>();
    emit m_window->facts().configurationAnswered(
        {dialog->order().ticket, 0, 0, 0, notFound(QStringLiteral("The disk is full."))});
    QVERIFY(textOf(*dialog).contains(QStringLiteral("The disk is full.")));
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("other.json"));
    QVERIFY(!textOf(*dialog).contains(QStringLiteral("The disk is full.")));
}

void TestConfigurationDesk::aFolderIsSuggestedThatIsThere()
{
    const QTemporaryDir home;
    const QByteArray homeBefore = qgetenv("HOME");
    const QByteArray choicesBefore = qgetenv("XDG_CONFIG_HOME");
    qputenv("HOME", home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    const QString without = Gui::usualPath({}, QStringLiteral("har"));
    QVERIFY(QDir(home.path()).mkdir(QStringLiteral("Documents")));
    const QString with = Gui::usualPath({}, QStringLiteral("har"));
    qputenv("HOME", homeBefore);
    choicesBefore.isNull() ? qunsetenv("XDG_CONFIG_HOME")
                           : qputenv("XDG_CONFIG_HOME", choicesBefore);
    QCOMPARE(QFileInfo(without).path(), home.path());
    QCOMPARE(QFileInfo(with).path(), home.path() + QStringLiteral("/Documents"));
}

void TestConfigurationDesk::aFileIsChosenFirst()
{
    const QSignalSpy asked(&m_window->requests(), &Requests::importPreviewRequested);
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    auto *const chooser = child<QFileDialog>();
    QVERIFY(chooser != nullptr);
    emit chooser->fileSelected(QStringLiteral("/a/b.json"));
    QVERIFY(child<ImportDialog>() != nullptr);
    QCOMPARE(last<ConfigurationOrder>(asked).path, QStringLiteral("/a/b.json"));
    QVERIFY(textOf(*child<ImportDialog>()).contains(QStringLiteral("Reading b.json…")));
}

void TestConfigurationDesk::whatWouldHappenIsShown()
{
    ImportDialog *const dialog = open();
    QVERIFY(!button(*dialog, QStringLiteral("Import"))->isEnabled());
    ImportEntry changed = entryOf(QStringLiteral("joe"), ImportVerdict::Changed);
    changed.changes = {QStringLiteral("ordered"), QStringLiteral("timeout")};
    changed.keepsSecret = true;
    tell({entryOf(QStringLiteral("ann"), ImportVerdict::Added), changed}, 99);
    const auto *const table = dialog->findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), 0); // it was another one's
    tell({entryOf(QStringLiteral("ann"), ImportVerdict::Added), changed,
          entryOf(QStringLiteral("zoe"), ImportVerdict::Unchanged)});
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("added"));
    QCOMPARE(table->item(0, 1)->text(), QStringLiteral("ann"));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("http://localhost/"));
    QCOMPARE(table->item(1, 3)->text(),
             QStringLiteral("ordered, timeout; its secret stays as it is here"));
    QVERIFY(textOf(*dialog).contains(
        QStringLiteral("a file.json: 1 would be added, 1 changed, 1 stay as they are.")));
    QVERIFY(button(*dialog, QStringLiteral("Import"))->isEnabled());
}

void TestConfigurationDesk::oneThatIsRefusedStandsInTheWay()
{
    ImportDialog *const dialog = open();
    ImportEntry refused = entryOf(QStringLiteral("joe"), ImportVerdict::Refused);
    refused.error
        = invalid(QStringLiteral("data[1].timeout"), QStringLiteral("timeout is not a duration."));
    tell({entryOf(QStringLiteral("ann"), ImportVerdict::Added), refused});
    QCOMPARE(dialog->findChild<QTableWidget *>()->item(1, 3)->text(),
             QStringLiteral("data[1].timeout: timeout is not a duration."));
    QVERIFY(textOf(*dialog).contains(QStringLiteral("1 refused, so nothing was imported.")));
    QVERIFY(!button(*dialog, QStringLiteral("Import"))->isEnabled());
    QVERIFY(
        button(*dialog, QStringLiteral("Import"))->toolTip().contains(QStringLiteral("refused")));
}

void TestConfigurationDesk::aFileThatCannotBeReadIsTold()
{
    ImportDialog *const dialog = open();
    emit m_window->facts().importPreviewed(
        {1, {}, invalid(QStringLiteral("data"), QStringLiteral("data is not a list."))});
    QVERIFY(textOf(*dialog).contains(QStringLiteral("a file.json: data: data is not a list.")));
    QVERIFY(!button(*dialog, QStringLiteral("Import"))->isEnabled());
}

void TestConfigurationDesk::whatCameOfItIsTold()
{
    ImportDialog *const dialog = open();
    tell({entryOf(QStringLiteral("ann"), ImportVerdict::Added)});
    const QSignalSpy asked(&m_window->requests(), &Requests::importRequested);
    QTRY_VERIFY(QApplication::activeWindow() == dialog);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(last<Ticket>(asked), 1);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1); // it is under way
    emit m_window->facts().configurationAnswered({1, 0, 1, 0, std::nullopt});
    QVERIFY(textOf(*dialog).contains(QStringLiteral("1 added, 0 changed.")));
    QVERIFY(textOf(*dialog).contains(QStringLiteral("a file.json was imported.")));
    QVERIFY(!textOf(*dialog).contains(QStringLiteral("would")));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
}

void TestConfigurationDesk::aRefusedImportIsTold()
{
    ImportDialog *const dialog = open();
    tell({entryOf(QStringLiteral("ann"), ImportVerdict::Added)});
    button(*dialog, QStringLiteral("Import"))->click();
    emit m_window->facts().configurationAnswered(
        {1, 0, 0, 0, notFound(QStringLiteral("There is no destination dst_5."))});
    QVERIFY(textOf(*dialog).contains(
        QStringLiteral("Nothing was imported: There is no destination dst_5.")));
}

void TestConfigurationDesk::nothingToDoIsSaid()
{
    ImportDialog *const dialog = open();
    tell({entryOf(QStringLiteral("ann"), ImportVerdict::Unchanged)});
    QVERIFY(!button(*dialog, QStringLiteral("Import"))->isEnabled());
    QCOMPARE(button(*dialog, QStringLiteral("Import"))->toolTip(),
             QStringLiteral("There is nothing to import"));
}

void TestConfigurationDesk::urlsHaveTheRoom()
{
    ImportDialog *const dialog = open();
    ImportEntry entry = entryOf(QStringLiteral("ann"), ImportVerdict::Added);
    entry.url = QStringLiteral("https://shop.example/") + QString(400, u'x');
    tell({entry});
    const auto *const table = dialog->findChild<QTableWidget *>();
    // Nobody says why, so nothing but the title needs room there.
    const QHeaderView &header = *table->horizontalHeader();
    QTRY_VERIFY(table->columnWidth(3) <= header.sectionSizeHint(3) + 2);
    QVERIFY(table->item(0, 2)->toolTip().contains(entry.url));
    ImportEntry refused = entry;
    refused.verdict = ImportVerdict::Refused;
    refused.error = invalid(QStringLiteral("url"), QString(60, u'x') + u' ' + QString(60, u'y'));
    tell({refused});
    QVERIFY(table->columnWidth(2) > table->columnWidth(3));
    QVERIFY(table->columnWidth(3) > table->columnWidth(0));
}

void TestConfigurationDesk::whatStandsInAFileIsShownAsText()
{
    ImportDialog *const dialog = open();
    for (const QString &text : Testing::naughtyStrings()) {
        ImportEntry entry = entryOf(text, ImportVerdict::Refused);
        entry.url = text;
        entry.error = invalid(text, text);
        tell({entry});
        const auto *const table = dialog->findChild<QTableWidget *>();
        for (int column = 0; column < table->columnCount(); ++column) {
            const QString shown = table->item(0, column)->text();
            QVERIFY(!shown.contains(QChar(0x202e)) && !shown.contains(u'\a'));
            QVERIFY(!shown.contains(u'\n'));
        }
        emit m_window->facts().importPreviewed({1, {}, invalid(text, text)});
        for (const QLabel *const label : dialog->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(QChar(0x202e)) && !label->text().contains(u'\a'));
        }
    }
    QVERIFY(dialog->minimumSizeHint().width() < 1280);
}

void TestConfigurationDesk::columnsShareTheRoom()
{
    ImportDialog *const dialog = open();
    ImportEntry entry = entryOf(QString(150, u'n'), ImportVerdict::Refused);
    entry.url = QStringLiteral("http://localhost/") + QString(150, u'u');
    entry.error = invalid(QStringLiteral("data[0].concurrency"),
                          QStringLiteral("why it cannot be so ").repeated(8));
    tell({entryOf(QStringLiteral("ann"), ImportVerdict::Added), entry});
    const auto *const table = dialog->findChild<QTableWidget *>();
    const auto detailWidth = [table] { return table->columnWidth(3); };
    const int before = detailWidth();
    QVERIFY(before > table->viewport()->width() / 4);
    QVERIFY(!table->horizontalScrollBar()->isVisible());
    QVERIFY(table->item(1, 2)->toolTip().contains(QString(150, u'u')));
    // A sentence is shown whole, on as many lines as it takes; a name has one.
    QTRY_VERIFY(table->rowHeight(1) > table->rowHeight(0));
    dialog->resize(dialog->width() * 3 / 2, dialog->height());
    QTRY_VERIFY(detailWidth() > before);
    QVERIFY(!table->horizontalScrollBar()->isVisible());
}

void TestConfigurationDesk::largeTextLeavesTheButtonsRoom()
{
    const QFont usual = QApplication::font();
    const auto restore = qScopeGuard([usual] { QApplication::setFont(usual); });
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 2.5);
    QApplication::setFont(large);
    ImportDialog *const dialog = open();
    tell({entryOf(QStringLiteral("ann"), ImportVerdict::Refused)});
    QCoreApplication::processEvents();
    const auto *const table = dialog->findChild<QTableWidget *>();
    const QPushButton *const import = button(*dialog, QStringLiteral("Import"));
    QVERIFY(table->geometry().bottom() < import->mapTo(dialog, QPoint()).y());
    QVERIFY(dialog->height() <= dialog->screen()->availableSize().height());
}

QTEST_MAIN(TestConfigurationDesk)
#include "tst_configurationdesk.moc"

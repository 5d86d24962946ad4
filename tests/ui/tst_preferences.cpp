// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/desk/actionpalette.h"
#include "ui/desk/autostart.h"
#include "ui/desk/colourspage.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/desk/shortcutbook.h"
#include "ui/desk/shortcuteditor.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/facts.h"
#include "ui/filter/filterdesk.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logdesk.h"
#include "ui/log/logmodel.h"
#include "ui/log/logview.h"
#include "ui/look/clearboxes.h"
#include "ui/look/palettes.h"
#include "ui/requests.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHelpEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStyle>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QTreeWidget>

#include <algorithm>

using namespace Core;
using Gui::ActionPalette;
using Gui::Actions;
using Gui::Appearance;
using Gui::ColourRule;
using Gui::ColoursPage;
using Gui::LogDesk;
using Gui::PreferencesDesk;
using Gui::PreferencesDialog;
using Gui::Requests;
using Gui::ShortcutBook;
using Gui::ShortcutEditor;
using Gui::ThemeChoice;

/// Preferences, keys and the search for an action.
class TestPreferences final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void initTestCase();
    void ourPalettesCanBeRead_data();
    void ourPalettesCanBeRead();
    void theThemeCanBeOverridden();
    void textGrowsAndShrinks();
    void compactRowsAreLower();
    void whatIsChosenIsKept();
    void everyOptionIsCheckedBeforeItIsKept();
    void whatTheCommandLineSaysIsTold();
    void whatIsWrongIsSaidInFull();
    void theCommandLineCanBeCopied();
    void preferencesCanBeSearched();
    void notificationsAreSwitchedOneByOne();
    void rulesOfColourAreEdited();
    void aFilterIsTakenAfterOneThatCannotBeRead();
    void aRulesNameIsToldAfterAPause();
    void anotherLookLeavesWhatIsTyped();
    void rulesOfColourAreOrdered();
    void aRuleKeepsItsFilterUntilAnotherCanBeRead();
    void aRuleThatCannotBeReadIsKept();
    void usualRulesOfColourComeBack();
    void rulesOfColourAreKept();
    void rowsAreTintedUntilThatIsSwitchedOff();
    void theDesktopStartsUsWhenThatIsWanted();
    void aPathIsOneWordOfACommand_data();
    void aPathIsOneWordOfACommand();
    void keysAreChangedAndKept();
    void hintsTellTheKeysThatAreInForce();
    void keysOfAnotherActionAreToldFirst();
    void usualKeysComeBack();
    void theShortcutListHasEveryAction();
    void theShortcutListNamesNoValues();
    void theShortcutListHasRoomForNames();
    void anActionIsFoundByItsWords();
    void whatCannotBeDoneSaysWhy();

private:
    PreferencesDesk *desk() const { return child<PreferencesDesk>(); }
    PreferencesDialog *openPreferences() const;
    ColoursPage *openColours() const;
    QList<ColourRule> rules() const { return desk()->preferences().colourRules; }
    ShortcutEditor *openShortcuts() const;
    static void choose(const ShortcutEditor &editor, const QString &name);
    static QPushButton *button(const QWidget &parent, const QString &text);

    QTemporaryDir m_home;
};

void TestPreferences::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
}

PreferencesDialog *TestPreferences::openPreferences() const
{
    desk()->open->trigger();
    return child<PreferencesDialog>();
}

ColoursPage *TestPreferences::openColours() const
{
    auto *const pages = openPreferences()->findChild<QListWidget *>();
    pages->setCurrentItem(pages->findItems(QStringLiteral("Colours"), Qt::MatchExactly).first());
    return child<ColoursPage>();
}

ShortcutEditor *TestPreferences::openShortcuts() const
{
    desk()->showShortcuts->trigger();
    return child<ShortcutEditor>();
}

void TestPreferences::choose(const ShortcutEditor &editor, const QString &name)
{
    auto *const list = editor.findChild<QTreeWidget *>();
    const auto found = list->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty())
        qFatal("There is no such action.");
    list->setCurrentItem(found.first());
}

QPushButton *TestPreferences::button(const QWidget &parent, const QString &text)
{
    for (QPushButton *const one : parent.findChildren<QPushButton *>()) {
        if (one->text().remove(u'&') == text)
            return one;
    }
    qFatal("There is no such button.");
}

void TestPreferences::ourPalettesCanBeRead_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << Gui::lightPalette();
    QTest::newRow("dark") << Gui::darkPalette();
}

void TestPreferences::ourPalettesCanBeRead()
{
    QFETCH(QPalette, palette);
    using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
    for (const auto &[ink, ground] :
         {Pair{QPalette::Text, QPalette::Base}, Pair{QPalette::Text, QPalette::AlternateBase},
          Pair{QPalette::WindowText, QPalette::Window},
          Pair{QPalette::ButtonText, QPalette::Button},
          Pair{QPalette::PlaceholderText, QPalette::Base},
          Pair{QPalette::HighlightedText, QPalette::Highlight},
          Pair{QPalette::ToolTipText, QPalette::ToolTipBase}, Pair{QPalette::Link, QPalette::Base}})
        QVERIFY2(Gui::contrast(palette.color(ink), palette.color(ground)) >= Gui::LeastContrast,
                 qPrintable(QStringLiteral("%1 on %2").arg(ink).arg(ground)));
    for (const auto colours : {Gui::ColourSet::Usual, Gui::ColourSet::ColourBlindSafe}) {
        Gui::setCurrentLook({colours, Gui::Density::Comfortable});
        const Gui::Theme theme(palette);
        for (int i = 0; i < Gui::ToneCount; ++i) {
            const Gui::Tone tone{i};
            QVERIFY(Gui::contrast(theme.ink(tone), theme.base()) >= Gui::LeastContrast);
            QVERIFY(Gui::contrast(theme.inkOnSelection(tone), theme.selection())
                    >= Gui::LeastContrast);
        }
    }
    Gui::setCurrentLook({});
}

void TestPreferences::theThemeCanBeOverridden()
{
    const QString style = Gui::currentStyleName();
    const QPalette before = QApplication::palette();
    Gui::AppearanceDesk &appearance = desk()->appearance();
    appearance.setAppearance({ThemeChoice::Dark, 100, {}});
    QVERIFY(Gui::isDark(QApplication::palette()));
    QCOMPARE(Gui::currentStyleName(), QStringLiteral("fusion"));
    appearance.setAppearance({ThemeChoice::Light, 100, {}});
    QVERIFY(!Gui::isDark(QApplication::palette()));
    appearance.setAppearance({});
    QCOMPARE(Gui::currentStyleName(), style);
    QCOMPARE(QApplication::palette().color(QPalette::Window), before.color(QPalette::Window));
}

void TestPreferences::textGrowsAndShrinks()
{
    const Gui::AppearanceDesk &appearance = desk()->appearance();
    const double before = QApplication::font().pointSizeF();
    appearance.larger->trigger();
    QCOMPARE(QApplication::font().pointSizeF(), before * 1.1);
    appearance.usualSize->trigger();
    QCOMPARE(QApplication::font().pointSizeF(), before);
    for (int i = 0; i < 50; ++i)
        appearance.smaller->trigger();
    QCOMPARE(appearance.appearance().textPercent, Gui::LeastTextPercent);
    QVERIFY(!appearance.smaller->isEnabled() && !appearance.smaller->statusTip().isEmpty());
    m_window.reset();
    QCOMPARE(QApplication::font().pointSizeF(), before);
}

void TestPreferences::compactRowsAreLower()
{
    emit m_window->facts().attemptsRecorded({Testing::attempt(1)});
    const auto *const view = child<Gui::LogView>();
    const int usual = view->rowHeight(0);
    desk()->appearance().setAppearance({ThemeChoice::System, 150, {}});
    QTRY_VERIFY(view->rowHeight(0) > usual);
    const int large = view->rowHeight(0);
    desk()->appearance().setAppearance(
        {ThemeChoice::System, 150, {Gui::ColourSet::Usual, Gui::Density::Compact}});
    QTRY_VERIFY(view->rowHeight(0) < large);
}

void TestPreferences::whatIsChosenIsKept()
{
    const Appearance chosen{
        ThemeChoice::Dark, 120, {Gui::ColourSet::ColourBlindSafe, Gui::Density::Compact}};
    Gui::Preferences preferences;
    preferences.closesToTray = true;
    preferences.language = QStringLiteral("de");
    preferences.silenced = {Gui::NotificationKind::Recovery};
    desk()->appearance().setAppearance(chosen);
    desk()->setPreferences(preferences);
    m_window.reset();
    open();
    QCOMPARE(desk()->appearance().appearance(), chosen);
    QCOMPARE(desk()->preferences(), preferences);
}

void TestPreferences::everyOptionIsCheckedBeforeItIsKept()
{
    emit m_window->facts().optionsKept(
        {QStringLiteral("options.ini"), {{QStringLiteral("port"), QStringLiteral("8100")}}, {}});
    QSignalSpy asked(&m_window->requests(), &Requests::optionsKeepingRequested);
    const PreferencesDialog *const dialog = openPreferences();
    auto *const port = dialog->findChild<QLineEdit *>(QStringLiteral("port"));
    QCOMPARE(port->text(), QStringLiteral("8100"));
    port->setText(QStringLiteral("http"));
    emit port->editingFinished();
    QCOMPARE(asked.size(), 0);
    QVERIFY(port->accessibleDescription().contains(QStringLiteral("Cannot be kept")));
    port->clear();
    emit port->editingFinished();
    using Values = QMap<QString, QString>;
    QVERIFY(asked.takeFirst().at(0).value<Values>().isEmpty());
    dialog->findChild<QCheckBox *>(QStringLiteral("server"))->click();
    const Values wanted{{QStringLiteral("server"), QStringLiteral("true")}};
    QCOMPARE(asked.at(0).at(0).value<Values>(), wanted);
}

void TestPreferences::whatTheCommandLineSaysIsTold()
{
    emit m_window->facts().optionsKept({QStringLiteral("options.ini"),
                                        {},
                                        {{QStringLiteral("port"), QStringLiteral("9000")},
                                         {QStringLiteral("server"), QStringLiteral("true")}}});
    const PreferencesDialog *const dialog = openPreferences();
    const auto placeholder = [dialog](const QString &option) {
        return dialog->findChild<QLineEdit *>(option)->placeholderText();
    };
    QCOMPARE(placeholder(QStringLiteral("port")), QStringLiteral("9000, from the command line"));
    QCOMPARE(placeholder(QStringLiteral("bin-port")), QStringLiteral("8091"));
    QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("port"))
                ->accessibleDescription()
                .startsWith(QStringLiteral("9000 in this run, from the command line. ")));
    QStringList hints;
    for (const QLabel *const label : dialog->findChildren<QLabel *>())
        hints.append(label->text());
    QCOMPARE(hints.filter(QStringLiteral("On in this run")).size(), 1);
}

void TestPreferences::whatIsWrongIsSaidInFull()
{
    PreferencesDialog *const dialog = openPreferences();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    for (const char *const name : {"heartbeat", "max-in-flight", "port", "max-body",
                                   "allow-destination", "keep-days", "keep-size"}) {
        const auto option = QLatin1String(name);
        dialog->showField(option);
        QCoreApplication::processEvents();
        dialog->findChild<QLineEdit *>(option)->setText(QStringLiteral("?"));
        for (const QLabel *const label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qPrintable(label->text()));
        }
    }
}

void TestPreferences::theCommandLineCanBeCopied()
{
    emit m_window->facts().optionsKept({QStringLiteral("options.ini"),
                                        {{QStringLiteral("port"), QStringLiteral("8100")},
                                         {QStringLiteral("server"), QStringLiteral("true")}},
                                        {}});
    button(*openPreferences(), QStringLiteral("Copy as command line"))->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("hookpost --port=8100 --server"));
}

void TestPreferences::preferencesCanBeSearched()
{
    const PreferencesDialog *const dialog = openPreferences();
    const auto *const pages = dialog->findChild<QListWidget *>();
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("database size"));
    QCOMPARE(pages->currentItem()->text(), QStringLiteral("History"));
    int shown = 0;
    for (int i = 0; i < pages->count(); ++i)
        shown += pages->item(i)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 1);
    QCOMPARE(dialog->findChild<QStackedWidget *>()->currentIndex(), pages->currentRow());
}

void TestPreferences::notificationsAreSwitchedOneByOne()
{
    const PreferencesDialog *const dialog = openPreferences();
    for (QCheckBox *const box : dialog->findChildren<QCheckBox *>()) {
        if (box->text().contains(QStringLiteral("&well")))
            box->click();
    }
    QCOMPARE(desk()->preferences().silenced,
             QSet<Gui::NotificationKind>{Gui::NotificationKind::Recovery});
}

void TestPreferences::rulesOfColourAreEdited()
{
    const ColoursPage *const page = openColours();
    auto *const list = page->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 5);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    button(*page, QStringLiteral("Add"))->click();
    QCOMPARE(rules().size(), 6);
    QVERIFY2(!Gui::faultOf(rules().last()).isEmpty(), "it tints nothing so far");
    auto *const name = page->findChild<QLineEdit *>(QStringLiteral("rule-name"));
    QCOMPARE(page->window()->focusWidget(), name);
    QTest::keyClicks(name, QStringLiteral("Customers"));
    auto *const filter = page->findChild<Gui::FilterField *>();
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("event:customer.*"));
    QTest::keyClick(filter, Qt::Key_Return);
    auto *const colour = page->findChild<QComboBox *>(QStringLiteral("rule-colour"));
    colour->setFocus();
    QTest::keyClick(colour, Qt::Key_End);
    const ColourRule wanted{QStringLiteral("Customers"), QStringLiteral("event:customer.*"),
                            QStringLiteral("grey")};
    QCOMPARE(rules().last(), wanted);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(!rules().last().isOn);
    QCOMPARE(list->currentItem()->checkState(0), Qt::Unchecked);
    button(*page, QStringLiteral("Remove"))->click();
    QVERIFY(rules() == Gui::usualColourRules());
    for (int i = 0; i < 5; ++i)
        button(*page, QStringLiteral("Remove"))->click();
    QVERIFY(rules().isEmpty() && !name->isEnabled() && !colour->isEnabled());
    QVERIFY(!button(*page, QStringLiteral("Remove"))->isEnabled());
}

void TestPreferences::aFilterIsTakenAfterOneThatCannotBeRead()
{
    const QString readable = QStringLiteral("status:5xx");
    Gui::Preferences preferences = desk()->preferences();
    preferences.colourRules
        = {{QStringLiteral("a"), readable, QStringLiteral("red")},
           {QStringLiteral("b"), QStringLiteral("status:x"), QStringLiteral("red")}};
    desk()->setPreferences(preferences);
    const ColoursPage *const page = openColours();
    auto *const list = page->findChild<QTreeWidget *>();
    list->setCurrentItem(list->topLevelItem(1));
    auto *const filter = page->findChild<Gui::FilterField *>();
    filter->setFocus();
    filter->selectAll();
    QTest::keyClicks(filter, readable);
    QTRY_COMPARE(rules().last().filter, readable);
}

void TestPreferences::aRulesNameIsToldAfterAPause()
{
    const ColoursPage *const page = openColours();
    const QSignalSpy told(page, &ColoursPage::rulesChanged);
    auto *const name = page->findChild<QLineEdit *>(QStringLiteral("rule-name"));
    name->setFocus();
    QTest::keyClicks(name, QStringLiteral("abc"));
    QCOMPARE(told.size(), 0);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(rules().first().name.endsWith(QStringLiteral("abc")));
    QTest::keyClicks(name, QStringLiteral("d"));
    page->window()->close();
    QVERIFY(rules().first().name.endsWith(QStringLiteral("abcd")));
}

void TestPreferences::anotherLookLeavesWhatIsTyped()
{
    const ColoursPage *const page = openColours();
    auto *const filter = page->findChild<Gui::FilterField *>();
    const auto *const colour = page->findChild<QComboBox *>(QStringLiteral("rule-colour"));
    const auto *const list = page->findChild<QTreeWidget *>();
    filter->setFocus();
    filter->selectAll();
    QTest::keyClicks(filter, QStringLiteral("status:"));
    const QImage light = colour->itemIcon(0).pixmap(16).toImage();
    const QSize swatch = colour->iconSize();
    const int least = list->minimumHeight();
    desk()->appearance().setAppearance({ThemeChoice::Dark, 200, {}});
    QCOMPARE(filter->text(), QStringLiteral("status:"));
    QVERIFY(colour->itemIcon(0).pixmap(16).toImage() != light);
    QVERIFY(colour->iconSize().height() > swatch.height());
    QVERIFY(list->minimumHeight() > least);
}

void TestPreferences::rulesOfColourAreOrdered()
{
    const ColoursPage *const page = openColours();
    const auto *const list = page->findChild<QTreeWidget *>();
    QPushButton *const up = button(*page, QStringLiteral("Move up"));
    QPushButton *const down = button(*page, QStringLiteral("Move down"));
    QVERIFY(!up->isEnabled());
    down->click();
    const QList<ColourRule> usual = Gui::usualColourRules();
    QCOMPARE(rules().at(0), usual.at(1));
    QCOMPARE(rules().at(1), usual.at(0));
    QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 1);
    up->click();
    QVERIFY(rules() == usual);
    for (int i = 0; i < 4; ++i)
        down->click();
    QCOMPARE(rules().last(), usual.first());
    QVERIFY(!down->isEnabled());
}

void TestPreferences::aRuleKeepsItsFilterUntilAnotherCanBeRead()
{
    const ColoursPage *const page = openColours();
    auto *const filter = page->findChild<Gui::FilterField *>();
    const QString before = rules().first().filter;
    const auto says = [page](const QString &words) {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    filter->setFocus();
    filter->selectAll();
    QTest::keyClicks(filter, QStringLiteral("joe status:9999"));
    QVERIFY(says(QStringLiteral("At character 12: ")));
    QVERIFY(says(QStringLiteral("Until then the rule is for: ") + before));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(rules().first().filter, before);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(filter->text(), before);
    QVERIFY(!says(QStringLiteral("Until then")));
    QVERIFY(page->window()->isVisible());
    auto *const name = page->findChild<QLineEdit *>(QStringLiteral("rule-name"));
    name->setFocus();
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QVERIFY(says(QStringLiteral("Say what the rule is called.")));
    QVERIFY(!rules().first().name.isEmpty());
}

void TestPreferences::aRuleThatCannotBeReadIsKept()
{
    Gui::Preferences preferences;
    preferences.colourRules
        = {{QStringLiteral("Odd"), QStringLiteral("status:9999"), QStringLiteral("red"), true},
           {QStringLiteral("Teal"), QStringLiteral("is:slow"), QStringLiteral("teal"), true}};
    desk()->setPreferences(preferences);
    m_window.reset();
    open();
    QVERIFY(rules() == preferences.colourRules);
    const ColoursPage *const page = openColours();
    const auto *const list = page->findChild<QTreeWidget *>();
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(list->topLevelItem(i)->text(2), QStringLiteral("cannot be read"));
        QVERIFY(!list->topLevelItem(i)->icon(2).isNull());
        QCOMPARE(list->topLevelItem(i)->background(0), QBrush());
    }
    button(*page, QStringLiteral("Move down"))->click();
    QCOMPARE(rules().first(), preferences.colourRules.last());
}

void TestPreferences::usualRulesOfColourComeBack()
{
    const ColoursPage *const page = openColours();
    QPushButton *const restore = page->findChild<QPushButton *>(QStringLiteral("rules-restore"));
    QVERIFY(!restore->isEnabled());
    button(*page, QStringLiteral("Remove"))->click();
    const QList<ColourRule> changed = rules();
    restore->click();
    QVERIFY(rules() == Gui::usualColourRules());
    QCOMPARE(restore->text(), QStringLiteral("Tak&e back"));
    restore->click();
    QVERIFY(rules() == changed);
    QCOMPARE(restore->text(), QStringLiteral("R&estore defaults"));
}

void TestPreferences::rulesOfColourAreKept()
{
    Gui::Preferences preferences;
    QVERIFY(preferences.tintsRows);
    preferences.tintsRows = false;
    preferences.colourRules = {{QStringLiteral("A, \"b\""), QStringLiteral("/a;b/ \"c, d\""),
                                QStringLiteral("blue"), false}};
    for (int round = 0; round < 2; ++round) {
        desk()->setPreferences(preferences);
        m_window.reset();
        open();
        QCOMPARE(desk()->preferences(), preferences);
        preferences.colourRules.clear();
    }
}

void TestPreferences::rowsAreTintedUntilThatIsSwitchedOff()
{
    emit m_window->facts().attemptsRecorded({Testing::attempt(1, AttemptOutcome::Failed, 404)});
    const auto *const model = child<Gui::LogModel>();
    QTRY_VERIFY(model->ruleAt(0) != nullptr);
    QCOMPARE(model->ruleAt(0)->name, QStringLiteral("Failed for good"));
    const ColoursPage *const page = openColours();
    page->findChild<QCheckBox *>(QStringLiteral("tints-rows"))->click();
    QVERIFY(!desk()->preferences().tintsRows);
    QVERIFY(model->ruleAt(0) == nullptr);
}

void TestPreferences::theDesktopStartsUsWhenThatIsWanted()
{
    QVERIFY(!Gui::startsAtLogin());
    QVERIFY(Gui::setStartsAtLogin(true, QStringLiteral("/opt/my tools/hookpost")).has_value());
    QVERIFY(Gui::startsAtLogin());
    QFile entry(Gui::autostartPath());
    QVERIFY(entry.open(QIODevice::ReadOnly));
    QVERIFY(entry.readAll().contains("\nExec=\"/opt/my tools/hookpost\" --minimized\n"));
    QVERIFY(Gui::setStartsAtLogin(false, {}).has_value());
    QVERIFY(!Gui::startsAtLogin());
    QVERIFY(Gui::setStartsAtLogin(false, {}).has_value());
}

void TestPreferences::aPathIsOneWordOfACommand_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("quoted");
    const auto row = [](const char *name, const char *path, const char *quoted) {
        QTest::newRow(name) << QString::fromUtf8(path) << QString::fromUtf8(quoted);
    };
    row("plain", "/usr/bin/hookpost", R"("/usr/bin/hookpost")");
    row("a blank", "/a b", R"("/a b")");
    row("a percent sign", "/100%", R"("/100%%")");
    row("a dollar", "/$HOME", R"("/\\$HOME")");
    row("a quote and a backtick", R"(/"`)", R"("/\\"\\`")");
    row("a backslash", R"(/a\b)", R"("/a\\\\b")");
}

void TestPreferences::aPathIsOneWordOfACommand()
{
    QFETCH(QString, path);
    QTEST(Gui::quotedForExec(path), "quoted");
}

void TestPreferences::keysAreChangedAndKept()
{
    const ShortcutEditor *const editor = openShortcuts();
    choose(*editor, QStringLiteral("Dispatching"));
    const QKeySequence keys(Qt::CTRL | Qt::ALT | Qt::Key_D);
    editor->findChild<QKeySequenceEdit *>()->setKeySequence(keys);
    QCOMPARE(child<Actions>()->dispatch->shortcut(), keys);
    m_window.reset();
    open();
    QCOMPARE(child<Actions>()->dispatch->shortcuts(), QList<QKeySequence>{keys});
}

void TestPreferences::hintsTellTheKeysThatAreInForce()
{
    const auto hintsOf = [this](const QAction *action) {
        QStringList hints;
        for (QToolButton *const button : m_window->findChildren<QToolButton *>()) {
            if (button->defaultAction() != action)
                continue;
            QHelpEvent asked(QEvent::ToolTip, {}, button->mapToGlobal(QPoint()));
            QCoreApplication::sendEvent(button, &asked);
            hints.append(QToolTip::text());
        }
        return hints;
    };
    QAction *const add = child<Gui::DestinationDesk>()->add;
    QAction *const pin = child<Gui::KeepDesk>()->pin;
    pin->setEnabled(true);
    for (QAction *const action : {add, pin}) {
        const QStringList usual = hintsOf(action);
        QCOMPARE(usual.size(), 1);
        QVERIFY(usual.first().contains(u'(' + action->shortcut().toString() + u')'));
        desk()->shortcuts().assign(*action, QKeySequence(Qt::ALT | Qt::Key_X));
        QVERIFY(hintsOf(action).first().contains(QStringLiteral("(Alt+X)")));
        desk()->shortcuts().assign(*action, {});
        QVERIFY(!hintsOf(action).first().contains(u'('));
    }
    pin->setEnabled(false);
    desk()->shortcuts().reset(*pin);
    QVERIFY(!hintsOf(pin).first().contains(u'('));
    for (const Gui::GroupedAction &grouped : desk()->shortcuts().actions())
        QVERIFY2(!grouped.action->toolTip().contains(QStringLiteral("Ctrl+")),
                 qPrintable(grouped.action->toolTip()));
}

void TestPreferences::keysOfAnotherActionAreToldFirst()
{
    const ShortcutEditor *const editor = openShortcuts();
    choose(*editor, QStringLiteral("Dispatching"));
    const QKeySequence wanted = child<LogDesk>()->follow->shortcut();
    editor->findChild<QKeySequenceEdit *>()->setKeySequence(wanted);
    QCOMPARE(child<Actions>()->dispatch->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_E));
    QPushButton *const take = button(*editor, QStringLiteral("Use it here"));
    QVERIFY(take->isVisible());
    QStringList texts;
    for (const QLabel *const label : editor->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(QStringLiteral("Ctrl+L belongs to “Follow” in “View”.")));
    take->click();
    QCOMPARE(child<Actions>()->dispatch->shortcut(), wanted);
    QVERIFY(child<LogDesk>()->follow->shortcut().isEmpty());
}

void TestPreferences::usualKeysComeBack()
{
    ShortcutBook &book = desk()->shortcuts();
    QAction &dispatch = *child<Actions>()->dispatch;
    book.assign(dispatch, child<LogDesk>()->follow->shortcut());
    book.reset(*child<LogDesk>()->follow);
    QVERIFY(dispatch.shortcut().isEmpty());
    book.resetAll();
    QCOMPARE(dispatch.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_E));
    QVERIFY(book.isUsual(*child<LogDesk>()->follow));
}

void TestPreferences::theShortcutListHasEveryAction()
{
    const ShortcutEditor *const editor = openShortcuts();
    auto *const list = editor->findChild<QTreeWidget *>();
    int rows = 0;
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        rows += list->topLevelItem(i)->childCount();
    QCOMPARE(rows, desk()->shortcuts().actions().size());
    editor->findChild<QLineEdit *>()->setText(QStringLiteral("ctrl+l"));
    const auto shown
        = list->findItems(QStringLiteral("Follow"), Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY(!shown.first()->isHidden() && !shown.first()->parent()->isHidden());
    choose(*editor, QStringLiteral("Quit"));
    QVERIFY(list->currentItem()->isHidden());
}

void TestPreferences::theShortcutListNamesNoValues()
{
    child<Gui::FilterDesk>()->onlyThis->setText(QStringLiteral("&Only “connection refused”"));
    const auto *const list = openShortcuts()->findChild<QTreeWidget *>();
    const auto rows = [list](const QString &name) {
        return list->findItems(name, Qt::MatchContains | Qt::MatchRecursive).size();
    };
    QCOMPARE(rows(QStringLiteral("connection refused")), 0);
    QCOMPARE(rows(QStringLiteral("Only the current cell")), 1);
}

void TestPreferences::theShortcutListHasRoomForNames()
{
    const auto *const list = openShortcuts()->findChild<QTreeWidget *>();
    QCoreApplication::processEvents();
    const int room = list->columnWidth(0) - 2 * list->indentation();
    for (const Gui::GroupedAction &grouped : desk()->shortcuts().actions())
        QVERIFY(list->fontMetrics().horizontalAdvance(Gui::plainName(*grouped.action)) <= room);
}

void TestPreferences::anActionIsFoundByItsWords()
{
    desk()->findAction->trigger();
    const QPointer<ActionPalette> palette = child<ActionPalette>();
    auto *const words = palette->findChild<QLineEdit *>();
    QTest::keyClicks(words, QStringLiteral("heart show"));
    QAction *const heartbeats = child<LogDesk>()->heartbeats;
    const bool before = heartbeats->isChecked();
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_COMPARE(heartbeats->isChecked(), !before);
    QTRY_VERIFY2(!palette, "it has closed, and is gone");
}

void TestPreferences::whatCannotBeDoneSaysWhy()
{
    desk()->findAction->trigger();
    auto *const palette = child<ActionPalette>();
    const QSignalSpy asked(&m_window->requests(), &Requests::testRequested);
    auto *const words = palette->findChild<QLineEdit *>();
    words->setText(QStringLiteral("destination send test"));
    QCOMPARE(palette->findChild<QLabel *>()->text(), QStringLiteral("Choose a destination first"));
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(palette->isVisible());
    words->setText(QStringLiteral("no such thing"));
    QCOMPARE(palette->findChild<QLabel *>()->text(), QStringLiteral("No action has these words."));
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(asked.size(), 0);
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"

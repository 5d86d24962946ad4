// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/desk/autostart.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/facts.h"
#include "ui/log/logview.h"
#include "ui/look/clearboxes.h"
#include "ui/look/palettes.h"
#include "ui/requests.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace Core;
using Gui::Appearance;
using Gui::PreferencesDesk;
using Gui::PreferencesDialog;
using Gui::Requests;
using Gui::ThemeChoice;
using Testing::button;

/// Preferences, as they are chosen, kept and in force.
class TestPreferences final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void initTestCase();
    void ourPalettesCanBeRead_data();
    void ourPalettesCanBeRead();
    void theThemeCanBeOverridden();
    void textGrowsAndShrinks();
    void aFontCanBeChosen();
    void compactRowsAreLower();
    void whatIsChosenIsKept();
    void everyOptionIsCheckedBeforeItIsKept();
    void whatTheCommandLineSaysIsTold();
    void whatIsWrongIsSaidInFull();
    void theCommandLineCanBeCopied();
    void preferencesCanBeSearched();
    void notificationsAreSwitchedOneByOne();
    void theDesktopStartsUsWhenThatIsWanted();
    void aPathIsOneWordOfACommand_data();
    void aPathIsOneWordOfACommand();

private:
    PreferencesDesk *desk() const { return child<PreferencesDesk>(); }
    PreferencesDialog *openPreferences() const;

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

void TestPreferences::aFontCanBeChosen()
{
    const QFont before = QApplication::font();
    const PreferencesDialog *const dialog = openPreferences();
    auto *const fonts = dialog->findChild<QComboBox *>(QStringLiteral("font"));
    QCOMPARE(fonts->currentIndex(), 0); // the desktop's
    QVERIFY(fonts->count() > 1);
    const QString wanted = fonts->itemText(fonts->count() - 1);
    fonts->setCurrentIndex(fonts->count() - 1);
    QCOMPARE(QApplication::font().family(), wanted);
    QCOMPARE(QApplication::font().pointSizeF(), before.pointSizeF());
    m_window.reset();
    QCOMPARE(QApplication::font().family(), before.family()); // given back
    open();
    QCOMPARE(QApplication::font().family(), wanted);
    openPreferences()->findChild<QComboBox *>(QStringLiteral("font"))->setCurrentIndex(0);
    QCOMPARE(QApplication::font().family(), before.family());
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
    const Appearance chosen{ThemeChoice::Dark,
                            120,
                            {Gui::ColourSet::ColourBlindSafe, Gui::Density::Compact},
                            QStringLiteral("Any Font")};
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
        if (box->text().contains(QStringLiteral("&recovers")))
            box->click();
    }
    QCOMPARE(desk()->preferences().silenced,
             QSet<Gui::NotificationKind>{Gui::NotificationKind::Recovery});
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

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"

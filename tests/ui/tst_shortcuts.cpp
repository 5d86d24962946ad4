// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/charts/chartdesk.h"
#include "ui/deliveries/historydesk.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/desk/actionpalette.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/desk/shortcutbook.h"
#include "ui/desk/shortcuteditor.h"
#include "ui/desk/standardkeys.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/destinationlist.h"
#include "ui/facts.h"
#include "ui/filter/filterdesk.h"
#include "ui/log/logdesk.h"
#include "ui/log/logview.h"
#include "ui/requests.h"
#include "ui/sidebar/binlist.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QTreeWidget>

using Gui::ActionPalette;
using Gui::Actions;
using Gui::LogDesk;
using Gui::PreferencesDesk;
using Gui::Requests;
using Gui::ShortcutBook;
using Gui::ShortcutEditor;
using Testing::button;

namespace {

/// Counts the context menus that a widget is asked for by keys, and opens none of them.
class MenuWatch final : public QObject
{
public:
    explicit MenuWatch(QWidget &widget) { widget.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::ContextMenu)
            return QObject::eventFilter(watched, event);
        if (static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard)
            ++m_count;
        return true;
    }

    int count() const { return m_count; }

private:
    int m_count = 0;
};

} // namespace

/// The keys of actions, and the search for an action.
class TestShortcuts final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void keysAreChangedAndKept();
    void hintsTellTheKeysThatAreInForce();
    void keysOfAnotherActionAreToldFirst();
    void usualKeysComeBack();
    void whatAKeyMeansInOneListIsFreeInAnother();
    void aListHasEachKeyOnce();
    void theShortcutListHasEveryAction();
    void theShortcutListNamesNoValues();
    void theShortcutListHasRoomForNames();
    void thePaletteHasRoomForNames();
    void anActionIsFoundByItsWords();
    void theThemeIsFound_data();
    void theThemeIsFound();
    void shiftF10OpensTheMenuOfAList();
    void whatCannotBeDoneSaysWhy();
    void theListsOwnKeysAreListed();
    void theListsOwnKeysCanBeChanged();
    void keysOfTheDesktopComeFirst();
    void altEnterOpensTheDestination();
    void behindAChartNoRowIsMeant();

private:
    QStringList openedProperties() const;
    Gui::LogView *showRowOfBilling();
    ShortcutEditor *openShortcuts() const;
    static void choose(const ShortcutEditor &editor, const QString &name);
    PreferencesDesk *desk() const { return child<PreferencesDesk>(); }
};

ShortcutEditor *TestShortcuts::openShortcuts() const
{
    desk()->showShortcuts->trigger();
    return child<ShortcutEditor>();
}

void TestShortcuts::choose(const ShortcutEditor &editor, const QString &name)
{
    auto *const list = editor.findChild<QTreeWidget *>();
    const auto found = list->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty())
        qFatal("There is no such action.");
    list->setCurrentItem(found.first());
}

void TestShortcuts::keysAreChangedAndKept()
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

void TestShortcuts::hintsTellTheKeysThatAreInForce()
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

void TestShortcuts::keysOfAnotherActionAreToldFirst()
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

void TestShortcuts::usualKeysComeBack()
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

void TestShortcuts::whatAKeyMeansInOneListIsFreeInAnother()
{
    ShortcutBook &book = desk()->shortcuts();
    QAction &ofDestinations = *child<Gui::DestinationDesk>()->remove;
    QAction &ofRows = *child<Gui::HistoryDesk>()->deleteRows;
    const QKeySequence keys(Qt::Key_Delete);
    QVERIFY(book.ownerOf(keys, ofRows) == nullptr);
    book.reset(ofDestinations);
    QCOMPARE(ofRows.shortcut(), keys);
    book.assign(ofRows, keys);
    QCOMPARE(ofDestinations.shortcut(), keys);
    book.assign(*child<LogDesk>()->follow, keys);
    QVERIFY(ofRows.shortcut().isEmpty() && ofDestinations.shortcut().isEmpty());
}

void TestShortcuts::aListHasEachKeyOnce()
{
    ShortcutBook &book = desk()->shortcuts();
    QAction &ofRows = *child<Gui::HistoryDesk>()->deleteRows;
    for (const char *const keys : {"R", "/", "End", "Ctrl+C"}) {
        const QKeySequence wanted(QString::fromLatin1(keys));
        QVERIFY2(book.ownerOf(wanted, ofRows) != nullptr, keys);
    }
    const QKeySequence resend(Qt::Key_R);
    QCOMPARE(Gui::plainName(*book.ownerOf(resend, ofRows)->action),
             QStringLiteral("Resend (in the list)"));
    const QAction &owner = *book.ownerOf(resend, ofRows)->action;
    QVERIFY(book.ownerOf(resend, *child<Gui::DestinationDesk>()->remove) == nullptr);
    book.assign(ofRows, resend);
    QVERIFY(owner.shortcut().isEmpty());
}

void TestShortcuts::theShortcutListHasEveryAction()
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

void TestShortcuts::theShortcutListNamesNoValues()
{
    child<Gui::FilterDesk>()->onlyThis->setText(QStringLiteral("&Only “connection refused”"));
    const auto *const list = openShortcuts()->findChild<QTreeWidget *>();
    const auto rows = [list](const QString &name) {
        return list->findItems(name, Qt::MatchContains | Qt::MatchRecursive).size();
    };
    QCOMPARE(rows(QStringLiteral("connection refused")), 0);
    QCOMPARE(rows(QStringLiteral("Only the current cell")), 1);
}

void TestShortcuts::theShortcutListHasRoomForNames()
{
    const auto *const list = openShortcuts()->findChild<QTreeWidget *>();
    QCoreApplication::processEvents();
    const int room = list->columnWidth(0) - 2 * list->indentation();
    for (const Gui::GroupedAction &grouped : desk()->shortcuts().actions())
        QVERIFY(list->fontMetrics().horizontalAdvance(Gui::plainName(*grouped.action)) <= room);
}

void TestShortcuts::thePaletteHasRoomForNames()
{
    QAction action(QStringLiteral("Take what was chosen away"));
    action.setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace)});
    ActionPalette palette({{QStringLiteral("Menus and ").repeated(12), &action}});
    palette.resize(500, 300);
    palette.show();
    const auto *const list = palette.findChild<QTreeWidget *>();
    QTRY_VERIFY2(list->columnWidth(0) >= list->fontMetrics().horizontalAdvance(action.text()),
                 qPrintable(QString::number(list->columnWidth(0))));
    QVERIFY(list->columnWidth(1) > 0);
    QVERIFY(list->columnWidth(2) > 0);
}

void TestShortcuts::anActionIsFoundByItsWords()
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

void TestShortcuts::theThemeIsFound_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *const typed : {"theme", "dark", "light", "appearance"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestShortcuts::theThemeIsFound()
{
    QFETCH(QString, typed);
    desk()->findAction->trigger();
    auto *const words = child<ActionPalette>()->findChild<QLineEdit *>();
    QTest::keyClicks(words, typed);
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_VERIFY(child<Gui::PreferencesDialog>() != nullptr);
    const auto *const theme
        = child<Gui::PreferencesDialog>()->findChild<QComboBox *>(QStringLiteral("theme"));
    QTRY_VERIFY2(theme->isVisible(), "its page is the one that is open");
}

void TestShortcuts::shiftF10OpensTheMenuOfAList()
{
    for (QWidget *const list : QList<QWidget *>{
             child<Gui::LogView>(), child<Gui::DestinationList>(), child<Gui::BinList>()}) {
        QVERIFY(list != nullptr);
        MenuWatch watch(*list);
        QTest::keyClick(list, Qt::Key_F10);
        QCOMPARE(watch.count(), 0);
        QTest::keyClick(list, Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(watch.count(), 1);
    }
}

void TestShortcuts::whatCannotBeDoneSaysWhy()
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

void TestShortcuts::theListsOwnKeysAreListed()
{
    QStringList listed;
    for (const Gui::GroupedAction &grouped : desk()->shortcuts().actions()) {
        for (const QKeySequence &keys : grouped.action->shortcuts())
            listed.append(keys.toString());
    }
    for (const char *keys : {"R", "/", "Return", "Enter", "End", "Ctrl+End", "Esc", "Alt+Return"})
        QVERIFY2(listed.contains(QLatin1StringView(keys)), keys);
    auto *const list = child<Gui::LogView>();
    for (const QAction *const action : list->actions())
        QVERIFY2(action->shortcut() != QKeySequence(Qt::Key_R), "the list's menu has one Resend");
}

void TestShortcuts::theListsOwnKeysCanBeChanged()
{
    emit m_window->facts().attemptsRecorded({Testing::attempt(1), Testing::attempt(2)});
    auto *const list = child<Gui::LogView>();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    auto *const newest = m_window->findChild<QAction *>(QStringLiteral("newest-row"));
    desk()->shortcuts().assign(*newest, QKeySequence(Qt::Key_G));
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_G);
    QCOMPARE(list->currentIndex().row(), 1);
    QVERIFY(list->isFollowing());
    m_window.reset();
    open();
    const auto *const again = m_window->findChild<QAction *>(QStringLiteral("newest-row"));
    QCOMPARE(again->shortcuts(), QList<QKeySequence>{Qt::Key_G});
}

void TestShortcuts::keysOfTheDesktopComeFirst()
{
    const QKeySequence foreign(Qt::CTRL | Qt::ALT | Qt::Key_Q);
    const QKeySequence ours(Qt::CTRL | Qt::SHIFT | Qt::Key_F); // finds in the body
    Gui::addStandardKeys(*m_window, [&](QKeySequence::StandardKey key) {
        if (key == QKeySequence::Quit)
            return QList<QKeySequence>{foreign};
        return key == QKeySequence::FullScreen ? QList<QKeySequence>{ours} : QList<QKeySequence>();
    });
    const auto *const actions = child<Actions>();
    QCOMPARE(actions->quit->shortcuts().first(), foreign);
    QVERIFY(actions->quit->shortcuts().contains(QKeySequence(Qt::CTRL | Qt::Key_Q)));
    QVERIFY(!actions->fullScreen->shortcuts().contains(ours));
    QVERIFY(actions->fullScreen->shortcuts().contains(QKeySequence(Qt::Key_F11)));
}

/// The texts of the destination that the dialog shows, which is closed then.
QStringList TestShortcuts::openedProperties() const
{
    const auto *const dialog = child<Gui::DestinationDialog>();
    QStringList texts;
    if (dialog != nullptr) {
        for (const QLineEdit *const field : dialog->findChildren<QLineEdit *>())
            texts.append(field->text());
    }
    delete dialog;
    return texts;
}

/// The list with one row, of the second of three destinations.
Gui::LogView *TestShortcuts::showRowOfBilling()
{
    showThree();
    Core::Attempt attempt = Testing::attempt(1);
    attempt.destination = Core::DestinationId{2};
    emit m_window->facts().attemptsRecorded({attempt});
    auto *const list = child<Gui::LogView>();
    const bool isThere = QTest::qWaitFor([list] { return list->model()->rowCount() == 1; });
    if (!isThere)
        qFatal("The row has not come.");
    return list;
}

void TestShortcuts::altEnterOpensTheDestination()
{
    Gui::LogView *const list = showRowOfBilling();
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return, Qt::AltModifier);
    QVERIFY(openedProperties().contains(QStringLiteral("billing")));
    WindowSuite::choose(3);
    child<Gui::DestinationList>()->setFocus();
    QTest::keyClick(child<Gui::DestinationList>(), Qt::Key_Enter,
                    Qt::AltModifier | Qt::KeypadModifier);
    QVERIFY(openedProperties().contains(QStringLiteral("legacy")));
}

void TestShortcuts::behindAChartNoRowIsMeant()
{
    Gui::LogView *const list = showRowOfBilling();
    WindowSuite::choose(3);
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    child<Gui::ChartDesk>()->showFleet->trigger();
    QVERIFY(!list->isVisible());
    child<Actions>()->properties->trigger();
    QVERIFY(openedProperties().contains(QStringLiteral("legacy")));
    child<Gui::ChartDesk>()->showFleet->trigger();
    list->setFocus();
    child<Actions>()->properties->trigger();
    QVERIFY(openedProperties().contains(QStringLiteral("billing")));
}

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessreading.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/calls/callpanel.h"
#include "ui/charts/chartdesk.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/desk/shortcutbook.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationlist.h"
#include "ui/destinations/sidebar.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/findbar.h"
#include "ui/facts.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/wrappedbox.h"
#include "ui/welcome/welcomedesk.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace Core;
using Gui::Actions;
using Gui::DetailPane;
using Gui::LogPanel;
using Gui::LogView;
using Gui::Sidebar;
using Testing::guessingLabelsIn;
using Testing::namelessIn;

/// The window for those who do not see it, or have no mouse.
class TestAccessibility final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void everyControlHasAName();
    void aControlWithoutANameIsFound();
    void theListTellsARowInASentence();
    void theStateOfTheChosenDestinationIsTold();
    void panesAreWalkedByF6();
    void panesAreWalkedByTab();
    void everyActionHasAMenuOrAKey();
    void everyActionCanHaveOtherKeys();
    void noKeyMeansTwoThings();
    void detailTabsHaveKeys();
    void panesComeAndGoByKeys();
    void escapeLeadsBackToTheList();
    void marksInMenusAreApart();
    void menusAreNotHigherThanAScreen();
    void theWholeScreenCanBeUsed();
    void noLabelReadsMarkup();
    void dialogsWorkAtDoubleSize();

private:
    void fill() const;
    QWidget *pane() const; ///< the one with the focus
    void openDialogs() const;
};

void TestAccessibility::fill() const
{
    showThree();
    emit m_window->facts().attemptsRecorded({Testing::attempt(1, AttemptOutcome::Delivered, 200),
                                             Testing::attempt(2, AttemptOutcome::Temporary, 503)});
    child<LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = Testing::attempt(2, AttemptOutcome::Temporary, 503);
    emit m_window->facts().attemptLoaded(record);
    QCoreApplication::processEvents();
}

void TestAccessibility::openDialogs() const
{
    child<Gui::PreferencesDesk>()->open->trigger();
    child<Gui::PreferencesDesk>()->showShortcuts->trigger();
    child<Gui::DestinationDesk>()->add->trigger();
    child<Gui::PreferencesDesk>()->findAction->trigger();
    QCoreApplication::processEvents();
}

QWidget *TestAccessibility::pane() const
{
    QWidget *const focus = m_window->focusWidget();
    for (QWidget *const one :
         QList<QWidget *>{child<Sidebar>(), child<LogPanel>(), child<DetailPane>()}) {
        if (one == focus || one->isAncestorOf(focus))
            return one;
    }
    return nullptr;
}

void TestAccessibility::everyControlHasAName()
{
    QVERIFY2(namelessIn(*m_window).isEmpty(), qPrintable(namelessIn(*m_window).join(u'\n')));
    fill();
    for (QAction *const page : {child<Actions>()->calls, child<Gui::WelcomeDesk>()->firstSteps}) {
        page->trigger();
        QVERIFY2(namelessIn(*m_window).isEmpty(), qPrintable(namelessIn(*m_window).join(u'\n')));
    }
    QVERIFY2(namelessIn(*m_window).isEmpty(), qPrintable(namelessIn(*m_window).join(u'\n')));
    openDialogs();
    for (QDialog *const dialog : m_window->findChildren<QDialog *>())
        QVERIFY2(namelessIn(*dialog).isEmpty(), qPrintable(namelessIn(*dialog).join(u'\n')));
}

void TestAccessibility::aControlWithoutANameIsFound()
{
    QWidget widget;
    auto *const button = new QPushButton(&widget);
    widget.show();
    QCOMPARE(namelessIn(widget).size(), 1);
    button->setAccessibleName(QStringLiteral("Send"));
    QVERIFY(namelessIn(widget).isEmpty());
}

void TestAccessibility::theListTellsARowInASentence()
{
    fill();
    QAccessibleInterface *const list = QAccessible::queryAccessibleInterface(child<LogView>());
    QVERIFY(list != nullptr && list->tableInterface() != nullptr);
    const QString row = list->tableInterface()->cellAt(1, 0)->text(QAccessible::Description);
    for (const char *part : {"sent to", "503", "try"})
        QVERIFY2(row.contains(QLatin1StringView(part)), qPrintable(row));
}

// Qt raises its event with every new description, but only while somebody listens to a desktop.
void TestAccessibility::theStateOfTheChosenDestinationIsTold()
{
    showThree();
    choose(1);
    const auto told = [this] { return child<Gui::DestinationList>()->accessibleDescription(); };
    QCOMPARE(told(), QString());
    DestinationStatus orders = Testing::destination(1, QStringLiteral("orders"));
    emit m_window->facts().destinationsChanged({orders});
    QCOMPARE(told(), QString()); // no news
    orders.lastAttempt = Testing::attempt(3, AttemptOutcome::Temporary, 503);
    orders.failuresInARow = 1;
    emit m_window->facts().destinationsChanged({orders});
    const QString failing = told();
    QVERIFY2(failing.startsWith(QStringLiteral("orders"))
                 && failing.contains(QStringLiteral("503")),
             qPrintable(failing));
    emit m_window->facts().destinationsChanged({Testing::failing(2, QStringLiteral("billing"))});
    QCOMPARE(told(), failing);
    orders.destination.state = DestinationState::Paused;
    emit m_window->facts().destinationsChanged({orders});
    QVERIFY2(told().contains(QStringLiteral("paused"), Qt::CaseInsensitive), qPrintable(told()));
    choose(2);
    QCOMPARE(told(), QString());
}

void TestAccessibility::panesAreWalkedByF6()
{
    fill();
    child<Sidebar>()->setFocus();
    const QList<QWidget *> forth{child<LogPanel>(), child<DetailPane>(), child<Sidebar>()};
    for (QWidget *const expected : forth) {
        child<Actions>()->nextPane->trigger();
        QCOMPARE(pane(), expected);
    }
    const QList<QWidget *> back{child<DetailPane>(), child<LogPanel>(), child<Sidebar>()};
    for (QWidget *const expected : back) {
        child<Actions>()->previousPane->trigger();
        QCOMPARE(pane(), expected);
    }
    child<Actions>()->sidebar->trigger();
    child<DetailPane>()->setFocus();
    child<Actions>()->nextPane->trigger();
    QCOMPARE(pane(), child<LogPanel>());
    // The pages without a sidebar have one pane each.
    for (QAction *const page : {child<Actions>()->calls, child<Gui::ChartDesk>()->showFleet}) {
        page->trigger();
        child<Actions>()->nextPane->trigger();
        child<Actions>()->previousPane->trigger();
        QVERIFY(QApplication::focusWidget() != nullptr);
        page->trigger();
    }
}

void TestAccessibility::panesAreWalkedByTab()
{
    constexpr int Enough = 60;
    fill();
    child<Sidebar>()->setFocus();
    QList<QWidget *> walked{pane()};
    for (int i = 0; i < Enough; ++i) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        if (QWidget *const now = pane(); now != nullptr && now != walked.last())
            walked.append(now);
    }
    QVERIFY(walked.size() > 3);
    const QList<QWidget *> order{child<Sidebar>(), child<LogPanel>(), child<DetailPane>()};
    QCOMPARE(walked.mid(0, 3), order);
    QCOMPARE(walked.at(3), child<Sidebar>());
}

void TestAccessibility::everyActionHasAMenuOrAKey()
{
    const QList<Gui::GroupedAction> known = Gui::actionsOf(*m_window);
    QVERIFY(known.size() > 20);
    QSet<const QAction *> reachable;
    for (const Gui::GroupedAction &grouped : known)
        reachable.insert(grouped.action);
    for (const QAction *const action : m_window->findChildren<QAction *>()) {
        const auto owners = action->associatedObjects();
        const bool isInContextMenu = std::any_of(owners.begin(), owners.end(), [](QObject *owner) {
            const auto *const widget = qobject_cast<QWidget *>(owner);
            // A button that opens a menu is a way to that menu, which stands elsewhere as well.
            const auto *const button = qobject_cast<QToolButton *>(owner);
            return qobject_cast<QMenu *>(owner) != nullptr
                || (button != nullptr && button->menu() != nullptr)
                || (widget != nullptr && widget->contextMenuPolicy() == Qt::ActionsContextMenu);
        });
        const bool isOurs = !action->isSeparator() && action->menu() == nullptr
            && !action->text().isEmpty()
            && qobject_cast<const QToolBar *>(action->parent()) == nullptr;
        QVERIFY2(!isOurs || reachable.contains(action) || isInContextMenu
                     || !action->shortcut().isEmpty(),
                 qPrintable(action->text()));
    }
}

void TestAccessibility::everyActionCanHaveOtherKeys()
{
    QSet<QString> names;
    for (const Gui::GroupedAction &grouped : Gui::actionsOf(*m_window)) {
        const QAction &action = *grouped.action;
        // What belongs to a list alone has the keys that lists have.
        if (action.shortcutContext() == Qt::WidgetShortcut)
            continue;
        QVERIFY2(Gui::ShortcutBook::isChangeable(action), qPrintable(action.text()));
        QVERIFY2(!names.contains(action.objectName()), qPrintable(action.objectName()));
        names.insert(action.objectName());
    }
}

void TestAccessibility::noKeyMeansTwoThings()
{
    QHash<QString, QString> owners;
    for (const Gui::GroupedAction &grouped : Gui::actionsOf(*m_window)) {
        if (grouped.action->shortcutContext() == Qt::WidgetShortcut)
            continue;
        for (const QKeySequence &keys : grouped.action->shortcuts()) {
            QVERIFY2(!owners.contains(keys.toString()),
                     qPrintable(QStringLiteral("%1: %2 and %3")
                                    .arg(keys.toString(), owners.value(keys.toString()),
                                         grouped.action->text())));
            owners.insert(keys.toString(), grouped.action->text());
        }
    }
}

void TestAccessibility::detailTabsHaveKeys()
{
    fill();
    const auto *const detail = child<DetailPane>();
    for (int tab = 0; tab < DetailPane::TabCount; ++tab) {
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + tab), Qt::AltModifier);
        QCOMPARE(static_cast<int>(detail->currentTab()), tab);
    }
}

void TestAccessibility::panesComeAndGoByKeys()
{
    fill();
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(!child<Sidebar>()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(child<Sidebar>()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(child<Gui::CallPanel>()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(child<LogView>()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTRY_VERIFY(m_window->isFullScreen());
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTRY_VERIFY(!m_window->isFullScreen());
}

void TestAccessibility::escapeLeadsBackToTheList()
{
    fill();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    const Gui::FindBar *const find = child<DetailPane>()->bodyInFront()->finder();
    QVERIFY(find->isVisible() && find->isAncestorOf(m_window->focusWidget()));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QVERIFY(!find->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QPointer<QLineEdit> field = qobject_cast<QLineEdit *>(m_window->focusWidget());
    QVERIFY(!field.isNull());
    field->setText(QStringLiteral("billing"));
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), QString());
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(m_window->focusWidget(), child<LogView>());
}

void TestAccessibility::marksInMenusAreApart()
{
    QVERIFY2(likeMarks().isEmpty(), qPrintable(likeMarks().join(u'\n')));
    QMenu menu;
    menu.addAction(QStringLiteral("&Add"));
    menu.addAction(QStringLiteral("C&all"));
    QCOMPARE(Testing::likeMarksOf(menu).size(), 1);
}

/// Where a menu is higher than the screen, it breaks into columns.
void TestAccessibility::menusAreNotHigherThanAScreen()
{
    child<Gui::PreferencesDesk>()->appearance().setAppearance({Gui::ThemeChoice::System, 200, {}});
    for (const QAction *const entry : m_window->menuBar()->actions()) {
        QMenu *const menu = entry->menu();
        menu->ensurePolished();
        int height = 0;
        for (QAction *const action : menu->actions())
            height += menu->actionGeometry(action).height();
        QVERIFY2(height > 0 && height < 1000,
                 qPrintable(entry->text() + u' ' + QString::number(height)));
    }
}

void TestAccessibility::theWholeScreenCanBeUsed()
{
    child<Actions>()->fullScreen->trigger();
    QTRY_VERIFY(m_window->isFullScreen());
    child<Actions>()->fullScreen->trigger();
    QTRY_VERIFY(!m_window->isFullScreen());
}

void TestAccessibility::noLabelReadsMarkup()
{
    fill();
    openDialogs();
    QVERIFY2(guessingLabelsIn(*m_window).isEmpty(),
             qPrintable(guessingLabelsIn(*m_window).join(u'\n')));
    QWidget widget;
    new QLabel(QStringLiteral("<b>from elsewhere</b>"), &widget);
    QCOMPARE(guessingLabelsIn(widget).size(), 1);
}

void TestAccessibility::dialogsWorkAtDoubleSize()
{
    child<Gui::PreferencesDesk>()->appearance().setAppearance({Gui::ThemeChoice::System, 200, {}});
    openDialogs();
    for (const QDialog *const dialog : m_window->findChildren<QDialog *>()) {
        for (const QAbstractButton *const button : dialog->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !button->text().isEmpty())
                QVERIFY2(button->height() >= button->fontMetrics().height(),
                         qPrintable(button->text()));
        }
        QVERIFY(dialog->minimumSizeHint().width() <= 1280);
    }
    for (const auto *const box : child<Gui::PreferencesDialog>()->findChildren<Gui::WrappedBox *>())
        QVERIFY2(!box->isVisible() || box->height() >= box->heightForWidth(box->width()),
                 qPrintable(box->text()));
    // The offscreen screen is 800 pixels wide.
    const auto *const dialog = child<Gui::PreferencesDialog>();
    const auto *const pages = dialog->findChild<QStackedWidget *>();
    for (int i = 0; i < pages->count(); ++i) {
        dialog->findChild<QListWidget *>()->setCurrentRow(i);
        QCoreApplication::processEvents();
        const auto *const page = qobject_cast<QScrollArea *>(pages->currentWidget());
        QVERIFY2(page->horizontalScrollBar()->maximum() == 0,
                 qPrintable(page->findChild<QLabel *>()->text()));
    }
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"

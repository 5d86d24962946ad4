// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowsuite.h"

#include "tests/ui/makers.h"
#include "ui/desk/preferences.h"
#include "ui/desk/presencedesk.h"
#include "ui/desk/traydesk.h"
#include "ui/destinations/destinationlist.h"
#include "ui/detail/rowwindow.h"
#include "ui/facts.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/noticebar.h"

#include <QApplication>
#include <QMenu>
#include <QSettings>
#include <QTest>

#include <algorithm>

namespace Testing {

QStringList likeMarksOf(const QMenu &menu)
{
    QStringList found;
    QStringList marks;
    for (const QAction *const action : menu.actions()) {
        const auto place = action->text().indexOf(u'&');
        const QString mark = action->text().mid(place + 1, 1).toLower();
        if (place < 0)
            continue;
        if (marks.contains(mark))
            found.append(menu.title() + QStringLiteral(": ") + action->text());
        marks.append(mark);
    }
    return found;
}

void WindowSuite::init()
{
    failOnWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    Gui::Preferences preferences;
    preferences.wasTold = true; // or else the first closing would tell what it means
    Gui::save(preferences, *settingsIn(*m_folder));
    open();
}

void WindowSuite::cleanup()
{
    m_log.reset();
    m_window.reset();
    m_folder.reset();
}

void WindowSuite::open()
{
    auto log = m_log ? m_log->copy() : std::make_unique<StandInLog>();
    m_log.reset();
    m_window = std::make_unique<Gui::MainWindow>(settingsIn(*m_folder), m_logName);
    m_log = std::move(log);
    m_log->serve(*m_window);
    const Gui::Facts &facts = m_window->facts();
    auto *const model = child<Gui::LogModel>();
    connect(&facts, &Gui::Facts::attemptsRecorded, model, &Gui::LogModel::flush);
    connect(&facts, &Gui::Facts::capturesRecorded, model, &Gui::LogModel::flush);
    emit m_window->facts().statusChanged(listeningEngine());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(model->isRead());
}

QStringList WindowSuite::likeMarks() const
{
    showThree();
    emit m_window->facts().destinationsChanged({failing(1, QStringLiteral("orders"))});
    const Gui::TrayDesk &tray = child<Gui::PresenceDesk>()->tray();
    QStringList found;
    for (const QMenu *const menu : m_window->findChildren<QMenu *>())
        found += likeMarksOf(*menu);
    for (const bool isShown : {true, false}) {
        tray.setWindowShown(isShown);
        found += likeMarksOf(tray.menu());
    }
    return found;
}

void WindowSuite::choose(int row) const
{
    auto *const sidebar = child<Gui::DestinationList>();
    sidebar->setCurrentIndex(sidebar->model()->index(row, 0));
}

void WindowSuite::showAttempt(const Core::Attempt &attempt) const
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt});
    QCoreApplication::processEvents();
    child<Gui::LogPanel>()->step(0);
    emit m_window->facts().attemptLoaded(recordOf(attempt));
}

Gui::NoticeBar *WindowSuite::barThatSays(const QString &beginning) const
{
    for (Gui::NoticeBar *const bar : m_window->findChildren<Gui::NoticeBar *>()) {
        if (bar->notice().startsWith(beginning))
            return bar;
    }
    return nullptr;
}

void WindowSuite::forget(Core::LogKey row) const
{
    m_log->forget(row);
}

void WindowSuite::showThree() const
{
    emit m_window->facts().destinationsChanged({destination(1, QStringLiteral("orders")),
                                                destination(2, QStringLiteral("billing")),
                                                destination(3, QStringLiteral("legacy"))});
}

QList<Gui::RowWindow *> WindowSuite::windows()
{
    QList<Gui::RowWindow *> windows;
    for (QWidget *const widget : QApplication::topLevelWidgets()) {
        if (auto *const window = qobject_cast<Gui::RowWindow *>(widget))
            windows.append(window);
    }
    std::sort(windows.begin(), windows.end(),
              [](const Gui::RowWindow *one, const Gui::RowWindow *other) {
                  return one->row() < other->row();
              });
    return windows;
}

} // namespace Testing

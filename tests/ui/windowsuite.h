// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/standinlog.h"
#include "ui/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

class QMenu;

namespace Gui {
class NoticeBar;
class RowWindow;
} // namespace Gui

namespace Testing {

/// The entries of a menu whose mark for a key another one of that menu has.
QStringList likeMarksOf(const QMenu &menu);

/// The base of a suite over the main window: shows a new one, with settings and a log of its own,
/// for every test, and lets no warning of Qt's pass. What is told of the log is shown at once.
class WindowSuite : public QObject
{
    Q_OBJECT

protected slots:
    void init();
    void cleanup();

protected:
    template<typename T>
    T *child() const
    {
        return m_window->findChild<T *>();
    }

    void open(); ///< A new window, with the settings and the log that the last one left.
    void choose(int row) const; ///< in the sidebar
    void showThree() const; ///< destinations
    /// One row in the list, chosen, with its record come.
    void showAttempt(const Core::Attempt &attempt) const;
    Gui::NoticeBar *barThatSays(const QString &beginning) const; ///< null where none does
    void forget(Core::LogKey row) const; ///< from the log
    static QList<Gui::RowWindow *> windows(); ///< of single rows, in the order of those
    /// The entries whose mark another one of their menu has, in the window and in the tray.
    QStringList likeMarks() const;

    std::unique_ptr<Gui::MainWindow> m_window;
    QString m_logName = QStringLiteral("/data");

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StandInLog> m_log;
};

} // namespace Testing

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

class QSettings;

namespace Gui {

class LogPanel;

/// What a person can do with the log as a whole: the actions, and what each does to the panel.
///
/// Borrows: \a panel.
class LogDesk final : public QObject
{
    Q_OBJECT

public:
    explicit LogDesk(LogPanel &panel, QObject *parent = nullptr);

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;

    QAction *const follow;
    QAction *const heartbeats;
    QAction *const filter;
    QAction *const clearFilter;
    QAction *const previousRow;
    QAction *const nextRow;

private:
    void setShortcuts();
    void connectActions();

    LogPanel &m_panel;
};

} // namespace Gui

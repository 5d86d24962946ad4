// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logfield.h"

#include <QAction>
#include <QObject>

#include <memory>

class QActionGroup;
class QMenu;
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
    ~LogDesk() override;

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;

    QAction *const follow;
    QAction *const pause;
    QAction *const heartbeats; ///< each of them, rather than one line for all
    QAction *const group;
    QAction *const filter;
    QAction *const clearFilter;
    QAction *const previousRow;
    QAction *const nextRow;
    QAction *const addColumn;
    QAction *const descending; ///< what the list is sorted by

    void showField(const Core::LogField &field); ///< as a column
    void hideField(const Core::LogField &field);

    QMenu &timeMenu() const { return *m_timeMenu; }
    QMenu &columnMenu() const { return *m_columnMenu; }
    QMenu &sortMenu() const { return *m_sortMenu; }

private:
    void setShortcuts() const;
    void fillTimeMenu();
    void fillColumnMenu();
    void fillSortMenu();
    void showColumns();
    void showOrder();
    void restoreOrder(const QSettings &settings);
    void connectActions();

    LogPanel &m_panel;
    std::unique_ptr<QMenu> m_timeMenu;
    std::unique_ptr<QMenu> m_columnMenu;
    std::unique_ptr<QMenu> m_sortMenu;
    QActionGroup *m_timeStyles;
    QActionGroup *m_sortings;
};

} // namespace Gui

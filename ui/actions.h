// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

class QMenuBar;
class QToolBar;

namespace Gui {

/// Everything a person can do in the window, each thing once: menus, tool bar, shortcuts and
/// context menus all show these.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    void fill(QMenuBar &menuBar) const;
    void fill(QToolBar &toolBar) const;
    QList<QAction *> forDestination() const;

    /// What can be done with the chosen destination; \a reason says why nothing can.
    void setDestinationChosen(bool isChosen, bool isPaused, const QString &reason) const;
    void setDispatching(bool isDispatching) const;

    QAction *const dispatch;
    QAction *const add;
    QAction *const edit;
    QAction *const sendTest;
    QAction *const pause; ///< or resume
    QAction *const copyUrl;
    QAction *const remove;
    QAction *const undo;
    QAction *const follow;
    QAction *const heartbeats;
    QAction *const filter;
    QAction *const clearFilter;
    QAction *const previousRow;
    QAction *const nextRow;
    QAction *const nextPane;
    QAction *const sidebar;
    QAction *const fullScreen;
    QAction *const close;
    QAction *const quit;
    QAction *const about;

private:
    void setShortcuts() const;
    void setHints() const;
};

} // namespace Gui

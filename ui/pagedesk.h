// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"

#include <QList>
#include <QObject>

class QAction;
class QLabel;
class QStackedWidget;

namespace Gui {

class Actions;
class CallPanel;
class ChartDesk;
class Dashboard;
class DestinationModel;
class FleetPanel;
class LogModel;
class LogPanel;
class Sidebar;
class WelcomeDesk;
class WelcomePage;

/// The pages, and who says which of them is seen.
struct PageParts
{
    QStackedWidget &stack;
    QWidget &log; ///< the page with \a panel
    WelcomePage &welcome;
    CallPanel &calls;
    Dashboard &dashboard;
    FleetPanel &fleet;
    const LogPanel &panel;
    Sidebar &sidebar;
    const Actions &actions;
    const ChartDesk &charts;
    WelcomeDesk &welcoming;
    const DestinationModel &destinations;
    const LogModel &rows;
};

/// What is seen beside the sidebar: the log, or what stands in its place, of which there is one at
/// most; and the sidebar's list of views, which tells that. Without a destination and a row in the
/// log there is nothing for a sidebar; the first steps are shown once that is known to be so.
///
/// Borrows: its parts.
class PageDesk final : public QObject
{
    Q_OBJECT

public:
    explicit PageDesk(const PageParts &parts, QObject *parent = nullptr);

    void update(); ///< After destinations have come or gone.
    void takeStatus(const Core::EngineStatus &status);
    bool goBack(); ///< From what stands in the place of the log; false where nothing does.

private:
    void connectActions();
    void connectSidebar();
    QList<QAction *> pages() const;
    QWidget &page() const;
    void showKeptViews();
    void markView();

    const PageParts m_parts;
    QLabel *m_unread; ///< why there is no log
    bool m_isRunning = true;
    bool m_hasEngineBegun = false; ///< It has told of all destinations that there are.
};

} // namespace Gui

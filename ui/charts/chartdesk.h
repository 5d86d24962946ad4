// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

class QSettings;

namespace Gui {

class Dashboard;
class DestinationDesk;
class FleetPanel;
class Sidebar;

/// What a person can do with charts: which of them is seen in the place of the log, and of whom.
///
/// Borrows: all that it is made with.
class ChartDesk final : public QObject
{
    Q_OBJECT

public:
    ChartDesk(Dashboard &dashboard, FleetPanel &fleet, const DestinationDesk &destinations,
              Sidebar &sidebar, QObject *parent = nullptr);

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;
    void follow(); ///< After the choice of a destination has changed.

    QAction *const showFleet;
    QAction *const showDashboard; ///< of the chosen destination

private:
    Dashboard &m_dashboard;
    FleetPanel &m_fleet;
    const DestinationDesk &m_destinations;
};

} // namespace Gui

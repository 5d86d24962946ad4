// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartdesk.h"

#include "ui/charts/dashboard.h"
#include "ui/charts/fleetpanel.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/sidebar.h"

#include <QSettings>

#include <algorithm>

namespace Gui {

namespace {

constexpr QLatin1StringView DashboardKey{"charts/dashboardRange"};
constexpr QLatin1StringView FleetKey{"charts/fleetRange"};

TimeRange rangeIn(const QSettings &settings, QLatin1StringView key)
{
    return TimeRange{std::clamp(settings.value(key, 0).toInt(), 0, TimeRangeCount - 1)};
}

} // namespace

ChartDesk::ChartDesk(Dashboard &dashboard, FleetPanel &fleet, const DestinationDesk &destinations,
                     Sidebar &sidebar, QObject *parent)
    : QObject(parent)
    , showFleet(new QAction(tr("Fleet"), this))
    , showDashboard(new QAction(tr("Dash&board"), this))
    , m_dashboard(dashboard)
    , m_fleet(fleet)
    , m_destinations(destinations)
{
    showFleet->setObjectName(QStringLiteral("show-fleet"));
    showFleet->setCheckable(true);
    showFleet->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
    showFleet->setToolTip(tr("All destinations at a glance"));
    showDashboard->setObjectName(QStringLiteral("show-dashboard"));
    showDashboard->setCheckable(true);
    showDashboard->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_3));
    showDashboard->setToolTip(tr("The figures of the chosen destination"));
    connect(&fleet, &FleetPanel::closeRequested, showFleet, &QAction::toggle);
    connect(&dashboard, &Dashboard::closeRequested, showDashboard, &QAction::toggle);
    connect(&fleet, &FleetPanel::destinationChosen, this,
            [this, &sidebar](const Core::DestinationId &id) {
                sidebar.choose(id);
                showDashboard->setChecked(true);
            });
    connect(&sidebar, &Sidebar::dashboardRequested, this,
            [this] { showDashboard->setChecked(true); });
}

void ChartDesk::follow()
{
    const Core::DestinationStatus *const chosen = m_destinations.chosen();
    m_dashboard.setDestination(chosen == nullptr ? Core::DestinationId{} : chosen->destination.id);
}

void ChartDesk::restoreFrom(const QSettings &settings)
{
    m_dashboard.setRange(rangeIn(settings, DashboardKey));
    m_fleet.setRange(rangeIn(settings, FleetKey));
}

void ChartDesk::saveTo(QSettings &settings) const
{
    settings.setValue(DashboardKey, static_cast<int>(m_dashboard.range()));
    settings.setValue(FleetKey, static_cast<int>(m_fleet.range()));
}

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowkeeper.h"

#include "ui/actions.h"
#include "ui/charts/chartdesk.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/whereabouts.h"
#include "ui/destinations/sidebar.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/detailsplitter.h"
#include "ui/detail/rowwindowdesk.h"
#include "ui/filter/filterdesk.h"
#include "ui/log/logdesk.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/sidebar/sidesplitter.h"

#include <QMainWindow>
#include <QSettings>
#include <QTimer>

#include <chrono>
#include <utility>

namespace Gui {

namespace {

constexpr QLatin1StringView GeometryKey{"window/geometry"};
constexpr QLatin1StringView StateKey{"window/state"};
constexpr QLatin1StringView ColumnsKey{"window/columns"};
constexpr QLatin1StringView SidebarKey{"window/sidebar"};
constexpr QLatin1StringView SidebarWidthKey{"window/sidebarWidth"};
constexpr QLatin1StringView DetailsKey{"window/details"};
constexpr QLatin1StringView BesideKey{"window/detailsBeside"};
constexpr std::chrono::seconds SavingTime{10}; ///< so much is lost when the program crashes

} // namespace

WindowKeeper::WindowKeeper(QSettings &settings, QString log, const KeptParts &parts)
    : m_settings(settings)
    , m_log(std::move(log))
    , m_parts(parts)
{
}

void WindowKeeper::restore()
{
    restoreShape();
    restoreReading();
    auto *const timer = new QTimer(&m_parts.window);
    timer->setObjectName(QStringLiteral("keeping"));
    QObject::connect(timer, &QTimer::timeout, timer, [this] { save(); });
    timer->start(SavingTime);
}

void WindowKeeper::save()
{
    saveShape();
    saveReading();
    m_settings.sync();
}

void WindowKeeper::restoreShape()
{
    // First, since what follows was measured with these letters.
    m_parts.preferences.restoreFrom(m_settings);
    m_parts.window.restoreGeometry(m_settings.value(GeometryKey).toByteArray());
    m_parts.window.restoreState(m_settings.value(StateKey).toByteArray());
    m_parts.columns.restoreState(m_settings.value(ColumnsKey).toByteArray());
    m_parts.columns.want(m_settings.value(SidebarWidthKey).toInt());
    m_parts.rows.restoreFrom(m_settings);
    m_parts.log.restoreFrom(m_settings);
    m_parts.charts.restoreFrom(m_settings);
    m_parts.sidebar.restoreFrom(m_settings);
    m_parts.rowWindows.restoreFrom(m_settings);
    m_parts.actions.sidebar->setChecked(m_settings.value(SidebarKey, true).toBool());
    m_parts.actions.details->setChecked(m_settings.value(DetailsKey, true).toBool());
    m_parts.actions.detailsBeside->setChecked(m_settings.value(BesideKey).toBool());
    m_parts.detail.restoreFrom(m_settings);
}

void WindowKeeper::saveShape()
{
    m_settings.setValue(GeometryKey, m_parts.window.saveGeometry());
    m_settings.setValue(StateKey, m_parts.window.saveState());
    m_settings.setValue(ColumnsKey, m_parts.columns.saveState());
    m_settings.setValue(SidebarWidthKey, m_parts.columns.wantedWidth());
    m_parts.rows.saveTo(m_settings);
    m_parts.log.saveTo(m_settings);
    m_parts.filter.saveTo(m_settings);
    m_parts.charts.saveTo(m_settings);
    m_parts.sidebar.saveTo(m_settings);
    m_parts.rowWindows.saveTo(m_settings);
    m_settings.setValue(SidebarKey, m_parts.actions.sidebar->isChecked());
    m_settings.setValue(DetailsKey, m_parts.actions.details->isChecked());
    m_settings.setValue(BesideKey, m_parts.actions.detailsBeside->isChecked());
    m_parts.detail.saveTo(m_settings);
}

void WindowKeeper::restoreReading()
{
    const std::optional<Whereabouts> last = whereaboutsIn(m_log, m_settings);
    if (!last)
        return;
    m_parts.sidebar.restore(*last);
    m_parts.filter.restore(*last);
    m_parts.panel.restore(last->row, last->isFollowing);
}

void WindowKeeper::saveReading()
{
    Whereabouts here;
    m_parts.sidebar.save(here);
    m_parts.filter.save(here);
    here.row = m_parts.panel.chosen();
    here.isFollowing = m_parts.panel.view()->isFollowing();
    keepWhereabouts(here, m_log, m_settings);
}

} // namespace Gui

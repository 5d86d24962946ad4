// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pagedesk.h"

#include "ui/actions.h"
#include "ui/calls/callpanel.h"
#include "ui/charts/chartdesk.h"
#include "ui/charts/dashboard.h"
#include "ui/charts/fleetpanel.h"
#include "ui/destinations/destinationlist.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/sidebar.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/savedfilters.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/look/format.h"
#include "ui/look/plainlabel.h"
#include "ui/sidebar/viewlist.h"
#include "ui/topnotices.h"
#include "ui/welcome/welcomedesk.h"
#include "ui/welcome/welcomepage.h"

#include <QActionGroup>
#include <QLabel>
#include <QStackedWidget>

#include <utility>

namespace Gui {

PageDesk::PageDesk(const PageParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_unread(plainLabel({}, &m_parts.stack))
{
    m_unread->setAlignment(Qt::AlignCenter);
    for (QWidget *const each : QList<QWidget *>{&m_parts.welcome, &m_parts.log, &m_parts.calls,
                                                &m_parts.dashboard, &m_parts.fleet, m_unread})
        m_parts.stack.addWidget(each);
    connectActions();
    connectSidebar();
    connect(&m_parts.rows, &LogModel::countChanged, this, &PageDesk::update);
    connect(m_parts.panel.filter(), &FilterField::filterChanged, this, &PageDesk::markView);
    connect(m_parts.panel.filter(), &FilterField::filterChanged, this,
            [this] { m_parts.sidebar.showBinOf(m_parts.panel.filter()->filterText()); });
    connect(m_parts.panel.filterBar()->saved(), &SavedFilters::changed, this,
            &PageDesk::showKeptViews);
    showKeptViews();
}

void PageDesk::connectActions()
{
    const Actions &actions = m_parts.actions;
    // At most one stands in the place of the log.
    auto *const group = new QActionGroup(this);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (QAction *const page : pages()) {
        group->addAction(page);
        connect(page, &QAction::toggled, this, &PageDesk::update);
        connect(page, &QAction::toggled, this, &PageDesk::markView);
        connect(actions.log, &QAction::triggered, page, [page] { page->setChecked(false); });
    }
    connect(&m_parts.calls, &CallPanel::closeRequested, actions.calls, &QAction::toggle);
    connect(actions.log, &QAction::triggered, &m_parts.welcoming, &WelcomeDesk::leave);
    connect(&m_parts.welcoming, &WelcomeDesk::shownChanged, this, &PageDesk::update);
    connect(actions.sidebar, &QAction::toggled, &m_parts.sidebar, &QWidget::setVisible);
}

/// Those that stand in the place of the log.
QList<QAction *> PageDesk::pages() const
{
    return {m_parts.actions.calls, m_parts.charts.showDashboard, m_parts.charts.showFleet};
}

bool PageDesk::goBack()
{
    for (QAction *const page : pages()) {
        if (!page->isChecked())
            continue;
        page->setChecked(false);
        return true;
    }
    return false;
}

void PageDesk::connectSidebar()
{
    const Sidebar &sidebar = m_parts.sidebar;
    connect(&sidebar, &Sidebar::filterRequested, this, [this](const QString &filter) {
        m_parts.actions.log->trigger();
        m_parts.panel.filter()->setFilterText(filter);
    });
    connect(&sidebar, &Sidebar::callsRequested, m_parts.actions.calls,
            [this] { m_parts.actions.calls->setChecked(true); });
    connect(&sidebar.destinations(), &QAbstractItemView::clicked, &m_parts.welcoming,
            &WelcomeDesk::leave);
    connect(&sidebar, &Sidebar::destinationChosen, &m_parts.welcoming, [this] {
        if (m_parts.sidebar.destinations().hasFocus()) // and not by what was done elsewhere
            m_parts.welcoming.leave();
    });
}

/// Destinations are told of ahead of the status that says that the engine has begun.
void PageDesk::takeStatus(const Core::EngineStatus &status)
{
    m_unread->setText(tr("The log cannot be read at the moment.") + u'\n'
                      + printable(troubleIn(status)));
    if (std::exchange(m_isRunning, status.isRunning) != status.isRunning)
        update();
    const bool hasBegun = !status.apiUrl.isEmpty() || !status.trouble.isEmpty();
    if (hasBegun && !std::exchange(m_hasEngineBegun, true))
        update();
}

void PageDesk::update()
{
    const bool isEmpty = m_parts.destinations.count() == 0 && m_parts.rows.totalCount() == 0;
    m_parts.welcoming.setLogEmpty(isEmpty && m_hasEngineBegun && m_parts.rows.isRead());
    m_parts.stack.setCurrentWidget(&page());
    m_parts.sidebar.setVisible(!isEmpty && m_parts.actions.sidebar->isChecked());
}

QWidget &PageDesk::page() const
{
    if (m_parts.actions.calls->isChecked())
        return m_parts.calls;
    if (m_parts.charts.showDashboard->isChecked())
        return m_parts.dashboard;
    if (m_parts.charts.showFleet->isChecked())
        return m_parts.fleet;
    if (!m_isRunning && !m_parts.rows.isRead())
        return *m_unread;
    return m_parts.welcoming.isShown() ? m_parts.welcome : m_parts.log;
}

void PageDesk::showKeptViews()
{
    QList<LogViewpoint> kept;
    for (const QAction *const filter : m_parts.panel.filterBar()->saved()->actions())
        kept.append({SavedFilters::nameOf(filter), SavedFilters::textOf(filter)});
    m_parts.sidebar.setKeptViews(kept);
    markView(); // The mark went with the former list.
}

/// Only when another is shown, or else it would be lost on the way to one by the arrow keys.
void PageDesk::markView()
{
    if (m_parts.actions.calls->isChecked())
        m_parts.sidebar.views().showCalls();
    else if (m_parts.charts.showDashboard->isChecked() || m_parts.charts.showFleet->isChecked())
        m_parts.sidebar.views().showNone();
    else
        m_parts.sidebar.showFilter(m_parts.panel.filter()->filterText());
}

} // namespace Gui

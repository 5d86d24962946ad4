// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logdesk.h"

#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/glyph.h"

#include <QHeaderView>
#include <QSettings>

namespace Gui {

namespace {

constexpr QLatin1StringView ColumnsKey{"window/logColumns"};
constexpr QLatin1StringView HeartbeatsKey{"window/heartbeats"};

} // namespace

LogDesk::LogDesk(LogPanel &panel, QObject *parent)
    : QObject(parent)
    , follow(new QAction(iconOf(Glyph::Follow), tr("&Follow"), this))
    , heartbeats(new QAction(tr("Show &heartbeats"), this))
    , filter(new QAction(tr("F&ilter…"), this))
    , clearFilter(new QAction(tr("&Clear filter"), this))
    , previousRow(new QAction(tr("&Previous row"), this))
    , nextRow(new QAction(tr("&Next row"), this))
    , m_panel(panel)
{
    for (QAction *const action : {follow, heartbeats}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    follow->setToolTip(tr("Keep the newest row in sight (Ctrl+L)"));
    filter->setToolTip(tr("Go to the filter (Ctrl+F)"));
    setShortcuts();
    connectActions();
}

void LogDesk::setShortcuts()
{
    follow->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    filter->setShortcut(QKeySequence::Find);
    previousRow->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Up), QKeySequence(Qt::Key_F7)});
    nextRow->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Down), QKeySequence(Qt::Key_F8)});
}

void LogDesk::connectActions()
{
    connect(follow, &QAction::triggered, m_panel.view(), &LogView::setFollowing);
    connect(m_panel.view(), &LogView::followingChanged, follow, &QAction::setChecked);
    connect(heartbeats, &QAction::toggled, &m_panel, &LogPanel::setHeartbeatsShown);
    connect(filter, &QAction::triggered, &m_panel, &LogPanel::focusFilter);
    connect(clearFilter, &QAction::triggered, &m_panel, &LogPanel::everythingRequested);
    connect(previousRow, &QAction::triggered, this, [this] { m_panel.step(-1); });
    connect(nextRow, &QAction::triggered, this, [this] { m_panel.step(1); });
}

void LogDesk::restoreFrom(const QSettings &settings)
{
    m_panel.view()->horizontalHeader()->restoreState(settings.value(ColumnsKey).toByteArray());
    heartbeats->setChecked(settings.value(HeartbeatsKey, true).toBool());
}

void LogDesk::saveTo(QSettings &settings) const
{
    settings.setValue(ColumnsKey, m_panel.view()->horizontalHeader()->saveState());
    settings.setValue(HeartbeatsKey, heartbeats->isChecked());
}

} // namespace Gui

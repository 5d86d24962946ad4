// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainmenu.h"

#include "ui/actions.h"
#include "ui/charts/chartdesk.h"
#include "ui/configuration/configurationdesk.h"
#include "ui/deliveries/deliverydesk.h"
#include "ui/deliveries/historydesk.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/desk/helpdesk.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/traydesk.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/detail/detaildesk.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/recorddesk.h"
#include "ui/detail/rowwindowdesk.h"
#include "ui/detail/traildesk.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterdesk.h"
#include "ui/log/logdesk.h"
#include "ui/sidebar/bindesk.h"
#include "ui/undoaction.h"
#include "ui/welcome/welcomedesk.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace Gui {

namespace {

struct MainMenu
{
    Q_DECLARE_TR_FUNCTIONS(MainMenu)
};

void fillFileMenu(QMenu &menu, const MenuParts &parts)
{
    menu.addActions({parts.destinations.add, parts.actions.dispatch});
    menu.addSeparator();
    menu.addAction(parts.keeping.exportRows);
    menu.addActions({parts.configuration.exportAll, parts.configuration.importFile});
    menu.addActions({parts.tray.testAll, parts.tray.copyApi});
    menu.addSeparator();
    menu.addAction(parts.history.clearHistory);
    menu.addSeparator();
    menu.addActions({parts.actions.close, parts.actions.quit});
}

void fillEditMenu(QMenu &menu, const MenuParts &parts)
{
    menu.addAction(parts.destinations.undo);
    menu.addSeparator();
    menu.addActions({parts.log.filter, parts.log.clearFilter});
    menu.addMenu(parts.filterBar.menu);
    menu.addActions({parts.filter.onlyThis, parts.filter.excludeThis, parts.filter.addThis});
    menu.addSeparator();
    menu.addActions({parts.records.find, parts.records.findNext, parts.records.findPrevious});
    menu.addSeparator();
    menu.addMenu(parts.records.copyMenu());
    menu.addAction(parts.records.saveBody);
    menu.addSeparator();
    menu.addActions({parts.preferences.findAction, parts.preferences.open});
}

void fillGoMenu(QMenu &menu, const MenuParts &parts)
{
    menu.setToolTipsVisible(true);
    menu.addActions({parts.log.previousRow, parts.log.nextRow});
    menu.addActions({parts.keeping.previousPin, parts.keeping.nextPin});
    menu.addActions({parts.trail.previousTry, parts.trail.nextTry});
    menu.addActions({parts.trail.back, parts.trail.forward});
    menu.addSeparator();
    menu.addActions({parts.actions.nextPane, parts.actions.previousPane});
}

void fillViewMenu(QMenu &menu, const MenuParts &parts)
{
    menu.addActions({parts.log.follow, parts.log.pause, parts.log.heartbeats, parts.log.group});
    menu.addMenu(&parts.log.timeMenu());
    menu.addMenu(&parts.log.columnMenu());
    menu.addMenu(&parts.log.sortMenu());
    menu.addSeparator();
    fillGoMenu(*menu.addMenu(MainMenu::tr("&Navigate")), parts);
    QMenu *const details = menu.addMenu(MainMenu::tr("D&etails"));
    details->addActions({parts.actions.details, parts.actions.detailsBeside});
    details->addSeparator();
    details->addActions(parts.detail.tabActions());
    menu.addAction(parts.records.showSecrets);
    menu.addSeparator();
    menu.addActions({parts.actions.log, parts.charts.showFleet, parts.charts.showDashboard,
                     parts.actions.calls});
    menu.addSeparator();
    const AppearanceDesk &appearance = parts.preferences.appearance();
    QMenu *const size = menu.addMenu(MainMenu::tr("Text si&ze"));
    size->addActions({appearance.larger, appearance.smaller, appearance.usualSize});
    menu.addActions({parts.actions.sidebar, parts.actions.fullScreen});
}

void fillDestinationMenu(QMenu &menu, const MenuParts &parts)
{
    menu.addActions(parts.destinations.forChosen());
    menu.addSeparator();
    menu.addActions(parts.deliveries.forDestination());
    menu.addAction(parts.charts.showDashboard);
}

void fillDeliveryMenu(QMenu &menu, const MenuParts &parts)
{
    menu.addAction(parts.deliveries.publish);
    menu.addSeparator();
    menu.addActions(parts.deliveries.forRows());
    menu.addSeparator();
    menu.addActions(parts.keeping.forRows());
    menu.addActions({parts.details.compare, parts.rowWindows.open, parts.actions.properties});
    menu.addSeparator();
    menu.addAction(parts.history.deleteRows);
}

} // namespace

void fillMainMenu(QMenuBar &bar, const MenuParts &parts)
{
    using Fill = void (*)(QMenu &, const MenuParts &);
    const std::array<std::pair<QString, Fill>, 5> menus{{
        {MainMenu::tr("&File"), fillFileMenu},
        {MainMenu::tr("&Edit"), fillEditMenu},
        {MainMenu::tr("&View"), fillViewMenu},
        {MainMenu::tr("&Destination"), fillDestinationMenu},
        {MainMenu::tr("De&livery"), fillDeliveryMenu},
    }};
    for (const auto &[title, fill] : menus) {
        QMenu *const menu = bar.addMenu(title);
        menu->setToolTipsVisible(true);
        fill(*menu, parts);
    }
    bar.addMenu(MainMenu::tr("&Bin"))->addActions(parts.bins.forChosen());
    bar.addMenu(MainMenu::tr("&Help"))
        ->addActions({parts.help.open, parts.welcome.firstSteps, parts.preferences.showShortcuts,
                      parts.actions.about});
}

} // namespace Gui

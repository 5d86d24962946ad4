// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenuBar;

namespace Gui {

class Actions;
class BinDesk;
class ChartDesk;
class ConfigurationDesk;
class DeliveryDesk;
class DestinationDesk;
class DetailDesk;
class DetailPane;
class FilterBar;
class FilterDesk;
class HelpDesk;
class HistoryDesk;
class KeepDesk;
class LogDesk;
class PreferencesDesk;
class RecordDesk;
class RowWindowDesk;
class TrailDesk;
class TrayDesk;
class WelcomeDesk;

/// Whose actions stand in the main menu.
struct MenuParts
{
    const Actions &actions;
    const FilterBar &filterBar;
    const DetailPane &detail;
    const DestinationDesk &destinations;
    const LogDesk &log;
    const FilterDesk &filter;
    const WelcomeDesk &welcome;
    const DetailDesk &details;
    const RecordDesk &records;
    const TrailDesk &trail;
    const DeliveryDesk &deliveries;
    const KeepDesk &keeping;
    const HistoryDesk &history;
    const RowWindowDesk &rowWindows;
    const ConfigurationDesk &configuration;
    const ChartDesk &charts;
    const BinDesk &bins;
    const PreferencesDesk &preferences;
    const TrayDesk &tray;
    const HelpDesk &help;
};

/// Fills \a bar with menus that hold whatever can be done in the window.
void fillMainMenu(QMenuBar &bar, const MenuParts &parts);

} // namespace Gui

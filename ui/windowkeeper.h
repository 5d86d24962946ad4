// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMainWindow;
class QSettings;

namespace Gui {

class Actions;
class ChartDesk;
class DetailPane;
class DetailSplitter;
class FilterDesk;
class LogDesk;
class LogPanel;
class PreferencesDesk;
class RowWindowDesk;
class SideSplitter;
class Sidebar;

/// What has a shape that is kept.
struct KeptParts
{
    QMainWindow &window;
    SideSplitter &columns;
    DetailSplitter &rows;
    const Actions &actions;
    Sidebar &sidebar;
    LogPanel &panel;
    PreferencesDesk &preferences;
    LogDesk &log;
    FilterDesk &filter;
    ChartDesk &charts;
    RowWindowDesk &rowWindows;
    DetailPane &detail;
};

/// What a window has from one run to the next: its shape, which is the same for all logs, and what
/// was read, which is of one log, since a row's key means another row in another.
///
/// It saves all of it every ten seconds as well, since a crash does not ask first.
///
/// Borrows: \a settings and its parts.
class WindowKeeper final
{
public:
    /// \a log names the one that is shown.
    WindowKeeper(QSettings &settings, QString log, const KeptParts &parts);

    void restore();
    void save();

private:
    void restoreShape();
    void saveShape();
    void restoreReading();
    void saveReading();

    QSettings &m_settings;
    const QString m_log;
    const KeptParts m_parts;
};

} // namespace Gui

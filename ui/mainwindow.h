// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logkey.h"
#include "core/model/status.h"

#include <QMainWindow>

#include <memory>

class QSettings;
class QStackedWidget;

namespace Gui {

class Actions;
class ActivityStrip;
class BinDesk;
class CallPanel;
class ConfigurationDesk;
class ChartDesk;
class Dashboard;
class DeliveryDesk;
class DestinationDesk;
class DestinationModel;
class DetailDesk;
class DetailPane;
class DetailSplitter;
class Facts;
class FilterDesk;
class FleetPanel;
class HelpDesk;
class HistoryDesk;
class KeepDesk;
class LogDesk;
class LogModel;
class LogPanel;
class NoticeBar;
class PageDesk;
class PaneRound;
class PreferencesDesk;
class PresenceDesk;
class RecordDesk;
class Requests;
class RowWindow;
class RowWindowDesk;
class SideSplitter;
class Sidebar;
class StatusLine;
class TopNotices;
class TrailDesk;
class UndoBar;
class WelcomeDesk;
class WelcomePage;
class WindowKeeper;

/// The window: it lays out its parts and joins them. What has happened reaches
/// them by Facts, what a person wants leaves them by Requests; the window decides nothing and
/// reaches nothing itself.
///
/// Thread: screen. Facts come by queued calls, in batches.
/// Owns: \a settings, in which it keeps its shape, and what is read of the log that \a log names.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(std::unique_ptr<QSettings> settings, QString log = {},
                        QWidget *parent = nullptr);
    ~MainWindow() override;

    Facts &facts() { return *m_facts; } ///< Whoever knows what has happened tells it there.
    Requests &requests() { return *m_requests; } ///< What a person asks for.

    void open(bool isMinimized); ///< Shows it for the first time.
    void showWindow(); ///< Brings it to the front, wherever it was.
    void quit(); ///< Asks for the end, whatever closing means.

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void fillMenus();
    void fillToolBar();
    void fillDetailButtons();
    void connectActions();
    void connectFacts();
    void connectPanels();

    void showStatus(const Core::EngineStatus &status);
    void showInterrupted();
    void chooseFailure(const Core::AttemptId &id);
    void openProperties();
    void stepBack();
    void joinPane(DetailPane &pane);
    void joinRowWindow(RowWindow &window);
    void bringUpLog();
    void tellThatClosingQuits();

    void updateAll();
    void updateChoice();
    void updateTitle();

    std::unique_ptr<QSettings> m_settings;
    bool m_isPainted = false;
    Core::EngineStatus m_status;
    Facts *m_facts;
    Requests *m_requests;
    Actions *m_actions;
    DestinationModel *m_destinations;
    LogModel *m_log;
    TopNotices *m_notices;
    UndoBar *m_undo;
    UndoBar *m_added; ///< through the HTTP interface
    NoticeBar *m_deletion; ///< what is about to be deleted
    NoticeBar *m_done; ///< what has been done about deliveries
    NoticeBar *m_recovery; ///< told once a run, and gone for good when dismissed
    Sidebar *m_sidebar;
    LogPanel *m_panel;
    ActivityStrip *m_activity;
    DetailPane *m_detail;
    WelcomePage *m_welcome;
    CallPanel *m_calls;
    Dashboard *m_dashboard;
    FleetPanel *m_fleet;
    StatusLine *m_statusLine;
    QStackedWidget *m_pages;
    SideSplitter *m_columns;
    DetailSplitter *m_rows;
    PaneRound *m_panes;
    DestinationDesk *m_destinationDesk;
    LogDesk *m_logDesk;
    FilterDesk *m_filterDesk;
    WelcomeDesk *m_welcomeDesk;
    RecordDesk *m_recordDesk;
    DetailDesk *m_detailDesk;
    TrailDesk *m_trailDesk;
    DeliveryDesk *m_deliveryDesk;
    KeepDesk *m_keepDesk;
    HistoryDesk *m_historyDesk;
    RowWindowDesk *m_rowWindows;
    ConfigurationDesk *m_configurationDesk;
    ChartDesk *m_chartDesk;
    PageDesk *m_pageDesk;
    BinDesk *m_binDesk;
    PreferencesDesk *m_preferences;
    PresenceDesk *m_presence;
    std::unique_ptr<WindowKeeper> m_keeper;
    HelpDesk *m_help;
};

} // namespace Gui

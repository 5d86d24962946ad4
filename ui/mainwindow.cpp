// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/model/pausereason.h"
#include "ui/about.h"
#include "ui/actions.h"
#include "ui/calls/callpanel.h"
#include "ui/charts/activitystrip.h"
#include "ui/charts/chartdesk.h"
#include "ui/charts/chartexport.h"
#include "ui/charts/dashboard.h"
#include "ui/charts/fleetpanel.h"
#include "ui/configuration/configurationdesk.h"
#include "ui/deliveries/deliverydesk.h"
#include "ui/deliveries/historydesk.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/desk/helpdesk.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/presencedesk.h"
#include "ui/desk/shortcutbook.h"
#include "ui/desk/traydesk.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationlist.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/sidebar.h"
#include "ui/detail/detaildesk.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/detailplace.h"
#include "ui/detail/detailsplitter.h"
#include "ui/detail/recorddesk.h"
#include "ui/detail/rowwindow.h"
#include "ui/detail/rowwindowdesk.h"
#include "ui/detail/traildesk.h"
#include "ui/facts.h"
#include "ui/filter/filterdesk.h"
#include "ui/filter/filterfield.h"
#include "ui/log/listkeys.h"
#include "ui/log/logdesk.h"
#include "ui/log/logfeed.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logrow.h"
#include "ui/log/logview.h"
#include "ui/look/appicon.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/mainmenu.h"
#include "ui/noticebar.h"
#include "ui/pagedesk.h"
#include "ui/pagestack.h"
#include "ui/paneround.h"
#include "ui/requests.h"
#include "ui/sidebar/bindesk.h"
#include "ui/sidebar/binlist.h"
#include "ui/sidebar/sidesplitter.h"
#include "ui/statusline.h"
#include "ui/topnotices.h"
#include "ui/undoaction.h"
#include "ui/undobar.h"
#include "ui/welcome/welcomedesk.h"
#include "ui/welcome/welcomepage.h"
#include "ui/windowkeeper.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLoggingCategory>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QStatusTipEvent>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace Gui {

namespace {

Q_LOGGING_CATEGORY(lcUi, "hookpost.ui", QtInfoMsg)

} // namespace

MainWindow::MainWindow(std::unique_ptr<QSettings> settings, QString log, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(std::move(settings))
    , m_facts(new Facts(this))
    , m_requests(new Requests(this))
    , m_actions(new Actions(this))
    , m_destinations(new DestinationModel(now(), this))
    , m_log(new LogModel(this))
    , m_notices(new TopNotices(*m_facts, *m_requests, this))
    , m_undo(new UndoBar(Undoable::Removal, this))
    , m_added(new UndoBar(Undoable::ApiAddition, this))
    , m_deletion(new NoticeBar(Tone::Busy, this))
    , m_done(new NoticeBar(Tone::Good, this))
    , m_recovery(new NoticeBar(Tone::Warning, this))
    , m_sidebar(new Sidebar(*m_destinations, *m_facts, *m_requests, this))
    , m_panel(new LogPanel(*m_log, this))
    , m_activity(new ActivityStrip(*m_facts, *m_requests, this))
    , m_detail(new DetailPane(this))
    , m_welcome(new WelcomePage(this))
    , m_calls(new CallPanel(*m_facts, this))
    , m_dashboard(new Dashboard(*m_destinations, *m_facts, *m_requests, this))
    , m_fleet(new FleetPanel(*m_destinations, *m_facts, *m_requests, this))
    , m_statusLine(new StatusLine(this))
    , m_pages(new PageStack(this))
    , m_columns(new SideSplitter(this))
    , m_rows(new DetailSplitter(this))
    , m_panes(new PaneRound({{m_sidebar, m_sidebar},
                             {m_welcome, m_welcome},
                             {m_panel, m_panel->view()},
                             {m_detail, m_detail},
                             {m_calls, m_calls},
                             {m_dashboard, m_dashboard},
                             {m_fleet, m_fleet}},
                            *this))
    , m_destinationDesk(new DestinationDesk(*m_destinations, *m_sidebar, *m_undo, *m_done, *m_facts,
                                            *m_requests, *this))
    , m_logDesk(new LogDesk(*m_panel, this))
    , m_filterDesk(new FilterDesk(*m_panel->filterBar(), *m_facts, *m_requests, this))
    , m_welcomeDesk(new WelcomeDesk(*m_welcome, *m_destinations, *m_facts, *m_requests, this))
    , m_recordDesk(new RecordDesk(*m_detail, *m_facts, *m_requests, this))
    , m_detailDesk(new DetailDesk(*m_panel, *m_recordDesk, *m_detail, this))
    , m_trailDesk(new TrailDesk(*m_panel, *m_detailDesk, *m_facts, this))
    , m_deliveryDesk(new DeliveryDesk(
          {*m_destinations, *m_destinationDesk, *m_panel, *m_facts, *m_requests, *m_done}, *this))
    , m_keepDesk(new KeepDesk(*m_panel, *m_recordDesk, *m_facts, *m_requests, *this))
    , m_historyDesk(new HistoryDesk(
          {*m_panel, *m_destinationDesk->undo, *m_deletion, *m_done, *m_facts, *m_requests}, *this))
    , m_rowWindows(new RowWindowDesk(
          {*m_log, *m_panel, *m_deliveryDesk, *m_keepDesk, *m_facts, *m_requests}, *this))
    , m_configurationDesk(new ConfigurationDesk(*m_destinations, *m_facts, *m_requests, *this))
    , m_chartDesk(new ChartDesk(*m_dashboard, *m_fleet, *m_destinationDesk, *m_sidebar, this))
    , m_pageDesk(new PageDesk({*m_pages, *m_rows, *m_welcome, *m_calls, *m_dashboard, *m_fleet,
                               *m_panel, *m_sidebar, *m_actions, *m_chartDesk, *m_welcomeDesk,
                               *m_destinations, *m_log},
                              this))
    , m_binDesk(new BinDesk(m_sidebar->bins(), this))
    , m_preferences(new PreferencesDesk(*m_facts, *m_requests, *this))
    , m_presence(new PresenceDesk(*m_preferences, *m_destinations, *m_facts, *m_requests, *this))
    , m_keeper(std::make_unique<WindowKeeper>(
          *m_settings, std::move(log),
          KeptParts{*this, *m_columns, *m_rows, *m_actions, *m_sidebar, *m_panel, *m_preferences,
                    *m_logDesk, *m_filterDesk, *m_chartDesk, *m_rowWindows, *m_detail}))
    , m_help(new HelpDesk(*m_preferences, *m_welcomeDesk, *this))
{
    new DetailPlace(
        {*m_detail, *m_rows, *m_panel->view(), *m_actions, *m_detailDesk, *m_recordDesk}, this);
    QApplication::setWindowIcon(appIcon());
    layOut();
    fillMenus();
    // Ahead of the keys, which saved filters have as well.
    m_filterDesk->restoreFrom(*m_settings);
    m_preferences->readActions();
    fillToolBar();
    fillDetailButtons();
    m_preferences->shortcuts().hintOn(*this);
    connectActions();
    connectFacts();
    connectPanels();
    m_keeper->restore();
    updateAll();
    // Not before all of it is read.
    connect(m_preferences, &PreferencesDesk::changed, this,
            [this] { m_preferences->saveTo(*m_settings); });
}

MainWindow::~MainWindow()
{
    // As long as all that was dressed is still there.
    const QSignalBlocker blocker(m_preferences->appearance());
    m_preferences->appearance().giveBack();
}

void MainWindow::layOut()
{
    m_panel->addAboveList(m_activity);
    m_rows->addWidget(m_panel);
    m_rows->addWidget(m_detail);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_columns->addWidget(m_sidebar);
    m_columns->addWidget(m_pages);
    m_columns->setStretchFactor(1, 1);

    auto *const centre = new QWidget(this);
    auto *const layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addWidget(m_columns, 1);
    layout->addWidget(m_added);
    layout->addWidget(m_undo);
    layout->addWidget(m_deletion);
    layout->addWidget(m_done);
    layout->addWidget(m_recovery);
    m_recovery->setObjectName(QStringLiteral("recovery"));
    m_recovery->setAction(tr("Show in the log"));
    setCentralWidget(centre);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_statusLine, 1);
    // The desktop's frame needs room as well.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() * 19 / 20));
    m_columns->setUsualSizes(width());
    m_rows->setUsualSizes(size());
}

void MainWindow::fillMenus()
{
    fillMainMenu(*menuBar(),
                 {*m_actions,
                  *m_panel->filterBar(),
                  *m_detail,
                  *m_destinationDesk,
                  *m_logDesk,
                  *m_filterDesk,
                  *m_welcomeDesk,
                  *m_detailDesk,
                  *m_recordDesk,
                  *m_trailDesk,
                  *m_deliveryDesk,
                  *m_keepDesk,
                  *m_historyDesk,
                  *m_rowWindows,
                  *m_configurationDesk,
                  *m_chartDesk,
                  *m_binDesk,
                  *m_preferences,
                  m_presence->tray(),
                  *m_help});
    m_presence->tray().fillMenu(*m_actions->dispatch, *m_actions->quit);
    const QAction *const back = m_panel->keys().addFixed(
        tr("Back: end the search, clear the filter, to the list"), Qt::Key_Escape);
    connect(back, &QAction::triggered, this, &MainWindow::stepBack);
}

void MainWindow::fillToolBar()
{
    QToolBar *const toolBar = addToolBar(tr("Tool bar"));
    toolBar->setObjectName(QStringLiteral("toolbar"));
    toolBar->setMovable(false);
    toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fitIcons(*toolBar);
    toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    toolBar->addAction(m_actions->dispatch);
    toolBar->addSeparator();
    toolBar->addActions(
        {m_destinationDesk->add, m_destinationDesk->sendTest, m_destinationDesk->pause});
    toolBar->addSeparator();
    toolBar->addActions({m_logDesk->follow, m_logDesk->pause});
}

void MainWindow::fillDetailButtons()
{
    m_detail->addButtons({m_deliveryDesk->resend, m_deliveryDesk->editAndResend});
    m_detail->addButton(m_recordDesk->copyAs, m_recordDesk->copyMenu());
    m_detail->addButtons({m_recordDesk->saveBody, m_keepDesk->pin, m_keepDesk->note});
}

/// The destination of the chosen row, or else the one that the sidebar has chosen.
void MainWindow::openProperties()
{
    const QModelIndex line = m_panel->view()->currentIndex();
    const bool isRowMeant = line.isValid() && m_panel->view()->isVisible();
    const LogRow *const row = isRowMeant ? m_log->rowAt(line.row()) : nullptr;
    const bool isInSidebar = m_sidebar->isAncestorOf(focusWidget());
    if (!isInSidebar && row != nullptr && m_destinations->find(row->destination) != nullptr)
        m_destinationDesk->openEdit(row->destination);
    else if (m_destinationDesk->edit->isEnabled())
        m_destinationDesk->edit->trigger();
    else
        m_statusLine->tellBriefly(tr("Choose a destination, or a row of one, first"));
}

/// What is pointed at in a pane, beside the log or in a window of its own, leads elsewhere.
void MainWindow::joinPane(DetailPane &pane)
{
    m_filterDesk->join(pane);
    connect(&pane, &DetailPane::columnRequested, m_logDesk,
            [this](const FieldChoice &choice) { m_logDesk->showField(fieldOf(choice)); });
    pane.offerEdits(
        [this](const Core::DestinationId &id) { return m_destinations->find(id) != nullptr; });
    connect(&pane, &DetailPane::editRequested, m_destinationDesk, &DestinationDesk::openEdit);
    pane.offerResumes([this](const Core::DestinationId &id) {
        const Core::DestinationStatus *const status = m_destinations->find(id);
        return status != nullptr && status->destination.pauseReason == Core::GoneReason;
    });
    connect(&pane, &DetailPane::resumeRequested, m_requests, &Requests::resumeRequested);
    connect(m_facts, &Facts::destinationsChanged, &pane, &DetailPane::reviewRemedies);
    connect(m_facts, &Facts::destinationsForgotten, &pane, &DetailPane::reviewRemedies);
}

void MainWindow::joinRowWindow(RowWindow &window)
{
    joinPane(window.pane());
    connect(&window.pane(), &DetailPane::filterRequested, this, &MainWindow::bringUpLog);
    connect(&window.pane(), &DetailPane::columnRequested, this, &MainWindow::bringUpLog);
    m_preferences->shortcuts().hintOn(window);
}

/// Where what is asked for elsewhere can be seen.
void MainWindow::bringUpLog()
{
    m_actions->log->trigger();
    showWindow();
}

void MainWindow::connectActions()
{
    connect(m_actions->dispatch, &QAction::triggered, m_requests, &Requests::dispatchingRequested);
    connect(m_actions->nextPane, &QAction::triggered, m_panes, &PaneRound::goOn);
    connect(m_actions->previousPane, &QAction::triggered, m_panes, &PaneRound::goBack);
    for (const ChartExport *const chart :
         {&m_dashboard->exporter(), &m_fleet->exporter(), &m_activity->exporter()})
        connect(chart, &ChartExport::refused, m_facts, &Facts::refused);
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool isFull) { isFull ? showFullScreen() : showNormal(); });
    connect(m_actions->properties, &QAction::triggered, this, &MainWindow::openProperties);
    connect(m_actions->close, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quit);
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(*this); });
    m_sidebar->destinations().addActions(m_destinationDesk->forChosen());
    m_sidebar->destinations().addActions(m_deliveryDesk->forDestination());
    m_panel->view()->addActions(m_deliveryDesk->forRows());
    m_panel->view()->addActions(m_keepDesk->forRows());
    m_panel->view()->addActions(
        {m_detailDesk->compare, m_rowWindows->open, m_historyDesk->deleteRows});
    connect(m_rowWindows, &RowWindowDesk::opened, this, &MainWindow::joinRowWindow);
    connect(m_rowWindows, &RowWindowDesk::refused, m_statusLine, &StatusLine::tellBriefly);
    connect(&m_preferences->shortcuts(), &ShortcutBook::shortcutsChanged, m_rowWindows,
            &RowWindowDesk::renewKeys);
    m_sidebar->destinations().addAction(m_chartDesk->showDashboard);
    // A chosen span narrows the list to what is exported then.
    m_activity->addAction(m_keepDesk->exportRows);
    connect(m_presence, &PresenceDesk::failureChosen, this, &MainWindow::chooseFailure);
    connect(m_presence, &PresenceDesk::windowHidden, m_historyDesk, &HistoryDesk::withdraw);
    connect(m_preferences, &PreferencesDesk::refused, m_facts, &Facts::refused);
    connect(m_preferences, &PreferencesDesk::preferencesChanged, m_log,
            [this](const Preferences &preferences) {
                m_log->colours().setRules(preferences.tintsRows ? preferences.colourRules
                                                                : QList<ColourRule>());
            });
}

void MainWindow::connectFacts()
{
    connect(m_facts, &Facts::destinationsChanged, m_destinations, &DestinationModel::show);
    connect(m_facts, &Facts::destinationsForgotten, m_destinations, &DestinationModel::forget);
    connect(m_facts, &Facts::statusChanged, m_destinations, &DestinationModel::takeStatus);
    feedLog(*m_log, *m_facts, *m_requests);
    connect(m_facts, &Facts::statusChanged, this, &MainWindow::showStatus);
    connect(m_recovery, &NoticeBar::actionTriggered, this, &MainWindow::showInterrupted);
    connect(m_recordDesk, &RecordDesk::refused, m_facts, &Facts::refused);
    connect(m_recordDesk, &RecordDesk::copied, m_statusLine,
            [this](bool isMasked) { m_statusLine->tellBriefly(copiedText(isMasked)); });
    connect(m_recordDesk->showSecrets, &QAction::toggled, m_log, &LogModel::showSecrets);
    connect(m_recordDesk->showSecrets, &QAction::toggled, m_calls, &CallPanel::showSecrets);
    connect(m_destinationDesk, &DestinationDesk::copied, m_statusLine, &StatusLine::tellBriefly);
    connect(m_binDesk, &BinDesk::copied, m_statusLine, &StatusLine::tellCopied);
    connect(m_facts, &Facts::destinationsChanged, this, &MainWindow::updateAll);
    connect(m_facts, &Facts::destinationsForgotten, this, &MainWindow::updateAll);
}

void MainWindow::connectPanels()
{
    m_filterDesk->join(*m_sidebar, *m_destinations);
    m_filterDesk->join(*m_panel->view(), *m_log);
    joinPane(*m_detail);
    m_binDesk->join(*m_panel, *m_facts, *m_requests);
    connect(m_binDesk, &BinDesk::refused, m_facts, &Facts::refused);
    connect(m_sidebar, &Sidebar::destinationChosen, this, &MainWindow::updateChoice);
    connect(m_destinationDesk, &DestinationDesk::onlyRequested, this,
            [this](const Core::DestinationId &id) {
                emit m_sidebar->filterRequested({});
                m_sidebar->choose(id);
            });
    connect(m_activity, &ActivityStrip::spanChosen, m_filterDesk, &FilterDesk::showSpan);
    connect(m_activity, &ActivityStrip::spanCleared, m_filterDesk, &FilterDesk::showAllTime);
    connect(m_filterDesk, &FilterDesk::rewritten, m_destinationDesk,
            &DestinationDesk::forgetRemoved);
    connect(m_filterDesk, &FilterDesk::spanDropped, m_activity, &ActivityStrip::chooseNone);
    connect(m_panel, &LogPanel::testRequested, this, [this] {
        const DestinationDesk &desk = *m_destinationDesk;
        (desk.sendTest->isEnabled() ? desk.sendTest : m_presence->tray().testAll)->trigger();
    });
    connect(m_destinations, &DestinationModel::addedThroughApi, m_added, &UndoBar::offer);
    connect(m_added, &UndoBar::undoRequested, m_destinationDesk, &DestinationDesk::removeAgain);
    m_destinationDesk->undo->follow(*m_added, tr("&Undo addition"));
    connect(m_notices, &TopNotices::portChangeRequested, m_preferences,
            &PreferencesDesk::openPorts);
    connect(m_log, &LogModel::sortingBegun, m_statusLine, &StatusLine::tellSorting);
    connect(m_log, &LogModel::countChanged, this,
            [this] { m_statusLine->showRows(m_log->foundCount(), m_log->totalCount()); });
    connect(m_welcome, &WelcomePage::additionRequested, m_destinationDesk,
            &DestinationDesk::openNew);
    connect(m_destinationDesk, &DestinationDesk::refused, m_facts, &Facts::refused);
}

void MainWindow::showStatus(const Core::EngineStatus &status)
{
    if (status.recovery != m_status.recovery)
        m_recovery->showNotice(recoveryText(status.recovery));
    m_status = status;
    m_statusLine->showStatus(status);
    m_welcome->setUrls(status.apiUrl, status.binUrl, troubleIn(status));
    m_actions->showStatus(status);
    m_pageDesk->takeStatus(status);
    updateTitle();
}

/// What the last run left in flight.
void MainWindow::showInterrupted()
{
    m_actions->log->trigger();
    m_filterDesk->showInterrupted(m_status.recovery);
    m_panel->view()->setFocus();
}

void MainWindow::open(bool isMinimized)
{
    m_presence->open(isMinimized);
}

void MainWindow::showWindow()
{
    m_presence->showWindow();
}

void MainWindow::chooseFailure(const Core::AttemptId &id)
{
    m_actions->log->trigger();
    m_panel->clearFilter();
    m_panel->showRow(Core::LogKey::of(id));
    m_welcomeDesk->leave();
}

void MainWindow::updateAll()
{
    updateChoice();
    m_pageDesk->update();
    updateTitle();
}

void MainWindow::updateChoice()
{
    m_destinationDesk->updateActions();
    m_deliveryDesk->updateActions();
    m_chartDesk->follow();
    const Core::DestinationStatus *const chosen = m_destinationDesk->chosen();
    m_panel->setTestOffered(chosen != nullptr && !chosen->lastAttempt);
}

void MainWindow::updateTitle()
{
    const QString state = m_status.isDispatching ? tr("running") : tr("dispatching off");
    QStringList parts{m_status.isRunning ? state : tr("not running"),
                      m_destinations->count() == 1
                          ? tr("1 destination")
                          : tr("%1 destinations").arg(countText(m_destinations->count()))};
    if (const int port = QUrl(m_status.apiUrl).port(); port > 0)
        parts.append(QString::number(port));
    setWindowTitle(tr("Hookpost — %1").arg(parts.join(QLatin1StringView(", "))));
}

void MainWindow::tellThatClosingQuits()
{
    Preferences preferences = m_preferences->preferences();
    preferences.wasTold = true;
    m_preferences->setPreferences(preferences);
    auto *const bar = new NoticeBar(Tone::Warning, this);
    // Ahead of the notice: who gets another parent is hidden.
    centralWidget()->layout()->addWidget(bar);
    bar->setObjectName(QStringLiteral("closing"));
    bar->setAction(tr("Go on in the background"));
    bar->showNotice(tr("This desktop has no tray, so closing the window ends Hookpost, and nothing "
                       "is sent any more. Close it again to quit."));
    connect(bar, &NoticeBar::actionTriggered, m_presence, &PresenceDesk::goOnInBackground);
    connect(bar, &NoticeBar::actionTriggered, bar, &QObject::deleteLater);
}

void MainWindow::quit()
{
    m_keeper->save();
    m_historyDesk->withdraw();
    for (QWidget *const widget : QApplication::topLevelWidgets())
        widget->hide();
    emit m_requests->quitRequested();
}

bool MainWindow::event(QEvent *event)
{
    // A status bar would hide the figures behind it.
    if (event->type() == QEvent::StatusTip) {
        m_statusLine->tellTip(static_cast<QStatusTipEvent *>(event)->tip());
        return true;
    }
    return QMainWindow::event(event);
}

/// Step by step back to the list.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QMainWindow::keyPressEvent(event);
    if (m_pageDesk->goBack())
        return m_panel->view()->setFocus(Qt::ShortcutFocusReason);
    if (!m_rows->isVisible())
        return QMainWindow::keyPressEvent(event);
    stepBack();
}

void MainWindow::stepBack()
{
    if (m_detail->closeFinder())
        return;
    if (!m_panel->filter()->text().isEmpty())
        return m_panel->clearFilter();
    m_panel->view()->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!m_isPainted)
        qCDebug(lcUi) << "first painting";
    m_isPainted = true;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_keeper->save();
    switch (m_presence->closing()) {
    case Closing::Quit:
        event->accept();
        m_historyDesk->withdraw();
        m_rowWindows->closeAll();
        emit m_requests->quitRequested();
        return;
    case Closing::Hide:
        event->ignore();
        m_presence->hideWindow();
        return;
    case Closing::Tell:
        event->ignore();
        tellThatClosingQuits();
    }
}

} // namespace Gui

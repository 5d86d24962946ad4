// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/about.h"
#include "ui/actions.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/sidebar.h"
#include "ui/detail/detailpane.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/format.h"
#include "ui/noticebar.h"
#include "ui/statusline.h"
#include "ui/undobar.h"
#include "ui/welcomepage.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHeaderView>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

namespace Gui {

namespace {

constexpr std::chrono::milliseconds LateAfter{200};

constexpr QLatin1StringView GeometryKey{"window/geometry"};
constexpr QLatin1StringView StateKey{"window/state"};
constexpr QLatin1StringView ColumnsKey{"window/columns"};
constexpr QLatin1StringView RowsKey{"window/rows"};
constexpr QLatin1StringView LogColumnsKey{"window/logColumns"};
constexpr QLatin1StringView HeartbeatsKey{"window/heartbeats"};

Core::Time now()
{
    return Core::Time{Core::Milliseconds{QDateTime::currentMSecsSinceEpoch()}};
}

} // namespace

MainWindow::MainWindow(std::unique_ptr<QSettings> settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(std::move(settings))
    , m_actions(new Actions(this))
    , m_destinations(new DestinationModel(now(), this))
    , m_log(new LogModel(LogModel::DefaultCapacity, this))
    , m_trouble(new NoticeBar(Tone::Warning, this))
    , m_error(new NoticeBar(Tone::Bad, this))
    , m_undo(new UndoBar(this))
    , m_recovery(new NoticeBar(Tone::Warning, this))
    , m_sidebar(new Sidebar(*m_destinations, this))
    , m_panel(new LogPanel(*m_log, this))
    , m_detail(new DetailPane(this))
    , m_welcome(new WelcomePage(this))
    , m_statusLine(new StatusLine(this))
    , m_pages(new QStackedWidget(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    m_trouble->setDismissible(false);
    m_lateRecord.setSingleShot(true);
    layOut();
    connectActions();
    connectPanels();
    restoreShape();
    updateAll();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    m_actions->fill(*menuBar());
    QToolBar *const toolBar = addToolBar(tr("Tool bar"));
    toolBar->setObjectName(QStringLiteral("toolbar"));
    toolBar->setMovable(false);
    toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int side = fontMetrics().height();
    toolBar->setIconSize(QSize(side, side));
    toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_actions->fill(*toolBar);

    m_rows->addWidget(m_panel);
    m_rows->addWidget(m_detail);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_rows);
    m_columns->addWidget(m_sidebar);
    m_columns->addWidget(m_pages);
    m_columns->setStretchFactor(1, 1);
    for (QSplitter *const splitter : {m_columns, m_rows}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(3);
    }

    auto *const centre = new QWidget(this);
    auto *const layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_trouble);
    layout->addWidget(m_error);
    layout->addWidget(m_columns, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_recovery);
    setCentralWidget(centre);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_statusLine, 1);
    resize(1280, 800);
    m_columns->setSizes(
        {std::min(fontMetrics().averageCharWidth() * 52, width() * 3 / 10), width()});
    m_rows->setSizes({height() * 3 / 5, height() * 2 / 5});
}

void MainWindow::connectActions()
{
    connectDestinationActions();
    connectViewActions();
    connect(m_actions->dispatch, &QAction::triggered, this, &MainWindow::dispatchingRequested);
    connect(m_actions->close, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(*this); });
}

void MainWindow::connectDestinationActions()
{
    connect(m_actions->add, &QAction::triggered, this, &MainWindow::addDestination);
    connect(m_actions->edit, &QAction::triggered, this, &MainWindow::editDestination);
    connect(m_actions->remove, &QAction::triggered, this, &MainWindow::removeDestination);
    connect(m_actions->pause, &QAction::triggered, this, &MainWindow::togglePause);
    connect(m_actions->sendTest, &QAction::triggered, this, [this] {
        if (const Core::DestinationStatus *const status = chosenDestination())
            emit testRequested(status->destination.id);
    });
    connect(m_actions->copyUrl, &QAction::triggered, this, [this] {
        if (const Core::DestinationStatus *const status = chosenDestination())
            QGuiApplication::clipboard()->setText(status->destination.url);
    });
    connect(m_actions->undo, &QAction::triggered, m_undo, &UndoBar::undo);
    connect(m_undo, &UndoBar::restorationRequested, this, &MainWindow::restorationRequested);
    connect(m_undo, &UndoBar::offeringChanged, m_actions->undo, &QAction::setEnabled);
    m_sidebar->addActions(m_actions->forDestination());
}

void MainWindow::connectViewActions()
{
    connect(m_actions->follow, &QAction::triggered, m_panel->view(), &LogView::setFollowing);
    connect(m_panel->view(), &LogView::followingChanged, m_actions->follow, &QAction::setChecked);
    connect(m_actions->heartbeats, &QAction::toggled, m_panel, &LogPanel::setHeartbeatsShown);
    connect(m_actions->filter, &QAction::triggered, m_panel, &LogPanel::focusFilter);
    connect(m_actions->clearFilter, &QAction::triggered, this, &MainWindow::showEverything);
    connect(m_actions->previousRow, &QAction::triggered, this, [this] { m_panel->step(-1); });
    connect(m_actions->nextRow, &QAction::triggered, this, [this] { m_panel->step(1); });
    connect(m_actions->nextPane, &QAction::triggered, this, &MainWindow::focusNextPane);
    connect(m_actions->sidebar, &QAction::toggled, m_sidebar, &QWidget::setVisible);
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool isFull) { isFull ? showFullScreen() : showNormal(); });
}

void MainWindow::connectPanels()
{
    connect(m_sidebar, &Sidebar::destinationChosen, this, [this](const Core::DestinationId &id) {
        m_panel->setDestination(id);
        updateActions();
    });
    connect(m_panel, &LogPanel::attemptChosen, this,
            [this](const Core::AttemptId &id) { awaitRecord(id, {}); });
    connect(m_panel, &LogPanel::captureChosen, this,
            [this](const Core::CaptureId &id) { awaitRecord({}, id); });
    connect(m_panel, &LogPanel::everythingRequested, this, &MainWindow::showEverything);
    connect(m_log, &LogModel::countChanged, this,
            [this] { m_statusLine->showRows(m_log->rowCount(), m_log->totalCount()); });
    connect(&m_lateRecord, &QTimer::timeout, m_detail, &DetailPane::clearRecord);
    connect(m_welcome, &WelcomePage::additionRequested, this, &MainWindow::addDestination);
    connect(m_welcome, &WelcomePage::demoRequested, this, &MainWindow::additionRequested);
}

void MainWindow::showDestinations(const QList<Core::DestinationStatus> &changed)
{
    m_destinations->show(changed);
    updateAll();
}

void MainWindow::forgetDestinations(const QList<Core::DestinationId> &removed)
{
    m_destinations->forget(removed);
    updateAll();
}

void MainWindow::showAttempts(const QList<Core::Attempt> &attempts)
{
    m_log->addAttempts(attempts);
    updatePage();
}

void MainWindow::showCaptures(const QList<Core::Capture> &captures)
{
    m_log->addCaptures(captures);
    updatePage();
}

void MainWindow::showStatus(const Core::EngineStatus &status)
{
    if (status.recovery != m_status.recovery)
        m_recovery->showNotice(recoveryText(status.recovery));
    m_status = status;
    m_statusLine->showStatus(status);
    m_trouble->showNotice(status.trouble);
    m_welcome->setUrls(status.apiUrl, status.binUrl);
    m_actions->setDispatching(status.isDispatching);
    updateTitle();
}

void MainWindow::showAttemptRecord(const Core::AttemptRecord &record)
{
    if (record.attempt.id != m_awaitedAttempt)
        return;
    m_lateRecord.stop();
    m_detail->showAttempt(record);
}

void MainWindow::showCaptureRecord(const Core::CaptureRecord &record)
{
    if (record.capture.id != m_awaitedCapture)
        return;
    m_lateRecord.stop();
    m_detail->showCapture(record);
}

void MainWindow::showError(const Core::Error &error)
{
    m_error->showNotice(inWords(error));
}

void MainWindow::showWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::awaitRecord(Core::AttemptId attempt, Core::CaptureId capture)
{
    m_awaitedAttempt = attempt;
    m_awaitedCapture = capture;
    m_lateRecord.start(LateAfter);
    if (!attempt.isNull())
        emit attemptRecordRequested(attempt);
    else
        emit captureRecordRequested(capture);
}

const Core::DestinationStatus *MainWindow::chosenDestination() const
{
    const Core::DestinationId chosen = m_sidebar->chosen();
    if (chosen.isNull() && m_destinations->count() == 1)
        return m_destinations->statusAt(1);
    return m_destinations->find(chosen);
}

void MainWindow::addDestination()
{
    connect(openDialog(), &DestinationDialog::destinationEntered, this,
            &MainWindow::additionRequested);
}

void MainWindow::editDestination()
{
    const Core::DestinationStatus *const status = chosenDestination();
    if (status == nullptr)
        return;
    DestinationDialog *const dialog = openDialog();
    dialog->setDestination(status->destination);
    connect(dialog, &DestinationDialog::destinationEntered, this,
            [this, before = status->destination](const Core::Destination &after) {
                emit changeRequested(before, after);
            });
}

DestinationDialog *MainWindow::openDialog()
{
    auto *const dialog = new DestinationDialog(m_destinations->destinations(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void MainWindow::removeDestination()
{
    const Core::DestinationStatus *const status = chosenDestination();
    if (status == nullptr)
        return;
    const Core::Destination removed = status->destination;
    emit removalRequested(removed.id);
    m_undo->offer(removed);
}

void MainWindow::togglePause()
{
    const Core::DestinationStatus *const status = chosenDestination();
    if (status == nullptr)
        return;
    if (status->destination.state == Core::DestinationState::Paused)
        emit resumeRequested(status->destination.id);
    else
        emit pauseRequested(status->destination.id);
}

void MainWindow::showEverything()
{
    m_sidebar->chooseAll();
    m_actions->heartbeats->setChecked(true);
    m_panel->clearFilter();
}

void MainWindow::focusNextPane()
{
    const QList<QWidget *> panes{m_sidebar, m_panel, m_detail};
    qsizetype current = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i) == focusWidget() || panes.at(i)->isAncestorOf(focusWidget()))
            current = i;
    }
    QWidget *const next = panes.at((current + 1) % panes.size());
    (next == m_panel ? m_panel->view() : next)->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::updateAll()
{
    updateActions();
    updatePage();
    updateTitle();
}

void MainWindow::updateActions()
{
    const Core::DestinationStatus *const status = chosenDestination();
    const bool isPaused
        = status != nullptr && status->destination.state == Core::DestinationState::Paused;
    m_actions->setDestinationChosen(status != nullptr, isPaused,
                                    status == nullptr ? tr("Choose a destination first")
                                                      : QString());
}

void MainWindow::updatePage()
{
    const bool isEmpty = m_destinations->count() == 0 && m_log->totalCount() == 0;
    m_pages->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_welcome) : m_rows);
    m_sidebar->setVisible(!isEmpty && m_actions->sidebar->isChecked());
}

void MainWindow::updateTitle()
{
    QStringList parts{m_status.isDispatching ? tr("running") : tr("dispatching off"),
                      m_destinations->count() == 1
                          ? tr("1 destination")
                          : tr("%1 destinations").arg(countText(m_destinations->count()))};
    if (const int port = QUrl(m_status.apiUrl).port(); port > 0)
        parts.append(QString::number(port));
    setWindowTitle(tr("Hookpost — %1").arg(parts.join(QLatin1StringView(", "))));
}

void MainWindow::restoreShape()
{
    restoreGeometry(m_settings->value(GeometryKey).toByteArray());
    restoreState(m_settings->value(StateKey).toByteArray());
    m_columns->restoreState(m_settings->value(ColumnsKey).toByteArray());
    m_rows->restoreState(m_settings->value(RowsKey).toByteArray());
    m_panel->view()->horizontalHeader()->restoreState(
        m_settings->value(LogColumnsKey).toByteArray());
    m_actions->heartbeats->setChecked(m_settings->value(HeartbeatsKey, true).toBool());
}

void MainWindow::saveShape()
{
    m_settings->setValue(GeometryKey, saveGeometry());
    m_settings->setValue(StateKey, saveState());
    m_settings->setValue(ColumnsKey, m_columns->saveState());
    m_settings->setValue(RowsKey, m_rows->saveState());
    m_settings->setValue(LogColumnsKey, m_panel->view()->horizontalHeader()->saveState());
    m_settings->setValue(HeartbeatsKey, m_actions->heartbeats->isChecked());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveShape();
    QMainWindow::closeEvent(event);
}

} // namespace Gui

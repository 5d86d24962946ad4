// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/status.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace Gui {

class Actions;
class DestinationDialog;
class DestinationModel;
class DetailPane;
class LogModel;
class LogPanel;
class NoticeBar;
class Sidebar;
class StatusLine;
class UndoBar;
class WelcomePage;

/// The window. It shows facts as they arrive and asks for what a person wants; it decides nothing
/// and reaches nothing itself.
///
/// Thread: screen. Facts come by queued calls, in batches.
/// Owns: \a settings, in which it keeps its shape.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(std::unique_ptr<QSettings> settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showDestinations(const QList<Core::DestinationStatus> &changed);
    void forgetDestinations(const QList<Core::DestinationId> &removed);
    void showAttempts(const QList<Core::Attempt> &attempts);
    void showCaptures(const QList<Core::Capture> &captures);
    void showStatus(const Core::EngineStatus &status);
    void showAttemptRecord(const Core::AttemptRecord &record);
    void showCaptureRecord(const Core::CaptureRecord &record);
    void showError(const Core::Error &error); ///< of an action that was refused
    void showWindow(); ///< Brings it to the front.

signals:
    void additionRequested(const Core::Destination &destination);
    void changeRequested(const Core::Destination &before, const Core::Destination &after);
    void removalRequested(const Core::DestinationId &id);
    void restorationRequested(const Core::DestinationId &id);
    void pauseRequested(const Core::DestinationId &id);
    void resumeRequested(const Core::DestinationId &id);
    void testRequested(const Core::DestinationId &id);
    void attemptRecordRequested(const Core::AttemptId &id);
    void captureRecordRequested(const Core::CaptureId &id);
    void dispatchingRequested(bool isWanted);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void connectActions();
    void connectDestinationActions();
    void connectViewActions();
    void connectPanels();
    void restoreShape();
    void saveShape();

    const Core::DestinationStatus *chosenDestination() const;
    void addDestination();
    void editDestination();
    DestinationDialog *openDialog();
    void removeDestination();
    void togglePause();
    void showEverything();
    void focusNextPane();

    void awaitRecord(Core::AttemptId attempt, Core::CaptureId capture);
    void updateAll();
    void updateActions();
    void updatePage();
    void updateTitle();

    std::unique_ptr<QSettings> m_settings;
    Core::EngineStatus m_status;
    Actions *m_actions;
    DestinationModel *m_destinations;
    LogModel *m_log;
    NoticeBar *m_trouble;
    NoticeBar *m_error;
    UndoBar *m_undo;
    NoticeBar *m_recovery; ///< told once a run, and gone for good when dismissed
    Sidebar *m_sidebar;
    LogPanel *m_panel;
    DetailPane *m_detail;
    WelcomePage *m_welcome;
    StatusLine *m_statusLine;
    QStackedWidget *m_pages;
    QSplitter *m_columns;
    QSplitter *m_rows;
    Core::AttemptId m_awaitedAttempt;
    Core::CaptureId m_awaitedCapture;
    QTimer m_lateRecord; ///< ends the showing of an old record when the new one is late
};

} // namespace Gui

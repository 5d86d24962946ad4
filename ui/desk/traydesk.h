// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/status.h"
#include "ui/desk/notificationmessage.h"

#include <QAction>
#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

namespace Gui {

class DestinationModel;
class Facts;
class Requests;

/// What the tray's icon tells by its shape.
enum class TrayState {
    Idle,
    Active, ///< something is on its way
    Failing, ///< a destination is
};

TrayState trayStateOf(const Core::EngineStatus &status, int failing);
QIcon trayIcon(TrayState state);

/// The icon in the desktop's tray, where it has one, and its menu.
///
/// Borrows: all that it is made with.
class TrayDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayDesk)

public:
    static constexpr int MostFailures = 5;

    TrayDesk(const DestinationModel &destinations, const Facts &facts, Requests &requests,
             QObject *parent = nullptr);
    ~TrayDesk() override;

    /// Adds what the window itself has: \a dispatch and \a quit.
    void fillMenu(QAction &dispatch, QAction &quit);
    void setWindowShown(bool isShown) const;
    void openTray(); ///< Shows the icon, which also comes back when the tray does.
    /// Where the desktop has no notifications of its own; they stay one at a time, without buttons.
    void notify(const NotificationMessage &message);

    const QMenu &menu() const { return *m_menu; }
    QString toolTip() const;
    TrayState state() const;

    QAction *const toggle; ///< shows or hides the window
    QAction *const pauseFailing; ///< pauses a failing destination, the one that it names
    QAction *const testAll;
    QAction *const copyApi;

signals:
    void toggleRequested();
    void failureChosen(const Core::AttemptId &id);
    void notificationOpened(const Gui::NotificationMessage &message);

private:
    void makeIcon();
    void addFailures(const QList<Core::Attempt> &attempts);
    void showFailures();
    void showState();
    void offerPause();

    const DestinationModel &m_destinations;
    Requests &m_requests;
    Core::EngineStatus m_status;
    QList<Core::Attempt> m_failures; ///< newest first
    std::unique_ptr<QMenu> m_menu;
    QMenu *m_failureMenu;
    Core::DestinationId m_failing; ///< that can be paused
    bool m_isMenuOpen = false; ///< also where the desktop shows it in our place
    NotificationMessage m_notified; ///< the last one
    std::unique_ptr<QSystemTrayIcon> m_icon;
    std::optional<TrayState> m_shown;
};

} // namespace Gui

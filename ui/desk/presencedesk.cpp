// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/presencedesk.h"

#include "ui/desk/notificationservice.h"
#include "ui/desk/notifier.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/traydesk.h"
#include "ui/desk/traywatch.h"
#include "ui/requests.h"

#include <QApplication>
#include <QDBusConnection>
#include <QMainWindow>
#include <QTimer>

namespace Gui {

PresenceDesk::PresenceDesk(PreferencesDesk &preferences, const DestinationModel &destinations,
                           const Facts &facts, Requests &requests, QMainWindow &window)
    : QObject(&window)
    , m_preferences(preferences)
    , m_window(window)
    , m_tray(new TrayDesk(destinations, facts, requests, this))
    , m_watch(new TrayWatch(this))
    , m_notifier(new Notifier(facts, this))
    , m_notifications(new NotificationService(this))
{
    connect(m_watch, &TrayWatch::came, this, &PresenceDesk::takeTray);
    connect(m_watch, &TrayWatch::gone, this, &PresenceDesk::missTray);
    connect(m_tray, &TrayDesk::toggleRequested, this, &PresenceDesk::toggleWindow);
    connect(m_tray, &TrayDesk::failureChosen, this, [this](const Core::AttemptId &id) {
        showWindow();
        emit failureChosen(id);
    });
    connect(m_notifier, &Notifier::notified, this, [this](const NotificationMessage &message) {
        m_notifications->show(message, trayIcon(m_tray->state()));
    });
    connect(m_notifications, &NotificationService::notShown, m_tray, &TrayDesk::notify);
    connect(m_notifications, &NotificationService::opened, this, &PresenceDesk::openNotified);
    connect(m_tray, &TrayDesk::notificationOpened, this, &PresenceDesk::openNotified);
    connect(m_notifications, &NotificationService::pauseChosen, &requests,
            [&requests](Core::DestinationId id) { emit requests.pauseRequested(id, {}); });
    connect(&m_preferences, &PreferencesDesk::preferencesChanged, m_notifier,
            [this](const Preferences &wanted) { m_notifier->setSilenced(wanted.silenced); });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &PresenceDesk::applyFocus);
    applyFocus();
}

void PresenceDesk::open(bool isMinimized)
{
    if (!isMinimized) {
        m_window.show();
        // Asking the desktop for what it has takes a while, and the window need not wait for it.
        QTimer::singleShot(0, this, &PresenceDesk::openTray);
        return;
    }
    m_isToHide = true;
    openTray();
    if (!m_isToHide)
        return;
    m_isToHide = !m_watch->isThere();
    m_window.showMinimized();
}

void PresenceDesk::openTray()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    m_notifications->setBus(bus);
    m_preferences.appearance().setBus(bus);
    m_watch->start(bus);
}

void PresenceDesk::takeTray()
{
    m_preferences.setHasTray(true);
    m_tray->openTray();
    // Who has brought the window up meanwhile wants to see it.
    const bool isOutOfTheWay = !m_window.isVisible() || m_window.isMinimized();
    if (m_isToHide && isOutOfTheWay
        && closingOf(m_preferences.preferences(), true) == Closing::Hide)
        hideWindow();
}

/// A window that only the tray led to would be lost.
void PresenceDesk::missTray()
{
    m_preferences.setHasTray(false);
    if (!m_window.isVisible() && closingOf(m_preferences.preferences(), false) != Closing::Hide)
        showWindow();
}

void PresenceDesk::openNotified(const NotificationMessage &message)
{
    showWindow();
    if (!message.failure.isNull())
        emit failureChosen(message.failure);
}

void PresenceDesk::applyFocus()
{
    m_notifier->setFocused(QGuiApplication::applicationState() == Qt::ApplicationActive);
}

void PresenceDesk::showWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    m_isToHide = false;
    m_watch->setReliedOn(false);
    m_tray->setWindowShown(true);
    m_notifier->setHidden(false);
}

void PresenceDesk::hideWindow()
{
    m_window.hide();
    m_isToHide = false;
    m_watch->setReliedOn(true);
    m_tray->setWindowShown(false);
    m_notifier->setHidden(true);
    emit windowHidden();
}

void PresenceDesk::toggleWindow()
{
    if (m_window.isVisible() && !m_window.isMinimized())
        hideWindow();
    else
        showWindow();
}

Closing PresenceDesk::closing() const
{
    // Who logs out waits for us, and wants no window hidden instead.
    if (qGuiApp->isSavingSession())
        return Closing::Quit;
    m_watch->look();
    return closingOf(m_preferences.preferences(), m_watch->isThere());
}

void PresenceDesk::goOnInBackground()
{
    Preferences preferences = m_preferences.preferences();
    preferences.goesOnWithoutTray = true;
    m_preferences.setPreferences(preferences);
    hideWindow();
}

} // namespace Gui

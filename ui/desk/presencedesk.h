// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "ui/desk/preferences.h"

#include <QObject>

class QMainWindow;

namespace Gui {

class DestinationModel;
class Facts;
class NotificationService;
class Notifier;
class PreferencesDesk;
class Requests;
class TrayDesk;
class TrayWatch;
struct NotificationMessage;

/// How the window comes and goes: the tray, what is told while nobody looks, and what closing
/// means. The window can always be reached: by the tray as long as there is one, or by a second
/// start.
///
/// Borrows: all that it is made with.
class PresenceDesk final : public QObject
{
    Q_OBJECT

public:
    PresenceDesk(PreferencesDesk &preferences, const DestinationModel &destinations,
                 const Facts &facts, Requests &requests, QMainWindow &window);

    TrayDesk &tray() const { return *m_tray; }

    /// Shows the window for the first time; \a isMinimized keeps it out of the way, in the tray
    /// where closing would go there as well.
    void open(bool isMinimized);
    void showWindow(); ///< and brings it to the front
    void toggleWindow();
    Closing closing() const; ///< What closing the window does now.
    void hideWindow();
    void goOnInBackground(); ///< From now on, and hides the window.

signals:
    void failureChosen(const Core::AttemptId &id);
    void windowHidden(); ///< Nobody sees any more what it says.

private:
    void openTray();
    void takeTray();
    void missTray();
    void openNotified(const NotificationMessage &message);
    void applyFocus();

    PreferencesDesk &m_preferences;
    QMainWindow &m_window;
    TrayDesk *m_tray;
    TrayWatch *m_watch;
    bool m_isToHide = false; ///< as soon as there is a tray
    Notifier *m_notifier;
    NotificationService *m_notifications;
};

} // namespace Gui

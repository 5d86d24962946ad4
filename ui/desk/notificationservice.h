// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/notificationmessage.h"

#include <QDBusConnection>
#include <QIcon>
#include <QMap>
#include <QObject>

#include <optional>

class QDBusMessage;
class QDBusServiceWatcher;

namespace Gui {

/// The desktop's notifications, as the Desktop Notifications Specification 1.2 of freedesktop.org
/// has them: it tells which one was clicked, and they can have buttons.
///
/// Thread: the one that it was made in, and never waits for the desktop.
class NotificationService final : public QObject
{
    Q_OBJECT

public:
    explicit NotificationService(QObject *parent = nullptr);

    /// From now on asks the desktop behind \a bus; before, nothing is shown.
    void setBus(const QDBusConnection &bus);
    void show(const NotificationMessage &message, const QIcon &icon);

signals:
    void opened(const Gui::NotificationMessage &message);
    void pauseChosen(Core::DestinationId destination);
    /// The desktop has no such service, or it refused.
    void notShown(const Gui::NotificationMessage &message);

private slots:
    void follow(uint id, const QString &action);

private:
    void notify(const NotificationMessage &message, const QIcon &icon, bool readsMarkup);
    template<typename Use>
    void call(const QDBusMessage &call, const NotificationMessage &message, Use use);

    std::optional<QDBusConnection> m_bus;
    QDBusServiceWatcher *m_watcher;
    QMap<uint, NotificationMessage> m_shown; ///< by the desktop's number of each
};

} // namespace Gui

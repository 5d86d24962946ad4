// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/notificationdesktop.h"

#include <QDBusMessage>

namespace Testing {

namespace {

const auto ServiceName = QStringLiteral("org.freedesktop.Notifications");
const auto ServicePath = QStringLiteral("/org/freedesktop/Notifications");
const auto ServerConnection = QStringLiteral("desktop");
const auto ClientConnection = QStringLiteral("program");

} // namespace

NotificationDesktop::NotificationDesktop()
{
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--session"), QStringLiteral("--nofork"),
                    QStringLiteral("--print-address")});
    if (m_daemon.waitForReadyRead())
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QDBusConnection::connectToBus(m_address, ServerConnection);
    QDBusConnection::connectToBus(m_address, ClientConnection);
}

NotificationDesktop::~NotificationDesktop()
{
    QDBusConnection::disconnectFromBus(ClientConnection);
    QDBusConnection::disconnectFromBus(ServerConnection);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

QDBusConnection NotificationDesktop::client() const
{
    return QDBusConnection(ClientConnection);
}

QDBusConnection NotificationDesktop::server() const
{
    return QDBusConnection(ServerConnection);
}

bool NotificationDesktop::startService()
{
    return server().registerObject(ServicePath, this, QDBusConnection::ExportScriptableSlots)
        && server().registerService(ServiceName);
}

void NotificationDesktop::stopService()
{
    server().unregisterService(ServiceName);
    server().unregisterObject(ServicePath);
    shown.clear();
}

uint NotificationDesktop::Notify(const QString & /*application*/, uint /*replaces*/,
                                 const QString & /*icon*/, const QString &title,
                                 const QString &text, const QStringList &actions,
                                 const QVariantMap &hints, int /*expires*/)
{
    shown.append({title, text, actions, hints});
    return static_cast<uint>(shown.size());
}

bool NotificationDesktop::invoke(uint id, const QString &action)
{
    QDBusMessage signal
        = QDBusMessage::createSignal(ServicePath, ServiceName, QStringLiteral("ActionInvoked"));
    signal << id << action;
    return server().send(signal);
}

} // namespace Testing

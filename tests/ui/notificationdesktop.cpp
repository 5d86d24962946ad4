// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/notificationdesktop.h"

#include <QDBusMessage>

namespace Testing {

namespace {

const auto ServiceName = QStringLiteral("org.freedesktop.Notifications");
const auto ServicePath = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

bool NotificationDesktop::startService()
{
    return m_bus.server().registerObject(ServicePath, this, QDBusConnection::ExportScriptableSlots)
        && m_bus.server().registerService(ServiceName);
}

void NotificationDesktop::stopService()
{
    m_bus.server().unregisterService(ServiceName);
    m_bus.server().unregisterObject(ServicePath);
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
    return m_bus.server().send(signal);
}

} // namespace Testing

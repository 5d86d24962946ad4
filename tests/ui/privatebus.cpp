// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/privatebus.h"

namespace Testing {

namespace {

const auto ServerConnection = QStringLiteral("desktop");
const auto ClientConnection = QStringLiteral("program");

} // namespace

PrivateBus::PrivateBus()
{
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--session"), QStringLiteral("--nofork"),
                    QStringLiteral("--print-address")});
    QString address;
    if (m_daemon.waitForReadyRead())
        address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QDBusConnection::connectToBus(address, ServerConnection);
    QDBusConnection::connectToBus(address, ClientConnection);
}

PrivateBus::~PrivateBus()
{
    QDBusConnection::disconnectFromBus(ClientConnection);
    QDBusConnection::disconnectFromBus(ServerConnection);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

QDBusConnection PrivateBus::client() const
{
    return QDBusConnection(ClientConnection);
}

QDBusConnection PrivateBus::server() const
{
    return QDBusConnection(ServerConnection);
}

} // namespace Testing

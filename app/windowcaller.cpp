// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowcaller.h"

#include "core/base/log.h"

#include <QLocalSocket>

namespace {

constexpr int LongestWaitMs = 1000;

QString socketPath(const QString &dataDirectory)
{
    return dataDirectory + QStringLiteral("/window");
}

} // namespace

bool callWindow(const QString &dataDirectory)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath(dataDirectory));
    if (!socket.waitForConnected(LongestWaitMs))
        return false;
    socket.disconnectFromServer();
    return true;
}

WindowCallListener::WindowCallListener(const QString &dataDirectory, QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *const caller = m_server.nextPendingConnection())
            caller->deleteLater();
        emit windowCalled();
    });
    // The directory's lock is ours, so what lies there was left by a run that has ended.
    const QString path = socketPath(dataDirectory);
    QLocalServer::removeServer(path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(path))
        qCWarning(lcApp).noquote()
            << "a second start cannot call this window:" << m_server.errorString();
}

WindowCallListener::~WindowCallListener() = default;

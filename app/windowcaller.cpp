// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowcaller.h"

#include "core/base/log.h"

#include <QLocalSocket>

namespace {

constexpr int LongestWaitMs = 1000;
constexpr char ShownAnswer = 's';
constexpr char EndingAnswer = 'e';

QString socketPath(const QString &dataDirectory)
{
    return dataDirectory + QStringLiteral("/window");
}

} // namespace

WindowCall callWindow(const QString &dataDirectory)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath(dataDirectory));
    if (!socket.waitForConnected(LongestWaitMs))
        return WindowCall::NobodyThere;
    char answer = ShownAnswer;
    if (socket.waitForReadyRead(LongestWaitMs))
        socket.getChar(&answer);
    else if (socket.state() != QLocalSocket::ConnectedState)
        return WindowCall::Ending; // at this very moment
    // A window that is busy for so long has heard it all the same.
    return answer == EndingAnswer ? WindowCall::Ending : WindowCall::Shown;
}

WindowCallListener::WindowCallListener(const QString &dataDirectory, QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QLocalServer::newConnection, this, &WindowCallListener::answer);
    // The directory's lock is ours, so what lies there was left by a run that has ended.
    const QString path = socketPath(dataDirectory);
    QLocalServer::removeServer(path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(path))
        qCWarning(lcApp).noquote()
            << "a second start cannot call this window:" << m_server.errorString();
}

WindowCallListener::~WindowCallListener() = default;

void WindowCallListener::answer()
{
    while (QLocalSocket *const caller = m_server.nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        caller->putChar(m_isEnding ? EndingAnswer : ShownAnswer);
        caller->disconnectFromServer();
    }
    if (!m_isEnding)
        emit windowCalled();
}

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowcaller.h"

#include "core/base/log.h"

#include <QFile>
#include <QLocalSocket>

#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr int LongestWaitMs = 1000;
constexpr char ShownAnswer = 's';
constexpr char EndingAnswer = 'e';

/// The socket's name by way of \a directory. It is short, since the name of a socket has no room
/// for every path, and means the same place however that was spelled. Source: unix(7), proc(5).
QString socketPath(const OpenDirectory &directory)
{
    return QStringLiteral("/proc/self/fd/%1/window").arg(directory.descriptor());
}

} // namespace

OpenDirectory::OpenDirectory(const QString &path)
    : m_descriptor(::open(QFile::encodeName(path).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
{
}

OpenDirectory::~OpenDirectory()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

WindowCall callWindow(const QString &dataDirectory)
{
    const OpenDirectory directory(dataDirectory);
    QLocalSocket socket;
    socket.connectToServer(socketPath(directory));
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
    , m_directory(dataDirectory)
{
    connect(&m_server, &QLocalServer::newConnection, this, &WindowCallListener::answer);
    // The directory's lock is ours, so what lies there was left by a run that has ended.
    const QString path = socketPath(m_directory);
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

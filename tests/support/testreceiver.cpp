// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testreceiver.h"

#include "core/model/attempt.h"
#include "core/model/reasonphrase.h"
#include "tests/support/receiverconnection.h"

#include <QSslSocket>
#include <QUrl>

#include <utility>

namespace Core {

namespace {

QByteArray statusLine(int code)
{
    return "HTTP/1.1 " + QByteArray::number(code) + ' ' + reasonPhrase(code).toLatin1() + "\r\n";
}

QByteArray headerLines(const HeaderList &headers)
{
    QByteArray lines;
    for (const Header &header : headers)
        lines += header.name + ": " + header.value + "\r\n";
    return lines;
}

} // namespace

Answer Answer::status(int code, const QByteArray &body, const HeaderList &headers)
{
    return raw(statusLine(code) + headerLines(headers)
               + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

Answer Answer::redirect(int code, const QByteArray &location)
{
    return status(code, {}, {{"Location", location}});
}

Answer Answer::raw(const QByteArray &bytes)
{
    Answer answer;
    answer.bytes = bytes;
    return answer;
}

Answer Answer::hang()
{
    // A second request on the same connection must stay unanswered too.
    return raw({}).after(std::chrono::hours{1});
}

Answer Answer::close()
{
    return raw({}).thenClose();
}

Answer Answer::reset()
{
    return raw({}).thenReset();
}

Answer Answer::endlessHeaders()
{
    Answer answer = raw(statusLine(200));
    answer.repeated = "X-More: " + QByteArray(1000, 'a') + "\r\n";
    return answer;
}

Answer Answer::endlessBody()
{
    Answer answer = raw(statusLine(200) + "Connection: close\r\n\r\n");
    answer.repeated = QByteArray(16'384, 'b');
    return answer;
}

Answer Answer::after(Milliseconds time) const
{
    Answer answer = *this;
    answer.delay = time;
    return answer;
}

Answer Answer::dripping(Milliseconds perByte) const
{
    Answer answer = *this;
    answer.pause = perByte;
    return answer;
}

Answer Answer::cutAt(qsizetype byteCount) const
{
    Answer answer = thenClose();
    answer.bytes.truncate(byteCount);
    return answer;
}

Answer Answer::withInterim(int code) const
{
    Answer answer = *this;
    answer.bytes.prepend(statusLine(code) + "\r\n");
    return answer;
}

Answer Answer::thenClose() const
{
    Answer answer = *this;
    answer.ending = Ending::Close;
    return answer;
}

Answer Answer::thenReset() const
{
    Answer answer = *this;
    answer.ending = Ending::Reset;
    return answer;
}

TestReceiver::TestReceiver(QObject *parent)
    : QTcpServer(parent)
{
}

TestReceiver::~TestReceiver()
{
    close();
    qDeleteAll(std::exchange(m_connections, {}));
}

bool TestReceiver::start(const QHostAddress &address, quint16 port)
{
    setListenBacklogSize(1024);
    return listen(address, port);
}

void TestReceiver::useTls(const QSslConfiguration &configuration)
{
    m_tls = configuration;
}

void TestReceiver::closeConnections()
{
    const QList<ReceiverConnection *> open = m_connections;
    for (ReceiverConnection *connection : open)
        connection->close();
}

void TestReceiver::setAnswer(const Answer &answer)
{
    m_usual = answer;
}

void TestReceiver::setAnswer(const QByteArray &path, const Answer &answer)
{
    m_byPath.insert(path, answer);
}

void TestReceiver::enqueueAnswer(const Answer &answer)
{
    m_queue.append(answer);
}

QString TestReceiver::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(serverAddress().toString());
    url.setPort(serverPort());
    return url.toString() + path;
}

void TestReceiver::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = nullptr;
    if (m_tls) {
        auto *tlsSocket = new QSslSocket;
        tlsSocket->setSslConfiguration(*m_tls);
        socket = tlsSocket;
    } else {
        socket = new QTcpSocket;
    }
    socket->setSocketDescriptor(descriptor);
    ++m_acceptedCount;
    m_connections.append(new ReceiverConnection(*this, socket, m_acceptedCount));
    if (auto *tlsSocket = qobject_cast<QSslSocket *>(socket))
        tlsSocket->startServerEncryption();
}

Answer TestReceiver::take(const ReceivedRequest &request)
{
    m_requests.append(request);
    emit requestReceived(request);
    if (!m_queue.isEmpty())
        return m_queue.takeFirst();
    return m_byPath.value(request.target.split('?').constFirst(), m_usual);
}

void TestReceiver::forget(ReceiverConnection *connection)
{
    m_connections.removeOne(connection);
}

} // namespace Core

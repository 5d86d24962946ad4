// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/receiverconnection.h"

#include <QSslSocket>

#include <sys/socket.h>

namespace Core {

namespace {

constexpr qint64 FillBytes = 262'144;

HeaderList headersOf(const QByteArray &head)
{
    HeaderList headers;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return headers;
}

} // namespace

ReceiverConnection::ReceiverConnection(TestReceiver &receiver, QTcpSocket *socket, int number)
    : QObject(&receiver)
    , m_receiver(receiver)
    , m_socket(socket)
    , m_number(number)
{
    m_socket->setParent(this);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(m_socket, &QTcpSocket::readyRead, this, &ReceiverConnection::read);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ReceiverConnection::repeat);
    if (auto *tlsSocket = qobject_cast<QSslSocket *>(m_socket))
        connect(tlsSocket, &QSslSocket::encryptedBytesWritten, this, &ReceiverConnection::repeat);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        m_receiver.forget(this);
        deleteLater();
    });
}

ReceiverConnection::~ReceiverConnection()
{
    // A socket that closes while it dies must not call back into what is half gone.
    m_socket->disconnect(this);
}

void ReceiverConnection::close()
{
    m_socket->disconnectFromHost();
}

void ReceiverConnection::read()
{
    m_buffer += m_socket->readAll();
    if (m_isAnswering)
        return;
    const std::optional<ReceivedRequest> request = takeRequest();
    if (!request)
        return;
    m_isAnswering = true;
    answer(m_receiver.take(*request));
}

std::optional<ReceivedRequest> ReceiverConnection::takeRequest()
{
    const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    ReceivedRequest request;
    request.head = m_buffer.left(headEnd + 4);
    request.headers = headersOf(request.head);
    const qsizetype length = headerValue(request.headers, "Content-Length").toLongLong();
    if (m_buffer.size() < request.head.size() + length)
        return std::nullopt;
    request.body = m_buffer.mid(request.head.size(), length);
    m_buffer.remove(0, request.head.size() + length);
    const QList<QByteArray> words = request.head.left(request.head.indexOf('\r')).split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    request.at = SystemClock().tick();
    request.connection = m_number;
    return request;
}

void ReceiverConnection::answer(const Answer &answer)
{
    m_answer = answer;
    if (m_answer.delay.count() == 0) {
        begin();
        return;
    }
    m_timer.callOnTimeout(this, &ReceiverConnection::begin);
    m_timer.start(m_answer.delay);
}

void ReceiverConnection::begin()
{
    m_timer.disconnect(this);
    if (m_answer.pause.count() > 0) {
        m_timer.callOnTimeout(this, &ReceiverConnection::dripNext);
        dripNext();
        return;
    }
    m_socket->write(m_answer.bytes);
    repeat();
    end();
}

void ReceiverConnection::dripNext()
{
    if (m_answer.bytes.isEmpty())
        m_answer.bytes = m_answer.repeated;
    if (m_answer.bytes.isEmpty()) {
        m_timer.disconnect(this);
        end();
        return;
    }
    m_socket->write(m_answer.bytes.left(1));
    m_answer.bytes.remove(0, 1);
    m_timer.start(m_answer.pause);
}

void ReceiverConnection::repeat()
{
    if (m_answer.repeated.isEmpty() || !m_isAnswering || m_answer.pause.count() > 0)
        return;
    while (waitingBytes() < FillBytes)
        m_socket->write(m_answer.repeated);
}

qint64 ReceiverConnection::waitingBytes() const
{
    const auto *const tlsSocket = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tlsSocket ? tlsSocket->encryptedBytesToWrite() : 0);
}

void ReceiverConnection::end()
{
    if (!m_answer.repeated.isEmpty())
        return;
    switch (m_answer.ending) {
    case Answer::Ending::KeepOpen:
        m_isAnswering = false;
        // A second request may have come along with the first.
        if (!m_buffer.isEmpty())
            QMetaObject::invokeMethod(this, &ReceiverConnection::read, Qt::QueuedConnection);
        break;
    case Answer::Ending::Close:
        m_socket->disconnectFromHost();
        break;
    case Answer::Ending::Reset: {
        m_socket->flush();
        const linger none{1, 0};
        setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none,
                   sizeof none);
        m_socket->abort();
        break;
    }
    }
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/header.h"

#include <QByteArray>
#include <QList>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

/// One answer as a RawClient has read it.
struct RawReply
{
    int status = 0;
    Core::HeaderList headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const { return Core::headerValue(headers, name); }
};

/// A client that sends exactly what it is told, well-formed or not, to 127.0.0.1. It works whenever
/// it is asked something, so ask it with QTRY_COMPARE.
class RawClient
{
public:
    enum class End { Open, Finished, Reset };

    explicit RawClient(quint16 port, int receiveBufferBytes = 0)
        : m_descriptor(socket(AF_INET, SOCK_STREAM, 0))
    {
        if (receiveBufferBytes > 0) {
            setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBufferBytes,
                       sizeof receiveBufferBytes);
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            m_end = End::Reset;
    }
    RawClient(const RawClient &) = delete;
    RawClient(RawClient &&) = delete;
    RawClient &operator=(const RawClient &) = delete;
    RawClient &operator=(RawClient &&) = delete;
    ~RawClient() { close(); }

    void send(const QByteArray &bytes)
    {
        m_unsent += bytes;
        sendMore();
    }

    void finishSending() const { shutdown(m_descriptor, SHUT_WR); }

    void close()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_descriptor = -1;
    }

    /// Closes as one that has crashed.
    void reset()
    {
        const linger atOnce{1, 0};
        setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        close();
    }

    QByteArray received()
    {
        work();
        return m_received;
    }

    End end()
    {
        work();
        return m_end;
    }

    qsizetype unsentBytes()
    {
        work();
        return m_unsent.size();
    }

    /// The answers that have come whole, each with a body of its Content-Length.
    QList<RawReply> replies()
    {
        QList<RawReply> replies;
        QByteArray rest = received();
        while (true) {
            const qsizetype headEnd = rest.indexOf("\r\n\r\n");
            if (headEnd < 0)
                return replies;
            RawReply reply = readHead(rest.left(headEnd));
            const qsizetype length = reply.header("Content-Length").toLongLong();
            if (rest.size() < headEnd + 4 + length)
                return replies;
            reply.body = rest.mid(headEnd + 4, length);
            rest.remove(0, headEnd + 4 + length);
            replies.append(reply);
        }
    }

    QList<int> statuses()
    {
        QList<int> statuses;
        for (const RawReply &reply : replies())
            statuses.append(reply.status);
        return statuses;
    }

private:
    static RawReply readHead(const QByteArray &head)
    {
        RawReply reply;
        reply.status = head.mid(9, 3).toInt();
        const qsizetype firstLine = head.indexOf("\r\n");
        if (firstLine >= 0)
            reply.headers = Core::headersFromLines(head.mid(firstLine + 2).replace("\r\n", "\n"));
        return reply;
    }

    void work()
    {
        sendMore();
        QByteArray buffer(65'536, Qt::Uninitialized);
        while (m_end == End::Open && m_descriptor >= 0) {
            const ssize_t count = recv(m_descriptor, buffer.data(),
                                       static_cast<size_t>(buffer.size()), MSG_DONTWAIT);
            if (count > 0)
                m_received.append(buffer.constData(), count);
            else if (count == 0)
                m_end = End::Finished;
            else if (errno == ECONNRESET)
                m_end = End::Reset;
            else
                return;
        }
    }

    void sendMore()
    {
        if (m_descriptor < 0 || m_unsent.isEmpty())
            return;
        const ssize_t count
            = ::send(m_descriptor, m_unsent.constData(), static_cast<size_t>(m_unsent.size()),
                     MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count > 0)
            m_unsent.remove(0, count);
    }

    int m_descriptor;
    End m_end = End::Open;
    QByteArray m_unsent;
    QByteArray m_received;
};

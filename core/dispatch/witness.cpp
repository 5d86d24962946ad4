// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/witness.h"

#include <QSet>

#include <algorithm>
#include <fcntl.h>
#include <linux/sockios.h>
#include <linux/tcp.h>
#include <mutex>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Core {

namespace {

/// The system's states of a TCP connection, which linux/tcp.h does not name.
ConnectionFacts::State stateOf(quint8 state)
{
    switch (state) {
    case 1: // TCP_ESTABLISHED
        return ConnectionFacts::State::Open;
    case 2: // TCP_SYN_SENT
    case 3: // TCP_SYN_RECV
        return ConnectionFacts::State::Opening;
    case 7: // TCP_CLOSE
        return ConnectionFacts::State::Dead;
    case 8: // TCP_CLOSE_WAIT
        return ConnectionFacts::State::ClosedByPeer;
    default:
        return ConnectionFacts::State::ClosedByUs;
    }
}

std::optional<ConnectionFacts> factsOf(int descriptor)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return std::nullopt;
    const ConnectionFacts::State state = stateOf(info.tcpi_state);
    // The peer's end counts as a byte.
    const bool hasEndMark = state == ConnectionFacts::State::ClosedByPeer;
    const quint64 received = info.tcpi_data_segs_in == 0 ? 0 : info.tcpi_bytes_received;
    return ConnectionFacts{state,
                           info.tcpi_bytes_sent - info.tcpi_bytes_retrans,
                           info.tcpi_data_segs_out,
                           info.tcpi_unacked > 0 || info.tcpi_notsent_bytes > 0,
                           hasEndMark && received > 0 ? received - 1 : received,
                           Milliseconds{info.tcpi_last_data_sent},
                           Milliseconds{info.tcpi_last_data_recv}};
}

/// What had come when the answer to the newest request began. Of one that has begun, one byte is
/// known to have come: there may have been answers to any number of requests before it.
quint64 receivedBefore(const ConnectionFacts &facts)
{
    const bool hasBegun = facts.sinceReceived < facts.sinceSent && facts.receivedBytes > 0;
    return facts.receivedBytes - (hasBegun ? 1 : 0);
}

bool isSocket(int descriptor)
{
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

/// The descriptors of all witnesses in this process, so that none is taken for one of Qt's: it
/// would never be seen closed.
///
/// Thread: any.
class DuplicateSockets final
{
public:
    /// Another descriptor of \a original; -1 when that is one already, or there is none left.
    int duplicate(int original)
    {
        const std::lock_guard lock(m_mutex);
        if (m_descriptors.contains(original))
            return -1;
        const int made = ::fcntl(original, F_DUPFD_CLOEXEC, 0);
        if (made >= 0)
            m_descriptors.insert(made);
        return made;
    }

    void close(int descriptor)
    {
        const std::lock_guard lock(m_mutex);
        m_descriptors.remove(descriptor);
        ::close(descriptor);
    }

private:
    std::mutex m_mutex;
    QSet<int> m_descriptors;
};

DuplicateSockets &duplicates()
{
    static DuplicateSockets all;
    return all;
}

} // namespace

std::optional<Endpoint> remoteOf(int descriptor)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto *const bytes = reinterpret_cast<sockaddr *>(&address);
    if (::getpeername(descriptor, bytes, &size) != 0)
        return std::nullopt;
    const in_port_t port = address.ss_family == AF_INET6
        ? reinterpret_cast<const sockaddr_in6 &>(address).sin6_port
        : reinterpret_cast<const sockaddr_in &>(address).sin_port;
    return Endpoint{QHostAddress(bytes), ntohs(port)};
}

quint64 cookieOf(int descriptor)
{
    quint64 cookie = 0;
    socklen_t size = sizeof cookie;
    return getsockopt(descriptor, SOL_SOCKET, SO_COOKIE, &cookie, &size) == 0 ? cookie : 0;
}

Witness::Witness(int original)
    : m_original(original)
    , m_descriptor(duplicates().duplicate(original))
    , m_cookie(cookieOf(m_descriptor))
    , m_seen(facts())
{
}

Witness::~Witness()
{
    // To close any descriptor of a file gives up all locks that the process has on it. Should it be
    // the database, by the narrowest of chances, the descriptor stays.
    if (isSocket(m_descriptor))
        duplicates().close(m_descriptor);
}

std::optional<Endpoint> Witness::remote() const
{
    return remoteOf(m_descriptor);
}

ConnectionFacts Witness::facts() const
{
    return factsOf(m_descriptor).value_or(ConnectionFacts());
}

bool Witness::isLast() const
{
    return cookieOf(m_original) != m_cookie;
}

void Witness::expectAnswer(std::optional<quint64> requestBytes)
{
    m_seen = facts();
    const bool isFirst = requestBytes && m_seen.sentBytes <= *requestBytes;
    m_receivedBefore = isFirst ? 0 : receivedBefore(m_seen);
}

quint64 Witness::answerBytes()
{
    const ConnectionFacts now = facts();
    // What came before the next request answers another one; but while one is sent slowly, all
    // that comes belongs to it.
    const bool hasSent = now.isSending || now.sentBytes != m_seen.sentBytes;
    if (hasSent && !m_seen.isSending)
        m_receivedBefore = receivedBefore(now);
    m_seen = now;
    return now.receivedBytes - m_receivedBefore;
}

quint64 Witness::readAnswerBytes()
{
    // What comes between the two looks is counted later rather than as read.
    const quint64 come = answerBytes();
    int unread = 0;
    if (::ioctl(m_descriptor, SIOCINQ, &unread) != 0)
        return come;
    return come - std::min(come, static_cast<quint64>(std::max(0, unread)));
}

void Witness::end()
{
    m_hasEnded = true;
    // A peer that goes on writing learns of an end in order only when it has nothing more to write.
    const linger none{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    ::shutdown(m_descriptor, SHUT_RDWR);
    // Qt would still read all that has come before it sees the end.
    constexpr std::size_t Much = 1U << 30U;
    while (::recv(m_descriptor, nullptr, Much, MSG_TRUNC | MSG_DONTWAIT) > 0) { }
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/lookout.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace Core {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr rlim_t MostWitnesses = 4096; // of all lookouts together
constexpr int ShareForSearch = 20; // one part of so many may be spent on searching
constexpr std::chrono::milliseconds Burst{50}; // what may be spent before that share counts

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
    return ConnectionFacts{
        state, info.tcpi_bytes_acked, info.tcpi_unacked > 0 || info.tcpi_notsent_bytes > 0,
        info.tcpi_bytes_received - (hasEndMark ? 1 : 0), Milliseconds{info.tcpi_last_data_sent}};
}

quint64 cookieOf(int descriptor)
{
    quint64 cookie = 0;
    socklen_t size = sizeof cookie;
    return getsockopt(descriptor, SOL_SOCKET, SO_COOKIE, &cookie, &size) == 0 ? cookie : 0;
}

quint16 portOf(const sockaddr_storage &address)
{
    if (address.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6 &>(address).sin6_port);
    return ntohs(reinterpret_cast<const sockaddr_in &>(address).sin_port);
}

bool isSocket(int descriptor)
{
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

/// What this thread has spent so far, which leaves out the time for which others had its core.
std::chrono::nanoseconds busyTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

/// One lookout's share of a quarter of the descriptors that the process may have open; the poster's
/// flights take half.
qsizetype witnessLimit(int sharers)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const auto all = static_cast<qsizetype>(std::min<rlim_t>(limit.rlim_cur / 4, MostWitnesses));
    return all / std::max(1, sharers);
}

} // namespace

Witness::Witness(int original, quint64 cookie, std::shared_ptr<Cookies> cookies)
    : m_original(original)
    , m_descriptor(::fcntl(original, F_DUPFD_CLOEXEC, 0))
    , m_cookie(cookie)
    , m_cookies(std::move(cookies))
    , m_seen(facts())
    , m_receivedBefore(m_seen.receivedBytes)
{
    m_cookies->insert(m_cookie);
}

Witness::~Witness()
{
    m_cookies->remove(m_cookie);
    // To close any descriptor of a file gives up all locks that the process has on it. Should it be
    // the database, by the narrowest of chances, the descriptor stays.
    if (isSocket(m_descriptor))
        ::close(m_descriptor);
}

ConnectionFacts Witness::facts() const
{
    return factsOf(m_descriptor).value_or(ConnectionFacts());
}

bool Witness::isTrue() const
{
    return cookieOf(m_descriptor) == m_cookie;
}

bool Witness::isLast() const
{
    return cookieOf(m_original) != m_cookie;
}

quint64 Witness::answerBytes()
{
    const ConnectionFacts now = facts();
    // What came before the next request answers another one; but while one is sent slowly, all
    // that comes belongs to it.
    const bool hasSent = now.isSending || now.sentBytes != m_seen.sentBytes;
    if (hasSent && !m_seen.isSending)
        m_receivedBefore = m_seen.receivedBytes;
    m_seen = now;
    return now.receivedBytes - m_receivedBefore;
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

Lookout::Lookout(int sharers)
    : m_maxWitnesses(witnessLimit(sharers))
    , m_lastSearch(SteadyClock::now())
{
}

std::unique_ptr<Witness> Lookout::find(const Endpoint &remote,
                                       std::optional<Milliseconds> sinceSent)
{
    if (m_cookies->size() >= m_maxWitnesses)
        return nullptr;
    search();
    const auto distance = [&sinceSent](const Connection &connection) {
        const ConnectionFacts &facts = connection.facts;
        return sinceSent ? std::abs((facts.sinceSent - *sinceSent).count())
                         : static_cast<qint64>(facts.sentBytes);
    };
    const Connection *best = nullptr;
    const QList<Connection> connections = m_connections.value(remote);
    for (const Connection &connection : connections) {
        if (mayBe(connection) && (!best || distance(connection) < distance(*best)))
            best = &connection;
    }
    if (!best || cookieOf(best->descriptor) != best->cookie)
        return nullptr;
    auto witness = std::make_unique<Witness>(best->descriptor, best->cookie, m_cookies);
    return witness->isTrue() ? std::move(witness) : nullptr;
}

bool Lookout::isConnected(const Endpoint &remote)
{
    search();
    const QList<Connection> connections = m_connections.value(remote);
    return std::any_of(connections.cbegin(), connections.cend(),
                       [this](const Connection &connection) { return mayBe(connection); });
}

std::optional<Lookout::Connection> Lookout::connectionOf(int descriptor)
{
    const std::optional<ConnectionFacts> facts = factsOf(descriptor);
    if (!facts)
        return std::nullopt;
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto *const bytes = reinterpret_cast<sockaddr *>(&address);
    if (::getpeername(descriptor, bytes, &size) != 0)
        return std::nullopt;
    return Connection{
        descriptor, cookieOf(descriptor), {QHostAddress(bytes), portOf(address)}, *facts};
}

void Lookout::search()
{
    const Moment began = SteadyClock::now();
    m_spent
        = std::max(std::chrono::nanoseconds{0}, m_spent - (began - m_lastSearch) / ShareForSearch);
    m_lastSearch = began;
    // What was found before may mean something else by now.
    m_connections.clear();
    if (m_spent > Burst)
        return;
    const std::chrono::nanoseconds busyBefore = busyTime();
    std::error_code error;
    std::filesystem::directory_iterator entry("/proc/self/fd", error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const int descriptor = QByteArray(entry->path().filename().c_str()).toInt();
        if (const std::optional<Connection> connection = connectionOf(descriptor))
            m_connections[connection->remote].append(*connection);
    }
    m_spent += busyTime() - busyBefore;
}

bool Lookout::mayBe(const Connection &connection) const
{
    return connection.facts.state == ConnectionFacts::State::Open && connection.cookie != 0
        && !m_cookies->contains(connection.cookie);
}

} // namespace Core

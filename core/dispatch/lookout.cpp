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
constexpr Milliseconds ClockStep{20}; // by which the system's moments may be off
constexpr Milliseconds IdleTime{1'000}; // in which a flight will have taken its witness
constexpr std::chrono::seconds Memory{1}; // in which Qt will have told of an end
constexpr quint32 FirstSegments = 2; // a request's head and body

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
    return ConnectionFacts{state,
                           info.tcpi_bytes_sent - info.tcpi_bytes_retrans,
                           info.tcpi_data_segs_out,
                           info.tcpi_unacked > 0 || info.tcpi_notsent_bytes > 0,
                           info.tcpi_bytes_received - (hasEndMark ? 1 : 0),
                           Milliseconds{info.tcpi_last_data_sent},
                           Milliseconds{info.tcpi_last_data_recv}};
}

quint64 cookieOf(int descriptor)
{
    quint64 cookie = 0;
    socklen_t size = sizeof cookie;
    return getsockopt(descriptor, SOL_SOCKET, SO_COOKIE, &cookie, &size) == 0 ? cookie : 0;
}

/// Where the connection behind \a descriptor leads, if that is one.
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
    , m_receivedBefore(m_seen.sentSegments > FirstSegments ? m_seen.receivedBytes : 0)
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

void Witness::expectAnswer()
{
    m_seen = facts();
    if (m_seen.sinceReceived > m_seen.sinceSent)
        m_receivedBefore = m_seen.receivedBytes;
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
    , m_lastSpent(SteadyClock::now())
{
}

void Lookout::watch(const Endpoint &remote)
{
    spendOn([this, &remote] { adopt(remote); });
}

std::shared_ptr<Witness> Lookout::find(const Endpoint &remote, const Trace &trace)
{
    // Others may have sent as much, or at the same moment, hardly both.
    const Moment now = SteadyClock::now();
    const auto distance = [&trace, now](const ConnectionFacts &facts) {
        return std::pair(trace.sentBytes && *trace.sentBytes != facts.sentBytes,
                         std::chrono::abs(now - facts.sinceSent - trace.since));
    };
    std::shared_ptr<Witness> best;
    spendOn([&] {
        adopt(remote);
        const QList<std::shared_ptr<Witness>> &open = m_neighbours[remote].open;
        for (const std::shared_ptr<Witness> &witness : open) {
            if (isFree(witness) && (!best || distance(witness->facts()) < distance(best->facts())))
                best = witness;
        }
    });
    if (best && !trace.sentBytes)
        best->expectAnswer();
    return best;
}

bool Lookout::isConnected(const Endpoint &remote)
{
    watch(remote);
    const QList<std::shared_ptr<Witness>> &open = m_neighbours[remote].open;
    return std::any_of(open.cbegin(), open.cend(), isFree);
}

std::optional<ConnectionEnd> Lookout::takeEnd(const Endpoint &remote, const Trace &trace)
{
    Neighbours &neighbours = m_neighbours[remote];
    partWithClosed(neighbours, SteadyClock::now());
    QList<Closed> &closed = neighbours.closed;
    for (const bool isExact : {true, false}) {
        const auto fits = [&trace, isExact](const Closed &one) {
            return one.seen - one.facts.sinceSent + ClockStep >= trace.since
                && (!isExact || one.facts.sentBytes == trace.sentBytes);
        };
        const auto first = std::find_if(closed.begin(), closed.end(), fits);
        if (first == closed.end())
            continue;
        const ConnectionEnd end = endOf(*first, trace);
        const bool isCertain = std::all_of(first, closed.end(), [&](const Closed &other) {
            return !fits(other) || endOf(other, trace) == end;
        });
        if (!isCertain)
            return std::nullopt;
        closed.erase(first);
        return end;
    }
    return std::nullopt;
}

void Lookout::sweep()
{
    const Moment now = SteadyClock::now();
    const bool isCrowded = m_cookies->size() > m_maxWitnesses / 2;
    for (auto neighbours = m_neighbours.begin(); neighbours != m_neighbours.end();) {
        partWithClosed(*neighbours, now);
        neighbours->open.removeIf([isCrowded](const std::shared_ptr<Witness> &witness) {
            return isCrowded && witness.use_count() == 1 && witness->facts().sinceSent > IdleTime;
        });
        neighbours->closed.removeIf([now](const Closed &one) { return now - one.seen > Memory; });
        const bool isEmpty = neighbours->open.isEmpty() && neighbours->closed.isEmpty();
        neighbours = isEmpty ? m_neighbours.erase(neighbours) : std::next(neighbours);
    }
}

bool Lookout::isFree(const std::shared_ptr<Witness> &witness)
{
    return witness.use_count() == 1 && witness->facts().state == ConnectionFacts::State::Open
        && !witness->isLast();
}

/// Remembers how those of \a neighbours ended that Qt has closed.
void Lookout::partWithClosed(Neighbours &neighbours, Moment now)
{
    const auto part = [&neighbours, now](const std::shared_ptr<Witness> &witness) {
        if (!witness->isLast())
            return false;
        neighbours.closed.append({witness->facts(), witness->hasEnded(), now});
        return true;
    };
    neighbours.open.removeIf(part);
}

/// How \a closed ended for a flight with \a trace. Where it was not the first on its connection,
/// what has come may answer an earlier request.
ConnectionEnd Lookout::endOf(const Closed &closed, const Trace &trace)
{
    const ConnectionFacts &facts = closed.facts;
    const bool isOfThis = trace.sentBytes || facts.sinceReceived <= facts.sinceSent;
    return {facts.state, isOfThis && facts.receivedBytes > 0, closed.wasEnded};
}

/// Does \a work if there is time for it: a share of what has passed, and a little more at first.
void Lookout::spendOn(const std::function<void()> &work)
{
    const Moment began = SteadyClock::now();
    m_spent
        = std::max(std::chrono::nanoseconds{0}, m_spent - (began - m_lastSpent) / ShareForSearch);
    m_lastSpent = began;
    if (m_spent > Burst)
        return;
    const std::chrono::nanoseconds busyBefore = busyTime();
    work();
    m_spent += busyTime() - busyBefore;
}

/// Takes a witness of each connection to \a remote that has none, as many as there may be.
void Lookout::adopt(const Endpoint &remote)
{
    std::error_code error;
    std::filesystem::directory_iterator entry("/proc/self/fd", error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (m_cookies->size() >= m_maxWitnesses)
            return;
        const int descriptor = QByteArray(entry->path().filename().c_str()).toInt();
        if (remoteOf(descriptor) != remote)
            continue;
        const quint64 cookie = cookieOf(descriptor);
        if (cookie == 0 || m_cookies->contains(cookie))
            continue;
        auto witness = std::make_shared<Witness>(descriptor, cookie, m_cookies);
        if (witness->isTrue())
            m_neighbours[remote].open.append(std::move(witness));
    }
}

} // namespace Core

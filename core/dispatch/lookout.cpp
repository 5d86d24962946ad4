// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/lookout.h"

#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <linux/tcp.h>
#include <mutex>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <tuple>
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
constexpr std::chrono::minutes LongestFlight{2}; // and more
constexpr quint32 FirstSegments = 1; // Qt sends a head and a short body together
constexpr qsizetype MostNeighbours = 256; // that are looked at when one has ended
constexpr quint64 LeastSegment = 500; // bytes of a body that are sent together, wherever it goes

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

/// The descriptors of all witnesses in this process, so that none is taken for one of Qt's: it
/// would never be seen closed.
///
/// Thread: any.
class Duplicates final
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

Duplicates &duplicates()
{
    static Duplicates all;
    return all;
}

} // namespace

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
    const bool mayBeEarlier = m_seen.sinceReceived >= m_seen.sinceSent;
    m_receivedBefore = !isFirst && mayBeEarlier ? m_seen.receivedBytes : 0;
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
    , m_lastSpent(SteadyClock::now())
{
}

void Lookout::watch(const Endpoint &remote)
{
    Neighbours &neighbours = m_neighbours[remote];
    if (!spendOn([&] { adopt(remote, neighbours); }))
        neighbours.overlooked = SteadyClock::now();
}

std::shared_ptr<Witness> Lookout::find(const Endpoint &remote, const Trace &trace)
{
    Neighbours &neighbours = m_neighbours[remote];
    const std::optional<quint64> all
        = trace.headBytes ? std::optional(*trace.headBytes + trace.bodyBytes) : std::nullopt;
    std::shared_ptr<Witness> best;
    const bool hadTime = spendOn([&] {
        adopt(remote, neighbours);
        best = nearest(neighbours.open, trace.since, all);
    });
    if (!hadTime)
        neighbours.overlooked = SteadyClock::now();
    if (best)
        best->expectAnswer(all);
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
    const bool isAnyOverlooked = neighbours.overlooked && *neighbours.overlooked >= trace.since;
    if (isAnyOverlooked || neighbours.open.size() + neighbours.closed.size() > MostNeighbours)
        return std::nullopt;
    partWithClosed(neighbours);
    const std::optional<ConnectionEnd> end = commonEnd(neighbours.closed, trace);
    if (!end)
        return std::nullopt;
    const auto apart = [&trace](const Closed &one) {
        const Moment lastSent = one.seen - one.facts.sinceSent;
        return std::pair(!mayBe(one, trace), std::chrono::abs(lastSent - trace.since));
    };
    QList<Closed> &closed = neighbours.closed;
    closed.erase(std::min_element(
        closed.begin(), closed.end(),
        [&apart](const Closed &one, const Closed &other) { return apart(one) < apart(other); }));
    return end;
}

void Lookout::letGo(const Endpoint &remote, const std::shared_ptr<Witness> &witness)
{
    const auto neighbours = m_neighbours.find(remote);
    if (neighbours == m_neighbours.end() || !neighbours->open.removeOne(witness))
        return;
    --m_openCount;
    neighbours->overlooked = SteadyClock::now(); // It may have been another's.
}

void Lookout::sweep()
{
    const Moment now = SteadyClock::now();
    for (auto neighbours = m_neighbours.begin(); neighbours != m_neighbours.end();) {
        partWithClosed(*neighbours);
        const auto idle
            = neighbours->open.removeIf([this](const std::shared_ptr<Witness> &witness) {
                  return isCrowded() && witness.use_count() == 1
                      && witness->facts().sinceSent > IdleTime;
              });
        m_openCount -= idle;
        if (idle > 0)
            neighbours->overlooked = now;
        neighbours->closed.removeIf([now](const Closed &one) { return now - one.seen > Memory; });
        if (neighbours->overlooked && now - *neighbours->overlooked > LongestFlight)
            neighbours->overlooked.reset();
        const bool isEmpty
            = neighbours->open.isEmpty() && neighbours->closed.isEmpty() && !neighbours->overlooked;
        neighbours = isEmpty ? m_neighbours.erase(neighbours) : std::next(neighbours);
    }
}

/// That of \a open which sent last at \a since; where several did, the one that sent as much.
std::shared_ptr<Witness> Lookout::nearest(const QList<std::shared_ptr<Witness>> &open, Moment since,
                                          std::optional<quint64> sentBytes)
{
    const Moment now = SteadyClock::now();
    std::shared_ptr<Witness> best;
    std::pair<bool, std::chrono::nanoseconds> bestDistance;
    for (const std::shared_ptr<Witness> &witness : open) {
        if (!isFree(witness))
            continue;
        const ConnectionFacts facts = witness->facts();
        const std::chrono::nanoseconds apart = std::chrono::abs(now - facts.sinceSent - since);
        const std::pair distance(facts.sentBytes != sentBytes, apart);
        const bool isAsNear = best && std::chrono::abs(apart - bestDistance.second) <= ClockStep;
        if (!best || (isAsNear ? distance < bestDistance : apart < bestDistance.second)) {
            best = witness;
            bestDistance = distance;
        }
    }
    return best;
}

bool Lookout::isFree(const std::shared_ptr<Witness> &witness)
{
    return witness.use_count() == 1 && witness->facts().state == ConnectionFacts::State::Open
        && !witness->isLast();
}

/// False when \a closed cannot have been the connection of the flight with \a trace.
bool Lookout::mayBe(const Closed &closed, const Trace &trace)
{
    const ConnectionFacts &facts = closed.facts;
    if (closed.seen - facts.sinceSent + ClockStep < trace.since)
        return false;
    if (!trace.headBytes)
        return true;
    const quint64 head = *trace.headBytes;
    const quint64 all = head + trace.bodyBytes;
    if (facts.sentBytes == 0 || facts.sentBytes == head || facts.sentBytes == all)
        return true;
    // More was sent on one that had been used before, and a long body may have been cut anywhere.
    return facts.sentBytes > all ? facts.sentSegments > FirstSegments
                                 : facts.sentBytes > head && trace.bodyBytes > LeastSegment;
}

/// How \a closed ended for a flight with \a trace. Where it was not the first on its connection,
/// what has come may answer an earlier request, if it came no later than this one left.
ConnectionEnd Lookout::endOf(const Closed &closed, const Trace &trace)
{
    const ConnectionFacts &facts = closed.facts;
    const bool isFirst = trace.headBytes && facts.sentBytes <= *trace.headBytes + trace.bodyBytes;
    const bool isOfThis = isFirst || facts.sinceReceived < facts.sinceSent;
    return {facts.state, isOfThis && facts.receivedBytes > 0, closed.wasEnded};
}

/// How all of \a closed ended that may have been the connection of the flight with \a trace; none
/// when there is no such one, or when they ended in different ways.
std::optional<ConnectionEnd> Lookout::commonEnd(const QList<Closed> &closed, const Trace &trace)
{
    std::optional<ConnectionEnd> common;
    for (const Closed &one : closed) {
        if (!mayBe(one, trace))
            continue;
        const ConnectionEnd end = endOf(one, trace);
        if (common && *common != end)
            return std::nullopt;
        common = end;
    }
    return common;
}

/// Remembers how those of \a neighbours ended that Qt has closed, or is about to.
void Lookout::partWithClosed(Neighbours &neighbours)
{
    const Moment now = SteadyClock::now();
    const auto part = [&neighbours, now](const std::shared_ptr<Witness> &witness) {
        const ConnectionFacts facts = witness->facts();
        if (facts.state == ConnectionFacts::State::Open && !witness->isLast())
            return false;
        neighbours.closed.append({facts, witness->hasEnded(), now});
        return true;
    };
    m_openCount -= neighbours.open.removeIf(part);
}

/// Does \a work if there is time for it: a share of what has passed, and a little more at first.
bool Lookout::spendOn(const std::function<void()> &work)
{
    const Moment began = SteadyClock::now();
    m_spent
        = std::max(std::chrono::nanoseconds{0}, m_spent - (began - m_lastSpent) / ShareForSearch);
    m_lastSpent = began;
    if (m_spent > Burst)
        return false;
    const std::chrono::nanoseconds busyBefore = busyTime();
    work();
    m_spent += busyTime() - busyBefore;
    return true;
}

/// Takes a witness of each connection to \a remote that has none, as many as there may be; when
/// there are many, none of those that are idle.
void Lookout::adopt(const Endpoint &remote, Neighbours &neighbours)
{
    QSet<quint64> known;
    for (const std::shared_ptr<Witness> &witness : std::as_const(neighbours.open))
        known.insert(witness->cookie());
    std::error_code error;
    std::filesystem::directory_iterator entry("/proc/self/fd", error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const int descriptor = QByteArray(entry->path().filename().c_str()).toInt();
        if (remoteOf(descriptor) != remote || known.contains(cookieOf(descriptor)))
            continue;
        if (m_openCount >= m_maxWitnesses) {
            neighbours.overlooked = SteadyClock::now();
            return;
        }
        // The descriptor may mean something else by now.
        auto witness = std::make_shared<Witness>(descriptor);
        const bool isIdle = isCrowded() && witness->facts().sinceSent > IdleTime;
        if (!witness->isLooking() || isIdle)
            neighbours.overlooked = SteadyClock::now();
        if (isIdle || witness->remote() != remote || known.contains(witness->cookie()))
            continue;
        known.insert(witness->cookie());
        neighbours.open.append(std::move(witness));
        ++m_openCount;
    }
    if (error)
        neighbours.overlooked = SteadyClock::now();
}

} // namespace Core

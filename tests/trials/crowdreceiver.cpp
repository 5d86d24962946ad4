// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/crowdreceiver.h"

#include "core/model/header.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Core {

namespace {

constexpr quint64 DoorMark = quint64{1} << 32U;
constexpr quint64 AlarmMark = quint64{2} << 32U;
constexpr quint32 FirstAddress = (127U << 24U) + 257U;
constexpr int Backlog = 4096;
constexpr QByteArrayView Answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

Moment now()
{
    return std::chrono::system_clock::now();
}

quint16 boundPort(int listener)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

/// \a port on the address with that number, 0 for a free one. It refuses connections until it
/// listens.
int bindDoor(std::size_t number, quint16 port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_TIMESTAMPNS, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(FirstAddress + static_cast<quint32>(number));
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("no port is free");
    return listener;
}

void watch(int epoll, int descriptor, quint64 mark)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = mark;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

/// When the kernel took in what \a message brought.
Moment stampOf(msghdr &message)
{
    for (cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_TIMESTAMPNS)
            continue;
        timespec time{};
        std::memcpy(&time, CMSG_DATA(part), sizeof time);
        return Moment(std::chrono::seconds{time.tv_sec} + Nanoseconds{time.tv_nsec});
    }
    return now();
}

} // namespace

CrowdReceiver::CrowdReceiver(std::size_t doorCount, std::chrono::milliseconds hesitation)
    : m_doors(doorCount)
    , m_hesitation(hesitation)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_alarm(::eventfd(0, EFD_CLOEXEC))
{
    // All at one port: with a thousand, one would be that of the program's own interface, to which
    // nothing is sent, in one of thirty runs.
    for (std::size_t i = 0; i < doorCount; ++i)
        m_doors[i].listener = bindDoor(i, i == 0 ? 0 : boundPort(m_doors[0].listener));
    watch(m_epoll, m_alarm, AlarmMark);
    m_thread = std::thread([this] { serve(); });
}

CrowdReceiver::~CrowdReceiver()
{
    m_isOver = true;
    ::eventfd_write(m_alarm, 1);
    m_thread.join();
    for (const auto &[descriptor, connection] : m_connections)
        ::close(descriptor);
    for (const Door &door : m_doors)
        ::close(door.listener);
    ::close(m_alarm);
    ::close(m_epoll);
}

void CrowdReceiver::open(std::size_t door)
{
    const int listener = m_doors.at(door).listener;
    if (::listen(listener, Backlog) != 0)
        qFatal("a door cannot be opened");
    watch(m_epoll, listener, DoorMark + door);
}

void CrowdReceiver::openAll()
{
    for (std::size_t i = 0; i < m_doors.size(); ++i)
        open(i);
}

QString CrowdReceiver::url(std::size_t door, const QString &path) const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(m_doors.at(door).listener, reinterpret_cast<sockaddr *>(&address), &size);
    const quint32 ip = ntohl(address.sin_addr.s_addr);
    return QStringLiteral("http://127.%1.%2.%3:%4")
               .arg((ip >> 16U) & 255U)
               .arg((ip >> 8U) & 255U)
               .arg(ip & 255U)
               .arg(boundPort(m_doors.at(door).listener))
        + path;
}

qsizetype CrowdReceiver::arrivalCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_arrivals.size();
}

QList<Arrival> CrowdReceiver::arrivals() const
{
    const std::lock_guard lock(m_mutex);
    return m_arrivals;
}

DoorTally CrowdReceiver::tally(std::size_t door) const
{
    const std::lock_guard lock(m_mutex);
    return m_doors.at(door).tally;
}

HangTally CrowdReceiver::hanging() const
{
    const std::lock_guard lock(m_mutex);
    return m_hanging;
}

void CrowdReceiver::serve()
{
    std::array<epoll_event, 512> events{};
    bool isHesitating = false;
    while (!m_isOver) {
        const int count
            = ::epoll_wait(m_epoll, events.data(), std::ssize(events), isHesitating ? 1 : -1);
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < static_cast<std::size_t>(std::max(count, 0)); ++i) {
            const quint64 mark = events.at(i).data.u64;
            if ((mark & DoorMark) != 0)
                accept(mark - DoorMark);
            else if ((mark & AlarmMark) == 0)
                read(static_cast<int>(mark));
        }
        // Only after all that has come was read, so that what comes at once counts as such.
        answerAll();
        isHesitating = !m_unanswered.empty();
    }
}

void CrowdReceiver::accept(std::size_t door)
{
    constexpr int MostAtOnce = 256;
    for (int i = 0; i < MostAtOnce; ++i) {
        const int descriptor
            = ::accept4(m_doors[door].listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (descriptor < 0)
            return;
        m_connections[descriptor].door = door;
        DoorTally &tally = m_doors[door].tally;
        tally.mostConnections = std::max(tally.mostConnections, ++tally.connections);
        watch(m_epoll, descriptor, static_cast<quint64>(descriptor));
    }
}

void CrowdReceiver::read(int descriptor)
{
    const auto found = m_connections.find(descriptor);
    if (found == m_connections.end())
        return;
    if (receive(descriptor, found->second))
        takeRequest(descriptor, found->second);
    else
        close(descriptor);
}

/// False when the connection has ended.
bool CrowdReceiver::receive(int descriptor, Connection &connection) const
{
    std::array<char, 8192> bytes{};
    std::array<char, CMSG_SPACE(sizeof(timespec))> control{};
    iovec part{bytes.data(), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t count = ::recvmsg(descriptor, &message, MSG_CMSG_CLOEXEC);
    if (count <= 0)
        return count < 0 && errno == EAGAIN;
    if (connection.buffer.isEmpty())
        connection.beganAt = stampOf(message);
    connection.buffer.append(bytes.data(), count);
    return true;
}

void CrowdReceiver::takeRequest(int descriptor, Connection &connection)
{
    const qsizetype headEnd = connection.buffer.indexOf("\r\n\r\n");
    if (headEnd < 0 || connection.isAwaiting)
        return;
    const HeaderList headers
        = headersFromLines(connection.buffer.left(headEnd).replace("\r\n", "\n"));
    const qsizetype size = headEnd + 4 + headerValue(headers, "Content-Length").toLongLong();
    if (connection.buffer.size() < size)
        return;
    connection.buffer.remove(0, size);
    connection.isAwaiting = true;
    m_arrivals.append({connection.beganAt, headerValue(headers, "webhook-id"),
                       headerValue(headers, "Hookpost-Delivery"),
                       headerValue(headers, "Hookpost-Attempt").toInt(), connection.door});
    if (headerValue(headers, "Hookpost-Event") == HangingType) {
        hang(connection);
        return;
    }
    Door &door = m_doors[connection.door];
    DoorTally &tally = door.tally;
    tally.mostRequests = std::max(tally.mostRequests, ++tally.requests);
    if (door.answersFrom == Moment::max())
        door.answersFrom = now() + m_hesitation;
    if (now() < door.answersFrom || tally.beforeFirstAnswer == 0)
        ++tally.beforeFirstAnswer;
    m_unanswered.push_back(descriptor);
}

void CrowdReceiver::answerAll()
{
    const Moment at = now();
    std::deque<int> later;
    for (const int descriptor : std::exchange(m_unanswered, {})) {
        const auto found = m_connections.find(descriptor);
        if (found == m_connections.end() || !found->second.isAwaiting)
            continue;
        Door &door = m_doors[found->second.door];
        if (at < door.answersFrom) {
            later.push_back(descriptor);
            continue;
        }
        found->second.isAwaiting = false;
        --door.tally.requests;
        ::send(descriptor, Answer.data(), static_cast<std::size_t>(Answer.size()), MSG_NOSIGNAL);
    }
    m_unanswered = std::move(later);
}

void CrowdReceiver::hang(Connection &connection)
{
    connection.isHanging = true;
    ++m_hanging.now;
    if (m_hanging.now <= m_hanging.most)
        return;
    m_hanging.most = m_hanging.now;
    m_hanging.mostAt = now();
}

void CrowdReceiver::close(int descriptor)
{
    const auto found = m_connections.find(descriptor);
    DoorTally &tally = m_doors[found->second.door].tally;
    --tally.connections;
    if (found->second.isHanging) {
        --m_hanging.now;
        m_hanging.leftAt = std::min(m_hanging.leftAt, now());
    } else if (found->second.isAwaiting) {
        --tally.requests;
    }
    m_connections.erase(found);
    ::close(descriptor);
}

} // namespace Core

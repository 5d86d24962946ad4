// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/flood.h"

#include "tests/trials/processmemory.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace Core {

namespace {

sockaddr_in addressOf(int socket)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    return address;
}

int listenOnLoopback(int connectionCount)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool isBound
        = ::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    return isBound && ::listen(listener, connectionCount) == 0 ? listener : -1;
}

qint64 memory(QByteArrayView what)
{
    return memoryOf(QStringLiteral("self"), what);
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace

Flood::Flood(Endless endless, int connectionCount)
    : m_endless(std::move(endless))
    , m_listener(listenOnLoopback(connectionCount))
{
    for (int i = 0; i < connectionCount; ++i)
        m_threads.emplace_back([this] { serve(); });
}

Flood::~Flood()
{
    m_isOver = true;
    ::shutdown(m_listener, SHUT_RDWR);
    for (std::thread &thread : m_threads)
        thread.join();
    ::close(m_listener);
}

QString Flood::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/").arg(ntohs(addressOf(m_listener).sin_port));
}

void Flood::serve() const
{
    const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0)
        return;
    std::array<char, 4096> request{};
    // A peer may neither read nor close for ever.
    const timeval pause{0, 100'000};
    ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &pause, sizeof pause);
    const auto send = [this, connection](const QByteArray &bytes) {
        const ssize_t count = ::send(connection, bytes.constData(),
                                     static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
        return !m_isOver && (count >= 0 || errno == EAGAIN);
    };
    if (::recv(connection, request.data(), request.size(), 0) > 0 && send(m_endless.first)) {
        while (send(m_endless.repeated)) { }
    }
    ::close(connection);
}

qint64 residentBytes()
{
    return memory("VmRSS:");
}

qint64 growthPerConnection(Poster &poster, const Endless &endless, int connectionCount,
                           Milliseconds longest, qint64 before)
{
    const Flood flood(endless, connectionCount);
    int reportCount = 0;
    poster.setReportHandler([&reportCount](const QList<Report> &reports) {
        for (const Report &report : reports)
            reportCount += report.isBodyComing ? 0 : 1;
    });
    poster.setLateBodyHandler([&reportCount](const QList<LateBody> &bodies) {
        reportCount += static_cast<int>(bodies.size());
    });
    forgetPeak();
    for (int i = 1; i <= connectionCount; ++i) {
        Shipment shipment;
        shipment.attempt = AttemptId{i};
        shipment.destination = DestinationId{i};
        shipment.url = flood.url();
        shipment.body = "hello";
        shipment.timeout = 2 * longest;
        poster.post(shipment);
    }
    const auto areAllTold = [&] { return reportCount == connectionCount; };
    if (!QTest::qWaitFor(areAllTold, static_cast<int>(longest.count()))) {
        poster.abortAll();
        static_cast<void>(QTest::qWaitFor(areAllTold));
    }
    return std::max<qint64>(0, memory("VmHWM:") - before) / connectionCount;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/wire.h"

#include <cerrno>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace Core::Http {

namespace {

void setOption(int descriptor, int level, int name)
{
    const int on = 1;
    setsockopt(descriptor, level, name, &on, sizeof on);
}

template<typename Call>
ssize_t uninterrupted(Call call)
{
    ssize_t result = 0;
    do
        result = call();
    while (result < 0 && errno == EINTR);
    return result;
}

/// An address of the IPv4 world is shown as one, also when it came through a socket of both worlds.
QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

} // namespace

Wire::Wire(qintptr descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(static_cast<int>(descriptor))
    , m_readNotifier(descriptor, QSocketNotifier::Read)
    , m_writeNotifier(descriptor, QSocketNotifier::Write)
{
    setOption(m_descriptor, IPPROTO_TCP, TCP_NODELAY);
    setOption(m_descriptor, SOL_SOCKET, SO_KEEPALIVE);
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (getpeername(m_descriptor, address, &size) == 0) {
        m_peerAddress = plainAddress(QHostAddress(address));
        m_peerPort = ntohs(storage.ss_family == AF_INET6
                               ? reinterpret_cast<sockaddr_in6 *>(&storage)->sin6_port
                               : reinterpret_cast<sockaddr_in *>(&storage)->sin_port);
    }
    m_writeNotifier.setEnabled(false);
    connect(&m_readNotifier, &QSocketNotifier::activated, this, &Wire::readable);
    connect(&m_writeNotifier, &QSocketNotifier::activated, this, &Wire::flush);
}

Wire::~Wire()
{
    close();
}

QByteArray Wire::read(qsizetype maxBytes)
{
    QByteArray bytes;
    if (!isOpen() || m_hasPeerFinished)
        return bytes;
    bytes.resize(maxBytes);
    const ssize_t count = uninterrupted([&] {
        return recv(m_descriptor, bytes.data(), static_cast<size_t>(maxBytes), MSG_DONTWAIT);
    });
    bytes.truncate(count > 0 ? count : 0);
    if (count == 0) {
        m_hasPeerFinished = true;
        setReading(false);
        emit peerFinished();
    } else if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
        breakOff();
    }
    return bytes;
}

void Wire::setReading(bool isReading)
{
    m_readNotifier.setEnabled(isReading && isOpen() && !m_hasPeerFinished);
}

void Wire::write(const QByteArray &bytes)
{
    if (!isOpen() || m_isFinishing)
        return;
    m_backlog += bytes;
    if (!m_writeNotifier.isEnabled())
        flush();
}

void Wire::finishWriting()
{
    m_isFinishing = true;
    if (isOpen() && m_backlog.isEmpty())
        shutdown(m_descriptor, SHUT_WR);
}

void Wire::close()
{
    if (!isOpen())
        return;
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    m_backlog.clear();
    ::close(std::exchange(m_descriptor, -1));
}

void Wire::reset()
{
    if (!isOpen())
        return;
    const linger atOnce{1, 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close();
}

void Wire::flush()
{
    const ssize_t count = uninterrupted([this] {
        return send(m_descriptor, m_backlog.constData(), static_cast<size_t>(m_backlog.size()),
                    MSG_DONTWAIT | MSG_NOSIGNAL);
    });
    if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
        breakOff();
        return;
    }
    if (count == m_backlog.size())
        m_backlog.clear();
    else if (count > 0)
        m_backlog.remove(0, count);
    const bool wasWaiting = m_writeNotifier.isEnabled();
    m_writeNotifier.setEnabled(!m_backlog.isEmpty());
    if (!m_backlog.isEmpty())
        return;
    if (m_isFinishing)
        shutdown(m_descriptor, SHUT_WR);
    if (wasWaiting)
        emit drained();
}

void Wire::breakOff()
{
    close();
    emit broke();
}

} // namespace Core::Http

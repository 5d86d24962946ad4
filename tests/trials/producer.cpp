// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/producer.h"

#include "tests/trials/httpreply.h"

namespace Core {

namespace {

constexpr int BurstLength = 20;
constexpr int LongestRestMs = 800;
constexpr int OneSpecialIn = 25; // of each kind
constexpr int LargestFill = 3000;

TrialPublication::Answer meaningOf(int status)
{
    if (status >= 200 && status <= 299)
        return TrialPublication::Answer::Accepted;
    // What went wrong inside, such as a commit that failed half-way, promises nothing.
    return status >= 500 ? TrialPublication::Answer::InDoubt : TrialPublication::Answer::Refused;
}

} // namespace

Producer::Producer(const QString &name, quint32 seed, History &history,
                   const QList<PublishedKind> &kinds)
    : m_name(name)
    , m_random(static_cast<quint32>(qHashMulti(seed, name)))
    , m_history(history)
    , m_kinds(kinds)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &Producer::publish);
    connect(&m_socket, &QTcpSocket::connected, this, &Producer::publish);
    connect(&m_socket, &QTcpSocket::readyRead, this, &Producer::read);
    connect(&m_socket, &QTcpSocket::disconnected, this, &Producer::goOn);
}

void Producer::start(quint16 port, int count)
{
    stop();
    m_port = port;
    m_left = count;
    m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
}

void Producer::stop()
{
    m_rest.stop();
    m_left = 0;
    m_open = -1;
    m_buffer.clear();
    m_socket.abort();
}

void Producer::goOn()
{
    // Whoever refuses closes the connection; whoever is gone leaves an answer open.
    if (m_open < 0 && m_left > 0)
        start(m_port, m_left);
    else
        stop();
}

void Producer::publish()
{
    if (m_left == 0) {
        stop();
        return;
    }
    --m_left;
    m_socket.write(nextRequest());
}

QByteArray Producer::nextRequest()
{
    const int special = 1 + m_random.bounded(OneSpecialIn);
    const PublishedKind &kind = m_kinds.at(special < m_kinds.size() ? special : 0);
    ++m_publishedCount;
    TrialPublication publication;
    publication.event = QStringLiteral("%1-%2").arg(m_name).arg(m_publishedCount);
    publication.fanOut = kind.fanOut;
    m_open = m_history.publications.size();
    m_history.publications.append(publication);
    const QByteArray body = R"({"id":")" + publication.event.toLatin1() + R"(","type":")"
        + kind.family + R"(.made","data":")" + QByteArray(m_random.bounded(LargestFill), 'x')
        + R"("})";
    return "POST /events HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

void Producer::read()
{
    m_buffer += m_socket.readAll();
    const HttpReply reply = replyIn(m_buffer);
    if (reply.status == 0 || m_open < 0)
        return;
    m_buffer.remove(0, reply.size);
    m_history.publications[m_open].answer = meaningOf(reply.status);
    m_open = -1;
    const bool isBurstOver = m_publishedCount % BurstLength == 0;
    m_rest.start(isBurstOver ? m_random.bounded(LongestRestMs) : 0);
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/hostilereceiver.h"

namespace Core {

HostileReceiver::HostileReceiver(const HostileCase &hostile, const SharedPorts &shared)
    : m_shared(shared)
{
    listenAs(hostile);
    m_url = QString::fromUtf8(filledIn(hostile.url.toUtf8()));
}

bool HostileReceiver::isReady() const
{
    return m_crowd.empty() || m_crowd.front()->state() == QAbstractSocket::ConnectedState;
}

void HostileReceiver::listenAs(const HostileCase &hostile)
{
    if (hostile.kind == HostileCase::Kind::Answering) {
        if (hostile.tls)
            m_receiver.useTls(*hostile.tls);
        m_receiver.start();
        m_port = QByteArray::number(m_receiver.serverPort());
        Answer answer = hostile.answer;
        answer.bytes = filledIn(answer.bytes);
        m_receiver.enqueueAnswer(answer);
        return;
    }
    if (hostile.kind == HostileCase::Kind::BlackHole)
        m_server.setListenBacklogSize(0);
    m_server.listen(QHostAddress::LocalHost);
    m_port = QByteArray::number(m_server.serverPort());
    if (hostile.kind == HostileCase::Kind::Absent) {
        m_server.close();
        return;
    }
    if (hostile.kind == HostileCase::Kind::Talking)
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
                         [this, words = hostile.answer.bytes] {
                             m_server.nextPendingConnection()->write(words);
                         });
    else
        m_server.pauseAccepting();
    if (hostile.kind != HostileCase::Kind::BlackHole)
        return;
    for (int i = 0; i < 4; ++i) {
        m_crowd.push_back(std::make_unique<QTcpSocket>());
        m_crowd.back()->connectToHost(m_server.serverAddress(), m_server.serverPort());
    }
}

QByteArray HostileReceiver::filledIn(QByteArray text) const
{
    return text.replace("{port}", m_port)
        .replace("{trap}", QByteArray::number(m_shared.trap))
        .replace("{api}", QByteArray::number(m_shared.api));
}

} // namespace Core

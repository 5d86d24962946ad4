// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/hostilereceiver.h"

#include <QFile>

namespace Core {

namespace {

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("a file of openssl's cannot be written");
}

} // namespace

HostileReceiver::HostileReceiver(const HostileCase &hostile, const SharedPorts &shared)
    : m_shared(shared)
    , m_url(hostile.url.toUtf8())
{
    listenAs(hostile);
}

HostileReceiver::~HostileReceiver()
{
    m_foreign.kill();
    m_foreign.waitForFinished();
}

bool HostileReceiver::isReady() const
{
    return !m_port.isEmpty()
        && (m_crowd.empty() || m_crowd.front()->state() == QAbstractSocket::ConnectedState);
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
    if (hostile.kind == HostileCase::Kind::Foreign) {
        startForeign(hostile.foreign);
        return;
    }
    if (hostile.kind == HostileCase::Kind::Absent) {
        m_holder.bind(QHostAddress::LocalHost);
        m_port = QByteArray::number(m_holder.localPort());
        return;
    }
    if (hostile.kind == HostileCase::Kind::BlackHole)
        m_server.setListenBacklogSize(0);
    m_server.listen(QHostAddress::LocalHost);
    m_port = QByteArray::number(m_server.serverPort());
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

void HostileReceiver::startForeign(const ForeignServer &foreign)
{
    const QString openssl = QStringLiteral("openssl");
    const QString certificate = m_files.filePath(QStringLiteral("certificate"));
    const QString key = m_files.filePath(QStringLiteral("key"));
    const QString group = m_files.filePath(QStringLiteral("group"));
    writeFile(certificate, foreign.certificate.certificate.toPem());
    writeFile(key, foreign.certificate.key.toPem());
    QStringList arguments{QStringLiteral("s_server"),
                          QStringLiteral("-accept"),
                          QStringLiteral("127.0.0.1:0"),
                          QStringLiteral("-cert"),
                          certificate,
                          QStringLiteral("-key"),
                          key};
    if (!foreign.group.isEmpty()) {
        QProcess::execute(openssl,
                          {QStringLiteral("genpkey"), QStringLiteral("-genparam"),
                           QStringLiteral("-algorithm"), QStringLiteral("DH"),
                           QStringLiteral("-pkeyopt"), QStringLiteral("group:") + foreign.group,
                           QStringLiteral("-out"), group});
        arguments += {QStringLiteral("-dhparam"), group};
    }
    QObject::connect(&m_foreign, &QProcess::readyReadStandardOutput, &m_foreign, [this] {
        while (m_foreign.canReadLine()) {
            const QByteArray line = m_foreign.readLine().trimmed();
            if (line.startsWith("ACCEPT "))
                m_port = line.mid(line.lastIndexOf(':') + 1);
        }
    });
    m_foreign.start(openssl, arguments + foreign.options);
}

QByteArray HostileReceiver::filledIn(QByteArray text) const
{
    return text.replace("{port}", m_port)
        .replace("{trap}", QByteArray::number(m_shared.trap))
        .replace("{api}", QByteArray::number(m_shared.api));
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/trials/hostilecase.h"

#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace Core {

/// Ports that all cases of a trial share.
struct SharedPorts
{
    quint16 trap = 0;
    quint16 api = 0;
};

/// The receiver of one case, while it is played.
class HostileReceiver final
{
    Q_DISABLE_COPY_MOVE(HostileReceiver)

public:
    HostileReceiver(const HostileCase &hostile, const SharedPorts &shared);

    ~HostileReceiver();

    /// Also when what fills its backlog has been let in, or another program has a port.
    bool isReady() const;
    QString url() const { return QString::fromUtf8(filledIn(m_url)); } ///< once it is ready
    const QList<ReceivedRequest> &requests() const { return m_receiver.requests(); }

private:
    void listenAs(const HostileCase &hostile);
    void startForeign(const ForeignServer &foreign);
    QByteArray filledIn(QByteArray text) const;

    SharedPorts m_shared;
    TestReceiver m_receiver;
    QTcpSocket m_holder; ///< keeps a closed port from being taken
    QTcpServer m_server; ///< for those who do not speak HTTP
    std::vector<std::unique_ptr<QTcpSocket>> m_crowd; ///< fills the backlog
    QTemporaryDir m_files; ///< of the foreign server
    QProcess m_foreign;
    QByteArray m_port;
    QByteArray m_url;
};

} // namespace Core

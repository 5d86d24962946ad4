// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/trials/oracle.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTimer>

namespace Core {

/// Events whose type begins alike, and how many destinations take them.
struct PublishedKind
{
    QByteArray family;
    int fanOut = 0;
};

/// Publishes events one after another over one kept connection, in bursts, and notes in a history
/// what became of each. What has no answer when the connection breaks stays in doubt.
///
/// Thread: that of its maker. Borrows: the history.
class Producer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Producer)

public:
    /// Its events' ids begin with \a name. Of \a kinds the first one is usual, the others are not.
    Producer(const QString &name, quint32 seed, History &history,
             const QList<PublishedKind> &kinds);

    /// Publishes to \a port of this machine until stop(), until a connection breaks under an event,
    /// or until \a count events have been published by this call.
    void start(quint16 port, int count);
    void stop(); ///< Forgets the connection at once.
    bool isBusy() const { return m_socket.state() != QTcpSocket::UnconnectedState; }

private:
    void goOn();
    void publish();
    void read();
    QByteArray nextRequest();

    QString m_name;
    QRandomGenerator m_random;
    History &m_history;
    const QList<PublishedKind> m_kinds;
    QTcpSocket m_socket;
    QTimer m_rest;
    QByteArray m_buffer;
    quint16 m_port = 0;
    int m_left = 0; ///< to be published
    int m_publishedCount = 0;
    qsizetype m_open = -1; ///< the publication that awaits its answer; -1 for none
};

} // namespace Core

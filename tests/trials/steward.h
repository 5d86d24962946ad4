// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/trials/oracle.h"

#include <QTcpSocket>
#include <QTimer>

namespace Core {

struct HttpReply;

/// Registers one destination after another, for events of its own, changes its description and its
/// pattern at once, pauses it, publishes an event, cancels its delivery and sends that again, and
/// resumes the destination: each when the call before has been answered. Notes in a history what it
/// asked for and what of that was promised.
///
/// Thread: that of its maker. Borrows: the history.
class Steward final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Steward)

public:
    /// Its destinations are at \a receiverUrl.
    Steward(const QString &receiverUrl, History &history);

    /// Calls \a port of this machine until stop(), or until a call fails.
    void start(quint16 port);
    void stop(); ///< Forgets the connection, and begins with another destination the next time.

private:
    enum class Step { Register, Change, Pause, Publish, Cancel, Resend, Resume };

    void call();
    void read();
    QByteArray nextRequest();
    QByteArray request(const QByteArray &method, const QString &path, const QByteArray &body) const;
    QString name() const;
    QByteArray settings(const QString &what);
    QByteArray publication();
    void order(const QString &subject, const QString &member, const QString &value);
    void take(const HttpReply &reply);

    QString m_receiverUrl;
    History &m_history;
    QTcpSocket m_socket;
    QTimer m_rest;
    QByteArray m_buffer;
    quint16 m_port = 0;
    Step m_step = Step::Register;
    int m_number = 0; ///< of the destination
    qsizetype m_open = 0; ///< the order or the publication that awaits its answer
    QString m_destination;
    QString m_delivery;
};

} // namespace Core

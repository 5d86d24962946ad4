// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testreceiver.h"

#include <QTcpSocket>
#include <QTimer>

namespace Core {

/// One connection of a TestReceiver: reads requests one by one and writes what the receiver says.
///
/// Owns: \a socket. Borrows: \a receiver, whose child it is.
class ReceiverConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiverConnection)

public:
    ReceiverConnection(TestReceiver &receiver, QTcpSocket *socket, int number);
    ~ReceiverConnection() override;

    void close();

private:
    void read();
    std::optional<ReceivedRequest> takeRequest();
    void answer(const Answer &answer);
    void begin();
    void dripNext();
    void repeat();
    qint64 waitingBytes() const;
    void end();

    TestReceiver &m_receiver;
    QTcpSocket *m_socket;
    int m_number;
    QByteArray m_buffer;
    Answer m_answer;
    bool m_isAnswering = false;
    QTimer m_timer;
};

} // namespace Core

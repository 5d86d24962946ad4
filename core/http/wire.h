// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>

namespace Core::Http {

/// A connected stream socket whose two directions end apart. QTcpSocket cannot serve here: it
/// closes whole when the peer has merely finished sending, and loses the answer.
///
/// Thread: that of the object. Never blocks.
/// Owns: the descriptor.
/// Errors: a broken connection is told once by broke(), also from within a call: connect it queued.
class Wire final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Wire)

public:
    explicit Wire(qintptr descriptor, QObject *parent = nullptr);
    ~Wire() override;

    QHostAddress peerAddress() const { return m_peerAddress; }
    quint16 peerPort() const { return m_peerPort; }

    /// What has arrived, up to \a maxBytes; empty when nothing has, or the peer has finished.
    QByteArray read(qsizetype maxBytes);
    void setReading(bool isReading); ///< Whether readable() and peerFinished() are told.
    bool hasPeerFinished() const { return m_hasPeerFinished; }

    void write(const QByteArray &bytes);
    qsizetype backlogBytes() const { return m_backlog.size(); }
    void finishWriting(); ///< Tells the peer that no more will come, after all that waits.
    bool hasFinishedWriting() const { return m_isFinishing && m_backlog.isEmpty(); }

    void close(); ///< Closes quietly; what waits to be written is dropped.
    void reset(); ///< Closes so that the peer sees a reset.
    bool isOpen() const { return m_descriptor >= 0; }

signals:
    void readable();
    void peerFinished();
    void drained(); ///< All that waited has been taken by the system.
    void broke();

private:
    void flush();
    void breakOff();

    int m_descriptor;
    QSocketNotifier m_readNotifier;
    QSocketNotifier m_writeNotifier;
    QHostAddress m_peerAddress;
    quint16 m_peerPort = 0;
    QByteArray m_backlog;
    bool m_hasPeerFinished = false;
    bool m_isFinishing = false;
};

} // namespace Core::Http

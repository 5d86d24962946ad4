// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/limits.h"
#include "core/http/message.h"
#include "core/http/requestframer.h"
#include "core/http/wire.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Core::Http {

class Exchange;

/// What all connections of one server have in common.
struct ServerSettings
{
    Limits limits;
    HeaderList defaultHeaders; ///< written with every reply that does not set them itself
};

/// One accepted connection: reads a request, lets it be answered, reads the next; closes so that
/// the client can still read its last answer.
///
/// Thread: that of the server.
/// Owns: the socket. Borrows: \a settings and \a clock.
class Connection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    Connection(qintptr descriptor, const ServerSettings &settings, const Clock &clock,
               QObject *parent = nullptr);
    ~Connection() override;

    void start();
    void refuse(const Refusal &refusal); ///< Answers with a problem and closes.
    void sweep(Tick now); ///< Acts on deadlines that have passed.
    void stop(); ///< Closes, after the answer that is due if there is one.

    bool isOpen() const { return m_stage != Stage::Closed; }
    QHostAddress peerAddress() const { return m_wire.peerAddress(); }

    // For the exchange that is being answered.
    void answer(const Reply &reply);
    void beginStream(const Reply &head);
    void writeStream(const QByteArray &bytes);
    void endStream();
    void abort();

signals:
    void requestReceived(const std::shared_ptr<Core::Http::Exchange> &exchange);
    /// Of a stream, when its head has gone out.
    void answered(const Core::Http::Request &request, const Core::Http::Reply &reply);
    void refused(const Core::Http::Refusal &refusal);
    void closed();

private:
    enum class Stage { Reading, Answering, Streaming, Lingering, Closed };

    /// What the answer must know of its request.
    struct Terms
    {
        bool isHead = false;
        bool isHttp11 = true;
        bool keepsAlive = false;
    };

    void readMore();
    void discardMore();
    void updateReading();
    void step();
    void receive();
    void finishAnswer(bool closes);
    void linger();
    void close();
    void handlePeerFinished();
    void handleDrained();
    void send(const QByteArray &bytes);
    void sendHead(const Reply &reply, bool closes);
    void tellEnd();
    bool hasToClose(const Reply &reply) const;

    const ServerSettings &m_settings;
    const Clock &m_clock;
    Wire m_wire;
    QTimer m_nextStep; ///< of no time, so that a long pipeline keeps nobody else waiting
    RequestFramer m_framer;
    Stage m_stage = Stage::Reading;
    Terms m_terms;
    std::weak_ptr<Exchange> m_exchange;
    Tick m_requestBegan; ///< or, before its first byte, when waiting for it began
    Tick m_backlogBegan;
    Tick m_lingerBegan;
    qsizetype m_lingerBytes = 0;
    bool m_hasContinued = false;
    bool m_isStopping = false;
    bool m_closesAfterStream = false;
};

} // namespace Core::Http

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

#include <QPointer>

#include <functional>

namespace Core::Http {

class Connection;

/// One request and the chance to answer it: at once, later, piece by piece, or by a reset. Held by
/// shared pointer; whoever drops the last one without an answer makes the client see a 500.
///
/// Thread: that of the server.
/// Errors: none; what is called too late, twice or after the peer has left does nothing.
class Exchange
{
public:
    Exchange(Request request, Connection *connection);
    Exchange(const Exchange &) = delete;
    Exchange(Exchange &&) = delete;
    Exchange &operator=(const Exchange &) = delete;
    Exchange &operator=(Exchange &&) = delete;
    ~Exchange();

    const Request &request() const { return m_request; }

    void reply(const Reply &reply);

    /// The pieces of an answer whose length is not known: begin() once, its body ignored, write()
    /// as often as wanted, end() once. A reader that lets too much wait is cut off.
    void begin(const Reply &head);
    void write(const QByteArray &bytes);
    void end();

    void abort(); ///< The client sees a reset instead of an answer, or of the rest of it.

    bool isAnswered() const { return m_phase != Phase::Open; }
    bool isGone() const; ///< The connection is closed: nothing can reach the client any more.

    /// \a call is made once, when the connection is closed or has broken. A peer that has only
    /// finished sending is still there, and can read the answer.
    void whenGone(std::function<void()> call);
    void connectionEnded(); ///< For the connection.

private:
    enum class Phase { Open, Streaming, Done };

    Request m_request;
    QPointer<Connection> m_connection;
    std::function<void()> m_whenGone;
    Phase m_phase = Phase::Open;
    bool m_hasEnded = false;
};

} // namespace Core::Http

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/dispatch/addresspolicy.h"

#include <optional>

namespace Core {

/// What the system knows of a TCP connection of this process.
/// Source: tcp(7), TCP_INFO; linux/tcp.h.
struct ConnectionFacts
{
    enum class State {
        Opening,
        Open,
        ClosedByPeer, ///< in order, and not yet by us
        ClosedByUs,
        Dead, ///< reset, when we have not closed it
    };

    State state = State::Dead;
    quint64 sentBytes = 0; ///< each counted once, acknowledged or not
    quint32 sentSegments = 0; ///< that held some of them
    bool isSending = false; ///< some bytes have yet to be sent or acknowledged
    quint64 receivedBytes = 0; ///< whether they have been read or not; an end in order may be one
    Milliseconds sinceSent{0}; ///< or since it opened
    Milliseconds sinceReceived{0};

    bool operator==(const ConnectionFacts &) const = default;
};

/// Sees one connection through a descriptor of its own, also when Qt has closed the other one; for
/// Qt tells by one and the same error whether the peer reset a connection, ended it, or sent
/// something that Qt could not read, and it sets no bound to an answer's headers. The connection
/// lives as long as its witness.
///
/// Owns: its descriptor.
class Witness final
{
    Q_DISABLE_COPY_MOVE(Witness)

public:
    /// Looks at the connection behind Qt's \a original; at none when that is a witness's own.
    explicit Witness(int original);
    ~Witness();

    bool isLooking() const { return m_descriptor >= 0; } ///< False also when no descriptor is free.
    /// The system's own name for the connection, never given twice.
    quint64 cookie() const { return m_cookie; }
    std::optional<Endpoint> remote() const;
    ConnectionFacts facts() const;
    bool isLast() const; ///< Qt has closed the connection

    /// An answer is awaited to a request of \a requestBytes, as far as they are known, that has
    /// begun to leave: what came for earlier ones does not count.
    void expectAnswer(std::optional<quint64> requestBytes);

    /// How many bytes of that answer have come, and of those to later requests.
    quint64 answerBytes();

    /// How many of them have been read, and so take room in this process.
    quint64 readAnswerBytes();

    /// Ends the connection for both sides and throws away what has not been read.
    void end();
    bool hasEnded() const { return m_hasEnded; }

private:
    int m_original;
    int m_descriptor;
    quint64 m_cookie;
    ConnectionFacts m_seen; ///< when it was last looked at
    quint64 m_receivedBefore = 0;
    bool m_hasEnded = false;
};

/// Where the connection behind \a descriptor leads, if that is one.
std::optional<Endpoint> remoteOf(int descriptor);

/// The system's own name for the socket behind \a descriptor, never given twice; 0 for none.
quint64 cookieOf(int descriptor);

} // namespace Core

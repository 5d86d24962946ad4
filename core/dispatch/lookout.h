// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/dispatch/addresspolicy.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <memory>
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
    quint64 sentBytes = 0; ///< and acknowledged
    bool isSending = false; ///< some bytes have yet to be sent or acknowledged
    quint64 receivedBytes = 0; ///< whether they have been read or not
    Milliseconds sinceSent{0};

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
    using Cookies = QSet<quint64>;

    /// Looks at the connection behind Qt's \a original, whose \a cookie is in \a cookies for as
    /// long as this lives.
    Witness(int original, quint64 cookie, std::shared_ptr<Cookies> cookies);
    ~Witness();

    /// False when Qt closed the connection too early, and \a original means something else by now.
    bool isTrue() const;

    ConnectionFacts facts() const;
    bool isLast() const; ///< Qt has closed the connection

    /// How many bytes have come since the last request began to leave, as far as it was looked at.
    quint64 answerBytes();

    /// Ends the connection for both sides and throws away what has not been read.
    void end();
    bool hasEnded() const { return m_hasEnded; }

private:
    int m_original;
    int m_descriptor;
    quint64 m_cookie;
    std::shared_ptr<Cookies> m_cookies;
    ConnectionFacts m_seen; ///< when it was last looked at
    quint64 m_receivedBefore;
    bool m_hasEnded = false;
};

/// Finds the connections of flights among the descriptors of this process, since Qt tells of none.
/// The search takes longer the more of them are open, so it spends a twentieth of the time at most
/// and finds nothing while that is used up. Where several requests go to one endpoint at the same
/// moment, it may take one's connection for another's.
///
/// Thread: the one it lives on.
class Lookout final
{
    Q_DISABLE_COPY_MOVE(Lookout)

public:
    /// One of \a sharers in the process: all of them together hold no more descriptors than a
    /// quarter of what it may have open.
    explicit Lookout(int sharers = 1);

    /// A witness of the connection to \a remote on which something was sent \a sinceSent ago; with
    /// no such moment, of the one on which least was sent. None when there is no such connection
    /// that is open and has no witness yet.
    std::unique_ptr<Witness> find(const Endpoint &remote, std::optional<Milliseconds> sinceSent);

    /// True when a connection to \a remote that has no witness is open.
    bool isConnected(const Endpoint &remote);

private:
    using Moment = std::chrono::steady_clock::time_point;

    struct Connection
    {
        int descriptor = -1;
        quint64 cookie = 0; ///< the system's own name for it, never given twice
        Endpoint remote;
        ConnectionFacts facts;
    };

    static std::optional<Connection> connectionOf(int descriptor);
    void search();
    bool mayBe(const Connection &connection) const;

    std::shared_ptr<Witness::Cookies> m_cookies = std::make_shared<Witness::Cookies>();
    qsizetype m_maxWitnesses;
    QHash<Endpoint, QList<Connection>> m_connections; ///< by their remotes: many flights ask
    std::chrono::nanoseconds m_spent{0}; ///< of the time that searching may take
    Moment m_lastSearch;
};

} // namespace Core

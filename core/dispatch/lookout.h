// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/dispatch/addresspolicy.h"

#include <QHash>

#include <chrono>
#include <functional>
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

/// By what a flight's connection is told from others to the same endpoint.
struct Trace
{
    std::chrono::steady_clock::time_point since; ///< nothing was sent for it before
    std::optional<quint64> headBytes; ///< of its request; none under TLS, which makes it longer
    quint64 bodyBytes = 0;
};

/// How a connection ended, as far as that was seen.
struct ConnectionEnd
{
    ConnectionFacts::State state = ConnectionFacts::State::Dead;
    bool hasAnswered = false; ///< something came after the last request
    bool wasEnded = false; ///< by its witness

    bool operator==(const ConnectionEnd &) const = default;
};

/// Finds the connections of flights among the descriptors of this process, since Qt tells of none,
/// and keeps a witness of each. The search takes longer the more of them are open, so it spends a
/// twentieth of the time at most and finds nothing while that is used up.
///
/// Which connection is whose cannot be seen while it is open: where several requests go to one
/// endpoint at the same moment, find() may take one's connection for another's. An end is told
/// where all that may be the flight's ended alike.
///
/// Thread: the one it lives on.
/// Owns: the witnesses, together with whom find() gave them to.
class Lookout final
{
    Q_DISABLE_COPY_MOVE(Lookout)

public:
    /// One of \a sharers in the process: all of them together hold no more descriptors than a
    /// quarter of what it may have open.
    explicit Lookout(int sharers = 1);

    /// Takes a witness of each connection to \a remote that has none.
    void watch(const Endpoint &remote);

    /// The witness that fits \a trace best of those of open connections to \a remote that nobody
    /// else holds; none when there is no such connection.
    std::shared_ptr<Witness> find(const Endpoint &remote, const Trace &trace);

    /// True when a connection to \a remote is open whose witness nobody holds.
    bool isConnected(const Endpoint &remote);

    /// How the connection ended that fits \a trace and that Qt has closed; nobody is told of it
    /// again. None when several fit that ended in different ways, when one may not have been seen,
    /// or when there are too many to look at.
    std::optional<ConnectionEnd> takeEnd(const Endpoint &remote, const Trace &trace);

    /// Its flight has come to an end that needs no witness: the connection may end at once.
    void letGo(const Endpoint &remote, const std::shared_ptr<Witness> &witness);

    /// Lets go of connections that Qt has closed, of idle ones when there are many, and forgets
    /// ends that nobody has asked for in a second.
    void sweep();

    bool isWatching() const { return !m_neighbours.isEmpty(); }

private:
    using Moment = std::chrono::steady_clock::time_point;

    /// A connection that Qt has closed; its witness is let go, so that it ends.
    struct Closed
    {
        ConnectionFacts facts;
        bool wasEnded = false;
        Moment seen;
    };

    /// What is known of the connections to one endpoint.
    struct Neighbours
    {
        QList<std::shared_ptr<Witness>> open;
        QList<Closed> closed;
        std::optional<Moment> overlooked; ///< when one may have been last, for want of time or room
    };

    static std::shared_ptr<Witness> nearest(const QList<std::shared_ptr<Witness>> &open,
                                            Moment since, std::optional<quint64> sentBytes);
    static bool isFree(const std::shared_ptr<Witness> &witness);
    static bool mayBe(const Closed &closed, const Trace &trace);
    static ConnectionEnd endOf(const Closed &closed, const Trace &trace);
    static std::optional<ConnectionEnd> commonEnd(const QList<Closed> &closed, const Trace &trace);
    void partWithClosed(Neighbours &neighbours);
    bool isCrowded() const { return m_openCount > m_maxWitnesses / 2; }
    bool spendOn(const std::function<void()> &work);
    void adopt(const Endpoint &remote, Neighbours &neighbours);

    qsizetype m_maxWitnesses;
    qsizetype m_openCount = 0; ///< connections with a witness
    QHash<Endpoint, Neighbours> m_neighbours;
    std::chrono::nanoseconds m_spent{0}; ///< of the time that searching may take
    Moment m_lastSpent;
};

} // namespace Core

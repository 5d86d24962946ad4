// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/witness.h"

#include <QHash>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Core {

/// By what a flight's connection is told from others to the same endpoint.
struct Trace
{
    std::chrono::steady_clock::time_point since; ///< nothing was sent for it before
    std::optional<quint64> headBytes; ///< of its request; none under TLS, which makes it longer
    quint64 bodyBytes = 0;
    bool isSent = false; ///< its first bytes left at that moment: its connection was open by then
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

    /// True when a connection to \a remote is open whose witness nobody holds, and on which
    /// something was sent after \a since: not one that waits to be used again.
    bool isConnected(const Endpoint &remote, std::chrono::steady_clock::time_point since);

    /// Qt has the headers that answer the request with \a trace.
    void noteAnswer(const Endpoint &remote, const Trace &trace);

    /// Whether an answer has begun to come for a request with \a trace, for which nothing is noted,
    /// and which find() gave \a witness for. None where requests of one size left at the same
    /// moment and more of them have been answered than were noted, but not all: whose answer that
    /// is cannot be seen.
    std::optional<bool> hasBegun(const Endpoint &remote, const Trace &trace,
                                 const Witness &witness);

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

    /// What all searches so far have spent of a core's time.
    std::chrono::nanoseconds searchTime() const { return m_searchTime; }

private:
    using Moment = std::chrono::steady_clock::time_point;

    /// A connection that Qt has closed; its witness is let go, so that it ends.
    struct Closed
    {
        quint64 cookie = 0; ///< Qt may not have let go of it yet
        ConnectionFacts facts;
        bool wasEnded = false;
        Moment seen;
    };

    /// A request whose answer Qt has.
    struct Answered
    {
        Trace trace;
        Moment seen;
    };

    /// What is known of the connections to one endpoint.
    struct Neighbours
    {
        QList<std::shared_ptr<Witness>> open;
        QList<Closed> closed;
        QList<Closed> parted; ///< let go of before they ended
        QList<Answered> answered;
        /// Since when every connection that was open then has a witness: what was sent later needs
        /// no search.
        std::optional<Moment> adopted;
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
    std::chrono::nanoseconds m_searchTime{0};
};

} // namespace Core

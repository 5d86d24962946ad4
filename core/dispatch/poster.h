// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/signer.h"
#include "core/model/attempt.h"

#include <functional>

namespace Core {

/// All that is needed to make one POST. The headers are complete and in order, but for Host and
/// Content-Length, which belong to the framing.
struct Shipment
{
    AttemptId attempt;
    DestinationId destination; ///< its connections are its own: no other destination waits for them
    QString url; ///< http or https, as registered
    HeaderList headers;
    std::optional<Seal> seal; ///< signs anew what has waited for its turn
    QByteArray body;
    Milliseconds timeout{15'000}; ///< from look-up to the end of the answer's headers
    bool verifyTls = true;
    bool tellsDeparture = false; ///< at once, not only by its report

    bool operator==(const Shipment &) const = default;
};

/// The request of an attempt has left.
struct Departure
{
    AttemptId attempt;
    Tick sentAt;

    bool operator==(const Departure &) const = default;
};

/// The detail of what is not sent because the program ends.
inline QString stoppingReason()
{
    return QStringLiteral("Hookpost was stopping");
}

/// What came of a shipment. A receiver's 500 is a report like any other, not an error.
struct Report
{
    AttemptId attempt;
    int status = 0; ///< 0 when no status came
    Failure failure = Failure::None;
    Phase phase = Phase::None; ///< how far it had come when it failed
    QString
        detail; ///< more about the failure where there is more to say, such as which certificate
    bool isBrokenOff = false; ///< by us, after its first byte may have left
    Time startedAt; ///< when the poster took it up
    Timings timings;
    std::optional<Tick> sentAt; ///< when the request had left; none when it did not come to that
    HeaderList requestHeaders; ///< as they went on the wire; empty when it did not come to that
    HeaderList responseHeaders;
    bool isBodyComing = false; ///< a LateBody follows; until then the response is cut, without one
    QByteArray responseBody; ///< up to 64 KiB
    qint64 responseBytes = 0; ///< as many as are kept
    bool isResponseCut = false;
    QString remoteAddress; ///< address and port that was connected to, or tried last

    bool operator==(const Report &) const = default;
};

/// The body of an answer that was reported before it had come.
struct LateBody
{
    AttemptId attempt;
    QByteArray body; ///< up to 64 KiB
    bool isCut = false;
    Microseconds receive{0}; ///< since the answer's headers were complete

    bool operator==(const LateBody &) const = default;
};

/// Sends shipments and reports what came of each, exactly once; of one whose answer's body is late,
/// the body follows, exactly once as well, and until then it is in flight. The port behind which
/// the network stack stands; tests and simulations bring their own.
///
/// Thread: one, the engine's; reports arrive there, never from within post().
class Poster
{
public:
    using ReportHandler = std::function<void(const QList<Report> &)>;
    using LateBodyHandler = std::function<void(const QList<LateBody> &)>;
    using DepartureHandler = std::function<void(const Departure &)>;

    Poster() = default;
    Poster(const Poster &) = delete;
    Poster(Poster &&) = delete;
    Poster &operator=(const Poster &) = delete;
    Poster &operator=(Poster &&) = delete;
    virtual ~Poster() = default;

    /// Where reports go; set once, before the first post().
    virtual void setReportHandler(ReportHandler handler) = 0;

    /// Where bodies go that are late; set once, before the first post(). A poster may wait for all
    /// of them instead.
    virtual void setLateBodyHandler(LateBodyHandler /*handler*/) { }

    /// Where departures go of shipments that tell theirs; set once, before the first post(). A
    /// poster may leave it to its reports.
    virtual void setDepartureHandler(DepartureHandler /*handler*/) { }

    /// Takes \a shipment; one POST is made at most, and nothing is sent again behind our back.
    virtual void post(const Shipment &shipment) = 0;

    /// Breaks off what is in flight; each is still reported, as Failure::NotSent when its first
    /// byte had not left, with its status when one had come, else as broken off. Where it has been
    /// reported, as much of the body follows as has come.
    virtual void abortAll() = 0;
};

} // namespace Core

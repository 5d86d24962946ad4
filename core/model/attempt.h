// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/model/delivery.h"
#include "core/model/event.h"
#include "core/model/header.h"

namespace Core {

using Microseconds = std::chrono::microseconds;

enum class AttemptOutcome {
    InFlight, ///< written before the first byte is sent
    Delivered,
    Failed, ///< for good: no further attempt follows
    Temporary, ///< the schedule decides whether another follows
    Interrupted, ///< the program ended while it was in flight; what came of it is not known
};

/// Why there is no status, told by its own name.
enum class Failure {
    None, ///< a status came
    NameNotFound,
    LookUpFailed, ///< the resolver itself failed
    AddressRefused, ///< our own policy: nothing was sent
    ConnectionRefused,
    Unreachable, ///< no route to host or network
    TlsFailed, ///< certificate or handshake
    ConnectionReset,
    ClosedWithoutAnswer, ///< or, in no phase, ended in a way that nobody saw
    TimedOut, ///< the phase tells where
    NotHttp, ///< an answer came, but not one of HTTP/1.1; interim answers only count as this
    NotSent, ///< our own fault or shutdown: no attempt was made
};

/// How far an attempt had come.
enum class Phase {
    None,
    LookUp,
    Connect,
    Tls,
    Send,
    Wait, ///< sent, nothing has come back yet
    Headers, ///< the answer has begun
    Body,
};

/// How long each phase took; none where it did not happen or could not be seen.
struct Timings
{
    std::optional<Microseconds> lookUp;
    std::optional<Microseconds> connect; ///< none also when an open connection was used again
    std::optional<Microseconds> tls;
    std::optional<Microseconds> send;
    std::optional<Microseconds> wait;
    std::optional<Microseconds> receive; ///< after the verdict, and so beyond the total
    Microseconds total{0}; ///< see durationOf()

    bool operator==(const Timings &) const = default;
};

/// One POST of one delivery: when, how long, and what came of it. A summary for lists; the
/// messages themselves are in AttemptRecord.
struct Attempt
{
    AttemptId id;
    DeliveryId delivery;
    DestinationId destination;
    EventId event;
    QString destinationName;
    QString url; ///< where it was sent
    QString eventType;
    EventKind kind = EventKind::Published;
    int number = 1; ///< 1 for the first try
    bool isResend = false; ///< Delivery::isResend
    DeliveryState deliveryState = DeliveryState::Waiting; ///< by the time this was told
    Time startedAt;
    AttemptOutcome outcome = AttemptOutcome::InFlight;
    int status = 0; ///< the receiver's; 0 when none came
    Failure failure = Failure::None;
    Phase phase = Phase::None; ///< where it failed
    QString error; ///< the failure in words for a person; empty if a status came
    Timings timings;
    qint64 requestBytes = 0; ///< the body's size
    qint64 responseBytes = 0; ///< of the answer's body, as far as it is kept
    bool isPinned = false; ///< by a person, to be kept
    QString note; ///< a person's

    bool operator==(const Attempt &) const = default;
};

/// Both messages of an attempt, byte for byte.
struct Transcript
{
    QString url; ///< where it was sent, as registered at that moment
    HeaderList requestHeaders;
    HeaderList responseHeaders;
    QByteArray responseBody; ///< up to 64 KiB
    bool isResponseCut = false; ///< more came, or would have come, than was kept
    QString remoteAddress; ///< with its port: connected to, or tried last; empty before that

    bool operator==(const Transcript &) const = default;
};

/// What the delivery of an attempt does now.
enum class NextStep {
    None, ///< not known
    Due, ///< its next attempt may start at a moment that is known
    Held, ///< the same; the receiver has asked for the pause (429)
    Probed, ///< the same; the receiver fails again and again, so one at a time goes to it
    Kept, ///< waits until the destination is resumed
    InFlight,
    Delivered,
    GivenUp, ///< is not tried again
    Cancelled, ///< by a person
    Removed, ///< cancelled, since its destination was removed
};

/// What keeps back all that waits for a destination.
struct LaneWait
{
    NextStep reason = NextStep::None; ///< Held or Probed
    Time until;

    bool operator==(const LaneWait &) const = default;
};

/// An attempt with both messages: what the detail pane and GET /attempts/{id} show.
struct AttemptRecord
{
    Attempt attempt;
    Transcript transcript;
    QByteArray requestBody;
    QByteArray requestContentType;
    HeaderList eventHeaders; ///< those of the event's own
    NextStep nextStep = NextStep::None;
    std::optional<Time> dueAt; ///< when the next attempt may start, if one is to come by itself

    bool operator==(const AttemptRecord &) const = default;
};

/// True when the receiver has failed: not when it did well, nor when we never asked it or cannot
/// know.
bool isFailure(const Attempt &attempt);

/// True when an ended attempt counts for the schedule of its delivery: not when it was interrupted
/// or not sent, both by our own fault.
bool isCharged(const Attempt &attempt);

/// How long it took from the moment the poster took it to the verdict; none while it is in flight,
/// and of one that a crash cut, whose end nobody saw.
std::optional<Microseconds> durationOf(const Attempt &attempt);

/// The phases of \a attempt for a person: one that ended without an answer spent what no phase
/// explains in the phase in which it ended.
Timings timesSpent(const Attempt &attempt);

/// What no phase of \a timings explains of the total.
Microseconds unexplained(const Timings &timings);

/// What is told of an attempt that Hookpost's own end cut.
inline constexpr QLatin1StringView BrokenOffError{"Hookpost ended before an answer came"};

/// The answer in a few words: "200 OK", "503 Service Unavailable", "connection refused".
QString toWords(const Attempt &attempt);

/// A failure in words for a person: "connection refused", "timed out while connecting".
QString toWords(Failure failure, Phase phase);

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/flight.h"

#include "core/dispatch/lookout.h"
#include "core/dispatch/oneshotbody.h"
#include "core/dispatch/tlswords.h"

#include <algorithm>

namespace Core {

namespace {

using MaybeMoment = std::optional<Flight::Moment>;

std::optional<Microseconds> between(const MaybeMoment &from, const MaybeMoment &to)
{
    if (!from || !to)
        return std::nullopt;
    // Qt tells of some moments from another thread, a little late.
    return std::max(Microseconds{0}, std::chrono::duration_cast<Microseconds>(*to - *from));
}

constexpr quint64 MaxHeaderBytes = 262'144;
constexpr quint64 ReadAhead = 196'608; // of a body, into two buffers, and what TLS adds
constexpr quint64 MaxHeldBytes = MaxHeaderBytes + ReadAhead;
constexpr Milliseconds UsualTime{20}; // in which most are answered, so that nobody need look
constexpr Milliseconds UnpackTime{60}; // in which Qt should have handed over the body so far

bool isTls(const Flight &flight)
{
    return flight.url.scheme() == u"https";
}

/// When a connection was ready and the request began to leave; for an empty body Qt does not tell.
MaybeMoment readyAt(const Flight &flight)
{
    const MaybeMoment taken = flight.body ? flight.body->takenAt() : std::nullopt;
    return taken ? taken : flight.sent;
}

bool hasAnswerBegun(const Flight &flight)
{
    return flight.witness && !isTls(flight) && flight.witness->answerBytes() > 0;
}

Trace traceOf(const Flight &flight)
{
    const auto body = static_cast<quint64>(flight.shipment.body.size());
    const MaybeMoment taken = flight.body ? flight.body->takenAt() : std::nullopt;
    return {taken.value_or(flight.began),
            isTls(flight) ? std::nullopt : std::optional(flight.headBytes), body,
            taken.has_value()};
}

Demise demiseOf(const ConnectionEnd &end, bool isTls)
{
    if (end.wasEnded)
        return Demise::TooLong;
    switch (end.state) {
    case ConnectionFacts::State::Dead:
        return Demise::Reset;
    case ConnectionFacts::State::Open:
        // Under TLS the peer's goodbye comes ahead of the connection's end, and what else came
        // cannot be told from it.
        return isTls ? Demise::Unseen : Demise::Refused;
    default:
        return isTls ? Demise::Unseen : Demise::Closed;
    }
}

/// A connection can be found once the peer has taken it, of which Qt says nothing under TLS. The
/// longer the handshake takes, the less often it is looked for.
void lookForHandshake(Flight &flight, Lookout &lookout, Flight::Moment now)
{
    const auto age = std::chrono::duration_cast<Milliseconds>(now - *flight.connecting);
    if (age < flight.handshakeLook)
        return;
    flight.handshakeLook = std::max(UsualTime, 2 * age);
    lookout.watch(flight.endpoint);
}

} // namespace

Flight::Flight() = default;
Flight::~Flight() = default;

Phase phaseOf(const Flight &flight)
{
    if (!flight.reply)
        return Phase::LookUp;
    if (flight.answered)
        return Phase::Body;
    if (!readyAt(flight) && !flight.witness)
        return Phase::Connect;
    if (!flight.body->atEnd())
        return Phase::Send;
    return hasAnswerBegun(flight) ? Phase::Headers : Phase::Wait;
}

bool mayHaveLeft(const Flight &flight)
{
    if (!flight.reply)
        return false;
    // Qt says nothing reliable about the moment in which an empty body is sent.
    return readyAt(flight) || flight.shipment.body.isEmpty();
}

Ending endingOf(const Flight &flight, Lookout &lookout)
{
    Ending ending;
    ending.error = flight.reply->error();
    ending.words = flight.reply->errorString();
    if (ending.error == QNetworkReply::SslHandshakeFailedError)
        ending.words
            = flight.tlsTrouble.isEmpty() ? handshakeReason(ending.words) : flight.tlsTrouble;
    ending.phase = phaseOf(flight);
    ending.mayHaveLeft = mayHaveLeft(flight);
    if (!isEndOfConnection(ending.error))
        return ending;
    // Only what has been connected can be closed.
    if (ending.phase == Phase::Connect && isTls(flight))
        ending.phase = Phase::Tls;
    if (!flight.isWatched)
        return ending; // An end that fits would be another's.
    const std::optional<ConnectionEnd> end = lookout.takeEnd(flight.endpoint, traceOf(flight));
    if (!end)
        return ending;
    ending.demise = demiseOf(*end, isTls(flight));
    // Qt reads no answer before the body has been sent, and loses what had come.
    if (!isTls(flight) && end->hasAnswered)
        ending.phase = Phase::Headers;
    else if (ending.phase == Phase::Headers)
        ending.phase = Phase::Wait;
    return ending;
}

Phase phaseOf(const Flight &flight, Lookout &lookout)
{
    const Phase phase = phaseOf(flight);
    const bool isInHandshake = phase == Phase::Connect && isTls(flight)
        && lookout.isConnected(flight.endpoint, flight.connecting.value_or(flight.began));
    if (isInHandshake)
        return Phase::Tls;
    if ((phase != Phase::Wait && phase != Phase::Headers) || isTls(flight) || !flight.witness)
        return phase;
    const auto hasBegun = lookout.hasBegun(flight.endpoint, traceOf(flight), *flight.witness);
    return !hasBegun ? Phase::None : *hasBegun ? Phase::Headers : Phase::Wait;
}

void noteAnswer(const Flight &flight, Lookout &lookout)
{
    if (flight.isWatched && !isTls(flight))
        lookout.noteAnswer(flight.endpoint, traceOf(flight));
}

void lookAt(Flight &flight, Lookout &lookout, Flight::Moment now)
{
    // A connection that Qt has closed was another flight's, or this one's end is about to be told.
    if (flight.witness && flight.witness->isLast())
        flight.witness.reset();
    const Trace trace = traceOf(flight);
    if (isTls(flight) && flight.connecting && !readyAt(flight))
        lookForHandshake(flight, lookout, now);
    else if (!flight.witness && mayHaveLeft(flight) && now - trace.since > UsualTime)
        flight.witness = lookout.find(flight.endpoint, trace);
    flight.isWatched = flight.isWatched || flight.witness;
    Witness *const witness = flight.witness.get();
    const bool isWatched = witness && !flight.answered && !witness->hasEnded();
    if (isWatched && witness->readAnswerBytes() > MaxHeldBytes)
        witness->end();
}

bool isSwollen(const Flight &flight, Flight::Moment now)
{
    return flight.answered && flight.witness && now - *flight.answered > UnpackTime
        && flight.witness->readAnswerBytes() > MaxHeldBytes;
}

std::optional<Milliseconds> sinceSent(const Flight &flight, Flight::Moment now)
{
    const MaybeMoment sent = flight.sent ? flight.sent : readyAt(flight);
    if (!sent)
        return std::nullopt;
    return std::chrono::floor<Milliseconds>(now - *sent);
}

Timings timingsOf(const Flight &flight, Flight::Moment end)
{
    const MaybeMoment ready = readyAt(flight);
    Timings timings = flight.report.timings;
    if (isTls(flight))
        timings.tls = between(flight.connecting, flight.encrypted);
    else
        timings.connect = between(flight.connecting, ready);
    timings.send = between(ready, flight.sent);
    timings.wait = between(flight.sent ? flight.sent : ready, flight.answered);
    timings.receive = between(flight.answered, end);
    const Flight::Moment verdict = flight.answered.value_or(end);
    timings.total = std::chrono::duration_cast<Microseconds>(verdict - flight.began);
    return timings;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/flight.h"

#include "core/dispatch/oneshotbody.h"

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

/// When a connection was ready and the request began to leave.
MaybeMoment readyAt(const Flight &flight)
{
    const MaybeMoment taken = flight.body ? flight.body->takenAt() : std::nullopt;
    return taken ? taken : flight.sent;
}

} // namespace

Phase phaseOf(const Flight &flight)
{
    if (!flight.reply)
        return Phase::LookUp;
    if (flight.answered)
        return Phase::Body;
    if (!readyAt(flight))
        return Phase::Connect;
    return flight.body->atEnd() ? Phase::Wait : Phase::Send;
}

bool mayHaveLeft(const Flight &flight)
{
    if (!flight.reply)
        return false;
    // Qt says nothing reliable about the moment in which an empty body is sent.
    return readyAt(flight) || flight.shipment.body.isEmpty();
}

Timings timingsOf(const Flight &flight, Flight::Moment end)
{
    const bool isTls = flight.url.scheme() == u"https";
    const MaybeMoment ready = readyAt(flight);
    Timings timings = flight.report.timings;
    if (isTls)
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

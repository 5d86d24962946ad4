// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/attempt.h"

#include "core/model/reasonphrase.h"

#include <algorithm>

namespace Core {

namespace {

QString timedOutIn(Phase phase)
{
    switch (phase) {
    case Phase::LookUp:
        return QStringLiteral("timed out while looking up the name");
    case Phase::Connect:
        return QStringLiteral("timed out while connecting");
    case Phase::Tls:
        return QStringLiteral("timed out in the TLS handshake");
    case Phase::Send:
        return QStringLiteral("timed out while sending");
    case Phase::Headers:
        return QStringLiteral("timed out within the answer's headers");
    case Phase::None:
        return QStringLiteral("timed out, and whether an answer had begun was not seen");
    case Phase::Wait:
    case Phase::Body:
        break;
    }
    return QStringLiteral("timed out waiting for an answer");
}

QString closedIn(Phase phase)
{
    switch (phase) {
    case Phase::None:
        return QStringLiteral("connection ended, and how was not seen");
    case Phase::Tls:
        return QStringLiteral("connection ended in the TLS handshake");
    case Phase::Headers:
        return QStringLiteral("connection closed before the answer was complete");
    default:
        return QStringLiteral("connection closed without an answer");
    }
}

/// Null for a phase that has no time of its own. An answer that has begun is still waited for.
std::optional<Microseconds> *timeIn(Phase phase, Timings &timings)
{
    switch (phase) {
    case Phase::LookUp:
        return &timings.lookUp;
    case Phase::Connect:
        return &timings.connect;
    case Phase::Tls:
        return &timings.tls;
    case Phase::Send:
        return &timings.send;
    case Phase::Wait:
    case Phase::Headers:
        return &timings.wait;
    case Phase::None:
    case Phase::Body:
        break;
    }
    return nullptr;
}

} // namespace

bool isFailure(const Attempt &attempt)
{
    return attempt.failure != Failure::NotSent
        && (attempt.outcome == AttemptOutcome::Failed
            || attempt.outcome == AttemptOutcome::Temporary);
}

bool isCharged(const Attempt &attempt)
{
    return attempt.outcome != AttemptOutcome::Interrupted && attempt.failure != Failure::NotSent;
}

std::optional<Microseconds> durationOf(const Attempt &attempt)
{
    const bool wasCut = attempt.outcome == AttemptOutcome::Interrupted;
    const bool isUnknown = wasCut && attempt.timings.total == Microseconds{0};
    if (isUnknown || attempt.outcome == AttemptOutcome::InFlight)
        return std::nullopt;
    return attempt.timings.total;
}

Timings timesSpent(const Attempt &attempt)
{
    Timings timings = attempt.timings;
    const Microseconds rest = unexplained(timings);
    const bool hasRest = attempt.status == 0 && rest > Microseconds{0};
    const bool isWaiting = attempt.failure == Failure::TimedOut && attempt.phase == Phase::None;
    const Phase phase = isWaiting ? Phase::Wait : attempt.phase;
    if (auto *const last = hasRest ? timeIn(phase, timings) : nullptr)
        *last = last->value_or(Microseconds{0}) + rest;
    return timings;
}

Microseconds unexplained(const Timings &timings)
{
    Microseconds rest = timings.total;
    for (const auto &phase :
         {timings.lookUp, timings.connect, timings.tls, timings.send, timings.wait})
        rest -= phase.value_or(Microseconds{0});
    // Moments that are told late may make the phases longer than the whole.
    return std::max(rest, Microseconds{0});
}

QString toWords(Failure failure, Phase phase)
{
    switch (failure) {
    case Failure::None:
        return {};
    case Failure::NameNotFound:
        return QStringLiteral("name not found");
    case Failure::LookUpFailed:
        return QStringLiteral("name look-up failed");
    case Failure::AddressRefused:
        return QStringLiteral("address not allowed");
    case Failure::ConnectionRefused:
        return QStringLiteral("connection refused");
    case Failure::Unreachable:
        return QStringLiteral("network unreachable");
    case Failure::TlsFailed:
        return QStringLiteral("TLS failed");
    case Failure::ConnectionReset:
        return QStringLiteral("connection reset");
    case Failure::ClosedWithoutAnswer:
        return closedIn(phase);
    case Failure::TimedOut:
        return timedOutIn(phase);
    case Failure::NotHttp:
        return QStringLiteral("the answer is not HTTP");
    case Failure::NotSent:
        return QStringLiteral("not sent");
    }
    Q_UNREACHABLE();
}

QString toWords(const Attempt &attempt)
{
    if (attempt.outcome == AttemptOutcome::InFlight)
        return QStringLiteral("in flight");
    if (attempt.outcome == AttemptOutcome::Interrupted)
        return QStringLiteral("interrupted");
    if (attempt.status == 0)
        return attempt.error.isEmpty() ? toWords(attempt.failure, attempt.phase) : attempt.error;
    const QString code = QString::number(attempt.status);
    const QString phrase = reasonPhrase(attempt.status);
    return phrase.isEmpty() ? code : code + u' ' + phrase;
}

} // namespace Core

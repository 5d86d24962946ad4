// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/conclusion.h"

#include "core/dispatch/signer.h"
#include "core/model/destinationurl.h"
#include "core/model/pausereason.h"
#include "core/model/schedule.h"

#include <QCoreApplication>

#include <algorithm>

namespace Core {

namespace {

constexpr std::chrono::days LongestFailing{5};
constexpr int FewestFailures = 5;
constexpr std::chrono::hours ShortestStreak{1};

QByteArray userAgent()
{
    return "Hookpost/" + QCoreApplication::applicationVersion().toLatin1();
}

QString toSentence(const Report &report)
{
    if (report.isBrokenOff)
        return BrokenOffError;
    const QString words = toWords(report.failure, report.phase);
    return report.detail.isEmpty() ? words : QStringLiteral("%1: %2").arg(words, report.detail);
}

Attempt completed(Attempt attempt, const Report &report, const Verdict &verdict)
{
    attempt.startedAt = report.startedAt;
    attempt.outcome = verdict.outcome;
    attempt.status = report.status;
    attempt.failure = report.status == 0 ? report.failure : Failure::None;
    attempt.phase = report.status == 0 ? report.phase : Phase::None;
    attempt.error = report.status == 0 ? toSentence(report) : QString();
    attempt.timings = report.timings;
    attempt.responseBytes = report.responseBytes;
    return attempt;
}

/// The pause before the next attempt; none when this one was the last.
std::optional<Milliseconds> nextPause(const OpenAttempt &open, const Verdict &verdict,
                                      const Destination &destination, double chance)
{
    // A heartbeat's retry is the next tick; a test tells the person who asked for it how it went.
    const bool mayFollow = verdict.outcome == AttemptOutcome::Temporary
        || verdict.outcome == AttemptOutcome::Interrupted;
    if (!mayFollow || open.attempt.kind == EventKind::Heartbeat)
        return std::nullopt;
    if (verdict.isCharged && open.attempt.kind == EventKind::Test)
        return std::nullopt;
    if (!verdict.isCharged)
        return verdict.retryAfter.value_or(Milliseconds{1'000});
    return pauseAfter(open.chargedBefore + 1, scheduleOf(destination), verdict.retryAfter, chance);
}

QString failureReason(const Attempt &attempt)
{
    if (attempt.outcome == AttemptOutcome::Failed || attempt.kind != EventKind::Published)
        return toWords(attempt);
    if (attempt.number == 1)
        return QStringLiteral("gave up after the only attempt: %1").arg(toWords(attempt));
    return QStringLiteral("gave up after %1 attempts: %2")
        .arg(attempt.number)
        .arg(toWords(attempt));
}

/// Those of \a destination, with those of \a event in the place of the same names, or behind them.
HeaderList ownHeaders(const Event &event, const Destination &destination)
{
    HeaderList headers = destination.headers;
    for (const Header &header : event.headers) {
        const auto known
            = std::find_if(headers.begin(), headers.end(), [&header](const Header &candidate) {
                  return candidate.name.compare(header.name, Qt::CaseInsensitive) == 0;
              });
        if (known == headers.end())
            headers.append(header);
        else
            *known = header;
    }
    return headers;
}

} // namespace

Shipment makeShipment(const Attempt &attempt, const Event &event, const Destination &destination,
                      const Secrets &secrets, Time now)
{
    Shipment shipment;
    shipment.attempt = attempt.id;
    shipment.destination = destination.id;
    shipment.url = attempt.url; // the one on record: what the log shows is where it went
    shipment.headers = signatureHeaders(destination.signature, secrets, event.id, now, event.body);
    shipment.seal = Seal{destination.signature, secrets, event.id, now};
    shipment.headers += HeaderList{
        {"Hookpost-Event", event.type.toLatin1()},
        {"Hookpost-Delivery", toString(attempt.delivery).toLatin1()},
        {"Hookpost-Attempt", QByteArray::number(attempt.number)},
        {"User-Agent", userAgent()},
        {"Accept-Encoding", "identity"},
        {"Content-Type", event.contentType},
    };
    shipment.headers += ownHeaders(event, destination);
    shipment.body = event.body;
    shipment.timeout = destination.timeout;
    shipment.verifyTls = destination.verifyTls;
    shipment.tellsDeparture = destination.rateLimit.has_value();
    return shipment;
}

FinishAttempt conclude(const OpenAttempt &open, const Report &report, const Verdict &verdict,
                       const Destination &destination, Time now, double chance)
{
    FinishAttempt finish;
    finish.attempt = completed(open.attempt, report, verdict);
    // What never came as far as a connection has only what it was to send.
    finish.transcript
        = {sentUrl(open.url),
           report.requestHeaders.isEmpty() ? open.requestHeaders : report.requestHeaders,
           report.responseHeaders,
           report.responseBody,
           report.isResponseCut,
           report.remoteAddress};
    finish.dueAt = now;
    if (verdict.pausesDestination)
        finish.pauseReason = GoneReason;
    if (verdict.outcome == AttemptOutcome::Delivered) {
        finish.next = DeliveryState::Delivered;
    } else if (const auto pause = nextPause(open, verdict, destination, chance)) {
        finish.next = DeliveryState::Waiting;
        finish.dueAt = now + *pause;
    } else {
        finish.next = DeliveryState::Failed;
        finish.reason = failureReason(finish.attempt);
    }
    return finish;
}

Milliseconds longestWait(const Destination &destination)
{
    return std::max(longestPause(scheduleOf(destination)), LongestRetryAfter);
}

QString reasonToGiveUp(const Destination &destination, const FailureStreak &streak, Time now)
{
    const auto &since = destination.failingSince;
    // A few failures that lie days apart, with nothing to send between them, prove little. Nor do
    // five days that have passed in a moment, since it was a clock that leapt.
    if (!since || now - *since < LongestFailing || streak.count < FewestFailures
        || streak.lasted < ShortestStreak)
        return {};
    return failingReason(*since);
}

Tick arrivalOf(const Report &report, Tick launchedAt, Tick landedAt)
{
    return std::clamp(report.sentAt.value_or(launchedAt), launchedAt,
                      std::max(launchedAt, landedAt));
}

} // namespace Core

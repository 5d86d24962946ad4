// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/factrows.h"
#include "core/store/writes.h"

#include <algorithm>

namespace Core {

namespace {

constexpr qint64 LargestOwnBody = qint64{16} * 1024;

/// A delivery with what its next attempt needs.
struct Claimable
{
    Delivery delivery;
    Event event; ///< with its body
    qint64 eventRow = 0;
    QString destinationName;
    QString url;
    bool isDestinationRemoved = false;
};

/// The body of the event in row \a event, which is more than a claim should hold for itself.
QByteArray sharedBody(Database &database, qint64 event, LargeBody &newest)
{
    if (newest.event != event) {
        Rows rows = database.select("SELECT body FROM events WHERE id = ?", event);
        if (rows.next())
            newest = {event, rows.take<QByteArray>()};
    }
    return newest.event == event ? newest.body : QByteArray();
}

/// What \a change asks for, without its body where that is larger than it says.
Result<Claimable> claimable(Database &database, LargeBody &newest, const ClaimDelivery &change)
{
    const DeliveryId id = change.delivery;
    static const std::string sql
        = joined({"SELECT ", DeliveryColumns, ", n.name, n.url, n.removed_at IS NOT NULL, ",
                  EventColumns, ", e.id, CASE WHEN e.body_bytes <= ? THEN e.body END FROM ",
                  DeliverySource, " WHERE d.id = ?"});
    Rows rows = database.select(sql, LargestOwnBody, id);
    if (!rows.next())
        return noSuch(id);
    Claimable found;
    found.delivery = readDelivery(rows);
    rows >> found.destinationName >> found.url >> found.isDestinationRemoved;
    found.event = readEvent(rows);
    rows >> found.eventRow >> found.event.body;
    if (found.delivery.state != DeliveryState::Waiting || found.isDestinationRemoved)
        return notWaiting(found.delivery);
    if (found.event.bodyBytes > LargestOwnBody && found.event.bodyBytes <= change.largestBody)
        found.event.body = sharedBody(database, found.eventRow, newest);
    return found;
}

DeliveryClaimed openAttempt(Database &database, const Claimable &claimed, Time at)
{
    static const std::string sql = joined(
        {"INSERT INTO attempts (id, delivery, destination, number, started_at, outcome, status,"
         " failure, phase, error, total, request_bytes, response_bytes, url) VALUES (",
         NextLogNumber, ", ?, ?, ?, ?, ?, 0, 0, 0, '', 0, ?, 0, ?)"});
    Attempt attempt;
    attempt.delivery = claimed.delivery.id;
    attempt.destination = claimed.delivery.destination;
    attempt.event = claimed.event.id;
    attempt.destinationName = claimed.destinationName;
    attempt.url = claimed.url;
    attempt.eventType = claimed.event.type;
    attempt.kind = claimed.event.kind;
    attempt.number = claimed.delivery.attemptCount + 1;
    attempt.isResend = claimed.delivery.isResend;
    attempt.deliveryState = DeliveryState::InFlight;
    attempt.startedAt = at;
    attempt.requestBytes = claimed.event.bodyBytes;
    attempt.id
        = {database.insert(sql, attempt.delivery, attempt.destination, attempt.number,
                           attempt.startedAt, attempt.outcome, attempt.requestBytes, attempt.url)};
    return {attempt, claimed.event, 0};
}

/// How many attempts of a delivery its schedule counts, as isCharged() does.
int chargedAttempts(Database &database, DeliveryId id)
{
    Rows rows = database.select("SELECT COUNT(*) FROM attempts WHERE delivery = ?"
                                " AND outcome NOT IN (?, ?) AND failure <> ?",
                                id, AttemptOutcome::InFlight, AttemptOutcome::Interrupted,
                                Failure::NotSent);
    return rows.next() ? rows.take<int>() : 0;
}

/// An attempt on record with its delivery.
struct OnRecord
{
    Attempt attempt;
    Delivery delivery;
    Destination destination; ///< only its id, its URL and how it stands
    bool isDestinationRemoved = false;
};

Result<OnRecord> onRecord(Database &database, AttemptId id)
{
    static const std::string sql
        = joined({"SELECT ", AttemptColumns, ", ", DeliveryColumns,
                  ", n.url, n.state, n.pause_reason, n.failing_since, n.mark,",
                  " n.removed_at IS NOT NULL FROM ", AttemptSource, " WHERE a.id = ?"});
    Rows rows = database.select(sql, id);
    if (!rows.next())
        return noSuch(id);
    OnRecord found;
    found.attempt = readAttempt(rows);
    found.delivery = readDelivery(rows);
    Destination &destination = found.destination;
    destination.id = found.attempt.destination;
    rows >> destination.url >> destination.state >> destination.pauseReason
        >> destination.failingSince >> destination.mark >> found.isDestinationRemoved;
    if (found.attempt.outcome != AttemptOutcome::InFlight)
        return closedAlready(id);
    return found;
}

/// What was open when the program ended.
RecoveryReport openAttempts(Database &database)
{
    RecoveryReport report;
    Rows rows = database.select("SELECT COUNT(*), ifnull(min(started_at), 0),"
                                " ifnull(max(started_at), 0) FROM attempts WHERE outcome = 0");
    if (rows.next())
        rows >> report.interruptedAttempts >> report.firstBegan >> report.lastBegan;
    Rows named = database.select("SELECT id FROM attempts WHERE outcome = 0 ORDER BY id LIMIT ?",
                                 MostInterruptedNamed);
    report.named = readAll(named, [](Rows &row) { return row.take<AttemptId>(); });
    return report;
}

void closeAttempt(Database &database, const Attempt &attempt, const Transcript &transcript)
{
    const Timings &timings = attempt.timings;
    database.change(
        "UPDATE attempts SET started_at = ?, outcome = ?, status = ?, failure = ?, phase = ?,"
        " error = ?, look_up = ?, connect = ?, tls = ?, send = ?, wait = ?, receive = ?,"
        " total = ?, response_bytes = ? WHERE id = ?",
        attempt.startedAt, attempt.outcome, attempt.status, attempt.failure, attempt.phase,
        attempt.error, timings.lookUp, timings.connect, timings.tls, timings.send, timings.wait,
        timings.receive, timings.total, attempt.responseBytes, attempt.id);
    database.change("INSERT INTO transcripts (attempt, is_response_cut, remote_address,"
                    " request_headers, response_headers, response_body) VALUES (?, ?, ?, ?, ?, ?)",
                    attempt.id, transcript.isResponseCut, transcript.remoteAddress,
                    headersToLines(transcript.requestHeaders),
                    headersToLines(transcript.responseHeaders), transcript.responseBody);
}

/// The destination as \a change leaves it, when that is not how it stood.
std::optional<Destination> writeChanged(Database &database, const OnRecord &found,
                                        const FinishAttempt &change)
{
    if (found.isDestinationRemoved)
        return std::nullopt;
    const Destination after = afterAttempt(found.destination, found.attempt.url, change);
    if (after == found.destination)
        return std::nullopt;
    writeStanding(database, after);
    const auto registration = registered(database, after.id);
    return registration ? std::optional(registration->destination) : std::nullopt;
}

} // namespace

Result<Outcome> apply(Database &database, LargeBody &newest, const ClaimDelivery &change)
{
    const auto claimed = claimable(database, newest, change);
    if (!claimed)
        return claimed.error();
    if (claimed->event.bodyBytes > change.largestBody)
        return Outcome(BodyTooLarge{change.delivery, claimed->event.bodyBytes});
    database.change("UPDATE deliveries SET state = ?, attempt_count = attempt_count + 1"
                    " WHERE id = ?",
                    DeliveryState::InFlight, change.delivery);
    DeliveryClaimed outcome = openAttempt(database, *claimed, change.at);
    if (outcome.attempt.number > 1)
        outcome.chargedBefore = chargedAttempts(database, change.delivery);
    return Outcome(std::move(outcome));
}

Result<Outcome> apply(Database &database, const ClaimHeartbeat &change)
{
    const auto registration = registered(database, change.destination);
    if (!registration)
        return registration.error();
    NewEvent heartbeat;
    heartbeat.event = change.event;
    const qint64 row = insertEvent(database, heartbeat, {});
    if (row == 0)
        return eventExists(change.event.id);
    Claimable claimed{
        {},   change.event, row, registration->destination.name, registration->destination.url,
        false};
    claimed.event.bodyBytes = change.event.body.size();
    Delivery &delivery = claimed.delivery;
    delivery.destination = change.destination;
    delivery.state = DeliveryState::InFlight;
    delivery.createdAt = change.event.acceptedAt;
    delivery.dueAt = change.event.acceptedAt;
    delivery.attemptCount = 1;
    insertDelivery(database, delivery, row, change.event.kind);
    delivery.attemptCount = 0; // openAttempt() counts the one that begins
    return Outcome(openAttempt(database, claimed, change.event.acceptedAt));
}

Result<Outcome> apply(Database &database, const FinishAttempt &change)
{
    Q_ASSERT(change.attempt.outcome != AttemptOutcome::InFlight);
    Q_ASSERT(change.next != DeliveryState::InFlight);
    const auto found = onRecord(database, change.attempt.id);
    if (!found)
        return found.error();
    AttemptFinished outcome;
    outcome.attempt = closed(found->attempt, change.attempt);
    outcome.delivery = afterAttempt(found->delivery, change, found->isDestinationRemoved);
    outcome.attempt.deliveryState = outcome.delivery.state;
    closeAttempt(database, outcome.attempt, change.transcript);
    const auto dueIfRestored = isCancelledByRemoval(change, found->isDestinationRemoved)
        ? std::optional(change.dueAt)
        : std::nullopt;
    database.change("UPDATE deliveries SET state = ?, due_at = ?, attempt_count = ?, reason = ?,"
                    " due_if_restored = ? WHERE id = ?",
                    outcome.delivery.state, outcome.delivery.dueAt, outcome.delivery.attemptCount,
                    outcome.delivery.reason, dueIfRestored, outcome.delivery.id);
    outcome.changedDestination = writeChanged(database, *found, change);
    return Outcome(std::move(outcome));
}

Result<Outcome> apply(Database &database, const KeepResponse &change)
{
    static const std::string sql
        = joined({"SELECT ", AttemptColumns, ", ifnull(t.is_response_cut, 0) FROM ", AttemptSource,
                  " LEFT JOIN transcripts t ON t.attempt = a.id WHERE a.id = ?"});
    Rows rows = database.select(sql, change.attempt);
    if (!rows.next())
        return noSuch(change.attempt);
    const Attempt before = readAttempt(rows);
    if (!awaitsBody(before, rows.take<bool>()))
        return noBodyAwaited(change.attempt);
    const ResponseKept outcome{withBody(before, change)};
    database.change("UPDATE attempts SET receive = ?, response_bytes = ? WHERE id = ?",
                    outcome.attempt.timings.receive, outcome.attempt.responseBytes, change.attempt);
    database.change("UPDATE transcripts SET is_response_cut = ?, response_body = ?"
                    " WHERE attempt = ?",
                    change.isCut, change.body, change.attempt);
    return Outcome(outcome);
}

RecoveryReport recover(Database &database, Time now)
{
    finishRestorations(database);
    // An open attempt is what a delivery in flight has; there is an index of just those.
    database.change("UPDATE deliveries SET state = ?, due_at = ?, reason = ? WHERE state = ?"
                    " AND kind = ? AND id IN (SELECT delivery FROM attempts WHERE outcome = 0)",
                    DeliveryState::Failed, now, QString(InterruptedReason), DeliveryState::InFlight,
                    EventKind::Heartbeat);
    database.change("UPDATE deliveries SET state = ?, due_if_restored = due_at, due_at = ?,"
                    " reason = ? WHERE state = ?"
                    " AND id IN (SELECT delivery FROM attempts WHERE outcome = 0)"
                    " AND destination IN (SELECT id FROM destinations"
                    " WHERE removed_at IS NOT NULL)",
                    DeliveryState::Cancelled, now, QString(RemovedReason), DeliveryState::InFlight);
    RecoveryReport report = openAttempts(database);
    report.deliveriesAgain
        = database.change("UPDATE deliveries SET state = ? WHERE state = ?"
                          " AND id IN (SELECT delivery FROM attempts WHERE outcome = 0)",
                          DeliveryState::Waiting, DeliveryState::InFlight);
    database.change("UPDATE attempts SET outcome = ?, error = ? WHERE outcome = 0",
                    AttemptOutcome::Interrupted, QString(BrokenOffError));
    return report;
}

/// The newest event and the newest attempt speak for the clock together: it may have leapt ahead
/// for a moment while one of them was written.
Milliseconds clockLag(Database &database, Time now)
{
    Rows rows = database.select("SELECT min(ifnull(event, attempt), ifnull(attempt, event)) FROM"
                                " (SELECT (SELECT accepted_at FROM events ORDER BY id DESC LIMIT 1)"
                                " AS event, (SELECT started_at FROM attempts"
                                " ORDER BY id DESC LIMIT 1) AS attempt)"
                                " WHERE event IS NOT NULL OR attempt IS NOT NULL");
    const Time newest = rows.next() ? rows.take<Time>() : now;
    return std::max(Milliseconds{0}, newest - now);
}

} // namespace Core

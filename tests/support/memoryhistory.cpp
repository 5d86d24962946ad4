// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoryhistory.h"

#include <algorithm>
#include <functional>

using namespace Core;

namespace {

using Rows = MemoryTables::Rows;

/// Something that can be forgotten, and how.
struct Candidate
{
    Time at;
    bool isDelivery = false;
    std::function<void()> forget;
};

qint64 bytesOf(const Rows &rows)
{
    qint64 bytes = 0;
    for (const auto &[id, row] : rows.events)
        bytes += row.event.body.size();
    for (const auto &[id, row] : rows.attempts)
        bytes += row.transcript.responseBody.size();
    for (const auto &[id, record] : rows.captures)
        bytes += record.body.size();
    return bytes;
}

void forgetEvent(Rows &rows, const QString &id, const PruneHistory &change, HistoryPruned &outcome)
{
    MemoryTables::EventRow &row = rows.events.at(id);
    if (row.isRepeatable && mayBeRepeated(row.event.acceptedAt, change.now)) {
        row.event.body.clear();
        row.isStripped = true;
        return;
    }
    rows.events.erase(id);
    ++outcome.events;
}

void forgetDelivery(Rows &rows, DeliveryId id, const PruneHistory &change, HistoryPruned &outcome)
{
    const EventId event = rows.deliveries.at(id).delivery.event;
    std::erase_if(rows.attempts, [id, &outcome](const auto &row) {
        const Attempt &attempt = row.second.attempt;
        if (attempt.delivery == id)
            outcome.rows.append(LogKey::of(attempt.id));
        return attempt.delivery == id;
    });
    rows.deliveries.erase(id);
    for (auto &[other, row] : rows.deliveries) {
        if (row.delivery.resendOf == id)
            row.delivery.resendOf = {};
    }
    ++outcome.deliveries;
    if (rows.deliveriesOf(event).isEmpty())
        forgetEvent(rows, event.text, change, outcome);
}

bool isPinned(const Rows &rows, DeliveryId id)
{
    return std::any_of(rows.attempts.begin(), rows.attempts.end(), [id](const auto &row) {
        return row.second.attempt.delivery == id && row.second.attempt.isPinned;
    });
}

/// True for what waits again in a moment, since the removal that has cancelled it was undone.
bool comesBack(const Rows &rows, const MemoryTables::DeliveryRow &row)
{
    const auto target = rows.destinations.find(row.delivery.destination);
    return row.dueIfRestored && target != rows.destinations.end() && !target->second.removedAt;
}

QList<DeliveryId> surplusHeartbeats(const Rows &rows, DestinationId destination, int kept)
{
    QList<DeliveryId> found;
    for (const auto &[id, row] : rows.deliveries) {
        if (row.delivery.destination == destination
            && row.delivery.state == DeliveryState::Delivered
            && rows.eventWithId(row.delivery.event)->event.kind == EventKind::Heartbeat
            && !isPinned(rows, id))
            found.append(id);
    }
    return found.first(std::max(found.size() - kept, qsizetype{0}));
}

bool isForgotten(const Rows &rows, const MemoryTables::DestinationRow &row,
                 const PruneHistory &change)
{
    const DestinationId id = row.registration.destination.id;
    return row.removedAt && isTooOld(*row.removedAt, change)
        && std::none_of(rows.deliveries.begin(), rows.deliveries.end(), [id](const auto &other) {
               return other.second.delivery.destination == id;
           });
}

QList<Candidate> candidates(Rows &rows, const PruneHistory &change, HistoryPruned &outcome)
{
    QList<Candidate> found;
    for (const auto &[number, row] : rows.deliveries) {
        if (isEnded(row.delivery.state) && !isPinned(rows, number) && !comesBack(rows, row)) {
            found.append({row.delivery.dueAt, true,
                          [&, id = number] { forgetDelivery(rows, id, change, outcome); }});
        }
    }
    for (const auto &[number, record] : rows.captures) {
        if (record.capture.isPinned)
            continue;
        found.append({record.capture.receivedAt, false, [&, id = number] {
                          rows.captures.erase(id);
                          ++outcome.captures;
                          outcome.rows.append(LogKey::of(id));
                      }});
    }
    for (const auto &[text, row] : rows.events) {
        if (!row.isStripped && rows.deliveriesOf(row.event.id).isEmpty()) {
            found.append({row.event.acceptedAt, false,
                          [&, id = text] { forgetEvent(rows, id, change, outcome); }});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Candidate &left, const Candidate &right) {
        return left.at < right.at;
    });
    return found;
}

void pruneStripped(Rows &rows, const PruneHistory &change, HistoryPruned &outcome)
{
    for (const auto &[id, row] : Rows(rows).events) {
        if (row.isStripped && !mayBeRepeated(row.event.acceptedAt, change.now))
            forgetEvent(rows, id, change, outcome);
    }
}

void forgetCapture(Rows &rows, CaptureId id, HistoryPruned &outcome)
{
    const auto found = rows.captures.find(id);
    if (found == rows.captures.end())
        return;
    if (found->second.capture.isPinned) {
        ++outcome.pinned;
        return;
    }
    rows.captures.erase(found);
    ++outcome.captures;
    outcome.rows.append(LogKey::of(id));
}

bool hadEnded(const Rows &rows, const MemoryTables::DeliveryRow &row, const ForgetRows &change)
{
    const Delivery &delivery = row.delivery;
    if (!isEnded(delivery.state) || comesBack(rows, row))
        return false;
    const PruneHistory wanted{{}, {}, {}, change.endedBefore, change.askedAt};
    return !change.endedBefore || isTooOld(delivery.dueAt, wanted);
}

void forgetDeliveryOf(Rows &rows, AttemptId id, const ForgetRows &change, HistoryPruned &outcome)
{
    const auto found = rows.attempts.find(id);
    if (found == rows.attempts.end())
        return;
    const DeliveryId delivery = found->second.attempt.delivery;
    if (isPinned(rows, delivery))
        ++outcome.pinned;
    else if (!hadEnded(rows, rows.deliveries.at(delivery), change))
        ++outcome.unfinished;
    else
        forgetDelivery(rows, delivery, {}, outcome);
}

} // namespace

HistoryPruned pruneRows(Rows &rows, const PruneHistory &change)
{
    HistoryPruned outcome;
    int left = PruneStep;
    for (const auto &[id, row] : Rows(rows).destinations) {
        if (change.endedBefore)
            break;
        for (const DeliveryId surplus : surplusHeartbeats(rows, id, change.limits.heartbeats)) {
            if (left-- == 0)
                return {outcome.deliveries, 0, outcome.events, outcome.rows, {}, false};
            forgetDelivery(rows, surplus, change, outcome);
        }
        if (isForgotten(rows, row, change))
            rows.destinations.erase(id);
    }
    pruneStripped(rows, change, outcome);
    for (const Candidate &candidate : candidates(rows, change, outcome)) {
        const bool isOverAttempts = !change.endedBefore && change.limits.attempts
            && candidate.isDelivery && std::ssize(rows.attempts) > *change.limits.attempts;
        const bool isOverBytes
            = !change.endedBefore && change.limits.bytes && bytesOf(rows) > *change.limits.bytes;
        if (!isTooOld(candidate.at, change) && !isOverAttempts && !isOverBytes)
            continue;
        if (left-- == 0) {
            outcome.isDone = false;
            break;
        }
        candidate.forget();
    }
    return outcome;
}

HistoryPruned forgetRows(Rows &rows, const ForgetRows &change)
{
    HistoryPruned outcome;
    for (const LogKey row : change.rows.first(std::min(change.rows.size(), qsizetype{PruneStep}))) {
        ++outcome.judged;
        if (row.isCapture())
            forgetCapture(rows, row.capture(), outcome);
        else
            forgetDeliveryOf(rows, row.attempt(), change, outcome);
    }
    outcome.isDone = outcome.judged == change.rows.size();
    return outcome;
}

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorylog.h"

#include "core/model/trial.h"
#include "tests/support/memoryfilter.h"
#include "tests/support/sortvalues.h"

#include <algorithm>

using namespace Core;

namespace {

using Rows = MemoryTables::Rows;

QString nameOf(const Rows &rows, DestinationId id)
{
    return rows.destinations.at(id).registration.destination.name;
}

AttemptOutcome outcomeOf(int status)
{
    if (status >= 200 && status < 300)
        return AttemptOutcome::Delivered;
    return status >= 500 ? AttemptOutcome::Temporary : AttemptOutcome::Failed;
}

LinkedCapture linked(const Rows &rows, const Capture &capture)
{
    LinkedCapture found{capture, {}, {}, {}, false};
    const auto sender = rows.deliveries.find(capture.delivery);
    if (sender == rows.deliveries.end())
        return found;
    const Event &event = rows.eventWithId(sender->second.delivery.event)->event;
    found.destination = sender->second.delivery.destination;
    found.eventType = event.type;
    found.kind = event.kind;
    found.isResend = sender->second.delivery.isResend;
    return found;
}

LogFold eventFold(const Rows &rows, DeliveryId delivery)
{
    const auto found = rows.deliveries.find(delivery);
    if (found == rows.deliveries.end())
        return {};
    for (const auto &[id, row] : rows.attempts) {
        if (row.attempt.event == found->second.delivery.event)
            return LogFold::ofEvent(LogKey::of(id));
    }
    return {};
}

LogFold foldOf(const Rows &rows, const LogScope &scope, const Attempt &attempt)
{
    const bool isWell = attempt.outcome == AttemptOutcome::InFlight
        || attempt.outcome == AttemptOutcome::Delivered;
    if (scope.foldsHeartbeats && attempt.kind == EventKind::Heartbeat && isWell)
        return LogFold::ofHeartbeats(attempt.destination, false);
    return scope.foldsEvents ? eventFold(rows, attempt.delivery) : LogFold{};
}

LogFold foldOf(const Rows &rows, const LogScope &scope, const LinkedCapture &linked)
{
    const bool isWell = outcomeOf(linked.capture.status) == AttemptOutcome::Delivered;
    if (scope.foldsHeartbeats && linked.kind == EventKind::Heartbeat && isWell)
        return LogFold::ofHeartbeats(linked.destination, true);
    return scope.foldsEvents ? eventFold(rows, linked.capture.delivery) : LogFold{};
}

bool isOfTrial(const Destination &destination)
{
    return destination.events == QStringList{QString(TrialSubscription)};
}

void countAttempt(const Rows &rows, const FilterValuesQuestion &question,
                  const MemoryTables::AttemptRow &row, FilterValueCounts &counts)
{
    const auto &[attempt, transcript] = row;
    if (question.key == FilterKey::Status && attempt.status > 0)
        ++counts[QString::number(attempt.status)];
    if (question.key == FilterKey::DestinationName
        && !isOfTrial(rows.destinations.at(attempt.destination).registration.destination))
        ++counts[nameOf(rows, attempt.destination)];
    if (question.key == FilterKey::EventType)
        ++counts[rows.eventWithId(attempt.event)->event.type];
    if (question.key == FilterKey::Url)
        countHost(attempt.url, 1, counts);
    if (question.key != FilterKey::HeaderField)
        return;
    countHeaders(question, headersToLines(transcript.requestHeaders), Sender::Ourselves, counts);
    countHeaders(question, headersToLines(transcript.responseHeaders), Sender::Others, counts);
}

void countCapture(const FilterValuesQuestion &question, const CaptureRecord &record,
                  FilterValueCounts &counts)
{
    if (question.key == FilterKey::Status)
        ++counts[QString::number(record.capture.status)];
    if (question.key == FilterKey::Bin)
        ++counts[record.capture.bin];
    if (question.key == FilterKey::Method)
        ++counts[QString::fromUtf8(record.capture.method)];
    if (question.key == FilterKey::HeaderField)
        countHeaders(question, headersToLines(record.headers), senderOf(record.capture), counts);
    if (question.key == FilterKey::JsonValue)
        countJson(question, record.body, counts);
}

} // namespace

QList<FilterValue> filterValuesOf(const Rows &rows, const FilterValuesQuestion &question)
{
    FilterValueCounts counts;
    for (const auto &[id, row] : rows.attempts)
        countAttempt(rows, question, row, counts);
    for (const auto &[id, row] : rows.captures)
        countCapture(question, row, counts);
    for (const auto &[id, row] : rows.destinations) {
        const Destination &destination = row.registration.destination;
        if (question.key == FilterKey::DestinationName && !row.removedAt && !isOfTrial(destination))
            counts[destination.name] += 0;
    }
    for (const auto &[id, row] : rows.events) {
        if (question.key == FilterKey::JsonValue)
            countJson(question, row.event.body, counts);
    }
    return mostFrequent(counts);
}

LogSpan logSpanOf(const Rows &rows)
{
    LogSpan span;
    for (const auto &[id, row] : rows.attempts) {
        span.first = span.first.isNull() ? LogKey::of(id) : std::min(span.first, LogKey::of(id));
        span.end = std::max(span.end, LogKey::of(AttemptId{id.value + 1}));
    }
    for (const auto &[id, row] : rows.captures) {
        const LogKey key = LogKey::of(AttemptId{id.value});
        span.first = span.first.isNull() ? key : std::min(span.first, key);
        span.end = std::max(span.end, LogKey::of(AttemptId{id.value + 1}));
    }
    span.count = static_cast<qint64>(rows.attempts.size());
    span.count += static_cast<qint64>(rows.captures.size());
    return span;
}

QList<LogEntry> logEntriesOf(const Rows &rows, const LogScope &scope)
{
    const MemoryFilter filter(rows, scope.filter, scope.now);
    QList<LogEntry> entries;
    for (const auto &[id, row] : rows.attempts) {
        if (filter.wants(row))
            entries.append({LogKey::of(id), foldOf(rows, scope, row.attempt),
                            row.attempt.outcome > AttemptOutcome::Delivered});
    }
    for (const auto &[id, row] : rows.captures) {
        if (filter.wants(row))
            entries.append({LogKey::of(id), foldOf(rows, scope, linked(rows, row.capture)),
                            outcomeOf(row.capture.status) != AttemptOutcome::Delivered});
    }
    std::sort(entries.begin(), entries.end(),
              [](const LogEntry &one, const LogEntry &other) { return one.key < other.key; });
    return entries;
}

LogValues logValuesOf(const Rows &rows, const LogScope &scope)
{
    SortValues values(scope.order.by);
    for (const LogEntry &entry : logEntriesOf(rows, scope)) {
        if (entry.key.isCapture()) {
            values.add(linked(rows, rows.captures.at(entry.key.capture()).capture),
                       entry.isFailure);
            continue;
        }
        Attempt attempt = rows.attempts.at(entry.key.attempt()).attempt;
        attempt.destinationName = nameOf(rows, attempt.destination);
        values.add(attempt, entry.isFailure);
    }
    return values.values();
}

LogRows logRowsOf(const Rows &rows, const LogRowsQuestion &question)
{
    const auto &[keys, fields] = question;
    LogRows found;
    for (const auto &[id, row] : rows.attempts) {
        if (!keys.contains(LogKey::of(id)))
            continue;
        found.attempts.append(row.attempt);
        found.attempts.last().destinationName = nameOf(rows, row.attempt.destination);
        found.attempts.last().deliveryState
            = rows.deliveries.at(row.attempt.delivery).delivery.state;
        if (fields.isEmpty())
            continue;
        const Transcript &sent = row.transcript;
        found.values.insert(LogKey::of(id),
                            valuesOf(fields,
                                     {sent.requestHeaders, sent.responseHeaders,
                                      rows.eventWithId(row.attempt.event)->event.body,
                                      sent.responseBody, sent.remoteAddress}));
    }
    for (const auto &[id, row] : rows.captures) {
        if (!keys.contains(LogKey::of(id)))
            continue;
        found.captures.append(linked(rows, row.capture));
        if (!fields.isEmpty())
            found.values.insert(
                LogKey::of(id),
                valuesOf(fields, {row.headers, {}, row.body, {}, row.capture.remoteAddress}));
    }
    return found;
}

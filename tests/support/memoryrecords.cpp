// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoryrecords.h"

#include "core/model/destinationurl.h"
#include "tests/support/memoryfilter.h"
#include "tests/support/memorylog.h"

#include <QMutexLocker>

#include <algorithm>
#include <set>

using namespace Core;

namespace {

using Rows = MemoryTables::Rows;

Error notOpen()
{
    return {ErrorCode::Storage, QStringLiteral("The records are not open."), {}, {}};
}

Event withoutBody(Event event)
{
    event.body.clear();
    return event;
}

const Destination &destinationOf(const Rows &rows, DestinationId id)
{
    return rows.destinations.at(id).registration.destination;
}

Attempt asNow(const Rows &rows, Attempt attempt)
{
    attempt.destinationName = destinationOf(rows, attempt.destination).name;
    const Delivery &delivery = rows.deliveries.at(attempt.delivery).delivery;
    attempt.isResend = delivery.isResend;
    attempt.deliveryState = delivery.state;
    return attempt;
}

/// The newest rows below \a before that \a take gives something for.
template<typename Fact, typename Map, typename Take>
QList<Fact> page(const Map &rows, qint64 before, int limit, Take take)
{
    QList<Fact> facts;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (facts.size() >= std::clamp(limit, 1, 1000))
            break;
        if (before > 0 && row->first.value >= before)
            continue;
        if (const std::optional<Fact> fact = take(row->second))
            facts.append(*fact);
    }
    return facts;
}

bool areRelated(const Rows &rows, DeliveryId one, DeliveryId other)
{
    const auto originOf = [&rows](DeliveryId id) {
        for (DeliveryId next = id; !next.isNull();) {
            id = next;
            const auto found = rows.deliveries.find(id);
            next = found == rows.deliveries.end() ? DeliveryId{} : found->second.delivery.resendOf;
        }
        return id;
    };
    return originOf(one) == originOf(other);
}

LogKey sentAgain(const Rows &rows, DeliveryId delivery)
{
    std::optional<Attempt> first;
    for (const auto &[id, row] : rows.attempts) {
        const DeliveryId other = row.attempt.delivery;
        const bool isResend = rows.deliveries.at(other).delivery.resendOf == delivery;
        if (isResend && (!first || first->delivery < other))
            first = row.attempt;
    }
    return first ? LogKey::of(first->id) : LogKey{};
}

Kin kinOf(const Rows &rows, const Attempt &attempt)
{
    Kin kin;
    kin.row = LogKey::of(attempt.id);
    const Delivery &delivery = rows.deliveries.at(attempt.delivery).delivery;
    kin.queuedSince = delivery.createdAt;
    kin.resendOf = delivery.resendOf;
    kin.sentAgain = sentAgain(rows, attempt.delivery);
    if (delivery.state == DeliveryState::Waiting
        && destinationOf(rows, delivery.destination).state == DestinationState::Active
        && !rows.destinations.at(delivery.destination).removedAt)
        kin.nextAt = delivery.dueAt;
    for (const auto &[id, row] : rows.attempts) {
        const Attempt &other = row.attempt;
        if (areRelated(rows, attempt.delivery, other.delivery))
            kin.tries.append(asNow(rows, other));
        const bool isSimilar = id < attempt.id && other.destination == attempt.destination
            && other.eventType == attempt.eventType;
        if (isSimilar && other.event != attempt.event)
            kin.previousRequest = LogKey::of(id);
        if (isSimilar && other.status > 0)
            kin.previousAnswer = LogKey::of(id);
    }
    for (const auto &[id, record] : rows.captures) {
        if (record.capture.delivery == attempt.delivery
            && record.capture.attemptNumber == attempt.number)
            kin.counterpart = LogKey::of(id);
    }
    return kin;
}

Kin kinOf(const Rows &rows, const Capture &capture)
{
    Kin kin;
    kin.row = LogKey::of(capture.id);
    for (const auto &[id, row] : rows.attempts) {
        if (row.attempt.delivery == capture.delivery && row.attempt.number == capture.attemptNumber)
            kin.counterpart = LogKey::of(id);
    }
    for (const auto &[id, record] : rows.captures) {
        if (id < capture.id && record.capture.bin == capture.bin)
            kin.previousRequest = LogKey::of(id);
    }
    return kin;
}

} // namespace

MemoryRecords::MemoryRecords(std::shared_ptr<MemoryTables> tables)
    : m_tables(std::move(tables))
{
}

Result<> MemoryRecords::open()
{
    m_isOpen = true;
    return {};
}

void MemoryRecords::close()
{
    m_isOpen = false;
}

void MemoryRecords::setWithdrawal(std::function<bool()> /*isWithdrawn*/) { }

Result<QList<Registration>> MemoryRecords::registrations()
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    QList<Registration> found;
    for (const auto &[id, row] : m_tables->rows.destinations) {
        if (!row.removedAt)
            found.append(row.registration);
    }
    return found;
}

Result<QList<Attempt>> MemoryRecords::attempts(const LogQuery &query)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const Rows &rows = m_tables->rows;
    const MemoryFilter filter(rows, query.filter, query.now);
    return page<Attempt>(rows.attempts, query.before, query.limit, [&](const auto &row) {
        return filter.wants(row) ? std::optional(asNow(rows, row.attempt)) : std::nullopt;
    });
}

Result<QList<Delivery>> MemoryRecords::deliveries(const LogQuery &query)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const Rows &rows = m_tables->rows;
    const MemoryFilter filter(rows, query.filter, query.now);
    return page<Delivery>(rows.deliveries, query.before, query.limit, [&](const auto &row) {
        return filter.wants(row.delivery) ? std::optional(row.delivery) : std::nullopt;
    });
}

Result<QList<Capture>> MemoryRecords::captures(const LogQuery &query)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const Rows &rows = m_tables->rows;
    const MemoryFilter filter(rows, query.filter, query.now);
    return page<Capture>(rows.captures, query.before, query.limit, [&](const CaptureRecord &row) {
        return filter.wants(row) ? std::optional(row.capture) : std::nullopt;
    });
}

Result<LogSpan> MemoryRecords::logSpan()
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    return logSpanOf(m_tables->rows);
}

Result<QList<LogEntry>> MemoryRecords::logEntries(const LogScope &scope, const LogSpan &span)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    QList<LogEntry> entries = logEntriesOf(m_tables->rows, scope);
    entries.removeIf(
        [&span](const LogEntry &entry) { return entry.key < span.first || entry.key >= span.end; });
    return entries;
}

Result<QList<LogEntry>> MemoryRecords::logEntries(const LogScope &scope, const QList<LogKey> &among)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    QList<LogEntry> entries = logEntriesOf(m_tables->rows, scope);
    entries.removeIf([&among](const LogEntry &entry) { return !among.contains(entry.key); });
    return entries;
}

Result<LogValues> MemoryRecords::logValues(const LogScope &scope, const LogSpan &span)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    LogValues values = logValuesOf(m_tables->rows, scope);
    values.rows.removeIf(
        [&span](const LogValues::Row &row) { return row.key < span.first || row.key >= span.end; });
    return values;
}

Result<LogRows> MemoryRecords::logRows(const LogRowsQuestion &question)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    return logRowsOf(m_tables->rows, question);
}

Result<QList<FilterValue>> MemoryRecords::filterValues(const FilterValuesQuestion &question)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    return filterValuesOf(m_tables->rows, question);
}

Result<SamplePart> MemoryRecords::attemptSamples(const SampleScope &scope, const LogSpan &span)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    SamplePart part;
    part.isLast = true;
    for (const auto &[id, row] : m_tables->rows.attempts) {
        const LogKey key = LogKey::of(id);
        const Attempt &attempt = row.attempt;
        const bool isWanted
            = scope.destination.isNull() || scope.destination == attempt.destination;
        if (key < span.first)
            part.isLast = attempt.startedAt < scope.since;
        else if (key < span.end && isWanted && attempt.startedAt >= scope.since)
            part.samples.append(sampleOf(attempt));
    }
    return part;
}

Result<QStringList> MemoryRecords::bins()
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    std::set<QString> names;
    for (const auto &[id, record] : m_tables->rows.captures)
        names.insert(record.capture.bin);
    return QStringList(names.begin(), names.end());
}

Result<AttemptRecord> MemoryRecords::attempt(AttemptId id)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const Rows &rows = m_tables->rows;
    const auto found = rows.attempts.find(id);
    if (found == rows.attempts.end())
        return noSuch(id);
    const auto &[attempt, transcript] = found->second;
    const Event &event = rows.eventWithId(attempt.event)->event;
    AttemptRecord record{asNow(rows, attempt), transcript,     event.body, event.contentType,
                         event.headers,        NextStep::None, {}};
    record.transcript.url = sentUrl(attempt.url);
    const Delivery &delivery = rows.deliveries.at(attempt.delivery).delivery;
    const Destination &destination = destinationOf(rows, attempt.destination);
    const bool isRemoved = rows.destinations.at(attempt.destination).removedAt.has_value();
    record.nextStep = nextStep(delivery, attempt.kind, destination, isRemoved);
    record.dueAt = nextAttemptAt(delivery, attempt.kind, destination, isRemoved);
    return record;
}

Result<DeliveryRecord> MemoryRecords::delivery(DeliveryId id)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const Rows &rows = m_tables->rows;
    const auto found = rows.deliveries.find(id);
    if (found == rows.deliveries.end())
        return noSuch(id);
    const Delivery &delivery = found->second.delivery;
    DeliveryRecord record{delivery, withoutBody(rows.eventWithId(delivery.event)->event), {}};
    for (const auto &[number, row] : rows.attempts) {
        if (row.attempt.delivery == id)
            record.attempts.append(asNow(rows, row.attempt));
    }
    return record;
}

Result<EventRecord> MemoryRecords::event(const EventId &id)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const auto *found = m_tables->rows.eventWithId(id);
    if (!found)
        return noSuch(id);
    return EventRecord{withoutBody(found->event), m_tables->rows.deliveriesOf(id)};
}

Result<Event> MemoryRecords::eventWithBody(const EventId &id)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const auto *found = m_tables->rows.eventWithId(id);
    if (!found)
        return noSuch(id);
    return found->isStripped ? Result<Event>(bodyForgotten(id)) : found->event;
}

Result<CaptureRecord> MemoryRecords::capture(CaptureId id)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const auto found = m_tables->rows.captures.find(id);
    if (found == m_tables->rows.captures.end())
        return noSuch(id);
    return found->second;
}

Result<Kin> MemoryRecords::kin(LogKey row)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const Rows &rows = m_tables->rows;
    if (row.isCapture()) {
        const auto found = rows.captures.find(row.capture());
        return found == rows.captures.end() ? Result<Kin>(noSuch(row.capture()))
                                            : kinOf(rows, found->second.capture);
    }
    const auto found = rows.attempts.find(row.attempt());
    return found == rows.attempts.end() ? Result<Kin>(noSuch(row.attempt()))
                                        : kinOf(rows, found->second.attempt);
}

Result<LogKey> MemoryRecords::pinBeyond(const PinQuestion &question)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    std::set<LogKey> pinned;
    for (const auto &[id, kept] : m_tables->rows.attempts) {
        if (kept.attempt.isPinned)
            pinned.insert(LogKey::of(id));
    }
    for (const auto &[id, record] : m_tables->rows.captures) {
        if (record.capture.isPinned)
            pinned.insert(LogKey::of(id));
    }
    if (pinned.empty())
        return LogKey{};
    if (question.side == LogSide::Newer) {
        const auto next = pinned.upper_bound(question.from);
        return next == pinned.end() ? *pinned.begin() : *next;
    }
    const auto next = pinned.lower_bound(question.from);
    return next == pinned.begin() ? *pinned.rbegin() : *std::prev(next);
}

Result<QList<DeliveryId>> MemoryRecords::recoverable(DestinationId destination, Time since)
{
    const QMutexLocker lock(&m_tables->mutex);
    if (!m_isOpen)
        return notOpen();
    const Rows &rows = m_tables->rows;
    QList<DeliveryId> found;
    for (const auto &[id, row] : rows.deliveries) {
        if (row.delivery.destination == destination && row.delivery.dueAt >= since
            && rows.isRecoverable(id))
            found.append(id);
    }
    return found;
}

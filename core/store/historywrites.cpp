// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/forgetting.h"
#include "core/store/factrows.h"
#include "core/store/rules.h"
#include "core/store/writes.h"

#include <algorithm>
#include <utility>

namespace Core {

namespace {

constexpr int DestinationsPerStep = 50;
constexpr qint64 StepBytes = qint64{8} * 1024 * 1024; ///< of bodies; reaching it ends a step

/// Holds for a delivery none of whose attempts is pinned.
constexpr std::string_view NotPinned
    = " AND NOT EXISTS (SELECT 1 FROM attempts INDEXED BY attempts_pinned"
      " WHERE delivery = deliveries.id AND is_pinned = 1)";

/// Holds for a delivery that waits again in a moment, since the removal that has cancelled it was
/// undone.
constexpr std::string_view ComesBack
    = "(due_if_restored IS NOT NULL AND EXISTS (SELECT 1 FROM destinations"
      " WHERE id = deliveries.destination AND removed_at IS NULL))";

/// What can be forgotten, in the order in which that is tried at one moment.
enum class Forgettable {
    Delivery, ///< one that has ended
    Capture,
    Event, ///< one that has no delivery
};

struct Candidate
{
    Time at; ///< since when it is history
    Forgettable kind = Forgettable::Delivery;
    qint64 row = 0;
    qint64 bytes = 0; ///< of its body
};

constexpr int countOf(Forgettable /*kind*/)
{
    return static_cast<int>(Forgettable::Event) + 1;
}

/// One step of pruning within the transaction that is open.
class Step
{
public:
    Step(Database &database, const PruneHistory &change, qint64 wantedFree = 0)
        : m_database(database)
        , m_change(change)
        , m_wantedFree(wantedFree)
    {
        m_outcome.after = change.after;
    }

    HistoryPruned run()
    {
        const bool isSwept = m_change.endedBefore || pruneDestinations();
        pruneStripped();
        pruneOldest();
        m_outcome.isDone = isSwept && m_left > 0;
        return m_outcome;
    }

    bool makeRoom()
    {
        pruneOldest();
        return m_left < PruneStep;
    }

    bool hasForgettable() { return !oldest().isEmpty(); }

    HistoryPruned forgetRows(const QList<LogKey> &rows);

private:
    bool pruneDestinations();
    void pruneHeartbeats(DestinationId destination);
    void forgetDestination(DestinationId destination);
    void pruneStripped();
    void pruneOldest();
    QList<Candidate> oldest();
    std::pair<Time, Time> spared() const;
    void judge(LogKey row);
    std::optional<Candidate> deliveryOf(AttemptId attempt);
    std::optional<Candidate> captureAt(CaptureId capture);
    void forget(const Candidate &candidate);
    void forgetInStep(const Candidate &candidate);
    void forgetDelivery(qint64 row);
    void forgetEvent(qint64 row);
    bool isOverBytes();
    bool isOverAttempts();

    Database &m_database;
    const PruneHistory &m_change;
    const qint64 m_wantedFree; ///< bytes of free pages; 0 for as many as there are
    HistoryPruned m_outcome;
    int m_left = PruneStep; ///< how much this step may still forget
    qint64 m_bytes = 0; ///< of what it has forgotten
};

QList<qint64> rowsOf(Rows rows)
{
    return readAll(rows, [](Rows &row) { return row.take<qint64>(); });
}

/// True when no destination is left to visit.
bool Step::pruneDestinations()
{
    Rows rows = m_database.select("SELECT id FROM destinations WHERE id > ? ORDER BY id LIMIT ?",
                                  m_change.after.value, DestinationsPerStep);
    const auto destinations = readAll(rows, [](Rows &row) { return row.take<DestinationId>(); });
    for (const DestinationId destination : destinations) {
        pruneHeartbeats(destination);
        if (m_left == 0)
            return false;
        forgetDestination(destination);
        m_outcome.after = destination;
    }
    return destinations.size() < DestinationsPerStep;
}

void Step::pruneHeartbeats(DestinationId destination)
{
    static const std::string sql = joined({"SELECT id FROM deliveries INDEXED BY deliveries_greeted"
                                           " WHERE destination = ? AND kind = 2 AND state = 2",
                                           NotPinned, " ORDER BY id DESC LIMIT ? OFFSET ?"});
    const auto surplus
        = rowsOf(m_database.select(sql, destination, m_left, m_change.limits.heartbeats));
    for (const qint64 row : surplus)
        forgetDelivery(row);
    m_left -= static_cast<int>(surplus.size());
}

/// One that was removed, once nothing of its history is left.
void Step::forgetDestination(DestinationId destination)
{
    if (!m_change.now || !m_change.limits.age)
        return;
    m_database.change("DELETE FROM destinations WHERE id = ? AND removed_at < ? AND NOT EXISTS"
                      " (SELECT 1 FROM deliveries WHERE destination = destinations.id)",
                      destination, *m_change.now - *m_change.limits.age);
}

/// What was kept just to know an event again.
void Step::pruneStripped()
{
    if (!m_change.now)
        return;
    const auto events
        = rowsOf(m_database.select("SELECT event FROM bare_events WHERE is_stripped = 1"
                                   " AND accepted_at < ? ORDER BY accepted_at LIMIT ?",
                                   *m_change.now - IdempotencyWindow, m_left));
    for (const qint64 row : events)
        forgetEvent(row);
    m_left -= static_cast<int>(events.size());
}

void Step::pruneOldest()
{
    for (const Candidate &candidate : oldest()) {
        if (m_left == 0 || m_database.hasFailed())
            return;
        if (!isTooOld(candidate.at, m_change) && !isOverBytes()) {
            if (!isOverAttempts())
                return;
            if (candidate.kind != Forgettable::Delivery)
                continue;
        }
        forgetInStep(candidate);
    }
}

void Step::forgetInStep(const Candidate &candidate)
{
    forget(candidate);
    m_bytes += candidate.bytes;
    m_left = m_bytes < StepBytes ? m_left - 1 : 0;
}

/// Rows that stay take their time as well, so no more are judged than may go.
HistoryPruned Step::forgetRows(const QList<LogKey> &rows)
{
    for (const LogKey row : rows.first(std::min(rows.size(), qsizetype{PruneStep}))) {
        if (m_left == 0 || m_database.hasFailed())
            break;
        judge(row);
        ++m_outcome.judged;
    }
    m_outcome.isDone = m_outcome.judged == rows.size();
    return m_outcome;
}

void Step::judge(LogKey row)
{
    if (const auto found = row.isCapture() ? captureAt(row.capture()) : deliveryOf(row.attempt()))
        forgetInStep(*found);
}

/// None when it is gone or stays, which is counted.
std::optional<Candidate> Step::deliveryOf(AttemptId attempt)
{
    static const std::string sql = joined(
        {"SELECT deliveries.due_at, deliveries.id, deliveries.state > 1 AND NOT ", ComesBack,
         ", EXISTS (SELECT 1 FROM attempts AS pinned"
         " INDEXED BY attempts_pinned WHERE pinned.delivery = deliveries.id"
         " AND pinned.is_pinned = 1), (SELECT body_bytes FROM events WHERE id = deliveries.event)"
         " FROM attempts JOIN deliveries ON deliveries.id = attempts.delivery"
         " WHERE attempts.id = ?"});
    Rows rows = m_database.select(sql, attempt);
    if (!rows.next())
        return std::nullopt;
    Candidate candidate;
    bool hasEnded = false;
    bool isPinned = false;
    rows >> candidate.at >> candidate.row >> hasEnded >> isPinned >> candidate.bytes;
    hasEnded = hasEnded && (!m_change.endedBefore || isTooOld(candidate.at, m_change));
    if (isPinned)
        ++m_outcome.pinned;
    else if (!hasEnded)
        ++m_outcome.unfinished;
    return hasEnded && !isPinned ? std::optional(candidate) : std::nullopt;
}

std::optional<Candidate> Step::captureAt(CaptureId capture)
{
    Rows rows
        = m_database.select("SELECT is_pinned, body_bytes FROM captures WHERE id = ?", capture);
    if (!rows.next())
        return std::nullopt;
    Candidate candidate;
    candidate.kind = Forgettable::Capture;
    candidate.row = capture.value;
    bool isPinned = false;
    rows >> isPinned >> candidate.bytes;
    if (isPinned)
        ++m_outcome.pinned;
    return isPinned ? std::nullopt : std::optional(candidate);
}

/// From when to when candidates are passed over, for a clearing: those behind them may go.
std::pair<Time, Time> Step::spared() const
{
    if (!m_change.endedBefore)
        return {Time::max(), Time::min()};
    return {*m_change.endedBefore,
            m_change.askedAt ? *m_change.askedAt + LongestAhead : Time::max()};
}

QList<Candidate> Step::oldest()
{
    static const std::string sql = joined(
        {"SELECT * FROM (SELECT due_at AS at, 0 AS kind, id, (SELECT body_bytes FROM events",
         " WHERE id = event) FROM deliveries",
         " INDEXED BY deliveries_ended WHERE state > 1 AND NOT due_at BETWEEN ? AND ?", NotPinned,
         " AND NOT ", ComesBack, " ORDER BY due_at LIMIT ?)",
         " UNION ALL SELECT * FROM (SELECT received_at, 1, id, body_bytes FROM captures",
         " WHERE is_pinned = 0 AND NOT received_at BETWEEN ? AND ? ORDER BY received_at LIMIT ?)",
         " UNION ALL SELECT * FROM (SELECT accepted_at, 2, event, (SELECT body_bytes FROM events",
         " WHERE id = event) FROM bare_events",
         " WHERE is_stripped = 0 AND NOT accepted_at BETWEEN ? AND ? ORDER BY accepted_at LIMIT ?)",
         " ORDER BY at, kind, id"});
    const auto [from, to] = spared();
    Rows rows = m_database.select(sql, from, to, m_left, from, to, m_left, from, to, m_left);
    return readAll(rows, [](Rows &row) {
        Candidate candidate;
        row >> candidate.at >> candidate.kind >> candidate.row >> candidate.bytes;
        return candidate;
    });
}

void Step::forget(const Candidate &candidate)
{
    switch (candidate.kind) {
    case Forgettable::Delivery:
        return forgetDelivery(candidate.row);
    case Forgettable::Event:
        return forgetEvent(candidate.row);
    case Forgettable::Capture:
        m_database.change("DELETE FROM captures WHERE id = ?", candidate.row);
        ++m_outcome.captures;
        m_outcome.rows.append(LogKey::of(CaptureId{candidate.row}));
    }
}

void Step::forgetDelivery(qint64 row)
{
    qint64 event = 0;
    {
        Rows rows = m_database.select("SELECT event FROM deliveries WHERE id = ?", row);
        if (!rows.next())
            return;
        rows >> event;
    }
    const auto attempts
        = rowsOf(m_database.select("SELECT id FROM attempts WHERE delivery = ?", row));
    for (const qint64 attempt : attempts)
        m_outcome.rows.append(LogKey::of(AttemptId{attempt}));
    m_database.change("DELETE FROM deliveries WHERE id = ?", row);
    ++m_outcome.deliveries;
    const auto others
        = rowsOf(m_database.select("SELECT 1 FROM deliveries WHERE event = ? LIMIT 1", event));
    if (others.isEmpty())
        forgetEvent(event);
}

/// An event that a publisher may repeat stays known for a day, without its body.
void Step::forgetEvent(qint64 row)
{
    Time acceptedAt;
    bool isRepeatable = false;
    {
        Rows rows
            = m_database.select("SELECT accepted_at, digest <> x'' FROM events WHERE id = ?", row);
        if (!rows.next())
            return;
        rows >> acceptedAt >> isRepeatable;
    }
    if (isRepeatable && mayBeRepeated(acceptedAt, m_change.now)) {
        m_database.change("UPDATE events SET body = x'' WHERE id = ?", row);
        m_database.change("INSERT OR REPLACE INTO bare_events (event, accepted_at, is_stripped)"
                          " VALUES (?, ?, 1)",
                          row, acceptedAt);
    } else {
        m_database.change("DELETE FROM events WHERE id = ?", row);
        ++m_outcome.events;
    }
}

bool Step::isOverBytes()
{
    if (m_wantedFree > 0 && freeBytes(m_database) < m_wantedFree)
        return true;
    if (!m_change.limits.bytes || m_change.endedBefore)
        return false;
    const auto bytes
        = rowsOf(m_database.select("SELECT (page_count - freelist_count) * page_size FROM"
                                   " pragma_page_count, pragma_freelist_count, pragma_page_size"));
    return bytes.value(0) > *m_change.limits.bytes;
}

bool Step::isOverAttempts()
{
    if (!m_change.limits.attempts || m_change.endedBefore)
        return false;
    const auto attempts = rowsOf(m_database.select("SELECT attempts FROM history"));
    return attempts.value(0) > *m_change.limits.attempts;
}

/// What asks for any history to be forgotten, oldest first, as far as bytes are wanted.
PruneHistory pruneAnything()
{
    PruneHistory change;
    change.limits = {std::nullopt, std::nullopt, std::nullopt, 0};
    return change;
}

} // namespace

bool forgetOldest(Database &database, qint64 wanted)
{
    const PruneHistory change = pruneAnything();
    return Step(database, change, wanted).makeRoom();
}

bool hasForgettable(Database &database)
{
    const PruneHistory change = pruneAnything();
    return Step(database, change).hasForgettable();
}

qint64 freeBytes(Database &database)
{
    const auto bytes = rowsOf(database.select("SELECT freelist_count * page_size FROM"
                                              " pragma_freelist_count, pragma_page_size"));
    return bytes.value(0);
}

qint64 fileBytes(Database &database)
{
    const auto bytes = rowsOf(database.select("SELECT page_count * page_size FROM"
                                              " pragma_page_count, pragma_page_size"));
    return bytes.value(0);
}

Result<Outcome> apply(Database &database, const PruneHistory &change)
{
    return Outcome(Step(database, change).run());
}

Result<Outcome> apply(Database &database, const ForgetRows &change)
{
    // Without a clock an event that may be repeated stays known; pruning knows how long.
    const PruneHistory unlimited{
        {std::nullopt, std::nullopt, std::nullopt, 0}, {}, {}, change.endedBefore, change.askedAt};
    return Outcome(Step(database, unlimited).forgetRows(change.rows));
}

} // namespace Core

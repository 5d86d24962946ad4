// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/loglist.h"

#include "core/store/factrows.h"
#include "core/store/logtable.h"
#include "core/store/packednumbers.h"
#include "core/store/storageerror.h"

#include <QVariantList>

#include <algorithm>
#include <vector>

namespace Core {

namespace {

// The numbers of enumerators that the statements below name.
static_assert(static_cast<int>(EventKind::Heartbeat) == 2);
static_assert(static_cast<int>(AttemptOutcome::InFlight) == 0);
static_assert(static_cast<int>(AttemptOutcome::Delivered) == 1);

/// Which rows by their numbers.
struct Bounds
{
    QString text;
    QVariantList values;
};

/// What a row is folded into, NULL for nothing: the value of a LogFold.
QString foldExpression(const LogTable &table, const LogScope &scope)
{
    QString cases;
    if (scope.foldsHeartbeats) {
        cases += table.isCaptures
            ? QStringLiteral(" WHEN d.kind = 2 AND c.status BETWEEN 200 AND 299"
                             " THEN -2 * d.destination - 1")
            : QStringLiteral(" WHEN d.kind = 2 AND a.outcome IN (0, 1) THEN -2 * a.destination");
    }
    if (scope.foldsEvents) {
        cases += QStringLiteral(
            " WHEN d.id IS NOT NULL THEN (SELECT 2 * min(f.id) FROM deliveries o"
            " CROSS JOIN attempts f ON f.delivery = o.id WHERE o.event = d.event)");
    }
    return cases.isEmpty() ? QStringLiteral("NULL")
                           : QStringLiteral("CASE") + cases + QStringLiteral(" END");
}

/// Takes apart what group_concat() has joined: rows, pairs of a row and what it is folded into, and
/// rows that have failed.
QList<LogEntry> unpacked(const LogTable &table, Rows &found)
{
    QList<LogEntry> entries;
    for (const qint64 row : numbersIn(found.take<QByteArray>()))
        entries.append({keyIn(table, row), {}, false});
    std::sort(entries.begin(), entries.end(),
              [](const LogEntry &one, const LogEntry &other) { return one.key < other.key; });
    const auto entryOf = [&](qint64 row) {
        return std::lower_bound(entries.begin(), entries.end(), keyIn(table, row),
                                [](const LogEntry &entry, LogKey key) { return entry.key < key; });
    };
    const std::vector<qint64> folds = numbersIn(found.take<QByteArray>());
    for (std::size_t i = 1; i < folds.size(); i += 2)
        entryOf(folds[i - 1])->fold = {folds[i]};
    for (const qint64 row : numbersIn(found.take<QByteArray>()))
        entryOf(row)->isFailure = true;
    return entries;
}

/// The rows of one table within \a bounds.
QList<LogEntry> entriesOf(Database &database, const LogTable &table, const LogScope &scope,
                          const Bounds &bounds)
{
    const FilterSql condition = scopeCondition(table, scope);
    const QString sql
        = QStringLiteral(
              "SELECT group_concat(id), group_concat(id || ',' || fold),"
              " group_concat(iif(failed, id, NULL)) FROM"
              " (SELECT %1.id AS id, %2 AS fold, %3 AS failed FROM %4 WHERE %1.id %5 AND %6)")
              .arg(table.letter)
              .arg(foldExpression(table, scope), table.failed,
                   sourceOf(table, condition, scope.foldsHeartbeats || scope.foldsEvents),
                   bounds.text, condition.condition);
    Rows found = database.selectOnce(sql, bounds.values + condition.values);
    return found.next() ? unpacked(table, found) : QList<LogEntry>();
}

QList<LogEntry> merged(const QList<LogEntry> &attempts, const QList<LogEntry> &captures)
{
    QList<LogEntry> all;
    all.reserve(attempts.size() + captures.size());
    std::merge(attempts.begin(), attempts.end(), captures.begin(), captures.end(),
               std::back_inserter(all),
               [](const LogEntry &one, const LogEntry &other) { return one.key < other.key; });
    return all;
}

/// Numbers as a JSON array: one value to bind, however many they are.
template<typename Id>
QString arrayOf(const QList<Id> &ids)
{
    QStringList numbers;
    numbers.reserve(ids.size());
    for (const Id id : ids)
        numbers.append(QString::number(id.value));
    return u'[' + numbers.join(u',') + u']';
}

struct Ids
{
    QList<AttemptId> attempts;
    QList<CaptureId> captures;
};

Ids sorted(const QList<LogKey> &keys)
{
    Ids ids;
    for (const LogKey key : keys) {
        if (key.isCapture())
            ids.captures.append(key.capture());
        else
            ids.attempts.append(key.attempt());
    }
    return ids;
}

// A body of more than 64 KiB is not looked through for a list.
constexpr std::string_view AttemptMessagesSql
    = "SELECT a.id, t.request_headers, t.response_headers, t.remote_address,"
      " iif(e.body_bytes <= 65536, e.body, x''),"
      " iif(length(t.response_body) <= 65536, t.response_body, x'')"
      " FROM attempts a CROSS JOIN deliveries d ON d.id = a.delivery"
      " CROSS JOIN events e ON e.id = d.event LEFT JOIN transcripts t ON t.attempt = a.id"
      " WHERE a.id IN (SELECT value FROM json_each(?))";
constexpr std::string_view CaptureMessagesSql
    = "SELECT c.id, f.headers, x'', c.remote_address, iif(c.body_bytes <= 65536, f.body, x''),"
      " x'' FROM captures c CROSS JOIN capture_contents f ON f.capture = c.id"
      " WHERE c.id IN (SELECT value FROM json_each(?))";

template<typename Id>
void readValues(Database &database, std::string_view sql, const QList<Id> &ids,
                const QList<LogField> &fields, LogRows &found)
{
    Rows rows = database.select(sql, arrayOf(ids));
    while (rows.next()) {
        const LogKey key = LogKey::of(rows.take<Id>());
        LogMessages messages;
        messages.requestHeaders = headersFromLines(rows.take<QByteArray>());
        messages.responseHeaders = headersFromLines(rows.take<QByteArray>());
        rows >> messages.remoteAddress >> messages.requestBody >> messages.responseBody;
        found.values.insert(key, valuesOf(fields, messages));
    }
}

LinkedCapture readLinkedCapture(Rows &rows)
{
    LinkedCapture linked;
    linked.capture = readCapture(rows);
    rows >> linked.destination >> linked.eventType >> linked.kind >> linked.isResend;
    return linked;
}

} // namespace

Result<LogSpan> readLogSpan(Database &database)
{
    if (!database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    LogSpan span;
    qint64 captures = 0;
    {
        Rows rows = database.select(
            "SELECT (SELECT min(id) FROM attempts), (SELECT min(id) FROM captures),"
            " (SELECT max(id) FROM attempts), (SELECT max(id) FROM captures),"
            " (SELECT attempts FROM history), (SELECT count(*) FROM captures)");
        if (rows.next()) {
            const auto firstAttempt = rows.take<qint64>();
            const auto firstCapture = rows.take<qint64>();
            const bool isEither = firstAttempt == 0 || firstCapture == 0;
            span.first = LogKey::of(AttemptId{isEither ? std::max(firstAttempt, firstCapture)
                                                       : std::min(firstAttempt, firstCapture)});
            const auto lastAttempt = rows.take<qint64>();
            span.end = LogKey::of(AttemptId{std::max(lastAttempt, rows.take<qint64>()) + 1});
            rows >> span.count >> captures;
        }
    }
    span.count += captures;
    return database.settle(span);
}

Result<QList<LogEntry>> readLogEntries(Database &database, const LogScope &scope,
                                       const LogSpan &span)
{
    if (!database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    const Bounds bounds{QStringLiteral(">= ? AND %1.id < ?"),
                        {(span.first.value + 1) / 2, (span.end.value + 1) / 2}};
    const auto within = [&](const LogTable &table) {
        return entriesOf(database, table, scope, {bounds.text.arg(table.letter), bounds.values});
    };
    const QList<LogEntry> attempts = within(attemptsTable());
    return database.settle(merged(attempts, within(capturesTable())));
}

Result<QList<LogEntry>> readLogEntries(Database &database, const LogScope &scope,
                                       const QList<LogKey> &among)
{
    if (!database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    const QString bounds = QStringLiteral("IN (SELECT value FROM json_each(?))");
    const Ids ids = sorted(among);
    const QList<LogEntry> attempts
        = entriesOf(database, attemptsTable(), scope, {bounds, {arrayOf(ids.attempts)}});
    return database.settle(merged(
        attempts, entriesOf(database, capturesTable(), scope, {bounds, {arrayOf(ids.captures)}})));
}

Result<LogRows> readLogRows(Database &database, const LogRowsQuestion &question)
{
    if (!database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    static const std::string attemptsSql
        = joined({"SELECT ", AttemptColumns, " FROM ", AttemptSource,
                  " WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id"});
    static const std::string capturesSql
        = joined({"SELECT ", CaptureColumns,
                  ", d.destination, e.type, d.kind, d.is_resend FROM captures c"
                  " LEFT JOIN deliveries d ON d.id = c.delivery"
                  " LEFT JOIN events e ON e.id = d.event"
                  " WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id"});
    const Ids ids = sorted(question.keys);
    LogRows found;
    {
        Rows rows = database.select(attemptsSql, arrayOf(ids.attempts));
        found.attempts = readAll(rows, readAttempt);
    }
    {
        Rows rows = database.select(capturesSql, arrayOf(ids.captures));
        found.captures = readAll(rows, readLinkedCapture);
    }
    if (!question.fields.isEmpty()) {
        readValues(database, AttemptMessagesSql, ids.attempts, question.fields, found);
        readValues(database, CaptureMessagesSql, ids.captures, question.fields, found);
    }
    return database.settle(found);
}

} // namespace Core

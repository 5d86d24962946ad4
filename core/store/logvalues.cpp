// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/logvalues.h"

#include "core/store/logtable.h"
#include "core/store/packednumbers.h"
#include "core/store/storageerror.h"

namespace Core {

namespace {

// The numbers of enumerators that the expressions below name.
static_assert(static_cast<int>(AttemptOutcome::InFlight) == 0);
static_assert(static_cast<int>(AttemptOutcome::Delivered) == 1);
static_assert(static_cast<int>(AttemptOutcome::Interrupted) == 4);
static_assert(static_cast<int>(Phase::Body) < 16);

/// What rows of each table are sorted by: numbers that are not negative, or texts; NULL where a row
/// has none. It sees what a cell shows, and about as much of it.
struct ValueSql
{
    QString ofAttempts; ///< may ask for columns of d
    QString ofCaptures;
    bool isText = false;
    bool usesEvent = false; ///< asks for columns of e, too
};

ValueSql numberBy(LogSorting by)
{
    const QString none = QStringLiteral("NULL");
    const QString fault = QStringLiteral("a.failure * 16 + a.phase");
    switch (by) {
    case LogSorting::ByDirection:
        return {QStringLiteral("0"), QStringLiteral("1")};
    case LogSorting::ByStatus:
        return {QStringLiteral("CASE WHEN a.status > 0 THEN a.status"
                               " WHEN a.outcome <> 0 THEN 1000 + %1 END")
                    .arg(fault),
                QStringLiteral("c.status")};
    case LogSorting::ByTry:
        return {QStringLiteral("a.number"), QStringLiteral("nullif(c.attempt_number, 0)")};
    case LogSorting::ByDuration:
        return {QStringLiteral("iif(a.outcome IN (0, 4), NULL, a.total)"), none};
    case LogSorting::BySize:
        return {QStringLiteral("iif(a.outcome IN (0, 4) OR a.status = 0, NULL, a.response_bytes)"),
                QStringLiteral("c.body_bytes")};
    case LogSorting::ByRequestSize:
        return {QStringLiteral("a.request_bytes"), none};
    case LogSorting::ByEventId:
        return {QStringLiteral("d.event"), none};
    case LogSorting::ByRowId:
        return {QStringLiteral("a.id"), QStringLiteral("c.id + (1 << 60)")};
    case LogSorting::ByReason:
        return {QStringLiteral("iif(a.status > 0 OR a.outcome IN (0, 1), NULL, %1)").arg(fault),
                none};
    default:
        return {QStringLiteral("a.id"), QStringLiteral("c.id")};
    }
}

ValueSql valueBy(LogSorting by)
{
    switch (by) {
    case LogSorting::ByPlace: // two may have one name
        return {QStringLiteral("'0' || (SELECT g.name || char(31) || g.id FROM destinations g"
                               " WHERE g.id = a.destination)"),
                QStringLiteral("'1' || c.bin"), true};
    case LogSorting::ByEvent:
        return {QStringLiteral("e.type"),
                QStringLiteral("coalesce(e.type, substr(c.method || ' ' || c.target, 1, 64))"),
                true, true};
    case LogSorting::ByMethod:
        return {QStringLiteral("'POST'"), QStringLiteral("CAST(c.method AS TEXT)"), true};
    case LogSorting::ByTarget:
        return {QStringLiteral("substr(a.url, 1, 64)"),
                QStringLiteral("substr(CAST(c.target AS TEXT), 1, 64)"), true};
    case LogSorting::ByNote:
        return {QStringLiteral("nullif(a.note, '')"), QStringLiteral("nullif(c.note, '')"), true};
    default:
        return numberBy(by);
    }
}

/// Takes apart what group_concat() has joined: of each row its number, what it is sorted by, and
/// whether it has failed.
void unpackNumbers(const LogTable &table, Rows &found, LogValues &values)
{
    const std::vector<qint64> numbers = numbersIn(found.take<QByteArray>());
    for (std::size_t i = 2; i < numbers.size(); i += 3)
        values.rows.append({keyIn(table, numbers[i - 2]), numbers[i - 1], numbers[i] != 0});
}

/// The same of all rows that have one text; rows come that few times.
void unpackTexts(const LogTable &table, Rows &found, LogValues &values)
{
    do {
        const std::vector<qint64> numbers = numbersIn(found.take<QByteArray>());
        const bool isMissing = found.take<bool>();
        const qint64 place = isMissing ? LogValues::Missing : values.texts.size();
        if (!isMissing)
            values.texts.append(found.take<QString>());
        for (std::size_t i = 1; i < numbers.size(); i += 2)
            values.rows.append({keyIn(table, numbers[i - 1]), place, numbers[i] != 0});
    } while (found.next());
}

void gatherValues(Database &database, const LogTable &table, const LogScope &scope,
                  const LogSpan &span, LogValues &values)
{
    FilterSql condition = scopeCondition(table, scope);
    const ValueSql value = valueBy(scope.order.by);
    condition.usesEvent |= value.usesEvent;
    const bool usesDelivery = value.usesEvent || scope.order.by == LogSorting::ByEventId;
    const QString wanted = value.isText
        ? QStringLiteral("SELECT group_concat(id || ',' || failed), v IS NULL, v FROM (%1)"
                         " GROUP BY v")
        : QStringLiteral("SELECT group_concat(id || ',' || ifnull(v, -1) || ',' || failed)"
                         " FROM (%1)");
    const QString rows
        = QStringLiteral("SELECT %1.id AS id, %2 AS v, %3 AS failed FROM %4"
                         " WHERE %1.id >= ? AND %1.id < ? AND %5")
              .arg(table.letter)
              .arg(table.isCaptures ? value.ofCaptures : value.ofAttempts, table.failed,
                   sourceOf(table, condition, usesDelivery), condition.condition);
    Rows found = database.selectOnce(
        wanted.arg(rows),
        QVariantList{(span.first.value + 1) / 2, (span.end.value + 1) / 2} + condition.values);
    if (found.next())
        (value.isText ? unpackTexts : unpackNumbers)(table, found, values);
}

} // namespace

Result<LogValues> readLogValues(Database &database, const LogScope &scope, const LogSpan &span)
{
    if (!database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    LogValues values;
    gatherValues(database, attemptsTable(), scope, span, values);
    gatherValues(database, capturesTable(), scope, span, values);
    return database.settle(values);
}

} // namespace Core

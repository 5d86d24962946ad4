// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqliterecords.h"

#include "core/model/destinationurl.h"
#include "core/store/connections.h"
#include "core/store/databasefile.h"
#include "core/store/factrows.h"
#include "core/store/filtervaluereads.h"
#include "core/store/kinreads.h"
#include "core/store/loglist.h"
#include "core/store/logsql.h"
#include "core/store/logvalues.h"
#include "core/store/pinreads.h"
#include "core/store/samplereads.h"
#include "core/store/storageerror.h"

namespace Core {

namespace {

template<typename Read>
auto page(Database &database, const LogSql &sql, Read read)
{
    if (!database.isOpen())
        return Result<QList<std::invoke_result_t<Read, Rows &>>>(
            storageError(QStringLiteral("it is not open")));
    Rows rows = database.selectOnce(sql.text, sql.values);
    return database.settle(readAll(rows, read));
}

/// The one row of a statement, or why there is none.
template<typename Read, typename Key>
auto one(Database &database, std::string_view sql, const Key &key, Read read)
    -> Result<std::invoke_result_t<Read, Rows &>>
{
    if (!database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    Rows rows = database.select(sql, key);
    if (rows.next())
        return read(rows);
    return database.hasFailed() ? database.takeFailure() : noSuch(key);
}

QList<Delivery> deliveriesOf(Database &database, const EventId &id)
{
    static const std::string sql = joined(
        {"SELECT ", DeliveryColumns, " FROM ", DeliverySource, " WHERE e.uid = ? ORDER BY d.id"});
    Rows rows = database.select(sql, id);
    return readAll(rows, readDelivery);
}

QList<Attempt> attemptsOf(Database &database, DeliveryId id)
{
    static const std::string sql = joined({"SELECT ", AttemptColumns, " FROM ", AttemptSource,
                                           " WHERE a.delivery = ? ORDER BY a.id"});
    Rows rows = database.select(sql, id);
    return readAll(rows, readAttempt);
}

AttemptRecord readAttemptRecord(Rows &rows)
{
    AttemptRecord record;
    record.attempt = readAttempt(rows);
    Transcript &transcript = record.transcript;
    transcript.url = sentUrl(record.attempt.url);
    rows >> transcript.isResponseCut >> transcript.remoteAddress;
    transcript.requestHeaders = headersFromLines(rows.take<QByteArray>());
    transcript.responseHeaders = headersFromLines(rows.take<QByteArray>());
    rows >> transcript.responseBody >> record.requestContentType >> record.requestBody;
    record.eventHeaders = headersFromLines(rows.take<QByteArray>());
    const Delivery delivery = readDelivery(rows);
    Destination destination;
    rows >> destination.state;
    const auto isRemoved = rows.take<bool>();
    record.nextStep = nextStep(delivery, record.attempt.kind, destination, isRemoved);
    record.dueAt = nextAttemptAt(delivery, record.attempt.kind, destination, isRemoved);
    return record;
}

} // namespace

SqliteRecords::SqliteRecords(const QString &directory)
    : m_path(databasePath(directory))
{
}

SqliteRecords::~SqliteRecords()
{
    close();
}

Result<> SqliteRecords::open()
{
    return connectReader(m_database, m_path);
}

void SqliteRecords::close()
{
    m_database.close();
}

void SqliteRecords::setWithdrawal(std::function<bool()> isWithdrawn)
{
    m_database.setWithdrawal(std::move(isWithdrawn));
}

Result<QList<Registration>> SqliteRecords::registrations()
{
    if (!m_database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    return readRegistrations(m_database);
}

Result<QList<Attempt>> SqliteRecords::attempts(const LogQuery &query)
{
    return page(m_database, attemptsSql(query), readAttempt);
}

Result<QList<Delivery>> SqliteRecords::deliveries(const LogQuery &query)
{
    return page(m_database, deliveriesSql(query), readDelivery);
}

Result<QList<Capture>> SqliteRecords::captures(const LogQuery &query)
{
    return page(m_database, capturesSql(query), readCapture);
}

Result<LogSpan> SqliteRecords::logSpan()
{
    return readLogSpan(m_database);
}

Result<QList<LogEntry>> SqliteRecords::logEntries(const LogScope &scope, const LogSpan &span)
{
    return readLogEntries(m_database, scope, span);
}

Result<QList<LogEntry>> SqliteRecords::logEntries(const LogScope &scope, const QList<LogKey> &among)
{
    return readLogEntries(m_database, scope, among);
}

Result<LogValues> SqliteRecords::logValues(const LogScope &scope, const LogSpan &span)
{
    return readLogValues(m_database, scope, span);
}

Result<LogRows> SqliteRecords::logRows(const LogRowsQuestion &question)
{
    return readLogRows(m_database, question);
}

Result<QList<FilterValue>> SqliteRecords::filterValues(const FilterValuesQuestion &question)
{
    return readFilterValues(m_database, question);
}

Result<SamplePart> SqliteRecords::attemptSamples(const SampleScope &scope, const LogSpan &span)
{
    return readSamples(m_database, scope, span);
}

/// One look-up in the index for each name, however many captures there are.
Result<QStringList> SqliteRecords::bins()
{
    if (!m_database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    Rows rows = m_database.select(
        "WITH RECURSIVE names(bin) AS (SELECT min(bin) FROM captures"
        " UNION ALL SELECT (SELECT min(bin) FROM captures WHERE bin > names.bin) FROM names"
        " WHERE names.bin IS NOT NULL) SELECT bin FROM names WHERE bin IS NOT NULL");
    return m_database.settle(
        QStringList(readAll(rows, [](Rows &row) { return row.take<QString>(); })));
}

Result<AttemptRecord> SqliteRecords::attempt(AttemptId id)
{
    static const std::string sql
        = joined({"SELECT ", AttemptColumns, ", ", TranscriptColumns,
                  ", e.content_type, e.body, e.headers, ", DeliveryColumns,
                  ", n.state, n.removed_at IS NOT NULL FROM ", AttemptSource,
                  " LEFT JOIN transcripts t ON t.attempt = a.id WHERE a.id = ?"});
    return one(m_database, sql, id, readAttemptRecord);
}

Result<DeliveryRecord> SqliteRecords::delivery(DeliveryId id)
{
    static const std::string sql = joined({"SELECT ", DeliveryColumns, ", ", EventColumns, " FROM ",
                                           DeliverySource, " WHERE d.id = ?"});
    auto record = one(m_database, sql, id, [](Rows &rows) {
        const Delivery delivery = readDelivery(rows);
        return DeliveryRecord{delivery, readEvent(rows), {}};
    });
    if (!record)
        return record;
    record->attempts = attemptsOf(m_database, id);
    return m_database.settle(*std::move(record));
}

Result<EventRecord> SqliteRecords::event(const EventId &id)
{
    static const std::string sql
        = joined({"SELECT ", EventColumns, " FROM events e WHERE e.uid = ?"});
    auto record = one(m_database, sql, id, [](Rows &rows) {
        return EventRecord{readEvent(rows), {}};
    });
    if (!record)
        return record;
    record->deliveries = deliveriesOf(m_database, id);
    return m_database.settle(*std::move(record));
}

Result<Event> SqliteRecords::eventWithBody(const EventId &id)
{
    static const std::string sql
        = joined({"SELECT ", EventColumns, ", e.body FROM events e WHERE e.uid = ?"});
    auto event = one(m_database, sql, id, [](Rows &rows) {
        Event found = readEvent(rows);
        rows >> found.body;
        return found;
    });
    if (event && event->body.size() != event->bodyBytes)
        return bodyForgotten(id);
    return event;
}

Result<CaptureRecord> SqliteRecords::capture(CaptureId id)
{
    static const std::string sql
        = joined({"SELECT ", CaptureColumns,
                  ", f.headers, f.body FROM captures c"
                  " JOIN capture_contents f ON f.capture = c.id WHERE c.id = ?"});
    return one(m_database, sql, id, [](Rows &rows) {
        CaptureRecord record;
        record.capture = readCapture(rows);
        record.headers = headersFromLines(rows.take<QByteArray>());
        rows >> record.body;
        return record;
    });
}

Result<Kin> SqliteRecords::kin(LogKey row)
{
    static const std::string attemptSql
        = joined({"SELECT ", AttemptColumns, " FROM ", AttemptSource, " WHERE a.id = ?"});
    static const std::string captureSql
        = joined({"SELECT ", CaptureColumns, " FROM captures c WHERE c.id = ?"});
    const auto settled = [this](const auto &fact) -> Result<Kin> {
        if (!fact)
            return fact.error();
        return m_database.settle(kinOf(m_database, *fact));
    };
    return row.isCapture() ? settled(one(m_database, captureSql, row.capture(), readCapture))
                           : settled(one(m_database, attemptSql, row.attempt(), readAttempt));
}

Result<LogKey> SqliteRecords::pinBeyond(const PinQuestion &question)
{
    if (!m_database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    return m_database.settle(Core::pinBeyond(m_database, question));
}

Result<QList<DeliveryId>> SqliteRecords::recoverable(DestinationId destination, Time since)
{
    if (!m_database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    Rows rows = m_database.select(
        "SELECT d.id FROM deliveries d INDEXED BY deliveries_failed"
        " WHERE d.destination = ? AND d.state = 3 AND d.kind = 0 AND d.due_at >= ?"
        " AND NOT EXISTS (SELECT 1 FROM deliveries later WHERE later.event = d.event"
        " AND later.destination = d.destination AND later.id > d.id) ORDER BY d.id",
        destination, since);
    return m_database.settle(readAll(rows, [](Rows &row) { return row.take<DeliveryId>(); }));
}

} // namespace Core

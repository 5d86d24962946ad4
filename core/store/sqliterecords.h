// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/records.h"

namespace Core {

/// Reads what SqliteStore writes, over a connection that cannot write. No statement outlives the
/// call that made it, so that no reader ever holds up the write-ahead log.
///
/// Owns: its connection, from open() to close().
class SqliteRecords final : public Records
{
public:
    explicit SqliteRecords(const QString &directory);
    ~SqliteRecords() override;

    Result<> open() override;
    void close() override;

    void setWithdrawal(std::function<bool()> isWithdrawn) override;
    Result<QList<Registration>> registrations() override;
    Result<QList<Attempt>> attempts(const LogQuery &query) override;
    Result<QList<Delivery>> deliveries(const LogQuery &query) override;
    Result<QList<Capture>> captures(const LogQuery &query) override;

    Result<LogSpan> logSpan() override;
    Result<QList<LogEntry>> logEntries(const LogScope &scope, const LogSpan &span) override;
    Result<QList<LogEntry>> logEntries(const LogScope &scope, const QList<LogKey> &among) override;
    Result<LogValues> logValues(const LogScope &scope, const LogSpan &span) override;
    Result<LogRows> logRows(const LogRowsQuestion &question) override;
    Result<QList<FilterValue>> filterValues(const FilterValuesQuestion &question) override;
    Result<SamplePart> attemptSamples(const SampleScope &scope, const LogSpan &span) override;
    Result<QStringList> bins() override;

    Result<AttemptRecord> attempt(AttemptId id) override;
    Result<DeliveryRecord> delivery(DeliveryId id) override;
    Result<EventRecord> event(const EventId &id) override;
    Result<Event> eventWithBody(const EventId &id) override;
    Result<CaptureRecord> capture(CaptureId id) override;
    Result<Kin> kin(LogKey row) override;
    Result<LogKey> pinBeyond(const PinQuestion &question) override;
    Result<QList<DeliveryId>> recoverable(DestinationId destination, Time since) override;

private:
    const QString m_path;
    Database m_database;
};

} // namespace Core

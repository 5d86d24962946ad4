// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"
#include "tests/support/memorytables.h"

#include <memory>

/// Reads what a MemoryStore with the same tables has written.
class MemoryRecords : public Core::Records
{
public:
    explicit MemoryRecords(std::shared_ptr<MemoryTables> tables);

    Core::Result<> open() override;
    void close() override;

    void setWithdrawal(std::function<bool()> isWithdrawn) override; ///< It never reads for long.
    Core::Result<QList<Core::Registration>> registrations() override;
    Core::Result<QList<Core::Attempt>> attempts(const Core::LogQuery &query) override;
    Core::Result<QList<Core::Delivery>> deliveries(const Core::LogQuery &query) override;
    Core::Result<QList<Core::Capture>> captures(const Core::LogQuery &query) override;

    Core::Result<Core::LogSpan> logSpan() override;
    Core::Result<QList<Core::LogEntry>> logEntries(const Core::LogScope &scope,
                                                   const Core::LogSpan &span) override;
    Core::Result<QList<Core::LogEntry>> logEntries(const Core::LogScope &scope,
                                                   const QList<Core::LogKey> &among) override;
    Core::Result<Core::LogValues> logValues(const Core::LogScope &scope,
                                            const Core::LogSpan &span) override;
    Core::Result<Core::LogRows> logRows(const Core::LogRowsQuestion &question) override;
    Core::Result<QList<Core::FilterValue>>
    filterValues(const Core::FilterValuesQuestion &question) override;
    Core::Result<Core::SamplePart> attemptSamples(const Core::SampleScope &scope,
                                                  const Core::LogSpan &span) override;
    Core::Result<QStringList> bins() override;
    Core::Result<Core::AttemptRecord> attempt(Core::AttemptId id) override;
    Core::Result<Core::DeliveryRecord> delivery(Core::DeliveryId id) override;
    Core::Result<Core::EventRecord> event(const Core::EventId &id) override;
    Core::Result<Core::Event> eventWithBody(const Core::EventId &id) override;
    Core::Result<Core::CaptureRecord> capture(Core::CaptureId id) override;
    Core::Result<Core::Kin> kin(Core::LogKey row) override;
    Core::Result<Core::LogKey> pinBeyond(const Core::PinQuestion &question) override;
    Core::Result<QList<Core::DeliveryId>> recoverable(Core::DestinationId destination,
                                                      Core::Time since) override;

private:
    std::shared_ptr<MemoryTables> m_tables;
    bool m_isOpen = false;
};

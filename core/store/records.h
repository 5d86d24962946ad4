// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "core/base/result.h"
#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/delivery.h"
#include "core/model/destination.h"
#include "core/model/event.h"
#include "core/model/figures.h"
#include "core/model/filtervalues.h"
#include "core/model/kin.h"
#include "core/model/logsearch.h"
#include "core/model/pin.h"

#include <QStringList>

#include <functional>

namespace Core {

/// Which rows of the log are wanted, newest first.
struct LogQuery
{
    Filter filter; ///< what cannot hold of a kind of row is false of all of that kind
    Time now; ///< what "since:10m" counts back from
    qint64 before
        = 0; ///< rows with a smaller number only: the cursor of the page before; 0 for none
    int limit = 100; ///< 1 to 1000
};

/// An event with what became of it.
struct EventRecord
{
    Event event; ///< without its body
    QList<Delivery> deliveries;
};

/// A delivery with all its attempts, first one first.
struct DeliveryRecord
{
    Delivery delivery;
    Event event; ///< without its body
    QList<Attempt> attempts;
};

/// Reads what is on record, newest first. A port without a way to write.
///
/// Thread: one, from open() to close(); another one than the Store's is fine.
class Records
{
public:
    Records() = default;
    Records(const Records &) = delete;
    Records(Records &&) = delete;
    Records &operator=(const Records &) = delete;
    Records &operator=(Records &&) = delete;
    virtual ~Records() = default;

    virtual Result<> open() = 0; ///< After the Store has been opened.
    virtual void close() = 0; ///< Forgives being called twice.

    /// What is read from now on ends with an error soon after \a isWithdrawn says so, which it is
    /// asked on the thread of the reading; empty to read all to its end.
    virtual void setWithdrawal(std::function<bool()> isWithdrawn) = 0;

    /// Every destination that is registered, oldest first, without the store's help.
    virtual Result<QList<Registration>> registrations() = 0;

    virtual Result<QList<Attempt>> attempts(const LogQuery &query) = 0;
    virtual Result<QList<Delivery>> deliveries(const LogQuery &query) = 0;
    virtual Result<QList<Capture>> captures(const LogQuery &query) = 0;

    /// The rows that there are; first and end are null when there are none.
    virtual Result<LogSpan> logSpan() = 0;
    /// What of \a span is in \a scope, in ascending order; its count does not matter.
    virtual Result<QList<LogEntry>> logEntries(const LogScope &scope, const LogSpan &span) = 0;
    /// What of \a among is in \a scope, in ascending order.
    virtual Result<QList<LogEntry>> logEntries(const LogScope &scope, const QList<LogKey> &among)
        = 0;
    /// What the order of \a scope goes by, of the rows of \a span that are in it.
    virtual Result<LogValues> logValues(const LogScope &scope, const LogSpan &span) = 0;
    virtual Result<LogRows> logRows(const LogRowsQuestion &question) = 0;
    virtual Result<QList<FilterValue>> filterValues(const FilterValuesQuestion &question) = 0;

    /// What of \a span is in \a scope, for figures.
    virtual Result<SamplePart> attemptSamples(const SampleScope &scope, const LogSpan &span) = 0;

    /// The names of the bins that have captures, in ascending order.
    virtual Result<QStringList> bins() = 0;

    virtual Result<AttemptRecord> attempt(AttemptId id) = 0;
    virtual Result<DeliveryRecord> delivery(DeliveryId id) = 0;
    virtual Result<EventRecord> event(const EventId &id) = 0;
    virtual Result<Event> eventWithBody(const EventId &id) = 0;
    virtual Result<CaptureRecord> capture(CaptureId id) = 0;
    virtual Result<Kin> kin(LogKey row) = 0;

    /// The pinned row that \a question asks for; behind the last one comes the first again. Null
    /// when nothing is pinned.
    virtual Result<LogKey> pinBeyond(const PinQuestion &question) = 0;

    /// What a recovery of \a destination would send again: the deliveries that have failed at
    /// \a since or later, in ascending order.
    virtual Result<QList<DeliveryId>> recoverable(DestinationId destination, Time since) = 0;
};

} // namespace Core

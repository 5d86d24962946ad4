// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/logfield.h"
#include "core/model/logkey.h"
#include "core/model/logorder.h"

#include <QHash>

namespace Core {

/// Which rows of the log a list shows, in which order, and which of them stand behind one line.
/// Sorted otherwise than by time, each stands alone.
struct LogScope
{
    Filter filter;
    Time now; ///< what "since:10m" counts back from
    bool foldsHeartbeats = false;
    bool foldsEvents = false;
    LogOrder order;

    bool isNarrow() const { return !filter.isEmpty(); }
    bool operator==(const LogScope &) const = default;
};

/// Names the line that several rows stand behind: an event's rows, by the first attempt of it that
/// is on record, or a destination's heartbeats that went well, one line for those sent and one for
/// those received.
struct LogFold
{
    qint64 value = 0; ///< 0 for a row that stands alone

    static constexpr LogFold ofEvent(LogKey first) { return {first.value}; }
    static constexpr LogFold ofHeartbeats(DestinationId destination, bool isReceived)
    {
        return {-2 * destination.value - (isReceived ? 1 : 0)};
    }

    bool isNull() const { return value == 0; }
    bool isOfEvent() const { return value > 0; }
    bool isOfHeartbeats() const { return value < 0; }
    bool operator==(const LogFold &) const = default;
};

struct LogEntry
{
    LogKey key;
    LogFold fold;
    bool isFailure = false; ///< for good, for now, or interrupted

    bool operator==(const LogEntry &) const = default;
};

/// From the oldest row that there is to behind the newest, and how many these are.
struct LogSpan
{
    LogKey first;
    LogKey end; ///< the next row will have this key, or a greater one
    qint64 count = 0;

    bool operator==(const LogSpan &) const = default;
};

/// What rows are sorted by.
struct LogValues
{
    static constexpr qint64 Missing = -1;
    struct Row
    {
        LogKey key;
        qint64 value = Missing; ///< not negative otherwise; of a text its place among the texts
        bool isFailure = false;

        bool operator==(const Row &) const = default;
    };

    QList<Row> rows; ///< in no order
    QStringList texts; ///< none where rows are sorted by numbers
};

/// A capture with what the attempt knows that sent it.
struct LinkedCapture
{
    Capture capture;
    DestinationId destination; ///< null when it came from elsewhere, or what sent it is gone
    QString eventType;
    EventKind kind = EventKind::Published;
    bool isResend = false;

    bool operator==(const LinkedCapture &) const = default;
};

/// Rows of the log as a list shows them. What is not there any more is left out.
struct LogRows
{
    QList<Attempt> attempts;
    QList<LinkedCapture> captures;
    QHash<LogKey, QByteArrayList> values; ///< of the fields that were asked for, for each row
};

// What passes between a list and who reads for it. A ticket names a search: what comes for an
// older one than the newest is of no use any more.

struct LogSearch
{
    int ticket = 0;
    LogScope scope;
};

/// Part of what was found; the parts come newest first, and reach further back each.
struct LogChunk
{
    int ticket = 0;
    QList<LogEntry> entries; ///< in ascending order
    LogSpan log; ///< all rows that there were when it began, found or not
    bool isLast = false;
};

/// All that was found, in an order other than that of time.
struct SortedLog
{
    int ticket = 0;
    LogSpan log; ///< all rows that there were when it began, found or not
    QList<LogKey> keys;
    QList<int> byKey; ///< the places of these, in ascending order of the keys
    QList<int> failures; ///< the places of those that have failed, ascending
};

/// Which of these rows belong to a search?
struct LogQuestion
{
    LogSearch search;
    QList<LogKey> keys;
};

struct LogAnswer
{
    int ticket = 0;
    QList<LogKey> keys; ///< that were asked about
    QList<LogEntry> entries; ///< those that belong, in ascending order
};

struct LogRowsQuestion
{
    QList<LogKey> keys;
    QList<LogField> fields;
};

struct LogRowsAnswer
{
    LogRowsQuestion question;
    LogRows rows;
};

} // namespace Core

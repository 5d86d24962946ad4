// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Core {

/// What a list of the log is sorted by. A row that has nothing of the kind comes last.
enum class LogSorting {
    ByTime, ///< as the rows were written
    ByDirection,
    ByStatus, ///< then what went wrong where none came
    ByPlace, ///< destinations by their names, then bins
    ByEvent, ///< its type; method and target of what came from elsewhere
    ByTry,
    ByDuration,
    BySize,
    ByMethod,
    ByTarget,
    ByRequestSize,
    ByEventId, ///< as the events were written
    ByRowId, ///< attempts, then captures
    ByReason, ///< by its kind
    ByNote,
};

struct LogOrder
{
    LogSorting by = LogSorting::ByTime;
    bool isDescending = false;

    bool isOfTime() const { return *this == LogOrder(); } ///< oldest first, as lists are read
    bool operator==(const LogOrder &) const = default;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filtervalues.h"
#include "core/model/logsearch.h"
#include "tests/support/memorytables.h"

// What MemoryRecords tell to lists of the log.

Core::LogSpan logSpanOf(const MemoryTables::Rows &rows);

/// Every row that is in \a scope, in ascending order.
QList<Core::LogEntry> logEntriesOf(const MemoryTables::Rows &rows, const Core::LogScope &scope);

/// What the order of \a scope goes by, of every row that is in it.
Core::LogValues logValuesOf(const MemoryTables::Rows &rows, const Core::LogScope &scope);

/// What a filter may say, as if there were no more rows than are looked at.
QList<Core::FilterValue> filterValuesOf(const MemoryTables::Rows &rows,
                                        const Core::FilterValuesQuestion &question);

Core::LogRows logRowsOf(const MemoryTables::Rows &rows, const Core::LogRowsQuestion &question);

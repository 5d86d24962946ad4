// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"
#include "core/store/database.h"

namespace Core {

// What Records tells to lists of the log, read from the tables.

Result<LogSpan> readLogSpan(Database &database);
Result<QList<LogEntry>> readLogEntries(Database &database, const LogScope &scope,
                                       const LogSpan &span);
Result<QList<LogEntry>> readLogEntries(Database &database, const LogScope &scope,
                                       const QList<LogKey> &among);
Result<LogRows> readLogRows(Database &database, const LogRowsQuestion &question);

} // namespace Core

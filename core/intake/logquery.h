// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/records.h"

#include <QByteArray>

namespace Core {

/// Which list a filter is for; a word such as "failed" means another thing in each.
enum class LogKind {
    Attempts,
    Deliveries,
};

/// The query part of GET /attempts and GET /deliveries: limit, after, and the filter q, whose
/// terms all have to hold: dest:NAME-or-ID, event:TYPE, status:503 or 5xx or >=400, delivery:ID,
/// is:STATE, -is:heartbeat, and bare words. Quotes hold a value with blanks together.
///
/// Errors: InvalidInput that names the parameter.
Result<LogQuery> readLogQuery(const QByteArray &query, LogKind kind);

/// Just limit and after.
Result<LogQuery> readPaging(const QByteArray &query);

} // namespace Core

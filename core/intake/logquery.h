// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/records.h"

#include <QByteArray>

namespace Core {

/// The query part of GET /attempts and GET /deliveries: limit, after, and the filter q. What the
/// filter counts back is counted from \a now.
///
/// Errors: InvalidInput that names the parameter, and for a filter the place of the fault.
Result<LogQuery> readLogQuery(const QByteArray &query, Time now);

struct DestinationQuery
{
    int limit = 100; ///< 1 to 1000
    qint64 after = 0; ///< those with a larger number only; 0 for all
    QString name; ///< those of that name only; empty for all
};

/// The query part of GET /webhooks: limit, after and name.
Result<DestinationQuery> readDestinationQuery(const QByteArray &query);

} // namespace Core

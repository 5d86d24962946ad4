// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/logsql.h"

#include "core/store/factrows.h"
#include "core/store/filtersql.h"

#include <algorithm>

namespace Core {

namespace {

constexpr int LargestPage = 1000;

/// \a row is the letter of the listed table.
LogSql page(std::string_view columns, std::string_view source, const FilterSql &filter,
            const LogQuery &query)
{
    const QChar row = QChar::fromLatin1(source.at(source.find(' ') + 1));
    LogSql sql{QString::fromStdString(joined({"SELECT ", columns, " FROM ", source})),
               filter.values};
    sql.text += QStringLiteral(" WHERE ") + filter.condition;
    if (query.before > 0) {
        sql.text += QStringLiteral(" AND %1.id < ?").arg(row);
        sql.values.append(query.before);
    }
    sql.text += QStringLiteral(" ORDER BY %1.id DESC LIMIT %2")
                    .arg(row)
                    .arg(std::clamp(query.limit, 1, LargestPage));
    return sql;
}

} // namespace

LogSql attemptsSql(const LogQuery &query)
{
    return page(AttemptColumns, AttemptSource, attemptCondition(query.filter, query.now), query);
}

LogSql deliveriesSql(const LogQuery &query)
{
    return page(DeliveryColumns, DeliverySource, deliveryCondition(query.filter, query.now), query);
}

LogSql capturesSql(const LogQuery &query)
{
    return page(CaptureColumns, CaptureSource, captureCondition(query.filter, query.now), query);
}

} // namespace Core

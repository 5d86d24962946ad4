// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/logtable.h"

namespace Core {

LogTable attemptsTable()
{
    return {QLatin1Char('a'),
            QStringLiteral("attempts a"),
            QStringLiteral(" CROSS JOIN deliveries d ON d.id = a.delivery"),
            QStringLiteral(" CROSS JOIN events e ON e.id = d.event"),
            QStringLiteral("a.outcome > 1"),
            false};
}

LogTable capturesTable()
{
    return {QLatin1Char('c'),
            QStringLiteral("captures c"),
            QStringLiteral(" LEFT JOIN deliveries d ON d.id = c.delivery"),
            QStringLiteral(" LEFT JOIN events e ON e.id = d.event"),
            QStringLiteral("c.status NOT BETWEEN 200 AND 299"),
            true};
}

LogKey keyIn(const LogTable &table, qint64 row)
{
    return table.isCaptures ? LogKey::of(CaptureId{row}) : LogKey::of(AttemptId{row});
}

FilterSql scopeCondition(const LogTable &table, const LogScope &scope)
{
    return table.isCaptures ? captureCondition(scope.filter, scope.now)
                            : attemptCondition(scope.filter, scope.now);
}

QString sourceOf(const LogTable &table, const FilterSql &condition, bool usesDelivery)
{
    QString source = table.table;
    if (condition.usesDelivery || usesDelivery)
        source += table.delivery;
    return condition.usesEvent ? source + table.event : source;
}

} // namespace Core

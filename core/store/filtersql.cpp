// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filtersql.h"

#include "core/store/filterterms.h"

namespace Core {

namespace {

FilterSql joinedBy(const QString &separator, const std::vector<FilterSql> &parts)
{
    FilterSql joined;
    QStringList conditions;
    for (const FilterSql &part : parts) {
        conditions.append(part.condition);
        joined.values += part.values;
        joined.usesDelivery = joined.usesDelivery || part.usesDelivery;
        joined.usesEvent = joined.usesEvent || part.usesEvent;
    }
    joined.condition = u'(' + conditions.join(separator) + u')';
    return joined;
}

template<typename TermCondition>
FilterSql conditionOf(const Filter &filter, const TermCondition &ofTerm)
{
    if (filter.kind == FilterKind::Term)
        return ofTerm(filter.term);
    if (filter.isEmpty())
        return {QStringLiteral("1"), {}, false, false};
    std::vector<FilterSql> parts;
    parts.reserve(filter.parts.size());
    for (const Filter &part : filter.parts)
        parts.push_back(conditionOf(part, ofTerm));
    const bool isAny = filter.kind == FilterKind::Any;
    FilterSql sql = joinedBy(isAny ? QStringLiteral(" OR ") : QStringLiteral(" AND "), parts);
    if (filter.kind == FilterKind::Not)
        sql.condition.prepend(QStringLiteral("NOT "));
    return sql;
}

} // namespace

FilterSql attemptCondition(const Filter &filter, Time now)
{
    return conditionOf(filter, [now](const FilterTerm &term) { return attemptTermSql(term, now); });
}

FilterSql deliveryCondition(const Filter &filter, Time now)
{
    return conditionOf(filter,
                       [now](const FilterTerm &term) { return deliveryTermSql(term, now); });
}

FilterSql captureCondition(const Filter &filter, Time now)
{
    return conditionOf(filter, [now](const FilterTerm &term) { return captureTermSql(term, now); });
}

} // namespace Core

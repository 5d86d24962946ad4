// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/filtersql.h"
#include "core/store/sqlvalue.h"

namespace Core {

// What the conditions of the three kinds of row are put together from.

FilterSql plain(const QString &condition);
FilterSql always(bool isTrue);
FilterSql never();

template<typename... Values>
FilterSql with(const QString &condition, const Values &...values)
{
    return {condition, {toSql(values)...}, false, false};
}

FilterSql ofDelivery(FilterSql sql); ///< Marks that it uses d,
FilterSql ofEvent(FilterSql sql); ///< or e.

FilterSql around(const QString &outer, FilterSql sql); ///< Puts \a sql in the place of %1.
FilterSql oneOf(const std::vector<FilterSql> &choices);

FilterSql held(const FilterTerm &term, const QString &column); ///< What a TermMatcher judges.

/// Text somewhere in a column that holds text and not bytes.
FilterSql heldText(const FilterTerm &term, const QString &column);
FilterSql equalOrHeld(const FilterTerm &term, const QString &column);
FilterSql compared(FilterMatch match, const QString &column, qint64 number);

FilterSql statusSql(const FilterTerm &term, const QString &column);

/// Statuses whose words hold the term: "404 Not Found".
FilterSql statusWordsSql(const FilterTerm &term, const QString &column);
FilterSql nameSql(const FilterTerm &term, const QString &destination);
FilterSql typeSql(const FilterTerm &term);
FilterSql sinceSql(const FilterTerm &term, const QString &column, Time now);

/// How rows of one kind are found by each kind of id: conditions with one value.
struct IdConditions
{
    QString attempt;
    QString delivery;
    QString capture;
    QString column; ///< of the delivery they belong to, by which an event's are found
};

FilterSql idSql(const FilterTerm &term, const IdConditions &of);

/// What "is:" says of a delivery or its event, for whatever is joined with them.
FilterSql deliveryWordSql(FilterWord word);

/// A word that is the id of an attempt, a delivery or a capture.
FilterSql wordIdSql(const FilterTerm &term, FilterSql (*idSql)(const FilterTerm &));

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"
#include "core/store/filtersql.h"

namespace Core {

/// One of the two tables that make up the log, and what stands beside its rows.
struct LogTable
{
    QLatin1Char letter;
    QString table;
    QString delivery; ///< joins what a row belongs to,
    QString event; ///< and what that belongs to
    QString failed; ///< whether a row has
    bool isCaptures;
};

LogTable attemptsTable();
LogTable capturesTable();

LogKey keyIn(const LogTable &table, qint64 row);
FilterSql scopeCondition(const LogTable &table, const LogScope &scope);

/// The tables that are needed and no more: a list without a filter reads one alone.
QString sourceOf(const LogTable &table, const FilterSql &condition, bool usesDelivery);

} // namespace Core

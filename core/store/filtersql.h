// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/filter.h"

#include <QVariantList>

namespace Core {

/// A condition of SQL with its values; true or false of every row, never NULL. It names the tables
/// by the letters of factrows.h, and needs addTermFunction() on its connection.
struct FilterSql
{
    QString condition;
    QVariantList values;
    bool usesDelivery = false; ///< it asks for columns of d, which of a capture may be NULL
    bool usesEvent = false; ///< and of e, which is reached by d
};

// What makes a filter true of a row of each kind; what cannot hold of a kind is false of each of
// its rows. "since:10m" counts back from \a now.
FilterSql attemptCondition(const Filter &filter, Time now); ///< of a
FilterSql deliveryCondition(const Filter &filter, Time now); ///< of d
FilterSql captureCondition(const Filter &filter, Time now); ///< of c

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"

#include <optional>
#include <span>

namespace Core {

// Details of how the filter language is written, for its reader and its writer.

struct FilterUnit
{
    QLatin1StringView name;
    qint64 size;
};

/// From the smallest up. A number without a unit is one of the unit whose size is 1, if there is.
extern const std::span<const FilterUnit> TimeUnits; ///< in microseconds
extern const std::span<const FilterUnit> SizeUnits; ///< in bytes

/// Writes \a number in the largest unit that holds it exactly, else with a point in the smallest.
QString withUnit(qint64 number, std::span<const FilterUnit> units);

enum class UnitFault {
    None,
    UnitMissing, ///< nothing or the beginning of a unit stands where it is needed
    NotANumber,
};

/// Reads "500ms" or "1.5mb" without regard to case.
UnitFault readWithUnit(QStringView text, std::span<const FilterUnit> units, qint64 &number);

/// Whether \a c may stand in the name of a JSON member without quotes.
bool isPlainInPath(QChar c);

} // namespace Core

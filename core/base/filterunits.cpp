// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filterunits.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace Core {

namespace {

constexpr std::array TimeUnitTable{
    FilterUnit{QLatin1StringView("ms"), 1'000},
    FilterUnit{QLatin1StringView("s"), 1'000'000},
    FilterUnit{QLatin1StringView("m"), 60'000'000},
    FilterUnit{QLatin1StringView("h"), 3'600'000'000},
    FilterUnit{QLatin1StringView("d"), 86'400'000'000},
};
constexpr std::array SizeUnitTable{
    FilterUnit{QLatin1StringView("b"), 1},
    FilterUnit{QLatin1StringView("kb"), 1'000},
    FilterUnit{QLatin1StringView("kib"), 1'024},
    FilterUnit{QLatin1StringView("mb"), 1'000'000},
    FilterUnit{QLatin1StringView("mib"), 1'048'576},
    FilterUnit{QLatin1StringView("gb"), 1'000'000'000},
    FilterUnit{QLatin1StringView("gib"), 1'073'741'824},
};

// So that nothing overflows.
constexpr qsizetype MostDigits = 15;
constexpr qsizetype MostFractionDigits = 6;
constexpr qint64 LargestNumber = 1'000'000'000'000'000;

bool isDecimal(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qsizetype digitsAt(QStringView text)
{
    return std::distance(text.begin(), std::find_if_not(text.begin(), text.end(), isDecimal));
}

} // namespace

const std::span<const FilterUnit> TimeUnits{TimeUnitTable};
const std::span<const FilterUnit> SizeUnits{SizeUnitTable};

QString withUnit(qint64 number, std::span<const FilterUnit> units)
{
    const auto whole
        = std::ranges::find_if(units.rbegin(), units.rend(), [number](const FilterUnit &unit) {
              return number != 0 && number % unit.size == 0;
          });
    if (whole != units.rend())
        return QString::number(number / whole->size) + whole->name;
    const FilterUnit &smallest = units.front();
    QString text = QString::number(number / smallest.size);
    if (const qint64 rest = number % smallest.size; rest != 0) {
        QString fraction = QString::number(rest + smallest.size).mid(1);
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        text += u'.' + fraction;
    }
    return text + smallest.name;
}

UnitFault readWithUnit(QStringView text, std::span<const FilterUnit> units, qint64 &number)
{
    const qsizetype wholeDigits = digitsAt(text);
    const QStringView whole = text.first(wholeDigits);
    QStringView rest = text.sliced(wholeDigits);
    QStringView fraction;
    if (rest.startsWith(u'.')) {
        const qsizetype fractionDigits = digitsAt(rest.sliced(1));
        fraction = rest.sliced(1, fractionDigits);
        rest = rest.sliced(1 + fractionDigits);
        if (fraction.isEmpty())
            return rest.isEmpty() ? UnitFault::UnitMissing : UnitFault::NotANumber;
    }
    if (whole.isEmpty() || whole.size() > MostDigits || fraction.size() > MostFractionDigits)
        return UnitFault::NotANumber;
    const auto unit = std::ranges::find_if(units, [rest](const FilterUnit &candidate) {
        return rest.compare(candidate.name, Qt::CaseInsensitive) == 0
            || (rest.isEmpty() && candidate.size == 1);
    });
    if (unit == units.end()) {
        const bool isBegun = std::ranges::any_of(units, [rest](const FilterUnit &candidate) {
            return QString(candidate.name).startsWith(rest, Qt::CaseInsensitive);
        });
        return isBegun ? UnitFault::UnitMissing : UnitFault::NotANumber;
    }
    const qint64 count = whole.toLongLong();
    if (count > LargestNumber / unit->size)
        return UnitFault::NotANumber;
    // What is finer than the number can hold is left away.
    qint64 scale = 1;
    for (qsizetype i = 0; i < fraction.size(); ++i)
        scale *= 10;
    number = count * unit->size + fraction.toLongLong() * unit->size / scale;
    return UnitFault::None;
}

bool isPlainInPath(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'$';
}

} // namespace Core

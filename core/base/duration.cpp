// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/duration.h"

#include <algorithm>
#include <array>

namespace Core {

namespace {

struct Unit
{
    QStringView name;
    qint64 milliseconds;
};

// Largest first; "ms" stands before "m" and "s" would match its end.
constexpr std::array<Unit, 5> Units{
    {{u"d", 86'400'000}, {u"h", 3'600'000}, {u"m", 60'000}, {u"s", 1'000}, {u"ms", 1}}};
constexpr qint64 LongestDays = 3650;

} // namespace

std::optional<Milliseconds> durationFromString(QStringView text)
{
    const auto *const firstLetter = std::find_if_not(
        text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const auto digitCount = std::distance(text.begin(), firstLetter);
    const QStringView name = text.mid(digitCount);
    const auto *const unit
        = std::find_if(Units.begin(), Units.end(),
                       [name](const Unit &candidate) { return candidate.name == name; });
    bool isNumber = false;
    const qint64 count = text.left(digitCount).toLongLong(&isNumber);
    if (!isNumber || unit == Units.end()
        || count > LongestDays * Units.front().milliseconds / unit->milliseconds)
        return std::nullopt;
    return Milliseconds{count * unit->milliseconds};
}

QString toString(Milliseconds duration)
{
    const qint64 count = duration.count();
    const auto *const unit
        = std::find_if(Units.begin(), Units.end(), [count](const Unit &candidate) {
              return count != 0 && count % candidate.milliseconds == 0;
          });
    if (unit == Units.end())
        return QStringLiteral("0s");
    return QString::number(count / unit->milliseconds) + unit->name.toString();
}

} // namespace Core

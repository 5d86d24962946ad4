// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/figure.h"

#include <algorithm>

namespace Core {

bool Figure::isKept() const
{
    return bound == Bound::AtMost ? value <= promised : value >= promised;
}

QString Figure::inWords() const
{
    return QStringLiteral("%1: %2 %5, promised at %3 %4 %5")
        .arg(name, QString::number(value, 'f', 1),
             bound == Bound::AtMost ? QStringLiteral("most") : QStringLiteral("least"),
             QString::number(promised), unit);
}

bool isFoundAlone(const QString &sought, const QStringList &faults)
{
    return !faults.isEmpty()
        && std::all_of(faults.begin(), faults.end(),
                       [&sought](const QString &fault) { return fault.contains(sought); });
}

} // namespace Core

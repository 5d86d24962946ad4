// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>

namespace Core {

/// From where an address is reached, or to whom a POST to it is open.
enum class Reach {
    Nowhere,
    Desktop, ///< loopback and networks of one's own
    Everywhere,
};

/// Where a judge says something else than the policy, on purpose.
struct Difference
{
    QLatin1StringView judge; ///< empty for every judge
    QLatin1StringView ranges; ///< in CIDR notation, apart by blanks
    Reach judged = Reach::Everywhere; ///< while the policy says "nowhere"
    QLatin1StringView reason;

    bool excuses(QLatin1StringView who, const QHostAddress &address, Reach said) const;
};

/// All of them; whatever else differs is a fault.
QList<Difference> differences();

} // namespace Core

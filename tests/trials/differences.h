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

/// Where a judge reads a URL that Hookpost takes in another way than Hookpost, on purpose.
struct ReadingDifference
{
    QLatin1StringView judge;
    QLatin1StringView pattern; ///< of the URL, a regular expression
    QLatin1StringView answer; ///< of the judge
    QLatin1StringView reason;

    bool excuses(QLatin1StringView who, const QString &url, const QString &said) const;
};

/// All of them. That a judge has another host in mind is never excused: such a URL is refused.
QList<ReadingDifference> readingDifferences();

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <unordered_map>
#include <vector>

namespace Core {

/// How many ways there are to write \a host, as far as spelled() knows them.
int spellingCount(const QString &host);

/// Another way to write \a host, for 0 the given one: letters of a name may be capitals, numbers of
/// an IPv4 address hexadecimal. Certificates and servers see no difference, but connections to
/// differently written hosts are kept apart.
/// Source: RFC 4343; RFC 6066, section 3.
QString spelled(const QString &host, int number);

/// Gives each of the destinations that have flights to one host a number of its own, as far as
/// there are enough; then those share that share with the fewest flights.
class Spellings final
{
public:
    /// The number of \a destination among those of \a group, which has \a count of them. It keeps
    /// it until each take() had its release(), or it is spoilt.
    int take(const QString &group, DestinationId destination, int count, Tick now);
    void release(const QString &group, DestinationId destination, int number, Tick now);

    /// Until then \a number is given to nobody, as long as there are others: a connection of it has
    /// not come about, and who joined it would wait for that. False when there is no other.
    bool spoil(const QString &group, int number, Tick until, Tick now);

    qsizetype groupCount() const { return m_groups.size(); } ///< in use, or spoilt lately

private:
    struct Holder
    {
        int number = 0;
        int flights = 0;
    };

    struct Number
    {
        int flights = 0;
        Tick spoiltUntil;
    };

    struct Group
    {
        std::unordered_map<DestinationId, Holder> holders;
        std::vector<Number> numbers; ///< those that were given
        int count = 0; ///< that there are
    };

    static int choose(Group &group, Tick now);
    static bool isOfUse(const Group &group, Tick now);
    void tidy(Tick now);

    QHash<QString, Group> m_groups;
    QSet<QString> m_kept; ///< groups that nobody is in, for what is spoilt there
};

} // namespace Core

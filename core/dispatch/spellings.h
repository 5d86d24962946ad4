// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QHash>
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
/// there are enough; then those share that share with the fewest.
class Spellings final
{
public:
    /// The number of \a destination among those of \a group, which has \a count of them. It keeps
    /// it until each take() had its release().
    int take(const QString &group, DestinationId destination, int count);
    void release(const QString &group, DestinationId destination);

private:
    struct Holder
    {
        int number = 0;
        int flights = 0;
    };

    struct Group
    {
        std::unordered_map<DestinationId, Holder> holders;
        std::vector<int> users; ///< of each number, how many destinations hold it
    };

    QHash<QString, Group> m_groups;
};

} // namespace Core

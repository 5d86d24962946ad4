// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QHash>
#include <QList>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace Core {

/// Who may start next where destinations share connections. A group has a few places; of those
/// who wait for one, the destination with the fewest in flight goes first, and among equals the
/// one that was served longest ago. So nobody takes a last free place from one who has none.
class FairQueue final
{
public:
    /// As many as Qt opens connections to one host: what it would queue itself, it fails as soon
    /// as any connection to that host is refused.
    static constexpr int PlacesPerGroup = 6;

    void add(const QString &group, DestinationId destination, quint64 number);

    /// Takes a place in \a group for the number it returns; none when nobody waits or none is free.
    std::optional<quint64> next(const QString &group);

    /// Gives back a place that next() took for a number of \a destination.
    void release(const QString &group, DestinationId destination);

    QList<quint64> takeAllWaiting();

private:
    struct Lane
    {
        DestinationId destination;
        int inFlight = 0;
        std::deque<quint64> waiting;
    };

    struct Group
    {
        int taken = 0;
        std::vector<Lane> lanes; ///< the one that was served longest ago first
    };

    static Lane *find(Group &group, DestinationId destination);
    void tidy(const QString &group);

    QHash<QString, Group> m_groups;
};

} // namespace Core

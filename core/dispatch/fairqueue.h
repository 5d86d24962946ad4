// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QHash>
#include <QList>
#include <QString>

#include <deque>
#include <optional>
#include <set>
#include <unordered_map>

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
        int inFlight = 0;
        quint64 servedAt = 0; ///< by the count of turns; when it came, until it is served
        std::deque<quint64> waiting;
    };

    /// Who goes first comes first.
    struct Turn
    {
        int inFlight = 0;
        quint64 servedAt = 0;
        DestinationId destination;

        auto operator<=>(const Turn &) const = default;
    };

    struct Group
    {
        int taken = 0;
        std::unordered_map<DestinationId, Lane> lanes;
        std::set<Turn> turns; ///< of the lanes where somebody waits
    };

    static Turn turnOf(DestinationId destination, const Lane &lane);
    void tidy(const QString &group, DestinationId destination);

    QHash<QString, Group> m_groups;
    quint64 m_turns = 0;
};

} // namespace Core

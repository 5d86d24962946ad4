// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

#include <QHash>

#include <set>
#include <unordered_map>

namespace Core {

/// Who gets an event: the names and patterns of those who are registered, found by what they are
/// written as and not by asking everybody. What a type has matched is remembered until somebody's
/// patterns change, since few types make up most events.
///
/// Thread: one.
class Fanout
{
public:
    void put(const Destination &destination); ///< Adds it, or takes over its name and patterns.
    void remove(DestinationId destination);

    bool contains(DestinationId destination) const;

    /// Those with exactly this name, in ascending order.
    QList<DestinationId> named(const QString &name) const;

    /// Those whose patterns match \a type, in ascending order.
    QList<DestinationId> matching(const QString &type) const;

private:
    struct Subscriber
    {
        QString name;
        QStringList patterns;
    };

    using Ids = std::set<DestinationId>;

    void enter(DestinationId id, const Subscriber &subscriber);
    void strike(DestinationId id, const Subscriber &subscriber);

    std::unordered_map<DestinationId, Subscriber> m_subscribers;
    QHash<QString, Ids> m_named;
    QHash<QString, Ids> m_subscribed; ///< by each pattern
    mutable QHash<QString, QList<DestinationId>> m_matches; ///< by type
};

} // namespace Core

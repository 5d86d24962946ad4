// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

#include <QHash>

#include <map>

namespace Core {

/// Who gets an event: the names and patterns of those who are registered. What a type has matched
/// is remembered until somebody's patterns change, since few types make up most events.
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

    std::map<DestinationId, Subscriber> m_subscribers;
    mutable QHash<QString, QList<DestinationId>> m_matches; ///< by type
};

} // namespace Core

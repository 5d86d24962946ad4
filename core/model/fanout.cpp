// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fanout.h"

#include "core/model/event.h"

namespace Core {

namespace {

constexpr qsizetype MostRememberedTypes = 1000;

} // namespace

void Fanout::put(const Destination &destination)
{
    Subscriber &subscriber = m_subscribers[destination.id];
    subscriber.name = destination.name;
    // An empty list of patterns matches nothing, so a new subscriber always differs here.
    if (subscriber.patterns == destination.events)
        return;
    subscriber.patterns = destination.events;
    m_matches.clear();
}

void Fanout::remove(DestinationId destination)
{
    if (m_subscribers.erase(destination) > 0)
        m_matches.clear();
}

bool Fanout::contains(DestinationId destination) const
{
    return m_subscribers.find(destination) != m_subscribers.end();
}

QList<DestinationId> Fanout::named(const QString &name) const
{
    QList<DestinationId> ids;
    for (const auto &[id, subscriber] : m_subscribers) {
        if (subscriber.name == name)
            ids.append(id);
    }
    return ids;
}

QList<DestinationId> Fanout::matching(const QString &type) const
{
    const auto known = m_matches.constFind(type);
    if (known != m_matches.constEnd())
        return *known;
    QList<DestinationId> ids;
    for (const auto &[id, subscriber] : m_subscribers) {
        if (matchesAny(subscriber.patterns, type))
            ids.append(id);
    }
    // Types are the publishers' to choose; whoever makes up ever new ones gains nothing here.
    if (m_matches.size() >= MostRememberedTypes)
        m_matches.clear();
    m_matches.insert(type, ids);
    return ids;
}

} // namespace Core

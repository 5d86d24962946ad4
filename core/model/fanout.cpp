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
    const Subscriber after{destination.name, destination.events};
    if (subscriber.name == after.name && subscriber.patterns == after.patterns)
        return;
    // An empty list of patterns matches nothing, so a new subscriber always differs here.
    if (subscriber.patterns != after.patterns)
        m_matches.clear();
    strike(destination.id, subscriber);
    subscriber = after;
    enter(destination.id, subscriber);
}

void Fanout::remove(DestinationId destination)
{
    const auto found = m_subscribers.find(destination);
    if (found == m_subscribers.end())
        return;
    strike(destination, found->second);
    m_subscribers.erase(found);
    m_matches.clear();
}

void Fanout::enter(DestinationId id, const Subscriber &subscriber)
{
    m_named[subscriber.name].insert(id);
    for (const QString &pattern : subscriber.patterns)
        m_subscribed[pattern].insert(id);
}

void Fanout::strike(DestinationId id, const Subscriber &subscriber)
{
    const auto strikeFrom = [id](QHash<QString, Ids> &lists, const QString &key) {
        const auto list = lists.find(key);
        if (list == lists.end())
            return;
        list->erase(id);
        if (list->empty())
            lists.erase(list);
    };
    strikeFrom(m_named, subscriber.name);
    for (const QString &pattern : subscriber.patterns)
        strikeFrom(m_subscribed, pattern);
}

bool Fanout::contains(DestinationId destination) const
{
    return m_subscribers.find(destination) != m_subscribers.end();
}

QList<DestinationId> Fanout::named(const QString &name) const
{
    const auto found = m_named.constFind(name);
    return found == m_named.constEnd() ? QList<DestinationId>()
                                       : QList<DestinationId>(found->begin(), found->end());
}

QList<DestinationId> Fanout::matching(const QString &type) const
{
    const auto known = m_matches.constFind(type);
    if (known != m_matches.constEnd())
        return *known;
    Ids matched;
    for (const QString &pattern : patternsFor(type)) {
        const auto found = m_subscribed.constFind(pattern);
        if (found != m_subscribed.constEnd())
            matched.insert(found->begin(), found->end());
    }
    const QList<DestinationId> ids(matched.begin(), matched.end());
    // Types are the publishers' to choose; whoever makes up ever new ones gains nothing here.
    if (m_matches.size() >= MostRememberedTypes)
        m_matches.clear();
    m_matches.insert(type, ids);
    return ids;
}

} // namespace Core

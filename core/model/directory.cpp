// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/directory.h"

namespace Core {

namespace {

constexpr qsizetype KeptOutcomes = 30;

} // namespace

void Directory::put(const Registration &registration)
{
    m_entries[registration.destination.id].registration = registration;
}

void Directory::put(const Destination &destination)
{
    const auto found = m_entries.find(destination.id);
    if (found != m_entries.end())
        found->second.registration.destination = destination;
}

void Directory::remove(DestinationId destination)
{
    m_entries.erase(destination);
}

void Directory::noteEnded(const Attempt &attempt)
{
    const auto found = m_entries.find(attempt.destination);
    if (found == m_entries.end())
        return;
    Entry &entry = found->second;
    entry.lastAttempt = attempt;
    entry.recent.append(attempt.outcome);
    if (entry.recent.size() > KeptOutcomes)
        entry.recent.removeFirst();
    const bool isSuccess = attempt.outcome == AttemptOutcome::Delivered;
    entry.failuresInARow = isSuccess ? 0 : entry.failuresInARow + 1;
}

const Directory::Entry *Directory::find(DestinationId destination) const
{
    const auto found = m_entries.find(destination);
    return found == m_entries.end() ? nullptr : &found->second;
}

QList<DestinationId> Directory::named(const QString &name) const
{
    QList<DestinationId> ids;
    for (const auto &[id, entry] : m_entries) {
        if (entry.registration.destination.name == name)
            ids.append(id);
    }
    return ids;
}

QList<DestinationId> Directory::matching(const QString &type) const
{
    QList<DestinationId> ids;
    for (const auto &[id, entry] : m_entries) {
        if (matchesAny(entry.registration.destination.events, type))
            ids.append(id);
    }
    return ids;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/directory.h"

#include "core/model/secrets.h"

#include <algorithm>

namespace Core {

namespace {

constexpr qsizetype KeptOutcomes = 30;

void count(Directory::Entry &entry, const Attempt &attempt)
{
    if (entry.counted.contains(attempt.id))
        return;
    entry.lastAttempt = attempt;
    entry.recent.append(attempt.outcome);
    entry.counted.append(attempt.id);
    if (entry.recent.size() > KeptOutcomes) {
        entry.recent.removeFirst();
        entry.counted.removeFirst();
    }
    if (attempt.outcome == AttemptOutcome::Delivered)
        entry.failuresInARow = 0;
    else if (isFailure(attempt))
        ++entry.failuresInARow;
}

} // namespace

void Directory::put(const Registration &registration)
{
    m_entries[registration.destination.id].registration = registration;
    m_fanout.put(registration.destination);
}

void Directory::put(const Destination &destination)
{
    const auto found = m_entries.find(destination.id);
    if (found == m_entries.end())
        return;
    Registration &registration = found->second.registration;
    registration.destination = destination;
    registration.secrets = fittingSecrets(destination.signature, registration.secrets);
    m_fanout.put(destination);
}

void Directory::remove(DestinationId destination)
{
    m_entries.erase(destination);
    m_fanout.remove(destination);
}

void Directory::noteEnded(const Attempt &attempt)
{
    const auto found = m_entries.find(attempt.destination);
    if (found == m_entries.end())
        return;
    count(found->second, attempt);
}

void Directory::noteResponse(const Attempt &attempt)
{
    const auto found = m_entries.find(attempt.destination);
    if (found == m_entries.end())
        return;
    auto &last = found->second.lastAttempt;
    if (last && last->id == attempt.id)
        last = attempt;
}

void Directory::notePast(DestinationId destination, const QList<Attempt> &past)
{
    const auto found = m_entries.find(destination);
    if (found == m_entries.end() || found->second.recent.size() == KeptOutcomes)
        return;
    Entry &entry = found->second;
    Entry before;
    for (const Attempt &attempt : past) {
        if (attempt.outcome != AttemptOutcome::InFlight && !entry.counted.contains(attempt.id))
            count(before, attempt);
    }
    if (!entry.recent.contains(AttemptOutcome::Delivered))
        entry.failuresInARow += before.failuresInARow;
    if (!entry.lastAttempt)
        entry.lastAttempt = before.lastAttempt;
    entry.recent = (before.recent + entry.recent)
                       .last(std::min(KeptOutcomes, before.recent.size() + entry.recent.size()));
    entry.counted = (before.counted + entry.counted).last(entry.recent.size());
}

void Directory::notePin(const Pin &pin)
{
    for (auto &[id, entry] : m_entries) {
        auto &last = entry.lastAttempt;
        if (last && LogKey::of(last->id) == pin.row) {
            last->isPinned = pin.isPinned;
            last->note = pin.note;
        }
    }
}

const Directory::Entry *Directory::find(DestinationId destination) const
{
    const auto found = m_entries.find(destination);
    return found == m_entries.end() ? nullptr : &found->second;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/directory.h"

#include "core/model/secrets.h"

namespace Core {

namespace {

constexpr qsizetype KeptOutcomes = 30;

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
    Entry &entry = found->second;
    entry.lastAttempt = attempt;
    entry.recent.append(attempt.outcome);
    if (entry.recent.size() > KeptOutcomes)
        entry.recent.removeFirst();
    if (attempt.outcome == AttemptOutcome::Delivered)
        entry.failuresInARow = 0;
    else if (isFailure(attempt))
        ++entry.failuresInARow;
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

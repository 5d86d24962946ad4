// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fanout.h"
#include "core/model/pin.h"
#include "core/model/status.h"

#include <map>

namespace Core {

/// Who is registered now and how each is doing, in memory, always as the store has it on disk.
///
/// Thread: the engine's. Whoever borrows it reads; the engine alone writes.
class Directory
{
public:
    struct Entry
    {
        Registration registration;
        std::optional<Attempt> lastAttempt; ///< the newest one that has ended
        QList<AttemptOutcome> recent; ///< oldest first, up to 30
        int failuresInARow = 0;
        QList<AttemptId> counted; ///< those whose outcomes are in recent
    };

    void put(const Registration &registration); ///< Adds it, or takes over its new settings.
    void put(const Destination &destination); ///< Takes over the settings of one that is there.
    void remove(DestinationId destination);
    void noteEnded(const Attempt &attempt); ///< Forgives a destination that is gone.
    void noteResponse(const Attempt &attempt); ///< The body of one that had been noted has come.
    /// What it did before, oldest first; what has been noted already may be among it.
    void notePast(DestinationId destination, const QList<Attempt> &past);
    void notePin(const Pin &pin); ///< Of any row; what is no last attempt is nothing to us.

    const Entry *find(DestinationId destination) const;
    bool contains(DestinationId destination) const { return find(destination) != nullptr; }

    /// Oldest first.
    const std::map<DestinationId, Entry> &entries() const { return m_entries; }

    /// The same destinations by name and by what they subscribed to.
    const Fanout &fanout() const { return m_fanout; }

private:
    std::map<DestinationId, Entry> m_entries;
    Fanout m_fanout;
};

} // namespace Core

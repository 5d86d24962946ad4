// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/dispatch/trust.h"

#include <QtGlobal>

#include <array>
#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>

namespace Core {

/// Bounds all flights together, since each takes a descriptor, and says who starts next when there
/// is no room: destinations with nothing in flight before those with something, each in turn.
///
/// A part of the room is kept for destinations that are proven and one for those that are untried:
/// any number of others that hang leaves them a place.
class FlightRoom
{
public:
    explicit FlightRoom(int places);

    bool hasPlace(Trust trust) const;
    void take(Trust trust);
    void giveBack(Trust trust); ///< As it was taken.
    int taken() const { return m_taken; }

    /// Lines \a destination up for a place. One that stands in line already keeps its turn, unless
    /// it belongs to a better line now, since it has become idle or more trusted.
    void lineUp(DestinationId destination, bool isIdle, Trust trust);

    bool hasLine(Trust trust); ///< Somebody waits whom no other of this trust may pass.

    /// Whether a destination has all that it needs besides a place, by the line it stands in.
    using Fits = std::function<bool(DestinationId destination, Trust trust)>;

    /// Who may take a place now; leaves the line by that. None when nobody waits who may. Whoever
    /// does not fit is waited for by its like, so that what needs much has its turn as well.
    std::optional<DestinationId> next(const Fits &fits);

private:
    struct Turn
    {
        quint64 number = 0;
        DestinationId destination;
    };
    struct Standing
    {
        quint64 turn = 0;
        std::size_t line = 0;
    };
    using Line = std::deque<Turn>;

    std::optional<std::size_t> nextLine(const Fits &fits);
    const Turn *front(std::size_t line);
    const Turn *ready(std::size_t line, Trust trust, const Fits &fits, bool &goesOn);

    int m_places;
    int m_taken = 0;
    int m_takenByOthers = 0; ///< by those that are not proven
    quint64 m_lastTurn = 0;
    std::array<Line, 6> m_lines; ///< three of the idle, by trust, and three of the busy
    std::unordered_map<DestinationId, Standing> m_standing; ///< what else lies in a line is stale
};

} // namespace Core

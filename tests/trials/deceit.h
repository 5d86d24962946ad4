// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/changes.h"

/// What a control takes away from the simulated house, so that its witness is seen to notice.
enum class Deceit {
    None,
    LateClaims, ///< claims are granted before they are written
    Forgetting, ///< what was written last is gone after a crash
    Haste, ///< pauses are spread further than a fifth
    Repetition, ///< the network stack sends again behind our back
    Crowding, ///< one more at once than allowed
    Rush, ///< rate limits are taken for twice what they are
    Disorder, ///< nothing is kept in order
    Restlessness, ///< nobody hears of a pause
    Deafness, ///< nor of a Retry-After
    Insistence, ///< a breaker forgets each failure
    Sloth, ///< every simulated day takes far too long
};

/// A destination as the dispatcher is told of it.
Core::Destination told(Core::Destination destination, Deceit deceit);

/// What was written, with its destinations as the dispatcher is told of them.
Core::Outcome told(Core::Outcome outcome, Deceit deceit);

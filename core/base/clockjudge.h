// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace Core {

/// Judges whether what the wall clock says may be acted upon where a wrong answer loses something.
/// A clock is believed as long as it goes on by no more than a day from one question to the next;
/// after a larger leap, only when it has gone on from there for an hour without another. A clock
/// that goes back is believed: it makes things younger.
class ClockJudge
{
public:
    /// \a last is the last moment that is known to have been, such as that of the newest row.
    explicit ClockJudge(const std::optional<Time> &last);

    bool believes(Time now, Tick tick);

private:
    struct Leap
    {
        Time to;
        Tick at;
    };

    std::optional<Time> m_last;
    std::optional<Leap> m_leap;
};

} // namespace Core

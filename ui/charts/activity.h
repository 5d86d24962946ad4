// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"

#include <array>
#include <deque>
#include <unordered_set>

namespace Gui {

/// How many attempts of a span of time ended how.
struct Tally
{
    int delivered = 0;
    int temporary = 0; ///< to be tried again, or interrupted
    int failed = 0;

    int total() const { return delivered + temporary + failed; }
    void count(Core::AttemptOutcome outcome);
    bool operator==(const Tally &) const = default;
};

/// The last five minutes in steps of two seconds, by when attempts began.
///
/// Thread: one.
class Activity final
{
public:
    static constexpr int Steps = 150;
    static constexpr Core::Milliseconds Step{2'000};

    explicit Activity(Core::Time now);

    /// Moves on to \a now; what is older than five minutes is forgotten. Says whether anything
    /// moved.
    bool advance(Core::Time now);

    /// Counts those that have ended and lie within the span, each once.
    void add(const QList<Core::Attempt> &attempts);

    const Tally &at(int step) const { return m_steps[static_cast<std::size_t>(step)]; }
    Core::Time beginOf(int step) const { return m_begin + step * Step; } ///< oldest step first
    Core::Time end() const { return beginOf(Steps); }
    int stepOf(Core::Time time) const; ///< -1 for what lies outside
    Tally sum(int first, int last) const; ///< both included
    int highest() const; ///< the total of the busiest step

private:
    Core::Time m_begin;
    std::deque<Tally> m_steps;
    std::deque<std::unordered_set<qint64>> m_counted; ///< numbers of attempts, by their step
};

} // namespace Gui

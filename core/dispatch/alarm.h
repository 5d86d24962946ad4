// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QTimer>
#include <queue>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Core {

/// Remembers which lane wants to be woken when, and runs one timer for the nearest moment.
///
/// Thread: the engine's. Borrows: the clock.
class Alarm
{
public:
    explicit Alarm(const Clock &clock);

    void start(std::function<void()> ring); ///< \a ring is called when something is due.
    void stop(); ///< Rings no more; what is set stays.

    void set(Tick at, DestinationId destination);

    struct Call
    {
        Tick at;
        DestinationId destination;

        bool operator>(const Call &other) const { return at > other.at; }
    };

    /// What was set for \a now or before; each is given once.
    std::optional<Call> takeDue(Tick now);

    /// The nearest moment that is set.
    std::optional<Tick> next() const;

    void arm(); ///< Sets the timer for what is next, after all that was due has been taken.

private:
    const Clock &m_clock;
    std::unique_ptr<QTimer> m_timer;
    std::priority_queue<Call, std::vector<Call>, std::greater<>> m_calls;
};

} // namespace Core

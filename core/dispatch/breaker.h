// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"

#include <optional>

namespace Core {

/// Spares a receiver that is down. Five temporary failures in a row open it; from then on one
/// attempt at a time goes as a probe, after pauses that double from 5 s up to 5 min, until one
/// succeeds. A heartbeat that is refused brings back the first pause: its receiver answers, and may
/// take events. Who asks keeps the probes apart: while it is open, one starts only when nothing
/// else is in flight. Knows no clock: each question brings its moment.
class Breaker
{
public:
    bool isOpen() const { return m_probeAt.has_value(); }

    /// From when on the next probe may go; none while all may go.
    std::optional<Tick> probeAt() const { return m_probeAt; }

    void noteStart(); ///< While open, what starts is the probe.
    void noteEnd(const Attempt &ended, Tick now);
    void close();
    void hasten(Tick now); ///< While open, the next probe may go now; the pauses stay as long.

private:
    void noteFailure(const Attempt &ended, Tick now);

    int m_temporaryInARow = 0;
    Milliseconds m_pause{0};
    std::optional<Tick> m_probeAt;
    bool m_isProbing = false;
};

} // namespace Core

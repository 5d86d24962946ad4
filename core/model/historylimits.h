// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace Core {

/// How much of the past is kept. What is older, or more, goes, oldest first; an empty bound is
/// none. What has not ended or is pinned stays, whatever the bounds.
struct HistoryLimits
{
    std::optional<Milliseconds> age = std::chrono::hours{7 * 24}; ///< since it ended
    std::optional<qint64> attempts = 1'000'000;
    std::optional<qint64> bytes = qint64{2} * 1024 * 1024 * 1024; ///< of all that is stored
    int heartbeats = 1000; ///< those that went well, for each destination

    bool operator==(const HistoryLimits &) const = default;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logkey.h"

namespace Core {

inline constexpr int LongestNote = 2000;

/// What a person has put on a row of the log. A pinned one is kept whatever the limits.
struct Pin
{
    LogKey row;
    bool isPinned = false;
    QString note; ///< up to LongestNote characters; also on a row that is not pinned

    bool operator==(const Pin &) const = default;
};

enum class LogSide {
    Newer,
    Older,
};

/// Which pinned row comes next on the way from \a from to one side of the log?
struct PinQuestion
{
    LogKey from; ///< pinned, or not, or not there; null to begin at the other end
    LogSide side = LogSide::Newer;

    bool operator==(const PinQuestion &) const = default;
};

struct PinAnswer
{
    PinQuestion question;
    LogKey row; ///< null when nothing is pinned

    bool operator==(const PinAnswer &) const = default;
};

} // namespace Core

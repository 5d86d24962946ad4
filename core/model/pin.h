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

} // namespace Core

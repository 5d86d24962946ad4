// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Core {

/// What was found and mended when the store was opened.
struct RecoveryReport
{
    int interruptedAttempts = 0; ///< open when the program ended last time
    int deliveriesAgain = 0; ///< deliveries that were in flight and wait again

    bool operator==(const RecoveryReport &) const = default;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/logrow.h"

namespace Gui {

enum class StatusFilter {
    All,
    Delivered,
    Failed, ///< for good, for now, or interrupted
    InFlight,
};

/// Which rows of the log are shown.
struct LogQuery
{
    QString text; ///< looked for in status, place and event, without regard to case
    StatusFilter status = StatusFilter::All;
    Core::DestinationId destination; ///< null means all
    bool showsHeartbeats = true;

    /// Whether a person asked for less than everything; the heartbeat switch is no filter.
    bool isNarrow() const
    {
        return !text.isEmpty() || status != StatusFilter::All || !destination.isNull();
    }
    bool operator==(const LogQuery &) const = default;
};

bool matches(const LogQuery &query, const LogRow &row);

} // namespace Gui

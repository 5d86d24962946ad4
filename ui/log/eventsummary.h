// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/logrow.h"

#include <QFontMetrics>

namespace Gui {

/// What has become of an event at its destinations: by the newest attempt for each, and where that
/// did not go well, by what its delivery has come to since.
struct EventSummary
{
    QStringList delivered; ///< names of destinations
    QStringList failed; ///< for good: nothing more is sent
    QStringList failing; ///< for now, or interrupted; to be tried again
    QStringList inFlight;
    Core::LogKey worst; ///< the newest row of those that a person should know of first
    QStringList cancelled = {}; ///< by a person, or with its destination, before it went well

    qsizetype destinations() const
    {
        return delivered.size() + failed.size() + failing.size() + inFlight.size()
            + cancelled.size();
    }
};

EventSummary summaryOf(const QList<const Core::Attempt *> &attempts); ///< oldest first
QString summaryText(const EventSummary &summary); ///< "1 failed, 2 delivered"
/// The same for where there is room: "3 destinations: 1 failed (billing), 2 delivered."
QString summarySentence(const EventSummary &summary);
/// How wide a column must be for sums as they usually are: of three kinds, or of two where there
/// are more than nine of each.
int widestUsualSum(const QFontMetrics &metrics);

/// The line of an event, which stands where its first row does: what it says of all that stands
/// behind it, from \a begunAt to \a newestAt. \a worst is the row of the attempt that is worst,
/// which it shows where all went to one destination, and has the key of in any case.
LogRow summedUp(const LogRow &worst, Core::Time begunAt, Core::Time newestAt,
                const EventSummary &summary);

} // namespace Gui

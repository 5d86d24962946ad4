// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timeline.h"

#include <QString>

class QComboBox;

namespace Gui {

/// How far back charts look.
enum class TimeRange {
    Hour,
    Day,
    Week,
};
inline constexpr int TimeRangeCount = 3;

Core::TimeFrame fineFrameOf(TimeRange range); ///< for a wide chart
Core::TimeFrame coarseFrameOf(TimeRange range); ///< for a small one
QString toWords(TimeRange range); ///< "Last hour"

/// Offers the ranges, in the order of their numbers.
void fillWithRanges(QComboBox &box);

/// When a step begins, as short as its frame allows: "14:03", "Tue 14:00".
QString stepText(Core::Time begin, const Core::TimeFrame &frame);

} // namespace Gui

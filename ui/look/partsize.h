// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QStyleOption>

#include <algorithm>

namespace Gui {

// Fusion makes scroll bars, arrows and buttons as large as the dots per inch of an option's font
// ask, whatever the size of its letters. So for large letters it is told of a finer screen.

/// The dots per inch at which Fusion's parts suit \a text.
int partDpiOf(const QFontMetrics &text);

/// Metrics that tell of \a dpi, and of nothing else.
QFontMetrics metricsTelling(int dpi);

/// What Fusion takes for \a pixels on a screen of 96 dots per inch.
int partSize(int pixels, const QFontMetrics &text);

/// A copy of \a option by which Fusion makes parts for at least \a leastDpi.
template<typename Option>
Option grown(const Option &option, int leastDpi = 0)
{
    Option large(option);
    large.fontMetrics = metricsTelling(std::max(leastDpi, partDpiOf(option.fontMetrics)));
    return large;
}

} // namespace Gui

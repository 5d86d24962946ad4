// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidesplitter.h"

#include <algorithm>

namespace Gui {

namespace {

constexpr int LeastBeside = 110; ///< characters that what it stands beside should have

} // namespace

SideSplitter::SideSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(3);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_wanted = 0; });
}

void SideSplitter::setUsualSizes(int width)
{
    const int wanted = fontMetrics().averageCharWidth() * 52;
    setSizes({std::min(wanted, width * 3 / 10), width});
}

/// As wide as somebody has made it, as long as that leaves enough; three tenths in any case.
int SideSplitter::mostAt(int width) const
{
    return std::max(width * 3 / 10, width - fontMetrics().averageCharWidth() * LeastBeside);
}

void SideSplitter::resizeEvent(QResizeEvent *event)
{
    const int before = sizes().constFirst();
    QSplitter::resizeEvent(event);
    const int shown = sizes().constFirst();
    if (shown == 0) // it is hidden
        return;
    const int wanted = std::max({before, shown, m_wanted});
    const int fitting = std::min(wanted, mostAt(width()));
    if (fitting != shown)
        setSizes({fitting, width() - fitting});
    m_wanted = fitting < wanted ? wanted : 0;
}

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidesplitter.h"

namespace Gui {

namespace {

int mostOf(int width)
{
    return width * 3 / 10;
}

} // namespace

SideSplitter::SideSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(3);
}

void SideSplitter::setUsualSizes(int width)
{
    const int wanted = fontMetrics().averageCharWidth() * 52;
    setSizes({std::min(wanted, mostOf(width)), width});
}

void SideSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    const int most = mostOf(width());
    if (sizes().constFirst() > most)
        setSizes({most, width() - most});
}

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QStyle>

class QPainter;
class QStyleOption;

namespace Gui {

/// Of what frames a card, which can be read without it as well.
inline constexpr double LeastCardContrast = 2.0;

/// Around a card, on the ground of lists or on that of the window.
QColor cardFrame(const QPalette &palette);

// Fusion makes lines and frames of the window's own colour, a little darker, which on dark grounds
// is no line at all.

/// Paints the line between two groups of a tool bar, or of a menu.
void paintBarSeparator(QPainter &painter, const QStyleOption &option);
void paintMenuSeparator(QPainter &painter, const QStyleOption &option);

/// Paints over the frame that Fusion has given \a element, where it is seen too little.
void paintFrameOver(QPainter &painter, QStyle::PrimitiveElement element, const QStyleOption &option,
                    const QWidget *widget);

/// The same for a box with a number.
void paintSpinFrameOver(QPainter &painter, const QStyleOption &option);

/// Paints the groove of a scroll bar and what is dragged there, over those of Fusion, which are
/// hardly apart.
void paintScrollHandle(QPainter &painter, const QStyleOption &option, const QRect &groove,
                       const QRect &handle);

} // namespace Gui

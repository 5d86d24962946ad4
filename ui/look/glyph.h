// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QIcon>

class QAbstractButton;
class QFontMetrics;
class QPainter;
class QRectF;
class QWidget;

namespace Gui {

/// The small drawings of the window. Those that stand for a state differ in shape, so that they
/// can be told apart without their colour.
enum class Glyph {
    // states
    Delivered, ///< a disc with a tick
    Failed, ///< a square with a cross
    Warning, ///< a triangle
    InFlight, ///< a ring with three dots
    Interrupted, ///< a ring, crossed out
    Paused, ///< two bars
    Never, ///< an empty ring
    Everything, ///< a stack of lines
    // where a destination comes from
    Terminal, ///< a prompt
    Window, ///< a frame with a title
    Import, ///< an arrow into a tray
    // directions
    Sent,
    Received,
    // lines that others stand behind
    Fold, ///< points at them
    Unfold, ///< they are below
    // views
    Slow, ///< a clock
    Again, ///< an arrow round
    // actions
    Pin,
    Unpin, ///< a hollow pin, crossed out
    Edit, ///< a pencil
    Note, ///< a sheet with lines
    Save, ///< an arrow into a tray
    Add,
    Play,
    SendTest,
    Follow,
    Copy,
    Close,
    Search,
    Undo,
};

/// Draws \a glyph into the square in the middle of \a rect.
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour);

/// An icon that is painted at any size and follows the application's palette.
QIcon iconOf(Glyph glyph, Tone tone = Tone::Plain);

/// How large an icon is beside text: as high, in steps that keep its lines crisp.
int iconSideOf(const QFontMetrics &metrics);

/// Keeps the icons of \a widget, a button or a tool bar, as large as its text.
void fitIcons(QWidget &widget);

/// Gives \a button an icon as high as its text.
void setGlyph(QAbstractButton &button, Glyph glyph, Tone tone = Tone::Plain);

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QDialog;
class QLabel;
class QWidget;

namespace Gui {

/// Makes \a dialog as high as its lines want it that wrap, since they do not ask for more room by
/// themselves. A screen may have less than they want; it does not leave that.
void makeRoom(QDialog &dialog);

/// Moves \a dialog up and left as far as it has grown off its screen.
void keepOnScreen(QDialog &dialog);

/// Leaves \a widget its room while it is hidden, so that nothing moves under the pointer.
void keepRoom(QWidget &widget);

/// Lets \a choice be less wide than its longest entry, where there is little room.
void letShrink(QComboBox &choice);

/// Leaves \a label room for the \a lines that it may have to say later.
void keepRoomFor(int lines, QLabel &label);

} // namespace Gui

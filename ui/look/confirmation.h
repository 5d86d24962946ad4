// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QPushButton;

namespace Gui {

/// Ctrl+Enter presses \a button wherever the focus in \a dialog is, also where Enter makes a line.
void confirmByKey(QDialog &dialog, QPushButton &button);

} // namespace Gui

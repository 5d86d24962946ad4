// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;

namespace Gui {

/// Makes \a dialog as high as its lines want it that wrap, since they do not ask for more room by
/// themselves. A screen may have less than they want.
void makeRoom(QDialog &dialog);

} // namespace Gui

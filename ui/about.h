// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Gui {

/// Says what the program is, its version and its licence.
void showAbout(QWidget &parent);

} // namespace Gui

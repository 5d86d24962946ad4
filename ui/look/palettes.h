// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace Gui {

// Palettes of our own, for who wants another than the desktop's. Every text has LeastContrast with
// its ground, and what is disabled LeastFrameContrast.

QPalette lightPalette();
QPalette darkPalette();

} // namespace Gui

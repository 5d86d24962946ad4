// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace Gui {

/// The program's own icon, at the sizes that desktops ask for. It is kept as PNG, since Debian has
/// Qt's reader of SVG in a package of its own.
QIcon appIcon();

} // namespace Gui

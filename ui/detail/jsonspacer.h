// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Gui {

/// Lays JSON out on lines by changing nothing but the blanks between its tokens: numbers of any
/// length, the order of members, duplicates and escapes stay as they came. Nothing when the text
/// is not JSON. \a isCut says that its end is missing, which is then forgiven.
std::optional<QString> respacedJson(QStringView json, bool isCut = false);

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace Gui {

/// hookpost.desktop in autostart below XDG_CONFIG_HOME, or below ~/.config.
QString autostartPath();

bool startsAtLogin();

/// Has the desktop start \a program, minimized, when its user logs in; or no longer.
///
/// Errors: Storage when the file cannot be written or removed.
Core::Result<> setStartsAtLogin(bool isWanted, const QString &program);

/// \a path as one word of a desktop entry's command.
///
/// Source: Desktop Entry Specification 1.5, section "The Exec key".
QString quotedForExec(const QString &path);

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>

namespace Gui {

/// What happened and what to do about it, in the window's language. The core's refusals are in
/// English, since callers of its interface read them too; what is not known here is shown so.
QString spoken(const Core::Error &error);

/// The same of \a text that the core has made of one sentence or several.
QString spokenRefusal(const QString &text);

QStringList knownRefusals(); ///< As the core has them, "%1" and "%2" where it puts values.

} // namespace Gui

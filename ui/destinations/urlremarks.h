// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/destinations/curlreader.h"

namespace Gui {

/// What will happen to what is sent to \a url, which is a destination's, in a sentence. Our own
/// bins listen at \a binUrl; empty while they do not.
QString whatWillHappen(const QString &url, const QString &binUrl);

/// What of a command has no place in a destination; empty where all of it has.
QString leftOutOf(const CurlCommand &command);

} // namespace Gui

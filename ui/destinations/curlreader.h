// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

namespace Gui {

/// The words of a command line as a POSIX shell would split them, with the $'…' of other shells;
/// nothing where a quote is left open.
std::optional<QStringList> shellWords(QStringView text);

/// The destination that a curl command posts to: its URL, and as far as they are given its own
/// headers, its timeout and whether certificates are checked. Nothing when \a text is no curl
/// command or names no URL. Headers that a destination may not have of its own are left out.
std::optional<Core::Destination> destinationFromCurl(const QString &text);

} // namespace Gui

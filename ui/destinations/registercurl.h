// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

namespace Gui {

/// The command that registers \a destination with the HTTP interface at \a apiUrl: its name, its
/// URL and what differs from the defaults. Credentials in its headers are masked.
QString curlToRegister(const Core::Destination &destination, const QString &apiUrl);

} // namespace Gui

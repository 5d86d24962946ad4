// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

namespace Gui {

/// A command, and how many headers it had to leave out.
struct RegisterCurl
{
    QString command;
    int secrets = 0;
};

/// The command that registers \a destination with the HTTP interface at \a apiUrl: its name, its
/// URL and what differs from the defaults. Headers whose values are masked are left out.
RegisterCurl curlToRegister(const Core::Destination &destination, const QString &apiUrl);

} // namespace Gui

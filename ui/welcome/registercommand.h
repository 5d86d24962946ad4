// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Gui {

/// What people call HTTP interfaces with.
enum class CallTool {
    Curl,
    HttPie,
    Python,
    JavaScript,
    PowerShell,
};

QList<CallTool> callTools();
QString nameOf(CallTool tool);

/// What registers joe for the demo bin of this very program, ready to be pasted into a terminal.
QString commandToRegister(CallTool tool, const QString &apiUrl, const QString &binUrl);

/// Where the demo bin listens.
QString demoBinUrl(const QString &binUrl);

} // namespace Gui

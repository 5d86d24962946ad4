// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/keptoptions.h"

#include <QString>

/// options.ini in hookpost below XDG_CONFIG_HOME, or below ~/.config.
QString usualConfigurationPath();

/// What \a path keeps; nothing when it is not there.
///
/// Errors: InvalidInput for what cannot be read, for a name that is none of ours, and for what the
/// option of that name may not say.
Core::Result<Core::KeptOptions> readConfiguration(const QString &path);

/// Errors: InvalidInput as above, with nothing written; Storage when it cannot be written.
Core::Result<> writeConfiguration(const Core::KeptOptions &options);

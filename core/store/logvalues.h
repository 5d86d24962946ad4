// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"
#include "core/store/database.h"

namespace Core {

/// What Records tell to lists of the log that are sorted.
Result<LogValues> readLogValues(Database &database, const LogScope &scope, const LogSpan &span);

} // namespace Core

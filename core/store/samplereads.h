// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/figures.h"
#include "core/model/logsearch.h"

namespace Core {

class Database;

/// The attempts of \a span that are in \a scope, for figures.
Result<SamplePart> readSamples(Database &database, const SampleScope &scope, const LogSpan &span);

} // namespace Core

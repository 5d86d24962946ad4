// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/changes.h"
#include "tests/support/memorytables.h"

/// One step of pruning in a MemoryStore.
Core::HistoryPruned pruneRows(MemoryTables::Rows &rows, const Core::PruneHistory &change);

/// What a person wants gone of it.
Core::HistoryPruned forgetRows(MemoryTables::Rows &rows, const Core::ForgetRows &change);

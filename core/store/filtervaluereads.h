// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filtervalues.h"
#include "core/store/database.h"

namespace Core {

/// What a filter may say, from the newest rows.
Result<QList<FilterValue>> readFilterValues(Database &database,
                                            const FilterValuesQuestion &question);

} // namespace Core

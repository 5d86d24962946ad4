// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/filtersql.h"

namespace Core {

// One term's condition; for filtersql.cpp.
FilterSql attemptTermSql(const FilterTerm &term, Time now);
FilterSql deliveryTermSql(const FilterTerm &term, Time now);
FilterSql captureTermSql(const FilterTerm &term, Time now);

} // namespace Core

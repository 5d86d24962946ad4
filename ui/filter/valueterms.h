// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "core/model/destination.h"

namespace Gui {

// The term of a filter that finds a value somebody points at, and no other value.

/// By its name, or by its id where others among \a all have that name as well.
Core::FilterTerm termOf(const Core::Destination &destination, const QList<Core::Destination> &all);

} // namespace Gui

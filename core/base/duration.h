// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>

namespace Core {

/// Reads "250ms", "5s", "3m", "2h" or "7d": a whole number and its unit, nothing else.
std::optional<Milliseconds> durationFromString(QStringView text);

/// Writes the same, in the largest unit that holds it exactly.
QString toString(Milliseconds duration);

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace Core {

// Why the program itself pauses a destination, as it is kept and told.

inline constexpr QLatin1StringView GoneReason{"the receiver answered 410 Gone"};

QString failingReason(Time since);

/// The moment that failingReason() has made \a reason with; none for what it has not made.
std::optional<Time> sinceIn(const QString &reason);

} // namespace Core

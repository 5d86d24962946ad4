// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "core/model/event.h"

namespace Core {

/// What the timer's tick sends to \a destination: a greeting with the time.
Event heartbeatFor(const Destination &destination, Time now);

} // namespace Core

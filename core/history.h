// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

namespace Core {

/// When the newest row of the log began; none for an empty log.
Result<std::optional<Time>> readNewestMoment(Records &records);

/// The newest attempts of \a destination, oldest first: as many as its row in the window tells of,
/// and all since its last success that there are among a thousand.
Result<QList<Attempt>> readRecent(Records &records, DestinationId destination);

} // namespace Core

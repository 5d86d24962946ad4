// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

namespace Core {

/// When the newest row of the log began; none for an empty log.
Result<std::optional<Time>> readNewestMoment(Records &records);

/// The newest moment from which the clock had gone on for an hour, as far as the log tells; that of
/// the newest row where none is so old. A clock that had leapt for less, whatever was written by
/// it, speaks for nothing.
Result<std::optional<Time>> readProvenMoment(Records &records);

/// The newest attempts of \a destination, oldest first: as many as its row in the window tells of,
/// and all since its last success that there are among a thousand.
Result<QList<Attempt>> readRecent(Records &records, DestinationId destination);

/// What the last run did to \a destination and still counts at \a now, oldest first: POSTs that its
/// rate limit looks back at, and all since something else than failures. Names are left out.
Result<QList<Attempt>> readUnsettled(Records &records, const Destination &destination, Time now);

} // namespace Core

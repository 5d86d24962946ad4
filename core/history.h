// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <QHash>

namespace Core {

/// When the newest row of the log began; none for an empty log.
Result<std::optional<Time>> readNewestMoment(Records &records);

/// The newest attempts of \a destination, oldest first: as many as its row in the window tells of,
/// and all since its last success that there are among a thousand.
Result<QList<Attempt>> readRecent(Records &records, DestinationId destination);

/// What the last run did that still counts at \a now, by destination and oldest first: what a rate
/// limit looks back at, and failures for as long as there was nothing else.
Result<QHash<DestinationId, QList<Attempt>>>
readUnsettled(Records &records, const QList<Destination> &destinations, Time now);

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

namespace Core {

/// What the window shows before anything new happens; oldest first.
struct History
{
    QList<Attempt> attempts;
    QList<Capture> captures;
};

Result<History> readHistory(Records &records);

/// When the newest of it began; none for no history.
std::optional<Time> newestMoment(const History &history);

/// The newest attempts of \a destination, as many as its row in the window tells of; oldest first.
Result<QList<Attempt>> readRecent(Records &records, DestinationId destination);

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"
#include "core/store/store.h"

#include <map>

namespace Core {

/// What a store holds, as it has told the world or as it is found.
struct StoredFacts
{
    std::map<DestinationId, Destination> destinations;
    std::map<QString, QByteArray> bodies; ///< of events, by their ids
    std::map<DeliveryId, Delivery> deliveries;
    std::map<AttemptId, Attempt> attempts;

    bool operator==(const StoredFacts &) const = default;

    /// Adds what \a store has answered to \a change.
    void learn(const Change &change, const Outcome &outcome);

    /// As they ought to be found when the program ended here and was started again.
    StoredFacts afterCrash() const;

    /// How many events are not found, or not with their bodies and all their deliveries.
    int eventsMissingIn(const StoredFacts &found) const;
};

Result<StoredFacts> readFacts(Store &store, Records &records);

} // namespace Core

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
    std::map<DestinationId, Registration> registrations;
    std::map<QString, QByteArray> bodies; ///< of events that have deliveries, by their ids
    std::map<DeliveryId, Delivery> deliveries;
    std::map<AttemptId, Attempt> attempts;

    // What is known, and shows only in what comes of it: when those that are gone went, and when
    // what a removal has cancelled is due if it comes back.
    std::map<DestinationId, Time> removals;
    std::map<DeliveryId, Time> restorable;

    bool operator==(const StoredFacts &other) const { return differenceIn(other).isEmpty(); }

    /// Enters what a store has answered to \a change, and what else that means: a new name is that
    /// of old rows as well, and the history's oldest rows are those that go.
    void learn(const Change &change, const Outcome &outcome);

    /// As they ought to be found when the program ended here and was started again at \a restart.
    StoredFacts afterCrash(Time restart) const;

    /// True for one that a removal has cancelled which was undone: it waits again soon.
    bool comesBack(const Delivery &delivery) const;

    /// How many events are not found, or not with their bodies and all their deliveries.
    int eventsMissingIn(const StoredFacts &found) const;

    /// The first thing that is not found as it ought to be, in words; empty when all is.
    QString differenceIn(const StoredFacts &found) const;
};

Result<StoredFacts> readFacts(Store &store, Records &records);

} // namespace Core

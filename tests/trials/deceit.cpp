// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/deceit.h"

using namespace Core;

Destination told(Destination destination, Deceit deceit)
{
    switch (deceit) {
    case Deceit::Crowding:
        destination.concurrency = destination.ordered ? 2 : destination.concurrency + 1;
        destination.ordered = false;
        break;
    case Deceit::Rush:
        if (destination.rateLimit)
            destination.rateLimit->count *= 2;
        break;
    case Deceit::Disorder:
        if (destination.ordered)
            destination.concurrency = 1;
        destination.ordered = false;
        break;
    case Deceit::Restlessness:
        destination.state = DestinationState::Active;
        break;
    default:
        break;
    }
    return destination;
}

Outcome told(Outcome outcome, Deceit deceit)
{
    const auto change
        = [deceit](Destination &destination) { destination = told(destination, deceit); };
    if (auto *added = std::get_if<DestinationAdded>(&outcome))
        change(added->registration.destination);
    else if (auto *changed = std::get_if<DestinationChanged>(&outcome))
        change(changed->destination);
    else if (auto *restored = std::get_if<DestinationRestored>(&outcome))
        change(restored->registration.destination);
    else if (auto *ended = std::get_if<AttemptFinished>(&outcome);
             ended && ended->changedDestination)
        change(*ended->changedDestination);
    return outcome;
}

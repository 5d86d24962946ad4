// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/lane.h"

/// What suites of lanes begin with: moments, entries and ends, told shortly.
namespace LaneTesting {

inline constexpr Core::Tick Start{Core::Milliseconds{1'000'000}};

inline Core::Tick at(qint64 milliseconds)
{
    return Start + Core::Milliseconds{milliseconds};
}

inline Core::LaneEntry entry(qint64 id, qint64 dueMilliseconds = 0)
{
    return {at(dueMilliseconds), Core::DeliveryId{id}, false};
}

inline Core::Destination makeDestination()
{
    Core::Destination destination;
    destination.id = Core::DestinationId{1};
    return destination;
}

inline QList<qint64> takeAll(Core::Lane &lane, Core::Tick now)
{
    QList<qint64> taken;
    while (const auto next = lane.takeDelivery(now))
        taken.append(next->delivery.value);
    return taken;
}

inline Core::Attempt ended(Core::AttemptOutcome outcome)
{
    Core::Attempt attempt;
    attempt.outcome = outcome;
    return attempt;
}

inline Core::Attempt heartbeatThatIsRefused()
{
    Core::Attempt refused = ended(Core::AttemptOutcome::Failed);
    refused.kind = Core::EventKind::Heartbeat;
    refused.status = 400;
    return refused;
}

/// Ends what was taken.
inline void end(Core::Lane &lane, Core::AttemptOutcome outcome, Core::Tick now)
{
    lane.noteEnd(ended(outcome), now);
    lane.release();
}

} // namespace LaneTesting

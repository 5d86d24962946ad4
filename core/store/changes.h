// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/delivery.h"
#include "core/model/destination.h"
#include "core/model/event.h"

#include <variant>

namespace Core {

// What stations ask the store to write. Each change is checked and written as a whole, or refused
// with an Error and leaves no trace; changes that travel together share one transaction.

/// Outcome: DestinationAdded. The same name and URL again changes nothing.
struct AddDestination
{
    Registration registration; ///< without an id
    bool replacesNamesakes = false; ///< remove the name's other destinations in the same step
    Time at;
};

/// Writes name, URL and settings; whether it is paused stays as it is. Outcome: DestinationChanged.
/// NotFound when it is gone, Conflict when another destination has that name and URL.
struct ChangeDestination
{
    Destination destination;
};

/// Pauses or resumes. Outcome: DestinationChanged.
struct SetDestinationState
{
    DestinationId destination;
    DestinationState state = DestinationState::Active;
    QString reason; ///< why it is paused; empty for Active
};

/// Outcome: DestinationRemoved. Its waiting deliveries are cancelled; its history stays readable.
struct RemoveDestination
{
    DestinationId destination;
    Time at;
};

/// Undoes a removal, cancelled deliveries included. Outcome: DestinationRestored.
struct RestoreDestination
{
    DestinationId destination;
};

/// One event to accept.
struct NewEvent
{
    Event event; ///< with its body
    QList<DestinationId> targets; ///< who gets it; those that are gone by then are left out
    QString idempotencyKey; ///< empty for none; an event's own id always counts as one
    QByteArray digest; ///< of what the publisher sent, to tell a repetition from a collision
};

/// Accepts all of them or none. Outcome: EventsAdded. Conflict when an id or key was used for
/// other bytes within 24 hours.
struct AddEvents
{
    QList<NewEvent> events;
};

/// Writes the attempt that is about to start and marks the delivery as in flight. Outcome:
/// DeliveryClaimed. Conflict unless the delivery waits; NotFound when it is gone.
struct ClaimDelivery
{
    DeliveryId delivery;
    Time at;
};

/// Writes a heartbeat's event, its delivery and its attempt in one step. Outcome: DeliveryClaimed.
struct ClaimHeartbeat
{
    DestinationId destination;
    Event event; ///< with its body
};

/// Closes an open attempt and says what becomes of its delivery. Outcome: AttemptFinished.
/// Conflict when the attempt is closed already: a row is never written twice.
struct FinishAttempt
{
    Attempt attempt; ///< id, startedAt and all that is known now; the rest is on record
    Transcript transcript;
    DeliveryState next = DeliveryState::Waiting;
    Time dueAt; ///< when the next attempt may start; else the moment the delivery ended
    QString reason; ///< why it failed; empty otherwise
    QString pauseReason; ///< pauses the destination with this reason; empty for none
};

/// Outcome: CaptureAdded.
struct AddCapture
{
    CaptureRecord record; ///< without an id
};

using Change = std::variant<AddDestination, ChangeDestination, SetDestinationState,
                            RemoveDestination, RestoreDestination, AddEvents, ClaimDelivery,
                            ClaimHeartbeat, FinishAttempt, AddCapture>;

// What the store has written.

struct DestinationAdded
{
    Registration registration; ///< with its id: the new one, or the one that was there
    bool isNew = true;
    QList<DestinationId> replaced;
};

struct DestinationChanged
{
    Destination destination;
};

struct DestinationRemoved
{
    DestinationId destination;
    int cancelledDeliveries = 0;
};

struct DestinationRestored
{
    Registration registration;
    QList<Delivery> deliveries; ///< those that wait again
};

struct AcceptedEvent
{
    Event event; ///< without its body
    QList<Delivery> deliveries;
    bool isKnown = false; ///< accepted before: this is the first answer again
};

struct EventsAdded
{
    QList<AcceptedEvent> events;
};

struct DeliveryClaimed
{
    Attempt attempt;
    Event event; ///< with its body
};

struct AttemptFinished
{
    Attempt attempt; ///< complete
    Delivery delivery;
    std::optional<Destination> pausedDestination;
};

struct CaptureAdded
{
    Capture capture;
};

using Outcome
    = std::variant<DestinationAdded, DestinationChanged, DestinationRemoved, DestinationRestored,
                   EventsAdded, DeliveryClaimed, AttemptFinished, CaptureAdded>;

} // namespace Core

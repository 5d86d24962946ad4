// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/delivery.h"
#include "core/model/destination.h"
#include "core/model/event.h"
#include "core/model/historylimits.h"
#include "core/model/pin.h"

#include <QJsonObject>

#include <limits>
#include <optional>
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

/// Writes what is named, as the HTTP interface spells it, into the destination as it is by then;
/// all else stays. Outcome: DestinationChanged. NotFound when it is gone, Conflict when another
/// destination has that name and URL, or when its secret has become one that cannot sign so. A
/// previous secret that cannot sign so is forgotten, and so are both when there is another secret:
/// that one alone signs from then on.
struct ChangeDestination
{
    DestinationId destination;
    QJsonObject members; ///< of name, destination and the settings
    std::optional<QByteArray> secret = {}; ///< as text; none leaves it as it is
};

/// Registers destinations and changes others: all of it or nothing. Outcome: DestinationsImported.
/// Refused for what any of its changes is refused for.
struct ImportDestinations
{
    QList<AddDestination> added;
    QList<ChangeDestination> changed;
};

/// Gives a destination another secret, and another signature where that is asked for. The old
/// secret signs along only if it can. Outcome: SecretRotated. NotFound when it is gone, Conflict
/// when the secret cannot sign as the destination does by then, or is the one it has.
struct RotateSecret
{
    DestinationId destination;
    QByteArray secret; ///< as text
    Time at;
    Milliseconds overlap{0}; ///< how long the old one signs along; one before it no longer does
    std::optional<SignatureScheme> signature = {}; ///< from now on; none leaves it as it is
};

/// Pauses or resumes, which forgets since when it has been failing. Outcome: DestinationChanged.
struct SetDestinationState
{
    DestinationId destination;
    DestinationState state = DestinationState::Active;
    QString reason; ///< why it is paused; empty for Active, or to keep that of an earlier pause
};

/// How many deliveries one step of a removal, or of its undoing, sees to, so that it is over in an
/// instant.
inline constexpr int RemovalStep = 200;

/// Outcome: DestinationRemoved. Nothing is sent to it from now on; its history stays readable. Its
/// waiting deliveries are cancelled, as many as \a most with it, and the others by
/// ContinueRemovals, as of the same moment.
struct RemoveDestination
{
    DestinationId destination;
    Time at;
    int most = RemovalStep;
};

/// Undoes a removal, whatever it has come to. Deliveries that it has cancelled wait again, as many
/// as \a most at once, and the others by ContinueRemovals. Outcome: DestinationRestored.
struct RestoreDestination
{
    DestinationId destination;
    int most = RemovalStep;
};

/// One more step of what removals and their undoing have left to do, for \a most deliveries: what
/// was cancelled for a destination that is back waits again, and what waits for one that is gone is
/// cancelled. Outcome: RemovalsContinued.
struct ContinueRemovals
{
    int most = RemovalStep;
};

/// Who is to get an event: found when it is written, among those who are registered then.
struct Audience
{
    QList<DestinationId> ids; ///< these,
    QStringList names; ///< all that bear one of these names,
    bool isSubscribers = false; ///< and all whose patterns match the event's type
    qsizetype likelySize = 1; ///< as far as it can be told before; what it weighs in a batch
    /// Why the event is not accepted, unless it was before: somebody who is named is not there.
    std::optional<Error> refusal = {};
};

/// One event to accept.
struct NewEvent
{
    Event event; ///< with its body
    Audience audience;
    QByteArray digest; ///< of what the publisher sent, to tell a repetition from a collision
    bool hasOwnId = false; ///< the publisher chose its id
};

/// Accepts all of them or none. Outcome: EventsAdded. Conflict when a key was used for other bytes
/// within 24 hours, or an id for other bytes or longer ago, while its event is on record. An event
/// that comes again under another key answers to both, for as long as to the first.
struct AddEvents
{
    QList<NewEvent> events; ///< all accepted at the same moment
    QString idempotencyKey = {}; ///< for all of them, empty for none; an event's own id is one too
};

/// Sends a delivery's event again to the same destination, as a new delivery that is linked with
/// it; the old one stays as it was. Outcome: DeliveriesResent. NotFound when it or its destination
/// is gone; Conflict while it has not ended, when it is a heartbeat's, or was a success.
struct ResendDelivery
{
    DeliveryId delivery;
    bool isForced = false; ///< even if it was a success
    Time at;
};

/// The same for deliveries of one destination that have failed; those that have been sent again
/// meanwhile are left out. Outcome: DeliveriesResent. NotFound when the destination is gone.
struct RecoverDeliveries
{
    DestinationId destination;
    QList<DeliveryId> deliveries; ///< in ascending order
    Time at;
};

/// Outcome: DeliveryCancelled. NotFound when it is gone, Conflict unless it waits.
struct CancelDelivery
{
    DeliveryId delivery;
    Time at;
};

/// Writes the attempt that is about to start and marks the delivery as in flight. Outcome:
/// DeliveryClaimed, or BodyTooLarge, by which nothing has changed. Conflict unless the delivery
/// waits; NotFound when it is gone.
struct ClaimDelivery
{
    DeliveryId delivery;
    Time at;
    qint64 largestBody = std::numeric_limits<qint64>::max(); ///< what there is room for
};

/// Writes a heartbeat's event, its delivery and its attempt in one step. Outcome: DeliveryClaimed.
struct ClaimHeartbeat
{
    DestinationId destination;
    Event event; ///< with its body
};

/// Closes an open attempt and says what becomes of its delivery. What it shows of the destination
/// (since when it fails, what stands in its way, that it is gone) is written with it, unless the
/// destination has another URL by now. Outcome: AttemptFinished.
/// Conflict when the attempt is closed already: after that nothing but KeepResponse adds to a row.
struct FinishAttempt
{
    Attempt attempt; ///< id, startedAt and all that is known now; the rest is on record
    Transcript transcript;
    DeliveryState next = DeliveryState::Waiting;
    Time dueAt; ///< when the next attempt may start; else the moment the delivery ended
    QString reason; ///< why it failed; empty otherwise
    QString pauseReason; ///< pauses the destination with this reason; empty for none
};

/// Adds the body of an answer to an attempt that was closed before it had come, and when it had:
/// the attempt took no time to receive it yet, and its transcript says that the response is cut.
/// All else stays as it was. Outcome: ResponseKept. NotFound when the attempt is gone; Conflict
/// when no body is awaited, since it has been added or none was to come.
struct KeepResponse
{
    AttemptId attempt;
    QByteArray body; ///< up to 64 KiB
    bool isCut = false; ///< more came, or would have come, than is kept
    Microseconds receive{0}; ///< how long it took after the verdict
};

/// Outcome: CaptureAdded.
struct AddCapture
{
    CaptureRecord record; ///< without an id
};

/// Pins a row of the log, lets it go, or writes a note on it; what is left empty stays. Outcome:
/// PinChanged. NotFound when the row is gone, InvalidInput for a note that is too long.
struct ChangePin
{
    LogKey row;
    std::optional<bool> isPinned;
    std::optional<QString> note;
};

/// Forgets some of what is over the limits, oldest first, and no more than an instant takes: ended
/// deliveries with their attempts, captures, events without deliveries, removed destinations
/// without history. What is pinned stays: an attempt with its delivery and all that this has. An
/// event that may be repeated stays known for 24 hours, without its body. Outcome: HistoryPruned.
struct PruneHistory
{
    HistoryLimits limits;
    std::optional<Time> now; ///< none while no clock is to be believed: nothing goes by its age
    DestinationId after; ///< heartbeats are looked at from the destination behind this one on
    /// A person wants all gone that is history since before this moment: no limit counts then.
    std::optional<Time> endedBefore = {};
    /// With that, when this is asked for: what bears a time yet to come goes as well.
    std::optional<Time> askedAt = {};
};

/// Forgets what a person has chosen in the log, each as a whole: a capture, or the delivery of an
/// attempt with all its attempts. What has not ended stays, and what is pinned, as above; so does
/// an event that may be repeated. Rows that are gone do not matter. Outcome: HistoryPruned, of as
/// many rows as one step of pruning forgets.
struct ForgetRows
{
    QList<LogKey> rows;
    std::optional<Time> endedBefore = {}; ///< as above, of deliveries; none for whenever it was
    std::optional<Time> askedAt = {};
};

using AnyChange = std::variant<AddDestination, ChangeDestination, ImportDestinations, RotateSecret,
                               SetDestinationState, RemoveDestination, RestoreDestination,
                               ContinueRemovals, AddEvents, ResendDelivery, RecoverDeliveries,
                               CancelDelivery, ClaimDelivery, ClaimHeartbeat, FinishAttempt,
                               KeepResponse, AddCapture, ChangePin, PruneHistory, ForgetRows>;

/// One of them. What moves and copies any is compiled once, not wherever a change is made.
struct Change : AnyChange
{
    using AnyChange::AnyChange;
    Change();
    Change(const Change &other);
    Change(Change &&other) noexcept;
    Change &operator=(const Change &other);
    Change &operator=(Change &&other) noexcept;
    ~Change();
};

// What the store has written.

/// A delivery that waits, as far as a lane needs to know it.
struct WaitingDelivery
{
    DeliveryId delivery;
    DestinationId destination;
    Time dueAt;
    EventKind kind = EventKind::Published;
    qint64 bodyBytes = 0; ///< of its event; 0 also where that is not known

    bool operator==(const WaitingDelivery &) const = default;
};

struct DestinationAdded
{
    Registration registration; ///< with its id: the new one, or the one that was there
    bool isNew = true;
    QList<DestinationId> replaced;
};

struct DestinationChanged
{
    Destination destination;
    bool isResumed = false; ///< by a person, whether it was paused or not
    std::optional<Secrets> secrets = {}; ///< when they are others now
};

struct DestinationsImported
{
    QList<DestinationAdded> added;
    QList<DestinationChanged> changed;
};

struct SecretRotated
{
    Registration registration;
};

struct DestinationRemoved
{
    DestinationId destination;
    QList<DeliveryId> cancelled; ///< with it
};

struct DestinationRestored
{
    Registration registration;
    QList<Delivery> deliveries; ///< those that were cancelled and wait again
    QList<EventKind> kinds; ///< of their events, one each
    QList<WaitingDelivery> kept; ///< those that the removal had not come to, and wait as before
    bool isWhole = true; ///< no other is to come back
};

struct RemovalsContinued
{
    QList<DeliveryId> cancelled;
    QList<Delivery> deliveries; ///< those that wait again
    QList<EventKind> kinds; ///< of their events, one each
    QList<DestinationId> returned; ///< these have back all that was cancelled
    bool isDone = true; ///< nothing is left to do
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

struct DeliveriesResent
{
    QList<Delivery> deliveries; ///< the new ones
    EventKind kind = EventKind::Published; ///< of all their events
};

struct DeliveryCancelled
{
    Delivery delivery;
};

struct DeliveryClaimed
{
    Attempt attempt;
    Event event; ///< with its body
    int chargedBefore = 0; ///< earlier attempts of the delivery that its schedule counts
};

struct BodyTooLarge
{
    DeliveryId delivery;
    qint64 bodyBytes = 0;
};

struct AttemptFinished
{
    Attempt attempt; ///< complete
    Delivery delivery;
    std::optional<Destination> changedDestination; ///< when the attempt has changed it
};

struct ResponseKept
{
    Attempt attempt; ///< as it is now
};

struct CaptureAdded
{
    Capture capture;
};

struct PinChanged
{
    Pin pin; ///< as it is now
};

struct HistoryPruned
{
    int deliveries = 0; ///< so many are gone
    int captures = 0;
    int events = 0;
    QList<LogKey> rows; ///< of the log, that went with them
    DestinationId after; ///< where the next step goes on
    bool isDone = true; ///< nothing more is over the limits, or all rows were judged
    // Of ForgetRows:
    qsizetype judged = 0; ///< so many of its rows, from the first on
    int pinned = 0; ///< of these, that stay for a pin
    int unfinished = 0; ///< or since their deliveries had not ended
};

using AnyOutcome
    = std::variant<DestinationAdded, DestinationChanged, DestinationsImported, SecretRotated,
                   DestinationRemoved, DestinationRestored, RemovalsContinued, EventsAdded,
                   DeliveriesResent, DeliveryCancelled, DeliveryClaimed, BodyTooLarge,
                   AttemptFinished, ResponseKept, CaptureAdded, PinChanged, HistoryPruned>;

/// One of them, compiled once as Change is. Two cannot be compared, which Qt asks of what its
/// signals carry.
struct Outcome : AnyOutcome
{
    using AnyOutcome::AnyOutcome;
    Outcome();
    Outcome(const Outcome &other);
    Outcome(Outcome &&other) noexcept;
    Outcome &operator=(const Outcome &other);
    Outcome &operator=(Outcome &&other) noexcept;
    ~Outcome();
    bool operator==(const Outcome &) const = delete;
    bool operator<(const Outcome &) const = delete;
};

} // namespace Core

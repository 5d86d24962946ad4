// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/alarm.h"
#include "core/dispatch/bodyroom.h"
#include "core/dispatch/conclusion.h"
#include "core/dispatch/flightroom.h"
#include "core/dispatch/lane.h"
#include "core/dispatch/poster.h"
#include "core/store/store.h"
#include "core/store/writer.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>

namespace Core {

/// What a Dispatcher is made with; the defaults are what the program uses.
struct DispatcherOptions
{
    int maxInFlight = 10'000; ///< of all lanes together
    std::function<double()> chance = systemChance; ///< in [0, 1), spreads the pauses
    qint64 maxBytesInFlight = qint64{256} * 1024 * 1024; ///< of all bodies together

    static double systemChance();
};

/// Claims deliveries as soon as their lane allows and turns each into one attempt. Its tick makes
/// the heartbeats. Nothing is claimed before there is room for its flight and its body.
///
/// Thread: the engine's.
/// Borrows: writer, poster and clock, which must outlive it.
/// Errors: a claim that cannot be written puts the delivery back and is tried again in a second.
class Dispatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Dispatcher)

public:
    Dispatcher(Writer &writer, Poster &poster, const Clock &clock, DispatcherOptions options = {},
               QObject *parent = nullptr);
    ~Dispatcher() override;

    /// Starts the timer; a \a heartbeat of 0 makes heartbeats only where a destination asks.
    void start(Milliseconds heartbeat);
    void stop(); ///< Claims nothing more; what is in flight still ends and is told.

    /// Breaks off what is in flight, after stop(). Whatever had no status by then is interrupted
    /// and not charged.
    void breakOff();

    void addLane(const Registration &registration);
    void changeLane(const Destination &destination);
    void forgive(DestinationId destination); ///< A person says that it works again.
    void changeSecrets(DestinationId destination, const Secrets &secrets); ///< From the next POST.
    void removeLane(DestinationId destination);
    void enqueue(const QList<WaitingDelivery> &deliveries);
    void forget(const Delivery &cancelled); ///< It waits no more.
    void settle(const AttemptFinished &finished); ///< The outcome is on record.
    void abandon(const FinishAttempt &finish); ///< It never will be; the lane goes on without it.

    /// Off: nothing new starts, everything keeps waiting.
    void setDispatching(bool isOn);
    bool isDispatching() const { return m_isDispatching; }

    void makeHeartbeats(); ///< One tick; tests call it by hand.
    void dispatchDue(); ///< Starts what may start now; tests call it by hand.

    qint64 waitingCount() const { return m_waiting; }
    qint64 waitingCount(DestinationId destination) const;
    int inFlightCount() const { return m_room.taken(); }
    int inFlightCount(DestinationId destination) const;

    /// When dispatchDue() has something to do next.
    std::optional<Tick> nextWakeUp() const { return m_alarm.next(); }

    /// While the destination's breaker is open: from when on the next probe may go.
    std::optional<Time> probeAt(DestinationId destination) const;

    /// While the destination has asked for a pause (429): until when nothing but tests is sent.
    std::optional<Time> heldUntil(DestinationId destination) const;

    /// When something is to be sent to it next, a heartbeat or what waits; none while that is up
    /// to somebody else, as when it is paused or something is in flight.
    std::optional<Time> nextAt(DestinationId destination) const;

signals:
    /// An attempt has ended; it wants to be put on record, which settle() or abandon() is told of.
    void attemptEnded(const Core::FinishAttempt &finish);

    /// Nothing is in flight any more, after stop().
    void drained();

private:
    struct Channel
    {
        Lane lane;
        Tick wakesAt = Tick::max(); ///< the earliest wake-up that is on its way
        Tick heartbeatAt = Tick::max(); ///< next own heartbeat; max when it follows the program's
        bool isRemoved = false; ///< kept until nothing of it is in flight any more
    };

    Channel *channel(DestinationId destination);
    const Channel *channel(DestinationId destination) const;
    void planHeartbeat(Channel &channel);
    Tick nextTick(const Channel &channel, Tick now) const;
    void add(Channel &channel, const LaneEntry &entry);
    void fillAll();
    void fill(Channel &channel, Tick now);
    void serveLine();
    bool maySend(const Channel &channel) const;
    bool hasPlace(const Channel &channel, Tick now) const;
    bool hasBodyRoom(DestinationId destination, bool isTrusted, Tick now) const;
    void startOne(Channel &channel, Tick now);
    void waitOn(Channel &channel, Tick now);
    void wakeAt(Channel &channel, Tick at);
    void claim(Channel &channel, const Change &change, const std::optional<LaneEntry> &entry);
    void takeSize(DestinationId destination, LaneEntry entry, qint64 bodyBytes);
    void takeRefusal(DestinationId destination, const std::optional<LaneEntry> &entry,
                     const Error &error);
    void launch(const DeliveryClaimed &claimed, bool isTrusted);
    void sendOff(const DeliveryClaimed &claimed, bool isTrusted);
    void noteDeparture(const Departure &departure);
    void count(OpenAttempt &open, const Report &report, Lane &lane);
    void land(const Report &report);
    FinishAttempt end(OpenAttempt &open, const Report &report, Lane &lane);
    void leaveRoom(bool isTrusted);
    void release(DestinationId destination, EventKind kind);
    Tick tickOf(Time time) const;
    Time steadyNow() const;
    std::optional<Time> timeOf(std::optional<Tick> tick) const;

    Writer &m_writer;
    Poster &m_poster;
    const Clock &m_clock;
    Time m_startedAt;
    Tick m_startedTick;
    Alarm m_alarm;
    std::function<double()> m_chance;
    std::unique_ptr<QTimer> m_heartbeatTimer;
    std::unordered_map<DestinationId, Channel> m_channels;
    FlightRoom m_room;
    BodyRoom m_bodies;
    std::unordered_map<AttemptId, OpenAttempt> m_open; ///< until its outcome is on record
    Tick m_troubledUntil; ///< nothing is claimed before: the store could not be written
    qint64 m_waiting = 0; ///< in all lanes
    bool m_isDispatching = true;
    bool m_isStarted = false;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/alarm.h"
#include "core/dispatch/courier.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

namespace Core {

/// Says what goes when: starts the deliveries of each lane as soon as it allows, and as there is
/// room, and has a Courier bring each to its outcome. Its tick makes the heartbeats.
///
/// Thread: the engine's.
/// Borrows: writer, poster and clock, which must outlive it.
/// Errors: a claim that cannot be written puts the delivery back and is tried again in a second.
class Dispatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Dispatcher)

public:
    Dispatcher(Writer &writer, Poster &poster, const Clock &clock,
               const DispatcherOptions &options = {}, QObject *parent = nullptr);
    ~Dispatcher() override;

    /// Starts the timer; a \a heartbeat of 0 makes heartbeats only where a destination asks.
    void start(Milliseconds heartbeat);
    void stop(); ///< Claims nothing more; what is in flight still ends and is told.

    /// Breaks off what is in flight, after stop(). What may have left and had no status by then is
    /// interrupted, what had not left is not sent; neither is charged.
    void breakOff();

    void addLane(const Registration &registration);

    /// What the last run did to a destination, oldest first, before start(): its rate limit and its
    /// breaker go on from there.
    void recall(DestinationId destination, const QList<Attempt> &past);
    void changeLane(const Destination &destination);
    void forgive(DestinationId destination); ///< A person says that it works again.
    void changeSecrets(DestinationId destination, const Secrets &secrets); ///< From the next POST.
    void removeLane(DestinationId destination);
    /// Whether something is yet to be enqueued that waits since before its removal was undone: as
    /// long as that is so, a lane that keeps an order stands still.
    void setReturning(DestinationId destination, bool isReturning);
    void enqueue(const QList<WaitingDelivery> &deliveries);
    void forget(const Delivery &cancelled); ///< It waits no more.
    void settle(const AttemptFinished &finished); ///< The outcome is on record.
    void abandon(const FinishAttempt &finish); ///< It never will be; the lane goes on without it.

    /// Off: nothing new starts, everything keeps waiting.
    void setDispatching(bool isOn);
    bool isDispatching() const { return m_isDispatching; }

    void makeHeartbeats(); ///< One tick; tests call it by hand.
    void dispatchDue(); ///< Starts what may start now; tests call it by hand.

    qint64 waitingCount() const { return m_lanes.waitingCount(); }
    qint64 waitingCount(DestinationId destination) const;
    int inFlightCount() const { return m_courier.room().taken(); }
    int inFlightCount(DestinationId destination) const;

    /// When dispatchDue() has something to do next.
    std::optional<Tick> nextWakeUp() const { return m_alarm.next(); }

    /// While the destination's breaker is open: from when on the next probe may go.
    std::optional<Time> probeAt(DestinationId destination) const;

    /// While the destination has asked for a pause (429): until when nothing but tests is sent.
    std::optional<Time> heldUntil(DestinationId destination) const;

    /// The longer of both; none when nothing keeps it back.
    std::optional<LaneWait> waitOf(DestinationId destination) const;

    /// When something is to be sent to it next, a heartbeat or what waits; none while that is up
    /// to somebody else, as when it is paused or something is in flight.
    std::optional<Time> nextAt(DestinationId destination) const;

signals:
    /// An attempt has ended; it wants to be put on record, which settle() or abandon() is told of.
    void attemptEnded(const Core::FinishAttempt &finish);

    /// The body has come of an answer with which an attempt had ended before.
    void responseEnded(const Core::KeepResponse &response);

    /// Nothing is in flight any more, after stop().
    void drained();

private:
    void planHeartbeat(Channel &channel);
    Tick nextTick(const Channel &channel, Tick now) const;
    void fillAll();
    void fill(Channel &channel, Tick now);
    void serveLine();
    bool maySend(const Channel &channel) const;
    void waitOn(Channel &channel, Tick now);
    void wakeAt(Channel &channel, Tick at);
    std::optional<Time> timeOf(std::optional<Tick> tick) const;

    const Clock &m_clock;
    LaneBook m_lanes;
    Alarm m_alarm;
    Courier m_courier;
    std::unique_ptr<QTimer> m_heartbeatTimer;
    Tick m_troubledUntil; ///< nothing is claimed before: the store could not be written
    bool m_isDispatching = true;
    bool m_isStarted = false;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/conclusion.h"
#include "core/dispatch/lane.h"
#include "core/dispatch/poster.h"
#include "core/store/ledger.h"

#include <QObject>
#include <QTimer>
#include <queue>

#include <unordered_map>

namespace Core {

/// Claims deliveries as soon as their lane allows and turns each into one attempt. Its tick makes
/// the heartbeats.
///
/// Thread: the engine's.
/// Borrows: ledger, poster and clock, which must outlive it.
/// Errors: a claim that cannot be written puts the delivery back and is tried again in a second.
class Dispatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Dispatcher)

public:
    Dispatcher(Ledger &ledger, Poster &poster, const Clock &clock, QObject *parent = nullptr);
    ~Dispatcher() override;

    /// Starts the timer; a \a heartbeat of 0 makes heartbeats only where a destination asks.
    void start(Milliseconds heartbeat);
    void stop(); ///< Claims nothing more; what is in flight still ends and is told.

    /// Breaks off what is in flight, after stop(). Whatever had no status by then is interrupted
    /// and not charged.
    void breakOff();

    void addLane(const Registration &registration);
    void changeLane(const Destination &destination);
    void removeLane(DestinationId destination);
    void enqueue(const QList<WaitingDelivery> &deliveries);
    void settle(const AttemptFinished &finished); ///< The outcome is on record.

    /// Off: nothing new starts, everything keeps waiting.
    void setDispatching(bool isOn);
    bool isDispatching() const { return m_isDispatching; }

    void makeHeartbeats(); ///< One tick; tests call it by hand.
    void dispatchDue(); ///< Starts what may start now; tests call it by hand.

    qint64 waitingCount() const;
    qint64 waitingCount(DestinationId destination) const;
    int inFlightCount() const { return m_inFlight; }
    int inFlightCount(DestinationId destination) const;

signals:
    /// An attempt has ended; it wants to be put on record, which settle() is told of.
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
    struct WakeUp
    {
        Tick at;
        DestinationId destination;

        bool operator>(const WakeUp &other) const { return at > other.at; }
    };

    Channel *channel(DestinationId destination);
    const Channel *channel(DestinationId destination) const;
    void planHeartbeat(Channel &channel);
    void fill(Channel &channel, Tick now);
    void wakeAt(Channel &channel, Tick at);
    void armTimer();
    void claim(DestinationId destination, const LaneEntry &entry);
    void claimHeartbeat(Channel &channel);
    void launch(const DeliveryClaimed &claimed);
    void release(DestinationId destination, EventKind kind);
    void putBack(DestinationId destination, const LaneEntry &entry);
    void land(const Report &report);
    void noteEnd();
    Tick tickOf(Time time) const;

    Ledger &m_ledger;
    Poster &m_poster;
    const Clock &m_clock;
    std::unique_ptr<QTimer> m_heartbeatTimer;
    std::unique_ptr<QTimer> m_wakeTimer;
    std::unordered_map<DestinationId, Channel> m_channels;
    std::priority_queue<WakeUp, std::vector<WakeUp>, std::greater<>> m_wakeUps;
    std::unordered_map<AttemptId, OpenAttempt> m_open;
    Tick m_troubledUntil; ///< nothing is claimed before: the store could not be written
    int m_inFlight = 0; ///< claimed or being claimed, until reported
    bool m_isDispatching = true;
    bool m_isStarted = false;
    bool m_isBreakingOff = false;
};

} // namespace Core

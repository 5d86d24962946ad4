// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorytables.h"
#include "tests/trials/fate.h"
#include "tests/trials/waitingroom.h"

#include <map>
#include <set>
#include <vector>

/// Stands at the receivers' doors and looks into the books: notes the first promise that is broken.
///
/// Borrows: tables and clock.
class Witness
{
public:
    Witness(std::shared_ptr<MemoryTables> tables, const ManualClock &clock, int maxInFlight);

    void noteAcknowledged(const Core::AcceptedEvent &event);
    void notePost(const Core::Shipment &shipment, const Fate &fate);
    void noteEnd(const Core::FinishAttempt &finish);
    void noteBody(const Core::KeepResponse &response); ///< which was late
    void noteRecorded(const Core::Outcome &outcome);
    void noteHeartbeatsMade(); ///< Whoever has no pauses of its own may want one from now on.
    void noteRestart(); ///< What was in memory is gone.
    void noteStart(); ///< What the last run did is on record, and counts.
    void noteTrouble(); ///< Nothing could be written.
    void noteWallSetForward(); ///< Records seem older than they are.

    void checkBooks(); ///< What must hold between any two writes.
    void checkEnd(); ///< All receivers have been well for long enough.

    const QString &fault() const { return m_fault; }
    qint64 postCount() const { return std::ssize(m_seen); }

private:
    /// A POST that a receiver has seen, and what is known of its end.
    struct Seen
    {
        Core::DeliveryId delivery;
        Core::DestinationId destination;
        Core::EventKind kind = Core::EventKind::Published;
        Fate fate;
        bool isFlying = true;
    };

    /// What a receiver may expect of one destination, as long as we run.
    struct Door
    {
        std::vector<Core::Tick> arrivals; ///< ascending
        std::map<Core::DeliveryId, Core::Tick> dueAt; ///< by the schedule
        std::set<Core::AttemptId> flying;
        int temporaryInARow = 0;
        Core::Tick openedAt; ///< the breaker, when it is open
        Core::Tick lastFailure;
        Core::Tick heldSince;
        Core::Tick heldUntil;
        std::optional<Core::Tick> pausedSince;
        QString url;
        bool verifiesTls = true;
        int sentBesideHeartbeat = 0; ///< since one may be wanted, as far as that is known
        bool mayWantHeartbeat = false;
        std::optional<Core::Tick> quietSince; ///< heartbeats are off
    };

    void require(bool holds, const char *promise, const QString &what);
    void checkClaim(const Core::Shipment &shipment);
    void checkLane(const Core::Attempt &attempt, const Core::Destination &destination, Door &door);
    void checkHeartbeat(const Core::Attempt &heartbeat, const Core::Destination &destination,
                        const Door &door);
    void noteBesideHeartbeat(Core::EventKind kind, Door &door) const;
    bool keepsRoom(const Core::Destination &destination, const Door &door) const;
    void checkRate(const Core::Destination &destination, Door &door, Core::Tick arrival);
    void checkOrder(const Core::Attempt &attempt, const Core::Destination &destination);
    void checkPause(const Core::FinishAttempt &finish, const Seen &seen,
                    const Core::Destination &destination);
    void noteKept(const Core::Attempt &attempt);
    void noteChange(const Core::Destination &destination);
    void noteRemoval(Core::DestinationId destination);
    void noteRestoration(Core::DestinationId destination);
    void noteWaiting(const Core::Outcome &outcome);
    int temporaryInARow(const Core::Destination &destination) const;
    static void forgive(Door &door);
    void noteDue(const Core::FinishAttempt &finish);
    qint64 chargedCount(Core::DeliveryId delivery) const;
    void hold(Door &door, Core::Milliseconds pause);
    void noteEndAt(Door &door, const Core::FinishAttempt &finish, const Seen &seen);
    void checkEnded(const Core::Delivery &delivery, const Core::Destination &destination);
    const Core::Destination &destinationOf(Core::DestinationId id) const;
    const Core::Attempt *attemptOf(Core::AttemptId id) const;

    std::shared_ptr<MemoryTables> m_tables;
    const ManualClock &m_clock;
    int m_maxInFlight;
    int m_flying = 0;
    std::map<Core::DestinationId, Door> m_doors;
    WaitingRoom m_waiting;
    Core::Tick m_wallSetForwardAt;
    Core::Tick m_heartbeatsMadeAt;
    std::map<Core::AttemptId, Seen> m_seen;
    std::map<Core::AttemptId, Core::Attempt> m_closed; ///< as each row was when it was closed
    std::set<Core::AttemptId> m_receiving; ///< have ended, but for their bodies
    std::set<Core::AttemptId> m_unkept; ///< those whose bodies have come, until they are on record
    std::map<QString, QList<Core::DeliveryId>> m_acknowledged;
    std::set<Core::DeliveryId> m_resent;
    std::set<Core::DeliveryId> m_everCancelled;
    std::set<Core::DeliveryId> m_cancelledByPerson;
    QString m_fault;
};

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/bodyroom.h"
#include "core/dispatch/conclusion.h"
#include "core/dispatch/flightroom.h"
#include "core/dispatch/lanebook.h"
#include "core/dispatch/poster.h"
#include "core/store/writer.h"

#include <QObject>

#include <map>

namespace Core {

/// What a Dispatcher is made with; the defaults are what the program uses.
struct DispatcherOptions
{
    int maxInFlight = 10'000; ///< of all lanes together
    std::function<double()> chance = systemChance; ///< in [0, 1), spreads the pauses
    qint64 maxBytesInFlight = qint64{256} * 1024 * 1024; ///< of all bodies together

    static double systemChance();
};

/// Brings what a lane has given out from its claim to an outcome on record: one claim, one row, one
/// POST. Nothing is claimed before there is room for its flight and its body.
///
/// Thread: the engine's.
/// Borrows: lanes, writer, poster and clock, which must outlive it.
/// Errors: what cannot be claimed since the store is in trouble waits in its lane as before.
class Courier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Courier)

public:
    Courier(LaneBook &lanes, Writer &writer, Poster &poster, const Clock &clock,
            const DispatcherOptions &options);

    void open(); ///< Claims and posts from now on.
    void close(); ///< Posts nothing more; what is in flight still ends and is told.
    void breakOff(); ///< Ends what is in flight, after close().

    /// A place for one more of \a lane, and room for the body of what would start first.
    bool hasRoom(const Lane &lane, Tick now) const;

    /// Room for the body of what would start first in \a lane at \a now; also where nothing would.
    bool hasBodyRoom(const Lane &lane, Trust trust, Tick now) const;

    /// Starts what is first in a lane where something may start and there is room for it.
    void startOne(Channel &channel, Tick now);

    void sendDue(Tick now); ///< Posts what was claimed ahead of its turn, which has come.

    void settle(const AttemptFinished &finished); ///< The outcome is on record.
    void abandon(const FinishAttempt &finish); ///< It never will be; the lane goes on without it.

    /// The places of all flights, and who stands in line for one.
    FlightRoom &room() { return m_room; }
    const FlightRoom &room() const { return m_room; }

signals:
    /// An attempt has ended; it wants to be put on record, which settle() or abandon() is told of.
    void attemptEnded(const Core::FinishAttempt &finish);

    /// The body has come of an answer with which an attempt had ended before.
    void responseEnded(const Core::KeepResponse &response);

    void roomFreed(); ///< Others may start now.
    void laneFreed(Core::DestinationId destination); ///< It may start more, or sooner.
    void claimedEarly(Core::DestinationId destination, Core::Tick turn); ///< Waits for sendDue().
    void storeTroubled(); ///< A claim could not be written.
    void drained(); ///< Nothing is in flight any more, after close().

private:
    /// What a flight takes up.
    struct Hold
    {
        QByteArray body;
        Trust trust = Trust::Doubtful; ///< as its place was taken
    };

    /// How something was taken out of its lane.
    struct Start
    {
        Trust trust = Trust::Doubtful;
        Tick turn; ///< from when on it may leave
        bool isProbe = false; ///< of a breaker that was open
    };

    /// What is claimed before it may leave.
    struct Early
    {
        DeliveryClaimed claimed;
        Start start;
    };

    void claim(DestinationId destination, const Start &start, const Change &change,
               const std::optional<LaneEntry> &entry);
    void takeSize(DestinationId destination, LaneEntry entry, qint64 bodyBytes);
    void takeRefusal(DestinationId destination, const std::optional<LaneEntry> &entry,
                     const Error &error);
    void launch(const DeliveryClaimed &claimed, const Start &start);
    QString standsStillReason(const Early &due) const;
    QString staysReason(const Attempt &claimed) const;
    void sendOff(const DeliveryClaimed &claimed, Trust trust, const QString &reason);
    void noteDeparture(const Departure &departure);
    void count(OpenAttempt &open, const Report &report, Lane &lane);
    void land(const Report &report);
    void takeLateBody(const LateBody &late);
    FinishAttempt end(OpenAttempt &open, const Report &report, Lane &lane);
    void leaveRoom(Trust trust);
    void endFlight(const Hold &hold);
    void release(DestinationId destination, EventKind kind);
    Time steadyNow() const;

    LaneBook &m_lanes;
    Writer &m_writer;
    Poster &m_poster;
    const Clock &m_clock;
    std::function<double()> m_chance;
    FlightRoom m_room;
    BodyRoom m_bodies;
    std::unordered_map<AttemptId, OpenAttempt> m_open; ///< until its outcome is on record
    std::multimap<Tick, Early> m_early; ///< by the moment from which it may leave
    std::unordered_map<AttemptId, Hold> m_receiving; ///< has ended, and its answer's body is coming
    Time m_openedAt;
    Tick m_openedTick;
    bool m_isOpen = false;
};

} // namespace Core

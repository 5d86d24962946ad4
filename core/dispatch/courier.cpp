// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/courier.h"

#include "core/base/log.h"
#include "core/dispatch/heartbeat.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Core {

namespace {

constexpr qint64 LikelyBytes = qint64{16} * 1024; ///< what is claimed has at most, if not known

/// What a claim of \a entry may bring; null for a heartbeat.
qint64 bytesToReserve(const LaneEntry *entry)
{
    return entry && entry->bodyBytes > 0 ? entry->bodyBytes : LikelyBytes;
}

} // namespace

double DispatcherOptions::systemChance()
{
    return QRandomGenerator::global()->generateDouble();
}

Courier::Courier(LaneBook &lanes, Writer &writer, Poster &poster, const Clock &clock,
                 const DispatcherOptions &options)
    : m_lanes(lanes)
    , m_writer(writer)
    , m_poster(poster)
    , m_clock(clock)
    , m_chance(options.chance)
    , m_room(options.maxInFlight)
    , m_bodies(options.maxBytesInFlight)
{
    m_poster.setReportHandler([this](const QList<Report> &reports) {
        for (const Report &report : reports)
            land(report);
    });
    m_poster.setLateBodyHandler([this](const QList<LateBody> &bodies) {
        for (const LateBody &late : bodies)
            takeLateBody(late);
    });
    m_poster.setDepartureHandler([this](const Departure &departure) { noteDeparture(departure); });
}

void Courier::open()
{
    m_isOpen = true;
    m_openedAt = m_clock.now();
    m_openedTick = m_clock.tick();
}

void Courier::close()
{
    m_isOpen = false;
    if (m_room.taken() == 0)
        emit drained();
    sendDue(Tick::max()); // by which each is told that it stays
}

void Courier::breakOff()
{
    m_poster.abortAll();
}

bool Courier::hasRoom(const Lane &lane, Tick now) const
{
    return m_room.hasPlace(lane.trust()) && hasBodyRoom(lane, lane.trust(), now);
}

bool Courier::hasBodyRoom(const Lane &lane, Trust trust, Tick now) const
{
    if (lane.nextStart(now) != now)
        return true;
    const LaneEntry *const next = lane.mayTakeHeartbeat(now) ? nullptr : lane.nextDelivery(now);
    return m_bodies.hasRoom(bytesToReserve(next), trust);
}

void Courier::startOne(Channel &channel, Tick now)
{
    Lane &lane = channel.lane;
    // Before what is taken is in flight.
    const Start start{lane.trust(), lane.departure(now), lane.probeAt().has_value()};
    if (lane.takeHeartbeat(now)) {
        const Event greeting = heartbeatFor(lane.destination(), m_clock.now());
        return claim(channel.id(), start, ClaimHeartbeat{channel.id(), greeting}, std::nullopt);
    }
    const LaneEntry entry = m_lanes.takeDelivery(channel, now);
    claim(channel.id(), start, ClaimDelivery{entry.delivery, m_clock.now(), bytesToReserve(&entry)},
          entry);
}

/// Asks for a claim on \a entry, or on a heartbeat where there is none.
void Courier::claim(DestinationId destination, const Start &start, const Change &change,
                    const std::optional<LaneEntry> &entry)
{
    const Trust trust = start.trust;
    m_room.take(trust);
    const qint64 bytes = bytesToReserve(entry ? &*entry : nullptr);
    m_bodies.reserve(bytes, trust);
    m_writer.submit(
        change, this,
        [this, destination, entry, bytes, trust, start](const Result<Outcome> &outcome) {
            m_bodies.cancel(bytes, trust);
            if (entry)
                m_lanes.at(destination).lane.noteAnswered(entry->delivery);
            if (!outcome)
                takeRefusal(destination, entry, outcome.error());
            else if (const auto *large = std::get_if<BodyTooLarge>(&*outcome))
                takeSize(destination, *entry, large->bodyBytes);
            else
                return launch(std::get<DeliveryClaimed>(*outcome), start);
            leaveRoom(trust);
            release(destination, entry ? EventKind::Published : EventKind::Heartbeat);
        });
}

/// Now that it is known how much it takes, it waits until there is room for that.
void Courier::takeSize(DestinationId destination, LaneEntry entry, qint64 bodyBytes)
{
    Channel &channel = m_lanes.at(destination);
    channel.lane.noteNotSent();
    entry.bodyBytes = static_cast<quint32>(bodyBytes);
    m_lanes.add(channel, entry);
}

/// A delivery that was cancelled or is gone is simply forgotten. When the store is in trouble,
/// what could not be claimed waits as it did, and all lanes pause; a heartbeat has its next tick,
/// and is new work, which the reserve of a full disk is not for.
void Courier::takeRefusal(DestinationId destination, const std::optional<LaneEntry> &entry,
                          const Error &error)
{
    Channel &refused = m_lanes.at(destination);
    refused.lane.noteNotSent();
    if (error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound)
        return;
    if (!entry && error.code == ErrorCode::StorageFull)
        return;
    emit storeTroubled();
    if (entry)
        m_lanes.add(refused, *entry);
}

void Courier::launch(const DeliveryClaimed &claimed, const Start &start)
{
    m_bodies.take(claimed.event.body, start.trust);
    if (m_isOpen && start.turn > m_clock.tick()) {
        m_early.insert({start.turn, {claimed, start}});
        emit claimedEarly(claimed.attempt.destination, start.turn);
    } else {
        sendOff(claimed, start.trust, staysReason(claimed.attempt));
    }
    // What it shares with another flight has been reserved in vain.
    emit roomFreed();
}

void Courier::sendDue(Tick now)
{
    while (!m_early.empty() && m_early.begin()->first <= now) {
        const Early due = m_early.extract(m_early.begin()).mapped();
        const QString reason = staysReason(due.claimed.attempt);
        sendOff(due.claimed, due.start.trust, reason.isEmpty() ? standsStillReason(due) : reason);
    }
}

/// Why what has waited for its turn is not sent: its lane has come to stand still meanwhile.
QString Courier::standsStillReason(const Early &due) const
{
    const Attempt &claimed = due.claimed.attempt;
    const Lane &lane = m_lanes.at(claimed.destination).lane;
    if (claimed.kind == EventKind::Test)
        return {};
    if (lane.heldUntil(m_clock.tick()))
        return QStringLiteral("the receiver asked for a pause");
    if (lane.probeAt() && !due.start.isProbe)
        return QStringLiteral("the receiver had failed several times in a row");
    return {};
}

/// Why what was claimed is not sent after all; empty where it is. What was recorded with the claim
/// is told before it: a pause holds, and what is set now is not for the address that was claimed.
QString Courier::staysReason(const Attempt &claimed) const
{
    const Channel &channel = m_lanes.at(claimed.destination);
    const Destination &target = channel.lane.destination();
    if (!m_isOpen)
        return stoppingReason();
    if (channel.isRemoved)
        return QStringLiteral("the destination was removed");
    if (target.state == DestinationState::Paused && claimed.kind != EventKind::Test)
        return QStringLiteral("the destination was paused");
    if (claimed.url != target.url)
        return QStringLiteral("the destination got another URL");
    return {};
}

/// Posts what was claimed, or closes its row where there is a \a reason not to.
void Courier::sendOff(const DeliveryClaimed &claimed, Trust trust, const QString &reason)
{
    const Channel &channel = m_lanes.at(claimed.attempt.destination);
    const Destination &target = channel.lane.destination();
    OpenAttempt &open = m_open[claimed.attempt.id];
    open.attempt = claimed.attempt;
    open.url = claimed.attempt.url;
    open.chargedBefore = claimed.chargedBefore;
    open.body = claimed.event.body;
    open.trust = trust;
    open.isOrdered = target.ordered;
    open.launchedAt = m_clock.tick();
    if (!reason.isEmpty()) {
        // Nothing is sent, but the row is open and must be closed truthfully.
        Report report;
        report.attempt = claimed.attempt.id;
        report.failure = Failure::NotSent;
        report.detail = reason;
        report.startedAt = m_clock.now();
        return land(report);
    }
    const Shipment shipment = makeShipment(claimed.attempt, claimed.event, target,
                                           channel.lane.secrets(), m_clock.now());
    open.requestHeaders = shipment.headers;
    m_poster.post(shipment);
}

void Courier::noteDeparture(const Departure &departure)
{
    const auto found = m_open.find(departure.attempt);
    if (found == m_open.end() || found->second.isCounted)
        return;
    OpenAttempt &open = found->second;
    const DestinationId destination = open.attempt.destination;
    Report report;
    report.sentAt = departure.sentAt;
    count(open, report, m_lanes.at(destination).lane);
    // From now on it is known when the rate limit allows the next one.
    emit laneFreed(destination);
}

/// Tells the lane, once, when the request had left, for the rate limit.
void Courier::count(OpenAttempt &open, const Report &report, Lane &lane)
{
    if (std::exchange(open.isCounted, true))
        return;
    if (report.status == 0 && report.failure == Failure::NotSent)
        lane.noteNotSent();
    else
        lane.noteSent(arrivalOf(report, open.launchedAt, m_clock.tick()));
}

void Courier::land(const Report &report)
{
    const auto found = m_open.find(report.attempt);
    if (found == m_open.end() || found->second.hasLanded) {
        qCWarning(lcDispatch) << "a report came for attempt" << report.attempt.value
                              << "which is not in flight";
        return;
    }
    OpenAttempt &open = found->second;
    const DestinationId destination = open.attempt.destination;
    Lane &lane = m_lanes.at(destination).lane;
    const FinishAttempt finish = end(open, report, lane);
    emit attemptEnded(finish);
    const Hold hold{std::exchange(open.body, {}), open.trust};
    if (report.isBodyComing)
        m_receiving.emplace(report.attempt, hold);
    else
        endFlight(hold);
    // Where order counts, or the destination is paused, the next one waits for this one's outcome
    // to be on record.
    const bool isOrdered = open.isOrdered || lane.destination().ordered;
    open.isReleased = !isOrdered && finish.pauseReason.isEmpty();
    if (open.isReleased)
        release(destination, open.attempt.kind);
}

/// The verdict has let the lane go on; only now the connection is free again.
void Courier::takeLateBody(const LateBody &late)
{
    const auto found = m_receiving.find(late.attempt);
    if (found == m_receiving.end()) {
        qCWarning(lcDispatch) << "a body came for attempt" << late.attempt.value
                              << "which awaits none";
        return;
    }
    const Hold hold = found->second;
    m_receiving.erase(found);
    emit responseEnded({late.attempt, late.body, late.isCut, late.receive});
    endFlight(hold);
}

/// What an attempt's end means for its delivery, its lane and its destination.
FinishAttempt Courier::end(OpenAttempt &open, const Report &report, Lane &lane)
{
    const Time now = m_clock.now();
    const Tick tick = m_clock.tick();
    const Destination &destination = lane.destination();
    Verdict verdict = judge(report, destination.retryOn, now);
    count(open, report, lane);
    if (!verdict.isCharged)
        verdict.retryAfter = lane.pauseUnsent(tick);
    FinishAttempt finish = conclude(open, report, verdict, destination, now, m_chance());
    open.hasLanded = true;
    open.dueAt = tickOf(finish.dueAt, m_clock);
    lane.noteEnd(finish.attempt, tick);
    if (verdict.holdsLane && open.url == destination.url)
        lane.holdUntil(tick + *verdict.retryAfter);
    if (finish.pauseReason.isEmpty() && isFailure(finish.attempt))
        finish.pauseReason = reasonToGiveUp(destination, lane.failureStreak(), steadyNow());
    return finish;
}

void Courier::settle(const AttemptFinished &finished)
{
    const auto found = m_open.find(finished.attempt.id);
    if (found == m_open.end())
        return;
    const OpenAttempt open = found->second;
    m_open.erase(found);
    const Delivery &delivery = finished.delivery;
    const EventKind kind = finished.attempt.kind;
    Channel *const target = m_lanes.find(delivery.destination);
    if (target && delivery.state == DeliveryState::Waiting)
        m_lanes.add(*target,
                    {open.dueAt, delivery.id, kind == EventKind::Test,
                     static_cast<quint32>(open.attempt.requestBytes)});
    if (!open.isReleased)
        release(delivery.destination, kind);
    else if (target)
        emit laneFreed(delivery.destination);
}

void Courier::abandon(const FinishAttempt &finish)
{
    const auto found = m_open.find(finish.attempt.id);
    if (found == m_open.end())
        return;
    const OpenAttempt open = found->second;
    m_open.erase(found);
    if (!open.isReleased)
        release(open.attempt.destination, open.attempt.kind);
}

void Courier::endFlight(const Hold &hold)
{
    m_bodies.giveBack(hold.body);
    leaveRoom(hold.trust);
}

/// What had a place is in flight no more; others have waited for it longer than its own lane.
void Courier::leaveRoom(Trust trust)
{
    m_room.giveBack(trust);
    emit roomFreed();
    if (!m_isOpen && m_room.taken() == 0)
        emit drained();
}

void Courier::release(DestinationId destination, EventKind kind)
{
    if (m_lanes.release(destination, kind))
        emit laneFreed(destination);
}

/// What the time is, or would be if the wall clock had not leapt ahead since the start.
Time Courier::steadyNow() const
{
    return std::min(m_clock.now(), m_openedAt + (m_clock.tick() - m_openedTick));
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/dispatcher.h"

#include "core/base/log.h"
#include "core/dispatch/heartbeat.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Core {

namespace {

constexpr Milliseconds PauseAfterTrouble{1000};
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

Dispatcher::Dispatcher(Writer &writer, Poster &poster, const Clock &clock,
                       DispatcherOptions options, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_poster(poster)
    , m_clock(clock)
    , m_alarm(clock)
    , m_chance(std::move(options.chance))
    , m_room(options.maxInFlight)
    , m_bodies(options.maxBytesInFlight)
{
    m_poster.setReportHandler([this](const QList<Report> &reports) {
        for (const Report &report : reports)
            land(report);
    });
    m_poster.setDepartureHandler([this](const Departure &departure) { noteDeparture(departure); });
}

Dispatcher::~Dispatcher() = default;

void Dispatcher::start(Milliseconds heartbeat)
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_startedAt = m_clock.now();
    m_startedTick = m_clock.tick();
    m_heartbeatTimer = std::make_unique<QTimer>();
    m_heartbeatTimer->setTimerType(Qt::PreciseTimer);
    connect(m_heartbeatTimer.get(), &QTimer::timeout, this, &Dispatcher::makeHeartbeats);
    if (heartbeat.count() > 0)
        m_heartbeatTimer->start(heartbeat);
    fillAll();
    m_alarm.start([this] { dispatchDue(); });
}

void Dispatcher::stop()
{
    m_isStarted = false;
    m_heartbeatTimer.reset();
    m_alarm.stop();
    if (m_room.taken() == 0)
        emit drained();
}

void Dispatcher::breakOff()
{
    m_poster.abortAll();
}

void Dispatcher::setDispatching(bool isOn)
{
    m_isDispatching = isOn;
    fillAll();
}

void Dispatcher::addLane(const Registration &registration)
{
    const auto [entry, isNew]
        = m_channels.try_emplace(registration.destination.id, Channel{Lane(registration)});
    Channel &added = entry->second;
    if (!isNew && !added.isRemoved)
        return;
    added.isRemoved = false;
    added.lane.setDestination(registration.destination);
    planHeartbeat(added);
}

void Dispatcher::changeLane(const Destination &destination)
{
    Channel *const changed = channel(destination.id);
    if (!changed)
        return;
    const auto oldHeartbeat = changed->lane.destination().heartbeat;
    changed->lane.setDestination(destination);
    if (destination.heartbeat != oldHeartbeat)
        planHeartbeat(*changed);
    fill(*changed, m_clock.tick());
}

void Dispatcher::forgive(DestinationId destination)
{
    Channel *const forgiven = channel(destination);
    if (!forgiven)
        return;
    forgiven->lane.forgive();
    fill(*forgiven, m_clock.tick());
}

void Dispatcher::changeSecrets(DestinationId destination, const Secrets &secrets)
{
    if (Channel *const changed = channel(destination))
        changed->lane.setSecrets(secrets);
}

void Dispatcher::removeLane(DestinationId destination)
{
    Channel *const removed = channel(destination);
    if (!removed)
        return;
    // What is in flight must find its lane again, also if the removal is undone meanwhile.
    removed->isRemoved = true;
    m_waiting -= removed->lane.waitingCount();
    removed->lane.clear();
    if (removed->lane.inFlightCount() == 0)
        m_channels.erase(destination);
}

void Dispatcher::enqueue(const QList<WaitingDelivery> &deliveries)
{
    QList<DestinationId> touched;
    for (const WaitingDelivery &waiting : deliveries) {
        Channel *const target = channel(waiting.destination);
        if (!target || target->isRemoved)
            continue;
        // By a wall clock that has leapt, what is on record may lie years ahead.
        const Tick latest = m_clock.tick() + longestWait(target->lane.destination());
        add(*target,
            {std::min(tickOf(waiting.dueAt), latest), waiting.delivery,
             waiting.kind == EventKind::Test, static_cast<quint32>(waiting.bodyBytes)});
        if (touched.isEmpty() || touched.last() != waiting.destination)
            touched.append(waiting.destination);
    }
    const Tick now = m_clock.tick();
    for (const DestinationId destination : touched)
        fill(*channel(destination), now);
}

void Dispatcher::forget(const Delivery &cancelled)
{
    Channel *const target = channel(cancelled.destination);
    if (!target || !target->lane.remove(cancelled.id))
        return;
    --m_waiting;
    // In order, what stood behind it may be due already.
    fill(*target, m_clock.tick());
}

void Dispatcher::settle(const AttemptFinished &finished)
{
    const auto found = m_open.find(finished.attempt.id);
    if (found == m_open.end())
        return;
    const OpenAttempt open = found->second;
    m_open.erase(found);
    const Delivery &delivery = finished.delivery;
    Channel *const target = channel(delivery.destination);
    const EventKind kind = finished.attempt.kind;
    if (target && !target->isRemoved && delivery.state == DeliveryState::Waiting)
        add(*target,
            {open.dueAt, delivery.id, kind == EventKind::Test,
             static_cast<quint32>(open.attempt.requestBytes)});
    if (!open.isReleased)
        release(delivery.destination, kind);
    else if (target)
        fill(*target, m_clock.tick());
}

void Dispatcher::abandon(const FinishAttempt &finish)
{
    const auto found = m_open.find(finish.attempt.id);
    if (found == m_open.end())
        return;
    const OpenAttempt open = found->second;
    m_open.erase(found);
    if (!open.isReleased)
        release(open.attempt.destination, open.attempt.kind);
}

void Dispatcher::makeHeartbeats()
{
    const Tick now = m_clock.tick();
    for (auto &[id, channel] : m_channels) {
        if (channel.lane.destination().heartbeat || channel.isRemoved)
            continue;
        channel.lane.addHeartbeat();
        fill(channel, now);
    }
}

void Dispatcher::dispatchDue()
{
    const Tick now = m_clock.tick();
    while (const auto call = m_alarm.takeDue(now)) {
        Channel *const woken = channel(call->destination);
        if (!woken)
            continue;
        if (woken->wakesAt <= call->at)
            woken->wakesAt = Tick::max();
        if (woken->heartbeatAt <= now) {
            woken->lane.addHeartbeat();
            planHeartbeat(*woken);
        }
        fill(*woken, now);
    }
    serveLine(); // it stood still while the store was in trouble
    m_alarm.arm();
}

qint64 Dispatcher::waitingCount(DestinationId destination) const
{
    const Channel *const asked = channel(destination);
    return asked ? asked->lane.waitingCount() : 0;
}

int Dispatcher::inFlightCount(DestinationId destination) const
{
    const Channel *const asked = channel(destination);
    return asked ? asked->lane.inFlightCount() : 0;
}

std::optional<Time> Dispatcher::probeAt(DestinationId destination) const
{
    const Channel *const asked = channel(destination);
    return asked ? timeOf(asked->lane.probeAt()) : std::nullopt;
}

std::optional<Time> Dispatcher::heldUntil(DestinationId destination) const
{
    const Channel *const asked = channel(destination);
    return asked ? timeOf(asked->lane.heldUntil(m_clock.tick())) : std::nullopt;
}

std::optional<Time> Dispatcher::nextAt(DestinationId destination) const
{
    const Channel *const asked = channel(destination);
    if (!asked || !m_isDispatching || !m_isStarted)
        return std::nullopt;
    const Tick now = m_clock.tick();
    std::optional<Tick> next = asked->lane.nextStart(now);
    const Tick tick = nextTick(*asked, now);
    if (tick != Tick::max()) {
        if (const auto heartbeat = asked->lane.nextHeartbeat(tick))
            next = std::min(next.value_or(*heartbeat), *heartbeat);
    }
    return timeOf(next);
}

/// When a heartbeat is asked for next; max for never.
Tick Dispatcher::nextTick(const Channel &channel, Tick now) const
{
    if (channel.lane.destination().heartbeat)
        return channel.heartbeatAt;
    if (!m_heartbeatTimer || !m_heartbeatTimer->isActive())
        return Tick::max();
    return now + m_heartbeatTimer->remainingTimeAsDuration();
}

Dispatcher::Channel *Dispatcher::channel(DestinationId destination)
{
    const auto found = m_channels.find(destination);
    return found == m_channels.end() ? nullptr : &found->second;
}

const Dispatcher::Channel *Dispatcher::channel(DestinationId destination) const
{
    const auto found = m_channels.find(destination);
    return found == m_channels.end() ? nullptr : &found->second;
}

/// A destination with an interval of its own is woken by its own schedule.
void Dispatcher::planHeartbeat(Channel &channel)
{
    const Destination &destination = channel.lane.destination();
    const Milliseconds interval = destination.heartbeat.value_or(Milliseconds{0});
    channel.heartbeatAt = interval.count() > 0 ? m_clock.tick() + interval : Tick::max();
    if (channel.heartbeatAt != Tick::max())
        m_alarm.set(channel.heartbeatAt, destination.id);
}

void Dispatcher::add(Channel &channel, const LaneEntry &entry)
{
    channel.lane.add(entry);
    ++m_waiting;
}

void Dispatcher::fillAll()
{
    const Tick now = m_clock.tick();
    for (auto &[id, channel] : m_channels)
        fill(channel, now);
}

/// Starts all that may start in this lane now, and sees to it that the rest has its turn.
void Dispatcher::fill(Channel &channel, Tick now)
{
    if (!maySend(channel))
        return;
    if (now < m_troubledUntil)
        return wakeAt(channel, m_troubledUntil);
    const bool isFirst = !m_room.hasLine(channel.lane.isTrusted());
    while (isFirst && channel.lane.nextStart(now) == now && hasPlace(channel, now))
        startOne(channel, now);
    waitOn(channel, now);
    if (!isFirst)
        serveLine();
}

/// Lets those start that stand in line for a place, one each.
void Dispatcher::serveLine()
{
    const Tick now = m_clock.tick();
    if (now < m_troubledUntil)
        return;
    const auto fits = [this, now](DestinationId destination, bool isTrusted) {
        return hasBodyRoom(destination, isTrusted, now);
    };
    while (const auto first = m_room.next(fits)) {
        Channel *const served = channel(*first);
        if (!served || !maySend(*served))
            continue;
        if (served->lane.nextStart(now) == now && hasPlace(*served, now))
            startOne(*served, now);
        waitOn(*served, now);
    }
}

bool Dispatcher::maySend(const Channel &channel) const
{
    return m_isStarted && m_isDispatching && !channel.isRemoved;
}

bool Dispatcher::hasPlace(const Channel &channel, Tick now) const
{
    const Lane &lane = channel.lane;
    return m_room.hasPlace(lane.isTrusted())
        && hasBodyRoom(lane.destination().id, lane.isTrusted(), now);
}

/// Room for the body of what would start first there; also where nothing would.
bool Dispatcher::hasBodyRoom(DestinationId destination, bool isTrusted, Tick now) const
{
    const Channel *const asked = channel(destination);
    if (!asked || !maySend(*asked) || asked->lane.nextStart(now) != now)
        return true;
    const LaneEntry *const next
        = asked->lane.mayTakeHeartbeat(now) ? nullptr : asked->lane.nextDelivery(now);
    return m_bodies.hasRoom(bytesToReserve(next), isTrusted);
}

/// Starts what is first in a lane where something may start.
void Dispatcher::startOne(Channel &channel, Tick now)
{
    const Destination &destination = channel.lane.destination();
    if (channel.lane.takeHeartbeat(now)) {
        const Event greeting = heartbeatFor(destination, m_clock.now());
        return claim(channel, ClaimHeartbeat{destination.id, greeting}, std::nullopt);
    }
    const auto entry = channel.lane.takeDelivery(now);
    --m_waiting;
    claim(channel, ClaimDelivery{entry->delivery, m_clock.now(), bytesToReserve(&*entry)}, entry);
}

/// What may start now waits in line for a place, what may start later for its moment.
void Dispatcher::waitOn(Channel &channel, Tick now)
{
    const auto next = channel.lane.nextStart(now);
    if (next == now)
        m_room.lineUp(channel.lane.destination().id, channel.lane.inFlightCount() == 0,
                      channel.lane.isTrusted());
    else if (next)
        wakeAt(channel, *next);
}

void Dispatcher::wakeAt(Channel &channel, Tick at)
{
    if (channel.wakesAt <= at)
        return;
    channel.wakesAt = at;
    m_alarm.set(at, channel.lane.destination().id);
}

/// Asks for a claim on \a entry, or on a heartbeat where there is none.
void Dispatcher::claim(Channel &channel, const Change &change,
                       const std::optional<LaneEntry> &entry)
{
    const bool isTrusted = channel.lane.isTrusted();
    const DestinationId destination = channel.lane.destination().id;
    m_room.take(isTrusted);
    const qint64 bytes = bytesToReserve(entry ? &*entry : nullptr);
    m_bodies.reserve(bytes, isTrusted);
    m_writer.submit(change, this,
                    [this, destination, entry, bytes, isTrusted](const Result<Outcome> &outcome) {
                        m_bodies.cancel(bytes, isTrusted);
                        if (!outcome)
                            takeRefusal(destination, entry, outcome.error());
                        else if (const auto *large = std::get_if<BodyTooLarge>(&*outcome))
                            takeSize(destination, *entry, large->bodyBytes);
                        else
                            return launch(std::get<DeliveryClaimed>(*outcome), isTrusted);
                        leaveRoom(isTrusted);
                        release(destination, entry ? EventKind::Published : EventKind::Heartbeat);
                    });
}

/// Now that it is known how much it takes, it waits until there is room for that.
void Dispatcher::takeSize(DestinationId destination, LaneEntry entry, qint64 bodyBytes)
{
    Channel &channel = m_channels.at(destination);
    channel.lane.noteNotSent();
    entry.bodyBytes = static_cast<quint32>(bodyBytes);
    if (!channel.isRemoved)
        add(channel, entry);
}

/// A delivery that was cancelled or is gone is simply forgotten. When the store is in trouble,
/// what could not be claimed waits as it did, and all lanes pause; a heartbeat has its next tick,
/// and is new work, which the reserve of a full disk is not for.
void Dispatcher::takeRefusal(DestinationId destination, const std::optional<LaneEntry> &entry,
                             const Error &error)
{
    Channel &refused = m_channels.at(destination);
    refused.lane.noteNotSent();
    if (error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound)
        return;
    if (!entry && error.code == ErrorCode::StorageFull)
        return;
    m_troubledUntil = m_clock.tick() + PauseAfterTrouble;
    if (entry && !refused.isRemoved)
        add(refused, *entry);
}

void Dispatcher::launch(const DeliveryClaimed &claimed, bool isTrusted)
{
    m_bodies.take(claimed.event.body, isTrusted);
    sendOff(claimed, isTrusted);
    // What it shares with another flight has been reserved in vain.
    if (m_isStarted)
        serveLine();
}

/// Posts what was claimed, or closes its row when it is not to be sent any more.
void Dispatcher::sendOff(const DeliveryClaimed &claimed, bool isTrusted)
{
    Channel &channel = m_channels.at(claimed.attempt.destination);
    const Destination &target = channel.lane.destination();
    OpenAttempt &open = m_open[claimed.attempt.id];
    open.attempt = claimed.attempt;
    open.url = claimed.attempt.url;
    open.chargedBefore = claimed.chargedBefore;
    open.body = claimed.event.body;
    open.isTrusted = isTrusted;
    open.isOrdered = target.ordered;
    open.launchedAt = m_clock.tick();
    // What was recorded with the claim is told before it: a pause holds, and what is set now is not
    // for the address that was claimed.
    const bool isPaused
        = target.state == DestinationState::Paused && claimed.attempt.kind != EventKind::Test;
    const bool isObsolete = isPaused || claimed.attempt.url != target.url;
    if (channel.isRemoved || !m_isStarted || isObsolete) {
        // Nothing is sent, but the row is open and must be closed truthfully.
        Report report;
        report.attempt = claimed.attempt.id;
        report.failure = Failure::NotSent;
        report.startedAt = m_clock.now();
        return land(report);
    }
    const Shipment shipment = makeShipment(claimed.attempt, claimed.event, target,
                                           channel.lane.secrets(), m_clock.now());
    open.requestHeaders = shipment.headers;
    m_poster.post(shipment);
}

void Dispatcher::noteDeparture(const Departure &departure)
{
    const auto found = m_open.find(departure.attempt);
    if (found == m_open.end() || found->second.isCounted)
        return;
    OpenAttempt &open = found->second;
    Channel &channel = m_channels.at(open.attempt.destination);
    Report report;
    report.sentAt = departure.sentAt;
    count(open, report, channel.lane);
    // From now on it is known when the rate limit allows the next one.
    fill(channel, m_clock.tick());
}

/// Tells the lane, once, when the request had left, for the rate limit.
void Dispatcher::count(OpenAttempt &open, const Report &report, Lane &lane)
{
    if (std::exchange(open.isCounted, true))
        return;
    if (report.status == 0 && report.failure == Failure::NotSent)
        lane.noteNotSent();
    else
        lane.noteSent(arrivalOf(report, open.launchedAt, m_clock.tick()));
}

void Dispatcher::land(const Report &report)
{
    const auto found = m_open.find(report.attempt);
    if (found == m_open.end() || found->second.hasLanded) {
        qCWarning(lcDispatch) << "a report came for attempt" << report.attempt.value
                              << "which is not in flight";
        return;
    }
    OpenAttempt &open = found->second;
    const DestinationId destination = open.attempt.destination;
    Lane &lane = m_channels.at(destination).lane;
    const FinishAttempt finish = end(open, report, lane);
    emit attemptEnded(finish);
    m_bodies.giveBack(std::exchange(open.body, {}));
    leaveRoom(open.isTrusted);
    // Where order counts, or the destination is paused, the next one waits for this one's outcome
    // to be on record.
    const bool isOrdered = open.isOrdered || lane.destination().ordered;
    open.isReleased = !isOrdered && finish.pauseReason.isEmpty();
    if (open.isReleased)
        release(destination, open.attempt.kind);
}

/// What an attempt's end means for its delivery, its lane and its destination.
FinishAttempt Dispatcher::end(OpenAttempt &open, const Report &report, Lane &lane)
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
    open.dueAt = tickOf(finish.dueAt);
    lane.noteEnd(finish.attempt, tick);
    if (verdict.holdsLane && open.url == destination.url)
        lane.holdUntil(tick + *verdict.retryAfter);
    if (finish.pauseReason.isEmpty() && isFailure(finish.attempt))
        finish.pauseReason = reasonToGiveUp(destination, lane.failureStreak(), steadyNow());
    return finish;
}

/// What had a place is in flight no more; others have waited for it longer than its own lane.
void Dispatcher::leaveRoom(bool isTrusted)
{
    m_room.giveBack(isTrusted);
    if (m_isStarted)
        serveLine();
    else if (m_room.taken() == 0)
        emit drained();
}

void Dispatcher::release(DestinationId destination, EventKind kind)
{
    Channel *const lane = channel(destination);
    if (kind == EventKind::Heartbeat)
        lane->lane.releaseHeartbeat();
    else
        lane->lane.release();
    if (lane->isRemoved && lane->lane.inFlightCount() == 0)
        m_channels.erase(destination);
    else
        fill(*lane, m_clock.tick());
}

Tick Dispatcher::tickOf(Time time) const
{
    // What is left to wait is measured once; a jump of the wall clock later changes nothing.
    return m_clock.tick() + (time - m_clock.now());
}

/// What the time is, or would be if the wall clock had not leapt ahead since the start.
Time Dispatcher::steadyNow() const
{
    return std::min(m_clock.now(), m_startedAt + (m_clock.tick() - m_startedTick));
}

std::optional<Time> Dispatcher::timeOf(std::optional<Tick> tick) const
{
    return tick ? std::optional(m_clock.now() + (*tick - m_clock.tick())) : std::nullopt;
}

} // namespace Core

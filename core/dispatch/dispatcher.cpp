// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/dispatcher.h"

#include <algorithm>

namespace Core {

namespace {

constexpr Milliseconds PauseAfterTrouble{1000};

/// Of an attempt of the last run. By a clock that was set back it may lie ahead; how long one took
/// that a crash cut, nobody knows.
PastMoments momentsOf(const Attempt &attempt, const Clock &clock)
{
    const Tick now = clock.tick();
    const auto tickAt = [&clock, now](Time time) { return std::min(tickOf(time, clock), now); };
    const bool isCut
        = attempt.outcome == AttemptOutcome::Interrupted && attempt.timings.total.count() == 0;
    const auto total
        = isCut ? LongestAttempt : std::chrono::ceil<Milliseconds>(attempt.timings.total);
    const auto waited
        = std::chrono::floor<Milliseconds>(attempt.timings.wait.value_or(Microseconds{0}));
    const Tick ended = tickAt(attempt.startedAt + total);
    return {tickAt(attempt.startedAt), ended - waited, ended};
}

} // namespace

Dispatcher::Dispatcher(Writer &writer, Poster &poster, const Clock &clock,
                       const DispatcherOptions &options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_alarm(clock)
    , m_courier(m_lanes, writer, poster, clock, options)
{
    connect(&m_courier, &Courier::attemptEnded, this, &Dispatcher::attemptEnded);
    connect(&m_courier, &Courier::responseEnded, this, &Dispatcher::responseEnded);
    connect(&m_courier, &Courier::drained, this, &Dispatcher::drained);
    connect(&m_courier, &Courier::storeTroubled, this,
            [this] { m_troubledUntil = m_clock.tick() + PauseAfterTrouble; });
    connect(&m_courier, &Courier::claimedEarly, this,
            [this](DestinationId destination, Tick turn) { m_alarm.set(turn, destination); });
    connect(&m_courier, &Courier::roomFreed, this, [this] {
        if (m_isStarted)
            serveLine();
    });
    connect(&m_courier, &Courier::laneFreed, this, [this](DestinationId destination) {
        if (Channel *const freed = m_lanes.find(destination))
            fill(*freed, m_clock.tick());
    });
}

Dispatcher::~Dispatcher() = default;

void Dispatcher::start(Milliseconds heartbeat)
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_courier.open();
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
    m_courier.close();
}

void Dispatcher::breakOff()
{
    m_courier.breakOff();
}

void Dispatcher::setDispatching(bool isOn)
{
    m_isDispatching = isOn;
    fillAll();
}

void Dispatcher::addLane(const Registration &registration)
{
    if (Channel *const added = m_lanes.open(registration))
        planHeartbeat(*added);
}

void Dispatcher::recall(DestinationId destination, const QList<Attempt> &past)
{
    Channel *const channel = m_lanes.find(destination);
    if (!channel)
        return;
    for (const Attempt &attempt : past)
        channel->lane.recall(attempt, momentsOf(attempt, m_clock));
    channel->lane.endRecall(m_clock.tick());
}

void Dispatcher::changeLane(const Destination &destination)
{
    Channel *const changed = m_lanes.find(destination.id);
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
    Channel *const forgiven = m_lanes.find(destination);
    if (!forgiven)
        return;
    forgiven->lane.forgive();
    fill(*forgiven, m_clock.tick());
}

void Dispatcher::changeSecrets(DestinationId destination, const Secrets &secrets)
{
    if (Channel *const changed = m_lanes.find(destination))
        changed->lane.setSecrets(secrets);
}

void Dispatcher::removeLane(DestinationId destination)
{
    m_lanes.remove(destination);
}

void Dispatcher::setReturning(DestinationId destination, bool isReturning)
{
    Channel *const channel = m_lanes.find(destination);
    if (!channel)
        return;
    channel->isReturning = isReturning;
    fill(*channel, m_clock.tick());
}

void Dispatcher::enqueue(const QList<WaitingDelivery> &deliveries)
{
    QList<DestinationId> touched;
    for (const WaitingDelivery &waiting : deliveries) {
        Channel *const target = m_lanes.find(waiting.destination);
        if (!target || target->isRemoved)
            continue;
        // By a wall clock that has leapt, what is on record may lie years ahead.
        const Tick latest = m_clock.tick() + longestWait(target->lane.destination());
        m_lanes.add(*target,
                    {std::min(tickOf(waiting.dueAt, m_clock), latest), waiting.delivery,
                     waiting.kind == EventKind::Test, static_cast<quint32>(waiting.bodyBytes)});
        if (touched.isEmpty() || touched.last() != waiting.destination)
            touched.append(waiting.destination);
    }
    const Tick now = m_clock.tick();
    for (const DestinationId destination : touched)
        fill(*m_lanes.find(destination), now);
}

void Dispatcher::forget(const Delivery &cancelled)
{
    // In order, what stood behind it may be due already.
    if (m_lanes.drop(cancelled.destination, cancelled.id))
        fill(*m_lanes.find(cancelled.destination), m_clock.tick());
}

void Dispatcher::settle(const AttemptFinished &finished)
{
    m_courier.settle(finished);
}

void Dispatcher::abandon(const FinishAttempt &finish)
{
    m_courier.abandon(finish);
}

void Dispatcher::makeHeartbeats()
{
    const Tick now = m_clock.tick();
    for (auto &[id, channel] : m_lanes) {
        if (channel.lane.destination().heartbeat || channel.isRemoved)
            continue;
        channel.lane.addHeartbeat();
        fill(channel, now);
    }
}

void Dispatcher::dispatchDue()
{
    const Tick now = m_clock.tick();
    m_courier.sendDue(now);
    while (const auto call = m_alarm.takeDue(now)) {
        Channel *const woken = m_lanes.find(call->destination);
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
    const Channel *const asked = m_lanes.find(destination);
    return asked ? asked->lane.waitingCount() : 0;
}

int Dispatcher::inFlightCount(DestinationId destination) const
{
    const Channel *const asked = m_lanes.find(destination);
    return asked ? asked->lane.inFlightCount() : 0;
}

std::optional<Time> Dispatcher::probeAt(DestinationId destination) const
{
    const Channel *const asked = m_lanes.find(destination);
    return asked ? timeOf(asked->lane.probeAt()) : std::nullopt;
}

std::optional<Time> Dispatcher::heldUntil(DestinationId destination) const
{
    const Channel *const asked = m_lanes.find(destination);
    return asked ? timeOf(asked->lane.heldUntil(m_clock.tick())) : std::nullopt;
}

std::optional<LaneWait> Dispatcher::waitOf(DestinationId destination) const
{
    const std::optional<Time> probe = probeAt(destination);
    const std::optional<Time> held = heldUntil(destination);
    if (held && (!probe || *held >= *probe))
        return LaneWait{NextStep::Held, *held};
    return probe ? std::optional(LaneWait{NextStep::Probed, *probe}) : std::nullopt;
}

std::optional<Time> Dispatcher::nextAt(DestinationId destination) const
{
    const Channel *const asked = m_lanes.find(destination);
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

/// A destination with an interval of its own is woken by its own schedule.
void Dispatcher::planHeartbeat(Channel &channel)
{
    const Destination &destination = channel.lane.destination();
    const Milliseconds interval = destination.heartbeat.value_or(Milliseconds{0});
    channel.heartbeatAt = interval.count() > 0 ? m_clock.tick() + interval : Tick::max();
    if (channel.heartbeatAt != Tick::max())
        m_alarm.set(channel.heartbeatAt, destination.id);
}

void Dispatcher::fillAll()
{
    const Tick now = m_clock.tick();
    for (auto &[id, channel] : m_lanes)
        fill(channel, now);
}

/// Starts all that may start in this lane now, and sees to it that the rest has its turn.
void Dispatcher::fill(Channel &channel, Tick now)
{
    if (!maySend(channel))
        return;
    if (now < m_troubledUntil)
        return wakeAt(channel, m_troubledUntil);
    const Lane &lane = channel.lane;
    const auto isFirst = [this, &lane] { return !m_courier.room().hasLine(lane.trust()); };
    while (isFirst() && lane.nextStart(now) == now && m_courier.hasRoom(lane, now))
        m_courier.startOne(channel, now);
    const bool othersWait = !isFirst();
    waitOn(channel, now);
    if (othersWait)
        serveLine();
}

/// Lets those start that stand in line for a place, one each.
void Dispatcher::serveLine()
{
    const Tick now = m_clock.tick();
    if (now < m_troubledUntil)
        return;
    const auto fits = [this, now](DestinationId destination, Trust trust) {
        const Channel *const asked = m_lanes.find(destination);
        return !asked || !maySend(*asked) || m_courier.hasBodyRoom(asked->lane, trust, now);
    };
    while (const auto first = m_courier.room().next(fits)) {
        Channel *const served = m_lanes.find(*first);
        if (!served || !maySend(*served))
            continue;
        if (served->lane.nextStart(now) == now && m_courier.hasRoom(served->lane, now))
            m_courier.startOne(*served, now);
        waitOn(*served, now);
    }
}

bool Dispatcher::maySend(const Channel &channel) const
{
    const bool isOutOfOrder = channel.isReturning && channel.lane.destination().ordered;
    return m_isStarted && m_isDispatching && !channel.isRemoved && !isOutOfOrder;
}

/// What may start now waits in line for a place, what may start later for its moment.
void Dispatcher::waitOn(Channel &channel, Tick now)
{
    const auto next = channel.lane.nextStart(now);
    if (next == now)
        m_courier.room().lineUp(channel.id(), channel.lane.inFlightCount() == 0,
                                channel.lane.trust());
    else if (next)
        wakeAt(channel, *next);
}

void Dispatcher::wakeAt(Channel &channel, Tick at)
{
    if (channel.wakesAt <= at)
        return;
    channel.wakesAt = at;
    m_alarm.set(at, channel.id());
}

std::optional<Time> Dispatcher::timeOf(std::optional<Tick> tick) const
{
    return tick ? std::optional(m_clock.now() + (*tick - m_clock.tick())) : std::nullopt;
}

} // namespace Core

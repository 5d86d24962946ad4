// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/dispatcher.h"

#include "core/base/log.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Core {

namespace {

constexpr Milliseconds PauseAfterTrouble{1000};
constexpr Milliseconds LongestTimer{3'600'000};

Event heartbeatFor(const Destination &destination, Time now)
{
    Event event;
    event.id = newEventId(now.time_since_epoch().count());
    event.type = HeartbeatType;
    event.contentType = "text/plain; charset=utf-8";
    event.body = QStringLiteral("Hello %1, current time is %2")
                     .arg(destination.name, toLocalIso(now))
                     .toUtf8();
    event.bodyBytes = event.body.size();
    event.acceptedAt = now;
    event.kind = EventKind::Heartbeat;
    return event;
}

} // namespace

Dispatcher::Dispatcher(Ledger &ledger, Poster &poster, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_poster(poster)
    , m_clock(clock)
{
    m_poster.setReportHandler([this](const QList<Report> &reports) {
        for (const Report &report : reports)
            land(report);
    });
}

Dispatcher::~Dispatcher() = default;

void Dispatcher::start(Milliseconds heartbeat)
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_wakeTimer = std::make_unique<QTimer>();
    m_wakeTimer->setSingleShot(true);
    m_wakeTimer->setTimerType(Qt::PreciseTimer);
    connect(m_wakeTimer.get(), &QTimer::timeout, this, &Dispatcher::dispatchDue);
    m_heartbeatTimer = std::make_unique<QTimer>();
    m_heartbeatTimer->setTimerType(Qt::PreciseTimer);
    connect(m_heartbeatTimer.get(), &QTimer::timeout, this, &Dispatcher::makeHeartbeats);
    if (heartbeat.count() > 0)
        m_heartbeatTimer->start(heartbeat);
    const Tick now = m_clock.tick();
    for (auto &[id, channel] : m_channels)
        fill(channel, now);
    armTimer();
}

void Dispatcher::stop()
{
    m_isStarted = false;
    m_heartbeatTimer.reset();
    m_wakeTimer.reset();
    if (m_inFlight == 0)
        emit drained();
}

void Dispatcher::breakOff()
{
    m_isBreakingOff = true;
    m_poster.abortAll();
}

void Dispatcher::setDispatching(bool isOn)
{
    m_isDispatching = isOn;
    const Tick now = m_clock.tick();
    for (auto &[id, channel] : m_channels)
        fill(channel, now);
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

void Dispatcher::removeLane(DestinationId destination)
{
    Channel *const removed = channel(destination);
    if (!removed)
        return;
    // What is in flight must find its lane again, also if the removal is undone meanwhile.
    removed->isRemoved = true;
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
        target->lane.add(
            {tickOf(waiting.dueAt), waiting.delivery, waiting.kind == EventKind::Test});
        if (touched.isEmpty() || touched.last() != waiting.destination)
            touched.append(waiting.destination);
    }
    const Tick now = m_clock.tick();
    for (const DestinationId destination : touched)
        fill(*channel(destination), now);
}

void Dispatcher::settle(const AttemptFinished &finished)
{
    const Delivery &delivery = finished.delivery;
    if (delivery.state == DeliveryState::Waiting)
        enqueue({{delivery.id, delivery.destination, delivery.dueAt, finished.attempt.kind}});
    const auto found = m_open.find(finished.attempt.id);
    if (found == m_open.end())
        return;
    m_open.erase(found);
    release(delivery.destination, finished.attempt.kind);
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
    while (!m_wakeUps.empty() && m_wakeUps.top().at <= now) {
        const WakeUp wakeUp = m_wakeUps.top();
        m_wakeUps.pop();
        Channel *const woken = channel(wakeUp.destination);
        if (!woken)
            continue;
        if (woken->wakesAt <= wakeUp.at)
            woken->wakesAt = Tick::max();
        if (woken->heartbeatAt <= now) {
            woken->lane.addHeartbeat();
            planHeartbeat(*woken);
        }
        fill(*woken, now);
    }
    armTimer();
}

qint64 Dispatcher::waitingCount() const
{
    qint64 count = 0;
    for (const auto &[id, channel] : m_channels)
        count += channel.lane.waitingCount();
    return count;
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
        m_wakeUps.push({channel.heartbeatAt, destination.id});
    armTimer();
}

/// Starts all that may start in this lane now, and asks to be woken for the rest.
void Dispatcher::fill(Channel &channel, Tick now)
{
    if (!m_isStarted || !m_isDispatching || channel.isRemoved)
        return;
    if (now < m_troubledUntil)
        return wakeAt(channel, m_troubledUntil);
    if (channel.lane.takeHeartbeat(now))
        claimHeartbeat(channel);
    const DestinationId destination = channel.lane.destination().id;
    while (const auto entry = channel.lane.takeDelivery(now))
        claim(destination, *entry);
    if (const auto next = channel.lane.nextStart(now))
        wakeAt(channel, *next);
}

void Dispatcher::wakeAt(Channel &channel, Tick at)
{
    if (channel.wakesAt <= at)
        return;
    channel.wakesAt = at;
    m_wakeUps.push({at, channel.lane.destination().id});
    armTimer();
}

void Dispatcher::armTimer()
{
    if (!m_wakeTimer || m_wakeUps.empty())
        return;
    const Milliseconds pause = m_wakeUps.top().at - m_clock.tick();
    const Milliseconds bounded = std::clamp(pause, Milliseconds{0}, LongestTimer);
    if (!m_wakeTimer->isActive() || m_wakeTimer->remainingTimeAsDuration() > bounded)
        m_wakeTimer->start(bounded);
}

void Dispatcher::claim(DestinationId destination, const LaneEntry &entry)
{
    ++m_inFlight;
    m_ledger.submit(ClaimDelivery{entry.delivery, m_clock.now()}, this,
                    [this, destination, entry](const Result<Outcome> &outcome) {
                        if (outcome)
                            return launch(std::get<DeliveryClaimed>(*outcome));
                        // A delivery that was cancelled or is gone is simply forgotten.
                        const ErrorCode code = outcome.error().code;
                        if (code != ErrorCode::Conflict && code != ErrorCode::NotFound)
                            putBack(destination, entry);
                        release(destination, EventKind::Published);
                        noteEnd();
                    });
}

/// The store is in trouble: what could not be claimed waits as it did, and all lanes pause.
void Dispatcher::putBack(DestinationId destination, const LaneEntry &entry)
{
    m_troubledUntil = m_clock.tick() + PauseAfterTrouble;
    Channel *const lane = channel(destination);
    if (lane && !lane->isRemoved)
        lane->lane.add(entry);
}

void Dispatcher::claimHeartbeat(Channel &channel)
{
    ++m_inFlight;
    const Destination &destination = channel.lane.destination();
    m_ledger.submit(ClaimHeartbeat{destination.id, heartbeatFor(destination, m_clock.now())}, this,
                    [this, id = destination.id](const Result<Outcome> &outcome) {
                        if (outcome)
                            return launch(std::get<DeliveryClaimed>(*outcome));
                        release(id, EventKind::Heartbeat);
                        noteEnd();
                    });
}

void Dispatcher::launch(const DeliveryClaimed &claimed)
{
    const Channel *const lane = channel(claimed.attempt.destination);
    OpenAttempt open;
    open.attempt = claimed.attempt;
    open.url = claimed.attempt.url;
    if (!lane || lane->isRemoved || !m_isStarted) {
        // Nothing is sent any more, but the row is open and must be closed truthfully.
        m_open.emplace(claimed.attempt.id, open);
        Report report;
        report.attempt = claimed.attempt.id;
        report.failure = Failure::NotSent;
        report.startedAt = m_clock.now();
        land(report);
        return;
    }
    const Destination &target = lane->lane.destination();
    const Shipment shipment
        = makeShipment(claimed.attempt, claimed.event, target, lane->lane.secrets(), m_clock.now());
    open.requestHeaders = shipment.headers;
    open.isOrdered = target.ordered;
    m_open.emplace(claimed.attempt.id, std::move(open));
    m_poster.post(shipment);
}

void Dispatcher::release(DestinationId destination, EventKind kind)
{
    Channel *const lane = channel(destination);
    if (!lane)
        return;
    if (kind == EventKind::Heartbeat)
        lane->lane.releaseHeartbeat();
    else
        lane->lane.release();
    if (lane->isRemoved && lane->lane.inFlightCount() == 0)
        m_channels.erase(destination);
    else
        fill(*lane, m_clock.tick());
}

void Dispatcher::land(const Report &report)
{
    const auto found = m_open.find(report.attempt);
    if (found == m_open.end()) {
        qCWarning(lcDispatch) << "a report came for attempt" << report.attempt.value
                              << "which is not in flight";
        return;
    }
    const OpenAttempt open = found->second;
    Channel *const lane = channel(open.attempt.destination);
    const Destination destination = lane ? lane->lane.destination() : Destination{};
    const Time now = m_clock.now();
    Verdict verdict = judge(report, destination.retryOn, now);
    if (m_isBreakingOff && report.status == 0) {
        verdict.outcome = AttemptOutcome::Interrupted;
        verdict.isCharged = false;
    }
    const double chance = QRandomGenerator::global()->generateDouble();
    if (lane && verdict.holdsLane)
        lane->lane.holdUntil(m_clock.tick() + *verdict.retryAfter);
    emit attemptEnded(conclude(open, report, verdict, destination, now, chance));
    // Where order counts, or the receiver is gone, the next one waits for this one's outcome to be
    // on record.
    if (!open.isOrdered && !verdict.pausesDestination) {
        m_open.erase(report.attempt);
        release(open.attempt.destination, open.attempt.kind);
    }
    noteEnd();
}

/// What was claimed or in flight is so no more.
void Dispatcher::noteEnd()
{
    --m_inFlight;
    if (!m_isStarted && m_inFlight == 0)
        emit drained();
}

Tick Dispatcher::tickOf(Time time) const
{
    // What is left to wait is measured once; a jump of the wall clock later changes nothing.
    return m_clock.tick() + (time - m_clock.now());
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/witness.h"

#include "core/model/schedule.h"

#include <algorithm>

using namespace Core;

namespace {

const std::vector<Milliseconds> &pausesOf(const Destination &destination)
{
    return destination.retry ? *destination.retry : defaultSchedule();
}

/// \a attempt, but what a body adds is as it was in \a closed, if it was still to come then; its
/// delivery may have come to something else meanwhile.
Attempt withoutBody(Attempt attempt, const Attempt &closed)
{
    attempt.deliveryState = closed.deliveryState;
    if (!closed.timings.receive) {
        attempt.timings.receive.reset();
        attempt.responseBytes = closed.responseBytes;
    }
    return attempt;
}

} // namespace

Witness::Witness(std::shared_ptr<MemoryTables> tables, const ManualClock &clock, int maxInFlight)
    : m_tables(std::move(tables))
    , m_clock(clock)
    , m_maxInFlight(maxInFlight)
    , m_waiting(m_tables, m_clock)
{
}

void Witness::require(bool holds, const char *promise, const QString &what)
{
    if (!holds && m_fault.isEmpty())
        m_fault = QStringLiteral("%1: %2 at %3")
                      .arg(QString::fromLatin1(promise), what, toIso(m_clock.now()));
}

const Destination &Witness::destinationOf(DestinationId id) const
{
    return m_tables->rows.destinations.at(id).registration.destination;
}

const Attempt *Witness::attemptOf(AttemptId id) const
{
    const auto found = m_tables->rows.attempts.find(id);
    return found == m_tables->rows.attempts.end() ? nullptr : &found->second.attempt;
}

void Witness::noteAcknowledged(const AcceptedEvent &event)
{
    QList<DeliveryId> deliveries;
    for (const Delivery &delivery : event.deliveries)
        deliveries.append(delivery.id);
    const auto [entry, isNew] = m_acknowledged.try_emplace(event.event.id.text, deliveries);
    require(isNew || entry->second == deliveries, "a repeated event gets its first answer",
            event.event.id.text);
}

void Witness::notePost(const Shipment &shipment, const Fate &fate)
{
    checkClaim(shipment);
    if (!m_fault.isEmpty())
        return;
    const Attempt &attempt = *attemptOf(shipment.attempt);
    const Destination &destination = destinationOf(attempt.destination);
    Door &door = m_doors[attempt.destination];
    ++m_flying;
    require(m_flying <= m_maxInFlight, "all flights together are bounded",
            QString::number(m_flying));
    checkLane(attempt, destination, door);
    if (fate.failure != Failure::NotSent) // it never arrives
        checkRate(destination, door, m_clock.tick() + fate.underWay);
    checkOrder(attempt, destination);
    door.flying.insert(attempt.id);
    noteBesideHeartbeat(attempt.kind, door);
    m_seen[attempt.id] = {attempt.delivery, attempt.destination, attempt.kind, fate, true};
}

/// Every POST that a receiver sees has an open row that says so, and is the only one of its row.
void Witness::checkClaim(const Shipment &shipment)
{
    const QString what = toString(shipment.attempt);
    const Attempt *const attempt = attemptOf(shipment.attempt);
    require(attempt && attempt->outcome == AttemptOutcome::InFlight, "a claim before every POST",
            what);
    require(!m_seen.contains(shipment.attempt), "a claim is posted once", what);
    if (!attempt)
        return;
    require(attempt->url == shipment.url, "the row says where it goes", what);
    require(!m_cancelledByPerson.contains(attempt->delivery),
            "what a person cancelled is never sent", what);
    require(m_tables->rows.deliveries.at(attempt->delivery).delivery.state
                == DeliveryState::InFlight,
            "what is posted is in flight", what);
}

void Witness::noteEnd(const FinishAttempt &finish)
{
    noteDue(finish);
    const auto found = m_seen.find(finish.attempt.id);
    if (found == m_seen.end())
        return; // claimed, and not sent because we were stopping
    Seen &seen = found->second;
    Door &door = m_doors[seen.destination];
    seen.isFlying = false;
    if (finish.attempt.status != 0 && seen.fate.bodyDelay)
        m_receiving.insert(finish.attempt.id);
    else
        --m_flying;
    door.flying.erase(finish.attempt.id);
    const Destination &destination = destinationOf(seen.destination);
    checkPause(finish, seen, destination);
    if (destination.url == attemptOf(finish.attempt.id)->url)
        noteEndAt(door, finish, seen);
}

/// Also of what was claimed and not sent.
void Witness::noteDue(const FinishAttempt &finish)
{
    auto &dueAt = m_doors[finish.attempt.destination].dueAt;
    dueAt.erase(finish.attempt.delivery);
    if (finish.next == DeliveryState::Waiting)
        dueAt[finish.attempt.delivery] = m_clock.tick() + (finish.dueAt - m_clock.now());
}

/// Until then its flight had a place.
void Witness::noteBody(const KeepResponse &response)
{
    require(m_receiving.erase(response.attempt) == 1, "a body follows its verdict, once",
            toString(response.attempt));
    m_unkept.insert(response.attempt);
    --m_flying;
}

/// How many of a delivery's attempts have ended by no fault of ours.
qint64 Witness::chargedCount(DeliveryId delivery) const
{
    const auto &attempts = m_tables->rows.attempts;
    return std::count_if(attempts.begin(), attempts.end(), [delivery](const auto &entry) {
        const Attempt &attempt = entry.second.attempt;
        return attempt.delivery == delivery && attempt.outcome != AttemptOutcome::InFlight
            && isCharged(attempt);
    });
}

/// The pause lies within a fifth of the schedule's, and never below what the receiver asked for.
void Witness::checkPause(const FinishAttempt &finish, const Seen &seen,
                         const Destination &destination)
{
    if (finish.next != DeliveryState::Waiting)
        return;
    const QString what = toString(finish.attempt.id);
    const Milliseconds pause = finish.dueAt - m_clock.now();
    if (finish.attempt.failure == Failure::NotSent
        || finish.attempt.outcome == AttemptOutcome::Interrupted)
        return;
    const auto &schedule = pausesOf(destination);
    const auto step = static_cast<std::size_t>(chargedCount(seen.delivery));
    require(step < schedule.size(), "the schedule has an end", what);
    if (step >= schedule.size())
        return;
    const Milliseconds asked = seen.fate.retryAfter.value_or(Milliseconds{0});
    const Milliseconds planned = schedule[step];
    require(pause >= planned * 4 / 5 && pause >= asked, "no pause is shorter than planned", what);
    require(pause <= std::max(planned * 6 / 5, asked), "no pause is longer than planned", what);
}

void Witness::noteRecorded(const Outcome &outcome)
{
    noteWaiting(outcome);
    if (const auto *ended = std::get_if<AttemptFinished>(&outcome)) {
        const auto [entry, isNew] = m_closed.try_emplace(ended->attempt.id, ended->attempt);
        require(isNew, "a row is closed once", toString(ended->attempt.id));
        if (ended->changedDestination)
            noteChange(*ended->changedDestination);
    } else if (const auto *kept = std::get_if<ResponseKept>(&outcome)) {
        noteKept(kept->attempt);
    } else if (const auto *changed = std::get_if<DestinationChanged>(&outcome)) {
        noteChange(changed->destination);
        if (changed->isResumed)
            forgive(m_doors[changed->destination.id]);
    } else if (const auto *added = std::get_if<DestinationAdded>(&outcome)) {
        noteChange(added->registration.destination);
    } else if (const auto *removed = std::get_if<DestinationRemoved>(&outcome)) {
        noteRemoval(removed->destination);
    } else if (const auto *restored = std::get_if<DestinationRestored>(&outcome)) {
        noteRestoration(restored->registration.destination.id);
    } else if (const auto *resent = std::get_if<DeliveriesResent>(&outcome)) {
        for (const Delivery &delivery : resent->deliveries)
            m_resent.insert(delivery.id);
    } else if (const auto *cancelled = std::get_if<DeliveryCancelled>(&outcome)) {
        const DeliveryId id = cancelled->delivery.id;
        m_everCancelled.insert(id);
        m_cancelledByPerson.insert(id);
        require(std::none_of(m_seen.begin(), m_seen.end(),
                             [id](const auto &entry) {
                                 return entry.second.isFlying && entry.second.delivery == id;
                             }),
                "what is in flight is not cancelled", toString(id));
    }
}

/// What waits from now on.
void Witness::noteWaiting(const Outcome &outcome)
{
    const Tick now = m_clock.tick();
    if (const auto *claimed = std::get_if<DeliveryClaimed>(&outcome)) {
        m_waiting.remove(claimed->attempt);
    } else if (const auto *ended = std::get_if<AttemptFinished>(&outcome)) {
        const auto &dueAt = m_doors[ended->delivery.destination].dueAt;
        const auto due = dueAt.find(ended->delivery.id);
        m_waiting.add(ended->delivery, due == dueAt.end() ? now : std::max(now, due->second));
    } else if (const auto *added = std::get_if<EventsAdded>(&outcome)) {
        for (const AcceptedEvent &event : added->events) {
            for (qsizetype i = 0; i < event.deliveries.size() && !event.isKnown; ++i)
                m_waiting.addByWall(event.deliveries.at(i));
        }
    } else if (const auto *resent = std::get_if<DeliveriesResent>(&outcome)) {
        for (const Delivery &delivery : resent->deliveries)
            m_waiting.addByWall(delivery);
    } else if (const auto *restored = std::get_if<DestinationRestored>(&outcome)) {
        for (const Delivery &delivery : restored->deliveries)
            m_waiting.addByWall(delivery);
        for (const WaitingDelivery &kept : restored->kept)
            m_waiting.addByWall(m_tables->rows.deliveries.at(kept.delivery).delivery);
    } else if (const auto *continued = std::get_if<RemovalsContinued>(&outcome)) {
        for (const Delivery &delivery : continued->deliveries)
            m_waiting.addByWall(delivery);
    }
}

void Witness::noteKept(const Attempt &attempt)
{
    const QString what = toString(attempt.id);
    Attempt &closed = m_closed[attempt.id];
    require(!closed.timings.receive, "a body is kept once", what);
    require(withoutBody(attempt, closed) == closed, "a body changes nothing else", what);
    closed = attempt;
    m_unkept.erase(attempt.id);
}

void Witness::noteRestart()
{
    for (auto &[id, seen] : m_seen)
        seen.isFlying = false;
    // What was written last may not have been told.
    for (auto &[id, door] : m_doors) {
        const Destination &destination = destinationOf(id);
        Door fresh;
        if (destination.state == DestinationState::Paused)
            fresh.pausedSince = door.pausedSince.value_or(m_clock.tick());
        fresh.url = destination.url;
        fresh.verifiesTls = destination.verifyTls;
        fresh.arrivals = std::move(door.arrivals);
        if (destination.heartbeat == Milliseconds{0})
            fresh.quietSince = m_clock.tick();
        door = std::move(fresh);
    }
    for (const auto &[id, row] : m_tables->rows.deliveries) {
        if (row.delivery.reason == CancelledReason) {
            m_everCancelled.insert(id);
            m_cancelledByPerson.insert(id);
        }
    }
    m_flying = 0;
    m_receiving.clear();
    m_unkept.clear();
}

void Witness::noteTrouble()
{
    m_waiting.noteTrouble();
}

void Witness::noteWallSetForward()
{
    m_wallSetForwardAt = m_clock.tick();
}

void Witness::checkBooks()
{
    for (const auto &[id, deliveries] : m_acknowledged) {
        require(m_tables->rows.events.contains(id), "no acknowledged event is lost", id);
        for (const DeliveryId delivery : deliveries)
            require(m_tables->rows.deliveries.contains(delivery), "no delivery is lost",
                    toString(delivery));
    }
    for (const DeliveryId delivery : m_resent)
        require(m_tables->rows.deliveries.contains(delivery), "no resend is lost",
                toString(delivery));
    std::set<DeliveryId> open;
    for (const auto &[id, row] : m_tables->rows.attempts) {
        const Attempt &attempt = row.attempt;
        if (attempt.outcome != AttemptOutcome::InFlight)
            continue;
        require(open.insert(attempt.delivery).second, "one open attempt at a time", toString(id));
        require(m_tables->rows.deliveries.at(attempt.delivery).delivery.state
                    == DeliveryState::InFlight,
                "an open attempt's delivery is in flight", toString(id));
    }
    for (const auto &[id, closed] : m_closed) {
        const Attempt *const now = attemptOf(id);
        require(now && withoutBody(*now, closed) == closed,
                "a closed row is never written again, but for its body", toString(id));
    }
}

void Witness::checkEnd()
{
    checkBooks();
    require(m_receiving.empty() && m_unkept.empty(), "every body that has come is kept",
            QString::number(m_unkept.size()));
    for (const auto &[id, seen] : m_seen) {
        const Attempt *const attempt = attemptOf(id);
        require(attempt != nullptr, "every POST is on record", toString(id));
        if (attempt && attempt->outcome != AttemptOutcome::Interrupted)
            require(attempt->status == seen.fate.status, "the log tells what was answered",
                    toString(id));
    }
    for (const auto &[id, row] : m_tables->rows.deliveries)
        checkEnded(row.delivery, destinationOf(row.delivery.destination));
}

/// By success, a final failure, the end of its schedule, or a person.
void Witness::checkEnded(const Delivery &delivery, const Destination &destination)
{
    const QString what = toString(delivery.id);
    require(isEnded(delivery.state), "everything ends after the receivers are well", what);
    if (delivery.state == DeliveryState::Cancelled) {
        require(m_everCancelled.contains(delivery.id), "only a person cancels", what);
        return;
    }
    const Attempt *last = nullptr;
    for (const auto &[id, row] : m_tables->rows.attempts) {
        if (row.attempt.delivery == delivery.id)
            last = &row.attempt;
    }
    require(last != nullptr, "nothing ends without an attempt", what);
    if (!last)
        return;
    const auto seen = m_seen.find(last->id);
    if (delivery.state == DeliveryState::Delivered) {
        require(seen != m_seen.end() && isSuccess(seen->second.fate),
                "delivered is what the receiver took", what);
        return;
    }
    const bool isRefused
        = seen != m_seen.end() && !isTemporary(seen->second.fate, destination.retryOn);
    const bool isScheduled = last->kind == EventKind::Published;
    const auto mostCharged = isScheduled ? std::ssize(pausesOf(destination)) : 0;
    const bool isSpent = chargedCount(delivery.id) > mostCharged;
    require(isRefused || isSpent || last->kind == EventKind::Heartbeat,
            "failed is what was refused or tried to the end", what);
    require(last->kind != EventKind::Test || chargedCount(delivery.id) <= 1,
            "a test that has failed is not tried again", what);
}

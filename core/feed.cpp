// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed.h"

#include <algorithm>
#include <utility>

namespace Core {

namespace {

constexpr Milliseconds Pause{40};
constexpr qsizetype MostCalls = 1000; ///< in a batch
constexpr Milliseconds SilentPause{500};
constexpr Milliseconds RateWindow{5'000};

} // namespace

Feed::Feed(const Clock &clock, Sources sources, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_sources(std::move(sources))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Feed::flush);
}

Feed::~Feed() = default;

void Feed::noteAttempt(const Attempt &attempt)
{
    if (attempt.outcome != AttemptOutcome::InFlight)
        countEnd(attempt);
    const auto [place, isNew] = m_places.try_emplace(attempt.id, m_attempts.size());
    if (isNew)
        m_attempts.append(attempt);
    else
        m_attempts[place->second] = attempt;
    m_states.insert_or_assign(attempt.delivery, attempt.deliveryState);
    noteDestination(attempt.destination);
}

void Feed::countEnd(const Attempt &attempt)
{
    ++m_ended;
    if (attempt.outcome == AttemptOutcome::Delivered)
        ++m_delivered;
    m_ends.push_back(m_clock.tick());
    while (m_ends.back() - m_ends.front() > RateWindow)
        m_ends.pop_front();
}

void Feed::noteResponse(const Attempt &attempt)
{
    m_responses.append(attempt);
    m_states.insert_or_assign(attempt.delivery, attempt.deliveryState);
    wake();
}

void Feed::noteDelivery(const Delivery &delivery)
{
    m_states.insert_or_assign(delivery.id, delivery.state);
    m_changed.insert(delivery.id);
    noteDestination(delivery.destination);
}

void Feed::noteCapture(const Capture &capture)
{
    m_captures.append(capture);
    wake();
}

void Feed::notePin(const Pin &pin)
{
    m_pins.append(pin);
    wake();
}

void Feed::noteForgotten(const QList<LogKey> &rows)
{
    if (rows.isEmpty())
        return;
    m_forgotten += rows;
    wake();
}

void Feed::noteCall(const ApiCall &call)
{
    if (m_calls.size() == MostCalls)
        m_calls.removeFirst();
    m_calls.append(call);
    wake();
}

void Feed::noteDestination(DestinationId destination)
{
    m_touched.insert(destination);
    wake();
}

void Feed::noteRemoval(DestinationId destination)
{
    m_touched.erase(destination);
    m_removed.append(destination);
    wake();
}

void Feed::noteStatus()
{
    wake();
}

void Feed::wake()
{
    if (!m_timer.isActive() || m_timer.intervalAsDuration() > Pause)
        m_timer.start(Pause);
}

double Feed::rate() const
{
    const Tick now = m_clock.tick();
    const auto isRecent = [now](Tick end) { return now - end <= RateWindow; };
    const auto first = std::find_if(m_ends.begin(), m_ends.end(), isRecent);
    return static_cast<double>(std::distance(first, m_ends.end())) * 1000.0
        / static_cast<double>(RateWindow.count());
}

EngineStatus Feed::status() const
{
    EngineStatus status;
    status.attemptsEnded = m_ended;
    status.attemptsDelivered = m_delivered;
    status.attemptsPerSecond = rate();
    m_sources.completeStatus(status);
    return status;
}

void Feed::bringUpToDate(QList<Attempt> &attempts) const
{
    for (Attempt &attempt : attempts)
        attempt.deliveryState = m_states.at(attempt.delivery);
}

void Feed::tellAttempts()
{
    bringUpToDate(m_attempts);
    bringUpToDate(m_responses);
    QList<DeliveryChange> changes;
    for (const DeliveryId id : std::exchange(m_changed, {}))
        changes.append({id, m_states.at(id)});
    m_states.clear();
    if (!m_attempts.isEmpty())
        emit attemptsRecorded(std::exchange(m_attempts, {}));
    if (!changes.isEmpty())
        emit deliveriesChanged(changes);
    if (!m_responses.isEmpty())
        emit responsesKept(std::exchange(m_responses, {}));
}

void Feed::flush()
{
    m_places.clear();
    // Destinations first, so that an attempt never shows up before its destination.
    if (!m_removed.isEmpty())
        emit destinationsForgotten(std::exchange(m_removed, {}));
    QList<DestinationStatus> destinations;
    for (const DestinationId id : std::exchange(m_touched, {})) {
        if (const auto destination = m_sources.destination(id))
            destinations.append(*destination);
    }
    if (!destinations.isEmpty())
        emit destinationsChanged(destinations);
    tellAttempts();
    if (!m_captures.isEmpty())
        emit capturesRecorded(std::exchange(m_captures, {}));
    if (!m_pins.isEmpty())
        emit pinsChanged(std::exchange(m_pins, {}));
    if (!m_forgotten.isEmpty())
        emit rowsForgotten(std::exchange(m_forgotten, {}));
    if (!m_calls.isEmpty())
        emit callsAnswered(std::exchange(m_calls, {}));
    const EngineStatus now = status();
    // A rate that falls silent must still be told to have fallen.
    if (now.attemptsPerSecond > 0)
        m_timer.start(SilentPause);
    if (now == m_told)
        return;
    m_told = now;
    emit statusChanged(now);
}

} // namespace Core

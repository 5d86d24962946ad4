// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeper.h"

#include "core/dispatch/dispatcher.h"
#include "core/feed.h"
#include "core/model/directory.h"

#include <utility>

namespace Core {

namespace {

QList<WaitingDelivery> asWaiting(const QList<Delivery> &deliveries, EventKind kind,
                                 qint64 bodyBytes = 0)
{
    QList<WaitingDelivery> waiting;
    waiting.reserve(deliveries.size());
    for (const Delivery &delivery : deliveries)
        waiting.append({delivery.id, delivery.destination, delivery.dueAt, kind, bodyBytes});
    return waiting;
}

QList<WaitingDelivery> asWaiting(const QList<Delivery> &deliveries, const QList<EventKind> &kinds)
{
    QList<WaitingDelivery> waiting = asWaiting(deliveries, EventKind::Published);
    for (qsizetype i = 0; i < waiting.size(); ++i)
        waiting[i].kind = kinds.at(i);
    return waiting;
}

} // namespace

Bookkeeper::Bookkeeper(Directory &directory, Dispatcher &dispatcher, Feed &feed,
                       std::function<void(DestinationId)> restored)
    : m_directory(directory)
    , m_dispatcher(dispatcher)
    , m_feed(feed)
    , m_restored(std::move(restored))
{
}

void Bookkeeper::take(const QList<Outcome> &outcomes)
{
    for (const Outcome &outcome : outcomes)
        std::visit([this](const auto &fact) { take(fact); }, outcome);
}

void Bookkeeper::take(const DestinationAdded &outcome)
{
    for (const DestinationId replaced : outcome.replaced)
        take(DestinationRemoved{replaced, {}});
    if (!outcome.isNew)
        return;
    m_directory.put(outcome.registration);
    m_dispatcher.addLane(outcome.registration);
    m_feed.noteDestination(outcome.registration.destination.id);
}

void Bookkeeper::take(const DestinationChanged &outcome)
{
    m_directory.put(outcome.destination);
    m_dispatcher.changeLane(outcome.destination);
    if (outcome.secrets) {
        m_directory.put(Registration{outcome.destination, *outcome.secrets});
        m_dispatcher.changeSecrets(outcome.destination.id, *outcome.secrets);
    }
    if (outcome.isResumed)
        m_dispatcher.forgive(outcome.destination.id);
    m_feed.noteDestination(outcome.destination.id);
}

void Bookkeeper::take(const DestinationsImported &outcome)
{
    for (const DestinationAdded &added : outcome.added)
        take(added);
    for (const DestinationChanged &changed : outcome.changed)
        take(changed);
}

void Bookkeeper::take(const SecretRotated &outcome)
{
    const Destination &destination = outcome.registration.destination;
    m_directory.put(outcome.registration);
    m_dispatcher.changeLane(destination);
    m_dispatcher.changeSecrets(destination.id, outcome.registration.secrets);
    m_feed.noteDestination(destination.id);
}

void Bookkeeper::take(const DestinationRemoved &outcome)
{
    m_directory.remove(outcome.destination);
    m_dispatcher.removeLane(outcome.destination);
    m_feed.noteRemoval(outcome.destination);
}

void Bookkeeper::take(const DestinationRestored &outcome)
{
    m_directory.put(outcome.registration);
    const DestinationId destination = outcome.registration.destination.id;
    m_dispatcher.addLane(outcome.registration);
    m_dispatcher.setReturning(destination, true);
    enqueue(outcome.kept);
    enqueue(asWaiting(outcome.deliveries, outcome.kinds));
    m_dispatcher.setReturning(destination, !outcome.isWhole);
    for (const Delivery &delivery : outcome.deliveries)
        m_feed.noteDelivery(delivery);
    m_restored(destination);
    m_feed.noteDestination(destination);
}

void Bookkeeper::take(const RemovalsContinued &outcome)
{
    enqueue(asWaiting(outcome.deliveries, outcome.kinds));
    for (const Delivery &delivery : outcome.deliveries)
        m_feed.noteDelivery(delivery);
    for (const DestinationId returned : outcome.returned)
        m_dispatcher.setReturning(returned, false);
}

void Bookkeeper::take(const EventsAdded &outcome)
{
    QList<WaitingDelivery> waiting;
    for (const AcceptedEvent &accepted : outcome.events) {
        if (!accepted.isKnown)
            waiting
                += asWaiting(accepted.deliveries, accepted.event.kind, accepted.event.bodyBytes);
    }
    enqueue(waiting);
}

void Bookkeeper::take(const DeliveriesResent &outcome)
{
    enqueue(asWaiting(outcome.deliveries, outcome.kind));
}

void Bookkeeper::take(const DeliveryCancelled &outcome)
{
    m_dispatcher.forget(outcome.delivery);
    m_feed.noteDelivery(outcome.delivery);
}

void Bookkeeper::enqueue(const QList<WaitingDelivery> &waiting)
{
    for (const WaitingDelivery &delivery : waiting)
        m_feed.noteDestination(delivery.destination);
    m_dispatcher.enqueue(waiting);
}

void Bookkeeper::take(const DeliveryClaimed &outcome)
{
    m_feed.noteAttempt(outcome.attempt);
}

/// It waits as it did; who has claimed it hears of its size.
void Bookkeeper::take(const BodyTooLarge & /*outcome*/) { }

void Bookkeeper::take(const AttemptFinished &outcome)
{
    m_directory.noteEnded(outcome.attempt);
    if (outcome.changedDestination)
        take(DestinationChanged{*outcome.changedDestination, false});
    m_dispatcher.settle(outcome);
    m_feed.noteAttempt(outcome.attempt);
}

/// It has been told as ended, and counts but once.
void Bookkeeper::take(const ResponseKept &outcome)
{
    m_directory.noteResponse(outcome.attempt);
    m_feed.noteResponse(outcome.attempt);
}

void Bookkeeper::take(const CaptureAdded &outcome)
{
    m_feed.noteCapture(outcome.capture);
}

void Bookkeeper::take(const PinChanged &outcome)
{
    m_directory.notePin(outcome.pin);
    m_feed.notePin(outcome.pin);
}

void Bookkeeper::take(const HistoryPruned &outcome)
{
    m_feed.noteForgotten(outcome.rows);
}

} // namespace Core

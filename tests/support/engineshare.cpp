// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engineshare.h"

using namespace Core;

namespace {

void enqueue(const AcceptedEvent &event, Dispatcher &dispatcher)
{
    QList<WaitingDelivery> waiting;
    for (const Delivery &delivery : event.deliveries)
        waiting.append({delivery.id, delivery.destination, delivery.dueAt, event.event.kind,
                        event.event.bodyBytes});
    dispatcher.enqueue(waiting);
}

void enqueueNew(const EventsAdded &added, Dispatcher &dispatcher)
{
    for (const AcceptedEvent &event : added.events) {
        if (!event.isKnown)
            enqueue(event, dispatcher);
    }
}

void enqueueRestored(const QList<Delivery> &deliveries, const QList<EventKind> &kinds,
                     Dispatcher &dispatcher)
{
    QList<WaitingDelivery> waiting;
    for (qsizetype i = 0; i < deliveries.size(); ++i) {
        const Delivery &delivery = deliveries.at(i);
        waiting.append({delivery.id, delivery.destination, delivery.dueAt, kinds.at(i)});
    }
    dispatcher.enqueue(waiting);
}

} // namespace

void passOn(const Outcome &outcome, Dispatcher &dispatcher)
{
    if (const auto *added = std::get_if<DestinationAdded>(&outcome)) {
        dispatcher.addLane(added->registration);
    } else if (const auto *changed = std::get_if<DestinationChanged>(&outcome)) {
        dispatcher.changeLane(changed->destination);
        if (changed->isResumed)
            dispatcher.forgive(changed->destination.id);
    } else if (const auto *removed = std::get_if<DestinationRemoved>(&outcome)) {
        dispatcher.removeLane(removed->destination);
    } else if (const auto *restored = std::get_if<DestinationRestored>(&outcome)) {
        dispatcher.addLane(restored->registration);
        const DestinationId destination = restored->registration.destination.id;
        dispatcher.setReturning(destination, true);
        dispatcher.enqueue(restored->kept);
        enqueueRestored(restored->deliveries, restored->kinds, dispatcher);
        dispatcher.setReturning(destination, !restored->isWhole);
    } else if (const auto *continued = std::get_if<RemovalsContinued>(&outcome)) {
        enqueueRestored(continued->deliveries, continued->kinds, dispatcher);
        for (const DestinationId returned : continued->returned)
            dispatcher.setReturning(returned, false);
    } else if (const auto *events = std::get_if<EventsAdded>(&outcome)) {
        enqueueNew(*events, dispatcher);
    } else if (const auto *resent = std::get_if<DeliveriesResent>(&outcome)) {
        AcceptedEvent again{{}, resent->deliveries, false};
        again.event.kind = resent->kind;
        enqueue(again, dispatcher);
    } else if (const auto *cancelled = std::get_if<DeliveryCancelled>(&outcome)) {
        dispatcher.forget(cancelled->delivery);
    } else if (const auto *rotated = std::get_if<SecretRotated>(&outcome)) {
        dispatcher.changeLane(rotated->registration.destination);
        dispatcher.changeSecrets(rotated->registration.destination.id,
                                 rotated->registration.secrets);
    } else if (const auto *ended = std::get_if<AttemptFinished>(&outcome)) {
        if (ended->changedDestination)
            dispatcher.changeLane(*ended->changedDestination);
        dispatcher.settle(*ended);
    }
}

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/storedfacts.h"

#include <set>

namespace Core {

namespace {

/// Reads page after page of a list that is told newest first.
template<typename Row, typename Ask>
Result<> readPages(std::map<decltype(Row::id), Row> &rows, Ask ask)
{
    LogQuery query;
    query.limit = 1000;
    while (true) {
        const Result<QList<Row>> page = ask(query);
        if (!page)
            return page.error();
        for (const Row &row : *page)
            rows.emplace(row.id, row);
        if (page->size() < query.limit)
            return {};
        query.before = page->last().id.value;
    }
}

Result<> readBodies(StoredFacts &facts, Records &records)
{
    for (const auto &[id, delivery] : facts.deliveries) {
        if (facts.bodies.contains(delivery.event.text))
            continue;
        const auto event = records.eventWithBody(delivery.event);
        if (!event)
            return event.error();
        facts.bodies.emplace(event->id.text, event->body);
    }
    return {};
}

} // namespace

void StoredFacts::learn(const Change &change, const Outcome &outcome)
{
    if (const auto *added = std::get_if<DestinationAdded>(&outcome)) {
        const Destination &destination = added->registration.destination;
        destinations.insert_or_assign(destination.id, destination);
    } else if (const auto *accepted = std::get_if<EventsAdded>(&outcome)) {
        const QList<NewEvent> &wanted = std::get<AddEvents>(change).events;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            bodies.emplace(wanted.at(i).event.id.text, wanted.at(i).event.body);
            for (const Delivery &delivery : accepted->events.at(i).deliveries)
                deliveries.emplace(delivery.id, delivery);
        }
    } else if (const auto *claimed = std::get_if<DeliveryClaimed>(&outcome)) {
        attempts.insert_or_assign(claimed->attempt.id, claimed->attempt);
        Delivery &delivery = deliveries.at(claimed->attempt.delivery);
        delivery.state = DeliveryState::InFlight;
        delivery.attemptCount = claimed->attempt.number;
    } else if (const auto *finished = std::get_if<AttemptFinished>(&outcome)) {
        attempts.insert_or_assign(finished->attempt.id, finished->attempt);
        deliveries.insert_or_assign(finished->delivery.id, finished->delivery);
        if (const auto &changed = finished->changedDestination)
            destinations.insert_or_assign(changed->id, *changed);
    }
}

StoredFacts StoredFacts::afterCrash() const
{
    StoredFacts facts = *this;
    for (auto &[id, attempt] : facts.attempts) {
        if (attempt.outcome != AttemptOutcome::InFlight)
            continue;
        attempt.outcome = AttemptOutcome::Interrupted;
        attempt.error = BrokenOffError;
    }
    for (auto &[id, delivery] : facts.deliveries) {
        if (delivery.state == DeliveryState::InFlight)
            delivery.state = DeliveryState::Waiting;
    }
    return facts;
}

int StoredFacts::eventsMissingIn(const StoredFacts &found) const
{
    std::set<QString> missing;
    for (const auto &[id, body] : bodies) {
        const auto there = found.bodies.find(id);
        if (there == found.bodies.end() || there->second != body)
            missing.insert(id);
    }
    for (const auto &[id, delivery] : deliveries) {
        if (!found.deliveries.contains(id))
            missing.insert(delivery.event.text);
    }
    return static_cast<int>(missing.size());
}

Result<StoredFacts> readFacts(Store &store, Records &records)
{
    StoredFacts facts;
    const auto registrations = store.registrations();
    if (!registrations)
        return registrations.error();
    for (const Registration &registration : *registrations)
        facts.destinations.emplace(registration.destination.id, registration.destination);
    if (auto read = readPages(facts.deliveries,
                              [&](const LogQuery &query) { return records.deliveries(query); });
        !read)
        return read.error();
    if (auto read
        = readPages(facts.attempts, [&](const LogQuery &query) { return records.attempts(query); });
        !read)
        return read.error();
    if (auto read = readBodies(facts, records); !read)
        return read.error();
    return facts;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/storedfacts.h"

#include "core/store/rules.h"

#include <algorithm>
#include <set>
#include <vector>

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

/// Enters what a store has answered to one change.
///
/// Borrows: both.
class Learner final
{
public:
    Learner(StoredFacts &facts, const Change &change)
        : m_facts(facts)
        , m_change(change)
    {
    }

    void operator()(const DestinationAdded &outcome) { put(outcome.registration); }
    void operator()(const SecretRotated &outcome) { put(outcome.registration); }
    void operator()(const DestinationChanged &outcome);
    void operator()(const DestinationRemoved &outcome);
    void operator()(const DestinationRestored &outcome);
    void operator()(const RemovalsContinued &outcome);
    void operator()(const EventsAdded &outcome);
    void operator()(const DeliveriesResent &outcome) { put(outcome.deliveries); }
    void operator()(const DeliveryCancelled &outcome) { put({outcome.delivery}); }
    void operator()(const DeliveryClaimed &outcome);
    void operator()(const AttemptFinished &outcome);
    void operator()(const ResponseKept &outcome);
    void operator()(const HistoryPruned &outcome);

    template<typename Other>
    void operator()(const Other & /*outcome*/)
    {
        qFatal("nobody has told what this change promises");
    }

private:
    void put(const Registration &registration);
    void put(const QList<Delivery> &deliveries);
    void cancel(const QList<DeliveryId> &deliveries);
    void restore(const QList<Delivery> &deliveries);
    std::vector<DeliveryId> surplusHeartbeats() const;
    std::vector<DeliveryId> endedOldestFirst() const;
    void forgetChosen(const QList<LogKey> &rows);
    void forget(DeliveryId id);

    StoredFacts &m_facts;
    const Change &m_change;
};

void Learner::put(const Registration &registration)
{
    const Destination &destination = registration.destination;
    m_facts.registrations.insert_or_assign(destination.id, registration);
    for (auto &[id, attempt] : m_facts.attempts) {
        if (attempt.destination == destination.id)
            attempt.destinationName = destination.name;
    }
}

void Learner::put(const QList<Delivery> &deliveries)
{
    for (const Delivery &delivery : deliveries)
        m_facts.deliveries.insert_or_assign(delivery.id, delivery);
}

void Learner::operator()(const DestinationChanged &outcome)
{
    const Secrets &before = m_facts.registrations.at(outcome.destination.id).secrets;
    put({outcome.destination, outcome.secrets.value_or(before)});
}

void Learner::operator()(const DestinationRemoved &outcome)
{
    m_facts.registrations.erase(outcome.destination);
    m_facts.removals[outcome.destination] = std::get<RemoveDestination>(m_change).at;
    cancel(outcome.cancelled);
}

/// What a removal has come to.
void Learner::cancel(const QList<DeliveryId> &deliveries)
{
    for (const DeliveryId id : deliveries) {
        Delivery &delivery = m_facts.deliveries.at(id);
        if (delivery.state != DeliveryState::Waiting)
            qFatal("a removal has cancelled what did not wait");
        m_facts.restorable[id] = delivery.dueAt;
        delivery.state = DeliveryState::Cancelled;
        delivery.dueAt = m_facts.removals.at(delivery.destination);
        delivery.reason = RemovedReason;
    }
}

void Learner::restore(const QList<Delivery> &deliveries)
{
    for (const Delivery &delivery : deliveries) {
        if (!m_facts.comesBack(delivery) || m_facts.restorable.at(delivery.id) != delivery.dueAt)
            qFatal("what was not to come back has come back");
        m_facts.restorable.erase(delivery.id);
    }
    put(deliveries);
}

void Learner::operator()(const DestinationRestored &outcome)
{
    const DestinationId destination = outcome.registration.destination.id;
    const auto kept = std::count_if(m_facts.deliveries.begin(), m_facts.deliveries.end(),
                                    [destination](const auto &row) {
                                        return row.second.destination == destination
                                            && row.second.state == DeliveryState::Waiting;
                                    });
    if (kept != outcome.kept.size())
        qFatal("what waited all along is not what was told");
    put(outcome.registration);
    m_facts.removals.erase(destination);
    restore(outcome.deliveries);
}

void Learner::operator()(const RemovalsContinued &outcome)
{
    restore(outcome.deliveries);
    cancel(outcome.cancelled);
}

void Learner::operator()(const EventsAdded &outcome)
{
    const QList<NewEvent> &wanted = std::get<AddEvents>(m_change).events;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        m_facts.bodies.emplace(wanted.at(i).event.id.text, wanted.at(i).event.body);
        put(outcome.events.at(i).deliveries);
    }
}

void Learner::operator()(const DeliveryClaimed &outcome)
{
    const Attempt &attempt = outcome.attempt;
    m_facts.attempts.insert_or_assign(attempt.id, attempt);
    Delivery &delivery = m_facts.deliveries[attempt.delivery];
    if (const auto *heartbeat = std::get_if<ClaimHeartbeat>(&m_change)) {
        delivery.id = attempt.delivery;
        delivery.event = heartbeat->event.id;
        delivery.destination = heartbeat->destination;
        delivery.createdAt = delivery.dueAt = heartbeat->event.acceptedAt;
        m_facts.bodies.emplace(heartbeat->event.id.text, heartbeat->event.body);
    }
    delivery.state = DeliveryState::InFlight;
    delivery.attemptCount = attempt.number;
}

void Learner::operator()(const AttemptFinished &outcome)
{
    m_facts.attempts.insert_or_assign(outcome.attempt.id, outcome.attempt);
    put({outcome.delivery});
    if (outcome.delivery.state == DeliveryState::Cancelled)
        m_facts.restorable[outcome.delivery.id] = std::get<FinishAttempt>(m_change).dueAt;
    if (const auto &changed = outcome.changedDestination)
        m_facts.registrations.at(changed->id).destination = *changed;
}

void Learner::operator()(const ResponseKept &outcome)
{
    m_facts.attempts.insert_or_assign(outcome.attempt.id, outcome.attempt);
}

void Learner::operator()(const HistoryPruned &outcome)
{
    if (const auto *chosen = std::get_if<ForgetRows>(&m_change))
        return forgetChosen(chosen->rows.first(outcome.judged));
    const auto surplus = surplusHeartbeats();
    std::for_each(surplus.begin(), surplus.end(), [this](DeliveryId id) { forget(id); });
    const auto ended = endedOldestFirst();
    const auto count = static_cast<std::size_t>(outcome.deliveries) - surplus.size();
    if (count > ended.size())
        qFatal("more was forgotten than had ended");
    for (std::size_t i = 0; i < count; ++i)
        forget(ended.at(i));
}

void Learner::forgetChosen(const QList<LogKey> &rows)
{
    for (const LogKey row : rows) {
        const auto attempt = m_facts.attempts.find(row.attempt());
        if (attempt == m_facts.attempts.end())
            continue;
        const DeliveryId delivery = attempt->second.delivery;
        const Delivery &chosen = m_facts.deliveries.at(delivery);
        if (isEnded(chosen.state) && !m_facts.comesBack(chosen))
            forget(delivery);
    }
}

/// Those that went well, but for the newest of each destination.
std::vector<DeliveryId> Learner::surplusHeartbeats() const
{
    std::set<DeliveryId, std::greater<>> heartbeats;
    for (const auto &[id, attempt] : m_facts.attempts) {
        if (attempt.kind == EventKind::Heartbeat && attempt.outcome == AttemptOutcome::Delivered)
            heartbeats.insert(attempt.delivery);
    }
    std::map<DestinationId, int> counts;
    std::vector<DeliveryId> surplus;
    for (const DeliveryId id : heartbeats) {
        if (++counts[m_facts.deliveries.at(id).destination]
            > std::get<PruneHistory>(m_change).limits.heartbeats)
            surplus.push_back(id);
    }
    return surplus;
}

std::vector<DeliveryId> Learner::endedOldestFirst() const
{
    std::vector<DeliveryId> ended;
    for (const auto &[id, delivery] : m_facts.deliveries) {
        if (isEnded(delivery.state) && !m_facts.comesBack(delivery))
            ended.push_back(id);
    }
    std::stable_sort(ended.begin(), ended.end(), [this](DeliveryId left, DeliveryId right) {
        return m_facts.deliveries.at(left).dueAt < m_facts.deliveries.at(right).dueAt;
    });
    return ended;
}

/// Its attempts go with it, and so does its event when no other delivery has it.
void Learner::forget(DeliveryId id)
{
    const EventId event = m_facts.deliveries.at(id).event;
    m_facts.deliveries.erase(id);
    m_facts.restorable.erase(id);
    std::erase_if(m_facts.attempts, [id](const auto &row) { return row.second.delivery == id; });
    bool isNeeded = false;
    for (auto &[other, delivery] : m_facts.deliveries) {
        isNeeded = isNeeded || delivery.event == event;
        if (delivery.resendOf == id)
            delivery.resendOf = {};
    }
    if (!isNeeded)
        m_facts.bodies.erase(event.text);
}

QString inWords(const QString &event)
{
    return QStringLiteral("the body of ") + event;
}

template<typename Id>
QString inWords(Id id)
{
    return toString(id);
}

template<typename Rows>
QString firstDifference(const Rows &promised, const Rows &found)
{
    for (const auto &[id, row] : promised) {
        const auto there = found.find(id);
        if (there == found.end())
            return inWords(id) + QStringLiteral(" is not there");
        if (there->second != row)
            return inWords(id) + QStringLiteral(" is another");
    }
    for (const auto &[id, row] : found) {
        if (!promised.contains(id))
            return inWords(id) + QStringLiteral(" is there");
    }
    return {};
}

/// Has each attempt say what its delivery has come to.
void tellEnds(StoredFacts &facts)
{
    for (auto &[id, attempt] : facts.attempts)
        attempt.deliveryState = facts.deliveries.at(attempt.delivery).state;
}

} // namespace

void StoredFacts::learn(const Change &change, const Outcome &outcome)
{
    std::visit(Learner(*this, change), outcome);
    tellEnds(*this);
}

StoredFacts StoredFacts::afterCrash(Time restart) const
{
    StoredFacts facts = *this;
    for (auto &[id, delivery] : facts.deliveries) {
        if (!facts.comesBack(delivery))
            continue;
        delivery.state = DeliveryState::Waiting;
        delivery.dueAt = facts.restorable.at(id);
        delivery.reason.clear();
        facts.restorable.erase(id);
    }
    for (auto &[id, attempt] : facts.attempts) {
        if (attempt.outcome != AttemptOutcome::InFlight)
            continue;
        attempt.outcome = AttemptOutcome::Interrupted;
        attempt.error = BrokenOffError;
        Delivery &delivery = facts.deliveries.at(attempt.delivery);
        delivery.state = DeliveryState::Waiting;
        if (attempt.kind == EventKind::Heartbeat) {
            delivery.state = DeliveryState::Failed;
            delivery.reason = InterruptedReason;
        } else if (!registrations.contains(delivery.destination)) {
            delivery.state = DeliveryState::Cancelled;
            delivery.reason = RemovedReason;
            facts.restorable[delivery.id] = delivery.dueAt;
        }
        if (isEnded(delivery.state))
            delivery.dueAt = restart;
    }
    tellEnds(facts);
    return facts;
}

bool StoredFacts::comesBack(const Delivery &delivery) const
{
    return restorable.contains(delivery.id) && registrations.contains(delivery.destination);
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

QString StoredFacts::differenceIn(const StoredFacts &found) const
{
    QString difference = firstDifference(registrations, found.registrations);
    if (difference.isEmpty())
        difference = firstDifference(bodies, found.bodies);
    if (difference.isEmpty())
        difference = firstDifference(deliveries, found.deliveries);
    if (difference.isEmpty())
        difference = firstDifference(attempts, found.attempts);
    return difference;
}

Result<StoredFacts> readFacts(Store &store, Records &records)
{
    StoredFacts facts;
    const auto registrations = store.registrations();
    if (!registrations)
        return registrations.error();
    for (const Registration &registration : *registrations)
        facts.registrations.emplace(registration.destination.id, registration);
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

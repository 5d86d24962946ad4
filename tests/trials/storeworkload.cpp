// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/storeworkload.h"

#include "core/store/rules.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefixture.h"

namespace Core {

namespace {

constexpr int DestinationCount = 3;
constexpr int RunCount = 4;
constexpr int BatchesOfARun = 25;
constexpr int LargestBatch = 6;
constexpr int KeptAttempts = 40;
constexpr int KeptHeartbeats = 2;
constexpr int LargestStep = 3; // of a removal; so little that it takes several
constexpr int LargestBody = 6000;
constexpr qsizetype HugeBody = 1'048'576;
constexpr int HugeCount = 18; // more than the log may hold before it comes home

void giveUp(const Error &error)
{
    qFatal("the store refused: %s", qPrintable(error.sentence));
}

} // namespace

StoreWorkload::StoreWorkload(quint32 seed, const RecordingVfs &disk)
    : m_random(seed)
    , m_disk(disk)
    , m_store(std::make_unique<SqliteStore>(m_directory.path()))
{
}

void StoreWorkload::run()
{
    m_promises.push_back({});
    for (int i = 0; i < RunCount; ++i)
        runOnce(BatchesOfARun);
    open();
    for (int i = 0; i < HugeCount; ++i)
        write({newEvent(HugeBody)});
    for (int i = 0; i < BatchesOfARun; ++i)
        write(nextBatch());
    m_store->close();
}

void StoreWorkload::runOnce(int batchCount)
{
    open();
    while (m_facts.registrations.size() < DestinationCount)
        write({addDestination()});
    for (int i = 0; i < batchCount; ++i)
        write(nextBatch());
    m_store->close();
}

void StoreWorkload::open()
{
    const Time now = at(++m_step);
    if (const auto opened = m_store->open(now); !opened)
        giveUp(opened.error());
    m_facts = m_facts.afterCrash(now);
    m_promises.push_back({m_disk.steps().size(), m_facts});
}

void StoreWorkload::write(const QList<Change> &changes)
{
    const auto written = m_store->write(changes);
    if (!written)
        giveUp(written.error());
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const Result<Outcome> &outcome = written->at(i);
        // Two of a batch may stand in each other's way; what is refused leaves no trace.
        if (!outcome && outcome.error().code != ErrorCode::Conflict
            && outcome.error().code != ErrorCode::NotFound)
            giveUp(outcome.error());
        if (!outcome)
            continue;
        m_facts.learn(changes.at(i), *outcome);
        m_kinds.insert(changes.at(i).index());
    }
    m_promises.push_back({m_disk.steps().size(), m_facts});
}

QList<Change> StoreWorkload::nextBatch()
{
    QList<Change> batch{newEvent(m_random.bounded(LargestBody))};
    if (const auto order = nextOrder())
        batch.append(*order);
    for (const auto &[id, delivery] : m_facts.deliveries) {
        if (batch.size() == LargestBatch)
            break;
        if (delivery.state == DeliveryState::Waiting && m_random.bounded(2) == 0)
            batch.append(claim(id));
    }
    for (const auto &[id, attempt] : m_facts.attempts) {
        if (attempt.outcome == AttemptOutcome::InFlight && m_random.bounded(2) == 0)
            batch.append(finish(attempt));
        else if (awaitsBody(attempt, m_slow.contains(id)) && m_random.bounded(2) == 0)
            batch.append(KeepResponse{id, "slow", false, Microseconds{500}});
    }
    return batch;
}

Change StoreWorkload::newEvent(qsizetype bodyBytes)
{
    QList<DestinationId> targets;
    for (const auto &[id, registration] : m_facts.registrations)
        targets.append(id);
    const QString id = QStringLiteral("evt_%1").arg(++m_eventCount);
    const auto filler = static_cast<char>('a' + m_random.bounded(26));
    return AddEvents{{makeEvent(id, targets, QByteArray(bodyBytes, filler))}};
}

Change StoreWorkload::claim(DeliveryId delivery)
{
    return ClaimDelivery{delivery, at(++m_step)};
}

Change StoreWorkload::finish(const Attempt &attempt)
{
    FinishAttempt change = ending(attempt, at(++m_step));
    change.transcript.isResponseCut = m_random.bounded(2) == 0;
    if (change.transcript.isResponseCut)
        m_slow.insert(attempt.id);
    return change;
}

FinishAttempt StoreWorkload::ending(const Attempt &attempt, Time now)
{
    const int chance = m_random.bounded(6);
    if (chance > 1)
        return makeFinish(attempt, makeEnd(AttemptOutcome::Delivered, 200),
                          DeliveryState::Delivered, now);
    if (chance == 1 && attempt.kind != EventKind::Heartbeat)
        return makeFinish(attempt, makeEnd(AttemptOutcome::Temporary, 503), DeliveryState::Waiting,
                          now);
    FinishAttempt change
        = makeFinish(attempt, makeEnd(AttemptOutcome::Failed, 404), DeliveryState::Failed, now);
    change.reason = QStringLiteral("the receiver answered 404");
    return change;
}

/// What people and the clock ask for beside the usual; nothing where it would make no sense.
std::optional<Change> StoreWorkload::nextOrder()
{
    switch (m_random.bounded(12)) {
    case 11:
        return ContinueRemovals{1 + m_random.bounded(LargestStep)};
    case 10:
        return forgetSome();
    case 0:
        return PruneHistory{{std::nullopt, KeptAttempts, std::nullopt, KeptHeartbeats}, {}, {}};
    case 1:
        if (m_facts.registrations.size() < DestinationCount)
            return addDestination();
        return std::nullopt;
    case 2:
        if (!m_removed.empty())
            return RestoreDestination{m_removed.back(), m_random.bounded(LargestStep)};
        return std::nullopt;
    case 3:
    case 4:
    case 5:
        return orderAbout(anyDelivery());
    default:
        return orderAbout(anyDestination());
    }
}

std::optional<Change> StoreWorkload::orderAbout(DeliveryId delivery)
{
    if (delivery.isNull())
        return std::nullopt;
    if (isEnded(m_facts.deliveries.at(delivery).state))
        return ResendDelivery{delivery, true, at(++m_step)};
    return CancelDelivery{delivery, at(++m_step)};
}

Change StoreWorkload::orderAbout(DestinationId destination)
{
    switch (m_random.bounded(7)) {
    case 0:
        return rotateSecret(destination);
    case 1:
        return changeDestination(destination);
    case 2:
        return SetDestinationState{destination, DestinationState::Paused,
                                   QStringLiteral("a person paused it")};
    case 3:
        return recover(destination);
    case 4:
        return SetDestinationState{destination, DestinationState::Active, {}};
    case 5:
        if (m_facts.registrations.size() > 1)
            return remove(destination);
        [[fallthrough]];
    default:
        return claimHeartbeat(destination);
    }
}

Change StoreWorkload::addDestination()
{
    const QString name = QStringLiteral("joe%1").arg(++m_destinationCount);
    return AddDestination{makeRegistration(name, QStringLiteral("http://localhost/") + name), false,
                          at(++m_step)};
}

Change StoreWorkload::rotateSecret(DestinationId destination)
{
    QByteArray key(24, '\0');
    m_random.generate(key.begin(), key.end());
    const Milliseconds overlap{m_random.bounded(2) * 3'600'000};
    return RotateSecret{destination, "whsec_" + key.toBase64(), at(++m_step), overlap};
}

Change StoreWorkload::changeDestination(DestinationId destination)
{
    const QString name = m_facts.registrations.at(destination).destination.name.section(u' ', 0, 0);
    return ChangeDestination{
        destination,
        {{QStringLiteral("name"), QStringLiteral("%1 %2").arg(name).arg(++m_step)},
         {QStringLiteral("concurrency"), 1 + m_random.bounded(9)}}};
}

Change StoreWorkload::claimHeartbeat(DestinationId destination)
{
    Event event = makeEvent(QStringLiteral("hb_%1").arg(++m_eventCount), {}).event;
    event.type = HeartbeatType;
    event.kind = EventKind::Heartbeat;
    event.acceptedAt = at(++m_step);
    return ClaimHeartbeat{destination, event};
}

Change StoreWorkload::recover(DestinationId destination)
{
    QList<DeliveryId> failed;
    for (const auto &[id, delivery] : m_facts.deliveries) {
        if (delivery.destination == destination && delivery.state == DeliveryState::Failed)
            failed.append(id);
    }
    return RecoverDeliveries{destination, failed, at(++m_step)};
}

Change StoreWorkload::remove(DestinationId destination)
{
    m_removed.push_back(destination);
    return RemoveDestination{destination, at(++m_step), m_random.bounded(LargestStep)};
}

/// Whatever they are, and whether they may go or not.
Change StoreWorkload::forgetSome()
{
    ForgetRows change;
    for (const auto &[id, attempt] : m_facts.attempts) {
        if (m_random.bounded(8) == 0)
            change.rows.append(LogKey::of(id));
    }
    return change;
}

DestinationId StoreWorkload::anyDestination()
{
    const int index = m_random.bounded(static_cast<int>(m_facts.registrations.size()));
    return std::next(m_facts.registrations.begin(), index)->first;
}

/// Null when there is none.
DeliveryId StoreWorkload::anyDelivery()
{
    if (m_facts.deliveries.empty())
        return {};
    const int index = m_random.bounded(static_cast<int>(m_facts.deliveries.size()));
    return std::next(m_facts.deliveries.begin(), index)->first;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/storeworkload.h"

#include "core/store/sqlitestore.h"
#include "tests/support/storefixture.h"

namespace Core {

namespace {

constexpr int DestinationCount = 3;
constexpr int RunCount = 4;
constexpr int BatchesOfARun = 25;
constexpr int LargestBatch = 6;
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
    while (m_facts.destinations.size() < DestinationCount) {
        const QString name = QStringLiteral("joe%1").arg(m_facts.destinations.size());
        write({AddDestination{makeRegistration(name, QStringLiteral("http://localhost/") + name),
                              false, at(++m_step)}});
    }
    for (int i = 0; i < batchCount; ++i)
        write(nextBatch());
    m_store->close();
}

void StoreWorkload::open()
{
    if (const auto opened = m_store->open(at(++m_step)); !opened)
        giveUp(opened.error());
    m_facts = m_facts.afterCrash();
}

void StoreWorkload::write(const QList<Change> &changes)
{
    const auto written = m_store->write(changes);
    if (!written)
        giveUp(written.error());
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const Result<Outcome> &outcome = written->at(i);
        if (!outcome)
            giveUp(outcome.error());
        m_facts.learn(changes.at(i), *outcome);
    }
    m_promises.push_back({m_disk.steps().size(), m_facts});
}

QList<Change> StoreWorkload::nextBatch()
{
    QList<Change> batch{newEvent(m_random.bounded(LargestBody))};
    for (const auto &[id, delivery] : m_facts.deliveries) {
        if (batch.size() == LargestBatch)
            break;
        if (delivery.state == DeliveryState::Waiting && m_random.bounded(2) == 0)
            batch.append(claim(id));
    }
    for (const auto &[id, attempt] : m_facts.attempts) {
        if (attempt.outcome == AttemptOutcome::InFlight && m_random.bounded(2) == 0)
            batch.append(finish(attempt));
    }
    return batch;
}

Change StoreWorkload::newEvent(qsizetype bodyBytes)
{
    QList<DestinationId> targets;
    for (const auto &[id, destination] : m_facts.destinations)
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
    const bool isWell = m_random.bounded(3) > 0;
    return makeFinish(attempt,
                      isWell ? makeEnd(AttemptOutcome::Delivered, 200)
                             : makeEnd(AttemptOutcome::Temporary, 503),
                      isWell ? DeliveryState::Delivered : DeliveryState::Waiting, at(++m_step));
}

} // namespace Core

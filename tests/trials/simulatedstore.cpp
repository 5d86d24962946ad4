// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/simulatedstore.h"

#include "tests/support/memorystore.h"

using namespace Core;

SimulatedStore::SimulatedStore(std::shared_ptr<MemoryTables> tables, Deceit deceit)
    : m_tables(std::move(tables))
    , m_inner(std::make_unique<MemoryStore>(m_tables))
    , m_deceit(deceit)
{
}

SimulatedStore::~SimulatedStore() = default;

void SimulatedStore::crash()
{
    if (m_deceit == Deceit::Forgetting)
        m_tables->rows = m_before;
}

Result<RecoveryReport> SimulatedStore::open(Time now)
{
    return m_inner->open(now);
}

void SimulatedStore::close()
{
    m_inner->close();
}

Result<QList<Result<Outcome>>> SimulatedStore::write(const QList<Change> &changes)
{
    if (auto probed = probe(); !probed)
        return probed.error();
    if (m_deceit == Deceit::Forgetting)
        m_before = m_tables->rows;
    m_tables->rows.attempts.merge(m_late);
    auto written = m_inner->write(changes);
    if (written && m_deceit == Deceit::LateClaims)
        takeOutClaims(*written);
    return written;
}

Result<> SimulatedStore::probe()
{
    if (m_isInTrouble)
        return Error{ErrorCode::StorageFull, QStringLiteral("no room"), {}, {}};
    return m_inner->probe();
}

Result<> SimulatedStore::checkRoom()
{
    return probe();
}

/// They were granted as if they were on record; they come with the next write.
void SimulatedStore::takeOutClaims(const QList<Result<Outcome>> &outcomes)
{
    for (const Result<Outcome> &outcome : outcomes) {
        const auto *claimed = outcome ? std::get_if<DeliveryClaimed>(&*outcome) : nullptr;
        if (claimed)
            m_late.insert(m_tables->rows.attempts.extract(claimed->attempt.id));
    }
}

Result<QList<Registration>> SimulatedStore::registrations()
{
    return m_inner->registrations();
}

Result<QList<WaitingDelivery>> SimulatedStore::waiting()
{
    return m_inner->waiting();
}

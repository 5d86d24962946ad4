// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "tests/support/memorytables.h"
#include "tests/trials/deceit.h"

#include <memory>

/// A store that keeps what it is given, unless it is asked to deceive; and that can be in trouble.
class SimulatedStore final : public Core::Store
{
public:
    SimulatedStore(std::shared_ptr<MemoryTables> tables, Deceit deceit);
    ~SimulatedStore() override;

    void setTrouble(bool isInTrouble) { m_isInTrouble = isInTrouble; }
    void crash(); ///< Nothing is closed in order.

    Core::Result<Core::RecoveryReport> open(Core::Time now) override;
    void close() override;
    Core::Result<QList<Core::Result<Core::Outcome>>>
    write(const QList<Core::Change> &changes) override;
    Core::Result<> probe() override;
    Core::Result<> checkRoom() override;
    Core::Result<QList<Core::Registration>> registrations() override;
    Core::Result<QList<Core::WaitingDelivery>> waiting() override;

private:
    void takeOutClaims(const QList<Core::Result<Core::Outcome>> &outcomes);

    std::shared_ptr<MemoryTables> m_tables;
    std::unique_ptr<Core::Store> m_inner;
    MemoryTables::Rows m_before; ///< before the newest write, for who forgets
    std::map<Core::AttemptId, MemoryTables::AttemptRow> m_late; ///< granted, not written yet
    Deceit m_deceit;
    bool m_isInTrouble = false;
};

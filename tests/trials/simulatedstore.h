// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "tests/support/memorytables.h"

#include <memory>

/// What a control takes away from the simulated house, so that its witness is seen to notice.
enum class Deceit {
    None,
    LateClaims, ///< claims are granted before they are written
    Forgetting, ///< what was written last is gone after a crash
    Haste, ///< pauses are spread further than a fifth
    Repetition, ///< the network stack sends again behind our back
};

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

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "tests/support/memorytables.h"

#include <memory>

/// A store over plain containers, for tests that are not about SQLite. What it holds outlives
/// close(), as a file would.
class MemoryStore final : public Core::Store
{
public:
    explicit MemoryStore(std::shared_ptr<MemoryTables> tables);

    Core::Result<Core::RecoveryReport> open(Core::Time now) override;
    void close() override;
    Core::Result<QList<Core::Result<Core::Outcome>>>
    write(const QList<Core::Change> &changes) override;
    Core::Result<> probe() override;
    Core::Result<> checkRoom() override;
    Core::Result<QList<Core::Registration>> registrations() override;
    Core::Result<QList<Core::WaitingDelivery>> waiting() override;

private:
    std::shared_ptr<MemoryTables> m_tables;
    Core::Milliseconds m_clockLag{0};
};

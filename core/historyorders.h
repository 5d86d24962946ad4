// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/forgetting.h"
#include "core/store/changes.h"

#include <QObject>

namespace Core {

class Archive;
class Ledger;
class Pruner;

/// Takes what people in the window want gone from the history: chosen rows, or all that has ended.
/// Both go in small steps, so that other work is written between them. The rows themselves are
/// told by the engine, as those that go by the limits are.
///
/// Thread: the engine's.
/// Borrows: the clock; ledger, archive and pruner from open() to close().
/// Errors: each answer bears its own; a clearing waits until the store is well again.
class HistoryOrders final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryOrders)

public:
    explicit HistoryOrders(const Clock &clock, QObject *parent = nullptr);
    ~HistoryOrders() override;

    void open(Ledger &ledger, Archive &archive, Pruner &pruner);
    void close(); ///< Begins no further step. What is asked from now on is refused.

    void preview(const Core::ForgetOrder &order); ///< Reads, and changes nothing.
    void forget(const Core::ForgetOrder &order); ///< What has ended since it was wanted stays.
    /// All that had ended before that moment, but for what is pinned.
    void clear(const Core::Time &before);

signals:
    void previewed(const Core::ForgetAnswer &answer);
    void forgotten(const Core::ForgetAnswer &answer);

private:
    void step(const ForgetOrder &left, const ForgetAnswer &answer);
    void take(const HistoryPruned &step, ForgetOrder left, ForgetAnswer answer);
    void end(ForgetAnswer answer, const std::optional<Error> &error = {});

    const Clock &m_clock;
    Ledger *m_ledger = nullptr; ///< null while nothing runs
    Archive *m_archive = nullptr;
    Pruner *m_pruner = nullptr;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clockjudge.h"
#include "core/store/ledger.h"

#include <QObject>
#include <QTimer>

namespace Core {

/// Keeps the history within its limits. Looks once a minute, and forgets in small steps with a
/// pause after each, so that other work is written between them. A person's wish to have all of it
/// gone is carried out likewise.
///
/// Thread: the engine's.
/// Borrows: ledger and clock, which must outlive it.
/// Errors: a store in trouble ends the run; the next minute begins another, also of a clearing.
class Pruner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pruner)

public:
    Pruner(Ledger &ledger, const Clock &clock, const HistoryLimits &limits,
           QObject *parent = nullptr);
    ~Pruner() override;

    /// \a proven is the newest moment that is known to have been, by which the clock is judged
    /// first.
    void start(const std::optional<Time> &proven);
    void stop(); ///< Begins no further step; a clearing ends here.

    void prune(); ///< Begins a run, unless one is on its way; tests call it by hand.

    /// Forgets all that had ended before that moment and may go, whatever the limits; after a run
    /// that is on its way. cleared() follows, or clearingEnded().
    void clear(Time before);

signals:
    void cleared(qint64 rows); ///< So many rows of the log have gone.
    /// It was stopped before all was gone; so many had gone by then.
    void clearingEnded(qint64 rows);

private:
    void step();
    void takeStep(const Result<Outcome> &outcome);
    void endRun();
    void endClearing();

    Ledger &m_ledger;
    const Clock &m_clock;
    const HistoryLimits m_limits;
    ClockJudge m_judge;
    QTimer m_runTimer;
    QTimer m_stepTimer;
    PruneHistory m_next; ///< of the run that is on its way
    std::optional<Time> m_clearBefore; ///< until all of that is gone
    qint64 m_clearedRows = 0;
    bool m_isRunning = false;
    bool m_isStarted = false;
    bool m_isStopped = false; ///< false before the first start as well
};

} // namespace Core

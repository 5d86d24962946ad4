// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pruner.h"

#include <algorithm>
#include <utility>

namespace Core {

namespace {

constexpr Milliseconds PauseBetweenRuns{60'000};
constexpr Milliseconds PauseBetweenSteps{10};

} // namespace

Pruner::Pruner(Ledger &ledger, const Clock &clock, const HistoryLimits &limits, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_limits(limits)
    , m_judge(std::nullopt)
    , m_runTimer(this)
    , m_stepTimer(this)
{
    m_runTimer.setInterval(PauseBetweenRuns);
    connect(&m_runTimer, &QTimer::timeout, this, &Pruner::prune);
    m_stepTimer.setSingleShot(true);
    m_stepTimer.setInterval(PauseBetweenSteps);
    connect(&m_stepTimer, &QTimer::timeout, this, &Pruner::step);
}

Pruner::~Pruner() = default;

void Pruner::start(const std::optional<Time> &proven)
{
    m_judge = ClockJudge(proven);
    m_isStarted = true;
    m_isStopped = false;
    m_runTimer.start();
    prune();
}

void Pruner::stop()
{
    m_isStarted = false;
    m_isStopped = true;
    m_runTimer.stop();
    m_stepTimer.stop();
    endClearing();
}

void Pruner::endClearing()
{
    if (std::exchange(m_clearBefore, std::nullopt))
        emit clearingEnded(std::exchange(m_clearedRows, 0));
}

void Pruner::prune()
{
    const Time now = m_clock.now();
    const bool isBelieved = m_judge.believes(now, m_clock.tick());
    if (m_isRunning || !m_isStarted)
        return;
    m_isRunning = true;
    m_next = {m_limits, isBelieved ? std::optional(now) : std::nullopt, {}};
    if (m_clearBefore)
        m_next = {{}, std::nullopt, {}, m_clearBefore};
    step();
}

void Pruner::clear(Time before)
{
    m_clearBefore = std::max(m_clearBefore.value_or(before), before);
    if (m_isStopped)
        return endClearing();
    prune();
}

void Pruner::step()
{
    if (m_next.endedBefore)
        m_next.askedAt = m_clock.now();
    m_ledger.submit(m_next, this, [this](const Result<Outcome> &outcome) { takeStep(outcome); });
}

void Pruner::takeStep(const Result<Outcome> &outcome)
{
    const HistoryPruned pruned = outcome ? std::get<HistoryPruned>(*outcome) : HistoryPruned{};
    m_isRunning = m_isStarted && !pruned.isDone;
    m_next.after = pruned.after;
    if (m_next.endedBefore)
        m_clearedRows += pruned.rows.size();
    if (m_isRunning)
        m_stepTimer.start();
    else if (outcome)
        endRun();
}

/// What was to be cleared meanwhile is next.
void Pruner::endRun()
{
    if (!m_clearBefore)
        return;
    if (m_next.endedBefore != m_clearBefore)
        return prune();
    m_clearBefore.reset();
    emit cleared(std::exchange(m_clearedRows, 0));
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/activity.h"

#include <algorithm>

namespace Gui {

namespace {

Core::Time beginOfStepAt(Core::Time time)
{
    const auto count = time.time_since_epoch().count();
    return Core::Time{Core::Milliseconds{count - count % Activity::Step.count()}};
}

} // namespace

void Tally::count(Core::AttemptOutcome outcome)
{
    switch (outcome) {
    case Core::AttemptOutcome::InFlight:
        return;
    case Core::AttemptOutcome::Delivered:
        ++delivered;
        return;
    case Core::AttemptOutcome::Temporary:
    case Core::AttemptOutcome::Interrupted:
        ++temporary;
        return;
    case Core::AttemptOutcome::Failed:
        ++failed;
        return;
    }
}

Activity::Activity(Core::Time now)
    : m_begin(beginOfStepAt(now) - (Steps - 1) * Step)
    , m_steps(Steps)
    , m_counted(Steps)
{
}

bool Activity::advance(Core::Time now)
{
    const Core::Time begin = beginOfStepAt(now) - (Steps - 1) * Step;
    // A clock that was put back leaves nothing to compare with.
    if (begin < m_begin || begin - m_begin > Steps * Step) {
        *this = Activity(now);
        return true;
    }
    const bool moves = begin > m_begin;
    for (; m_begin < begin; m_begin += Step) {
        m_steps.pop_front();
        m_steps.emplace_back();
        m_counted.pop_front();
        m_counted.emplace_back();
    }
    return moves;
}

int Activity::stepOf(Core::Time time) const
{
    if (time < m_begin || time >= end())
        return -1;
    return static_cast<int>((time - m_begin) / Step);
}

void Activity::add(const QList<Core::Attempt> &attempts)
{
    for (const Core::Attempt &attempt : attempts) {
        const int step = stepOf(attempt.startedAt);
        if (step < 0 || attempt.outcome == Core::AttemptOutcome::InFlight)
            continue;
        const auto place = static_cast<std::size_t>(step);
        if (m_counted[place].insert(attempt.id.value).second)
            m_steps[place].count(attempt.outcome);
    }
}

Tally Activity::sum(int first, int last) const
{
    Tally sum;
    for (int step = std::max(first, 0); step <= std::min(last, Steps - 1); ++step) {
        sum.delivered += at(step).delivered;
        sum.temporary += at(step).temporary;
        sum.failed += at(step).failed;
    }
    return sum;
}

int Activity::highest() const
{
    const auto busiest = std::max_element(
        m_steps.begin(), m_steps.end(),
        [](const Tally &one, const Tally &other) { return one.total() < other.total(); });
    return busiest->total();
}

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figures.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace Core {

namespace {

// Durations below this have a range each; above, each doubling has half as many ranges.
constexpr quint64 Ranges = 2048;
constexpr int RangeBits = 11;

int rangeOf(Microseconds duration)
{
    const auto value = static_cast<quint64>(std::max<qint64>(duration.count(), 0));
    const int shift = value < Ranges ? 0 : static_cast<int>(std::bit_width(value)) - RangeBits;
    return shift * static_cast<int>(Ranges) + static_cast<int>(value >> shift);
}

/// The middle of a range.
Microseconds durationOf(int range)
{
    const int shift = range / static_cast<int>(Ranges);
    const auto value = static_cast<qint64>(range % static_cast<int>(Ranges)) << shift;
    return Microseconds{value + (qint64{1} << shift) / 2};
}

} // namespace

AttemptSample sampleOf(const Attempt &attempt)
{
    return {attempt.id,     attempt.destination, attempt.startedAt, attempt.outcome,
            attempt.status, attempt.failure,     attempt.phase,     attempt.timings.total};
}

void Tally::count(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::InFlight:
        return;
    case AttemptOutcome::Delivered:
        ++delivered;
        return;
    case AttemptOutcome::Temporary:
    case AttemptOutcome::Interrupted:
        ++temporary;
        return;
    case AttemptOutcome::Failed:
        ++failed;
        return;
    }
}

Tally &Tally::operator+=(const Tally &other)
{
    delivered += other.delivered;
    temporary += other.temporary;
    failed += other.failed;
    return *this;
}

int highestOf(const Activity &activity)
{
    int highest = 0;
    for (int step = 0; step < activity.count(); ++step)
        highest = std::max(highest, activity.at(step).total());
    return highest;
}

QString toWords(const AnswerKind &answer)
{
    Attempt attempt;
    attempt.outcome = answer.outcome;
    attempt.status = answer.status;
    attempt.failure = answer.failure;
    attempt.phase = answer.phase;
    return toWords(attempt);
}

void Latencies::count(Microseconds latency)
{
    ++m_counts[rangeOf(latency)];
    ++m_total;
}

Latencies &Latencies::operator+=(const Latencies &other)
{
    for (const auto &[range, count] : other.m_counts)
        m_counts[range] += count;
    m_total += other.m_total;
    return *this;
}

Microseconds Latencies::percentile(double percent) const
{
    const auto wanted = static_cast<int>(std::ceil(m_total * percent / 100.0));
    int seen = 0;
    for (const auto &[range, count] : m_counts) {
        seen += count;
        if (seen >= wanted)
            return durationOf(range);
    }
    return Microseconds{0};
}

void AttemptCounts::count(const AttemptSample &sample)
{
    tally.count(sample.outcome);
    ++answers[{sample.outcome, sample.status, sample.failure, sample.phase}];
    if (sample.status != 0)
        latencies.count(sample.total);
}

AttemptCounts &AttemptCounts::operator+=(const AttemptCounts &other)
{
    tally += other.tally;
    for (const auto &[answer, count] : other.answers)
        answers[answer] += count;
    latencies += other.latencies;
    return *this;
}

} // namespace Core

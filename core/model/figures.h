// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/timeline.h"

#include <compare>
#include <map>

namespace Core {

/// What figures are made of: one attempt, without its texts.
struct AttemptSample
{
    AttemptId id;
    DestinationId destination;
    Time startedAt;
    AttemptOutcome outcome = AttemptOutcome::InFlight;
    int status = 0;
    Failure failure = Failure::None;
    Phase phase = Phase::None;
    Microseconds total{0};

    bool operator==(const AttemptSample &) const = default;
};

AttemptSample sampleOf(const Attempt &attempt);

/// Which attempts figures are made of.
struct SampleScope
{
    DestinationId destination; ///< null for all
    Time since; ///< when the oldest began

    bool operator==(const SampleScope &) const = default;
};

/// What a part of the log holds of a scope, in ascending order.
struct SamplePart
{
    QList<AttemptSample> samples;
    bool isLast = false; ///< what lies before it is older
};

/// How many attempts ended how; those in flight are not counted.
struct Tally
{
    int delivered = 0;
    int temporary = 0; ///< to be tried again, or interrupted
    int failed = 0;

    int total() const { return delivered + temporary + failed; }
    int failures() const { return temporary + failed; }
    void count(AttemptOutcome outcome);
    Tally &operator+=(const Tally &other);
    bool operator==(const Tally &) const = default;
};

using Activity = Timeline<Tally>;

/// The busiest step's total.
int highestOf(const Activity &activity);

/// What came of an attempt, as far as attempts can be counted together.
struct AnswerKind
{
    AttemptOutcome outcome = AttemptOutcome::Delivered;
    int status = 0; ///< 0 when none came; then the failure tells more
    Failure failure = Failure::None;
    Phase phase = Phase::None;

    auto operator<=>(const AnswerKind &) const = default;
};

/// The answer in a few words: "200 OK", "connection refused".
QString toWords(const AnswerKind &answer);

/// How long answers took. Durations are kept to a thousandth of their size, so that any number of
/// them needs little room.
class Latencies
{
public:
    void count(Microseconds latency);
    Latencies &operator+=(const Latencies &other);

    int total() const { return m_total; }

    /// The least duration within which \a percent of the answers came; 0 when there are none.
    Microseconds percentile(double percent) const;

    bool operator==(const Latencies &) const = default;

private:
    std::map<int, int> m_counts; ///< by the number of a range of durations
    int m_total = 0;
};

/// What is counted of the attempts of one step.
struct AttemptCounts
{
    Tally tally;
    std::map<AnswerKind, int> answers;
    Latencies latencies; ///< of those that got an answer

    void count(const AttemptSample &sample);
    AttemptCounts &operator+=(const AttemptCounts &other);
    bool operator==(const AttemptCounts &) const = default;
};

/// How many attempts in a row, up to the newest, went alike.
struct Streak
{
    int count = 0;
    bool isGood = true;

    bool operator==(const Streak &) const = default;
};

struct AnswerCount
{
    AnswerKind answer;
    int count = 0;

    bool operator==(const AnswerCount &) const = default;
};

/// What a chart of one destination shows.
struct Figures
{
    DestinationId destination;
    Activity activity;
    QList<AnswerCount> answers; ///< the most frequent first
    int answered = 0; ///< so many got an answer
    Microseconds p50{0};
    Microseconds p95{0};
    Microseconds p99{0};
    Streak streak; ///< within the time frame
    bool isComplete = false; ///< not while the log is still being read
};

/// Which figures a person looks at.
struct FigureQuestion
{
    DestinationId destination; ///< null for none
    TimeFrame frame;
};

struct DestinationActivity
{
    DestinationId destination;
    Activity activity;
};

/// What a chart of all destinations shows: those of which something has changed.
struct FleetFigures
{
    TimeFrame frame;
    QList<DestinationActivity> destinations;
    bool isComplete = false; ///< not while the log is still being read
};

} // namespace Core

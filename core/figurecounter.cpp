// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figurecounter.h"

#include "core/samplereader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Core {

namespace {

constexpr Milliseconds TellingPause{300};
constexpr Milliseconds MovingPause{5'000};

/// True when the receiver did well, false when it failed, none when we cannot know.
std::optional<bool> wentWell(const AttemptSample &sample)
{
    if (sample.outcome == AttemptOutcome::Delivered)
        return true;
    if (sample.outcome == AttemptOutcome::Interrupted || sample.failure == Failure::NotSent)
        return std::nullopt;
    return false;
}

QList<AnswerCount> mostFrequentFirst(const std::map<AnswerKind, int> &answers)
{
    QList<AnswerCount> counts;
    counts.reserve(std::ssize(answers));
    for (const auto &[answer, count] : answers)
        counts.append({answer, count});
    std::stable_sort(
        counts.begin(), counts.end(),
        [](const AnswerCount &one, const AnswerCount &other) { return one.count > other.count; });
    return counts;
}

} // namespace

FigureCounter::FigureCounter(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_pause(this)
    , m_moving(this)
    , m_activityReader(new SampleReader(this))
    , m_destinationReader(new SampleReader(this))
    , m_fleetReader(new SampleReader(this))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &FigureCounter::flush);
    connect(&m_moving, &QTimer::timeout, this, &FigureCounter::moveOn);
    connect(m_activityReader, &SampleReader::sampled, this, &FigureCounter::noteActivity);
    connect(m_destinationReader, &SampleReader::sampled, this, &FigureCounter::noteDestination);
    connect(m_fleetReader, &SampleReader::sampled, this, &FigureCounter::noteFleet);
    connect(m_destinationReader, &SampleReader::completed, this, [this] {
        m_isDestinationChanged = true;
        flush();
    });
    connect(m_fleetReader, &SampleReader::completed, this, [this] {
        m_isFleetChanged = true;
        flush();
    });
}

FigureCounter::~FigureCounter() = default;

void FigureCounter::open(Archive &archive)
{
    m_archive = &archive;
}

void FigureCounter::close()
{
    for (SampleReader *const reader : {m_activityReader, m_destinationReader, m_fleetReader})
        reader->stop();
    m_pause.stop();
    m_moving.stop();
    m_archive = nullptr;
}

void FigureCounter::take(const QList<Attempt> &attempts)
{
    const std::array readers{m_activityReader, m_destinationReader, m_fleetReader};
    if (std::none_of(readers.begin(), readers.end(),
                     [](const SampleReader *reader) { return reader->isRunning(); }))
        return;
    QList<AttemptSample> samples;
    for (const Attempt &attempt : attempts) {
        if (attempt.outcome != AttemptOutcome::InFlight)
            samples.append(sampleOf(attempt));
    }
    for (SampleReader *const reader : readers)
        reader->take(samples);
}

void FigureCounter::countActivity(const TimeFrame &frame)
{
    if (!m_archive)
        return;
    m_activity = Activity(frame, m_clock.now());
    m_activityReader->start(*m_archive, {{}, m_activity.begin()});
}

void FigureCounter::countDestination(const FigureQuestion &question)
{
    m_destinationReader->stop();
    m_question = question;
    m_counts = Timeline<AttemptCounts>(question.frame, m_clock.now());
    m_streak = {};
    m_isStreakBroken = false;
    if (!m_archive || question.destination.isNull())
        return;
    m_moving.start(MovingPause);
    m_destinationReader->start(*m_archive, {question.destination, m_counts.begin()});
}

void FigureCounter::countFleet(const TimeFrame &frame)
{
    m_fleetReader->stop();
    m_fleetFrame = frame;
    m_fleet.clear();
    m_changed.clear();
    if (!m_archive || frame.count == 0)
        return;
    m_moving.start(MovingPause);
    m_fleetReader->start(*m_archive, {{}, Activity(frame, m_clock.now()).begin()});
}

void FigureCounter::countAgain()
{
    const bool isDestinationShown = m_destinationReader->isRunning();
    const bool isFleetShown = m_fleetReader->isRunning();
    if (m_activityReader->isRunning()) {
        countActivity(m_activity.frame());
        m_isActivityChanged = true;
        wake();
    }
    if (isDestinationShown)
        countDestination(FigureQuestion(m_question));
    if (isFleetShown)
        countFleetAgain();
}

/// Of a destination that has nothing left, that is told as well.
void FigureCounter::countFleetAgain()
{
    QList<DestinationId> known;
    for (const auto &[id, activity] : m_fleet)
        known.append(id);
    countFleet(m_fleetFrame);
    const Time now = m_clock.now();
    for (const DestinationId id : known) {
        activityOf(id, now);
        m_changed.insert(id);
    }
}

void FigureCounter::noteActivity(const QList<AttemptSample> &samples)
{
    m_activity.advance(m_clock.now());
    for (const AttemptSample &sample : samples) {
        if (Tally *const tally = m_activity.find(sample.startedAt))
            tally->count(sample.outcome);
    }
    m_isActivityChanged = true;
    wake();
}

void FigureCounter::noteDestination(const QList<AttemptSample> &samples)
{
    m_counts.advance(m_clock.now());
    for (const AttemptSample &sample : samples) {
        if (AttemptCounts *const counts = m_counts.find(sample.startedAt))
            counts->count(sample);
        noteStreak(sample);
    }
    m_isDestinationChanged = true;
    wake();
}

/// Back through the log until something went otherwise; from then on forth.
void FigureCounter::noteStreak(const AttemptSample &sample)
{
    const std::optional<bool> isGood = wentWell(sample);
    if (!isGood)
        return;
    const bool isAlike = m_streak.count == 0 || m_streak.isGood == *isGood;
    if (m_destinationReader->isComplete())
        m_streak = {isAlike ? m_streak.count + 1 : 1, *isGood};
    else if (!isAlike)
        m_isStreakBroken = true;
    else if (!m_isStreakBroken)
        m_streak = {m_streak.count + 1, *isGood};
}

Activity &FigureCounter::activityOf(DestinationId destination, Time now)
{
    const auto found = m_fleet.find(destination);
    if (found != m_fleet.end())
        return found->second;
    return m_fleet.emplace(destination, Activity(m_fleetFrame, now)).first->second;
}

void FigureCounter::noteFleet(const QList<AttemptSample> &samples)
{
    const Time now = m_clock.now();
    for (const AttemptSample &sample : samples) {
        Activity &activity = activityOf(sample.destination, now);
        if (m_changed.insert(sample.destination).second)
            activity.advance(now);
        if (Tally *const tally = activity.find(sample.startedAt))
            tally->count(sample.outcome);
    }
    m_isFleetChanged = true;
    wake();
}

void FigureCounter::wake()
{
    if (!m_pause.isActive())
        m_pause.start(TellingPause);
}

void FigureCounter::flush()
{
    m_pause.stop();
    if (std::exchange(m_isActivityChanged, false))
        emit activityCounted(m_activity);
    if (std::exchange(m_isDestinationChanged, false))
        tellDestination();
    if (std::exchange(m_isFleetChanged, false))
        tellFleet();
}

void FigureCounter::tellDestination()
{
    if (!m_destinationReader->isRunning())
        return;
    const Time now = m_clock.now();
    m_counts.advance(now);
    Figures figures;
    figures.destination = m_question.destination;
    figures.activity = Activity(m_question.frame, now);
    for (int step = 0; step < m_counts.count(); ++step)
        *figures.activity.find(m_counts.beginOf(step)) = m_counts.at(step).tally;
    const AttemptCounts sum = m_counts.sum();
    figures.answers = mostFrequentFirst(sum.answers);
    figures.answered = sum.latencies.total();
    figures.p50 = sum.latencies.percentile(50);
    figures.p95 = sum.latencies.percentile(95);
    figures.p99 = sum.latencies.percentile(99);
    figures.streak = m_streak;
    figures.isComplete = m_destinationReader->isComplete();
    emit destinationCounted(figures);
}

void FigureCounter::tellFleet()
{
    if (!m_fleetReader->isRunning())
        return;
    FleetFigures figures;
    figures.frame = m_fleetFrame;
    figures.isComplete = m_fleetReader->isComplete();
    for (const DestinationId id : std::exchange(m_changed, {}))
        figures.destinations.append({id, m_fleet.at(id)});
    emit fleetCounted(figures);
}

/// Steps that have become too old are taken from what is shown, though nothing has happened.
void FigureCounter::moveOn()
{
    const Time now = m_clock.now();
    if (m_destinationReader->isRunning() && m_counts.advance(now))
        m_isDestinationChanged = true;
    for (auto &[id, activity] : m_fleet) {
        if (activity.advance(now))
            m_changed.insert(id);
    }
    m_isFleetChanged = m_isFleetChanged || !m_changed.empty();
    if (!m_destinationReader->isRunning() && !m_fleetReader->isRunning())
        m_moving.stop();
    flush();
}

} // namespace Core

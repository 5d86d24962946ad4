// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/figures.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>
#include <unordered_set>

namespace Core {

class Archive;
class SampleReader;

/// Counts attempts for the charts that somebody looks at: what is on record when a chart is opened,
/// and what ends from then on. It tells what has changed a few times a second at most.
///
/// Thread: the engine's.
/// Borrows: the clock for its life; the archive from open() to close().
class FigureCounter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureCounter)

public:
    explicit FigureCounter(const Clock &clock, QObject *parent = nullptr);
    ~FigureCounter() override;

    void open(Archive &archive);
    void close(); ///< Counts nothing any more.

    void take(const QList<Core::Attempt> &attempts); ///< What has happened.
    void countAgain(); ///< What is on record is less than it was.
    void flush(); ///< Tells now what has changed.

    void countActivity(const Core::TimeFrame &frame); ///< of all destinations together
    void countDestination(const Core::FigureQuestion &question);
    void countFleet(const Core::TimeFrame &frame); ///< each destination; without steps none

signals:
    void activityCounted(const Core::Activity &activity);
    void destinationCounted(const Core::Figures &figures);
    void fleetCounted(const Core::FleetFigures &figures);

private:
    void noteActivity(const QList<AttemptSample> &samples);
    void noteDestination(const QList<AttemptSample> &samples);
    void noteFleet(const QList<AttemptSample> &samples);
    void noteStreak(const AttemptSample &sample);
    void countFleetAgain();
    Activity &activityOf(DestinationId destination, Time now); ///< in the fleet
    void wake();
    void tellDestination();
    void tellFleet();
    void moveOn();

    const Clock &m_clock;
    Archive *m_archive = nullptr; ///< null while nothing runs
    QTimer m_pause; ///< between two tellings
    QTimer m_moving; ///< moves time frames on where nothing happens

    SampleReader *m_activityReader;
    Activity m_activity;
    bool m_isActivityChanged = false;

    SampleReader *m_destinationReader;
    FigureQuestion m_question;
    Timeline<AttemptCounts> m_counts;
    Streak m_streak;
    bool m_isStreakBroken = false; ///< what is older does not count
    bool m_isDestinationChanged = false;

    SampleReader *m_fleetReader;
    TimeFrame m_fleetFrame;
    std::unordered_map<DestinationId, Activity> m_fleet;
    std::unordered_set<DestinationId> m_changed; ///< in the fleet
    bool m_isFleetChanged = false;
};

} // namespace Core

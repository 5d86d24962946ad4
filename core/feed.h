// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/apicall.h"
#include "core/model/capture.h"
#include "core/model/pin.h"
#include "core/model/status.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace Core {

/// Gathers what has happened and tells it 25 times a second at most, so that no watcher is ever
/// signalled per attempt. An attempt that begins and ends within one batch is told once.
///
/// Thread: the engine's.
/// Borrows: the clock.
class Feed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Feed)

public:
    /// Fills in what is only known elsewhere, at the moment of telling.
    struct Sources
    {
        std::function<std::optional<DestinationStatus>(DestinationId)> destination;
        std::function<void(EngineStatus &)> completeStatus;
    };

    Feed(const Clock &clock, Sources sources, QObject *parent = nullptr);
    ~Feed() override;

    void noteAttempt(const Attempt &attempt);
    void noteResponse(const Attempt &attempt); ///< More of it is known; it had ended before.
    void noteCapture(const Capture &capture);
    void notePin(const Pin &pin);
    void noteDelivery(const Delivery &delivery); ///< It has changed without an attempt.
    void noteForgotten(const QList<LogKey> &rows); ///< They are no longer on record.
    void noteCall(const ApiCall &call); ///< Of a flood the newest are told.
    void noteDestination(DestinationId destination); ///< It has changed, or its counts have.
    void noteRemoval(DestinationId destination);
    void noteStatus(); ///< Something of the engine's status has changed.

    EngineStatus status() const;
    void flush(); ///< Tells now what has been gathered.

signals:
    /// Each says how its delivery stands by now, whatever came first within the batch.
    void attemptsRecorded(const QList<Core::Attempt> &attempts);
    void deliveriesChanged(const QList<Core::DeliveryChange> &changes);
    void responsesKept(const QList<Core::Attempt> &attempts); ///< After the attempts themselves.
    void capturesRecorded(const QList<Core::Capture> &captures);
    void pinsChanged(const QList<Core::Pin> &pins); ///< After the rows that bear them.
    void rowsForgotten(const QList<Core::LogKey> &rows); ///< As well.
    void callsAnswered(const QList<Core::ApiCall> &calls);
    void destinationsChanged(const QList<Core::DestinationStatus> &destinations);
    void destinationsForgotten(const QList<Core::DestinationId> &destinations);
    void statusChanged(const Core::EngineStatus &status);

private:
    void wake();
    void bringUpToDate(QList<Attempt> &attempts) const;
    void tellAttempts();
    void countEnd(const Attempt &attempt);
    double rate() const;

    const Clock &m_clock;
    Sources m_sources;
    QTimer m_timer;
    QList<Attempt> m_attempts;
    std::unordered_map<AttemptId, qsizetype> m_places; ///< of an attempt in m_attempts
    QList<Attempt> m_responses;
    std::unordered_map<DeliveryId, DeliveryState> m_states; ///< of all that is told next
    std::unordered_set<DeliveryId> m_changed; ///< without an attempt
    QList<Capture> m_captures;
    QList<Pin> m_pins;
    QList<LogKey> m_forgotten;
    QList<ApiCall> m_calls;
    std::set<DestinationId> m_touched;
    QList<DestinationId> m_removed;
    std::deque<Tick> m_ends; ///< moments of the last five seconds
    EngineStatus m_told;
    qint64 m_ended = 0;
    qint64 m_delivered = 0;
};

} // namespace Core

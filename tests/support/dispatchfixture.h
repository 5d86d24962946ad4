// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/dispatcher.h"
#include "core/journal.h"
#include "core/store/ledger.h"
#include "tests/support/failingstore.h"
#include "tests/support/fakeposter.h"
#include "tests/support/manualclock.h"

/// Dispatcher and journal between a real ledger and a poster that the test plays.
///
/// Thread: the test's.
class DispatchFixture final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DispatchFixture)

public:
    DispatchFixture();
    ~DispatchFixture() override;

    Core::DestinationId add(const QString &url,
                            const std::function<void(Core::Destination &)> &change = {});
    /// Returns the first of the event's deliveries.
    Core::DeliveryId publish(const QString &id, const QList<Core::DestinationId> &targets);
    void submit(const Core::Change &change); ///< Returns when it is on record.

    /// Publishes an event for \a target and waits until the poster has it.
    bool post(const QString &id, Core::DestinationId target);

    /// Answers the newest shipment and waits until its attempt is on record.
    bool answerNewest(int status, const Core::HeaderList &headers = {});

    /// Lets \a step pass and starts what is due by then.
    void advance(Core::Milliseconds step);

    ManualClock &clock() { return m_clock; }
    FakePoster &poster() { return m_poster; }
    const QList<Core::Shipment> &shipments() const { return m_poster.shipments(); }
    Core::Dispatcher &dispatcher() { return m_dispatcher; }
    Core::Journal &journal() { return m_journal; }
    StoreControl &control() { return *m_control; }
    const QList<Core::AttemptFinished> &finished() const { return m_finished; }
    const QList<Core::Attempt> &kept() const { return m_kept; } ///< their bodies came later

private:
    void take(const QList<Core::Outcome> &outcomes);

    ManualClock m_clock;
    FakePoster m_poster;
    std::shared_ptr<StoreControl> m_control;
    Core::Ledger m_ledger;
    Core::Journal m_journal;
    Core::Dispatcher m_dispatcher;
    QList<Core::DestinationId> m_destinations;
    QList<Core::AcceptedEvent> m_events;
    QList<Core::AttemptFinished> m_finished;
    QList<Core::Attempt> m_kept;
};

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/trials/recordingvfs.h"
#include "tests/trials/storedfacts.h"

#include <QTemporaryDir>

#include <optional>
#include <set>
#include <vector>

namespace Core {

/// What a store had promised when the disk had come to a step.
struct Promise
{
    qsizetype stepCount = 0; ///< of the disk, when the answer came
    StoredFacts facts; ///< all that had been answered by then
};

/// A real SqliteStore at work on a disk whose steps are recorded: destinations come, change and go,
/// events are accepted, deliveries claimed, finished, cancelled and sent again, and the past is
/// forgotten, in several runs that each bring the log home; and once so much is written that the
/// log comes home and begins anew while the store is open. The same seed makes the same steps.
class StoreWorkload final
{
    Q_DISABLE_COPY_MOVE(StoreWorkload)

public:
    StoreWorkload(quint32 seed, const RecordingVfs &disk);

    void run(); ///< Ends the process when the store refuses anything.

    const std::vector<Promise> &promises() const { return m_promises; } ///< in their order
    int kindCount() const { return static_cast<int>(m_kinds.size()); } ///< of changes, promised

private:
    void open();
    void runOnce(int batchCount);
    void write(const QList<Change> &changes);
    QList<Change> nextBatch();
    Change newEvent(qsizetype bodyBytes);
    Change claim(DeliveryId delivery);
    Change finish(const Attempt &attempt);
    FinishAttempt ending(const Attempt &attempt, Time now);
    std::optional<Change> nextOrder();
    std::optional<Change> orderAbout(DeliveryId delivery);
    Change orderAbout(DestinationId destination);
    Change addDestination();
    Change rotateSecret(DestinationId destination);
    Change changeDestination(DestinationId destination);
    Change claimHeartbeat(DestinationId destination);
    Change recover(DestinationId destination);
    Change remove(DestinationId destination);
    Change forgetSome();
    DestinationId anyDestination();
    DeliveryId anyDelivery();

    QTemporaryDir m_directory;
    QRandomGenerator m_random;
    const RecordingVfs &m_disk;
    std::unique_ptr<Store> m_store;
    StoredFacts m_facts;
    std::set<std::size_t> m_kinds;
    std::vector<DestinationId> m_removed;
    int m_destinationCount = 0;
    std::set<AttemptId> m_slow; ///< those whose bodies are still to come when they are closed
    int m_eventCount = 0;
    int m_step = 0; ///< of time
    std::vector<Promise> m_promises;
};

} // namespace Core

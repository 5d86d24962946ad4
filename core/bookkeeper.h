// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/store/changes.h"

#include <functional>

namespace Core {

class Directory;
class Dispatcher;
class Feed;
struct WaitingDelivery;

/// Enters what the store has put on record in what is kept in memory of it: the directory of
/// destinations, the lanes, and what is told to the outside.
///
/// Thread: the engine's.
/// Borrows: all it is given.
class Bookkeeper final
{
    Q_DISABLE_COPY_MOVE(Bookkeeper)

public:
    /// \a restored hears of each destination whose removal was undone: what it did last is to be
    /// read again.
    Bookkeeper(Directory &directory, Dispatcher &dispatcher, Feed &feed,
               std::function<void(DestinationId)> restored);

    void take(const QList<Outcome> &outcomes); ///< of one transaction, in its order

private:
    void take(const DestinationAdded &outcome);
    void take(const DestinationChanged &outcome);
    void take(const DestinationsImported &outcome);
    void take(const SecretRotated &outcome);
    void take(const DestinationRemoved &outcome);
    void take(const DestinationRestored &outcome);
    void take(const RemovalsContinued &outcome);
    void take(const EventsAdded &outcome);
    void take(const DeliveriesResent &outcome);
    void take(const DeliveryCancelled &outcome);
    void take(const DeliveryClaimed &outcome);
    void take(const BodyTooLarge &outcome);
    void take(const AttemptFinished &outcome);
    void take(const ResponseKept &outcome);
    void take(const CaptureAdded &outcome);
    void take(const PinChanged &outcome);
    void take(const HistoryPruned &outcome);
    void enqueue(const QList<WaitingDelivery> &waiting);

    Directory &m_directory;
    Dispatcher &m_dispatcher;
    Feed &m_feed;
    std::function<void(DestinationId)> m_restored;
};

} // namespace Core

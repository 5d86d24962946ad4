// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/recoveryreport.h"
#include "core/store/changes.h"

namespace Core {

/// Keeps everything that must survive. The only port through which anything is written.
///
/// Thread: one, from open() to close().
class Store
{
public:
    Store() = default;
    Store(const Store &) = delete;
    Store(Store &&) = delete;
    Store &operator=(const Store &) = delete;
    Store &operator=(Store &&) = delete;
    virtual ~Store() = default;

    /// Opens or creates the store and brings it to today's schema. Open attempts of the last run
    /// become interrupted and their deliveries wait again; those of heartbeats have failed. What
    /// the undoing of removals had left to do is done.
    virtual Result<RecoveryReport> open(Time now) = 0;

    /// Forgives being called twice.
    virtual void close() = 0;

    /// Writes \a changes in their order as one transaction that is on disk when this returns.
    /// Each gets its outcome or its own refusal. An error of the whole means that nothing of it
    /// was written.
    virtual Result<QList<Result<Outcome>>> write(const QList<Change> &changes) = 0;

    /// Finds out whether new work can be taken now, by writing something that changes nothing.
    virtual Result<> probe() = 0;

    /// What probe() would say of the room on the disk, as far as that can be told without writing.
    virtual Result<> checkRoom() = 0;

    /// Every destination that is registered now, oldest first.
    virtual Result<QList<Registration>> registrations() = 0;

    /// Every delivery that waits for a destination that is registered, oldest first. Where the
    /// moment of open() lies before both the newest event and the newest attempt, the clock is
    /// behind, and all that is due is told as much earlier, so that nothing waits for it to come up
    /// again.
    virtual Result<QList<WaitingDelivery>> waiting() = 0;
};

} // namespace Core

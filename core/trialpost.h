// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/store/changes.h"

#include <QObject>

#include <functional>
#include <map>
#include <set>

namespace Core {

struct AddressPolicy;
class Archive;
class Clock;
class Directory;
class Ledger;

/// Tries a destination before somebody keeps it: registers it for one test event, and removes it
/// once that has been answered. The attempt stays in the log, as every POST does.
///
/// Thread: the engine's.
/// Borrows: directory, policy and clock for its life; ledger and archive from open() to close().
class TrialPost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrialPost)

public:
    TrialPost(const Directory &directory, const AddressPolicy &policy, const Clock &clock,
              QObject *parent = nullptr);
    ~TrialPost() override;

    /// True for one that is registered for a test alone, so that no list need show it.
    static bool isForTrial(const Core::Destination &destination);

    /// \a isDispatching says whether anything is sent now.
    void open(Ledger &ledger, Archive &archive, std::function<bool()> isDispatching);
    void close(); ///< What is under way is removed; what is asked from now on is refused.

    /// Removes those of \a registrations that the last run had registered for a trial when it was
    /// killed.
    void removeLeftovers(const QList<Registration> &registrations);

    void refuseAll(); ///< Dispatching is paused: what is under way would wait for ever.
    /// Signs with \a secret; without one as the destination does that it may become, or with any.
    void tryDestination(const Core::Destination &destination, const QByteArray &secret = {});
    void take(const QList<Core::Attempt> &attempts); ///< Attempts that have begun or ended.
    void takeResponses(const QList<Core::Attempt> &attempts); ///< The bodies of some came later.

signals:
    void tried(const Core::AttemptRecord &record);
    void refused(const Core::Error &error);

private:
    QByteArray secretFor(const Destination &destination, const QByteArray &entered) const;
    void sendTest(const DestinationAdded &added);
    void removeTried(DestinationId destination);
    void loadRecord(AttemptId attempt);
    void loadAwaited(AttemptId attempt);

    const Directory &m_directory;
    const AddressPolicy &m_policy;
    const Clock &m_clock;
    Ledger *m_ledger = nullptr; ///< null while nothing runs
    Archive *m_archive = nullptr;
    std::function<bool()> m_isDispatching;
    std::map<DestinationId, bool> m_running; ///< and whether each was registered for the trial
    std::set<AttemptId> m_receiving; ///< have ended, and the bodies of their answers are coming
};

} // namespace Core

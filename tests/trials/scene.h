// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/program.h"
#include "tests/trials/cast.h"
#include "tests/trials/earlyrelay.h"
#include "tests/trials/producer.h"
#include "tests/trials/steward.h"
#include "tests/trials/trialreceiver.h"

#include <memory>
#include <vector>

namespace Core {

/// The real program on a data directory of its own, producers in front of it, a receiver behind
/// it, and the history of what they saw.
///
/// Thread: that of its maker.
class Scene final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Scene)

public:
    enum class Acknowledging {
        AfterStoring, ///< as the program does
        BeforeStoring, ///< an EarlyRelay in between takes that away
    };

    enum class Face { Headless, Window };

    /// A scene of \a cast, its destinations.
    Scene(quint32 seed, int producerCount, const Cast &cast, Acknowledging acknowledging);

    Program &program() { return m_program; }

    /// Starts the program and registers the destinations that are not registered yet; false when
    /// it ended before that was done. \a heartbeat is the pause between two of them, or "off".
    bool start(const QString &heartbeat = QStringLiteral("off"), Face face = Face::Headless);

    /// Lets every producer publish up to \a countEach events.
    void publish(int countEach);
    bool isPublishing() const;

    /// Lets somebody register and change destinations, cancel and resend, until the program ends.
    void manage();
    int acceptedCount() const; ///< events that the program promised to deliver, so far

    /// Waits until no delivery waits and none is in flight; false when they have not become fewer
    /// in \a longestMs, or the program ends meanwhile.
    bool waitUntilDone(int longestMs = 120'000);

    /// All receivers answer well from now on, and their destinations are resumed: breakers, which
    /// outlive a kill, are not waited for. False when the program does not resume one.
    bool heal();
    TrialVerdict stillWaiting() const; ///< what waitUntilDone() waited for in vain

    void kill(); ///< as kill -9 does; what was not answered stays in doubt

    /// Remembers closed attempts, to be compared with the log at the end.
    void notePresentLog();
    void notePresentDestinations(); ///< How they stand, to be compared with what was asked for.

    /// Judges by what the running program's log shows.
    TrialVerdict judgeLog();

    const History &history() const { return m_history; }

private:
    bool hasEndedAll();
    bool registerDestinations();
    bool registerOne(const CastMember &one);

    const Cast m_cast;
    History m_history;
    TrialReceiver m_receiver;
    std::unique_ptr<EarlyRelay> m_relay;
    std::vector<std::unique_ptr<Producer>> m_producers;
    std::unique_ptr<Steward> m_steward;
    Program m_program;
};

void printVerdict(const TrialVerdict &verdict); ///< the five words and the faults

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testreceiver.h"
#include "tests/trials/oracle.h"

namespace Core {

/// A receiver whose destinations behave differently by their paths, and which notes every POST and
/// its answer in a history. What a POST gets depends on nothing but the seed, the delivery and the
/// attempt's number; from the fourth attempt on, and once it has healed, all are well.
///
/// Thread: as TestReceiver. Borrows: the history.
class TrialReceiver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrialReceiver)

public:
    TrialReceiver(History &history, quint32 seed);

    bool start() { return m_receiver.start(); }

    /// Takes what a program that is gone has sent and counts what comes from now on to its next
    /// run; false when a connection stays open.
    bool beginRun();

    void heal() { m_isHealed = true; } ///< For good.

    /// Of a destination. The first part of \a path says how it behaves: "/fast" and "/limited"
    /// answer 200, "/slow" does so later, "/flaky" and "/ordered" answer 503 or 200, "/busy" 429 or
    /// 200, and "/rude" closes or answers 200.
    QString url(const QString &path) const { return m_receiver.url(path); }

private:
    bool takeRest();
    void take(const ReceivedRequest &request);
    Answer answerFor(const QByteArray &behaviour, const ReceivedPost &post) const;

    History &m_history;
    quint32 m_seed;
    int m_run = 0;
    bool m_isHealed = false;
    TestReceiver m_receiver;
};

} // namespace Core

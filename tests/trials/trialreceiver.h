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

    QString fastUrl() const { return m_receiver.url(QStringLiteral("/fast")); }
    QString flakyUrl() const { return m_receiver.url(QStringLiteral("/flaky")); } ///< 503 or 200
    QString rudeUrl() const { return m_receiver.url(QStringLiteral("/rude")); } ///< closes or 200
    QString slowUrl() const { return m_receiver.url(QStringLiteral("/slow")); } ///< 200, later
    QString limitedUrl() const { return m_receiver.url(QStringLiteral("/limited")); }
    QString orderedUrl() const { return m_receiver.url(QStringLiteral("/ordered")); } ///< as flaky
    QString busyUrl() const { return m_receiver.url(QStringLiteral("/busy")); } ///< 429 or 200

private:
    bool takeRest();
    void take(const ReceivedRequest &request);
    Answer answerFor(const QByteArray &path, const ReceivedPost &post) const;

    History &m_history;
    quint32 m_seed;
    int m_run = 0;
    bool m_isHealed = false;
    TestReceiver m_receiver;
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/destinationanswer.h"
#include "core/model/secretreport.h"
#include "core/store/changes.h"

#include <QObject>

#include <functional>
#include <optional>

namespace Core {

struct AddressPolicy;
class Archive;
class Clock;
class Directory;
class Ledger;

/// Takes what people ask for in the window, checks it as the HTTP interface would, and hands it
/// in. What is done is told by the engine like any other change; here only what is refused, and to
/// whoever gives a ticket what came of that.
///
/// Thread: the engine's.
/// Borrows: directory, policy and clock for its life; ledger and archive from open() to close().
class Orders final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Orders)

public:
    Orders(const Directory &directory, const AddressPolicy &policy, const Clock &clock,
           QObject *parent = nullptr);
    ~Orders() override;

    using WaitOf = std::function<std::optional<LaneWait>(DestinationId destination)>;

    void open(Ledger &ledger, Archive &archive, WaitOf waitOf);
    void close(); ///< What is asked from now on is refused.

    /// Without \a secret one is made.
    void addDestination(const Core::Destination &destination, const QByteArray &secret = {},
                        Core::Ticket ticket = 0);
    /// Without \a secret it keeps the one it has.
    void changeDestination(const Core::Destination &before, const Core::Destination &after,
                           const QByteArray &secret = {}, Core::Ticket ticket = 0);
    void rotateSecret(const Core::Rotation &rotation);
    void loadSecret(const Core::DestinationId &destination);
    void loadPublicKey(const Core::DestinationId &destination); ///< Of ed25519; else an empty one.
    void loadSigning(const Core::DestinationId &destination);
    void removeDestination(const Core::DestinationId &destination);
    void restoreDestination(const Core::DestinationId &destination);
    void pauseDestination(const Core::DestinationId &destination, const QString &reason = {});
    void resumeDestination(const Core::DestinationId &destination);
    void testDestination(const Core::DestinationId &destination);
    void pinRows(const QList<Core::LogKey> &rows, bool isPinned);
    void noteRow(const Core::LogKey &row, const QString &note);
    void loadAttempt(const Core::AttemptId &attempt);
    void loadCapture(const Core::CaptureId &capture);

signals:
    void refused(const Core::Error &error); ///< something that bears no ticket
    void destinationAnswered(const Core::DestinationAnswer &answer); ///< to a ticket
    void secretLoaded(const Core::SecretReport &report); ///< Also of what a rotation has brought.
    void signingLoaded(const Core::SigningReport &report);
    void attemptLoaded(const Core::AttemptRecord &record);
    void captureLoaded(const Core::CaptureRecord &record);

private:
    void tell(AttemptRecord record);
    void answer(Ticket ticket, const Result<> &result);
    const Registration *registered(DestinationId destination, Ticket ticket = 0);
    void submit(Change change, const std::function<void(const Outcome &)> &done = {},
                Ticket ticket = 0);
    Result<> judge(const Destination &destination, const Result<> &signing) const;

    const Directory &m_directory;
    const AddressPolicy &m_policy;
    const Clock &m_clock;
    Ledger *m_ledger = nullptr; ///< null while nothing runs
    Archive *m_archive = nullptr;
    WaitOf m_waitOf; ///< what is on record knows of no such waits
};

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/store/writer.h"

#include <QObject>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <deque>
#include <memory>

namespace Core {

/// What the store holds when it has been opened.
struct LedgerContents
{
    RecoveryReport recovery;
    QList<Registration> registrations;
    QList<WaitingDelivery> waiting;
};

/// Brings changes to the store on a thread of its own: what comes in within a few milliseconds,
/// or while the disk is busy, is written in one transaction, and only then told.
///
/// Thread: lives on the thread of its maker, where every answer arrives; the store is used on the
/// ledger's own thread alone.
/// Owns: the store and the thread "ledger".
/// Errors: a batch that could not be written answers each of its changes with that error; nothing
/// of it is on disk, and the next batch is tried afresh. From then on the store is probed, at
/// pauses that grow to a few seconds, until it says that all is well again.
class Ledger final : public QObject, public Writer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Ledger)

public:
    explicit Ledger(std::unique_ptr<Store> store, QObject *parent = nullptr);
    ~Ledger() override;

    /// Opens the store; opened() or openingFailed() follows. After openingFailed() it may be
    /// called again. What was submitted before is written after that.
    void start(Time now);

    /// Refuses what is submitted for \a reason until start(): there is nothing to be opened yet.
    void refuse(const Error &reason);

    /// Writes what has been submitted, answers it, closes the store and ends the thread. Blocks
    /// until then. Forgives being called twice. What is submitted from then on is refused.
    void stop();

    void submit(Change change, const QObject *context, Answer answer) override;

    /// How many changes have been handed in and not yet answered.
    qsizetype pendingCount() const;

signals:
    void opened(const Core::LedgerContents &contents);
    void openingFailed(const Core::Error &error);

    /// What one transaction has written, in its order; told before the single answers.
    void recorded(const QList<Core::Outcome> &outcomes);

    /// New work could not be written, or can be again (then \a error is empty).
    void troubleChanged(const std::optional<Core::Error> &error);

private:
    using Written = Result<QList<Result<Outcome>>>;

    struct Asker
    {
        QPointer<const QObject> context;
        Answer answer;
    };

    struct Submission
    {
        Change change;
        qsizetype bytes = 0; ///< of its bodies
        Asker asker;
    };

    void takeContents(const Result<LedgerContents> &contents);
    QList<Change> nextBatch();
    void handOver();
    void takeWritten(const Written &written);
    void tell(const Written &written);
    void setTrouble(const std::optional<Error> &trouble);
    void probe();
    void takeProbed(const Result<> &probed);
    void watchRoom();
    void noteSeen(const Error &shortage);
    void answer(const Asker &asker, const Result<Outcome> &outcome);
    void refuseSubmissions();
    void refuseLater(Asker asker);

    std::unique_ptr<Store> m_store;
    QThread m_thread;
    QObject m_desk; ///< lives on m_thread: what is sent to it runs there
    QTimer m_linger;

    std::deque<Submission> m_submissions; ///< not handed over yet
    qsizetype m_submittedBytes = 0;
    std::vector<Asker> m_askers; ///< of the batch that is being written
    qsizetype m_pendingCount = 0;
    bool m_isWriting = false;
    bool m_isStopped = false;
    Error m_refusal; ///< of what is submitted while it is stopped
    std::optional<Error> m_trouble;
    bool m_wasSeen = false; ///< the trouble, before anybody was refused
    QTimer m_probeTimer; ///< runs while there is trouble
    QTimer m_roomTimer; ///< so that a full disk is told before somebody is refused
    Milliseconds m_probePause{0};
};

} // namespace Core

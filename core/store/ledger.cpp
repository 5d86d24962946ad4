// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger.h"

#include "core/base/log.h"

#include <QCoreApplication>

#include <algorithm>

namespace Core {

namespace {

constexpr Milliseconds Linger{2};
constexpr Milliseconds FirstProbePause{250};
constexpr Milliseconds LongestProbePause{4'000};
constexpr Milliseconds RoomPause{5'000};
constexpr qsizetype LargestBatch = 2000;
constexpr qsizetype RowBytes = 400;
constexpr qsizetype LargestBatchBytes = qsizetype{8} * 1024 * 1024;

/// What a change weighs in a batch: its bodies and, for an event, the rows of its deliveries.
qsizetype weightOf(const Change &change)
{
    if (const auto *events = std::get_if<AddEvents>(&change)) {
        qsizetype bytes = 0;
        for (const NewEvent &event : events->events)
            bytes += event.event.body.size() + RowBytes * event.audience.likelySize;
        return bytes;
    }
    if (const auto *finished = std::get_if<FinishAttempt>(&change))
        return finished->transcript.responseBody.size();
    if (const auto *response = std::get_if<KeepResponse>(&change))
        return response->body.size();
    if (const auto *capture = std::get_if<AddCapture>(&change))
        return capture->record.body.size();
    return 0;
}

Result<LedgerContents> openStore(Store &store, Time now)
{
    auto recovery = store.open(now);
    if (!recovery)
        return recovery.error();
    auto registrations = store.registrations();
    if (!registrations)
        return registrations.error();
    auto waiting = store.waiting();
    if (!waiting)
        return waiting.error();
    return LedgerContents{*recovery, *std::move(registrations), *std::move(waiting)};
}

} // namespace

Ledger::Ledger(std::unique_ptr<Store> store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{
    m_thread.setObjectName(QStringLiteral("ledger"));
    m_desk.moveToThread(&m_thread);
    m_linger.setSingleShot(true);
    m_linger.setTimerType(Qt::PreciseTimer);
    m_linger.setInterval(Linger);
    connect(&m_linger, &QTimer::timeout, this, &Ledger::handOver);
    m_probeTimer.setSingleShot(true);
    connect(&m_probeTimer, &QTimer::timeout, this, &Ledger::probe);
    m_roomTimer.setInterval(RoomPause);
    connect(&m_roomTimer, &QTimer::timeout, this, &Ledger::watchRoom);
}

Ledger::~Ledger()
{
    stop();
}

void Ledger::start(Time now)
{
    m_isStopped = false;
    m_thread.start();
    const auto open = [this, now] {
        auto contents = openStore(*m_store, now);
        QMetaObject::invokeMethod(
            this, [this, contents = std::move(contents)] { takeContents(contents); },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&m_desk, open, Qt::QueuedConnection);
    handOver();
}

void Ledger::takeContents(const Result<LedgerContents> &contents)
{
    if (!contents) {
        emit openingFailed(contents.error());
        return;
    }
    emit opened(*contents);
    if (m_isStopped)
        return;
    watchRoom();
    m_roomTimer.start();
}

void Ledger::refuse(const Error &reason)
{
    Q_ASSERT(!m_thread.isRunning());
    m_isStopped = true;
    m_refusal = reason;
    refuseSubmissions();
}

void Ledger::stop()
{
    m_refusal = {ErrorCode::Storage, QStringLiteral("Hookpost is stopping."), {}, {}};
    if (std::exchange(m_isStopped, true))
        return;
    m_probeTimer.stop();
    m_roomTimer.stop();
    if (!m_thread.isRunning())
        return refuseSubmissions();
    while (m_isWriting || !m_submissions.empty()) {
        handOver();
        // Once the desk has come to this, the results of the batch wait for us.
        QMetaObject::invokeMethod(
            &m_desk, [] {}, Qt::BlockingQueuedConnection);
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
    QMetaObject::invokeMethod(
        &m_desk, [this] { m_store->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Ledger::submit(Change change, const QObject *context, Answer answer)
{
    Q_ASSERT(context || !answer);
    Asker asker{context, std::move(answer)};
    ++m_pendingCount;
    if (m_isStopped) {
        refuseLater(std::move(asker));
        return;
    }
    const qsizetype bytes = weightOf(change);
    m_submittedBytes += bytes;
    m_submissions.push_back({std::move(change), bytes, std::move(asker)});
    const bool isFull
        = std::ssize(m_submissions) >= LargestBatch || m_submittedBytes >= LargestBatchBytes;
    if (isFull)
        handOver();
    else if (!m_linger.isActive() && !m_isWriting)
        m_linger.start();
}

qsizetype Ledger::pendingCount() const
{
    return m_pendingCount;
}

QList<Change> Ledger::nextBatch()
{
    QList<Change> batch;
    qsizetype bytes = 0;
    while (!m_submissions.empty() && batch.size() < LargestBatch && bytes < LargestBatchBytes) {
        Submission &next = m_submissions.front();
        bytes += next.bytes;
        batch.append(std::move(next.change));
        m_askers.push_back(std::move(next.asker));
        m_submissions.pop_front();
    }
    m_submittedBytes -= bytes;
    return batch;
}

void Ledger::handOver()
{
    if (m_isWriting || m_submissions.empty() || !m_thread.isRunning())
        return;
    m_isWriting = true;
    m_linger.stop();
    const auto write = [this, batch = nextBatch()] {
        auto written = m_store->write(batch);
        QMetaObject::invokeMethod(
            this, [this, written = std::move(written)] { takeWritten(written); },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&m_desk, write, Qt::QueuedConnection);
}

void Ledger::takeWritten(const Written &written)
{
    m_isWriting = false;
    const std::vector<Asker> askers = std::exchange(m_askers, {});
    // The next batch has waited long enough; the disk works on it while we tell of this one.
    handOver();
    tell(written);
    for (std::size_t i = 0; i < askers.size(); ++i) {
        if (written)
            answer(askers[i], written->at(static_cast<qsizetype>(i)));
        else
            answer(askers[i], written.error());
    }
}

void Ledger::answer(const Asker &asker, const Result<Outcome> &outcome)
{
    --m_pendingCount;
    if (asker.context && asker.answer)
        asker.answer(outcome);
}

void Ledger::tell(const Written &written)
{
    if (!written) {
        m_wasSeen = false;
        setTrouble(written.error());
        return;
    }
    QList<Outcome> outcomes;
    outcomes.reserve(written->size());
    std::optional<Error> shortage;
    for (const Result<Outcome> &outcome : *written) {
        if (outcome)
            outcomes.append(*outcome);
        else if (outcome.error().code == ErrorCode::StorageFull)
            shortage = outcome.error();
    }
    if (shortage) {
        m_wasSeen = false;
        setTrouble(shortage);
    } else if (m_probeTimer.remainingTimeAsDuration() > FirstProbePause)
        m_probeTimer.start(FirstProbePause);
    if (!outcomes.isEmpty())
        emit recorded(outcomes);
}

void Ledger::setTrouble(const std::optional<Error> &trouble)
{
    if (!trouble) {
        m_wasSeen = false;
        m_probeTimer.stop();
    } else if (!m_trouble && !m_isStopped) {
        m_probePause = FirstProbePause;
        m_probeTimer.start(m_probePause);
    }
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    if (trouble)
        qCWarning(lcStore).nospace() << "trouble reason=" << trouble->sentence;
    else
        qCInfo(lcStore) << "trouble is over";
    emit troubleChanged(trouble);
}

/// What has kept nobody out yet is no reason to make room by forgetting.
void Ledger::probe()
{
    const auto ask = [this, onlyLooks = m_wasSeen] {
        auto probed = onlyLooks ? m_store->checkRoom() : m_store->probe();
        QMetaObject::invokeMethod(
            this, [this, probed = std::move(probed)] { takeProbed(probed); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&m_desk, ask, Qt::QueuedConnection);
}

void Ledger::takeProbed(const Result<> &probed)
{
    if (m_isStopped)
        return;
    if (probed)
        return setTrouble(std::nullopt);
    setTrouble(probed.error());
    m_probePause = std::min(m_probePause * 2, LongestProbePause);
    m_probeTimer.start(m_probePause);
}

/// What else may be wrong is told by whoever writes.
void Ledger::watchRoom()
{
    if (m_trouble || m_isStopped)
        return;
    const auto ask = [this] {
        auto room = m_store->checkRoom();
        const auto take = [this, room = std::move(room)] {
            if (!room && room.error().code == ErrorCode::StorageFull && !m_isStopped && !m_trouble)
                noteSeen(room.error());
        };
        QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&m_desk, ask, Qt::QueuedConnection);
}

void Ledger::noteSeen(const Error &shortage)
{
    m_wasSeen = true;
    setTrouble(shortage);
}

void Ledger::refuseSubmissions()
{
    for (Submission &submission : std::exchange(m_submissions, {}))
        refuseLater(std::move(submission.asker));
    m_submittedBytes = 0;
}

void Ledger::refuseLater(Asker asker)
{
    const auto refuse
        = [this, asker = std::move(asker), reason = m_refusal] { answer(asker, reason); };
    QMetaObject::invokeMethod(this, refuse, Qt::QueuedConnection);
}

} // namespace Core

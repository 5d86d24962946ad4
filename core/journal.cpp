// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal.h"

#include "core/base/log.h"

#include <utility>

namespace Core {

namespace {

constexpr Milliseconds PauseBeforeFinishingAgain{1000};

} // namespace

Journal::Journal(Writer &writer, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_retryTimer(this)
{
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Journal::flush);
}

Journal::~Journal() = default;

void Journal::record(const FinishAttempt &finish)
{
    submit(finish);
}

void Journal::submit(const FinishAttempt &finish)
{
    ++m_pending;
    m_writer.submit(finish, this, [this, finish](const Result<Outcome> &outcome) {
        --m_pending;
        if (outcome)
            return;
        const ErrorCode code = outcome.error().code;
        if (code == ErrorCode::Storage || code == ErrorCode::StorageFull) {
            m_kept.push_back(finish);
            m_retryTimer.start(PauseBeforeFinishingAgain);
            return;
        }
        qCWarning(lcJournal).noquote() << "attempt" << toString(finish.attempt.id)
                                       << "could not be closed:" << outcome.error().sentence;
        emit refused(finish);
    });
}

void Journal::flush()
{
    for (const FinishAttempt &finish : std::exchange(m_kept, {}))
        submit(finish);
}

} // namespace Core

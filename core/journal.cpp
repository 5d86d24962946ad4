// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal.h"

#include "core/base/log.h"

#include <algorithm>
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
    m_unsettled.insert(finish.attempt.id);
    submit(finish);
}

void Journal::keep(const KeepResponse &response)
{
    if (isKept(response.attempt))
        m_kept.emplace_back(response);
    else
        submit(response);
}

void Journal::submit(const Change &change)
{
    ++m_pending;
    m_writer.submit(change, this, [this, change](const Result<Outcome> &outcome) {
        --m_pending;
        if (!outcome)
            takeRefusal(change, outcome.error());
        else if (const auto *const finish = std::get_if<FinishAttempt>(&change))
            m_unsettled.erase(finish->attempt.id);
    });
}

void Journal::takeRefusal(const Change &change, const Error &error)
{
    const auto *const response = std::get_if<KeepResponse>(&change);
    const bool isInTrouble
        = error.code == ErrorCode::Storage || error.code == ErrorCode::StorageFull;
    // A body may have been handed in while its attempt's end was being refused.
    if (isInTrouble || (response && m_unsettled.contains(response->attempt))) {
        m_kept.push_back(change);
        m_retryTimer.start(PauseBeforeFinishingAgain);
        return;
    }
    if (response) {
        // Such as when the attempt has been forgotten meanwhile.
        qCInfo(lcJournal).noquote() << "the body of attempt" << toString(response->attempt)
                                    << "is not kept:" << error.sentence;
        return;
    }
    const auto &finish = std::get<FinishAttempt>(change);
    qCWarning(lcJournal).noquote()
        << "attempt" << toString(finish.attempt.id) << "could not be closed:" << error.sentence;
    m_unsettled.erase(finish.attempt.id);
    emit refused(finish);
}

/// Whether the end of \a attempt waits to be handed in again.
bool Journal::isKept(AttemptId attempt) const
{
    return std::any_of(m_kept.begin(), m_kept.end(), [attempt](const Change &change) {
        const auto *const finish = std::get_if<FinishAttempt>(&change);
        return finish && finish->attempt.id == attempt;
    });
}

void Journal::flush()
{
    for (const Change &change : std::exchange(m_kept, {}))
        submit(change);
}

} // namespace Core

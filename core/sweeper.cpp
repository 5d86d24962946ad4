// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweeper.h"

#include <algorithm>

namespace Core {

namespace {

constexpr Milliseconds PauseAfterStep{10};
constexpr Milliseconds PauseAfterRefusal{2'000};

bool hasReplaced(const DestinationAdded &added)
{
    return !added.replaced.isEmpty();
}

bool leavesWork(const Outcome &outcome)
{
    if (const auto *added = std::get_if<DestinationAdded>(&outcome))
        return hasReplaced(*added);
    if (const auto *imported = std::get_if<DestinationsImported>(&outcome))
        return std::any_of(imported->added.begin(), imported->added.end(), hasReplaced);
    return std::holds_alternative<DestinationRemoved>(outcome)
        || std::holds_alternative<DestinationRestored>(outcome);
}

} // namespace

Sweeper::Sweeper(Writer &writer, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Sweeper::step);
}

Sweeper::~Sweeper() = default;

void Sweeper::start()
{
    m_isStarted = true;
    if (!m_isUnderWay)
        step();
}

void Sweeper::stop()
{
    m_isStarted = false;
    m_timer.stop();
}

void Sweeper::take(const QList<Outcome> &recorded)
{
    if (!m_isStarted || !std::any_of(recorded.begin(), recorded.end(), leavesWork))
        return;
    m_isWanted = true;
    if (!m_isUnderWay)
        step();
}

void Sweeper::step()
{
    m_isUnderWay = true;
    m_isWanted = false;
    m_writer.submit(ContinueRemovals{}, this,
                    [this](const Result<Outcome> &outcome) { takeStep(outcome); });
}

void Sweeper::takeStep(const Result<Outcome> &outcome)
{
    const bool isDone = outcome && std::get<RemovalsContinued>(*outcome).isDone && !m_isWanted;
    m_isUnderWay = m_isStarted && !isDone;
    if (m_isUnderWay)
        m_timer.start(outcome ? PauseAfterStep : PauseAfterRefusal);
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logarrivals.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace Gui {

using Core::LogKey;

namespace {

constexpr int MostHeldBack = 20'000;
constexpr int MostJudged = 5'000; ///< in one question, since its answer is taken in at once

} // namespace

/// Each says what its delivery has come to by then.
void LogArrivals::add(const QList<Core::Attempt> &attempts)
{
    m_attempts += attempts;
    if (m_changes.isEmpty())
        return;
    for (const Core::Attempt &attempt : attempts)
        m_changes.remove(attempt.delivery);
}

void LogArrivals::add(const QList<Core::DeliveryChange> &changes)
{
    for (const Core::DeliveryChange &change : changes)
        m_changes.insert(change.delivery, change.state);
}

QList<Core::DeliveryChange> LogArrivals::takeChanges()
{
    QList<Core::DeliveryChange> changes;
    for (auto change = m_changes.cbegin(); change != m_changes.cend(); ++change)
        changes.append({change.key(), change.value()});
    m_changes.clear();
    return changes;
}

void LogArrivals::keepKeys()
{
    if (m_attempts.size() + m_captures.size() < MostHeldBack)
        return;
    for (const Core::Attempt &attempt : std::exchange(m_attempts, {}))
        m_bare.append(LogKey::of(attempt.id));
    for (const Core::Capture &capture : std::exchange(m_captures, {}))
        m_bare.append(LogKey::of(capture.id));
}

LogArrivals::Turn LogArrivals::take(LogRowCache &rows)
{
    Turn turn;
    for (const LogKey key : std::exchange(m_bare, {}))
        turn[key] = std::nullopt;
    for (const Core::Attempt &attempt : std::exchange(m_attempts, {}))
        turn[LogKey::of(attempt.id)] = rows.put(attempt);
    for (const Core::Capture &capture : std::exchange(m_captures, {}))
        turn[LogKey::of(capture.id)] = rows.put(capture);
    return turn;
}

/// What a long pause holds back is not kept, but looked for when it ends.
qint64 LogArrivals::holdBack(const LineList &shown)
{
    QSet<LogKey> fresh;
    for (const Core::Attempt &attempt : std::as_const(m_attempts))
        fresh.insert(LogKey::of(attempt.id));
    for (const Core::Capture &capture : std::as_const(m_captures))
        fresh.insert(LogKey::of(capture.id));
    fresh.removeIf([&shown](LogKey key) { return shown.contains(key); });
    const qint64 waiting = m_forgone + fresh.size();
    if (m_attempts.size() + m_captures.size() >= MostHeldBack) {
        m_forgone = waiting;
        m_isBehind = true;
        m_attempts.clear();
        m_captures.clear();
    }
    return waiting;
}

bool LogArrivals::endPause()
{
    m_forgone = 0;
    return std::exchange(m_isBehind, false);
}

void LogArrivals::beginSearch()
{
    m_bare.clear();
    m_unjudged.clear();
    m_isJudging = false;
}

LogArrivals::Keys LogArrivals::takeQuestion()
{
    if (m_isJudging || m_unjudged.isEmpty())
        return {};
    m_isJudging = true;
    Keys keys = m_unjudged.first(std::min<qsizetype>(m_unjudged.size(), MostJudged));
    m_unjudged.remove(0, keys.size());
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

} // namespace Gui

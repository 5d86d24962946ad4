// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logring.h"

namespace Gui {

namespace {

template<typename Key>
std::optional<LogRing::Sequence> valueIn(const QHash<Key, LogRing::Sequence> &hash, const Key &key)
{
    const auto found = hash.constFind(key);
    if (found == hash.constEnd())
        return std::nullopt;
    return *found;
}

} // namespace

std::optional<LogRing::Sequence> LogRing::find(Core::AttemptId id) const
{
    return valueIn(m_attempts, id.value);
}

std::optional<LogRing::Sequence> LogRing::find(Core::CaptureId id) const
{
    return valueIn(m_captures, id.value);
}

std::optional<LogRing::Sequence> LogRing::find(const LogRow &row) const
{
    return row.direction == Direction::Sent ? find(row.attempt) : find(row.capture);
}

QList<LogRing::Sequence> LogRing::put(LogRow row)
{
    const Sequence sequence = find(row).value_or(end());
    QList<Sequence> touched{sequence};
    if (!row.delivery.isNull()) {
        const bool isSent = row.direction == Direction::Sent;
        const auto partner = valueIn(isSent ? m_receivedBy : m_sentBy, postOf(row));
        if (partner && isSent) {
            link(m_rows[offset(*partner)], row);
            touched.append(*partner);
        } else if (partner) {
            link(row, at(*partner));
        }
    }
    remember(row, sequence);
    if (sequence == end())
        m_rows.push_back(std::move(row));
    else
        m_rows[offset(sequence)] = std::move(row);
    return touched;
}

void LogRing::dropOldest(qsizetype count)
{
    for (; count > 0; --count) {
        forget(m_rows.front());
        m_rows.pop_front();
        ++m_first;
    }
}

void LogRing::remember(const LogRow &row, Sequence sequence)
{
    const bool isSent = row.direction == Direction::Sent;
    if (isSent)
        m_attempts.insert(row.attempt.value, sequence);
    else
        m_captures.insert(row.capture.value, sequence);
    if (!row.delivery.isNull())
        (isSent ? m_sentBy : m_receivedBy).insert(postOf(row), sequence);
}

void LogRing::forget(const LogRow &row)
{
    const bool isSent = row.direction == Direction::Sent;
    if (isSent)
        m_attempts.remove(row.attempt.value);
    else
        m_captures.remove(row.capture.value);
    if (!row.delivery.isNull())
        (isSent ? m_sentBy : m_receivedBy).remove(postOf(row));
}

} // namespace Gui

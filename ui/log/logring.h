// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/logrow.h"

#include <QHash>

#include <deque>
#include <optional>

namespace Gui {

/// The newest rows of the log, in the order of their arrival. A row keeps its sequence number for
/// as long as it is there.
class LogRing final
{
public:
    using Sequence = qint64;

    qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    Sequence first() const { return m_first; }
    Sequence end() const { return m_first + size(); }
    const LogRow &at(Sequence sequence) const { return m_rows[offset(sequence)]; }

    std::optional<Sequence> find(Core::AttemptId id) const;
    std::optional<Sequence> find(Core::CaptureId id) const;

    /// Adds \a row, or puts it in the place of the one with the same id, and links it with the row
    /// at the other end of the same POST. Returns all rows that are new or changed.
    QList<Sequence> put(LogRow row);

    void dropOldest(qsizetype count);

private:
    using Post = std::pair<qint64, int>; ///< a delivery and the number of its attempt

    std::size_t offset(Sequence sequence) const
    {
        return static_cast<std::size_t>(sequence - m_first);
    }
    static Post postOf(const LogRow &row) { return {row.delivery.value, row.number}; }
    std::optional<Sequence> find(const LogRow &row) const;
    void remember(const LogRow &row, Sequence sequence);
    void forget(const LogRow &row);

    std::deque<LogRow> m_rows;
    Sequence m_first = 0;
    QHash<qint64, Sequence> m_attempts;
    QHash<qint64, Sequence> m_captures;
    QHash<Post, Sequence> m_sentBy;
    QHash<Post, Sequence> m_receivedBy;
};

} // namespace Gui

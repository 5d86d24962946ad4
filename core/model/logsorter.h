// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"

#include <vector>

namespace Core {

/// Puts rows of the log in an order other than that of time. Rows that have the same stand newest
/// first. Sixteen bytes a row, so that a million fit, and each text once.
class LogSorter final
{
public:
    /// \a count is how many rows may come.
    LogSorter(LogOrder order, qint64 count);

    void add(const LogValues &values);
    SortedLog sorted(); ///< The rows are gone then.

private:
    struct Row
    {
        qint64 value;
        qint64 mark; ///< falls with the key; odd for a failure
        auto operator<=>(const Row &) const = default;
    };

    void rankTexts();

    LogOrder m_order;
    std::vector<Row> m_rows;
    QHash<QString, qint64> m_texts; ///< each with its number
};

} // namespace Core

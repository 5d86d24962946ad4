// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"

#include <QVariant>

/// Says what rows are sorted by as plainly as can be: what the SQL is held against.
class SortValues
{
public:
    explicit SortValues(Core::LogSorting by)
        : m_by(by)
    {
    }

    void add(const Core::Attempt &attempt, bool isFailure);
    void add(const Core::LinkedCapture &linked, bool isFailure);
    const Core::LogValues &values() const { return m_values; }

private:
    QVariant valueOf(const Core::Attempt &attempt) const; ///< invalid for none
    QVariant valueOf(const Core::LinkedCapture &linked) const;
    void add(Core::LogKey key, const QVariant &value, bool isFailure);

    Core::LogSorting m_by;
    Core::LogValues m_values;
};

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"

#include <QRandomGenerator>

/// What random filters are made of.
struct FilterPool
{
    QStringList texts; ///< for every key that takes text
    QStringList patterns;
    QStringList headers; ///< names
    QList<QStringList> paths; ///< into JSON
    QStringList numbers; ///< of JSON
    QStringList ids;
    QStringList deliveries; ///< their ids
    QList<qint64> moments; ///< in milliseconds since 1970
};

/// Makes filters as parseFilter() would, of every key and shape; the same seed makes the same.
class RandomFilters
{
public:
    RandomFilters(quint32 seed, FilterPool pool);

    Core::Filter next(); ///< Of up to some ten terms.
    Core::FilterTerm nextTerm();

private:
    Core::Filter make(int depth);
    void fillText(Core::FilterTerm &term);
    void fillNumber(Core::FilterTerm &term);
    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }

    template<typename T>
    T oneOf(const QList<T> &values)
    {
        return values.at(below(static_cast<int>(values.size())));
    }

    QRandomGenerator m_random;
    FilterPool m_pool;
};

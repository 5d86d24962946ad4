// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/logsorter.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace Core {

LogSorter::LogSorter(LogOrder order, qint64 count)
    : m_order(order)
{
    // The file says so, which may be damaged.
    constexpr qint64 MostAtOnce = 4'000'000;
    m_rows.reserve(static_cast<std::size_t>(std::clamp<qint64>(count, 0, MostAtOnce)));
}

void LogSorter::add(const LogValues &values)
{
    std::vector<qint64> numbers;
    for (const QString &text : values.texts) {
        const auto known = m_texts.constFind(text);
        numbers.push_back(known == m_texts.cend() ? *m_texts.insert(text, m_texts.size()) : *known);
    }
    for (const LogValues::Row &row : values.rows) {
        const bool isText = row.value != LogValues::Missing && !numbers.empty();
        m_rows.push_back({isText ? numbers.at(static_cast<std::size_t>(row.value)) : row.value,
                          -2 * row.key.value - (row.isFailure ? 1 : 0)});
    }
}

/// Has rows hold the place of their text among all, rather than its number.
void LogSorter::rankTexts()
{
    QStringList texts(m_texts.keyBegin(), m_texts.keyEnd());
    std::sort(texts.begin(), texts.end(), [](const QString &one, const QString &other) {
        const int difference = one.compare(other, Qt::CaseInsensitive);
        return difference == 0 ? one < other : difference < 0;
    });
    std::vector<qint64> ranks(static_cast<std::size_t>(texts.size()));
    for (qsizetype rank = 0; rank < texts.size(); ++rank)
        ranks.at(static_cast<std::size_t>(m_texts.value(texts.at(rank)))) = rank;
    for (Row &row : m_rows) {
        if (row.value != LogValues::Missing)
            row.value = ranks.at(static_cast<std::size_t>(row.value));
    }
}

SortedLog LogSorter::sorted()
{
    if (!m_texts.isEmpty())
        rankTexts();
    for (Row &row : m_rows) {
        if (row.value == LogValues::Missing)
            row.value = std::numeric_limits<qint64>::max();
        else if (m_order.isDescending)
            row.value = -row.value;
    }
    std::sort(m_rows.begin(), m_rows.end());
    SortedLog log;
    log.keys.reserve(static_cast<qsizetype>(m_rows.size()));
    for (const Row &row : m_rows) {
        if (row.mark % 2 != 0)
            log.failures.append(static_cast<int>(log.keys.size()));
        log.keys.append(LogKey{-row.mark / 2});
    }
    m_rows = {};
    m_texts = {};
    log.byKey.resize(log.keys.size());
    std::iota(log.byKey.begin(), log.byKey.end(), 0);
    std::sort(log.byKey.begin(), log.byKey.end(),
              [&keys = std::as_const(log.keys)](int one, int other) {
                  return keys.at(one) < keys.at(other);
              });
    return log;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "core/model/redaction.h"

#include <QHash>

namespace Core {

/// What may a filter say behind a key, or as the next name of its path?
struct FilterValuesQuestion
{
    int ticket = 0; ///< an answer to an older one than the newest is of no use any more
    FilterKey key = FilterKey::Word;
    QStringList path; ///< of header. and json.: up to what is asked for
    bool asksNames = false; ///< for names of headers or of JSON members, rather than values

    bool operator==(const FilterValuesQuestion &) const = default;
};

/// Something that rows have, and how many of those that were looked at.
struct FilterValue
{
    QString text;
    qint64 count = 0;

    bool operator==(const FilterValue &) const = default;
};

struct FilterValues
{
    FilterValuesQuestion question;
    QList<FilterValue> values;
};

/// So many of the newest rows are looked at, and of their messages.
inline constexpr int FilterValueRows = 100'000;
inline constexpr int FilterValueMessages = 500;

using FilterValueCounts = QHash<QString, qint64>;

/// The most frequent ones first, fifty at most.
QList<FilterValue> mostFrequent(const FilterValueCounts &counts);

// What single messages and URLs add to the counts; for a question about such. Values of headers
// that are masked for \a sender are left out.
void countHeaders(const FilterValuesQuestion &question, const QByteArray &headerLines,
                  Sender sender, FilterValueCounts &counts);
void countJson(const FilterValuesQuestion &question, const QByteArray &body,
               FilterValueCounts &counts);
void countHost(const QString &url, qint64 rows, FilterValueCounts &counts);

} // namespace Core

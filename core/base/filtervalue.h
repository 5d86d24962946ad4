// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "core/base/filterunits.h"

#include <optional>

namespace Core {

/// What stands behind a term's colon, without quotes or slashes.
struct TermValue
{
    QString text;
    bool isPattern = false;
    bool isQuoted = false; ///< from its first character on
    qsizetype begin = 0;
    qsizetype end = 0;
};

struct FilterFault
{
    FilterVerdict verdict = FilterVerdict::Invalid;
    qsizetype position = 0;
    qsizetype length = 0;
    QString sentence;
    QString hint;
};

inline FilterFault invalidAt(qsizetype position, qsizetype length, QString sentence, QString hint)
{
    return {FilterVerdict::Invalid, position, length, std::move(sentence), std::move(hint)};
}

/// Puts \a value into \a term as its key asks, or tells why it cannot. What \a isLast may be the
/// beginning of something is incomplete.
std::optional<FilterFault> setValue(FilterTerm &term, const TermValue &value, bool isLast);

} // namespace Core

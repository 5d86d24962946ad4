// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "core/store/database.h"

#include <QRegularExpression>

namespace Core {

/// Judges what a database cannot by itself: text without regard to case beyond ASCII, regular
/// expressions, headers as they are stored, JSON at a path.
class TermMatcher
{
public:
    explicit TermMatcher(const FilterTerm &term);

    /// Whether the term holds of the text of a column: of a header's term that column is a block
    /// of lines, of a JSON term a body.
    bool matches(QByteArrayView column) const;
    bool matchesText(const QString &text) const; ///< The text is in there, or the pattern fits.

private:
    bool matchesHeader(const QByteArray &lines) const;
    bool matchesJson(QByteArrayView body) const;

    FilterTerm m_term;
    QByteArray m_number; ///< the term's text where it may be compared as one
    QRegularExpression m_pattern;
};

/// Makes a TermMatcher's judgement known to SQL as holds(term, column), the term being its text.
Result<> addTermFunction(Database &database);

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"

namespace Gui {

// How the text of a filter is changed by what a person points at: the rest of it stays as it was
// typed. Terms count where they stand at its top, neither in parentheses nor beside an "or". Of a
// text that cannot be read nothing is kept.

enum class TermSign {
    Wanted,
    Excluded, ///< with a minus
};

/// What becomes of the filter when somebody points at a value.
enum class FilterUse {
    Only, ///< The value alone is looked for.
    Exclude, ///< It is left out besides what is looked for already.
    Add, ///< It is looked for besides that.
};

/// An "and" that somebody meant to join terms with, and that is looked for as a word; empty for
/// none.
QString needlessAnd(const QString &text);

bool hasTerm(const QString &text, const Core::FilterTerm &term, TermSign sign = TermSign::Wanted);

/// Narrows by one term more; what said the opposite goes.
QString withTerm(const QString &text, const Core::FilterTerm &term,
                 TermSign sign = TermSign::Wanted);

QString withoutTerm(const QString &text, const Core::FilterTerm &term,
                    TermSign sign = TermSign::Wanted);

/// Has the words that are looked for be looked for in bodies instead; empty where there are none.
QString wordsInBodies(const QString &text);

/// Takes all terms of a key away: before another one comes in their place.
QString withoutKey(const QString &text, Core::FilterKey key);

} // namespace Gui

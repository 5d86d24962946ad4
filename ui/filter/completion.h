// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filtervalues.h"

#include <optional>

namespace Gui {

// What somebody who types a filter may go on with.

/// The term that the cursor stands behind, as far as it is there.
struct CompletionSpot
{
    qsizetype begin = 0; ///< of the term in the text, behind its minus; up to the cursor
    QString begun; ///< of the key, the name or the value that is being typed
    bool isKey = false;
    Core::FilterValuesQuestion question; ///< behind a key: what to choose from; without a ticket

    bool operator==(const CompletionSpot &) const = default;
};

/// None where the cursor stands within something, or in a regular expression.
std::optional<CompletionSpot> completionSpot(const QString &text, qsizetype cursor);

struct Suggestion
{
    QString label; ///< as it is shown
    QString hint; ///< beside it: what it means, or how often it is there
    QString term; ///< what is written in the place of the spot
    bool isWhole = true; ///< nothing has to follow within the term

    bool operator==(const Suggestion &) const = default;
};

/// What can be offered without asking: keys, words, examples of numbers and times.
QList<Suggestion> suggestionsAt(const CompletionSpot &spot);

/// Whether there are values or names that have to be looked for.
bool needsValues(const CompletionSpot &spot);
QList<Suggestion> suggestionsAt(const CompletionSpot &spot, const QList<Core::FilterValue> &values);

/// What a key asks for, in a few words.
QString keyHint(Core::FilterKey key);

} // namespace Gui

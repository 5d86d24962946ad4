// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/valueterms.h"

#include <algorithm>

namespace Gui {

using Core::FilterKey;
using Core::FilterMatch;
using Core::FilterTerm;

namespace {

/// A regular expression that fits \a text alone.
QString patternOf(const QString &text)
{
    QString pattern = QStringLiteral("^");
    for (const QChar c : text) {
        if (QStringView(u"\\^$.[]|()?*+{}").contains(c))
            pattern += u'\\';
        pattern += c;
    }
    return pattern + u'$';
}

FilterTerm textTerm(FilterKey key, const QString &text, FilterMatch match = FilterMatch::Is)
{
    FilterTerm term;
    term.key = key;
    term.match = match;
    term.text = match == FilterMatch::Pattern ? patternOf(text) : text;
    return term;
}

/// What looks like an id would be taken for one.
FilterTerm nameTerm(const QString &name)
{
    const bool isLikeId = Core::idFromString<Core::DestinationKind>(name).has_value();
    return textTerm(FilterKey::DestinationName, name,
                    isLikeId ? FilterMatch::Pattern : FilterMatch::Is);
}

} // namespace

FilterTerm termOf(const Core::Destination &destination, const QList<Core::Destination> &all)
{
    const QString name = destination.name.toCaseFolded();
    const auto namesakes
        = std::count_if(all.begin(), all.end(), [&name](const Core::Destination &other) {
              return other.name.toCaseFolded() == name;
          });
    return namesakes > 1 ? textTerm(FilterKey::DestinationName, toString(destination.id))
                         : nameTerm(destination.name);
}

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filtertext.h"

#include <algorithm>

namespace Gui {

using Core::FilterPlace;

namespace {

template<typename IsMeant>
bool hasPlace(const QString &text, const IsMeant &isMeant)
{
    const QList<FilterPlace> places = Core::parseFilter(text).places;
    return std::any_of(places.begin(), places.end(), [&isMeant](const FilterPlace &place) {
        return place.isAtTop && isMeant(place);
    });
}

/// Cuts terms at the top out, with one of the blanks around each.
template<typename IsMeant>
QString without(const QString &text, const IsMeant &isMeant)
{
    const Core::FilterReading reading = Core::parseFilter(text);
    if (reading.verdict != Core::FilterVerdict::Valid)
        return {};
    QString rest = text;
    for (qsizetype i = reading.places.size() - 1; i >= 0; --i) {
        const FilterPlace &place = reading.places.at(i);
        if (!place.isAtTop || !isMeant(place))
            continue;
        rest.remove(place.position, place.length);
        if (place.position < rest.size() && rest.at(place.position).isSpace())
            rest.remove(place.position, 1);
    }
    return rest.trimmed();
}

bool isNegated(TermSign sign)
{
    return sign == TermSign::Excluded;
}

bool isAnd(QStringView word)
{
    return word.compare(u"and", Qt::CaseInsensitive) == 0 || word == u"&&";
}

} // namespace

QString needlessAnd(const QString &text)
{
    const QList<FilterPlace> places = Core::parseFilter(text).places;
    for (qsizetype i = 1; i < places.size(); ++i) {
        const QStringView word
            = QStringView(text).sliced(places.at(i).position, places.at(i).length);
        if (isAnd(word))
            return word.toString();
    }
    return {};
}

bool hasTerm(const QString &text, const Core::FilterTerm &term, TermSign sign)
{
    return hasPlace(text, [&](const FilterPlace &place) {
        return place.isNegated == isNegated(sign) && place.term == term;
    });
}

QString withTerm(const QString &text, const Core::FilterTerm &term, TermSign sign)
{
    const QString kept = without(text, [&](const FilterPlace &place) {
        return place.isNegated != isNegated(sign) && place.term == term;
    });
    const QString added = (isNegated(sign) ? QStringLiteral("-") : QString()) + toText(term);
    if (kept.isEmpty())
        return added;
    if (hasTerm(kept, term, sign))
        return kept;
    const QString both = kept + u' ' + added;
    // Behind an "or" it would belong to the last choice alone.
    const bool isChoice = Core::parseFilter(both).filter.kind == Core::FilterKind::Any;
    return isChoice ? u'(' + kept + QStringLiteral(") ") + added : both;
}

QString withoutTerm(const QString &text, const Core::FilterTerm &term, TermSign sign)
{
    return without(text, [&](const FilterPlace &place) {
        return place.isNegated == isNegated(sign) && place.term == term;
    });
}

QString wordsInBodies(const QString &text)
{
    const Core::FilterReading reading = Core::parseFilter(text);
    if (reading.verdict != Core::FilterVerdict::Valid)
        return {};
    QString result = text;
    for (qsizetype i = reading.places.size() - 1; i >= 0; --i) {
        const FilterPlace &place = reading.places.at(i);
        if (place.term.key == Core::FilterKey::Word && !place.isNegated)
            result.insert(place.valuePosition, Core::keyText(Core::FilterKey::Body));
    }
    return result == text ? QString() : result;
}

QString withoutKey(const QString &text, Core::FilterKey key)
{
    return without(text, [key](const FilterPlace &place) { return place.term.key == key; });
}

} // namespace Gui

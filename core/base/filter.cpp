// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filter.h"

#include "core/base/clock.h"
#include "core/base/duration.h"
#include "core/base/filterunits.h"

#include <algorithm>
#include <array>

namespace Core {

namespace {

struct KeyName
{
    FilterKey key;
    QLatin1StringView name;
};

// In the order in which they are offered.
constexpr std::array KeyNames{
    KeyName{FilterKey::Status, QLatin1StringView("status:")},
    KeyName{FilterKey::DestinationName, QLatin1StringView("dest:")},
    KeyName{FilterKey::EventType, QLatin1StringView("event:")},
    KeyName{FilterKey::Is, QLatin1StringView("is:")},
    KeyName{FilterKey::Since, QLatin1StringView("since:")},
    KeyName{FilterKey::Duration, QLatin1StringView("time:")},
    KeyName{FilterKey::Size, QLatin1StringView("size:")},
    KeyName{FilterKey::Try, QLatin1StringView("try:")},
    KeyName{FilterKey::Direction, QLatin1StringView("dir:")},
    KeyName{FilterKey::Bin, QLatin1StringView("bin:")},
    KeyName{FilterKey::Method, QLatin1StringView("method:")},
    KeyName{FilterKey::Url, QLatin1StringView("url:")},
    KeyName{FilterKey::HeaderField, QLatin1StringView("header.")},
    KeyName{FilterKey::Body, QLatin1StringView("body:")},
    KeyName{FilterKey::JsonValue, QLatin1StringView("json.")},
    KeyName{FilterKey::AnyId, QLatin1StringView("id:")},
    KeyName{FilterKey::OfDelivery, QLatin1StringView("delivery:")},
};

struct WordName
{
    FilterKey key;
    FilterWord word;
    QLatin1StringView name;
};

constexpr std::array WordNames{
    WordName{FilterKey::Direction, FilterWord::Out, QLatin1StringView("out")},
    WordName{FilterKey::Direction, FilterWord::In, QLatin1StringView("in")},
    WordName{FilterKey::Is, FilterWord::Failed, QLatin1StringView("failed")},
    WordName{FilterKey::Is, FilterWord::Slow, QLatin1StringView("slow")},
    WordName{FilterKey::Is, FilterWord::InFlight, QLatin1StringView("inflight")},
    WordName{FilterKey::Is, FilterWord::Delivered, QLatin1StringView("delivered")},
    WordName{FilterKey::Is, FilterWord::Temporary, QLatin1StringView("temporary")},
    WordName{FilterKey::Is, FilterWord::Interrupted, QLatin1StringView("interrupted")},
    WordName{FilterKey::Is, FilterWord::Retrying, QLatin1StringView("retrying")},
    WordName{FilterKey::Is, FilterWord::Waiting, QLatin1StringView("waiting")},
    WordName{FilterKey::Is, FilterWord::Cancelled, QLatin1StringView("cancelled")},
    WordName{FilterKey::Is, FilterWord::New, QLatin1StringView("new")},
    WordName{FilterKey::Is, FilterWord::Replay, QLatin1StringView("replay")},
    WordName{FilterKey::Is, FilterWord::Test, QLatin1StringView("test")},
    WordName{FilterKey::Is, FilterWord::Heartbeat, QLatin1StringView("heartbeat")},
    WordName{FilterKey::Is, FilterWord::Pinned, QLatin1StringView("pinned")},
};

QString quoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

/// Whether \a text would be read as something else without quotes.
bool needsQuotes(const FilterTerm &term)
{
    const QString &text = term.text;
    if (text.isEmpty())
        return true;
    const bool hasMark = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || QStringView(u"\"()").contains(c);
    });
    const QChar first = text.front();
    const bool isWord = term.key == FilterKey::Word;
    return hasMark || first == u'/' || (isWord && (first == u'-' || text.contains(u':')))
        || (isWord && text.compare(u"or", Qt::CaseInsensitive) == 0)
        || (term.key == FilterKey::JsonValue && QStringView(u"<>=").contains(first))
        || text == u"*";
}

QString patternText(const QString &pattern)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        if (c == u'\\' && i + 1 < pattern.size())
            text += pattern.mid(i++, 2);
        else if (c == u'/')
            text += QStringLiteral("\\/");
        else
            text += c;
    }
    return u'/' + text + u'/';
}

QString comparisonText(FilterMatch match)
{
    switch (match) {
    case FilterMatch::Less:
        return QStringLiteral("<");
    case FilterMatch::AtMost:
        return QStringLiteral("<=");
    case FilterMatch::More:
        return QStringLiteral(">");
    case FilterMatch::AtLeast:
        return QStringLiteral(">=");
    default:
        return {};
    }
}

QString numberText(const FilterTerm &term)
{
    if (term.match == FilterMatch::HundredOf)
        return QString::number(term.number) + QStringLiteral("xx");
    const QString comparison = comparisonText(term.match);
    if (term.key == FilterKey::Duration)
        return comparison + withUnit(term.number, TimeUnits);
    if (term.key == FilterKey::Size)
        return comparison + withUnit(term.number, SizeUnits);
    return comparison + QString::number(term.number);
}

QString valueText(const FilterTerm &term)
{
    switch (term.key) {
    case FilterKey::Status:
    case FilterKey::Duration:
    case FilterKey::Size:
    case FilterKey::Try:
        return numberText(term);
    case FilterKey::Direction:
    case FilterKey::Is:
        return wordText(term.word);
    case FilterKey::Since:
        return term.match == FilterMatch::Ago ? toString(Milliseconds{term.number})
                                              : toIso(Time{Milliseconds{term.number}});
    default:
        break;
    }
    if (term.match == FilterMatch::Pattern)
        return patternText(term.text);
    if (term.match == FilterMatch::Present)
        return QStringLiteral("*");
    const QString comparison = comparisonText(term.match);
    const bool isPlain = !comparison.isEmpty() || !needsQuotes(term);
    return comparison + (isPlain ? term.text : quoted(term.text));
}

QString pathText(const FilterTerm &term)
{
    QStringList names;
    for (const QString &name : term.path) {
        const bool isPlain = !name.isEmpty()
            && (term.key == FilterKey::HeaderField
                || std::all_of(name.begin(), name.end(), isPlainInPath));
        names.append(isPlain ? name : quoted(name));
    }
    return names.join(u'.');
}

Filter joinOf(FilterKind kind, std::vector<Filter> filters)
{
    Filter joined;
    joined.kind = kind;
    for (Filter &filter : filters) {
        if (filter.kind == kind)
            joined.parts.insert(joined.parts.end(), std::move_iterator(filter.parts.begin()),
                                std::move_iterator(filter.parts.end()));
        else
            joined.parts.push_back(std::move(filter));
    }
    return joined.parts.size() == 1 ? Filter(joined.parts.front()) : joined;
}

} // namespace

QString toText(const FilterTerm &term)
{
    const QString path = pathText(term);
    return keyText(term.key) + (path.isEmpty() ? QString() : path + u':') + valueText(term);
}

QString toText(const Filter &filter)
{
    QStringList texts;
    switch (filter.kind) {
    case FilterKind::Term:
        return toText(filter.term);
    case FilterKind::Not: {
        const Filter &part = filter.parts.front();
        const QString text = toText(part);
        return part.kind == FilterKind::Term ? u'-' + text : QStringLiteral("-(%1)").arg(text);
    }
    case FilterKind::Any:
        for (const Filter &part : filter.parts)
            texts.append(toText(part));
        return texts.join(QStringLiteral(" or "));
    case FilterKind::All:
        for (const Filter &part : filter.parts) {
            const QString text = toText(part);
            texts.append(part.kind == FilterKind::Any ? u'(' + text + u')' : text);
        }
        return texts.join(u' ');
    }
    Q_UNREACHABLE();
}

QString keyText(FilterKey key)
{
    const auto *const found
        = std::find_if(KeyNames.begin(), KeyNames.end(),
                       [key](const KeyName &candidate) { return candidate.key == key; });
    return found == KeyNames.end() ? QString() : QString(found->name);
}

QString wordText(FilterWord word)
{
    const auto *const found
        = std::find_if(WordNames.begin(), WordNames.end(),
                       [word](const WordName &candidate) { return candidate.word == word; });
    return found->name;
}

QList<FilterKey> filterKeys()
{
    QList<FilterKey> keys;
    for (const KeyName &name : KeyNames)
        keys.append(name.key);
    return keys;
}

QList<FilterWord> filterWords(FilterKey key)
{
    QList<FilterWord> words;
    for (const WordName &name : WordNames) {
        if (name.key == key)
            words.append(name.word);
    }
    return words;
}

Filter filterOf(const FilterTerm &term)
{
    return {FilterKind::Term, {}, term};
}

Filter negated(Filter filter)
{
    if (filter.kind == FilterKind::Not)
        return filter.parts.front();
    Filter negation;
    negation.kind = FilterKind::Not;
    negation.parts.push_back(std::move(filter));
    return negation;
}

Filter allOf(std::vector<Filter> filters)
{
    return joinOf(FilterKind::All, std::move(filters));
}

Filter anyOf(std::vector<Filter> filters)
{
    return joinOf(FilterKind::Any, std::move(filters));
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filtervalue.h"

#include "core/base/clock.h"
#include "core/base/duration.h"
#include "core/base/ids.h"
#include "core/base/jsontext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Core {

namespace {

constexpr int HighestStatus = 999;
constexpr int HighestTry = 1'000'000;

/// What a reader of one kind of value says: nothing when it has read it.
struct Trouble
{
    bool mayBecomeValid = false;
    QString sentence;
    QString hint;
};

using Reading = std::optional<Trouble>;

struct Comparison
{
    QLatin1StringView sign;
    FilterMatch match;
};

// The longer ones first, since the shorter ones begin them.
constexpr std::array Comparisons{
    Comparison{QLatin1StringView(">="), FilterMatch::AtLeast},
    Comparison{QLatin1StringView("<="), FilterMatch::AtMost},
    Comparison{QLatin1StringView(">"), FilterMatch::More},
    Comparison{QLatin1StringView("<"), FilterMatch::Less},
    Comparison{QLatin1StringView("="), FilterMatch::Is},
};

/// Takes a sign from the front of \a text, if one stands there.
FilterMatch takeComparison(QStringView &text)
{
    for (const Comparison &comparison : Comparisons) {
        if (!text.startsWith(comparison.sign))
            continue;
        text = text.sliced(comparison.sign.size());
        return comparison.match;
    }
    return FilterMatch::Is;
}

std::optional<int> numberOf(QStringView text, int lowest, int highest)
{
    const bool isPlain
        = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isPlain || !isNumber || number < lowest || number > highest)
        return std::nullopt;
    return number;
}

Reading readStatus(FilterTerm &term, const QString &value)
{
    QStringView rest = value;
    term.match = takeComparison(rest);
    const bool isCompared = rest.size() < value.size();
    const Trouble trouble{rest.isEmpty(),
                          QStringLiteral("\"%1\" is not an HTTP status.").arg(value),
                          QStringLiteral("Write status:503, status:5xx or status:>=400.")};
    if (!isCompared && rest.size() > 1
        && QStringView(u"xx").startsWith(rest.sliced(1), Qt::CaseInsensitive)) {
        const auto hundreds = numberOf(rest.first(1), 1, 9);
        if (!hundreds)
            return trouble;
        if (rest.size() == 2)
            return Trouble{true, trouble.sentence, trouble.hint};
        term.match = FilterMatch::HundredOf;
        term.number = *hundreds;
        return std::nullopt;
    }
    const auto number = numberOf(rest, 1, HighestStatus);
    if (!number)
        return trouble;
    if (!isCompared && rest.size() < 3)
        return Trouble{true, trouble.sentence, trouble.hint};
    term.number = *number;
    return std::nullopt;
}

Reading readTry(FilterTerm &term, const QString &value)
{
    QStringView rest = value;
    term.match = takeComparison(rest);
    const auto number = numberOf(rest, 0, HighestTry);
    if (!number)
        return Trouble{rest.isEmpty(),
                       QStringLiteral("\"%1\" is not the number of a try.").arg(value),
                       QStringLiteral("Write try:1 or try:>1.")};
    term.number = *number;
    return std::nullopt;
}

Reading readMeasure(FilterTerm &term, const QString &value)
{
    const bool isTime = term.key == FilterKey::Duration;
    QStringView rest = value;
    term.match = takeComparison(rest);
    const auto fault = readWithUnit(rest, isTime ? TimeUnits : SizeUnits, term.number);
    if (fault == UnitFault::None)
        return std::nullopt;
    const bool lacksUnit = fault == UnitFault::UnitMissing && !rest.isEmpty();
    const QString sentence = isTime ? QStringLiteral("\"%1\" is not a length of time.")
                                    : QStringLiteral("\"%1\" is not a size.");
    return Trouble{rest.isEmpty() || lacksUnit,
                   lacksUnit ? QStringLiteral("The unit is missing.") : sentence.arg(value),
                   isTime ? QStringLiteral("Write time:>500ms, with ms, s, m, h or d.")
                          : QStringLiteral("Write size:>1mb, with b, kb, mb or gb.")};
}

Reading readWord(FilterTerm &term, const QString &value)
{
    QStringList names;
    bool isBegun = false;
    for (const FilterWord word : filterWords(term.key)) {
        const QString name = wordText(word);
        if (name.compare(value, Qt::CaseInsensitive) == 0) {
            term.word = word;
            return std::nullopt;
        }
        isBegun = isBegun || name.startsWith(value, Qt::CaseInsensitive);
        names.append(name);
    }
    return Trouble{isBegun,
                   QStringLiteral("%1 does not take \"%2\".").arg(keyText(term.key), value),
                   QStringLiteral("Write one of %1.").arg(names.join(QStringLiteral(", ")))};
}

/// RFC 3339, or a day, or a day and a time of it; without an offset in UTC.
std::optional<Time> momentOf(QString text)
{
    constexpr qsizetype Day = 10;
    constexpr qsizetype Minute = 16;
    constexpr qsizetype Second = 19;
    if (text.size() > Day && text.at(Day) == u' ')
        text[Day] = u'T';
    if (text.size() == Day)
        text += QStringLiteral("T00:00");
    if (text.size() == Minute)
        text += QStringLiteral(":00");
    if (text.size() == Second)
        text += u'Z';
    return timeFromIso(text);
}

Reading readSince(FilterTerm &term, const QString &value)
{
    if (const auto duration = durationFromString(value)) {
        term.match = FilterMatch::Ago;
        term.number = duration->count();
        return std::nullopt;
    }
    if (const auto moment = momentOf(value)) {
        term.number = moment->time_since_epoch().count();
        return std::nullopt;
    }
    static const QRegularExpression begun(
        QStringLiteral("^[0-9]{1,7}$|^[0-9]{4}-[0-9-]{0,6}([T ][0-9:.+-]{0,14})?$"));
    return Trouble{begun.match(value).hasMatch(),
                   QStringLiteral("\"%1\" is neither a length of time nor a moment.").arg(value),
                   QStringLiteral("Write since:10m, since:2026-11-28 or "
                                  "since:2026-11-28T14:30:00Z.")};
}

Reading readId(FilterTerm &term, const QString &value)
{
    term.text = value;
    if (isEventId(value))
        return std::nullopt;
    return Trouble{false, QStringLiteral("\"%1\" is not an id.").arg(value),
                   QStringLiteral("Write the id of an attempt, a capture, a delivery or an event, "
                                  "such as id:att_42.")};
}

Reading readDelivery(FilterTerm &term, const QString &value)
{
    term.text = value;
    if (idFromString<DeliveryKind>(value))
        return std::nullopt;
    return Trouble{QString(DeliveryKind::Prefix).startsWith(value),
                   QStringLiteral("\"%1\" is not a delivery's id.").arg(value),
                   QStringLiteral("Write delivery:dlv_42.")};
}

Reading readEvent(FilterTerm &term, const QString &value)
{
    term.text = value;
    const qsizetype star = value.indexOf(u'*');
    const bool isPattern = value == u"*"
        || (star >= 2 && value.indexOf(QStringView(u".*")) == star - 1 && star == value.size() - 1);
    if (star < 0 || isPattern)
        return std::nullopt;
    return Trouble{false, QStringLiteral("\"%1\" is not a pattern of event types.").arg(value),
                   QStringLiteral("Write event:invoice.paid, event:invoice.* or a regular "
                                  "expression between slashes.")};
}

Reading readJson(FilterTerm &term, const TermValue &value)
{
    QStringView rest = value.text;
    if (value.isQuoted || rest == u"*") {
        term.match = value.isQuoted ? FilterMatch::Is : FilterMatch::Present;
        term.text = value.isQuoted ? value.text : QString();
        return std::nullopt;
    }
    term.match = takeComparison(rest);
    term.text = rest.toString();
    const bool isEqual = term.match == FilterMatch::Is && !rest.isEmpty();
    if (isEqual || isJsonNumber(term.text.toUtf8()))
        return std::nullopt;
    return Trouble{isJsonNumber(term.text.toUtf8() + '0'),
                   QStringLiteral("\"%1\" is not a number.").arg(term.text),
                   QStringLiteral("Compare with a number, as in json.amount:>100.")};
}

Reading readPattern(FilterTerm &term, const QString &pattern)
{
    term.match = FilterMatch::Pattern;
    term.text = pattern;
    const QRegularExpression expression(pattern);
    if (expression.isValid() && !pattern.isEmpty())
        return std::nullopt;
    return Trouble{false,
                   pattern.isEmpty() ? QStringLiteral("The regular expression is empty.")
                                     : QStringLiteral("The regular expression is not right: %1.")
                                           .arg(expression.errorString()),
                   QStringLiteral("Correct it, or quote the text to look for it as it stands.")};
}

bool takesText(FilterKey key)
{
    switch (key) {
    case FilterKey::Word:
    case FilterKey::DestinationName:
    case FilterKey::Bin:
    case FilterKey::EventType:
    case FilterKey::Method:
    case FilterKey::Url:
    case FilterKey::HeaderField:
    case FilterKey::Body:
    case FilterKey::JsonValue:
        return true;
    default:
        return false;
    }
}

Reading readText(FilterTerm &term, const TermValue &value)
{
    term.text = value.text;
    if (term.key == FilterKey::HeaderField && value.text == u"*" && !value.isQuoted) {
        term.match = FilterMatch::Present;
        term.text.clear();
    }
    return std::nullopt;
}

Reading readPlain(FilterTerm &term, const TermValue &value)
{
    switch (term.key) {
    case FilterKey::Status:
        return readStatus(term, value.text);
    case FilterKey::Try:
        return readTry(term, value.text);
    case FilterKey::Duration:
    case FilterKey::Size:
        return readMeasure(term, value.text);
    case FilterKey::Direction:
    case FilterKey::Is:
        return readWord(term, value.text);
    case FilterKey::Since:
        return readSince(term, value.text);
    case FilterKey::AnyId:
        return readId(term, value.text);
    case FilterKey::OfDelivery:
        return readDelivery(term, value.text);
    case FilterKey::EventType:
        return readEvent(term, value.text);
    case FilterKey::JsonValue:
        return readJson(term, value);
    default:
        return readText(term, value);
    }
}

Reading readAny(FilterTerm &term, const TermValue &value)
{
    const bool mayBeEmpty = term.key == FilterKey::JsonValue && value.isQuoted;
    if (value.text.isEmpty() && !value.isPattern && !mayBeEmpty)
        return Trouble{!value.isQuoted, QStringLiteral("A value is missing here."),
                       term.key == FilterKey::Word
                           ? QStringLiteral("Write a word, or key:value.")
                           : QStringLiteral("Write one right behind the colon.")};
    if (!value.isPattern)
        return readPlain(term, value);
    if (takesText(term.key))
        return readPattern(term, value.text);
    return Trouble{false, QStringLiteral("%1 takes no regular expression.").arg(keyText(term.key)),
                   QStringLiteral("Regular expressions look into text: url:, body:, header.NAME: "
                                  "and the like.")};
}

} // namespace

std::optional<FilterFault> setValue(FilterTerm &term, const TermValue &value, bool isLast)
{
    const auto trouble = readAny(term, value);
    if (!trouble)
        return std::nullopt;
    const auto verdict
        = trouble->mayBecomeValid && isLast ? FilterVerdict::Incomplete : FilterVerdict::Invalid;
    return FilterFault{verdict, value.begin, value.end - value.begin, trouble->sentence,
                       trouble->hint};
}

} // namespace Core

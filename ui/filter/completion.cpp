// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/completion.h"

#include "ui/filter/valueterms.h"
#include "ui/look/brief.h"
#include "ui/look/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gui {

using Core::FilterKey;
using Core::FilterMatch;
using Core::FilterTerm;

namespace {

constexpr int LongestLabel = 80;
constexpr qsizetype LeastBegun = 2; ///< of a word that may become another

struct CompletionText
{
    Q_DECLARE_TR_FUNCTIONS(Completion)
};

bool isDelimiter(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')';
}

/// Where the last term of a text begins; nothing where that is a regular expression.
std::optional<qsizetype> lastTermIn(QStringView text)
{
    qsizetype begin = 0;
    QChar open;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!open.isNull()) {
            if (c == u'\\')
                ++i;
            else if (c == open)
                open = QChar();
            continue;
        }
        const QStringView before = text.sliced(begin, i - begin);
        const bool isAtValue = before.isEmpty() || before == u"-"
            || (before.endsWith(u':') && before.indexOf(u':') == before.size() - 1);
        if (isDelimiter(c))
            begin = i + 1;
        else if (c == u'"' || (c == u'/' && isAtValue))
            open = c;
    }
    return open == u'/' ? std::nullopt : std::optional(begin);
}

std::optional<FilterKey> keyOf(QStringView term)
{
    for (const FilterKey key : Core::filterKeys()) {
        if (term.startsWith(Core::keyText(key), Qt::CaseInsensitive))
            return key;
    }
    return std::nullopt;
}

bool hasPath(FilterKey key)
{
    return key == FilterKey::HeaderField || key == FilterKey::JsonValue;
}

QStringList pathOf(FilterKey key, const QString &text)
{
    return key == FilterKey::HeaderField ? QStringList{text} : text.split(u'.');
}

/// The term that has a value, or of names the term as far as to behind the name.
Suggestion suggestionOf(const Core::FilterValuesQuestion &question, const Core::FilterValue &value)
{
    FilterTerm term;
    term.key = question.key;
    term.path = question.path;
    Suggestion suggestion;
    suggestion.label = shortened(printable(value.text), LongestLabel);
    suggestion.hint = value.count == 0 ? QString() : countText(value.count);
    if (question.asksNames) {
        term.path.append(value.text);
        term.match = FilterMatch::Present;
        suggestion.term = toText(term).chopped(1);
        suggestion.isWhole = false;
        return suggestion;
    }
    if (question.key == FilterKey::DestinationName)
        term = nameTerm(value.text);
    else if (question.key == FilterKey::Status)
        term.number = value.text.toInt();
    else
        term.text = value.text;
    suggestion.term = toText(term);
    return suggestion;
}

struct Example
{
    FilterKey key;
    const char *text;
    const char *hint;
};

constexpr std::array Examples{
    Example{FilterKey::Status, "status:2xx", QT_TRANSLATE_NOOP("Completion", "success")},
    Example{FilterKey::Status, "status:4xx", QT_TRANSLATE_NOOP("Completion", "refused")},
    Example{FilterKey::Status, "status:5xx",
            QT_TRANSLATE_NOOP("Completion", "receiver in trouble")},
    Example{FilterKey::Status, "status:>=400", QT_TRANSLATE_NOOP("Completion", "any error")},
    Example{FilterKey::Since, "since:1m", QT_TRANSLATE_NOOP("Completion", "the last minute")},
    Example{FilterKey::Since, "since:10m", QT_TRANSLATE_NOOP("Completion", "the last ten minutes")},
    Example{FilterKey::Since, "since:1h", QT_TRANSLATE_NOOP("Completion", "the last hour")},
    Example{FilterKey::Since, "since:1d", QT_TRANSLATE_NOOP("Completion", "the last day")},
    Example{FilterKey::Duration, "time:>500ms",
            QT_TRANSLATE_NOOP("Completion", "longer than half a second")},
    Example{FilterKey::Duration, "time:>1s",
            QT_TRANSLATE_NOOP("Completion", "longer than a second")},
    Example{FilterKey::Size, "size:>10kb", QT_TRANSLATE_NOOP("Completion", "larger than 10 kB")},
    Example{FilterKey::Size, "size:>1mb", QT_TRANSLATE_NOOP("Completion", "larger than 1 MB")},
    Example{FilterKey::Try, "try:1", QT_TRANSLATE_NOOP("Completion", "first tries")},
    Example{FilterKey::Try, "try:>1", QT_TRANSLATE_NOOP("Completion", "all that were tried again")},
};

void addExamples(const CompletionSpot &spot, QList<Suggestion> &suggestions)
{
    for (const Example &example : Examples) {
        const QString term = QString::fromLatin1(example.text);
        const QString value = term.mid(term.indexOf(u':') + 1);
        if (example.key == spot.question.key && value.startsWith(spot.begun, Qt::CaseInsensitive))
            suggestions.append({value, CompletionText::tr(example.hint), term, true});
    }
}

QString wordHint(Core::FilterWord word)
{
    switch (word) {
    case Core::FilterWord::Out:
        return CompletionText::tr("sent");
    case Core::FilterWord::In:
        return CompletionText::tr("received");
    case Core::FilterWord::Slow:
        return CompletionText::tr("took a second or more");
    case Core::FilterWord::Replay:
        return CompletionText::tr("sent again by somebody");
    case Core::FilterWord::New:
        return CompletionText::tr("first tries");
    case Core::FilterWord::Retrying:
        return CompletionText::tr("tried, and to be tried again");
    default:
        return {};
    }
}

bool fits(const QString &text, const QString &begun)
{
    return text.contains(begun, Qt::CaseInsensitive)
        && text.compare(begun, Qt::CaseInsensitive) != 0;
}

/// Whether a word in \a text begins so.
bool hasWord(const QString &text, const QString &begun)
{
    qsizetype at = -1;
    while ((at = text.indexOf(begun, at + 1, Qt::CaseInsensitive)) >= 0) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

/// What the column of statuses says where no status came is found by other words.
void addFailures(const CompletionSpot &spot, QList<Suggestion> &suggestions)
{
    if (spot.isKey && spot.begun.size() < LeastBegun)
        return;
    for (const BriefFailure &failure : briefFailures()) {
        const QString term = toText(failure.term);
        if (hasWord(failure.words, spot.begun) || hasWord(failure.term.text, spot.begun))
            suggestions.append({term, failure.words, term, true});
    }
}

} // namespace

std::optional<CompletionSpot> completionSpot(const QString &text, qsizetype cursor)
{
    if (cursor < text.size() && !isDelimiter(text.at(cursor)))
        return std::nullopt;
    const QStringView before = QStringView(text).first(cursor);
    const std::optional<qsizetype> begin = lastTermIn(before);
    if (!begin)
        return std::nullopt;
    CompletionSpot spot;
    spot.begin = *begin + (before.sliced(*begin).startsWith(u'-') ? 1 : 0);
    QString rest = before.sliced(spot.begin).toString();
    const std::optional<FilterKey> key = keyOf(rest);
    if (!key) {
        spot.isKey = true;
        spot.begun = rest;
        return rest.contains(u':') || rest.contains(u'"') ? std::nullopt : std::optional(spot);
    }
    spot.question.key = *key;
    rest.remove(0, Core::keyText(*key).size());
    if (hasPath(*key)) {
        const qsizetype colon = rest.indexOf(u':');
        if (rest.first(std::max<qsizetype>(colon, 0)).contains(u'"'))
            return std::nullopt; // such names are too rare to be taken apart
        spot.question.asksNames = colon < 0;
        if (colon >= 0)
            spot.question.path = pathOf(*key, rest.first(colon));
        rest.remove(0, colon + 1);
    }
    if (spot.question.asksNames && *key == FilterKey::JsonValue) {
        spot.question.path = rest.split(u'.');
        rest = spot.question.path.takeLast();
    }
    spot.begun = rest.startsWith(u'"') ? rest.mid(1) : rest;
    return spot;
}

QList<Suggestion> suggestionsAt(const CompletionSpot &spot)
{
    QList<Suggestion> suggestions;
    if (spot.isKey) {
        for (const FilterKey key : Core::filterKeys()) {
            const QString text = Core::keyText(key);
            if (text.startsWith(spot.begun, Qt::CaseInsensitive))
                suggestions.append({text, keyHint(key), text, false});
        }
        addFailures(spot, suggestions);
        return suggestions;
    }
    for (const Core::FilterWord word : Core::filterWords(spot.question.key)) {
        const QString text = Core::wordText(word);
        if (fits(text, spot.begun))
            suggestions.append({text, wordHint(word), Core::keyText(spot.question.key) + text});
    }
    addExamples(spot, suggestions);
    if (spot.question.key == FilterKey::Status)
        addFailures(spot, suggestions);
    return suggestions;
}

bool needsValues(const CompletionSpot &spot)
{
    switch (spot.question.key) {
    case FilterKey::Status:
    case FilterKey::DestinationName:
    case FilterKey::EventType:
    case FilterKey::Bin:
    case FilterKey::Method:
    case FilterKey::Url:
    case FilterKey::HeaderField:
    case FilterKey::JsonValue:
        return !spot.isKey;
    default:
        return false;
    }
}

QList<Suggestion> suggestionsAt(const CompletionSpot &spot, const QList<Core::FilterValue> &values)
{
    QList<Suggestion> suggestions;
    for (const Core::FilterValue &value : values) {
        if (fits(value.text, spot.begun))
            suggestions.append(suggestionOf(spot.question, value));
    }
    return suggestions + suggestionsAt(spot);
}

QString keyHint(FilterKey key)
{
    switch (key) {
    case FilterKey::Word:
        return CompletionText::tr("anywhere in names, types, ids, errors");
    case FilterKey::Status:
        return CompletionText::tr("503, 5xx, >=400");
    case FilterKey::DestinationName:
        return CompletionText::tr("name or id of a destination");
    case FilterKey::Bin:
        return CompletionText::tr("name of a bin");
    case FilterKey::EventType:
        return CompletionText::tr("invoice.paid, invoice.*");
    case FilterKey::Direction:
        return CompletionText::tr("out or in");
    case FilterKey::Method:
        return CompletionText::tr("of the request");
    case FilterKey::Url:
        return CompletionText::tr("part of the URL");
    case FilterKey::HeaderField:
        return CompletionText::tr("NAME:value, NAME:*");
    case FilterKey::Body:
        return CompletionText::tr("text in either body");
    case FilterKey::JsonValue:
        return CompletionText::tr("path.to.value:42, :>100, :*");
    case FilterKey::Duration:
        return CompletionText::tr(">500ms, <2s");
    case FilterKey::Size:
        return CompletionText::tr(">1mb, of the answer or what was received");
    case FilterKey::Try:
        return CompletionText::tr("1, >1");
    case FilterKey::Is:
        return CompletionText::tr("failed, slow, test, pinned …");
    case FilterKey::Since:
        return CompletionText::tr("10m, 2026-11-28T14:30");
    case FilterKey::AnyId:
        return CompletionText::tr("of an event, delivery, attempt or capture");
    case FilterKey::OfDelivery:
        return CompletionText::tr("id of a delivery");
    }
    Q_UNREACHABLE();
}

} // namespace Gui

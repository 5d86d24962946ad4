// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace Core {

// The filter language: words and key:value terms that all have to hold, "or" between them, a minus
// before what must not hold, parentheses. The same for the window and the HTTP interface.

enum class FilterKey {
    Word, ///< a bare word, looked for in names, types, ids, errors and status words
    Status,
    DestinationName,
    Bin,
    EventType,
    Direction,
    Method,
    Url,
    HeaderField, ///< header.NAME
    Body,
    JsonValue, ///< json.PATH
    Duration, ///< how long an attempt took
    Size, ///< of an answer's or a capture's body
    Try, ///< which attempt of its delivery
    Is,
    Since,
    AnyId,
    OfDelivery,
};

/// What "dir:" and "is:" may say.
enum class FilterWord {
    Out,
    In,
    Failed,
    Slow, ///< an attempt of SlowAfterMs or more
    Test,
    Heartbeat,
    Replay, ///< a resend
    Pinned,
    Retrying, ///< tried before, and waiting for the next try
    New, ///< a first try; a delivery that was not tried yet
    InFlight,
    Delivered,
    Temporary,
    Interrupted,
    Waiting,
    Cancelled,
};

inline constexpr qint64 SlowAfterMs = 1000;

/// How a term's value is compared.
enum class FilterMatch {
    Is, ///< what that means is up to the key: equal, or held somewhere
    Pattern, ///< a regular expression, without regard to case
    Present, ///< "*": a header or a JSON value that is there at all
    HundredOf, ///< status:5xx, whose number is 5
    Less,
    AtMost,
    More,
    AtLeast,
    Ago, ///< since:10m
};

/// One condition. What its key does not use stays as it is here.
struct FilterTerm
{
    FilterKey key = FilterKey::Word;
    FilterMatch match = FilterMatch::Is;
    QStringList path; ///< a header's name alone, or the names on the way to a JSON value
    QString text; ///< what is looked for; a JSON number as it was written; a pattern
    /// A status or a count; microseconds of time, bytes of size; of since milliseconds ago, or a
    /// moment in milliseconds since 1970 (UTC).
    qint64 number = 0;
    FilterWord word = FilterWord::Out;

    bool operator==(const FilterTerm &) const = default;
};

enum class FilterKind {
    All, ///< of its parts; without parts it is true of every row
    Any, ///< of its parts
    Not, ///< its one part
    Term,
};

/// Which rows are wanted. As parseFilter() makes it, an All or Any has two parts at least and no
/// part of its own kind, and no Not stands within a Not; only "everything" is an All without parts.
struct Filter
{
    FilterKind kind = FilterKind::All;
    std::vector<Filter> parts;
    FilterTerm term; ///< of a Term

    bool isEmpty() const { return kind == FilterKind::All && parts.empty(); }
    bool operator==(const Filter &) const = default;
};

enum class FilterVerdict {
    Valid,
    Incomplete, ///< may become valid as somebody goes on typing
    Invalid,
};

/// Where a term stands in the text that was read.
struct FilterPlace
{
    qsizetype position = 0; ///< of its minus, if it has one
    qsizetype length = 0;
    qsizetype valuePosition = 0; ///< behind the colon; of a word its first character
    bool isNegated = false;
    bool isAtTop = false; ///< not within parentheses, nor beside an "or"
    FilterTerm term;

    bool operator==(const FilterPlace &) const = default;
};

/// What became of reading a filter, with sentences for a person.
struct FilterReading
{
    FilterVerdict verdict = FilterVerdict::Valid;
    Filter filter; ///< true of every row unless the text is valid
    QList<FilterPlace> places; ///< of the terms before the fault, or of all
    qsizetype position = 0; ///< of what is at fault
    qsizetype length = 0; ///< 0 where something is missing
    QString sentence; ///< what is at fault; empty when nothing is
    QString hint; ///< what to do next
};

inline constexpr qsizetype LongestFilter = 4096; ///< characters
inline constexpr qsizetype MostFilterTerms = 100;
inline constexpr int DeepestFilter = 10; ///< parentheses within parentheses

FilterReading parseFilter(const QString &text);

/// The text that parseFilter() reads as the same filter.
QString toText(const Filter &filter);
QString toText(const FilterTerm &term);

/// What a term begins with: "status:", "header."; empty for a word.
QString keyText(FilterKey key);
QString wordText(FilterWord word);
QList<FilterKey> filterKeys(); ///< all but Word, in the order in which they are offered
QList<FilterWord> filterWords(FilterKey key); ///< what \a key may say; empty for most

Filter filterOf(const FilterTerm &term);
Filter negated(Filter filter);
Filter allOf(std::vector<Filter> filters);
Filter anyOf(std::vector<Filter> filters); ///< Of one filter at least.

} // namespace Core

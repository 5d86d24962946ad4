// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/valueterms.h"

#include "core/model/redaction.h"
#include "ui/log/logcolumns.h"
#include "ui/look/format.h"

#include <algorithm>

namespace Gui {

using Core::AttemptOutcome;
using Core::FilterKey;
using Core::FilterMatch;
using Core::FilterTerm;
using Core::FilterWord;

namespace {

constexpr qsizetype LongestValue = 500; ///< a longer one is asked for by its beginning

bool isShownAsItIs(const QString &text)
{
    return printable(text) == text;
}

/// A regular expression that fits what begins with \a text, and shows what would not be seen in a
/// field.
QString patternOfBeginning(const QString &text)
{
    QString pattern = isShownAsItIs(text) ? QStringLiteral("^") : QStringLiteral("(?-i)^");
    for (const char32_t c : text.left(LongestValue).toUcs4()) {
        const QString character = QStringView(QChar::fromUcs4(c)).toString();
        if (!isShownAsItIs(character))
            pattern += QStringLiteral("\\x{%1}").arg(static_cast<uint>(c), 0, 16);
        else if (QStringView(u"\\^$.[]|()?*+{}").contains(character))
            pattern += u'\\' + character;
        else
            pattern += character;
    }
    return pattern;
}

/// The same that fits \a text alone.
QString patternOf(const QString &text)
{
    const QString pattern = patternOfBeginning(text);
    // A dollar sign would also fit in front of a last line feed.
    const QString end = isShownAsItIs(text) ? QStringLiteral("$") : QStringLiteral("\\z");
    return text.size() > LongestValue ? pattern : pattern + end;
}

FilterTerm makeTerm(FilterKey key)
{
    FilterTerm term;
    term.key = key;
    return term;
}

FilterTerm patternTerm(FilterKey key, const QString &text)
{
    FilterTerm term = makeTerm(key);
    term.match = FilterMatch::Pattern;
    term.text = patternOf(text);
    return term;
}

/// From the first value of a query on, it may be secret, and a filter is kept and shown.
FilterTerm urlTerm(const QString &url)
{
    FilterTerm term = patternTerm(FilterKey::Url, url);
    const QString redacted = Core::redactedUrl(url);
    if (redacted != url)
        term.text = patternOfBeginning(url.left(redacted.indexOf(Core::Masked, url.indexOf(u'?'))));
    return term;
}

/// For keys that ask for equal text.
FilterTerm equalTerm(FilterKey key, const QString &text)
{
    if (!isShownAsItIs(text) || text.size() > LongestValue || text.isEmpty())
        return patternTerm(key, text);
    FilterTerm term = makeTerm(key);
    term.text = text;
    return term;
}

FilterTerm numberTerm(FilterKey key, qint64 number, FilterMatch match = FilterMatch::Is)
{
    FilterTerm term = makeTerm(key);
    term.match = match;
    term.number = number;
    return term;
}

FilterTerm wordTerm(FilterKey key, FilterWord word)
{
    FilterTerm term = makeTerm(key);
    term.word = word;
    return term;
}

FilterTerm sinceTerm(Core::Time moment)
{
    return numberTerm(FilterKey::Since, moment.time_since_epoch().count());
}

/// What is said in words is looked for as it stands there.
std::optional<FilterTerm> phraseTerm(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    return isShownAsItIs(text) && text.size() <= LongestValue ? equalTerm(FilterKey::Word, text)
                                                              : patternTerm(FilterKey::Word, text);
}

std::optional<FilterTerm> statusTerm(const Core::Attempt &attempt)
{
    if (attempt.outcome == AttemptOutcome::InFlight)
        return wordTerm(FilterKey::Is, FilterWord::InFlight);
    if (attempt.outcome == AttemptOutcome::Interrupted)
        return wordTerm(FilterKey::Is, FilterWord::Interrupted);
    return attempt.status != 0 ? numberTerm(FilterKey::Status, attempt.status)
                               : phraseTerm(attempt.error);
}

FilterTerm typeTerm(const QString &type)
{
    return type.contains(u'*') ? patternTerm(FilterKey::EventType, type)
                               : equalTerm(FilterKey::EventType, type);
}

FilterTerm idTerm(const QString &id)
{
    FilterTerm term = makeTerm(FilterKey::AnyId);
    term.text = id;
    return term;
}

FilterTerm headerTerm(const QString &name, const QString &value)
{
    FilterTerm term = patternTerm(FilterKey::HeaderField, value);
    term.path = {name};
    return term;
}

FilterTerm jsonTerm(const QStringList &path, const QString &value)
{
    FilterTerm term = equalTerm(FilterKey::JsonValue, value);
    if (value.isEmpty()) {
        term.match = FilterMatch::Is;
        term.text.clear();
    }
    term.path = path;
    return term;
}

/// As a header's value is read to be judged.
QString textOf(const QByteArray &value)
{
    return QString::fromUtf8(value);
}

} // namespace

FilterTerm termOf(const Core::Destination &destination, const QList<Core::Destination> &all)
{
    const QString name = destination.name.toCaseFolded();
    const auto namesakes
        = std::count_if(all.begin(), all.end(), [&name](const Core::Destination &other) {
              return other.name.toCaseFolded() == name;
          });
    return namesakes > 1 ? equalTerm(FilterKey::DestinationName, toString(destination.id))
                         : nameTerm(destination.name);
}

/// What looks like an id would be taken for one.
FilterTerm nameTerm(const QString &destinationName)
{
    return Core::idFromString<Core::DestinationKind>(destinationName)
        ? patternTerm(FilterKey::DestinationName, destinationName)
        : equalTerm(FilterKey::DestinationName, destinationName);
}

std::optional<FilterTerm> termOf(const FieldChoice &choice)
{
    if (choice.path.isEmpty())
        return std::nullopt;
    return choice.isJson ? jsonTerm(choice.path, choice.value)
                         : headerTerm(choice.path.first(), choice.value);
}

std::optional<FilterTerm> termOf(int column, const Core::Attempt &attempt)
{
    const bool hasEnded = attempt.outcome != AttemptOutcome::InFlight
        && attempt.outcome != AttemptOutcome::Interrupted;
    switch (column) {
    case TimeColumn:
        return sinceTerm(attempt.startedAt);
    case DirectionColumn:
        return wordTerm(FilterKey::Direction, FilterWord::Out);
    case StatusColumn:
        return statusTerm(attempt);
    case PlaceColumn:
        return nameTerm(attempt.destinationName);
    case EventColumn:
        return typeTerm(attempt.eventType);
    case TryColumn:
        return numberTerm(FilterKey::Try, attempt.number);
    case DurationColumn:
        if (!hasEnded)
            return std::nullopt;
        return numberTerm(FilterKey::Duration, attempt.timings.total.count(), FilterMatch::AtLeast);
    case SizeColumn:
        if (attempt.status == 0)
            return std::nullopt;
        return numberTerm(FilterKey::Size, attempt.responseBytes, FilterMatch::AtLeast);
    case MethodColumn:
        return equalTerm(FilterKey::Method, QStringLiteral("POST"));
    case TargetColumn:
        return urlTerm(attempt.url);
    case EventIdColumn:
        return idTerm(attempt.event.text);
    case AttemptIdColumn:
        return idTerm(toString(attempt.id));
    case ReasonColumn:
        return phraseTerm(attempt.error);
    case NoteColumn:
        return phraseTerm(attempt.note);
    default:
        return std::nullopt;
    }
}

std::optional<FilterTerm> termOf(int column, const Core::LinkedCapture &linked)
{
    const Core::Capture &capture = linked.capture;
    switch (column) {
    case TimeColumn:
        return sinceTerm(capture.receivedAt);
    case DirectionColumn:
        return wordTerm(FilterKey::Direction, FilterWord::In);
    case StatusColumn:
        return numberTerm(FilterKey::Status, capture.status);
    case PlaceColumn:
        return equalTerm(FilterKey::Bin, capture.bin);
    case EventColumn:
        return linked.eventType.isEmpty() ? urlTerm(textOf(capture.target))
                                          : typeTerm(linked.eventType);
    case TryColumn:
        if (capture.delivery.isNull())
            return std::nullopt;
        return numberTerm(FilterKey::Try, capture.attemptNumber);
    case SizeColumn:
        return numberTerm(FilterKey::Size, capture.bodyBytes, FilterMatch::AtLeast);
    case MethodColumn:
        return equalTerm(FilterKey::Method, textOf(capture.method));
    case TargetColumn:
        return urlTerm(textOf(capture.target));
    case AttemptIdColumn:
        return idTerm(toString(capture.id));
    case NoteColumn:
        return phraseTerm(capture.note);
    default:
        return std::nullopt;
    }
}

std::optional<FilterTerm> termOf(const Core::LogField &field, const QByteArray &value)
{
    if (value.isEmpty())
        return std::nullopt;
    switch (field.source) {
    case Core::LogField::Source::RequestHeader:
    case Core::LogField::Source::ResponseHeader:
        return headerTerm(field.name, textOf(value));
    case Core::LogField::Source::RequestJson:
    case Core::LogField::Source::ResponseJson:
        return jsonTerm(field.name.split(u'.'), textOf(value));
    case Core::LogField::Source::RemoteAddress:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace Gui

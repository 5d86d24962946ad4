// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filter.h"
#include "core/base/filtervalue.h"

#include <algorithm>
#include <optional>

namespace Core {

namespace {

const QString PathHint = QStringLiteral(
    "Write header.content-type:json, or json.data.amount:>100; \"*\" asks whether it is there.");

bool isDelimiter(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')';
}

bool isTokenCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || QStringView(u"!#$%&'*+-.^_`|~").contains(c);
}

/// Reads one filter by recursive descent; the first fault stops it.
class Parser
{
public:
    explicit Parser(QString text)
        : m_text(std::move(text))
    {
    }

    FilterReading read()
    {
        if (m_text.size() > LongestFilter) {
            fail({FilterVerdict::Invalid, LongestFilter, m_text.size() - LongestFilter,
                  QStringLiteral("The filter is too long."),
                  QStringLiteral("Keep it within %1 characters.").arg(LongestFilter)});
            return m_reading;
        }
        skipBlanks();
        std::optional<Filter> filter = atEnd() ? Filter{} : readAny(0);
        if (filter && !atEnd())
            filter = fail(invalidAt(
                m_position, 1, QStringLiteral("This parenthesis closes what was never opened."),
                QStringLiteral("Remove it, or quote it to look for it.")));
        if (filter)
            m_reading.filter = *std::move(filter);
        return m_reading;
    }

private:
    bool atEnd() const { return m_position >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text.at(m_position); }

    void skipBlanks()
    {
        while (!atEnd() && peek().isSpace())
            ++m_position;
    }

    std::nullopt_t fail(const FilterFault &fault)
    {
        m_reading.verdict = fault.verdict;
        m_reading.position = fault.position;
        m_reading.length = fault.length;
        m_reading.sentence = fault.sentence;
        m_reading.hint = fault.hint;
        return std::nullopt;
    }

    /// Something is missing here: whoever is still typing may bring it.
    FilterFault missing(const QString &sentence, const QString &hint) const
    {
        const auto verdict = atEnd() ? FilterVerdict::Incomplete : FilterVerdict::Invalid;
        return {verdict, m_position, atEnd() ? 0 : 1, sentence, hint};
    }

    /// The length of the "or" that stands here, else 0.
    qsizetype orLength() const
    {
        constexpr qsizetype Length = 2;
        const QStringView rest = QStringView(m_text).sliced(m_position);
        const bool isOr
            = rest.first(std::min(Length, rest.size())).compare(u"or", Qt::CaseInsensitive) == 0;
        return isOr && (rest.size() == Length || isDelimiter(rest.at(Length))) ? Length : 0;
    }

    std::optional<Filter> readAny(int depth)
    {
        std::vector<Filter> filters;
        const qsizetype firstPlace = m_reading.places.size();
        bool goesOn = true;
        while (goesOn) {
            auto filter = readAll(depth);
            if (!filter)
                return std::nullopt;
            filters.push_back(*std::move(filter));
            const qsizetype length = orLength();
            goesOn = length > 0;
            m_position += length;
            skipBlanks();
        }
        if (filters.size() > 1) {
            for (qsizetype i = firstPlace; i < m_reading.places.size(); ++i)
                m_reading.places[i].isAtTop = false;
        }
        return anyOf(std::move(filters));
    }

    std::optional<Filter> readAll(int depth)
    {
        std::vector<Filter> filters;
        while (!atEnd() && peek() != u')' && orLength() == 0) {
            auto filter = readSigned(depth);
            if (!filter)
                return std::nullopt;
            filters.push_back(*std::move(filter));
            skipBlanks();
        }
        if (filters.empty())
            return fail(missing(QStringLiteral("A term is missing here."),
                                QStringLiteral("Write a word or key:value; quote \"or\" to look "
                                               "for that word.")));
        return allOf(std::move(filters));
    }

    std::optional<Filter> readSigned(int depth)
    {
        if (peek() != u'-')
            return readPart(m_position, depth);
        const qsizetype start = m_position++;
        if (atEnd() || peek().isSpace() || peek() == u')' || peek() == u'-')
            return fail(missing(QStringLiteral("A minus stands right before what it leaves out."),
                                QStringLiteral("Write -is:heartbeat; quote a minus to look for "
                                               "it.")));
        auto filter = readPart(start, depth);
        return filter ? std::optional(negated(*std::move(filter))) : std::nullopt;
    }

    std::optional<Filter> readPart(qsizetype start, int depth)
    {
        return peek() == u'(' ? readGroup(depth) : readTerm(start, depth);
    }

    std::optional<Filter> readGroup(int depth)
    {
        const qsizetype opening = m_position++;
        if (depth == DeepestFilter)
            return fail(invalidAt(opening, 1, QStringLiteral("Parentheses are nested too deep."),
                                  QStringLiteral("Write it with fewer of them.")));
        skipBlanks();
        auto filter = readAny(depth + 1);
        if (!filter)
            return std::nullopt;
        if (atEnd())
            return fail({FilterVerdict::Incomplete, opening, 1,
                         QStringLiteral("This parenthesis is not closed."),
                         QStringLiteral("Write ) behind what belongs together.")});
        ++m_position;
        return filter;
    }

    std::optional<Filter> readTerm(qsizetype start, int depth)
    {
        if (m_reading.places.size() == MostFilterTerms)
            return fail(invalidAt(start, 1, QStringLiteral("The filter has too many terms."),
                                  QStringLiteral("Keep it to %1.").arg(MostFilterTerms)));
        FilterTerm term;
        if (!readKey(term))
            return std::nullopt;
        const qsizetype valuePosition = m_position;
        auto value = readValue();
        if (!value)
            return std::nullopt;
        if (const auto fault = setValue(term, *value, value->end == m_text.size()))
            return fail(*fault);
        m_reading.places.append(
            {start, m_position - start, valuePosition, m_text.at(start) == u'-', depth == 0, term});
        return filterOf(term);
    }

    /// Takes the key and its colon, if there is one; else the term is a word.
    bool readKey(FilterTerm &term)
    {
        const qsizetype start = m_position;
        const QStringView rest = QStringView(m_text).sliced(start);
        for (const FilterKey key : filterKeys()) {
            const QString name = keyText(key);
            if (!rest.startsWith(name, Qt::CaseInsensitive))
                continue;
            term.key = key;
            m_position += name.size();
            const bool hasPath = name.endsWith(u'.');
            return !hasPath
                || (key == FilterKey::HeaderField ? readHeaderName(term) : readPath(term));
        }
        const auto *const end = std::find_if(rest.begin(), rest.end(), [](QChar c) {
            return isDelimiter(c) || c == u':' || c == u'"';
        });
        const qsizetype length = std::distance(rest.begin(), end);
        if (end == rest.end() || *end != u':' || rest.front() == u'/')
            return true;
        fail(invalidAt(
            start, length + 1, QStringLiteral("There is no key \"%1\".").arg(rest.first(length)),
            QStringLiteral("Known keys: %1. Quote a word that holds a colon.").arg(knownKeys())));
        return false;
    }

    bool readHeaderName(FilterTerm &term)
    {
        const qsizetype start = m_position;
        while (!atEnd() && isTokenCharacter(peek()))
            ++m_position;
        term.path = {m_text.mid(start, m_position - start)};
        return m_position > start ? takeColon()
                                  : lack(QStringLiteral("The header's name is missing here."));
    }

    bool readPath(FilterTerm &term)
    {
        while (true) {
            QString name;
            if (peek() == u'"') {
                if (!readQuoted(name))
                    return false;
            } else {
                const qsizetype start = m_position;
                while (!atEnd() && isPlainInPath(peek()))
                    ++m_position;
                name = m_text.mid(start, m_position - start);
                if (name.isEmpty())
                    return lack(QStringLiteral("A name on the way to the value is missing here."));
            }
            term.path.append(name);
            if (peek() != u'.')
                return takeColon();
            ++m_position;
        }
    }

    bool takeColon()
    {
        if (peek() != u':')
            return lack(QStringLiteral("A colon is missing here."));
        ++m_position;
        return true;
    }

    bool lack(const QString &sentence)
    {
        fail(missing(sentence, PathHint));
        return false;
    }

    std::optional<TermValue> readValue()
    {
        TermValue value;
        value.begin = m_position;
        value.isPattern = peek() == u'/';
        value.isQuoted = peek() == u'"';
        if (value.isPattern && !readPattern(value.text))
            return std::nullopt;
        while (!value.isPattern && !atEnd() && !isDelimiter(peek())) {
            if (peek() != u'"')
                value.text += m_text.at(m_position++);
            else if (!readQuoted(value.text))
                return std::nullopt;
        }
        value.end = m_position;
        return value;
    }

    /// Appends what stands between quotes, where a backslash keeps a quote or another backslash.
    bool readQuoted(QString &text)
    {
        const qsizetype opening = m_position++;
        while (!atEnd() && peek() != u'"') {
            const QChar next = m_position + 1 < m_text.size() ? m_text.at(m_position + 1) : QChar();
            if (peek() == u'\\' && (next == u'"' || next == u'\\'))
                ++m_position;
            text += m_text.at(m_position++);
        }
        if (atEnd()) {
            fail({FilterVerdict::Incomplete, opening, m_text.size() - opening,
                  QStringLiteral("This quote is not closed."),
                  QStringLiteral("Write \" behind it; \\\" stands for a quote itself.")});
            return false;
        }
        ++m_position;
        return true;
    }

    bool readPattern(QString &pattern)
    {
        const qsizetype opening = m_position++;
        while (!atEnd() && peek() != u'/') {
            const QChar c = m_text.at(m_position++);
            // An escaped slash is one of the pattern; every other escape is the pattern's affair.
            if (c != u'\\' || peek() != u'/')
                pattern += c;
            if (c == u'\\' && !atEnd())
                pattern += m_text.at(m_position++);
        }
        if (atEnd()) {
            fail({FilterVerdict::Incomplete, opening, m_text.size() - opening,
                  QStringLiteral("This regular expression is not closed."),
                  QStringLiteral("Write / behind it, or quote a path.")});
            return false;
        }
        ++m_position;
        if (atEnd() || isDelimiter(peek()))
            return true;
        fail(invalidAt(opening, m_position - opening,
                       QStringLiteral("Something follows right behind this regular expression."),
                       QStringLiteral("Put a blank behind it; quote a path, as in "
                                      "url:\"/v1/orders\".")));
        return false;
    }

    static QString knownKeys()
    {
        QStringList names;
        for (const FilterKey key : filterKeys()) {
            QString name = keyText(key);
            name.chop(1);
            names.append(name);
        }
        return names.join(QStringLiteral(", "));
    }

    const QString m_text;
    qsizetype m_position = 0;
    FilterReading m_reading;
};

} // namespace

FilterReading parseFilter(const QString &text)
{
    return Parser(text).read();
}

} // namespace Core

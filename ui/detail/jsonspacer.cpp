// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/jsonspacer.h"

#include <algorithm>
#include <vector>

namespace Gui {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\r' || c == u'\t';
}

bool isStructural(QChar c)
{
    return c == u'{' || c == u'}' || c == u'[' || c == u']' || c == u',' || c == u':';
}

QStringView withoutDigits(QStringView text)
{
    while (!text.isEmpty() && text.front() >= u'0' && text.front() <= u'9')
        text = text.sliced(1);
    return text;
}

// Source: RFC 8259, section 6.
bool isNumber(QStringView token)
{
    const QStringView unsignedPart = token.startsWith(u'-') ? token.sliced(1) : token;
    QStringView rest = withoutDigits(unsignedPart);
    const qsizetype integerDigits = unsignedPart.size() - rest.size();
    if (integerDigits == 0 || (integerDigits > 1 && unsignedPart.front() == u'0'))
        return false;
    const auto skipDigits = [&rest](qsizetype prefix) {
        const QStringView digits = rest.sliced(std::min(prefix, rest.size()));
        rest = withoutDigits(digits);
        return rest.size() < digits.size();
    };
    if (rest.startsWith(u'.') && !skipDigits(1))
        return false;
    if (rest.startsWith(u'e') || rest.startsWith(u'E')) {
        const bool isSigned = rest.size() > 1 && (rest[1] == u'+' || rest[1] == u'-');
        if (!skipDigits(isSigned ? 2 : 1))
            return false;
    }
    return rest.isEmpty();
}

bool isWord(QStringView token)
{
    return token == u"true" || token == u"false" || token == u"null";
}

// What the end of cut text may look like.
bool isBeginningOfScalar(QStringView token)
{
    return token.front() == u'-' || token.front().isDigit()
        || QStringView(u"true").startsWith(token) || QStringView(u"false").startsWith(token)
        || QStringView(u"null").startsWith(token);
}

/// Reads tokens and writes them again with other blanks between them.
class Spacer final
{
public:
    explicit Spacer(QStringView json)
        : m_rest(json)
    {
    }

    /// False when it met something that JSON does not allow there.
    bool run()
    {
        while (skipBlanks()) {
            const QStringView token = nextToken();
            if (token.isEmpty() || !accept(token))
                return false;
        }
        return true;
    }

    bool isWhole() const { return m_open.empty() && m_expected == Expected::Nothing; }
    QString takeText() { return std::move(m_text); }

private:
    enum class Expected {
        Value,
        FirstValue, ///< or the end of an array
        Name,
        FirstName, ///< or the end of an object
        Colon,
        CommaOrEnd,
        Nothing,
    };

    bool skipBlanks()
    {
        while (!m_rest.isEmpty() && isBlank(m_rest.front()))
            m_rest = m_rest.sliced(1);
        return !m_rest.isEmpty();
    }

    QStringView nextToken()
    {
        qsizetype length = 1;
        if (m_rest.front() == u'"')
            length = stringLength();
        else if (!isStructural(m_rest.front()))
            while (length < m_rest.size() && !isStructural(m_rest[length])
                   && !isBlank(m_rest[length]) && m_rest[length] != u'"')
                ++length;
        const QStringView token = m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return token;
    }

    // A string without its end takes all that is left; only cut text may hold one.
    qsizetype stringLength() const
    {
        for (qsizetype i = 1; i < m_rest.size(); ++i) {
            if (m_rest[i] == u'\\')
                ++i;
            else if (m_rest[i] == u'"')
                return i + 1;
        }
        return m_rest.size();
    }

    bool accept(QStringView token)
    {
        switch (token.front().unicode()) {
        case u'{':
        case u'[':
            return open(token);
        case u'}':
        case u']':
            return close(token);
        case u',':
            return separate(token);
        case u':':
            if (m_expected != Expected::Colon)
                return false;
            m_text += QLatin1StringView(": ");
            m_expected = Expected::Value;
            return true;
        default:
            return scalar(token);
        }
    }

    bool isValueExpected() const
    {
        return m_expected == Expected::Value || m_expected == Expected::FirstValue;
    }

    void breakLine()
    {
        m_text += u'\n';
        m_text += QString(static_cast<qsizetype>(m_open.size()) * 2, u' ');
    }

    // The first thing in a container starts a line; an empty container stays on its own.
    void startFirst()
    {
        if (m_expected == Expected::FirstValue || m_expected == Expected::FirstName)
            breakLine();
    }

    void endValue() { m_expected = m_open.empty() ? Expected::Nothing : Expected::CommaOrEnd; }

    bool open(QStringView token)
    {
        if (!isValueExpected())
            return false;
        startFirst();
        m_text += token;
        m_open.push_back(token.front());
        m_expected = token.front() == u'{' ? Expected::FirstName : Expected::FirstValue;
        return true;
    }

    bool close(QStringView token)
    {
        const bool isObject = token.front() == u'}';
        const Expected ifEmpty = isObject ? Expected::FirstName : Expected::FirstValue;
        if (m_open.empty() || (m_open.back() == u'{') != isObject
            || (m_expected != ifEmpty && m_expected != Expected::CommaOrEnd))
            return false;
        m_open.pop_back();
        if (m_expected == Expected::CommaOrEnd)
            breakLine();
        m_text += token;
        endValue();
        return true;
    }

    bool separate(QStringView token)
    {
        if (m_expected != Expected::CommaOrEnd)
            return false;
        m_text += token;
        breakLine();
        m_expected = m_open.back() == u'{' ? Expected::Name : Expected::Value;
        return true;
    }

    bool scalar(QStringView token)
    {
        const bool isString = token.front() == u'"';
        const bool isName = m_expected == Expected::Name || m_expected == Expected::FirstName;
        const bool isTorn = isString ? !isClosed(token) : !isNumber(token) && !isWord(token);
        if (isTorn && !(m_rest.isEmpty() && (isString || isBeginningOfScalar(token))))
            return false;
        if (isName ? !isString : !isValueExpected())
            return false;
        startFirst();
        m_text += token;
        if (isTorn || isName)
            m_expected = isTorn ? Expected::Value : Expected::Colon;
        else
            endValue();
        return true;
    }

    static bool isClosed(QStringView token)
    {
        qsizetype slashes = 0;
        for (qsizetype i = token.size() - 2; i > 0 && token[i] == u'\\'; --i)
            ++slashes;
        return token.size() > 1 && token.back() == u'"' && slashes % 2 == 0;
    }

    QStringView m_rest;
    QString m_text;
    std::vector<QChar> m_open;
    Expected m_expected = Expected::Value;
};

} // namespace

std::optional<QString> respacedJson(QStringView json, bool isCut)
{
    Spacer spacer(json);
    if (!spacer.run() || !(isCut || spacer.isWhole()))
        return std::nullopt;
    return spacer.takeText();
}

} // namespace Gui

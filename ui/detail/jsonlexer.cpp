// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/jsonlexer.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gui {

namespace {

using Kind = JsonToken::Kind;

struct LexerWords
{
    Q_DECLARE_TR_FUNCTIONS(JsonLexer)
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isContinuation(char c)
{
    return (static_cast<uchar>(c) & 0xc0) == 0x80;
}

QByteArrayView withoutDigits(QByteArrayView text)
{
    const auto *const end = std::find_if_not(text.begin(), text.end(), isDigit);
    return text.sliced(end - text.begin());
}

// Source: RFC 8259, section 6.
bool isNumber(QByteArrayView token)
{
    const QByteArrayView unsignedPart = token.startsWith('-') ? token.sliced(1) : token;
    QByteArrayView rest = withoutDigits(unsignedPart);
    const qsizetype integerDigits = unsignedPart.size() - rest.size();
    if (integerDigits == 0 || (integerDigits > 1 && unsignedPart.front() == '0'))
        return false;
    const auto skipDigits = [&rest](qsizetype prefix) {
        const QByteArrayView digits = rest.sliced(std::min(prefix, rest.size()));
        rest = withoutDigits(digits);
        return rest.size() < digits.size();
    };
    if (rest.startsWith('.') && !skipDigits(1))
        return false;
    if (rest.startsWith('e') || rest.startsWith('E')) {
        const bool isSigned = rest.size() > 1 && (rest[1] == '+' || rest[1] == '-');
        if (!skipDigits(isSigned ? 2 : 1))
            return false;
    }
    return rest.isEmpty();
}

} // namespace

JsonLexer::JsonLexer(QByteArrayView text, bool isCut)
    : m_text(text)
    , m_isCut(isCut)
{
    // A byte order mark says nothing in UTF-8, and readers of JSON forgive it.
    if (m_text.startsWith("\xef\xbb\xbf"))
        m_position = 3;
}

JsonToken JsonLexer::next()
{
    if (m_fault)
        return {Kind::Fault, m_fault->offset, 0, false};
    if (m_isInString)
        return goOnWithString(m_position);
    skipBlanks();
    if (m_position == m_text.size())
        return end();
    switch (m_text[m_position]) {
    case '{':
        return open(Kind::OpenObject);
    case '[':
        return open(Kind::OpenArray);
    case '}':
        return close(Kind::CloseObject);
    case ']':
        return close(Kind::CloseArray);
    case ',':
        return separate();
    case ':':
        if (m_expected != Expected::Colon)
            return fail(LexerWords::tr("no colon is expected here"));
        m_expected = Expected::Value;
        return take(Kind::Colon, 1);
    case '"':
        return beginString();
    default:
        break;
    }
    if (!isValueExpected())
        return fail(m_expected == Expected::Name || m_expected == Expected::FirstName
                        ? LexerWords::tr("a name in quotes is expected")
                        : LexerWords::tr("nothing like this is expected here"));
    const char c = m_text[m_position];
    return isDigit(c) || c == '-' ? number() : word();
}

void JsonLexer::skipBlanks()
{
    while (m_position < m_text.size() && QByteArrayView(" \n\r\t").contains(m_text[m_position]))
        ++m_position;
}

JsonToken JsonLexer::fail(const QString &reason)
{
    m_fault = JsonFault{m_position, reason};
    return {Kind::Fault, m_position, 0, false};
}

JsonToken JsonLexer::take(Kind kind, qsizetype length)
{
    const JsonToken token{kind, m_position, length, false};
    m_position += length;
    return token;
}

JsonToken JsonLexer::end()
{
    if (m_isCut || (m_open.empty() && m_expected == Expected::Nothing))
        return {Kind::End, m_position, 0, false};
    return fail(LexerWords::tr("the text ends too early"));
}

JsonToken JsonLexer::open(Kind kind)
{
    if (!isValueExpected())
        return fail(LexerWords::tr("nothing may begin here"));
    m_open.push_back(kind == Kind::OpenObject);
    m_expected = kind == Kind::OpenObject ? Expected::FirstName : Expected::FirstValue;
    return take(kind, 1);
}

JsonToken JsonLexer::close(Kind kind)
{
    const bool closesObject = kind == Kind::CloseObject;
    const Expected ifEmpty = closesObject ? Expected::FirstName : Expected::FirstValue;
    if (m_open.empty() || isObject() != closesObject)
        return fail(LexerWords::tr("nothing is open that this could close"));
    if (m_expected != ifEmpty && m_expected != Expected::CommaOrEnd)
        return fail(LexerWords::tr("something is missing before this"));
    m_open.pop_back();
    endValue();
    return take(kind, 1);
}

JsonToken JsonLexer::separate()
{
    if (m_expected != Expected::CommaOrEnd)
        return fail(LexerWords::tr("no comma is expected here"));
    m_expected = isObject() ? Expected::Name : Expected::Value;
    return take(Kind::Comma, 1);
}

JsonToken JsonLexer::beginString()
{
    m_isName = m_expected == Expected::Name || m_expected == Expected::FirstName;
    if (!m_isName && !isValueExpected())
        return fail(m_expected == Expected::Colon
                        ? LexerWords::tr("a colon is expected")
                        : LexerWords::tr("a comma or an end is expected"));
    m_isInString = true;
    const qsizetype start = m_position;
    ++m_position;
    return goOnWithString(start);
}

JsonToken JsonLexer::goOnWithString(qsizetype start)
{
    const Kind kind = m_isName ? Kind::Name : Kind::String;
    while (m_position < m_text.size()) {
        const char c = m_text[m_position];
        if (m_position - start >= LongestPiece && !isContinuation(c))
            return {kind, start, m_position - start, true};
        if (c == '"') {
            ++m_position;
            m_isInString = false;
            if (m_isName)
                m_expected = Expected::Colon;
            else
                endValue();
            return {kind, start, m_position - start, false};
        }
        if (static_cast<uchar>(c) < 0x20)
            return fail(LexerWords::tr("a string may not hold a control character"));
        const qsizetype length = c == '\\' ? escapeLength() : 1;
        if (length == 0)
            return fail(LexerWords::tr("there is no such escape"));
        m_position += length;
    }
    if (!m_isCut)
        return fail(LexerWords::tr("a string does not end"));
    m_isInString = false;
    return {kind, start, m_position - start, false};
}

/// 0 when JSON knows none like it; to the end of the text where that is cut.
qsizetype JsonLexer::escapeLength() const
{
    const QByteArrayView rest = m_text.sliced(m_position + 1);
    if (rest.isEmpty())
        return m_isCut ? 1 : 0;
    if (rest.front() != 'u')
        return QByteArrayView("\"\\/bfnrt").contains(rest.front()) ? 2 : 0;
    const QByteArrayView digits = rest.sliced(1, std::min<qsizetype>(rest.size() - 1, 4));
    if (!std::all_of(digits.begin(), digits.end(), isHexDigit) || (digits.size() < 4 && !m_isCut))
        return 0;
    return digits.size() + 2;
}

JsonToken JsonLexer::word()
{
    const QByteArrayView rest = m_text.sliced(m_position);
    constexpr std::array<QByteArrayView, 3> Known{"true", "false", "null"};
    for (const QByteArrayView known : Known) {
        const bool isCutOff = m_isCut && rest.size() < known.size() && known.startsWith(rest);
        if (!rest.startsWith(known) && !isCutOff)
            continue;
        endValue();
        return take(Kind::Word, std::min(rest.size(), known.size()));
    }
    return fail(LexerWords::tr("a value is expected"));
}

JsonToken JsonLexer::number()
{
    const QByteArrayView rest = m_text.sliced(m_position);
    const auto *const end = std::find_if_not(rest.begin(), rest.end(), [](char c) {
        return isDigit(c) || QByteArrayView("+-.eE").contains(c);
    });
    const qsizetype length = end - rest.begin();
    const bool isCutOff = m_isCut && length == rest.size();
    if (!isNumber(rest.first(length)) && !isCutOff)
        return fail(LexerWords::tr("this is not a number"));
    endValue();
    return take(Kind::Number, length);
}

void JsonLexer::endValue()
{
    m_expected = m_open.empty() ? Expected::Nothing : Expected::CommaOrEnd;
}

bool JsonLexer::isValueExpected() const
{
    return m_expected == Expected::Value || m_expected == Expected::FirstValue;
}

TextPlace placeOf(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    const QByteArrayView line = before.sliced(before.lastIndexOf('\n') + 1);
    return {before.count('\n') + 1,
            1 + std::count_if(line.begin(), line.end(), [](char c) { return !isContinuation(c); })};
}

std::optional<JsonFault> findJsonFault(QByteArrayView text, bool isCut)
{
    JsonLexer lexer(text, isCut);
    JsonToken token;
    do
        token = lexer.next();
    while (token.kind != Kind::End && token.kind != Kind::Fault);
    return lexer.fault();
}

} // namespace Gui

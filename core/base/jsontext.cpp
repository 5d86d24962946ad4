// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace Core {

namespace {

constexpr int DeepestNesting = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Walks over one JSON text by recursive descent; the first fault stops it.
class Scanner
{
public:
    Scanner(QByteArrayView text, Duplicates duplicates)
        : m_text(text)
        , m_duplicates(duplicates)
    {
    }

    Result<QList<JsonMember>> members()
    {
        QList<JsonMember> members;
        skipBlanks();
        if (peek() != '{')
            fail(QStringLiteral("A JSON object is expected"));
        else if (scanObject(1, &members)) {
            skipBlanks();
            if (m_position != m_text.size())
                fail(QStringLiteral("Something follows the JSON object"));
        }
        if (m_fault.isEmpty())
            return members;
        return invalid({}, m_fault + place());
    }

private:
    char peek() const { return m_position < m_text.size() ? m_text[m_position] : '\0'; }

    bool fail(const QString &fault)
    {
        m_fault = fault;
        return false;
    }

    QString place() const
    {
        const QByteArrayView before = m_text.first(m_position);
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = m_position - before.lastIndexOf('\n');
        return QStringLiteral(" (line %1, column %2).").arg(line).arg(column);
    }

    void skipBlanks()
    {
        while (QByteArrayView(" \t\r\n").contains(peek()) && m_position < m_text.size())
            ++m_position;
    }

    bool take(char expected)
    {
        skipBlanks();
        if (m_position >= m_text.size() || peek() != expected)
            return false;
        ++m_position;
        return true;
    }

    bool scanValue(int depth)
    {
        skipBlanks();
        if (depth > DeepestNesting)
            return fail(QStringLiteral("The JSON is nested deeper than 64"));
        switch (peek()) {
        case '{':
            return scanObject(depth, nullptr);
        case '[':
            return scanArray(depth);
        case '"':
            return scanString();
        case 't':
            return scanWord("true");
        case 'f':
            return scanWord("false");
        case 'n':
            return scanWord("null");
        default:
            return scanNumber();
        }
    }

    bool scanObject(int depth, QList<JsonMember> *members)
    {
        const bool refusesDuplicates = members || m_duplicates == Duplicates::Refused;
        QSet<QString> names;
        ++m_position;
        if (take('}'))
            return true;
        do {
            skipBlanks();
            const qsizetype nameStart = m_position;
            if (!scanString())
                return false;
            const QByteArrayView rawName = m_text.sliced(nameStart, m_position - nameStart);
            const QString name = refusesDuplicates ? decoded(rawName) : QString();
            if (refusesDuplicates && names.contains(name))
                return fail(QStringLiteral("The member \"%1\" stands there twice").arg(name));
            names.insert(name);
            if (!take(':'))
                return fail(QStringLiteral("A colon is expected"));
            skipBlanks();
            const qsizetype valueStart = m_position;
            if (!scanValue(depth + 1))
                return false;
            if (members)
                members->append({name, m_text.sliced(valueStart, m_position - valueStart)});
        } while (take(','));
        return take('}') || fail(QStringLiteral("A comma or } is expected"));
    }

    bool scanArray(int depth)
    {
        ++m_position;
        if (take(']'))
            return true;
        do {
            if (!scanValue(depth + 1))
                return false;
        } while (take(','));
        return take(']') || fail(QStringLiteral("A comma or ] is expected"));
    }

    bool scanString()
    {
        if (peek() != '"')
            return fail(QStringLiteral("A string is expected"));
        ++m_position;
        while (m_position < m_text.size()) {
            const char c = m_text[m_position];
            if (c == '"') {
                ++m_position;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(QStringLiteral("A string holds a bare control character"));
            if (c == '\\' && !scanEscape())
                return false;
            ++m_position;
        }
        return fail(QStringLiteral("A string does not end"));
    }

    /// Leaves the position on the escape's last character.
    bool scanEscape()
    {
        ++m_position;
        if (peek() == 'u') {
            for (int i = 0; i < 4; ++i) {
                ++m_position;
                if (!isHexDigit(peek()))
                    return fail(QStringLiteral("\\u needs four hexadecimal digits"));
            }
            return true;
        }
        if (m_position < m_text.size() && QByteArrayView("\"\\/bfnrt").contains(peek()))
            return true;
        return fail(QStringLiteral("A string holds an unknown escape"));
    }

    bool scanWord(QByteArrayView word)
    {
        if (!m_text.sliced(m_position).startsWith(word))
            return fail(QStringLiteral("A JSON value is expected"));
        m_position += word.size();
        return true;
    }

    bool scanNumber()
    {
        const qsizetype start = m_position;
        if (peek() == '-')
            ++m_position;
        if (peek() == '0')
            ++m_position;
        else if (!scanDigits())
            return m_position == start ? fail(QStringLiteral("A JSON value is expected"))
                                       : fail(QStringLiteral("A number needs a digit"));
        if (peek() == '.') {
            ++m_position;
            if (!scanDigits())
                return fail(QStringLiteral("A number needs a digit after its point"));
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_position;
            if (peek() == '+' || peek() == '-')
                ++m_position;
            if (!scanDigits())
                return fail(QStringLiteral("A number needs a digit in its exponent"));
        }
        return true;
    }

    bool scanDigits()
    {
        const qsizetype start = m_position;
        while (isDigit(peek()))
            ++m_position;
        return m_position > start;
    }

    static QString decoded(QByteArrayView rawString)
    {
        const QByteArrayView inner = rawString.sliced(1, rawString.size() - 2);
        if (!inner.contains('\\'))
            return QString::fromUtf8(inner);
        const QByteArray wrapped = '[' + rawString.toByteArray() + ']';
        return QJsonDocument::fromJson(wrapped).array().at(0).toString();
    }

    QByteArrayView m_text;
    Duplicates m_duplicates;
    qsizetype m_position = 0;
    QString m_fault;
};

} // namespace

Result<QList<JsonMember>> jsonObjectMembers(QByteArrayView text, Duplicates duplicates)
{
    return Scanner(text, duplicates).members();
}

} // namespace Core

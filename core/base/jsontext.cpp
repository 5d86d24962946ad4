// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include "core/base/ascii.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace Core {

namespace {

constexpr int DeepestNesting = 64;

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// How many bytes of \a text its first character of UTF-8 takes; 0 when it begins with none.
qsizetype characterBytes(QByteArrayView text)
{
    constexpr qsizetype LongestCharacter = 4;
    for (qsizetype count = 1; count <= std::min(LongestCharacter, text.size()); ++count) {
        if (text.first(count).isValidUtf8())
            return count;
    }
    return 0;
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
        m_wantsUtf8 = true;
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
        return invalid(m_faultyMember, m_fault + place());
    }

    std::optional<QByteArrayView> valueAt(const QStringList &path)
    {
        for (const QString &name : path) {
            skipBlanks();
            if (!(peek() == '{' ? goToMember(name) : peek() == '[' && goToElement(name)))
                return std::nullopt;
        }
        skipBlanks();
        const qsizetype start = m_position;
        if (!scanValue(1))
            return std::nullopt;
        return m_text.sliced(start, m_position - start);
    }

    bool isNumber() { return scanNumber() && m_position == m_text.size(); }

    static QString decoded(QByteArrayView rawString)
    {
        const QByteArrayView inner = rawString.sliced(1, rawString.size() - 2);
        if (!inner.contains('\\'))
            return QString::fromUtf8(inner);
        const QByteArray wrapped = '[' + rawString.toByteArray() + ']';
        return QJsonDocument::fromJson(wrapped).array().at(0).toString();
    }

private:
    char peek() const { return m_position < m_text.size() ? m_text[m_position] : '\0'; }

    bool fail(const QString &fault)
    {
        m_fault = fault;
        return false;
    }

    /// Of a text of one line, such as one of many events, only the column.
    QString place() const
    {
        const QByteArrayView before = m_text.first(m_position);
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = m_position - before.lastIndexOf('\n');
        if (!m_text.contains('\n'))
            return QStringLiteral(" (column %1).").arg(column);
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
            if (members)
                m_topMember.clear();
            if (!scanString())
                return false;
            const QByteArrayView rawName = m_text.sliced(nameStart, m_position - nameStart);
            const QString name = refusesDuplicates ? decoded(rawName) : QString();
            if (refusesDuplicates && names.contains(name)) {
                m_faultyMember = name;
                return fail(QStringLiteral("The member \"%1\" stands there twice").arg(name));
            }
            names.insert(name);
            if (members)
                m_topMember = name;
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

    /// Leaves the position before the member's value.
    bool goToMember(const QString &wanted)
    {
        ++m_position;
        do {
            skipBlanks();
            const qsizetype start = m_position;
            if (!scanString())
                return false;
            const QString name = decoded(m_text.sliced(start, m_position - start));
            if (!take(':'))
                return false;
            if (name == wanted)
                return true;
        } while (scanValue(1) && take(','));
        return false;
    }

    bool goToElement(const QString &wanted)
    {
        bool isNumber = false;
        qsizetype left = wanted.toLongLong(&isNumber);
        if (!isNumber || QString::number(left) != wanted || left < 0)
            return false;
        ++m_position;
        while (left > 0) {
            if (!scanValue(1) || !take(','))
                return false;
            --left;
        }
        skipBlanks();
        return peek() != ']';
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
        const qsizetype start = m_position++;
        while (m_position < m_text.size()) {
            const char c = m_text[m_position];
            if (c == '"') {
                ++m_position;
                return !m_wantsUtf8 || checkUtf8(start);
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(QStringLiteral("A string holds a bare control character"));
            if (c == '\\' && !scanEscape())
                return false;
            ++m_position;
        }
        return fail(QStringLiteral("A string does not end"));
    }

    /// Of what was scanned since \a start; leaves the position before the first wrong byte.
    bool checkUtf8(qsizetype start)
    {
        if (m_text.sliced(start, m_position - start).isValidUtf8())
            return true;
        m_position = start;
        while (const qsizetype count = characterBytes(m_text.sliced(m_position)))
            m_position += count;
        m_faultyMember = m_topMember;
        return fail(QStringLiteral("A string holds bytes that are not UTF-8"));
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

    QByteArrayView m_text;
    Duplicates m_duplicates;
    qsizetype m_position = 0;
    bool m_wantsUtf8 = false;
    QString m_topMember; ///< whose value is being scanned
    QString m_fault;
    QString m_faultyMember;
};

/// A JSON number as its significant digits and where the point stands.
struct Decimal
{
    bool isNegative = false;
    QByteArray digits; ///< without zeros at either end; empty for zero
    qint64 magnitude = 0; ///< how many digits stand before the point; may be negative
};

Decimal decimalOf(QByteArrayView text)
{
    // An exponent beyond this is as good as this: no body holds that many digits.
    constexpr qint64 HugeExponent = 1'000'000'000'000;
    Decimal decimal;
    decimal.isNegative = text.startsWith('-');
    const auto *const exponentSign
        = std::find_if(text.begin(), text.end(), [](char c) { return c == 'e' || c == 'E'; });
    const QByteArrayView mantissa = text.first(std::distance(text.begin(), exponentSign));
    bool isPastPoint = false;
    for (const char c : mantissa) {
        isPastPoint = isPastPoint || c == '.';
        if (!isDigit(c))
            continue;
        if (c == '0' && decimal.digits.isEmpty()) {
            decimal.magnitude -= isPastPoint ? 1 : 0;
            continue;
        }
        decimal.digits += c;
        decimal.magnitude += isPastPoint ? 0 : 1;
    }
    while (decimal.digits.endsWith('0'))
        decimal.digits.chop(1);
    if (exponentSign != text.end()) {
        const QByteArray exponent = text.sliced(mantissa.size() + 1).toByteArray();
        bool isSmall = false;
        const qint64 number = exponent.toLongLong(&isSmall);
        const qint64 huge = exponent.startsWith('-') ? -HugeExponent : HugeExponent;
        decimal.magnitude += isSmall ? std::clamp(number, -HugeExponent, HugeExponent) : huge;
    }
    return decimal;
}

std::strong_ordering compareSizes(const Decimal &one, const Decimal &other)
{
    if (one.digits.isEmpty() || other.digits.isEmpty())
        return one.digits.size() <=> other.digits.size();
    if (one.magnitude != other.magnitude)
        return one.magnitude <=> other.magnitude;
    return one.digits.compare(other.digits) <=> 0;
}

} // namespace

Result<QList<JsonMember>> jsonObjectMembers(QByteArrayView text, Duplicates duplicates)
{
    return Scanner(text, duplicates).members();
}

std::optional<QByteArrayView> jsonValueAt(QByteArrayView text, const QStringList &path)
{
    return Scanner(text, Duplicates::RefusedAtTop).valueAt(path);
}

QString jsonValueText(QByteArrayView raw)
{
    return raw.startsWith('"') ? Scanner::decoded(raw) : QString::fromUtf8(raw);
}

bool isJsonNumber(QByteArrayView text)
{
    return Scanner(text, Duplicates::RefusedAtTop).isNumber();
}

std::strong_ordering compareJsonNumbers(QByteArrayView one, QByteArrayView other)
{
    const Decimal first = decimalOf(one);
    const Decimal second = decimalOf(other);
    const bool isFirstBelow = first.isNegative && !first.digits.isEmpty();
    const bool isSecondBelow = second.isNegative && !second.digits.isEmpty();
    if (isFirstBelow != isSecondBelow)
        return isSecondBelow <=> isFirstBelow;
    return isFirstBelow ? compareSizes(second, first) : compareSizes(first, second);
}

} // namespace Core

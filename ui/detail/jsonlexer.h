// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace Gui {

struct JsonToken
{
    enum class Kind {
        OpenObject,
        OpenArray,
        CloseObject,
        CloseArray,
        Comma,
        Colon,
        Name,
        String,
        Number,
        Word, ///< true, false, null
        End, ///< of the text; comes again and again
        Fault, ///< JSON allows nothing like this here; comes again and again
    };

    Kind kind = Kind::End;
    qsizetype offset = 0;
    qsizetype length = 0;
    bool isTorn = false; ///< a long name or string, which goes on with the next token

    bool isOpening() const { return kind == Kind::OpenObject || kind == Kind::OpenArray; }
    bool isClosing() const { return kind == Kind::CloseObject || kind == Kind::CloseArray; }
    bool isScalar() const { return kind >= Kind::String && kind <= Kind::Word; }
};

/// Where a text ceases to be JSON, and why in words for a person.
struct JsonFault
{
    qsizetype offset = 0;
    QString reason;
};

/// Takes JSON apart into tokens without changing a byte: numbers keep their digits, strings their
/// escapes, members their order and duplicates. It may be asked little by little, and hands long
/// strings out in pieces, so that no single step takes long.
///
/// Borrows: the bytes, which must outlive it.
/// Source: RFC 8259, sections 2 to 7. Bytes within strings may be any.
class JsonLexer final
{
public:
    static constexpr qsizetype LongestPiece = 16'384;

    /// \a isCut says that the end of \a text is missing, which is then forgiven.
    explicit JsonLexer(QByteArrayView text, bool isCut = false);

    JsonToken next();
    qsizetype depth() const { return static_cast<qsizetype>(m_open.size()); }
    const std::optional<JsonFault> &fault() const { return m_fault; }

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

    void skipBlanks();
    JsonToken fail(const QString &reason);
    JsonToken take(JsonToken::Kind kind, qsizetype length);
    JsonToken end();
    JsonToken open(JsonToken::Kind kind);
    JsonToken close(JsonToken::Kind kind);
    JsonToken separate();
    JsonToken beginString();
    JsonToken goOnWithString(qsizetype start);
    qsizetype escapeLength() const;
    JsonToken word();
    JsonToken number();
    void endValue();
    bool isValueExpected() const;
    bool isObject() const { return m_open.back(); }

    QByteArrayView m_text;
    qsizetype m_position = 0;
    std::vector<bool> m_open; ///< true for an object
    Expected m_expected = Expected::Value;
    bool m_isCut;
    bool m_isInString = false;
    bool m_isName = false; ///< the string that it is in
    std::optional<JsonFault> m_fault;
};

/// A place in a text as people count: the first line and the first column are 1.
struct TextPlace
{
    qsizetype line = 1;
    qsizetype column = 1; ///< in characters of UTF-8
};
TextPlace placeOf(QByteArrayView text, qsizetype offset);

/// What stands at \a offset where the text ceases to be JSON; none where it is JSON throughout.
std::optional<JsonFault> findJsonFault(QByteArrayView text, bool isCut);

} // namespace Gui

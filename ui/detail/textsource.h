// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/jsonlexer.h"
#include "ui/look/theme.h"

#include <QByteArray>
#include <QList>
#include <QStringDecoder>

#include <memory>

namespace Gui {

/// What stood at the end of a line, so that copying brings back what came.
enum class LineEnd {
    Feed,
    CarriageReturn,
    CarriageReturnAndFeed,
    Soft, ///< nothing: the line was too long to be shown in one
    None, ///< the last line
};

QString toString(LineEnd end);

/// The ink of a token of JSON, in text and tree alike.
Tone toneOf(JsonToken::Kind kind);

/// Part of a line that has its own ink.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    Tone tone = Tone::Plain;

    bool operator==(const TextSpan &) const = default;
};

struct TextLine
{
    QString text;
    LineEnd end = LineEnd::None;
    QList<TextSpan> spans;

    bool operator==(const TextLine &) const = default;
};

/// A body as lines, made little by little: whoever shows it asks for as much as there is room for.
/// No line is longer than LongestLine, and what would upset a text field is shown as U+FFFD.
///
/// Thread: one.
class TextSource
{
public:
    static constexpr qsizetype LongestLine = 2000;

    TextSource() = default;
    TextSource(TextSource &&) = delete;
    TextSource &operator=(const TextSource &) = delete;
    TextSource &operator=(TextSource &&) = delete;
    virtual ~TextSource() = default;

    /// The next lines, with about \a size characters. Only the last of all has no end.
    QList<TextLine> next(qsizetype size);
    bool isAtEnd() const { return m_isAtEnd; }

    /// One that goes on from the same place by itself, on any thread.
    virtual std::unique_ptr<TextSource> copy() const = 0;
    /// About how many bytes a copy takes; all copies share those of the body.
    virtual qsizetype weight() const;

protected:
    TextSource(const TextSource &) = default;
    /// Adds some text by write() and endLine(); false when there is no more.
    virtual bool produce() = 0;

    void write(QStringView text, Tone tone = Tone::Plain);
    void endLine(LineEnd end);

private:
    QList<TextLine> m_lines; ///< complete, but not taken yet
    TextLine m_line;
    qsizetype m_size = 0; ///< characters in m_lines
    bool m_isAtEnd = false;
};

/// The text itself.
class RawSource final : public TextSource
{
public:
    RawSource(QByteArray bytes, QStringConverter::Encoding encoding);

    std::unique_ptr<TextSource> copy() const override;

protected:
    bool produce() override;

private:
    QString decodeStep();
    qsizetype stepEnd() const;

    QByteArray m_bytes;
    QStringConverter::Encoding m_encoding;
    qsizetype m_position = 0;
    bool m_endsWithReturn = false; ///< a line feed may follow
};

/// JSON, laid out by changing nothing but the blanks between its tokens. What follows a fault is
/// shown as it stands.
class PrettySource final : public TextSource
{
public:
    PrettySource(QByteArray json, bool isCut);

    std::unique_ptr<TextSource> copy() const override;
    qsizetype weight() const override;

protected:
    bool produce() override;

private:
    void writeToken(const JsonToken &token);
    void breakLine(qsizetype depth);

    QByteArray m_json;
    JsonLexer m_lexer;
    bool m_isFresh = false; ///< behind an opening bracket
    qsizetype m_faultyFrom = -1;
};

/// Sixteen bytes a line: offset, hexadecimal, and the printable ones as text.
class HexSource final : public TextSource
{
public:
    explicit HexSource(QByteArray bytes);

    std::unique_ptr<TextSource> copy() const override;

protected:
    bool produce() override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace Gui

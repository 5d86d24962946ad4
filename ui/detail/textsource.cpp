// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/textsource.h"

#include <algorithm>

namespace Gui {

namespace {

using Kind = JsonToken::Kind;

constexpr qsizetype BytesPerStep = 4096;
constexpr qsizetype BytesPerHexLine = 16;
// Deeper than this nothing more is moved in, or nesting alone would fill the memory.
constexpr qsizetype DeepestIndent = 50;

/// A text field takes these for its own marks.
bool isReserved(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x2028 || u == 0x2029 || u == 0xfdd0 || u == 0xfdd1 || u == 0xfffc || u == 0;
}

QLatin1Char hexDigit(qint64 value)
{
    return QLatin1Char("0123456789abcdef"[value & 15]);
}

QString hexLine(const QByteArray &bytes, qsizetype offset)
{
    QString line;
    QString text;
    for (int shift = 28; shift >= 0; shift -= 4)
        line += hexDigit(offset >> shift);
    for (qsizetype i = 0; i < BytesPerHexLine; ++i) {
        line += QLatin1StringView(i % 8 == 0 ? "  " : " ");
        if (offset + i >= bytes.size()) {
            line += QLatin1StringView("  ");
            continue;
        }
        const auto byte = static_cast<uchar>(bytes.at(offset + i));
        line += hexDigit(byte >> 4);
        line += hexDigit(byte);
        const bool isAscii = byte >= 0x20 && byte < 0x7f;
        text += isAscii ? QChar::fromLatin1(bytes.at(offset + i)) : u'.';
    }
    return line + QLatin1StringView("  ") + text;
}

/// The one whose order of bytes is known without looking at the first two again.
QStringConverter::Encoding orderedEncoding(QStringConverter::Encoding encoding,
                                           const QByteArray &bytes)
{
    const bool isLittle = QSysInfo::ByteOrder == QSysInfo::LittleEndian;
    switch (encoding) {
    case QStringConverter::Utf16:
        if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
            return bytes.startsWith('\xff') ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
        return isLittle ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
    case QStringConverter::Utf32:
        if (bytes.startsWith(QByteArrayView("\xff\xfe\0\0", 4)))
            return QStringConverter::Utf32LE;
        if (bytes.startsWith(QByteArrayView("\0\0\xfe\xff", 4)))
            return QStringConverter::Utf32BE;
        return isLittle ? QStringConverter::Utf32LE : QStringConverter::Utf32BE;
    default:
        return encoding;
    }
}

} // namespace

Tone toneOf(JsonToken::Kind kind)
{
    switch (kind) {
    case Kind::String:
        return Tone::Good;
    case Kind::Number:
        return Tone::Busy;
    case Kind::Word:
        return Tone::Warning;
    case Kind::Name:
        return Tone::Plain;
    default:
        return Tone::Muted;
    }
}

QString toString(LineEnd end)
{
    switch (end) {
    case LineEnd::Feed:
        return QStringLiteral("\n");
    case LineEnd::CarriageReturn:
        return QStringLiteral("\r");
    case LineEnd::CarriageReturnAndFeed:
        return QStringLiteral("\r\n");
    case LineEnd::Soft:
    case LineEnd::None:
        break;
    }
    return {};
}

QList<TextLine> TextSource::next(qsizetype size)
{
    while (!m_isAtEnd && m_size < size) {
        if (!produce()) {
            endLine(LineEnd::None);
            m_isAtEnd = true;
        }
    }
    m_size = 0;
    return std::exchange(m_lines, {});
}

qsizetype TextSource::weight() const
{
    return 512 + m_line.text.size() * 2
        + m_line.spans.size() * static_cast<qsizetype>(sizeof(TextSpan));
}

void TextSource::write(QStringView text, Tone tone)
{
    while (!text.isEmpty()) {
        qsizetype room = LongestLine - m_line.text.size();
        if (room <= 0) {
            endLine(LineEnd::Soft);
            room = LongestLine;
        }
        qsizetype length = std::min(text.size(), room);
        const bool isTorn = length < text.size() && text[length].isLowSurrogate();
        if (isTorn && length > 1)
            --length;
        if (tone != Tone::Plain)
            m_line.spans.append({m_line.text.size(), length, tone});
        m_line.text += text.first(length);
        text = text.sliced(length);
        if (isTorn)
            endLine(LineEnd::Soft);
    }
}

void TextSource::endLine(LineEnd end)
{
    std::replace_if(m_line.text.begin(), m_line.text.end(), isReserved,
                    QChar(QChar::ReplacementCharacter));
    m_line.end = end;
    m_size += m_line.text.size() + 1;
    m_lines.append(std::exchange(m_line, {}));
}

RawSource::RawSource(QByteArray bytes, QStringConverter::Encoding encoding)
    : m_bytes(std::move(bytes))
    , m_encoding(orderedEncoding(encoding, m_bytes))
{
}

std::unique_ptr<TextSource> RawSource::copy() const
{
    return std::make_unique<RawSource>(*this);
}

/// Where the next step ends: not within a character, so that each is decoded by itself.
qsizetype RawSource::stepEnd() const
{
    qsizetype end = m_position + BytesPerStep;
    if (end >= m_bytes.size())
        return m_bytes.size();
    const auto byteAt = [this](qsizetype offset) { return static_cast<uchar>(m_bytes.at(offset)); };
    if (m_encoding == QStringConverter::Utf8) {
        for (int i = 0; i < 3 && (byteAt(end) & 0xc0) == 0x80; ++i)
            --end;
    } else if (m_encoding == QStringConverter::Utf16LE || m_encoding == QStringConverter::Utf16BE) {
        const bool isLittle = m_encoding == QStringConverter::Utf16LE;
        if ((byteAt(end - (isLittle ? 1 : 2)) & 0xfc) == 0xd8)
            end -= 2;
    }
    return end;
}

QString RawSource::decodeStep()
{
    using Flag = QStringConverter::Flag;
    const QByteArrayView step = QByteArrayView(m_bytes).sliced(m_position, stepEnd() - m_position);
    m_position += step.size();
    // What the end of the whole text has torn is left out.
    const bool isLast = m_position >= m_bytes.size();
    QStringDecoder decoder(m_encoding,
                           (isLast ? Flag::Default : Flag::Stateless) | Flag::ConvertInitialBom);
    return decoder(step);
}

bool RawSource::produce()
{
    const bool isOver = m_position >= m_bytes.size();
    const QString text = decodeStep();
    QStringView rest(text);
    if (m_endsWithReturn && (isOver || !rest.isEmpty())) {
        m_endsWithReturn = false;
        const bool isPair = rest.startsWith(u'\n');
        endLine(isPair ? LineEnd::CarriageReturnAndFeed : LineEnd::CarriageReturn);
        rest = rest.sliced(isPair ? 1 : 0);
    }
    while (!rest.isEmpty()) {
        const auto isBreak = [](QChar c) { return c == u'\n' || c == u'\r'; };
        const qsizetype length = std::find_if(rest.begin(), rest.end(), isBreak) - rest.begin();
        write(rest.first(length));
        rest = rest.sliced(length);
        if (rest.startsWith(u"\r\n")) {
            endLine(LineEnd::CarriageReturnAndFeed);
            rest = rest.sliced(2);
        } else if (rest.startsWith(u'\r') && rest.size() == 1) {
            m_endsWithReturn = true;
            rest = {};
        } else if (!rest.isEmpty()) {
            endLine(rest.front() == u'\n' ? LineEnd::Feed : LineEnd::CarriageReturn);
            rest = rest.sliced(1);
        }
    }
    return !isOver;
}

PrettySource::PrettySource(QByteArray json, bool isCut)
    : m_json(std::move(json))
    , m_lexer(m_json, isCut)
{
}

std::unique_ptr<TextSource> PrettySource::copy() const
{
    return std::make_unique<PrettySource>(*this);
}

qsizetype PrettySource::weight() const
{
    return TextSource::weight() + m_lexer.depth() / 8;
}

bool PrettySource::produce()
{
    if (m_faultyFrom >= 0) {
        qsizetype size = std::min(BytesPerStep, m_json.size() - m_faultyFrom);
        // Not within a character.
        while (m_faultyFrom + size < m_json.size()
               && (static_cast<uchar>(m_json.at(m_faultyFrom + size)) & 0xc0) == 0x80)
            ++size;
        write(QString::fromUtf8(QByteArrayView(m_json).sliced(m_faultyFrom, size)), Tone::Bad);
        m_faultyFrom += size;
        return size > 0;
    }
    const JsonToken token = m_lexer.next();
    if (token.kind == Kind::End)
        return false;
    if (token.kind == Kind::Fault)
        m_faultyFrom = token.offset;
    else
        writeToken(token);
    return true;
}

void PrettySource::writeToken(const JsonToken &token)
{
    // The first thing in a container starts a line; an empty container stays on its own.
    if (token.isClosing() ? !m_isFresh : m_isFresh)
        breakLine(m_lexer.depth() - (token.isOpening() ? 1 : 0));
    write(QString::fromUtf8(QByteArrayView(m_json).sliced(token.offset, token.length)),
          toneOf(token.kind));
    m_isFresh = token.isOpening();
    if (token.kind == Kind::Comma)
        breakLine(m_lexer.depth());
    else if (token.kind == Kind::Colon)
        write(u" ");
}

void PrettySource::breakLine(qsizetype depth)
{
    endLine(LineEnd::Feed);
    write(QString(std::min(depth, DeepestIndent) * 2, u' '));
}

HexSource::HexSource(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

std::unique_ptr<TextSource> HexSource::copy() const
{
    return std::make_unique<HexSource>(*this);
}

bool HexSource::produce()
{
    if (m_position >= m_bytes.size())
        return false;
    write(hexLine(m_bytes, m_position));
    m_position += BytesPerHexLine;
    if (m_position < m_bytes.size())
        endLine(LineEnd::Feed);
    return m_position < m_bytes.size();
}

} // namespace Gui

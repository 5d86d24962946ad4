// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requestframer.h"

#include <algorithm>

namespace Core::Http {

namespace {

constexpr qsizetype MaxChunkDigits = 8;

bool isForbiddenInLine(char c)
{
    return (c >= '\0' && c < ' ' && c != '\t' && c != '\r') || c == '\x7f';
}

Refusal headersTooLarge()
{
    return {431, QStringLiteral("The header fields are larger than this server takes.")};
}

} // namespace

RequestFramer::RequestFramer(const Limits &limits)
    : m_limits(limits)
{
}

RequestFramer::State RequestFramer::feed(QByteArrayView bytes)
{
    if (m_stage != Stage::Refused) {
        m_buffer.append(bytes);
        advance();
    }
    return state();
}

RequestFramer::State RequestFramer::state() const
{
    if (m_stage == Stage::Complete)
        return State::Complete;
    return m_stage == Stage::Refused ? State::Refused : State::NeedMore;
}

Request RequestFramer::takeRequest()
{
    Q_ASSERT(m_stage == Stage::Complete);
    Request request = std::exchange(m_request, {});
    m_trailers.clear();
    m_fieldBytes = 0;
    m_stage = Stage::RequestLine;
    advance();
    return request;
}

bool RequestFramer::isIdle() const
{
    return m_stage == Stage::RequestLine && m_buffer.isEmpty();
}

bool RequestFramer::isHeadComplete() const
{
    return m_stage != Stage::RequestLine && m_stage != Stage::Field;
}

bool RequestFramer::isAwaitingContinue() const
{
    const bool isAtBodyStart = (m_stage == Stage::Body || m_stage == Stage::ChunkSize)
        && m_request.body.isEmpty() && m_buffer.isEmpty();
    return isAtBodyStart && m_request.expectsContinue;
}

qsizetype RequestFramer::heldBytes() const
{
    return m_buffer.size() + m_request.body.size();
}

void RequestFramer::advance()
{
    while (step()) { }
    m_buffer.remove(0, m_position);
    m_scanned -= m_position;
    m_position = 0;
}

/// One stage further; false when more bytes are needed or nothing is left to do.
bool RequestFramer::step()
{
    switch (m_stage) {
    case Stage::RequestLine:
        return stepRequestLine();
    case Stage::Field:
        return stepField();
    case Stage::Body:
        return stepBody(Stage::Complete);
    case Stage::ChunkSize:
        return stepChunkSize();
    case Stage::ChunkData:
        return stepBody(Stage::ChunkEnd);
    case Stage::ChunkEnd:
        return stepChunkEnd();
    case Stage::Trailer:
        return stepTrailer();
    case Stage::Complete:
    case Stage::Refused:
        break;
    }
    return false;
}

bool RequestFramer::stepRequestLine()
{
    const auto line = takeLine(m_limits.maxRequestLineBytes,
                               {414, QStringLiteral("The request line is too long.")});
    if (!line)
        return false;
    if (const auto wrong = readRequestLine(*line, m_request))
        return refuse(*wrong);
    return moveTo(Stage::Field);
}

bool RequestFramer::stepField()
{
    const auto line = takeLine(m_limits.maxHeaderBytes - m_fieldBytes, headersTooLarge());
    if (!line)
        return false;
    return line->isEmpty() ? stepHeadEnd() : countField(*line, m_request.headers);
}

bool RequestFramer::stepHeadEnd()
{
    Framing framing;
    if (const auto wrong = readFraming(m_limits, m_request, framing))
        return refuse(*wrong);
    m_fieldBytes = 0;
    m_bodyBytesLeft = framing.bodyBytes;
    return moveTo(framing.isChunked ? Stage::ChunkSize : Stage::Body);
}

bool RequestFramer::stepBody(Stage next)
{
    const qsizetype count = std::min(m_bodyBytesLeft, unreadBytes());
    m_request.body.append(QByteArrayView(m_buffer).sliced(m_position, count));
    m_bodyBytesLeft -= count;
    m_position += count;
    m_scanned = m_position;
    return m_bodyBytesLeft == 0 && moveTo(next);
}

bool RequestFramer::stepChunkSize()
{
    const auto line = takeLine(m_limits.maxChunkLineBytes,
                               {400, QStringLiteral("A chunk's size line is too long.")});
    if (!line)
        return false;
    const qsizetype mark = line->indexOf(';');
    const QByteArray digits = line->first(mark < 0 ? line->size() : mark).toByteArray();
    const bool isHex = std::all_of(digits.begin(), digits.end(), [](char c) {
        return QByteArrayView("0123456789abcdefABCDEF").contains(c);
    });
    if (digits.isEmpty() || digits.size() > MaxChunkDigits || !isHex)
        return refuse(400, "A chunk's size is not a number of 1 to 8 hexadecimal digits.");
    m_bodyBytesLeft = digits.toLongLong(nullptr, 16);
    if (m_bodyBytesLeft > m_limits.maxBodyBytes - m_request.body.size())
        return refuse(bodyTooLarge(m_limits));
    return moveTo(m_bodyBytesLeft == 0 ? Stage::Trailer : Stage::ChunkData);
}

bool RequestFramer::stepChunkEnd()
{
    const QByteArrayView lineEnd("\r\n");
    const qsizetype count = std::min(lineEnd.size(), unreadBytes());
    if (QByteArrayView(m_buffer).sliced(m_position, count) != lineEnd.first(count))
        return refuse(400, "A chunk is longer than its size says.");
    if (count < lineEnd.size())
        return false;
    m_position += count;
    m_scanned = m_position;
    return moveTo(Stage::ChunkSize);
}

bool RequestFramer::stepTrailer()
{
    const auto line = takeLine(m_limits.maxHeaderBytes - m_fieldBytes, headersTooLarge());
    if (!line)
        return false;
    return line->isEmpty() ? moveTo(Stage::Complete) : countField(*line, m_trailers);
}

bool RequestFramer::countField(QByteArrayView line, HeaderList &headers)
{
    if (headers.size() == m_limits.maxHeaderFields)
        return refuse(headersTooLarge());
    m_fieldBytes += line.size() + 2;
    const auto wrong = readField(line, headers);
    return wrong ? refuse(*wrong) : true;
}

bool RequestFramer::moveTo(Stage stage)
{
    m_stage = stage;
    return true;
}

bool RequestFramer::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    m_stage = Stage::Refused;
    m_request = {};
    return false;
}

bool RequestFramer::refuse(int status, const char *sentence)
{
    return refuse({status, QString::fromLatin1(sentence)});
}

/// The next line without its end, as a view that holds until the buffer changes. Bytes that no line
/// may hold are refused as they come, not when the line ends.
std::optional<QByteArrayView> RequestFramer::takeLine(qsizetype maxBytes, const Refusal &tooLong)
{
    for (; m_scanned < m_buffer.size(); ++m_scanned) {
        const char c = m_buffer[m_scanned];
        const bool followsReturn = m_scanned > m_position && m_buffer[m_scanned - 1] == '\r';
        if (c == '\n' && followsReturn) {
            const qsizetype begin = std::exchange(m_position, ++m_scanned);
            return QByteArrayView(m_buffer).sliced(begin, m_position - begin - 2);
        }
        if (c == '\n' || followsReturn || isForbiddenInLine(c)) {
            refuse(400, "A line holds a control character or does not end with CR and LF.");
            return std::nullopt;
        }
        if (c != '\r' && m_scanned - m_position >= maxBytes) {
            refuse(tooLong);
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace Core::Http

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/limits.h"
#include "core/http/message.h"
#include "core/http/requesthead.h"

#include <optional>

namespace Core::Http {

/// Cuts a stream of bytes into complete, strictly valid requests. Knows no socket and no clock.
///
/// Errors: the first byte that cannot belong to a valid request refuses the stream for good, since
/// nobody can say where the next request would begin.
class RequestFramer
{
public:
    enum class State { NeedMore, Complete, Refused };

    explicit RequestFramer(const Limits &limits);

    State feed(QByteArrayView bytes);
    State state() const;

    /// Hands out the complete request and begins the next one with the bytes that followed it.
    Request takeRequest();

    const Refusal &refusal() const { return m_refusal; } ///< Meant for State::Refused.

    bool isIdle() const; ///< No byte of the next request has come.
    bool isHeadComplete() const; ///< Only the body is still missing, if anything is.
    bool isAwaitingContinue() const; ///< The client holds back the body until it is asked for it.
    qsizetype heldBytes() const; ///< Of requests that are not yet handed out.

private:
    enum class Stage {
        RequestLine,
        Field,
        Body,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        Complete,
        Refused,
    };

    void advance();
    bool step();
    bool stepRequestLine();
    bool stepField();
    bool stepHeadEnd();
    bool stepBody(Stage next);
    bool stepChunkSize();
    bool stepChunkEnd();
    bool stepTrailer();
    bool countField(QByteArrayView line, HeaderList &headers);
    bool moveTo(Stage stage);
    bool refuse(const Refusal &refusal);
    bool refuse(int status, const char *sentence);
    std::optional<QByteArrayView> takeLine(qsizetype maxBytes, const Refusal &tooLong);
    qsizetype unreadBytes() const { return m_buffer.size() - m_position; }

    Limits m_limits;
    Stage m_stage = Stage::RequestLine;
    QByteArray m_buffer;
    qsizetype m_position = 0; ///< where the unread bytes of the buffer begin
    qsizetype m_scanned = 0; ///< up to where the unread bytes hold no line end
    qsizetype m_fieldBytes = 0; ///< of the header section or the trailer section so far
    qsizetype m_bodyBytesLeft = 0; ///< of the body or the chunk
    HeaderList m_trailers; ///< checked like headers, then dropped
    Request m_request;
    Refusal m_refusal;
};

} // namespace Core::Http

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/message.h"

namespace Core::Http {

enum class BodyEnd {
    Length, ///< told beforehand by Content-Length
    Chunks, ///< the last chunk
    Close, ///< the end of the connection, for HTTP/1.0
};

/// How a reply is put on the wire of one connection.
struct ReplyFraming
{
    BodyEnd bodyEnd = BodyEnd::Length;
    bool isHttp11 = true;
    bool closes = false;
};

/// False for the statuses whose replies end with their headers.
bool allowsBody(int status);

/// Status line and headers up to and with the empty line. Of \a defaults those are written that the
/// reply does not set itself. A field of the reply that is malformed or belongs to the framing is
/// left out.
///
/// Source: RFC 9112, sections 4 to 6; RFC 9110, section 6.6.1 for Date.
QByteArray replyHead(const Reply &reply, const HeaderList &defaults, Time now,
                     const ReplyFraming &framing);

/// \a bytes as one chunk; not for an empty one, which would end the body.
QByteArray chunk(const QByteArray &bytes);

} // namespace Core::Http

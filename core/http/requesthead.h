// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/limits.h"
#include "core/http/message.h"

#include <optional>

namespace Core::Http {

/// How the body of a request is delimited.
struct Framing
{
    bool isChunked = false;
    qsizetype bodyBytes = 0; ///< of a body that is not chunked
};

Refusal bodyTooLarge(const Limits &limits);

/// Reads "METHOD SP target SP HTTP/1.x" into \a request; says what is wrong with it.
///
/// Source: RFC 9112, section 3.
std::optional<Refusal> readRequestLine(QByteArrayView line, Request &request);

/// Reads "Name: value" and appends it to \a headers; says what is wrong with it.
///
/// Source: RFC 9112, section 5.
std::optional<Refusal> readField(QByteArrayView line, HeaderList &headers);

/// Judges the complete head of \a request: the length of the body, Connection and Expect. Whom its
/// Host fields may name, and that there is one, is judged by those who answer.
///
/// Source: RFC 9112, sections 6 and 9.3; where it lets a server choose, the strict way.
std::optional<Refusal> readFraming(const Limits &limits, Request &request, Framing &framing);

} // namespace Core::Http

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/limits.h"

#include <QByteArray>

namespace Core::Http {

inline const QByteArray Host = "Host: localhost:8090\r\n";

/// Small limits, so that the rows of the tables stay readable.
inline Limits smallLimits()
{
    Limits limits;
    limits.maxRequestLineBytes = 64;
    limits.maxHeaderFields = 8;
    limits.maxHeaderBytes = 256;
    limits.maxChunkLineBytes = 16;
    limits.maxBodyBytes = 16;
    return limits;
}

inline QByteArray get(const QByteArray &headers = {})
{
    return "GET / HTTP/1.1\r\n" + Host + headers + "\r\n";
}

inline QByteArray post(const QByteArray &headersAndBody)
{
    return "POST /events HTTP/1.1\r\n" + Host + headersAndBody;
}

inline QByteArray chunked(const QByteArray &chunks)
{
    return post("Transfer-Encoding: chunked\r\n\r\n" + chunks);
}

} // namespace Core::Http

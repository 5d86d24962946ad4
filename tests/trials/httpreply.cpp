// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/httpreply.h"

#include "core/model/header.h"

namespace Core {

HttpReply replyIn(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    const HeaderList headers = headersFromLines(bytes.left(headEnd).replace("\r\n", "\n"));
    const qsizetype bodySize = headerValue(headers, "Content-Length").toLongLong();
    const qsizetype size = headEnd + 4 + bodySize;
    if (bytes.size() < size)
        return {};
    return {bytes.mid(9, 3).toInt(), bytes.mid(headEnd + 4, bodySize), size};
}

} // namespace Core

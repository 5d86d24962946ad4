// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Core {

/// An answer of the HTTP interface, as it came over a connection.
struct HttpReply
{
    int status = 0; ///< 0 while it has not come whole
    QByteArray body;
    qsizetype size = 0; ///< of head and body
};

/// The answer that stands whole at the beginning of \a bytes.
HttpReply replyIn(const QByteArray &bytes);

} // namespace Core

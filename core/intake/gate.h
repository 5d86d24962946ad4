// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

#include <QStringList>

namespace Core {

/// Who may call. Judges every request before it is routed: what a browser page could send without
/// asking is refused, whatever its path and method.
///
/// Source: RFC 6454, section 7 (Origin); Fetch Metadata Request Headers (W3C); what the README says
/// under "Where the data lives" of who may call.
class Gate
{
public:
    /// \a hosts are the names by which the interface may be called, without a port; all of them
    /// are meant with \a port.
    Gate(QStringList hosts, quint16 port);

    /// The refusal, or none when the request may pass.
    std::optional<Http::Reply> judge(const Http::Request &request) const;

private:
    std::optional<Http::Reply> judgeHost(const Http::Request &request) const;

    QList<QByteArray> m_authorities; ///< lower case, with the port
};

/// The body's type, without parameters, in lower case: "application/json".
QByteArray mediaType(const Http::Request &request);

inline constexpr QByteArrayView NdjsonType{"application/x-ndjson"};

/// The names that mean this machine.
QStringList loopbackHosts();

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/header.h"

#include <QByteArrayList>
#include <QStringList>

#include <optional>

namespace Core {

/// Something within a row's messages that a list may show as a column.
struct LogField
{
    enum class Source {
        RequestHeader,
        ResponseHeader, ///< of attempts
        RequestJson,
        ResponseJson, ///< of attempts
        RemoteAddress, ///< that was connected to, or that a request came from
    };

    Source source = Source::RequestHeader;
    QString name; ///< of a header; the path to a JSON value, as in "data.lines.0.sku"

    bool operator==(const LogField &) const = default;
};

/// "request.Content-Type", "response.Server", "json.data.id", "response-json.id", "address".
QString toText(const LogField &field);
std::optional<LogField> logFieldFromText(const QString &text);

/// What fields are taken from.
struct LogMessages
{
    HeaderList requestHeaders;
    HeaderList responseHeaders;
    QByteArray requestBody;
    QByteArray responseBody;
    QString remoteAddress;
};

/// One value for each field, empty where there is none.
QByteArrayList valuesOf(const QList<LogField> &fields, const LogMessages &messages);

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/logfield.h"

#include "core/base/jsontext.h"

#include <array>

namespace Core {

namespace {

struct Prefix
{
    LogField::Source source;
    QLatin1StringView text;
};

constexpr std::array Prefixes{
    Prefix{LogField::Source::RequestHeader, QLatin1StringView("request.")},
    Prefix{LogField::Source::ResponseHeader, QLatin1StringView("response.")},
    Prefix{LogField::Source::RequestJson, QLatin1StringView("json.")},
    Prefix{LogField::Source::ResponseJson, QLatin1StringView("response-json.")},
};
constexpr QLatin1StringView AddressText{"address"};

QByteArray jsonIn(const QByteArray &body, const QString &path)
{
    const auto raw = jsonValueAt(body, path.split(u'.'));
    return raw ? jsonValueText(*raw).toUtf8() : QByteArray();
}

QByteArray valueOf(const LogField &field, const LogMessages &messages)
{
    switch (field.source) {
    case LogField::Source::RequestHeader:
        return headerValue(messages.requestHeaders, field.name.toLatin1());
    case LogField::Source::ResponseHeader:
        return headerValue(messages.responseHeaders, field.name.toLatin1());
    case LogField::Source::RequestJson:
        return jsonIn(messages.requestBody, field.name);
    case LogField::Source::ResponseJson:
        return jsonIn(messages.responseBody, field.name);
    case LogField::Source::RemoteAddress:
        return messages.remoteAddress.toUtf8();
    }
    Q_UNREACHABLE();
}

} // namespace

QString toText(const LogField &field)
{
    for (const Prefix &prefix : Prefixes) {
        if (prefix.source == field.source)
            return prefix.text + field.name;
    }
    return AddressText;
}

std::optional<LogField> logFieldFromText(const QString &text)
{
    if (text == AddressText)
        return LogField{LogField::Source::RemoteAddress, {}};
    for (const Prefix &prefix : Prefixes) {
        if (text.startsWith(prefix.text) && text.size() > prefix.text.size())
            return LogField{prefix.source, text.mid(prefix.text.size())};
    }
    return std::nullopt;
}

QByteArrayList valuesOf(const QList<LogField> &fields, const LogMessages &messages)
{
    QByteArrayList values;
    for (const LogField &field : fields)
        values.append(valueOf(field, messages));
    return values;
}

} // namespace Core

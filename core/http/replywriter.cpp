// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/replywriter.h"

#include "core/model/reasonphrase.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <iterator>

namespace Core::Http {

namespace {

constexpr std::array FramingFields{"Date", "Content-Length", "Transfer-Encoding", "Connection"};

bool hasField(const HeaderList &headers, const QByteArray &name)
{
    return std::any_of(headers.begin(), headers.end(), [&name](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool isWritable(const Header &header)
{
    const bool isOurs = std::any_of(FramingFields.begin(), FramingFields.end(), [&](auto name) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    const bool isOneLine = std::none_of(header.value.begin(), header.value.end(),
                                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    return !isOurs && isOneLine && isToken(header.name);
}

/// The fixed form that HTTP wants: "Sun, 22 Nov 2026 01:42:36 GMT".
QByteArray httpDate(Time now)
{
    const auto utc
        = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), QTimeZone::utc());
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1();
}

void appendField(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

void appendFraming(QByteArray &head, const Reply &reply, const ReplyFraming &framing)
{
    if (allowsBody(reply.status)) {
        if (framing.bodyEnd == BodyEnd::Length)
            appendField(head, "Content-Length", QByteArray::number(reply.body.size()));
        else if (framing.bodyEnd == BodyEnd::Chunks)
            appendField(head, "Transfer-Encoding", "chunked");
    }
    if (framing.closes)
        appendField(head, "Connection", "close");
    else if (!framing.isHttp11)
        appendField(head, "Connection", "keep-alive");
}

} // namespace

bool allowsBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

QByteArray replyHead(const Reply &reply, const HeaderList &defaults, Time now,
                     const ReplyFraming &framing)
{
    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 " + QByteArray::number(reply.status) + ' '
        + reasonPhrase(reply.status).toLatin1();
    head += "\r\n";
    appendField(head, "Date", httpDate(now));
    HeaderList fields = reply.headers;
    if (!reply.contentType.isEmpty())
        fields.prepend({"Content-Type", reply.contentType});
    std::copy_if(defaults.begin(), defaults.end(), std::back_inserter(fields),
                 [&](const Header &field) { return !hasField(reply.headers, field.name); });
    for (const Header &field : std::as_const(fields)) {
        if (isWritable(field))
            appendField(head, field.name, field.value);
    }
    appendFraming(head, reply, framing);
    head += "\r\n";
    return head;
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace Core::Http

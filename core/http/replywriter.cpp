// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/replywriter.h"

#include "core/http/requesthead.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <iterator>

namespace Core::Http {

namespace {

struct StatusName
{
    int status;
    const char *name;
};

constexpr std::array StatusNames{
    StatusName{200, "OK"},
    StatusName{201, "Created"},
    StatusName{202, "Accepted"},
    StatusName{203, "Non-Authoritative Information"},
    StatusName{204, "No Content"},
    StatusName{205, "Reset Content"},
    StatusName{206, "Partial Content"},
    StatusName{300, "Multiple Choices"},
    StatusName{301, "Moved Permanently"},
    StatusName{302, "Found"},
    StatusName{303, "See Other"},
    StatusName{304, "Not Modified"},
    StatusName{307, "Temporary Redirect"},
    StatusName{308, "Permanent Redirect"},
    StatusName{400, "Bad Request"},
    StatusName{401, "Unauthorized"},
    StatusName{402, "Payment Required"},
    StatusName{403, "Forbidden"},
    StatusName{404, "Not Found"},
    StatusName{405, "Method Not Allowed"},
    StatusName{406, "Not Acceptable"},
    StatusName{407, "Proxy Authentication Required"},
    StatusName{408, "Request Timeout"},
    StatusName{409, "Conflict"},
    StatusName{410, "Gone"},
    StatusName{411, "Length Required"},
    StatusName{412, "Precondition Failed"},
    StatusName{413, "Content Too Large"},
    StatusName{414, "URI Too Long"},
    StatusName{415, "Unsupported Media Type"},
    StatusName{416, "Range Not Satisfiable"},
    StatusName{417, "Expectation Failed"},
    StatusName{421, "Misdirected Request"},
    StatusName{422, "Unprocessable Content"},
    StatusName{425, "Too Early"},
    StatusName{426, "Upgrade Required"},
    StatusName{428, "Precondition Required"},
    StatusName{429, "Too Many Requests"},
    StatusName{431, "Request Header Fields Too Large"},
    StatusName{451, "Unavailable For Legal Reasons"},
    StatusName{500, "Internal Server Error"},
    StatusName{501, "Not Implemented"},
    StatusName{502, "Bad Gateway"},
    StatusName{503, "Service Unavailable"},
    StatusName{504, "Gateway Timeout"},
    StatusName{505, "HTTP Version Not Supported"},
    StatusName{507, "Insufficient Storage"},
    StatusName{511, "Network Authentication Required"},
};

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

QByteArray reasonPhrase(int status)
{
    const auto *found
        = std::lower_bound(StatusNames.begin(), StatusNames.end(), status,
                           [](const StatusName &name, int wanted) { return name.status < wanted; });
    return found != StatusNames.end() && found->status == status ? found->name : QByteArray();
}

bool allowsBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

QByteArray replyHead(const Reply &reply, const HeaderList &defaults, Time now,
                     const ReplyFraming &framing)
{
    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonPhrase(reply.status);
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

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/gate.h"

#include "core/http/problem.h"

#include <algorithm>
#include <array>

namespace Core {

namespace {

Http::Reply refusal(int status, const QString &detail, const QString &field, const QString &hint)
{
    Http::Reply reply = Http::problemReply(status, detail, field, hint);
    reply.closes = true;
    return reply;
}

/// POST /events/{type} takes any type of body.
bool takesAnyType(const Http::Request &request)
{
    static constexpr QByteArrayView Prefix{"/events/"};
    return request.method == "POST" && request.rawPath.startsWith(Prefix)
        && request.rawPath.size() > Prefix.size();
}

/// What a browser sends to another site without asking that site first.
bool isSentUnasked(const QByteArray &type)
{
    static constexpr std::array<QByteArrayView, 4> Types{
        "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"};
    return std::find(Types.begin(), Types.end(), type) != Types.end();
}

std::optional<Http::Reply> judgeBrowser(const Http::Request &request)
{
    if (!headerValue(request.headers, "Origin").isNull())
        return refusal(403, QStringLiteral("A web page may not call this interface."),
                       QStringLiteral("Origin"),
                       QStringLiteral("Call it from a program or with curl, without Origin."));
    const auto isFromAPage = [](const Header &header) {
        return header.name.compare("Sec-Fetch-Site", Qt::CaseInsensitive) == 0
            && header.value != "none";
    };
    if (std::any_of(request.headers.begin(), request.headers.end(), isFromAPage))
        return refusal(403, QStringLiteral("A web page may not call this interface."),
                       QStringLiteral("Sec-Fetch-Site"),
                       QStringLiteral("Call it from a program or with curl."));
    return std::nullopt;
}

std::optional<Http::Reply> judgeBody(const Http::Request &request)
{
    if (request.body.isEmpty())
        return std::nullopt;
    if (headerCount(request.headers, "Content-Type") > 1)
        return refusal(415, QStringLiteral("The body has two content types."),
                       QStringLiteral("Content-Type"), QStringLiteral("Send one of them."));
    const QByteArray encoding = headerValue(request.headers, "Content-Encoding");
    if (!encoding.isEmpty() && encoding.toLower() != "identity")
        return refusal(415, QStringLiteral("A body that is encoded is not taken."),
                       QStringLiteral("Content-Encoding"),
                       QStringLiteral("Send it as it is, without Content-Encoding."));
    const QByteArray type = mediaType(request);
    if (takesAnyType(request)) {
        if (!isSentUnasked(type))
            return std::nullopt;
        return refusal(415,
                       type.isEmpty()
                           ? QStringLiteral("The body has no content type.")
                           : QStringLiteral("A body of %1 is not taken, since any web page could "
                                            "send one.")
                                 .arg(QString::fromLatin1(type)),
                       QStringLiteral("Content-Type"),
                       QStringLiteral("Name another type, for example --header 'content-type: "
                                      "application/octet-stream'."));
    }
    const bool isManyEvents = type == NdjsonType && request.rawPath == "/events";
    if (type == "application/json" || isManyEvents)
        return std::nullopt;
    return refusal(415, QStringLiteral("The body is not announced as JSON."),
                   QStringLiteral("Content-Type"),
                   QStringLiteral("Add --header 'content-type: application/json' to curl."));
}

} // namespace

QByteArray mediaType(const Http::Request &request)
{
    const QByteArray field = headerValue(request.headers, "Content-Type");
    return field.split(';').first().trimmed().toLower();
}

QStringList loopbackHosts()
{
    return {QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("[::1]")};
}

Gate::Gate(QStringList hosts, quint16 port)
{
    for (const QString &host : std::as_const(hosts))
        m_authorities.append(host.toLower().toLatin1() + ':' + QByteArray::number(port));
}

std::optional<Http::Reply> Gate::judgeHost(const Http::Request &request) const
{
    const qsizetype count = headerCount(request.headers, "Host");
    const QByteArray host = headerValue(request.headers, "Host").toLower();
    if (count == 1 && m_authorities.contains(host))
        return std::nullopt;
    return refusal(
        421,
        count == 1 ? QStringLiteral("This interface is not called by that host name.")
                   : QStringLiteral("A request needs exactly one Host field."),
        QStringLiteral("Host"),
        QStringLiteral("Use http://%1.").arg(QString::fromLatin1(m_authorities.value(0))));
}

std::optional<Http::Reply> Gate::judge(const Http::Request &request) const
{
    if (auto refused = judgeHost(request))
        return refused;
    if (auto refused = judgeBrowser(request))
        return refused;
    return judgeBody(request);
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/har.h"

#include "core/base/utf8.h"
#include "core/model/reasonphrase.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

namespace Core {

namespace {

constexpr int NotKnown = -1;

QJsonArray pairs(const HeaderList &headers)
{
    QJsonArray list;
    for (const Header &header : headers)
        list.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(header.name)},
                                {QStringLiteral("value"), QString::fromLatin1(header.value)}});
    return list;
}

QJsonArray queryPairs(const QString &url)
{
    QJsonArray list;
    const QUrlQuery query(QUrl(url).query(QUrl::FullyEncoded));
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        list.append(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("value"), value}});
    return list;
}

/// Adds \a body as text, or in base64 when it is none; never changed.
void insertBody(QJsonObject &object, const QByteArray &body)
{
    const std::optional<QString> text = textOfUtf8(body);
    object.insert(QStringLiteral("text"), text.value_or(QString::fromLatin1(body.toBase64())));
    if (!text)
        object.insert(QStringLiteral("encoding"), QStringLiteral("base64"));
}

QJsonObject messageOf(const HeaderList &headers, qint64 bodySize)
{
    return {{QStringLiteral("httpVersion"), QStringLiteral("HTTP/1.1")},
            {QStringLiteral("cookies"), QJsonArray()},
            {QStringLiteral("headers"), pairs(headers)},
            {QStringLiteral("headersSize"), NotKnown},
            {QStringLiteral("bodySize"), bodySize}};
}

QJsonObject requestOf(const QString &method, const QString &url, const HeaderList &headers,
                      const QByteArray &body)
{
    QJsonObject request = messageOf(headers, body.size());
    request.insert(QStringLiteral("method"), method);
    request.insert(QStringLiteral("url"), url);
    request.insert(QStringLiteral("queryString"), queryPairs(url));
    if (!body.isEmpty()) {
        QJsonObject data{{QStringLiteral("mimeType"),
                          QString::fromLatin1(headerValue(headers, "Content-Type"))}};
        insertBody(data, body);
        request.insert(QStringLiteral("postData"), data);
    }
    return request;
}

QJsonObject responseOf(int status, const HeaderList &headers, const QByteArray &body, qint64 size)
{
    QJsonObject content{
        {QStringLiteral("size"), size},
        {QStringLiteral("mimeType"), QString::fromLatin1(headerValue(headers, "Content-Type"))}};
    insertBody(content, body);
    QJsonObject response = messageOf(headers, size);
    response.insert(QStringLiteral("status"), status);
    response.insert(QStringLiteral("statusText"), reasonPhrase(status));
    response.insert(QStringLiteral("content"), content);
    response.insert(QStringLiteral("redirectURL"),
                    QString::fromLatin1(headerValue(headers, "Location")));
    return response;
}

double milliseconds(const std::optional<Microseconds> &span, double ifNone)
{
    return span ? static_cast<double>(span->count()) / 1000.0 : ifNone;
}

/// A time of which there is none counts as not known.
std::optional<Microseconds> ifAny(Microseconds span)
{
    return span > Microseconds{0} ? std::optional(span) : std::nullopt;
}

QJsonObject timingsOf(const Timings &timings)
{
    // By that standard the time of TLS is part of that of connecting.
    std::optional<Microseconds> connect = timings.connect;
    if (timings.tls)
        connect = connect.value_or(Microseconds{0}) + *timings.tls;
    return {{QStringLiteral("blocked"), milliseconds(ifAny(unexplained(timings)), NotKnown)},
            {QStringLiteral("dns"), milliseconds(timings.lookUp, NotKnown)},
            {QStringLiteral("connect"), milliseconds(connect, NotKnown)},
            {QStringLiteral("ssl"), milliseconds(timings.tls, NotKnown)},
            {QStringLiteral("send"), milliseconds(timings.send, 0)},
            {QStringLiteral("wait"), milliseconds(timings.wait, 0)},
            {QStringLiteral("receive"), milliseconds(timings.receive, 0)}};
}

/// What the phases of timingsOf() add up to, as that standard asks; TLS is in connecting.
double sumOf(const Timings &timings)
{
    Microseconds sum = unexplained(timings);
    for (const auto &phase : {timings.lookUp, timings.connect, timings.tls, timings.send,
                              timings.wait, timings.receive})
        sum += phase.value_or(Microseconds{0});
    return milliseconds(sum, 0);
}

/// The address of \a endpoint: without its port, and the brackets of IPv6.
QString addressIn(const QString &endpoint)
{
    return QUrl(QStringLiteral("//") + endpoint).host();
}

QJsonObject entryOf(Time startedAt, const QJsonObject &request, const QJsonObject &response,
                    const Timings &timings)
{
    return {{QStringLiteral("startedDateTime"), toIso(startedAt)},
            {QStringLiteral("time"), sumOf(timings)},
            {QStringLiteral("request"), request},
            {QStringLiteral("response"), response},
            {QStringLiteral("cache"), QJsonObject()},
            {QStringLiteral("timings"), timingsOf(timings)}};
}

QJsonObject toHar(const AttemptRecord &record)
{
    const Attempt &attempt = record.attempt;
    const Transcript &transcript = record.transcript;
    QJsonObject entry = entryOf(attempt.startedAt,
                                requestOf(QStringLiteral("POST"), transcript.url,
                                          transcript.requestHeaders, record.requestBody),
                                responseOf(attempt.status, transcript.responseHeaders,
                                           transcript.responseBody, attempt.responseBytes),
                                timesSpent(attempt));
    if (!transcript.remoteAddress.isEmpty())
        entry.insert(QStringLiteral("serverIPAddress"), addressIn(transcript.remoteAddress));
    QStringList remarks;
    if (!attempt.error.isEmpty())
        remarks.append(attempt.error);
    if (!attempt.note.isEmpty())
        remarks.append(attempt.note);
    if (!remarks.isEmpty())
        entry.insert(QStringLiteral("comment"), remarks.join(u'\n'));
    return entry;
}

QJsonObject toHar(const CaptureRecord &record)
{
    const Capture &capture = record.capture;
    const QString url = QStringLiteral("http://")
        + QString::fromLatin1(headerValue(record.headers, "Host"))
        + QString::fromUtf8(capture.target);
    QJsonObject entry
        = entryOf(capture.receivedAt,
                  requestOf(QString::fromLatin1(capture.method), url, record.headers, record.body),
                  responseOf(capture.status, {}, {}, 0), {});
    if (!capture.note.isEmpty())
        entry.insert(QStringLiteral("comment"), capture.note);
    return entry;
}

} // namespace

QJsonObject toHar(const ExportRow &row)
{
    return row.attempt ? toHar(*row.attempt) : toHar(*row.capture);
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpcall.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

namespace {

constexpr int LongestWaitMs = 20'000;

} // namespace

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

HttpAnswer httpCall(const QByteArray &method, const QString &url, const QByteArray &body,
                    const Core::HeaderList &headers)
{
    QNetworkAccessManager manager;
    QNetworkRequest request{QUrl(url)};
    if (!body.isEmpty() && Core::headerValue(headers, "Content-Type").isNull())
        request.setRawHeader("Content-Type", "application/json");
    for (const Core::Header &header : headers)
        request.setRawHeader(header.name, header.value);
    QNetworkReply *const reply = manager.sendCustomRequest(request, method, body);
    HttpAnswer answer;
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, LongestWaitMs))
        return answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    const auto pairs = reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        answer.headers.append({name, value});
    delete reply;
    return answer;
}

QByteArray rawCall(const QString &url, const QByteArray &bytes)
{
    const QUrl parsed(url);
    QTcpSocket socket;
    socket.connectToHost(parsed.host(), static_cast<quint16>(parsed.port()));
    if (!QTest::qWaitFor([&] { return socket.state() == QTcpSocket::ConnectedState; },
                         LongestWaitMs))
        return {};
    socket.write(bytes);
    const bool isClosed = QTest::qWaitFor(
        [&] { return socket.state() == QTcpSocket::UnconnectedState; }, LongestWaitMs);
    return isClosed ? socket.readAll() : QByteArray();
}

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicalls.h"

QByteArray registration(const QString &name, const QString &url, const QByteArray &more)
{
    return R"({"name": ")" + name.toUtf8() + R"(", "destination": ")" + url.toUtf8() + '"' + more
        + '}';
}

QString registerDestination(const Program &program, const QString &url, const QByteArray &more)
{
    const HttpAnswer answer = httpCall("POST", program.apiUrl(QStringLiteral("/webhooks")),
                                       registration(QStringLiteral("joe"), url, more));
    return answer.status == 201 ? answer.json().value(QStringLiteral("id")).toString() : QString();
}

QJsonObject publish(const Program &program, const QByteArray &data)
{
    const HttpAnswer answer = httpCall("POST", program.apiUrl(QStringLiteral("/events")),
                                       R"({"type":"invoice.paid","data":)" + data + '}');
    return answer.status == 202 ? answer.json() : QJsonObject();
}

QString firstDelivery(const QJsonObject &published)
{
    return published.value(QStringLiteral("deliveries"))
        .toArray()
        .at(0)[QStringLiteral("id")]
        .toString();
}

QJsonObject show(const Program &program, const QString &path)
{
    return httpCall("GET", program.apiUrl(path)).json();
}

QString deliveryState(const Program &program, const QString &id)
{
    return show(program, QStringLiteral("/deliveries/") + id)
        .value(QStringLiteral("state"))
        .toString();
}

QJsonArray attemptsOf(const Program &program, const QString &deliveryId)
{
    return show(program, QStringLiteral("/deliveries/") + deliveryId)
        .value(QStringLiteral("attempts"))
        .toArray();
}

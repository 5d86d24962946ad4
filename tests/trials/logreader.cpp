// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/logreader.h"

#include "core/model/rowjson.h"
#include "tests/support/httpcall.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Core {

namespace {

const QString Deliveries = QStringLiteral("/deliveries");
const QString Attempts = QStringLiteral("/attempts");

struct Page
{
    QJsonArray rows;
    QString next; ///< empty after the last one
};

QString textOf(const QJsonObject &object, QLatin1StringView member)
{
    return object.value(member).toString();
}

Page readPage(const QString &url, const QString &after)
{
    const QString cursor = after.isEmpty() ? QString() : QStringLiteral("&after=") + after;
    const QJsonObject page = httpCall("GET", url + QStringLiteral("?limit=1000") + cursor).json();
    return {page.value(QStringLiteral("data")).toArray(), textOf(page, QLatin1StringView("next"))};
}

QJsonArray readAll(const QString &url)
{
    Page page = readPage(url, {});
    QJsonArray all = page.rows;
    while (!page.next.isEmpty()) {
        page = readPage(url, page.next);
        for (const QJsonValue row : page.rows)
            all.append(row);
    }
    return all;
}

LoggedDelivery toDelivery(const QJsonObject &row)
{
    return {textOf(row, QLatin1StringView("id")), textOf(row, QLatin1StringView("event")),
            textOf(row, QLatin1StringView("state")), textOf(row, QLatin1StringView("resendOf")),
            textOf(row, QLatin1StringView("destination"))};
}

LoggedAttempt toAttempt(const QJsonObject &row)
{
    LoggedAttempt attempt;
    attempt.id = textOf(row, QLatin1StringView("id"));
    attempt.delivery = textOf(row, QLatin1StringView("delivery"));
    attempt.number = row.value(QStringLiteral("number")).toInt();
    attempt.outcome = textOf(row, QLatin1StringView("outcome"));
    attempt.status = row.value(QStringLiteral("status")).toInt();
    attempt.isHeartbeat = textOf(row, QLatin1StringView("kind")) == toString(EventKind::Heartbeat);
    attempt.text = QJsonDocument(row).toJson(QJsonDocument::Compact);
    return attempt;
}

/// Its description and its patterns, as a Steward writes them down.
QString settingsOf(const QJsonObject &row)
{
    QString settings = row.value(QStringLiteral("description")).toString();
    const QJsonArray patterns = row.value(QStringLiteral("events")).toArray();
    for (const QJsonValue pattern : patterns)
        settings += u' ' + pattern.toString();
    return settings;
}

template<typename Read>
auto readRows(const QJsonArray &rows, Read read)
{
    QList<decltype(read(QJsonObject()))> list;
    list.reserve(rows.size());
    for (const QJsonValue row : rows)
        list.append(read(row.toObject()));
    return list;
}

} // namespace

QStringList readDestinations(const QString &apiUrl)
{
    return readRows(readAll(apiUrl + QStringLiteral("/webhooks")),
                    [](const QJsonObject &row) { return textOf(row, QLatin1StringView("id")); });
}

TrialLook lookAtDestinations(const QString &apiUrl)
{
    TrialLook look;
    const QJsonArray rows = readAll(apiUrl + QStringLiteral("/webhooks"));
    for (const QJsonValue row : rows) {
        look.values.insert({row[QStringLiteral("id")].toString(), StateMember},
                           row[StateMember].toString());
        look.values.insert({row[QStringLiteral("name")].toString(), SettingsMember},
                           settingsOf(row.toObject()));
    }
    return look;
}

QList<LoggedDelivery> readDeliveries(const QString &apiUrl)
{
    return readRows(readAll(apiUrl + Deliveries), toDelivery);
}

QList<LoggedAttempt> readAttempts(const QString &apiUrl)
{
    return readRows(readAll(apiUrl + Attempts), toAttempt);
}

QList<LoggedAttempt> readNewestAttempts(const QString &apiUrl)
{
    return readRows(readPage(apiUrl + Attempts, {}).rows, toAttempt);
}

int unfinishedCount(const QString &apiUrl)
{
    const QString url = apiUrl + QStringLiteral("/webhooks");
    if (httpCall("GET", url).status != 200)
        return -1;
    int count = 0;
    const QJsonArray destinations = readAll(url);
    for (const QJsonValue destination : destinations)
        count += destination[QStringLiteral("waiting")].toInt()
            + destination[QStringLiteral("inFlight")].toInt();
    return count;
}

QStringList whatWaits(const QString &apiUrl)
{
    QStringList lines;
    const QJsonArray destinations = readAll(apiUrl + QStringLiteral("/webhooks"));
    for (const QJsonValue row : destinations) {
        const QJsonObject destination = row.toObject();
        const int waiting = destination.value(QStringLiteral("waiting")).toInt();
        const int inFlight = destination.value(QStringLiteral("inFlight")).toInt();
        if (waiting + inFlight == 0)
            continue;
        lines.append(QStringLiteral("%1, %2: %3 wait, %4 in flight, breaker %5, next probe %6")
                         .arg(textOf(destination, QLatin1StringView("name")),
                              textOf(destination, QLatin1StringView("state")))
                         .arg(waiting)
                         .arg(inFlight)
                         .arg(textOf(destination, QLatin1StringView("breaker")),
                              textOf(destination, QLatin1StringView("nextProbeAt"))));
    }
    return lines;
}

} // namespace Core

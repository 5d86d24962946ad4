// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace {

QString toLine(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString withoutQuery(const QString &url)
{
    return url.section(u'?', 0, 0);
}

} // namespace

QString readyLine(const Core::EngineStatus &status, bool isJson)
{
    const QString url = status.apiUrl + QStringLiteral("/webhooks");
    if (isJson)
        return toLine({{QStringLiteral("message"), QStringLiteral("ready")},
                       {QStringLiteral("webhooks"), url},
                       {QStringLiteral("bins"), status.binUrl}});
    return QStringLiteral("Create webhooks on %1").arg(url);
}

QString leftOutLine(qint64 lines)
{
    return toLine({{QStringLiteral("message"), QStringLiteral("left out")},
                   {QStringLiteral("lines"), lines}});
}

QString attemptLine(const Core::Attempt &attempt, bool isJson)
{
    const QString url = withoutQuery(attempt.url);
    if (isJson)
        return toLine(
            {{QStringLiteral("message"), QStringLiteral("attempt")},
             {QStringLiteral("id"), toString(attempt.id)},
             {QStringLiteral("startedAt"), Core::toIso(attempt.startedAt)},
             {QStringLiteral("name"), attempt.destinationName},
             {QStringLiteral("destination"), url},
             {QStringLiteral("event"), attempt.event.text},
             {QStringLiteral("type"), attempt.eventType},
             {QStringLiteral("number"), attempt.number},
             {QStringLiteral("status"),
              attempt.status == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(attempt.status)},
             {QStringLiteral("error"),
              attempt.error.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(attempt.error)}});
    if (attempt.status != 0)
        return QStringLiteral("Webhook to '%1' dispatched, response code: %2")
            .arg(url)
            .arg(attempt.status);
    if (attempt.failure == Core::Failure::NotSent)
        return QStringLiteral("Webhook to '%1' %2").arg(url, toWords(attempt));
    return QStringLiteral("Webhook to '%1' dispatched, failed: %2").arg(url, toWords(attempt));
}

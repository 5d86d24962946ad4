// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/replies.h"

#include "core/http/problem.h"

#include <QJsonDocument>

namespace Core {

namespace {

int statusOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return error.field.isEmpty() ? 400 : 422;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::StorageFull:
        return 507;
    case ErrorCode::Storage:
    case ErrorCode::Network:
        return 503;
    }
    Q_UNREACHABLE();
}

} // namespace

Http::Reply jsonReply(int status, const QJsonObject &object)
{
    Http::Reply reply;
    reply.status = status;
    reply.contentType = "application/json";
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    return reply;
}

Http::Reply listReply(const QJsonArray &data, const QString &next)
{
    return jsonReply(200,
                     {{QStringLiteral("data"), data},
                      {QStringLiteral("next"),
                       next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(next)}});
}

Http::Reply errorReply(const Error &error)
{
    return Http::problemReply(statusOf(error), error.sentence, error.field, error.hint);
}

Http::Reply queryErrorReply(const Error &error)
{
    return Http::problemReply(400, error.sentence, error.field, error.hint);
}

} // namespace Core

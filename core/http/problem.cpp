// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/problem.h"

#include "core/model/reasonphrase.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Core::Http {

Reply problemReply(int status, const QString &detail, const QString &field, const QString &hint)
{
    QJsonObject problem{
        {QStringLiteral("type"), QStringLiteral("about:blank")},
        {QStringLiteral("title"), reasonPhrase(status)},
        {QStringLiteral("status"), status},
        {QStringLiteral("detail"), detail},
    };
    if (!field.isEmpty())
        problem.insert(QStringLiteral("field"), field);
    if (!hint.isEmpty())
        problem.insert(QStringLiteral("hint"), hint);
    Reply reply;
    reply.status = status;
    reply.contentType = "application/problem+json";
    reply.body = QJsonDocument(problem).toJson(QJsonDocument::Compact) + '\n';
    reply.problem = {detail, field, hint};
    return reply;
}

} // namespace Core::Http

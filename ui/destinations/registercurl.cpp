// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/registercurl.h"

#include "core/model/destinationjson.h"
#include "core/model/redaction.h"
#include "ui/detail/shellquoting.h"

#include <QJsonDocument>

namespace Gui {

RegisterCurl curlToRegister(const Core::Destination &destination, const QString &apiUrl)
{
    Core::Destination told = destination;
    const auto secrets = told.headers.removeIf([](const Core::Header &header) {
        return Core::isMasked(header.name, Core::Sender::Ourselves);
    });
    const QJsonObject members = Core::changedMembers(Core::Destination(), told);
    const QByteArray body = QJsonDocument(members).toJson(QJsonDocument::Compact);
    const QString address = apiUrl + QLatin1StringView("/webhooks");
    const QString command = QStringLiteral("curl --request POST --url %1 \\\n"
                                           "     --header 'content-type: application/json' \\\n"
                                           "     --data ")
                                .arg(shellWord(address.toUtf8()))
        + shellWord(body);
    return {command, static_cast<int>(secrets)};
}

} // namespace Gui

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/registercommand.h"

namespace Gui {

QList<CallTool> callTools()
{
    return {CallTool::Curl, CallTool::HttPie, CallTool::Python, CallTool::JavaScript,
            CallTool::PowerShell};
}

QString nameOf(CallTool tool)
{
    switch (tool) {
    case CallTool::Curl:
        return QStringLiteral("curl");
    case CallTool::HttPie:
        return QStringLiteral("HTTPie");
    case CallTool::Python:
        return QStringLiteral("Python");
    case CallTool::JavaScript:
        return QStringLiteral("JavaScript");
    case CallTool::PowerShell:
        return QStringLiteral("PowerShell");
    }
    Q_UNREACHABLE();
}

QString demoBinUrl(const QString &binUrl)
{
    return binUrl + QLatin1StringView("/v1/webhooks/demo");
}

// The body is broken where JSON may have a line feed, so that each command fits beside its button.
QString commandToRegister(CallTool tool, const QString &apiUrl, const QString &binUrl)
{
    const QString place = apiUrl + QLatin1StringView("/webhooks");
    const QString demo = demoBinUrl(binUrl);
    switch (tool) {
    case CallTool::Curl:
        return QStringLiteral("curl --request POST --url %1 \\\n"
                              "     --header 'content-type: application/json' \\\n"
                              "     --data '{\"name\": \"joe\",\n"
                              "              \"destination\": \"%2\"}'")
            .arg(place, demo);
    case CallTool::HttPie:
        return QStringLiteral("http POST %1 \\\n"
                              "     name=joe \\\n"
                              "     destination=%2")
            .arg(place, demo);
    case CallTool::Python:
        return QStringLiteral("python3 -c 'from urllib.request import Request, urlopen\n"
                              "urlopen(Request(\"%1\", b\"\"\"{\"name\": \"joe\",\n"
                              "    \"destination\": \"%2\"}\"\"\",\n"
                              "    {\"content-type\": \"application/json\"}))'")
            .arg(place, demo);
    case CallTool::JavaScript:
        return QStringLiteral("node -e 'fetch(\"%1\", { method: \"POST\",\n"
                              "    headers: { \"content-type\": \"application/json\" },\n"
                              "    body: JSON.stringify({\"name\": \"joe\",\n"
                              "        \"destination\": \"%2\"}) })'")
            .arg(place, demo);
    case CallTool::PowerShell:
        return QStringLiteral("Invoke-RestMethod -Method Post -Uri %1 `\n"
                              "    -ContentType application/json `\n"
                              "    -Body '{\"name\": \"joe\",\n"
                              "            \"destination\": \"%2\"}'")
            .arg(place, demo);
    }
    Q_UNREACHABLE();
}

} // namespace Gui

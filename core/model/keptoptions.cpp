// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/keptoptions.h"

#include "core/model/optiontext.h"

namespace Core {

namespace {

Result<> unlessRefused(const auto &result)
{
    if (!result)
        return result.error();
    return {};
}

} // namespace

Result<> checkOption(const QString &name, const QString &text)
{
    if (name == u"port" || name == u"bin-port")
        return unlessRefused(readPort(name, text));
    if (name == u"heartbeat")
        return unlessRefused(readHeartbeat(name, text));
    if (name == u"max-in-flight")
        return unlessRefused(readInFlight(name, text));
    if (name == u"max-body")
        return unlessRefused(readBytes(name, text));
    if (name == u"keep-days")
        return unlessRefused(readAge(name, text));
    if (name == u"keep-attempts")
        return unlessRefused(readCount(name, text));
    if (name == u"keep-size")
        return unlessRefused(readSize(name, text));
    if (name == u"allow-destination")
        return unlessRefused(readSubnets(name, text.split(u',', Qt::SkipEmptyParts)));
    if (name != u"server")
        return invalid(name, QStringLiteral("%1 is no option that is kept").arg(name));
    if (text != u"true" && text != u"false")
        return invalid(name, QStringLiteral("server is neither true nor false: %1").arg(text));
    return {};
}

QStringList argumentsOf(const QMap<QString, QString> &values)
{
    QStringList arguments;
    for (const auto &[name, text] : values.asKeyValueRange()) {
        const QString argument = QStringLiteral("--") + name;
        if (name == u"server") {
            if (text == u"true")
                arguments.append(argument);
            continue;
        }
        const QStringList texts = name == u"allow-destination"
            ? text.split(u',', Qt::SkipEmptyParts)
            : QStringList{text};
        for (const QString &one : texts)
            arguments.append(argument + u'=' + one.trimmed());
    }
    return arguments;
}

} // namespace Core

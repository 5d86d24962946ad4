// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/members.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Core {

Result<QJsonValue> toValue(const JsonMember &member)
{
    QJsonParseError fault;
    const QJsonDocument wrapped
        = QJsonDocument::fromJson('[' + member.raw.toByteArray() + ']', &fault);
    if (fault.error != QJsonParseError::NoError)
        return invalid(
            member.name,
            QStringLiteral("%1 cannot be read: %2.").arg(member.name, fault.errorString()));
    return wrapped.array().at(0);
}

Result<QString> toText(const JsonMember &member)
{
    const auto value = toValue(member);
    if (!value)
        return value.error();
    if (!value->isString())
        return invalid(member.name, QStringLiteral("%1 is not a string.").arg(member.name));
    return value->toString();
}

Result<> readInto(QString &text, const JsonMember &member)
{
    const auto read = toText(member);
    if (!read)
        return read.error();
    text = *read;
    return {};
}

Error unknownMember(const QString &name, const QString &known)
{
    return invalid(name, QStringLiteral("\"%1\" is not known here.").arg(name),
                   QStringLiteral("Known members: %1.").arg(known));
}

} // namespace Core

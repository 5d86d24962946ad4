// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/members.h"

#include "core/base/duration.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

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

Result<> readInto(bool &truth, const JsonMember &member)
{
    if (member.raw != "true" && member.raw != "false")
        return invalid(member.name, QStringLiteral("%1 is not true or false.").arg(member.name));
    truth = member.raw == "true";
    return {};
}

Result<> readInto(Milliseconds &duration, const JsonMember &member)
{
    const auto value = toValue(member);
    const auto read = value ? durationFromString(value->toString()) : std::nullopt;
    if (!read)
        return invalid(member.name, QStringLiteral("%1 is not a duration.").arg(member.name),
                       QStringLiteral("Write it as \"5s\", \"30m\", \"24h\" or \"2d\"."));
    duration = *read;
    return {};
}

Result<> readOptional(const QByteArray &body, const MemberReaders &readers)
{
    if (body.isEmpty())
        return {};
    const auto members = jsonObjectMembers(body, Duplicates::Refused);
    if (!members)
        return members.error();
    for (const JsonMember &member : *members) {
        const auto reader
            = std::find_if(readers.begin(), readers.end(), [&member](const auto &candidate) {
                  return candidate.first == member.name;
              });
        if (reader == readers.end()) {
            QStringList known;
            for (const auto &[name, read] : readers)
                known.append(name);
            return unknownMember(member.name, known.join(QStringLiteral(", ")));
        }
        if (const auto read = reader->second(member); !read)
            return read.error();
    }
    return {};
}

Error unknownMember(const QString &name, const QString &known)
{
    return invalid(name, QStringLiteral("\"%1\" is not known here.").arg(name),
                   known.isEmpty() ? QStringLiteral("Leave the body out.")
                                   : QStringLiteral("Known members: %1.").arg(known));
}

} // namespace Core

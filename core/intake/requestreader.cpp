// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/requestreader.h"

#include "core/intake/members.h"
#include "core/model/destinationjson.h"
#include "core/model/secrets.h"

namespace Core {

namespace {

constexpr int LongestReason = 500;

/// Adds the member to those of a destination.
Result<> gather(const JsonMember &member, QJsonObject &members)
{
    const auto value = toValue(member);
    if (!value)
        return value.error();
    members.insert(member.name, *value);
    return {};
}

} // namespace

Result<AddDestination> readRegistration(const QByteArray &body, Time now)
{
    const auto members = jsonObjectMembers(body, Duplicates::Refused);
    if (!members)
        return members.error();
    AddDestination add;
    add.at = now;
    Destination &destination = add.registration.destination;
    destination.createdAt = now;
    QJsonObject named;
    QString secret;
    for (const JsonMember &member : *members) {
        Result<> read;
        if (member.name == u"secret") {
            read = readInto(secret, member);
        } else if (member.name == u"replace") {
            if (member.raw != "true" && member.raw != "false")
                return invalid(member.name, QStringLiteral("replace is not true or false."));
            add.replacesNamesakes = member.raw == "true";
        } else {
            read = gather(member, named);
        }
        if (!read)
            return read.error();
    }
    if (const auto read = destinationFromJson(named, destination); !read)
        return read.error();
    if (const auto judged = validate(destination); !judged)
        return judged.error();
    add.registration.secrets.current
        = secret.isNull() ? newSecret(destination.signature) : secret.toUtf8();
    if (const auto judged = validateSecret(destination.signature, add.registration.secrets.current);
        !judged)
        return judged.error();
    return add;
}

Result<ChangeDestination> readDestinationChange(const QByteArray &body, const Registration &current)
{
    const auto members = jsonObjectMembers(body, Duplicates::Refused);
    if (!members)
        return members.error();
    ChangeDestination change{current.destination.id, {}};
    for (const JsonMember &member : *members) {
        if (member.name == u"secret")
            return invalid(member.name, QStringLiteral("The secret cannot be changed by PATCH."),
                           QStringLiteral("Register the destination anew to give it another."));
        if (const auto read = gather(member, change.members); !read)
            return read.error();
    }
    Destination changed = current.destination;
    if (const auto read = destinationFromJson(change.members, changed); !read)
        return read.error();
    if (const auto judged = validate(changed); !judged)
        return judged.error();
    const bool changesSignature = changed.signature != current.destination.signature;
    if (changesSignature && !validateSecret(changed.signature, current.secrets.current))
        return invalid(QStringLiteral("signature"),
                       QStringLiteral("The destination's secret cannot sign by %1.")
                           .arg(toString(changed.signature)),
                       QStringLiteral("Register it anew with that signature."));
    return change;
}

Result<QString> readPauseReason(const QByteArray &body)
{
    if (body.isEmpty())
        return QString();
    const auto members = jsonObjectMembers(body, Duplicates::Refused);
    if (!members)
        return members.error();
    QString reason;
    for (const JsonMember &member : *members) {
        if (member.name != u"reason")
            return unknownMember(member.name, QStringLiteral("reason"));
        if (const auto read = readInto(reason, member); !read)
            return read.error();
    }
    if (reason.size() > LongestReason)
        return invalid(QStringLiteral("reason"),
                       QStringLiteral("The reason is longer than 500 characters."));
    return reason;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/requestreader.h"

#include "core/base/duration.h"
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
            read = readInto(add.replacesNamesakes, member);
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
    QString secret;
    for (const JsonMember &member : *members) {
        const auto read
            = member.name == u"secret" ? readInto(secret, member) : gather(member, change.members);
        if (!read)
            return read.error();
    }
    Destination changed = current.destination;
    if (const auto read = destinationFromJson(change.members, changed); !read)
        return read.error();
    if (const auto judged = validate(changed); !judged)
        return judged.error();
    if (!secret.isNull())
        change.secret = secret.toUtf8();
    const auto judged = validateSigning(current, changed.signature, change.secret);
    if (judged)
        return change;
    Error error = judged.error();
    if (!change.secret)
        error.hint = QStringLiteral("POST /webhooks/%1/rotate-secret with {\"signature\": \"%2\"} "
                                    "gives it both, a new secret and the signature.")
                         .arg(toString(changed.id), toString(changed.signature));
    return error;
}

Result<QString> readPauseReason(const QByteArray &body)
{
    QString reason;
    const auto read
        = readOptional(body, {{QStringLiteral("reason"), [&reason](const JsonMember &member) {
                                   return readInto(reason, member);
                               }}});
    if (!read)
        return read.error();
    if (reason.size() > LongestReason)
        return invalid(QStringLiteral("reason"),
                       QStringLiteral("The reason is longer than 500 characters."));
    return reason;
}

Result<> readNothing(const QByteArray &body)
{
    return readOptional(body, {});
}

Result<bool> readForce(const QByteArray &body)
{
    bool isForced = false;
    const auto read
        = readOptional(body, {{QStringLiteral("force"), [&isForced](const JsonMember &member) {
                                   return readInto(isForced, member);
                               }}});
    return read ? Result<bool>(isForced) : read.error();
}

Result<RecoveryRequest> readRecovery(const QByteArray &body, Time now)
{
    RecoveryRequest request;
    std::optional<Time> since;
    const auto readSince = [&since, now](const JsonMember &member) -> Result<> {
        const auto text = toText(member);
        since = text ? timeFromIso(*text) : std::nullopt;
        if (const auto ago = text ? durationFromString(*text) : std::nullopt)
            since = now - *ago;
        if (since)
            return {};
        return invalid(member.name, QStringLiteral("since is not a time."),
                       QStringLiteral("Write it as \"2026-01-31T12:00:00Z\", or \"2h\" "
                                      "for that long ago."));
    };
    const auto read
        = readOptional(body,
                       {{QStringLiteral("since"), readSince},
                        {QStringLiteral("dryRun"), [&request](const JsonMember &member) {
                             return readInto(request.isDryRun, member);
                         }}});
    if (!read)
        return read.error();
    if (!since)
        return invalid(QStringLiteral("since"), QStringLiteral("since is missing."),
                       QStringLiteral("Send {\"since\": \"2026-01-31T12:00:00Z\"} as "
                                      "application/json; what failed then or later goes again."));
    request.since = *since;
    return request;
}

Result<RotateSecret> readRotation(const QByteArray &body, const Destination &current, Time now)
{
    RotateSecret rotation{current.id, {}, now, DefaultOverlap, {}};
    QString secret;
    const auto readSignature = [&](const JsonMember &member) -> Result<> {
        QJsonObject named;
        Destination changed = current;
        auto result = gather(member, named);
        if (result)
            result = destinationFromJson(named, changed);
        rotation.signature = changed.signature;
        return result;
    };
    const auto read
        = readOptional(body,
                       {{QStringLiteral("secret"),
                         [&secret](const JsonMember &member) { return readInto(secret, member); }},
                        {QStringLiteral("signature"), readSignature},
                        {QStringLiteral("overlap"), [&rotation](const JsonMember &member) {
                             return readInto(rotation.overlap, member);
                         }}});
    if (!read)
        return read.error();
    if (const auto judged = validateOverlap(rotation.overlap); !judged)
        return judged.error();
    const SignatureScheme scheme = rotation.signature.value_or(current.signature);
    rotation.secret = secret.isNull() ? newSecret(scheme) : secret.toUtf8();
    if (const auto judged = validateSecret(scheme, rotation.secret); !judged)
        return judged.error();
    return rotation;
}

} // namespace Core

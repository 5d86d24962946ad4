// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/requestreader.h"

#include "core/base/jsontext.h"
#include "core/model/destinationjson.h"
#include "core/model/secrets.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

namespace {

constexpr int LongestReason = 500;
constexpr qsizetype MostTargets = 1000;

/// One member's value; an Error when it holds bytes that are not UTF-8.
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

/// Reads name and destination, and gathers what must be a setting.
Result<> readDestinationMember(const JsonMember &member, Destination &destination,
                               QJsonObject &settings)
{
    if (member.name == u"name")
        return readInto(destination.name, member);
    if (member.name == u"destination")
        return readInto(destination.url, member);
    const auto value = toValue(member);
    if (!value)
        return value.error();
    settings.insert(member.name, *value);
    return {};
}

/// The targets that "destinations" names, by id or by name.
Result<QList<DestinationId>> readTargets(const JsonMember &member, const Directory &directory)
{
    const auto value = toValue(member);
    if (!value)
        return value.error();
    const QJsonArray list = value->toArray();
    if (list.size() > MostTargets)
        return invalid(member.name, QStringLiteral("destinations names more than 1,000."));
    if (list.isEmpty())
        return invalid(member.name, QStringLiteral("destinations is not a list of ids or names."),
                       QStringLiteral("Leave it out to reach all that subscribed to the type."));
    QList<DestinationId> targets;
    for (const QJsonValue item : list) {
        const QString text = item.toString();
        const auto id = idFromString<DestinationKind>(text);
        const QList<DestinationId> found
            = id && directory.contains(*id) ? QList<DestinationId>{*id} : directory.named(text);
        if (found.isEmpty())
            return invalid(member.name,
                           QStringLiteral("No destination has the id or name \"%1\".").arg(text),
                           QStringLiteral("GET /webhooks lists them."));
        targets.append(found); // the store sends to nobody twice
    }
    return targets;
}

Result<> checkType(const QString &type)
{
    if (isEventType(type))
        return {};
    return invalid(
        QStringLiteral("type"),
        type.isEmpty() ? QStringLiteral("The type is missing.")
                       : QStringLiteral("\"%1\" is not an event type.").arg(type),
        QStringLiteral("Use letters, digits, _ and - in parts joined by full stops, such "
                       "as invoice.paid; up to 128 characters."));
}

/// What tells a repeated publication from another one under the same id.
QByteArray digestOf(const QString &type, const QByteArray &contentType, const QByteArray &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(type.toUtf8() + '\n' + contentType + '\n');
    hash.addData(body);
    return hash.result();
}

QByteArray envelope(const QString &type, Time now, QByteArrayView data)
{
    // A type needs no escape: its characters are none that JSON knows.
    return R"({"type":")" + type.toLatin1() + R"(","timestamp":")" + toIso(now).toLatin1()
        + R"(","data":)" + data.toByteArray() + '}';
}

NewEvent makeEvent(const QString &type, const QByteArray &contentType, const QByteArray &body,
                   Time now)
{
    NewEvent made;
    made.event.id = newEventId(now.time_since_epoch().count());
    made.event.type = type;
    made.event.contentType = contentType;
    made.event.body = body;
    made.event.bodyBytes = body.size();
    made.event.acceptedAt = now;
    return made;
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
    QJsonObject settings;
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
            read = readDestinationMember(member, destination, settings);
        }
        if (!read)
            return read.error();
    }
    if (const auto read = settingsFromJson(settings, destination); !read)
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

Result<Destination> readDestinationChange(const QByteArray &body, const Registration &current)
{
    const auto members = jsonObjectMembers(body, Duplicates::Refused);
    if (!members)
        return members.error();
    Destination changed = current.destination;
    QJsonObject settings;
    for (const JsonMember &member : *members) {
        if (member.name == u"secret")
            return invalid(member.name, QStringLiteral("The secret cannot be changed by PATCH."),
                           QStringLiteral("Register the destination anew to give it another."));
        if (const auto read = readDestinationMember(member, changed, settings); !read)
            return read.error();
    }
    if (const auto read = settingsFromJson(settings, changed); !read)
        return read.error();
    if (const auto judged = validate(changed); !judged)
        return judged.error();
    const bool changesSignature = changed.signature != current.destination.signature;
    if (changesSignature && !validateSecret(changed.signature, current.secrets.current))
        return invalid(QStringLiteral("signature"),
                       QStringLiteral("The destination's secret cannot sign by %1.")
                           .arg(toString(changed.signature)),
                       QStringLiteral("Register it anew with that signature."));
    return changed;
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

Result<NewEvent> readEvent(const QByteArray &body, const Directory &directory, Time now)
{
    const auto members = jsonObjectMembers(body, Duplicates::RefusedAtTop);
    if (!members)
        return members.error();
    QString type;
    QString id;
    QByteArrayView data;
    std::optional<QList<DestinationId>> targets;
    for (const JsonMember &member : *members) {
        Result<> read;
        if (member.name == u"type") {
            read = readInto(type, member);
        } else if (member.name == u"id") {
            read = readInto(id, member);
        } else if (member.name == u"data") {
            data = member.raw;
        } else if (member.name == u"destinations") {
            const auto named = readTargets(member, directory);
            if (!named)
                return named.error();
            targets = *named;
        } else {
            return unknownMember(member.name, QStringLiteral("type, data, id, destinations"));
        }
        if (!read)
            return read.error();
    }
    if (const auto checked = checkType(type); !checked)
        return checked.error();
    if (data.isNull())
        return invalid(QStringLiteral("data"), QStringLiteral("data is missing."),
                       QStringLiteral("Give any JSON value; it is delivered as it stands here."));
    if (!id.isNull() && !isEventId(id))
        return invalid(QStringLiteral("id"), QStringLiteral("The id is not an event id."),
                       QStringLiteral("Use 1 to 64 letters, digits, _ and -; no full stop."));
    NewEvent made = makeEvent(type, "application/json", envelope(type, now, data), now);
    if (!id.isNull())
        made.event.id.text = id;
    made.targets = targets ? *targets : directory.matching(type);
    made.digest = digestOf(type, {}, body);
    return made;
}

Result<NewEvent> readRawEvent(const QString &type, const QByteArray &contentType,
                              const QByteArray &body, const Directory &directory, Time now)
{
    if (const auto checked = checkType(type); !checked)
        return checked.error();
    NewEvent made = makeEvent(type, contentType, body, now);
    made.targets = directory.matching(type);
    made.digest = digestOf(type, contentType, body);
    return made;
}

NewEvent testEventFor(const Destination &destination, Time now)
{
    const QByteArray data
        = QJsonDocument(QJsonObject{{QStringLiteral("message"),
                                     QStringLiteral("This is a test from Hookpost.")},
                                    {QStringLiteral("destination"), destination.name}})
              .toJson(QJsonDocument::Compact);
    NewEvent made = makeEvent(TestType, "application/json", envelope(TestType, now, data), now);
    made.event.kind = EventKind::Test;
    made.targets = {destination.id};
    made.digest = digestOf(TestType, {}, made.event.body);
    return made;
}

} // namespace Core

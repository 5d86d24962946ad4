// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configurationtext.h"

#include "core/base/jsontext.h"
#include "core/model/destinationjson.h"
#include "core/model/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace Core {

namespace {

constexpr QLatin1StringView DataMember{"data"};
constexpr QLatin1StringView NextMember{"next"};
constexpr QLatin1StringView SecretMember{"secret"};

/// What GET /webhooks tells of a destination beyond what can be set.
constexpr std::array ToldMembers{
    QLatin1StringView("id"),        QLatin1StringView("state"),
    QLatin1StringView("mark"),      QLatin1StringView("pauseReason"),
    QLatin1StringView("origin"),    QLatin1StringView("failingSince"),
    QLatin1StringView("createdAt"), QLatin1StringView("waiting"),
    QLatin1StringView("inFlight"),  QLatin1StringView("failuresInARow"),
    QLatin1StringView("breaker"),   QLatin1StringView("nextProbeAt"),
    QLatin1StringView("heldUntil"), QLatin1StringView("lastAttempt"),
};

bool isCredential(const Header &header)
{
    return isMasked(header.name, Sender::Others);
}

QJsonObject toJson(const Registration &registration, bool includesSecrets)
{
    Destination destination = registration.destination;
    if (!includesSecrets)
        destination.headers.removeIf(isCredential);
    QJsonObject object = settingsToJson(destination);
    object.insert(QStringLiteral("name"), destination.name);
    object.insert(QStringLiteral("destination"), destination.url);
    if (includesSecrets)
        object.insert(SecretMember, QString::fromUtf8(registration.secrets.current));
    return object;
}

Error notAConfiguration(const QString &field, const QString &sentence)
{
    return invalid(field, sentence,
                   QStringLiteral("Expected is {\"data\": [...]}, as GET /webhooks answers, or one "
                                  "body of POST /webhooks."));
}

Result<QList<ConfigurationEntry>> entriesOf(const QJsonArray &list)
{
    QList<ConfigurationEntry> entries;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(DataMember).arg(i);
        if (!list.at(i).isObject())
            return notAConfiguration(place, QStringLiteral("%1 is not an object.").arg(place));
        entries.append({place, list.at(i).toObject()});
    }
    return entries;
}

bool hasHeader(const HeaderList &headers, const QByteArray &name)
{
    return std::any_of(headers.begin(), headers.end(), [&name](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QByteArray configurationText(const QList<Registration> &registrations, bool includesSecrets)
{
    QJsonArray data;
    for (const Registration &registration : registrations)
        data.append(toJson(registration, includesSecrets));
    return QJsonDocument(QJsonObject{{DataMember, data}}).toJson(QJsonDocument::Indented);
}

Result<QList<ConfigurationEntry>> readConfiguration(const QByteArray &text)
{
    // Tells the place of a fault, and of a repeated member, which the reader below passes over.
    if (const auto members = jsonObjectMembers(text, Duplicates::Refused); !members)
        return members.error();
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(text, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return notAConfiguration({}, QStringLiteral("The file holds bytes that are not UTF-8."));
    const QJsonValue data = object.value(DataMember);
    if (data.isUndefined())
        return QList<ConfigurationEntry>{{{}, object}};
    if (!data.isArray())
        return notAConfiguration(DataMember, QStringLiteral("data is not a list."));
    for (const QString &name : object.keys()) {
        if (name != DataMember && name != NextMember)
            return notAConfiguration(name, QStringLiteral("\"%1\" is not known here.").arg(name));
    }
    if (!object.value(NextMember).isNull() && !object.value(NextMember).isUndefined())
        return invalid(NextMember,
                       QStringLiteral("The list goes on in a page that the file does not hold."),
                       QStringLiteral("GET /webhooks?limit=1000 answers with more at once."));
    return entriesOf(data.toArray());
}

Result<WantedDestination> readEntry(const ConfigurationEntry &entry, const Destination &known)
{
    WantedDestination wanted{known, {}};
    QJsonObject members = entry.members;
    for (const QLatin1StringView told : ToldMembers)
        members.remove(told);
    const QJsonValue secret = members.take(SecretMember);
    if (!secret.isUndefined() && !secret.isString())
        return invalid(SecretMember, QStringLiteral("secret is not a string."));
    wanted.secret = secret.toString().toUtf8();
    if (const auto read = destinationFromJson(members, wanted.destination); !read)
        return read.error();
    for (const Header &header : known.headers) {
        if (isCredential(header) && !hasHeader(wanted.destination.headers, header.name))
            wanted.destination.headers.append(header);
    }
    if (const auto judged = validate(wanted.destination); !judged)
        return judged.error();
    return wanted;
}

Error placed(Error error, const ConfigurationEntry &entry)
{
    if (!entry.place.isEmpty() && !error.field.isEmpty())
        error.field = entry.place + u'.' + error.field;
    else if (error.field.isEmpty())
        error.field = entry.place;
    return error;
}

} // namespace Core

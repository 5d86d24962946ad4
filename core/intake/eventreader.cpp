// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/eventreader.h"

#include "core/intake/members.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

namespace {

constexpr qsizetype MostTargets = 1000;
constexpr qsizetype MostEvents = 10'000;
constexpr qsizetype MostDeliveries = 100'000; ///< of many events: what one transaction may hold

/// Whom "destinations" names, by id or by name.
Result<Audience> readAudience(const JsonMember &member, const Directory &directory)
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
    Audience audience;
    audience.likelySize = 0;
    for (const QJsonValue item : list) {
        if (!item.isString())
            return invalid(member.name, QStringLiteral("destinations holds what is no id or name."),
                           QStringLiteral("Write each of them as a string."));
        const QString text = item.toString();
        const auto id = idFromString<DestinationKind>(text);
        const bool isId = id && directory.contains(*id);
        const qsizetype found = isId ? 1 : directory.fanout().named(text).size();
        if (found == 0 && !audience.refusal)
            audience.refusal = invalid(
                member.name, QStringLiteral("No destination has the id or name \"%1\".").arg(text),
                QStringLiteral("GET /webhooks lists them."));
        if (isId)
            audience.ids.append(*id);
        else
            audience.names.append(text);
        audience.likelySize += found;
    }
    return audience;
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

Audience subscribersTo(const QString &type, const Directory &directory)
{
    return {{}, {}, true, directory.fanout().matching(type).size()};
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

Error atLine(qsizetype number, Error error)
{
    error.sentence = QStringLiteral("Line %1: %2").arg(number).arg(error.sentence);
    return error;
}

/// Where in a body the ids of its events stand: one may come again, but only for the same event.
class IdLines final
{
public:
    Result<> add(const NewEvent &event, qsizetype line)
    {
        const auto known = m_first.constFind(event.event.id.text);
        if (known == m_first.cend()) {
            m_first.insert(event.event.id.text, {line, event.digest});
            return {};
        }
        if (known->digest == event.digest)
            return {};
        return invalid(
            QStringLiteral("id"),
            QStringLiteral("Line %1: The id %2 stands for another event in line %3.")
                .arg(QString::number(line), event.event.id.text, QString::number(known->line)),
            QStringLiteral("Give each event an id of its own, or none."));
    }

private:
    struct First
    {
        qsizetype line = 0;
        QByteArray digest;
    };

    QHash<QString, First> m_first;
};

/// Takes the first line off \a rest, without its end.
QByteArrayView takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    const QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    return line;
}

} // namespace

Result<NewEvent> readEvent(const QByteArray &body, const Directory &directory, Time now)
{
    const auto members = jsonObjectMembers(body, Duplicates::RefusedAtTop);
    if (!members)
        return members.error();
    QString type;
    QString id;
    QByteArrayView data;
    std::optional<Audience> audience;
    for (const JsonMember &member : *members) {
        Result<> read;
        if (member.name == u"type") {
            read = readInto(type, member);
        } else if (member.name == u"id") {
            read = readInto(id, member);
        } else if (member.name == u"data") {
            data = member.raw;
        } else if (member.name == u"destinations") {
            const auto named = readAudience(member, directory);
            if (!named)
                return named.error();
            audience = *named;
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
    made.hasOwnId = !id.isNull();
    if (made.hasOwnId)
        made.event.id.text = id;
    made.audience = audience ? *audience : subscribersTo(type, directory);
    made.digest = digestOf(type, {}, body);
    return made;
}

Result<QList<NewEvent>> readEvents(const QByteArray &body, const Directory &directory, Time now)
{
    QList<NewEvent> events;
    IdLines ids;
    qsizetype deliveryCount = 0;
    qsizetype number = 0;
    for (QByteArrayView rest(body); !rest.isEmpty();) {
        ++number;
        const QByteArray line = takeLine(rest).trimmed().toByteArray();
        if (line.isEmpty())
            continue;
        auto event = readEvent(line, directory, now);
        if (!event)
            return atLine(number, event.error());
        if (event->audience.refusal)
            event->audience.refusal = atLine(number, *event->audience.refusal);
        if (events.size() == MostEvents)
            return invalid({}, QStringLiteral("The body holds more than 10,000 events."),
                           QStringLiteral("Send them in several requests."));
        deliveryCount += event->audience.likelySize;
        if (deliveryCount > MostDeliveries)
            return invalid({}, QStringLiteral("The events make more than 100,000 deliveries."),
                           QStringLiteral("Send them in several requests."));
        if (const auto added = ids.add(*event, number); !added)
            return added.error();
        events.append(*std::move(event));
    }
    if (events.isEmpty())
        return invalid({}, QStringLiteral("The body holds no event."),
                       QStringLiteral("Send one JSON object a line."));
    return events;
}

Result<NewEvent> readRawEvent(const QString &type, const QByteArray &contentType,
                              const QByteArray &body, const Directory &directory, Time now)
{
    if (const auto checked = checkType(type); !checked)
        return checked.error();
    NewEvent made = makeEvent(type, contentType, body, now);
    made.audience = subscribersTo(type, directory);
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
    made.audience.ids = {destination.id};
    made.digest = digestOf(TestType, {}, made.event.body);
    return made;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/views.h"

#include "core/model/destinationjson.h"

#include <QJsonArray>

namespace Core {

namespace {

QString wordFor(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return QStringLiteral("waiting");
    case DeliveryState::InFlight:
        return QStringLiteral("inFlight");
    case DeliveryState::Delivered:
        return QStringLiteral("delivered");
    case DeliveryState::Failed:
        return QStringLiteral("failed");
    case DeliveryState::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

QString wordFor(Origin origin)
{
    switch (origin) {
    case Origin::Api:
        return QStringLiteral("api");
    case Origin::Window:
        return QStringLiteral("window");
    case Origin::Import:
        return QStringLiteral("import");
    }
    Q_UNREACHABLE();
}

/// What of a destination is kept.
QJsonObject lastingJson(const Destination &destination)
{
    QJsonObject object = settingsToJson(destination);
    object.insert(QStringLiteral("id"), toString(destination.id));
    object.insert(QStringLiteral("name"), destination.name);
    object.insert(QStringLiteral("destination"), destination.url);
    object.insert(QStringLiteral("state"),
                  destination.state == DestinationState::Paused ? QStringLiteral("paused")
                                                                : QStringLiteral("active"));
    object.insert(QStringLiteral("pauseReason"), orNull(destination.pauseReason));
    object.insert(QStringLiteral("failingSince"), orNull(destination.failingSince));
    object.insert(QStringLiteral("mark"), orNull(destination.mark));
    object.insert(QStringLiteral("origin"), wordFor(destination.origin));
    object.insert(QStringLiteral("createdAt"), toIso(destination.createdAt));
    return object;
}

} // namespace

QJsonObject toJson(const DestinationStatus &status)
{
    QJsonObject object = lastingJson(status.destination);
    object.insert(QStringLiteral("waiting"), status.waiting);
    object.insert(QStringLiteral("inFlight"), status.inFlight);
    object.insert(QStringLiteral("failuresInARow"), status.failuresInARow);
    object.insert(QStringLiteral("breaker"),
                  status.probeAt ? QStringLiteral("open") : QStringLiteral("closed"));
    object.insert(QStringLiteral("nextProbeAt"), orNull(status.probeAt));
    object.insert(QStringLiteral("heldUntil"), orNull(status.heldUntil));
    object.insert(QStringLiteral("lastAttempt"),
                  status.lastAttempt ? QJsonValue(toJson(*status.lastAttempt))
                                     : QJsonValue(QJsonValue::Null));
    return object;
}

QJsonObject toJson(const Delivery &delivery)
{
    return {
        {QStringLiteral("id"), toString(delivery.id)},
        {QStringLiteral("destination"), toString(delivery.destination)},
        {QStringLiteral("state"), wordFor(delivery.state)},
        {QStringLiteral("dueAt"), toIso(delivery.dueAt)},
        {QStringLiteral("attemptCount"), delivery.attemptCount},
        {QStringLiteral("reason"), orNull(delivery.reason)},
    };
}

QJsonObject toListJson(const Delivery &delivery)
{
    QJsonObject object = toJson(delivery);
    object.insert(QStringLiteral("event"), delivery.event.text);
    object.insert(QStringLiteral("resendOf"), orNull(delivery.resendOf));
    return object;
}

QJsonObject toJson(const Event &event)
{
    return {
        {QStringLiteral("id"), event.id.text},
        {QStringLiteral("type"), event.type},
        {QStringLiteral("kind"), toString(event.kind)},
        {QStringLiteral("acceptedAt"), toIso(event.acceptedAt)},
        {QStringLiteral("contentType"), QString::fromLatin1(event.contentType)},
        {QStringLiteral("size"), event.bodyBytes},
    };
}

QJsonObject toJson(const EventRecord &record)
{
    QJsonArray deliveries;
    for (const Delivery &delivery : record.deliveries)
        deliveries.append(toJson(delivery));
    QJsonObject object = toJson(record.event);
    if (!record.event.headers.isEmpty())
        object.insert(QStringLiteral("headers"), headersToJson(record.event.headers));
    object.insert(QStringLiteral("deliveries"), deliveries);
    return object;
}

QJsonObject toJson(const DeliveryRecord &record)
{
    QJsonArray attempts;
    for (const Attempt &attempt : record.attempts)
        attempts.append(toJson(attempt));
    QJsonObject object = toJson(record.event);
    const QJsonObject delivery = toListJson(record.delivery);
    for (auto member = delivery.begin(); member != delivery.end(); ++member)
        object.insert(member.key(), member.value());
    object.insert(QStringLiteral("attempts"), attempts);
    return object;
}

} // namespace Core

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/factrows.h"

#include "core/model/destinationjson.h"
#include "core/store/storageerror.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

Result<Registration> readRegistration(Rows &rows)
{
    Registration registration;
    Destination &destination = registration.destination;
    const auto id = rows.take<DestinationId>();
    const auto name = rows.take<QString>();
    const auto url = rows.take<QString>();
    const auto settings = rows.take<QString>();
    const QJsonDocument json = QJsonDocument::fromJson(settings.toUtf8());
    if (!json.isObject() || !settingsFromJson(json.object(), destination))
        return storageError(QStringLiteral("the settings of %1 are damaged").arg(toString(id)));
    destination.id = id;
    destination.name = name;
    destination.url = url;
    Secrets &secrets = registration.secrets;
    rows >> secrets.current >> secrets.previous >> secrets.previousUntil >> destination.state
        >> destination.pauseReason >> destination.origin >> destination.createdAt
        >> destination.failingSince >> destination.mark;
    return registration;
}

Result<QList<Registration>> readRegistrations(Database &database)
{
    static const std::string sql
        = joined({"SELECT ", RegistrationColumns,
                  " FROM destinations n WHERE n.removed_at IS NULL ORDER BY n.id"});
    QList<Registration> registrations;
    Rows rows = database.select(sql);
    while (rows.next()) {
        auto registration = readRegistration(rows);
        if (!registration)
            return registration.error();
        registrations.append(*std::move(registration));
    }
    return database.settle(std::move(registrations));
}

Event readEvent(Rows &rows)
{
    Event event;
    rows >> event.id >> event.type >> event.contentType >> event.bodyBytes >> event.acceptedAt
        >> event.kind;
    event.headers = headersFromLines(rows.take<QByteArray>());
    return event;
}

Delivery readDelivery(Rows &rows)
{
    Delivery delivery;
    rows >> delivery.id >> delivery.event >> delivery.destination >> delivery.state
        >> delivery.createdAt >> delivery.dueAt >> delivery.attemptCount >> delivery.resendOf
        >> delivery.isResend >> delivery.reason;
    return delivery;
}

Attempt readAttempt(Rows &rows)
{
    Attempt attempt;
    rows >> attempt.id >> attempt.delivery >> attempt.destination >> attempt.event
        >> attempt.destinationName >> attempt.url >> attempt.eventType >> attempt.kind
        >> attempt.number >> attempt.startedAt >> attempt.outcome >> attempt.status
        >> attempt.failure >> attempt.phase >> attempt.error;
    Timings &timings = attempt.timings;
    rows >> timings.lookUp >> timings.connect >> timings.tls >> timings.send >> timings.wait
        >> timings.receive >> timings.total;
    rows >> attempt.requestBytes >> attempt.responseBytes >> attempt.isPinned >> attempt.note
        >> attempt.isResend >> attempt.deliveryState;
    return attempt;
}

Capture readCapture(Rows &rows)
{
    Capture capture;
    rows >> capture.id >> capture.bin >> capture.receivedAt >> capture.method >> capture.target
        >> capture.status >> capture.bodyBytes >> capture.remoteAddress >> capture.delivery
        >> capture.attemptNumber >> capture.isPinned >> capture.note;
    return capture;
}

QString settingsText(const Destination &destination)
{
    return QString::fromUtf8(
        QJsonDocument(settingsToJson(destination)).toJson(QJsonDocument::Compact));
}

} // namespace Core

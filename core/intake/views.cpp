// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/views.h"

#include "core/base/utf8.h"
#include "core/model/destinationjson.h"

#include <QJsonArray>

namespace Core {

namespace {

QString toString(DeliveryState state)
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

QString toString(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::InFlight:
        return QStringLiteral("inFlight");
    case AttemptOutcome::Delivered:
        return QStringLiteral("delivered");
    case AttemptOutcome::Failed:
        return QStringLiteral("failed");
    case AttemptOutcome::Temporary:
        return QStringLiteral("temporary");
    case AttemptOutcome::Interrupted:
        return QStringLiteral("interrupted");
    }
    Q_UNREACHABLE();
}

QJsonValue toJson(Phase phase)
{
    switch (phase) {
    case Phase::None:
        return QJsonValue::Null;
    case Phase::LookUp:
        return QStringLiteral("lookUp");
    case Phase::Connect:
        return QStringLiteral("connect");
    case Phase::Tls:
        return QStringLiteral("tls");
    case Phase::Send:
        return QStringLiteral("send");
    case Phase::Wait:
        return QStringLiteral("wait");
    case Phase::Headers:
        return QStringLiteral("headers");
    case Phase::Body:
        return QStringLiteral("body");
    }
    Q_UNREACHABLE();
}

QString toString(EventKind kind)
{
    switch (kind) {
    case EventKind::Published:
        return QStringLiteral("published");
    case EventKind::Test:
        return QStringLiteral("test");
    case EventKind::Heartbeat:
        return QStringLiteral("heartbeat");
    }
    Q_UNREACHABLE();
}

QString toString(Origin origin)
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

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const std::optional<Time> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue(QJsonValue::Null);
}

template<typename Kind>
QJsonValue orNull(Id<Kind> id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(toString(id));
}

double toMilliseconds(Microseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

QJsonValue orNull(const std::optional<Microseconds> &duration)
{
    return duration ? QJsonValue(toMilliseconds(*duration)) : QJsonValue(QJsonValue::Null);
}

QJsonObject phasesToJson(const Timings &timings)
{
    return {
        {QStringLiteral("lookUpMs"), orNull(timings.lookUp)},
        {QStringLiteral("connectMs"), orNull(timings.connect)},
        {QStringLiteral("tlsMs"), orNull(timings.tls)},
        {QStringLiteral("sendMs"), orNull(timings.send)},
        {QStringLiteral("waitMs"), orNull(timings.wait)},
        {QStringLiteral("receiveMs"), orNull(timings.receive)},
    };
}

/// Field values are bytes: most are UTF-8, and those that are not have always been Latin-1.
QString textOf(const QByteArray &value)
{
    return textOfUtf8(value).value_or(QString::fromLatin1(value));
}

QJsonArray headerList(const HeaderList &headers)
{
    QJsonArray list;
    for (const Header &header : headers)
        list.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(header.name)},
                                {QStringLiteral("value"), textOf(header.value)}});
    return list;
}

/// A body stands as text where it is UTF-8, else in base64; never changed.
void insertBody(QJsonObject &message, const QByteArray &body)
{
    if (const std::optional<QString> text = textOfUtf8(body))
        message.insert(QStringLiteral("body"), *text);
    else
        message.insert(QStringLiteral("bodyBase64"), QString::fromLatin1(body.toBase64()));
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
    object.insert(QStringLiteral("origin"), toString(destination.origin));
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
        {QStringLiteral("state"), toString(delivery.state)},
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

QJsonObject toJson(const Attempt &attempt)
{
    return {
        {QStringLiteral("id"), toString(attempt.id)},
        {QStringLiteral("delivery"), toString(attempt.delivery)},
        {QStringLiteral("destination"), toString(attempt.destination)},
        {QStringLiteral("event"), attempt.event.text},
        {QStringLiteral("type"), attempt.eventType},
        {QStringLiteral("kind"), toString(attempt.kind)},
        {QStringLiteral("number"), attempt.number},
        {QStringLiteral("startedAt"), toIso(attempt.startedAt)},
        {QStringLiteral("outcome"), toString(attempt.outcome)},
        {QStringLiteral("status"),
         attempt.status == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(attempt.status)},
        {QStringLiteral("error"), orNull(attempt.error)},
        {QStringLiteral("phase"), toJson(attempt.phase)},
        {QStringLiteral("durationMs"), orNull(durationOf(attempt))},
        {QStringLiteral("phases"), phasesToJson(attempt.timings)},
        {QStringLiteral("isPinned"), attempt.isPinned},
        {QStringLiteral("note"), orNull(attempt.note)},
    };
}

QJsonObject toJson(const AttemptRecord &record)
{
    const Transcript &transcript = record.transcript;
    QJsonObject request{
        {QStringLiteral("method"), QStringLiteral("POST")},
        {QStringLiteral("url"), transcript.url},
        {QStringLiteral("headers"), headerList(transcript.requestHeaders)},
    };
    insertBody(request, record.requestBody);
    QJsonObject response{
        {QStringLiteral("headers"), headerList(transcript.responseHeaders)},
        {QStringLiteral("size"), record.attempt.responseBytes},
        {QStringLiteral("isCut"), transcript.isResponseCut},
        {QStringLiteral("remoteAddress"), orNull(transcript.remoteAddress)},
    };
    insertBody(response, transcript.responseBody);
    QJsonObject object = toJson(record.attempt);
    object.insert(QStringLiteral("request"), request);
    object.insert(QStringLiteral("response"),
                  record.attempt.status == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(response));
    return object;
}

QJsonObject toJson(const CaptureRecord &record)
{
    const Capture &capture = record.capture;
    QJsonObject object{
        {QStringLiteral("id"), toString(capture.id)},
        {QStringLiteral("bin"), capture.bin},
        {QStringLiteral("receivedAt"), toIso(capture.receivedAt)},
        {QStringLiteral("method"), QString::fromLatin1(capture.method)},
        {QStringLiteral("target"), QString::fromLatin1(capture.target)},
        {QStringLiteral("status"), capture.status},
        {QStringLiteral("size"), capture.bodyBytes},
        {QStringLiteral("remoteAddress"), orNull(capture.remoteAddress)},
        {QStringLiteral("delivery"), orNull(capture.delivery)},
        {QStringLiteral("isPinned"), capture.isPinned},
        {QStringLiteral("note"), orNull(capture.note)},
        {QStringLiteral("headers"), headerList(record.headers)},
    };
    insertBody(object, record.body);
    return object;
}

} // namespace Core

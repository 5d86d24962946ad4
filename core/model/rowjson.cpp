// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/rowjson.h"

#include "core/base/utf8.h"

#include <QJsonArray>

namespace Core {

namespace {

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
void insertBodyMember(QJsonObject &message, const QByteArray &body)
{
    if (const std::optional<QString> text = textOfUtf8(body))
        message.insert(QStringLiteral("body"), *text);
    else
        message.insert(QStringLiteral("bodyBase64"), QString::fromLatin1(body.toBase64()));
}

} // namespace

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
    insertBodyMember(request, record.requestBody);
    QJsonObject response{
        {QStringLiteral("headers"), headerList(transcript.responseHeaders)},
        {QStringLiteral("size"), record.attempt.responseBytes},
        {QStringLiteral("isCut"), transcript.isResponseCut},
        {QStringLiteral("remoteAddress"), orNull(transcript.remoteAddress)},
    };
    insertBodyMember(response, transcript.responseBody);
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
    insertBodyMember(object, record.body);
    return object;
}

} // namespace Core

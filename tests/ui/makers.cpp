// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"

#include <QRegularExpression>
#include <QSettings>
#include <QTest>

using namespace Core;

namespace Testing {

namespace {

constexpr Time Start{Milliseconds{1'795'312'800'000}};

} // namespace

Attempt attempt(qint64 number, AttemptOutcome outcome, int status)
{
    Attempt attempt;
    attempt.id = AttemptId{number};
    attempt.delivery = DeliveryId{number};
    attempt.destination = DestinationId{1};
    attempt.event = EventId{QStringLiteral("evt_%1").arg(number)};
    attempt.destinationName = QStringLiteral("orders");
    attempt.url = QStringLiteral("https://shop.example/hooks/orders");
    attempt.eventType = QStringLiteral("invoice.paid");
    attempt.startedAt = Start + Milliseconds{number};
    attempt.outcome = outcome;
    attempt.status = status;
    if (outcome != AttemptOutcome::InFlight && status == 0) {
        attempt.failure = Failure::ConnectionRefused;
        attempt.phase = Phase::Connect;
    }
    attempt.timings.total = Microseconds{84'000};
    attempt.requestBytes = 312;
    attempt.responseBytes = 2;
    return attempt;
}

AttemptRecord recordOf(const Attempt &attempt)
{
    AttemptRecord record;
    record.attempt = attempt;
    record.requestBody = "{}";
    record.requestContentType = "application/json";
    return record;
}

Capture capture(qint64 number)
{
    Capture capture;
    capture.id = CaptureId{number};
    capture.bin = QStringLiteral("demo");
    capture.receivedAt = Start + Milliseconds{number};
    capture.method = "POST";
    capture.target = "/v1/webhooks/demo";
    capture.bodyBytes = 57;
    capture.remoteAddress = QStringLiteral("127.0.0.1");
    return capture;
}

DestinationStatus destination(qint64 number, const QString &name)
{
    DestinationStatus status;
    status.destination.id = DestinationId{number};
    status.destination.name = name;
    status.destination.url = QStringLiteral("https://shop.example/hooks/") + name;
    status.destination.createdAt = Start;
    status.lastAttempt = attempt(number, AttemptOutcome::Delivered, 200);
    status.recent = QList<AttemptOutcome>(12, AttemptOutcome::Delivered);
    return status;
}

DestinationStatus failing(qint64 number, const QString &name)
{
    DestinationStatus status = destination(number, name);
    status.failuresInARow = 1;
    status.lastAttempt = attempt(number, AttemptOutcome::Temporary, 503);
    return status;
}

QList<Destination> twoDestinations()
{
    Destination orders = destination(1, QStringLiteral("orders")).destination;
    orders.events = {QStringLiteral("order.*")};
    Destination all = destination(2, QStringLiteral("all")).destination;
    return {orders, all};
}

EngineStatus listeningEngine()
{
    EngineStatus status;
    status.apiUrl = QStringLiteral("http://localhost:8090");
    status.binUrl = QStringLiteral("http://localhost:8091");
    return status;
}

QStringList naughtyStrings()
{
    return {
        QStringLiteral("<b>bold</b>"),
        QStringLiteral("<img src=http://127.0.0.1:1/x>"),
        QStringLiteral("<a href=\"http://127.0.0.1:1/\">click</a>"),
        QStringLiteral("<table><tr><td>1</td></tr></table>"),
        QStringLiteral("&lt;script&gt;"),
        QStringLiteral("<!doctype html><html>"),
        QStringLiteral("two\nlines\tand a bell\a"),
        QStringLiteral("\u202egnp.exe"),
        QStringLiteral("zero\u200bwidth\u2066isolate\ufeff"),
        QStringLiteral("%1 %2 %n"),
        QStringLiteral("Z\u0351\u036b\u0343a\u0337\u0322l\u0334g\u0335o"),
        QString(5000, u'W'),
    };
}

std::unique_ptr<QSettings> settingsIn(const QTemporaryDir &folder)
{
    return std::make_unique<QSettings>(folder.filePath(QStringLiteral("window.ini")),
                                       QSettings::IniFormat);
}

void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support (propagateSizeHints|grabbing the keyboard|raise)\\b)")));
}

} // namespace Testing

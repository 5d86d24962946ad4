// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/samples.h"

#include "tests/ui/makers.h"

#include <QDateTime>

#include <array>

using namespace Core;

namespace Gallery {

namespace {

struct Receiver
{
    const char *name;
    const char *url;
    AttemptOutcome outcome;
    int status;
    Failure failure;
    const char *eventType;
};

constexpr std::array Receivers{
    Receiver{"orders", "https://shop.example/hooks/orders", AttemptOutcome::Delivered, 200,
             Failure::None, "order.created"},
    Receiver{"billing", "https://billing.example/v2/incoming/webhooks", AttemptOutcome::Temporary,
             503, Failure::None, "invoice.payment_failed"},
    Receiver{"joe", "http://localhost:8091/v1/webhooks/demo", AttemptOutcome::Delivered, 200,
             Failure::None, "hookpost.heartbeat"},
    Receiver{"legacy-crm", "http://10.0.4.17:8080/cgi-bin/hook.pl", AttemptOutcome::Failed, 404,
             Failure::None, "customer.updated"},
    Receiver{"warehouse", "http://127.0.0.1:2", AttemptOutcome::Temporary, 0,
             Failure::ConnectionRefused, "shipment.dispatched"},
    Receiver{"analytics", "https://events.analytics.example/ingest", AttemptOutcome::Delivered, 204,
             Failure::None, "order.created"},
    Receiver{"staging mirror of the whole shop, second cluster",
             "https://staging-mirror.shop.example/hooks", AttemptOutcome::Delivered, 202,
             Failure::None, "catalogue.product.price_changed"},
};

} // namespace

Time nowMinus(qint64 milliseconds)
{
    return Time{Milliseconds{QDateTime::currentMSecsSinceEpoch() - milliseconds}};
}

Attempt makeAttempt(int number, int rows)
{
    const auto &receiver = Receivers.at(static_cast<std::size_t>(number * 5 + number / 7) % 7);
    Attempt attempt = Testing::attempt(number, receiver.outcome, receiver.status);
    attempt.destination = DestinationId{&receiver - Receivers.data() + 1};
    attempt.destinationName = QString::fromUtf8(receiver.name);
    attempt.url = QString::fromUtf8(receiver.url);
    attempt.eventType = QString::fromUtf8(receiver.eventType);
    if (attempt.eventType == HeartbeatType)
        attempt.kind = EventKind::Heartbeat;
    attempt.failure = receiver.failure;
    attempt.phase = receiver.failure == Failure::None ? Phase::None : Phase::Connect;
    attempt.number = 1 + number % 4 / 3 * (number % 9);
    attempt.startedAt = nowMinus((rows - number) * qint64{137});
    attempt.timings.total = Microseconds{900 + number * qint64{7919} % 1'400'000};
    attempt.responseBytes = number * qint64{31} % 5000;
    if (number > rows - 3) {
        attempt.outcome = AttemptOutcome::InFlight;
        attempt.status = 0;
    }
    return attempt;
}

QList<DestinationStatus> makeDestinations()
{
    QList<DestinationStatus> statuses;
    for (std::size_t i = 0; i < Receivers.size(); ++i) {
        const Receiver &receiver = Receivers.at(i);
        DestinationStatus status
            = Testing::destination(static_cast<qint64>(i) + 1, QString::fromUtf8(receiver.name));
        status.destination.url = QString::fromUtf8(receiver.url);
        status.lastAttempt->outcome = receiver.outcome;
        status.lastAttempt->status = receiver.status;
        status.lastAttempt->failure = receiver.failure;
        status.lastAttempt->startedAt = nowMinus(static_cast<qint64>(i) * 2300);
        for (int k = 0; k < 20; ++k) {
            const bool isBad = receiver.outcome != AttemptOutcome::Delivered && k % 5 > 1;
            status.recent.append(isBad ? receiver.outcome : AttemptOutcome::Delivered);
        }
        if (receiver.outcome != AttemptOutcome::Delivered) {
            status.failuresInARow = 3;
            status.waiting = 4 + static_cast<qint64>(i) * 11;
        }
        statuses.append(status);
    }
    statuses[5].lastAttempt->outcome = AttemptOutcome::Failed;
    statuses[5].lastAttempt->status = 429;
    statuses[5].failuresInARow = 1;
    statuses[5].heldUntil = nowMinus(-42'000);
    statuses[5].waiting = 3;
    statuses[3].destination.state = DestinationState::Paused;
    statuses[3].destination.pauseReason = QStringLiteral("410 Gone");
    DestinationStatus fresh = Testing::destination(8, QStringLiteral("newcomer"));
    fresh.destination.url = QStringLiteral("https://new.example/");
    fresh.lastAttempt.reset();
    fresh.recent.clear();
    statuses.append(fresh);
    return statuses;
}

Activity makeActivity(const QList<Attempt> &attempts)
{
    Activity activity(TimeFrame{}, nowMinus(0));
    for (const Attempt &attempt : attempts) {
        if (Tally *const tally = activity.find(attempt.startedAt))
            tally->count(attempt.outcome);
    }
    return activity;
}

AttemptRecord makeRecord(const Attempt &attempt)
{
    AttemptRecord record;
    record.attempt = attempt;
    record.attempt.timings.connect = Microseconds{3100};
    record.attempt.timings.tls = Microseconds{18'200};
    record.attempt.timings.wait = unexplained(record.attempt.timings);
    record.nextStep = NextStep::Kept;
    record.transcript.remoteAddress = QStringLiteral("203.0.113.9");
    record.transcript.requestHeaders
        = {{"Host", "billing.example"},
           {"webhook-id", "evt_01JD0M4ZB7V8Q2R3S4T5V6W7X8"},
           {"webhook-timestamp", "1795312800"},
           {"webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="},
           {"Hookpost-Event", "invoice.payment_failed"},
           {"User-Agent", "Hookpost/0.1.0"},
           {"Content-Type", "application/json"}};
    record.transcript.responseHeaders = {
        {"Content-Type", "application/problem+json"}, {"Retry-After", "120"}, {"Server", "nginx"}};
    record.requestBody = R"({"type":"invoice.payment_failed","timestamp":"2026-11-22T02:11:09Z",)"
                         R"("data":{"invoice":90071992547409931234,"total":12.10,"lines":[)"
                         R"({"sku":"A-1","count":2},{"sku":"B-7","count":1}],"paid":false}})";
    record.transcript.responseBody = R"({"title":"Down for maintenance","status":503})";
    return record;
}

Kin makeKin(const LogKey &row)
{
    Kin kin;
    kin.row = row;
    Attempt attempt = makeAttempt(static_cast<int>(row.attempt().value));
    kin.queuedSince = attempt.startedAt - Milliseconds{40};
    kin.nextAt = nowMinus(-290'000);
    kin.previousRequest = LogKey::of(AttemptId{row.attempt().value - 70});
    kin.previousAnswer = kin.previousRequest;
    kin.counterpart = LogKey::of(CaptureId{1});
    const qint64 own = attempt.id.value;
    for (const qint64 id : {own - 2, own - 1, own, own + 1}) {
        attempt.id = AttemptId{id};
        attempt.number = static_cast<int>(id - own) + 3;
        attempt.timings.total *= 2;
        kin.tries.append(attempt);
    }
    kin.tries.last().outcome = AttemptOutcome::Delivered;
    kin.tries.last().status = 200;
    kin.tries.last().delivery = DeliveryId{77};
    kin.tries.last().number = 1;
    return kin;
}

SignatureReport makeReport(const LogKey &row)
{
    return {row,
            {{"webhook-signature",
              "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", SignatureVerdict::Valid}},
            Milliseconds{-800}};
}

EngineStatus makeStatus()
{
    EngineStatus status = Testing::listeningEngine();
    status.waiting = 103;
    status.inFlight = 2;
    status.attemptsPerSecond = 7.3;
    status.attemptsEnded = 1202;
    status.attemptsDelivered = 1011;
    return status;
}

QList<Destination> onlyDestinations()
{
    QList<Destination> destinations;
    for (const DestinationStatus &status : makeDestinations())
        destinations.append(status.destination);
    return destinations;
}

Activity makeWeather(const TimeFrame &frame, int seed)
{
    Activity activity(frame, nowMinus(0));
    for (int step = 0; step < frame.count; ++step) {
        Tally &tally = *activity.find(activity.beginOf(step));
        tally.delivered = 40 + (seed * 13 + step * step * 7) % 60;
        tally.temporary = seed % 3 == 1 && step > frame.count / 2 ? (step * 11 + seed) % 40 : 0;
        tally.failed = seed % 4 == 3 ? (step * 5) % 30 : 0;
    }
    return activity;
}

} // namespace Gallery

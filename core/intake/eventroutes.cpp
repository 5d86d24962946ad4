// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/eventreader.h"
#include "core/intake/gate.h"
#include "core/intake/intakecontext.h"
#include "core/intake/replies.h"
#include "core/intake/views.h"

namespace Core {

namespace {

constexpr qsizetype LongestKey = 256;

Http::Reply acceptedReply(const EventsAdded &added)
{
    const AcceptedEvent &accepted = added.events.first();
    QJsonArray deliveries;
    for (const Delivery &delivery : accepted.deliveries)
        deliveries.append(toJson(delivery));
    return jsonReply(accepted.isKnown ? 200 : 202,
                     {{QStringLiteral("id"), accepted.event.id.text},
                      {QStringLiteral("deliveries"), deliveries}});
}

Http::Reply idsReply(const EventsAdded &added)
{
    QJsonArray ids;
    bool isKnown = true;
    for (const AcceptedEvent &accepted : added.events) {
        ids.append(accepted.event.id.text);
        isKnown = isKnown && accepted.isKnown;
    }
    return jsonReply(isKnown ? 200 : 202, {{QStringLiteral("ids"), ids}});
}

/// Why these cannot be accepted, as far as none of them can have been accepted before.
std::optional<Error> refusalOf(const QList<NewEvent> &events, const QByteArray &key)
{
    for (const NewEvent &event : events) {
        if (event.audience.refusal && !event.hasOwnId && key.isEmpty())
            return event.audience.refusal;
    }
    return std::nullopt;
}

/// Hands the events to the ledger; the answer follows the commit.
void accept(const IntakeContext &context, const ExchangePointer &exchange,
            const Result<QList<NewEvent>> &events, Http::Reply (*view)(const EventsAdded &))
{
    if (!events)
        return exchange->reply(errorReply(events.error()));
    const HeaderList &headers = exchange->request().headers;
    if (headerCount(headers, "Idempotency-Key") > 1)
        return exchange->reply(errorReply(invalid(QStringLiteral("Idempotency-Key"),
                                                  QStringLiteral("The request has two keys."))));
    const QByteArray key = headerValue(headers, "Idempotency-Key");
    if (key.isEmpty() && headerCount(headers, "Idempotency-Key") > 0)
        return exchange->reply(errorReply(invalid(
            QStringLiteral("Idempotency-Key"), QStringLiteral("The Idempotency-Key is empty."),
            QStringLiteral("Give it a value, or leave it out."))));
    if (key.size() > LongestKey)
        return exchange->reply(
            errorReply(invalid(QStringLiteral("Idempotency-Key"),
                               QStringLiteral("The Idempotency-Key is longer than 256 bytes."))));
    if (const auto refusal = refusalOf(*events, key))
        return exchange->reply(errorReply(*refusal));
    context.ledger.submit(AddEvents{*events, QString::fromLatin1(key)}, context.lifetime,
                          [exchange, view](const Result<Outcome> &outcome) {
                              exchange->reply(outcome ? view(std::get<EventsAdded>(*outcome))
                                                      : errorReply(outcome.error()));
                          });
}

void acceptOne(const IntakeContext &context, const ExchangePointer &exchange,
               const Result<NewEvent> &event)
{
    accept(context, exchange,
           event ? Result(QList<NewEvent>{*event}) : Result<QList<NewEvent>>(event.error()),
           acceptedReply);
}

void publish(const IntakeContext &context, const ExchangePointer &exchange)
{
    const Http::Request &request = exchange->request();
    const Time now = context.clock.now();
    if (mediaType(request) == NdjsonType)
        accept(context, exchange, readEvents(request.body, context.directory, now), idsReply);
    else
        acceptOne(context, exchange, readEvent(request.body, context.directory, now));
}

void showEvent(const IntakeContext &context, const ExchangePointer &exchange, const QString &id)
{
    context.archive.ask<EventRecord>(
        [id](Records &records) { return records.event(EventId{id}); }, context.lifetime,
        [exchange](const Result<EventRecord> &record) {
            exchange->reply(record ? jsonReply(200, toJson(*record)) : errorReply(record.error()));
        });
}

Http::Reply bodyReply(const Event &event)
{
    Http::Reply reply;
    reply.contentType = event.contentType;
    reply.body = event.body;
    return reply;
}

void showBody(const IntakeContext &context, const ExchangePointer &exchange, const QString &id)
{
    context.archive.ask<Event>(
        [id](Records &records) { return records.eventWithBody(EventId{id}); }, context.lifetime,
        [exchange](const Result<Event> &event) {
            exchange->reply(event ? bodyReply(*event) : errorReply(event.error()));
        });
}

} // namespace

void addEventRoutes(Http::Router &router, const IntakeContext &context)
{
    router.route(QStringLiteral("/events"), "POST",
                 [&context](const ExchangePointer &exchange, const QString &) {
                     publish(context, exchange);
                 });
    router.route(QStringLiteral("/events/<arg>"), "POST",
                 [&context](const ExchangePointer &exchange, const QString &type) {
                     const Http::Request &request = exchange->request();
                     acceptOne(context, exchange,
                               readRawEvent(type, headerValue(request.headers, "Content-Type"),
                                            request.body, context.directory, context.clock.now()));
                 });
    router.route(QStringLiteral("/events/<arg>"), "GET",
                 [&context](const ExchangePointer &exchange, const QString &id) {
                     showEvent(context, exchange, id);
                 });
    router.route(QStringLiteral("/events/<arg>/body"), "GET",
                 [&context](const ExchangePointer &exchange, const QString &id) {
                     showBody(context, exchange, id);
                 });
}

} // namespace Core

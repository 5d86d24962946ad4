// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/intakecontext.h"
#include "core/intake/replies.h"
#include "core/intake/requestreader.h"
#include "core/intake/views.h"

namespace Core {

namespace {

using DeliveryHandler
    = void (*)(const IntakeContext &, const ExchangePointer &, DeliveryId delivery);

void resend(const IntakeContext &context, const ExchangePointer &exchange, DeliveryId delivery)
{
    const auto isForced = readForce(exchange->request().body);
    if (!isForced)
        return exchange->reply(errorReply(isForced.error()));
    context.ledger.submit(
        ResendDelivery{delivery, *isForced, context.clock.now()}, context.lifetime,
        [exchange](const Result<Outcome> &outcome) {
            exchange->reply(
                outcome ? jsonReply(
                    202, toListJson(std::get<DeliveriesResent>(*outcome).deliveries.first()))
                        : errorReply(outcome.error()));
        });
}

void cancel(const IntakeContext &context, const ExchangePointer &exchange, DeliveryId delivery)
{
    if (const auto read = readNothing(exchange->request().body); !read)
        return exchange->reply(errorReply(read.error()));
    context.ledger.submit(
        CancelDelivery{delivery, context.clock.now()}, context.lifetime,
        [exchange](const Result<Outcome> &outcome) {
            exchange->reply(
                outcome ? jsonReply(200, toListJson(std::get<DeliveryCancelled>(*outcome).delivery))
                        : errorReply(outcome.error()));
        });
}

void addRoute(Http::Router &router, const IntakeContext &context, const QString &verb,
              DeliveryHandler handler)
{
    router.route(QStringLiteral("/deliveries/<arg>/") + verb, "POST",
                 [&context, handler](const ExchangePointer &exchange, const QString &text) {
                     const auto id = idFromString<DeliveryKind>(text);
                     if (!id)
                         return exchange->reply(errorReply(
                             notFound(QStringLiteral("There is no delivery %1.").arg(text))));
                     handler(context, exchange, *id);
                 });
}

} // namespace

void addDeliveryRoutes(Http::Router &router, const IntakeContext &context)
{
    addRoute(router, context, QStringLiteral("resend"), resend);
    addRoute(router, context, QStringLiteral("cancel"), cancel);
}

} // namespace Core

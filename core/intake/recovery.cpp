// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/recovery.h"

#include "core/intake/replies.h"

namespace Core {

namespace {

constexpr qsizetype StepSize = 500;

Http::Reply countReply(int status, qint64 count)
{
    return jsonReply(status, {{QStringLiteral("count"), count}});
}

/// A recovery that is on its way.
struct Recovery
{
    const IntakeContext &context;
    ExchangePointer exchange;
    DestinationId destination;
    QList<DeliveryId> deliveries;
    qsizetype next = 0; ///< the first that has not been handed in
    qint64 count = 0; ///< sent again so far
};

void goOn(const std::shared_ptr<Recovery> &recovery)
{
    if (recovery->next >= recovery->deliveries.size())
        return recovery->exchange->reply(countReply(202, recovery->count));
    const QList<DeliveryId> step = recovery->deliveries.mid(recovery->next, StepSize);
    recovery->next += step.size();
    const IntakeContext &context = recovery->context;
    context.ledger.submit(RecoverDeliveries{recovery->destination, step, context.clock.now()},
                          context.lifetime, [recovery](const Result<Outcome> &outcome) {
                              if (!outcome)
                                  return recovery->exchange->reply(errorReply(outcome.error()));
                              recovery->count
                                  += std::get<DeliveriesResent>(*outcome).deliveries.size();
                              goOn(recovery);
                          });
}

} // namespace

void recover(const IntakeContext &context, const ExchangePointer &exchange,
             DestinationId destination, const RecoveryRequest &request)
{
    context.archive.ask<QList<DeliveryId>>(
        [destination, since = request.since](Records &records) {
            return records.recoverable(destination, since);
        },
        context.lifetime,
        [&context, exchange, destination,
         isDryRun = request.isDryRun](const Result<QList<DeliveryId>> &found) {
            if (!found)
                return exchange->reply(errorReply(found.error()));
            if (isDryRun)
                return exchange->reply(countReply(200, found->size()));
            goOn(std::make_shared<Recovery>(Recovery{context, exchange, destination, *found}));
        });
}

} // namespace Core

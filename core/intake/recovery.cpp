// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/recovery.h"

#include "core/intake/replies.h"
#include "core/resending.h"

namespace Core {

namespace {

Http::Reply countReply(int status, qint64 count)
{
    return jsonReply(status, {{QStringLiteral("count"), count}});
}

/// Carries \a order out and answers when all of it is on disk.
void carryOut(const IntakeContext &context, const ExchangePointer &exchange,
              const ResendOrder &order)
{
    auto *const resending = new Resending(context.ledger, context.clock, order, context.lifetime);
    QObject::connect(resending, &Resending::advanced, resending,
                     [exchange, resending](const ResendProgress &progress) {
                         if (!progress.isDone)
                             return;
                         exchange->reply(progress.error ? errorReply(*progress.error)
                                                        : countReply(202, progress.resent));
                         resending->deleteLater();
                     });
    resending->start();
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
            ResendOrder order;
            order.destination = destination;
            order.deliveries = *found;
            carryOut(context, exchange, order);
        });
}

} // namespace Core

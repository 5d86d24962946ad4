// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/problem.h"
#include "core/intake/intakecontext.h"
#include "core/intake/logquery.h"
#include "core/intake/replies.h"
#include "core/intake/views.h"

#include <memory>

namespace Core {

namespace {

/// How many searches may wait or be under way at once. Each may take long, and all of them share
/// one thread with the window's.
constexpr int MostSearches = 16;

using SearchCount = std::shared_ptr<int>;

/// A place among the searches, until the last copy is gone.
std::shared_ptr<void> takePlace(const SearchCount &searches)
{
    ++*searches;
    return {nullptr, [searches](void *) { --*searches; }};
}

Http::Reply tooManyReply()
{
    Http::Reply reply = Http::problemReply(503, QStringLiteral("Too many searches are under way."),
                                           {}, QStringLiteral("Try again in a second."));
    reply.headers.append(Header{"Retry-After", "1"});
    return reply;
}

/// Takes \a inquiry back when nothing can reach its caller any more.
void withdrawWithCaller(const ExchangePointer &exchange, const Inquiry &inquiry)
{
    exchange->whenGone([inquiry = inquiry]() mutable { inquiry.withdraw(); });
}

QJsonObject toListItem(const Delivery &delivery)
{
    return toListJson(delivery);
}

QJsonObject toListItem(const Attempt &attempt)
{
    return toJson(attempt);
}

/// A page is full when it has as many rows as were asked for; then there may be more.
template<typename Row>
Http::Reply pageReply(const QList<Row> &rows, int limit)
{
    QJsonArray data;
    for (const Row &row : rows)
        data.append(toListItem(row));
    const bool isFull = rows.size() == limit;
    return listReply(data, isFull ? QString::number(rows.last().id.value) : QString());
}

template<typename Row>
void listRows(const IntakeContext &context, const ExchangePointer &exchange,
              const SearchCount &searches, Result<QList<Row>> (Records::*read)(const LogQuery &))
{
    const auto query = readLogQuery(exchange->request().query, context.clock.now());
    if (!query)
        return exchange->reply(queryErrorReply(query.error()));
    if (*searches >= MostSearches)
        return exchange->reply(tooManyReply());
    const Inquiry inquiry = context.archive.ask<QList<Row>>(
        [read, query = *query](Records &records) { return (records.*read)(query); },
        context.lifetime,
        [exchange, limit = query->limit,
         place = takePlace(searches)](const Result<QList<Row>> &rows) {
            exchange->reply(rows ? pageReply(*rows, limit) : errorReply(rows.error()));
        });
    withdrawWithCaller(exchange, inquiry);
}

template<typename Record, typename Key>
void showRecord(const IntakeContext &context, const ExchangePointer &exchange,
                std::optional<Key> id, Result<Record> (Records::*read)(Key))
{
    if (!id)
        return exchange->reply(
            errorReply(notFound(QStringLiteral("There is nothing by that id."))));
    context.archive.ask<Record>(
        [read, key = *id](Records &records) { return (records.*read)(key); }, context.lifetime,
        [exchange](const Result<Record> &record) {
            exchange->reply(record ? jsonReply(200, toJson(*record)) : errorReply(record.error()));
        });
}

Http::Reply healthReply(const EngineStatus &status)
{
    const bool isWell = status.trouble.isEmpty();
    QJsonObject health{
        {QStringLiteral("status"), isWell ? QStringLiteral("ok") : QStringLiteral("unavailable")},
        {QStringLiteral("interruptedAttempts"), status.recovery.interruptedAttempts},
        {QStringLiteral("deliveriesAgain"), status.recovery.deliveriesAgain},
        {QStringLiteral("dispatching"), status.isDispatching},
    };
    if (!isWell)
        health.insert(QStringLiteral("reason"), status.trouble);
    return jsonReply(isWell ? 200 : 503, health);
}

Http::Reply welcomeReply(const EngineStatus &status)
{
    Http::Reply reply;
    reply.contentType = "text/plain; charset=utf-8";
    reply.body = QStringLiteral(
                     "Hookpost dispatches webhooks.\n"
                     "\n"
                     "Register a destination:\n"
                     "\n"
                     "  curl --request POST --url %1/webhooks \\\n"
                     "       --header 'content-type: application/json' \\\n"
                     "       --data '{\"name\": \"joe\", \"destination\": "
                     "\"%2/v1/webhooks/demo\"}'\n"
                     "\n"
                     "Publish an event to all who subscribed:\n"
                     "\n"
                     "  curl --request POST --url %1/events \\\n"
                     "       --header 'content-type: application/json' \\\n"
                     "       --data '{\"type\": \"invoice.paid\", \"data\": {\"amount\": 42}}'\n"
                     "\n"
                     "See what happened: GET /webhooks, /deliveries, /attempts, /healthz.\n"
                     "The README describes the rest.\n")
                     .arg(status.apiUrl, status.binUrl)
                     .toUtf8();
    return reply;
}

} // namespace

void addLogRoutes(Http::Router &router, const IntakeContext &context)
{
    const auto searches = std::make_shared<int>(0);
    router.route(
        QStringLiteral("/deliveries"), "GET",
        [&context, searches](const ExchangePointer &exchange, const QString &) {
            listRows<Delivery>(context, exchange, searches, &Records::deliveries);
        },
        Http::Router::Query::Taken);
    router.route(QStringLiteral("/deliveries/<arg>"), "GET",
                 [&context](const ExchangePointer &exchange, const QString &id) {
                     showRecord<DeliveryRecord>(context, exchange, idFromString<DeliveryKind>(id),
                                                &Records::delivery);
                 });
    router.route(
        QStringLiteral("/attempts"), "GET",
        [&context, searches](const ExchangePointer &exchange, const QString &) {
            listRows<Attempt>(context, exchange, searches, &Records::attempts);
        },
        Http::Router::Query::Taken);
    router.route(QStringLiteral("/attempts/<arg>"), "GET",
                 [&context](const ExchangePointer &exchange, const QString &id) {
                     showRecord<AttemptRecord>(context, exchange, idFromString<AttemptKind>(id),
                                               &Records::attempt);
                 });
    router.route(
        QStringLiteral("/healthz"), "GET",
        [&context](const ExchangePointer &exchange, const QString &) {
            exchange->reply(healthReply(context.engineStatus()));
        },
        Http::Router::Query::Taken);
    router.route(
        QStringLiteral("/"), "GET",
        [&context](const ExchangePointer &exchange, const QString &) {
            exchange->reply(welcomeReply(context.engineStatus()));
        },
        Http::Router::Query::Taken);
}

} // namespace Core

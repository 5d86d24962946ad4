// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/eventreader.h"
#include "core/intake/intakecontext.h"
#include "core/intake/logquery.h"
#include "core/intake/recovery.h"
#include "core/intake/replies.h"
#include "core/intake/requestreader.h"
#include "core/intake/views.h"
#include "core/model/destinationjson.h"
#include "core/model/schedule.h"
#include "core/model/secrets.h"

namespace Core {

namespace {

Error noSuchDestination(const QString &id)
{
    return notFound(QStringLiteral("There is no destination %1.").arg(id));
}

const Directory::Entry *findEntry(const Directory &directory, const QString &id)
{
    const auto parsed = idFromString<DestinationKind>(id);
    return parsed ? directory.find(*parsed) : nullptr;
}

/// Answers with \a view of the outcome, or with the error.
template<typename T>
Ledger::Answer answering(const ExchangePointer &exchange,
                         std::function<Http::Reply(const T &)> view)
{
    return [exchange, view = std::move(view)](const Result<Outcome> &outcome) {
        exchange->reply(outcome ? view(std::get<T>(*outcome)) : errorReply(outcome.error()));
    };
}

/// As GET shows it. What a later change of the same moment has taken away is told as it was left.
QJsonObject shown(const IntakeContext &context, const Destination &destination)
{
    const Directory::Entry *const entry = context.directory.find(destination.id);
    DestinationStatus status = entry ? context.statusOf(*entry) : DestinationStatus();
    status.destination = destination;
    return toJson(status);
}

Http::Reply addedReply(const IntakeContext &context, const DestinationAdded &added)
{
    const Destination &destination = added.registration.destination;
    QJsonObject object = shown(context, destination);
    object.insert(QStringLiteral("secret"), QString::fromUtf8(added.registration.secrets.current));
    Http::Reply reply = jsonReply(added.isNew ? 201 : 200, object);
    reply.headers.append({"Location", "/webhooks/" + toString(destination.id).toLatin1()});
    return reply;
}

void registerDestination(const IntakeContext &context, const ExchangePointer &exchange)
{
    const auto add = readRegistration(exchange->request().body, context.clock.now());
    if (!add)
        return exchange->reply(errorReply(add.error()));
    if (const auto judged = context.judgeUrl(add->registration.destination.url); !judged)
        return exchange->reply(errorReply(judged.error()));
    context.ledger.submit(
        *add, context.lifetime,
        answering<DestinationAdded>(exchange, [&context](const DestinationAdded &added) {
            return addedReply(context, added);
        }));
}

void listDestinations(const IntakeContext &context, const ExchangePointer &exchange)
{
    const auto query = readDestinationQuery(exchange->request().query);
    if (!query)
        return exchange->reply(queryErrorReply(query.error()));
    QJsonArray data;
    QString next;
    DestinationId last;
    const auto &entries = context.directory.entries();
    for (auto it = entries.upper_bound(DestinationId{query->after}); it != entries.end(); ++it) {
        if (!query->name.isEmpty() && it->second.registration.destination.name != query->name)
            continue;
        if (data.size() == query->limit) {
            next = QString::number(last.value);
            break;
        }
        data.append(toJson(context.statusOf(it->second)));
        last = it->first;
    }
    exchange->reply(listReply(data, next));
}

void changeDestination(const IntakeContext &context, const ExchangePointer &exchange,
                       const Directory::Entry &entry)
{
    const auto change = readDestinationChange(exchange->request().body, entry.registration);
    if (!change)
        return exchange->reply(errorReply(change.error()));
    const QJsonValue url = change->members.value(QLatin1StringView("destination"));
    if (const auto judged = url.isString() ? context.judgeUrl(url.toString()) : Result<>(); !judged)
        return exchange->reply(errorReply(judged.error()));
    context.ledger.submit(
        *change, context.lifetime,
        answering<DestinationChanged>(exchange, [&context](const DestinationChanged &outcome) {
            return jsonReply(200, shown(context, outcome.destination));
        }));
}

void setState(const IntakeContext &context, const ExchangePointer &exchange, DestinationId id,
              DestinationState state, const QString &reason)
{
    context.ledger.submit(
        SetDestinationState{id, state, reason}, context.lifetime,
        answering<DestinationChanged>(exchange, [&context](const DestinationChanged &outcome) {
            return jsonReply(200, shown(context, outcome.destination));
        }));
}

void pauseDestination(const IntakeContext &context, const ExchangePointer &exchange,
                      const Directory::Entry &entry)
{
    const auto reason = readPauseReason(exchange->request().body);
    if (!reason)
        return exchange->reply(errorReply(reason.error()));
    setState(context, exchange, entry.registration.destination.id, DestinationState::Paused,
             *reason);
}

void resumeDestination(const IntakeContext &context, const ExchangePointer &exchange,
                       const Directory::Entry &entry)
{
    setState(context, exchange, entry.registration.destination.id, DestinationState::Active, {});
}

void removeDestination(const IntakeContext &context, const ExchangePointer &exchange,
                       const Directory::Entry &entry)
{
    context.ledger.submit(RemoveDestination{entry.registration.destination.id, context.clock.now()},
                          context.lifetime,
                          answering<DestinationRemoved>(exchange, [](const DestinationRemoved &) {
                              Http::Reply reply;
                              reply.status = 204;
                              return reply;
                          }));
}

void testDestination(const IntakeContext &context, const ExchangePointer &exchange,
                     const Directory::Entry &entry)
{
    const NewEvent test = testEventFor(entry.registration.destination, context.clock.now());
    context.ledger.submit(AddEvents{{test}}, context.lifetime,
                          answering<EventsAdded>(exchange, [](const EventsAdded &added) {
                              const AcceptedEvent &event = added.events.first();
                              if (event.deliveries.isEmpty())
                                  return errorReply(
                                      notFound(QStringLiteral("The destination has just gone.")));
                              return jsonReply(202, toListJson(event.deliveries.first()));
                          }));
}

QJsonObject secretsToJson(const QByteArray &secret)
{
    QJsonObject object{{QStringLiteral("secret"), QString::fromUtf8(secret)}};
    if (const QByteArray key = publicKey(secret); !key.isEmpty())
        object.insert(QStringLiteral("publicKey"), QString::fromLatin1(key));
    return object;
}

void rotateSecret(const IntakeContext &context, const ExchangePointer &exchange,
                  const Directory::Entry &entry)
{
    const auto rotation = readRotation(exchange->request().body, entry.registration.destination,
                                       context.clock.now());
    if (!rotation)
        return exchange->reply(errorReply(rotation.error()));
    context.ledger.submit(*rotation, context.lifetime,
                          answering<SecretRotated>(exchange, [](const SecretRotated &rotated) {
                              const Secrets &secrets = rotated.registration.secrets;
                              QJsonObject object = secretsToJson(secrets.current);
                              object.insert(QStringLiteral("signature"),
                                            toString(rotated.registration.destination.signature));
                              object.insert(QStringLiteral("previousUntil"),
                                            secrets.previous.isEmpty()
                                                ? QJsonValue(QJsonValue::Null)
                                                : toIso(secrets.previousUntil));
                              return jsonReply(200, object);
                          }));
}

void recoverDestination(const IntakeContext &context, const ExchangePointer &exchange,
                        const Directory::Entry &entry)
{
    const auto request = readRecovery(exchange->request().body, context.clock.now());
    if (!request)
        return exchange->reply(errorReply(request.error()));
    recover(context, exchange, entry.registration.destination.id, *request);
}

void showSecret(const ExchangePointer &exchange, const Directory::Entry &entry)
{
    exchange->reply(jsonReply(200, secretsToJson(entry.registration.secrets.current)));
}

/// A dry run: when each attempt would start if the first one failed now.
void showSchedule(const IntakeContext &context, const ExchangePointer &exchange,
                  const Directory::Entry &entry)
{
    const Time now = context.clock.now();
    const Destination &destination = entry.registration.destination;
    QJsonArray data;
    for (const PlannedAttempt &attempt : plannedAttempts(scheduleOf(destination))) {
        data.append(QJsonObject{{QStringLiteral("number"), attempt.number},
                                {QStringLiteral("earliest"), toIso(now + attempt.earliest)},
                                {QStringLiteral("planned"), toIso(now + attempt.planned)},
                                {QStringLiteral("latest"), toIso(now + attempt.latest)}});
    }
    exchange->reply(listReply(data, {}));
}

} // namespace

void addDestinationRoutes(Http::Router &router, const IntakeContext &context)
{
    using EntryHandler = std::function<void(const ExchangePointer &, const Directory::Entry &)>;
    const auto withEntry = [&router, &context](const QString &pattern, const QByteArray &method,
                                               const EntryHandler &handler) {
        router.route(pattern, method,
                     [&context, handler](const ExchangePointer &exchange, const QString &id) {
                         const auto *const entry = findEntry(context.directory, id);
                         if (!entry)
                             return exchange->reply(errorReply(noSuchDestination(id)));
                         handler(exchange, *entry);
                     });
    };
    const auto bound = [&context](auto function) {
        return
            [&context, function](const ExchangePointer &exchange, const Directory::Entry &entry) {
                function(context, exchange, entry);
            };
    };
    const auto bodiless = [&context](auto function) {
        return
            [&context, function](const ExchangePointer &exchange, const Directory::Entry &entry) {
                const auto read = readNothing(exchange->request().body);
                if (!read)
                    return exchange->reply(errorReply(read.error()));
                function(context, exchange, entry);
            };
    };
    const QString collection = QStringLiteral("/webhooks");
    const QString item = QStringLiteral("/webhooks/<arg>");
    router.route(collection, "POST", [&context](const ExchangePointer &exchange, const QString &) {
        registerDestination(context, exchange);
    });
    router.route(
        collection, "GET",
        [&context](const ExchangePointer &exchange, const QString &) {
            listDestinations(context, exchange);
        },
        Http::Router::Query::Taken);
    withEntry(item, "GET",
              [&context](const ExchangePointer &exchange, const Directory::Entry &entry) {
                  exchange->reply(jsonReply(200, toJson(context.statusOf(entry))));
              });
    withEntry(item, "PATCH", bound(changeDestination));
    withEntry(item, "DELETE", bodiless(removeDestination));
    withEntry(item + QStringLiteral("/pause"), "POST", bound(pauseDestination));
    withEntry(item + QStringLiteral("/resume"), "POST", bodiless(resumeDestination));
    withEntry(item + QStringLiteral("/test"), "POST", bodiless(testDestination));
    withEntry(item + QStringLiteral("/recover"), "POST", bound(recoverDestination));
    withEntry(item + QStringLiteral("/rotate-secret"), "POST", bound(rotateSecret));
    withEntry(item + QStringLiteral("/secret"), "GET", showSecret);
    withEntry(item + QStringLiteral("/schedule"), "GET", bound(showSchedule));
}

} // namespace Core

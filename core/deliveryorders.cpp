// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliveryorders.h"

#include "core/intake/eventreader.h"
#include "core/model/directory.h"
#include "core/resending.h"
#include "core/store/archive.h"
#include "core/store/ledger.h"

#include <QSet>

#include <algorithm>

namespace Core {

namespace {

constexpr int PageSize = 500;

void noteTime(ResendPreview &preview, Time time)
{
    preview.first = std::min(preview.first.value_or(time), time);
    preview.last = std::max(preview.last.value_or(time), time);
}

void noteDelivery(ResendPreview &preview, const DeliveryRecord &record)
{
    const Delivery &delivery = record.delivery;
    if (record.event.kind == EventKind::Heartbeat) {
        ++preview.heartbeats;
        return;
    }
    if (!isEnded(delivery.state)) {
        ++preview.unfinished;
        return;
    }
    const bool isDelivered = delivery.state == DeliveryState::Delivered;
    ++(isDelivered ? preview.delivered : preview.failed);
    noteTime(preview, delivery.createdAt);
    QList<DestinationId> &names = isDelivered ? preview.deliveredTo : preview.destinations;
    if (!names.contains(delivery.destination))
        names.append(delivery.destination);
}

/// The deliveries that \a attempts belong to, each once; attempts that are gone are left out.
Result<QList<DeliveryId>> deliveriesOf(Records &records, const QList<AttemptId> &attempts)
{
    QList<DeliveryId> deliveries;
    QSet<DeliveryId> known;
    for (const AttemptId id : attempts) {
        const auto record = records.attempt(id);
        if (!record && record.error().code != ErrorCode::NotFound)
            return record.error();
        if (!record || known.contains(record->attempt.delivery))
            continue;
        known.insert(record->attempt.delivery);
        deliveries.append(record->attempt.delivery);
    }
    return deliveries;
}

/// Without those that went well: of many that were chosen, they are left out unasked.
Result<QList<DeliveryId>> unsuccessful(Records &records, const QList<DeliveryId> &deliveries)
{
    QList<DeliveryId> left;
    for (const DeliveryId id : deliveries) {
        const auto record = records.delivery(id);
        if (!record && record.error().code != ErrorCode::NotFound)
            return record.error();
        if (record && record->delivery.state != DeliveryState::Delivered)
            left.append(id);
    }
    return left;
}

/// What \a order names, or what a recovery would send again.
Result<QList<DeliveryId>> deliveriesOf(Records &records, const ResendOrder &order)
{
    if (!order.destination.isNull())
        return records.recoverable(order.destination, order.since);
    auto deliveries = deliveriesOf(records, order.attempts);
    if (deliveries)
        *deliveries = order.deliveries + *deliveries;
    return deliveries;
}

Result<ResendPreview> previewOfChosen(Records &records, const ResendOrder &order)
{
    const auto deliveries = deliveriesOf(records, order);
    if (!deliveries)
        return deliveries.error();
    ResendPreview preview;
    for (const DeliveryId id : *deliveries) {
        const auto record = records.delivery(id);
        if (record)
            noteDelivery(preview, *record);
        else if (record.error().code == ErrorCode::NotFound)
            ++preview.gone;
        else
            return record.error();
    }
    return preview;
}

Result<ResendPreview> previewOfRecovery(Records &records, const ResendOrder &order)
{
    const auto found = records.recoverable(order.destination, order.since);
    if (!found)
        return found.error();
    ResendPreview preview;
    preview.failed = found->size();
    preview.destinations = {order.destination};
    // They are in the order in which they were made.
    for (const DeliveryId end :
         {found->value(0), found->isEmpty() ? DeliveryId{} : found->last()}) {
        const auto record = records.delivery(end);
        if (!end.isNull() && record)
            noteTime(preview, record->delivery.createdAt);
    }
    return preview;
}

Filter waitingFor(DestinationId destination)
{
    FilterTerm waiting;
    waiting.key = FilterKey::Is;
    waiting.word = FilterWord::Waiting;
    FilterTerm itself;
    itself.key = FilterKey::DestinationName;
    itself.text = toString(destination);
    return allOf({filterOf(waiting), filterOf(itself)});
}

} // namespace

/// A cancelling that is under way.
struct DeliveryOrders::Cancelling
{
    DestinationId destination; ///< of which page after page is read; null when all are
    qint64 before = 0; ///< where the next page begins
    qsizetype unanswered = 0;
    Cancellation result;
};

DeliveryOrders::DeliveryOrders(const Directory &directory, const Clock &clock, qint64 maxBodyBytes,
                               QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_clock(clock)
    , m_maxBodyBytes(maxBodyBytes)
{
}

DeliveryOrders::~DeliveryOrders() = default;

void DeliveryOrders::open(Ledger &ledger, Archive &archive)
{
    m_ledger = &ledger;
    m_archive = &archive;
}

void DeliveryOrders::close()
{
    m_resendings.clear();
    m_ledger = nullptr;
    m_archive = nullptr;
}

void DeliveryOrders::publish(const Publication &publication)
{
    PublicationAnswer answer;
    answer.ticket = publication.ticket;
    const auto event = judgedEvent(publication);
    if (!m_ledger)
        answer.error = notRunning();
    else if (!event)
        answer.error = event.error();
    if (answer.error) {
        emit published(answer);
        return;
    }
    m_ledger->submit(AddEvents{{*event}}, this, [this, answer](const Result<Outcome> &outcome) {
        PublicationAnswer complete = answer;
        if (!outcome) {
            complete.error = outcome.error();
        } else {
            const AcceptedEvent &accepted = std::get<EventsAdded>(*outcome).events.first();
            complete.event = accepted.event.id;
            complete.deliveries = accepted.deliveries;
        }
        emit published(complete);
    });
}

Result<NewEvent> DeliveryOrders::judgedEvent(const Publication &publication) const
{
    if (publication.body.size() > m_maxBodyBytes)
        return invalid(QStringLiteral("body"),
                       QStringLiteral("The body has more than %1 bytes.").arg(m_maxBodyBytes),
                       QStringLiteral("--max-body allows larger ones."));
    if (publication.contentType.isEmpty() || !isFieldValue(publication.contentType))
        return invalid(QStringLiteral("contentType"),
                       QStringLiteral("The content type is missing or cannot stand in a header."));
    if (const auto judged = validateHeaders(publication.headers); !judged)
        return judged.error();
    auto event = readRawEvent(publication.type, publication.contentType, publication.body,
                              m_directory, m_clock.now());
    if (!event)
        return event;
    for (const DestinationId destination : publication.destinations) {
        if (!m_directory.contains(destination))
            return notFound(QStringLiteral("A chosen destination is gone."));
    }
    if (!publication.destinations.isEmpty())
        event->audience = {publication.destinations, {}, false, publication.destinations.size()};
    if (publication.isTest)
        event->event.kind = EventKind::Test;
    event->event.headers = publication.headers;
    return event;
}

void DeliveryOrders::previewResend(const ResendOrder &order)
{
    const auto tell = [this, ticket = order.ticket](const Result<ResendPreview> &result) {
        ResendPreview preview;
        if (result)
            preview = *result;
        else
            preview.error = result.error();
        preview.ticket = ticket;
        emit resendPreviewed(preview);
    };
    if (!m_archive)
        return tell(notRunning());
    m_archive->ask<ResendPreview>(
        [order](Records &records) {
            return order.destination.isNull() ? previewOfChosen(records, order)
                                              : previewOfRecovery(records, order);
        },
        this, tell);
}

void DeliveryOrders::resend(const ResendOrder &order)
{
    if (!m_archive)
        return endResend(order, notRunning());
    m_archive->ask<QList<DeliveryId>>(
        [order](Records &records) {
            const auto found = deliveriesOf(records, order);
            return found && !order.isForced && !order.attempts.isEmpty()
                ? unsuccessful(records, *found)
                : found;
        },
        this,
        [this, order](const Result<QList<DeliveryId>> &found) {
            if (!found)
                return endResend(order, found.error());
            ResendOrder complete = order;
            complete.deliveries = *found;
            carryOut(complete);
        });
}

void DeliveryOrders::endResend(const ResendOrder &order, const Error &error)
{
    ResendProgress progress;
    progress.ticket = order.ticket;
    progress.error = error;
    progress.isDone = true;
    emit resendAdvanced(progress);
}

void DeliveryOrders::carryOut(const ResendOrder &order)
{
    // An answer that comes while it all ends finds nobody to write.
    if (!m_ledger)
        return endResend(order, notRunning());
    m_resendings.push_back(std::make_unique<Resending>(*m_ledger, m_clock, order));
    Resending *const resending = m_resendings.back().get();
    connect(resending, &Resending::advanced, this, [this, resending](const ResendProgress &now) {
        emit resendAdvanced(now);
        if (now.isDone)
            forget(resending);
    });
    resending->start();
}

// Later, since it is that one who tells.
void DeliveryOrders::forget(Resending *resending)
{
    const auto place
        = std::find_if(m_resendings.begin(), m_resendings.end(),
                       [resending](const auto &known) { return known.get() == resending; });
    place->release()->deleteLater();
    m_resendings.erase(place);
}

void DeliveryOrders::stopResend(Ticket ticket)
{
    for (const auto &resending : m_resendings) {
        if (resending->ticket() == ticket)
            return resending->stop();
    }
}

void DeliveryOrders::cancel(const QList<AttemptId> &attempts)
{
    const auto cancelling = std::make_shared<Cancelling>();
    if (!m_archive)
        return cancelAll({}, cancelling);
    m_archive->ask<QList<DeliveryId>>(
        [attempts](Records &records) { return deliveriesOf(records, attempts); }, this,
        [this, cancelling](const Result<QList<DeliveryId>> &found) {
            if (!found)
                cancelling->result.error = found.error();
            cancelAll(found ? *found : QList<DeliveryId>(), cancelling);
        });
}

void DeliveryOrders::cancelWaiting(const DestinationId &destination)
{
    const auto cancelling = std::make_shared<Cancelling>();
    cancelling->destination = destination;
    cancelNextPage(cancelling);
}

void DeliveryOrders::cancelNextPage(const std::shared_ptr<Cancelling> &cancelling)
{
    if (!m_archive)
        return cancelAll({}, cancelling);
    LogQuery query;
    query.filter = waitingFor(cancelling->destination);
    query.before = cancelling->before;
    query.limit = PageSize;
    m_archive->ask<QList<Delivery>>(
        [query](Records &records) { return records.deliveries(query); }, this,
        [this, cancelling](const Result<QList<Delivery>> &page) {
            QList<DeliveryId> ids;
            if (!page)
                cancelling->result.error = page.error();
            else
                std::transform(page->begin(), page->end(), std::back_inserter(ids),
                               [](const Delivery &delivery) { return delivery.id; });
            if (ids.size() < PageSize)
                cancelling->destination = {};
            else
                cancelling->before = ids.last().value;
            cancelAll(ids, cancelling);
        });
}

void DeliveryOrders::cancelAll(const QList<DeliveryId> &deliveries,
                               const std::shared_ptr<Cancelling> &cancelling)
{
    if (!m_ledger)
        cancelling->result.error = notRunning();
    if (!m_ledger || deliveries.isEmpty())
        return endPage(cancelling);
    cancelling->unanswered = deliveries.size();
    for (const DeliveryId delivery : deliveries) {
        m_ledger->submit(
            CancelDelivery{delivery, m_clock.now()}, this,
            [this, cancelling](const Result<Outcome> &outcome) { take(outcome, cancelling); });
    }
}

void DeliveryOrders::take(const Result<Outcome> &outcome,
                          const std::shared_ptr<Cancelling> &cancelling)
{
    Cancellation &result = cancelling->result;
    if (outcome)
        ++result.cancelled;
    else
        ++result.leftOut;
    if (!outcome && !result.error)
        result.error = outcome.error();
    if (--cancelling->unanswered == 0)
        endPage(cancelling);
}

void DeliveryOrders::endPage(const std::shared_ptr<Cancelling> &cancelling)
{
    if (m_ledger && !cancelling->destination.isNull())
        cancelNextPage(cancelling);
    else
        emit deliveriesCancelled(cancelling->result);
}

} // namespace Core

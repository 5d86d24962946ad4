// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefixture.h"

#include "core/store/sqliterecords.h"
#include "core/store/sqlitestore.h"
#include "tests/support/memoryrecords.h"
#include "tests/support/memorystore.h"

#include <algorithm>

using namespace Core;

StoreFixture::StoreFixture(Make make)
{
    if (make == Make::Sqlite) {
        m_store = std::make_unique<SqliteStore>(directory());
        m_records = std::make_unique<SqliteRecords>(directory());
    } else {
        const auto tables = std::make_shared<MemoryTables>();
        m_store = std::make_unique<MemoryStore>(tables);
        m_records = std::make_unique<MemoryRecords>(tables);
    }
    reopen(at(0));
}

RecoveryReport StoreFixture::reopen(Time now)
{
    m_records->close();
    m_store->close();
    const auto report = m_store->open(now);
    if (!report)
        fail(report.error());
    if (const auto opened = m_records->open(); !opened)
        fail(opened.error());
    return report ? *report : RecoveryReport{};
}

Result<Outcome> StoreFixture::write(const Change &change)
{
    const auto written = m_store->write({change});
    if (!written)
        return written.error();
    return written->first();
}

Error StoreFixture::refused(const Change &change)
{
    const auto outcome = write(change);
    if (outcome)
        QTest::qFail("the change was not refused", __FILE__, __LINE__);
    return outcome ? Error{} : outcome.error();
}

Destination StoreFixture::addDestination(const QString &name, const QString &url)
{
    return done<DestinationAdded>(AddDestination{makeRegistration(name, url), false, at(0)})
        .registration.destination;
}

QList<LogKey> StoreFixture::rows()
{
    QList<LogKey> keys;
    for (const Attempt &attempt : found(records().attempts({})))
        keys.append(LogKey::of(attempt.id));
    for (const Capture &capture : found(records().captures({})))
        keys.append(LogKey::of(capture.id));
    std::sort(keys.begin(), keys.end());
    return keys;
}

AcceptedEvent StoreFixture::addEvent(const NewEvent &event, const QString &idempotencyKey)
{
    const auto added = done<EventsAdded>(AddEvents{{event}, idempotencyKey});
    return added.events.isEmpty() ? AcceptedEvent{} : added.events.first();
}

AttemptFinished StoreFixture::attemptOnce(const QString &eventId, DestinationId target,
                                          const Attempt &attempt, DeliveryState next)
{
    const AcceptedEvent accepted = addEvent(makeEvent(eventId, {target}));
    if (accepted.deliveries.isEmpty())
        return {};
    const auto claimed
        = done<DeliveryClaimed>(ClaimDelivery{accepted.deliveries.first().id, at(1)});
    return done<AttemptFinished>(makeFinish(claimed.attempt, attempt, next, at(1000)));
}

void StoreFixture::fail(const Error &error)
{
    QTest::qFail(qPrintable(error.sentence), __FILE__, __LINE__);
}

Time at(qint64 milliseconds)
{
    return Time{Milliseconds{1'714'000'000'000 + milliseconds}};
}

Registration makeRegistration(const QString &name, const QString &url)
{
    Registration registration;
    registration.destination.name = name;
    registration.destination.url = url;
    registration.secrets.current = QByteArrayLiteral("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    return registration;
}

NewEvent makeEvent(const QString &id, const QList<DestinationId> &targets, const QByteArray &body)
{
    NewEvent wanted;
    wanted.event.id = EventId{id};
    wanted.event.type = QStringLiteral("invoice.paid");
    wanted.event.contentType = QByteArrayLiteral("application/json");
    wanted.event.body = body;
    wanted.event.acceptedAt = at(0);
    wanted.hasOwnId = true;
    wanted.audience.ids = targets;
    wanted.digest = body;
    return wanted;
}

Attempt makeEnd(AttemptOutcome outcome, int status)
{
    Attempt end;
    end.outcome = outcome;
    end.status = status;
    end.startedAt = at(2);
    end.timings.total = Microseconds{3000};
    return end;
}

FinishAttempt makeFinish(const Attempt &open, const Attempt &end, DeliveryState next, Time dueAt)
{
    FinishAttempt change;
    change.attempt = end;
    change.attempt.id = open.id;
    change.transcript.url = open.url;
    change.next = next;
    change.dueAt = dueAt;
    return change;
}

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dispatchfixture.h"

#include "tests/support/engineshare.h"
#include "tests/support/memorystore.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;

DispatchFixture::DispatchFixture()
    : m_control(std::make_shared<StoreControl>())
    , m_ledger(std::make_unique<FailingStore>(
          std::make_unique<MemoryStore>(std::make_shared<MemoryTables>()), m_control))
    , m_journal(m_ledger)
    , m_dispatcher(m_ledger, m_poster, m_clock)
{
    connect(&m_ledger, &Ledger::recorded, this, &DispatchFixture::take);
    connect(&m_dispatcher, &Dispatcher::attemptEnded, &m_journal, &Journal::record);
    connect(&m_dispatcher, &Dispatcher::responseEnded, &m_journal, &Journal::keep);
    connect(&m_journal, &Journal::refused, &m_dispatcher, &Dispatcher::abandon);
    QSignalSpy opened(&m_ledger, &Ledger::opened);
    m_ledger.start(m_clock.now());
    QVERIFY(opened.wait());
    m_dispatcher.start(Milliseconds{0});
}

DispatchFixture::~DispatchFixture()
{
    m_dispatcher.stop();
    m_ledger.stop();
}

DestinationId DispatchFixture::add(const QString &url,
                                   const std::function<void(Destination &)> &change)
{
    Registration registration = makeRegistration(QStringLiteral("joe"), url);
    registration.secrets.current = "whsec_" + QByteArray(32, 'k').toBase64();
    if (change)
        change(registration.destination);
    submit(AddDestination{registration, false, m_clock.now()});
    return m_destinations.last();
}

DeliveryId DispatchFixture::publish(const QString &id, const QList<DestinationId> &targets)
{
    NewEvent event = makeEvent(id, targets);
    event.event.acceptedAt = m_clock.now();
    submit(AddEvents{{event}});
    return m_events.last().deliveries.value(0).id;
}

void DispatchFixture::submit(const Change &change)
{
    bool isAnswered = false;
    m_ledger.submit(change, this, [&](const Result<Outcome> &outcome) {
        QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().sentence));
        isAnswered = true;
    });
    QTRY_VERIFY(isAnswered);
}

bool DispatchFixture::post(const QString &id, DestinationId target)
{
    const qsizetype before = shipments().size();
    publish(id, {target});
    return QTest::qWaitFor([&] { return shipments().size() == before + 1; });
}

bool DispatchFixture::answerNewest(int status, const HeaderList &headers)
{
    const qsizetype before = m_finished.size();
    Report report;
    report.attempt = shipments().last().attempt;
    report.status = status;
    report.startedAt = m_clock.now();
    report.responseHeaders = headers;
    m_poster.report(report);
    return QTest::qWaitFor([&] { return m_finished.size() == before + 1; });
}

void DispatchFixture::advance(Milliseconds step)
{
    m_clock.advance(step);
    m_dispatcher.dispatchDue();
}

void DispatchFixture::take(const QList<Outcome> &outcomes)
{
    for (const Outcome &outcome : outcomes) {
        if (const auto *added = std::get_if<DestinationAdded>(&outcome))
            m_destinations.append(added->registration.destination.id);
        if (const auto *events = std::get_if<EventsAdded>(&outcome))
            m_events += events->events;
        if (const auto *ended = std::get_if<AttemptFinished>(&outcome))
            m_finished.append(*ended);
        if (const auto *kept = std::get_if<ResponseKept>(&outcome))
            m_kept.append(kept->attempt);
        passOn(outcome, m_dispatcher);
    }
}

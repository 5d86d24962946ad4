// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoryhouse.h"

#include "tests/support/memoryrecords.h"
#include "tests/support/memorystore.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

using namespace Core;

MemoryHouse::MemoryHouse()
{
    const auto tables = std::make_shared<MemoryTables>();
    m_ledger = std::make_unique<Ledger>(std::make_unique<MemoryStore>(tables));
    m_archive = std::make_unique<Archive>(std::make_unique<MemoryRecords>(tables));
    QObject::connect(
        m_ledger.get(), &Ledger::recorded, m_ledger.get(), [this](const QList<Outcome> &outcomes) {
            for (const Outcome &outcome : outcomes) {
                if (const auto *added = std::get_if<DestinationAdded>(&outcome))
                    m_directory.put(added->registration);
                if (const auto *imported = std::get_if<DestinationsImported>(&outcome)) {
                    for (const DestinationAdded &added : imported->added)
                        m_directory.put(added.registration);
                    for (const DestinationChanged &changed : imported->changed)
                        m_directory.put(changed.destination);
                }
                if (const auto *changed = std::get_if<DestinationChanged>(&outcome))
                    m_directory.put(changed->destination);
                if (const auto *rotated = std::get_if<SecretRotated>(&outcome))
                    m_directory.put(rotated->registration);
                if (const auto *removed = std::get_if<DestinationRemoved>(&outcome))
                    m_directory.remove(removed->destination);
            }
        });
    QSignalSpy opened(m_ledger.get(), &Ledger::opened);
    m_ledger->start(m_clock.now());
    if (!opened.wait())
        QTest::qFail("the ledger did not open", __FILE__, __LINE__);
    m_archive->start();
}

MemoryHouse::~MemoryHouse()
{
    m_archive->stop();
    m_ledger->stop();
}

Result<Outcome> MemoryHouse::write(const Change &change)
{
    std::optional<Result<Outcome>> answer;
    m_ledger->submit(change, m_ledger.get(),
                     [&answer](const Result<Outcome> &outcome) { answer = outcome; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return notFound(QStringLiteral("No answer came."));
    return *answer;
}

Destination MemoryHouse::add(const QString &name, const QString &url)
{
    return done<DestinationAdded>(AddDestination{makeRegistration(name, url), false, at(0)})
        .registration.destination;
}

Delivery MemoryHouse::deliver(DestinationId destination)
{
    const QString id = QStringLiteral("e%1").arg(++m_eventCount);
    const auto added = done<EventsAdded>(AddEvents{{makeEvent(id, {destination}, id.toLatin1())}});
    return added.events.value(0).deliveries.value(0);
}

Attempt MemoryHouse::attempt(DestinationId destination, DeliveryState state)
{
    const auto claimed = done<DeliveryClaimed>(ClaimDelivery{deliver(destination).id, at(1)});
    const Attempt end = state == DeliveryState::Delivered ? makeEnd(AttemptOutcome::Delivered, 200)
                                                          : makeEnd(AttemptOutcome::Failed, 404);
    return done<AttemptFinished>(makeFinish(claimed.attempt, end, state, at(1000))).attempt;
}

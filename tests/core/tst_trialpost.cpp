// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/addresspolicy.h"
#include "core/model/directory.h"
#include "core/model/secrets.h"
#include "core/store/archive.h"
#include "core/store/ledger.h"
#include "core/trialpost.h"
#include "tests/support/failingstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/memoryrecords.h"
#include "tests/support/memorystore.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

using namespace Core;

/// What becomes of a trial when the store has trouble; what it does when all is well is tested with
/// the engine.
class TestTrialPost final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void whatMayNotBeRegisteredIsRefused();
    void aBodyThatIsComingIsWaitedFor();
    void whatCannotBeRemovedYetIsRemovedLater();
    void whatAKilledRunHasLeftIsRemoved();
    void aPauseIsToldAtOnce();
    void aPauseEndsWhatIsUnderWay();
    void aPauseWhileItIsRegisteredEndsIt();

private:
    void open();
    DestinationId begin();
    void tellOfTheEnd(DestinationId destination);
    Outcome written(const Change &change);

    Directory m_directory;
    AddressPolicy m_policy;
    ManualClock m_clock;
    std::shared_ptr<MemoryTables> m_tables;
    std::shared_ptr<StoreControl> m_control;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<TrialPost> m_post;
    QList<Outcome> m_outcomes;
    bool m_isDispatching = true;
};

void TestTrialPost::init()
{
    m_outcomes.clear();
    m_isDispatching = true;
    m_tables = std::make_shared<MemoryTables>();
    m_control = std::make_shared<StoreControl>();
    m_ledger = std::make_unique<Ledger>(
        std::make_unique<FailingStore>(std::make_unique<MemoryStore>(m_tables), m_control));
    m_archive = std::make_unique<Archive>(std::make_unique<MemoryRecords>(m_tables));
    connect(m_ledger.get(), &Ledger::recorded, this,
            [this](const QList<Outcome> &outcomes) { m_outcomes += outcomes; });
    QSignalSpy opened(m_ledger.get(), &Ledger::opened);
    m_ledger->start(at(0));
    QVERIFY(opened.wait());
    m_archive->start();
    open();
}

void TestTrialPost::open()
{
    m_post = std::make_unique<TrialPost>(m_directory, m_policy, m_clock);
    m_post->open(*m_ledger, *m_archive, [this] { return m_isDispatching; });
}

void TestTrialPost::cleanup()
{
    m_post.reset();
    m_archive->stop();
    m_ledger->stop();
}

/// Registers a destination for a trial, and waits for its test event.
DestinationId TestTrialPost::begin()
{
    Destination joe;
    joe.name = QStringLiteral("joe");
    joe.url = QStringLiteral("http://localhost:2/hook");
    m_post->tryDestination(joe);
    const auto isSent = [this] {
        return m_outcomes.size() == 2 && std::holds_alternative<EventsAdded>(m_outcomes.last());
    };
    if (!QTest::qWaitFor(isSent))
        return {};
    return std::get<DestinationAdded>(m_outcomes.first()).registration.destination.id;
}

void TestTrialPost::tellOfTheEnd(DestinationId destination)
{
    Attempt attempt = makeEnd(AttemptOutcome::Failed, 500);
    attempt.destination = destination;
    m_post->take({attempt});
}

Outcome TestTrialPost::written(const Change &change)
{
    std::optional<Outcome> written;
    m_ledger->submit(change, this,
                     [&written](const Result<Outcome> &outcome) { written = *outcome; });
    return QTest::qWaitFor([&written] { return written.has_value(); }) ? *written : Outcome{};
}

void TestTrialPost::aBodyThatIsComingIsWaitedFor()
{
    QVERIFY(begin().value != 0);
    const QSignalSpy tried(m_post.get(), &TrialPost::tried);
    const AcceptedEvent event = std::get<EventsAdded>(m_outcomes.last()).events.first();
    const auto claimed
        = std::get<DeliveryClaimed>(written(ClaimDelivery{event.deliveries.first().id, at(1)}));
    FinishAttempt verdict = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Failed, 404),
                                       DeliveryState::Failed, at(2));
    verdict.transcript.isResponseCut = true;
    m_post->take({std::get<AttemptFinished>(written(verdict)).attempt});
    const KeepResponse body{claimed.attempt.id, "no such path", false, Microseconds{1}};
    m_post->takeResponses({std::get<ResponseKept>(written(body)).attempt});
    QTRY_COMPARE(tried.size(), 1);
    const auto record = tried.first().first().value<AttemptRecord>();
    QCOMPARE(record.transcript.responseBody, "no such path");
}

void TestTrialPost::whatMayNotBeRegisteredIsRefused()
{
    m_control->refuseWith(
        Error{ErrorCode::StorageFull, QStringLiteral("The disk is full."), {}, {}});
    const QSignalSpy refused(m_post.get(), &TrialPost::refused);
    Destination joe;
    joe.name = QStringLiteral("joe");
    joe.url = QStringLiteral("http://localhost:2/hook");
    m_post->tryDestination(joe);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Error>().sentence, QStringLiteral("The disk is full."));
}

void TestTrialPost::whatCannotBeRemovedYetIsRemovedLater()
{
    const DestinationId joe = begin();
    QVERIFY(joe.value != 0);
    m_control->refuseWith(Error{ErrorCode::Storage, QStringLiteral("It is locked."), {}, {}});
    const qsizetype writes = m_control->batchSizes().size();
    tellOfTheEnd(joe);
    QTRY_COMPARE(m_control->batchSizes().size(), writes + 1);
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(m_outcomes.size(), 2);
    m_control->refuseWith(std::nullopt);
    QTRY_COMPARE(m_outcomes.size(), 3);
    QVERIFY(std::get<DestinationRemoved>(m_outcomes.last()).destination == joe);
}

void TestTrialPost::whatAKilledRunHasLeftIsRemoved()
{
    const DestinationId joe = begin();
    const Registration left = std::get<DestinationAdded>(m_outcomes.first()).registration;
    Registration kept = left;
    kept.destination.id = DestinationId{joe.value + 1};
    kept.destination.events = {QStringLiteral("*")};
    open();
    m_post->removeLeftovers({kept, left});
    QCOMPARE(m_ledger->pendingCount(), 1);
    QTRY_COMPARE(m_outcomes.size(), 3);
    QVERIFY(std::get<DestinationRemoved>(m_outcomes.last()).destination == joe);
}

void TestTrialPost::aPauseIsToldAtOnce()
{
    m_isDispatching = false;
    const QSignalSpy refused(m_post.get(), &TrialPost::refused);
    Destination joe;
    joe.name = QStringLiteral("joe");
    joe.url = QStringLiteral("http://localhost:2/hook");
    m_post->tryDestination(joe);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().value<Error>().sentence.contains(QStringLiteral("paused")));
    QCOMPARE(m_ledger->pendingCount(), 0);
}

void TestTrialPost::aPauseEndsWhatIsUnderWay()
{
    const DestinationId joe = begin();
    QVERIFY(joe.value != 0);
    const QSignalSpy refused(m_post.get(), &TrialPost::refused);
    m_post->refuseAll();
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().value<Error>().sentence.contains(QStringLiteral("paused")));
    QTRY_COMPARE(m_outcomes.size(), 3);
    QVERIFY(std::get<DestinationRemoved>(m_outcomes.last()).destination == joe);
    m_post->refuseAll();
    tellOfTheEnd(joe);
    QCOMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(refused.size(), 1);
}

void TestTrialPost::aPauseWhileItIsRegisteredEndsIt()
{
    const QSignalSpy refused(m_post.get(), &TrialPost::refused);
    Destination joe;
    joe.name = QStringLiteral("joe");
    joe.url = QStringLiteral("http://localhost:2/hook");
    m_post->tryDestination(joe);
    m_isDispatching = false;
    m_post->refuseAll();
    QTRY_COMPARE(refused.size(), 1);
    QTRY_COMPARE(m_outcomes.size(), 2);
    QVERIFY(std::holds_alternative<DestinationRemoved>(m_outcomes.last()));
}

QTEST_GUILESS_MAIN(TestTrialPost)
#include "tst_trialpost.moc"

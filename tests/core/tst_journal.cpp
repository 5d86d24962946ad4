// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal.h"
#include "core/store/ledger.h"
#include "tests/support/failingstore.h"
#include "tests/support/memorystore.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

#include <deque>
#include <utility>

using namespace Core;

namespace {

/// Keeps what it is asked, to be answered by hand.
class AskedWriter final : public Writer
{
public:
    void submit(Change change, const QObject * /*context*/, Answer answer) override
    {
        m_asked.emplace_back(std::move(change), std::move(answer));
    }

    template<typename T>
    bool isNext() const
    {
        return !m_asked.empty() && std::holds_alternative<T>(m_asked.front().first);
    }

    void refuseNext(ErrorCode code)
    {
        const Answer answer = m_asked.front().second;
        m_asked.pop_front();
        answer(Error{code, QStringLiteral("no"), {}, {}});
    }

private:
    std::deque<std::pair<Change, Answer>> m_asked;
};

} // namespace

class TestJournal final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anEndIsPutOnRecord();
    void whatTheStoreRefusesIsKeptAndTriedAgain_data();
    void whatTheStoreRefusesIsKeptAndTriedAgain();
    void whatIsKeptIsHandedInBeforeTheEnd();
    void whatIsClosedAlreadyIsNotKept();
    void aBodyWaitsForTheEndOfItsAttempt_data();
    void aBodyWaitsForTheEndOfItsAttempt();
    void aBodyThatPassesTheEndOfItsAttemptWaitsForIt();
    void aBodyWaitsForAnEndThatIsHandedInAgain();
    void aBodyThatNobodyAwaitsIsDropped();

private:
    AttemptId claim(const QString &event);
    FinishAttempt endOf(AttemptId attempt) const;
    FinishAttempt verdictOn(AttemptId attempt) const;
    Outcome written(const Change &change);

    std::shared_ptr<MemoryTables> m_tables;
    std::shared_ptr<StoreControl> m_control;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Journal> m_journal;
    QList<AttemptFinished> m_finished;
    QList<ResponseKept> m_responses;
};

void TestJournal::init()
{
    m_finished.clear();
    m_responses.clear();
    m_tables = std::make_shared<MemoryTables>();
    m_control = std::make_shared<StoreControl>();
    m_ledger = std::make_unique<Ledger>(
        std::make_unique<FailingStore>(std::make_unique<MemoryStore>(m_tables), m_control));
    m_journal = std::make_unique<Journal>(*m_ledger);
    connect(m_ledger.get(), &Ledger::recorded, this, [this](const QList<Outcome> &outcomes) {
        for (const Outcome &outcome : outcomes) {
            if (const auto *finished = std::get_if<AttemptFinished>(&outcome))
                m_finished.append(*finished);
            if (const auto *kept = std::get_if<ResponseKept>(&outcome))
                m_responses.append(*kept);
        }
    });
    QSignalSpy opened(m_ledger.get(), &Ledger::opened);
    m_ledger->start(at(0));
    QVERIFY(opened.wait());
}

void TestJournal::cleanup()
{
    m_journal.reset();
    m_ledger->stop();
}

Outcome TestJournal::written(const Change &change)
{
    std::optional<Outcome> written;
    m_ledger->submit(change, this, [&written](const Result<Outcome> &outcome) {
        QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().sentence));
        written = *outcome;
    });
    return QTest::qWaitFor([&written] { return written.has_value(); }) ? *written : Outcome{};
}

AttemptId TestJournal::claim(const QString &event)
{
    const auto added = std::get<DestinationAdded>(written(AddDestination{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/hook")), false,
        at(0)}));
    const auto events = std::get<EventsAdded>(
        written(AddEvents{{makeEvent(event, {added.registration.destination.id})}}));
    const DeliveryId delivery = events.events.first().deliveries.first().id;
    return std::get<DeliveryClaimed>(written(ClaimDelivery{delivery, at(1)})).attempt.id;
}

FinishAttempt TestJournal::endOf(AttemptId attempt) const
{
    Attempt open;
    open.id = attempt;
    return makeFinish(open, makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered,
                      at(2));
}

/// While the body of the answer is still coming.
FinishAttempt TestJournal::verdictOn(AttemptId attempt) const
{
    FinishAttempt verdict = endOf(attempt);
    verdict.transcript.isResponseCut = true;
    return verdict;
}

void TestJournal::anEndIsPutOnRecord()
{
    const AttemptId attempt = claim(QStringLiteral("evt_1"));
    m_journal->record(endOf(attempt));
    QCOMPARE(m_journal->unwrittenCount(), 1);
    QTRY_COMPARE(m_finished.size(), 1);
    QVERIFY(m_finished.first().attempt.id == attempt);
    QCOMPARE(m_journal->unwrittenCount(), 0);
}

void TestJournal::whatTheStoreRefusesIsKeptAndTriedAgain_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("the disk is full") << ErrorCode::StorageFull;
    QTest::newRow("the store cannot be written") << ErrorCode::Storage;
}

void TestJournal::whatTheStoreRefusesIsKeptAndTriedAgain()
{
    QFETCH(const ErrorCode, code);
    const AttemptId attempt = claim(QStringLiteral("evt_1"));
    m_control->failWith(Error{code, QStringLiteral("trouble"), {}, {}});
    const qsizetype before = m_control->batchSizes().size();
    m_journal->record(endOf(attempt));
    QTRY_VERIFY(m_control->batchSizes().size() > before);
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(m_journal->unwrittenCount(), 1);
    m_control->failWith(std::nullopt);
    QTRY_COMPARE(m_finished.size(), 1);
    QCOMPARE(m_journal->unwrittenCount(), 0);
}

void TestJournal::whatIsKeptIsHandedInBeforeTheEnd()
{
    const AttemptId attempt = claim(QStringLiteral("evt_1"));
    m_control->failWith(Error{ErrorCode::StorageFull, QStringLiteral("disk full"), {}, {}});
    m_journal->record(endOf(attempt));
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(m_journal->unwrittenCount(), 1);
    m_control->failWith(std::nullopt);
    m_journal->flush();
    m_ledger->stop();
    QCOMPARE(m_finished.size(), 1);
    QCOMPARE(m_journal->unwrittenCount(), 0);
}

void TestJournal::whatIsClosedAlreadyIsNotKept()
{
    const AttemptId attempt = claim(QStringLiteral("evt_1"));
    m_journal->record(endOf(attempt));
    QTRY_COMPARE(m_finished.size(), 1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("could not be closed")));
    QSignalSpy refused(m_journal.get(), &Journal::refused);
    m_journal->record(endOf(attempt));
    QTRY_COMPARE(m_journal->unwrittenCount(), 0);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().value<FinishAttempt>().attempt.id == attempt);
    QCOMPARE(m_finished.size(), 1);
}

void TestJournal::aBodyWaitsForTheEndOfItsAttempt_data()
{
    QTest::addColumn<bool>("comesAtOnce");
    QTest::newRow("that is being refused") << true;
    QTest::newRow("that has been refused") << false;
}

void TestJournal::aBodyWaitsForTheEndOfItsAttempt()
{
    QFETCH(const bool, comesAtOnce);
    const AttemptId attempt = claim(QStringLiteral("evt_1"));
    m_control->failWith(Error{ErrorCode::StorageFull, QStringLiteral("disk full"), {}, {}});
    m_journal->record(verdictOn(attempt));
    if (!comesAtOnce) {
        QTRY_COMPARE(m_ledger->pendingCount(), 0);
        m_control->failWith(std::nullopt);
    }
    m_journal->keep({attempt, "body", false, Microseconds{1}});
    QCOMPARE(m_journal->unwrittenCount(), 2);
    if (comesAtOnce) {
        QTRY_COMPARE(m_ledger->pendingCount(), 0);
        m_control->failWith(std::nullopt);
    }
    QTRY_COMPARE(m_responses.size(), 1);
    QCOMPARE(m_responses.first().attempt.responseBytes, 4);
    QCOMPARE(m_finished.size(), 1);
    QCOMPARE(m_journal->unwrittenCount(), 0);
}

/// The store has its trouble just between the two.
void TestJournal::aBodyThatPassesTheEndOfItsAttemptWaitsForIt()
{
    AskedWriter writer;
    Journal journal(writer);
    journal.record(verdictOn(AttemptId{1}));
    journal.keep({AttemptId{1}, "body", false, Microseconds{1}});
    writer.refuseNext(ErrorCode::Storage);
    writer.refuseNext(ErrorCode::Conflict);
    QCOMPARE(journal.unwrittenCount(), 2);
    journal.flush();
    QVERIFY(writer.isNext<FinishAttempt>());
    writer.refuseNext(ErrorCode::Storage);
    QVERIFY(writer.isNext<KeepResponse>());
    writer.refuseNext(ErrorCode::Storage);
    QCOMPARE(journal.unwrittenCount(), 2);
}

/// The store is well again between the two, and the end is on its way once more.
void TestJournal::aBodyWaitsForAnEndThatIsHandedInAgain()
{
    AskedWriter writer;
    Journal journal(writer);
    journal.record(verdictOn(AttemptId{1}));
    journal.keep({AttemptId{1}, "body", false, Microseconds{1}});
    writer.refuseNext(ErrorCode::Storage);
    journal.flush();
    writer.refuseNext(ErrorCode::Conflict);
    QCOMPARE(journal.unwrittenCount(), 2);
}

void TestJournal::aBodyThatNobodyAwaitsIsDropped()
{
    const AttemptId attempt = claim(QStringLiteral("evt_1"));
    const QSignalSpy refused(m_journal.get(), &Journal::refused);
    m_journal->record(endOf(attempt));
    m_journal->keep({attempt, "body", false, Microseconds{1}});
    QTRY_COMPARE(m_finished.size(), 1);
    QTRY_COMPARE(m_journal->unwrittenCount(), 0);
    QVERIFY(m_responses.isEmpty() && refused.isEmpty());
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"

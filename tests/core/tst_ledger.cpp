// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger.h"
#include "tests/support/failingstore.h"
#include "tests/support/memorystore.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

using namespace Core;

class TestLedger final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void openingTellsWhatIsThere();
    void aStoreThatCannotBeOpenedIsTold();
    void whatComesInTogetherIsWrittenTogether();
    void whatComesInDuringAWriteIsWrittenTogether();
    void aBatchIsBounded_data();
    void aBatchIsBounded();
    void everythingIsToldInItsOrder();
    void nothingIsToldBeforeItIsWritten();
    void aRefusalIsAnsweredAloneAndNotTold();
    void nobodyIsAnsweredWhoIsGone();
    void troubleIsToldOnceAndItsEndToo();
    void troubleEndsByItself_data();
    void troubleEndsByItself();
    void aFullDiskIsTroubleBeforeAnythingIsWritten();
    void aRefusalOfAnotherKindIsNoTrouble();
    void anAnswerMaySubmitAgain();
    void stoppingWritesAndAnswersEverything();
    void whatIsSubmittedAfterTheEndIsRefused();
    void whatIsSubmittedBeforeTheStartIsWritten();

private:
    void start();
    void addDestination(const QString &name);
    void submitNamed(const QString &name);

    std::shared_ptr<MemoryTables> m_tables;
    std::shared_ptr<StoreControl> m_control;
    std::unique_ptr<Ledger> m_ledger;
    QStringList m_told; ///< what has been told, in its order: "recorded 2", "joe", "error"
};

void TestLedger::init()
{
    m_told.clear();
    m_tables = std::make_shared<MemoryTables>();
    m_control = std::make_shared<StoreControl>();
    m_ledger = std::make_unique<Ledger>(
        std::make_unique<FailingStore>(std::make_unique<MemoryStore>(m_tables), m_control));
    connect(m_ledger.get(), &Ledger::recorded, this, [this](const QList<Outcome> &outcomes) {
        m_told.append(QStringLiteral("recorded %1").arg(outcomes.size()));
    });
}

void TestLedger::cleanup()
{
    m_control->release();
    m_ledger.reset();
    QCOMPARE(m_control->openCount(), 0);
}

void TestLedger::start()
{
    QSignalSpy opened(m_ledger.get(), &Ledger::opened);
    m_ledger->start(at(0));
    QTRY_COMPARE(opened.size(), 1);
}

/// Asks for a destination of that name; the answer adds the name to what was told.
void TestLedger::submitNamed(const QString &name)
{
    const AddDestination change{makeRegistration(name, QStringLiteral("http://localhost/")), false,
                                at(0)};
    m_ledger->submit(change, this, [this](const Result<Outcome> &outcome) {
        m_told.append(outcome ? std::get<DestinationAdded>(*outcome).registration.destination.name
                              : QStringLiteral("error"));
    });
}

void TestLedger::openingTellsWhatIsThere()
{
    MemoryStore store(m_tables);
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write(
        {AddDestination{makeRegistration(QStringLiteral("joe"), QString()), false, at(0)}}));
    const DestinationId joe{1};
    QVERIFY(store.write({AddEvents{
        {makeEvent(QStringLiteral("e1"), {joe}), makeEvent(QStringLiteral("e2"), {joe})}}}));
    const auto waiting = store.waiting();
    QVERIFY(store.write({ClaimDelivery{waiting->first().delivery, at(0)}}));
    store.close();

    QSignalSpy opened(m_ledger.get(), &Ledger::opened);
    m_ledger->start(at(5));
    QTRY_COMPARE(opened.size(), 1);
    const auto contents = opened.first().first().value<LedgerContents>();
    QCOMPARE(contents.recovery.interruptedAttempts, 1);
    QCOMPARE(contents.recovery.deliveriesAgain, 1);
    QCOMPARE(contents.registrations.size(), 1);
    QVERIFY(contents.waiting == *waiting);
}

void TestLedger::aStoreThatCannotBeOpenedIsTold()
{
    const Error error{ErrorCode::Storage, QStringLiteral("damaged"), {}, {}};
    m_control->failWith(error);
    QSignalSpy failed(m_ledger.get(), &Ledger::openingFailed);
    QSignalSpy opened(m_ledger.get(), &Ledger::opened);
    m_ledger->start(at(0));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>(), error);
    submitNamed(QStringLiteral("joe"));
    QTRY_COMPARE(m_told, QStringList{QStringLiteral("error")});

    m_control->failWith(std::nullopt);
    m_ledger->start(at(0));
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(failed.size(), 1);
}

void TestLedger::whatComesInTogetherIsWrittenTogether()
{
    start();
    for (int i = 0; i < 500; ++i)
        submitNamed(QString::number(i));
    QCOMPARE(m_ledger->pendingCount(), 500);
    QVERIFY2(m_told.isEmpty(), "nothing is answered from within submit()");
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(m_control->batchSizes(), QList<qsizetype>{500});
}

void TestLedger::whatComesInDuringAWriteIsWrittenTogether()
{
    start();
    m_control->hold();
    submitNamed(QStringLiteral("first"));
    QTRY_COMPARE(m_control->batchSizes().size(), 1);
    m_control->waitUntilHeld();
    for (int i = 0; i < 20; ++i) {
        submitNamed(QString::number(i));
        QCoreApplication::processEvents();
    }
    m_control->release();
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(m_control->batchSizes(), (QList<qsizetype>{1, 20}));
}

void TestLedger::aBatchIsBounded_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("bodyBytes");
    QTest::addColumn<QList<qsizetype>>("sizes");
    QTest::newRow("by the number of changes") << 4500 << 1 << QList<qsizetype>{2000, 2000, 500};
    QTest::newRow("by the bytes of bodies") << 20 << 1024 * 1024 << QList<qsizetype>{8, 8, 4};
    QTest::newRow("a body that is too large alone") << 1 << 9 * 1024 * 1024 << QList<qsizetype>{1};
}

void TestLedger::aBatchIsBounded()
{
    QFETCH(int, count);
    QFETCH(int, bodyBytes);
    QFETCH(QList<qsizetype>, sizes);
    start();
    m_control->hold();
    const QByteArray body(bodyBytes, 'x');
    for (int i = 0; i < count; ++i)
        m_ledger->submit(AddEvents{{makeEvent(QString::number(i), {}, body)}}, nullptr, {});
    m_control->release();
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(m_control->batchSizes(), sizes);
}

void TestLedger::everythingIsToldInItsOrder()
{
    start();
    QStringList names;
    for (int i = 0; i < 30; ++i)
        names.append(QString::number(i));
    for (const QString &name : std::as_const(names)) {
        submitNamed(name);
        if (name.endsWith(u'9'))
            QTRY_COMPARE(m_ledger->pendingCount(), 0);
    }
    const QString recorded = QStringLiteral("recorded 10");
    const QStringList expected = QStringList{recorded} + names.mid(0, 10) + QStringList{recorded}
        + names.mid(10, 10) + QStringList{recorded} + names.mid(20, 10);
    QCOMPARE(m_told, expected);
}

void TestLedger::nothingIsToldBeforeItIsWritten()
{
    start();
    m_control->hold();
    submitNamed(QStringLiteral("joe"));
    QTRY_COMPARE(m_control->batchSizes().size(), 1);
    m_control->waitUntilHeld();
    QCoreApplication::processEvents();
    QVERIFY(m_told.isEmpty());
    QCOMPARE(m_ledger->pendingCount(), 1);
    m_control->release();
    QTRY_COMPARE(m_told, (QStringList{QStringLiteral("recorded 1"), QStringLiteral("joe")}));
    QCOMPARE(m_ledger->pendingCount(), 0);
}

void TestLedger::aRefusalIsAnsweredAloneAndNotTold()
{
    start();
    ErrorCode code = ErrorCode::Storage;
    submitNamed(QStringLiteral("joe"));
    m_ledger->submit(ClaimDelivery{{4711}, at(0)}, this,
                     [&code](const Result<Outcome> &outcome) { code = outcome.error().code; });
    submitNamed(QStringLiteral("ann"));
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(
        m_told,
        (QStringList{QStringLiteral("recorded 2"), QStringLiteral("joe"), QStringLiteral("ann")}));
    QCOMPARE(code, ErrorCode::NotFound);
    m_ledger->submit(ClaimDelivery{{4711}, at(0)}, nullptr, {});
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QVERIFY2(m_told.size() == 3, "a batch of refusals alone tells nothing");
}

void TestLedger::nobodyIsAnsweredWhoIsGone()
{
    start();
    auto context = std::make_unique<QObject>();
    bool isAnswered = false;
    const AddDestination change{makeRegistration(QStringLiteral("joe"), QString()), false, at(0)};
    m_ledger->submit(change, context.get(),
                     [&isAnswered](const Result<Outcome> &) { isAnswered = true; });
    context.reset();
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QVERIFY(!isAnswered);
    QCOMPARE(m_told, QStringList{QStringLiteral("recorded 1")});
}

void TestLedger::troubleIsToldOnceAndItsEndToo()
{
    start();
    const Error full{ErrorCode::StorageFull, QStringLiteral("full"), {}, {}};
    connect(m_ledger.get(), &Ledger::troubleChanged, this,
            [this](const std::optional<Error> &error) {
                m_told.append(error ? error->sentence : QStringLiteral("over"));
            });
    m_control->failWith(full);
    for (int i = 0; i < 3; ++i) {
        submitNamed(QStringLiteral("joe"));
        QTRY_COMPARE(m_ledger->pendingCount(), 0);
    }
    m_control->failWith(std::nullopt);
    QTRY_COMPARE(m_told.size(), 5);
    submitNamed(QStringLiteral("joe"));
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    const QStringList expected{QStringLiteral("full"),  QStringLiteral("error"),
                               QStringLiteral("error"), QStringLiteral("error"),
                               QStringLiteral("over"),  QStringLiteral("recorded 1"),
                               QStringLiteral("joe")};
    QCOMPARE(m_told, expected);
}

void TestLedger::troubleEndsByItself_data()
{
    QTest::addColumn<bool>("failsWhole");
    QTest::newRow("when nothing could be written") << true;
    QTest::newRow("when new work alone was refused") << false;
}

void TestLedger::troubleEndsByItself()
{
    QFETCH(bool, failsWhole);
    start();
    QSignalSpy trouble(m_ledger.get(), &Ledger::troubleChanged);
    const Error full{ErrorCode::StorageFull, QStringLiteral("full"), {}, {}};
    if (failsWhole)
        m_control->failWith(full);
    else
        m_control->refuseWith(full);
    submitNamed(QStringLiteral("joe"));
    QTRY_COMPARE(trouble.size(), 1);
    QCOMPARE(trouble.first().first().value<std::optional<Error>>(), std::optional(full));
    QTRY_VERIFY(m_control->probeCount() >= 2);
    QCOMPARE(trouble.size(), 1);
    m_control->failWith(std::nullopt);
    m_control->refuseWith(std::nullopt);
    QTRY_COMPARE(trouble.size(), 2);
    QVERIFY(!trouble.last().first().value<std::optional<Error>>());
    QCOMPARE(m_control->batchSizes(), QList<qsizetype>{1});
    QVERIFY2(m_told.filter(QStringLiteral("recorded")).isEmpty(), "a probe tells of nothing");
}

void TestLedger::aFullDiskIsTroubleBeforeAnythingIsWritten()
{
    const Error full{ErrorCode::StorageFull, QStringLiteral("full"), {}, {}};
    m_control->refuseWith(full);
    QSignalSpy trouble(m_ledger.get(), &Ledger::troubleChanged);
    start();
    QTRY_COMPARE(trouble.size(), 1);
    QCOMPARE(trouble.first().first().value<std::optional<Error>>(), std::optional(full));
    m_control->refuseWith(std::nullopt);
    QTRY_COMPARE(trouble.size(), 2);
    QVERIFY(!trouble.last().first().value<std::optional<Error>>());
}

void TestLedger::aRefusalOfAnotherKindIsNoTrouble()
{
    start();
    QSignalSpy trouble(m_ledger.get(), &Ledger::troubleChanged);
    m_control->refuseWith(Error{ErrorCode::Conflict, QStringLiteral("taken"), {}, {}});
    submitNamed(QStringLiteral("joe"));
    QTRY_COMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(trouble.size(), 0);
    QCOMPARE(m_control->probeCount(), 0);
}

void TestLedger::anAnswerMaySubmitAgain()
{
    start();
    const AddDestination change{makeRegistration(QStringLiteral("joe"), QString()), false, at(0)};
    m_ledger->submit(change, this,
                     [this](const Result<Outcome> &) { submitNamed(QStringLiteral("ann")); });
    QTRY_VERIFY(m_told.contains(QStringLiteral("ann")));
    QCOMPARE(m_control->batchSizes(), (QList<qsizetype>{1, 1}));
}

void TestLedger::stoppingWritesAndAnswersEverything()
{
    start();
    for (int i = 0; i < 2500; ++i)
        submitNamed(QString::number(i));
    m_ledger->stop();
    QCOMPARE(m_ledger->pendingCount(), 0);
    QCOMPARE(m_told.size(), 2502);
    QCOMPARE(m_told.last(), QStringLiteral("2499"));
    QCOMPARE(m_control->openCount(), 0);
    m_ledger->stop();
    MemoryStore store(m_tables);
    QVERIFY(store.open(at(0)));
    QCOMPARE(store.registrations()->size(), 2500);
}

void TestLedger::whatIsSubmittedAfterTheEndIsRefused()
{
    start();
    m_ledger->stop();
    submitNamed(QStringLiteral("joe"));
    QVERIFY(m_told.isEmpty());
    QTRY_COMPARE(m_told, QStringList{QStringLiteral("error")});
    QCOMPARE(m_ledger->pendingCount(), 0);
}

void TestLedger::whatIsSubmittedBeforeTheStartIsWritten()
{
    submitNamed(QStringLiteral("joe"));
    connect(m_ledger.get(), &Ledger::opened, this,
            [this] { m_told.append(QStringLiteral("open")); });
    start();
    QTRY_COMPARE(
        m_told,
        (QStringList{QStringLiteral("open"), QStringLiteral("recorded 1"), QStringLiteral("joe")}));
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storesuite.h"

#include <array>

using namespace Core;

Q_DECLARE_METATYPE(Core::ChangePin)
Q_DECLARE_METATYPE(Core::Pin)

namespace {

const QString Words = QStringLiteral("look here");

HistoryLimits keepNothing()
{
    HistoryLimits limits;
    limits.age = Milliseconds{0};
    limits.attempts = 0;
    limits.bytes = 0;
    limits.heartbeats = 0;
    return limits;
}

} // namespace

/// What every store keeps of what people pin and note.
class TestPins final : public StoreSuite
{
    Q_OBJECT

private slots:
    void aRowBearsWhatAPersonPutsOnIt_data();
    void aRowBearsWhatAPersonPutsOnIt();
    void anAttemptInFlightKeepsItsPin();
    void changesAreRefused();
    void notesAreBounded_data();
    void notesAreBounded();
    void pinnedRowsAreNeverForgotten();
    void pinnedHeartbeatsAreNotCounted();
    void whatIsLetGoIsForgotten();
    void pinnedRowsAreFoundOneAfterTheOther();
    void withoutPinsNoneIsFound();

private:
    Attempt delivered(const QString &event, const QList<DestinationId> &targets);
    Attempt greeted(const QString &event, DestinationId target);
    Capture captured();
    Pin pin(LogKey row, bool isPinned = true);
    HistoryPruned pruneAll();
};

/// The attempt at the first of \a targets, well ended; those at the others wait.
Attempt TestPins::delivered(const QString &event, const QList<DestinationId> &targets)
{
    NewEvent wanted = makeEvent(event, targets, "the body");
    wanted.hasOwnId = false;
    const AcceptedEvent accepted = m_fixture->addEvent(wanted);
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{accepted.deliveries.value(0).id, at(1)});
    FinishAttempt finish = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200),
                                      DeliveryState::Delivered, at(2));
    finish.transcript.responseBody = "thanks";
    return m_fixture->done<AttemptFinished>(finish).attempt;
}

Attempt TestPins::greeted(const QString &event, DestinationId target)
{
    Event heartbeat = makeEvent(event, {}).event;
    heartbeat.kind = EventKind::Heartbeat;
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimHeartbeat{target, heartbeat});
    return m_fixture
        ->done<AttemptFinished>(makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200),
                                           DeliveryState::Delivered, at(2)))
        .attempt;
}

Capture TestPins::captured()
{
    AddCapture change;
    change.record.body = "received";
    return m_fixture->done<CaptureAdded>(change).capture;
}

Pin TestPins::pin(LogKey row, bool isPinned)
{
    return m_fixture->done<PinChanged>(ChangePin{row, isPinned, std::nullopt}).pin;
}

/// Forgets all that may be forgotten, a year later.
HistoryPruned TestPins::pruneAll()
{
    return m_fixture->done<HistoryPruned>(
        PruneHistory{keepNothing(), at(365LL * 24 * 3'600'000), {}});
}

/// All rows of the log, oldest first.
void TestPins::aRowBearsWhatAPersonPutsOnIt_data()
{
    QTest::addColumn<Pin>("known");
    QTest::addColumn<ChangePin>("change");
    QTest::addColumn<Pin>("expected");
    const Pin bare;
    const Pin both{{}, true, Words};
    QTest::newRow("a pin") << bare << ChangePin{{}, true, {}} << Pin{{}, true, {}};
    QTest::newRow("a note") << bare << ChangePin{{}, {}, Words} << Pin{{}, false, Words};
    QTest::newRow("both") << bare << ChangePin{{}, true, Words} << both;
    QTest::newRow("nothing") << both << ChangePin{} << both;
    QTest::newRow("its note goes") << both << ChangePin{{}, {}, QString()} << Pin{{}, true, {}};
    QTest::newRow("it is let go") << both << ChangePin{{}, false, {}} << Pin{{}, false, Words};
}

void TestPins::aRowBearsWhatAPersonPutsOnIt()
{
    QFETCH(const Pin, known);
    QFETCH(ChangePin, change);
    QFETCH(Pin, expected);
    const AttemptId attempt = delivered(QStringLiteral("e1"), {m_fixture->addDestination().id}).id;
    const CaptureId capture = captured().id;
    for (const LogKey row : {LogKey::of(attempt), LogKey::of(capture)}) {
        m_fixture->done<PinChanged>(ChangePin{row, known.isPinned, known.note});
        change.row = row;
        expected.row = row;
        QVERIFY(m_fixture->done<PinChanged>(change).pin == expected);
    }
    m_fixture->reopen(at(9));
    const auto attempts = m_fixture->found(m_fixture->records().attempts({}));
    const auto captures = m_fixture->found(m_fixture->records().captures({}));
    QCOMPARE(attempts.value(0).isPinned, expected.isPinned);
    QCOMPARE(attempts.value(0).note, expected.note);
    QCOMPARE(captures.value(0).isPinned, expected.isPinned);
    QCOMPARE(captures.value(0).note, expected.note);
    QVERIFY(m_fixture->found(m_fixture->records().attempt(attempt)).attempt == attempts.value(0));
    QVERIFY(m_fixture->found(m_fixture->records().capture(capture)).capture == captures.value(0));
}

void TestPins::anAttemptInFlightKeepsItsPin()
{
    const Destination joe = m_fixture->addDestination();
    const auto event = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {joe.id}));
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{event.deliveries.value(0).id, at(1)});
    const LogKey row = LogKey::of(claimed.attempt.id);
    m_fixture->done<PinChanged>(ChangePin{row, true, Words});
    const auto finished = m_fixture->done<AttemptFinished>(makeFinish(
        claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered, at(2)));
    QVERIFY(finished.attempt.isPinned);
    QCOMPARE(finished.attempt.note, Words);
}

void TestPins::changesAreRefused()
{
    const LogKey gone = LogKey::of(captured().id);
    pruneAll();
    for (const LogKey row : {gone, LogKey::of(AttemptId{4711}), LogKey()})
        QCOMPARE(m_fixture->refused(ChangePin{row, true, {}}).code, ErrorCode::NotFound);
}

void TestPins::notesAreBounded_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("2000 letters") << QString(2000, u'x') << true;
    QTest::newRow("2000 characters of two units each")
        << QString::fromUtf8("\U0001F4CC").repeated(2000) << true;
    QTest::newRow("several lines") << QStringLiteral("one\n\ttwo") << true;
    QTest::newRow("2001 letters") << QString(2001, u'x') << false;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) << false;
}

void TestPins::notesAreBounded()
{
    QFETCH(const QString, note);
    QFETCH(const bool, isKept);
    const Capture capture = captured();
    const ChangePin change{LogKey::of(capture.id), true, note};
    if (isKept)
        m_fixture->done<PinChanged>(change);
    else
        QCOMPARE(m_fixture->refused(change).field, QStringLiteral("note"));
    const Capture after = m_fixture->found(m_fixture->records().capture(capture.id)).capture;
    QCOMPARE(after.note, isKept ? note : QString());
    QCOMPARE(after.isPinned, isKept);
}

void TestPins::pinnedRowsAreNeverForgotten()
{
    const Destination joe = m_fixture->addDestination();
    const Destination ann = m_fixture->addDestination(QStringLiteral("ann"));
    const Attempt kept = delivered(QStringLiteral("kept"), {joe.id, ann.id});
    delivered(QStringLiteral("gone"), {joe.id});
    const Capture received = captured();
    m_fixture->done<PinChanged>(ChangePin{LogKey::of(captured().id), {}, Words});
    const LogKey attempt = pin(LogKey::of(kept.id)).row;
    const LogKey capture = pin(LogKey::of(received.id)).row;
    m_fixture->done<DestinationRemoved>(RemoveDestination{ann.id, at(3)});
    m_fixture->done<DestinationRemoved>(RemoveDestination{joe.id, at(3)});
    const HistoryPruned pruned = pruneAll();
    QVERIFY2(pruned.isDone, "what is pinned is not waited for");
    QCOMPARE(pruned.deliveries, 2);
    QCOMPARE(pruned.captures, 1);
    QCOMPARE(pruned.events, 1);
    QVERIFY(m_fixture->rows() == QList<LogKey>({attempt, capture}));
    const auto record = m_fixture->found(m_fixture->records().attempt(kept.id));
    QCOMPARE(record.requestBody, QByteArray("the body"));
    QCOMPARE(record.transcript.responseBody, QByteArray("thanks"));
    QCOMPARE(record.attempt.destinationName, QStringLiteral("joe"));
    QCOMPARE(m_fixture->found(m_fixture->records().capture(received.id)).body,
             QByteArray("received"));
    pruneAll();
    m_fixture->done<DestinationRestored>(RestoreDestination{joe.id});
    QCOMPARE(m_fixture->refused(RestoreDestination{ann.id}).code, ErrorCode::NotFound);
}

void TestPins::pinnedHeartbeatsAreNotCounted()
{
    const Destination joe = m_fixture->addDestination();
    QList<LogKey> expected{pin(LogKey::of(greeted(QStringLiteral("h1"), joe.id).id)).row};
    greeted(QStringLiteral("h2"), joe.id);
    expected.append(LogKey::of(greeted(QStringLiteral("h3"), joe.id).id));
    expected.append(pin(LogKey::of(greeted(QStringLiteral("h4"), joe.id).id)).row);
    HistoryLimits limits;
    limits.heartbeats = 1;
    QCOMPARE(m_fixture->done<HistoryPruned>(PruneHistory{limits, at(3), {}}).deliveries, 1);
    QVERIFY(m_fixture->rows() == expected);
}

void TestPins::whatIsLetGoIsForgotten()
{
    const Destination joe = m_fixture->addDestination();
    const QList<LogKey> pinned{pin(LogKey::of(delivered(QStringLiteral("e1"), {joe.id}).id)).row,
                               pin(LogKey::of(captured().id)).row};
    pruneAll();
    QVERIFY(m_fixture->rows() == pinned);
    for (const LogKey row : pinned)
        pin(row, false);
    pruneAll();
    QVERIFY(m_fixture->rows().isEmpty());
    QVERIFY(!m_fixture->records().event(EventId{QStringLiteral("e1")}));
}

void TestPins::pinnedRowsAreFoundOneAfterTheOther()
{
    const Destination joe = m_fixture->addDestination();
    const LogKey before = LogKey::of(delivered(QStringLiteral("e1"), {joe.id}).id);
    const LogKey first = pin(LogKey::of(captured().id)).row;
    const LogKey between = LogKey::of(captured().id);
    const LogKey second = pin(LogKey::of(delivered(QStringLiteral("e2"), {joe.id}).id)).row;
    const LogKey third = pin(LogKey::of(captured().id)).row;
    const LogKey after = LogKey::of(delivered(QStringLiteral("e3"), {joe.id}).id);
    const auto beyond = [this](LogKey from, LogSide side) {
        return m_fixture->found(m_fixture->records().pinBeyond({from, side}));
    };
    const QList<std::array<LogKey, 3>> rows{{before, first, third},   {first, second, third},
                                            {between, second, first}, {second, third, first},
                                            {third, first, second},   {after, first, third},
                                            {LogKey{}, first, third}};
    for (const auto &[from, newer, older] : rows) {
        QCOMPARE(beyond(from, LogSide::Newer).value, newer.value);
        QCOMPARE(beyond(from, LogSide::Older).value, older.value);
    }
    pin(first, false);
    pin(third, false);
    QCOMPARE(beyond(second, LogSide::Newer).value, second.value);
    QCOMPARE(beyond(second, LogSide::Older).value, second.value);
}

void TestPins::withoutPinsNoneIsFound()
{
    const LogKey row = LogKey::of(captured().id);
    Records &records = m_fixture->records();
    QVERIFY(m_fixture->found(records.pinBeyond({row, LogSide::Newer})).isNull());
    QVERIFY(m_fixture->found(records.pinBeyond({{}, LogSide::Older})).isNull());
    records.close();
    QCOMPARE(records.pinBeyond({row, LogSide::Newer}).error().code, ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestPins)
#include "tst_pins.moc"

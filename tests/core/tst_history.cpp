// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefixture.h"

#include <algorithm>

using namespace Core;

Q_DECLARE_METATYPE(StoreFixture::Make)

namespace {

constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;

/// No bound at all, for a test to set the one that it is about.
HistoryLimits noLimits()
{
    HistoryLimits limits;
    limits.age.reset();
    limits.attempts.reset();
    limits.bytes.reset();
    limits.heartbeats = 1'000'000;
    return limits;
}

HistoryLimits keepNothing()
{
    HistoryLimits limits = noLimits();
    limits.age = Milliseconds{0};
    limits.attempts = 0;
    limits.bytes = 0;
    limits.heartbeats = 0;
    return limits;
}

NewEvent unrepeatable(NewEvent event)
{
    event.hasOwnId = false;
    return event;
}

} // namespace

/// How every store forgets what is over the limits: one suite, run over each make.
class TestHistory final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void whatEndedLongAgoGoes_data();
    void whatEndedLongAgoGoes();
    void withoutAClockNothingGoesByAge();
    void whatHasNotEndedStays();
    void theOldestAttemptsGoFirst();
    void theOldestGoFirstUntilTheBytesFit();
    void heartbeatsThatWentWellAreCountedApart();
    void anEventGoesWithItsLastDelivery();
    void anEventThatMayBeRepeatedStaysKnown();
    void anEventWithoutDeliveriesGoesByItsAge();
    void capturesGoByTheirAge();
    void aRemovedDestinationGoesWithItsHistory();
    void aStepIsBoundedAndTheStepsComeToAnEnd();

private:
    Delivery delivered(const NewEvent &event, qint64 endedAt,
                       DeliveryState end = DeliveryState::Delivered, const QString &key = {});
    Delivery greeted(int number, DeliveryState end);
    HistoryPruned prune(const HistoryLimits &limits, const std::optional<Time> &now);
    bool isThere(const Delivery &delivery);
    bool isThere(const QString &event);
    qsizetype attemptCount();

    std::unique_ptr<StoreFixture> m_fixture;
    Destination m_joe;
};

void TestHistory::initTestCase_data()
{
    QTest::addColumn<StoreFixture::Make>("make");
    QTest::newRow("SQLite") << StoreFixture::Make::Sqlite;
    QTest::newRow("memory") << StoreFixture::Make::Memory;
}

void TestHistory::init()
{
    QFETCH_GLOBAL(StoreFixture::Make, make);
    m_fixture = std::make_unique<StoreFixture>(make);
    m_joe = m_fixture->addDestination();
}

void TestHistory::cleanup()
{
    m_fixture.reset();
}

/// The delivery of \a event to its first target, after one attempt that ended at that moment.
Delivery TestHistory::delivered(const NewEvent &event, qint64 endedAt, DeliveryState end,
                                const QString &key)
{
    const AcceptedEvent accepted = m_fixture->addEvent(event, key);
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{accepted.deliveries.first().id, at(1)});
    const Attempt ended = end == DeliveryState::Delivered ? makeEnd(AttemptOutcome::Delivered, 200)
                                                          : makeEnd(AttemptOutcome::Failed, 404);
    return m_fixture->done<AttemptFinished>(makeFinish(claimed.attempt, ended, end, at(endedAt)))
        .delivery;
}

/// A heartbeat of joe's that has ended so.
Delivery TestHistory::greeted(int number, DeliveryState end)
{
    Event event = makeEvent(QStringLiteral("hb%1").arg(number), {}).event;
    event.kind = EventKind::Heartbeat;
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimHeartbeat{m_joe.id, event});
    return m_fixture
        ->done<AttemptFinished>(
            makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200), end, at(number)))
        .delivery;
}

/// As many steps as it takes; what each has done, added up.
HistoryPruned TestHistory::prune(const HistoryLimits &limits, const std::optional<Time> &now)
{
    HistoryPruned all;
    all.isDone = false;
    for (int step = 0; !all.isDone && step < 100; ++step) {
        const auto one = m_fixture->done<HistoryPruned>(PruneHistory{limits, now, all.after});
        all = {all.deliveries + one.deliveries,
               all.captures + one.captures,
               all.events + one.events,
               all.rows + one.rows,
               one.after,
               one.isDone};
    }
    return all;
}

bool TestHistory::isThere(const Delivery &delivery)
{
    return m_fixture->records().delivery(delivery.id).has_value();
}

bool TestHistory::isThere(const QString &event)
{
    return m_fixture->records().event(EventId{event}).has_value();
}

qsizetype TestHistory::attemptCount()
{
    return m_fixture->found(m_fixture->records().attempts({})).size();
}

void TestHistory::whatEndedLongAgoGoes_data()
{
    QTest::addColumn<qint64>("endedAt");
    QTest::addColumn<bool>("stays");
    QTest::newRow("just now") << 9 * Day << true;
    QTest::newRow("seven days ago") << 2 * Day << true;
    QTest::newRow("a little longer ago") << 2 * Day - 1 << false;
    QTest::newRow("in the future, by a clock that went back") << 99 * Day << true;
}

void TestHistory::whatEndedLongAgoGoes()
{
    QFETCH(qint64, endedAt);
    QFETCH(bool, stays);
    const Delivery delivery = delivered(makeEvent(QStringLiteral("e1"), {m_joe.id}), endedAt);
    HistoryLimits limits = noLimits();
    limits.age = Milliseconds{7 * Day};
    const QList<Attempt> attempts = m_fixture->found(m_fixture->records().attempts({}));
    const HistoryPruned pruned = prune(limits, at(9 * Day));
    QCOMPARE(pruned.deliveries, stays ? 0 : 1);
    QCOMPARE(pruned.rows, stays ? QList<LogKey>() : QList{LogKey::of(attempts.first().id)});
    QVERIFY(pruned.isDone);
    QCOMPARE(isThere(delivery), stays);
    QCOMPARE(isThere(QStringLiteral("e1")), stays);
    QCOMPARE(attemptCount(), stays ? 1 : 0);
}

void TestHistory::withoutAClockNothingGoesByAge()
{
    const Delivery delivery = delivered(makeEvent(QStringLiteral("e1"), {m_joe.id}), 1);
    m_fixture->addEvent(makeEvent(QStringLiteral("bare"), {}));
    m_fixture->done<CaptureAdded>(AddCapture{});
    HistoryLimits limits = noLimits();
    limits.age = Milliseconds{1};
    const HistoryPruned pruned = prune(limits, std::nullopt);
    QCOMPARE(pruned.deliveries + pruned.events + pruned.captures, 0);
    QVERIFY(isThere(delivery));
    limits.attempts = 0;
    QVERIFY2(prune(limits, std::nullopt).deliveries == 1, "the other bounds hold all the same");
    QVERIFY2(isThere(QStringLiteral("e1")), "it may be repeated, for all that is known");
}

void TestHistory::whatHasNotEndedStays()
{
    const AcceptedEvent waiting
        = m_fixture->addEvent(makeEvent(QStringLiteral("waits"), {m_joe.id}));
    const AcceptedEvent flying
        = m_fixture->addEvent(makeEvent(QStringLiteral("flies"), {m_joe.id}));
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{flying.deliveries.first().id, at(1)});
    const Delivery ended = delivered(makeEvent(QStringLiteral("ended"), {m_joe.id}), 3);
    const HistoryPruned pruned = prune(keepNothing(), at(99 * Day));
    QCOMPARE(pruned.deliveries, 1);
    QVERIFY(!isThere(ended));
    QVERIFY(m_fixture->found(m_fixture->store().waiting()).first().delivery
            == waiting.deliveries.first().id);
    QCOMPARE(
        m_fixture->found(m_fixture->records().eventWithBody(EventId{QStringLiteral("waits")})).body,
        QByteArray("{}"));
    const auto finished = m_fixture->done<AttemptFinished>(
        makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200),
                   DeliveryState::Delivered, at(100 * Day)));
    QVERIFY(finished.delivery.state == DeliveryState::Delivered);
}

void TestHistory::theOldestAttemptsGoFirst()
{
    QList<Delivery> deliveries;
    for (const qint64 endedAt : {3, 1, 5, 2, 4}) {
        deliveries.append(
            delivered(makeEvent(QStringLiteral("e%1").arg(endedAt), {m_joe.id}), endedAt * Hour));
    }
    m_fixture->done<CaptureAdded>(AddCapture{});
    HistoryLimits limits = noLimits();
    limits.attempts = 3;
    QCOMPARE(prune(limits, at(Day)).deliveries, 2);
    QCOMPARE(attemptCount(), 3);
    QVERIFY(!isThere(deliveries.at(1)));
    QVERIFY(!isThere(deliveries.at(3)));
    QCOMPARE(m_fixture->found(m_fixture->records().captures({})).size(), 1);
    QCOMPARE(prune(limits, at(Day)).deliveries, 0);
    limits.attempts = 0;
    QCOMPARE(prune(limits, at(Day)).deliveries, 3);
}

void TestHistory::theOldestGoFirstUntilTheBytesFit()
{
    const QByteArray large(2'000'000, 'x');
    const Delivery first
        = delivered(unrepeatable(makeEvent(QStringLiteral("e1"), {m_joe.id}, large)), 1);
    AddCapture capture;
    capture.record.capture.receivedAt = at(2);
    capture.record.body = large;
    m_fixture->done<CaptureAdded>(capture);
    NewEvent bare = makeEvent(QStringLiteral("bare"), {}, large);
    bare.digest = "small";
    m_fixture->addEvent(bare);
    const Delivery last
        = delivered(unrepeatable(makeEvent(QStringLiteral("e2"), {m_joe.id}, large)), 3);
    HistoryLimits limits = noLimits();
    limits.bytes = 7'000'000;
    HistoryPruned pruned = prune(limits, at(4));
    QCOMPARE(pruned.captures + pruned.deliveries, 0);
    QVERIFY2(isThere(QStringLiteral("bare")), "it may be repeated and is kept without its body");
    QVERIFY(m_fixture->records().eventWithBody(bare.event.id).error().code == ErrorCode::NotFound);
    limits.bytes = 5'000'000;
    pruned = prune(limits, at(4));
    QCOMPARE(pruned.deliveries, 1);
    QCOMPARE(pruned.captures, 0);
    QVERIFY(!isThere(first));
    limits.bytes = 3'000'000;
    pruned = prune(limits, at(4));
    QCOMPARE(pruned.deliveries, 0);
    QCOMPARE(pruned.captures, 1);
    limits.bytes = 0;
    QCOMPARE(prune(limits, at(4)).deliveries, 1);
    QVERIFY(!isThere(last));
}

void TestHistory::heartbeatsThatWentWellAreCountedApart()
{
    const Delivery event = delivered(makeEvent(QStringLiteral("e1"), {m_joe.id}), 1);
    const Delivery failed = greeted(2, DeliveryState::Failed);
    QList<Delivery> greetings;
    for (int i = 3; i < 10; ++i)
        greetings.append(greeted(i, DeliveryState::Delivered));
    HistoryLimits limits = noLimits();
    limits.heartbeats = 4;
    const HistoryPruned pruned = prune(limits, at(Day));
    QCOMPARE(pruned.deliveries, 3);
    QCOMPARE(pruned.events, 3);
    QVERIFY(isThere(event));
    QVERIFY(isThere(failed));
    for (qsizetype i = 0; i < greetings.size(); ++i)
        QCOMPARE(isThere(greetings.at(i)), i >= 3);
    QCOMPARE(prune(limits, at(Day)).deliveries, 0);
}

void TestHistory::anEventGoesWithItsLastDelivery()
{
    const Destination ann = m_fixture->addDestination(QStringLiteral("ann"));
    const NewEvent both
        = unrepeatable(makeEvent(QStringLiteral("both"), {m_joe.id, ann.id}, "body"));
    const Delivery first = delivered(both, 1);
    HistoryLimits limits = noLimits();
    limits.attempts = 0;
    QCOMPARE(prune(limits, at(2)).events, 0);
    QVERIFY(!isThere(first));
    const auto record = m_fixture->found(m_fixture->records().event(both.event.id));
    QCOMPARE(record.deliveries.size(), 1);
    QCOMPARE(m_fixture->found(m_fixture->records().eventWithBody(both.event.id)).body,
             QByteArray("body"));
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{record.deliveries.first().id, at(3)});
    QCOMPARE(claimed.event.body, QByteArray("body"));
    m_fixture->done<AttemptFinished>(makeFinish(
        claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered, at(4)));
    QCOMPARE(prune(limits, at(5)).events, 1);
    QVERIFY(!isThere(QStringLiteral("both")));
}

void TestHistory::anEventThatMayBeRepeatedStaysKnown()
{
    const NewEvent withKey = unrepeatable(makeEvent(QStringLiteral("keyed"), {m_joe.id}));
    const NewEvent withId = makeEvent(QStringLiteral("named"), {m_joe.id});
    const QString key = QStringLiteral("k1");
    delivered(withKey, 1, DeliveryState::Delivered, key);
    delivered(withId, 2);
    HistoryLimits limits = noLimits();
    limits.attempts = 0;
    const HistoryPruned early = prune(limits, at(Day));
    QCOMPARE(early.deliveries, 2);
    QCOMPARE(early.events, 0);
    for (const NewEvent &event : {withKey, withId}) {
        const AcceptedEvent known = m_fixture->addEvent(event, event.hasOwnId ? QString() : key);
        QVERIFY(known.isKnown);
        QCOMPARE(known.event.id.text, event.event.id.text);
        QVERIFY(m_fixture->records().eventWithBody(event.event.id).error().code
                == ErrorCode::NotFound);
    }
    NewEvent other = withId;
    other.digest = "of other bytes";
    QCOMPARE(m_fixture->refused(AddEvents{{other}}).code, ErrorCode::Conflict);
    QCOMPARE(prune(limits, at(Day + 1)).events, 2);
    QVERIFY(!m_fixture->addEvent(other).isKnown);
}

void TestHistory::anEventWithoutDeliveriesGoesByItsAge()
{
    m_fixture->addEvent(makeEvent(QStringLiteral("bare"), {}));
    HistoryLimits limits = noLimits();
    QCOMPARE(prune(limits, at(99 * Day)).events, 0);
    limits.age = Milliseconds{7 * Day};
    QCOMPARE(prune(limits, at(7 * Day)).events, 0);
    QCOMPARE(prune(limits, at(7 * Day + 1)).events, 1);
    QVERIFY(!isThere(QStringLiteral("bare")));
}

void TestHistory::capturesGoByTheirAge()
{
    for (const qint64 receivedAt : {0, 1, 2}) {
        AddCapture change;
        change.record.capture.receivedAt = at(receivedAt * Day);
        m_fixture->done<CaptureAdded>(change);
    }
    HistoryLimits limits = noLimits();
    limits.age = Milliseconds{7 * Day};
    QCOMPARE(prune(limits, at(8 * Day)).captures, 1);
    const auto captures = m_fixture->found(m_fixture->records().captures({}));
    QCOMPARE(captures.size(), 2);
    QVERIFY(captures.last().receivedAt == at(Day));
}

void TestHistory::aRemovedDestinationGoesWithItsHistory()
{
    const Destination ann = m_fixture->addDestination(QStringLiteral("ann"));
    delivered(makeEvent(QStringLiteral("e1"), {ann.id}), 3 * Day);
    m_fixture->done<DestinationRemoved>(RemoveDestination{ann.id, at(4 * Day)});
    HistoryLimits limits = noLimits();
    limits.age = Milliseconds{7 * Day};
    limits.attempts = 0;
    prune(limits, at(5 * Day));
    m_fixture->done<DestinationRestored>(RestoreDestination{ann.id});
    m_fixture->done<DestinationRemoved>(RemoveDestination{ann.id, at(6 * Day)});
    prune(limits, at(14 * Day));
    QCOMPARE(m_fixture->refused(RestoreDestination{ann.id}).code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->found(m_fixture->store().registrations()).size(), 1);
}

void TestHistory::aStepIsBoundedAndTheStepsComeToAnEnd()
{
    constexpr int Count = 450;
    AddEvents change;
    for (int i = 0; i < Count; ++i)
        change.events.append(makeEvent(QString::number(i), {m_joe.id}));
    const auto added = m_fixture->done<EventsAdded>(change);
    m_fixture->done<DestinationRemoved>(RemoveDestination{m_joe.id, at(1), Count});
    for (int i = 0; i < Count; ++i)
        m_fixture->done<CaptureAdded>(AddCapture{});
    int steps = 0;
    HistoryPruned step;
    step.isDone = false;
    int forgotten = 0;
    while (!step.isDone && steps < 100) {
        step = m_fixture->done<HistoryPruned>(PruneHistory{keepNothing(), at(2), step.after});
        QVERIFY(step.deliveries + step.captures <= 200);
        forgotten += step.deliveries + step.captures;
        ++steps;
    }
    QCOMPARE(forgotten, 2 * Count);
    QVERIFY2(steps >= 5 && steps <= 6, qPrintable(QString::number(steps)));
    QCOMPARE(added.events.size(), Count);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rules.h"
#include "tests/support/storesuite.h"

#include <QSet>

using namespace Core;

namespace {

constexpr qint64 Day = 24 * 3'600'000LL;

} // namespace

/// How every store forgets what a person wants gone: chosen rows, or all that has ended.
class TestForgetting final : public StoreSuite
{
    Q_OBJECT

private slots:
    void chosenRowsGoAsAWhole();
    void whatIsPinnedStays();
    void whatHasNotEndedStays();
    void whatHasEndedSinceStays();
    void whatALeaptClockStampedGoes();
    void rowsThatAreGoneDoNotMatter();
    void anEventThatMayBeRepeatedStaysKnown();
    void aStepJudgesFewRows();
    void allThatHadEndedIsCleared();
    void aClearingPassesOverWhatHasEndedSince();
    void aClearingKeepsPinsAndWhatGoesOn();

private:
    DeliveryClaimed claim(DeliveryId delivery);
    Attempt end(const Attempt &open, DeliveryState next, qint64 endedAt);
    Attempt delivered(const QString &event, qint64 endedAt = 2);
    Attempt greeted(const QString &event, qint64 endedAt);
    LogKey captured(qint64 receivedAt = 1);
    void pin(LogKey row);
    HistoryPruned forget(const QList<LogKey> &rows);
    HistoryPruned clear(qint64 before, const std::optional<Time> &askedAt = {});

    std::optional<Destination> m_joe;
};

DeliveryClaimed TestForgetting::claim(DeliveryId delivery)
{
    return m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery, at(1)});
}

Attempt TestForgetting::end(const Attempt &open, DeliveryState next, qint64 endedAt)
{
    const Attempt known = next == DeliveryState::Waiting ? makeEnd(AttemptOutcome::Temporary, 503)
                                                         : makeEnd(AttemptOutcome::Delivered, 200);
    return m_fixture->done<AttemptFinished>(makeFinish(open, known, next, at(endedAt))).attempt;
}

/// The attempt of a new event that nobody can repeat.
Attempt TestForgetting::delivered(const QString &event, qint64 endedAt)
{
    m_joe = m_fixture->addDestination();
    NewEvent wanted = makeEvent(event, {m_joe->id}, "the body");
    wanted.hasOwnId = false;
    const DeliveryId delivery = m_fixture->addEvent(wanted).deliveries.value(0).id;
    return end(claim(delivery).attempt, DeliveryState::Delivered, endedAt);
}

Attempt TestForgetting::greeted(const QString &event, qint64 endedAt)
{
    Event heartbeat = makeEvent(event, {}).event;
    heartbeat.kind = EventKind::Heartbeat;
    const auto claimed = m_fixture->done<DeliveryClaimed>(
        ClaimHeartbeat{m_fixture->addDestination().id, heartbeat});
    return end(claimed.attempt, DeliveryState::Delivered, endedAt);
}

LogKey TestForgetting::captured(qint64 receivedAt)
{
    AddCapture change;
    change.record.capture.receivedAt = at(receivedAt);
    return LogKey::of(m_fixture->done<CaptureAdded>(change).capture.id);
}

void TestForgetting::pin(LogKey row)
{
    m_fixture->done<PinChanged>(ChangePin{row, true, std::nullopt});
}

HistoryPruned TestForgetting::forget(const QList<LogKey> &rows)
{
    return m_fixture->done<HistoryPruned>(ForgetRows{rows});
}

HistoryPruned TestForgetting::clear(qint64 before, const std::optional<Time> &askedAt)
{
    PruneHistory change;
    change.endedBefore = at(before);
    change.askedAt = askedAt;
    return m_fixture->done<HistoryPruned>(change);
}

void TestForgetting::chosenRowsGoAsAWhole()
{
    m_joe = m_fixture->addDestination();
    NewEvent event = makeEvent(QStringLiteral("twice"), {m_joe->id});
    event.hasOwnId = false;
    const DeliveryId delivery = m_fixture->addEvent(event).deliveries.value(0).id;
    const Attempt first = end(claim(delivery).attempt, DeliveryState::Waiting, 2);
    const Attempt second = end(claim(delivery).attempt, DeliveryState::Delivered, 3);
    const LogKey kept = LogKey::of(delivered(QStringLiteral("kept")).id);
    const LogKey capture = captured();
    const LogKey otherCapture = captured();
    const HistoryPruned pruned = forget({LogKey::of(first.id), capture});
    QCOMPARE(pruned.deliveries, 1);
    QCOMPARE(pruned.captures, 1);
    QCOMPARE(pruned.events, 1);
    QVERIFY(pruned.rows == QList<LogKey>({LogKey::of(first.id), LogKey::of(second.id), capture}));
    QVERIFY(pruned.isDone);
    QVERIFY(m_fixture->rows() == QList<LogKey>({kept, otherCapture}));
    QVERIFY(!m_fixture->records().delivery(delivery));
    QVERIFY(!m_fixture->records().event(event.event.id));
}

void TestForgetting::whatIsPinnedStays()
{
    m_joe = m_fixture->addDestination();
    const DeliveryId delivery
        = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {m_joe->id})).deliveries.value(0).id;
    const LogKey first = LogKey::of(end(claim(delivery).attempt, DeliveryState::Waiting, 2).id);
    const LogKey second = LogKey::of(end(claim(delivery).attempt, DeliveryState::Delivered, 3).id);
    const LogKey capture = captured();
    pin(second);
    pin(capture);
    const HistoryPruned pruned = forget({first, capture});
    QCOMPARE(pruned.pinned, 2);
    QCOMPARE(pruned.unfinished, 0);
    QVERIFY(pruned.rows.isEmpty());
    QVERIFY(m_fixture->rows() == QList<LogKey>({first, second, capture}));
}

void TestForgetting::whatHasNotEndedStays()
{
    m_joe = m_fixture->addDestination();
    const auto accepted = [this](const QString &id) {
        return m_fixture->addEvent(makeEvent(id, {m_joe->id})).deliveries.value(0).id;
    };
    const DeliveryId waiting = accepted(QStringLiteral("waits"));
    const Attempt tried = end(claim(waiting).attempt, DeliveryState::Waiting, 2);
    const Attempt flying = claim(accepted(QStringLiteral("flies"))).attempt;
    const HistoryPruned pruned = forget({LogKey::of(tried.id), LogKey::of(flying.id)});
    QCOMPARE(pruned.unfinished, 2);
    QCOMPARE(pruned.pinned, 0);
    QVERIFY(pruned.rows.isEmpty());
    QCOMPARE(m_fixture->rows().size(), 2);
    QVERIFY(end(flying, DeliveryState::Delivered, 3).outcome == AttemptOutcome::Delivered);
    QCOMPARE(claim(waiting).attempt.number, 2);
}

void TestForgetting::whatHasEndedSinceStays()
{
    const LogKey before = LogKey::of(delivered(QStringLiteral("before"), 9).id);
    const LogKey since = LogKey::of(delivered(QStringLiteral("since"), 10).id);
    const LogKey justNow = LogKey::of(delivered(QStringLiteral("now"), 20).id);
    const LogKey capture = captured(15);
    const auto pruned = m_fixture->done<HistoryPruned>(
        ForgetRows{{before, since, justNow, capture}, at(10), at(20)});
    QCOMPARE(pruned.unfinished, 2);
    QCOMPARE(pruned.judged, 4);
    QVERIFY2(pruned.rows == QList<LogKey>({before, capture}), "it was there to be chosen");
    QVERIFY(m_fixture->rows() == QList<LogKey>({since, justNow}));
}

void TestForgetting::whatALeaptClockStampedGoes()
{
    const LogKey leapt = LogKey::of(delivered(QStringLiteral("leapt"), 365 * Day).id);
    const LogKey since = LogKey::of(delivered(QStringLiteral("since"), 15).id);
    const auto pruned = m_fixture->done<HistoryPruned>(ForgetRows{{leapt, since}, at(10), at(20)});
    QCOMPARE(pruned.unfinished, 1);
    QVERIFY(pruned.rows == QList<LogKey>({leapt}));
    QVERIFY(m_fixture->rows() == QList<LogKey>({since}));
}

void TestForgetting::rowsThatAreGoneDoNotMatter()
{
    m_joe = m_fixture->addDestination();
    const DeliveryId delivery
        = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {m_joe->id})).deliveries.value(0).id;
    const LogKey first = LogKey::of(end(claim(delivery).attempt, DeliveryState::Waiting, 2).id);
    const LogKey second = LogKey::of(end(claim(delivery).attempt, DeliveryState::Delivered, 3).id);
    const QList<LogKey> chosen{
        first, second, {}, LogKey::of(AttemptId{4711}), LogKey::of(CaptureId{4711})};
    const HistoryPruned pruned = forget(chosen);
    QCOMPARE(pruned.deliveries, 1);
    QCOMPARE(pruned.judged, chosen.size());
    QCOMPARE(pruned.pinned + pruned.unfinished, 0);
    QVERIFY(pruned.rows == QList<LogKey>({first, second}));
    QVERIFY(forget(chosen).rows.isEmpty());
}

void TestForgetting::anEventThatMayBeRepeatedStaysKnown()
{
    m_joe = m_fixture->addDestination();
    const NewEvent event = makeEvent(QStringLiteral("named"), {m_joe->id});
    const DeliveryId delivery = m_fixture->addEvent(event).deliveries.value(0).id;
    const Attempt attempt = end(claim(delivery).attempt, DeliveryState::Delivered, 2);
    QCOMPARE(forget({LogKey::of(attempt.id)}).events, 0);
    QVERIFY(m_fixture->addEvent(event).isKnown);
    QVERIFY(m_fixture->records().eventWithBody(event.event.id).error().code == ErrorCode::NotFound);
    QVERIFY(m_fixture->found(m_fixture->store().waiting()).isEmpty());
    QCOMPARE(m_fixture->done<HistoryPruned>(PruneHistory{{}, at(Day + 1), {}}).events, 1);
    QVERIFY(!m_fixture->addEvent(event).isKnown);
}

void TestForgetting::aStepJudgesFewRows()
{
    QList<LogKey> chosen;
    for (int i = 0; i < 2 * PruneStep + 50; ++i)
        chosen.append(captured());
    pin(chosen.first());
    const HistoryPruned step = forget(chosen);
    QCOMPARE(step.judged, PruneStep);
    QCOMPARE(step.captures, PruneStep - 1);
    QVERIFY(!step.isDone);
    QVERIFY(forget(chosen.mid(2 * step.judged)).isDone);
    LogQuery all;
    all.limit = 1000;
    QCOMPARE(m_fixture->found(m_fixture->records().captures(all)).size(), PruneStep + 1);
}

void TestForgetting::allThatHadEndedIsCleared()
{
    delivered(QStringLiteral("before"), 9);
    greeted(QStringLiteral("h1"), 9);
    captured(9);
    const QList<LogKey> after{LogKey::of(delivered(QStringLiteral("after"), 10).id),
                              LogKey::of(greeted(QStringLiteral("h2"), 11).id), captured(10)};
    const HistoryPruned pruned = clear(10);
    QCOMPARE(pruned.deliveries, 2);
    QCOMPARE(pruned.captures, 1);
    QVERIFY(pruned.isDone);
    QVERIFY(m_fixture->rows() == after);
    QVERIFY(clear(10).rows.isEmpty());
}

/// It does not end there either: what a leapt clock stamped is behind it.
void TestForgetting::aClearingPassesOverWhatHasEndedSince()
{
    QList<LogKey> since;
    for (int i = 0; i < PruneStep + 10; ++i)
        since.append(captured(10 + i % 10));
    since.append(LogKey::of(delivered(QStringLiteral("since"), 19).id));
    const QList<LogKey> gone{LogKey::of(delivered(QStringLiteral("before"), 9).id), captured(9),
                             LogKey::of(delivered(QStringLiteral("leapt"), 365 * Day).id),
                             captured(365 * Day)};
    const HistoryPruned pruned = clear(10, at(20));
    QVERIFY(pruned.isDone);
    QCOMPARE(QSet<LogKey>(pruned.rows.begin(), pruned.rows.end()),
             QSet<LogKey>(gone.begin(), gone.end()));
    LogQuery all;
    all.limit = 1000;
    QCOMPARE(m_fixture->found(m_fixture->records().captures(all)).size(), since.size() - 1);
    QCOMPARE(m_fixture->found(m_fixture->records().attempts({})).size(), 1);
}

void TestForgetting::aClearingKeepsPinsAndWhatGoesOn()
{
    const LogKey pinned = LogKey::of(delivered(QStringLiteral("pinned")).id);
    const LogKey capture = captured();
    pin(pinned);
    pin(capture);
    const DeliveryId waiting = m_fixture->addEvent(makeEvent(QStringLiteral("waits"), {m_joe->id}))
                                   .deliveries.value(0)
                                   .id;
    const LogKey tried = LogKey::of(end(claim(waiting).attempt, DeliveryState::Waiting, 2).id);
    const Destination ann = m_fixture->addDestination(QStringLiteral("ann"));
    m_fixture->done<DestinationRemoved>(RemoveDestination{ann.id, at(3)});
    QVERIFY(clear(Day).rows.isEmpty());
    QVERIFY(m_fixture->rows() == QList<LogKey>({pinned, capture, tried}));
    QCOMPARE(claim(waiting).attempt.number, 2);
    // Somebody may still be about to undo that.
    m_fixture->done<DestinationRestored>(RestoreDestination{ann.id});
}

QTEST_GUILESS_MAIN(TestForgetting)
#include "tst_forgetting.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dispatchfixture.h"
#include "tests/support/lanetesting.h"

#include <QTest>

using namespace Core;
using namespace LaneTesting;

namespace {

using namespace std::chrono_literals;

void openBreaker(Lane &lane)
{
    for (int i = 0; i < 5; ++i)
        lane.noteEnd(ended(AttemptOutcome::Temporary), at(0));
}

/// A receiver that takes events and refuses heartbeats, or is down, and what the dispatcher makes
/// of it as time goes by.
class PickyReceiver final
{
public:
    explicit PickyReceiver(const std::function<void(Destination &)> &change)
        : m_destination(m_fixture.add(QStringLiteral("http://localhost/hook"), change))
    {
    }

    void setDown(bool isDown) { m_isDown = isDown; }

    /// Lives on for \a span, by steps of \a step; false when something is never answered.
    bool live(Milliseconds span, Milliseconds step = 1s)
    {
        for (Milliseconds lived{0}; lived < span; lived += step) {
            m_fixture.advance(step);
            if (!answerAll())
                return false;
        }
        return true;
    }

    qsizetype countOf(EventKind kind, AttemptOutcome outcome) const
    {
        return std::count_if(m_fixture.finished().begin(), m_fixture.finished().end(),
                             [kind, outcome](const AttemptFinished &finished) {
                                 return finished.attempt.kind == kind
                                     && finished.attempt.outcome == outcome;
                             });
    }

    bool hasBeenPaused() const
    {
        const auto &all = m_fixture.finished();
        return std::any_of(all.begin(), all.end(), [](const AttemptFinished &finished) {
            return finished.changedDestination
                && finished.changedDestination->state == DestinationState::Paused;
        });
    }

    DispatchFixture &fixture() { return m_fixture; }
    Dispatcher &dispatcher() { return m_fixture.dispatcher(); }
    DestinationId destination() const { return m_destination; }

private:
    bool answerAll()
    {
        while (dispatcher().inFlightCount() > 0) {
            const auto answered = m_fixture.finished().size();
            const auto hasCome = [&] { return m_fixture.shipments().size() > answered; };
            if (!QTest::qWaitFor(hasCome) || !answer(m_fixture.shipments().at(answered)))
                return false;
        }
        return true;
    }

    bool answer(const Shipment &shipment)
    {
        const auto before = m_fixture.finished().size();
        const bool isHeartbeat
            = headerValue(shipment.headers, "Hookpost-Event") == "hookpost.heartbeat";
        Report report;
        report.attempt = shipment.attempt;
        report.status = m_isDown ? 503 : isHeartbeat ? 400 : 200;
        report.startedAt = m_fixture.clock().now();
        m_fixture.poster().report(report);
        return QTest::qWaitFor([&] { return m_fixture.finished().size() > before; });
    }

    DispatchFixture m_fixture;
    DestinationId m_destination;
    bool m_isDown = false;
};

} // namespace

class TestHeartbeats final : public QObject
{
    Q_OBJECT

private slots:
    void heartbeatsNeverPileUp();
    void aHeartbeatIsTheProbeWhereNothingIsDue();
    void aHeartbeatTakesWhatDeliveriesLeave();
    void aHeartbeatKeepsHalfOfARateLimitFree();
    void aSteadyFlowLeavesOneStartInTenToHeartbeats();
    void whatWasNotSentHasNotPassedAHeartbeat();
    void anotherPaceForgetsTheHeartbeatBefore();
    void eventsGoWhereHeartbeatsAreRefused();
    void aSmallRateLimitIsLeftToEvents();
    void eventsFindAPlaceBesideFrequentHeartbeats();
    void turnedOffNoneGoesAnyMore();
    void refusedHeartbeatsAlonePauseNothing();
};

void TestHeartbeats::heartbeatsNeverPileUp()
{
    Lane lane({makeDestination(), {}});
    lane.addHeartbeat();
    lane.addHeartbeat();
    QVERIFY(lane.takeHeartbeat(at(0)));
    QVERIFY(!lane.takeHeartbeat(at(0)));
    lane.addHeartbeat();
    QVERIFY(!lane.takeHeartbeat(at(0))); // the first one is still in flight
    lane.releaseHeartbeat();
    QVERIFY2(!lane.takeHeartbeat(at(0)), "the tick that came meanwhile is past");
    lane.addHeartbeat();
    QVERIFY(lane.takeHeartbeat(at(0)));
}

void TestHeartbeats::aHeartbeatIsTheProbeWhereNothingIsDue()
{
    Lane lane({makeDestination(), {}});
    openBreaker(lane);
    lane.add(entry(11, 30'000));
    lane.addHeartbeat();
    QVERIFY(!lane.takeHeartbeat(at(4'999)));
    QVERIFY(lane.takeHeartbeat(at(5'000)));
    QCOMPARE(takeAll(lane, at(60'000)), QList<qint64>{});
    lane.noteEnd(heartbeatThatIsRefused(), at(5'100));
    lane.releaseHeartbeat();
    QVERIFY2(lane.probeAt() == at(10'100), "no success, but somebody is there");
    lane.addHeartbeat();
    QVERIFY2(!lane.takeHeartbeat(at(30'000)), "what is due is the probe");
    QCOMPARE(takeAll(lane, at(30'000)), QList<qint64>{11});
    end(lane, AttemptOutcome::Delivered, at(30'100));
    QVERIFY(!lane.probeAt());
    QVERIFY(lane.takeHeartbeat(at(30'100)));
}

void TestHeartbeats::aHeartbeatTakesWhatDeliveriesLeave()
{
    Destination destination = makeDestination();
    destination.rateLimit = RateLimit{1, Milliseconds{1000}};
    Lane lane({destination, {}});
    lane.addHeartbeat();
    lane.add(entry(1));
    lane.add(entry(2, 5'000));
    QVERIFY(!lane.mayTakeHeartbeat(at(0)));
    QVERIFY(!lane.takeHeartbeat(at(0)));
    QCOMPARE(takeAll(lane, at(0)), QList<qint64>{1});
    lane.noteSent(at(0));
    lane.release();
    QVERIFY(!lane.takeHeartbeat(at(4'019)));
    QVERIFY2(lane.takeHeartbeat(at(4'020)), "what is not due yet leaves it the way");
}

void TestHeartbeats::aHeartbeatKeepsHalfOfARateLimitFree()
{
    Destination destination = makeDestination();
    destination.rateLimit = RateLimit{5, Milliseconds{1000}};
    Lane lane({destination, {}});
    const auto post = [&lane](bool isTaken, qint64 moment) {
        if (isTaken)
            lane.noteSent(at(moment));
        return isTaken;
    };
    for (const qint64 moment : {0, 100}) {
        lane.addHeartbeat();
        QVERIFY(post(lane.takeHeartbeat(at(moment)), moment));
        lane.releaseHeartbeat();
    }
    lane.addHeartbeat();
    QVERIFY(!lane.takeHeartbeat(at(200)));
    QCOMPARE(lane.nextStart(at(200)), std::optional(at(1'005)));
    QCOMPARE(lane.nextHeartbeat(at(200)), std::optional(at(1'005)));
    for (qint64 id = 1; id <= 4; ++id) {
        const qint64 moment = 180 + 20 * id;
        lane.add(entry(id, 200));
        QCOMPARE(post(lane.takeDelivery(at(moment)).has_value(), moment), id <= 3);
        if (id <= 3)
            lane.release();
    }
    QVERIFY2(!lane.takeHeartbeat(at(1'010)), "four have left in the second before");
    QVERIFY(lane.takeDelivery(at(1'010)));
}

void TestHeartbeats::aSteadyFlowLeavesOneStartInTenToHeartbeats()
{
    Destination destination = makeDestination();
    destination.concurrency = 1;
    Lane lane({destination, {}});
    for (qint64 id = 1; id <= 40; ++id)
        lane.add(entry(id));
    QString starts; // h(eartbeat) or d(elivery)
    while (starts.size() < 30) {
        lane.addHeartbeat();
        const bool isHeartbeat = lane.takeHeartbeat(at(0));
        QVERIFY(isHeartbeat || lane.takeDelivery(at(0)));
        starts += isHeartbeat ? u'h' : u'd';
        lane.noteSent(at(0));
        isHeartbeat ? lane.releaseHeartbeat() : lane.release();
    }
    QCOMPARE(starts, QStringLiteral("dddddddddh").repeated(3));
    openBreaker(lane);
    lane.addHeartbeat();
    for (int probe = 0; probe < 20 && lane.waitingCount() > 0; ++probe) {
        QVERIFY2(!lane.takeHeartbeat(*lane.probeAt()), "no probe while something is due");
        QVERIFY(lane.takeDelivery(*lane.probeAt()));
        end(lane, AttemptOutcome::Temporary, *lane.probeAt());
    }
}

void TestHeartbeats::whatWasNotSentHasNotPassedAHeartbeat()
{
    Destination destination = makeDestination();
    destination.concurrency = 1;
    Lane lane({destination, {}});
    lane.addHeartbeat();
    for (int i = 0; i < 20; ++i) {
        lane.add(entry(1));
        QVERIFY(!lane.takeHeartbeat(at(0)));
        QCOMPARE(takeAll(lane, at(0)), QList<qint64>{1});
        lane.noteNotSent();
        lane.release();
    }
}

void TestHeartbeats::anotherPaceForgetsTheHeartbeatBefore()
{
    Destination destination = makeDestination();
    destination.heartbeat = Milliseconds{1000};
    Lane lane({destination, {}});
    lane.addHeartbeat();
    destination.description = QStringLiteral("has nothing to do with it");
    lane.setDestination(destination);
    QVERIFY(lane.mayTakeHeartbeat(at(0)));
    destination.heartbeat = Milliseconds{0};
    lane.setDestination(destination);
    QVERIFY(!lane.takeHeartbeat(at(0)));
    QVERIFY(!lane.nextStart(at(0)));
}

void TestHeartbeats::eventsGoWhereHeartbeatsAreRefused()
{
    PickyReceiver receiver([](Destination &destination) {
        destination.heartbeat = 1s;
        destination.retry = std::vector<Milliseconds>(20, 1s);
    });
    receiver.setDown(true);
    receiver.fixture().publish(QStringLiteral("evt_1"), {receiver.destination()});
    QVERIFY(receiver.live(20s));
    QVERIFY(receiver.dispatcher().probeAt(receiver.destination()));
    receiver.setDown(false);
    QVERIFY(receiver.live(30s));
    QCOMPARE(receiver.countOf(EventKind::Published, AttemptOutcome::Delivered), 1);
    QVERIFY(!receiver.dispatcher().probeAt(receiver.destination()));
    QVERIFY(receiver.countOf(EventKind::Heartbeat, AttemptOutcome::Failed) > 0);
}

void TestHeartbeats::aSmallRateLimitIsLeftToEvents()
{
    PickyReceiver receiver([](Destination &destination) {
        destination.heartbeat = 1s;
        destination.rateLimit = RateLimit{1, 1min};
    });
    QVERIFY(receiver.live(10s));
    QCOMPARE(receiver.fixture().shipments().size(), 1);
    receiver.fixture().publish(QStringLiteral("evt_1"), {receiver.destination()});
    QVERIFY(receiver.live(1min));
    QCOMPARE(receiver.fixture().shipments().size(), 2);
    QCOMPARE(receiver.countOf(EventKind::Published, AttemptOutcome::Delivered), 1);
    QVERIFY(receiver.live(3min));
    QCOMPARE(receiver.countOf(EventKind::Heartbeat, AttemptOutcome::Failed), 1);
    QVERIFY(receiver.live(2min));
    QCOMPARE(receiver.countOf(EventKind::Heartbeat, AttemptOutcome::Failed), 2);
}

void TestHeartbeats::eventsFindAPlaceBesideFrequentHeartbeats()
{
    PickyReceiver receiver([](Destination &destination) {
        destination.heartbeat = 1s;
        destination.rateLimit = RateLimit{6, 1min};
    });
    constexpr int Events = 30;
    for (int sent = 1; sent <= Events; ++sent) {
        QVERIFY(receiver.live(20s)); // half of what the limit allows
        receiver.fixture().publish(QStringLiteral("evt_%1").arg(sent), {receiver.destination()});
        QVERIFY(receiver.live(1s));
        QCOMPARE(receiver.countOf(EventKind::Published, AttemptOutcome::Delivered), sent);
    }
    QVERIFY(receiver.countOf(EventKind::Heartbeat, AttemptOutcome::Failed) >= Events / 10);
}

void TestHeartbeats::turnedOffNoneGoesAnyMore()
{
    PickyReceiver receiver([](Destination &destination) {
        destination.heartbeat = 1s;
        destination.rateLimit = RateLimit{1, 1min};
    });
    QVERIFY(receiver.live(10s)); // one has gone, and another waits
    QCOMPARE(receiver.fixture().shipments().size(), 1);
    receiver.fixture().submit(ChangeDestination{
        receiver.destination(), {{QStringLiteral("heartbeat"), QStringLiteral("off")}}});
    QVERIFY(receiver.live(3min));
    QCOMPARE(receiver.fixture().shipments().size(), 1);
}

void TestHeartbeats::refusedHeartbeatsAlonePauseNothing()
{
    PickyReceiver receiver([](Destination &destination) { destination.heartbeat = 12h; });
    QVERIFY(receiver.live(24h * 8, 12h));
    QCOMPARE(receiver.countOf(EventKind::Heartbeat, AttemptOutcome::Failed), 16);
    QVERIFY(!receiver.hasBeenPaused());
    receiver.setDown(true);
    QVERIFY(receiver.live(24h * 3, 12h));
    QVERIFY2(receiver.hasBeenPaused(), "where nothing answers any more it is");
}

QTEST_GUILESS_MAIN(TestHeartbeats)
#include "tst_heartbeats.moc"

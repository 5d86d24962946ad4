// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storesuite.h"

using namespace Core;

/// What the records tell for figures.
class TestSamples final : public StoreSuite
{
    Q_OBJECT

private slots:
    void everyAttemptIsTold();
    void aScopeNarrows();
    void partsMeet();
    void whatIsOlderEndsTheReading();
    void binsAreListedOnce();
    void closedRecordsTellAnError();

private:
    Attempt send(const QString &event, DestinationId target, int status = 200);
    SamplePart samples(const SampleScope &scope, const LogSpan &span);
    LogSpan log() { return m_fixture->found(m_fixture->records().logSpan()); }
};

Attempt TestSamples::send(const QString &event, DestinationId target, int status)
{
    const bool isGood = status == 200;
    Attempt end = makeEnd(isGood ? AttemptOutcome::Delivered : AttemptOutcome::Failed, status);
    if (status == 0) {
        end.failure = Failure::TimedOut;
        end.phase = Phase::Connect;
    }
    return m_fixture
        ->attemptOnce(event, target, end, isGood ? DeliveryState::Delivered : DeliveryState::Failed)
        .attempt;
}

SamplePart TestSamples::samples(const SampleScope &scope, const LogSpan &span)
{
    return m_fixture->found(m_fixture->records().attemptSamples(scope, span));
}

void TestSamples::everyAttemptIsTold()
{
    const Destination joe = m_fixture->addDestination();
    QList<AttemptSample> all;
    for (const int status : {200, 404, 0})
        all.append(sampleOf(send(QStringLiteral("e%1").arg(status), joe.id, status)));
    m_fixture->addEvent(makeEvent(QStringLiteral("open"), {joe.id}));
    m_fixture->done<CaptureAdded>(AddCapture{});
    const SamplePart part = samples({}, log());
    QVERIFY(part.samples == all);
    QVERIFY(part.isLast);
    QVERIFY(samples({}, {}).samples.isEmpty());
}

void TestSamples::aScopeNarrows()
{
    const Destination joe = m_fixture->addDestination();
    const Destination zoe = m_fixture->addDestination(QStringLiteral("zoe"));
    const Attempt first = send(QStringLiteral("e1"), joe.id);
    const Attempt second = send(QStringLiteral("e2"), zoe.id);
    QVERIFY(samples({zoe.id, {}}, log()).samples == QList{sampleOf(second)});
    QVERIFY(samples({joe.id, first.startedAt}, log()).samples == QList{sampleOf(first)});
    QVERIFY(samples({joe.id, first.startedAt + Milliseconds{1}}, log()).samples.isEmpty());
}

void TestSamples::partsMeet()
{
    const Destination joe = m_fixture->addDestination();
    QList<AttemptSample> all;
    for (int i = 0; i < 5; ++i)
        all.append(sampleOf(send(QStringLiteral("e%1").arg(i), joe.id)));
    const LogKey middle = LogKey::of(all.at(2).id);
    const SamplePart older = samples({}, {log().first, middle, 0});
    const SamplePart newer = samples({}, {middle, log().end, 0});
    QVERIFY(older.samples + newer.samples == all);
    QCOMPARE(older.samples.size(), 2);
    QVERIFY(older.isLast);
    QVERIFY(!newer.isLast);
}

void TestSamples::whatIsOlderEndsTheReading()
{
    const Destination joe = m_fixture->addDestination();
    const Attempt older = send(QStringLiteral("e1"), joe.id);
    const Attempt newer = send(QStringLiteral("e2"), joe.id);
    const LogSpan newest{LogKey::of(newer.id), log().end, 0};
    QVERIFY(!samples({{}, older.startedAt}, newest).isLast);
    QVERIFY(samples({{}, older.startedAt + std::chrono::hours{1}}, newest).isLast);
}

void TestSamples::binsAreListedOnce()
{
    QVERIFY(m_fixture->found(m_fixture->records().bins()).isEmpty());
    for (const QString &bin : {QStringLiteral("stripe"), QStringLiteral("demo"),
                               QStringLiteral("stripe"), QStringLiteral("Demo")}) {
        CaptureRecord record;
        record.capture.bin = bin;
        m_fixture->done<CaptureAdded>(AddCapture{record});
    }
    QCOMPARE(
        m_fixture->found(m_fixture->records().bins()),
        QStringList({QStringLiteral("Demo"), QStringLiteral("demo"), QStringLiteral("stripe")}));
}

void TestSamples::closedRecordsTellAnError()
{
    QVERIFY(m_fixture->records().bins().has_value());
    m_fixture->records().close();
    QVERIFY(!m_fixture->records().attemptSamples({}, {}).has_value());
    QVERIFY(!m_fixture->records().bins().has_value());
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"

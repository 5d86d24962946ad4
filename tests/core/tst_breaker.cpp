// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/breaker.h"

#include <QTest>

using namespace Core;

namespace {

Tick at(qint64 seconds)
{
    return Tick{std::chrono::seconds{seconds}};
}

/// One attempt, by a letter: d(elivered), t(emporary), f(ailed for good), i(nterrupted), n(ot
/// sent).
Attempt ended(QChar letter)
{
    Attempt attempt;
    attempt.outcome = AttemptOutcome::Temporary;
    if (letter == u'd')
        attempt.outcome = AttemptOutcome::Delivered;
    else if (letter == u'f')
        attempt.outcome = AttemptOutcome::Failed;
    else if (letter == u'i')
        attempt.outcome = AttemptOutcome::Interrupted;
    else if (letter == u'n')
        attempt.failure = Failure::NotSent;
    if (letter == u'h') { // a heartbeat that is refused
        attempt.kind = EventKind::Heartbeat;
        attempt.outcome = AttemptOutcome::Failed;
        attempt.status = 400;
    }
    return attempt;
}

} // namespace

class TestBreaker final : public QObject
{
    Q_OBJECT

private slots:
    void opensAfterFiveInARow_data();
    void opensAfterFiveInARow();
    void probesAtGrowingPauses_data();
    void probesAtGrowingPauses();
    void stragglersAreNoProbes();
};

void TestBreaker::opensAfterFiveInARow_data()
{
    QTest::addColumn<QString>("ends");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("nothing has been sent yet") << QString() << false;
    QTest::newRow("four temporary failures") << QStringLiteral("tttt") << false;
    QTest::newRow("five temporary failures") << QStringLiteral("ttttt") << true;
    QTest::newRow("a success breaks the row") << QStringLiteral("ttttdtttt") << false;
    QTest::newRow("an answer that refuses breaks the row") << QStringLiteral("ttttftttt") << false;
    QTest::newRow("what was not sent counts for nothing") << QStringLiteral("ttntnt") << false;
    QTest::newRow("what was not sent breaks no row") << QStringLiteral("ttnttnt") << true;
    QTest::newRow("what we broke off counts for nothing") << QStringLiteral("ttttiii") << false;
    QTest::newRow("refusals alone never open it") << QStringLiteral("ffffffff") << false;
}

void TestBreaker::opensAfterFiveInARow()
{
    QFETCH(const QString, ends);
    QFETCH(const bool, isOpen);
    Breaker breaker;
    for (const QChar letter : ends)
        breaker.noteEnd(ended(letter), at(0));
    QCOMPARE(breaker.isOpen(), isOpen);
}

void TestBreaker::probesAtGrowingPauses_data()
{
    QTest::addColumn<QString>("probes");
    QTest::addColumn<qint64>("pause"); // in seconds; 0 when it has closed
    QTest::newRow("before the first") << QString() << qint64{5};
    QTest::newRow("the first failed") << QStringLiteral("t") << qint64{10};
    QTest::newRow("three failed") << QStringLiteral("ttt") << qint64{40};
    QTest::newRow("six failed") << QStringLiteral("tttttt") << qint64{300};
    QTest::newRow("a refused heartbeat shows that somebody is there")
        << QStringLiteral("ttth") << qint64{5};
    QTest::newRow("and then nobody again") << QStringLiteral("ttthtt") << qint64{20};
    QTest::newRow("a refused event does not") << QStringLiteral("tttf") << qint64{80};
    QTest::newRow("five minutes at most") << QStringLiteral("tttttttttttttttt") << qint64{300};
    QTest::newRow("one that is refused is no success") << QStringLiteral("f") << qint64{10};
    QTest::newRow("one that was not sent says nothing") << QStringLiteral("n") << qint64{5};
    QTest::newRow("one that succeeds closes it") << QStringLiteral("ttd") << qint64{0};
}

void TestBreaker::probesAtGrowingPauses()
{
    QFETCH(const QString, probes);
    QFETCH(const qint64, pause);
    Breaker breaker;
    for (int i = 0; i < 5; ++i)
        breaker.noteEnd(ended(u't'), at(100));
    for (const QChar letter : probes) {
        breaker.noteStart();
        breaker.noteEnd(ended(letter), at(100));
    }
    QVERIFY(breaker.probeAt() == (pause == 0 ? std::nullopt : std::optional(at(100 + pause))));
}

void TestBreaker::stragglersAreNoProbes()
{
    Breaker breaker;
    for (int i = 0; i < 5; ++i)
        breaker.noteEnd(ended(u't'), at(0));
    breaker.noteEnd(ended(u't'), at(3)); // was in flight before it opened
    QVERIFY(breaker.probeAt() == at(8));
    breaker.noteEnd(ended(u'd'), at(4));
    QVERIFY(!breaker.isOpen());
}

QTEST_GUILESS_MAIN(TestBreaker)
#include "tst_breaker.moc"

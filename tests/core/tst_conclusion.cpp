// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/conclusion.h"
#include "core/model/pausereason.h"

#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Core::Verdict)

namespace {

const Time Now{Milliseconds{1'767'225'600'000}};

OpenAttempt openAttempt(int number, EventKind kind = EventKind::Published)
{
    OpenAttempt open;
    open.attempt.id = AttemptId{1};
    open.attempt.number = number;
    open.chargedBefore = number - 1;
    open.attempt.kind = kind;
    open.attempt.url = QStringLiteral("http://localhost/at-the-claim");
    open.url = open.attempt.url;
    return open;
}

Verdict temporary()
{
    Verdict verdict;
    verdict.outcome = AttemptOutcome::Temporary;
    return verdict;
}

Verdict notCharged()
{
    Verdict verdict = temporary();
    verdict.isCharged = false;
    verdict.retryAfter = 4s; // as long as its lane says
    return verdict;
}

Verdict askingFor(Milliseconds pause)
{
    Verdict verdict = temporary();
    verdict.retryAfter = pause;
    return verdict;
}

} // namespace

class TestConclusion final : public QObject
{
    Q_OBJECT

private slots:
    void thePostGoesWhereItsRowSays();
    void headersOfTheEventComeFirst_data();
    void headersOfTheEventComeFirst();
    void headersOfTheEventReplaceNoneOfOurs();
    void aTemporaryFailureWaitsForItsPause_data();
    void aTemporaryFailureWaitsForItsPause();
    void theEndOfTheScheduleSaysHowOftenItWasTried_data();
    void theEndOfTheScheduleSaysHowOftenItWasTried();
    void theScheduleGoesOnFromWhatIsCharged();
    void aLongTimeOfFailuresPauses_data();
    void aLongTimeOfFailuresPauses();
    void aHeartbeatIsNeverTriedAgain();
    void aTestIsTriedAgainOnlyForOurOwnFault();
    void goneTellsWhyTheDestinationIsPaused();
    void thePauseAfterFailuresTellsItsBeginning();
    void theTranscriptIsWhatWasSentAndWhatCame();
    void aPostArrivesWhenItsRequestHasLeft_data();
    void aPostArrivesWhenItsRequestHasLeft();
};

// What was moved since the claim is not sent at all; what is sent goes where the log says.
void TestConclusion::thePostGoesWhereItsRowSays()
{
    Destination changed;
    changed.url = QStringLiteral("http://localhost/changed-meanwhile");
    const Attempt attempt = openAttempt(1).attempt;
    const Shipment shipment = makeShipment(attempt, {}, changed, {}, Now);
    QCOMPARE(shipment.url, attempt.url);
    QVERIFY2(shipment.seal && shipment.seal->signedAt == Now, "it can be signed anew");
}

void TestConclusion::headersOfTheEventComeFirst_data()
{
    QTest::addColumn<HeaderList>("ofDestination");
    QTest::addColumn<HeaderList>("ofEvent");
    QTest::addColumn<HeaderList>("sent"); // behind our own
    const HeaderList two{{"X-Team", "blue"}, {"X-Env", "test"}};
    QTest::newRow("none at all") << HeaderList() << HeaderList() << HeaderList();
    QTest::newRow("the destination's alone") << two << HeaderList() << two;
    QTest::newRow("the event's alone") << HeaderList() << two << two;
    QTest::newRow("another name comes behind")
        << two << HeaderList{{"X-Try", "2"}}
        << HeaderList{{"X-Team", "blue"}, {"X-Env", "test"}, {"X-Try", "2"}};
    QTest::newRow("the same name stands in its place")
        << two << HeaderList{{"X-Team", "red"}} << HeaderList{{"X-Team", "red"}, {"X-Env", "test"}};
    QTest::newRow("capitals make no other name")
        << two << HeaderList{{"x-ENV", ""}} << HeaderList{{"X-Team", "blue"}, {"x-ENV", ""}};
}

void TestConclusion::headersOfTheEventComeFirst()
{
    QFETCH(const HeaderList, ofDestination);
    QFETCH(const HeaderList, ofEvent);
    QFETCH(const HeaderList, sent);
    Destination destination;
    destination.headers = ofDestination;
    Event event;
    event.headers = ofEvent;
    const HeaderList headers
        = makeShipment(openAttempt(1).attempt, event, destination, {}, Now).headers;
    const qsizetype ours = makeShipment(openAttempt(1).attempt, {}, {}, {}, Now).headers.size();
    QCOMPARE(headers.sliced(ours), sent);
}

// What names one of ours is refused where it is entered.
void TestConclusion::headersOfTheEventReplaceNoneOfOurs()
{
    const HeaderList ours = makeShipment(openAttempt(1).attempt, {}, {}, {}, Now).headers;
    QVERIFY(ours.size() > 6);
    for (const Header &header : ours)
        QVERIFY2(!validateHeaders({{header.name.toUpper(), "x"}}), header.name.constData());
    for (const char *const signature : {"Stripe-Signature", "X-Hub-Signature-256"})
        QVERIFY2(!validateHeaders({{signature, "x"}}), signature);
}

void TestConclusion::aTemporaryFailureWaitsForItsPause_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<qint64>("pauseMs");
    QTest::newRow("the first attempt of the schedule") << 1 << temporary() << qint64{5'000};
    QTest::newRow("the third attempt of the schedule") << 3 << temporary() << qint64{300'000};
    QTest::newRow("the receiver asks for more")
        << 1 << askingFor(Milliseconds{60'000}) << qint64{60'000};
    QTest::newRow("our own fault: as soon as its lane says, whatever the number")
        << 9 << notCharged() << qint64{4'000};
}

void TestConclusion::aTemporaryFailureWaitsForItsPause()
{
    QFETCH(const int, number);
    QFETCH(const Verdict, verdict);
    QFETCH(const qint64, pauseMs);
    constexpr double WithoutSpread = 0.5;
    const FinishAttempt finish = conclude(openAttempt(number), {}, verdict, {}, Now, WithoutSpread);
    QVERIFY(finish.next == DeliveryState::Waiting);
    QCOMPARE((finish.dueAt - Now).count(), pauseMs);
    QVERIFY(finish.reason.isEmpty());
}

void TestConclusion::theEndOfTheScheduleSaysHowOftenItWasTried_data()
{
    QTest::addColumn<int>("pauses");
    QTest::addColumn<QString>("reason");
    QTest::newRow("an empty list makes one attempt")
        << 0 << QStringLiteral("gave up after the only attempt: 503 Service Unavailable");
    QTest::newRow("two pauses make three attempts")
        << 2 << QStringLiteral("gave up after 3 attempts: 503 Service Unavailable");
}

void TestConclusion::theEndOfTheScheduleSaysHowOftenItWasTried()
{
    QFETCH(const int, pauses);
    QFETCH(const QString, reason);
    Destination destination;
    destination.retry
        = std::vector<Milliseconds>(static_cast<std::size_t>(pauses), Milliseconds{1'000});
    Report report;
    report.status = 503;
    const FinishAttempt finish
        = conclude(openAttempt(pauses + 1), report, temporary(), destination, Now, 0);
    QVERIFY(finish.next == DeliveryState::Failed);
    QCOMPARE(finish.reason, reason);
}

void TestConclusion::theScheduleGoesOnFromWhatIsCharged()
{
    OpenAttempt open = openAttempt(7);
    open.chargedBefore = 2; // the others were interrupted
    constexpr double WithoutSpread = 0.5;
    const FinishAttempt finish = conclude(open, {}, temporary(), {}, Now, WithoutSpread);
    QVERIFY(finish.dueAt - Now == 5min);
}

void TestConclusion::aLongTimeOfFailuresPauses_data()
{
    QTest::addColumn<Milliseconds>("failingFor"); // by the wall
    QTest::addColumn<int>("count");
    QTest::addColumn<Milliseconds>("lasted"); // in this run
    QTest::addColumn<bool>("isPaused");
    QTest::addRow("five days") << Milliseconds(120h) << 5 << Milliseconds(120h) << true;
    QTest::addRow("five days, most of them in earlier runs")
        << Milliseconds(120h) << 5 << Milliseconds(1h) << true;
    QTest::addRow("not yet five days") << Milliseconds(119h) << 99 << Milliseconds(119h) << false;
    QTest::addRow("few failures") << Milliseconds(120h) << 4 << Milliseconds(120h) << false;
    QTest::addRow("a clock that leapt before this run")
        << Milliseconds(500h) << 99 << Milliseconds(59min) << false;
}

void TestConclusion::aLongTimeOfFailuresPauses()
{
    QFETCH(const Milliseconds, failingFor);
    QFETCH(const int, count);
    QFETCH(const Milliseconds, lasted);
    QFETCH(const bool, isPaused);
    Destination destination;
    destination.failingSince = Now - failingFor;
    QCOMPARE(!reasonToGiveUp(destination, {count, lasted}, Now).isEmpty(), isPaused);
}

void TestConclusion::aHeartbeatIsNeverTriedAgain()
{
    const OpenAttempt heartbeat = openAttempt(1, EventKind::Heartbeat);
    QVERIFY(conclude(heartbeat, {}, temporary(), {}, Now, 0).next == DeliveryState::Failed);
    QVERIFY(conclude(heartbeat, {}, notCharged(), {}, Now, 0).next == DeliveryState::Failed);
}

void TestConclusion::aTestIsTriedAgainOnlyForOurOwnFault()
{
    const OpenAttempt test = openAttempt(1, EventKind::Test);
    Report report;
    report.status = 503;
    const FinishAttempt failed = conclude(test, report, temporary(), {}, Now, 0);
    QVERIFY(failed.next == DeliveryState::Failed);
    QCOMPARE(failed.reason, QStringLiteral("503 Service Unavailable"));
    QVERIFY(conclude(test, {}, notCharged(), {}, Now, 0).next == DeliveryState::Waiting);
}

void TestConclusion::goneTellsWhyTheDestinationIsPaused()
{
    Verdict gone;
    gone.outcome = AttemptOutcome::Failed;
    QVERIFY(conclude(openAttempt(1), {}, gone, {}, Now, 0).pauseReason.isEmpty());
    gone.pausesDestination = true;
    QCOMPARE(conclude(openAttempt(1), {}, gone, {}, Now, 0).pauseReason,
             QStringLiteral("the receiver answered 410 Gone"));
}

void TestConclusion::thePauseAfterFailuresTellsItsBeginning()
{
    const QString reason = failingReason(Now);
    QVERIFY(reason.startsWith(QStringLiteral("nothing but failures since ")));
    QVERIFY(sinceIn(reason) == Now);
    QVERIFY(!sinceIn(GoneReason));
    QVERIFY(!sinceIn(QStringLiteral("nothing but failures since Monday")));
}

void TestConclusion::theTranscriptIsWhatWasSentAndWhatCame()
{
    OpenAttempt open = openAttempt(1);
    open.requestHeaders = {{"webhook-id", "evt_1"}};
    Report report;
    report.status = 200;
    report.responseHeaders = {{"X-Answer", "yes"}};
    report.responseBody = QByteArray("\0\xff", 2);
    report.isResponseCut = true;
    report.remoteAddress = QStringLiteral("127.0.0.1:80");
    Verdict delivered;
    delivered.outcome = AttemptOutcome::Delivered;
    const FinishAttempt finish = conclude(open, report, delivered, {}, Now, 0);
    QVERIFY(finish.next == DeliveryState::Delivered);
    QVERIFY(finish.dueAt == Now);
    const Transcript wanted{
        open.url, open.requestHeaders, report.responseHeaders, report.responseBody,
        true,     report.remoteAddress};
    QVERIFY(finish.transcript == wanted);
}

void TestConclusion::aPostArrivesWhenItsRequestHasLeft_data()
{
    QTest::addColumn<std::optional<Milliseconds>>("sentAfter"); // the launch, as what follows
    QTest::addColumn<Milliseconds>("arrivedAfter");
    using MaybeTime = std::optional<Milliseconds>;
    QTest::addRow("it left at once") << MaybeTime(0ms) << 0ms;
    QTest::addRow("it waited for its turn on an open connection") << MaybeTime(90ms) << 90ms;
    QTest::addRow("it never left") << MaybeTime() << 0ms;
    QTest::addRow("never later than it landed") << MaybeTime(300ms) << 200ms;
    QTest::addRow("never earlier than it was launched") << MaybeTime(-10ms) << 0ms;
}

void TestConclusion::aPostArrivesWhenItsRequestHasLeft()
{
    QFETCH(const std::optional<Milliseconds>, sentAfter);
    QFETCH(const Milliseconds, arrivedAfter);
    constexpr Tick Launched{1h};
    Report report;
    report.startedAt = Now + 1h; // by a wall clock that has leapt meanwhile
    if (sentAfter)
        report.sentAt = Launched + *sentAfter;
    QVERIFY(arrivalOf(report, Launched, Launched + 200ms) == Launched + arrivedAfter);
}

QTEST_GUILESS_MAIN(TestConclusion)
#include "tst_conclusion.moc"

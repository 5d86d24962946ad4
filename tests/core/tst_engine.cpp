// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/historyorders.h"
#include "core/kinfinder.h"
#include "core/model/secrets.h"
#include "core/orders.h"
#include "core/signaturecheck.h"
#include "core/trialpost.h"
#include "tests/support/rawclient.h"
#include "tests/support/runningengine.h"
#include "tests/support/testreceiver.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace Core;

class TestEngine final : public QObject
{
    Q_OBJECT

private slots:
    void anEventGoesThroughTheWholeHouse();
    void aBodyThatComesLaterIsToldOnce();
    void whatWaitsTellsOfAPauseThatTheReceiverAskedFor();
    void whatWaitsTellsOfAReceiverThatIsDown();
    void whatChangesADeliveryWithoutAnAttemptIsTold();
    void theBinsCaptureIsLinkedWithItsAttempt();
    void signaturesAreMadeAgainOnThisSide();
    void actionsOfTheWindowAreCarriedOut();
    void whatWaitedForOneThatIsRemovedIsAllCancelled();
    void pinsAndNotesAreKeptAndTold();
    void whatAPersonDeletesIsGoneAndTold();
    void refusedActionsAreTold();
    void whoGivesATicketIsAnswered();
    void aServersWindowRefusesThisMachine();
    void everyCallIsTold();
    void aDestinationIsTriedWithoutBeingKept();
    void aTrialThatMayNotBeSentIsRefused();
    void aTrialEndsWhenDispatchingIsPaused();
    void addressesThatAreNeverSentToAreRefused_data();
    void addressesThatAreNeverSentToAreRefused();
};

void TestEngine::anEventGoesThroughTheWholeHouse()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(201, "created", {{"X-Answer", "yes"}}));
    RunningEngine engine(settingsFor(directory));
    const Destination joe = engine.add(receiver.url());
    QVERIFY(!joe.id.isNull());
    const HttpAnswer answer
        = engine.call("POST", QStringLiteral("/events"), "{\"type\":\"a.b\",\"data\":1}");
    QCOMPARE(answer.status, 202);
    QTRY_VERIFY(!engine.attempts.isEmpty()
                && engine.attempts.last().outcome == AttemptOutcome::Delivered);
    const Attempt &attempt = engine.attempts.last();
    QCOMPARE(attempt.status, 201);
    QCOMPARE(attempt.destinationName, QStringLiteral("joe"));
    QCOMPARE(attempt.eventType, QStringLiteral("a.b"));
    QSignalSpy loaded(&engine->orders(), &Orders::attemptLoaded);
    engine->orders().loadAttempt(attempt.id);
    QVERIFY(loaded.wait());
    const auto record = loaded.first().first().value<AttemptRecord>();
    QCOMPARE(record.transcript.responseBody, QByteArray("created"));
    QCOMPARE(headerValue(record.transcript.responseHeaders, "X-Answer"), QByteArray("yes"));
    QCOMPARE(record.requestBody, receiver.requests().first().body);
    QCOMPARE(headerValue(record.transcript.requestHeaders, "webhook-id"),
             attempt.event.text.toLatin1());
    // On record is what went over the wire; only the case of the names may differ.
    QCOMPARE(headersToLines(record.transcript.requestHeaders).toLower(),
             headersToLines(receiver.requests().first().headers).toLower());
}

/// It ends when its connection does.
void TestEngine::aBodyThatComesLaterIsToldOnce()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::raw("HTTP/1.1 200 OK\r\nServer: slow\r\n\r\nbody"));
    RunningEngine engine(settingsFor(directory));
    QSignalSpy kept(engine.get(), &Engine::responsesKept);
    engine->orders().testDestination(engine.add(receiver.url()).id);
    QTRY_VERIFY(!engine.attempts.isEmpty()
                && engine.attempts.last().outcome == AttemptOutcome::Delivered);
    receiver.closeConnections();
    QTRY_COMPARE(kept.size(), 1);
    const auto attempts = kept.first().first().value<QList<Attempt>>();
    QCOMPARE(attempts.size(), 1);
    QVERIFY(attempts.first().id == engine.attempts.last().id);
    QCOMPARE(attempts.first().responseBytes, 4);
    const auto ended
        = std::count_if(engine.attempts.begin(), engine.attempts.end(), [](const Attempt &attempt) {
              return attempt.outcome != AttemptOutcome::InFlight;
          });
    QCOMPARE(ended, 1);
    const auto listed = engine.call("GET", QStringLiteral("/webhooks")).json();
    const QList<QJsonObject> views{
        engine.call("GET", QStringLiteral("/attempts/") + toString(attempts.first().id)).json(),
        listed[QStringLiteral("data")][0][QStringLiteral("lastAttempt")].toObject()};
    for (const QJsonObject &view : views)
        QVERIFY(view[QStringLiteral("phases")][QStringLiteral("receiveMs")].toDouble() > 0);
}

void TestEngine::whatWaitsTellsOfAPauseThatTheReceiverAskedFor()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.enqueueAnswer(Answer::status(503));
    receiver.enqueueAnswer(Answer::status(429, {}, {{"Retry-After", "3600"}}));
    RunningEngine engine(settingsFor(directory));
    engine.add(receiver.url());
    QList<Attempt> ended;
    for (const int status : {503, 429}) {
        engine.call("POST", QStringLiteral("/events"), "{\"type\":\"a.b\",\"data\":1}");
        QTRY_VERIFY(!engine.attempts.isEmpty() && engine.attempts.last().status == status);
        ended.append(engine.attempts.last());
    }
    QSignalSpy loaded(&engine->orders(), &Orders::attemptLoaded);
    engine->orders().loadAttempt(ended.first().id);
    QVERIFY(loaded.wait());
    const auto waits = loaded.takeFirst().first().value<AttemptRecord>();
    QVERIFY(waits.nextStep == NextStep::Held);
    QVERIFY(*waits.dueAt > ended.last().startedAt + std::chrono::minutes{50});
    engine->orders().loadAttempt(ended.last().id);
    QVERIFY(loaded.wait());
    const auto refused = loaded.takeFirst().first().value<AttemptRecord>();
    QVERIFY(!refused.dueAt);
    QVERIFY(refused.nextStep == NextStep::GivenUp);
}

void TestEngine::whatWaitsTellsOfAReceiverThatIsDown()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(503));
    RunningEngine engine(settingsFor(directory));
    engine.call("POST", QStringLiteral("/webhooks"),
                R"({"name":"joe","destination":")" + receiver.url().toUtf8()
                    + R"(","retry":["1s","1s","1s","1s","1s"]})");
    for (int count = 1; count <= 5; ++count)
        engine.call("POST", QStringLiteral("/events"), "{\"type\":\"a.b\",\"data\":1}");
    const auto isOpen = [&engine] {
        return engine.call("GET", QStringLiteral("/webhooks"))
            .body.contains("\"breaker\":\"open\"");
    };
    QTRY_VERIFY(isOpen());
    QSignalSpy loaded(&engine->orders(), &Orders::attemptLoaded);
    engine->orders().loadAttempt(engine.attempts.first().id);
    QVERIFY(loaded.wait());
    const auto waits = loaded.takeFirst().first().value<AttemptRecord>();
    QVERIFY(waits.nextStep == NextStep::Probed);
    QVERIFY(*waits.dueAt > engine.attempts.first().startedAt + std::chrono::seconds{4});
}

void TestEngine::whatChangesADeliveryWithoutAnAttemptIsTold()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(503));
    RunningEngine engine(settingsFor(directory));
    const Destination joe = engine.add(receiver.url());
    engine.call("POST", QStringLiteral("/events"), "{\"type\":\"a.b\",\"data\":1}");
    QTRY_VERIFY(!engine.attempts.isEmpty() && engine.attempts.last().status == 503);
    const Attempt attempt = engine.attempts.last();
    QCOMPARE(attempt.deliveryState, DeliveryState::Waiting);

    QSignalSpy changed(engine.get(), &Engine::deliveriesChanged);
    engine->orders().removeDestination(joe.id);
    engine->orders().restoreDestination(joe.id);
    QTRY_COMPARE(changed.size(), 1);
    using Changes = QList<DeliveryChange>;
    QCOMPARE(changed.takeFirst().first().value<Changes>(),
             (Changes{{attempt.delivery, DeliveryState::Waiting}}));
    engine.call("POST", QStringLiteral("/deliveries/%1/cancel").arg(toString(attempt.delivery)));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.takeFirst().first().value<Changes>(),
             (Changes{{attempt.delivery, DeliveryState::Cancelled}}));
}

void TestEngine::theBinsCaptureIsLinkedWithItsAttempt()
{
    QTemporaryDir directory;
    RunningEngine engine(settingsFor(directory));
    const Destination joe
        = engine.add(engine.status.binUrl + QStringLiteral("/v1/webhooks/demo/below?x=1"));
    engine->orders().testDestination(joe.id);
    QTRY_COMPARE(engine.captures.size(), 1);
    QTRY_VERIFY(!engine.attempts.isEmpty()
                && engine.attempts.last().outcome == AttemptOutcome::Delivered);
    const Capture &capture = engine.captures.first();
    QCOMPARE(capture.bin, QStringLiteral("demo"));
    QCOMPARE(capture.target, QByteArray("/v1/webhooks/demo/below?x=1"));
    QVERIFY(capture.delivery == engine.attempts.last().delivery);
    QCOMPARE(capture.attemptNumber, 1);
    QSignalSpy loaded(&engine->orders(), &Orders::captureLoaded);
    engine->orders().loadCapture(capture.id);
    QVERIFY(loaded.wait());
    const auto record = loaded.first().first().value<CaptureRecord>();
    QCOMPARE(record.body.size(), capture.bodyBytes);
    QCOMPARE(headerValue(record.headers, "Hookpost-Event"), QByteArray("hookpost.test"));
    const auto kinOf = [&engine](LogKey row) {
        QSignalSpy found(&engine->kinFinder(), &KinFinder::found);
        engine->kinFinder().find(row);
        return found.wait() ? found.first().first().value<Kin>() : Kin();
    };
    const LogKey sent = LogKey::of(engine.attempts.last().id);
    QVERIFY(kinOf(sent).counterpart == LogKey::of(capture.id));
    QVERIFY(kinOf(LogKey::of(capture.id)).counterpart == sent);
    const LogKey gone = LogKey::of(AttemptId{999});
    QSignalSpy missing(&engine->kinFinder(), &KinFinder::missing);
    engine->kinFinder().find(gone);
    QVERIFY(missing.wait());
    QVERIFY(missing.first().first().value<LogKey>() == gone);
}

void TestEngine::signaturesAreMadeAgainOnThisSide()
{
    QTemporaryDir directory;
    RunningEngine engine(settingsFor(directory));
    const Destination joe = engine.add(engine.status.binUrl + QStringLiteral("/v1/webhooks/demo"));
    engine->orders().testDestination(joe.id);
    QTRY_VERIFY(!engine.attempts.isEmpty() && !engine.captures.isEmpty()
                && engine.attempts.last().outcome == AttemptOutcome::Delivered);
    const auto verdictOf = [&engine](LogKey row) {
        QSignalSpy checked(&engine->signatureCheck(), &SignatureCheck::checked);
        engine->signatureCheck().check(row);
        const auto report
            = checked.wait() ? checked.first().first().value<SignatureReport>() : SignatureReport();
        const bool isOne = report.row == row && report.entries.size() == 1;
        return isOne ? std::optional(report.entries.first().verdict) : std::nullopt;
    };
    const LogKey sent = LogKey::of(engine.attempts.last().id);
    const LogKey received = LogKey::of(engine.captures.first().id);
    QVERIFY(verdictOf(sent) == SignatureVerdict::Valid);
    QVERIFY(verdictOf(received) == SignatureVerdict::Valid);
    QSignalSpy changed(&engine->orders(), &Orders::destinationAnswered);
    engine->orders().changeDestination(joe, joe, newSecret(joe.signature), 1);
    QVERIFY(changed.wait());
    QTRY_VERIFY(verdictOf(sent) == SignatureVerdict::OtherSecret);
    QVERIFY(verdictOf(received) == SignatureVerdict::Invalid);
    QSignalSpy forgotten(engine.get(), &Engine::destinationsForgotten);
    engine->orders().removeDestination(joe.id);
    QVERIFY(forgotten.wait());
    QVERIFY(verdictOf(received) == SignatureVerdict::NoSecret);
}

void TestEngine::actionsOfTheWindowAreCarriedOut()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    RunningEngine engine(settingsFor(directory));
    const Destination joe = engine.add(receiver.url());
    QVERIFY(joe.origin == Origin::Window);
    const auto state = [&engine] { return engine.latest.value(0).destination.state; };
    engine->orders().pauseDestination(joe.id);
    QTRY_VERIFY(state() == DestinationState::Paused);
    engine->orders().resumeDestination(joe.id);
    QTRY_VERIFY(state() == DestinationState::Active);
    Destination joseph = joe;
    joseph.name = QStringLiteral("joseph");
    engine->orders().changeDestination(joe, joseph);
    QTRY_COMPARE(engine.latest.value(0).destination.name, QStringLiteral("joseph"));
    QSignalSpy forgotten(engine.get(), &Engine::destinationsForgotten);
    engine->orders().removeDestination(joe.id);
    QVERIFY(forgotten.wait());
    engine.latest.clear();
    engine->orders().restoreDestination(joe.id);
    QTRY_COMPARE(engine.latest.value(0).destination.name, QStringLiteral("joseph"));
    engine->orders().testDestination(joe.id);
    QTRY_COMPARE(receiver.requests().size(), 1);
}

void TestEngine::whatWaitedForOneThatIsRemovedIsAllCancelled()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    RunningEngine engine(settingsFor(directory));
    const Destination joe = engine.add(receiver.url());
    engine->orders().pauseDestination(joe.id);
    QTRY_VERIFY(engine.latest.value(0).destination.state == DestinationState::Paused);
    const QByteArray lines = QByteArrayLiteral("{\"type\":\"a.b\",\"data\":1}\n").repeated(500);
    const auto accepted = engine.call("POST", QStringLiteral("/events"), lines,
                                      {{"Content-Type", "application/x-ndjson"}});
    QCOMPARE(accepted.status, 202);
    const auto waiting = [&engine] {
        return engine.call("GET", QStringLiteral("/deliveries?q=is:waiting&limit=1"))
            .body.contains("dlv_");
    };
    QVERIFY(waiting());
    engine->orders().removeDestination(joe.id);
    QTRY_VERIFY(!waiting());
    engine->orders().restoreDestination(joe.id);
    QTRY_VERIFY(engine.latest.value(0).waiting == 500);
}

void TestEngine::pinsAndNotesAreKeptAndTold()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    RunningEngine engine(settingsFor(directory));
    engine->orders().testDestination(engine.add(receiver.url()).id);
    QTRY_VERIFY(!engine.attempts.isEmpty()
                && engine.attempts.last().outcome == AttemptOutcome::Delivered);
    const AttemptId id = engine.attempts.last().id;
    QList<Pin> told;
    connect(engine.get(), &Engine::pinsChanged, this,
            [&told](const QList<Pin> &pins) { told += pins; });
    engine->orders().pinRows({LogKey::of(id)}, true);
    engine->orders().noteRow(LogKey::of(id), QStringLiteral("look here"));
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(told.first() == (Pin{LogKey::of(id), true, {}}));
    QVERIFY(told.last() == (Pin{LogKey::of(id), true, QStringLiteral("look here")}));
    const auto listed = engine.call("GET", QStringLiteral("/webhooks")).json();
    const QList<QJsonObject> views{
        engine.call("GET", QStringLiteral("/attempts/") + toString(id)).json(),
        listed[QStringLiteral("data")][0][QStringLiteral("lastAttempt")].toObject()};
    for (const QJsonObject &view : views) {
        QCOMPARE(view[QStringLiteral("isPinned")].toBool(), true);
        QCOMPARE(view[QStringLiteral("note")].toString(), QStringLiteral("look here"));
    }
}

void TestEngine::whatAPersonDeletesIsGoneAndTold()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    RunningEngine engine(settingsFor(directory));
    const DestinationId joe = engine.add(receiver.url()).id;
    QSignalSpy forgotten(engine.get(), &Engine::rowsForgotten);
    for (const bool isClearing : {false, true}) {
        engine.attempts.clear();
        engine->orders().testDestination(joe);
        QTRY_VERIFY(!engine.attempts.isEmpty()
                    && engine.attempts.last().outcome == AttemptOutcome::Delivered);
        const AttemptId id = engine.attempts.last().id;
        const QString path = QStringLiteral("/attempts/") + toString(id);
        QCOMPARE(engine.call("GET", path).status, 200);
        forgotten.clear();
        if (isClearing)
            engine->historyOrders().clear(SystemClock().now() + std::chrono::hours{1});
        else
            engine->historyOrders().forget(
                {1, {LogKey::of(id)}, SystemClock().now() + std::chrono::seconds{1}});
        QTRY_COMPARE(forgotten.size(), 1);
        QVERIFY(forgotten.first().first().value<QList<LogKey>>() == QList{LogKey::of(id)});
        QCOMPARE(engine.call("GET", path).status, 404);
    }
}

void TestEngine::refusedActionsAreTold()
{
    QTemporaryDir directory;
    RunningEngine engine(settingsFor(directory));
    QSignalSpy refused(&engine->orders(), &Orders::refused);
    engine->orders().addDestination(Destination{});
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Error>().field, QStringLiteral("name"));
    engine->orders().removeDestination(DestinationId{4711});
    QTRY_COMPARE(refused.size(), 2);
}

/// Whatever is refused besides.
void TestEngine::whoGivesATicketIsAnswered()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    RunningEngine engine(settingsFor(directory));
    Orders &orders = engine->orders();
    const QSignalSpy refused(&orders, &Orders::refused);
    const QSignalSpy answered(&orders, &Orders::destinationAnswered);
    const auto answerAt = [&answered](qsizetype place) {
        return answered.at(place).first().value<DestinationAnswer>();
    };
    Destination joe;
    joe.name = QStringLiteral("joe");
    joe.url = QStringLiteral("http://169.254.169.254/");
    orders.addDestination(joe, {}, 7);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answerAt(0).ticket, 7);
    QCOMPARE(answerAt(0).error.value_or(Error{}).field, QStringLiteral("destination"));
    joe.url = receiver.url();
    orders.addDestination(joe, {}, 8);
    QTRY_COMPARE(answered.size(), 2);
    QVERIFY((answerAt(1) == DestinationAnswer{8, std::nullopt}));
    QTRY_COMPARE(engine.latest.size(), 1);
    const Destination known = engine.latest.first().destination;
    Destination ann = known;
    ann.name = QStringLiteral("ann");
    orders.changeDestination(known, ann, "whsec_short", 9);
    QCOMPARE(answerAt(2).error.value_or(Error{}).field, QStringLiteral("secret"));
    orders.addDestination(ann, {}, 10);
    QTRY_COMPARE(answered.size(), 4);
    orders.changeDestination(known, ann, {}, 11);
    QTRY_COMPARE(answered.size(), 5);
    QCOMPARE(answerAt(4).error.value_or(Error{}).code, ErrorCode::Conflict);
    orders.changeDestination(Destination{}, joe, {}, 12);
    QCOMPARE(answerAt(5).error.value_or(Error{}).code, ErrorCode::NotFound);
    QVERIFY(refused.isEmpty());
}

void TestEngine::aServersWindowRefusesThisMachine()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    EngineSettings settings = settingsFor(directory);
    settings.isServer = true;
    settings.allowedDestinations = {{QHostAddress(QStringLiteral("127.0.0.1")), 32}};
    RunningEngine engine(settings);
    QSignalSpy refused(&engine->orders(), &Orders::refused);
    const Destination joe = engine.add(receiver.url());
    QVERIFY(!joe.id.isNull());
    Destination elsewhere = joe;
    elsewhere.url = QStringLiteral("http://127.0.0.2:2/");
    engine->orders().changeDestination(joe, elsewhere);
    QCOMPARE(refused.size(), 1);
    elsewhere.name = QStringLiteral("ann");
    engine->orders().addDestination(elsewhere);
    QCOMPARE(refused.size(), 2);
    for (const QList<QVariant> &arguments : std::as_const(refused)) {
        const auto error = arguments.first().value<Error>();
        QCOMPARE(error.field, QStringLiteral("destination"));
        QVERIFY2(error.sentence.contains(QStringLiteral("127.0.0.2 is a loopback address")),
                 qPrintable(error.sentence));
        QVERIFY(error.hint.contains(QStringLiteral("--allow-destination 127.0.0.2")));
    }
    engine->orders().testDestination(joe.id);
    QTRY_COMPARE(receiver.requests().size(), 1);
}

void TestEngine::everyCallIsTold()
{
    QTemporaryDir directory;
    RunningEngine engine(settingsFor(directory));
    QList<ApiCall> calls;
    connect(engine.get(), &Engine::callsAnswered, this,
            [&calls](const QList<ApiCall> &answered) { calls += answered; });
    engine.call("GET", QStringLiteral("/webhooks?limit=1"), {}, {{"User-Agent", "a test"}});
    engine.call("POST", QStringLiteral("/webhooks"), "{\"name\":\"joe\"}");
    RawClient client(static_cast<quint16>(QUrl(engine.status.apiUrl).port()));
    client.send("not http\r\n\r\n");
    QTRY_COMPARE(calls.size(), 3);
    QCOMPARE(calls.at(0).method, QByteArray("GET"));
    QCOMPARE(calls.at(0).target, QByteArray("/webhooks?limit=1"));
    QCOMPARE(calls.at(0).client, QByteArray("a test"));
    QCOMPARE(calls.at(0).status, 200);
    QVERIFY(!calls.at(0).isRefused());
    QVERIFY(calls.at(0).caller.startsWith(QStringLiteral("127.0.0.1:")));
    QCOMPARE(calls.at(1).status, 422);
    QCOMPARE(calls.at(1).field, QStringLiteral("destination"));
    QVERIFY(!calls.at(1).sentence.isEmpty());
    QCOMPARE(calls.at(2).status, 400);
    QCOMPARE(calls.at(2).method, QByteArray());
    QVERIFY(!calls.at(2).sentence.isEmpty());
}

void TestEngine::aDestinationIsTriedWithoutBeingKept()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(503, "not yet"));
    RunningEngine engine(settingsFor(directory));
    QSignalSpy tried(&engine->trialPost(), &TrialPost::tried);
    Destination joe;
    joe.name = QStringLiteral("joe");
    joe.url = receiver.url();
    engine->trialPost().tryDestination(joe);
    QVERIFY(tried.wait());
    const auto record = tried.first().first().value<AttemptRecord>();
    QCOMPARE(record.attempt.status, 503);
    QCOMPARE(record.attempt.destinationName, QStringLiteral("joe (trial)"));
    QCOMPARE(record.transcript.responseBody, QByteArray("not yet"));
    QTRY_COMPARE(engine.call("GET", QStringLiteral("/webhooks")).body,
                 QByteArray("{\"data\":[],\"next\":null}\n"));
    QCOMPARE(receiver.requests().size(), 1);
    QVERIFY2(engine.latest.isEmpty(), "the window never lists it");
}

void TestEngine::aTrialThatMayNotBeSentIsRefused()
{
    QTemporaryDir directory;
    RunningEngine engine(settingsFor(directory));
    const QSignalSpy refused(&engine->trialPost(), &TrialPost::refused);
    Destination joe;
    joe.name = QStringLiteral("joe");
    joe.url = QStringLiteral("http://169.254.169.254/");
    engine->trialPost().tryDestination(joe);
    joe.url = QStringLiteral("ftp://example.com/");
    engine->trialPost().tryDestination(joe);
    QCOMPARE(refused.size(), 2);
    QCOMPARE(engine.call("GET", QStringLiteral("/webhooks")).body,
             QByteArray("{\"data\":[],\"next\":null}\n"));
}

void TestEngine::aTrialEndsWhenDispatchingIsPaused()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::hang());
    RunningEngine engine(settingsFor(directory));
    const QSignalSpy refused(&engine->trialPost(), &TrialPost::refused);
    Destination joe;
    joe.name = QStringLiteral("joe");
    joe.url = receiver.url();
    engine->trialPost().tryDestination(joe);
    QTRY_COMPARE(receiver.requests().size(), 1);
    engine->setDispatching(false);
    QCOMPARE(refused.size(), 1);
    QTRY_COMPARE(engine.call("GET", QStringLiteral("/webhooks")).body,
                 QByteArray("{\"data\":[],\"next\":null}\n"));
    receiver.closeConnections();
}

void TestEngine::addressesThatAreNeverSentToAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("its own interface") << QStringLiteral("http://localhost:%1/events/loop");
    QTest::newRow("its own interface, as a number") << QStringLiteral("http://2130706433:%1/");
    QTest::newRow("its own interface, by IPv6") << QStringLiteral("http://[::1]:%1/");
    QTest::newRow("cloud metadata") << QStringLiteral("http://169.254.169.254/?%1");
    QTest::newRow("broadcast") << QStringLiteral("http://255.255.255.255/?%1");
}

void TestEngine::addressesThatAreNeverSentToAreRefused()
{
    QFETCH(QString, url);
    QTemporaryDir directory;
    RunningEngine engine(settingsFor(directory));
    url = url.arg(QUrl(engine.status.apiUrl).port());
    QSignalSpy refused(&engine->orders(), &Orders::refused);
    Destination destination;
    destination.name = QStringLiteral("joe");
    destination.url = url;
    engine->orders().addDestination(destination);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Error>().field, QStringLiteral("destination"));
    const HttpAnswer answer
        = engine.call("POST", QStringLiteral("/webhooks"),
                      "{\"name\": \"joe\", \"destination\": \"" + url.toUtf8() + "\"}");
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.json().value(QStringLiteral("field")).toString(),
             QStringLiteral("destination"));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"
#include "core/logreader.h"
#include "tests/support/storesuite.h"

using namespace Core;

/// What the records tell to lists of the log.
class TestLogList final : public StoreSuite
{
    Q_OBJECT

private slots:
    void anEmptyLogHasNoSpan();
    void theSpanCoversAttemptsAndCaptures();
    void aSpanIsReadInPartsThatMeet();
    void rowsAreNarrowed_data();
    void rowsAreNarrowed();
    void heartbeatsThatWentWellAreFolded();
    void theRowsOfAnEventAreFolded();
    void failuresAreMarked();
    void someRowsAreJudged();
    void theFirstRuleThatFitsCounts();
    void rowsAreReadByTheirKeys();
    void fieldsOfMessagesAreRead();
    void whatIsGoneIsLeftOut();
    void closedRecordsTellAnError();

private:
    void fillLog();
    void attemptAgain(DeliveryId delivery, const Attempt &end, DeliveryState next);
    void heartbeat(const Attempt &end, DeliveryState next);
    void capture(DeliveryId sender, int status);
    QList<qint64> found(const LogScope &scope);
    QList<LogFold> folds(const LogScope &scope);

    Destination m_joe;
    Destination m_zoe;
    DeliveryId m_delivery; ///< the one that was tried twice
};

void TestLogList::attemptAgain(DeliveryId delivery, const Attempt &end, DeliveryState next)
{
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{delivery, at(1)});
    m_fixture->done<AttemptFinished>(makeFinish(claimed.attempt, end, next, at(1000)));
}

void TestLogList::heartbeat(const Attempt &end, DeliveryState next)
{
    Event event;
    event.id = EventId{newEventId(1'714'000'000'000)};
    event.type = HeartbeatType;
    event.kind = EventKind::Heartbeat;
    event.body = "{}";
    event.bodyBytes = 2;
    event.acceptedAt = at(0);
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimHeartbeat{m_joe.id, event});
    m_delivery = claimed.attempt.delivery;
    m_fixture->done<AttemptFinished>(makeFinish(claimed.attempt, end, next, at(1000)));
}

void TestLogList::capture(DeliveryId sender, int status)
{
    CaptureRecord record;
    record.capture.bin = QStringLiteral("Demo");
    record.capture.method = "PUT";
    record.capture.target = "/v1/webhooks/Demo";
    record.capture.status = status;
    record.capture.delivery = sender;
    record.capture.attemptNumber = sender.isNull() ? 0 : 1;
    m_fixture->done<CaptureAdded>(AddCapture{record});
}

/// Rows 1 to 9: a capture from elsewhere; an event to joe that got 503, then 200 and was captured;
/// a heartbeat to joe that was captured, and one that failed and was captured too; an event to
/// Zoë_ that got 404.
void TestLogList::fillLog()
{
    m_joe = m_fixture->addDestination();
    m_zoe = m_fixture->addDestination(QStringLiteral("Zoë_"));
    capture({}, 200);
    const auto first
        = m_fixture->attemptOnce(QStringLiteral("e1"), m_joe.id,
                                 makeEnd(AttemptOutcome::Temporary, 503), DeliveryState::Waiting);
    const DeliveryId tried = first.attempt.delivery;
    attemptAgain(tried, makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered);
    capture(tried, 200);
    heartbeat(makeEnd(AttemptOutcome::Delivered, 200), DeliveryState::Delivered);
    capture(m_delivery, 200);
    Attempt refused = makeEnd(AttemptOutcome::Temporary, 0);
    refused.failure = Failure::ConnectionRefused;
    refused.error = QStringLiteral("Connection refused");
    heartbeat(refused, DeliveryState::Failed);
    capture(m_delivery, 500);
    m_fixture->attemptOnce(QStringLiteral("e2"), m_zoe.id, makeEnd(AttemptOutcome::Failed, 404),
                           DeliveryState::Failed);
}

QList<qint64> TestLogList::found(const LogScope &scope)
{
    Records &records = m_fixture->records();
    QList<qint64> numbers;
    for (const LogEntry &entry :
         m_fixture->found(records.logEntries(scope, m_fixture->found(records.logSpan()))))
        numbers.append(entry.key.value / 2);
    return numbers;
}

QList<LogFold> TestLogList::folds(const LogScope &scope)
{
    Records &records = m_fixture->records();
    QList<LogFold> folds;
    for (const LogEntry &entry :
         m_fixture->found(records.logEntries(scope, m_fixture->found(records.logSpan()))))
        folds.append(entry.fold);
    return folds;
}

void TestLogList::anEmptyLogHasNoSpan()
{
    const LogSpan span = m_fixture->found(m_fixture->records().logSpan());
    QVERIFY(span.first.isNull());
    QCOMPARE(span.count, 0);
    QVERIFY(m_fixture->found(m_fixture->records().logEntries(LogScope{}, span)).isEmpty());
}

void TestLogList::theSpanCoversAttemptsAndCaptures()
{
    capture({}, 200);
    LogSpan span = m_fixture->found(m_fixture->records().logSpan());
    QVERIFY(span.first <= LogKey::of(CaptureId{1}) && span.end > LogKey::of(CaptureId{1}));
    QCOMPARE(span.count, 1);
    m_joe = m_fixture->addDestination();
    m_fixture->attemptOnce(QStringLiteral("e1"), m_joe.id, makeEnd(AttemptOutcome::Failed, 404),
                           DeliveryState::Failed);
    span = m_fixture->found(m_fixture->records().logSpan());
    QVERIFY(span.first <= LogKey::of(CaptureId{1}) && span.end > LogKey::of(AttemptId{2}));
    QCOMPARE(span.count, 2);
}

void TestLogList::aSpanIsReadInPartsThatMeet()
{
    fillLog();
    Records &records = m_fixture->records();
    const LogSpan span = m_fixture->found(records.logSpan());
    QList<LogEntry> all;
    for (qint64 value = span.first.value; value < span.end.value; ++value)
        all += m_fixture->found(
            records.logEntries(LogScope{}, LogSpan{LogKey{value}, LogKey{value + 1}, 0}));
    QCOMPARE(all.size(), 9);
    QVERIFY(all == m_fixture->found(records.logEntries(LogScope{}, span)));
    QVERIFY(all.first().key.isCapture() && !all.last().key.isCapture());
}

void TestLogList::rowsAreNarrowed_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<qint64>>("rows");
    const auto add = [](const char *name, const char *filter, const QList<qint64> &rows) {
        QTest::newRow(name) << QString::fromUtf8(filter) << rows;
    };
    add("everything", "", {1, 2, 3, 4, 5, 6, 7, 8, 9});
    add("a destination, with what it sent to our bin", "dest:joe", {2, 3, 4, 5, 6, 7, 8});
    add("another destination", "dest:dst_2", {9});
    add("what went well", "is:delivered", {1, 3, 4, 5, 6});
    add("what failed for now", "is:temporary", {2, 7, 8});
    add("what failed for good", "is:failed -is:temporary", {9});
    add("what is in flight", "is:inflight", {});
    add("a choice", "status:404 or status:5xx", {2, 8, 9});
    add("a name, whatever the case", "zOË", {9});
    add("a wildcard is just a character", "%", {});
    add("an event type, also of captures", "INVOICE", {2, 3, 4, 9});
    add("an error", "\"connection REF\"", {7});
    add("a body", "body:{}", {2, 3, 5, 7, 9});
    add("a bin", "demo", {1, 4, 6, 8});
    add("text that is nowhere", "\"' OR 1=1 --\"", {});
    add("what is not", "-dest:joe -dir:out", {1});
    add("what came of late", "since:1h", {});
    add("all at once", "invoice is:delivered dest:joe", {3, 4});
}

void TestLogList::rowsAreNarrowed()
{
    fillLog();
    QFETCH(QString, filter);
    QFETCH(QList<qint64>, rows);
    LogScope scope;
    scope.now = at(100'000'000);
    scope.filter = parseFilter(filter).filter;
    QCOMPARE(found(scope), rows);
    scope.foldsEvents = true;
    scope.foldsHeartbeats = true;
    QCOMPARE(found(scope), rows);
}

void TestLogList::heartbeatsThatWentWellAreFolded()
{
    fillLog();
    LogScope scope;
    scope.foldsHeartbeats = true;
    const LogFold sent = LogFold::ofHeartbeats(m_joe.id, false);
    const LogFold received = LogFold::ofHeartbeats(m_joe.id, true);
    QVERIFY(sent != received);
    QVERIFY(folds(scope) == (QList<LogFold>{{}, {}, {}, {}, sent, received, {}, {}, {}}));
}

void TestLogList::theRowsOfAnEventAreFolded()
{
    fillLog();
    LogScope scope;
    scope.foldsEvents = true;
    const auto of = [](qint64 attempt) { return LogFold::ofEvent(LogKey::of(AttemptId{attempt})); };
    QVERIFY(folds(scope)
            == (QList<LogFold>{{}, of(2), of(2), of(2), of(5), of(5), of(7), of(7), of(9)}));
    scope.foldsHeartbeats = true;
    QVERIFY(folds(scope).at(4).isOfHeartbeats());
    QVERIFY(folds(scope).at(6).isOfEvent());
}

void TestLogList::failuresAreMarked()
{
    fillLog();
    Records &records = m_fixture->records();
    QList<qint64> failed;
    for (const LogEntry &entry :
         m_fixture->found(records.logEntries({}, m_fixture->found(records.logSpan())))) {
        if (entry.isFailure)
            failed.append(entry.key.value / 2);
    }
    QCOMPARE(failed, (QList<qint64>{2, 7, 8, 9}));
}

void TestLogList::someRowsAreJudged()
{
    fillLog();
    LogScope scope;
    scope.filter = parseFilter(QStringLiteral("is:delivered")).filter;
    scope.foldsHeartbeats = true;
    const QList<LogKey> among{LogKey::of(AttemptId{2}), LogKey::of(AttemptId{5}),
                              LogKey::of(CaptureId{4}), LogKey::of(CaptureId{5}),
                              LogKey::of(AttemptId{4711})};
    const auto entries = m_fixture->found(m_fixture->records().logEntries(scope, among));
    const QList<LogEntry> wanted{
        {LogKey::of(CaptureId{4}), {}, false},
        {LogKey::of(AttemptId{5}), LogFold::ofHeartbeats(m_joe.id, false), false}};
    QVERIFY(entries == wanted);
}

void TestLogList::theFirstRuleThatFitsCounts()
{
    fillLog();
    Records &records = m_fixture->records();
    LogRulesQuestion question{3, {}, at(100'000'000), {LogKey::of(AttemptId{4711})}};
    for (const char *const rule : {"is:failed -is:temporary", "is:failed", "dir:in -event:*",
                                   "body:order", "dest:joe is:heartbeat", "-xyzzy"})
        question.rules.append(parseFilter(QString::fromLatin1(rule)).filter);
    for (const LogEntry &entry :
         m_fixture->found(records.logEntries({}, m_fixture->found(records.logSpan()))))
        question.keys.append(entry.key);
    const LogRulesAnswer answer = m_fixture->found(judgeByRules(records, question));
    QCOMPARE(answer.ticket, 3);
    QVERIFY(answer.keys == question.keys);
    QVERIFY2(!answer.firsts.contains(question.keys.takeFirst()), "there is no such row");
    QList<int> rules;
    for (const LogKey key : std::as_const(question.keys))
        rules.append(answer.firsts.value(key, -1));
    QCOMPARE(rules, (QList<int>{2, 1, 5, 5, 4, 4, 1, 1, 0}));
    question.rules.clear();
    QVERIFY(m_fixture->found(judgeByRules(records, question)).firsts.isEmpty());
    records.close();
    question.rules.append(Filter());
    QCOMPARE(judgeByRules(records, question).error().code, ErrorCode::Storage);
}

void TestLogList::rowsAreReadByTheirKeys()
{
    fillLog();
    Records &records = m_fixture->records();
    const auto rows = m_fixture->found(records.logRows(
        {{LogKey::of(CaptureId{1}), LogKey::of(AttemptId{9}), LogKey::of(CaptureId{6})}, {}}));
    QCOMPARE(rows.attempts.size(), 1);
    QVERIFY(rows.attempts.first() == m_fixture->found(records.attempt({9})).attempt);
    QCOMPARE(rows.captures.size(), 2);
    const LinkedCapture &foreign = rows.captures.first();
    QVERIFY(foreign.capture == m_fixture->found(records.capture({1})).capture);
    QVERIFY(foreign.destination.isNull() && foreign.eventType.isEmpty());
    const LinkedCapture &linked = rows.captures.last();
    QVERIFY(linked.destination == m_joe.id);
    QCOMPARE(linked.eventType, QString(HeartbeatType));
    QCOMPARE(linked.kind, EventKind::Heartbeat);
}

void TestLogList::fieldsOfMessagesAreRead()
{
    m_joe = m_fixture->addDestination();
    const AcceptedEvent event = m_fixture->addEvent(makeEvent(
        QStringLiteral("e1"), {m_joe.id}, R"({"data":{"ids":[1,90071992547409931234]}})"));
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{event.deliveries.first().id, at(1)});
    FinishAttempt finish = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, 200),
                                      DeliveryState::Delivered, at(1000));
    finish.transcript.requestHeaders = {{"X-Team", "payments"}};
    finish.transcript.responseHeaders = {{"Server", "nginx"}};
    finish.transcript.responseBody = R"({"data":{"ids":[1,"a\u00e9"]}})";
    finish.transcript.remoteAddress = QStringLiteral("127.0.0.9");
    m_fixture->done<AttemptFinished>(finish);
    CaptureRecord received;
    received.capture.remoteAddress = QStringLiteral("::1");
    received.headers = {{"x-team", "sales"}};
    received.body = "no JSON";
    const auto captured = m_fixture->done<CaptureAdded>(AddCapture{received});
    QList<LogField> fields;
    for (const QString &text :
         {QStringLiteral("request.x-team"), QStringLiteral("response.server"),
          QStringLiteral("json.data.ids.1"), QStringLiteral("response-json.data.ids.1"),
          QStringLiteral("address")}) {
        fields.append(*logFieldFromText(text));
        QCOMPARE(toText(fields.last()), text);
    }
    const LogKey sent = LogKey::of(claimed.attempt.id);
    const LogKey capture = LogKey::of(captured.capture.id);
    const auto rows = m_fixture->found(m_fixture->records().logRows({{sent, capture}, fields}));
    QCOMPARE(
        rows.values.value(sent),
        (QByteArrayList{"payments", "nginx", "90071992547409931234", "a\xc3\xa9", "127.0.0.9"}));
    QCOMPARE(rows.values.value(capture), (QByteArrayList{"sales", "", "", "", "::1"}));
    QVERIFY(m_fixture->found(m_fixture->records().logRows({{sent}, {}})).values.isEmpty());
}

void TestLogList::whatIsGoneIsLeftOut()
{
    fillLog();
    HistoryLimits none;
    none.age = Milliseconds{0};
    m_fixture->done<HistoryPruned>(PruneHistory{none, at(9'000'000), {}});
    Records &records = m_fixture->records();
    const auto rows = m_fixture->found(
        records.logRows({{LogKey::of(AttemptId{2}), LogKey::of(CaptureId{1})}, {}}));
    QVERIFY(rows.attempts.isEmpty() && rows.captures.isEmpty());
    QCOMPARE(m_fixture->found(records.logSpan()).count, 0);
}

void TestLogList::closedRecordsTellAnError()
{
    Records &records = m_fixture->records();
    records.close();
    QCOMPARE(records.logSpan().error().code, ErrorCode::Storage);
    QCOMPARE(records.logEntries(LogScope{}, LogSpan{}).error().code, ErrorCode::Storage);
    QCOMPARE(records.logEntries(LogScope{}, QList<LogKey>{}).error().code, ErrorCode::Storage);
    QCOMPARE(records.logRows({}).error().code, ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestLogList)
#include "tst_loglist.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomfilters.h"
#include "tests/support/storefixture.h"

using namespace Core;

namespace {

constexpr qint64 Now = 100'000; ///< in milliseconds, as at() counts

/// An attempt that has ended, with its messages.
struct Told
{
    Attempt end;
    QByteArray requestHeaders;
    QByteArray responseHeaders;
    QByteArray responseBody;
    DeliveryState next = DeliveryState::Delivered;
};

Told told(AttemptOutcome outcome, int status, DeliveryState next)
{
    Told told{makeEnd(outcome, status), "Content-Type: application/json\n", {}, {}, next};
    return told;
}

/// One log, in a store of either make.
class Log
{
public:
    explicit Log(StoreFixture::Make make)
        : m_fixture(make)
    {
        fillAttempts();
        fillDeliveries();
        fillCaptures();
    }

    DeliveryId firstDelivery() const { return m_first.delivery; }

    QString attempts(const Filter &filter)
    {
        QStringList names;
        for (const Attempt &attempt : m_fixture.found(m_fixture.records().attempts(ask(filter))))
            names.append(attempt.event.text + u'.' + QString::number(attempt.number));
        return ordered(names);
    }

    QString deliveries(const Filter &filter)
    {
        QStringList names;
        for (const Delivery &row : m_fixture.found(m_fixture.records().deliveries(ask(filter))))
            names.append(row.event.text
                         + (row.resendOf.isNull() ? QString() : QStringLiteral("'")));
        return ordered(names);
    }

    QString captures(const Filter &filter)
    {
        QStringList names;
        for (const Capture &row : m_fixture.found(m_fixture.records().captures(ask(filter))))
            names.append(row.bin);
        return ordered(names);
    }

    /// Whether a list of the log has those rows, and whether each is judged so by itself.
    bool isListedAlike(const Filter &filter)
    {
        Records &records = m_fixture.records();
        const LogScope scope{filter, at(Now), false, false, {}};
        QList<LogKey> all;
        QList<LogKey> wanted;
        for (const Attempt &row : m_fixture.found(records.attempts(ask(filter))))
            wanted.append(LogKey::of(row.id));
        for (const Capture &row : m_fixture.found(records.captures(ask(filter))))
            wanted.append(LogKey::of(row.id));
        std::sort(wanted.begin(), wanted.end());
        const LogSpan span = m_fixture.found(records.logSpan());
        for (LogKey key = span.first; key < span.end; ++key.value)
            all.append(key);
        return keysOf(records.logEntries(scope, span)) == wanted
            && keysOf(records.logEntries(scope, all)) == wanted;
    }

private:
    QList<LogKey> keysOf(const Result<QList<LogEntry>> &entries)
    {
        QList<LogKey> keys;
        for (const LogEntry &entry : m_fixture.found(entries))
            keys.append(entry.key);
        return keys;
    }

    static LogQuery ask(const Filter &filter) { return {filter, at(Now), 0, 1000}; }

    static QString ordered(QStringList names)
    {
        std::reverse(names.begin(), names.end());
        return names.join(u' ');
    }

    Delivery publish(const char *id, DestinationId target, const char *type, const QByteArray &body,
                     EventKind kind = EventKind::Published)
    {
        NewEvent event = makeEvent(QString::fromLatin1(id), {target}, body);
        event.event.type = QString::fromLatin1(type);
        event.event.kind = kind;
        event.event.acceptedAt
            = at(1000 * m_fixture.found(m_fixture.records().deliveries({})).size());
        return m_fixture.addEvent(event).deliveries.value(0);
    }

    Attempt attempt(DeliveryId delivery, const Told &told)
    {
        const auto claimed = m_fixture.done<DeliveryClaimed>(ClaimDelivery{delivery, at(1)});
        FinishAttempt change = makeFinish(claimed.attempt, told.end, told.next, at(50'000));
        change.attempt.startedAt = at(1000 * claimed.attempt.id.value);
        change.transcript.requestHeaders = headersFromLines(told.requestHeaders);
        change.transcript.responseHeaders = headersFromLines(told.responseHeaders);
        change.transcript.responseBody = told.responseBody;
        if (told.next == DeliveryState::Failed)
            change.reason = QStringLiteral("answered for good");
        return m_fixture.done<AttemptFinished>(change).attempt;
    }

    void fillAttempts();
    void fillDeliveries();
    void fillCaptures();

    StoreFixture m_fixture;
    DestinationId m_joe;
    Attempt m_first;
};

void Log::fillAttempts()
{
    m_joe = m_fixture.addDestination().id;
    const DestinationId zoe
        = m_fixture.addDestination(QStringLiteral("Zoë_"), QStringLiteral("http://[::1]/zoe")).id;
    const Delivery cut = publish("cut", m_joe, "order.made", "{}");
    m_fixture.done<DeliveryClaimed>(ClaimDelivery{cut.id, at(1)});
    m_fixture.reopen(at(5));

    Told good = told(AttemptOutcome::Delivered, 200, DeliveryState::Delivered);
    good.responseHeaders = "X-Id: 7\nx-id: Eight\n";
    good.responseBody = R"({"ok":true,"took":[1,2.50]})";
    good.end.responseBytes = good.responseBody.size();
    m_first = attempt(publish("paid", m_joe, "invoice.paid",
                              R"({"id":12345678901234567891,"amount":42,"name":"Ann ü"})")
                          .id,
                      good);

    Told bad = told(AttemptOutcome::Failed, 404, DeliveryState::Failed);
    bad.responseBody = "not found, sorry";
    bad.end.responseBytes = 2'000'000;
    bad.end.timings.total = Microseconds{1'200'400};
    const Attempt failed = attempt(
        publish("void", zoe, "invoice.void", R"({"amount":"42.50","lines":[{"n":-1e2}]})").id, bad);
    m_fixture.done<PinChanged>(
        ChangePin{LogKey::of(failed.id), true, QStringLiteral("Ask Bob ÄÖ 100%")});

    Told silent = told(AttemptOutcome::Temporary, 0, DeliveryState::Waiting);
    silent.end.error = QStringLiteral("connection refused");
    attempt(publish("silent", m_joe, "invoice.paid", "{}").id, silent);

    const Delivery twice = publish("twice", m_joe, "order.made", R"({"amount":1000000})");
    attempt(twice.id, told(AttemptOutcome::Temporary, 503, DeliveryState::Waiting));
    attempt(twice.id, told(AttemptOutcome::Temporary, 599, DeliveryState::Waiting));

    Told slow = told(AttemptOutcome::Delivered, 204, DeliveryState::Delivered);
    slow.end.timings.total = std::chrono::seconds{1};
    attempt(publish("test", m_joe, "hookpost.test", "[1,2]", EventKind::Test).id, slow);
}

void Log::fillDeliveries()
{
    Event heartbeat = makeEvent(QStringLiteral("beat"), {}).event;
    heartbeat.kind = EventKind::Heartbeat;
    heartbeat.type = HeartbeatType;
    heartbeat.acceptedAt = at(40'000);
    m_fixture.done<DeliveryClaimed>(ClaimHeartbeat{m_joe, heartbeat});

    const auto resent
        = m_fixture.done<DeliveriesResent>(ResendDelivery{m_first.delivery, true, at(60'000)});
    attempt(resent.deliveries.value(0).id,
            told(AttemptOutcome::Delivered, 200, DeliveryState::Delivered));
    m_fixture.done<DeliveriesResent>(ResendDelivery{m_first.delivery, true, at(70'000)});
    publish("fresh", m_joe, "order.made", "plain text");
    const Delivery gone = publish("gone", m_joe, "order.made", "{}");
    m_fixture.done<DeliveryCancelled>(CancelDelivery{gone.id, at(80'000)});
}

void Log::fillCaptures()
{
    CaptureRecord record;
    record.capture.bin = QStringLiteral("own");
    record.capture.receivedAt = at(90'000);
    record.capture.method = "POST";
    record.capture.target = "/v1/webhooks/own?x=Y";
    record.capture.status = 200;
    record.capture.delivery = m_first.delivery;
    record.capture.attemptNumber = 1;
    record.headers = {{"Content-Type", "application/json"}, {"webhook-id", "paid"}};
    record.body = R"({"amount":42})";
    m_fixture.done<CaptureAdded>(AddCapture{record});
    record = {};
    record.capture.bin = QStringLiteral("other");
    record.capture.receivedAt = at(95'000);
    record.capture.method = "PUT";
    record.capture.target = "/v1/webhooks/other/\xc3\x84";
    record.capture.status = 503;
    record.body = QByteArray("caf\xe9 42");
    const Capture foreign = m_fixture.done<CaptureAdded>(AddCapture{record}).capture;
    m_fixture.done<PinChanged>(ChangePin{LogKey::of(foreign.id), true, QStringLiteral("why?")});
}

QString say(const Filter &filter, const QString &one, const QString &other)
{
    return toText(filter) + QStringLiteral("\nSQL:    ") + one + QStringLiteral("\nmemory: ")
        + other;
}

} // namespace

/// Which rows a filter yields: of each kind, by SQL and by the plain judge.
class TestFilteredLogs final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void filtersYieldTheirRows_data();
    void filtersYieldTheirRows();
    void deliveriesAreFoundByTheirId();
    void randomFiltersAreJudgedAlike();
    void theLargestFiltersRun_data();
    void theLargestFiltersRun();

private:
    std::unique_ptr<Log> m_log;
    std::unique_ptr<Log> m_plain;
};

void TestFilteredLogs::initTestCase()
{
    m_log = std::make_unique<Log>(StoreFixture::Make::Sqlite);
    m_plain = std::make_unique<Log>(StoreFixture::Make::Memory);
}

void TestFilteredLogs::cleanupTestCase()
{
    m_log.reset();
    m_plain.reset();
}

void TestFilteredLogs::filtersYieldTheirRows_data()
{
    QTest::addColumn<QString>("attempts");
    QTest::addColumn<QString>("deliveries");
    QTest::addColumn<QString>("captures");
    const auto row = [](const char *filter, const char *attempts, const char *deliveries,
                        const char *captures) {
        QTest::newRow(filter) << QString::fromLatin1(attempts) << QString::fromLatin1(deliveries)
                              << QString::fromLatin1(captures);
    };
    const char *const allAttempts
        = "cut.1 paid.1 void.1 silent.1 twice.1 twice.2 test.1 beat.1 paid.1";
    const char *const allDeliveries = "cut paid void silent twice test beat paid' paid' fresh gone";
    row("", allAttempts, allDeliveries, "own other");
    row("dir:out", allAttempts, allDeliveries, "");
    row("dir:in", "", "", "own other");
    row("status:5xx", "twice.1 twice.2", "twice", "other");
    row("status:503", "twice.1", "twice", "other");
    row("status:>503", "twice.2", "twice", "");
    row("status:<300", "paid.1 test.1 paid.1", "paid test paid'", "own");
    row("-status:<300", "cut.1 void.1 silent.1 twice.1 twice.2 beat.1",
        "cut void silent twice beat paid' fresh gone", "other");
    row("status:503 or status:404", "void.1 twice.1", "void twice", "other");
    row("dest:ZOË_", "void.1", "void", "");
    row("dest:zo", "", "", "");
    row("dest:dst_2", "void.1", "void", "");
    row("dest:/^zo/", "void.1", "void", "");
    row("-dest:joe", "void.1", "void", "other");
    row("bin:own", "", "", "own");
    row("bin:Own", "", "", "");
    row("bin:/O/", "", "", "own other");
    row("event:invoice.paid", "paid.1 silent.1 paid.1", "paid silent paid' paid'", "own");
    row("event:invoice.*", "paid.1 void.1 silent.1 paid.1", "paid void silent paid' paid'", "own");
    row("event:Invoice.*", "", "", "");
    row("event:* -event:/^(inv|order)/", "test.1 beat.1", "test beat", "");
    row("method:put", "", "", "other");
    row("method:post url:zoe", "void.1", "void", "");
    row("url:x=y", "", "", "own");
    row("url:ä", "", "", "other");
    row("header.x-id:eight", "paid.1", "paid", "");
    row("header.x-id:*", "paid.1", "paid", "");
    row("header.X-ID:/^7$/", "paid.1", "paid", "");
    row("header.webhook-id:PAID", "", "", "own");
    row("body:SORRY", "void.1", "void", "");
    row("body:Ü", "paid.1 paid.1", "paid paid' paid'", "");
    row("body:42 -body:/amount/", "", "", "other");
    row("body:\"plain text\"", "", "fresh", "");
    row("json.amount:42", "paid.1 paid.1", "paid paid' paid'", "own");
    row("json.amount:>42", "void.1 twice.1 twice.2", "void twice", "");
    row("json.amount:>=42.0 json.amount:<1e3", "paid.1 void.1 paid.1", "paid void paid' paid'",
        "own");
    row("json.id:12345678901234567891", "paid.1 paid.1", "paid paid' paid'", "");
    row("json.id:12345678901234567890", "", "", "");
    row("json.id:>12345678901234567890", "paid.1 paid.1", "paid paid' paid'", "");
    row("json.lines.0.n:-100", "void.1", "void", "");
    row("json.ok:true", "paid.1", "paid", "");
    row("json.took.1:2.5", "paid.1", "paid", "");
    row("json.name:ann", "", "", "");
    row("json.name:/^ann/", "paid.1 paid.1", "paid paid' paid'", "");
    row("json.1:2", "test.1", "test", "");
    row("json.amount:* -json.id:*", "void.1 twice.1 twice.2", "void twice", "own");
    row("time:>1s", "void.1", "void", "");
    row("time:1200ms", "void.1", "void", "");
    row("time:<5ms", "paid.1 silent.1 twice.1 twice.2 paid.1", "paid silent twice paid'", "");
    row("size:>=2mb", "void.1", "void", "");
    row("size:<1kb", "paid.1 twice.1 twice.2 test.1 paid.1", "paid twice test paid'", "own other");
    row("try:>1", "twice.2", "twice", "");
    row("try:0", "", "paid' fresh gone", "");
    row("is:failed", "void.1 silent.1 twice.1 twice.2", "void", "other");
    row("is:slow", "void.1 test.1", "void test", "");
    row("is:test", "test.1", "test", "");
    row("is:heartbeat", "beat.1", "beat", "");
    row("-is:heartbeat -is:failed", "cut.1 paid.1 test.1 paid.1",
        "cut paid silent twice test paid' paid' fresh gone", "own");
    row("is:replay", "paid.1", "paid' paid'", "");
    row("is:pinned", "void.1", "void", "other");
    row("is:retrying", "cut.1 silent.1 twice.1 twice.2", "cut silent twice", "");
    row("is:new", "cut.1 paid.1 void.1 silent.1 twice.1 test.1 beat.1",
        "cut paid void silent test beat fresh gone", "");
    row("is:inflight", "beat.1", "beat", "");
    row("is:delivered", "paid.1 test.1 paid.1", "paid test paid'", "own");
    row("is:temporary", "silent.1 twice.1 twice.2", "", "other");
    row("is:interrupted", "cut.1", "", "");
    row("is:waiting", "", "cut silent twice paid' fresh", "");
    row("is:cancelled", "", "gone", "");
    row("since:45s", "", "paid' paid'", "own other");
    row("id:att_2", "paid.1", "paid", "own");
    row("id:cap_10", "paid.1", "paid", "own");
    row("id:paid", "paid.1 paid.1", "paid paid' paid'", "own");
    row("att_2", "paid.1", "paid", "own");
    row("joe -event:order.*", "paid.1 silent.1 test.1 beat.1 paid.1",
        "paid silent test beat paid' paid'", "");
    row("OË_", "void.1", "void", "");
    row("Order", "cut.1 twice.1 twice.2", "cut twice fresh gone", "");
    row("connection REFUSED", "silent.1", "silent", "");
    row("\"service unavailable\"", "twice.1", "twice", "other");
    row("/^50\\d /", "twice.1", "twice", "other");
    row("\"in flight\"", "beat.1", "beat", "");
    row("interrupted", "cut.1", "cut", "");
    row("good", "", "void", "");
    row("äö", "void.1", "void", "");
    row("100%", "void.1", "void", "");
    row("_", "void.1", "void", "");
    row("\"\\\\\"", "", "", "");
    row("webhooks", "", "", "own other");
    row("(is:failed or is:test) -(dest:joe status:503)", "void.1 silent.1 twice.2 test.1",
        "void test", "other");
}

void TestFilteredLogs::filtersYieldTheirRows()
{
    QFETCH(QString, attempts);
    QFETCH(QString, deliveries);
    QFETCH(QString, captures);
    const FilterReading reading = parseFilter(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(reading.verdict == FilterVerdict::Valid, qPrintable(reading.sentence));
    for (Log *log : {m_log.get(), m_plain.get()}) {
        QCOMPARE(log->attempts(reading.filter), attempts);
        QCOMPARE(log->deliveries(reading.filter), deliveries);
        QCOMPARE(log->captures(reading.filter), captures);
        QVERIFY(log->isListedAlike(reading.filter));
    }
}

void TestFilteredLogs::deliveriesAreFoundByTheirId()
{
    // The two makes of store number deliveries each in its own way.
    for (Log *log : {m_log.get(), m_plain.get()}) {
        const QString id = toString(log->firstDelivery());
        for (const QString &key : {QStringLiteral("delivery:"), QStringLiteral("id:"), QString()}) {
            const Filter filter = parseFilter(key + id).filter;
            QCOMPARE(log->attempts(filter), QStringLiteral("paid.1"));
            QCOMPARE(log->deliveries(filter), QStringLiteral("paid"));
            QCOMPARE(log->captures(filter), QStringLiteral("own"));
        }
    }
}

void TestFilteredLogs::randomFiltersAreJudgedAlike()
{
    const auto list = [](const char *words) {
        return QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    };
    const FilterPool pool{list("joe Zoë_ zo own OTHER order invoice.paid hookpost.* 42 ok sorry"
                               " refused ä 5 post application/json 100% ü found dst_2 _"),
                          list("^j o$ \\d{3} [äü] (paid|void) ^$ ."),
                          list("x-id Content-Type webhook-id none"),
                          {list("amount"), list("id"), list("took 1"), list("lines 0 n"),
                           list("name"), list("ok"), list("1")},
                          list("42 42.5 -100 1e6 12345678901234567891 0"),
                          list("att_1 att_2 att_5 cap_10 cap_11 paid twice none"),
                          list("dlv_4711"),
                          {1'714'000'003'000, 1'714'000'060'000, 1'714'000'092'000}};
    RandomFilters filters(4, pool);
    int hits = 0;
    for (int i = 0; i < 3'000; ++i) {
        const Filter filter = filters.next();
        const QString attempts = m_log->attempts(filter);
        const QString deliveries = m_log->deliveries(filter);
        const QString captures = m_log->captures(filter);
        hits += attempts.isEmpty() ? 0 : 1;
        QVERIFY2(attempts == m_plain->attempts(filter),
                 qPrintable(say(filter, attempts, m_plain->attempts(filter))));
        QVERIFY2(deliveries == m_plain->deliveries(filter),
                 qPrintable(say(filter, deliveries, m_plain->deliveries(filter))));
        QVERIFY2(captures == m_plain->captures(filter),
                 qPrintable(say(filter, captures, m_plain->captures(filter))));
        if (i % 5 == 0)
            QVERIFY2(m_log->isListedAlike(filter), qPrintable(toText(filter)));
    }
    QVERIFY2(hits > 300 && hits < 2'700, qPrintable(QString::number(hits)));
}

void TestFilteredLogs::theLargestFiltersRun_data()
{
    QTest::addColumn<QString>("text");
    const QString word = QStringLiteral("a ");
    QTest::newRow("as many words as there may be") << word.repeated(MostFilterTerms);
    QTest::newRow("as many choices as there may be")
        << QStringLiteral("/a/ or ").repeated(MostFilterTerms - 1) + u'b';
    QTest::newRow("nested as deep as may be")
        << QStringLiteral("-(body:a or json.b:1 -(x or ").repeated(DeepestFilter / 2)
            + QStringLiteral("header.c:d") + QString(DeepestFilter, u')');
    QTest::newRow("a pattern that goes back and forth")
        << QStringLiteral("body:/^(a|ab|o|ok|\\W|\\w)*!$/");
}

void TestFilteredLogs::theLargestFiltersRun()
{
    QFETCH(QString, text);
    const FilterReading reading = parseFilter(text);
    QVERIFY2(reading.verdict == FilterVerdict::Valid, qPrintable(reading.sentence));
    QCOMPARE(m_log->attempts(reading.filter), m_plain->attempts(reading.filter));
    QCOMPARE(m_log->deliveries(reading.filter), m_plain->deliveries(reading.filter));
    QCOMPARE(m_log->captures(reading.filter), m_plain->captures(reading.filter));
}

QTEST_GUILESS_MAIN(TestFilteredLogs)
#include "tst_filteredlogs.moc"

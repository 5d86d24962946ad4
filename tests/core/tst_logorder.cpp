// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/logsorter.h"
#include "tests/support/storesuite.h"

using namespace Core;

Q_DECLARE_METATYPE(Core::LogOrder)

/// In which order the log comes to a list that is sorted.
class TestLogOrder final : public StoreSuite
{
    Q_OBJECT

private slots:
    void rowsAreSorted_data();
    void rowsAreSorted();
    void reasonsAreSortedByTheirKind();
    void destinationsOfOneNameAreKeptApart();
    void textsCountAsFarAsTheyAreShown();
    void whatIsSortedIsNarrowed();
    void everyOrderHoldsEveryRow();
    void spansMakeNoDifference();
    void rowsAreFoundByTheirKeys();
    void textsAreSortedWhateverTheirCase();
    void closedRecordsTellAnError();

private:
    void fillLog();
    void note(LogKey row, const QString &note);
    void sendOnce(const NewEvent &event, const Attempt &end);
    void capture(DeliveryId sender, qint64 bytes,
                 const QByteArray &target = QByteArrayLiteral("/v1/webhooks/Demo"));
    SortedLog sorted(const LogScope &scope, qint64 width = 1000);
    QList<qint64> numbers(const LogScope &scope);
    QList<qint64> numbers(LogSorting by, bool isDescending)
    {
        LogScope scope;
        scope.order = {by, isDescending};
        return numbers(scope);
    }
};

void TestLogOrder::note(LogKey row, const QString &note)
{
    m_fixture->done<PinChanged>(ChangePin{row, std::nullopt, note});
}

/// The only one of its event, which fails for good.
void TestLogOrder::sendOnce(const NewEvent &event, const Attempt &end)
{
    const AcceptedEvent accepted = m_fixture->addEvent(event);
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{accepted.deliveries.first().id, at(1)});
    m_fixture->done<AttemptFinished>(
        makeFinish(claimed.attempt, end, DeliveryState::Failed, at(1000)));
}

void TestLogOrder::capture(DeliveryId sender, qint64 bytes, const QByteArray &target)
{
    CaptureRecord record;
    record.capture.bin = QStringLiteral("Demo");
    record.capture.method = "PUT";
    record.capture.target = target;
    record.capture.status = 200;
    record.body = QByteArray(bytes, 'x');
    record.capture.delivery = sender;
    record.capture.attemptNumber = sender.isNull() ? 0 : 1;
    m_fixture->done<CaptureAdded>(AddCapture{record});
}

/// Rows 1 to 6: a capture from elsewhere; an event to joe that got 503, then 200 and was captured;
/// one to Zoë that was refused; one to joe that is in flight.
void TestLogOrder::fillLog()
{
    const DestinationId joe
        = m_fixture->addDestination(QStringLiteral("joe"), QStringLiteral("http://joe.example/"))
              .id;
    const DestinationId zoe
        = m_fixture->addDestination(QStringLiteral("Zoë"), QStringLiteral("http://zoe.example/"))
              .id;
    capture({}, 30);
    const auto end = [](AttemptOutcome outcome, int status, qint64 microseconds, qint64 bytes) {
        Attempt attempt = makeEnd(outcome, status);
        attempt.timings.total = Microseconds{microseconds};
        attempt.responseBytes = bytes;
        return attempt;
    };
    const auto first = m_fixture->attemptOnce(QStringLiteral("e1"), joe,
                                              end(AttemptOutcome::Temporary, 503, 300, 10),
                                              DeliveryState::Waiting);
    const DeliveryId tried = first.attempt.delivery;
    const auto claimed = m_fixture->done<DeliveryClaimed>(ClaimDelivery{tried, at(1)});
    m_fixture->done<AttemptFinished>(makeFinish(claimed.attempt,
                                                end(AttemptOutcome::Delivered, 200, 100, 20),
                                                DeliveryState::Delivered, at(1000)));
    capture(tried, 15);
    Attempt refused = end(AttemptOutcome::Temporary, 0, 200, 0);
    refused.failure = Failure::ConnectionRefused;
    refused.error = QStringLiteral("Connection refused");
    sendOnce(makeEvent(QStringLiteral("e2"), {zoe}, QByteArrayLiteral("[1, 2]")), refused);
    const AcceptedEvent open = m_fixture->addEvent(makeEvent(QStringLiteral("e3"), {joe}));
    m_fixture->done<DeliveryClaimed>(ClaimDelivery{open.deliveries.first().id, at(1)});
    note(LogKey::of(CaptureId{1}), QStringLiteral("gamma"));
    note(LogKey::of(AttemptId{2}), QStringLiteral("Alpha"));
    note(LogKey::of(AttemptId{5}), QStringLiteral("beta"));
}

SortedLog TestLogOrder::sorted(const LogScope &scope, qint64 width)
{
    Records &records = m_fixture->records();
    const LogSpan all = m_fixture->found(records.logSpan());
    LogSorter sorter(scope.order, all.count);
    for (qint64 end = all.end.value; end > all.first.value; end -= width) {
        const LogKey first{std::max(all.first.value, end - width)};
        sorter.add(m_fixture->found(records.logValues(scope, {first, LogKey{end}, 0})));
    }
    return sorter.sorted();
}

QList<qint64> TestLogOrder::numbers(const LogScope &scope)
{
    QList<qint64> numbers;
    for (const LogKey key : sorted(scope).keys)
        numbers.append(key.value / 2);
    return numbers;
}

void TestLogOrder::rowsAreSorted_data()
{
    QTest::addColumn<LogOrder>("order");
    QTest::addColumn<QList<qint64>>("rows");
    const auto add = [](const char *name, LogSorting by, const QList<qint64> &ascending,
                        const QList<qint64> &descending) {
        QTest::newRow(name) << LogOrder{by, false} << ascending;
        QTest::addRow("%s, descending", name) << LogOrder{by, true} << descending;
    };
    add("time", LogSorting::ByTime, {1, 2, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 1});
    add("direction", LogSorting::ByDirection, {6, 5, 3, 2, 4, 1}, {4, 1, 6, 5, 3, 2});
    add("status, what is in flight last", LogSorting::ByStatus, {4, 3, 1, 2, 5, 6},
        {5, 2, 4, 3, 1, 6});
    add("destination, then bin", LogSorting::ByPlace, {6, 3, 2, 5, 4, 1}, {4, 1, 5, 6, 3, 2});
    add("event, also of captures", LogSorting::ByEvent, {6, 5, 4, 3, 2, 1}, {1, 6, 5, 4, 3, 2});
    add("try, what has none last", LogSorting::ByTry, {6, 5, 4, 2, 3, 1}, {3, 6, 5, 4, 2, 1});
    add("duration, what has none last", LogSorting::ByDuration, {3, 5, 2, 6, 4, 1},
        {2, 5, 3, 6, 4, 1});
    add("size, what has none last", LogSorting::BySize, {2, 4, 3, 1, 6, 5}, {1, 3, 4, 2, 6, 5});
    add("method", LogSorting::ByMethod, {6, 5, 3, 2, 4, 1}, {4, 1, 6, 5, 3, 2});
    add("target", LogSorting::ByTarget, {4, 1, 6, 3, 2, 5}, {5, 6, 3, 2, 4, 1});
    add("request size", LogSorting::ByRequestSize, {6, 3, 2, 5, 4, 1}, {5, 6, 3, 2, 4, 1});
    add("event id", LogSorting::ByEventId, {3, 2, 5, 6, 4, 1}, {6, 5, 3, 2, 4, 1});
    add("row id", LogSorting::ByRowId, {2, 3, 5, 6, 1, 4}, {4, 1, 6, 5, 3, 2});
    add("reason", LogSorting::ByReason, {5, 6, 4, 3, 2, 1}, {5, 6, 4, 3, 2, 1});
    add("note", LogSorting::ByNote, {2, 5, 1, 6, 4, 3}, {1, 5, 2, 6, 4, 3});
}

void TestLogOrder::rowsAreSorted()
{
    fillLog();
    QFETCH(LogOrder, order);
    QFETCH(QList<qint64>, rows);
    LogScope scope;
    scope.order = order;
    QCOMPARE(numbers(scope), rows);
}

void TestLogOrder::reasonsAreSortedByTheirKind()
{
    const DestinationId joe = m_fixture->addDestination().id;
    int number = 0;
    for (const Failure failure :
         {Failure::TimedOut, Failure::None, Failure::ConnectionRefused, Failure::TimedOut}) {
        Attempt end = makeEnd(AttemptOutcome::Failed, failure == Failure::None ? 404 : 0);
        end.failure = failure;
        sendOnce(makeEvent(QStringLiteral("e%1").arg(++number), {joe}), end);
    }
    QCOMPARE(numbers(LogSorting::ByReason, false), (QList<qint64>{3, 4, 1, 2}));
    QCOMPARE(numbers(LogSorting::ByReason, true), (QList<qint64>{4, 1, 3, 2}));
}

void TestLogOrder::destinationsOfOneNameAreKeptApart()
{
    const DestinationId first = m_fixture->addDestination().id;
    const DestinationId second
        = m_fixture->addDestination(QStringLiteral("joe"), QStringLiteral("http://localhost/2")).id;
    int number = 0;
    for (const DestinationId target : {first, second, first, second}) {
        sendOnce(makeEvent(QStringLiteral("e%1").arg(++number), {target}),
                 makeEnd(AttemptOutcome::Failed, 404));
    }
    QCOMPARE(numbers(LogSorting::ByPlace, false), (QList<qint64>{3, 1, 4, 2}));
    QCOMPARE(numbers(LogSorting::ByPlace, true), (QList<qint64>{4, 2, 3, 1}));
}

/// What differs behind that is the same to who looks at it.
void TestLogOrder::textsCountAsFarAsTheyAreShown()
{
    const QByteArray shown(300, '/');
    capture({}, 1, shown + 'b');
    capture({}, 1, shown + 'a');
    for (const LogSorting by : {LogSorting::ByTarget, LogSorting::ByEvent}) {
        QCOMPARE(numbers(by, false), (QList<qint64>{2, 1}));
        QCOMPARE(numbers(by, true), (QList<qint64>{2, 1}));
    }
}

void TestLogOrder::whatIsSortedIsNarrowed()
{
    fillLog();
    LogScope scope;
    scope.filter = parseFilter(QStringLiteral("dest:joe dir:out")).filter;
    scope.order = {LogSorting::ByDuration, true};
    QCOMPARE(numbers(scope), (QList<qint64>{2, 3, 6}));
    scope.order = {LogSorting::ByEvent, false};
    QCOMPARE(numbers(scope), (QList<qint64>{6, 3, 2}));
    scope.filter = parseFilter(QStringLiteral("xyzzy")).filter;
    QVERIFY(numbers(scope).isEmpty());
}

void TestLogOrder::everyOrderHoldsEveryRow()
{
    fillLog();
    for (int by = 0; by <= static_cast<int>(LogSorting::ByNote); ++by) {
        LogScope scope;
        scope.order = {static_cast<LogSorting>(by), true};
        QList<qint64> rows = numbers(scope);
        std::sort(rows.begin(), rows.end());
        QCOMPARE(rows, (QList<qint64>{1, 2, 3, 4, 5, 6}));
    }
}

void TestLogOrder::spansMakeNoDifference()
{
    fillLog();
    for (const LogSorting by : {LogSorting::ByPlace, LogSorting::ByEvent, LogSorting::BySize}) {
        LogScope scope;
        scope.order = {by, false};
        QVERIFY(sorted(scope, 1).keys == sorted(scope).keys);
    }
}

void TestLogOrder::rowsAreFoundByTheirKeys()
{
    fillLog();
    LogScope scope;
    scope.order = {LogSorting::ByDuration, false};
    const SortedLog log = sorted(scope);
    QCOMPARE(log.byKey, (QList<int>{5, 2, 0, 4, 1, 3}));
    QCOMPARE(log.failures, (QList<int>{1, 2}));
}

void TestLogOrder::textsAreSortedWhateverTheirCase()
{
    LogSorter sorter({LogSorting::ByNote, false}, 4);
    const auto row = [](qint64 number, qint64 value) {
        return LogValues::Row{LogKey::of(AttemptId{number}), value, false};
    };
    sorter.add({{row(1, 0), row(2, 1)}, {QStringLiteral("beta"), QStringLiteral("Gamma")}});
    sorter.add({{row(3, 1), row(4, 0)}, {QStringLiteral("beta"), QStringLiteral("Alpha")}});
    const QList<LogKey> keys = sorter.sorted().keys;
    const QList<LogKey> wanted{LogKey::of(AttemptId{3}), LogKey::of(AttemptId{4}),
                               LogKey::of(AttemptId{1}), LogKey::of(AttemptId{2})};
    QVERIFY(keys == wanted);
}

void TestLogOrder::closedRecordsTellAnError()
{
    Records &records = m_fixture->records();
    records.close();
    QCOMPARE(records.logValues({}, {}).error().code, ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestLogOrder)
#include "tst_logorder.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/log/logmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::LogModel;
using Gui::LogQuery;
using Gui::StatusFilter;
using Testing::attempt;
using Testing::capture;

class TestLogModel final : public QObject
{
    Q_OBJECT

    static QString cell(const LogModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private slots:
    void init();
    void rowsSettleInPlace();
    void aBatchIsOneInsertion();
    void anAttemptMayStartAndEndInOneBatch();
    void theOldestRowsMakeRoom();
    void aBatchLargerThanTheListLeavesTheNewest();
    void aLateOutcomeOfALostRowIsANewRow();
    void statusesAreTexts_data();
    void statusesAreTexts();
    void rowsAreFiltered_data();
    void rowsAreFiltered();
    void rowsMoveInAndOutAsTheySettle();
    void heartbeatsCanBeHidden();
    void aCaptureIsLinkedWithItsAttempt_data();
    void aCaptureIsLinkedWithItsAttempt();
    void whatIsShownIsPrintable();
    void fourThousandAttemptsASecond();
};

void TestLogModel::init()
{
    Testing::failOnWarnings();
}

void TestLogModel::rowsSettleInPlace()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.addAttempts({attempt(1), attempt(2), attempt(3)});
    QCOMPARE(cell(model, 1, LogModel::StatusColumn), QStringLiteral("in flight"));
    QCOMPARE(cell(model, 1, LogModel::DurationColumn), QString());
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.addAttempts({attempt(2, AttemptOutcome::Delivered, 200)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 1, LogModel::StatusColumn), QStringLiteral("200 OK"));
    QVERIFY(!cell(model, 1, LogModel::DurationColumn).isEmpty());
    QVERIFY(inserted.isEmpty());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
}

void TestLogModel::aBatchIsOneInsertion()
{
    LogModel model;
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QList<Attempt> batch;
    for (int i = 1; i <= 160; ++i)
        batch.append(attempt(i));
    model.addAttempts(batch);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 160);
}

void TestLogModel::anAttemptMayStartAndEndInOneBatch()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.addAttempts({attempt(1), attempt(1, AttemptOutcome::Delivered, 204)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, LogModel::StatusColumn), QStringLiteral("204 No Content"));
}

void TestLogModel::theOldestRowsMakeRoom()
{
    LogModel model(100);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    for (int i = 1; i <= 250; ++i) {
        model.addAttempts({attempt(i)});
        QVERIFY(model.rowCount() <= 100);
        QVERIFY(model.rowCount() >= std::min(i, 90));
    }
    QCOMPARE(model.rowOf(AttemptId{250}), model.rowCount() - 1);
    QCOMPARE(model.rowOf(AttemptId{1}), -1);
    QCOMPARE(removed.size(), 15);
}

void TestLogModel::aBatchLargerThanTheListLeavesTheNewest()
{
    LogModel model(10);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<Attempt> batch;
    for (int i = 1; i <= 35; ++i)
        batch.append(attempt(i));
    model.addAttempts(batch);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.rowOf(AttemptId{26}), 0);
}

void TestLogModel::aLateOutcomeOfALostRowIsANewRow()
{
    LogModel model(10);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int i = 1; i <= 20; ++i)
        model.addAttempts({attempt(i)});
    model.addAttempts({attempt(1, AttemptOutcome::Temporary)});
    QCOMPARE(model.rowOf(AttemptId{1}), model.rowCount() - 1);
}

void TestLogModel::statusesAreTexts_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    QTest::newRow("a success") << AttemptOutcome::Delivered << 200 << QStringLiteral("200 OK");
    QTest::newRow("a fault of the receiver")
        << AttemptOutcome::Temporary << 503 << QStringLiteral("503 Service Unavailable");
    QTest::newRow("a status nobody knows")
        << AttemptOutcome::Failed << 499 << QStringLiteral("499");
    QTest::newRow("no answer") << AttemptOutcome::Temporary << 0
                               << QStringLiteral("connection refused");
    QTest::newRow("in flight") << AttemptOutcome::InFlight << 0 << QStringLiteral("in flight");
    QTest::newRow("interrupted") << AttemptOutcome::Interrupted << 0
                                 << QStringLiteral("interrupted");
}

void TestLogModel::statusesAreTexts()
{
    QFETCH(AttemptOutcome, outcome);
    QFETCH(int, status);
    QFETCH(QString, text);
    LogModel model;
    model.addAttempts({attempt(1, outcome, status)});
    QCOMPARE(cell(model, 0, LogModel::StatusColumn), text);
    QCOMPARE(cell(model, 0, LogModel::DirectionColumn), QStringLiteral("sent"));
    const QString sentence = model.index(0, 0).data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY2(sentence.contains(text) && sentence.contains(QStringLiteral("sent to orders")),
             qPrintable(sentence));
}

void TestLogModel::rowsAreFiltered_data()
{
    QTest::addColumn<LogQuery>("query");
    QTest::addColumn<QList<int>>("shown");
    const auto add = [](const char *name, const QString &text, StatusFilter status,
                        qint64 destination, const QList<int> &shown) {
        QTest::newRow(name) << LogQuery{text, status, DestinationId{destination}, true} << shown;
    };
    add("nothing asked shows all", {}, StatusFilter::All, 0, {1, 2, 3, 4});
    add("a destination's name, whatever the case", QStringLiteral("BILL"), StatusFilter::All, 0,
        {2});
    add("an event type", QStringLiteral("invoice"), StatusFilter::All, 0, {1, 2, 3, 4});
    add("a status", QStringLiteral("503"), StatusFilter::All, 0, {2});
    add("the words of a status", QStringLiteral("200 ok"), StatusFilter::All, 0, {1});
    add("an error", QStringLiteral("refused"), StatusFilter::All, 0, {3});
    add("text that is nowhere", QStringLiteral("xyzzy"), StatusFilter::All, 0, {});
    add("only delivered", {}, StatusFilter::Delivered, 0, {1});
    add("only failed", {}, StatusFilter::Failed, 0, {2, 3});
    add("only in flight", {}, StatusFilter::InFlight, 0, {4});
    add("one destination", {}, StatusFilter::All, 7, {2});
    add("all at once", QStringLiteral("503"), StatusFilter::Failed, 7, {2});
}

void TestLogModel::rowsAreFiltered()
{
    QFETCH(LogQuery, query);
    QFETCH(QList<int>, shown);
    Attempt billing = attempt(2, AttemptOutcome::Temporary, 503);
    billing.destination = DestinationId{7};
    billing.destinationName = QStringLiteral("Billing");
    const QList<Attempt> attempts{attempt(1, AttemptOutcome::Delivered, 200), billing,
                                  attempt(3, AttemptOutcome::Temporary), attempt(4)};
    LogModel before;
    LogModel after;
    const QAbstractItemModelTester tester(&after,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    before.setQuery(query);
    before.addAttempts(attempts);
    after.addAttempts(attempts);
    after.setQuery(query);
    for (const LogModel *const model : {&before, &after}) {
        QList<int> rows;
        for (int row = 0; row < model->rowCount(); ++row)
            rows.append(static_cast<int>(model->rowAt(row).attempt.value));
        QCOMPARE(rows, shown);
        QCOMPARE(model->totalCount(), 4);
    }
}

void TestLogModel::rowsMoveInAndOutAsTheySettle()
{
    LogModel failed;
    LogModel inFlight;
    const QAbstractItemModelTester one(&failed,
                                       QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester two(&inFlight,
                                       QAbstractItemModelTester::FailureReportingMode::Fatal);
    failed.setQuery({{}, StatusFilter::Failed, {}, true});
    inFlight.setQuery({{}, StatusFilter::InFlight, {}, true});
    for (LogModel *const model : {&failed, &inFlight}) {
        model->addAttempts({attempt(1), attempt(2), attempt(3)});
        model->addAttempts({attempt(3, AttemptOutcome::Failed, 404)});
        model->addAttempts({attempt(1, AttemptOutcome::Failed, 404)});
    }
    QCOMPARE(failed.rowCount(), 2);
    QCOMPARE(failed.rowOf(AttemptId{1}), 0);
    QCOMPARE(failed.rowOf(AttemptId{3}), 1);
    QCOMPARE(inFlight.rowCount(), 1);
    QCOMPARE(inFlight.rowOf(AttemptId{2}), 0);
}

void TestLogModel::heartbeatsCanBeHidden()
{
    LogModel model;
    Attempt heartbeat = attempt(1);
    heartbeat.kind = EventKind::Heartbeat;
    model.addAttempts({heartbeat, attempt(2)});
    QCOMPARE(model.rowCount(), 2);
    LogQuery query;
    query.showsHeartbeats = false;
    model.setQuery(query);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(AttemptId{2}), 0);
}

void TestLogModel::aCaptureIsLinkedWithItsAttempt_data()
{
    QTest::addColumn<bool>("isCaptureFirst");
    QTest::newRow("the attempt is known first") << false;
    QTest::newRow("the capture is known first") << true;
}

void TestLogModel::aCaptureIsLinkedWithItsAttempt()
{
    QFETCH(bool, isCaptureFirst);
    LogModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    Attempt heartbeat = attempt(5);
    heartbeat.kind = EventKind::Heartbeat;
    Capture received = capture(9);
    received.delivery = heartbeat.delivery;
    received.attemptNumber = heartbeat.number;
    if (isCaptureFirst)
        model.addCaptures({received});
    model.addAttempts({heartbeat});
    if (!isCaptureFirst)
        model.addCaptures({received});
    const int row = model.rowOf(CaptureId{9});
    QCOMPARE(cell(model, row, LogModel::EventColumn), QStringLiteral("invoice.paid"));
    QCOMPARE(cell(model, row, LogModel::DirectionColumn), QStringLiteral("received"));
    QCOMPARE(cell(model, row, LogModel::PlaceColumn), QStringLiteral("bin demo"));
    LogQuery query;
    query.showsHeartbeats = false;
    model.setQuery(query);
    QCOMPARE(model.rowCount(), 0);
    model.setQuery({{}, StatusFilter::All, heartbeat.destination, true});
    QCOMPARE(model.rowCount(), 2);
}

void TestLogModel::whatIsShownIsPrintable()
{
    for (const QString &text : Testing::naughtyStrings()) {
        LogModel model;
        Attempt naughty = attempt(1, AttemptOutcome::Temporary);
        naughty.destinationName = text;
        naughty.eventType = text;
        naughty.error = text;
        Capture received = capture(2);
        received.bin = text;
        received.target = text.toUtf8();
        model.addAttempts({naughty});
        model.addCaptures({received});
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < LogModel::ColumnCount; ++column) {
                const QString shown = cell(model, row, column);
                QVERIFY(shown.size() <= 410);
                for (const QChar c : shown)
                    QVERIFY2(c.isPrint() || c.isSurrogate() || c.isMark(), qPrintable(shown));
            }
        }
    }
}

void TestLogModel::fourThousandAttemptsASecond()
{
    constexpr int Seconds = 10;
    constexpr int Batch = 160;
    LogModel model;
    QElapsedTimer timer;
    timer.start();
    qint64 next = 1;
    for (int i = 0; i < Seconds * 25; ++i) {
        QList<Attempt> batch;
        for (qint64 id = next - Batch; id < next; ++id) {
            if (id > 0)
                batch.append(attempt(id, AttemptOutcome::Delivered, 200));
        }
        for (int k = 0; k < Batch; ++k)
            batch.append(attempt(next++));
        model.addAttempts(batch);
    }
    qInfo("%d s of 4,000 attempts a second took the model %lld ms", Seconds, timer.elapsed());
    QVERIFY(model.rowCount() <= LogModel::DefaultCapacity);
    QCOMPARE(model.rowOf(AttemptId{next - 1}), model.rowCount() - 1);
    QCOMPARE(cell(model, model.rowOf(AttemptId{next - Batch - 1}), LogModel::StatusColumn),
             QStringLiteral("200 OK"));
}

QTEST_MAIN(TestLogModel)
#include "tst_logmodel.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logmodelsuite.h"
#include "tests/ui/makers.h"
#include "ui/look/format.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::LogModel;
using Testing::attempt;
using Testing::capture;

class TestLogModel final : public Testing::LogModelSuite
{
    Q_OBJECT

private slots:
    void rowsSettleInPlace();
    void whatHappensInOneTurnIsOneInsertion();
    void anAttemptMayStartAndEndInOneTurn();
    void rowsStandInTheOrderOfTheirKeys();
    void statusesAreTexts_data();
    void statusesAreTexts();
    void aSearchFillsTheListFromItsEnd();
    void whatHappensWhileSearchingIsKept();
    void anOlderSearchIsNotHeard();
    void rowsAreReadWhereSomebodyLooks();
    void whatIsGoneVanishesWhenLookedAt();
    void whatIsForgottenVanishes();
    void whatIsForgottenInAPauseStaysForIt();
    void whatIsForgottenIsCountedOnce();
    void whatIsToldInALaterTurnCounts();
    void whatHasJustHappenedIsNewerThanWhatIsRead();
    void aNarrowScopeIsJudgedByTheReader();
    void rowsMoveInAndOutAsTheySettle();
    void anOpenScopeAsksNothing();
    void aCaptureIsLinkedWithItsAttempt();
    void aCaptureOfAnUnknownAttemptIsRead();
    void triesAreToldOfHowMany_data();
    void triesAreToldOfHowMany();
    void aCaptureTellsTheTryThatSentIt();
    void schedulesChangeWhatIsToldOfTries();
    void aPauseHoldsBack();
    void aLongPauseIsCaughtUpWith();
    void pinsAndNotesAreShown();
    void timesAreToldInFourWays();
    void fieldsBecomeColumns();
    void secretsAreHiddenInColumns();
    void failuresAreMarked();
    void whatIsShownIsPrintable();
    void fourThousandAttemptsASecond();
};

void TestLogModel::rowsSettleInPlace()
{
    tell({attempt(1), attempt(2), attempt(3)});
    QCOMPARE(cell(1, LogModel::StatusColumn), QStringLiteral("in flight"));
    QVERIFY(!cell(1, LogModel::DurationColumn).isEmpty());
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    tell({attempt(2, AttemptOutcome::Delivered, 200)});
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(cell(1, LogModel::StatusColumn), QStringLiteral("200 OK"));
    QVERIFY(inserted.isEmpty());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
}

void TestLogModel::whatHappensInOneTurnIsOneInsertion()
{
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QList<Attempt> attempts;
    QList<Capture> captures;
    for (int i = 1; i <= 160; ++i) {
        if (i % 2 == 0)
            attempts.append(attempt(i));
        else
            captures.append(capture(i));
    }
    m_model->addAttempts(attempts);
    m_model->addCaptures(captures);
    QVERIFY(inserted.isEmpty());
    QTRY_COMPARE(m_model->rowCount(), 160);
    QCOMPARE(inserted.size(), 1);
}

void TestLogModel::anAttemptMayStartAndEndInOneTurn()
{
    tell({attempt(1), attempt(1, AttemptOutcome::Delivered, 204)});
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->totalCount(), 1);
    QCOMPARE(cell(0, LogModel::StatusColumn), QStringLiteral("204 No Content"));
}

void TestLogModel::rowsStandInTheOrderOfTheirKeys()
{
    tell({attempt(7), attempt(2)}, {capture(3), capture(9)});
    tell({attempt(5)});
    QCOMPARE(shown(), (QList<qint64>{2, -3, 5, 7, -9}));
}

void TestLogModel::statusesAreTexts_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inFull");
    const auto row = [](const char *name, AttemptOutcome outcome, int status, const char *text,
                        const char *inFull) {
        QTest::newRow(name) << outcome << status << QString::fromUtf8(text)
                            << QString::fromUtf8(inFull);
    };
    row("a success", AttemptOutcome::Delivered, 200, "200 OK", "200 OK");
    row("a fault of the receiver", AttemptOutcome::Temporary, 503, "503 Unavailable",
        "503 Service Unavailable");
    row("a status nobody knows", AttemptOutcome::Failed, 499, "499", "499");
    row("no answer", AttemptOutcome::Temporary, 0, "connection refused", "connection refused");
    row("in flight", AttemptOutcome::InFlight, 0, "in flight", "in flight");
    row("interrupted", AttemptOutcome::Interrupted, 0, "interrupted", "interrupted");
}

void TestLogModel::statusesAreTexts()
{
    QFETCH(AttemptOutcome, outcome);
    QFETCH(int, status);
    QFETCH(QString, text);
    QFETCH(QString, inFull);
    tell({attempt(1, outcome, status)});
    QCOMPARE(cell(0, LogModel::StatusColumn), text);
    QCOMPARE(cell(0, LogModel::DirectionColumn), QStringLiteral("sent"));
    const QModelIndex shown = m_model->index(0, LogModel::StatusColumn);
    QCOMPARE(shown.data(Qt::AccessibleTextRole).toString(), inFull);
    QVERIFY(shown.data(Qt::ToolTipRole).toString().contains(inFull));
    const QString sentence = m_model->index(0, 0).data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY2(sentence.contains(inFull) && sentence.contains(QStringLiteral("sent to orders")),
             qPrintable(sentence));
}

void TestLogModel::aSearchFillsTheListFromItsEnd()
{
    recordMany(3500);
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    search();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(inserted.size(), 3);
    for (const QList<QVariant> &arguments : inserted)
        QCOMPARE(arguments.at(1).toInt(), 0);
    QCOMPARE(m_model->rowCount(), 3500);
    QCOMPARE(m_model->totalCount(), 3500);
    for (qint64 number = 1; number <= 3500; ++number)
        QCOMPARE(lineOf(number), number - 1);
}

void TestLogModel::whatHappensWhileSearchingIsKept()
{
    recordMany(2500);
    m_model->search();
    m_model->addAttempts({attempt(2501)});
    m_model->flush();
    QCOMPARE(m_model->rowCount(), 0);
    QTRY_COMPARE(m_model->rowCount(), 2501);
    tell({attempt(2502)});
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(m_model->rowCount(), 2502);
    QCOMPARE(m_model->totalCount(), 2502);
    QCOMPARE(lineOf(2502), 2501);
}

void TestLogModel::anOlderSearchIsNotHeard()
{
    recordMany(2500);
    int ticket = 0;
    connect(m_model.get(), &LogModel::searchRequested, this,
            [&ticket](const LogSearch &search) { ticket = search.ticket; });
    m_model->search();
    const int older = ticket;
    LogScope nothing;
    nothing.filter = parseFilter(QStringLiteral("xyzzy")).filter;
    m_model->setScope(nothing);
    QTRY_VERIFY(!m_model->isSearching());
    m_model->takeFound({older, {{LogKey::of(AttemptId{1}), {}, false}}, {}, true});
    m_model->takeJudged({older, {}, {{LogKey::of(AttemptId{1}), {}, false}}});
    QCOMPARE(m_model->rowCount(), 0);
}

void TestLogModel::rowsAreReadWhereSomebodyLooks()
{
    m_tester.reset(); // which would look everywhere
    recordMany(20'000);
    m_log->partRows = 50'000;
    search();
    QVERIFY(m_model->rowAt(10'000) == nullptr);
    QVERIFY(cell(10'001, LogModel::StatusColumn).isEmpty());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(changed.wait());
    QCOMPARE(m_log->rowQuestions, 1);
    QCOMPARE(cell(10'000, LogModel::StatusColumn), QStringLiteral("200 OK"));
    const int first = changed.first().at(0).toModelIndex().row();
    const int last = changed.first().at(1).toModelIndex().row();
    QVERIFY(first <= 10'000 && last >= 10'001 && last - first < 300);
}

void TestLogModel::whatIsGoneVanishesWhenLookedAt()
{
    recordMany(600);
    search();
    QTRY_VERIFY(m_model->rowAt(0) != nullptr);
    QVERIFY(m_model->rowAt(500) == nullptr);
    m_log->forget(LogKey::of(AttemptId{501}));
    m_log->forget(LogKey::of(AttemptId{502}));
    QTRY_COMPARE(m_model->rowCount(), 598);
    QCOMPARE(m_model->totalCount(), 598);
    QCOMPARE(lineOf(501), -1);
    QVERIFY(m_model->rowAt(500) != nullptr);
}

void TestLogModel::whatIsForgottenVanishes()
{
    tell({attempt(1), attempt(2), attempt(4)}, {capture(3)});
    m_model->forget({LogKey::of(AttemptId{2}), LogKey::of(CaptureId{3})});
    QCOMPARE(shown(), (QList<qint64>{1, 4}));
    QCOMPARE(m_model->totalCount(), 2);
}

void TestLogModel::whatIsForgottenInAPauseStaysForIt()
{
    tell({attempt(1), attempt(2)});
    m_model->setPaused(true);
    m_model->forget({LogKey::of(AttemptId{1})});
    QCOMPARE(shown(), (QList<qint64>{1, 2}));
    m_model->setPaused(false);
    QCOMPARE(shown(), QList<qint64>{2});
    QCOMPARE(m_model->totalCount(), 1);
}

/// Who looks at a row may find that it is gone before that is told.
void TestLogModel::whatIsForgottenIsCountedOnce()
{
    tell({attempt(1), attempt(2), attempt(3)});
    const LogKey gone = LogKey::of(AttemptId{99});
    m_model->takeRows({{{gone}, {}}, {}});
    const qint64 before = m_model->totalCount();
    m_model->forget({gone});
    QCOMPARE(m_model->totalCount(), before);
}

void TestLogModel::whatIsToldInALaterTurnCounts()
{
    tell({attempt(1), attempt(4)});
    tell({}, {capture(2), capture(3)});
    QCOMPARE(m_model->foundCount(), 4);
    QCOMPARE(m_model->totalCount(), 4);
    tell({attempt(4, AttemptOutcome::Delivered, 200)}, {capture(3)});
    QCOMPARE(m_model->totalCount(), 4);
}

/// The answer to a question may be older than what was told meanwhile.
void TestLogModel::whatHasJustHappenedIsNewerThanWhatIsRead()
{
    recordMany(5);
    m_log->record({attempt(3)});
    search();
    LogRows old;
    old.attempts = {attempt(3)};
    m_model->addAttempts({attempt(3, AttemptOutcome::Failed, 404)});
    m_model->flush();
    m_model->takeRows({{{LogKey::of(AttemptId{3})}, {}}, old});
    QCOMPARE(cell(2, LogModel::StatusColumn), QStringLiteral("404 Not Found"));
}

void TestLogModel::aNarrowScopeIsJudgedByTheReader()
{
    LogScope scope;
    scope.filter = parseFilter(QStringLiteral("bill")).filter;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    Attempt billing = attempt(2, AttemptOutcome::Temporary, 503);
    billing.destinationName = QStringLiteral("Billing");
    qint64 told = 0;
    connect(m_model.get(), &LogModel::countChanged, this,
            [this, &told] { told = m_model->foundCount(); });
    tell({attempt(1), billing, attempt(3)});
    QTRY_COMPARE(shown(), QList<qint64>{2});
    QCOMPARE(told, 1); // at once, and not when more happens
    QCOMPARE(m_log->judgements, 1);
    QCOMPARE(m_model->totalCount(), 3);
    m_model->setScope({});
    QTRY_COMPARE(shown(), (QList<qint64>{1, 2, 3}));
}

void TestLogModel::rowsMoveInAndOutAsTheySettle()
{
    LogModel inFlight;
    const QAbstractItemModelTester tester(&inFlight,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    Testing::StandInLog log;
    log.serve(inFlight);
    LogScope scope;
    scope.filter = parseFilter(QStringLiteral("is:failed")).filter;
    m_model->setScope(scope);
    scope.filter = parseFilter(QStringLiteral("is:inflight")).filter;
    inFlight.setScope(scope);
    QTRY_VERIFY(!m_model->isSearching() && !inFlight.isSearching());
    const auto tellBoth = [&](const QList<Attempt> &attempts) {
        log.record(attempts);
        inFlight.addAttempts(attempts);
        tell(attempts);
    };
    tellBoth({attempt(1), attempt(2), attempt(3)});
    QTRY_COMPARE(inFlight.rowCount(), 3);
    tellBoth({attempt(3, AttemptOutcome::Failed, 404)});
    tellBoth({attempt(1, AttemptOutcome::Failed, 404)});
    QTRY_COMPARE(shown(), (QList<qint64>{1, 3}));
    QTRY_COMPARE(inFlight.rowCount(), 1);
    QCOMPARE(inFlight.lineOf(LogKey::of(AttemptId{2})), 0);
}

void TestLogModel::anOpenScopeAsksNothing()
{
    search();
    QList<Attempt> batch;
    for (int i = 1; i <= 500; ++i)
        batch.append(attempt(i, AttemptOutcome::Delivered, 200));
    tell(batch, {capture(501)});
    for (int line = 0; line < m_model->rowCount(); ++line)
        QVERIFY(m_model->rowAt(line) != nullptr);
    QCOMPARE(m_log->judgements, 0);
    QCOMPARE(m_log->rowQuestions, 0);
}

void TestLogModel::aCaptureIsLinkedWithItsAttempt()
{
    Capture received = capture(9);
    received.delivery = attempt(5).delivery;
    received.attemptNumber = 1;
    tell({attempt(5)}, {received});
    QCOMPARE(shown(), (QList<qint64>{5, -9}));
    QCOMPARE(cell(1, LogModel::EventColumn), QStringLiteral("invoice.paid"));
    QCOMPARE(cell(1, LogModel::DirectionColumn), QStringLiteral("received"));
    QCOMPARE(cell(1, LogModel::PlaceColumn), QStringLiteral("bin demo"));
    QCOMPARE(m_log->rowQuestions, 0);
}

void TestLogModel::aCaptureOfAnUnknownAttemptIsRead()
{
    m_log->record({attempt(5)});
    Capture received = capture(9);
    received.delivery = attempt(5).delivery;
    received.attemptNumber = 1;
    tell({}, {received});
    QTRY_COMPARE(shown(), QList<qint64>{-9});
    QTRY_COMPARE(cell(0, LogModel::EventColumn), QStringLiteral("invoice.paid"));
}

void TestLogModel::triesAreToldOfHowMany_data()
{
    QTest::addColumn<EventKind>("kind");
    QTest::addColumn<bool>("isResend");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("spoken");
    const auto row = [](const char *name, EventKind kind, bool isResend, int number,
                        const char *shown, const char *spoken) {
        QTest::newRow(name) << kind << isResend << number << QString::fromLatin1(shown)
                            << QString::fromLatin1(spoken);
    };
    using enum EventKind;
    row("the first", Published, false, 1, "1/9", "try 1 of 9");
    row("the last", Published, false, 9, "9/9", "try 9 of 9");
    row("one that an interrupted one has put off", Published, false, 10, "10", "try 10");
    row("a test", Test, false, 1, "test", "test");
    row("a test once more", Test, false, 2, "test 2", "test 2");
    row("a resend", Published, true, 1, "resent", "resent");
    row("a resend once more", Published, true, 3, "resent 3", "resent 3");
    row("a resend of a test", Test, true, 1, "resent", "resent");
    row("a heartbeat", Heartbeat, false, 1, "1", "try 1");
}

void TestLogModel::triesAreToldOfHowMany()
{
    QFETCH(EventKind, kind);
    QFETCH(bool, isResend);
    QFETCH(int, number);
    QFETCH(QString, spoken);
    m_model->noteSchedules({Testing::destination(1, QStringLiteral("orders"))});
    Attempt sent = attempt(5, AttemptOutcome::Delivered, 200);
    sent.kind = kind;
    sent.isResend = isResend;
    sent.number = number;
    tell({sent});
    QTEST(cell(0, LogModel::TryColumn), "shown");
    const QString sentence = m_model->index(0, 0).data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY2(sentence.contains(u' ' + spoken + u','), qPrintable(sentence));
}

void TestLogModel::aCaptureTellsTheTryThatSentIt()
{
    m_model->noteSchedules({Testing::destination(1, QStringLiteral("orders"))});
    Attempt again = attempt(6);
    again.isResend = true;
    Capture received = capture(9);
    received.delivery = attempt(5).delivery;
    received.attemptNumber = 1;
    Capture receivedAgain = capture(10);
    receivedAgain.delivery = again.delivery;
    receivedAgain.attemptNumber = 1;
    tell({attempt(5), again}, {capture(8), received, receivedAgain});
    QCOMPARE(shown(), (QList<qint64>{5, 6, -8, -9, -10}));
    QCOMPARE(cell(2, LogModel::TryColumn), QString());
    QCOMPARE(cell(3, LogModel::TryColumn), QStringLiteral("1/9"));
    QCOMPARE(cell(4, LogModel::TryColumn), QStringLiteral("resent"));
}

void TestLogModel::schedulesChangeWhatIsToldOfTries()
{
    Attempt second = attempt(5, AttemptOutcome::Temporary, 503);
    second.number = 2;
    tell({second});
    QCOMPARE(cell(0, LogModel::TryColumn), QStringLiteral("2"));
    DestinationStatus orders = Testing::destination(1, QStringLiteral("orders"));
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->noteSchedules({orders});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(0, LogModel::TryColumn), QStringLiteral("2/9"));
    orders.waiting = 3;
    m_model->noteSchedules({orders});
    QVERIFY2(changed.size() == 1, "its schedule is the same");
    orders.destination.retry = std::vector<Milliseconds>{Milliseconds{1000}, Milliseconds{1000}};
    m_model->noteSchedules({orders});
    QCOMPARE(cell(0, LogModel::TryColumn), QStringLiteral("2/3"));
    orders.destination.retry = std::vector<Milliseconds>();
    m_model->noteSchedules({orders});
    QCOMPARE(cell(0, LogModel::TryColumn), QStringLiteral("2"));
    m_model->noteSchedules({Testing::destination(1, QStringLiteral("orders"))});
    m_model->forgetSchedules({orders.destination.id});
    QCOMPARE(cell(0, LogModel::TryColumn), QStringLiteral("2"));
}

void TestLogModel::aPauseHoldsBack()
{
    tell({attempt(1)});
    QSignalSpy heldBack(m_model.get(), &LogModel::heldBack);
    m_model->setPaused(true);
    tell({attempt(1, AttemptOutcome::Delivered, 200), attempt(2)}, {capture(3)});
    QCOMPARE(shown(), QList<qint64>{1});
    QCOMPARE(cell(0, LogModel::StatusColumn), QStringLiteral("in flight"));
    QCOMPARE(heldBack.last().first().toLongLong(), 2);
    m_model->setPaused(false);
    QCOMPARE(shown(), (QList<qint64>{1, 2, -3}));
    QCOMPARE(cell(0, LogModel::StatusColumn), QStringLiteral("200 OK"));
    QCOMPARE(heldBack.last().first().toLongLong(), 0);
}

void TestLogModel::aLongPauseIsCaughtUpWith()
{
    m_tester.reset(); // which would look at all of them
    tell({attempt(1)});
    QSignalSpy heldBack(m_model.get(), &LogModel::heldBack);
    m_model->setPaused(true);
    constexpr qint64 Count = 50'000;
    QList<Attempt> batch;
    for (qint64 number = 1; number <= Count; ++number) {
        batch.append(attempt(number, AttemptOutcome::Delivered, 200));
        if (number % 5000 == 0)
            tell(std::exchange(batch, {}));
    }
    QCOMPARE(heldBack.last().first().toLongLong(), Count - 1);
    QCOMPARE(m_model->rowCount(), 1);
    m_model->setPaused(false);
    QTRY_COMPARE(m_model->rowCount(), Count);
    QVERIFY(m_model->rowAt(0) == nullptr);
    QTRY_COMPARE(cell(0, LogModel::StatusColumn), QStringLiteral("200 OK"));
}

void TestLogModel::pinsAndNotesAreShown()
{
    Attempt noted = attempt(1);
    noted.note = QStringLiteral("before");
    tell({noted, attempt(2)});
    QCOMPARE(cell(0, LogModel::NoteColumn), QStringLiteral("before"));
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->changePins({{LogKey::of(AttemptId{1}), true, QStringLiteral("after\n")},
                         {LogKey::of(AttemptId{77}), true, {}}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(0, LogModel::NoteColumn), QStringLiteral("after\\n"));
    QVERIFY(m_model->rowAt(0)->isPinned);
}

void TestLogModel::timesAreToldInFourWays()
{
    tell({attempt(1), attempt(251)});
    const QString local = cell(1, LogModel::TimeColumn);
    m_model->setTimeStyle(Gui::TimeStyle::SincePrevious);
    QCOMPARE(cell(1, LogModel::TimeColumn), QStringLiteral("+250\u00a0ms"));
    QCOMPARE(cell(0, LogModel::TimeColumn), QString());
    m_model->setTimeStyle(Gui::TimeStyle::Utc);
    QCOMPARE(cell(1, LogModel::TimeColumn), Gui::utcClockText(attempt(251).startedAt));
    m_model->setTimeStyle(Gui::TimeStyle::Relative);
    QVERIFY(cell(1, LogModel::TimeColumn).endsWith(QStringLiteral("ago")));
    m_model->setTimeStyle(Gui::TimeStyle::Local);
    QCOMPARE(cell(1, LogModel::TimeColumn), local);
    const QVariant tip = m_model->index(1, LogModel::TimeColumn).data(Qt::ToolTipRole);
    QVERIFY(tip.toString().contains(Gui::momentText(attempt(251).startedAt)));
}

void TestLogModel::fieldsBecomeColumns()
{
    tell({attempt(1)});
    m_model->setFields({{LogField::Source::RequestHeader, QStringLiteral("Accept")},
                        {LogField::Source::RemoteAddress, {}}});
    QCOMPARE(m_model->columnCount(), LogModel::ColumnCount + 2);
    const auto title = [this](int column) {
        return m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    QCOMPARE(title(LogModel::ColumnCount), QStringLiteral("Accept"));
    QCOMPARE(title(LogModel::ColumnCount + 1), QStringLiteral("Remote address"));
    QTRY_COMPARE(cell(0, LogModel::ColumnCount), QStringLiteral("value of Accept"));
    tell({attempt(1, AttemptOutcome::Delivered, 200), attempt(2)});
    QTRY_COMPARE(cell(1, LogModel::ColumnCount), QStringLiteral("value of Accept"));
    QTRY_COMPARE(cell(0, LogModel::ColumnCount), QStringLiteral("value of Accept"));
    QCOMPARE(cell(0, LogModel::StatusColumn), QStringLiteral("200 OK"));
    m_model->setFields({});
    QCOMPARE(m_model->columnCount(), int{LogModel::ColumnCount});
}

void TestLogModel::secretsAreHiddenInColumns()
{
    Attempt sent = attempt(1);
    sent.url = QStringLiteral("https://shop.example/in?token=abc");
    Capture received = capture(2);
    received.target = "/in?token=abc";
    tell({sent}, {received});
    m_model->setFields({{LogField::Source::RequestHeader, QStringLiteral("X-Own")},
                        {LogField::Source::RequestHeader, QStringLiteral("Accept")}});
    constexpr int OwnColumn = LogModel::ColumnCount;
    QTRY_COMPARE(cell(0, OwnColumn), QStringLiteral("••••••"));
    QCOMPARE(cell(0, OwnColumn + 1), QStringLiteral("value of Accept"));
    QCOMPARE(cell(1, OwnColumn), QStringLiteral("value of X-Own")); // sent by somebody else
    QCOMPARE(m_model->index(0, OwnColumn).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("hidden"));
    QCOMPARE(cell(0, LogModel::TargetColumn), QStringLiteral("https://shop.example/in?token=***"));
    QCOMPARE(cell(1, LogModel::TargetColumn), QStringLiteral("/in?token=***"));
    QVERIFY(!cell(1, LogModel::EventColumn).contains(QStringLiteral("abc")));
    QVERIFY(m_model->isHidden(m_model->index(0, OwnColumn)));
    QVERIFY(!m_model->isHidden(m_model->index(0, OwnColumn + 1)));

    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->showSecrets(true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(0, OwnColumn), QStringLiteral("value of X-Own"));
    QVERIFY(cell(0, LogModel::TargetColumn).endsWith(QStringLiteral("?token=abc")));
    QVERIFY(cell(1, LogModel::EventColumn).endsWith(QStringLiteral("?token=abc")));
    QVERIFY(!m_model->isHidden(m_model->index(0, OwnColumn)));
    m_model->showSecrets(false);
    QCOMPARE(cell(0, OwnColumn), QStringLiteral("••••••"));
}

void TestLogModel::failuresAreMarked()
{
    m_log->record({attempt(1, AttemptOutcome::Failed, 404),
                   attempt(2, AttemptOutcome::Delivered, 200),
                   attempt(3, AttemptOutcome::Temporary, 503)});
    search();
    tell({attempt(4), attempt(5)});
    tell({attempt(5, AttemptOutcome::Temporary)});
    QList<bool> marks;
    for (int line = 0; line < 5; ++line)
        marks.append(m_model->failuresIn(line, line + 1) > 0);
    QCOMPARE(marks, (QList<bool>{true, false, true, false, true}));
    QVERIFY(m_model->failuresIn(1, 3) > 0);
    tell({attempt(5, AttemptOutcome::Delivered, 200)});
    QVERIFY(m_model->failuresIn(3, 5) == 0);
}

void TestLogModel::whatIsShownIsPrintable()
{
    for (const QString &text : Testing::naughtyStrings()) {
        LogModel model;
        Attempt naughty = attempt(1, AttemptOutcome::Temporary);
        naughty.destinationName = text;
        naughty.eventType = text;
        naughty.error = text;
        naughty.url = text;
        naughty.event = EventId{text};
        naughty.note = text;
        Capture received = capture(2);
        received.bin = text;
        received.method = text.toUtf8();
        received.target = text.toUtf8();
        model.addAttempts({naughty});
        model.addCaptures({received});
        model.flush();
        for (int line = 0; line < model.rowCount(); ++line) {
            for (int column = 0; column < LogModel::ColumnCount; ++column) {
                const QString shown = cell(model, line, column);
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
    m_tester.reset();
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
        m_model->addAttempts(batch);
        m_model->flush();
    }
    qInfo("%d s of 4,000 attempts a second took the model %lld ms", Seconds, timer.elapsed());
    QCOMPARE(m_model->rowCount(), next - 1);
    QCOMPARE(lineOf(next - 1), m_model->rowCount() - 1);
    QCOMPARE(cell(lineOf(next - Batch - 1), LogModel::StatusColumn), QStringLiteral("200 OK"));
}

QTEST_MAIN(TestLogModel)
#include "tst_logmodel.moc"

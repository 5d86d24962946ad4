// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logmodelsuite.h"
#include "tests/ui/makers.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::LogModel;
using Testing::attempt;
using Testing::capture;

namespace {

/// One that took so many milliseconds.
Attempt took(qint64 number, qint64 milliseconds, int status = 200)
{
    Attempt ended = attempt(
        number, status < 300 ? AttemptOutcome::Delivered : AttemptOutcome::Temporary, status);
    ended.timings.total = Milliseconds{milliseconds};
    return ended;
}

} // namespace

/// The list's model while it is sorted otherwise than by time.
class TestSortedLog final : public Testing::LogModelSuite
{
    Q_OBJECT

private slots:
    void allThatMatchesIsSorted();
    void whatIsThereStaysUntilAllIsFound();
    void muchThatComesMeanwhileIsJudgedInParts();
    void rowsSettleInPlace();
    void whatComesIsCounted();
    void whatComesIsJudgedFirst();
    void newsThatDoNotMatchAnyMoreAreNone();
    void whatDoesNotMatchAnyMoreGoes();
    void whatIsForgottenGoes();
    void muchThatIsForgottenGoesAtOnce();
    void failuresAreMarkedWhereTheyStand();
    void eachRowStandsAlone();
    void timeBringsAllBack();
    void searchingAgainSortsAnew();
    void anOlderOrderIsNotHeard();
    void aPauseHoldsNewsBack();
    void theHeaderTellsTheOrder();
    void theRowAboveTellsNoTime();

private:
    void fill();
    void fillFromRecord(qint64 count);
    void sort(LogSorting by, bool isDescending = false);
};

void TestSortedLog::fill()
{
    tell({took(1, 30), took(2, 10, 503), took(3, 20), attempt(4)}, {capture(5)});
}

/// Rows that nobody has looked at, each as many milliseconds as its number; 100 has failed.
void TestSortedLog::fillFromRecord(qint64 count)
{
    QList<Attempt> attempts;
    for (qint64 number = 1; number <= count; ++number)
        attempts.append(took(number, number, number == 100 ? 503 : 200));
    m_log->record(attempts);
}

void TestSortedLog::sort(LogSorting by, bool isDescending)
{
    LogScope scope = m_model->scope();
    scope.order = {by, isDescending};
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
}

void TestSortedLog::allThatMatchesIsSorted()
{
    fill();
    sort(LogSorting::ByDuration);
    QCOMPARE(shown(), (QList<qint64>{2, 3, 1, -5, 4}));
    sort(LogSorting::ByDuration, true);
    QCOMPARE(shown(), (QList<qint64>{1, 3, 2, -5, 4}));
    for (int line = 0; line < m_model->rowCount(); ++line) {
        const LogKey key = m_model->lineAt(line).key;
        QCOMPARE(m_model->lineOf(key), line);
        QCOMPARE(m_model->lineNear(key), line);
        QCOMPARE(m_model->headOf(line), line);
        QVERIFY(m_model->rowsOf(line) == QList<LogKey>{key});
    }
    QCOMPARE(lineOf(4711), -1);
    QCOMPARE(m_model->foundCount(), 5);
    QCOMPARE(m_model->totalCount(), 5);
    QVERIFY(m_model->displaced().isEmpty());
    LogScope scope = m_model->scope();
    scope.filter = parseFilter(QStringLiteral("status:200 dir:out")).filter;
    m_model->setScope(scope);
    QTRY_COMPARE(shown(), (QList<qint64>{1, 3}));
    QCOMPARE(m_model->totalCount(), 5);
}

void TestSortedLog::whatIsThereStaysUntilAllIsFound()
{
    fill();
    const QSignalSpy begun(m_model.get(), &LogModel::sortingBegun);
    LogScope scope;
    scope.order = {LogSorting::ByDuration, false};
    m_model->setScope(scope);
    QCOMPARE(begun.size(), 1);
    QVERIFY(m_model->isSorted() && m_model->isSearching());
    QCOMPARE(shown(), (QList<qint64>{1, 2, 3, 4, -5}));
    m_model->addAttempts({attempt(6)});
    m_model->flush();
    QCOMPARE(m_model->rowCount(), 5);
    QTRY_COMPARE(m_model->newsCount(), 1);
    QCOMPARE(m_model->rowCount(), 5);
}

/// A row that was read before has settled as well.
void TestSortedLog::muchThatComesMeanwhileIsJudgedInParts()
{
    m_tester.reset(); // which would look at all of them
    tell({attempt(1), attempt(2)});
    qsizetype most = 0;
    connect(m_model.get(), &LogModel::judgementRequested, this,
            [&most](const LogQuestion &asked) { most = std::max(most, asked.keys.size()); });
    LogScope scope;
    scope.order = {LogSorting::ByDuration, false};
    m_model->setScope(scope);
    constexpr qint64 Count = 50'000;
    QList<Attempt> batch{took(1, 10)};
    for (qint64 number = 3; number <= Count; ++number) {
        batch.append(attempt(number));
        batch.append(took(number, number));
        if (number % 5000 == 0) {
            m_log->record(batch);
            m_model->addAttempts(std::exchange(batch, {}));
            m_model->flush();
        }
    }
    QTRY_COMPARE(m_model->newsCount(), Count - 2);
    QVERIFY2(most > 0 && most <= 5000, "else all would come in one turn");
    QCOMPARE(shown(), (QList<qint64>{2, 1}));
    QCOMPARE(m_model->totalCount(), Count);
    QTRY_COMPARE(cell(1, LogModel::StatusColumn), QStringLiteral("200 OK"));
}

void TestSortedLog::rowsSettleInPlace()
{
    fill();
    sort(LogSorting::ByDuration);
    QCOMPARE(cell(4, LogModel::StatusColumn), QStringLiteral("in flight"));
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    tell({took(4, 5, 503)});
    QCOMPARE(shown(), (QList<qint64>{2, 3, 1, -5, 4}));
    QCOMPARE(cell(4, LogModel::StatusColumn), QStringLiteral("503 Unavailable"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 4);
    QVERIFY(m_model->failuresIn(4, 5) > 0);
    QCOMPARE(m_model->newsCount(), 0);
}

void TestSortedLog::whatComesIsCounted()
{
    fill();
    sort(LogSorting::ByDuration);
    const QSignalSpy counted(m_model.get(), &LogModel::newsCounted);
    tell({attempt(6), attempt(7)}, {capture(8)});
    QCOMPARE(m_model->newsCount(), 3);
    QCOMPARE(counted.size(), 1);
    tell({took(6, 1)});
    QCOMPARE(m_model->newsCount(), 3);
    QCOMPARE(m_model->rowCount(), 5);
    QCOMPARE(m_model->totalCount(), 8);
}

void TestSortedLog::whatComesIsJudgedFirst()
{
    fill();
    LogScope scope;
    scope.filter = parseFilter(QStringLiteral("status:503")).filter;
    m_model->setScope(scope);
    sort(LogSorting::ByDuration);
    QCOMPARE(shown(), QList<qint64>{2});
    tell({attempt(6), attempt(7)});
    tell({took(6, 1, 503), took(7, 1)});
    QTRY_COMPARE(m_model->newsCount(), 1);
    QCOMPARE(m_model->rowCount(), 1);
}

void TestSortedLog::newsThatDoNotMatchAnyMoreAreNone()
{
    LogScope scope;
    scope.filter = parseFilter(QStringLiteral("is:inflight")).filter;
    m_model->setScope(scope);
    sort(LogSorting::ByDuration);
    tell({attempt(1), attempt(2)});
    QTRY_COMPARE(m_model->newsCount(), 2);
    const QSignalSpy counted(m_model.get(), &LogModel::newsCounted);
    tell({took(1, 10)});
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(m_model->newsCount(), 1);
}

void TestSortedLog::whatDoesNotMatchAnyMoreGoes()
{
    fill();
    LogScope scope;
    scope.filter = parseFilter(QStringLiteral("is:inflight or status:503")).filter;
    m_model->setScope(scope);
    sort(LogSorting::ByDuration);
    QCOMPARE(shown(), (QList<qint64>{2, 4}));
    tell({took(4, 1)});
    QTRY_COMPARE(shown(), QList<qint64>{2});
    QCOMPARE(lineOf(2), 0);
}

void TestSortedLog::whatIsForgottenGoes()
{
    fillFromRecord(600);
    sort(LogSorting::ByDuration, true);
    QCOMPARE(lineOf(200), 400);
    m_model->takeRows({{{LogKey::of(AttemptId{200}), LogKey::of(AttemptId{150})}, {}}, {}});
    QCOMPARE(m_model->rowCount(), 598);
    QCOMPARE(m_model->totalCount(), 598);
    QCOMPARE(lineOf(201), 399);
    QCOMPARE(lineOf(200), -1);
    QCOMPARE(lineOf(199), 400);
    QCOMPARE(lineOf(100), 498);
    QVERIFY(m_model->failuresIn(498, 499) > 0);
    QVERIFY(m_model->failuresIn(0, 498) == 0 && m_model->failuresIn(499, 598) == 0);
}

void TestSortedLog::muchThatIsForgottenGoesAtOnce()
{
    fillFromRecord(1000);
    sort(LogSorting::ByDuration);
    QList<LogKey> gone;
    for (int line = 300; line < 330; line += 3)
        gone.append(m_model->lineAt(line).key);
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->takeRows({{gone, {}}, {}});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(m_model->rowCount(), 990);
    int failures = 0;
    for (int line = 0; line < m_model->rowCount(); ++line) {
        QCOMPARE(m_model->lineOf(m_model->lineAt(line).key), line);
        failures += m_model->failuresIn(line, line + 1) > 0 ? 1 : 0;
    }
    QCOMPARE(failures, 1);
    QVERIFY(m_model->failuresIn(lineOf(100), lineOf(100) + 1) > 0);
}

void TestSortedLog::failuresAreMarkedWhereTheyStand()
{
    tell({took(1, 30), took(2, 40, 503), took(3, 20)});
    sort(LogSorting::ByDuration);
    QVERIFY(m_model->failuresIn(0, 2) == 0);
    QVERIFY(m_model->failuresIn(2, 3) > 0);
    tell({took(2, 40), took(3, 20, 503)});
    QVERIFY(m_model->failuresIn(0, 1) > 0);
    QVERIFY(m_model->failuresIn(1, 3) == 0);
}

void TestSortedLog::eachRowStandsAlone()
{
    LogScope scope;
    scope.foldsHeartbeats = true;
    scope.foldsEvents = true;
    m_model->setScope(scope);
    Attempt first = took(1, 30, 503);
    Attempt second = took(2, 20);
    second.event = first.event;
    Attempt beat = took(3, 10);
    Attempt another = took(4, 5);
    beat.kind = EventKind::Heartbeat;
    another.kind = EventKind::Heartbeat;
    tell({first, second, beat, another});
    QTRY_COMPARE(m_model->rowCount(), 2);
    sort(LogSorting::ByDuration);
    QCOMPARE(shown(), (QList<qint64>{4, 3, 2, 1}));
    m_model->toggle(0);
    QCOMPARE(m_model->rowCount(), 4);
    QVERIFY(!m_model->lineAt(0).isHead && m_model->foldAt(0).isNull());
    tell({another});
    QCOMPARE(m_model->rowCount(), 4);
}

void TestSortedLog::timeBringsAllBack()
{
    LogScope scope;
    scope.foldsHeartbeats = true;
    m_model->setScope(scope);
    fill();
    Attempt beat = took(6, 10);
    Attempt another = took(7, 5);
    beat.kind = EventKind::Heartbeat;
    another.kind = EventKind::Heartbeat;
    tell({beat, another});
    sort(LogSorting::BySize, true);
    tell({attempt(8)});
    QCOMPARE(m_model->newsCount(), 1);
    sort(LogSorting::ByTime);
    QVERIFY(!m_model->isSorted());
    QCOMPARE(shown(), (QList<qint64>{1, 2, 3, 4, -5, 7, 8}));
    QCOMPARE(m_model->newsCount(), 0);
    tell({attempt(9)});
    QCOMPARE(m_model->rowCount(), 8);
    sort(LogSorting::ByTime, true);
    QCOMPARE(shown(), (QList<qint64>{9, 8, 7, 6, -5, 4, 3, 2, 1}));
}

void TestSortedLog::searchingAgainSortsAnew()
{
    fill();
    sort(LogSorting::ByDuration);
    tell({took(4, 5), took(6, 15)});
    search();
    QCOMPARE(shown(), (QList<qint64>{4, 2, 6, 3, 1, -5}));
    QCOMPARE(m_model->newsCount(), 0);
}

void TestSortedLog::anOlderOrderIsNotHeard()
{
    fill();
    LogScope scope;
    scope.order = {LogSorting::ByDuration, false};
    m_model->setScope(scope);
    scope.order = {LogSorting::ByDuration, true};
    m_model->setScope(scope);
    m_model->takeSorted({1, {}, {}, {}, {}});
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(shown(), (QList<qint64>{1, 3, 2, -5, 4}));
}

void TestSortedLog::aPauseHoldsNewsBack()
{
    fill();
    sort(LogSorting::ByDuration);
    const QSignalSpy held(m_model.get(), &LogModel::heldBack);
    m_model->setPaused(true);
    tell({took(4, 5), attempt(6)});
    QCOMPARE(held.last().at(0).toLongLong(), 1);
    QCOMPARE(m_model->newsCount(), 0);
    m_model->setPaused(false);
    QCOMPARE(m_model->newsCount(), 1);
    QCOMPARE(shown(), (QList<qint64>{2, 3, 1, -5, 4}));
}

void TestSortedLog::theHeaderTellsTheOrder()
{
    const auto said = [this](int column) {
        return m_model->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    };
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::headerDataChanged);
    QCOMPARE(said(LogModel::TimeColumn), QStringLiteral("Time"));
    sort(LogSorting::ByDuration, true);
    QCOMPARE(said(LogModel::DurationColumn),
             QStringLiteral("Duration, sorted in descending order"));
    QCOMPARE(said(LogModel::SizeColumn), QStringLiteral("Size"));
    QCOMPARE(changed.size(), 1);
    m_model->setFields({{LogField::Source::RequestHeader, QStringLiteral("X-Team")}});
    const QString hint
        = m_model->headerData(LogModel::ColumnCount, Qt::Horizontal, Qt::ToolTipRole).toString();
    QCOMPARE(hint, QStringLiteral("Rows cannot be sorted by this column"));
}

void TestSortedLog::theRowAboveTellsNoTime()
{
    fill();
    m_model->setTimeStyle(Gui::TimeStyle::SincePrevious);
    sort(LogSorting::ByDuration);
    QTRY_VERIFY(!cell(1, LogModel::TimeColumn).isEmpty());
    QVERIFY(!cell(1, LogModel::TimeColumn).startsWith(u'+'));
}

QTEST_MAIN(TestSortedLog)
#include "tst_sortedlog.moc"

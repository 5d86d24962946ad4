// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logreader.h"
#include "core/store/archive.h"
#include "tests/support/memoryrecords.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;

class TestLogReader final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aSearchGoesBackThroughTheLog();
    void anEmptyLogIsSearchedAtOnce();
    void aNewerSearchEndsAnOlderOne();
    void aSortedSearchTellsAllAtOnce();
    void aNewerOrderEndsAnOlderOne();
    void rowsAreReadWhileASortingGoesOn();
    void rowsAreReadWhileASearchGoesOn();
    void rowsAreJudged();
    void newerRulesEndOlderOnes();
    void whatCannotBeReadIsTold();
    void nothingIsAnsweredOnceClosed();

private:
    void addCaptures(qint64 count);
    LogChunk chunk(qsizetype place) const { return m_chunks->at(place).first().value<LogChunk>(); }
    bool isDone() const
    {
        return !m_chunks->isEmpty() && m_chunks->last().first().value<LogChunk>().isLast;
    }

    std::shared_ptr<MemoryTables> m_tables;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<LogReader> m_reader;
    std::unique_ptr<QSignalSpy> m_chunks;
};

void TestLogReader::init()
{
    m_tables = std::make_shared<MemoryTables>();
    m_archive = std::make_unique<Archive>(std::make_unique<MemoryRecords>(m_tables));
    m_archive->start();
    m_reader = std::make_unique<LogReader>();
    m_reader->open(*m_archive);
    m_chunks = std::make_unique<QSignalSpy>(m_reader.get(), &LogReader::searched);
}

void TestLogReader::cleanup()
{
    m_archive->stop();
    m_reader.reset();
    m_archive.reset();
}

void TestLogReader::addCaptures(qint64 count)
{
    for (qint64 id = 1; id <= count; ++id)
        m_tables->rows.captures[CaptureId{id}].capture.id = CaptureId{id};
}

void TestLogReader::aSearchGoesBackThroughTheLog()
{
    constexpr qint64 Count = 20'000;
    addCaptures(Count);
    m_reader->search({7, {}});
    QTRY_VERIFY(isDone());
    QVERIFY(m_chunks->size() > 2);
    LogKey before = LogKey::of(AttemptId{Count + 1});
    for (qsizetype i = 0; i < m_chunks->size(); ++i) {
        QCOMPARE(chunk(i).ticket, 7);
        QCOMPARE(chunk(i).log.count, Count);
        QVERIFY(chunk(i).isLast == (i == m_chunks->size() - 1));
        const QList<LogEntry> entries = chunk(i).entries;
        for (qsizetype k = entries.size() - 1; k >= 0; --k) {
            QCOMPARE(entries.at(k).key.value,
                     before.value - (i == 0 && k == entries.size() - 1 ? 1 : 2));
            before = entries.at(k).key;
        }
    }
    QCOMPARE(before, LogKey::of(CaptureId{1}));
}

void TestLogReader::anEmptyLogIsSearchedAtOnce()
{
    m_reader->search({1, {}});
    QTRY_VERIFY(isDone());
    QCOMPARE(m_chunks->size(), 1);
    QVERIFY(chunk(0).entries.isEmpty());
}

void TestLogReader::aNewerSearchEndsAnOlderOne()
{
    addCaptures(20'000);
    m_reader->search({1, {}});
    QTRY_VERIFY(!m_chunks->isEmpty());
    LogScope nothing;
    nothing.filter = parseFilter(QStringLiteral("xyzzy")).filter;
    m_reader->search({2, nothing});
    m_chunks->clear();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), 30'000);
    for (qsizetype i = 0; i < m_chunks->size(); ++i) {
        QCOMPARE(chunk(i).ticket, 2);
        QVERIFY(chunk(i).entries.isEmpty());
    }
}

void TestLogReader::aSortedSearchTellsAllAtOnce()
{
    constexpr qint64 Count = 20'000;
    addCaptures(Count);
    m_tables->rows.captures[CaptureId{11}].capture.bodyBytes = 7;
    m_tables->rows.captures[CaptureId{19'000}].capture.bodyBytes = 5;
    const QSignalSpy sorted(m_reader.get(), &LogReader::sorted);
    LogScope scope;
    scope.order = {LogSorting::BySize, true};
    m_reader->search({7, scope});
    QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, 30'000);
    const auto log = sorted.first().first().value<SortedLog>();
    QCOMPARE(log.ticket, 7);
    QCOMPARE(log.log.count, Count);
    QCOMPARE(log.keys.size(), Count);
    QCOMPARE(log.byKey.size(), Count);
    QCOMPARE(log.keys.at(0), LogKey::of(CaptureId{11}));
    QCOMPARE(log.keys.at(1), LogKey::of(CaptureId{19'000}));
    QCOMPARE(log.keys.at(2), LogKey::of(CaptureId{Count}));
    QVERIFY(m_chunks->isEmpty());
}

void TestLogReader::aNewerOrderEndsAnOlderOne()
{
    addCaptures(20'000);
    const QSignalSpy sorted(m_reader.get(), &LogReader::sorted);
    LogScope scope;
    scope.order = {LogSorting::BySize, true};
    m_reader->search({1, scope});
    m_reader->search({2, scope});
    QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, 30'000);
    QCOMPARE(sorted.first().first().value<SortedLog>().ticket, 2);
    m_reader->search({3, scope});
    m_reader->search({4, {}});
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), 30'000);
    QCOMPARE(sorted.size(), 1);
}

void TestLogReader::rowsAreReadWhileASortingGoesOn()
{
    addCaptures(20'000);
    const QSignalSpy rows(m_reader.get(), &LogReader::rowsRead);
    const QSignalSpy sorted(m_reader.get(), &LogReader::sorted);
    bool wasSorted = true;
    connect(m_reader.get(), &LogReader::rowsRead, this,
            [&sorted, &wasSorted] { wasSorted = !sorted.isEmpty(); });
    LogScope scope;
    scope.order = {LogSorting::BySize, false};
    m_reader->search({1, scope});
    m_reader->readRows({{LogKey::of(CaptureId{3})}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, 30'000);
    QCOMPARE(rows.size(), 1);
    QVERIFY(!wasSorted);
}

void TestLogReader::rowsAreReadWhileASearchGoesOn()
{
    addCaptures(20'000);
    const QSignalSpy rows(m_reader.get(), &LogReader::rowsRead);
    bool wasDone = true;
    connect(m_reader.get(), &LogReader::searched, this, [this] {
        if (m_chunks->size() == 1)
            m_reader->readRows({{LogKey::of(CaptureId{3}), LogKey::of(CaptureId{30'000})}, {}});
    });
    connect(m_reader.get(), &LogReader::rowsRead, this, [this, &wasDone] { wasDone = isDone(); });
    m_reader->search({1, {}});
    QTRY_COMPARE(rows.size(), 1);
    QVERIFY(!wasDone);
    const auto answer = rows.first().first().value<LogRowsAnswer>();
    QCOMPARE(answer.question.keys.size(), 2);
    QCOMPARE(answer.rows.captures.size(), 1);
    QTRY_VERIFY(isDone());
}

void TestLogReader::rowsAreJudged()
{
    addCaptures(3);
    const QSignalSpy judged(m_reader.get(), &LogReader::judged);
    m_reader->judge({{5, {}}, {LogKey::of(CaptureId{2}), LogKey::of(CaptureId{9})}});
    QTRY_COMPARE(judged.size(), 1);
    const auto answer = judged.first().first().value<LogAnswer>();
    QCOMPARE(answer.ticket, 5);
    QCOMPARE(answer.keys.size(), 2);
    QCOMPARE(answer.entries.size(), 1);
    QCOMPARE(answer.entries.first().key, LogKey::of(CaptureId{2}));
}

void TestLogReader::newerRulesEndOlderOnes()
{
    addCaptures(3);
    const QSignalSpy judged(m_reader.get(), &LogReader::rulesJudged);
    const LogKey key = LogKey::of(CaptureId{2});
    m_reader->judgeRules({1, {Filter()}, {}, {key}});
    m_reader->judgeRules({2, {parseFilter(QStringLiteral("dir:out")).filter, Filter()}, {}, {key}});
    QTRY_COMPARE(judged.size(), 1);
    const auto answer = judged.first().first().value<LogRulesAnswer>();
    QCOMPARE(answer.ticket, 2);
    QCOMPARE(answer.firsts.value(key, -1), 1);
}

/// Whoever asked must hear of it, or would wait for ever.
void TestLogReader::whatCannotBeReadIsTold()
{
    m_archive->stop();
    const QSignalSpy refused(m_reader.get(), &LogReader::refused);
    const QSignalSpy judged(m_reader.get(), &LogReader::judged);
    const QSignalSpy rows(m_reader.get(), &LogReader::rowsRead);
    m_reader->search({1, {}});
    m_reader->judge({{1, {}}, {LogKey{2}}});
    m_reader->readRows({{LogKey{2}}, {}});
    const QSignalSpy rules(m_reader.get(), &LogReader::rulesJudged);
    m_reader->judgeRules({1, {Filter()}, {}, {LogKey{2}}});
    QTRY_COMPARE(refused.size(), 4);
    QVERIFY(isDone());
    QVERIFY(rules.first().first().value<LogRulesAnswer>().keys.isEmpty());
    const QSignalSpy sorted(m_reader.get(), &LogReader::sorted);
    LogScope scope;
    scope.order = {LogSorting::ByStatus, false};
    m_reader->search({2, scope});
    QTRY_COMPARE(sorted.size(), 1);
    QCOMPARE(refused.size(), 5);
    QVERIFY(sorted.first().first().value<SortedLog>().keys.isEmpty());
    QVERIFY(judged.first().first().value<LogAnswer>().keys.isEmpty());
    QVERIFY(rows.first().first().value<LogRowsAnswer>().question.keys.isEmpty());
}

void TestLogReader::nothingIsAnsweredOnceClosed()
{
    addCaptures(20'000);
    const QSignalSpy rows(m_reader.get(), &LogReader::rowsRead);
    connect(m_reader.get(), &LogReader::searched, m_reader.get(), &LogReader::close);
    m_reader->search({1, {}});
    QTRY_COMPARE(m_chunks->size(), 1);
    m_reader->search({2, {}});
    m_reader->readRows({{LogKey{2}}, {}});
    m_archive->stop();
    QCOMPARE(m_chunks->size(), 1);
    QVERIFY(!isDone());
    QVERIFY(rows.isEmpty());
}

QTEST_GUILESS_MAIN(TestLogReader)
#include "tst_logreader.moc"

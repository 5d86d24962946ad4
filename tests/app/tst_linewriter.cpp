// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewriter.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <csignal>
#include <future>
#include <unistd.h>
#include <utility>

/// Lines for a reader who may not read.
class TestLineWriter final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void linesComeInOrder();
    void whatFindsNoRoomIsCounted();
    void theCountFollowsWhatWasKept();
    void whoTellsTheCountIsAsked();
    void theEndWaitsForNobody();
    void aReaderWhoIsGoneStopsNothing();

private:
    int writingEnd() const { return m_ends[1]; }
    QByteArray readAll();
    void closeWriting();

    std::array<int, 2> m_ends{-1, -1};
};

void TestLineWriter::init()
{
    QCOMPARE(::pipe(m_ends.data()), 0);
}

void TestLineWriter::cleanup()
{
    closeWriting();
    ::close(m_ends[0]);
}

void TestLineWriter::closeWriting()
{
    if (m_ends[1] >= 0)
        ::close(m_ends[1]);
    m_ends[1] = -1;
}

/// Until the other end is closed.
QByteArray TestLineWriter::readAll()
{
    QByteArray all;
    std::array<char, 65'536> part;
    for (ssize_t size = 1; size > 0;) {
        size = ::read(m_ends[0], part.data(), part.size());
        all.append(part.data(), std::max<ssize_t>(0, size));
    }
    return all;
}

void TestLineWriter::linesComeInOrder()
{
    const QByteArray large(200'000, 'x'); // more than a pipe holds
    LineWriter writer(writingEnd());
    writer.write("one");
    writer.write(large);
    writer.write({});
    writer.write("four");
    auto read = std::async(std::launch::async, [this] { return readAll(); });
    writer.finish();
    writer.write("too late");
    closeWriting();
    QVERIFY(read.get() == "one\n" + large + "\n\nfour\n");
}

void TestLineWriter::whatFindsNoRoomIsCounted()
{
    constexpr int Written = 5'000;
    const QByteArray line(999, 'x');
    LineWriter writer(writingEnd());
    for (int i = 0; i < Written; ++i)
        writer.write(line);
    auto read = std::async(std::launch::async, [this] { return readAll(); });
    writer.finish();
    closeWriting();
    QByteArrayList notes = read.get().split('\n');
    QVERIFY(notes.takeLast().isEmpty());
    const qsizetype kept = notes.removeAll(line);
    QVERIFY(kept >= LineWriter::Room / 1'000 - 1);
    QVERIFY(!notes.isEmpty());
    qint64 leftOut = 0;
    for (const QByteArray &note : notes) {
        QVERIFY2(note.endsWith(" lines were left out here, since nobody read them"),
                 note.constData());
        leftOut += note.left(note.indexOf(' ')).toInt();
    }
    QCOMPARE(kept + leftOut, qint64{Written});
}

void TestLineWriter::theCountFollowsWhatWasKept()
{
    LineWriter writer(writingEnd());
    for (int i = 0; i < 5'000; ++i)
        writer.write(QByteArray(999, 'x'));
    // Nothing is written any more, and nothing ends.
    QByteArray read;
    while (!read.endsWith(" lines were left out here, since nobody read them\n")) {
        std::array<char, 65'536> part;
        const ssize_t size = ::read(m_ends[0], part.data(), part.size());
        QVERIFY(size > 0);
        read.append(part.data(), size);
    }
}

void TestLineWriter::whoTellsTheCountIsAsked()
{
    LineWriter writer(writingEnd());
    writer.setNote([](qint64 lines) { return "without " + QByteArray::number(lines); });
    writer.write(QByteArray(LineWriter::Room, 'x'));
    writer.write("next");
    writer.finish();
    closeWriting();
    QCOMPARE(readAll(), QByteArray("without 1\nnext\n"));
}

void TestLineWriter::theEndWaitsForNobody()
{
    LineWriter writer(writingEnd());
    for (int i = 0; i < 100; ++i)
        writer.write(QByteArray(10'000, 'x'));
    writer.finish(); // returns
    writer.finish();
    closeWriting();
    const QByteArray read = readAll();
    QVERIFY2(!read.isEmpty(), "what the pipe holds");
    QVERIFY(read.size() < 1'000'000);
}

void TestLineWriter::aReaderWhoIsGoneStopsNothing()
{
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    ::close(std::exchange(m_ends[0], -1));
    LineWriter writer(writingEnd());
    for (int i = 0; i < 5'000; ++i)
        writer.write(QByteArray(999, 'x'));
    writer.finish(); // returns
    std::signal(SIGPIPE, before);
}

QTEST_GUILESS_MAIN(TestLineWriter)
#include "tst_linewriter.moc"

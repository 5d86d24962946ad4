// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databasefile.h"
#include "core/store/sqliterecords.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefile.h"
#include "tests/support/storefixture.h"

#include <QFile>

#include <algorithm>

using namespace Core;

namespace {

constexpr int LogHeaderBytes = 32;
constexpr int FrameBytes = 24 + 4096;
constexpr int EventsAtHome = 3; ///< in the database itself

QString nameOf(int event)
{
    return QStringLiteral("e%1").arg(event);
}

int wantedCuts()
{
    constexpr int ShortRun = 200;
    return std::max(qEnvironmentVariableIntValue("HOOKPOST_MUTANTS"), ShortRun);
}

} // namespace

/// A write-ahead log that was cut off at each boundary of its frames, and a byte before and behind
/// it: 200 times at least, or as often as HOOKPOST_MUTANTS says. What was accepted and is whole in
/// what is left is there; nothing is there by half.
class TestLogDamage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatIsLeftOfALogIsRead_data();
    void whatIsLeftOfALogIsRead();
    void aLogThatIsGoneTakesNoMoreWithIt();
    void anIndexOfNoiseLosesNothing_data();
    void anIndexOfNoiseLosesNothing();

private:
    int frameCount() const;
    void expectFirst(int events, const QByteArray &log, const QByteArray &index);

    QByteArray m_database;
    QByteArray m_log;
    QByteArray m_index;
    QList<qint64> m_ends; ///< how long the log was when each event had been accepted
};

/// Each event is accepted on its own, as the next ones were not there yet.
void TestLogDamage::initTestCase()
{
    const QTemporaryDir base;
    const QString directory = base.filePath(QStringLiteral("data"));
    const QString path = databasePath(directory);
    SqliteStore store(directory);
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write({AddDestination{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/")), false,
        at(0)}}));
    const auto accept = [&store](int event) {
        return store.write({AddEvents{{makeEvent(nameOf(event), {{1}})}}}).has_value();
    };
    for (int event = 0; event < EventsAtHome; ++event)
        QVERIFY(accept(event));
    store.close();
    QVERIFY(store.open(at(0)));
    do {
        QVERIFY(accept(EventsAtHome + static_cast<int>(m_ends.size())));
        m_ends.append(QFileInfo(logPath(path)).size());
        m_log = contentOf(logPath(path));
    } while (3 * frameCount() < wantedCuts());
    m_database = contentOf(path);
    m_index = contentOf(path + QStringLiteral("-shm"));
    QCOMPARE(m_ends.last(), m_log.size());
}

int TestLogDamage::frameCount() const
{
    return static_cast<int>((m_log.size() - LogHeaderBytes) / FrameBytes);
}

void TestLogDamage::whatIsLeftOfALogIsRead_data()
{
    QTest::addColumn<qint64>("size");
    for (int frame = 0; frame <= frameCount(); ++frame) {
        const qint64 boundary = LogHeaderBytes + qint64{frame} * FrameBytes;
        for (const qint64 size : {boundary - 1, boundary, boundary + 1}) {
            if (size < m_log.size())
                QTest::addRow("%lld bytes, about frame %d", size, frame) << size;
        }
    }
}

void TestLogDamage::whatIsLeftOfALogIsRead()
{
    QFETCH(const qint64, size);
    const auto whole
        = std::count_if(m_ends.begin(), m_ends.end(), [size](qint64 end) { return end <= size; });
    expectFirst(EventsAtHome + static_cast<int>(whole), m_log.left(size), m_index);
}

void TestLogDamage::aLogThatIsGoneTakesNoMoreWithIt()
{
    expectFirst(EventsAtHome, {}, m_index);
}

void TestLogDamage::anIndexOfNoiseLosesNothing_data()
{
    QTest::addColumn<QByteArray>("index");
    QByteArray noise(m_index.size(), Qt::Uninitialized);
    QRandomGenerator random(1);
    std::generate(noise.begin(), noise.end(),
                  [&random] { return static_cast<char>(random.bounded(256)); });
    QTest::newRow("noise") << noise;
    QTest::newRow("zeros") << QByteArray(m_index.size(), '\0');
    QTest::newRow("a part of it") << m_index.left(100);
    QTest::newRow("nothing") << QByteArray();
}

void TestLogDamage::anIndexOfNoiseLosesNothing()
{
    QFETCH(const QByteArray, index);
    expectFirst(EventsAtHome + static_cast<int>(m_ends.size()), m_log, index);
}

/// So many of the events are there with their deliveries, the others are not, and new ones are
/// accepted and kept.
void TestLogDamage::expectFirst(int events, const QByteArray &log, const QByteArray &index)
{
    const QTemporaryDir directory;
    const QString path = databasePath(directory.path());
    QVERIFY(writeFile(path, m_database));
    QVERIFY(log.isEmpty() || writeFile(logPath(path), log));
    QVERIFY(writeFile(path + QStringLiteral("-shm"), index));
    SqliteStore store(directory.path());
    const auto opened = store.open(at(1));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
    QCOMPARE(store.waiting()->size(), events);
    QVERIFY(store.write({AddEvents{{makeEvent(QStringLiteral("more"), {{1}})}}}));
    store.close();
    QVERIFY(store.open(at(2)));
    SqliteRecords records(directory.path());
    QVERIFY(records.open());
    for (int event = 0; event < EventsAtHome + m_ends.size(); ++event) {
        const auto record = records.event(EventId{nameOf(event)});
        QCOMPARE(record.has_value(), event < events);
        QCOMPARE(record ? record->deliveries.size() : 1, 1);
        QVERIFY(record || record.error().code == ErrorCode::NotFound);
    }
    QVERIFY(records.event(EventId{QStringLiteral("more")}));
}

QTEST_GUILESS_MAIN(TestLogDamage)
#include "tst_logdamage.moc"

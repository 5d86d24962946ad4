// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databasefile.h"
#include "core/store/sqliterecords.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefile.h"
#include "tests/support/storefixture.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <functional>

using namespace Core;

namespace {

constexpr int PageBytes = 4096;
constexpr int LogHeaderBytes = 32;
constexpr int FrameBytes = 24 + PageBytes;

/// The files of a store as a kill has left them.
struct Files
{
    QByteArray database;
    QByteArray log;
    QByteArray index;
};

using Random = QRandomGenerator;
using Damage = std::function<void(Files &, Random &)>;

QByteArray noise(int size, Random &random)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

int pageIn(const QByteArray &database, Random &random)
{
    return random.bounded(static_cast<int>(database.size() / PageBytes)) * PageBytes;
}

void changeBytes(QByteArray &content, int count, int within, Random &random)
{
    for (int i = 0; i < count; ++i)
        content[random.bounded(within)] = static_cast<char>(random.bounded(256));
}

/// At a boundary of the log's frames, or a byte before or behind it.
void cutLog(Files &files, Random &random)
{
    const auto frames = static_cast<int>((files.log.size() - LogHeaderBytes) / FrameBytes);
    const int boundary = LogHeaderBytes + random.bounded(frames + 1) * FrameBytes;
    files.log.truncate(boundary + random.bounded(-1, 2));
}

void cutDatabase(Files &files, Random &random)
{
    files.database.truncate(std::max(pageIn(files.database, random) + random.bounded(-1, 2), 0));
}

void flipBits(Files &files, Random &random)
{
    for (int i = 0; i < 10; ++i) {
        char &byte = files.database.data()[random.bounded(static_cast<int>(files.database.size()))];
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random.bounded(8U)));
    }
}

void swapPages(Files &files, Random &random)
{
    const int from = pageIn(files.database, random);
    files.database.replace(pageIn(files.database, random), PageBytes,
                           files.database.mid(from, PageBytes));
}

const std::vector<std::pair<const char *, Damage>> &damages()
{
    static const std::vector<std::pair<const char *, Damage>> kinds{
        {"bytes of the header",
         [](Files &files, Random &random) { changeBytes(files.database, 5, 100, random); }},
        {"a page of noise",
         [](Files &files, Random &random) {
             files.database.replace(pageIn(files.database, random), PageBytes,
                                    noise(PageBytes, random));
         }},
        {"bits of the database", flipBits},
        {"a page in another's place", swapPages},
        {"the database cut off", cutDatabase},
        {"the database emptied", [](Files &files, Random &) { files.database.clear(); }},
        {"the log cut off", cutLog},
        {"the log gone", [](Files &files, Random &) { files.log.clear(); }},
        {"bytes of the log",
         [](Files &files, Random &random) {
             changeBytes(files.log, 20, static_cast<int>(files.log.size()), random);
         }},
        {"a log of noise",
         [](Files &files, Random &random) { files.log = noise(100'000, random); }},
        {"an index of noise",
         [](Files &files, Random &random) {
             files.index = noise(static_cast<int>(files.index.size()), random);
         }},
    };
    return kinds;
}

int mutantCount()
{
    constexpr int ShortRun = 200;
    const int wanted = qEnvironmentVariableIntValue("HOOKPOST_MUTANTS");
    return wanted > 0 ? wanted : ShortRun;
}

} // namespace

/// Files that have been damaged at random, 200 of them or as many as HOOKPOST_MUTANTS says. Each
/// row is told by the kind of its damage and its seed.
class TestStoreDamage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aDamagedStoreIsReadOrRefusedAndLeftAlone_data();
    void aDamagedStoreIsReadOrRefusedAndLeftAlone();
    void cleanupTestCase();

private:
    void use(SqliteStore &store, const QString &directory);

    Files m_whole;
    int m_refusals = 0;
};

void TestStoreDamage::initTestCase()
{
    const QTemporaryDir base;
    const QString directory = base.filePath(QStringLiteral("data"));
    const QString path = databasePath(directory);
    SqliteStore store(directory);
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write({AddDestination{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/")), false,
        at(0)}}));
    AddEvents change;
    for (int i = 0; i < 200; ++i)
        change.events.append(makeEvent(QStringLiteral("e%1").arg(i), {{1}}, QByteArray(300, 'x')));
    QVERIFY(store.write({change}));
    store.close();
    QVERIFY(store.open(at(0)));
    for (int id = 1; id <= 20; ++id)
        QVERIFY(store.write({ClaimDelivery{{id}, at(0)}}));
    m_whole = {contentOf(path), contentOf(logPath(path)), contentOf(path + QStringLiteral("-shm"))};
    QVERIFY(m_whole.log.size() > 20 * FrameBytes);
}

void TestStoreDamage::aDamagedStoreIsReadOrRefusedAndLeftAlone_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("seed");
    const auto kinds = static_cast<int>(damages().size());
    for (int seed = 0; seed < mutantCount(); ++seed) {
        const int kind = seed % kinds;
        QTest::addRow("%s, seed %d", damages().at(static_cast<std::size_t>(kind)).first, seed)
            << kind << seed;
    }
}

void TestStoreDamage::aDamagedStoreIsReadOrRefusedAndLeftAlone()
{
    QFETCH(int, kind);
    QFETCH(int, seed);
    Files files = m_whole;
    Random random(static_cast<quint32>(seed));
    damages().at(static_cast<std::size_t>(kind)).second(files, random);
    const QTemporaryDir directory;
    const QString path = databasePath(directory.path());
    QVERIFY(writeFile(path, files.database));
    QVERIFY(files.log.isEmpty() || writeFile(logPath(path), files.log));
    QVERIFY(writeFile(path + QStringLiteral("-shm"), files.index));

    SqliteStore store(directory.path());
    if (const auto opened = store.open(at(1)); !opened) {
        ++m_refusals;
        QCOMPARE(opened.error().code, ErrorCode::Storage);
        QVERIFY(!opened.error().sentence.isEmpty());
        QCOMPARE(contentOf(path), files.database);
        QCOMPARE(contentOf(logPath(path)), files.log);
        return;
    }
    use(store, directory.path());
    store.close();
    if (const auto again = store.open(at(2)); !again)
        QCOMPARE(again.error().code, ErrorCode::Storage);
}

/// Whatever is asked of it is answered or refused as damaged.
void TestStoreDamage::use(SqliteStore &store, const QString &directory)
{
    const auto isHonest = [](const auto &result) {
        return result || result.error().code == ErrorCode::Storage
            || result.error().code == ErrorCode::NotFound
            || result.error().code == ErrorCode::Conflict;
    };
    QVERIFY(isHonest(store.registrations()));
    QVERIFY(isHonest(store.waiting()));
    SqliteRecords records(directory);
    QVERIFY(isHonest(records.open()));
    QVERIFY(isHonest(records.attempts({})));
    QVERIFY(isHonest(records.deliveries({})));
    QVERIFY(isHonest(records.event(EventId{QStringLiteral("e7")})));
    QVERIFY(isHonest(records.eventWithBody(EventId{QStringLiteral("e150")})));
    for (int id = 1; id <= 200; id += 20)
        QVERIFY(isHonest(store.write({ClaimDelivery{{id}, at(1)}})));
    QVERIFY(isHonest(store.write({AddEvents{{makeEvent(QStringLiteral("more"), {{1}})}}})));
    QVERIFY(isHonest(store.write({PruneHistory{HistoryLimits{}, at(1), {}}})));
    QVERIFY(isHonest(store.probe()));
}

void TestStoreDamage::cleanupTestCase()
{
    qInfo("%d damaged stores, %d of them refused", mutantCount(), m_refusals);
    QVERIFY2(m_refusals > mutantCount() / 4, "damage is found");
}

QTEST_GUILESS_MAIN(TestStoreDamage)
#include "tst_storedamage.moc"

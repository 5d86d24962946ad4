// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logreader.h"
#include "core/orders.h"
#include "core/store/databasefile.h"
#include "tests/support/runningengine.h"
#include "tests/support/smalldisk.h"
#include "tests/support/testreceiver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy
const QByteArray Registered = R"({"name": "ann", "destination": "http://localhost:2/"})";

/// Where a database should be, something that is none.
void spoil(const QString &dataDirectory)
{
    QVERIFY(QDir().mkpath(dataDirectory));
    QFile file(databasePath(dataDirectory));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, '!')) == 8192);
}

/// Asks again whenever it has been answered, so that the archive is never idle, and remembers all
/// refusals. Borrows: the reader.
class RestlessReader final : public QObject
{
    Q_DISABLE_COPY_MOVE(RestlessReader)

public:
    explicit RestlessReader(LogReader &reader)
    {
        connect(&reader, &LogReader::searched, this, [&reader] { reader.search({1, {}}); });
        connect(&reader, &LogReader::refused, this, [this, &reader](const Error &error) {
            refusals.insert(error.sentence);
            reader.search({1, {}});
        });
        reader.search({1, {}});
    }
    ~RestlessReader() override = default;

    QSet<QString> refusals;
};

} // namespace

/// An engine with a window that cannot open its database at the start: it tells why, shows what
/// can be read, refuses what cannot be written, and begins once the cause is gone.
class TestEngineTrouble final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aDamagedDatabaseIsTold();
    void theStoreIsTriedThoughSomebodyAlwaysReads();
    void aSearchIsNotCutAtTheFirstTries();
    void aReadOnlyDiskIsShown();

private:
    void start(const EngineSettings &settings);
    void startSpoiled(EngineSettings &settings, Milliseconds pauseBetweenTries);
    HttpAnswer call(const QByteArray &method, const QString &path,
                    const QByteArray &body = {}) const;

    std::unique_ptr<Engine> m_engine;
    EngineStatus m_status;
    qsizetype m_rowsListed = 0;
    bool m_isStarted = false;
};

void TestEngineTrouble::init()
{
    m_status = {};
    m_rowsListed = 0;
    m_isStarted = false;
}

void TestEngineTrouble::cleanup()
{
    if (!m_engine)
        return;
    QSignalSpy stopped(m_engine.get(), &Engine::stopped);
    m_engine->stop();
    QVERIFY(!stopped.isEmpty() || stopped.wait());
    m_engine.reset();
}

void TestEngineTrouble::start(const EngineSettings &settings)
{
    m_engine = std::make_unique<Engine>(settings);
    connect(m_engine.get(), &Engine::statusChanged, this,
            [this](const EngineStatus &status) { m_status = status; });
    connect(m_engine.get(), &Engine::started, this, [this] { m_isStarted = true; });
    connect(m_engine.get(), &Engine::historyOpened, &m_engine->logReader(), [this] {
        m_engine->logReader().search({1, {}});
    });
    connect(&m_engine->logReader(), &LogReader::searched, this,
            [this](const LogChunk &chunk) { m_rowsListed = chunk.entries.size(); });
    m_engine->start();
}

/// Upon a database that makes no sense, which is tried again and again.
void TestEngineTrouble::startSpoiled(EngineSettings &settings, Milliseconds pauseBetweenTries)
{
    settings.keepsTryingToOpen = true;
    settings.pauseBetweenTries = pauseBetweenTries;
    spoil(settings.dataDirectory);
    start(settings);
}

HttpAnswer TestEngineTrouble::call(const QByteArray &method, const QString &path,
                                   const QByteArray &body) const
{
    return httpCall(method, m_status.apiUrl + path, body);
}

void TestEngineTrouble::aDamagedDatabaseIsTold()
{
    QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    settings.keepsTryingToOpen = true;
    const QString path = databasePath(settings.dataDirectory);
    spoil(settings.dataDirectory);
    start(settings);
    QTRY_VERIFY_WITH_TIMEOUT(!m_status.apiUrl.isEmpty(), Patience);
    QVERIFY(!m_isStarted);
    const HttpAnswer health = call("GET", QStringLiteral("/healthz"));
    QCOMPARE(health.status, 503);
    QVERIFY(health.json()[QStringLiteral("reason")].toString().contains(
        QStringLiteral("is damaged or not a database")));
    for (const QString &place : {QStringLiteral("/webhooks"), QStringLiteral("/events/a.b")}) {
        const HttpAnswer refused = call("POST", place, Registered);
        QCOMPARE(refused.status, 503);
        QVERIFY2(refused.body.contains("is damaged or not a database"), refused.body.constData());
        const QString hint = refused.json()[QStringLiteral("hint")].toString();
        QVERIFY(hint.contains(QStringLiteral("sqlite3 damaged-*/hookpost.db .dump")));
    }
    QCOMPARE(call("GET", QStringLiteral("/attempts")).status, 503);
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly) && file.readAll() == QByteArray(8192, '!'),
             "it is left as it was");
    file.close();

    // What is told to be done is done, word for word.
    static const QRegularExpression Command(QStringLiteral("\"(mv [^\"]+)\""));
    const QString command
        = Command.match(health.json()[QStringLiteral("reason")].toString()).captured(1);
    QVERIFY(!command.isEmpty());
    QProcess shell;
    shell.setWorkingDirectory(settings.dataDirectory);
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_isStarted, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(call("GET", QStringLiteral("/healthz")).status, 200, Patience);
    QCOMPARE(call("POST", QStringLiteral("/webhooks"), Registered).status, 201);
    const QStringList laidAside
        = QDir(settings.dataDirectory).entryList({QStringLiteral("damaged-*")}, QDir::Dirs);
    QCOMPARE(laidAside.size(), 1);
    const QDir aside(settings.dataDirectory + u'/' + laidAside.first());
    QCOMPARE(QFileInfo(aside.filePath(QStringLiteral("hookpost.db"))).size(), 8192);
}

void TestEngineTrouble::theStoreIsTriedThoughSomebodyAlwaysReads()
{
    const QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    startSpoiled(settings, Milliseconds{1});
    QTRY_VERIFY_WITH_TIMEOUT(!m_status.apiUrl.isEmpty(), Patience);
    const RestlessReader reader(m_engine->logReader());
    QVERIFY(QFile::remove(databasePath(settings.dataDirectory)));
    QTRY_VERIFY_WITH_TIMEOUT(m_isStarted, Patience);
}

void TestEngineTrouble::aSearchIsNotCutAtTheFirstTries()
{
    const QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    startSpoiled(settings, Milliseconds{100});
    QTRY_VERIFY_WITH_TIMEOUT(!m_status.apiUrl.isEmpty(), Patience);
    {
        const RestlessReader reader(m_engine->logReader());
        QTimer tries;
        const QSignalSpy tried(&tries, &QTimer::timeout);
        tries.start(settings.pauseBetweenTries);
        QTRY_COMPARE_WITH_TIMEOUT(tried.size(), 3, Patience);
        QCOMPARE(reader.refusals.size(), 1);
        QVERIFY(reader.refusals.values().first().contains(QStringLiteral("is damaged")));
    }
    QVERIFY(QFile::remove(databasePath(settings.dataDirectory)));
    QTRY_VERIFY_WITH_TIMEOUT(m_isStarted, Patience);
}

void TestEngineTrouble::aReadOnlyDiskIsShown()
{
    const SmallDisk disk(qint64{8} * 1024 * 1024);
    if (!disk.isMounted())
        QSKIP("this takes root");
    TestReceiver receiver;
    QVERIFY(receiver.start());
    QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    settings.dataDirectory = disk.path(QStringLiteral("data"));
    settings.keepsTryingToOpen = true;
    {
        RunningEngine before(settings);
        before->orders().testDestination(before.add(receiver.url()).id);
        QTRY_VERIFY(!before.attempts.isEmpty()
                    && before.attempts.last().outcome == AttemptOutcome::Delivered);
    }
    QVERIFY(disk.setReadOnly(true));
    start(settings);
    QTRY_COMPARE_WITH_TIMEOUT(m_rowsListed, 1, Patience);
    QVERIFY(!m_isStarted);
    QTRY_VERIFY_WITH_TIMEOUT(!m_status.apiUrl.isEmpty(), Patience);
    QCOMPARE(call("GET", QStringLiteral("/healthz")).status, 503);
    QCOMPARE(call("POST", QStringLiteral("/webhooks"), Registered).status, 503);
    const auto list = [this](const QString &path) {
        return call("GET", path).json()[QStringLiteral("data")].toArray();
    };
    QCOMPARE(list(QStringLiteral("/webhooks")).size(), 1);
    QCOMPARE(list(QStringLiteral("/attempts")).size(), 1);
    const auto lastStatus = [&list] {
        const QJsonObject joe = list(QStringLiteral("/webhooks")).first().toObject();
        return joe[QStringLiteral("lastAttempt")][QStringLiteral("status")].toInt();
    };
    QTRY_COMPARE_WITH_TIMEOUT(lastStatus(), 200, Patience);
    QSignalSpy refused(&m_engine->orders(), &Orders::refused);
    m_engine->orders().removeDestination(DestinationId{1});
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, Patience);

    QVERIFY(disk.setReadOnly(false));
    QTRY_VERIFY_WITH_TIMEOUT(m_isStarted, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(call("GET", QStringLiteral("/healthz")).status, 200, Patience);
    QCOMPARE(call("POST", QStringLiteral("/webhooks"), Registered).status, 201);
    QCOMPARE(list(QStringLiteral("/webhooks")).size(), 2);
}

QTEST_GUILESS_MAIN(TestEngineTrouble)
#include "tst_enginetrouble.moc"

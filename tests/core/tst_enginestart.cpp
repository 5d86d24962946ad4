// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logreader.h"
#include "core/orders.h"
#include "core/store/database.h"
#include "core/store/databasefile.h"
#include "tests/support/runningengine.h"
#include "tests/support/testreceiver.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Core;

namespace {

/// Stops it, and waits for that.
bool hasStopped(Engine &engine)
{
    QSignalSpy stopped(&engine, &Engine::stopped);
    engine.stop();
    return stopped.wait();
}

} // namespace

/// What the engine finds when it starts, and what is in its way then.
class TestEngineStart final : public QObject
{
    Q_OBJECT

private slots:
    void whatWasThereIsThereAgain();
    void whatWaitedGoesOutAfterARestart();
    void itCanBeStoppedWhileItStarts();
    void aDatabaseThatMendsIsOpened();
    void aDatabaseThatMendedIsOpenedOnRequest();
    void aHistoryThatMendsIsRead();
    void aTakenPortIsTriedAgain();
    void theHolderOfATakenPortIsTold();
    void aPortHeldWithoutListeningIsTaken();
    void anotherPortIsTakenForThisRun();
    void aTakenDirectoryIsTold();
};

void TestEngineStart::whatWasThereIsThereAgain()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    {
        RunningEngine engine(settingsFor(directory));
        const Destination joe = engine.add(receiver.url());
        engine->orders().testDestination(joe.id);
        QTRY_VERIFY(!engine.attempts.isEmpty()
                    && engine.attempts.last().outcome == AttemptOutcome::Delivered);
    }
    const QString log = directory.filePath(QStringLiteral("data/hookpost.db-wal"));
    QVERIFY2(!QFile::exists(log), "the database was not closed in order");
    Engine engine(settingsFor(directory));
    QSignalSpy history(&engine, &Engine::historyOpened);
    QSignalSpy found(&engine.logReader(), &LogReader::searched);
    QSignalSpy destinations(&engine, &Engine::destinationsChanged);
    engine.start();
    QVERIFY(history.wait());
    engine.logReader().search({1, {}});
    QVERIFY(found.wait());
    QCOMPARE(found.first().first().value<LogChunk>().entries.size(), 1);
    QTRY_VERIFY(!destinations.isEmpty());
    const auto status = destinations.first().first().value<QList<DestinationStatus>>().first();
    QVERIFY(status.lastAttempt.has_value());
    QCOMPARE(status.lastAttempt->status, 200);
    QVERIFY(hasStopped(engine));
}

void TestEngineStart::whatWaitedGoesOutAfterARestart()
{
    QTemporaryDir directory;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    {
        RunningEngine engine(settingsFor(directory));
        const Destination joe = engine.add(receiver.url());
        engine->setDispatching(false);
        engine->orders().testDestination(joe.id);
        QTRY_VERIFY(!engine.latest.isEmpty() && engine.latest.first().waiting == 1);
        QCOMPARE(receiver.requests().size(), 0);
    }
    const RunningEngine again(settingsFor(directory));
    QTRY_COMPARE(receiver.requests().size(), 1);
}

void TestEngineStart::itCanBeStoppedWhileItStarts()
{
    QTemporaryDir directory;
    Engine engine(settingsFor(directory));
    const QSignalSpy started(&engine, &Engine::started);
    QSignalSpy stopped(&engine, &Engine::stopped);
    engine.start();
    engine.stop();
    QVERIFY(stopped.wait());
    QCOMPARE(started.size(), 0);
}

void TestEngineStart::aDatabaseThatMendsIsOpened()
{
    QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    settings.keepsTryingToOpen = true;
    const QString path = settings.dataDirectory + QStringLiteral("/hookpost.db");
    QVERIFY(QDir().mkpath(settings.dataDirectory));
    QVERIFY(QFile::setPermissions(settings.dataDirectory,
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, '!'));
    file.close();
    Engine engine(settings);
    QSignalSpy status(&engine, &Engine::statusChanged);
    QSignalSpy started(&engine, &Engine::started);
    engine.start();
    QTRY_VERIFY(!status.isEmpty());
    QVERIFY(!status.first().first().value<EngineStatus>().trouble.isEmpty());
    QVERIFY(!status.first().first().value<EngineStatus>().isRunning);
    QCOMPARE(started.size(), 0);
    QVERIFY(QFile::remove(path));
    QVERIFY(started.wait());
    QVERIFY(started.first().first().value<EngineStatus>().trouble.isEmpty());
    QVERIFY(started.first().first().value<EngineStatus>().isRunning);
    QVERIFY(hasStopped(engine));
}

void TestEngineStart::aDatabaseThatMendedIsOpenedOnRequest()
{
    QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    settings.keepsTryingToOpen = true;
    settings.pauseBetweenTries = Milliseconds{24 * 3'600'000};
    QFile file(settings.dataDirectory);
    QVERIFY(file.open(QIODevice::WriteOnly)); // where a directory should be
    file.close();
    Engine engine(settings);
    QSignalSpy status(&engine, &Engine::statusChanged);
    QSignalSpy started(&engine, &Engine::started);
    engine.start();
    QTRY_VERIFY(!status.isEmpty());
    QVERIFY(file.remove());
    engine.tryAgain();
    QVERIFY(started.wait());
    QVERIFY(hasStopped(engine));
}

void TestEngineStart::aHistoryThatMendsIsRead()
{
    QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    settings.keepsTryingToOpen = true;
    {
        const RunningEngine first(settings);
    }
    Database database;
    const QString path = databasePath(settings.dataDirectory);
    QVERIFY(database.open(path, Database::Access::ReadWrite));
    database.run(QStringLiteral("ALTER TABLE captures RENAME TO hidden"));
    QVERIFY(database.settle());
    database.close();
    Engine engine(settings);
    QSignalSpy status(&engine, &Engine::statusChanged);
    QSignalSpy started(&engine, &Engine::started);
    QSignalSpy failed(&engine, &Engine::failed);
    engine.start();
    QTRY_VERIFY(!status.isEmpty());
    QVERIFY(!status.last().first().value<EngineStatus>().trouble.isEmpty());
    QVERIFY(database.open(path, Database::Access::ReadWrite));
    database.run(QStringLiteral("ALTER TABLE hidden RENAME TO captures"));
    QVERIFY(database.settle());
    QVERIFY(started.wait());
    QVERIFY(started.first().first().value<EngineStatus>().trouble.isEmpty());
    QCOMPARE(failed.size(), 0);
    QVERIFY(hasStopped(engine));
}

void TestEngineStart::aTakenPortIsTriedAgain()
{
    QTcpServer squatter;
    QVERIFY(squatter.listen(QHostAddress::LocalHost));
    QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    settings.apiPort = squatter.serverPort();
    settings.keepsTryingToListen = true;
    Engine engine(settings);
    QSignalSpy status(&engine, &Engine::statusChanged);
    QSignalSpy started(&engine, &Engine::started);
    engine.start();
    QTRY_VERIFY(!status.isEmpty());
    QVERIFY(status.first().first().value<EngineStatus>().trouble.contains(
        QString::number(settings.apiPort)));
    QCOMPARE(started.size(), 0);
    squatter.close();
    QVERIFY(started.wait());
    QVERIFY(started.first().first().value<EngineStatus>().trouble.isEmpty());
    QVERIFY(hasStopped(engine));
}

void TestEngineStart::theHolderOfATakenPortIsTold()
{
    QTcpServer squatter;
    QVERIFY(squatter.listen(QHostAddress::LocalHost));
    QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    settings.binPort = squatter.serverPort();
    settings.keepsTryingToListen = true;
    Engine engine(settings);
    QSignalSpy status(&engine, &Engine::statusChanged);
    QSignalSpy started(&engine, &Engine::started);
    engine.start();
    QTRY_VERIFY(!status.isEmpty() && status.last().first().value<EngineStatus>().takenPort);
    const auto told = status.last().first().value<EngineStatus>();
    QCOMPARE(told.takenPort->port, settings.binPort);
    QVERIFY(told.takenPort->isBin);
    QCOMPARE(told.takenPort->holderId, QCoreApplication::applicationPid());
    // What is free is open meanwhile.
    QVERIFY(!told.apiUrl.isEmpty());
    squatter.close();
    engine.listenAgain();
    QCOMPARE(started.size(), 1);
    QVERIFY(!started.first().first().value<EngineStatus>().takenPort);
    engine.listenAgain();
    QCOMPARE(started.size(), 1);
    QVERIFY(hasStopped(engine));
}

/// Such a one is listed nowhere.
void TestEngineStart::aPortHeldWithoutListeningIsTaken()
{
    QTcpSocket squatter;
    QVERIFY(squatter.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
    QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    settings.apiPort = squatter.localPort();
    settings.keepsTryingToListen = true;
    Engine engine(settings);
    QSignalSpy status(&engine, &Engine::statusChanged);
    QSignalSpy started(&engine, &Engine::started);
    engine.start();
    QTRY_VERIFY(!status.isEmpty()
                && !status.last().first().value<EngineStatus>().trouble.isEmpty());
    const auto told = status.last().first().value<EngineStatus>();
    QVERIFY(told.takenPort);
    QCOMPARE(told.takenPort->port, settings.apiPort);
    QCOMPARE(told.takenPort->holderId, 0);
    QVERIFY(told.takenPort->freePort > settings.apiPort);
    squatter.close();
    engine.listenAgain();
    QCOMPARE(started.size(), 1);
    QVERIFY(hasStopped(engine));
}

void TestEngineStart::anotherPortIsTakenForThisRun()
{
    QTcpServer squatter;
    QVERIFY(squatter.listen(QHostAddress::LocalHost));
    QTemporaryDir directory;
    EngineSettings settings = settingsFor(directory);
    settings.apiPort = squatter.serverPort();
    settings.keepsTryingToListen = true;
    Engine engine(settings);
    QSignalSpy status(&engine, &Engine::statusChanged);
    QSignalSpy started(&engine, &Engine::started);
    engine.start();
    QTRY_VERIFY(!status.isEmpty() && status.last().first().value<EngineStatus>().takenPort);
    TakenPort taken = *status.last().first().value<EngineStatus>().takenPort;
    QVERIFY(taken.freePort > taken.port);
    taken.freePort = 0; // whichever is free
    engine.takeOtherPort(taken);
    QCOMPARE(started.size(), 1);
    const auto now = started.first().first().value<EngineStatus>();
    QVERIFY(!now.apiUrl.isEmpty() && now.trouble.isEmpty());
    QVERIFY(hasStopped(engine));
}

void TestEngineStart::aTakenDirectoryIsTold()
{
    QTemporaryDir directory;
    RunningEngine owner(settingsFor(directory));
    Engine second(settingsFor(directory));
    QSignalSpy failed(&second, &Engine::failed);
    second.start();
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().value<Error>().code == ErrorCode::Conflict);
}

QTEST_GUILESS_MAIN(TestEngineStart)
#include "tst_enginestart.moc"

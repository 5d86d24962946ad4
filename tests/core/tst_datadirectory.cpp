// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/datadirectory.h"
#include "tests/support/syncwatch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace Core;

namespace {

constexpr auto HoldVariable = "HOOKPOST_TEST_HOLD";

mode_t modeOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 07777U : 0;
}

} // namespace

class TestDataDirectory final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void itIsMadeForItsOwnerAlone_data();
    void itIsMadeForItsOwnerAlone();
    void aDirectoryThatIsThereKeepsItsMode();
    void directoriesAreRefused();
    void itHasOneOwner();
    void itKeepsItsOwnerWithoutTheFile();
    void theOwnersNumberIsTold();
    void whereItsOwnerAnswersIsTold();
    void itIsFreeOnceItsOwnerIsKilled();
    void aLockThatLeadsElsewhereIsRefused();
    void itsPlaceFollowsTheEnvironment_data();
    void itsPlaceFollowsTheEnvironment();

private:
    QString path() const { return m_base->filePath(QStringLiteral("a/b/hookpost")); }

    std::unique_ptr<QTemporaryDir> m_base;
};

void TestDataDirectory::init()
{
    m_base = std::make_unique<QTemporaryDir>();
}

void TestDataDirectory::itIsMadeForItsOwnerAlone_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("when the umask takes nothing") << 0;
    QTest::newRow("when the umask takes the usual") << 022;
    QTest::newRow("when the umask takes all of others") << 077;
    QTest::newRow("when the umask takes even from the owner") << 0277;
}

void TestDataDirectory::itIsMadeForItsOwnerAlone()
{
    QFETCH(int, mask);
    DataDirectory directory(path());
    const SyncWatch watch;
    const mode_t before = ::umask(static_cast<mode_t>(mask));
    const auto acquired = directory.acquire();
    ::umask(before);
    QVERIFY2(acquired, qPrintable(acquired ? QString() : acquired.error().sentence));
    QCOMPARE(modeOf(path()), 0700U);
    QCOMPARE(modeOf(path() + QStringLiteral("/..")), 0700U);
    QVERIFY(watch.hasSeen(path()));
    QVERIFY(watch.hasSeen(QFileInfo(path()).path()));
    QCOMPARE(modeOf(path() + QStringLiteral("/lock")), 0600U);
}

void TestDataDirectory::aDirectoryThatIsThereKeepsItsMode()
{
    QVERIFY(QDir().mkpath(path()));
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0750), 0);
    DataDirectory directory(path());
    QVERIFY(directory.acquire());
    QCOMPARE(modeOf(path()), 0750U);
}

void TestDataDirectory::directoriesAreRefused()
{
    QVERIFY(QDir().mkpath(path()));
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0777), 0);
    DataDirectory open(path());
    QCOMPARE(open.acquire().error().code, ErrorCode::Storage);
    QVERIFY(!QFile::exists(path() + QStringLiteral("/lock")));

    const QString fileName = m_base->filePath(QStringLiteral("file"));
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(DataDirectory(fileName).acquire().error().code, ErrorCode::Storage);
    QCOMPARE(DataDirectory(fileName + QStringLiteral("/below")).acquire().error().code,
             ErrorCode::Storage);
    QCOMPARE(DataDirectory(QStringLiteral("/proc/hookpost")).acquire().error().code,
             ErrorCode::Storage);
    if (::geteuid() != 0)
        QCOMPARE(DataDirectory(QStringLiteral("/usr")).acquire().error().code, ErrorCode::Storage);
}

void TestDataDirectory::itHasOneOwner()
{
    DataDirectory first(path());
    DataDirectory second(path());
    QVERIFY(first.acquire());
    QVERIFY(first.acquire());
    const auto refused = second.acquire();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(refused.error().sentence.contains(path()));
    first.release();
    first.release();
    QVERIFY(second.acquire());
    QCOMPARE(first.acquire().error().code, ErrorCode::Conflict);
}

void TestDataDirectory::itKeepsItsOwnerWithoutTheFile()
{
    DataDirectory first(path());
    DataDirectory second(path());
    QVERIFY(first.acquire());
    QVERIFY(QFile::remove(path() + QStringLiteral("/lock")));
    const auto refused = second.acquire();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(refused.error().sentence.contains(path()));
    first.release();
    QVERIFY(second.acquire());
}

void TestDataDirectory::theOwnersNumberIsTold()
{
    DataDirectory first(path());
    QVERIFY(first.acquire());
    const QString number = QString::number(QCoreApplication::applicationPid());
    const QString sentence = DataDirectory(path()).acquire().error().sentence;
    QVERIFY2(sentence.contains(QStringLiteral("process ") + number), qPrintable(sentence));
    QFile lock(path() + QStringLiteral("/lock"));
    QVERIFY(lock.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromLatin1(lock.readAll()), number + u'\n');
}

void TestDataDirectory::whereItsOwnerAnswersIsTold()
{
    DataDirectory first(path());
    QVERIFY(first.acquire());
    const QString url = QStringLiteral("http://localhost:8090");
    const auto hint = [this] { return DataDirectory(path()).acquire().error().hint; };
    QVERIFY(hint().contains(QStringLiteral("--data-dir")));
    QVERIFY(!hint().contains(QStringLiteral("http")));
    first.noteAddress(url);
    QVERIFY2(hint().contains(url), qPrintable(hint()));
    first.noteAddress({});
    QVERIFY(!hint().contains(QStringLiteral("http")));
}

void TestDataDirectory::itIsFreeOnceItsOwnerIsKilled()
{
    QProcess owner;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(HoldVariable), path());
    owner.setProcessEnvironment(environment);
    owner.start(QCoreApplication::applicationFilePath(), {});
    QVERIFY(owner.waitForReadyRead());
    QCOMPARE(owner.readAll(), QByteArrayLiteral("held\n"));

    DataDirectory directory(path());
    const QString sentence = directory.acquire().error().sentence;
    QVERIFY(sentence.contains(QString::number(owner.processId())));
    ::kill(static_cast<pid_t>(owner.processId()), SIGKILL);
    QVERIFY(owner.waitForFinished());
    QVERIFY(directory.acquire());
}

void TestDataDirectory::aLockThatLeadsElsewhereIsRefused()
{
    QVERIFY(QDir().mkpath(path()));
    const QString target = m_base->filePath(QStringLiteral("precious"));
    QVERIFY(QFile::link(target, path() + QStringLiteral("/lock")));
    QCOMPARE(DataDirectory(path()).acquire().error().code, ErrorCode::Storage);
    QVERIFY(!QFile::exists(target));
}

void TestDataDirectory::itsPlaceFollowsTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("home");
    QTest::addColumn<QString>("expected");
    const QString usual = QDir::homePath() + QStringLiteral("/.local/share/hookpost");
    QTest::newRow("not set") << QByteArray() << usual;
    QTest::newRow("set") << QByteArray("/data/home") << QStringLiteral("/data/home/hookpost");
    QTest::newRow("relative, which counts as not set") << QByteArray("data") << usual;
}

void TestDataDirectory::itsPlaceFollowsTheEnvironment()
{
    QFETCH(QByteArray, home);
    QFETCH(QString, expected);
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", home);
    const QString path = DataDirectory::defaultPath();
    qputenv("XDG_DATA_HOME", before);
    QCOMPARE(path, expected);
}

namespace {

/// What the second process does: takes the directory and stays until it is killed.
int holdDirectory(const QString &path)
{
    DataDirectory directory(path);
    if (!directory.acquire())
        return 1;
    [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, "held\n", 5);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QString held = qEnvironmentVariable(HoldVariable);
    if (!held.isEmpty())
        return holdDirectory(held);
    TestDataDirectory test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_datadirectory.moc"

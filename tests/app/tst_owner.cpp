// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpcall.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace {

constexpr int Patience = 60'000; // of QTRY_*, for machines that are busy
constexpr int InUse = 4; // the exit code
const QByteArray Ready = "Create webhooks on ";

int numberFrom(const char *variable, int usual)
{
    const int wanted = qEnvironmentVariableIntValue(variable);
    return wanted > 0 ? wanted : usual;
}

/// One start of the program, which becomes the owner of a data directory or not.
class Start final
{
    Q_DISABLE_COPY_MOVE(Start)

public:
    Start(const QTemporaryDir &directory, bool hasWindow)
        : m_hasWindow(hasWindow)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"),
                           directory.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        m_process.setProcessEnvironment(environment);
        QStringList arguments{QStringLiteral("--port=0"), QStringLiteral("--bin-port=0"),
                              QStringLiteral("--heartbeat=off"), QStringLiteral("--data-dir"),
                              directory.filePath(QStringLiteral("data"))};
        if (!hasWindow)
            arguments.append(QStringLiteral("--headless"));
        QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
                         [this] { readError(); });
        m_process.start(qEnvironmentVariable("HOOKPOST_PROGRAM", QStringLiteral(HOOKPOST_PROGRAM)),
                        arguments);
    }
    ~Start()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool hasWindow() const { return m_hasWindow; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    void kill() { m_process.kill(); }
    bool waitForEnd() { return m_process.waitForFinished(Patience); }

    int end()
    {
        m_process.terminate();
        return waitForEnd() && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode()
                                                                              : -1;
    }

    /// Where webhooks are created, once it has told that, as only an owner does.
    QString url()
    {
        m_output += m_process.readAllStandardOutput();
        const qsizetype at = m_output.indexOf(Ready);
        const qsizetype end = m_output.indexOf('\n', at);
        if (at < 0 || end < 0)
            return {};
        return QString::fromUtf8(m_output.mid(at + Ready.size(), end - at - Ready.size()));
    }

    /// What is wrong with how it gave way to the owner; empty if nothing is. Where that one
    /// \a hasWindow, another start with a window may have shown it.
    QByteArray complaint(bool ownerHasWindow)
    {
        readError();
        const QByteArray words = m_words;
        if (m_process.exitStatus() != QProcess::NormalExit)
            return "it crashed: " + words;
        if (!url().isEmpty())
            return "it has owned the directory as well";
        if (m_process.exitCode() == 0 && m_hasWindow && ownerHasWindow)
            return {};
        if (m_process.exitCode() != InUse)
            return "its exit code is " + QByteArray::number(m_process.exitCode()) + ": " + words;
        return isRefused() ? QByteArray() : "it told no reason: " + words;
    }

private:
    bool isRefused() const { return m_words.contains("Another Hookpost"); }

    /// A box in a window tells it as well, and waits until it is closed.
    void readError()
    {
        m_words += m_process.readAllStandardError();
        if (m_hasWindow && isRefused() && !std::exchange(m_isDismissed, true))
            m_process.terminate();
    }

    const bool m_hasWindow;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_words; ///< of standard error
    bool m_isDismissed = false;
};

using Starts = std::vector<std::unique_ptr<Start>>;

void begin(Starts &starts, int count, const QTemporaryDir &directory, bool isMixed)
{
    for (int i = 0; i < count; ++i)
        starts.push_back(std::make_unique<Start>(directory, isMixed && i % 2 == 0));
}

/// The one that still runs, when it is the only one, and has told that it is ready.
Start *ownerAmong(const Starts &starts)
{
    const auto isRunning = [](const auto &start) { return start->isRunning(); };
    const auto found = std::find_if(starts.begin(), starts.end(), isRunning);
    if (std::count_if(starts.begin(), starts.end(), isRunning) != 1 || (*found)->url().isEmpty())
        return nullptr;
    return found->get();
}

bool isAccepted(const QString &webhooksUrl, const QByteArray &id)
{
    const QString url = webhooksUrl.chopped(QStringLiteral("/webhooks").size());
    const HttpAnswer answer = httpCall("POST", url + QStringLiteral("/events"),
                                       R"({"type": "a.b", "data": 1, "id": ")" + id + "\"}");
    return answer.status == 202;
}

bool isThere(const QString &webhooksUrl, const QByteArray &id)
{
    const QString url = webhooksUrl.chopped(QStringLiteral("/webhooks").size());
    return httpCall("GET", url + QStringLiteral("/events/") + QString::fromLatin1(id)).status
        == 200;
}

} // namespace

/// Of many programs that are started on one data directory, one owns it. 20 are started at once, or
/// as many as HOOKPOST_STARTS says, once or as often as HOOKPOST_ROUNDS says.
class TestOwner final : public QObject
{
    Q_OBJECT

private slots:
    void ofManyStartsOneOwnsTheDirectory_data();
    void ofManyStartsOneOwnsTheDirectory();
    void aKilledOwnerIsFollowedByOne_data();
    void aKilledOwnerIsFollowedByOne();

private:
    static void addKinds();

    const int m_count = numberFrom("HOOKPOST_STARTS", 20);
    const int m_rounds = numberFrom("HOOKPOST_ROUNDS", 1);
};

void TestOwner::addKinds()
{
    QTest::addColumn<bool>("isMixed");
    QTest::newRow("all of them headless") << false;
#ifdef HOOKPOST_GUI
    QTest::newRow("every other one with a window") << true;
#endif
}

void TestOwner::ofManyStartsOneOwnsTheDirectory_data()
{
    addKinds();
}

void TestOwner::ofManyStartsOneOwnsTheDirectory()
{
    QFETCH(const bool, isMixed);
    for (int round = 0; round < m_rounds; ++round) {
        const QTemporaryDir directory;
        Starts starts;
        begin(starts, m_count, directory, isMixed);
        Start *owner = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((owner = ownerAmong(starts)) != nullptr, Patience);
        for (const auto &start : starts) {
            if (start.get() != owner)
                QCOMPARE(start->complaint(owner->hasWindow()), QByteArray());
        }
        QCOMPARE(owner->end(), 0);
    }
}

void TestOwner::aKilledOwnerIsFollowedByOne_data()
{
    addKinds();
}

/// Some come just before the owner is killed, some at that moment, and some when it is gone.
void TestOwner::aKilledOwnerIsFollowedByOne()
{
    QFETCH(const bool, isMixed);
    const int count = std::max(m_count / 5, 2);
    const QTemporaryDir directory;
    Starts owners;
    begin(owners, 1, directory, isMixed);
    QTRY_VERIFY_WITH_TIMEOUT(ownerAmong(owners), Patience);
    for (int round = 0; round < m_rounds + 1; ++round) {
        Start &old = *owners.back();
        const QByteArray event = "round" + QByteArray::number(round);
        QVERIFY(isAccepted(old.url(), event));
        Starts starts;
        begin(starts, count, directory, isMixed);
        old.kill();
        begin(starts, count, directory, isMixed);
        QVERIFY(old.waitForEnd());
        begin(starts, count, directory, isMixed);
        Start *owner = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((owner = ownerAmong(starts)) != nullptr, Patience);
        const bool hasWindow = old.hasWindow() || owner->hasWindow();
        for (auto &start : starts) {
            if (start.get() != owner)
                QCOMPARE(start->complaint(hasWindow), QByteArray());
        }
        const auto place = std::find_if(starts.begin(), starts.end(), [owner](const auto &start) {
            return start.get() == owner;
        });
        owners.push_back(std::move(*place));
        QVERIFY(isThere(owners.back()->url(), event));
    }
    QCOMPARE(owners.back()->end(), 0);
}

QTEST_GUILESS_MAIN(TestOwner)
#include "tst_owner.moc"

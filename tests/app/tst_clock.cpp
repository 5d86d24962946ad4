// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicalls.h"
#include "tests/support/fakedclock.h"
#include "tests/support/testreceiver.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <functional>
#include <memory>

using namespace Core;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000; // of QTRY_*, for machines that are busy
constexpr int PatientOnes = 5;
constexpr const char *NoFaking = "this takes the package faketime";
constexpr Milliseconds TenYears = 24h * 3'652;

/// Which way a clock that has leapt is wrong: to an hour after the beginning of 1970.
Milliseconds toTheBeginning()
{
    return 1h - SystemClock().now().time_since_epoch();
}

using Paths = QList<QByteArray>;

/// Where \a requests went, in their order, but for those to \a other.
Paths pathsOf(const QList<ReceivedRequest> &requests, const QByteArray &other = {})
{
    Paths paths;
    for (const ReceivedRequest &request : requests) {
        if (request.target != other)
            paths.append(request.target);
    }
    return paths;
}

/// As signatures tell it.
Time inSeconds(Time time)
{
    return std::chrono::floor<std::chrono::seconds>(time);
}

Time sentAt(const ReceivedRequest &request)
{
    const qint64 stamp = headerValue(request.headers, "webhook-timestamp").toLongLong();
    return Time{std::chrono::seconds{stamp}};
}

QByteArray deliveryOf(const ReceivedRequest &request)
{
    return headerValue(request.headers, "Hookpost-Delivery");
}

Time startOf(const QJsonValue &attempt)
{
    return timeFromIso(attempt[u"startedAt"].toString()).value_or(Time());
}

QJsonArray listed(const Program &program, const QString &path)
{
    return show(program, path + QStringLiteral("?limit=1000"))[u"data"].toArray();
}

QJsonArray loggedAttempts(const Program &program)
{
    return listed(program, QStringLiteral("/attempts"));
}

QList<qint64> keysOf(const QJsonArray &attempts)
{
    QList<qint64> keys;
    for (const QJsonValue row : attempts)
        keys.append(row[u"id"].toString().section(u'_', 1).toLongLong());
    return keys;
}

qsizetype stateCount(const Program &program, QStringView state)
{
    const QJsonArray rows = listed(program, QStringLiteral("/deliveries"));
    return std::count_if(rows.begin(), rows.end(), [state](const QJsonValue &row) {
        return row[u"state"].toString() == state;
    });
}

qsizetype waitingCount(const Program &program)
{
    return stateCount(program, u"waiting");
}

/// What tells a POST from all others, and its row from all others.
using PostName = std::pair<QByteArray, int>;

QList<PostName> sorted(QList<PostName> names)
{
    std::sort(names.begin(), names.end());
    return names;
}

QList<PostName> namesOf(const QList<ReceivedRequest> &requests)
{
    QList<PostName> names;
    for (const ReceivedRequest &request : requests)
        names.append(
            {deliveryOf(request), headerValue(request.headers, "Hookpost-Attempt").toInt()});
    return sorted(names);
}

QList<PostName> namesOf(const QJsonArray &attempts)
{
    QList<PostName> names;
    for (const QJsonValue row : attempts)
        names.append({row[u"delivery"].toString().toLatin1(), row[u"number"].toInt()});
    return sorted(names);
}

/// How far an answer lets a delivery wait, as its list tells.
Milliseconds plannedPause(const QJsonObject &delivery)
{
    const auto due = timeFromIso(delivery[u"dueAt"].toString());
    const auto last = delivery[u"attempts"].toArray().last();
    return due.value_or(Time()) - startOf(last);
}

bool publishTo(const Program &program, const QByteArray &destination)
{
    return httpCall("POST", program.apiUrl(QStringLiteral("/events")),
                    R"({"type": "a.b", "data": 1, "destinations": [")" + destination + "\"]}")
               .status
        == 202;
}

} // namespace

/// What the real program does when the wall clock leaps, and when the whole program stands still.
class TestClock final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void pausesDoNotHeedTheWallClock_data();
    void pausesDoNotHeedTheWallClock();
    void aStartInThePastKeepsWaiting();
    void aLeapForgetsNoHistory();
    void aProgramThatStoodStillGoesOn();
    void aProgramThatSleptLongRushesNobody();
    void summerTimeShiftsNothing_data();
    void summerTimeShiftsNothing();

private:
    /// One destination at \a name of the receiver's, tried again after the pauses \a retry; \a more
    /// is further members, led by a comma.
    void addDestination(const QString &name, const QByteArray &retry, const QByteArray &more = {});
    void addPatientOnes(); ///< some that wait for an hour after a failure
    qsizetype countOf(const QByteArray &beginning) const; ///< of POSTs to such paths

    QList<ReceivedRequest> requestsTo(const QByteArray &path) const;

    std::unique_ptr<TestReceiver> m_receiver;
    std::unique_ptr<FakedClock> m_clock;
    std::unique_ptr<Program> m_program;
};

void TestClock::init()
{
    m_program = std::make_unique<Program>();
    m_receiver = std::make_unique<TestReceiver>();
    m_clock = std::make_unique<FakedClock>();
    QVERIFY(m_receiver->start());
    if (m_clock->isThere())
        m_program->setLauncher(m_clock->launcher());
}

/// In order: what is killed leaves behind the shared memory that faking takes.
void TestClock::cleanup()
{
    QCOMPARE(m_program->isRunning() ? m_program->terminate() : 0, 0);
}

void TestClock::addDestination(const QString &name, const QByteArray &retry, const QByteArray &more)
{
    const HttpAnswer answer = httpCall(
        "POST", m_program->apiUrl(QStringLiteral("/webhooks")),
        registration(name, m_receiver->url(u'/' + name), ", \"retry\": " + retry + more));
    QCOMPARE(answer.status, 201);
}

void TestClock::addPatientOnes()
{
    for (int i = 0; i < PatientOnes; ++i)
        addDestination(QStringLiteral("patient%1").arg(i), R"(["1h"])");
}

qsizetype TestClock::countOf(const QByteArray &beginning) const
{
    const Paths paths = pathsOf(m_receiver->requests());
    return std::count_if(paths.begin(), paths.end(), [&beginning](const QByteArray &path) {
        return path.startsWith(beginning);
    });
}

QList<ReceivedRequest> TestClock::requestsTo(const QByteArray &path) const
{
    QList<ReceivedRequest> requests = m_receiver->requests();
    requests.removeIf([&path](const ReceivedRequest &request) { return request.target != path; });
    return requests;
}

void TestClock::pausesDoNotHeedTheWallClock_data()
{
    QTest::addColumn<Milliseconds>("offset");
    QTest::newRow("back by an hour") << Milliseconds(-1h);
    QTest::newRow("ahead by ten years") << TenYears;
    QTest::newRow("back to 1970") << toTheBeginning();
}

void TestClock::pausesDoNotHeedTheWallClock()
{
    QFETCH(const Milliseconds, offset);
    if (!m_clock->isThere())
        QSKIP(NoFaking);
    m_receiver->setAnswer(Answer::status(503));
    m_receiver->setAnswer("/new", Answer::status(200));
    QVERIFY(m_program->start({NoHeartbeat}));
    const Time began = inSeconds(m_clock->now());
    addDestination(QStringLiteral("late"), R"(["9s"])");
    addPatientOnes();
    publish(*m_program, "1");
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), PatientOnes + 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(waitingCount(*m_program), PatientOnes + 1, Patience);
    const QJsonArray old = loggedAttempts(*m_program);
    for (const ReceivedRequest &request : m_receiver->requests())
        QVERIFY(sentAt(request) >= began && sentAt(request) <= m_clock->now());
    addDestination(QStringLiteral("soon"), R"(["2s", "1s"])");
    QVERIFY(publishTo(*m_program, "soon"));
    QTRY_VERIFY_WITH_TIMEOUT(countOf("/soon") > 0, Patience);

    QVERIFY(m_clock->set(offset));
    const Time leapt = inSeconds(m_clock->now());
    addDestination(QStringLiteral("new"), R"(["1h"])");
    QVERIFY(publishTo(*m_program, "new"));
    QTRY_COMPARE_WITH_TIMEOUT(countOf("/late"), 2, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(waitingCount(*m_program), PatientOnes, Patience);
    const QList<ReceivedRequest> sent = m_receiver->requests().sliced(old.size());
    QCOMPARE(pathsOf(sent, "/new"), Paths({"/soon", "/soon", "/soon", "/late"}));
    QCOMPARE(countOf("/new"), 1);
    for (const ReceivedRequest &request : sent) {
        if (request.target == "/new" || request.target == "/late")
            QVERIFY(sentAt(request) >= leapt && sentAt(request) <= m_clock->now());
    }

    const QJsonArray all = loggedAttempts(*m_program);
    QCOMPARE(all.size(), old.size() + sent.size());
    const QList<qint64> keys = keysOf(all);
    QVERIFY(std::is_sorted(keys.begin(), keys.end(), std::greater()));
    QCOMPARE(keys.last(old.size()), keysOf(old));
    QCOMPARE(all.first()[u"delivery"].toString().toLatin1(), deliveryOf(sent.last()));
    QCOMPARE(startOf(all.first()) < startOf(old.first()), offset < Milliseconds{0});
}

void TestClock::aStartInThePastKeepsWaiting()
{
    if (!m_clock->isThere())
        QSKIP(NoFaking);
    m_receiver->setAnswer(Answer::status(503));
    QVERIFY(m_program->start({NoHeartbeat}));
    addDestination(QStringLiteral("soon"), R"(["4s"])");
    addPatientOnes();
    publish(*m_program, "1");
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), PatientOnes + 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(waitingCount(*m_program), PatientOnes + 1, Patience);
    QCOMPARE(m_program->terminate(), 0);
    QVERIFY(m_clock->set(toTheBeginning()));
    QVERIFY(m_program->start({NoHeartbeat}));
    QTRY_COMPARE_WITH_TIMEOUT(waitingCount(*m_program), PatientOnes, Patience);
    QCOMPARE(countOf("/soon"), 2);
    QCOMPARE(countOf("/patient"), PatientOnes);
}

/// That history was looked through is seen by what there is too much of.
void TestClock::aLeapForgetsNoHistory()
{
    constexpr int Kept = 3;
    if (!m_clock->isThere())
        QSKIP(NoFaking);
    QVERIFY(m_program->start({NoHeartbeat}));
    addDestination(QStringLiteral("joe"), R"(["1h"])");
    for (int i = 0; i < 2 * Kept; ++i)
        publish(*m_program, "1");
    QTRY_COMPARE_WITH_TIMEOUT(stateCount(*m_program, u"delivered"), 2 * Kept, Patience);
    QCOMPARE(m_program->terminate(), 0);
    QVERIFY(m_clock->set(TenYears));
    const QString bound = QStringLiteral("--keep-attempts=%1").arg(Kept);
    QVERIFY(m_program->start({NoHeartbeat, bound}));
    QTRY_VERIFY_WITH_TIMEOUT(loggedAttempts(*m_program).size() <= Kept, Patience);
    QCOMPARE(loggedAttempts(*m_program).size(), Kept);
    // Nor does it when something is on record that was sent since.
    publish(*m_program, "1");
    QTRY_COMPARE_WITH_TIMEOUT(stateCount(*m_program, u"delivered"), Kept + 1, Patience);
    QCOMPARE(m_program->terminate(), 0);
    QVERIFY(m_program->start({NoHeartbeat, bound}));
    QTRY_VERIFY_WITH_TIMEOUT(loggedAttempts(*m_program).size() <= Kept, Patience);
    QCOMPARE(loggedAttempts(*m_program).size(), Kept);
}

void TestClock::aProgramThatStoodStillGoesOn()
{
    constexpr int Count = 10;
    m_receiver->enqueueAnswer(Answer::status(503));
    m_receiver->setAnswer(Answer::status(200).after(500ms));
    QVERIFY(m_program->start({NoHeartbeat}));
    addDestination(QStringLiteral("joe"), R"(["1s"])");
    for (int i = 0; i < Count; ++i)
        publish(*m_program, "1");
    QTRY_VERIFY_WITH_TIMEOUT(m_receiver->requests().size() > 1, Patience);
    const auto process = static_cast<pid_t>(m_program->processId());
    QCOMPARE(::kill(process, SIGSTOP), 0);
    QTimer::singleShot(3s, [process] { ::kill(process, SIGCONT); });
    // It is answered when the program goes on.
    QVERIFY(!publish(*m_program, "1").isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(stateCount(*m_program, u"delivered"), Count + 1, Patience);
    QCOMPARE(m_receiver->requests().size(), Count + 2);
    QCOMPARE(loggedAttempts(*m_program).size(), Count + 2);
    QSet<QByteArray> deliveries;
    for (const ReceivedRequest &request : m_receiver->requests())
        deliveries.insert(deliveryOf(request));
    QCOMPARE(deliveries.size(), Count + 1);
}

/// It sleeps for longer than its deadlines and pauses last, as with a laptop's lid.
void TestClock::aProgramThatSleptLongRushesNobody()
{
    constexpr int Count = 8;
    constexpr int Concurrency = 2;
    constexpr int Most = 3; // in a minute
    constexpr int Timeout = 3'000;
    constexpr Milliseconds Delay = 400ms; // of an answer
    // Some more than a machine that is busy needs until it sleeps.
    const QByteArray pauses = '[' + QByteArray(R"("1s",)").repeated(30).chopped(1) + ']';
    m_receiver->setAnswer("/slow", Answer::status(200).after(Delay));
    m_receiver->setAnswer("/down", Answer::status(503));
    QVERIFY(m_program->start({NoHeartbeat}));
    addDestination(QStringLiteral("slow"), pauses, R"(, "timeout": "3s", "concurrency": 2)");
    addDestination(QStringLiteral("few"), pauses, R"(, "timeout": "3s", "rateLimit": "3/m")");
    addDestination(QStringLiteral("down"), pauses, R"(, "timeout": "3s")");
    QElapsedTimer sinceFirst;
    sinceFirst.start();
    QVERIFY(publishTo(*m_program, "down"));
    for (int i = 0; i < Count; ++i)
        QVERIFY(publishTo(*m_program, "few") && publishTo(*m_program, "slow"));
    QTRY_VERIFY_WITH_TIMEOUT(countOf("/slow") > Concurrency && countOf("/down") > 0
                                 && countOf("/few") == Most
                                 && stateCount(*m_program, u"inFlight") > 0,
                             Patience);
    const auto process = static_cast<pid_t>(m_program->processId());
    QCOMPARE(::kill(process, SIGSTOP), 0);
    QTest::qWait(10'000);
    m_receiver->setAnswer("/down", Answer::status(200));
    QCOMPARE(::kill(process, SIGCONT), 0);
    QTRY_VERIFY_WITH_TIMEOUT(stateCount(*m_program, u"delivered") > Count + Most, Patience);
    QVERIFY(countOf("/few") <= Most * (1 + sinceFirst.elapsed() / 60'000));

    // What was answered meanwhile is read, and nothing is sent again that was.
    const QJsonArray rows = loggedAttempts(*m_program);
    QCOMPARE(namesOf(rows), namesOf(m_receiver->requests()));
    QSet<QString> delivered;
    int overslept = 0;
    for (const QJsonValue row : rows) {
        const int status = row[u"status"].toInt();
        overslept += row[u"durationMs"].toDouble() > Timeout ? 1 : 0;
        QVERIFY2(status != 0, qPrintable(row[u"error"].toString()));
        if (status == 200) {
            QVERIFY(!delivered.contains(row[u"delivery"].toString()));
            delivered.insert(row[u"delivery"].toString());
        }
    }
    QVERIFY(delivered.size() > Count + Most);
    QVERIFY2(overslept > 0, "nothing was on its way when it fell asleep");
    // Each but the first ones could leave only when one of the two before it had ended.
    const QList<ReceivedRequest> requests = requestsTo("/slow");
    for (qsizetype i = Concurrency; i < requests.size(); ++i)
        QVERIFY(requests.at(i).at - requests.at(i - Concurrency).at > Delay / 2);
}

void TestClock::summerTimeShiftsNothing_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("it begins") << QStringLiteral("2026-03-29T01:00:00Z") << QByteArray("+01:00")
                               << QByteArray("+02:00");
    QTest::newRow("it ends") << QStringLiteral("2026-10-25T01:00:00Z") << QByteArray("+02:00")
                             << QByteArray("+01:00");
}

/// The local clock leaps by an hour while the program runs; time goes on.
void TestClock::summerTimeShiftsNothing()
{
    constexpr Milliseconds FarOff = 30min; // an hour's leap would show as more
    QFETCH(const QString, change);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    if (!m_clock->isThere())
        QSKIP(NoFaking);
    m_program->setLauncher(m_clock->launcher() + QStringList{QStringLiteral("TZ=Europe/Berlin")});
    m_receiver->setAnswer("/down", Answer::status(503));
    const auto leap = timeFromIso(change);
    QVERIFY(leap);
    QVERIFY(m_clock->set(*leap - 1min - SystemClock().now()));
    QVERIFY(m_program->start({QStringLiteral("--heartbeat=1s")}));
    addDestination(QStringLiteral("joe"), "[]");
    addDestination(QStringLiteral("down"), R"(["1h"])", R"(, "heartbeat": "off")");
    QVERIFY(publishTo(*m_program, "down"));
    QTRY_VERIFY_WITH_TIMEOUT(countOf("/joe") > 2, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(waitingCount(*m_program), 1, Patience);
    QVERIFY(m_clock->set(*leap - 2s - SystemClock().now()));
    const auto told = [this](const QByteArray &offset) {
        const QList<ReceivedRequest> requests = requestsTo("/joe");
        return std::count_if(
            requests.begin(), requests.end(),
            [&offset](const ReceivedRequest &request) { return request.body.contains(offset); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(told(after) > 2, Patience);
    QVERIFY(told(before) > 2);
    QVERIFY(publishTo(*m_program, "down"));
    QTRY_COMPARE_WITH_TIMEOUT(waitingCount(*m_program), 2, Patience);

    const QList<ReceivedRequest> beats = requestsTo("/joe");
    for (qsizetype i = 1; i < beats.size(); ++i) {
        const Milliseconds distance = sentAt(beats.at(i)) - sentAt(beats.at(i - 1));
        QVERIFY(distance >= 0ms && distance < FarOff);
    }
    for (const QJsonValue row : listed(*m_program, QStringLiteral("/deliveries"))) {
        if (row[u"state"].toString() != u"waiting")
            continue;
        const QJsonObject delivery
            = show(*m_program, QStringLiteral("/deliveries/") + row[u"id"].toString());
        const Milliseconds pause = plannedPause(delivery);
        QVERIFY(pause > 1h - FarOff && pause < 1h + FarOff);
    }
    const QJsonArray rows = loggedAttempts(*m_program);
    const QList<qint64> keys = keysOf(rows);
    QVERIFY(std::is_sorted(keys.begin(), keys.end(), std::greater()));
    for (qsizetype i = 1; i < rows.size(); ++i)
        QVERIFY(startOf(rows.at(i)) <= startOf(rows.at(i - 1)) + 1s);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"

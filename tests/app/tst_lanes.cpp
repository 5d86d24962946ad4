// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/duration.h"
#include "tests/support/httpcall.h"
#include "tests/support/program.h"
#include "tests/support/testcertificate.h"
#include "tests/support/testreceiver.h"

#include <QJsonArray>
#include <QTest>

using namespace Core;

namespace {

constexpr int Patience = 30'000; // of QTRY_*, for machines that are busy
constexpr Milliseconds Second{1'000};
constexpr Milliseconds Blink{20}; // what this receiver looks up late, sharing a busy machine

/// The program with one destination, joe.
class Joe final
{
public:
    explicit Joe(const QString &url, const QByteArray &settings = {},
                 const QStringList &options = {})
        : m_options(QStringList{QStringLiteral("--heartbeat=off")} + options)
    {
        QVERIFY(m_program.start(m_options));
        const HttpAnswer answer = httpCall("POST", m_program.apiUrl(QStringLiteral("/webhooks")),
                                           "{\"name\": \"joe\", \"destination\": \"" + url.toUtf8()
                                               + '"' + settings + '}');
        QCOMPARE(answer.status, 201);
        m_id = answer.json().value(QStringLiteral("id")).toString();
    }

    void restart()
    {
        m_program.kill();
        QVERIFY(m_program.start(m_options));
    }

    /// Another destination, for whose receiver there is no limit.
    void addAnn(const QString &url, const QByteArray &settings = {})
    {
        const HttpAnswer answer = httpCall("POST", m_program.apiUrl(QStringLiteral("/webhooks")),
                                           "{\"name\": \"ann\", \"destination\": \"" + url.toUtf8()
                                               + '"' + settings + '}');
        QCOMPARE(answer.status, 201);
    }

    void publish(int count = 1)
    {
        for (int i = 0; i < count; ++i) {
            const HttpAnswer answer = httpCall("POST", m_program.apiUrl(QStringLiteral("/events")),
                                               "{\"type\": \"invoice.paid\", \"data\": 1}");
            QCOMPARE(answer.status, 202);
        }
    }

    /// Five that fail and three that wait then, where its receiver is down.
    void publishUntilSpared()
    {
        publish(8);
        QTRY_COMPARE_WITH_TIMEOUT(text("breaker"), QStringLiteral("open"), Patience);
    }

    QJsonObject get(const QString &below = {}) const
    {
        return httpCall("GET", m_program.apiUrl(QStringLiteral("/webhooks/") + m_id + below))
            .json();
    }

    QJsonObject change(const QByteArray &settings)
    {
        return httpCall("PATCH", m_program.apiUrl(QStringLiteral("/webhooks/") + m_id), settings)
            .json();
    }

    HttpAnswer post(const QString &below)
    {
        return httpCall("POST", m_program.apiUrl(QStringLiteral("/webhooks/") + m_id + below));
    }

    int resume() { return post(QStringLiteral("/resume")).status; }

    /// The oldest one.
    QJsonObject attempt(int number = 1) const
    {
        return httpCall("GET", m_program.apiUrl(QStringLiteral("/attempts/att_%1").arg(number)))
            .json();
    }

    /// How long the body of an answer took to come; none until it has.
    QJsonValue bodyTime(int number) const
    {
        return attempt(number).value(QStringLiteral("phases"))[QStringLiteral("receiveMs")];
    }

    Time startOf(int number) const
    {
        return timeFromIso(attempt(number).value(QStringLiteral("startedAt")).toString())
            .value_or(Time());
    }

    QString text(const char *member) const
    {
        return get().value(QLatin1StringView(member)).toString();
    }

private:
    const QStringList m_options;
    Program m_program;
    QString m_id;
};

} // namespace

/// How the real program treats receivers that ask for less, or are not well.
class TestLanes final : public QObject
{
    Q_OBJECT

private slots:
    void theRateLimitHoldsAtTheReceiver();
    void theRateLimitHoldsOverARestart();
    void aGoodOneKeepsItsPlaceOverARestart();
    void aVerdictOutlivesAKillBeforeItsBody();
    void orderWaitsForNoBody();
    void aReceiverThatIsDownIsSpared();
    void aReceiverThatIsDownIsSparedOverARestart();
    void everyAnswerTellsHowADestinationStands();
    void aPauseThatAReceiverAskedForCanBeEnded();
    void aDestinationIsMarkedUntilItIsMended();
    void theScheduleCanBeSeenBeforehand();
};

void TestLanes::theRateLimitHoldsAtTheReceiver()
{
    constexpr int PerSecond = 20;
    constexpr int Count = 4 * PerSecond;
    TestReceiver receiver;
    QVERIFY(receiver.start());
    Joe joe(receiver.url(), ", \"rateLimit\": \"20/s\"");
    joe.publish(Count);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), Count, Patience);
    for (qsizetype i = PerSecond; i < Count; ++i) {
        const Milliseconds span
            = receiver.requests().at(i).at - receiver.requests().at(i - PerSecond).at;
        QVERIFY2(span >= Second - Blink, qPrintable(toString(span)));
    }
}

void TestLanes::theRateLimitHoldsOverARestart()
{
    TestReceiver receiver;
    TestReceiver other;
    QVERIFY(receiver.start() && other.start());
    Joe joe(receiver.url(), ", \"rateLimit\": \"3/m\"");
    joe.addAnn(other.url());
    joe.publish(5);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 3, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(other.requests().size(), 5, Patience);
    joe.restart();
    joe.publish();
    // What was in flight goes again, so it may be more.
    QTRY_VERIFY_WITH_TIMEOUT(other.requests().size() >= 6, Patience);
    QCOMPARE(receiver.requests().size(), 3);
    QVERIFY(joe.get().value(QStringLiteral("waiting")).toInt() >= 3);
}

/// Twenty that hang wait for sixteen places.
void TestLanes::aGoodOneKeepsItsPlaceOverARestart()
{
    TestReceiver receiver;
    TestReceiver hanging;
    QVERIFY(receiver.start() && hanging.start());
    hanging.setAnswer(Answer::hang());
    Joe joe(receiver.url(), {}, {QStringLiteral("--max-in-flight=16")});
    joe.publish();
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 1, Patience);
    for (int i = 0; i < 20; ++i)
        joe.addAnn(hanging.url() + QStringLiteral("/%1").arg(i), ", \"timeout\": \"60s\"");
    joe.publish(2);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 3, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(hanging.requests().size(), 14, Patience);
    joe.restart();
    QTRY_COMPARE_WITH_TIMEOUT(hanging.requests().size(), 28, Patience);
    const qsizetype before = receiver.requests().size(); // some were on their way to the record
    joe.publish();
    QTRY_VERIFY_WITH_TIMEOUT(receiver.requests().size() > before, Patience);
    QCOMPARE(hanging.requests().size(), 28);
}

void TestLanes::aReceiverThatIsDownIsSparedOverARestart()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(503));
    Joe joe(receiver.url(), ", \"retry\": [], \"ordered\": true");
    joe.publishUntilSpared();
    QCOMPARE(receiver.requests().size(), 5);
    joe.restart();
    // One asks how the receiver is, and the others wait for longer than before.
    QTRY_COMPARE_WITH_TIMEOUT(joe.get().value(QStringLiteral("failuresInARow")).toInt(), 6,
                              Patience);
    QCOMPARE(receiver.requests().size(), 6);
    QCOMPARE(joe.text("breaker"), QStringLiteral("open"));
    const auto probeAt = timeFromIso(joe.text("nextProbeAt"));
    QVERIFY(probeAt && *probeAt > SystemClock().now() + Second);
    QCOMPARE(joe.get().value(QStringLiteral("waiting")).toInt(), 2);
}

/// The answer says 200 at once, and its body takes longer than anybody waits.
void TestLanes::aVerdictOutlivesAKillBeforeItsBody()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(
        Answer::raw("HTTP/1.1 200 OK\r\nServer: slow\r\nContent-Length: 9\r\n\r\nbo"));
    Joe joe(receiver.url());
    joe.publish();
    QTRY_COMPARE_WITH_TIMEOUT(joe.attempt().value(QStringLiteral("status")).toInt(), 200, Patience);
    joe.restart();
    receiver.setAnswer(Answer::status(200));
    joe.publish();
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 2, Patience);
    QVERIFY(headerValue(receiver.requests().at(0).headers, "webhook-id")
            != headerValue(receiver.requests().at(1).headers, "webhook-id"));
    const QJsonObject attempt = joe.attempt();
    QCOMPARE(attempt.value(QStringLiteral("outcome")).toString(), QStringLiteral("delivered"));
    const QJsonObject response = attempt.value(QStringLiteral("response")).toObject();
    QVERIFY(response.value(QStringLiteral("isCut")).toBool());
    QCOMPARE(response.value(QStringLiteral("headers")).toArray().size(), 2);
}

/// Each body would take two seconds.
void TestLanes::orderWaitsForNoBody()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbo"));
    Joe joe(receiver.url(), R"(, "ordered": true)");
    joe.publish(5);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 5, Patience);
    // One that began before half the body of the one ahead had come shows it; a busy machine may
    // hold up some.
    bool hasOvertaken = false;
    for (int i = 1; i < 5; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(joe.bodyTime(i).isDouble(), Patience);
        const double gap = static_cast<double>((joe.startOf(i + 1) - joe.startOf(i)).count());
        hasOvertaken = hasOvertaken || gap < joe.bodyTime(i).toDouble() / 2;
    }
    QVERIFY(hasOvertaken);
    QTRY_COMPARE_WITH_TIMEOUT(joe.attempt()
                                  .value(QStringLiteral("response"))
                                  .toObject()
                                  .value(QStringLiteral("size"))
                                  .toInt(),
                              2, Patience);
}

void TestLanes::aReceiverThatIsDownIsSpared()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(503));
    Joe joe(receiver.url(), ", \"retry\": [], \"ordered\": true");
    QCOMPARE(joe.text("breaker"), QStringLiteral("closed"));
    QVERIFY(joe.get().value(QStringLiteral("nextProbeAt")).isNull());
    joe.publish(8);
    QTRY_COMPARE_WITH_TIMEOUT(joe.text("breaker"), QStringLiteral("open"), Patience);
    QVERIFY(timeFromIso(joe.text("nextProbeAt")));
    QVERIFY(timeFromIso(joe.text("failingSince")));
    QCOMPARE(receiver.requests().size(), 5);
    QCOMPARE(joe.get().value(QStringLiteral("waiting")).toInt(), 3);
    receiver.setAnswer(Answer::status(200));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 8, Patience);
    QTRY_VERIFY(joe.get().value(QStringLiteral("failingSince")).isNull());
    QCOMPARE(joe.text("breaker"), QStringLiteral("closed"));
    const auto pause = receiver.requests().at(5).at - receiver.requests().at(4).at;
    QVERIFY2(pause >= Milliseconds{5'000}, "a probe goes after a pause");
}

void TestLanes::everyAnswerTellsHowADestinationStands()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.setAnswer(Answer::status(503));
    Joe joe(receiver.url(), ", \"retry\": [], \"ordered\": true");
    joe.publishUntilSpared();
    const QStringList members = joe.get().keys();
    const auto isWhole = [&members](const QJsonObject &answer) {
        return answer.keys() == members && answer.value(QStringLiteral("waiting")).toInt() == 3
            && answer.value(QStringLiteral("failuresInARow")).toInt() == 5
            && answer[QStringLiteral("lastAttempt")][QStringLiteral("status")].toInt() == 503;
    };
    const QJsonObject changed = joe.change(R"({"description": "down"})");
    QVERIFY(isWhole(changed));
    QCOMPARE(changed.value(QStringLiteral("breaker")).toString(), QStringLiteral("open"));
    QVERIFY(isWhole(joe.post(QStringLiteral("/pause")).json()));
    const QJsonObject resumed = joe.post(QStringLiteral("/resume")).json();
    QCOMPARE(resumed.keys(), members);
    QCOMPARE(resumed.value(QStringLiteral("state")).toString(), QStringLiteral("active"));
    QCOMPARE(resumed.value(QStringLiteral("breaker")).toString(), QStringLiteral("closed"));
}

void TestLanes::aPauseThatAReceiverAskedForCanBeEnded()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    receiver.enqueueAnswer(Answer::status(429, {}, {{"Retry-After", "3600"}}));
    Joe joe(receiver.url());
    QVERIFY(joe.get().value(QStringLiteral("heldUntil")).isNull());
    joe.publish();
    QTRY_VERIFY_WITH_TIMEOUT(timeFromIso(joe.text("heldUntil")), Patience);
    joe.publish();
    QCOMPARE(joe.get().value(QStringLiteral("waiting")).toInt(), 1);
    QCOMPARE(joe.resume(), 200);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 2, Patience);
    QVERIFY(joe.get().value(QStringLiteral("heldUntil")).isNull());
}

void TestLanes::aDestinationIsMarkedUntilItIsMended()
{
    TestReceiver receiver;
    receiver.useTls(TestCertificate::selfSigned("localhost").serverConfiguration());
    QVERIFY(receiver.start());
    Joe joe(receiver.url().replace(QStringLiteral("http:"), QStringLiteral("https:")));
    QVERIFY(joe.get().value(QStringLiteral("mark")).isNull());
    joe.publish();
    QTRY_VERIFY_WITH_TIMEOUT(joe.text("mark").startsWith(QStringLiteral("TLS failed")), Patience);
    QCOMPARE(joe.change("{\"description\": \"another\"}").value(QStringLiteral("mark")).toString(),
             joe.text("mark"));
    QVERIFY(joe.change("{\"verifyTls\": false}").value(QStringLiteral("mark")).isNull());
}

void TestLanes::theScheduleCanBeSeenBeforehand()
{
    const Joe joe(QStringLiteral("http://localhost:2/"), ", \"retry\": [\"10s\", \"1h\"]");
    const QJsonArray attempts
        = joe.get(QStringLiteral("/schedule")).value(QStringLiteral("data")).toArray();
    QCOMPARE(attempts.size(), 3);
    const auto moment = [&attempts](qsizetype index, const char *member) {
        return *timeFromIso(attempts.at(index)[QLatin1StringView(member)].toString());
    };
    const Time first = moment(0, "planned");
    QVERIFY(moment(0, "earliest") == first && moment(0, "latest") == first);
    QVERIFY(moment(1, "earliest") == first + std::chrono::seconds{8});
    QVERIFY(moment(1, "planned") == first + std::chrono::seconds{10});
    QVERIFY(moment(2, "latest") == first + std::chrono::seconds{12 + 4320});
    QCOMPARE(attempts.at(2)[QLatin1StringView("number")].toInt(), 3);
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"

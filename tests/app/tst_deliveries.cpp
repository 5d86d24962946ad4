// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicalls.h"
#include "tests/support/testreceiver.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <optional>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy

} // namespace

/// What becomes of a delivery, between the real program and a receiver that is told how to answer.
class TestDeliveries final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void triesServerErrorsAgainUntilDelivered();
    void doesNotTryRefusalsAgain();
    void oneSilentCloseIsOneAttempt();
    void deliversTheVeryBytes_data();
    void deliversTheVeryBytes();
    void theLargestEventIsDelivered();
    void aHangingDestinationDelaysNobody();
    void pausedDestinationsKeepWhatWaits();
    void removedDestinationsGetNothingMore();
    void endsCleanlyOnASignal();
    void endsCleanlyOnTwoSignals_data();
    void endsCleanlyOnTwoSignals();
    void outlivesATerminalUnderNohup();
    void doesNotEndLaterForWhoHangs();

private:
    std::optional<TestReceiver> m_receiver;
    std::optional<Program> m_program;
};

void TestDeliveries::init()
{
    m_receiver.emplace();
    QVERIFY(m_receiver->start());
    m_program.emplace();
    QVERIFY2(m_program->start({NoHeartbeat}), qPrintable(m_program->errorOutput()));
}

void TestDeliveries::cleanup()
{
    m_program.reset();
    m_receiver.reset();
}

void TestDeliveries::triesServerErrorsAgainUntilDelivered()
{
    for (int i = 0; i < 3; ++i)
        m_receiver->enqueueAnswer(Answer::status(500));
    registerDestination(*m_program, m_receiver->url(), R"(, "retry": ["1s","1s","1s"])");
    const QString delivery = firstDelivery(publish(*m_program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, delivery), QStringLiteral("delivered"),
                              Patience);
    QCOMPARE(m_receiver->requests().size(), 4);
    QSet<QByteArray> ids;
    QList<QByteArray> numbers;
    for (const ReceivedRequest &request : m_receiver->requests()) {
        ids.insert(headerValue(request.headers, "webhook-id"));
        numbers.append(headerValue(request.headers, "Hookpost-Attempt"));
    }
    QCOMPARE(ids.size(), 1);
    QCOMPARE(numbers, (QList<QByteArray>{"1", "2", "3", "4"}));
    const QJsonArray attempts = attemptsOf(*m_program, delivery);
    QCOMPARE(attempts.size(), 4);
    QCOMPARE(attempts.at(0)[QStringLiteral("status")].toInt(), 500);
    QCOMPARE(attempts.at(3)[QStringLiteral("status")].toInt(), 200);
}

void TestDeliveries::doesNotTryRefusalsAgain()
{
    m_receiver->setAnswer(Answer::status(404));
    registerDestination(*m_program, m_receiver->url(), R"(, "retry": ["1s"])");
    const QString delivery = firstDelivery(publish(*m_program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, delivery), QStringLiteral("failed"),
                              Patience);
    // Failed is an end: what would be tried again waits.
    QCOMPARE(attemptsOf(*m_program, delivery).size(), 1);
    QCOMPARE(m_receiver->requests().size(), 1);
}

void TestDeliveries::oneSilentCloseIsOneAttempt()
{
    m_receiver->setAnswer(Answer::close());
    registerDestination(*m_program, m_receiver->url(), R"(, "retry": ["1s","1s"])");
    const QString delivery = firstDelivery(publish(*m_program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, delivery), QStringLiteral("failed"),
                              Patience);
    const QJsonArray attempts = attemptsOf(*m_program, delivery);
    QCOMPARE(attempts.size(), 3);
    QCOMPARE(m_receiver->requests().size(), 3);
    // On a busy machine the end may come before anybody has looked at the connection.
    const QString error = attempts.at(0)[QStringLiteral("error")].toString();
    QVERIFY2(error == QStringLiteral("connection closed without an answer")
                 || error == QStringLiteral("connection ended, and how was not seen"),
             qPrintable(error));
}

void TestDeliveries::deliversTheVeryBytes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("big integers") << QByteArray("12345678901234567890123456789.10E+400");
    QTest::newRow("blanks and key order") << QByteArray("{ \"b\" :1,\t\"a\":  2 }");
    QTest::newRow("duplicate keys") << QByteArray(R"({"a":1,"a":2})");
    QTest::newRow("escapes") << QByteArray(R"("\u00e9\/\ud83d\ude00")");
}

void TestDeliveries::deliversTheVeryBytes()
{
    QFETCH(QByteArray, data);
    registerDestination(*m_program, m_receiver->url());
    const QString id = publish(*m_program, data).value(QStringLiteral("id")).toString();
    QVERIFY(!id.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 1, Patience);
    const QByteArray body = m_receiver->requests().first().body;
    QVERIFY2(body.endsWith(",\"data\":" + data + '}'), body.constData());
    QVERIFY(body.startsWith("{\"type\":\"invoice.paid\",\"timestamp\":\""));
    QCOMPARE(httpCall("GET", m_program->apiUrl(QStringLiteral("/events/%1/body").arg(id))).body,
             body);

    const QByteArray raw = QByteArray("\0\r\n\xff", 4) + data;
    const HttpAnswer answer
        = httpCall("POST", m_program->apiUrl(QStringLiteral("/events/raw.bytes")), raw,
                   {{"Content-Type", "application/x-thing; a=b"}});
    QCOMPARE(answer.status, 202);
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 2, Patience);
    QCOMPARE(m_receiver->requests().last().body, raw);
    QCOMPARE(headerValue(m_receiver->requests().last().headers, "Content-Type"),
             QByteArray("application/x-thing; a=b"));
}

void TestDeliveries::theLargestEventIsDelivered()
{
    constexpr qsizetype LargestBody = 1024 * 1024;
    registerDestination(*m_program, m_receiver->url());
    const QString url = m_program->apiUrl(QStringLiteral("/events/raw.bytes"));
    const HeaderList headers{{"Content-Type", "application/octet-stream"}};
    const QByteArray body = QByteArray("\0\x01\xfe\xff", 4).repeated(LargestBody / 4);
    QCOMPARE(httpCall("POST", url, body, headers).status, 202);
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 1, Patience);
    QVERIFY(m_receiver->requests().first().body == body);
    QCOMPARE(httpCall("POST", url, body + 'x', headers).status, 413);
}

void TestDeliveries::aHangingDestinationDelaysNobody()
{
    m_receiver->setAnswer("/hang", Answer::hang());
    registerDestination(*m_program, m_receiver->url(QStringLiteral("/hang")),
                        R"(, "timeout": "60s")");
    registerDestination(*m_program, m_receiver->url(QStringLiteral("/fine")));
    constexpr int Count = 20;
    for (int i = 0; i < Count; ++i)
        QVERIFY(!publish(*m_program, QByteArray::number(i)).isEmpty());
    const auto fine = [this] {
        const auto &requests = m_receiver->requests();
        return std::count_if(requests.begin(), requests.end(), [](const ReceivedRequest &request) {
            return request.target == "/fine";
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(fine(), Count, Patience);
    // Six hang, which is what one destination may have in flight.
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), Count + 6, Patience);
}

void TestDeliveries::pausedDestinationsKeepWhatWaits()
{
    const QString path
        = QStringLiteral("/webhooks/") + registerDestination(*m_program, m_receiver->url());
    QCOMPARE(httpCall("POST", m_program->apiUrl(path + QStringLiteral("/pause")),
                      "{\"reason\": \"maintenance\"}")
                 .json()
                 .value(QStringLiteral("pauseReason"))
                 .toString(),
             QStringLiteral("maintenance"));
    publish(*m_program, "1");
    QCOMPARE(show(*m_program, path).value(QStringLiteral("waiting")).toInt(), 1);
    QCOMPARE(m_program->terminate(), 0);
    QVERIFY(m_program->start({NoHeartbeat}));
    QCOMPARE(show(*m_program, path).value(QStringLiteral("state")).toString(),
             QStringLiteral("paused"));
    QCOMPARE(show(*m_program, path).value(QStringLiteral("waiting")).toInt(), 1);
    QCOMPARE(m_receiver->requests().size(), 0);
    httpCall("POST", m_program->apiUrl(path + QStringLiteral("/resume")));
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 1, Patience);
}

void TestDeliveries::removedDestinationsGetNothingMore()
{
    const QString path
        = QStringLiteral("/webhooks/") + registerDestination(*m_program, m_receiver->url());
    QCOMPARE(httpCall("DELETE", m_program->apiUrl(path)).status, 204);
    QCOMPARE(httpCall("GET", m_program->apiUrl(path)).status, 404);
    const QJsonObject published = publish(*m_program, "1");
    QCOMPARE(published.value(QStringLiteral("deliveries")).toArray().size(), 0);
}

void TestDeliveries::endsCleanlyOnTwoSignals_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("a terminal is closed") << SIGHUP << SIGTERM;
    // As timeout(1) sends two, which are of one kind, and would be one where they are that fast.
    QTest::newRow("to a process and to its group") << SIGTERM << SIGINT;
}

void TestDeliveries::endsCleanlyOnTwoSignals()
{
    QFETCH(const int, first);
    QFETCH(const int, second);
    m_receiver->setAnswer(Answer::status(200).after(Milliseconds{700}));
    registerDestination(*m_program, m_receiver->url());
    const QString delivery = firstDelivery(publish(*m_program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 1, Patience);
    QCOMPARE(m_program->endByTwo(first, second), 0);
    QVERIFY(m_program->start({NoHeartbeat}));
    QCOMPARE(deliveryState(*m_program, delivery), QStringLiteral("delivered"));
}

void TestDeliveries::outlivesATerminalUnderNohup()
{
    Program program;
    program.setLauncher({QStringLiteral("env"), QStringLiteral("--ignore-signal=HUP")});
    QVERIFY2(program.start({NoHeartbeat}), qPrintable(program.errorOutput()));
    QCOMPARE(::kill(static_cast<pid_t>(program.processId()), SIGHUP), 0);
    registerDestination(program, m_receiver->url());
    const QString delivery = firstDelivery(publish(program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(program, delivery), QStringLiteral("delivered"),
                              Patience);
    QCOMPARE(program.terminate(), 0);
}

void TestDeliveries::endsCleanlyOnASignal()
{
    m_receiver->setAnswer(Answer::status(200).after(Milliseconds{700}));
    registerDestination(*m_program, m_receiver->url());
    const QString delivery = firstDelivery(publish(*m_program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 1, Patience);
    QCOMPARE(m_program->terminate(), 0);
    // What was in flight was let finish, and is on record.
    QVERIFY(m_program->start({NoHeartbeat}));
    QCOMPARE(deliveryState(*m_program, delivery), QStringLiteral("delivered"));
    QCOMPARE(m_receiver->requests().size(), 1);
}

void TestDeliveries::doesNotEndLaterForWhoHangs()
{
    // Far longer than terminate() waits for the end.
    m_receiver->setAnswer(Answer::hang());
    registerDestination(*m_program, m_receiver->url(), R"(, "timeout": "60s")");
    const QString delivery = firstDelivery(publish(*m_program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 1, Patience);
    QCOMPARE(m_program->terminate(), 0);
    m_receiver->setAnswer(Answer::status(200));
    // What was broken off is told as such, and goes again.
    QVERIFY(m_program->start({NoHeartbeat}));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, delivery), QStringLiteral("delivered"),
                              Patience);
    const QJsonArray attempts
        = show(*m_program, QStringLiteral("/attempts")).value(QStringLiteral("data")).toArray();
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts.last()[u"outcome"].toString(), QStringLiteral("interrupted"));
    QCOMPARE(m_receiver->requests().size(), 2);
}

QTEST_GUILESS_MAIN(TestDeliveries)
#include "tst_deliveries.moc"

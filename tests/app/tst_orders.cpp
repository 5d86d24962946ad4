// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/support/apicalls.h"
#include "tests/support/testreceiver.h"

#include <QTest>
#include <QUrl>

#include <optional>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy
const HeaderList Lines{{"Content-Type", "application/x-ndjson"}};

} // namespace

/// What a person asks of the real program over HTTP about what was published.
class TestOrders final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aFailureIsSentAgainAsALinkedDelivery();
    void aSuccessIsSentAgainByForce();
    void whatWaitsCanBeCancelled();
    void whatFailedIsRecovered();
    void aRotationLetsBothSecretsSign();
    void aRotationLeadsToAnotherSignature();
    void allOfItIsPausedAndResumed();
    void manyEventsAreAcceptedAllOrNone();
    void manyEventsMayBeRepeated();
    void publishingMayBeRepeatedWhenWhoIsNamedHasGone();
    void bodiesThatAreNotReadAreRefused();
    void unknownThingsAreNotFound_data();
    void unknownThingsAreNotFound();

private:
    HttpAnswer call(const QString &path, const QByteArray &body = {},
                    const HeaderList &headers = {});
    QString failedDelivery(const QByteArray &data);

    std::optional<TestReceiver> m_receiver;
    std::optional<Program> m_program;
};

void TestOrders::init()
{
    m_receiver.emplace();
    QVERIFY(m_receiver->start());
    m_program.emplace();
    QVERIFY2(m_program->start({NoHeartbeat}), qPrintable(m_program->errorOutput()));
}

void TestOrders::cleanup()
{
    m_program.reset();
    m_receiver.reset();
}

HttpAnswer TestOrders::call(const QString &path, const QByteArray &body, const HeaderList &headers)
{
    return httpCall("POST", m_program->apiUrl(path), body, headers);
}

/// The delivery of a new event, after the receiver has refused it.
QString TestOrders::failedDelivery(const QByteArray &data)
{
    m_receiver->enqueueAnswer(Answer::status(404));
    const QString delivery = firstDelivery(publish(*m_program, data));
    const bool hasFailed = QTest::qWaitFor(
        [&] { return deliveryState(*m_program, delivery) == QLatin1StringView("failed"); },
        Patience);
    return hasFailed ? delivery : QString();
}

void TestOrders::aFailureIsSentAgainAsALinkedDelivery()
{
    registerDestination(*m_program, m_receiver->url());
    const QString failed = failedDelivery("1");
    QVERIFY(!failed.isEmpty());
    const HttpAnswer resent = call(QStringLiteral("/deliveries/%1/resend").arg(failed));
    QCOMPARE(resent.status, 202);
    const QJsonObject delivery = resent.json();
    QCOMPARE(delivery[QStringLiteral("resendOf")].toString(), failed);
    const QString id = delivery[QStringLiteral("id")].toString();
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, id), QStringLiteral("delivered"), Patience);
    QCOMPARE(deliveryState(*m_program, failed), QStringLiteral("failed"));
    QCOMPARE(m_receiver->requests().size(), 2);
    const HeaderList first = m_receiver->requests().first().headers;
    const HeaderList second = m_receiver->requests().last().headers;
    QCOMPARE(headerValue(second, "webhook-id"), headerValue(first, "webhook-id"));
    QCOMPARE(headerValue(second, "Hookpost-Delivery"), id.toLatin1());
    QCOMPARE(headerValue(second, "Hookpost-Attempt"), QByteArray("1"));
    QCOMPARE(m_receiver->requests().last().body, m_receiver->requests().first().body);
}

void TestOrders::aSuccessIsSentAgainByForce()
{
    registerDestination(*m_program, m_receiver->url());
    const QString delivery = firstDelivery(publish(*m_program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, delivery), QStringLiteral("delivered"),
                              Patience);
    const QString path = QStringLiteral("/deliveries/%1/resend").arg(delivery);
    const HttpAnswer refused = call(path);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.json()[QStringLiteral("field")].toString(), QStringLiteral("force"));
    QCOMPARE(call(path, "{\"force\": true}").status, 202);
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 2, Patience);
}

void TestOrders::whatWaitsCanBeCancelled()
{
    const QString joe
        = QStringLiteral("/webhooks/") + registerDestination(*m_program, m_receiver->url());
    call(joe + QStringLiteral("/pause"));
    const QString first = firstDelivery(publish(*m_program, "1"));
    const QString second = firstDelivery(publish(*m_program, "2"));
    QCOMPARE(show(*m_program, joe)[QStringLiteral("waiting")].toInt(), 2);
    const HttpAnswer cancelled = call(QStringLiteral("/deliveries/%1/cancel").arg(first));
    QCOMPARE(cancelled.status, 200);
    QCOMPARE(cancelled.json()[QStringLiteral("state")].toString(), QStringLiteral("cancelled"));
    QCOMPARE(show(*m_program, joe)[QStringLiteral("waiting")].toInt(), 1);
    QCOMPARE(call(QStringLiteral("/deliveries/%1/cancel").arg(first)).status, 409);
    call(joe + QStringLiteral("/resume"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, second), QStringLiteral("delivered"),
                              Patience);
    QCOMPARE(m_receiver->requests().size(), 1);
    QVERIFY(m_receiver->requests().first().body.endsWith(R"("data":2})"));
}

void TestOrders::whatFailedIsRecovered()
{
    const QString joe
        = QStringLiteral("/webhooks/") + registerDestination(*m_program, m_receiver->url());
    const QByteArray since = toIso(SystemClock().now()).toLatin1();
    for (const QByteArray data : {"1", "2", "3"})
        QVERIFY(!failedDelivery(data).isEmpty());
    const QString path = joe + QStringLiteral("/recover");
    const auto recover = [&](const QByteArray &moment, const QByteArray &more) {
        return call(path, "{\"since\": \"" + moment + '"' + more + '}');
    };
    const HttpAnswer dry = recover(since, ", \"dryRun\": true");
    QCOMPARE(dry.status, 200);
    QCOMPARE(dry.json()[QStringLiteral("count")].toInt(), 3);
    QCOMPARE(m_receiver->requests().size(), 3);
    const QByteArray tomorrow = toIso(SystemClock().now() + std::chrono::hours(24)).toLatin1();
    QCOMPARE(recover(tomorrow, {}).json()[QStringLiteral("count")].toInt(-1), 0);

    const HttpAnswer done = recover(since, {});
    QCOMPARE(done.status, 202);
    QCOMPARE(done.json()[QStringLiteral("count")].toInt(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 6, Patience);
    QCOMPARE(recover(since, {}).json()[QStringLiteral("count")].toInt(-1), 0);
    const HttpAnswer refused = call(path);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json()[QStringLiteral("field")].toString(), QStringLiteral("since"));
}

void TestOrders::aRotationLetsBothSecretsSign()
{
    const QString joe
        = QStringLiteral("/webhooks/") + registerDestination(*m_program, m_receiver->url());
    const QString old
        = show(*m_program, joe + QStringLiteral("/secret"))[QStringLiteral("secret")].toString();
    const HttpAnswer rotated = call(joe + QStringLiteral("/rotate-secret"));
    QCOMPARE(rotated.status, 200);
    const QString secret = rotated.json()[QStringLiteral("secret")].toString();
    QVERIFY(secret.startsWith(QLatin1StringView("whsec_")) && secret != old);
    QVERIFY(timeFromIso(rotated.json()[QStringLiteral("previousUntil")].toString())
            > SystemClock().now() + std::chrono::hours(23));
    QCOMPARE(show(*m_program, joe + QStringLiteral("/secret"))[QStringLiteral("secret")].toString(),
             secret);
    const auto signatureCount = [this] {
        const HeaderList &headers = m_receiver->requests().last().headers;
        return headerValue(headers, "webhook-signature").split(' ').size();
    };
    publish(*m_program, "1");
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 1, Patience);
    QCOMPARE(signatureCount(), 2);
    // After a restart as well.
    QCOMPARE(m_program->terminate(), 0);
    QVERIFY(m_program->start({NoHeartbeat}));
    publish(*m_program, "2");
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 2, Patience);
    QCOMPARE(signatureCount(), 2);
    const HttpAnswer atOnce = call(joe + QStringLiteral("/rotate-secret"), "{\"overlap\": \"0s\"}");
    QVERIFY(atOnce.json()[QStringLiteral("previousUntil")].isNull());
    publish(*m_program, "3");
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 3, Patience);
    QCOMPARE(signatureCount(), 1);
}

void TestOrders::aRotationLeadsToAnotherSignature()
{
    const QString joe
        = QStringLiteral("/webhooks/") + registerDestination(*m_program, m_receiver->url());
    const HttpAnswer rotated
        = call(joe + QStringLiteral("/rotate-secret"), "{\"signature\": \"standard-ed25519\"}");
    QCOMPARE(rotated.status, 200);
    QCOMPARE(rotated.json()[QStringLiteral("signature")].toString(),
             QStringLiteral("standard-ed25519"));
    QVERIFY(rotated.json()[QStringLiteral("publicKey")].toString().startsWith(u"whpk_"));
    QVERIFY(rotated.json()[QStringLiteral("previousUntil")].isNull());
    publish(*m_program, "1");
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 1, Patience);
    QVERIFY(
        headerValue(m_receiver->requests().last().headers, "webhook-signature").startsWith("v1a,"));
    // GitHub's field has room for one signature, so nothing signs along.
    const HttpAnswer alone
        = call(joe + QStringLiteral("/rotate-secret"), "{\"signature\": \"github\"}");
    QCOMPARE(alone.status, 200);
    QVERIFY(alone.json()[QStringLiteral("previousUntil")].isNull());
}

void TestOrders::allOfItIsPausedAndResumed()
{
    registerDestination(*m_program, m_receiver->url());
    const auto isDispatching = [this] {
        return show(*m_program, QStringLiteral("/healthz")).value(QStringLiteral("dispatching"));
    };
    QCOMPARE(isDispatching(), QJsonValue(true));
    const HttpAnswer paused = call(QStringLiteral("/dispatcher/pause"));
    QCOMPARE(paused.status, 200);
    QCOMPARE(paused.json().value(QStringLiteral("dispatching")), QJsonValue(false));
    QCOMPARE(isDispatching(), QJsonValue(false));
    publish(*m_program, "1");
    QCOMPARE(m_receiver->requests().size(), 0);
    QCOMPARE(call(QStringLiteral("/dispatcher/pause"), "{\"reason\": \"x\"}").status, 422);
    QCOMPARE(call(QStringLiteral("/dispatcher/resume")).json().value(QStringLiteral("dispatching")),
             QJsonValue(true));
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 1, Patience);
}

void TestOrders::manyEventsAreAcceptedAllOrNone()
{
    registerDestination(*m_program, m_receiver->url(), R"(, "ordered": true)");
    const QByteArray good = "{\"type\": \"a\", \"data\": 1}\n{\"type\": \"b\", \"data\": 2}\n";
    const HttpAnswer accepted = call(QStringLiteral("/events"), good, Lines);
    QCOMPARE(accepted.status, 202);
    QCOMPARE(accepted.json()[QStringLiteral("ids")].toArray().size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 2, Patience);
    QCOMPARE(headerValue(m_receiver->requests().first().headers, "webhook-id"),
             accepted.json()[QStringLiteral("ids")].toArray().first().toString().toLatin1());

    const HttpAnswer refused = call(QStringLiteral("/events"), good + "{\"type\": \"c\"}", Lines);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json()[QStringLiteral("field")].toString(), QStringLiteral("data"));
    QVERIFY(refused.json()[QStringLiteral("detail")].toString().startsWith(
        QLatin1StringView("Line 3: ")));
    const QJsonArray deliveries
        = show(*m_program, QStringLiteral("/deliveries"))[QStringLiteral("data")].toArray();
    QCOMPARE(deliveries.size(), 2);
}

void TestOrders::manyEventsMayBeRepeated()
{
    registerDestination(*m_program, m_receiver->url());
    HeaderList headers = Lines;
    headers.append(Header{"Idempotency-Key", "batch-1"});
    const QByteArray body = "{\"type\": \"a\", \"data\": 1}\n{\"type\": \"a\", \"data\": 1}\n";
    const HttpAnswer first = call(QStringLiteral("/events"), body, headers);
    QCOMPARE(first.status, 202);
    const HttpAnswer again = call(QStringLiteral("/events"), body, headers);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json(), first.json());
    QCOMPARE(call(QStringLiteral("/events"), body + body, headers).status, 409);
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 2, Patience);
}

void TestOrders::publishingMayBeRepeatedWhenWhoIsNamedHasGone()
{
    const QString joe = registerDestination(*m_program, m_receiver->url());
    const QByteArray named
        = R"({"type": "a", "data": 1, "destinations": [")" + joe.toLatin1() + R"("], "id": "one"})";
    const QByteArray line
        = R"({"type": "a", "data": 1, "destinations": [")" + joe.toLatin1() + R"("]})";
    HeaderList lines = Lines;
    lines.append(Header{"Idempotency-Key", "batch-1"});
    const HttpAnswer first = call(QStringLiteral("/events"), named);
    const HttpAnswer batch = call(QStringLiteral("/events"), line, lines);
    QCOMPARE(first.status, 202);
    QCOMPARE(batch.status, 202);
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->requests().size(), 2, Patience);
    QCOMPARE(httpCall("DELETE", m_program->apiUrl(QStringLiteral("/webhooks/") + joe)).status, 204);

    const HttpAnswer again = call(QStringLiteral("/events"), named);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json()[QStringLiteral("id")], first.json()[QStringLiteral("id")]);
    const HttpAnswer batchAgain = call(QStringLiteral("/events"), line, lines);
    QCOMPARE(batchAgain.status, 200);
    QCOMPARE(batchAgain.json(), batch.json());
    lines.last().value = "batch-2";
    for (const HeaderList &headers : {lines, Lines}) {
        const HttpAnswer unknown = call(QStringLiteral("/events"), line, headers);
        QCOMPARE(unknown.status, 422);
        QCOMPARE(unknown.json()[QStringLiteral("field")].toString(),
                 QStringLiteral("destinations"));
    }
}

void TestOrders::bodiesThatAreNotReadAreRefused()
{
    const QString joe
        = QStringLiteral("/webhooks/") + registerDestination(*m_program, m_receiver->url());
    for (const QString &verb : {QStringLiteral("/resume"), QStringLiteral("/test")}) {
        const HttpAnswer refused = call(joe + verb, "{\"type\": \"invoice.paid\"}");
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.json()[QStringLiteral("field")].toString(), QStringLiteral("type"));
        QCOMPARE(call(joe + verb, "{\"type\":").status, 400);
    }
    QCOMPARE(rawCall(m_program->apiUrl(),
                     "POST /events HTTP/1.1\r\nHost: localhost:"
                         + QByteArray::number(QUrl(m_program->apiUrl()).port())
                         + "\r\nContent-Type: application/json\r\nContent-Length: 21\r\n"
                           "Idempotency-Key: a\r\nIdempotency-Key: b\r\nConnection: close\r\n\r\n"
                           "{\"type\":\"a\",\"data\":1}")
                 .left(12),
             QByteArray("HTTP/1.1 422"));
    const HttpAnswer unset = call(QStringLiteral("/events"), R"({"type": "a", "data": 1})",
                                  {{"Content-Type", "application/json"}, {"Idempotency-Key", ""}});
    QCOMPARE(unset.status, 422);
    QCOMPARE(unset.json()[QStringLiteral("field")].toString(), QStringLiteral("Idempotency-Key"));
    QCOMPARE(m_receiver->requests().size(), 0);
}

void TestOrders::unknownThingsAreNotFound_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {"/deliveries/dlv_99/resend", "/deliveries/99/resend", "/deliveries/dlv_99/cancel",
          "/webhooks/dst_99/recover", "/webhooks/dst_99/rotate-secret"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestOrders::unknownThingsAreNotFound()
{
    QFETCH(QString, path);
    const HttpAnswer answer = call(path);
    QCOMPARE(answer.status, 404);
    QVERIFY(!answer.json()[QStringLiteral("detail")].toString().isEmpty());
    const HttpAnswer wrongMethod = httpCall("GET", m_program->apiUrl(path));
    QCOMPARE(wrongMethod.status, 405);
    QCOMPARE(headerValue(wrongMethod.headers, "Allow"), QByteArray("OPTIONS, POST"));
}

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_orders.moc"

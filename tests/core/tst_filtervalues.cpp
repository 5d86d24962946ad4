// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/trial.h"
#include "tests/support/storesuite.h"

using namespace Core;

/// What the records offer to somebody who types a filter.
class TestFilterValues final : public StoreSuite
{
    Q_OBJECT

private slots:
    void valuesAreCounted_data();
    void valuesAreCounted();
    void secretsAreNotOffered();
    void anEmptyLogOffersNothing();
    void trialsAreNotOffered();
    void onlyTheMostFrequentAreOffered();
    void closedRecordsTellAnError();

private:
    void fillLog();
    QString valuesOf(const FilterValuesQuestion &question);
};

/// Three attempts to joe and one to Zoë, a capture, and a destination that got nothing yet.
void TestFilterValues::fillLog()
{
    const Destination joe
        = m_fixture->addDestination(QStringLiteral("joe"), QStringLiteral("http://shop.example/a"));
    const Destination zoe = m_fixture->addDestination(QStringLiteral("Zoë"),
                                                      QStringLiteral("http://127.0.0.1:9/zoe"));
    m_fixture->addDestination(QStringLiteral("new"), QStringLiteral("http://new.example/"));
    const auto send = [this](const char *id, DestinationId target, const char *type, int status,
                             const QByteArray &body) {
        NewEvent event = makeEvent(QString::fromLatin1(id), {target}, body);
        event.event.type = QString::fromLatin1(type);
        const AcceptedEvent added = m_fixture->addEvent(event);
        const auto claimed
            = m_fixture->done<DeliveryClaimed>(ClaimDelivery{added.deliveries.first().id, at(1)});
        FinishAttempt finish
            = makeFinish(claimed.attempt, makeEnd(AttemptOutcome::Delivered, status),
                         DeliveryState::Delivered, at(1000));
        finish.transcript.requestHeaders = {{"X-Team", "payments"}};
        finish.transcript.responseHeaders = {{"Server", "nginx"}, {"x-team", "sales"}};
        m_fixture->done<AttemptFinished>(finish);
    };
    send("e1", joe.id, "invoice.paid", 200, R"({"data":{"amount":42,"a b":true}})");
    send("e2", joe.id, "invoice.paid", 503, R"({"data":{"amount":42}})");
    send("e3", joe.id, "invoice.void", 200, R"({"data":{"amount":"7"}})");
    send("e4", zoe.id, "order.made", 0, R"([1,2])");
    CaptureRecord record;
    record.capture.bin = QStringLiteral("demo");
    record.capture.method = "PUT";
    record.capture.status = 200;
    record.headers = {{"X-Team", "payments"}, {"Host", "localhost"}};
    record.body = "no JSON";
    record.capture.bodyBytes = record.body.size();
    m_fixture->done<CaptureAdded>(AddCapture{record});
}

QString TestFilterValues::valuesOf(const FilterValuesQuestion &question)
{
    QStringList values;
    for (const FilterValue &value : m_fixture->found(m_fixture->records().filterValues(question)))
        values.append(QStringLiteral("%1=%2").arg(value.text).arg(value.count));
    return values.join(u' ');
}

void TestFilterValues::valuesAreCounted_data()
{
    QTest::addColumn<FilterKey>("key");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("asksNames");
    QTest::addColumn<QString>("values");
    const auto row = [](const char *name, FilterKey key, const char *path, bool asksNames,
                        const char *values) {
        QTest::newRow(name) << key << QString::fromLatin1(path) << asksNames
                            << QString::fromUtf8(values);
    };
    row("statuses, also of the bin", FilterKey::Status, "", false, "200=3 503=1");
    row("destinations, also a new one", FilterKey::DestinationName, "", false, "joe=3 Zoë=1 new=0");
    row("event types", FilterKey::EventType, "", false,
        "invoice.paid=2 invoice.void=1 order.made=1");
    row("hosts", FilterKey::Url, "", false, "shop.example=3 127.0.0.1:9=1");
    row("bins", FilterKey::Bin, "", false, "demo=1");
    row("methods", FilterKey::Method, "", false, "PUT=1");
    row("names of headers", FilterKey::HeaderField, "", true, "x-team=9 server=4 host=1");
    row("values of a header", FilterKey::HeaderField, "X-TEAM", false, "sales=4 payments=1");
    row("names in JSON", FilterKey::JsonValue, "", true, "data=3 0=1");
    row("names further in", FilterKey::JsonValue, "data", true, "amount=3 a b=1");
    row("values in JSON", FilterKey::JsonValue, "data amount", false, "42=2 7=1");
    row("what holds others is no value", FilterKey::JsonValue, "data", false, "");
    row("what is measured has none", FilterKey::Duration, "", false, "");
}

void TestFilterValues::valuesAreCounted()
{
    fillLog();
    QFETCH(FilterKey, key);
    QFETCH(QString, path);
    QFETCH(bool, asksNames);
    QTEST(valuesOf({0, key, path.split(u' ', Qt::SkipEmptyParts), asksNames}), "values");
}

/// The values of fields that are masked; their names are.
void TestFilterValues::secretsAreNotOffered()
{
    fillLog();
    const auto capture = [this](DeliveryId delivery) {
        CaptureRecord record;
        record.capture.bin = QStringLiteral("demo");
        record.capture.method = "POST";
        record.capture.delivery = delivery;
        record.headers = {{"Authorization", "Bearer hunter2"}, {"X-Key", "k3y"}};
        m_fixture->done<CaptureAdded>(AddCapture{record});
    };
    const auto offered = [this](const char *name) {
        return valuesOf({0, FilterKey::HeaderField, {QString::fromLatin1(name)}, false});
    };
    capture(DeliveryId{1});
    QCOMPARE(offered("x-key"), QString()); // A destination brought it along.
    capture({});
    QCOMPARE(offered("x-key"), QStringLiteral("k3y=1"));
    QCOMPARE(offered("authorization"), QString());
    QVERIFY(valuesOf({0, FilterKey::HeaderField, {}, true})
                .contains(QStringLiteral("authorization=2")));
}

void TestFilterValues::anEmptyLogOffersNothing()
{
    for (const FilterKey key : filterKeys())
        QCOMPARE(valuesOf({0, key, {QStringLiteral("a")}, false}), QString());
}

/// Nobody has named a destination so: it was registered for a test, while it lasts and after it.
void TestFilterValues::trialsAreNotOffered()
{
    Registration trial = makeRegistration(QStringLiteral("joe (trial)"),
                                          QStringLiteral("http://shop.example/joe"));
    trial.destination.events = {QString(TrialSubscription)};
    const DestinationId id = m_fixture->done<DestinationAdded>(AddDestination{trial, false, at(0)})
                                 .registration.destination.id;
    m_fixture->addDestination(QStringLiteral("joe"), QStringLiteral("http://shop.example/joe"));
    const auto offered = [this] { return valuesOf({0, FilterKey::DestinationName, {}, false}); };
    QCOMPARE(offered(), QStringLiteral("joe=0"));
    const AcceptedEvent added = m_fixture->addEvent(makeEvent(QStringLiteral("e1"), {id}));
    const auto claimed
        = m_fixture->done<DeliveryClaimed>(ClaimDelivery{added.deliveries.first().id, at(1)});
    m_fixture->done<AttemptFinished>(makeFinish(claimed.attempt,
                                                makeEnd(AttemptOutcome::Delivered, 200),
                                                DeliveryState::Delivered, at(1000)));
    m_fixture->done<DestinationRemoved>(RemoveDestination{id, at(2000)});
    QCOMPARE(offered(), QStringLiteral("joe=0"));
}

void TestFilterValues::onlyTheMostFrequentAreOffered()
{
    FilterValueCounts counts;
    for (int i = 0; i < 1000; ++i)
        counts.insert(QString::number(i), i);
    const QList<FilterValue> values = mostFrequent(counts);
    QCOMPARE(values.size(), 50);
    QCOMPARE(values.first().text, QStringLiteral("999"));
}

void TestFilterValues::closedRecordsTellAnError()
{
    m_fixture->records().close();
    QCOMPARE(m_fixture->records().filterValues({}).error().code, ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestFilterValues)
#include "tst_filtervalues.moc"

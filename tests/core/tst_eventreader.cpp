// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/eventreader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Core;

namespace {

constexpr Time Now{Milliseconds{1'767'225'600'000}};

Directory makeDirectory()
{
    Directory directory;
    const auto add = [&directory](qint64 id, const QString &name, const QStringList &events) {
        Registration registration;
        registration.destination.id = DestinationId{id};
        registration.destination.name = name;
        registration.destination.url = QStringLiteral("http://localhost:2/");
        registration.destination.events = events;
        directory.put(registration);
    };
    add(1, QStringLiteral("joe"), {QStringLiteral("*")});
    add(2, QStringLiteral("ann"), {QStringLiteral("user.*")});
    add(3, QStringLiteral("joe"), {QStringLiteral("user.*")});
    return directory;
}

QList<qint64> ids(const Result<NewEvent> &event)
{
    QList<qint64> ids;
    for (const DestinationId id : event->audience.ids)
        ids.append(id.value);
    return ids;
}

} // namespace

class TestEventReader final : public QObject
{
    Q_OBJECT

private slots:
    void eventsGoToWhoSubscribed();
    void eventsGoToWhoIsNamed();
    void theEnvelopeHoldsTheVeryData();
    void faultyEventsAreRefused_data();
    void faultyEventsAreRefused();
    void repetitionsHaveTheSameDigest();
    void linesAreEvents();
    void aLineMayComeAgain();
    void aFaultyLineIsNamed_data();
    void aFaultyLineIsNamed();
    void whatOneTransactionHoldsIsBounded();
};

void TestEventReader::eventsGoToWhoSubscribed()
{
    const Directory directory = makeDirectory();
    const auto json = readEvent("{\"type\":\"user.new\",\"data\":1}", directory, Now);
    QVERIFY(json->audience.isSubscribers);
    QCOMPARE(json->audience.likelySize, 3);
    const auto raw = readRawEvent(QStringLiteral("invoice"), "a/b", "1", directory, Now);
    QVERIFY(raw->audience.isSubscribers);
    QCOMPARE(raw->audience.likelySize, 1);
}

void TestEventReader::eventsGoToWhoIsNamed()
{
    const Directory directory = makeDirectory();
    const auto named = [&directory](const QByteArray &list) {
        return readEvent("{\"type\":\"invoice\",\"data\":1,\"destinations\":" + list + '}',
                         directory, Now);
    };
    const auto both = named("[\"dst_2\",\"joe\"]");
    QVERIFY(!both->audience.isSubscribers);
    QCOMPARE(ids(both), (QList<qint64>{2}));
    QCOMPARE(both->audience.names, (QStringList{QStringLiteral("joe")}));
    QCOMPARE(both->audience.likelySize, 3);
    // Whether it is an event that was accepted before, the store knows alone.
    for (const QByteArray unknown : {"[\"nobody\"]", "[\"dst_9\",\"joe\"]"})
        QCOMPARE(named(unknown)->audience.refusal->field, QStringLiteral("destinations"));
    for (const QByteArray wrong : {"[]", "\"joe\"", "[1]"}) {
        const auto refused = named(wrong);
        QVERIFY2(!refused.has_value(), wrong.constData());
        QCOMPARE(refused.error().field, QStringLiteral("destinations"));
    }
    QVERIFY(named("[1]").error().hint.contains(QStringLiteral("string")));
}

void TestEventReader::theEnvelopeHoldsTheVeryData()
{
    const QByteArray data = "{ \"n\": 1.0e+99,\"n\":12345678901234567890, \"s\":\"\xc3\xa9\" }";
    const auto event = readEvent("{\"data\": " + data + " ,\"type\":\"a.b\",\"id\":\"my-id_1\"}",
                                 makeDirectory(), Now);
    QVERIFY2(event.has_value(), event ? "" : qPrintable(event.error().sentence));
    QCOMPARE(event->event.id.text, QStringLiteral("my-id_1"));
    QCOMPARE(event->event.contentType, QByteArray("application/json"));
    QCOMPARE(event->event.body,
             "{\"type\":\"a.b\",\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"data\":" + data + '}');
    QCOMPARE(event->event.bodyBytes, event->event.body.size());
}

void TestEventReader::faultyEventsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto field = [](const char *name) { return QString::fromLatin1(name); };
    QTest::newRow("no type") << QByteArray("{\"data\":1}") << field("type");
    QTest::newRow("no data") << QByteArray("{\"type\":\"a\"}") << field("data");
    QTest::newRow("a type with a blank")
        << QByteArray("{\"type\":\"a b\",\"data\":1}") << field("type");
    QTest::newRow("a type with an empty part")
        << QByteArray("{\"type\":\"a..b\",\"data\":1}") << field("type");
    QTest::newRow("a type that would break the envelope")
        << QByteArray("{\"type\":\"a\\\"b\",\"data\":1}") << field("type");
    QTest::newRow("a type that is a number")
        << QByteArray("{\"type\":1,\"data\":1}") << field("type");
    QTest::newRow("a type that is not UTF-8")
        << QByteArray("{\"type\":\"\xff\",\"data\":1}") << field("type");
    QTest::newRow("data that is not UTF-8")
        << QByteArray("{\"type\":\"a\",\"data\":[\"\xff\"]}") << field("data");
    QTest::newRow("an id with a full stop")
        << QByteArray("{\"type\":\"a\",\"data\":1,\"id\":\"a.b\"}") << field("id");
    QTest::newRow("an empty id") << QByteArray("{\"type\":\"a\",\"data\":1,\"id\":\"\"}")
                                 << field("id");
    QTest::newRow("an unknown member")
        << QByteArray("{\"type\":\"a\",\"data\":1,\"dat\":2}") << field("dat");
    QTest::newRow("a member twice")
        << QByteArray("{\"type\":\"a\",\"data\":1,\"data\":2}") << field("data");
    QTest::newRow("data that does not end")
        << QByteArray("{\"type\":\"a\",\"data\":{\"x\":1}") << QString();
}

void TestEventReader::faultyEventsAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const auto event = readEvent(body, makeDirectory(), Now);
    QVERIFY(!event.has_value());
    QCOMPARE(event.error().field, field);
}

void TestEventReader::repetitionsHaveTheSameDigest()
{
    const Directory directory = makeDirectory();
    const QByteArray body = "{\"type\":\"a\",\"data\":1,\"id\":\"x\"}";
    const auto first = readEvent(body, directory, Now);
    const auto again = readEvent(body, directory, Now + Milliseconds{5000});
    const auto other = readEvent("{\"type\":\"a\",\"data\":2,\"id\":\"x\"}", directory, Now);
    QCOMPARE(first->digest, again->digest);
    QVERIFY(first->digest != other->digest);
    const auto raw = readRawEvent(QStringLiteral("a"), "a/b", "1", directory, Now);
    const auto otherType = readRawEvent(QStringLiteral("a"), "a/c", "1", directory, Now);
    QVERIFY(raw->digest != otherType->digest);
}

void TestEventReader::linesAreEvents()
{
    const QByteArray first = R"({"type":"user.new","data":{"a": 1.0},"id":"one"})";
    const QByteArray second = R"({"type":"invoice","data":"\n","destinations":["ann"]})";
    const Directory directory = makeDirectory();
    for (const QByteArray &body : {first + '\n' + second, first + "\r\n\r\n" + second + "\r\n",
                                   "\n" + first + "\n \n" + second + "\n"}) {
        const auto events = readEvents(body, directory, Now);
        QVERIFY2(events.has_value(), events ? "" : qPrintable(events.error().sentence));
        QCOMPARE(events->size(), 2);
        QCOMPARE(events->first().event.id.text, QStringLiteral("one"));
        QVERIFY(events->first().event.body.endsWith(R"("data":{"a": 1.0}})"));
        QCOMPARE(events->last().audience.names, (QStringList{QStringLiteral("ann")}));
        // A line says the same as the body of a request of its own.
        QCOMPARE(events->first().digest, readEvent(first, directory, Now)->digest);
    }
}

void TestEventReader::aLineMayComeAgain()
{
    const QByteArray line = R"({"type":"a","data":1,"id":"x1"})"
                            "\n";
    const auto events = readEvents(line + line, Directory(), Now);
    QVERIFY(events.has_value());
    QCOMPARE(events->size(), 2);
}

void TestEventReader::aFaultyLineIsNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("beginning");
    const QByteArray good = R"({"type":"a","data":1})"
                            "\n";
    QTest::newRow("the second has no data")
        << good + R"({"type":"a"})" << QStringLiteral("data") << QStringLiteral("Line 2: ");
    QTest::newRow("the first is no JSON")
        << "{\n" + good << QString() << QStringLiteral("Line 1: ");
    QTest::newRow("the second is not UTF-8")
        << good + "{\"type\":\"a\",\"data\":\"\xff\"}" << QStringLiteral("data")
        << QStringLiteral("Line 2: ");
    QTest::newRow("empty lines count") << "\n\n" + good + R"({"type":"a","data":1,"x":1})"
                                       << QStringLiteral("x") << QStringLiteral("Line 4: ");
    QTest::newRow("two on one line")
        << good.trimmed() + good << QString() << QStringLiteral("Line 1: ");
    QTest::newRow("an id of another event")
        << QByteArray(R"({"type":"a","data":1,"id":"x1"})"
                      "\n\n"
                      R"({"type":"a","data":2,"id":"x1"})")
        << QStringLiteral("id")
        << QStringLiteral("Line 3: The id x1 stands for another event in line 1.");
    QTest::newRow("none") << QByteArray("\n \r\n") << QString()
                          << QStringLiteral("The body holds no event.");
    QTest::newRow("too many") << good.repeated(10'001) << QString()
                              << QStringLiteral("The body holds more than 10,000");
}

void TestEventReader::aFaultyLineIsNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    QFETCH(QString, beginning);
    const auto events = readEvents(body, makeDirectory(), Now);
    QVERIFY(!events.has_value());
    QCOMPARE(events.error().field, field);
    QVERIFY2(events.error().sentence.startsWith(beginning), qPrintable(events.error().sentence));
}

void TestEventReader::whatOneTransactionHoldsIsBounded()
{
    Directory directory;
    for (qint64 id = 1; id <= 101; ++id) {
        Registration registration;
        registration.destination.id = DestinationId{id};
        registration.destination.events = {QStringLiteral("a")};
        directory.put(registration);
    }
    const QByteArray line = R"({"type":"a","data":1})"
                            "\n";
    QCOMPARE(readEvents(line.repeated(990), directory, Now)->size(), 990);
    const auto refused = readEvents(line.repeated(991), directory, Now);
    QVERIFY(!refused.has_value());
    QVERIFY(!refused.error().hint.isEmpty());
}

QTEST_GUILESS_MAIN(TestEventReader)
#include "tst_eventreader.moc"

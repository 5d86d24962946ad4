// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/requestreader.h"

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
        registration.destination.url = QStringLiteral("http://localhost:9/");
        registration.destination.events = events;
        directory.put(registration);
    };
    add(1, QStringLiteral("joe"), {QStringLiteral("*")});
    add(2, QStringLiteral("ann"), {QStringLiteral("user.*")});
    add(3, QStringLiteral("joe"), {QStringLiteral("user.*")});
    return directory;
}

QList<qint64> targets(const Result<NewEvent> &event)
{
    QList<qint64> ids;
    for (const DestinationId id : event->targets)
        ids.append(id.value);
    return ids;
}

} // namespace

class TestRequestReader final : public QObject
{
    Q_OBJECT

private slots:
    void aRegistrationBringsItsSettings();
    void aSecretIsMadeOrTaken();
    void aChangeTouchesWhatItNames();
    void aChangeOfSignatureMustFitTheSecret();
    void eventsGoToWhoSubscribed();
    void eventsGoToWhoIsNamed();
    void theEnvelopeHoldsTheVeryData();
    void faultyEventsAreRefused_data();
    void faultyEventsAreRefused();
    void repetitionsHaveTheSameDigest();
    void pauseReasonsAreOptional();
};

void TestRequestReader::aRegistrationBringsItsSettings()
{
    const auto add
        = readRegistration("{\"name\":\"joe\",\"destination\":\"http://localhost:9/\","
                           "\"events\":[\"user.*\"],\"replace\":true,\"timeout\":\"3s\"}",
                           Now);
    QVERIFY2(add.has_value(), add ? "" : qPrintable(add.error().sentence));
    QVERIFY(add->replacesNamesakes);
    QCOMPARE(add->registration.destination.name, QStringLiteral("joe"));
    QCOMPARE(add->registration.destination.events, QStringList{QStringLiteral("user.*")});
    QVERIFY(add->registration.destination.timeout == Milliseconds{3000});
    QVERIFY(add->registration.destination.createdAt == Now);
}

void TestRequestReader::aSecretIsMadeOrTaken()
{
    const QByteArray beginning = "{\"name\":\"joe\",\"destination\":\"http://localhost:9/\"";
    const auto made = readRegistration(beginning + '}', Now);
    QVERIFY(made.has_value());
    QVERIFY(made->registration.secrets.current.startsWith("whsec_"));
    const QByteArray own = "whsec_" + QByteArray(32, 'k').toBase64();
    const auto taken = readRegistration(beginning + ",\"secret\":\"" + own + "\"}", Now);
    QVERIFY(taken.has_value());
    QCOMPARE(taken->registration.secrets.current, own);
    const auto empty = readRegistration(beginning + ",\"secret\":\"\"}", Now);
    QVERIFY(!empty.has_value());
    QCOMPARE(empty.error().field, QStringLiteral("secret"));
}

void TestRequestReader::aChangeTouchesWhatItNames()
{
    const Directory directory = makeDirectory();
    const Registration &ann = directory.find(DestinationId{2})->registration;
    const auto changed = readDestinationChange("{\"name\":\"anna\",\"timeout\":\"3s\"}", ann);
    QVERIFY(changed.has_value());
    Destination expected = ann.destination;
    expected.name = QStringLiteral("anna");
    expected.timeout = Milliseconds{3000};
    QVERIFY(*changed == expected);
    QVERIFY(!readDestinationChange("{\"state\":\"paused\"}", ann));
}

void TestRequestReader::aChangeOfSignatureMustFitTheSecret()
{
    const auto add
        = readRegistration("{\"name\":\"joe\",\"destination\":\"http://localhost:9/\"}", Now);
    QVERIFY(readDestinationChange("{\"signature\":\"github\"}", add->registration).has_value());
    const auto unfit
        = readDestinationChange("{\"signature\":\"standard-ed25519\"}", add->registration);
    QVERIFY(!unfit.has_value());
    QCOMPARE(unfit.error().field, QStringLiteral("signature"));
}

void TestRequestReader::eventsGoToWhoSubscribed()
{
    const Directory directory = makeDirectory();
    QCOMPARE(targets(readEvent("{\"type\":\"user.new\",\"data\":1}", directory, Now)),
             (QList<qint64>{1, 2, 3}));
    QCOMPARE(targets(readEvent("{\"type\":\"invoice\",\"data\":1}", directory, Now)),
             (QList<qint64>{1}));
}

void TestRequestReader::eventsGoToWhoIsNamed()
{
    const Directory directory = makeDirectory();
    const auto named = [&directory](const QByteArray &list) {
        return readEvent("{\"type\":\"invoice\",\"data\":1,\"destinations\":" + list + '}',
                         directory, Now);
    };
    QCOMPARE(targets(named("[\"joe\"]")), (QList<qint64>{1, 3}));
    QCOMPARE(targets(named("[\"dst_2\",\"joe\"]")), (QList<qint64>{2, 1, 3}));
    for (const QByteArray wrong : {"[\"nobody\"]", "[\"dst_9\"]", "[]", "\"joe\"", "[1]"}) {
        const auto refused = named(wrong);
        QVERIFY2(!refused.has_value(), wrong.constData());
        QCOMPARE(refused.error().field, QStringLiteral("destinations"));
    }
}

void TestRequestReader::theEnvelopeHoldsTheVeryData()
{
    const QByteArray data = "{ \"n\": 1.0e+99,\"n\":12345678901234567890, \"s\":\"\xff\" }";
    const auto event = readEvent("{\"data\": " + data + " ,\"type\":\"a.b\",\"id\":\"my-id_1\"}",
                                 makeDirectory(), Now);
    QVERIFY2(event.has_value(), event ? "" : qPrintable(event.error().sentence));
    QCOMPARE(event->event.id.text, QStringLiteral("my-id_1"));
    QCOMPARE(event->event.contentType, QByteArray("application/json"));
    QCOMPARE(event->event.body,
             "{\"type\":\"a.b\",\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"data\":" + data + '}');
    QCOMPARE(event->event.bodyBytes, event->event.body.size());
}

void TestRequestReader::faultyEventsAreRefused_data()
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
    QTest::newRow("an id with a full stop")
        << QByteArray("{\"type\":\"a\",\"data\":1,\"id\":\"a.b\"}") << field("id");
    QTest::newRow("an empty id") << QByteArray("{\"type\":\"a\",\"data\":1,\"id\":\"\"}")
                                 << field("id");
    QTest::newRow("an unknown member")
        << QByteArray("{\"type\":\"a\",\"data\":1,\"dat\":2}") << field("dat");
    QTest::newRow("a member twice")
        << QByteArray("{\"type\":\"a\",\"data\":1,\"data\":2}") << QString();
    QTest::newRow("data that does not end")
        << QByteArray("{\"type\":\"a\",\"data\":{\"x\":1}") << QString();
}

void TestRequestReader::faultyEventsAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const auto event = readEvent(body, makeDirectory(), Now);
    QVERIFY(!event.has_value());
    QCOMPARE(event.error().field, field);
}

void TestRequestReader::repetitionsHaveTheSameDigest()
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

void TestRequestReader::pauseReasonsAreOptional()
{
    QCOMPARE(*readPauseReason({}), QString());
    QCOMPARE(*readPauseReason("{\"reason\":\"maintenance\"}"), QStringLiteral("maintenance"));
    QVERIFY(!readPauseReason("{\"reson\":\"x\"}"));
    QVERIFY(!readPauseReason("x"));
}

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"

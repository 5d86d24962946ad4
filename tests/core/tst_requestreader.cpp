// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/requestreader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <chrono>

using namespace Core;

namespace {

constexpr Time Now{Milliseconds{1'767'225'600'000}};

Registration makeAnn()
{
    Registration ann;
    ann.destination.id = DestinationId{2};
    ann.destination.name = QStringLiteral("ann");
    ann.destination.url = QStringLiteral("http://localhost:2/");
    return ann;
}

} // namespace

class TestRequestReader final : public QObject
{
    Q_OBJECT

private slots:
    void aRegistrationBringsItsSettings();
    void aSecretIsMadeOrTaken();
    void aChangeTouchesWhatItNames();
    void aChangeMayBringASecret();
    void aChangeOfSignatureMustFitTheSecret();
    void aRotationMayNameASignature();
    void pauseReasonsAreOptional();
    void forceIsAskedForByName();
    void aRecoveryNeedsItsMoment();
    void aRotationMakesOrTakesASecret();
    void aRotationIsRefused_data();
    void aRotationIsRefused();
};

void TestRequestReader::aRegistrationBringsItsSettings()
{
    const auto add
        = readRegistration("{\"name\":\"joe\",\"destination\":\"http://localhost:2/\","
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
    const QByteArray beginning = "{\"name\":\"joe\",\"destination\":\"http://localhost:2/\"";
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
    const Registration ann = makeAnn();
    const auto changed = readDestinationChange("{\"name\":\"anna\",\"timeout\":\"3s\"}", ann);
    QVERIFY(changed.has_value());
    QVERIFY(changed->destination == ann.destination.id);
    QCOMPARE(changed->members,
             (QJsonObject{{QStringLiteral("name"), QStringLiteral("anna")},
                          {QStringLiteral("timeout"), QStringLiteral("3s")}}));
    QVERIFY(!readDestinationChange("{\"timeout\":\"1h\"}", ann));
    QVERIFY(!readDestinationChange("{\"name\":null}", ann));
    QVERIFY(!readDestinationChange("{\"state\":\"paused\"}", ann));
}

void TestRequestReader::aChangeMayBringASecret()
{
    const Registration ann = makeAnn();
    const QByteArray own = "whsec_" + QByteArray(32, 'k').toBase64();
    const auto changed = readDestinationChange("{\"secret\":\"" + own + "\"}", ann);
    QVERIFY(changed.has_value());
    QVERIFY(changed->members.isEmpty());
    QVERIFY(changed->secret == own);
    QVERIFY(!readDestinationChange("{\"timeout\":\"3s\"}", ann)->secret);
    QVERIFY(readDestinationChange("{\"signature\":\"github\",\"secret\":\"abc\"}", ann));
    for (const QByteArray wrong : {R"("abc")", R"("")", "null", "1"})
        QCOMPARE(readDestinationChange("{\"secret\":" + wrong + '}', ann).error().field,
                 QStringLiteral("secret"));
}

void TestRequestReader::aChangeOfSignatureMustFitTheSecret()
{
    const auto add
        = readRegistration("{\"name\":\"joe\",\"destination\":\"http://localhost:2/\"}", Now);
    QVERIFY(readDestinationChange("{\"signature\":\"github\"}", add->registration).has_value());
    const auto unfit
        = readDestinationChange("{\"signature\":\"standard-ed25519\"}", add->registration);
    QVERIFY(!unfit.has_value());
    QCOMPARE(unfit.error().field, QStringLiteral("signature"));
    QVERIFY(unfit.error().hint.contains(QStringLiteral("rotate-secret")));
}

void TestRequestReader::aRotationMayNameASignature()
{
    Destination joe;
    joe.id = DestinationId{1};
    const auto pair = readRotation("{\"signature\":\"standard-ed25519\"}", joe, Now);
    QVERIFY(pair.has_value());
    QVERIFY(pair->signature == SignatureScheme::StandardEd25519);
    QVERIFY(pair->secret.startsWith("whsk_"));
    const auto same = readRotation({}, joe, Now);
    QVERIFY(same.has_value());
    QVERIFY(!same->signature);
    QVERIFY(same->secret.startsWith("whsec_"));
    QVERIFY(readRotation("{\"signature\":\"stripe\",\"secret\":\"abc\"}", joe, Now));
    QCOMPARE(
        readRotation("{\"signature\":\"standard\",\"secret\":\"abc\"}", joe, Now).error().field,
        QStringLiteral("secret"));
    QCOMPARE(readRotation("{\"signature\":\"md5\"}", joe, Now).error().field,
             QStringLiteral("signature"));
}

void TestRequestReader::pauseReasonsAreOptional()
{
    QCOMPARE(*readPauseReason({}), QString());
    QCOMPARE(*readPauseReason("{\"reason\":\"maintenance\"}"), QStringLiteral("maintenance"));
    QVERIFY(!readPauseReason("{\"reson\":\"x\"}"));
    QVERIFY(!readPauseReason("x"));
}

void TestRequestReader::forceIsAskedForByName()
{
    QCOMPARE(*readForce({}), false);
    QCOMPARE(*readForce("{}"), false);
    QCOMPARE(*readForce("{\"force\":true}"), true);
    QCOMPARE(readForce("{\"force\":1}").error().field, QStringLiteral("force"));
    QCOMPARE(readForce("{\"farce\":true}").error().field, QStringLiteral("farce"));
    QVERIFY(readNothing({}).has_value());
    QVERIFY(readNothing("{}").has_value());
    QCOMPARE(readNothing("{\"force\":true}").error().field, QStringLiteral("force"));
}

void TestRequestReader::aRecoveryNeedsItsMoment()
{
    const auto asked = readRecovery("{\"since\":\"2026-01-01T00:00:00Z\"}", Now);
    QVERIFY(asked.has_value());
    QVERIFY(asked->since == Now);
    QVERIFY(!asked->isDryRun);
    QVERIFY(
        readRecovery("{\"dryRun\":true,\"since\":\"2026-01-01T01:00:00+01:00\"}", Now)->isDryRun);
    QVERIFY(readRecovery("{\"since\":\"90m\"}", Now)->since == Now - std::chrono::minutes(90));
    for (const QByteArray wrong : {"", "{}", "{\"since\":null}", "{\"since\":\"yesterday\"}",
                                   "{\"since\":\"-2h\"}", "{\"since\":1767225600}"})
        QCOMPARE(readRecovery(wrong, Now).error().field, QStringLiteral("since"));
    QCOMPARE(
        readRecovery("{\"since\":\"2026-01-01T00:00:00Z\",\"dryRun\":\"yes\"}", Now).error().field,
        QStringLiteral("dryRun"));
}

void TestRequestReader::aRotationMakesOrTakesASecret()
{
    const Destination ann = makeAnn().destination;
    const auto made = readRotation({}, ann, Now);
    QVERIFY(made.has_value());
    QVERIFY(made->destination == ann.id);
    QVERIFY(made->secret.startsWith("whsec_"));
    QVERIFY(made->overlap == std::chrono::hours(24));
    QVERIFY(made->at == Now);
    QVERIFY(readRotation({}, ann, Now)->secret != made->secret);
    const QByteArray own = "whsec_" + QByteArray(32, 'k').toBase64();
    const auto taken = readRotation("{\"secret\":\"" + own + "\",\"overlap\":\"0s\"}", ann, Now);
    QVERIFY(taken.has_value());
    QCOMPARE(taken->secret, own);
    QVERIFY(taken->overlap == Milliseconds{0});
}

void TestRequestReader::aRotationIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("an empty secret") << QByteArray("{\"secret\":\"\"}") << QStringLiteral("secret");
    QTest::newRow("a secret of another scheme")
        << QByteArray("{\"secret\":\"whsk_x\"}") << QStringLiteral("secret");
    QTest::newRow("no duration") << QByteArray("{\"overlap\":24}") << QStringLiteral("overlap");
    QTest::newRow("too long") << QByteArray("{\"overlap\":\"31d\"}") << QStringLiteral("overlap");
    QTest::newRow("something else") << QByteArray("{\"since\":\"1d\"}") << QStringLiteral("since");
}

void TestRequestReader::aRotationIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const auto refused = readRotation(body, makeAnn().destination, Now);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().field, field);
}

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"

// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/requestreader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Core;

namespace {

constexpr Time Now{Milliseconds{1'767'225'600'000}};

Registration makeAnn()
{
    Registration ann;
    ann.destination.id = DestinationId{2};
    ann.destination.name = QStringLiteral("ann");
    ann.destination.url = QStringLiteral("http://localhost:9/");
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
    void aChangeOfSignatureMustFitTheSecret();
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

void TestRequestReader::pauseReasonsAreOptional()
{
    QCOMPARE(*readPauseReason({}), QString());
    QCOMPARE(*readPauseReason("{\"reason\":\"maintenance\"}"), QStringLiteral("maintenance"));
    QVERIFY(!readPauseReason("{\"reson\":\"x\"}"));
    QVERIFY(!readPauseReason("x"));
}

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"

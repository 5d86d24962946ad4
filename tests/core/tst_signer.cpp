// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/signer.h"
#include "core/model/secrets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Core;

class TestSigner final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void standardVectors();
    void gitHubVector();
    void bothSecretsSignWhileARotationLasts();
    void noSecretOfAnotherSchemeSigns_data();
    void noSecretOfAnotherSchemeSigns();
    void stripeSignsTimeAndBody();
    void noneSignsNothing();
    void aSignatureIsRenewed_data();
    void aSignatureIsRenewed();
    void newSecretsAreValidAndDistinct_data();
    void newSecretsAreValidAndDistinct();
    void unfitSecretsAreRefused_data();
    void unfitSecretsAreRefused();

private:
    QJsonObject m_vectors;
};

void TestSigner::initTestCase()
{
    QFile file(QFINDTESTDATA("vectors/signatures.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_vectors = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!m_vectors.isEmpty());
}

void TestSigner::standardVectors()
{
    const QJsonObject standard = m_vectors.value(QStringLiteral("standard")).toObject();
    const EventId id{standard.value(QStringLiteral("id")).toString()};
    const QByteArray body = standard.value(QStringLiteral("body")).toString().toUtf8();
    const Time now{std::chrono::seconds{standard.value(QStringLiteral("timestamp")).toInteger()}};
    const QJsonArray cases = standard.value(QStringLiteral("cases")).toArray();
    QCOMPARE(cases.size(), 3);
    for (const QJsonValue value : cases) {
        const QJsonObject vector = value.toObject();
        QByteArray secret = vector.value(QStringLiteral("secret")).toString().toLatin1();
        if (secret.isEmpty()) {
            const auto part = [&vector](const QString &name) {
                return QByteArray::fromBase64(vector.value(name).toString().toLatin1());
            };
            secret = "whsk_"
                + (part(QStringLiteral("seedBase64")) + part(QStringLiteral("publicKeyBase64")))
                      .toBase64();
        }
        const HeaderList headers
            = signatureHeaders(SignatureScheme::Standard, {secret, {}, {}}, id, now, body);
        QCOMPARE(headerValue(headers, "webhook-id"), id.text.toLatin1());
        QCOMPARE(headerValue(headers, "webhook-timestamp"), QByteArray("1614265330"));
        QCOMPARE(headerValue(headers, "webhook-signature"),
                 vector.value(QStringLiteral("signature")).toString().toLatin1());
    }
}

void TestSigner::gitHubVector()
{
    const QJsonObject vector = m_vectors.value(QStringLiteral("github")).toObject();
    const QByteArray secret = vector.value(QStringLiteral("secret")).toString().toUtf8();
    const QByteArray body = vector.value(QStringLiteral("body")).toString().toUtf8();
    const HeaderList headers = signatureHeaders(SignatureScheme::GitHub, {secret, {}, {}},
                                                {QStringLiteral("evt_1")}, Time{}, body);
    QCOMPARE(headerValue(headers, "X-Hub-Signature-256"),
             vector.value(QStringLiteral("signature")).toString().toLatin1());
}

void TestSigner::bothSecretsSignWhileARotationLasts()
{
    const EventId id{QStringLiteral("evt_1")};
    const Secrets secrets{newSecret(SignatureScheme::Standard),
                          newSecret(SignatureScheme::Standard), Time{std::chrono::hours{2}}};
    const auto signatureAt = [&](Time now) {
        return headerValue(signatureHeaders(SignatureScheme::Standard, secrets, id, now, "{}"),
                           "webhook-signature");
    };
    const QByteArrayList during = signatureAt(Time{std::chrono::hours{1}}).split(' ');
    QCOMPARE(during.size(), 2);
    const Secrets old{secrets.previous, {}, {}};
    QCOMPARE(headerValue(signatureHeaders(SignatureScheme::Standard, old, id,
                                          Time{std::chrono::hours{1}}, "{}"),
                         "webhook-signature"),
             during.last());
    QCOMPARE(signatureAt(Time{std::chrono::hours{2}}).split(' ').size(), 1);
}

void TestSigner::noSecretOfAnotherSchemeSigns_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<QByteArray>("previous");
    const auto standard = SignatureScheme::Standard;
    const auto ed25519 = SignatureScheme::StandardEd25519;
    QTest::newRow("a plain text would be an empty key") << standard << QByteArray("abc");
    QTest::newRow("a prefix without a key") << standard << QByteArray("whsec_");
    QTest::newRow("a short key") << standard << QByteArray("whsec_aGVsbG8=");
    QTest::newRow("a text that looks like a key pair") << standard << QByteArray("whsk_hello");
    QTest::newRow("too few bytes of a key pair") << ed25519 << QByteArray("whsk_hello");
    QTest::newRow("a symmetric one for ed25519") << ed25519 << newSecret(standard);
    QTest::newRow("a key pair for a symmetric one") << standard << newSecret(ed25519);
}

void TestSigner::noSecretOfAnotherSchemeSigns()
{
    QFETCH(const SignatureScheme, scheme);
    QFETCH(const QByteArray, previous);
    const EventId id{QStringLiteral("evt_1")};
    const QByteArray current = newSecret(scheme);
    const Secrets rotated{current, previous, Time{std::chrono::hours{2}}};
    const Time now{std::chrono::hours{1}};
    QCOMPARE(headerValue(signatureHeaders(scheme, rotated, id, now, "{}"), "webhook-signature"),
             headerValue(signatureHeaders(scheme, {current, {}, {}}, id, now, "{}"),
                         "webhook-signature"));
}

void TestSigner::stripeSignsTimeAndBody()
{
    // Recomputed with: printf '1614265330.{}' | openssl dgst -sha256 -hmac secret
    const HeaderList headers
        = signatureHeaders(SignatureScheme::Stripe, {"secret", {}, {}}, {QStringLiteral("evt_1")},
                           Time{std::chrono::seconds{1'614'265'330}}, "{}");
    QCOMPARE(
        headerValue(headers, "Stripe-Signature"),
        QByteArray(
            "t=1614265330,v1=72d568e9082e20261718306278848de6a16c6e82518fea632670068709a62d0c"));
}

void TestSigner::noneSignsNothing()
{
    const HeaderList headers = signatureHeaders(SignatureScheme::None, {"x", {}, {}},
                                                {QStringLiteral("evt_1")}, Time{}, "{}");
    QCOMPARE(headers.size(), 2);
    QVERIFY(headerValue(headers, "webhook-signature").isNull());
}

void TestSigner::aSignatureIsRenewed_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::newRow("Standard Webhooks") << SignatureScheme::Standard;
    QTest::newRow("GitHub") << SignatureScheme::GitHub;
    QTest::newRow("Stripe") << SignatureScheme::Stripe;
    QTest::newRow("none") << SignatureScheme::None;
}

void TestSigner::aSignatureIsRenewed()
{
    QFETCH(const SignatureScheme, scheme);
    const Time first{std::chrono::seconds{1'614'265'330}};
    const Time later = first + std::chrono::minutes{6};
    // Meanwhile the old secret has ceased to sign.
    const Secrets secrets{"new secret", "old secret", first + std::chrono::minutes{1}};
    const EventId id{QStringLiteral("evt_1")};
    const HeaderList own{{"X-Team", "payments"}};
    HeaderList headers = signatureHeaders(scheme, secrets, id, first, "{}") + own;
    const HeaderList before = headers;
    Seal seal{scheme, secrets, id, first};
    renewSignature(headers, seal, first + Milliseconds{999}, "{}");
    QVERIFY(headers == before);
    renewSignature(headers, seal, later, "{}");
    QVERIFY(headers == signatureHeaders(scheme, secrets, id, later, "{}") + own);
    QVERIFY(seal.signedAt == later);
}

void TestSigner::newSecretsAreValidAndDistinct_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::newRow("standard") << SignatureScheme::Standard;
    QTest::newRow("ed25519") << SignatureScheme::StandardEd25519;
    QTest::newRow("github") << SignatureScheme::GitHub;
    QTest::newRow("stripe") << SignatureScheme::Stripe;
}

void TestSigner::newSecretsAreValidAndDistinct()
{
    QFETCH(SignatureScheme, scheme);
    const QByteArray secret = newSecret(scheme);
    QVERIFY(validateSecret(scheme, secret).has_value());
    QVERIFY(secret != newSecret(scheme));
    QCOMPARE(secretBytes(secret)->size(), scheme == SignatureScheme::StandardEd25519 ? 64 : 32);
    QCOMPARE(publicKey(secret).startsWith("whpk_"), scheme == SignatureScheme::StandardEd25519);
}

void TestSigner::unfitSecretsAreRefused_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<QByteArray>("secret");
    const auto standard = SignatureScheme::Standard;
    QTest::newRow("empty") << standard << QByteArray();
    QTest::newRow("only a prefix") << standard << QByteArray("whsec_");
    QTest::newRow("no prefix") << standard << QByteArray(32, 'x').toBase64();
    QTest::newRow("23 bytes") << standard << "whsec_" + QByteArray(23, 'x').toBase64();
    QTest::newRow("65 bytes") << standard << "whsec_" + QByteArray(65, 'x').toBase64();
    QTest::newRow("not base64") << standard
                                << QByteArray("whsec_!!!!not base64 at all, is it?!!!!!!");
    QTest::newRow("pasted with the signature's prefix")
        << standard << "v1," + newSecret(SignatureScheme::Standard);
    QTest::newRow("a key pair whose halves do not belong together")
        << SignatureScheme::StandardEd25519 << "whsk_" + QByteArray(64, 'x').toBase64();
    QTest::newRow("a symmetric secret for ed25519")
        << SignatureScheme::StandardEd25519 << newSecret(SignatureScheme::Standard);
    QTest::newRow("empty for github") << SignatureScheme::GitHub << QByteArray();
}

void TestSigner::unfitSecretsAreRefused()
{
    QFETCH(SignatureScheme, scheme);
    QFETCH(QByteArray, secret);
    const auto judged = validateSecret(scheme, secret);
    QVERIFY(!judged.has_value());
    QCOMPARE(judged.error().field, QStringLiteral("secret"));
}

QTEST_GUILESS_MAIN(TestSigner)
#include "tst_signer.moc"

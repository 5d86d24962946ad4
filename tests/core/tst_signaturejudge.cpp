// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/signaturejudge.h"
#include "core/dispatch/signer.h"
#include "core/model/secrets.h"

#include <QTest>

using namespace Core;

class TestSignatureJudge final : public QObject
{
    Q_OBJECT

private slots:
    void ownSignaturesAreValid_data();
    void ownSignaturesAreValid();
    void whatWasChangedIsInvalid_data();
    void whatWasChangedIsInvalid();
    void aReplacedSecretStillCounts();
    void eachOfTwoSignaturesHasItsVerdict();
    void aLateRequestIsTold();
    void gitHubKnowsNoMoment();
    void withoutASecretNothingIsJudged();
    void whatIsNotSignedHasNoEntries();
    void damagedHeadersAreInvalid_data();
    void damagedHeadersAreInvalid();

private:
    static SignedRequest signedBy(SignatureScheme scheme, const Secrets &secrets);
    static QList<SignatureVerdict> verdicts(const SignatureReport &report);
};

namespace {

constexpr Time Sent{Milliseconds{1'795'312'800'500}};
using Verdicts = QList<SignatureVerdict>;

Secrets secretsFor(SignatureScheme scheme)
{
    return {newSecret(scheme), {}, {}};
}

} // namespace

SignedRequest TestSignatureJudge::signedBy(SignatureScheme scheme, const Secrets &secrets)
{
    const QByteArray body("{\"a\":1}\0\xff", 9);
    return {signatureHeaders(scheme, secrets, EventId{QStringLiteral("evt_1")}, Sent, body), body,
            Sent, false};
}

QList<SignatureVerdict> TestSignatureJudge::verdicts(const SignatureReport &report)
{
    Verdicts found;
    for (const SignatureEntry &entry : report.entries)
        found.append(entry.verdict);
    return found;
}

void TestSignatureJudge::ownSignaturesAreValid_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::newRow("standard") << SignatureScheme::Standard;
    QTest::newRow("ed25519") << SignatureScheme::StandardEd25519;
    QTest::newRow("GitHub") << SignatureScheme::GitHub;
    QTest::newRow("Stripe") << SignatureScheme::Stripe;
}

void TestSignatureJudge::ownSignaturesAreValid()
{
    QFETCH(SignatureScheme, scheme);
    const Secrets secrets = secretsFor(scheme);
    const SignatureReport report = judgeSignatures(signedBy(scheme, secrets), secrets);
    QVERIFY(verdicts(report) == Verdicts{SignatureVerdict::Valid});
    for (const SignatureEntry &entry : report.entries)
        QVERIFY(!entry.text.contains(secrets.current));
}

void TestSignatureJudge::whatWasChangedIsInvalid_data()
{
    ownSignaturesAreValid_data();
}

void TestSignatureJudge::whatWasChangedIsInvalid()
{
    QFETCH(SignatureScheme, scheme);
    const Secrets secrets = secretsFor(scheme);
    const Verdicts invalid{SignatureVerdict::Invalid};
    QVERIFY(verdicts(judgeSignatures(signedBy(scheme, secrets), secretsFor(scheme))) == invalid);
    SignedRequest request = signedBy(scheme, secrets);
    request.body += ' ';
    QVERIFY(verdicts(judgeSignatures(request, secrets)) == invalid);
    request = signedBy(scheme, secrets);
    request.headers.last().value.back() ^= 1;
    QVERIFY(verdicts(judgeSignatures(request, secrets)) == invalid);
}

void TestSignatureJudge::aReplacedSecretStillCounts()
{
    const Secrets before = secretsFor(SignatureScheme::Standard);
    const SignedRequest request = signedBy(SignatureScheme::Standard, before);
    const Secrets after{newSecret(SignatureScheme::Standard), before.current, Time{}};
    QVERIFY(verdicts(judgeSignatures(request, after)) == Verdicts{SignatureVerdict::Valid});
}

void TestSignatureJudge::eachOfTwoSignaturesHasItsVerdict()
{
    const Secrets one = secretsFor(SignatureScheme::Standard);
    const Secrets both{one.current, newSecret(SignatureScheme::Standard),
                       Sent + std::chrono::hours{1}};
    for (const auto scheme : {SignatureScheme::Standard, SignatureScheme::Stripe})
        QVERIFY(verdicts(judgeSignatures(signedBy(scheme, both), one))
                == (Verdicts{SignatureVerdict::Valid, SignatureVerdict::Invalid}));
}

void TestSignatureJudge::aLateRequestIsTold()
{
    for (const auto scheme : {SignatureScheme::Standard, SignatureScheme::Stripe}) {
        const Secrets secrets = secretsFor(scheme);
        SignedRequest request = signedBy(scheme, secrets);
        request.at += std::chrono::minutes{5} - Milliseconds{500};
        SignatureReport report = judgeSignatures(request, secrets);
        QVERIFY(verdicts(report) == Verdicts{SignatureVerdict::Valid});
        QVERIFY(report.skew == Milliseconds{-300'000});
        request.at += Milliseconds{1};
        QVERIFY(verdicts(judgeSignatures(request, secrets))
                == Verdicts{SignatureVerdict::ClockSkew});
    }
}

void TestSignatureJudge::gitHubKnowsNoMoment()
{
    const Secrets secrets = secretsFor(SignatureScheme::GitHub);
    SignedRequest request = signedBy(SignatureScheme::GitHub, secrets);
    request.at += std::chrono::hours{24};
    QVERIFY(verdicts(judgeSignatures(request, secrets)) == Verdicts{SignatureVerdict::Valid});
    request.headers.removeIf(
        [](const Header &header) { return header.name.startsWith("webhook"); });
    QVERIFY(verdicts(judgeSignatures(request, secrets)) == Verdicts{SignatureVerdict::Valid});
}

void TestSignatureJudge::withoutASecretNothingIsJudged()
{
    const auto request = signedBy(SignatureScheme::Standard, secretsFor(SignatureScheme::Standard));
    QVERIFY(verdicts(judgeSignatures(request, {})) == Verdicts{SignatureVerdict::NoSecret});
}

void TestSignatureJudge::whatIsNotSignedHasNoEntries()
{
    const Secrets secrets = secretsFor(SignatureScheme::Standard);
    QVERIFY(judgeSignatures(signedBy(SignatureScheme::None, secrets), secrets).entries.isEmpty());
}

void TestSignatureJudge::damagedHeadersAreInvalid_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a moment that is no number")
        << QByteArray("webhook-timestamp") << QByteArray("soon");
    QTest::newRow("a moment past all measure")
        << QByteArray("webhook-timestamp") << QByteArray("9223372036854775807");
    QTest::newRow("a moment spelt otherwise")
        << QByteArray("webhook-timestamp") << QByteArray("+1795312800");
    QTest::newRow("another id") << QByteArray("webhook-id") << QByteArray("evt_2");
    QTest::newRow("bytes beyond ASCII") << QByteArray("webhook-id") << QByteArray("\xff\xfe");
    QTest::newRow("a signature without its version")
        << QByteArray("webhook-signature") << QByteArray("AAAA");
}

void TestSignatureJudge::damagedHeadersAreInvalid()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const Secrets secrets = secretsFor(SignatureScheme::Standard);
    SignedRequest request = signedBy(SignatureScheme::Standard, secrets);
    for (Header &header : request.headers) {
        if (header.name == name)
            header.value = value;
    }
    QVERIFY(verdicts(judgeSignatures(request, secrets)) == Verdicts{SignatureVerdict::Invalid});
}

QTEST_GUILESS_MAIN(TestSignatureJudge)
#include "tst_signaturejudge.moc"

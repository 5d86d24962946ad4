// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/signaturejudge.h"
#include "core/model/secrets.h"
#include "core/orders.h"
#include "core/trialpost.h"
#include "tests/support/runningengine.h"
#include "tests/support/testreceiver.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Core;

namespace {

/// True when \a secret has signed what came.
bool hasSigned(const QByteArray &secret, const ReceivedRequest &request)
{
    const SignatureReport report = judgeSignatures(
        {request.headers, request.body, SystemClock().now(), false}, {secret, {}, {}});
    return !report.entries.isEmpty() && report.entries.first().verdict == SignatureVerdict::Valid;
}

} // namespace

/// The secrets of destinations as people handle them in the window: by the rules of the HTTP
/// interface.
class TestEngineSecrets final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anAdditionMayBringASecret();
    void aChangeMayBringASecret();
    void aChangeLeavesASignatureThatItDidNotTouch();
    void aSecretThatCannotSignIsRefused();
    void itIsToldByWhatASecretCanSign();
    void aRotationTellsTheNewSecret();
    void aRotationOfAPairTellsThePublicKey();
    void aRotationIsJudged();
    void whatIsGoneHasNoSecret();
    void aTrialSignsWithWhatWasEntered();
    void aTrialOfAChangeSignsAsItWould();
    void aSecondTrialWaitsForTheFirst();

private:
    QJsonObject secretOf(const Destination &destination) const;
    QJsonObject patch(const Destination &destination, const QByteArray &body) const;
    SecretReport told() const { return m_told->last().first().value<SecretReport>(); }
    Error lastRefusal() const { return m_refused->last().first().value<Error>(); }

    std::optional<QTemporaryDir> m_directory;
    std::optional<TestReceiver> m_receiver;
    std::unique_ptr<RunningEngine> m_engine;
    Orders *m_orders = nullptr;
    std::unique_ptr<QSignalSpy> m_told;
    std::unique_ptr<QSignalSpy> m_refused;
};

void TestEngineSecrets::init()
{
    m_directory.emplace();
    m_receiver.emplace();
    QVERIFY(m_receiver->start());
    m_engine = std::make_unique<RunningEngine>(settingsFor(*m_directory));
    m_orders = &m_engine->get()->orders();
    m_told = std::make_unique<QSignalSpy>(m_orders, &Orders::secretLoaded);
    m_refused = std::make_unique<QSignalSpy>(m_orders, &Orders::refused);
}

void TestEngineSecrets::cleanup()
{
    m_engine.reset();
    m_receiver.reset();
    m_directory.reset();
}

/// What the HTTP interface tells.
QJsonObject TestEngineSecrets::secretOf(const Destination &destination) const
{
    return m_engine
        ->call("GET", QStringLiteral("/webhooks/%1/secret").arg(toString(destination.id)))
        .json();
}

QJsonObject TestEngineSecrets::patch(const Destination &destination, const QByteArray &body) const
{
    return m_engine->call("PATCH", QStringLiteral("/webhooks/") + toString(destination.id), body)
        .json();
}

void TestEngineSecrets::anAdditionMayBringASecret()
{
    Destination ann;
    ann.name = QStringLiteral("ann");
    ann.url = m_receiver->url();
    const QByteArray own = newSecret(SignatureScheme::Standard);
    m_orders->addDestination(ann, own);
    QTRY_COMPARE(m_engine->latest.size(), 1);
    const Destination added = m_engine->latest.first().destination;
    QCOMPARE(secretOf(added)[QStringLiteral("secret")].toString().toUtf8(), own);
    m_orders->loadSecret(added.id);
    QVERIFY(told() == (SecretReport{added.id, own, {}, false, std::nullopt}));
    ann.name = QStringLiteral("eve");
    m_orders->addDestination(ann, "whsec_short");
    QCOMPARE(m_refused->size(), 1);
    QCOMPARE(lastRefusal().field, QStringLiteral("secret"));
}

void TestEngineSecrets::aChangeMayBringASecret()
{
    const Destination joe = m_engine->add(m_receiver->url());
    const QByteArray made = secretOf(joe)[QStringLiteral("secret")].toString().toUtf8();
    Destination slow = joe;
    slow.timeout = Milliseconds{20'000};
    m_orders->changeDestination(joe, slow);
    QTRY_COMPARE(m_engine->latest.first().destination.timeout, slow.timeout);
    QCOMPARE(secretOf(joe)[QStringLiteral("secret")].toString().toUtf8(), made);
    const QByteArray pair = newSecret(SignatureScheme::StandardEd25519);
    Destination signedByPair = slow;
    signedByPair.signature = SignatureScheme::StandardEd25519;
    m_orders->changeDestination(slow, signedByPair, pair);
    QTRY_VERIFY(m_engine->latest.first().destination.signature == SignatureScheme::StandardEd25519);
    QCOMPARE(secretOf(joe)[QStringLiteral("secret")].toString().toUtf8(), pair);
    m_orders->loadPublicKey(joe.id);
    QVERIFY(told() == (SecretReport{joe.id, {}, publicKey(pair), false, std::nullopt}));
    QCOMPARE(m_refused->size(), 0);
}

/// As when somebody else has rotated it while a dialog was open.
void TestEngineSecrets::aChangeLeavesASignatureThatItDidNotTouch()
{
    const Destination joe = m_engine->add(m_receiver->url());
    m_engine->call("POST", QStringLiteral("/webhooks/%1/rotate-secret").arg(toString(joe.id)),
                   R"({"signature": "standard-ed25519"})");
    Destination renamed = joe;
    renamed.name = QStringLiteral("eve");
    m_orders->changeDestination(joe, renamed);
    QTRY_COMPARE(m_engine->latest.first().destination.name, renamed.name);
    QVERIFY(m_engine->latest.first().destination.signature == SignatureScheme::StandardEd25519);
    QCOMPARE(m_refused->size(), 0);
}

void TestEngineSecrets::aSecretThatCannotSignIsRefused()
{
    const Destination joe = m_engine->add(m_receiver->url());
    Destination signedByPair = joe;
    signedByPair.signature = SignatureScheme::StandardEd25519;
    m_orders->changeDestination(joe, signedByPair);
    QCOMPARE(m_refused->size(), 1);
    const QJsonObject answer = patch(joe, R"({"signature": "standard-ed25519"})");
    QCOMPARE(lastRefusal().sentence, answer[QStringLiteral("detail")].toString());
    QCOMPARE(lastRefusal().field, answer[QStringLiteral("field")].toString());
    m_orders->changeDestination(joe, signedByPair, newSecret(SignatureScheme::Standard));
    QCOMPARE(m_refused->size(), 2);
    QCOMPARE(lastRefusal().field, QStringLiteral("secret"));
}

void TestEngineSecrets::itIsToldByWhatASecretCanSign()
{
    using enum SignatureScheme;
    const Destination joe = m_engine->add(m_receiver->url());
    const QSignalSpy signing(m_orders, &Orders::signingLoaded);
    m_orders->loadSigning(joe.id);
    QVERIFY(signing.last().first().value<SigningReport>()
            == (SigningReport{joe.id, {Standard, GitHub, Stripe, None}}));
    patch(joe, R"({"signature": "github", "secret": "abc"})");
    m_orders->loadSigning(joe.id);
    QVERIFY(signing.last().first().value<SigningReport>()
            == (SigningReport{joe.id, {GitHub, Stripe, None}}));
}

void TestEngineSecrets::aRotationTellsTheNewSecret()
{
    const Destination joe = m_engine->add(m_receiver->url());
    const QByteArray old = secretOf(joe)[QStringLiteral("secret")].toString().toUtf8();
    m_orders->rotateSecret({joe.id, {}, DefaultOverlap});
    QTRY_COMPARE(m_told->size(), 1);
    QVERIFY(told().isNew && told().secret != old);
    QVERIFY(told().previousUntil > SystemClock().now());
    QCOMPARE(secretOf(joe)[QStringLiteral("secret")].toString().toUtf8(), told().secret);
    m_orders->testDestination(joe.id);
    QTRY_COMPARE(m_receiver->requests().size(), 1);
    QCOMPARE(headerValue(m_receiver->requests().first().headers, "webhook-signature").count(' '),
             1);
    m_orders->rotateSecret({joe.id, newSecret(SignatureScheme::Standard), Milliseconds{0}});
    QTRY_COMPARE(m_told->size(), 2);
    QVERIFY(!told().previousUntil);
}

void TestEngineSecrets::aRotationOfAPairTellsThePublicKey()
{
    const QByteArray pair = newSecret(SignatureScheme::StandardEd25519);
    const Destination joe = m_engine->add(m_receiver->url());
    patch(joe, R"({"signature": "standard-ed25519", "secret": ")" + pair + R"("})");
    m_orders->rotateSecret({joe.id, {}, DefaultOverlap});
    QTRY_COMPARE(m_told->size(), 1);
    QVERIFY(told().secret.isEmpty());
    QVERIFY(told().publicKey.startsWith("whpk_") && told().publicKey != publicKey(pair));
    // Where it is a text like any other, that is what the receiver needs.
    patch(joe, R"({"signature": "github", "secret": "abc"})");
    m_orders->rotateSecret({joe.id, pair, Milliseconds{0}});
    QTRY_COMPARE(m_told->size(), 2);
    QCOMPARE(told().secret, pair);
    QCOMPARE(told().publicKey, QByteArray());
}

void TestEngineSecrets::aRotationIsJudged()
{
    const Destination joe = m_engine->add(m_receiver->url());
    m_orders->rotateSecret({joe.id, "abc", DefaultOverlap});
    QCOMPARE(lastRefusal().field, QStringLiteral("secret"));
    m_orders->rotateSecret({joe.id, {}, LongestOverlap + Milliseconds{1}});
    QCOMPARE(lastRefusal().field, QStringLiteral("overlap"));
    QCOMPARE(m_refused->size(), 2);
    QCOMPARE(m_told->size(), 0);
}

void TestEngineSecrets::whatIsGoneHasNoSecret()
{
    const DestinationId gone{4711};
    m_orders->loadSecret(gone);
    m_orders->loadSigning(gone);
    m_orders->rotateSecret({gone, {}, DefaultOverlap});
    QCOMPARE(m_refused->size(), 3);
    QVERIFY(lastRefusal().code == ErrorCode::NotFound);
}

void TestEngineSecrets::aTrialSignsWithWhatWasEntered()
{
    Destination ann;
    ann.name = QStringLiteral("ann");
    ann.url = m_receiver->url();
    const QByteArray own = newSecret(SignatureScheme::Standard);
    TrialPost &trial = m_engine->get()->trialPost();
    trial.tryDestination(ann, own);
    QTRY_COMPARE(m_receiver->requests().size(), 1);
    QVERIFY(hasSigned(own, m_receiver->requests().first()));
    const QSignalSpy refused(&trial, &TrialPost::refused);
    trial.tryDestination(ann, "abc");
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Error>().field, QStringLiteral("secret"));
}

void TestEngineSecrets::aTrialOfAChangeSignsAsItWould()
{
    Destination joe = m_engine->add(m_receiver->url());
    const QByteArray made = secretOf(joe)[QStringLiteral("secret")].toString().toUtf8();
    joe.description = QStringLiteral("not saved yet");
    m_engine->get()->trialPost().tryDestination(joe);
    QTRY_COMPARE(m_receiver->requests().size(), 1);
    QVERIFY(hasSigned(made, m_receiver->requests().first()));
}

/// It would go with the secret of the first.
void TestEngineSecrets::aSecondTrialWaitsForTheFirst()
{
    m_receiver->setAnswer(Answer::hang());
    Destination ann;
    ann.name = QStringLiteral("ann");
    ann.url = m_receiver->url();
    TrialPost &trial = m_engine->get()->trialPost();
    const QSignalSpy refused(&trial, &TrialPost::refused);
    trial.tryDestination(ann, newSecret(SignatureScheme::Standard));
    QTRY_COMPARE(m_receiver->requests().size(), 1);
    trial.tryDestination(ann, newSecret(SignatureScheme::Standard));
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().value<Error>().code == ErrorCode::Conflict);
    QCOMPARE(m_receiver->requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestEngineSecrets)
#include "tst_enginesecrets.moc"

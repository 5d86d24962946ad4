// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificate.h"
#include "tests/trials/hostilecase.h"

namespace Core {

using namespace std::chrono_literals;

namespace {

using Extensions = QList<std::pair<QByteArray, QByteArray>>;

CertificateRecipe recipeFor(const QByteArray &name)
{
    CertificateRecipe recipe;
    recipe.commonName = name;
    recipe.alternativeNames = "DNS:" + name;
    return recipe;
}

TestCertificate makeAuthority(const QByteArray &name, const TestCertificate *issuer = nullptr,
                              const Extensions &more = {})
{
    CertificateRecipe recipe;
    recipe.commonName = name;
    recipe.extensions = Extensions{{"basicConstraints", "critical,CA:TRUE"}} + more;
    return TestCertificate::make(recipe, issuer);
}

const TestCertificate &authority()
{
    static const TestCertificate Authority = makeAuthority("The trial's authority");
    return Authority;
}

/// Writes the cases for one name.
class Zoo final
{
public:
    explicit Zoo(QByteArray name)
        : m_name(std::move(name))
    {
    }

    HostileCases cases;

    void add(const char *what, const QSslConfiguration &tls, bool isGood = false)
    {
        HostileCase hostile = isGood
            ? told({}, Answer::status(200), 200)
            : silent({}, Answer::status(200), Failure::TlsFailed, Phase::Tls);
        hostile.name = QStringLiteral("R10 %1").arg(QLatin1String(what));
        hostile.url = QStringLiteral("https://%1:{port}/hook").arg(QString::fromLatin1(m_name));
        hostile.addresses = QStringList{QStringLiteral("127.0.0.1")};
        hostile.tls = tls;
        if (!isGood) {
            hostile.expected.outcome = AttemptOutcome::Failed;
            hostile.expected.posts = 0;
            hostile.isSecondPostAnswered = false;
        }
        cases.append(hostile);
    }

    void add(const char *what, const CertificateRecipe &recipe, bool isGood = false)
    {
        add(what, TestCertificate::make(recipe, &authority()).serverConfiguration(), isGood);
    }

    void add(const char *what, const Extensions &extensions)
    {
        CertificateRecipe recipe = recipeFor(m_name);
        recipe.extensions = extensions;
        add(what, recipe);
    }

    void addNamed(const char *what, const QByteArray &alternativeNames, bool isGood = false)
    {
        CertificateRecipe recipe = recipeFor("somebody");
        recipe.alternativeNames = alternativeNames;
        add(what, recipe, isGood);
    }

    /// A certificate that one between the authority and it has signed.
    void addBelow(const char *what, const TestCertificate &between, bool isShown,
                  bool isGood = false)
    {
        const TestCertificate leaf = TestCertificate::make(recipeFor(m_name), &between);
        const QList<QSslCertificate> others
            = isShown ? QList<QSslCertificate>{between.certificate} : QList<QSslCertificate>();
        add(what, leaf.serverConfiguration(others), isGood);
    }

    /// openssl's server. Where its handshake is good, it is silence that ends the attempt.
    void addForeign(const char *what, const ForeignServer &foreign, bool isGood = false)
    {
        add(what, QSslConfiguration());
        HostileCase &hostile = cases.back();
        hostile.kind = HostileCase::Kind::Foreign;
        hostile.tls.reset();
        hostile.foreign = foreign;
        if (!isGood)
            return;
        hostile.expected.outcome = AttemptOutcome::Temporary;
        hostile.expected.failure = Failure::TimedOut;
        hostile.expected.phase = Phase::Wait;
        hostile.timeout = 1s;
    }

private:
    QByteArray m_name;
};

void addDates(Zoo &zoo, const QByteArray &name)
{
    CertificateRecipe expired = recipeFor(name);
    expired.validUntil = -1h;
    zoo.add("shows an expired certificate", expired);
    CertificateRecipe future = recipeFor(name);
    future.validFrom = 1h;
    future.validUntil = 48h;
    zoo.add("shows one that is not valid yet", future);
}

void addNames(Zoo &zoo, const QByteArray &name)
{
    const QByteArray domain = name.mid(name.indexOf('.') + 1);
    zoo.addNamed("shows one for another host", "DNS:other.example");
    zoo.addNamed("shows one for the address, not the name", "IP:127.0.0.1");
    zoo.addNamed("shows one for a host below", "DNS:www." + name);
    zoo.addNamed("shows one for the domain above", "DNS:" + domain);
    zoo.addNamed("shows one for its name at another domain", "DNS:" + name + ".evil.example");
    zoo.addNamed("shows a wildcard for all of a top domain", "DNS:*.test");
    zoo.addNamed("shows a wildcard for everything", "DNS:*");
    zoo.addNamed("shows a wildcard below itself", "DNS:*." + name);
    zoo.addNamed("shows one with many names, its own among them",
                 "DNS:a.example,DNS:" + name + ",DNS:b.example", true);
    zoo.addNamed("shows a wildcard for its domain", "DNS:*." + domain, true);
    zoo.addNamed("shows one without a name", {});
}

void addChains(Zoo &zoo, const QByteArray &name)
{
    const TestCertificate between = makeAuthority("Between", &authority());
    zoo.addBelow("leaves out what is between it and the authority", between, false);
    zoo.addBelow("shows the whole chain", between, true, true);
    zoo.addBelow("is signed by an unknown authority", makeAuthority("Unknown"), true);
    zoo.addBelow("is signed by one that is no authority",
                 TestCertificate::make(recipeFor("leaf.example"), &authority()), true);
    zoo.addBelow("is signed by one for other names",
                 makeAuthority("Bound", &authority(),
                               {{"nameConstraints", "critical,permitted;DNS:elsewhere.example"}}),
                 true);
    zoo.add("signs itself", TestCertificate::make(recipeFor(name)).serverConfiguration());
}

void addWeak(Zoo &zoo, const QByteArray &name)
{
    CertificateRecipe rsa = recipeFor(name);
    rsa.key = CertificateRecipe::Key::Rsa;
    zoo.add("shows one with RSA of 2,048 bits", rsa, true);
    zoo.add("shows one for clients", Extensions{{"extendedKeyUsage", "clientAuth"}});
    const TestCertificate good = TestCertificate::make(rsa, &authority());
    QSslConfiguration old = good.serverConfiguration();
    old.setBackendConfigurationOption("MaxProtocol", QByteArray("TLSv1.1"));
    old.setBackendConfigurationOption("MinProtocol", QByteArray("TLSv1"));
    old.setBackendConfigurationOption("CipherString", QByteArray("DEFAULT@SECLEVEL=0"));
    zoo.add("speaks TLS 1.1 at most", old);
    QSslConfiguration bare = good.serverConfiguration();
    bare.setBackendConfigurationOption("MaxProtocol", QByteArray("TLSv1.2"));
    bare.setBackendConfigurationOption("CipherString", QByteArray("NULL:@SECLEVEL=0"));
    zoo.add("encrypts nothing", bare);
    bare.setBackendConfigurationOption("CipherString", QByteArray("aNULL:@SECLEVEL=0"));
    zoo.add("names nobody", bare);
    QSslConfiguration demanding = good.serverConfiguration();
    demanding.setPeerVerifyMode(QSslSocket::VerifyPeer);
    demanding.setBackendConfigurationOption("MaxProtocol", QByteArray("TLSv1.2"));
    zoo.add("demands a certificate of ours", demanding);
    // It closes without a word of TLS.
    zoo.cases.back().expected.outcome = AttemptOutcome::Temporary;
    zoo.cases.back().expected.failure = Failure::ClosedWithoutAnswer;
}

/// What OpenSSL lets nobody show, or take part in, at the level of security that Qt leaves it at.
void addForbidden(Zoo &zoo, const QByteArray &name)
{
    const QStringList weak{QStringLiteral("-cipher"), QStringLiteral("ALL:@SECLEVEL=0")};
    const QStringList dhe{QStringLiteral("-tls1_2"), QStringLiteral("-cipher"),
                          QStringLiteral("DHE:@SECLEVEL=0")};
    CertificateRecipe rsa = recipeFor(name);
    rsa.key = CertificateRecipe::Key::Rsa;
    const TestCertificate good = TestCertificate::make(rsa, &authority());
    zoo.addForeign("shows a good one, and says nothing", {good, weak, {}}, true);
    zoo.addForeign("makes keys by DH of 2,048 bits", {good, dhe, QStringLiteral("modp_2048")},
                   true);
    zoo.addForeign("makes keys by DH of 1,024 bits", {good, dhe, QStringLiteral("dh_1024_160")});
    CertificateRecipe shortKey = recipeFor(name);
    shortKey.key = CertificateRecipe::Key::WeakRsa;
    zoo.addForeign("shows one with RSA of 1,024 bits",
                   {TestCertificate::make(shortKey, &authority()), weak, {}});
    CertificateRecipe oldDigest = rsa;
    oldDigest.isSignedBySha1 = true;
    zoo.addForeign("shows one that was signed by SHA-1",
                   {TestCertificate::make(oldDigest, &authority()), weak, {}});
}

/// Over TLS what comes before and after the handshake is hostile as well.
void addConversations(Zoo &zoo, const QByteArray &name)
{
    const QSslConfiguration good
        = TestCertificate::make(recipeFor(name), &authority()).serverConfiguration();
    const auto add
        = [&zoo, &good](const char *what, const Answer &answer, std::optional<Failure> failure) {
              zoo.add(what, good, true);
              HostileCase &hostile = zoo.cases.back();
              hostile.answer = answer;
              hostile.expected = {};
              hostile.expected.failure = failure;
              hostile.timeout = 1s;
          };
    add("closes without an answer", Answer::close(), Failure::ClosedWithoutAnswer);
    add("resets without an answer", Answer::reset(), Failure::ConnectionReset);
    add("never answers", Answer::hang(), Failure::TimedOut);
    add("sends headers without end", Answer::endlessHeaders(), Failure::NotHttp);
    zoo.cases.back().timeout = 6s;
    zoo.add("answers well", good, true);
}

/// TLS where none is expected, and none where it is.
HostileCases mismatched(const HostileCase &pattern)
{
    HostileCase plain = pattern;
    plain.name = QStringLiteral("R10 speaks no TLS at all");
    plain.kind = HostileCase::Kind::Talking;
    plain.answer = Answer::raw("HTTP/1.1 400 Bad Request\r\n\r\n");
    plain.tls.reset();
    HostileCase encrypted = silent(QStringLiteral("R7 speaks TLS on a plain port"), {});
    encrypted.tls = pattern.tls;
    encrypted.expected.posts = 0;
    encrypted.isSecondPostAnswered = false;
    encrypted.timeout = 1s;
    return {plain, encrypted};
}

} // namespace

HostileCases tlsCases(const QByteArray &name)
{
    Zoo zoo(name);
    addDates(zoo, name);
    addNames(zoo, name);
    addChains(zoo, name);
    addWeak(zoo, name);
    addForbidden(zoo, name);
    const HostileCases others = mismatched(zoo.cases.constFirst());
    addConversations(zoo, name);
    return zoo.cases + others;
}

void trustTheTrialsAuthority()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificate(authority().certificate);
    QSslConfiguration::setDefaultConfiguration(configuration);
}

} // namespace Core

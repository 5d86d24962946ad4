// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/posterfixture.h"
#include "tests/support/testcertificate.h"
#include "tests/support/testreceiver.h"

#include <QScopeGuard>
#include <QTest>
#include <QTimer>

using namespace Core;
using namespace std::chrono_literals;

namespace {

const QString Name = QStringLiteral("receiver.example");

} // namespace

/// POSTs over https: which certificates pass, and who shares connections with whom.
class TestPosterTls final : public QObject
{
    Q_OBJECT

    TestCertificate m_authority;
    std::unique_ptr<TestReceiver> m_receiver;
    std::unique_ptr<PosterFixture> m_fixture;

    Shipment shipment(qint64 destination = 1, const QString &path = QStringLiteral("/"));
    void postAndWait(const Shipment &shipment);
    void show(const TestCertificate &certificate);

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void postsToATrustedReceiver();
    void refusesBadCertificates_data();
    void refusesBadCertificates();
    void tellsAllWhatIsWrongWithACertificate();
    void trustsAnyCertificateWhenTold();
    void neverSharesAnUncheckedConnection();
    void namesATlsFailureOnAPlainPort();
    void timesOutInTheHandshake();
    void aHandshakeThatHangsHoldsUpNoLaterPost_data();
    void aHandshakeThatHangsHoldsUpNoLaterPost();
    void makesOnePostWhenTheConnectionEnds();
    void letsNoDestinationHoldUpAnother_data();
    void letsNoDestinationHoldUpAnother();
    void sharesSixConnectionsFairly();
    void hasTimeForASlowHandshakeAmongManyAddresses();
    void tellsThatAnAuthorityIsTooWeak();
};

void TestPosterTls::initTestCase()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("this Qt has no TLS");
    m_authority = TestCertificate::selfSigned("Test Authority");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificate(m_authority.certificate);
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void TestPosterTls::init()
{
    m_receiver = std::make_unique<TestReceiver>();
    show(TestCertificate::signedBy(m_authority, Name.toLatin1()));
    QVERIFY(m_receiver->start());
    m_fixture = std::make_unique<PosterFixture>();
    m_fixture->lookUp().set(Name, {QStringLiteral("127.0.0.1")});
}

void TestPosterTls::cleanup()
{
    m_fixture.reset();
    m_receiver.reset();
}

Shipment TestPosterTls::shipment(qint64 destination, const QString &path)
{
    Shipment shipment = m_fixture->shipment(
        QStringLiteral("https://%1:%2%3").arg(Name).arg(m_receiver->serverPort()).arg(path));
    shipment.destination = DestinationId{destination};
    return shipment;
}

void TestPosterTls::postAndWait(const Shipment &shipment)
{
    const int before = m_fixture->reportCount();
    m_fixture->post(shipment);
    QTRY_COMPARE(m_fixture->reportCount(), before + 1);
}

void TestPosterTls::show(const TestCertificate &certificate)
{
    m_receiver->useTls(certificate.serverConfiguration());
}

void TestPosterTls::postsToATrustedReceiver()
{
    postAndWait(shipment());
    const Report report = m_fixture->last();
    QCOMPARE(report.status, 200);
    QVERIFY(report.timings.tls);
    QCOMPARE(headerValue(m_receiver->requests().constFirst().headers, "Host"),
             Name.toLatin1() + ':' + QByteArray::number(m_receiver->serverPort()));
    QCOMPARE(report.remoteAddress, QStringLiteral("127.0.0.1:%1").arg(m_receiver->serverPort()));

    postAndWait(shipment(2));
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_receiver->acceptedCount(), 1);
}

void TestPosterTls::refusesBadCertificates_data()
{
    QTest::addColumn<TestCertificate>("certificate");
    QTest::addColumn<QString>("words");
    QTest::newRow("one for another host") << TestCertificate::signedBy(m_authority, "other.example")
                                          << QStringLiteral("another host name");
    QTest::newRow("one for the address, not the name")
        << TestCertificate::signedBy(m_authority, "127.0.0.1")
        << QStringLiteral("another host name");
    QTest::newRow("one that signed itself")
        << TestCertificate::selfSigned(Name.toLatin1()) << QStringLiteral("self-signed");
    QTest::newRow("one of an unknown authority")
        << TestCertificate::signedBy(TestCertificate::selfSigned("Unknown"), Name.toLatin1())
        << QStringLiteral("the issuer of the certificate is not known");
    QTest::newRow("one that has expired")
        << TestCertificate::signedBy(m_authority, Name.toLatin1(), -1h)
        << QStringLiteral("expired");
}

void TestPosterTls::refusesBadCertificates()
{
    QFETCH(TestCertificate, certificate);
    QFETCH(QString, words);
    show(certificate);
    postAndWait(shipment());
    const Report report = m_fixture->last();
    QCOMPARE(report.failure, Failure::TlsFailed);
    QCOMPARE(report.phase, Phase::Tls);
    QVERIFY2(report.detail.contains(words), qPrintable(report.detail));
    QVERIFY2(report.detail.contains(certificate.certificate.subjectDisplayName()),
             qPrintable(report.detail));
    QCOMPARE(m_receiver->requests().size(), 0);
}

void TestPosterTls::tellsAllWhatIsWrongWithACertificate()
{
    show(TestCertificate::selfSigned(Name.toLatin1()));
    for (int i = 0; i < 6; ++i)
        m_fixture->post(shipment());
    QTRY_COMPARE(m_fixture->reportCount(), 6);
    for (const Report &report : m_fixture->reports()) {
        QCOMPARE(report.failure, Failure::TlsFailed);
        QVERIFY2(report.detail.contains(QStringLiteral("self-signed")), qPrintable(report.detail));
    }
}

void TestPosterTls::trustsAnyCertificateWhenTold()
{
    show(TestCertificate::selfSigned("other.example"));
    Shipment trusting = shipment();
    trusting.verifyTls = false;
    postAndWait(trusting);
    QCOMPARE(m_fixture->last().status, 200);
}

void TestPosterTls::neverSharesAnUncheckedConnection()
{
    show(TestCertificate::selfSigned(Name.toLatin1()));
    Shipment trusting = shipment();
    trusting.verifyTls = false;
    postAndWait(trusting);
    QCOMPARE(m_receiver->openCount(), 1);
    postAndWait(shipment());
    QCOMPARE(m_fixture->last().failure, Failure::TlsFailed);
    postAndWait(trusting);
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_receiver->requests().size(), 2);
}

void TestPosterTls::namesATlsFailureOnAPlainPort()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this,
            [&plain] { plain.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
    postAndWait(
        m_fixture->shipment(QStringLiteral("https://%1:%2/").arg(Name).arg(plain.serverPort())));
    QCOMPARE(m_fixture->last().failure, Failure::TlsFailed);
    QCOMPARE(m_fixture->last().phase, Phase::Tls);
    QCOMPARE(m_fixture->last().detail, QStringLiteral("wrong version number"));
}

void TestPosterTls::timesOutInTheHandshake()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Shipment shipment
        = m_fixture->shipment(QStringLiteral("https://%1:%2/").arg(Name).arg(silent.serverPort()));
    shipment.timeout = 300ms;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::TimedOut);
    QCOMPARE(m_fixture->last().phase, Phase::Tls);
}

void TestPosterTls::aHandshakeThatHangsHoldsUpNoLaterPost_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("address");
    QTest::newRow("a name, which has other spellings") << Name << QStringLiteral("127.0.0.1");
    QTest::newRow("an address that has one") << QStringLiteral("[::1]") << QStringLiteral("::1");
}

void TestPosterTls::aHandshakeThatHangsHoldsUpNoLaterPost()
{
    QFETCH(const QString, host);
    QFETCH(const QString, address);
    TestReceiver receiver; // of plain http, which waits for the end of what is no request
    if (!receiver.start(QHostAddress(address)))
        QSKIP("this machine has no IPv6 loopback");
    Shipment shipment = m_fixture->shipment(
        QStringLiteral("https://%1:%2/").arg(host).arg(receiver.serverPort()));
    shipment.verifyTls = host == Name;
    shipment.timeout = 500ms;
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().failure, Failure::TimedOut);
    QCOMPARE(receiver.acceptedCount(), 1);
    receiver.useTls(TestCertificate::signedBy(m_authority, Name.toLatin1()).serverConfiguration());
    postAndWait(shipment);
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(receiver.acceptedCount(), 2);
}

void TestPosterTls::makesOnePostWhenTheConnectionEnds()
{
    m_receiver->enqueueAnswer(Answer::close());
    postAndWait(shipment());
    QCOMPARE(m_fixture->last().failure, Failure::ClosedWithoutAnswer);
    m_receiver->enqueueAnswer(Answer::reset());
    postAndWait(shipment());
    QCOMPARE(m_fixture->last().failure, Failure::ConnectionReset);
    postAndWait(shipment());
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_receiver->requests().size(), 3);
}

void TestPosterTls::letsNoDestinationHoldUpAnother_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("verifiesTls");
    QTest::newRow("a name whose certificate is checked") << Name << true;
    QTest::newRow("an address") << QStringLiteral("127.0.0.1") << false;
}

void TestPosterTls::letsNoDestinationHoldUpAnother()
{
    QFETCH(const QString, host);
    QFETCH(const bool, verifiesTls);
    m_receiver->setAnswer("/hang", Answer::hang());
    const auto shipmentOf = [&](qint64 destination, const QString &path) {
        Shipment made = shipment(destination, path);
        made.url.replace(Name, host);
        made.verifyTls = verifiesTls;
        return made;
    };
    for (int i = 0; i < 12; ++i)
        m_fixture->post(shipmentOf(1, QStringLiteral("/hang")));
    QTRY_COMPARE(m_receiver->requests().size(), 6);
    for (qint64 destination = 2; destination <= 9; ++destination) {
        m_fixture->post(shipmentOf(destination, QStringLiteral("/hang")));
        postAndWait(shipmentOf(destination, QStringLiteral("/fine")));
        QCOMPARE(m_fixture->last().status, 200);
    }
}

void TestPosterTls::sharesSixConnectionsFairly()
{
    // There is one way to write this name, so both destinations share.
    const QString plainName = QStringLiteral("1-1");
    m_fixture->lookUp().set(plainName, {QStringLiteral("127.0.0.1")});
    const auto shipmentOf = [&](qint64 destination, const QString &path) {
        Shipment made = shipment(destination, path);
        made.url.replace(Name, plainName);
        made.verifyTls = false;
        return made;
    };
    m_receiver->setAnswer("/slow", Answer::status(200).after(150ms));
    for (int i = 0; i < 30; ++i)
        m_fixture->post(shipmentOf(1, QStringLiteral("/slow")));
    QTRY_COMPARE(m_receiver->requests().size(), 6);
    const AttemptId late = m_fixture->post(shipmentOf(2, QStringLiteral("/fast")));
    QTRY_COMPARE(m_fixture->reportCount(), 31);
    QVERIFY(m_receiver->acceptedCount() <= 6);
    // It waited for one place, not for the twenty-four that came before it.
    qsizetype position = 0;
    while (!(m_fixture->reports().at(position).attempt == late))
        ++position;
    QVERIFY2(position <= 13, qPrintable(QString::number(position)));
}

void TestPosterTls::hasTimeForASlowHandshakeAmongManyAddresses()
{
    QStringList addresses{QStringLiteral("127.0.0.1")};
    for (int i = 2; i <= 40; ++i)
        addresses.append(QStringLiteral("127.0.0.%1").arg(i)); // where nobody listens
    m_fixture->lookUp().set(Name, addresses);
    m_receiver->pauseAccepting();
    QTimer::singleShot(400ms, m_receiver.get(), &TestReceiver::resumeAccepting);
    postAndWait(shipment());
    QCOMPARE(m_fixture->last().status, 200);
    QCOMPARE(m_receiver->requests().size(), 1);
}

void TestPosterTls::tellsThatAnAuthorityIsTooWeak()
{
    CertificateRecipe recipe;
    recipe.commonName = "Weak Authority";
    recipe.key = CertificateRecipe::Key::WeakRsa;
    recipe.extensions = {{"basicConstraints", "critical,CA:TRUE"}};
    const TestCertificate weak = TestCertificate::make(recipe);
    show(TestCertificate::signedBy(weak, Name.toLatin1())); // before it would refuse that itself
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore
        = qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(weak.certificate);
    QSslConfiguration::setDefaultConfiguration(trusting);
    postAndWait(shipment());
    QCOMPARE(m_fixture->last().failure, Failure::TlsFailed);
    QVERIFY2(m_fixture->last().detail.contains(QStringLiteral("too weak")),
             qPrintable(m_fixture->last().detail));
}

QTEST_GUILESS_MAIN(TestPosterTls)
#include "tst_postertls.moc"

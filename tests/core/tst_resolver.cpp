// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/resolver.h"
#include "tests/support/fakelookup.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace Core;

namespace {

constexpr int Places = 4; // one of them for names that were found before
constexpr Milliseconds Patience{15'000};

QHostInfo found(const QString &address)
{
    QHostInfo info;
    info.setAddresses({QHostAddress(address)});
    return info;
}

QHostInfo failed(QHostInfo::HostInfoError error, const QString &words)
{
    QHostInfo info;
    info.setError(error);
    info.setErrorString(words);
    return info;
}

} // namespace

class TestResolver final : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    std::unique_ptr<FakeLookUp> m_lookUp;
    std::unique_ptr<Resolver> m_resolver;
    QList<Resolution> m_resolutions;

    void resolve(const QString &host);

private slots:
    void init();
    void answersWithoutALookUp_data();
    void answersWithoutALookUp();
    void asksTheSystemAndCallsBackLater();
    void looksANameUpOnceForAllWhoWait();
    void keepsWhatItFoundForAWhile();
    void renewsWhatItFound_data();
    void renewsWhatItFound();
    void keepsAFailureForLess();
    void tellsFailuresApart_data();
    void tellsFailuresApart();
    void limitsConcurrentLookUps();
    void namesThatHangKeepNobodyElseWaiting();
    void namesThatWereNotFoundLeaveSomeForNewOnes();
    void leavesOutNamesThatNobodyWaitsFor();
    void forgetsWhoWaitsWhenItDies();
    void usesTheSystemsResolver();
};

void TestResolver::init()
{
    m_resolutions.clear();
    m_lookUp = std::make_unique<FakeLookUp>();
    m_resolver = std::make_unique<Resolver>(m_clock, m_lookUp->function(), Places);
}

void TestResolver::resolve(const QString &host)
{
    m_resolver->resolve(host, m_clock.tick() + Patience,
                        [this](const Resolution &r) { m_resolutions.append(r); });
}

void TestResolver::answersWithoutALookUp_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("addresses");
    const QStringList loopback{QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    QTest::newRow("an address") << QStringLiteral("192.0.2.7")
                                << QStringList{QStringLiteral("192.0.2.7")};
    QTest::newRow("an address in IPv6")
        << QStringLiteral("2001:db8::7") << QStringList{QStringLiteral("2001:db8::7")};
    QTest::newRow("a short address")
        << QStringLiteral("127.1") << QStringList{QStringLiteral("127.0.0.1")};
    QTest::newRow("an address with a full stop at its end")
        << QStringLiteral("127.0.0.1.") << QStringList{QStringLiteral("127.0.0.1")};
    QTest::newRow("localhost") << QStringLiteral("localhost") << loopback;
    QTest::newRow("localhost in capitals") << QStringLiteral("LocalHost") << loopback;
    QTest::newRow("localhost with a full stop") << QStringLiteral("localhost.") << loopback;
    QTest::newRow("a name below localhost") << QStringLiteral("joe.localhost") << loopback;
}

void TestResolver::answersWithoutALookUp()
{
    QFETCH(QString, host);
    QFETCH(QStringList, addresses);
    resolve(host);
    QCOMPARE(m_resolutions.size(), 1);
    QStringList texts;
    for (const QHostAddress &address : m_resolutions.constFirst().addresses)
        texts.append(address.toString());
    QCOMPARE(texts, addresses);
    QCOMPARE(m_lookUp->asked(), QStringList());
}

void TestResolver::asksTheSystemAndCallsBackLater()
{
    resolve(QStringLiteral("a.example"));
    QCOMPARE(m_lookUp->asked(), QStringList{QStringLiteral("a.example")});
    QCOMPARE(m_resolutions.size(), 0);
    QVERIFY(m_lookUp->answer(found(QStringLiteral("192.0.2.1"))));
    QCOMPARE(m_resolutions.size(), 1);
    QCOMPARE(m_resolutions.constFirst().addresses,
             QList{QHostAddress(QStringLiteral("192.0.2.1"))});
}

void TestResolver::looksANameUpOnceForAllWhoWait()
{
    resolve(QStringLiteral("a.example"));
    resolve(QStringLiteral("A.example."));
    resolve(QStringLiteral("a.example"));
    QCOMPARE(m_lookUp->asked().size(), 1);
    m_lookUp->answer(found(QStringLiteral("192.0.2.1")));
    QCOMPARE(m_resolutions.size(), 3);
}

void TestResolver::keepsWhatItFoundForAWhile()
{
    resolve(QStringLiteral("a.example"));
    m_lookUp->answer(found(QStringLiteral("192.0.2.1")));
    m_clock.advance(Resolver::FoundLasts - Resolver::RenewedBefore - Milliseconds{1});
    resolve(QStringLiteral("a.example"));
    QCOMPARE(m_resolutions.size(), 2);
    QCOMPARE(m_lookUp->asked().size(), 1);
    m_clock.advance(Resolver::RenewedBefore + Milliseconds{1});
    resolve(QStringLiteral("a.example"));
    QCOMPARE(m_resolutions.size(), 2);
    QCOMPARE(m_lookUp->asked().size(), 2);
}

void TestResolver::renewsWhatItFound_data()
{
    QTest::addColumn<QHostInfo>("info");
    QTest::addColumn<qsizetype>("lookUps");
    QTest::newRow("and has it for as long again")
        << found(QStringLiteral("192.0.2.2")) << qsizetype{2};
    QTest::newRow("and keeps the old one when that fails")
        << failed(QHostInfo::UnknownError, QStringLiteral("Temporary failure")) << qsizetype{3};
}

void TestResolver::renewsWhatItFound()
{
    QFETCH(const QHostInfo, info);
    QFETCH(const qsizetype, lookUps);
    resolve(QStringLiteral("a.example"));
    m_lookUp->answer(found(QStringLiteral("192.0.2.1")));
    m_clock.advance(Resolver::FoundLasts - Milliseconds{1});
    resolve(QStringLiteral("a.example"));
    resolve(QStringLiteral("a.example"));
    QCOMPARE(m_resolutions.size(), 3);
    QCOMPARE(m_lookUp->asked().size(), 2);
    QVERIFY(m_lookUp->answer(info));
    QCOMPARE(m_resolutions.size(), 3);
    m_clock.advance(Milliseconds{1});
    resolve(QStringLiteral("a.example"));
    QCOMPARE(m_lookUp->asked().size(), lookUps);
}

void TestResolver::keepsAFailureForLess()
{
    resolve(QStringLiteral("a.example"));
    m_lookUp->answer(failed(QHostInfo::HostNotFound, QStringLiteral("Host not found")));
    m_clock.advance(Resolver::FailureLasts - Milliseconds{1});
    resolve(QStringLiteral("a.example"));
    QCOMPARE(m_resolutions.size(), 2);
    m_clock.advance(Milliseconds{1});
    resolve(QStringLiteral("a.example"));
    QCOMPARE(m_lookUp->asked().size(), 2);
}

void TestResolver::tellsFailuresApart_data()
{
    QTest::addColumn<QHostInfo>("info");
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<QString>("detail");
    QTest::newRow("an unknown name, in the desktop's language")
        << failed(QHostInfo::HostNotFound, QStringLiteral("Host nicht gefunden"))
        << Failure::NameNotFound << QString();
    QTest::newRow("a name without addresses") << QHostInfo() << Failure::NameNotFound << QString();
    QTest::newRow("a resolver in trouble")
        << failed(QHostInfo::UnknownError, QStringLiteral("Temporary failure"))
        << Failure::LookUpFailed << QStringLiteral("Temporary failure");
}

void TestResolver::tellsFailuresApart()
{
    QFETCH(QHostInfo, info);
    QFETCH(Failure, failure);
    resolve(QStringLiteral("a.example"));
    m_lookUp->answer(info);
    QCOMPARE(m_resolutions.size(), 1);
    QCOMPARE(m_resolutions.constFirst().failure, failure);
    QTEST(m_resolutions.constFirst().detail, "detail");
    QCOMPARE(m_resolutions.constFirst().addresses.size(), 0);
}

void TestResolver::limitsConcurrentLookUps()
{
    for (int i = 1; i <= Places; ++i)
        resolve(QStringLiteral("n%1.example").arg(i));
    QCOMPARE(m_lookUp->asked().size(), Places - 1);
    m_lookUp->answer(found(QStringLiteral("192.0.2.1")));
    QCOMPARE(m_lookUp->asked().last(), QStringLiteral("n4.example"));
    while (m_lookUp->answer(found(QStringLiteral("192.0.2.2")))) { }
    QCOMPARE(m_resolutions.size(), Places);
}

void TestResolver::namesThatHangKeepNobodyElseWaiting()
{
    resolve(QStringLiteral("good.example"));
    m_lookUp->answer(found(QStringLiteral("192.0.2.1")));
    for (int i = 1; i <= 20; ++i)
        resolve(QStringLiteral("hangs%1.example").arg(i));
    QCOMPARE(m_lookUp->asked().size(), 1 + Places - 1);
    m_clock.advance(Resolver::FoundLasts);
    resolve(QStringLiteral("good.example"));
    QCOMPARE(m_lookUp->asked().last(), QStringLiteral("good.example"));
}

void TestResolver::namesThatWereNotFoundLeaveSomeForNewOnes()
{
    for (const char *name : {"a.example", "b.example", "c.example"}) {
        resolve(QString::fromLatin1(name));
        m_lookUp->answer(failed(QHostInfo::HostNotFound, QStringLiteral("Host not found")));
    }
    m_clock.advance(Resolver::FailureLasts);
    for (const char *name : {"a.example", "b.example", "c.example", "new.example"})
        resolve(QString::fromLatin1(name));
    QCOMPARE(m_lookUp->asked().mid(3),
             (QStringList{QStringLiteral("a.example"), QStringLiteral("b.example"),
                          QStringLiteral("new.example")}));
}

void TestResolver::leavesOutNamesThatNobodyWaitsFor()
{
    for (int i = 1; i <= 20; ++i)
        resolve(QStringLiteral("hangs%1.example").arg(i));
    m_clock.advance(Patience);
    resolve(QStringLiteral("new.example"));
    QCOMPARE(m_lookUp->asked().size(), Places - 1);
    m_lookUp->answer(found(QStringLiteral("192.0.2.1")));
    QCOMPARE(m_lookUp->asked().size(), Places);
    QCOMPARE(m_lookUp->asked().last(), QStringLiteral("new.example"));
}

void TestResolver::forgetsWhoWaitsWhenItDies()
{
    resolve(QStringLiteral("a.example"));
    m_resolver.reset();
    QVERIFY(m_lookUp->answer(found(QStringLiteral("192.0.2.1"))));
    QCOMPARE(m_resolutions.size(), 0);
}

void TestResolver::usesTheSystemsResolver()
{
    // The system answers an address without asking anybody.
    QList<QHostAddress> addresses;
    Resolver::system()(QStringLiteral("127.0.0.1"), this,
                       [&addresses](const QHostInfo &info) { addresses = info.addresses(); });
    QCOMPARE(addresses.size(), 0);
    QTRY_COMPARE(addresses, QList{QHostAddress(QHostAddress::LocalHost)});
}

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"

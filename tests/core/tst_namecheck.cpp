// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/addresspolicy.h"
#include "core/namecheck.h"
#include "tests/support/fakelookup.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;

class TestNameCheck final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aNameThatIsFoundLeadsSomewhere();
    void aNameThatIsNotFoundIsTold();
    void anAddressNeedsNoLookUp();
    void whatIsNeverSentToIsRefused_data();
    void whatIsNeverSentToIsRefused();
    void oneOpenAddressIsEnough();
    void whatHasNoHostIsNotAskedFor();

private:
    NameReport reportOn(const QString &url) const;

    ManualClock m_clock;
    AddressPolicy m_policy;
    std::unique_ptr<FakeLookUp> m_lookUp;
    std::unique_ptr<NameCheck> m_check;
};

void TestNameCheck::init()
{
    m_lookUp = std::make_unique<FakeLookUp>();
    m_policy.own = {{QHostAddress(QHostAddress::LocalHost), 8090}};
    m_check = std::make_unique<NameCheck>(m_policy, m_clock, m_lookUp->function());
}

NameReport TestNameCheck::reportOn(const QString &url) const
{
    QSignalSpy checked(m_check.get(), &NameCheck::checked);
    m_check->check(url);
    if (checked.isEmpty() && !checked.wait())
        return {};
    return checked.first().first().value<NameReport>();
}

void TestNameCheck::aNameThatIsFoundLeadsSomewhere()
{
    m_lookUp->set(QStringLiteral("shop.example"),
                  {QStringLiteral("203.0.113.9"), QStringLiteral("2001:db8::1")});
    const QString url = QStringLiteral("https://shop.example/hooks");
    const NameReport report = reportOn(url);
    QCOMPARE(report.url, url);
    QCOMPARE(report.addresses.size(), 2);
    QVERIFY(report.failure == Failure::None);
}

void TestNameCheck::aNameThatIsNotFoundIsTold()
{
    m_lookUp->fail(QStringLiteral("gone.example"), QHostInfo::HostNotFound);
    const NameReport report = reportOn(QStringLiteral("https://gone.example/"));
    QVERIFY(report.failure == Failure::NameNotFound);
    QVERIFY(report.addresses.isEmpty() && report.refusal.isEmpty());
}

void TestNameCheck::anAddressNeedsNoLookUp()
{
    const NameReport report = reportOn(QStringLiteral("http://127.0.0.1:8091/"));
    QCOMPARE(report.addresses, QStringList{QStringLiteral("127.0.0.1")});
    QVERIFY(report.refusal.isEmpty());
    QVERIFY(m_lookUp->asked().isEmpty());
}

void TestNameCheck::whatIsNeverSentToIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("port");
    QTest::newRow("metadata of a cloud") << "169.254.169.254"
                                         << "";
    QTest::newRow("our own interface") << "127.0.0.1"
                                       << ":8090";
}

void TestNameCheck::whatIsNeverSentToIsRefused()
{
    QFETCH(QString, address);
    QFETCH(QString, port);
    m_lookUp->set(QStringLiteral("sly.example"), {address});
    const NameReport report = reportOn(QStringLiteral("http://sly.example%1/").arg(port));
    QVERIFY2(report.refusal.contains(address), qPrintable(report.refusal));
    QVERIFY(report.failure == Failure::None);
}

void TestNameCheck::oneOpenAddressIsEnough()
{
    m_lookUp->set(QStringLiteral("both.example"),
                  {QStringLiteral("169.254.169.254"), QStringLiteral("10.0.0.7")});
    QVERIFY(reportOn(QStringLiteral("http://both.example/")).refusal.isEmpty());
}

void TestNameCheck::whatHasNoHostIsNotAskedFor()
{
    const QSignalSpy checked(m_check.get(), &NameCheck::checked);
    m_check->check(QStringLiteral("http:///path"));
    m_check->check(QStringLiteral("not a url"));
    QCOMPARE(checked.size(), 0);
    QVERIFY(m_lookUp->asked().isEmpty());
}

QTEST_GUILESS_MAIN(TestNameCheck)
#include "tst_namecheck.moc"

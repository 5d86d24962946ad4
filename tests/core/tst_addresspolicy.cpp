// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/addresspolicy.h"

#include <QTest>

using namespace Core;

namespace {

/// What the two profiles say to an address.
enum class Open {
    Nowhere,
    OnDesktop,
    Everywhere,
};

bool isAllowed(Profile profile, const QString &address)
{
    AddressPolicy policy;
    policy.profile = profile;
    return policy.judge(QHostAddress(address), 80).has_value();
}

AddressPolicy listeningOn(const QString &address)
{
    AddressPolicy policy;
    policy.own = {{QHostAddress(address), 8090}};
    return policy;
}

/// The address \a step away from \a text.
QString neighbour(const QString &text, int step)
{
    const QHostAddress address(text);
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return QHostAddress(address.toIPv4Address() + static_cast<quint32>(step)).toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    int carry = step;
    for (int i = 15; i >= 0 && carry != 0; --i) {
        const int sum = bytes[i] + carry;
        bytes[i] = static_cast<quint8>(sum & 0xff);
        carry = sum < 0 ? -1 : sum / 256;
    }
    return QHostAddress(bytes).toString();
}

struct Verdicts
{
    Open before;
    Open inside;
    Open after;
};

void addRange(const char *kind, const QByteArray &first, const QByteArray &last, Verdicts verdicts)
{
    const QString begin = QString::fromLatin1(first);
    const QString end = QString::fromLatin1(last);
    const auto row = [kind](const char *which, const QByteArray &of) -> QTestData & {
        return QTest::addRow("%s %s address, %s", which, kind, of.constData());
    };
    row("before the first", first) << neighbour(begin, -1) << verdicts.before;
    row("the first", first) << begin << verdicts.inside;
    row("the last", last) << end << verdicts.inside;
    row("after the last", last) << neighbour(end, 1) << verdicts.after;
}

} // namespace

Q_DECLARE_METATYPE(Open)

class TestAddressPolicy final : public QObject
{
    Q_OBJECT

    void judgeBoth();

private slots:
    void judgesIPv4Ranges_data();
    void judgesIPv4Ranges() { judgeBoth(); }
    void judgesIPv6Ranges_data();
    void judgesIPv6Ranges() { judgeBoth(); }
    void judgesSingleAddresses_data();
    void judgesSingleAddresses() { judgeBoth(); }
    void refusesItsOwnApi_data();
    void refusesItsOwnApi();
    void judgesUrlsAsFarAsItCan_data();
    void judgesUrlsAsFarAsItCan();
    void opensWhatTheOperatorAllows_data();
    void opensWhatTheOperatorAllows();
    void saysWhy_data();
    void saysWhy();
};

void TestAddressPolicy::judgesIPv4Ranges_data()
{
    using enum Open;
    QTest::addColumn<QString>("address");
    QTest::addColumn<Open>("open");
    addRange("unspecified", "0.0.0.0", "0.255.255.255", {Nowhere, Nowhere, Everywhere});
    addRange("private", "10.0.0.0", "10.255.255.255", {Everywhere, OnDesktop, Everywhere});
    addRange("shared", "100.64.0.0", "100.127.255.255", {Everywhere, OnDesktop, Everywhere});
    addRange("loopback", "127.0.0.0", "127.255.255.255", {Everywhere, OnDesktop, Everywhere});
    addRange("link-local", "169.254.0.0", "169.254.255.255", {Everywhere, Nowhere, Everywhere});
    addRange("private", "172.16.0.0", "172.31.255.255", {Everywhere, OnDesktop, Everywhere});
    addRange("protocol", "192.0.0.0", "192.0.0.255", {Everywhere, Nowhere, Everywhere});
    addRange("documentation", "192.0.2.0", "192.0.2.255", {Everywhere, Nowhere, Everywhere});
    addRange("relay", "192.88.99.0", "192.88.99.255", {Everywhere, Nowhere, Everywhere});
    addRange("private", "192.168.0.0", "192.168.255.255", {Everywhere, OnDesktop, Everywhere});
    addRange("benchmark", "198.18.0.0", "198.19.255.255", {Everywhere, Nowhere, Everywhere});
    addRange("documentation", "198.51.100.0", "198.51.100.255", {Everywhere, Nowhere, Everywhere});
    addRange("documentation", "203.0.113.0", "203.0.113.255", {Everywhere, Nowhere, Everywhere});
    addRange("multicast", "224.0.0.0", "239.255.255.255", {Everywhere, Nowhere, Nowhere});
    addRange("reserved", "240.0.0.0", "255.255.255.255", {Nowhere, Nowhere, Nowhere});
    addRange("Azure metadata", "168.63.129.16", "168.63.129.16", {Everywhere, Nowhere, Everywhere});
    addRange("Alibaba metadata", "100.100.100.200", "100.100.100.200",
             {OnDesktop, Nowhere, OnDesktop});
}

void TestAddressPolicy::judgesIPv6Ranges_data()
{
    using enum Open;
    QTest::addColumn<QString>("address");
    QTest::addColumn<Open>("open");
    const QByteArray ones = ":ffff:ffff:ffff:ffff:ffff:ffff";
    addRange("unspecified", "::", "::", {Nowhere, Nowhere, OnDesktop});
    addRange("loopback", "::1", "::1", {Nowhere, OnDesktop, Nowhere});
    addRange("given out", "2000::", "2000:ffff" + ones, {Nowhere, Everywhere, Nowhere});
    addRange("protocol", "2001::", "2001:1ff" + ones, {Everywhere, Nowhere, Everywhere});
    addRange("documentation", "2001:db8::", "2001:db8" + ones, {Everywhere, Nowhere, Everywhere});
    addRange("documentation", "3fff::", "3fff:fff" + ones, {Everywhere, Nowhere, Everywhere});
    addRange("unassigned", "4000::", "fbff:ffff" + ones, {Everywhere, Nowhere, OnDesktop});
    addRange("private", "fc00::", "fdff:ffff" + ones, {Nowhere, OnDesktop, Nowhere});
    addRange("link-local", "fe80::", "febf:ffff" + ones, {Nowhere, Nowhere, Nowhere});
    addRange("site-local", "fec0::", "feff:ffff" + ones, {Nowhere, Nowhere, Nowhere});
    addRange("multicast", "ff00::", "ffff:ffff" + ones, {Nowhere, Nowhere, Nowhere});
    addRange("AWS metadata", "fd00:ec2::254", "fd00:ec2::254", {OnDesktop, Nowhere, OnDesktop});
    addRange("AWS pod identities", "fd00:ec2::23", "fd00:ec2::23", {OnDesktop, Nowhere, OnDesktop});
    addRange("Google metadata", "fd20:ce::254", "fd20:ce::254", {OnDesktop, Nowhere, OnDesktop});
    addRange("Scaleway metadata", "fd00:42::42", "fd00:42::42", {OnDesktop, Nowhere, OnDesktop});
    addRange("Oracle metadata", "fd00:c1::a9fe:a9fe", "fd00:c1::a9fe:a9fe",
             {OnDesktop, Nowhere, OnDesktop});
    addRange("mapped loopback", "::ffff:127.0.0.0", "::ffff:127.255.255.255",
             {Everywhere, OnDesktop, Everywhere});
    addRange("compatible", "::2", "::255.255.255.255", {OnDesktop, Nowhere, Nowhere});
    addRange("NAT64 link-local", "64:ff9b::169.254.0.0", "64:ff9b::169.254.255.255",
             {Everywhere, Nowhere, Everywhere});
    addRange("6to4", "2002::", "2002:ffff" + ones, {Everywhere, Nowhere, Everywhere});
}

void TestAddressPolicy::judgesSingleAddresses_data()
{
    using enum Open;
    QTest::addColumn<QString>("address");
    QTest::addColumn<Open>("open");
    const auto row = [](const char *name, const char *address, Open open) {
        QTest::newRow(name) << QString::fromLatin1(address) << open;
    };
    row("a public IPv4 address", "93.184.216.34", Everywhere);
    row("a public IPv6 address", "2606:4700::1111", Everywhere);
    row("the metadata service of most clouds", "169.254.169.254", Nowhere);
    row("it, mapped", "::ffff:169.254.169.254", Nowhere);
    row("it, mapped and in hexadecimal", "::ffff:a9fe:a9fe", Nowhere);
    row("it, compatible", "::169.254.169.254", Nowhere);
    row("it, through NAT64", "64:ff9b::a9fe:a9fe", Nowhere);
    row("it, through 6to4", "2002:a9fe:a9fe::", Nowhere);
    row("it, through the local NAT64 prefix", "64:ff9b:1::a9fe:a9fe", Nowhere);
    row("it, translated", "::ffff:0:a9fe:a9fe", Nowhere);
    row("the metadata of containers", "169.254.170.2", Nowhere);
    row("a zone does not hide link-local", "fe80::1%eth0", Nowhere);
    row("a zone does not hide loopback", "::1%lo", OnDesktop);
    row("a Teredo address", "2001:0:4136:e378:8000:63bf:3fff:fdd2", Nowhere);
    row("a discarded address", "100::1", Nowhere);
    row("a segment-routing address", "5f00::1", Nowhere);
    row("a public address, mapped", "::ffff:93.184.216.34", Everywhere);
    row("a public address through NAT64", "64:ff9b::93.184.216.34", Everywhere);
    row("a public address, compatible", "::8.8.8.8", Nowhere);
    row("a public address through 6to4", "2002:808:808::", Nowhere);
    row("127.1 in the short spelling", "127.1", OnDesktop);
    row("no address at all", "", Nowhere);
}

void TestAddressPolicy::judgeBoth()
{
    QFETCH(QString, address);
    QFETCH(Open, open);
    QCOMPARE(isAllowed(Profile::Desktop, address), open != Open::Nowhere);
    QCOMPARE(isAllowed(Profile::Server, address), open == Open::Everywhere);
}

void TestAddressPolicy::refusesItsOwnApi_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("address");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<bool>("isAllowed");
    const auto row
        = [](const char *name, const char *own, const char *address, quint16 port, bool isAllowed) {
              QTest::newRow(name) << QString::fromLatin1(own) << QString::fromLatin1(address)
                                  << port << isAllowed;
          };
    row("the very address", "127.0.0.1", "127.0.0.1", 8090, false);
    row("another port of it", "127.0.0.1", "127.0.0.1", 8091, true);
    row("loopback in IPv6", "127.0.0.1", "::1", 8090, false);
    row("another loopback address", "127.0.0.1", "127.9.8.7", 8090, false);
    row("a mapped one", "127.0.0.1", "::ffff:127.0.0.1", 8090, false);
    row("a compatible one", "127.0.0.1", "::127.0.0.1", 8090, false);
    row("one through NAT64", "127.0.0.1", "64:ff9b::7f00:1", 8090, false);
    row("the unspecified address", "127.0.0.1", "0.0.0.0", 8090, false);
    row("the unspecified address in IPv6", "127.0.0.1", "::", 8090, false);
    row("IPv4 loopback when IPv6 listens", "::1", "127.0.0.1", 8090, false);
    row("loopback when every address listens", "0.0.0.0", "127.0.0.1", 8090, false);
    row("loopback when every IPv6 address listens", "::", "127.0.0.1", 8090, false);
    row("the address in the network that listens", "192.168.1.5", "192.168.1.5", 8090, false);
    row("its neighbour", "192.168.1.5", "192.168.1.6", 8090, true);
    row("loopback when only another address listens", "192.168.1.5", "127.0.0.1", 8090, true);
}

void TestAddressPolicy::refusesItsOwnApi()
{
    QFETCH(QString, own);
    QFETCH(QString, address);
    QFETCH(quint16, port);
    QFETCH(bool, isAllowed);
    AddressPolicy policy = listeningOn(own);
    QCOMPARE(policy.judge(QHostAddress(address), port).has_value(), isAllowed);
    policy.profile = Profile::Server;
    policy.allowed = {{QHostAddress(QStringLiteral("127.0.0.0")), 8},
                      {QHostAddress(QStringLiteral("::1")), 128},
                      {QHostAddress(QStringLiteral("192.168.0.0")), 16}};
    QCOMPARE(policy.judge(QHostAddress(address), port).has_value(), isAllowed);
}

void TestAddressPolicy::judgesUrlsAsFarAsItCan_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *url, bool isAllowed) {
        QTest::newRow(url) << QString::fromLatin1(url) << isAllowed;
    };
    row("http://localhost:8090/", false);
    row("http://LOCALHOST:8090/", false);
    row("http://localhost.:8090/", false);
    row("http://api.localhost:8090/", false);
    row("http://127.1:8090/", false);
    row("http://[::1]:8090/", false);
    row("http://localhost:8091/", true);
    row("http://api.localhost/", true);
    row("http://169.254.169.254/", false);
    row("http://metadata.google.internal/", true);
    row("ftp://localhost/", false);
}

void TestAddressPolicy::judgesUrlsAsFarAsItCan()
{
    QFETCH(QString, url);
    QFETCH(bool, isAllowed);
    QCOMPARE(listeningOn(QStringLiteral("127.0.0.1")).judge(url).has_value(), isAllowed);
}

void TestAddressPolicy::opensWhatTheOperatorAllows_data()
{
    QTest::addColumn<QString>("subnet");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *name, const char *subnet, const char *address, bool isAllowed) {
        QTest::newRow(name) << QString::fromLatin1(subnet) << QString::fromLatin1(address)
                            << isAllowed;
    };
    row("a private address inside", "10.1.0.0/16", "10.1.255.255", true);
    row("a private address outside", "10.1.0.0/16", "10.2.0.0", false);
    row("a mapped address inside", "10.1.0.0/16", "::ffff:10.1.0.1", true);
    row("loopback", "127.0.0.1", "127.0.0.1", true);
    row("only that loopback", "127.0.0.1", "127.0.0.2", false);
    row("a private IPv6 address", "fd12::/16", "fd12::1", true);
    row("metadata stays closed", "0.0.0.0/0", "169.254.169.254", false);
    row("metadata in a private range stays closed", "fc00::/7", "fd00:ec2::254", false);
    row("multicast stays closed", "224.0.0.0/4", "224.0.0.1", false);
    row("IPv4 is not opened by IPv6", "::/0", "10.0.0.1", false);
}

void TestAddressPolicy::opensWhatTheOperatorAllows()
{
    QFETCH(QString, subnet);
    QFETCH(QString, address);
    QFETCH(bool, isAllowed);
    const std::optional<Subnet> range = subnetFromString(subnet);
    QVERIFY(range);
    AddressPolicy policy;
    policy.profile = Profile::Server;
    policy.allowed = {*range};
    QCOMPARE(policy.judge(QHostAddress(address), 80).has_value(), isAllowed);
}

void TestAddressPolicy::saysWhy_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *address, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(words);
    };
    row("metadata", "169.254.169.254", "169.254.169.254 is a cloud metadata address");
    row("own API", "127.0.0.1", "127.0.0.1, port 8090 is Hookpost's own API");
    row("private", "10.0.0.1", "10.0.0.1 is a private address, which a server does not send to");
    row("what lies inside", "::ffff:10.0.0.1", "::ffff:10.0.0.1 (which leads to 10.0.0.1)");
}

void TestAddressPolicy::saysWhy()
{
    QFETCH(QString, address);
    QFETCH(QString, words);
    AddressPolicy policy = listeningOn(QStringLiteral("127.0.0.1"));
    policy.profile = Profile::Server;
    const Result<> verdict = policy.judge(QHostAddress(address), 8090);
    QVERIFY(!verdict);
    QVERIFY2(verdict.error().sentence.contains(words), qPrintable(verdict.error().sentence));
    QCOMPARE(verdict.error().field, QStringLiteral("destination"));
    QVERIFY(!verdict.error().hint.isEmpty());
}

QTEST_GUILESS_MAIN(TestAddressPolicy)
#include "tst_addresspolicy.moc"

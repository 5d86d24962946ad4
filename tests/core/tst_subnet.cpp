// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/subnet.h"

#include <QTest>

using namespace Core;

class TestSubnet final : public QObject
{
    Q_OBJECT

private slots:
    void readsRanges_data();
    void readsRanges();
    void refusesWhatIsNoRange_data();
    void refusesWhatIsNoRange();
    void holdsAddresses_data();
    void holdsAddresses();
};

void TestSubnet::readsRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("base");
    QTest::addColumn<int>("prefixLength");
    const auto row = [](const char *text, const char *base, int prefixLength) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(base)
                            << prefixLength;
    };
    row("10.0.0.0/8", "10.0.0.0", 8);
    row("0.0.0.0/0", "0.0.0.0", 0);
    row("192.168.1.5", "192.168.1.5", 32);
    row("192.168.1.5/32", "192.168.1.5", 32);
    row("172.16.0.0/12", "172.16.0.0", 12);
    row("fd00::/8", "fd00::", 8);
    row("FD00:0:0:0:0:0:0:0/8", "fd00::", 8);
    row("::1", "::1", 128);
    row("::/0", "::", 0);
}

void TestSubnet::readsRanges()
{
    QFETCH(QString, text);
    QFETCH(QString, base);
    QFETCH(int, prefixLength);
    const std::optional<Subnet> subnet = subnetFromString(text);
    QVERIFY(subnet);
    QCOMPARE(subnet->base, QHostAddress(base));
    QCOMPARE(subnet->prefixLength, prefixLength);
}

void TestSubnet::refusesWhatIsNoRange_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(text);
    };
    row("nothing", "");
    row("only a stroke", "/");
    row("no length after the stroke", "10.0.0.0/");
    row("no number after the stroke", "10.0.0.0/x");
    row("a mask", "10.0.0.0/255.0.0.0");
    row("a sign", "10.0.0.0/+8");
    row("a blank", "10.0.0.0/ 8");
    row("another blank", " 10.0.0.0/8");
    row("two lengths", "10.0.0.0/8/8");
    row("too long a prefix", "10.0.0.0/33");
    row("too long a prefix in IPv6", "fd00::/129");
    row("a number beyond all bounds", "10.0.0.0/99999999999");
    row("last bits that are not zero", "10.1.2.3/8");
    row("last bits that are not zero in IPv6", "fd00::1/8");
    row("a name", "localhost/8");
    row("a short address", "127.1/32");
    row("the beginning of an address", "10/8");
    row("an octal part", "010.0.0.0/8");
    row("a hexadecimal part", "0x7f.0.0.1");
    row("full-width digits", "１０.0.0.0/8");
    row("a zone", "fe80::1%lo/64");
    row("IPv4 written as IPv6", "::ffff:10.0.0.0/104");
}

void TestSubnet::refusesWhatIsNoRange()
{
    QFETCH(QString, text);
    QVERIFY(!subnetFromString(text));
}

void TestSubnet::holdsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isHeld");
    const auto row = [](const char *text, const char *address, bool isHeld) {
        QTest::addRow("%s and %s", text, address)
            << QString::fromLatin1(text) << QString::fromLatin1(address) << isHeld;
    };
    row("10.0.0.0/8", "10.255.255.255", true);
    row("10.0.0.0/8", "11.0.0.0", false);
    row("10.0.0.0/8", "fd00::1", false);
    row("0.0.0.0/0", "192.168.1.1", true);
    row("::/0", "fd00::1", true);
    row("::/0", "10.0.0.1", false);
    row("fd12::/16", "fd12:ffff::1", true);
    row("fd12::/16", "fd13::", false);
    row("127.0.0.1", "127.0.0.2", false);
}

void TestSubnet::holdsAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(bool, isHeld);
    const std::optional<Subnet> subnet = subnetFromString(text);
    QVERIFY(subnet);
    QCOMPARE(subnet->holds(QHostAddress(address)), isHeld);
}

QTEST_GUILESS_MAIN(TestSubnet)
#include "tst_subnet.moc"

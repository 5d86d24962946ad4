// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/spellings.h"

#include <QHostAddress>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace Core;
using namespace std::chrono_literals;

namespace {

constexpr Tick Now{1h};

} // namespace

class TestSpellings final : public QObject
{
    Q_OBJECT

private slots:
    void allMeanTheSameHost_data();
    void allMeanTheSameHost();
    void eachDestinationHasItsOwn();
    void thoseThatMustShareDoWithTheFewest();
    void groupsAreApart();
    void aSpoiltNumberIsAvoided();
    void nothingIsKeptForLong();
    void aSpoiltNumberIsBetterThanNone();
};

void TestSpellings::allMeanTheSameHost_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("count");
    QTest::newRow("a name") << QStringLiteral("ab.example") << 512;
    QTest::newRow("a long name has enough") << QStringLiteral("receiver.company.example") << 4096;
    QTest::newRow("what stands encoded is not touched")
        << QStringLiteral("xn--bcher-kva.ab-1.example") << 512;
    QTest::newRow("an IPv4 address") << QStringLiteral("10.0.20.255") << 16;
    QTest::newRow("an IPv6 address has but one") << QStringLiteral("2001:db8::a") << 1;
}

void TestSpellings::allMeanTheSameHost()
{
    QFETCH(const QString, host);
    QFETCH(const int, count);
    QCOMPARE(spellingCount(host), count);
    QCOMPARE(spelled(host, 0), host);
    QSet<QString> all;
    for (int number = 0; number < count; ++number) {
        const QString spelling = spelled(host, number);
        all.insert(spelling);
        const QHostAddress address(host);
        if (address.isNull())
            QCOMPARE(QUrl::toAce(spelling), host.toLatin1());
        else
            QCOMPARE(QHostAddress(spelling), address);
    }
    QCOMPARE(all.size(), count);
}

void TestSpellings::eachDestinationHasItsOwn()
{
    const QString group = QStringLiteral("a.example:443");
    Spellings spellings;
    QCOMPARE(spellings.take(group, DestinationId{1}, 4, Now), 0);
    QCOMPARE(spellings.take(group, DestinationId{2}, 4, Now), 1);
    QCOMPARE(spellings.take(group, DestinationId{1}, 4, Now), 0);
    spellings.release(group, DestinationId{1}, 0, Now);
    QCOMPARE(spellings.take(group, DestinationId{3}, 4, Now), 2);
    spellings.release(group, DestinationId{1}, 0, Now); // its last flight
    QCOMPARE(spellings.take(group, DestinationId{4}, 4, Now), 0);
}

void TestSpellings::thoseThatMustShareDoWithTheFewest()
{
    const QString group = QStringLiteral("x:443");
    Spellings spellings;
    QList<int> numbers;
    for (qint64 id = 1; id <= 5; ++id)
        numbers.append(spellings.take(group, DestinationId{id}, 2, Now));
    QCOMPARE(numbers, (QList<int>{0, 1, 0, 1, 0}));
    spellings.release(group, DestinationId{4}, 1, Now);
    QCOMPARE(spellings.take(group, DestinationId{6}, 2, Now), 1);
}

void TestSpellings::groupsAreApart()
{
    Spellings spellings;
    QCOMPARE(spellings.take(QStringLiteral("a"), DestinationId{1}, 2, Now), 0);
    QCOMPARE(spellings.take(QStringLiteral("b"), DestinationId{2}, 2, Now), 0);
}

void TestSpellings::aSpoiltNumberIsAvoided()
{
    const QString group = QStringLiteral("a.example:443");
    const DestinationId joe{1};
    Spellings spellings;
    QCOMPARE(spellings.take(group, joe, 4, Now), 0);
    QCOMPARE(spellings.take(group, joe, 4, Now), 0);
    QVERIFY(spellings.spoil(group, 0, Now + 6s, Now));
    spellings.release(group, joe, 0, Now);
    QCOMPARE(spellings.take(group, joe, 4, Now), 1);
    QCOMPARE(spellings.take(group, DestinationId{2}, 4, Now), 2);
    spellings.release(group, joe, 0, Now); // what had begun before
    spellings.release(group, joe, 1, Now);
    spellings.release(group, DestinationId{2}, 2, Now);
    QCOMPARE(spellings.take(group, joe, 4, Now + 5s), 1); // also when nothing was in flight
    spellings.release(group, joe, 1, Now + 6s);
    QCOMPARE(spellings.take(group, joe, 4, Now + 6s), 0);
}

void TestSpellings::nothingIsKeptForLong()
{
    Spellings spellings;
    for (qint64 id = 1; id <= 100; ++id) {
        const Tick now = Now + id * 10s;
        const QString group = toString(DestinationId{id});
        QCOMPARE(spellings.take(group, DestinationId{id}, 4, now), 0);
        QVERIFY(spellings.spoil(group, 0, now + 6s, now));
        spellings.release(group, DestinationId{id}, 0, now);
    }
    QCOMPARE(spellings.groupCount(), 1);
}

void TestSpellings::aSpoiltNumberIsBetterThanNone()
{
    const QString group = QStringLiteral("[::1]:443");
    Spellings spellings;
    QCOMPARE(spellings.take(group, DestinationId{1}, 2, Now), 0);
    QVERIFY(spellings.spoil(group, 0, Now + 6s, Now));
    QCOMPARE(spellings.take(group, DestinationId{2}, 2, Now), 1);
    QVERIFY2(!spellings.spoil(group, 1, Now + 7s, Now), "there is no third");
    QCOMPARE(spellings.take(group, DestinationId{3}, 2, Now), 0);
}

QTEST_GUILESS_MAIN(TestSpellings)
#include "tst_spellings.moc"

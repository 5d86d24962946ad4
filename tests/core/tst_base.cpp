// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/clockjudge.h"
#include "core/base/duration.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/utf8.h"

#include <QTest>

#include <set>

using namespace Core;

class TestBase final : public QObject
{
    Q_OBJECT

private slots:
    void textIsWhatItsBytesSay();
    void idsSurviveTheirTextForm();
    void idsRefuseOtherText_data();
    void idsRefuseOtherText();
    void newEventIdsAreDistinctAndSortByTime();
    void durations_data();
    void durations();
    void wrongDurationsAreRefused_data();
    void wrongDurationsAreRefused();
    void timesAreWrittenInRfc3339();
    void aClockIsBelievedUnlessItLeaps_data();
    void aClockIsBelievedUnlessItLeaps();
    void resultsHoldAValueOrAnError();
};

void TestBase::idsSurviveTheirTextForm()
{
    const DeliveryId id{42};
    QCOMPARE(toString(id), QStringLiteral("dlv_42"));
    QVERIFY(idFromString<DeliveryKind>(u"dlv_42") == id);
}

void TestBase::idsRefuseOtherText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("only the prefix") << QStringLiteral("dlv_");
    QTest::newRow("another kind's prefix") << QStringLiteral("dst_42");
    QTest::newRow("zero") << QStringLiteral("dlv_0");
    QTest::newRow("a leading zero") << QStringLiteral("dlv_042");
    QTest::newRow("a sign") << QStringLiteral("dlv_+42");
    QTest::newRow("a blank") << QStringLiteral("dlv_ 42");
    QTest::newRow("more than 64 bits") << QStringLiteral("dlv_99999999999999999999");
}

void TestBase::idsRefuseOtherText()
{
    QFETCH(QString, text);
    QVERIFY(!idFromString<DeliveryKind>(text));
}

void TestBase::newEventIdsAreDistinctAndSortByTime()
{
    std::set<QString> seen;
    for (int i = 0; i < 1000; ++i) {
        const EventId id = newEventId(1'700'000'000'000 + i);
        QVERIFY(isEventId(id.text));
        QVERIFY(seen.empty() || *seen.rbegin() < id.text);
        seen.insert(id.text);
    }
    QCOMPARE(seen.size(), 1000U);
}

void TestBase::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("milliseconds") << QStringLiteral("250ms") << qint64{250};
    QTest::newRow("seconds") << QStringLiteral("5s") << qint64{5000};
    QTest::newRow("minutes") << QStringLiteral("3m") << qint64{180'000};
    QTest::newRow("hours") << QStringLiteral("2h") << qint64{7'200'000};
    QTest::newRow("days") << QStringLiteral("7d") << qint64{604'800'000};
    QTest::newRow("nothing at all") << QStringLiteral("0s") << qint64{0};
}

void TestBase::durations()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    QVERIFY(durationFromString(text) == Milliseconds{milliseconds});
    QCOMPARE(toString(Milliseconds{milliseconds}), text);
}

void TestBase::wrongDurationsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no unit") << QStringLiteral("5");
    QTest::newRow("no number") << QStringLiteral("s");
    QTest::newRow("negative") << QStringLiteral("-5s");
    QTest::newRow("a fraction") << QStringLiteral("1.5s");
    QTest::newRow("two units") << QStringLiteral("1m30s");
    QTest::newRow("a blank") << QStringLiteral("5 s");
    QTest::newRow("capitals") << QStringLiteral("5S");
    QTest::newRow("so long that it would overflow") << QStringLiteral("9223372036854775807d");
}

void TestBase::wrongDurationsAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!durationFromString(text));
}

void TestBase::timesAreWrittenInRfc3339()
{
    const Time time{Milliseconds{1'614'265'330'123}};
    QCOMPARE(toIso(time), QStringLiteral("2021-02-25T15:02:10.123Z"));
    QVERIFY(timeFromIso(u"2021-02-25T15:02:10.123Z") == time);
    QVERIFY(timeFromIso(u"2021-02-25T17:02:10.123+02:00") == time);
    QVERIFY(!timeFromIso(u"2021-02-25T15:02:10.123"));
    QVERIFY(!timeFromIso(u"yesterday"));
}

void TestBase::aClockIsBelievedUnlessItLeaps_data()
{
    using Steps = QList<std::pair<qint64, qint64>>; // of the wall and of the ticks, in minutes
    constexpr qint64 Day = qint64{24} * 60;
    constexpr qint64 Years = 3650 * Day;
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<bool>("isBelieved");
    QTest::newRow("it goes on") << Steps{{1, 1}, {1, 1}} << true;
    QTest::newRow("an hour's sleep, which the ticks do not see") << Steps{{60, 0}} << true;
    QTest::newRow("a day") << Steps{{Day, 0}} << true;
    QTest::newRow("more than a day") << Steps{{Day + 1, 0}} << false;
    QTest::newRow("ten years") << Steps{{Years, 1}} << false;
    QTest::newRow("ten years and back") << Steps{{Years, 1}, {-Years, 1}} << true;
    QTest::newRow("back to 1970") << Steps{{-Years, 1}} << true;
    QTest::newRow("ten years, almost an hour ago") << Steps{{Years, 1}, {59, 59}} << false;
    QTest::newRow("ten years, an hour ago") << Steps{{Years, 1}, {60, 60}} << true;
    QTest::newRow("it leaps again within the hour")
        << Steps{{Years, 1}, {50, 50}, {Years, 1}, {20, 20}} << false;
    QTest::newRow("it has been asleep within the hour")
        << Steps{{Years, 1}, {600, 59}, {2, 2}} << false;
}

void TestBase::aClockIsBelievedUnlessItLeaps()
{
    using Steps = QList<std::pair<qint64, qint64>>;
    QFETCH(const Steps, steps);
    QFETCH(bool, isBelieved);
    Time now{std::chrono::hours{490'000}};
    Tick tick{std::chrono::hours{7}};
    ClockJudge judge(now);
    bool isBelievedLast = judge.believes(now, tick);
    QVERIFY(isBelievedLast);
    for (const auto &[wall, ticks] : steps) {
        now += std::chrono::minutes{wall};
        tick += std::chrono::minutes{ticks};
        isBelievedLast = judge.believes(now, tick);
    }
    QCOMPARE(isBelievedLast, isBelieved);
    QVERIFY2(ClockJudge(std::nullopt).believes(now, tick), "without a past there is no leap");
}

void TestBase::resultsHoldAValueOrAnError()
{
    const Result<int> good = 7;
    QVERIFY(good.has_value());
    QCOMPARE(*good, 7);
    const Result<int> bad = invalid(QStringLiteral("name"), QStringLiteral("name is missing"));
    QVERIFY(!bad.has_value());
    QCOMPARE(bad.error().field, QStringLiteral("name"));
    const Result<> done;
    QVERIFY(done.has_value());
}

void TestBase::textIsWhatItsBytesSay()
{
    QCOMPARE(textOfUtf8("gr\xc3\xbc\xc3\x9f"), std::optional(QStringLiteral("grüß")));
    QCOMPARE(textOfUtf8({}), std::optional(QString()));
    QVERIFY2(!textOfUtf8("caf\xe9"), "Latin-1");
    QVERIFY2(!textOfUtf8("\xef\xbb\xbfx"), "reading drops the byte order mark");
    QVERIFY2(!textOfUtf8("\xed\xa0\x80"), "half a character");
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
